#!/usr/bin/env bash
# `make bench`: Coranto and spaCy 3.8 side by side on bench/texts, then Coranto and other extractors on web pages.
set -euo pipefail
cd "$(dirname "$0")/.."
cmake --build build --target network_bench >/dev/null
python3 bench/run.py build/coranto build/network_bench "$(tools/spacy_environment.sh)"
python3 bench/isolate.py build/coranto "$(tools/rivals_environment.sh)"
