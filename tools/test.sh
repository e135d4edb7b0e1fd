#!/usr/bin/env bash
# Every test, on the release build and then the unit tests once more under the sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
ctest --test-dir build --output-on-failure -j2
cmake --preset sanitizers >/dev/null
cmake --build --preset sanitizers --target coranto_tests
build-sanitizers/coranto_tests --gtest_brief=1
