#!/usr/bin/env bash
# Compares `coranto parse` with spaCy itself, from PyPI, with both models: every attribute on the texts of this folder,
# on the development gold where it lies beside the checkout and on random odd texts, and the tokens of more odd texts.
# usage: live_spacy.sh CORANTO. Exit 77 (skipped) only where PyPI cannot be reached.
set -euo pipefail
coranto=$(realpath "$1")
cd "$(dirname "$0")/../.."
if ! python=$(tools/spacy_environment.sh); then
  echo "skipped: spaCy is not installed and PyPI cannot be reached"
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
models=(--model .deps/en_core_web_sm --model .deps/en_core_web_md)
texts=(tests/label/texts ../shared/gold/dev/*.txt)
[ -f "${texts[1]}" ] || unset 'texts[1]'
"$python" tools/equality.py --coranto "$coranto" "${models[@]}" --list 40 "${texts[@]}"
"$python" tools/odd_texts.py 1 1000 >"$work/odd.jsonl"
"$python" tools/equality.py --coranto "$coranto" "${models[@]}" --list 40 --floor 0.999 "$work/odd.jsonl"
"$python" tools/tokenizer_fuzz.py --coranto "$coranto" --seed 2 --count 4000
