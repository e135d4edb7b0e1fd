#!/usr/bin/env python3
"""Title, day and authors against pages.tsv: metadata.py PROGRAM [--show]

A page is right in a field where it is equal to the last letter (titles and names without regard to case and
punctuation; authors as a set). The pages lie in ../shared beside the project; where they are absent the test is
skipped (exit 77). Exit 1 where a share is below its floor. --show: prints what is wrong.
"""
import csv
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PAGES = HERE.parents[2] / "shared/data/aeb/html"
FLOORS = {"title": 0.95, "published": 0.95, "authors": 0.80}


def plain(text):
    return re.sub(r"\W+", "", text or "").lower()


def gold():
    with open(HERE / "pages.tsv", encoding="utf-8") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t",
                                   quoting=csv.QUOTE_NONE))


def isolated(program, pages):
    """The first report of each page."""
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            html = gzip.decompress((PAGES / f"{page}.html.gz").read_bytes())
            (pathlib.Path(folder) / f"{page}.html").write_bytes(html)
        done = subprocess.run([program, "isolate", folder, "--as", "jsonl"], capture_output=True, check=True)
    reports = {}
    for line in done.stdout.decode("utf-8").splitlines():
        report = json.loads(line)
        reports.setdefault(pathlib.Path(report["source"]).stem, report)
    return reports


def verdicts(row, report):
    authors = {plain(name) for name in row["authors"].split(";")} - {""}
    return {"title": plain(report["title"]) == plain(row["title"]),
            "published": (report["published"] or "-") in row["published"].split("|"),
            "authors": {plain(name) for name in report["byline"]} == authors}


def main():
    if not PAGES.is_dir():
        print(f"skipped: {PAGES} is not there")
        sys.exit(77)
    rows, fallen = gold(), False
    reports = isolated(sys.argv[1], [row["page"] for row in rows])
    right = {(half, field): [] for half in ("dev", "check") for field in FLOORS}
    for row in rows:
        report = reports[row["page"]]
        for field, holds in verdicts(row, report).items():
            right[row["half"], field].append(holds)
            if not holds and "--show" in sys.argv:
                print(row["page"][:10], row["half"], field, "is", report["byline" if field == "authors" else field],
                      "not", row[field])
    for field, floor in FLOORS.items():
        shares = {half: sum(right[half, field]) / len(right[half, field]) for half in ("dev", "check")}
        both = sum(shares.values()) / 2
        fallen |= both < floor
        print(f"{'ok  ' if both >= floor else 'FELL'} {field:10} dev {shares['dev']:.3f}  check {shares['check']:.3f}  "
              f"both {both:.3f}  floor {floor}")
    sys.exit(fallen)


if __name__ == "__main__":
    main()
