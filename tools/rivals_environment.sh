#!/usr/bin/env bash
# Makes .deps/rivals: a virtual environment with what `coranto isolate` and the finding of copies are measured against,
# pinned; the latter by tools/rivals.txt. Prints the path of its python. Exit 1 where it cannot be made (no network).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
source "$root/tools/python_environment.sh"
make_environment "$root/.deps/rivals" trafilatura,resiliparse,datasketch trafilatura==2.0.0 htmldate==1.11.0 \
  courlan==1.4.0 justext==3.0.2 lxml==6.1.3 lxml_html_clean==0.4.6 resiliparse==2.0.1 \
  -- --require-hashes --no-deps -r "$root/tools/rivals.txt"
