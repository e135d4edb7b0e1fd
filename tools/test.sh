#!/usr/bin/env bash
# Every test on the release build, then unit tests, fuzz corpora, the C API and the sample reports once more under the
# sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
ctest --test-dir build --output-on-failure -j2
cmake --preset sanitizers >/dev/null
cmake --build --preset sanitizers
ctest --test-dir build-sanitizers --output-on-failure -R '^fuzz_|^c_api$|^c_api_threads$'
build-sanitizers/coranto read samples --threads 2 --as jsonl >/dev/null
build-sanitizers/coranto_tests --gtest_brief=1
