#!/usr/bin/env python3
"""Compares two CoNLL-U streams of the same texts, token by token and column by column.

usage: compare_conllu.py OURS SPACYS [--most 40]
Prints each difference and the share of equal tokens in every column. Exit 1 where tokens or documents differ, or where
a column is equal on less than 99.9 % of the tokens.
"""
import argparse
import sys

COLUMNS = ["form", "lemma", "pos", "tag", "morph", "head", "dep", "offset", "ner", "sentence"]
FLOOR = 0.999


def documents(path):
    """[(name, [token])]; a token is a tuple in the order of COLUMNS, its head an index in the document (-1 for a root)."""
    out, start = [], 0
    for line in open(path, encoding="utf-8", newline="\n"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id = "):
            out.append((line[len("# newdoc id = "):], []))
        elif line and not line.startswith("# "):
            number, form, lemma, pos, tag, morph, head, dep, _, misc = line.split("\t")
            tokens = out[-1][1]
            if number == "1":
                start = len(tokens)
            offset, ner = misc.split("|")
            at = -1 if head == "0" else start + int(head) - 1
            tokens.append((form, lemma, pos, tag, morph, at, dep, offset, ner, number == "1"))
    return out


def same_tokens(ours, theirs):
    keys = [[(t[0], t[7]) for t in side] for side in (ours, theirs)]
    if keys[0] == keys[1]:
        return None
    for i in range(max(map(len, keys))):
        pair = [side[i] if i < len(side) else None for side in keys]
        if pair[0] != pair[1]:
            return f"token {i + 1}: {pair[0]} for {pair[1]}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("ours")
    arguments.add_argument("spacys")
    arguments.add_argument("--most", type=int, default=40, help="differences to print")
    given = arguments.parse_args()
    ours, theirs = documents(given.ours), documents(given.spacys)
    wrong = len(ours) != len(theirs)
    if wrong:
        print(f"{len(ours)} documents for {len(theirs)}")
    total, different, printed = 0, [0] * len(COLUMNS), 0
    for (name, mine), (_, yours) in zip(ours, theirs):
        difference = same_tokens(mine, yours)
        if difference:
            print(f"{name}: {difference}")
            wrong = True
            continue
        total += len(mine)
        for i, (a, b) in enumerate(zip(mine, yours)):
            columns = [c for c in range(len(COLUMNS)) if a[c] != b[c]]
            for c in columns:
                different[c] += 1
            if columns and printed < given.most:
                printed += 1
                what = ", ".join(f"{COLUMNS[c]} {a[c]} for {b[c]}" for c in columns)
                print(f"{name}: token {i + 1} {a[0]!r}: {what}")
    for column, count in zip(COLUMNS, different):
        share = 1 - count / total if total else 1
        wrong |= share < FLOOR
        print(f"{column:9}{count:7} of {total} differ, {100 * share:.3f} % equal")
    sys.exit(1 if wrong or not total else 0)


main()
