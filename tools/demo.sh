#!/usr/bin/env bash
# Reads the sample reports into a record and shows what can be asked of it.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf record
echo '$ build/coranto read samples --into record'
build/coranto read samples --into record
echo
echo '$ build/coranto show record'
build/coranto show record
cat <<'TEXT'

What to try next:
  build/coranto query record "select type, modality, count(*) as n from events group by all order by n desc"
  build/coranto query record "select name, country, sector from actors where kind = 'person'"
  build/coranto read YOUR-FILES --into record && build/coranto show record
  build/coranto read YOUR-FILES --as jsonl
  build/coranto parse YOUR-FILE
  build/coranto export record --as parquet --into tables
TEXT
