#!/usr/bin/env python3
"""Speed side by side, by medians of alternating runs: run.py PROGRAM SPACY_PYTHON

Rival: spaCy 3.8 with the same model on the same texts, one thread, its loading not counted; of `coranto parse` the whole
process is counted, loading too. Then peak memory of `coranto read` on 1,000 reports and time to its first output.
"""
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
MODEL = ROOT / ".deps/en_core_web_sm"
ROUNDS = 5
ONE_THREAD = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", BLIS_NUM_THREADS="1")


def spacy_run(python, files):
    done = subprocess.run([python, ROOT / "bench/spacy_speed.py", MODEL, *files], env=ONE_THREAD, check=True,
                          capture_output=True, text=True)
    seconds, tokens = done.stdout.split()
    return float(seconds), int(tokens)


def coranto_run(program, files):
    begin = time.perf_counter()
    subprocess.run([program, "parse", *files, "--model", MODEL], env=ONE_THREAD, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def row(name, seconds, tokens):
    speeds = sorted(tokens / s for s in seconds)
    print(f"{name:34}{statistics.median(speeds):10,.0f}   {speeds[0]:10,.0f}   {speeds[-1]:10,.0f}")


def parse_speed(program, python, files):
    ours, theirs, tokens = [], [], 0
    for _ in range(ROUNDS):
        ours.append(coranto_run(program, files))
        seconds, tokens = spacy_run(python, files)
        theirs.append(seconds)
    print(f"{len(files)} texts, {tokens} tokens, {ROUNDS} rounds in turn, one thread\n")
    print(f"{'tokens a second':34}{'median':>10}   {'least':>10}   {'most':>10}")
    row("coranto parse, whole process", ours, tokens)
    row("spaCy 3.8 nlp.pipe, model loaded", theirs, tokens)
    print(f"{'ratio of the medians':34}{statistics.median(theirs) / statistics.median(ours):10.2f}\n")


def thousand_reports(folder, files):
    for i in range(1000):
        shutil.copy(files[i % len(files)], pathlib.Path(folder) / f"{i:04}.txt")


def read_cost(program, files):
    with tempfile.TemporaryDirectory() as folder:
        thousand_reports(folder, files)
        begin = time.perf_counter()
        child = subprocess.Popen([program, "read", folder, "--as", "jsonl"], stdout=subprocess.PIPE)
        child.stdout.readline()
        first = time.perf_counter() - begin
        for _ in child.stdout:
            pass
        child.wait()
        whole = time.perf_counter() - begin
    print(f"coranto read, 1,000 reports: first output after {first:.3f} s, whole {whole:.2f} s,", end=" ")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def read_memory(program, files):
    """Peak memory of the read alone: a process of its own, so that spaCy's is not counted."""
    subprocess.run([sys.executable, __file__, "--read", program, *files], check=True)


def main():
    if sys.argv[1] == "--read":
        return read_cost(sys.argv[2], sys.argv[3:])
    program, python = sys.argv[1:3]
    files = sorted(str(p) for p in (ROOT / "bench/texts").glob("*.txt"))
    parse_speed(program, python, files)
    read_memory(program, files)


if __name__ == "__main__":
    main()
