# Specifications: which Java the launcher takes.

takes_java_home_when_it_is_new_enough() {
  make_java "$stage/my own jdk" 21.0.5
  make_java "$system/usr/lib/jvm/newer" 25.0.1
  call JAVA_HOME="$stage/my own jdk" -- read
  verify says "$output" '^java 21.0.5$'
  verify says "$calls" "^built with $stage/my own jdk$"
}

passes_over_an_old_java_home() {
  make_java "$stage/old" 17.0.9
  make_java "$system/usr/lib/jvm/newer" 25.0.1
  call JAVA_HOME="$stage/old" -- read
  verify says "$output" '^java 25.0.1$'
}

passes_over_a_java_home_that_is_not_there() {
  make_java "$system/usr/lib/jvm/newer" 25.0.1
  call JAVA_HOME="$stage/nowhere" -- read
  verify says "$output" '^java 25.0.1$'
}

takes_the_java_on_the_path_through_its_links() {
  make_java "$stage/jdk-22" 22.0.2
  make_java "$system/usr/lib/jvm/newer" 25.0.1
  ln -s "$stage/jdk-22/bin/java" "$stage/alternative"
  ln -s ../alternative "$stage/bin/java"
  call -- read
  verify says "$output" '^java 22.0.2$'
  verify [ "$(builds)" -eq 1 ]
}

takes_the_newest_of_several_folders() {
  make_java "$system/usr/lib/jvm/java-21" 21.0.9
  make_java "$system/opt/jdk-25" 25
  make_java "$stage/home/.sdkman/candidates/java/24.0.1-tem" 24.0.1
  make_java "$system/usr/lib/jvm/java-8" 1.8.0_392
  call -- read
  verify says "$output" '^java 25$'
}

counts_versions_as_numbers() {
  make_java "$system/usr/lib/jvm/a" 100-ea
  make_java "$system/usr/lib/jvm/b" 25.0.1
  call -- read
  verify says "$output" '^java 100-ea$'
}

finds_the_java_of_homebrew_and_of_macos() {
  make_java "$system/opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home" 21.0.1
  call -- read
  verify says "$output" '^java 21.0.1$'
  make_java "$system/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home" 25.0.1
  call -- read
  verify says "$output" '^java 25.0.1$'
}

starts_no_java_to_ask_its_version_when_a_release_file_tells() {
  make_java "$system/usr/lib/jvm/a" 21.0.1
  make_java "$system/usr/lib/jvm/b" 17.0.1 bare
  call -- read
  verify says "$output" '^java 21.0.1$'
  verify [ "$(grep -c asked "$calls")" -eq 0 ]
}

asks_a_java_that_has_no_release_file() {
  make_java "$system/usr/lib/jvm/a" 17.0.1 bare
  make_java "$system/usr/lib/jvm/b" 21.0.1 bare
  call -- read
  verify says "$output" '^java 21.0.1$'
}

needs_a_compiler_only_to_build() {
  make_java "$system/usr/lib/jvm/jre" 25.0.1 jre
  call -- read
  verify [ "$status" -eq 1 ]
  verify says "$errors" 'no compiler'
  verify [ "$(builds)" -eq 0 ]
  make_java "$system/usr/lib/jvm/jdk" 21.0.1
  call -- read
  verify says "$calls" "^built with $system/usr/lib/jvm/jdk$"
  call -- read
  verify says "$output" '^java 25.0.1$'
}

says_what_to_do_when_there_is_no_java() {
  call -- read
  verify [ "$status" -eq 1 ]
  verify [ ! -s "$output" ]
  verify says "$errors" 'JDK of version 21 or newer'
  verify says "$errors" 'apt install openjdk'
  verify says "$errors" 'brew install openjdk'
  verify says "$errors" 'sdk install java'
  verify says "$errors" 'JAVA_HOME='
}

names_the_old_java_it_found() {
  make_java "$system/usr/lib/jvm/java-17" 17.0.9
  call -- read
  verify [ "$status" -eq 1 ]
  verify says "$errors" 'java-17 (Java 17, too old)'
}

prints_the_java_it_would_build_with() {
  make_java "$system/usr/lib/jvm/java 25" 25.0.1
  call -- --java-home
  verify [ "$(cat "$output")" = "$system/usr/lib/jvm/java 25" ]
  verify [ "$(builds)" -eq 0 ]
}
