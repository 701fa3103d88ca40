# Specifications: how the launcher becomes Java, and what reaches it.

# What followed the main class, each argument in angle brackets on a line of its own.
arguments() {
  sed '1,/^<org.dunlin.config.Main>$/d' "$output"
}

passes_arguments_on_unchanged() {
  with_java
  # shellcheck disable=SC2016 # nothing here is to be expanded, by anyone
  call -- read 'two words' '' '*' '$HOME' 'a"b' "it's" '\n' -Xmx1g @file ''
  # shellcheck disable=SC2016
  expected=$(printf '<%s>\n' read 'two words' '' '*' '$HOME' 'a"b' "it's" '\n' -Xmx1g @file '')
  verify [ "$(arguments)" = "$expected" ]
}

passes_on_no_argument_when_there_is_none() {
  with_java
  call --
  verify [ -z "$(arguments)" ]
  verify [ "$status" -eq 0 ]
}

returns_the_status_of_java() {
  with_java
  call JAVA_STATUS=2 -- read
  verify [ "$status" -eq 2 ]
}

works_through_links_and_keeps_the_callers_folder() {
  with_java
  mkdir -p "$stage/elsewhere" "$stage/links"
  ln -s "../the checkout/dunlin" "$stage/links/first"
  ln -s "$stage/links/first" "$stage/elsewhere/dunlin"
  program=./dunlin
  (cd "$stage/elsewhere" && call -- read file.xml)
  verify [ "$?" -eq 0 ]
  verify says "$output" "^folder $stage/elsewhere$"
  verify says "$output" "^<$checkout/config/target/dunlin/dunlin.jar:"
}

starts_short_commands_for_speed() {
  with_java
  call -- read
  verify says "$output" '^<-XX:TieredStopAtLevel=1>$'
  verify says "$output" '^<-Dstdout.encoding=UTF-8>$'
  call -- --version
  verify says "$output" '^<-XX:TieredStopAtLevel=1>$'
}

starts_the_hub_to_last() {
  with_java
  call -- run
  verify says "$output" '^<-Xmx512m>$'
  verify says "$output" '^<-XX:+ExitOnOutOfMemoryError>$'
  verify [ "$(grep -c TieredStopAtLevel "$output")" -eq 0 ]
}

starts_the_demonstration_to_be_over_soon() {
  with_java
  call -- demo
  verify says "$output" '^<-Xmx512m>$'
  verify says "$output" '^<-XX:TieredStopAtLevel=1>$'
  verify says "$output" '^<-XX:+UseSerialGC>$'
}

lets_the_users_options_win() {
  with_java
  call DUNLIN_JAVA_OPTS='-Xmx2g /*' -- run
  verify [ "$(grep -e '^<-Xmx' "$output")" = "$(printf '<-Xmx512m>\n<-Xmx2g>')" ]
  verify says "$output" '^</\*>$'
}

makes_up_for_a_missing_locale() {
  with_java
  call LC_ALL= LC_CTYPE= LANG=C -- read
  verify says "$output" '^locale C.UTF-8$'
}

becomes_java_so_that_signals_reach_it() {
  with_java
  call -- read
  PATH=$stage/bin:$tools HOME=$stage/home SYSTEM=$system WAIT_FOR_SIGNAL=yes \
    $shell "$checkout/dunlin" run >"$output" 2>"$errors" </dev/null &
  started=$!
  until [ -s "$stage/ready" ]; do sleep 1; done
  verify [ "$(cat "$stage/ready")" = "$started" ]
  kill -TERM "$started"
  wait "$started"
  verify [ "$?" -eq 7 ]
  verify says "$output" '^signalled$'
}
