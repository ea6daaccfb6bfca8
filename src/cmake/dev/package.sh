# ./dev package: the client as static files, for a CDN or a web server.

# package [--config FILE] [--out DIR]
package() {
  local out=dist config=() file
  while [ $# -gt 0 ]; do
    case $1 in
      --config | --out) [ $# -ge 2 ] || fail "$1 needs a value." ;;&
      --config) file=$2; [[ $file = /* ]] || file=$caller_folder/$file; config=(--config "$file"); shift 2 ;;
      --out) out=$2; [[ $out = /* ]] || out=$caller_folder/$out; shift 2 ;;
      *) fail "'$1' is not an option of ./dev package; ./dev help lists them." ;;
    esac
  done
  [ ${#config[@]} -eq 0 ] || [ -r "${config[1]}" ] || fail "the file ${config[1]} cannot be read."
  install_for build client
  say "Building the client; the first time takes some minutes."
  build wasm-release ouderlogin || fail "$failure"
  "$(font_python)" src/cmake/site.py --client build/wasm-release/bin \
    --out "$out/site" --nginx "$out/nginx.conf" "${config[@]}" >build/logs/package.log || fail "the package could not be made."
  tail -n 1 build/logs/package.log | sed 's/^ */First visit: /' >&2
  say "The files to upload are in $out/site; $out/nginx.conf is a configuration for nginx that serves them."
}
