#!/usr/bin/env python3
"""Holds the statements found in ../shared/data/polnear, development part, against floors: polnear.py PROGRAM

That folder is for measuring alone; where it is absent the test is skipped (exit 77). A floor only rises.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared"
FLOORS = {"source trimmed F1": 0.65, "cue trimmed F1": 0.615, "content trimmed F1": 0.495, "linked": 0.49}


def reports(program, gold):
    with tempfile.TemporaryDirectory() as folder:
        for document in gold:
            pathlib.Path(folder, document["id"] + ".txt").write_bytes(document["text"].encode())
        read = subprocess.run([program, "read", folder, "--isolated", "--as", "jsonl"], capture_output=True, check=True)
    return [json.loads(line) for line in read.stdout.splitlines()]


def main():
    file = SHARED / "data/polnear/dev.jsonl.gz"
    if not file.exists():
        print(f"skipped: {file} is not there")
        sys.exit(77)
    sys.path.insert(0, str(SHARED / "score"))
    from common import read_jsonl
    from polnear import score
    gold = read_jsonl(str(file))
    found, fallen = score(gold, reports(sys.argv[1], gold)), 0
    for name, floor in FLOORS.items():
        fallen += found[name] < floor
        print(f"{'ok  ' if found[name] >= floor else 'FELL'} {name:20}{found[name]:7.3f}  floor {floor}")
    sys.exit(fallen > 0)


if __name__ == "__main__":
    main()
