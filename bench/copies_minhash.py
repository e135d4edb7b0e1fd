#!/usr/bin/env python3
"""MinHash with banded look-up (datasketch) on a folder of texts: copies_minhash.py FOLDER > groups.jsonl

Writes {"setting", "groups": {document: group}} a line, for shingles of 3 and 5 words and Jaccard thresholds .3 to .8;
documents above the threshold are joined, and what is joined with one of them too. 128 permutations.
"""
import json
import pathlib
import re
import sys

from datasketch import MinHash, MinHashLSH

PERMUTATIONS = 128
THRESHOLDS = (.3, .4, .5, .6, .7, .8)


def signature(text, width):
    words = re.findall(r"\w+", text.lower())
    shingles = {" ".join(words[i:i + width]) for i in range(max(1, len(words) - width + 1))}
    made = MinHash(num_perm=PERMUTATIONS)
    made.update_batch([s.encode() for s in shingles])
    return made


def groups(signatures, threshold):
    index, up = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS), {}

    def root(name):
        while up[name] != name:
            name = up[name]
        return name
    for name, made in signatures.items():
        up[name] = name
        for other in index.query(made):
            if made.jaccard(signatures[other]) >= threshold:
                up[root(other)] = root(name)
        index.insert(name, made)
    return {name: root(name) for name in signatures}


def main():
    texts = {path.stem: path.read_text() for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))}
    for width in (3, 5):
        signatures = {name: signature(text, width) for name, text in texts.items()}
        for threshold in THRESHOLDS:
            setting = f"{width} words, Jaccard {threshold}"
            print(json.dumps({"setting": setting, "groups": groups(signatures, threshold)}))


if __name__ == "__main__":
    main()
