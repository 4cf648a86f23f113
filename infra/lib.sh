#!/usr/bin/env bash
# What the scripts of infra/ share. Sourced, never run.
# shellcheck disable=SC2034  # the scripts that source this file use the variables

ROOT=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
BUILD_DIR=$ROOT/var/build
VERSION=0.1.0
SERVERS=$ROOT/infra/local/target/servers
API_JAR=$ROOT/marketplace-api/target/marketplace-api-$VERSION.jar
API_LIB=$ROOT/marketplace-api/target/lib
SEEDS_JAR=$ROOT/seeds/target/seeds-$VERSION.jar
SEEDS_LIB=$ROOT/seeds/target/lib
VERIFY_JAR=$ROOT/infra/verify/target/infra-verify-$VERSION.jar
VERIFY_LIB=$ROOT/infra/verify/target/lib
WEB=$ROOT/web-frontend
BENCHMARKS_JAR=$ROOT/infra/benchmarks/target/infra-benchmarks-$VERSION.jar
JAVA_MODULES=infra/local,infra/verify,search-indexer,marketplace-api,seeds,infra/benchmarks
SCRIPT_NAME=infra/$(basename -- "$0")

say() { printf '%s\n' "$*"; }

die() {
  printf '%s: %s\n' "$SCRIPT_NAME" "$*" >&2
  exit 1
}

