# ./dev test: every suite, each counted; a suite that could not run counts as failed.

GTESTS=(core semantics api app ui server)
WASM_GTESTS=(core semantics api app)
SUITES=(format architecture "${GTESTS[@]}" wasm contract fuzz e2e size lint)
results=build/results
. $here/fuzz.sh
. $here/postgres.sh
total_passed=0
total_failed=0

# counted SUITE PASSED FAILED
counted() {
  total_passed=$((total_passed + $2))
  total_failed=$((total_failed + $3))
  printf '%-14s %5d passed %5d failed   (%d s since the start)\n' "$1" "$2" "$3" "$SECONDS"
}

could_not_run() {
  say "$1 could not run: $2"
  counted "$1" 0 1
}

wanted() {
  local suite
  for suite in "${chosen[@]}"; do [ "$suite" = "$1" ] && return; done
  return 1
}
any_wanted() {
  local suite
  for suite in "$@"; do wanted "$suite" && return; done
  return 1
}

# gtest_run NAME PROGRAM...: what it says is in NAME.log and NAME.xml.
gtest_run() {
  local name=$1 status=0
  shift
  rm -f "$results/$name.xml"
  timeout 900 "$@" --gtest_output="xml:$PWD/$results/$name.xml" --gtest_brief=1 >"$results/$name.log" 2>&1 || status=$?
  echo $status >"$results/$name.status"
}

# Counts of a GoogleTest program that has run: its XML tells, unless it died before it was written.
gtest_count() {
  local suite=$1 xml=$results/$2.xml log=$results/$2.log status tests bad skipped
  status=$(cat "$results/$2.status")
  if [ ! -s "$xml" ]; then
    tail -n 40 "$log" >&2
    could_not_run "$suite" "the test program ended with status $status."
    return
  fi
  tests=$(grep -om1 '<testsuites tests="[0-9]*"' "$xml" | grep -o '[0-9]*')
  bad=$(grep -om1 'failures="[0-9]*"' "$xml" | grep -o '[0-9]*')
  skipped=$(grep -c '<skipped' "$xml" || true)
  [ "$bad" -eq 0 ] && [ "$status" -ne 0 ] && bad=1 && tests=$((tests + 1))
  [ "$bad" -eq 0 ] || tail -n 80 "$log" >&2
  counted "$suite" $((tests - bad - skipped)) "$bad"
}

gtest_suite() {
  gtest_run "${@:2}"
  gtest_count "$1" "$2"
}

# Counts of node's tests, from the totals at the end of its TAP.
node_suite() {
  local suite=$1 log=$results/$1.tap status=0 passed bad
  shift
  timeout 2400 node --test --test-reporter=tap "$@" >"$log" 2>&1 || status=$?
  passed=$(sed -n 's/^# pass //p' "$log" | tail -n 1)
  bad=$(($(sed -n 's/^# fail //p' "$log" | tail -n 1) + $(sed -n 's/^# cancelled //p' "$log" | tail -n 1)))
  if [ -z "$passed" ]; then
    tail -n 40 "$log" >&2
    could_not_run "$suite" "node ended with status $status."
    return
  fi
  [ "$bad" -eq 0 ] && [ "$status" -ne 0 ] && bad=1
  [ "$bad" -eq 0 ] || grep -vE '^ *(duration_ms|type|---|\.\.\.|at )' "$log" | grep -A 30 'not ok' | head -n 200 >&2
  counted "$suite" "$passed" "$bad"
}

# The server's tests on both databases at once; those that name SQLite themselves run on that alone.
server_suite() {
  local program=build/native-debug/bin/server_tests on_postgres=
  if [ -n "${OUDERLOGIN_TEST_POSTGRES:-}" ] || postgres_start; then
    gtest_run server-postgresql "$program" --gtest_filter='-*/Sqlite' &
    on_postgres=$!
  fi
  gtest_suite server server env -u OUDERLOGIN_TEST_POSTGRES "$program"
  if [ -n "$on_postgres" ]; then
    wait "$on_postgres"
    gtest_count "server on PG" server-postgresql
    postgres_stop
  else
    could_not_run "server on PG" "$failure"
  fi
}

format_suite() {
  local tool log=$results/format.log
  tool=$(clang_tool clang-format)
  if our_cpp | xargs -0 "$tool" --dry-run -Werror >"$log" 2>&1; then
    counted format 1 0
  else
    grep -oE '^[^ ]+\.(cpp|hpp)' "$log" | cut -d: -f1 | sort -u >&2 || tail -n 5 "$log" >&2
    say "These files are not laid out as .clang-format says; ./dev format does it."
    counted format 0 1
  fi
}

# What a suite needs and could not be had, by name; it is told once, and fails each suite that needs it.
declare -A broken=()
prepare() {
  local what=$1
  shift
  "$@" || { broken[$what]=$failure; say "$failure"; }
}

# Builds all targets at once, as far as it gets, and then asks target by target which of them are there.
prepare_targets() {
  local preset=$1 target
  shift
  configure "$preset" && cmake --build "build/$preset" -j "$jobs" --target "$@" -- -k 0 >"build/logs/all-$preset.log" 2>&1 && return
  for target in "$@"; do prepare "$preset $target" build "$preset" "$target"; done
}

# lint_start: clang-tidy uses what the other suites leave of the processors.
lint_start() {
  nice -n 19 "$(font_python)" src/cmake/tidy.py build/native-debug build/wasm-release --jobs "$jobs" \
    >"$results/lint.log" 2>&1 &
  lint_job=$!
}

