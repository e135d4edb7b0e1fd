#!/usr/bin/env python3
"""How far the narrower precisions agree with fp32: agreement.py PROGRAM MODEL PATH...

PATHs as `coranto parse` takes them. For each precision the share of tokens whose tag, whose head and relation and whose
name are the same.
"""
import subprocess
import sys

PRECISIONS = ["bf16x3", "bf16", "int8"]


def tokens(program, model, precision, paths):
    done = subprocess.run([program, "parse", "--model", model, "--precision", precision, *paths], check=True,
                          stdout=subprocess.PIPE, encoding="utf-8")
    rows = (line.split("\t") for line in done.stdout.splitlines() if line[:1].isdigit())
    return [(row[4], (row[6], row[7]), [item for item in row[9].split("|") if item.startswith("NER=")]) for row in rows]


def main():
    program, model, *paths = sys.argv[1:]
    reference = tokens(program, model, "fp32", paths)
    print(f"{len(reference):,} tokens, {model}: share equal to fp32\n")
    print(f"{'':10}{'tag':>10}{'tree':>10}{'name':>10}")
    for precision in PRECISIONS:
        got = tokens(program, model, precision, paths)
        assert len(got) == len(reference)
        same = [sum(a[i] == b[i] for a, b in zip(got, reference)) / len(got) for i in range(3)]
        print(f"{precision:10}" + "".join(f"{share:10.3%}" for share in same))


if __name__ == "__main__":
    main()
