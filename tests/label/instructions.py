#!/usr/bin/env python3
"""Instructions that `coranto parse` takes for a token, counted by valgrind: instructions.py PROGRAM [--stages [MODEL]]

Holds them against instructions.tsv. Counts do not hang on how busy a machine is, as times do. A run over few paragraphs is
taken from one over more, so opening the model is not counted; nor are the system's libraries, which choose other code on
other processors. `--stages` prints what each stage takes, libraries included, with the fastest kernels that valgrind
knows. Exit 77 where there is no valgrind or no AVX2.
"""
import collections
import csv
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# So many paragraphs of bench/texts are parsed; valgrind takes some 50 microseconds for a vector's multiply-add.
FEW, MORE = {"avx2": 2, "scalar": 1}, {"avx2": 8, "scalar": 2}
FOR_STAGES = 60
TOLERANCE = 0.03
STAGES = [  # as they follow each other; a name matches the functions whose cost, with all that they call, is the stage's
    ("tokenizer", r"label::Tokenizer::tokenize\("),
    ("embedding", r"label::Embedding::embed\("),
    ("tok2vec", r"label::Tok2Vec::encode\("),
    ("tagger", r"label::Tagger::tag\("),
    ("parser", r"label::Parser::parse\("),
    ("names", r"label::Names::find\("),
    ("attribute ruler", r"label::AttributeRuler::apply\("),
    ("lemmatizer", r"label::fill_lemmas\("),
    ("tree and sentences", r"label::fill_t(ree|okens)\("),
    ("printing", r"label::(write_)?conllu\("),
]


class Profile:
    """Costs of one run: `own` by object and function, `whole` by function with what it calls."""

    def __init__(self, path):
        self.own, self.whole, self.names = collections.Counter(), collections.Counter(), {}
        thing, function, called = "", "", False
        for line in open(path, encoding="utf-8"):
            if line.startswith("ob="):
                thing = self.name(line[3:])
            elif line.startswith("fn="):
                function = self.name(line[3:], "fn")
            elif line.startswith(("cfn=", "cob=", "cfi=", "cfl=")):
                self.name(line.partition("=")[2], "fn" if line[1] == "f" and line[2] == "n" else line[1:3])
            elif line.startswith("calls="):
                called = True
            elif line[:1] in "0123456789+-*":
                cost = int(line.split()[1])
                self.whole[function] += cost
                if not called:
                    self.own[thing] += cost
                called = False

    def name(self, written, kind="ob"):
        """A name, or its number `(7)` from where it stood first as `(7) name`."""
        number, _, name = written.strip().partition(" ")
        if name:
            self.names[kind, number] = name
        return self.names.get((kind, number), number)


def write_paragraphs(path, count):
    texts = (file.read_text(encoding="utf-8").split("\n\n") for file in sorted((ROOT / "bench/texts").glob("*.txt")))
    paragraphs = [paragraph for text in texts for paragraph in text]
    pathlib.Path(path).write_text("\n\n".join(paragraphs[:count]), encoding="utf-8")


def profile(program, model, kernels, count):
    """The profile of a run over `count` paragraphs, and their tokens."""
    with tempfile.TemporaryDirectory() as folder:
        text, out = folder + "/text.txt", folder + "/out"
        write_paragraphs(text, count)
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, "parse", text,
                        "--model", model, "--threads", "1"], check=True, capture_output=True,
                       env=dict(os.environ, CORANTO_KERNELS=kernels))
        said = subprocess.run([program, "parse", text, "--model", model, "--columns", "id"], check=True,
                              capture_output=True).stdout
        return Profile(out), said.count(b"\n") - 1


class Difference:
    """What the paragraphs from the FEW-th on cost, by the token."""

    def __init__(self, program, model, kernels, more=None):
        self.few, few = profile(program, model, kernels, FEW[kernels])
        self.more, more = profile(program, model, kernels, more or MORE[kernels])
        self.tokens = more - few

    def program(self):
        def own(run):
            return sum(cost for thing, cost in run.own.items() if "/lib" not in thing)
        return (own(self.more) - own(self.few)) / self.tokens

    def everything(self):
        return (sum(self.more.own.values()) - sum(self.few.own.values())) / self.tokens

    def stage(self, pattern):
        def cost(run):
            return sum(cost for function, cost in run.whole.items() if re.search(pattern, function))
        return (cost(self.more) - cost(self.few)) / self.tokens


def print_stages(program, model):
    costs = Difference(program, model, "avx2", FOR_STAGES)
    found = {name: costs.stage(pattern) for name, pattern in STAGES}
    found["tok2vec"] -= found["embedding"]
    everything = costs.everything()
    found["all else"] = everything - sum(found.values())
    print(f"{pathlib.Path(model).name}, avx2: {everything:,.0f} instructions a token, over {costs.tokens} tokens")
    for name, cost in found.items():
        print(f"  {name:20}{cost:10,.0f}{100 * cost / everything:7.1f} %")


def check(program, model):
    risen = 0
    with open(HERE / "instructions.tsv", encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            cost, budget = Difference(program, model, row["kernels"]).program(), float(row["instructions"])
            holds = cost <= budget * (1 + TOLERANCE)
            risen += not holds
            print(f"{'ok   ' if holds else 'ROSE '}{row['kernels']:8}{cost:14,.0f} instructions a token, budget {budget:,.0f}")
    sys.exit(risen > 0)


def main():
    if not shutil.which("valgrind") or "avx2" not in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"):
        print("skipped: no valgrind, or a processor without AVX2")
        sys.exit(77)
    program, model = sys.argv[1], str(ROOT / ".deps/en_core_web_sm")
    if sys.argv[2:3] == ["--stages"]:
        return print_stages(program, sys.argv[3] if sys.argv[3:] else model)
    check(program, model)


if __name__ == "__main__":
    main()
