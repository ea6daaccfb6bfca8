# ./dev bench and ./dev screenshots: Chromium in front of the portal as parents get it.

prepare_browser() {
  install_for build server client browser
  npm_ci tests || fail "$failure"
  say "Building the portal"
  build_site || fail "$failure"
  build native-release ouderlogin-server || fail "$failure"
  export OUDERLOGIN_SERVER=$PWD/build/native-release/bin/ouderlogin-server OUDERLOGIN_SITE=$PWD/build/site
  OUDERLOGIN_CHROMIUM=${OUDERLOGIN_CHROMIUM:-$(command -v chromium)}
  export OUDERLOGIN_CHROMIUM
}

# run_bench [--runs N] [--cpu TIMES_SLOWER]
run_bench() {
  prepare_browser
  npm_ci tests/bench || fail "$failure"
  must "Bundling the page of comparison" bench-page node tests/bench/build.mjs build/bench
  node tests/bench/bench.mjs --comparison "$PWD/build/bench" "$@"
  node tests/bench/drag.mjs
  build wasm-release verdicts_bench || fail "$failure"
  node tests/bench/verdicts.mjs "$PWD/build/wasm-release/bin"
  install_for bench
  build native-bench core_bench || fail "$failure"
  build/native-bench/bin/core_bench
}

# take_screenshots --accept [WORD...] : what the tests compare with.
# take_screenshots [DIR] : every screen, phone and desktop, light and dark; the repository's own pictures are refreshed.
take_screenshots() {
  if [ "${1:-}" = --accept ]; then
    shift
    prepare_browser
    build_gallery wasm-release || fail "$failure"
    OUDERLOGIN_GALLERY=$PWD/build/gallery node tests/e2e/golden.mjs "$@"
    return
  fi
  local folder=${1:-build/screenshots} picture
  [[ $folder = /* || $# -eq 0 ]] || folder=$caller_folder/$folder
  prepare_browser
  node tests/e2e/screenshots.mjs "$folder"
  for picture in assets/screenshots/*.png; do cp "$folder/${picture##*/}" "$picture"; done
  say "The pictures are in $folder; those of assets/screenshots are new as well."
}
