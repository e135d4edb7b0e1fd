#!/usr/bin/env python3
"""Makes data/pool/words.tsv from the frequency dictionary of SymSpell (PyPI symspellpy 6.10.1):

    tools/word_weights.py frequency_dictionary_en_82_765.txt > data/pool/words.tsv

A word's weight is the logarithm of how rare it is in books, less that of a word which every other report has.
Words rarer than the last row are left out: they weigh as much as unknown ones.
"""
import math
import sys

COMMON, RAREST = 5.5, 8.0

HEAD = """\
# How much a word says about what a report is about: 0 for words that any report may have, up to 8 for rare ones.
# A word that is not here weighs 8. weight: -ln(share of all words in books) - 5.5. Made by tools/word_weights.py.
# Counts: Google Books Ngram Viewer data (CC BY 3.0). Words: SCOWL (Kevin Atkinson; free to use and copy). Joined by
# SymSpell's frequency dictionary, in PyPI symspellpy 6.10.1 (MIT, Wolf Garbe, mmb L).
word\tweight"""


def main(path):
    with open(path, encoding="utf-8-sig") as file:
        counts = {word: int(count) for word, count in (line.split() for line in file)}
    total = sum(counts.values())
    print(HEAD)
    for word in sorted(counts):
        weight = max(0.0, math.log(total / counts[word]) - COMMON)
        if weight < RAREST:
            print(f"{word}\t{weight:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
