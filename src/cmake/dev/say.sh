# What ./dev says, and how it fails: one clear sentence and a non-zero exit.

say() { printf '%s\n' "$*" >&2; }

fail() {
  printf 'ouderlogin: %s\n' "$*" >&2
  exit 1
}

# The one sentence behind a failed step, read from its log.
reason_of() {
  local log=$1 what=$2
  if grep -aqiE 'no space left on device|ENOSPC|disk quota exceeded' "$log"; then
    echo "the disk is full: free some space and try again."
  elif grep -aqiE 'temporary failure resolving|could not resolve|name or service not known|network is unreachable|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|connection timed out|Failed to fetch' "$log"; then
    echo "$what needs the network, which could not be reached; connect and try again."
  elif grep -aqiE 'permission denied|EACCES|could not open lock file|are you root' "$log"; then
    echo "$what lacks the rights to write here ($(grep -aiE -m1 'permission denied|EACCES|lock file|are you root' "$log" | head -c 160))."
  else
    echo "$what failed; its output is in $log."
  fi
}

# step WHAT LOG COMMAND... : runs a long command with its output in build/logs, and says what it is doing.
step() {
  local what=$1 log=build/logs/$2.log
  shift 2
  mkdir -p build/logs 2>/dev/null || fail "no rights to write in $PWD/build."
  if ! "$@" >"$log" 2>&1; then
    grep -aE 'error:|Error:|FAILED|fatal' "$log" | cut -c1-300 | head -n 20 >&2 || tail -n 20 "$log" >&2
    failure=$(reason_of "$log" "$what")
    return 1
  fi
}

must() { step "$@" || fail "$failure"; }
