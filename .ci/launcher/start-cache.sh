# Specifications: the caches that shorten a start, and that they are never in the way.

caches() {
  ls "$checkout/target/start-caches" 2>/dev/null
}

# Calls the launcher with the caches switched on.
start() {
  start_cache=yes
  call "$@"
}

trainings() {
  grep -c '^trained' "$calls"
}

await() {
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    "$@" && return 0
    sleep 1
  done
  return 1
}

# idle COUNT: so many trainings have begun and none goes on.
idle() {
  [ "$(trainings)" -ge "$1" ] && [ ! -e "$checkout/target/start-caches/lock" ]
}

makes_a_cache_behind_the_first_start_and_uses_it_from_the_next() {
  with_java
  start -- read file.xml
  verify [ "$(grep -c AOT "$output")" -eq 0 ]
  verify await idle 1
  start -- read file.xml
  verify says "$output" "^<-XX:AOTCache=$checkout/target/start-caches/short-.*.aot>$"
  verify [ ! -s "$errors" ]
  verify [ "$(trainings)" -eq 1 ]
}

trains_short_commands_on_the_files_that_come_with_them() {
  with_java
  call -- read
  mkdir "$checkout/config/target/dunlin/rehearsal"
  echo sample >"$checkout/config/target/dunlin/rehearsal/invoice.xml"
  start -- read file.xml
  verify await idle 1
  verify says "$calls" '^trained .*-XX:TieredStopAtLevel=1 .* read .*/rehearsal/invoice.xml$'
}

ends_the_hub_that_it_rehearsed_with_to_get_its_cache() {
  with_java
  start -- run
  verify await idle 1
  verify says "$calls" '^trained .*-Xmx512m .* run$'
  start -- demo
  verify says "$output" '^<-XX:AOTCache=.*/hub-.*.aot>$'
  verify [ "$(caches | grep -c .)" -eq 1 ]
}

rehearses_apart_from_the_users_data_and_settings() {
  with_java
  start DUNLIN_DATABASE_URL=jdbc:postgresql://books DUNLIN_JAVA_OPTS=-Xmx2g -- run
  verify await idle 1
  verify [ "$(grep -c DATABASE_URL "$stage/trainee's surroundings")" -eq 0 ]
  verify says "$stage/trainee's surroundings" "^DUNLIN_DATA=$checkout/target/start-caches/rehearsal"
  verify says "$stage/trainee's folder" "^$checkout/target/start-caches/rehearsal"
  verify [ "$(grep -c Xmx2g "$calls")" -eq 0 ]
}

makes_a_cache_for_a_java_that_was_found_through_links() {
  make_java "$stage/jdk-25" 25.0.1
  ln -s "$stage/jdk-25/bin/java" "$stage/bin/java"
  program=$stage/linked
  ln -s "$checkout/dunlin" "$program"
  start -- read
  verify await idle 1
  verify [ "$(caches | grep -c 'short-.*aot')" -eq 1 ]
}

makes_a_new_cache_after_a_build_and_throws_the_old_one_away() {
  with_java
  start -- read
  verify await idle 1
  old=$(caches)
  touch -t 203001010000 "$checkout/pom.xml"
  start MAVEN_JAR=longer -- read
  verify [ "$(grep -c AOTCache "$output")" -eq 0 ]
  verify await idle 2
  verify [ "$(caches | grep -c .)" -eq 1 ]
  verify [ "$(caches)" != "$old" ]
}

makes_a_new_cache_for_another_java() {
  with_java
  start -- read
  verify await idle 1
  make_java "$stage/other" 26.0.1
  start JAVA_HOME="$stage/other" -- read
  verify [ "$(grep -c AOTCache "$output")" -eq 0 ]
  verify await idle 2
  verify [ "$(caches | grep -c .)" -eq 1 ]
}

makes_one_cache_when_two_start_at_once() {
  with_java
  call -- read
  : >"$stage/training waits"
  start -- read
  verify await says "$calls" '^trained'
  start -- read
  verify [ "$status" -eq 0 ]
  rm "$stage/training waits"
  verify await idle 1
  sleep 2
  verify [ "$(trainings)" -eq 1 ]
  verify [ "$(caches | grep -c .)" -eq 1 ]
}

takes_over_from_a_training_that_died() {
  with_java
  mkdir -p "$checkout/target/start-caches/lock"
  echo >"$checkout/target/start-caches/lock/$(sh -c 'echo $$')"
  start -- read
  verify await idle 1
  verify [ "$(caches | grep -c 'short-.*aot')" -eq 1 ]
}

does_not_try_again_what_failed_until_the_jars_change() {
  with_java
  : >"$stage/training fails"
  start -- read
  verify [ "$status" -eq 0 ]
  verify await idle 1
  start -- read
  verify [ ! -s "$errors" ]
  verify [ "$(caches | grep -c 'failed$')" -eq 1 ]
  rm "$stage/training fails"
  touch -t 203001010000 "$checkout/pom.xml"
  start MAVEN_JAR=longer -- read
  verify await idle 2
  verify [ "$(caches | grep -c 'aot$')" -eq 1 ]
}

silences_java_about_a_cache_that_it_cannot_use() {
  with_java
  start -- read
  verify await idle 1
  start -- read
  verify says "$output" '^<-Xlog:aot\*=off>$'
  verify says "$output" '^<-Xlog:cds\*=off>$'
}

starts_without_a_cache_where_none_can_be_kept() {
  with_java
  call -- read
  echo in the way >"$checkout/target/start-caches"
  start -- read
  verify [ "$status" -eq 0 ]
  verify [ ! -s "$errors" ]
  verify [ "$(grep -c AOTCache "$output")" -eq 0 ]
  verify [ "$(trainings)" -eq 0 ]
}

makes_no_cache_for_a_java_that_would_write_it_at_its_end() {
  make_java "$system/usr/lib/jvm/jdk" 24.0.1
  start -- read
  start -- run
  verify [ "$(trainings)" -eq 0 ]
  verify [ ! -e "$checkout/target/start-caches" ]
}

makes_no_cache_when_told_not_to() {
  with_java
  call DUNLIN_START_CACHE=no -- read
  verify [ "$(trainings)" -eq 0 ]
  verify [ ! -e "$checkout/target/start-caches" ]
}

leaves_caches_alone_where_the_user_has_options_that_do_not_go_with_them() {
  with_java
  start -- read
  verify await idle 1
  start DUNLIN_JAVA_OPTS=-Xshare:off -- read
  verify [ "$(grep -c AOTCache "$output")" -eq 0 ]
  start JAVA_TOOL_OPTIONS=-XX:SharedArchiveFile=mine -- read
  verify [ "$(grep -c AOTCache "$output")" -eq 0 ]
}
