# The stage on which each specification plays: a checkout, small scripts in place of JDKs and
# Maven, and the words to call the launcher and to say what must hold.

# The tools of the launcher and nothing else, so that no real Java or Maven is found.
lay_out_tools() {
  tools=$temporary/tools
  mkdir "$tools"
  for tool in cksum env find grep head ls mkdir mv nice readlink rm rmdir sed sh sleep sort tail; do
    ln -s "$(command -v "$tool")" "$tools/$tool"
  done
}

# A fresh checkout with a blank in its path, no Java, and a Maven that builds at once.
set_stage() {
  stage=$(mktemp -d "$temporary/stage XXXXXX")
  checkout="$stage/the checkout"
  system=$stage/system
  calls=$stage/calls
  output=$stage/output
  errors=$stage/errors
  mkdir -p "$checkout/config/src/main/java" "$checkout/core/src/main/resources" "$stage/bin" "$stage/home"
  # The usual folders for JDKs are looked for under $system instead of under the real root.
  sed "s#^    /#    \"\$SYSTEM\"/#" "$launcher" >"$checkout/dunlin"
  chmod +x "$checkout/dunlin"
  for source in pom.xml config/pom.xml core/pom.xml config/src/main/java/Main.java \
    core/src/main/java.txt core/src/main/resources/rates.yaml; do
    echo source >"$checkout/$source"
    touch -t 202001010000 "$checkout/$source"
  done
  make_maven
  make_trainee
  : >"$calls"
}

# make_java HOME VERSION [jre|bare]: "jre" has no compiler, "bare" no release file.
make_java() {
  mkdir -p "$1/bin"
  [ "${3:-}" = bare ] || printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  [ "${3:-}" = jre ] || printf '#!/bin/sh\n' >"$1/bin/javac"
  cat >"$1/bin/java" <<JAVA
#!/bin/sh
if [ "\$1" = -XshowSettings:properties ]; then
  echo asked >>"$calls"
  printf '    java.home = %s\n    java.specification.version = %s\n' "$1" "${2%%.*}" >&2
  exit
fi
case " \$* " in
  *' -XX:AOTCacheOutput='*) exec "$stage/trainee" "\$@" ;;
esac
printf 'java %s\n' "$2"
printf 'folder %s\n' "\$PWD"
printf 'locale %s\n' "\${LC_CTYPE:-}"
printf '<%s>\n' "\$@"
if [ -n "\${WAIT_FOR_SIGNAL:-}" ]; then
  trap 'echo signalled; exit 7' TERM
  echo \$\$ >"$stage/ready"
  while :; do sleep 1; done
fi
exit \${JAVA_STATUS:-0}
JAVA
  chmod +x "$1/bin"/*
}

# The Java machine while it makes a cache: the hub's is written when it is ended.
make_trainee() {
  cat >"$stage/trainee" <<TRAINEE
#!/bin/sh
echo "trained \$*" >>"$calls"
env >"$stage/trainee's surroundings"
pwd >"$stage/trainee's folder"
for argument in "\$@"; do
  case \$argument in
    -XX:AOTCacheOutput=*) cache=\${argument#*=} ;;
  esac
done
[ ! -e "$stage/training fails" ] || exit 1
while [ -e "$stage/training waits" ]; do sleep 1; done
case "\$*" in
  *' run')
    trap 'echo cache >"\$cache"; exit 143' TERM
    echo 'The hub runs; its console is at http://localhost:1/' >&2
    while :; do sleep 1; done
    ;;
  *) echo cache >"\$cache" ;;
esac
TRAINEE
  chmod +x "$stage/trainee"
}

with_java() {
  make_java "$system/usr/lib/jvm/jdk" 25.0.1
}

make_maven() {
  cat >"$stage/bin/mvn" <<MAVEN
#!/bin/sh
echo "built with \$JAVA_HOME" >>"$calls"
mkdir -p config/target/dunlin/lib
[ -z "\${MAVEN_SLEEPS:-}" ] || sleep "\$MAVEN_SLEEPS"
[ -z "\${MAVEN_EDITS:-}" ] || echo edited >"\$MAVEN_EDITS"
echo "jar \${MAVEN_JAR:-}" >config/target/dunlin/dunlin.jar
if [ -n "\${MAVEN_FAILS:-}" ]; then
  echo "[ERROR] Main.java:[3,1] ';' expected"
  exit 1
fi
MAVEN
  chmod +x "$stage/bin/mvn"
}

# launch OUTPUT ERRORS [NAME=VALUE...] -- ARGUMENT...: calls the launcher as a user would.
launch() {
  launched_output=$1
  launched_errors=$2
  shift 2
  assignments=
  while [ "$1" != -- ]; do
    export "${1?}"
    assignments="$assignments ${1%%=*}"
    shift
  done
  shift
  PATH=$stage/bin:$tools HOME=$stage/home SYSTEM=$system DUNLIN_START_CACHE=${start_cache:-no} \
    $shell "${program:-$checkout/dunlin}" "$@" \
    >"$launched_output" 2>"$launched_errors" </dev/null
  status=$?
  # shellcheck disable=SC2086 # a list of names
  [ -z "$assignments" ] || unset $assignments
  return "$status"
}

call() {
  launch "$output" "$errors" "$@"
}

builds() {
  found=0
  while read -r line; do
    case $line in built*) found=$((found + 1)) ;; esac
  done <"$calls"
  echo "$found"
}

says() {
  grep -q -e "$2" "$1"
}

# verify CONDITION...: what must hold; the first that does not fails the specification.
verify() {
  "$@" || broken="${broken:-$*}"
}

specify() {
  broken=
  program=
  start_cache=no
  set_stage
  "$1"
  if [ -z "$broken" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED under %s: %s\n  not so: %s\n' "$shell" "$1" "$broken"
    sed 's/^/  output: /' "$output"
    sed 's/^/  errors: /' "$errors"
  fi
  rm -rf "$stage"
}