# at_least VERSION MINIMUM: compares dotted numbers.
at_least() {
  local -a have want
  local i
  IFS=.- read -ra have <<<"$1"
  IFS=. read -ra want <<<"$2"
  for i in "${!want[@]}"; do
    [[ ${have[i]:-0} =~ ^[0-9]+$ ]] || return 1
    if ((10#${have[i]:-0} > 10#${want[i]})); then return 0; fi
    if ((10#${have[i]:-0} < 10#${want[i]})); then return 1; fi
  done
}

# --- what has to be installed -------------------------------------------------------------------

is_jdk_25() {
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Sets JAVA_HOME to a JDK 25 and puts it first on the path.
need_jdk() {
  local candidate path_java
  local -a candidates=()
  if [[ -n ${JAVA_HOME:-} ]]; then candidates+=("$JAVA_HOME"); fi
  if path_java=$(command -v java); then
    path_java=$(readlink -f -- "$path_java")
    candidates+=("${path_java%/bin/java}")
  fi
  candidates+=(/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/*jdk*
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*)
  for candidate in "${candidates[@]}"; do
    if is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      export PATH=$JAVA_HOME/bin:$PATH
      return 0
    fi
  done
  die 'a JDK 25 is needed and none was found: install one (for example Temurin 25) or set JAVA_HOME to it'
}

need_maven() {
  local version
  command -v mvn >/dev/null || die 'Maven 3.8 or newer is needed and mvn is not on the PATH: install it'
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  at_least "${version:-0}" 3.8 || die "Maven 3.8 or newer is needed, not ${version:-an unknown version}: install it"
}

need_node() {
  local version
  command -v node >/dev/null || die 'Node 20.19 or newer, or 22.12 or newer, is needed and node is not on the PATH: install it'
  command -v npm >/dev/null || die 'npm, which comes with Node, is not on the PATH: install it'
  version=$(node -p process.versions.node)
  if at_least "$version" 22.12 || { [[ $version == 20.* ]] && at_least "$version" 20.19; }; then
    return 0
  fi
  die "Node 20.19 or newer, or 22.12 or newer, is needed, not $version: install it"
}

# need_space DIR MEGABYTES
need_space() {
  local free
  free=$(df -Pk -- "$1" | awk 'NR == 2 { print int($4 / 1024) }')
  ((free >= $2)) || die "only $free MB are free on the disk of $1, $2 MB are needed: make room"
}

# --- building -----------------------------------------------------------------------------------

# Takes, and gives back, the right to build in this checkout.
lock_build() {
  # "|| die" each time: where the caller asks for this function's success, bash goes on after a failure.
  mkdir -p "$BUILD_DIR" || die "the folder $BUILD_DIR cannot be made"
  { exec 8>"$BUILD_DIR/lock"; } || die "$BUILD_DIR/lock cannot be written"
  if ! flock -n 8; then
    say 'Waiting for another build in this checkout'
    flock 8 || die "$BUILD_DIR/lock cannot be taken"
  fi
}

unlock_build() { exec 8>&-; }

# newer_than STAMP PATH...: whether one of the paths, or what is in them, changed after the stamp. (The two
# files that are left out are written by the build of the page itself.)
newer_than() {
  local stamp=$1 changed
  shift
  [[ -e $stamp ]] || return 0
  changed=$(find "$@" -newer "$stamp" ! -name components.d.ts ! -name auto-imports.d.ts -print -quit 2>/dev/null) || true
  [[ -n $changed ]]
}

java_is_stale() {
  local module
  local -a sources=("$ROOT/pom.xml" "$ROOT/.mvn")
  for module in ${JAVA_MODULES//,/ }; do
    sources+=("$ROOT/$module/pom.xml" "$ROOT/$module/src")
  done
  [[ ! -f $API_JAR || ! -d $API_LIB || ! -f $SEEDS_JAR || ! -f $VERIFY_JAR || ! -d $VERIFY_LIB || ! -f $BENCHMARKS_JAR ||
    ! -d $SERVERS/elasticsearch ]] ||
    newer_than "$BUILD_DIR/java" "${sources[@]}"
}

page_is_stale() {
  local -a sources=()
  local entry
  for entry in "$WEB"/* "$WEB/package-lock.json"; do
    case ${entry##*/} in
      dist | node_modules | e2e | test-results | target) ;;
      *) sources+=("$entry") ;;
    esac
  done
  [[ ! -f $WEB/dist/index.html ]] || newer_than "$BUILD_DIR/page" "${sources[@]}"
}

# maven LOG ARGUMENT...: runs Maven on the checkout, all output in the log, the modules on the terminal.
maven() {
  local log=$1
  shift
  (cd "$ROOT" && mvn -B -ntp "$@") 2>&1 | tee -- "$log" | sed -un "s/.*Building \\(.*\\) ${VERSION//./\\.} .*/  \\1/p"
}

# Prints what a person needs to see of a failed Maven or npm run.
show_failure() {
  grep -E '^\[ERROR\]|npm (error|ERR!)|error TS[0-9]+|ENOSPC|No space left' "$1" |
    grep -v -E 'Help 1|[Rr]e-run Maven|For more information|After correcting|mvn <args>|^\[ERROR\] *$' | head -n "${2:-20}" | cut -c1-300 || true
}

# build_java ARGUMENT...: packages the modules with their libraries. The arguments say what of the tests is left out.
build_java() {
  local log=$BUILD_DIR/java.log
  say 'Building the Java modules (the first time this also downloads about 420 MB: libraries, MariaDB, Elasticsearch)'
  touch "$BUILD_DIR/java.new"
  rm -rf "$API_LIB" "$SEEDS_LIB" "$VERIFY_LIB"
  if ! maven "$log" "$@" package dependency:copy-dependencies \
    -pl "$JAVA_MODULES" -DincludeScope=runtime -DoutputDirectory=target/lib; then
    show_failure "$log" >&2
    die "the Java modules cannot be built, see $log"
  fi
  mv "$BUILD_DIR/java.new" "$BUILD_DIR/java"
  # The verifier is one of these modules.
  touch -r "$BUILD_DIR/java" "$BUILD_DIR/verify"
}

verify_is_stale() {
  [[ ! -f $VERIFY_JAR || ! -d $VERIFY_LIB ]] ||
    newer_than "$BUILD_DIR/verify" "$ROOT/pom.xml" "$ROOT/infra/verify/pom.xml" "$ROOT/infra/verify/src/main"
}

# The verifier alone: without the servers, which only its tests need.
build_verify() {
  local log=$BUILD_DIR/verify.log
  say 'Building the verifier'
  touch "$BUILD_DIR/verify.new"
  rm -rf "$VERIFY_LIB"
  if ! maven "$log" -Dmaven.test.skip=true -Dservers.skip=true package dependency:copy-dependencies \
    -pl infra/local,infra/verify -DincludeScope=runtime -DoutputDirectory=target/lib; then
    show_failure "$log" >&2
    die "the verifier cannot be built, see $log"
  fi
  mv "$BUILD_DIR/verify.new" "$BUILD_DIR/verify"
}

# Installs the page's packages when they are not those of package-lock.json.
ensure_node_modules() {
  local log=$BUILD_DIR/npm.log
  mkdir -p "$BUILD_DIR"
  [[ -f $WEB/package-lock.json ]] || die 'web-frontend/package-lock.json is missing'
  if newer_than "$WEB/node_modules/.package-lock.json" "$WEB/package-lock.json"; then
    say 'Installing the packages of the page (about 400 MB on disk)'
    if ! (cd "$WEB" && npm ci --no-audit --no-fund) >"$log" 2>&1; then
      show_failure "$log" >&2
      die "the packages of the page cannot be installed, see $log"
    fi
    mkdir -p "$WEB/node_modules" && touch "$WEB/node_modules/.package-lock.json"
  fi
}

build_page() {
  local log=$BUILD_DIR/page.log
  ensure_node_modules
  say 'Building the page'
  touch "$BUILD_DIR/page.new"
  if ! (cd "$WEB" && npm run build) >"$log" 2>&1; then
    show_failure "$log" >&2
    die "the page cannot be built, see $log"
  fi
  mv "$BUILD_DIR/page.new" "$BUILD_DIR/page"
}

# --- running ------------------------------------------------------------------------------------

# The default collector marks a small heap again and again beside the requests, which takes one of
# two cores each time (docs/benchmarks.md, `match`).
COLLECTOR=-XX:+UseParallelGC
JVM_FLAGS=(-Xmx768m "$COLLECTOR" -Duser.timezone=UTC -Dfile.encoding=UTF-8
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xlog:aot=off -Xlog:cds=off)

# The API's class path: jars in one order, as the start-up cache is bound to it.
api_class_path() {
  local jar path=$API_JAR
  for jar in "$API_LIB"/*.jar; do
    path+=:$jar
  done
  printf '%s' "$path"
}

# The file of the start-up cache for this JDK and these jars; it may not be there.
aot_cache() {
  local key
  key=$({
    cat "$JAVA_HOME/release"
    printf '%s\n' "${JVM_FLAGS[*]}"
    stat -c '%n %s %Y' "$API_JAR" "$API_LIB"/*.jar
  } | sha256sum | cut -c1-16)
  printf '%s' "$BUILD_DIR/api-$key.aot"
}

port_is_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# A free port below those of outgoing connections.
free_port() {
  local port
  for _ in {1..200}; do
    port=$((10000 + RANDOM % 10000))
    if ! port_is_taken "$port"; then
      printf '%s' "$port"
      return 0
    fi
  done
  die 'no free port between 10000 and 19999'
}

# http_get PORT PATH: prints status line, headers and body; fails when nothing answers within 5 s.
http_get() {
  # shellcheck disable=SC2016  # expanded by the inner shell
  timeout 5 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1" &&
    printf "GET %s HTTP/1.0\r\nHost: localhost:%s\r\nAccept: application/json\r\n\r\n" "$2" "$1" >&3 && cat <&3' \
    _ "$1" "$2" 2>/dev/null
}

answers_200() {
  [[ $(http_get "$1" "$2") == HTTP/1.?\ 200* ]]
}
