#!/usr/bin/env bash
# Makes .deps/rivals: a virtual environment with what `coranto isolate` is measured against, pinned.
# Prints the path of its python. Exit 1 where it cannot be made (no network).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
home=$root/.deps/rivals
if ! "$home/bin/python" -c 'import trafilatura, resiliparse' 2>/dev/null; then
  rm -rf "$home"
  python3 -m venv "$home" >&2
  "$home/bin/pip" install --quiet --disable-pip-version-check trafilatura==2.0.0 htmldate==1.11.0 courlan==1.4.0 \
    justext==3.0.2 lxml==6.1.3 lxml_html_clean==0.4.6 resiliparse==2.0.1 >&2
fi
echo "$home/bin/python"