lint_finish() {
  wait "$lint_job" || true
  local counts
  counts=$(sed -n 's/^TOTAL //p' "$results/lint.log")
  [ -n "$counts" ] || { tail -n 20 "$results/lint.log" >&2; could_not_run lint "clang-tidy did not finish."; return; }
  [ "${counts#* }" -eq 0 ] || grep -v '^TOTAL' "$results/lint.log" | head -n 150 >&2
  # shellcheck disable=SC2086
  counted lint $counts
}

choose() {
  local suite
  chosen=("$@")
  [ $# -gt 0 ] || chosen=("${SUITES[@]}")
  for suite in "${chosen[@]}"; do
    [[ " ${SUITES[*]} " = *" $suite "* ]] || fail "'$suite' is not a suite; there are: ${SUITES[*]}."
  done
}

install_for_suites() {
  local kinds=(node)
  any_wanted "${GTESTS[@]}" wasm contract fuzz e2e size lint && kinds+=(build)
  any_wanted "${GTESTS[@]}" wasm contract fuzz e2e lint && kinds+=(server gtest)
  any_wanted wasm e2e size lint && kinds+=(client)
  wanted server && kinds+=(postgres)
  wanted fuzz && kinds+=(fuzz)
  wanted e2e && kinds+=(browser nginx)
  wanted format && kinds+=(format)
  wanted lint && kinds+=(tidy)
  install_for "${kinds[@]}"
  any_wanted contract e2e && prepare npm npm_ci tests
  return 0
}

build_for_suites() {
  local suite native=()
  for suite in "${GTESTS[@]}"; do
    wanted "$suite" && native+=("${suite}_tests")
  done
  any_wanted contract e2e && native+=(ouderlogin-server)
  wanted lint && native+=(portal_text portal_gallery_text portal_document_text portal_mail_text)
  if [ ${#native[@]} -gt 0 ]; then
    say "Building the server and the native tests"
    prepare_targets native-debug "${native[@]}"
  fi
  if wanted lint; then
    prepare lint build wasm-release portal_text portal_gallery_text
    [ -n "${broken[native-debug portal_text]:-}${broken[lint]:-}" ] || lint_start
  fi
  if wanted fuzz; then
    say "Building the fuzzers"
    prepare fuzz build_fuzzers
  fi
  if any_wanted e2e size; then
    say "Building the client"
    prepare client build wasm-release ouderlogin
  fi
  if wanted e2e; then
    prepare gallery build_gallery wasm-release
  fi
  if wanted wasm; then
    say "Building the tests as WebAssembly"
    prepare_targets wasm-tests "${WASM_GTESTS[@]/%/_tests}"
  fi
}

# A short run: enough to meet again what a change breaks, not to search.
fuzz_suite() {
  local name passed=0 bad=0
  for name in "${FUZZERS[@]}"; do
    if fuzz_once "$name" 10; then passed=$((passed + 1)); else bad=$((bad + 1)); tail -n 40 "build/logs/fuzz-$name.log" >&2; fi
  done
  counted fuzz $passed $bad
}

size_suite() {
  if step "The site" site "$(font_python)" src/cmake/site.py --client build/wasm-release/bin; then
    cat build/logs/site.log
    counted size 1 0
  else
    cat build/logs/site.log >&2
    counted size 0 1
  fi
}

run_node_suites() {
  export OUDERLOGIN_SERVER=$PWD/build/native-debug/bin/ouderlogin-server OUDERLOGIN_SITE=$PWD/build/site
  export OUDERLOGIN_GALLERY=$PWD/build/gallery
  OUDERLOGIN_CHROMIUM=${OUDERLOGIN_CHROMIUM:-$(command -v chromium || true)}
  export OUDERLOGIN_CHROMIUM
  local suite why
  for suite in contract e2e; do
    wanted $suite || continue
    why=${broken[npm]:-}${broken[native-debug ouderlogin-server]:-}
    [ $suite = e2e ] && why+=${broken[client]:-}${broken[gallery]:-}
    if [ -n "$why" ]; then could_not_run $suite "$why"; else node_suite $suite --test-concurrency="$jobs" tests/$suite/*.test.mjs; fi
  done
}

run_tests() {
  choose "$@"
  SECONDS=0
  mkdir -p $results 2>/dev/null || fail "no rights to write in $PWD/build."
  trap 'kill $(jobs -p) 2>/dev/null || true; postgres_stop' EXIT
  install_for_suites

  wanted format && format_suite
  wanted architecture && node_suite architecture tests/architecture/*.test.mjs
  build_for_suites

  export ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
  local suite
  for suite in "${GTESTS[@]}"; do
    wanted "$suite" || continue
    if [ -n "${broken[native-debug ${suite}_tests]:-}" ]; then could_not_run "$suite" "it does not build."
    elif [ "$suite" = server ]; then server_suite
    else gtest_suite "$suite" "$suite" "build/native-debug/bin/${suite}_tests"; fi
  done
  if wanted wasm; then
    for suite in "${WASM_GTESTS[@]}"; do
      if [ -n "${broken[wasm-tests ${suite}_tests]:-}" ]; then could_not_run "wasm $suite" "it does not build."
      else gtest_suite "wasm $suite" "wasm-$suite" node "build/wasm-tests/bin/${suite}_tests.cjs"; fi
    done
  fi
  if wanted fuzz; then
    if [ -n "${broken[fuzz]:-}" ]; then could_not_run fuzz "the fuzzers do not build."; else fuzz_suite; fi
  fi
  if any_wanted size e2e; then
    if [ -n "${broken[client]:-}" ]; then could_not_run size "the client does not build."; else size_suite; fi
  fi
  run_node_suites
  if wanted lint; then
    if [ -n "${lint_job:-}" ]; then lint_finish; else could_not_run lint "the build could not be prepared."; fi
  fi

  echo "$total_passed passed, $total_failed failed"
  [ "$total_failed" -eq 0 ]
}
