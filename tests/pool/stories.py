#!/usr/bin/env python3
"""Scores the engine's stories on the matters of stories.tsv and holds pair F1 against floors: stories.py PROGRAM [--list]

--list: also prints the pairs that were missed and those that were joined wrongly.
The texts lie in ../shared beside the project; where it is absent the test is skipped (exit 77).
"""
import csv
import gzip
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FLOORS = {"develop": 0.43, "unseen": 0.72}


def documents():
    """{set: ids} of all documents."""
    with gzip.open(SHARED / "data/aeb/ground-truth.json.gz", "rt", encoding="utf8") as file:
        pages = list(json.load(file))
    with gzip.open(SHARED / "data/lgl/lgl.jsonl.gz", "rt", encoding="utf8") as file:
        articles = [json.loads(line)["id"] for line in file]
    with gzip.open(SHARED / "data/timebank/timebank.jsonl.gz", "rt", encoding="utf8") as file:
        older = [json.loads(line)["id"] for line in file]
    return {"aeb": pages, "lgl": articles, "timebank": older, "bench": [p.stem for p in (ROOT / "bench/texts").glob("*.txt")]}


def part_of(kind, name):
    if kind == "timebank":
        return "develop"
    digit = len(name) if kind == "bench" else int(name[-1], 16)
    return "unseen" if digit % 2 else "develop"


def matters():
    """{part: {document: matter}}, a document of none being its own."""
    with open(pathlib.Path(__file__).with_name("stories.tsv"), encoding="utf8") as file:
        listed = {(row["set"], row["id"]): row
                  for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")}
    gold = {"develop": {}, "unseen": {}}
    for kind, names in documents().items():
        for name in names:
            row = listed.get((kind, name[:8] if kind == "aeb" else name.removeprefix("lgl-")))
            if row and row["story"] == "?":
                continue
            story = row["story"] if row and row["story"] != "-" else name
            gold[row["part"] if row else part_of(kind, name)][name] = story
    return gold


def reports(program, folder):
    """The engine's output on all four sets, each read at once."""
    clean = [ROOT / "bench/texts"]
    for kind in ("lgl", "timebank"):
        clean.append(pathlib.Path(folder, kind))
        subprocess.run([sys.executable, SHARED / "score/inputs.py", SHARED / f"data/{kind}/{kind}.jsonl.gz", clean[-1]],
                       check=True, stdout=subprocess.DEVNULL)
    for paths in [[SHARED / "data/aeb/html"], *([texts, "--isolated"] for texts in clean)]:
        run = subprocess.run([program, "read", *paths, "--as", "jsonl"], stdout=subprocess.PIPE, check=True)
        yield from filter(None, run.stdout.decode("utf8").split("\n"))


def score(gold, system, folder):
    truth = pathlib.Path(folder, "gold.jsonl")
    truth.write_text("".join(json.dumps({"id": name, "cluster": story}) + "\n" for name, story in gold.items()))
    scored = subprocess.run([sys.executable, SHARED / "score/pairs.py", truth, system, "story"], capture_output=True,
                            check=True, text=True)
    return scored.stdout


def list_errors(gold, system):
    sys.path.insert(0, str(SHARED / "score"))
    from common import doc_id  # the scorers' own way to name a document
    told = {}
    for line in system.read_text(encoding="utf8").split("\n"):
        report = json.loads(line)
        told[doc_id(report["source"])] = (report["story"], report["title"] or report["text"][:60])
    for a, b in itertools.combinations(sorted(gold), 2):
        joined = told[a][0] == told[b][0]
        if joined != (gold[a] == gold[b]):
            print("  wrong" if joined else "  missed", *(f"{name[:12]} {told[name][1][:50]!r}" for name in (a, b)))


def main():
    if not (SHARED / "data/lgl").is_dir():
        print(f"skipped: {SHARED}/data is not there")
        sys.exit(77)
    fallen = 0
    with tempfile.TemporaryDirectory() as folder:
        system = pathlib.Path(folder, "system.jsonl")
        system.write_text("\n".join(reports(sys.argv[1], folder)), encoding="utf8")
        for part, gold in matters().items():
            print(part)
            scored = score(gold, system, folder)
            print(scored, end="")
            figure = float(next(line.split()[-1] for line in scored.splitlines() if line.startswith("pair F1")))
            fallen += figure < FLOORS[part]
            print("ok" if figure >= FLOORS[part] else "FELL", "floor", FLOORS[part])
            if "--list" in sys.argv:
                list_errors(gold, system)
    sys.exit(fallen > 0)


if __name__ == "__main__":
    main()
