#!/usr/bin/env bash
# Fuzzes each target for the seconds given, starting from its corpus; what it finds beyond lies in build-fuzz/.
set -euo pipefail
cd "$(dirname "$0")/.."
CC=clang-14 CXX=clang++-14 cmake -S . -B build-fuzz -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCORANTO_FUZZ=ON >/dev/null
for source in fuzz/*_fuzz.cc; do
  target=$(basename "$source" .cc)
  cmake --build build-fuzz --target "$target" >/dev/null
  mkdir -p "build-fuzz/corpus/$target"
  "build-fuzz/$target" -max_total_time="$1" -print_final_stats=1 -artifact_prefix=build-fuzz/ \
    "build-fuzz/corpus/$target" "fuzz/corpus/${target%_fuzz}"
done
