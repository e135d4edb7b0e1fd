#!/usr/bin/env python3
"""Web pages a second, by medians of alternating rounds, one thread: isolate.py PROGRAM RIVALS_PYTHON [ROUNDS]

Rivals: trafilatura fast, with metadata and without; resiliparse without. Their loading is not counted; of `coranto
isolate --as jsonl`, which always reads the metadata, the whole process is, loading too. All figures are processor time. Pages:
those of ../shared/data/aeb, else samples/*.html, 100 times each. With the former the texts are scored too.
"""
import gzip
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "data/aeb/ground-truth.json.gz"
RIVALS = ["trafilatura", "trafilatura-text", "resiliparse"]


def lay_out(folder):
    """Writes the pages; gives how many."""
    pages = sorted((SHARED / "data/aeb/html").glob("*.html.gz"))
    for page in pages:
        (folder / page.name.removesuffix(".gz")).write_bytes(gzip.decompress(page.read_bytes()))
    if pages:
        return len(pages)
    samples = sorted((ROOT / "samples").glob("*.html"))
    for number in range(100):
        for page in samples:
            (folder / f"{number:03}-{page.name}").write_bytes(page.read_bytes())
    return 100 * len(samples)


def coranto(program, folder, out):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(out, "wb") as file:
        subprocess.run([program, "isolate", folder, "--as", "jsonl"], stdout=file, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rival(python, what, folder, *out):
    done = subprocess.run([python, ROOT / "bench/isolate_rivals.py", what, folder, *out], check=True,
                          capture_output=True, text=True)
    return float(done.stdout.split()[0])


def speeds(program, python, folder, count, rounds, out):
    seconds = {name: [] for name in ["coranto", *RIVALS]}
    for _ in range(rounds):
        seconds["coranto"].append(coranto(program, folder, out))
        for what in RIVALS:
            seconds[what].append(rival(python, what, folder))
    print(f"{count} pages, {rounds} rounds in turn, one thread\n\n{'pages a second':34}{'median':>10}{'least':>10}{'most':>10}")
    for name, times in seconds.items():
        found = sorted(count / s for s in times)
        print(f"{name:34}{statistics.median(found):10,.0f}{found[0]:10,.0f}{found[-1]:10,.0f}")
    ours = statistics.median(seconds["coranto"])
    for what in RIVALS:
        print(f"{'coranto to ' + what:34}{statistics.median(seconds[what]) / ours:10.2f}")


def scores(python, folder, out):
    print("\nbodies of the pages, score/aeb.py")
    for what in ["coranto", "trafilatura-text", "trafilatura-precision", "resiliparse"]:
        file = out
        if what != "coranto":
            file = f"{out}.{what}.json"
            rival(python, what, folder, file)
        done = subprocess.run([sys.executable, SHARED / "score/aeb.py", GOLD, file], check=True, capture_output=True,
                              text=True)
        print(what, " ".join(done.stdout.split()))


def main():
    program, python = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as pages, tempfile.TemporaryDirectory() as results:
        out = str(pathlib.Path(results) / "coranto.jsonl")
        count = lay_out(pathlib.Path(pages))
        speeds(program, python, pages, count, rounds, out)
        if GOLD.is_file():
            scores(python, pages, out)


if __name__ == "__main__":
    main()
