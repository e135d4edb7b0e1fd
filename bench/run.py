#!/usr/bin/env python3
"""Speed side by side, by medians of alternating runs: run.py PROGRAM NETWORK_BENCH SPACY_PYTHON [ROUNDS]

First the processor's fp32 peak by a loop of multiply-adds and what the encoder's products reach of it. Then rows of
`coranto parse` by model, kernels, precision and threads beside spaCy 3.8 with the same models on the same texts. Of
`coranto parse` the whole process counts, loading too; of spaCy only nlp.pipe. Figures are tokens a second of processor
time, with more than one thread of the clock. Last, memory and first output of `coranto read`.
"""
import collections
import json
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
ONE_THREAD = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", BLIS_NUM_THREADS="1")
FEW = 8  # texts for the scalar reference, which is made to be compared with, not to be fast


def package(model):
    return ROOT / f".deps/en_core_web_{model}"


def spacy_run(python, model, files):
    done = subprocess.run([python, ROOT / "bench/spacy_speed.py", package(model), *files], env=ONE_THREAD, check=True,
                          capture_output=True, text=True)
    seconds, tokens = done.stdout.split()
    return float(seconds), int(tokens)


class Row:
    """One way to run `coranto parse`, and the seconds that it took in each round."""

    def __init__(self, model, kernels, threads=1, precision="fp32"):
        self.model, self.kernels, self.threads, self.precision = model, kernels, threads, precision
        self.seconds, self.tokens = [], 0

    def name(self):
        threads = "" if self.threads == 1 else f", {self.threads} threads, by the clock"
        return f"coranto {self.model} {self.kernels} {self.precision}{threads}"

    def run(self, program, files, tokens_of):
        if self.kernels == "scalar":
            files = files[:FEW]
        before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([program, "parse", *files, "--model", package(self.model), "--threads", str(self.threads),
                        "--precision", self.precision], env=dict(ONE_THREAD, CORANTO_KERNELS=self.kernels), check=True,
                       stdout=subprocess.DEVNULL)
        after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begin
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.seconds.append(used if self.threads == 1 else clock)
        self.tokens = sum(tokens_of[file] for file in files)


def rows(kernels):
    """Every model with every instruction set of this machine, then threads and precisions with the best one."""
    best = kernels[0]
    for model in ["sm", "md"]:
        yield from (Row(model, name) for name in kernels)
        yield Row(model, best, threads=2)
        if "amx" in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"):
            yield from (Row(model, best, precision=precision) for precision in ["bf16x3", "bf16", "int8"])


def line(name, tokens, seconds, base):
    speeds = sorted(tokens / s for s in seconds)
    middle = statistics.median(speeds)
    ratio = f"{middle / base:9.2f}" if base else ""
    print(f"{name:46}{middle:10,.0f}{speeds[0]:10,.0f}{speeds[-1]:10,.0f}{ratio}", flush=True)
    return middle


def peak(network_bench):
    """Prints the peak and what the products reach; gives the instruction sets of this machine, fastest first."""
    done = subprocess.run([network_bench, "--benchmark_filter=peak|encoder_layer", "--benchmark_format=json",
                           "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true"], check=True,
                          capture_output=True, text=True)
    flops = {found["run_name"]: found["FLOP/s"] for found in json.loads(done.stdout)["benchmarks"]
             if found["aggregate_name"] == "median"}
    print(f"fp32 peak, a loop of multiply-adds: {flops['peak'] / 1e9:.1f} GFLOP/s; the encoder's products reach")
    names = [name.partition("/")[2] for name in flops if name.startswith("encoder_layer/")]
    for name in names:
        reached = flops[f"encoder_layer/{name}"]
        print(f"    {name:8}{reached / 1e9:7.1f} GFLOP/s, {100 * reached / flops['peak']:5.1f} % of the peak")
    print()
    return names


def parse_speed(program, python, kernels, files, rounds):
    table, theirs, tokens = list(rows(kernels)), {"sm": [], "md": []}, 0
    tokens_of = count_tokens(program, files)
    for _ in range(rounds):
        for model, found in theirs.items():
            seconds, tokens = spacy_run(python, model, files)
            found.append(seconds)
        for row in table:
            row.run(program, files, tokens_of)
    print(f"{len(files)} texts, {tokens} tokens (scalar: the first {FEW} texts), {rounds} rounds in turn\n")
    print(f"{'tokens a second':46}{'median':>10}{'least':>10}{'most':>10}{'ratio':>9}")
    for model, found in theirs.items():
        base = line(f"spaCy {model}, model loaded", tokens, found, None)
        for row in table:
            if row.model == model:
                line(row.name(), row.tokens, row.seconds, base)
    print()


def count_tokens(program, files):
    """Tokens of each file."""
    done = subprocess.run([program, "parse", *files, "--columns", "doc"], check=True, capture_output=True, text=True)
    counts = collections.Counter(done.stdout.splitlines()[1:])
    return {file: counts[file] for file in files}


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
    program, network_bench, python = sys.argv[1:4]
    files = sorted(str(p) for p in (ROOT / "bench/texts").glob("*.txt"))
    kernels = peak(network_bench)
    parse_speed(program, python, kernels, files, int(sys.argv[4]) if len(sys.argv) > 4 else 5)
    read_memory(program, files)


if __name__ == "__main__":
    main()
