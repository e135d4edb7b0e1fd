#!/usr/bin/env bash
# fuzz.sh SECONDS [TARGET...]: fuzzes each target ("note", all without a name) for the seconds given, starting from its
# corpus; what it finds beyond lies in build-fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=$1; shift
targets=("$@")
[ $# -gt 0 ] || for source in fuzz/*_fuzz.cc; do targets+=("$(basename "$source" _fuzz.cc)"); done
CC=clang-14 CXX=clang++-14 cmake -S . -B build-fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCORANTO_FUZZ=ON >/dev/null
for target in "${targets[@]}"; do
  cmake --build build-fuzz --target "${target}_fuzz" >/dev/null
  mkdir -p "build-fuzz/corpus/$target"
  "build-fuzz/${target}_fuzz" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="$PWD/build-fuzz/$target-" "$PWD/build-fuzz/corpus/$target" "$PWD/fuzz/corpus/$target"
done
