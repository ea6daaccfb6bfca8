# ./dev fuzz: libFuzzer on what reads files and judges wishes.

FUZZERS=(rules evaluate)

# What a fuzzer found before is kept, and where it begins the next time; the rules begin with the example of their tests.
fuzz_corpus() {
  local folder=build/fuzz/corpus/$1
  mkdir -p "$folder"
  [ "$1" != rules ] || cp tests/api/rules.example.json "$folder/"
  echo "$folder"
}

# fuzz_once NAME SECONDS : what it finds is written to build/fuzz as crash-….
fuzz_once() {
  timeout $(($2 + 120)) "build/fuzz/bin/$1_fuzzer" -max_total_time="$2" -max_len=8000 -print_final_stats=1 \
    -artifact_prefix="build/fuzz/$1-" "$(fuzz_corpus "$1")" >"build/logs/fuzz-$1.log" 2>&1
}

build_fuzzers() { build fuzz "${FUZZERS[@]/%/_fuzzer}"; }

# run_fuzz [--seconds N]
run_fuzz() {
  local seconds=60 name found=0
  while [ $# -gt 0 ]; do
    case $1 in
      --seconds) [ $# -ge 2 ] || fail "$1 needs a value."; seconds=$2; shift 2 ;;
      *) fail "'$1' is not an option of ./dev fuzz; ./dev help lists them." ;;
    esac
  done
  [[ $seconds =~ ^[1-9][0-9]{0,5}$ ]] || fail "'$seconds' is not a number of seconds."
  install_for build server fuzz
  build_fuzzers || fail "$failure"
  for name in "${FUZZERS[@]}"; do
    say "Fuzzing $name for $seconds seconds"
    if fuzz_once "$name" "$seconds"; then
      say "$(sed -n 's/^stat::number_of_executed_units: *//p' "build/logs/fuzz-$name.log") inputs, nothing found."
    else
      tail -n 40 "build/logs/fuzz-$name.log" >&2
      found=1
    fi
  done
  [ $found -eq 0 ] || fail "an input was found that breaks a promise; it is in build/fuzz."
}
