#!/usr/bin/env python3
"""Checks CoNLL-U from standard input by the rules of the format; prints how much was checked, exit 1 at the first fault."""
import sys


def faults_of(comments, lines, ids):
    """What does not hold in one sentence."""
    said = dict(comment[2:].split(" = ", 1) for comment in comments)
    name = said.get("sent_id", "")
    if not name or name in ids or any(c.isspace() or c == "/" for c in name):
        yield f"sent_id {name!r}"
    ids.add(name)
    rows = [line.split("\t") for line in lines]
    for number, row in enumerate(rows, 1):
        if len(row) != 10 or not all(row) or row[0] != str(number):
            yield f"line {number}: {row}"
        elif not 0 <= int(row[6]) <= len(rows) or (row[6] == "0") != (row[7] == "ROOT"):
            yield f"head of line {number}: {row}"
        elif [f.split("=")[0] for f in row[5].split("|")] != sorted((f.split("=")[0] for f in row[5].split("|")), key=str.lower):
            yield f"features out of order in line {number}: {row}"
    text = "".join(row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ") for row in rows)
    if said.get("text") not in (text, text[:-1]):
        yield f"text {said.get('text')!r}, forms {text!r}"


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    comments, lines, ids, tokens = [], [], set(), 0
    for line in sys.stdin:
        line = line[:-1]
        if line.startswith("# newdoc"):
            continue
        if line.startswith("# ") and not lines:
            comments.append(line)
        elif line:
            lines.append(line)
        else:
            for fault in faults_of(comments, lines, ids):
                sys.exit(f"{comments}: {fault}")
            tokens += len(lines)
            comments, lines = [], []
    if comments or lines:
        sys.exit("the last sentence has no end")
    print(f"{len(ids)} sentences, {tokens} tokens")


main()
