#!/usr/bin/env python3
"""Scores the engine on the gold reports and holds the figures against floors.tsv: floors.py PROGRAM

The gold lies in ../shared beside the project; where it is absent the test is skipped (exit 77).
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def figures(program):
    texts = sorted(str(p) for p in (SHARED / "gold/dev").glob("*.txt"))
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as records:
        subprocess.run([program, "read", *texts, "--isolated", "--as", "jsonl"], stdout=records, check=True)
        scored = subprocess.run([sys.executable, SHARED / "score/gold.py", "--gold", SHARED / "gold/dev", "--records",
                                 records.name, "--json"], capture_output=True, check=True)
    return json.loads(scored.stdout)["total"]


def main():
    if not (SHARED / "gold/dev").is_dir():
        print(f"skipped: {SHARED}/gold/dev is not there")
        sys.exit(77)
    total, fallen = figures(sys.argv[1]), 0
    with open(pathlib.Path(__file__).with_name("floors.tsv"), encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            value, floor = total[row["figure"]][row["key"]], float(row["floor"])
            holds = value <= floor if row["most"] == "1" else value >= floor
            fallen += not holds
            print(f"{'ok  ' if holds else 'FELL'} {row['figure']:22}{value:7.3f}  floor {floor}")
    sys.exit(fallen > 0)


if __name__ == "__main__":
    main()
