# Specifications: when the launcher builds, and what it makes of a build that fails.

builds_once_and_not_twice() {
  with_java
  call -- read
  verify says "$errors" 'Building Dunlin (first time'
  call -- read
  verify [ ! -s "$errors" ]
  verify [ "$(builds)" -eq 1 ]
  verify [ "$status" -eq 0 ]
}

says_nothing_about_the_build_on_standard_output() {
  with_java
  call -- read
  verify says "$output" '^java'
  verify [ "$(head -n 1 "$output")" = 'java 25.0.1' ]
}

builds_again_after_a_source_was_changed() {
  with_java
  call -- read
  touch -t 203001010000 "$checkout/core/src/main/resources/rates.yaml"
  call -- read
  verify says "$errors" 'sources have changed'
  verify [ "$(builds)" -eq 2 ]
}

builds_again_after_a_pom_was_changed() {
  with_java
  call -- read
  touch -t 203001010000 "$checkout/core/pom.xml"
  call -- read
  verify [ "$(builds)" -eq 2 ]
}

builds_again_after_a_source_was_deleted_and_forgets_what_was_made_of_it() {
  with_java
  call -- read
  mkdir -p "$checkout/core/target/classes"
  echo old >"$checkout/core/target/classes/rates.yaml"
  rm "$checkout/core/src/main/resources/rates.yaml"
  call -- read
  verify [ "$(builds)" -eq 2 ]
  verify [ ! -e "$checkout/core/target/classes/rates.yaml" ]
  call -- read
  verify [ "$(builds)" -eq 2 ]
}

builds_again_after_an_older_file_was_added() {
  with_java
  call -- read
  echo older >"$checkout/core/src/main/resources/older.yaml"
  touch -t 201901010000 "$checkout/core/src/main/resources/older.yaml"
  call -- read
  verify [ "$(builds)" -eq 2 ]
}

builds_again_after_an_edit_during_the_build() {
  with_java
  call MAVEN_SLEEPS=1 MAVEN_EDITS="$checkout/config/src/main/java/Main.java" -- read
  call -- read
  verify [ "$(builds)" -eq 2 ]
}

builds_again_when_the_jars_are_gone() {
  with_java
  call -- read
  rm -rf "$checkout/config/target/dunlin/lib"
  call -- read
  verify [ "$(builds)" -eq 2 ]
}

throws_old_jars_away_before_it_builds() {
  with_java
  call -- read
  echo old >"$checkout/config/target/dunlin/lib/library-1.0.jar"
  touch -t 203001010000 "$checkout/pom.xml"
  call -- read
  verify [ ! -e "$checkout/config/target/dunlin/lib/library-1.0.jar" ]
}

does_not_build_for_tests_and_hidden_files() {
  with_java
  call -- read
  mkdir -p "$checkout/core/src/test/java"
  echo test >"$checkout/core/src/test/java/ATest.java"
  echo swap >"$checkout/config/src/main/java/.Main.java.swp"
  call -- read
  verify [ "$(builds)" -eq 1 ]
}

shows_why_a_build_failed_and_leaves_no_stamp() {
  with_java
  call MAVEN_FAILS=yes -- read
  verify [ "$status" -eq 1 ]
  verify [ ! -s "$output" ]
  verify says "$errors" "Main.java:\[3,1\] ';' expected"
  verify says "$errors" "$checkout/target/build.log"
  verify [ "$(ls "$checkout/target")" = build.log ]
  call -- read
  verify [ "$(builds)" -eq 2 ]
  verify [ "$status" -eq 0 ]
}

takes_nothing_a_broken_build_left_for_whole() {
  with_java
  call -- read
  touch -t 203001010000 "$checkout/pom.xml"
  call MAVEN_FAILS=yes -- read
  touch -t 202001010000 "$checkout/pom.xml"
  call -- read
  verify [ "$(builds)" -eq 3 ]
}

says_what_to_do_when_there_is_no_maven() {
  with_java
  rm "$stage/bin/mvn"
  call -- read
  verify [ "$status" -eq 1 ]
  verify says "$errors" 'Maven 3.8 or newer'
  verify says "$errors" 'apt install maven'
}

builds_once_when_called_twice_at_the_same_time() {
  with_java
  launch "$stage/first" "$stage/first" MAVEN_SLEEPS=2 -- read &
  first=$!
  until [ "$(builds)" -eq 1 ]; do sleep 1; done
  call -- read
  verify says "$errors" 'Waiting for another build'
  verify [ "$status" -eq 0 ]
  verify says "$output" '^java'
  verify wait "$first"
  verify [ "$(builds)" -eq 1 ]
  verify [ ! -e "$checkout/target/dunlin.lock" ]
}

takes_over_the_lock_of_a_dead_process() {
  with_java
  mkdir -p "$checkout/target/dunlin.lock"
  echo >"$checkout/target/dunlin.lock/$(sh -c 'echo $$')"
  call -- read
  verify [ "$status" -eq 0 ]
  verify [ "$(builds)" -eq 1 ]
  verify [ ! -e "$checkout/target/dunlin.lock" ]
}

gives_the_lock_back_when_interrupted() {
  with_java
  launch "$output" "$errors" MAVEN_SLEEPS=2 -- read &
  until [ "$(builds)" -eq 1 ]; do sleep 1; done
  verify kill -TERM "$(ls "$checkout/target/dunlin.lock")"
  wait $!
  verify [ "$?" -eq 143 ]
  verify [ "$(ls "$checkout/target")" = build.log ]
}

runs_what_lies_beside_it_where_there_are_no_sources() {
  make_java "$system/usr/lib/jvm/jre" 25.0.1 jre
  mkdir -p "$stage/an install/lib"
  echo jar >"$stage/an install/dunlin.jar"
  mv "$checkout/dunlin" "$stage/an install/dunlin"
  program="$stage/an install/dunlin"
  call -- read
  verify [ "$status" -eq 0 ]
  verify [ "$(builds)" -eq 0 ]
  verify says "$output" "^<$stage/an install/dunlin.jar:$stage/an install/lib/\*>$"
}

says_so_where_there_is_nothing_to_run_and_nothing_to_build() {
  with_java
  mv "$checkout/dunlin" "$stage/dunlin"
  program=$stage/dunlin
  call -- read
  verify [ "$status" -eq 1 ]
  verify says "$errors" 'no dunlin.jar'
}
