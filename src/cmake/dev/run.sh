# ./dev run: the portal with its demo organisation.

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

is_port() { [[ $1 =~ ^[0-9]{1,5}$ ]] && [ "$1" -ge 1 ] && [ "$1" -le 65535 ]; }

run_portal() {
  local port=8080 data=${XDG_DATA_HOME:-${HOME:-/root}/.local/share}/ouderlogin fresh=()
  while [ $# -gt 0 ]; do
    case $1 in
      --port | --data) [ $# -ge 2 ] || fail "$1 needs a value." ;;&
      --port) port=$2; shift 2 ;;
      --port=*) port=${1#*=}; shift ;;
      --data) data=$2; shift 2 ;;
      --data=*) data=${1#*=}; shift ;;
      --fresh) fresh=(--fresh); shift ;;
      --help | -h) usage; return ;;
      *) fail "'$1' is not an option of ./dev run; ./dev help lists them." ;;
    esac
  done
  is_port "$port" || fail "'$port' is not a port; use 1 to 65535."
  [[ $data = /* ]] || data=$caller_folder/$data
  port_is_taken "$port" && fail "port $port is taken by another program; choose one with --port N."
  mkdir -p "$data" 2>/dev/null || fail "no rights to make the folder $data; choose one with --data DIR."
  [ -w "$data" ] || fail "no rights to write in $data; choose another folder with --data DIR."

  install_for build server client
  [ -e build/site/index.html ] || say "Building the portal; the first time takes some minutes."
  build_site || fail "$failure"
  tail -n 1 build/logs/site.log | sed 's/^ */First visit: /' >&2
  build native-release ouderlogin-server || fail "$failure"
  exec build/native-release/bin/ouderlogin-server serve \
    --port "$port" --data "$data" --client build/site --demo "${fresh[@]}"
}
