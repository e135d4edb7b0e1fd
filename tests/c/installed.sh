#!/usr/bin/env bash
# installed.sh BUILD-FOLDER: the example of docs/c-api.md, compiled against the installed library, prints what is said
# there; the library exports the functions of the header and nothing else.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cd "$prefix"
cmake --install "$1" --component c --prefix "$prefix" >/dev/null
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$root/docs/c-api.md" | sed '1d;$d'; }
block c >names.c
export PKG_CONFIG_PATH
PKG_CONFIG_PATH=$(dirname "$(find . -name coranto.pc)")
library=$(dirname "$(find "$prefix" -name libcoranto.so)")
flags=$(pkg-config --cflags --libs coranto)
cc -std=c89 -pedantic -Wall -Wextra -Werror names.c $flags ${CFLAGS-} -o names
export LD_LIBRARY_PATH=$library
diff <(block text) <(./names "$root/.deps/en_core_web_sm")
if ./names nowhere 2>said; then echo "no model, and no failure"; exit 1; fi
grep -q nowhere said

declared=$(grep -o 'coranto_[a-z_]*(' include/coranto/c.h | tr -d '(' | sort -u)
exported=$(nm -D --defined-only "$library/libcoranto.so" | awk '$2 != "A" { sub(/@.*/, "", $3); print $3 }' | sort -u)
diff <(echo "$declared") <(echo "$exported")
