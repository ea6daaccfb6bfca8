# What each command needs, and how it gets there: only what is missing, from the system's packages and from npm.

# lacking PACKAGE TEST... : notes the package when the test fails.
missing=()
lacking() {
  local package=$1
  shift
  [[ " ${missing[*]} " = *" $package "* ]] || "$@" >/dev/null 2>&1 || missing+=("$package")
}
has() { command -v "$1"; }

# The Python that has fontTools and brotli; a Python of the user's own on PATH often lacks them.
font_python() {
  local python
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import fontTools, brotli' 2>/dev/null && echo "$python" && return
  done
  return 1
}

# The Debian 12 version of a Clang tool: another version lays out code differently.
clang_tool() {
  if has "$1-14" >/dev/null; then echo "$1-14"; else echo "$1"; fi
}

want_basics() {
  lacking cmake has cmake
  lacking ninja-build has ninja
  lacking g++ has c++
  lacking libc6-dev test -e /usr/include/stdlib.h
  lacking pkg-config has pkg-config
  lacking ccache has ccache
  lacking xz-utils has xz
  lacking ca-certificates test -e /etc/ssl/certs/ca-certificates.crt
  lacking python3 has python3
  font_python >/dev/null || missing+=(python3-fonttools python3-brotli)
  lacking nodejs has node
  lacking npm has npm
  lacking nlohmann-json3-dev test -e /usr/include/nlohmann/json.hpp
}

want_server() {
  lacking libmicrohttpd-dev test -e /usr/include/microhttpd.h
  lacking libcurl4-openssl-dev pkg-config --exists libcurl
  lacking libsodium-dev test -e /usr/include/sodium.h
  lacking libsoci-dev test -e /usr/include/soci/soci.h
  lacking libsqlite3-dev test -e /usr/include/sqlite3.h
  lacking libcairo2-dev test -e /usr/include/cairo/cairo-ft.h
  lacking libqrencode-dev test -e /usr/include/qrencode.h
}

want_client() { lacking emscripten has emcc; }

want_gtest() {
  lacking libgtest-dev test -e /usr/include/gtest/gtest.h
  lacking googletest test -e /usr/src/googletest/googletest/src/gtest-all.cc
  lacking poppler-utils has pdftotext  # the server's tests read its documents
  lacking openssl has openssl  # the certificate of the mail server that the contract's tests play
}

want_bench() { lacking libbenchmark-dev test -e /usr/include/benchmark/benchmark.h; }

want_fuzzers() {
  lacking clang-14 has clang++-14
  lacking libclang-rt-14-dev compgen -G "/usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a"
}

want_browser() { lacking chromium has chromium; }

want_postgres() { lacking postgresql compgen -G "/usr/lib/postgresql/*/bin/initdb"; }

want_nginx() { lacking nginx-light test -x /usr/sbin/nginx; }

# install_for KIND... : build server client gtest bench fuzz browser nginx postgres format tidy
install_for() {
  missing=()
  local kind
  for kind in "$@"; do
    case $kind in
      build) want_basics ;;
      server) want_server ;;
      client) want_client ;;
      gtest) want_gtest ;;
      bench) want_bench ;;
      fuzz) want_fuzzers ;;
      browser) want_browser ;;
      nginx) want_nginx ;;
      postgres) want_postgres ;;
      node) lacking nodejs has node; lacking npm has npm ;;
      format) lacking clang-format-14 has clang-format-14 ;;
      tidy) lacking clang-tidy-14 has clang-tidy-14 ;;
    esac
  done
  [ ${#missing[@]} -eq 0 ] || install_packages
  if has node >/dev/null && [ "$(node -p 'parseInt(process.versions.node)')" -lt 18 ]; then
    fail "node $(node --version) is too old; 18 or later is needed."
  fi
}

install_packages() {
  local names="${missing[*]}" as_root=()
  has apt-get >/dev/null || fail "these packages are missing and there is no apt to install them: $names."
  if [ "$(id -u)" != 0 ]; then
    has sudo >/dev/null || fail "no rights to install what is missing; ask your administrator for: apt-get install $names"
    as_root=(sudo)
  fi
  say "Installing $names"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q --no-install-recommends -o Dpkg::Use-Pty=0)
  mkdir -p build/logs 2>/dev/null || fail "no rights to write in $PWD/build."
  "${apt[@]}" install "${missing[@]}" >build/logs/apt.log 2>&1 && return  # with the package lists as they are
  must "Reading the package lists" apt-update "${apt[@]}" update
  must "Installing packages" apt "${apt[@]}" install "${missing[@]}"
}

# npm_ci FOLDER : the packages that its lock file names, unless they are there.
npm_ci() {
  local folder=$1 stamp=$1/node_modules/.ouderlogin-lock wanted
  wanted=$(sha256sum "$folder/package-lock.json" | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && return
  say "Installing the npm packages of $folder"
  step "Installing npm packages" "npm-${folder//\//-}" npm ci --prefix "$folder" --no-audit --no-fund --ignore-scripts || return 1
  echo "$wanted" >"$stamp"
}
