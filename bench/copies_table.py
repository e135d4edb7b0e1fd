"""How well copies are found in a set of copies.py, by edit and strength: Coranto beside MinHash, in one run.

Of each edit and strength: the documents so edited and all that are plain, scored as groupings by the adjusted Rand index
(Hubert, Arabie, "Comparing partitions", 1985) and by F1 of the pairs that belong together. Edits that make no copies
have no pairs to find; of them it is told how many documents were joined with another one wrongly.
"""
import collections
import json
import pathlib
import subprocess
import sys

NO_COPIES = ("host", "merged", "furniture")


def pairs(counts):
    return sum(n * (n - 1) // 2 for n in counts.values())


def scores(gold, found):
    """Adjusted Rand index and pair F1 of two groupings, {document: group}."""
    both = pairs(collections.Counter((group, found[name]) for name, group in gold.items()))
    of_gold = pairs(collections.Counter(gold.values()))
    of_found = pairs(collections.Counter(found[name] for name in gold))
    expected = of_gold * of_found / max(1, len(gold) * (len(gold) - 1) // 2)
    most = (of_gold + of_found) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0, both / most if most else 1.0


def ours(program, folder):
    paths = sorted(pathlib.Path(folder).glob("*.txt"))
    done = subprocess.run([program, "read", *paths, "--isolated", "--as", "jsonl"], check=True, capture_output=True)
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    return {pathlib.Path(r["source"]).stem: r["copy_of"] or r["id"] for r in reports}


def minhash(python, folder, gold):
    """Of all settings the one that does best on the whole set."""
    done = subprocess.run([python, pathlib.Path(__file__).with_name("copies_minhash.py"), folder], check=True,
                          capture_output=True)
    settings = [json.loads(line) for line in done.stdout.splitlines()]
    return max(settings, key=lambda one: scores(gold, one["groups"])[0])


def wrong(names, gold, found):
    """Of the documents those that share a group with one they do not belong to."""
    mixed = collections.defaultdict(set)
    for name, group in found.items():
        mixed[group].add(gold[name])
    return sum(len(mixed[found[name]]) > 1 for name in names)


class Table:
    def __init__(self, rows, systems):
        self.rows, self.systems = rows, systems
        self.gold = {row["id"]: row["cluster"] for row in rows}
        self.plain = {row["id"] for row in rows if row["edit"] == "plain"}

    def names(self, edits, strengths):
        return {r["id"] for r in self.rows if r["edit"] in edits and r["strength"] in strengths}

    def line(self, what, names):
        gold = {name: self.gold[name] for name in names | self.plain}
        figures = [scores(gold, found) for found in self.systems]
        print(f"{what:14}{len(names):6}" + "".join(f"{rand:10.3f}" for rand, _ in figures)
              + "".join(f"{f1:10.3f}" for _, f1 in figures))

    def write(self):
        print(f"{'':20}{'adjusted Rand index':>20}{'pair F1':>20}")
        print(f"{'edit':14}{'texts':>6}" + f"{'coranto':>10}{'MinHash':>10}" * 2)
        edits = sorted({r["edit"] for r in self.rows} - {"plain", *NO_COPIES})
        for edit in edits:
            for strength in sorted({r["strength"] for r in self.rows if r["edit"] == edit}):
                self.line(f"{edit} {strength}", self.names({edit}, {strength}))
        for strength in sorted({r["strength"] for r in self.rows if r["edit"] in edits}):
            self.line(f"any {strength}", self.names(edits, {strength}))
        self.line("whole set", set(self.gold))
        print("\nwrongly joined" + " " * 6 + f"{'coranto':>10}{'MinHash':>10}")
        for edit in ("plain", *NO_COPIES):
            names = self.names({edit}, range(5))
            print(f"{edit:14}{len(names):6}" + "".join(f"{wrong(names, self.gold, s):10}" for s in self.systems))


def measure(program, python, folder):
    rows = [json.loads(line) for line in open(pathlib.Path(folder) / "gold.jsonl", encoding="utf8")]
    gold = {row["id"]: row["cluster"] for row in rows}
    rival = minhash(python, folder, gold)
    print(f"MinHash: {rival['setting']}, the best of its settings on this set\n")
    Table(rows, [ours(program, folder), rival["groups"]]).write()
