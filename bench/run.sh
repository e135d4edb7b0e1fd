#!/usr/bin/env bash
# `make bench`: Coranto and spaCy 3.8 side by side on bench/texts.
set -euo pipefail
cd "$(dirname "$0")/.."
python3 bench/run.py build/coranto "$(tools/spacy_environment.sh)"
