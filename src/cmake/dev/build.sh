# Building: one tree per preset under build/, and the site that the server serves.

our_cpp() { find src tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print0; }

configure() {
  local preset=$1
  [ -e "build/$preset/build.ninja" ] && return
  step "Preparing $preset" "configure-$preset" cmake --preset "$preset"
}

# build PRESET TARGET...
build() {
  local preset=$1
  shift
  configure "$preset" || return
  step "Building $*" "build-$preset" cmake --build "build/$preset" -j "$jobs" --target "$@"
}

build_site() {
  build wasm-release ouderlogin || return
  step "Putting the site together" site "$(font_python)" src/cmake/site.py --client build/wasm-release/bin
}
