#!/usr/bin/env bash
# Throughgate's one script. ./do help lists the verbs.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
RUN="$PWD/.run"
mkdir -p "$RUN"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 3; }
have() { command -v "$1" >/dev/null 2>&1; }

need_sdk() {
  have dotnet || fail "The .NET SDK 10 is missing. Install it (package dotnet-sdk-10.0, or from Microsoft) and start again."
  case "$(dotnet --version 2>/dev/null || true)" in 10.*) ;; *) fail "The .NET SDK 10 is needed; this is $(dotnet --version 2>&1 | head -n 1)." ;; esac
}

# Builds one project quietly; what it says goes to standard error, whole where it fails.
build() {
  need_sdk
  dotnet build "$1" -c "${2:-Release}" -v q -nologo >"$RUN/build.log" 2>&1 || { cat "$RUN/build.log" >&2; fail "The build failed; see above."; }
}

app() { dotnet "src/Throughgate.Web/bin/Release/net10.0/throughgate.dll" "$@"; }

apt_install() { # package, what for
  if have apt-get && [ "$(id -u)" = 0 ]; then
    say "Installing $1 ($2) ..."
    if [ ! -f "$RUN/apt-updated" ]; then apt-get update -qq >"$RUN/apt.log" 2>&1 || true; touch "$RUN/apt-updated"; fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >>"$RUN/apt.log" 2>&1 || { tail -n 5 "$RUN/apt.log" >&2; return 1; }
  else
    return 1
  fi
}

pg_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
as_pg() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

# Starts a throw-away PostgreSQL on a socket of its own; PG_DIR is its folder.
pg_start() {
  [ -n "$(pg_bin)" ] && [ -x "$(pg_bin)/initdb" ] || apt_install postgresql "for the tests on PostgreSQL" ||
    fail "PostgreSQL is missing and could not be installed. Install the package postgresql (its server programs), then start again."
  # In memory where there is room for it: hundreds of databases are made and dropped. On the disk where it is measured what writing costs.
  local room="${TMPDIR:-/tmp}"
  [ "${PG_FSYNC:-off}" = on ] || [ "$(df -Pm /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')" -lt 4096 ] 2>/dev/null || { [ ! -w /dev/shm ] || room=/dev/shm; }
  PG_DIR=$(mktemp -d "$room/throughgate-pg.XXXXXX")
  [ "$(id -u)" != 0 ] || chown postgres "$PG_DIR"
  as_pg "$(pg_bin)/initdb" -D "$PG_DIR/data" -U throughgate -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$RUN/initdb.log" 2>&1 || { cat "$RUN/initdb.log" >&2; fail "initdb failed."; }
  as_pg "$(pg_bin)/pg_ctl" -w -D "$PG_DIR/data" -l "$PG_DIR/log" -o "-c listen_addresses='' -c unix_socket_directories='$PG_DIR' -c fsync=${PG_FSYNC:-off} -c max_connections=300" start >"$RUN/pg.log" 2>&1 || { cat "$RUN/pg.log" "$PG_DIR/log" >&2; fail "PostgreSQL did not start."; }
  export THROUGHGATE_TEST_PG="Host=$PG_DIR;Username=throughgate"
}

pg_stop() {
  [ -n "${PG_DIR:-}" ] || return 0
  as_pg "$(pg_bin)/pg_ctl" -D "$PG_DIR/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$PG_DIR"
}

need_chromium() {
  for c in chromium chromium-browser google-chrome; do have "$c" && { THROUGHGATE_CHROMIUM=$(command -v "$c"); export THROUGHGATE_CHROMIUM; return; }; done
  apt_install chromium "for the tests in a browser" || fail "Chromium is missing and could not be installed. Install the package chromium, then start again."
  THROUGHGATE_CHROMIUM=$(command -v chromium); export THROUGHGATE_CHROMIUM
}

# The OpenID provider that tests sign in with: exact versions from the lock file, no script of theirs is run.
need_provider() {
  [ ! -d tests/provider/node_modules/oidc-provider ] || return 0
  have npm || apt_install npm "for the OpenID provider of the tests" || fail "npm is missing and could not be installed. Install the packages nodejs and npm, then start again."
  say "Installing the OpenID provider of the tests ..."
  npm ci --prefix tests/provider --ignore-scripts --no-audit --no-fund >"$RUN/provider.log" 2>&1 || { tail -n 20 "$RUN/provider.log" >&2; fail "The OpenID provider of the tests could not be installed; see above."; }
}

