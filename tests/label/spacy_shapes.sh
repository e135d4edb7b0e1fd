#!/usr/bin/env bash
# Compares `coranto parse` with spaCy on packages of many shapes with random weights (tools/spacy_packages.py).
# usage: spacy_shapes.sh CORANTO. Exit 77 (skipped) only where PyPI cannot be reached.
set -euo pipefail
coranto=$(realpath "$1")
cd "$(dirname "$0")/../.."
if ! python=$(tools/spacy_environment.sh); then
  echo "skipped: spaCy is not installed and PyPI cannot be reached"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -W ignore tools/spacy_packages.py .deps/en_core_web_sm "$work"
models=()
for package in "$work"/*; do models+=(--model "$package"); done
"$python" -W ignore tools/equality.py --coranto "$coranto" "${models[@]}" --list 10 --floor 0.999 tests/label/texts bench/texts/w1-*.txt
