#!/usr/bin/env bash
# The two captures that every reader must get right: at least 37 of 38 facts. Skipped (77) where ../shared is absent.
set -euo pipefail
shared=$(cd "$(dirname "$0")/../.." && pwd)/../shared
[ -d "$shared/seeds" ] || { echo "skipped: $shared/seeds is not there"; exit 77; }
facts=$("$1" read "$shared/seeds" --as jsonl | python3 "$shared/score/seeds.py" || true)
grep -E '^MISS|facts hold' <<<"$facts"
[ "$(sed -n 's/ of .* facts hold//p' <<<"$facts")" -ge 37 ]
