# ./dev gallery, and the gallery that the tests photograph.

# build_gallery PRESET : puts its site together in build/gallery.
build_gallery() {
  local preset=$1
  build "$preset" ouderlogin-gallery || return
  step "Putting the gallery together" gallery "$(font_python)" src/cmake/site.py \
    --client "build/$preset/bin" --program ouderlogin-gallery --out build/gallery --draft
}

# run_gallery [--port N]
run_gallery() {
  local port=8081
  while [ $# -gt 0 ]; do
    case $1 in
      --port) [ $# -ge 2 ] || fail "$1 needs a value."; port=$2; shift 2 ;;
      --port=*) port=${1#*=}; shift ;;
      *) fail "'$1' is not an option of ./dev gallery; ./dev help lists them." ;;
    esac
  done
  is_port "$port" || fail "'$port' is not a port; use 1 to 65535."
  port_is_taken "$port" && fail "port $port is taken by another program; choose one with --port N."
  install_for build server client
  build_gallery wasm-debug || fail "$failure"
  build native-release ouderlogin-server || fail "$failure"
  mkdir -p build/gallery-data
  exec build/native-release/bin/ouderlogin-server serve --port "$port" --data build/gallery-data --client build/gallery
}
