#!/usr/bin/env python3
"""Scores the engine on the public sets for actors, places and times and holds the figures against sets.tsv: sets.py PROGRAM

The sets and their scorers lie in ../shared beside the project; where it is absent the test is skipped (exit 77).
"""
import csv
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
SETS = {"gsr_actors": "plv/gsr_actors", "lgl": "lgl/lgl", "geovirus": "geovirus/geovirus", "timebank": "timebank/timebank"}


def figures(program, name):
    import actor_code, common, inputs, timex, toponyms
    gold = SHARED / f"data/{SETS[name]}.jsonl.gz"
    with tempfile.TemporaryDirectory() as folder:
        inputs.main(str(gold), f"{folder}/in")
        with open(f"{folder}/out.jsonl", "wb") as out:
            subprocess.run([program, "read", f"{folder}/in", "--isolated", "--as", "jsonl"], stdout=out, check=True)
        gold, reports = common.read_jsonl(str(gold)), common.read_jsonl(f"{folder}/out.jsonl")
    if name in ("lgl", "geovirus"):  # GeoVirus counts no demonyms
        return toponyms.score(gold, reports, name == "lgl")
    return (actor_code if name == "gsr_actors" else timex).score(gold, reports)


def main():
    if not (SHARED / "data").is_dir():
        print(f"skipped: {SHARED}/data is not there")
        sys.exit(77)
    sys.path.insert(0, str(SHARED / "score"))
    scores, fallen = {name: figures(sys.argv[1], name) for name in SETS}, 0
    with open(pathlib.Path(__file__).with_name("sets.tsv"), encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            value, floor = scores[row["set"]][row["figure"]], float(row["floor"])
            fallen += value < floor
            print(f"{'ok  ' if value >= floor else 'FELL'} {row['set']:12}{row['figure']:20}{value:7.3f}  floor {floor}")
    sys.exit(fallen > 0)


if __name__ == "__main__":
    main()