case "${1:-help}" in
  demo) # demo [--unmoved] [--port N]: builds, makes a database, imports the sample, serves
    shift
    build src/Throughgate.Web
    exec dotnet src/Throughgate.Web/bin/Release/net10.0/throughgate.dll demo --folder "$RUN/demo" --sample "$PWD/sample/caseload" "$@"
    ;;
  test) # test [arguments of the test program]: installs what the tests need, runs every test
    shift
    need_sdk
    need_chromium
    need_provider
    trap pg_stop EXIT
    pg_start
    build tests/Throughgate.Tests Debug
    export THROUGHGATE_SLICE="${THROUGHGATE_SLICE:-$(git rev-parse HEAD 2>/dev/null || true)}"
    set +e
    tests/Throughgate.Tests/bin/Debug/net10.0/Throughgate.Tests -noLogo -noColor -xml "$RUN/tests.xml" "$@" >"$RUN/tests.log" 2>&1
    code=$?
    set -e
    grep -E '\[FAIL\]|^ {4,}' "$RUN/tests.log" | head -n 200 || true
    summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$RUN/tests.log" | tail -n 1 || true)
    [ -n "$summary" ] || { cat "$RUN/tests.log" >&2; fail "The tests did not run."; }
    read -r total errors failed skipped <<<"$(echo "$summary" | grep -oE '[0-9]+' | tr '\n' ' ')"
    [ "$total" -gt 0 ] || fail "No test ran."
    failed=$((failed + errors))
    line="$((total - failed - skipped)) passed, $failed failed"
    [ "$skipped" = 0 ] || line="$line, $skipped skipped"
    echo "$line"
    [ "$code" = 0 ] && [ "$failed" = 0 ]
    ;;
  check) # check: the long run: every test with its long settings, every page through the W3C validator; a dated summary in docs/check.md
    shift
    need_sdk
    pages="$RUN/pages"
    rm -rf "$pages"
    THROUGHGATE_LONG=1 THROUGHGATE_PAGES="$pages" "$0" test "$@" >"$RUN/check.log" 2>&1 && tests=0 || tests=$?
    told=$(tail -n 1 "$RUN/check.log")
    [ "$tests" = 0 ] || tail -n 40 "$RUN/check.log" >&2
    count=$(find "$pages" -name '*.html' 2>/dev/null | wc -l)
    jar=${THROUGHGATE_VNU:-$RUN/vnu/node_modules/vnu-jar/build/dist/vnu.jar}
    [ -f "$jar" ] || { have npm && npm install --prefix "$RUN/vnu" --no-audit --no-fund vnu-jar >"$RUN/vnu.log" 2>&1; } || true
    html=0
    if ! have java || [ ! -f "$jar" ]; then
      said="not run: it needs Java and the npm package vnu-jar (or THROUGHGATE_VNU naming vnu.jar)"
    elif [ "$count" = 0 ]; then
      said="not run: no page was crawled"
    else
      java -Xss2m -jar "$jar" --errors-only --format text "$pages" >"$RUN/vnu.txt" 2>&1 || html=1
      said="$(grep -c '^Error' "$RUN/vnu.txt" || true) errors on $count pages"
      [ "$html" = 0 ] || head -n 40 "$RUN/vnu.txt" >&2
    fi
    {
      echo "# The long run"
      echo
      echo "Written by \`./do check\`; do not edit. What \`./do test\` runs in part runs here whole: kills, and every page as each role in both languages."
      echo
      echo "| what | found |"
      echo "|---|---|"
      echo "| when | $(date -u +%Y-%m-%d) at $(git rev-parse --short HEAD 2>/dev/null || echo 'no commit')$([ -z "$(git status --porcelain 2>/dev/null)" ] || echo ', with changes') |"
      echo "| machine | $(nproc) processors, $(dotnet --version) |"
      echo "| tests, long | $told |"
      echo "| W3C validator | $said |"
    } >docs/check.md
    cat docs/check.md
    [ "$tests" = 0 ] && [ "$html" = 0 ]
    ;;
  bench) # bench [NAME] [--people N]: the figures of speed, each beside its floor
    shift
    build bench/Throughgate.Bench
    exec dotnet bench/Throughgate.Bench/bin/Release/net10.0/Throughgate.Bench.dll "$@"
    ;;
  cli) # cli VERB …: import, export, return, duties and more; ./do cli help
    shift
    build src/Throughgate.Web
    exec dotnet src/Throughgate.Web/bin/Release/net10.0/throughgate.dll cli "$@"
    ;;
  pg) # pg: starts a throw-away PostgreSQL and keeps it until Ctrl-C; prints what to export
    trap pg_stop EXIT
    pg_start
    echo "export THROUGHGATE_TEST_PG='$THROUGHGATE_TEST_PG'"
    while true; do sleep 3600; done
    ;;
  format) # format: lays the code out
    need_sdk
    dotnet tool restore >/dev/null && dotnet csharpier format .
    ;;
  help | *)
    echo "./do VERB"
    grep -E '^  [a-z]+\) # ' "$0" | sed -E 's/^  [a-z]+\) # /  /'
    [ "${1:-help}" = help ] || exit 2
    ;;
esac
