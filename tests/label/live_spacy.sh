#!/usr/bin/env bash
# Compares `coranto parse` with spaCy itself, from PyPI, with both models, on the development gold where it lies beside
# the checkout, else on the texts of this folder. usage: live_spacy.sh CORANTO. Exit 77 (skipped) only where PyPI cannot be reached.
set -euo pipefail
coranto=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
if ! python=$(tools/spacy_environment.sh); then
  echo "skipped: spaCy is not installed and PyPI cannot be reached"
  exit 77
fi
texts=(../shared/gold/dev/*.txt)
if [ ! -f "${texts[0]}" ]; then  # those that are text and not empty: others are refused before they are labelled
  texts=()
  for text in tests/label/texts/*.txt; do
    if grep -q '[^[:space:]]' "$text" && tr -d '\0' <"$text" | cmp -s - "$text"; then texts+=("$text"); fi
  done
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for model in en_core_web_sm en_core_web_md; do
  echo "$model"
  "$coranto" parse "${texts[@]}" --as conllu --model .deps/$model >"$work/ours.conllu"
  "$python" tools/spacy_conllu.py .deps/$model "${texts[@]}" >"$work/spacys.conllu"
  python3 tools/compare_conllu.py "$work/ours.conllu" "$work/spacys.conllu"
done
