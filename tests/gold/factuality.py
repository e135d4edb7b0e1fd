#!/usr/bin/env python3
"""Holds what `coranto factuality` says of the sentences in ../shared/data/factuality against floors: factuality.py PROGRAM

That folder is for measuring alone; where it is absent the test is skipped (exit 77). A floor only rises, MAE only falls.
"""
import gzip
import json
import pathlib
import subprocess
import sys

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared"
FLOORS = (("uw_dev", "sure", 0.45, 0.76), ("uds_dev", "happened", 1.35, 0.57))  # set, --asks, most MAE, least r


def main():
    folder = SHARED / "data/factuality"
    if not folder.is_dir():
        print(f"skipped: {folder} is not there")
        sys.exit(77)
    sys.path.insert(0, str(SHARED / "score"))
    from factuality import score_values
    fallen = 0
    for name, asks, most, least in FLOORS:
        lines = gzip.decompress((folder / f"{name}.jsonl.gz").read_bytes())
        said = subprocess.run([sys.argv[1], "factuality", "--asks", asks], input=lines, capture_output=True, check=True)
        values = {row["id"]: row["values"] for row in map(json.loads, said.stdout.splitlines())}
        scored = score_values([json.loads(line) for line in lines.splitlines()], values)
        holds = scored["MAE all"] <= most and scored["r all"] >= least
        fallen += not holds
        print(f"{'ok  ' if holds else 'FELL'} {name}: MAE {scored['MAE all']:.3f}, at most {most}; "
              f"r {scored['r all']:.3f}, at least {least}")
    sys.exit(fallen > 0)


if __name__ == "__main__":
    main()
