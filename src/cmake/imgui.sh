#!/usr/bin/env bash
# Puts the pinned Dear ImGui sources into build/_deps/imgui. Does nothing when they are there.
#
# Debian 12 packages an ImGui without the sources that WebAssembly needs, so they come from upstream's release or, where
# only a Debian mirror can be reached, from Debian testing's source package. Both are held to the same pins: the hash of
# every file that is compiled (imgui.sha256). A copy in the user's cache outlives deleted build trees.
set -euo pipefail

version=1.92.2b
debian_archive_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
upstream_url=https://github.com/ocornut/imgui/archive/refs/tags/v$version.tar.gz

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
deps=$(cd "$here/../.." && pwd)/build/_deps
target=$deps/imgui
cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/ouderlogin/imgui-$version
pins=$here/imgui.sha256

fail() { echo "Dear ImGui $version: $*" >&2; exit 1; }
is_good() { [ -d "$1" ] && (cd "$1" && sha256sum --check --quiet --strict "$pins" >/dev/null 2>&1); }

# Copies exactly the pinned files, so that nothing unchecked gets onto an include path.
take_from() {
  local from=$1 to=$2 part=$2.part.$$ file
  rm -rf "$part"
  while read -r _ file; do
    mkdir -p "$part/$(dirname "$file")"
    cp "$from/$file" "$part/$file" || return 1
  done <"$pins"
  rm -rf "$to"
  mkdir -p "$(dirname "$to")"
  mv "$part" "$to"
}

unpack() {
  rm -rf "$work/tree"
  mkdir -p "$work/tree"
  tar -xf "$1" -C "$work/tree" --strip-components=1
}

from_upstream() {
  local archive=$work/upstream.tar.gz
  if command -v curl >/dev/null; then
    curl -fsSL --connect-timeout 5 --max-time 60 -o "$archive" "$upstream_url" 2>/dev/null || return 1
  elif command -v wget >/dev/null; then
    wget -q --connect-timeout=5 --read-timeout=20 --tries=1 -O "$archive" "$upstream_url" || return 1
  else
    return 1
  fi
  unpack "$archive" 2>/dev/null || return 1
  is_good "$work/tree"
}

# The machine's own Debian mirrors, as "URI<tab>options": its deb822 files first, then its one-line sources.
debian_mirrors() {
  local files=(/etc/apt/sources.list.d/*.sources) lists=(/etc/apt/sources.list /etc/apt/sources.list.d/*.list)
  cat "${files[@]}" 2>/dev/null | awk '
    BEGIN { RS = ""; FS = "\n" }
    { types = uris = suites = ""
      for (i = 1; i <= NF; i++) {
        if ($i ~ /^#/) continue
        split($i, pair, /:[ \t]*/)
        value = $i; sub(/^[^:]*:[ \t]*/, "", value)
        if (pair[1] == "Types") types = value
        if (pair[1] == "URIs") uris = value
        if (pair[1] == "Components") components = value
      }
      if (types ~ /deb/ && components ~ /main/ && uris !~ /security/) { n = split(uris, u, /[ \t]+/); for (j = 1; j <= n; j++) print u[j] } }'
  cat "${lists[@]}" 2>/dev/null | awk '$1 == "deb" && / main( |$)/ && !/security/ { for (i = 2; i <= NF; i++) if ($i ~ /^[a-z+]+:\//) print $i }'
}

from_debian() {
  command -v apt-get >/dev/null || return 1
  local root=$work/apt uri keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  mkdir -p "$root/lists/partial" "$root/cache/archives/partial" "$root/download"
  local options=(-o "Dir::Etc::sourcelist=$root/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::Lists=$root/lists" -o "Dir::Cache=$root/cache" -o Acquire::Check-Valid-Until=false
    -o Acquire::Languages=none -o APT::Sandbox::User="$(id -un)" -o Acquire::Retries=1)
  for uri in $(debian_mirrors | sort -u); do
    echo "deb-src [signed-by=$keyring] $uri testing main" >"$root/sources.list"
    apt-get "${options[@]}" update -qq >"$work/apt.log" 2>&1 || continue
    (cd "$root/download" && apt-get "${options[@]}" source -qq --download-only "imgui" >>"$work/apt.log" 2>&1) || continue
    local archive
    archive=$(find "$root/download" -name "imgui_$version*.orig.tar.xz" -print -quit)
    [ -n "$archive" ] || continue
    echo "$debian_archive_sha256  $archive" | sha256sum --check --quiet >/dev/null 2>&1 ||
      fail "the archive from $uri is not the pinned one (its SHA-256 differs)."
    unpack "$archive" || return 1
    return 0
  done
  return 1
}

mkdir -p "$deps"
exec 9>"$deps/.imgui.lock"
command -v flock >/dev/null && flock 9

is_good "$target" && exit 0
if is_good "$cache"; then
  take_from "$cache" "$target"
  exit 0
fi

work=$(mktemp -d "$deps/imgui-fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
echo "Fetching Dear ImGui $version" >&2
from_upstream || from_debian ||
  fail "neither github.com nor a Debian mirror with 'testing' could be reached; connect to the network and try again."
is_good "$work/tree" || fail "the files in the archive are not the pinned ones (src/cmake/imgui.sha256)."
take_from "$work/tree" "$target"
take_from "$target" "$cache" 2>/dev/null || true
