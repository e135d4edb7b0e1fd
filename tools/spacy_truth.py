#!/usr/bin/env python3
"""Writes what spaCy sees and says of texts, for tests that compare the network with it.

usage: spacy_truth.py PACKAGE-FOLDER OUT.tsv TEXT-FILE... (needs spaCy 3.8)

One token a line, an empty line after each text. Columns: ids of norm, prefix, suffix, shape, orth; SPACY; IS_SPACE; tag (as
the tagger gives it, before the attribute ruler); head; dep; sentence start; B I L U O; entity type (- where O).
With TOK2VEC=FILE in the environment, the output of the shared tok2vec goes there as float32 rows.
"""
import os
import sys

import spacy


def iob_to_biluo(doc, i):
    token = doc[i]
    if token.ent_iob_ not in "BI":
        return "O"
    last = i + 1 == len(doc) or doc[i + 1].ent_iob_ != "I"
    return ("U" if last else "B") if token.ent_iob_ == "B" else ("L" if last else "I")


def main():
    package, out, *texts = sys.argv[1:]
    nlp = spacy.load(package)
    vectors = open(os.environ["TOK2VEC"], "wb") if "TOK2VEC" in os.environ else None
    with open(out, "w", encoding="utf-8") as lines:
        for path in texts:
            doc = nlp.make_doc(open(path, encoding="utf-8", newline="").read())
            tags = []
            for name, pipe in nlp.pipeline:
                doc = pipe(doc)
                if name == "tok2vec" and vectors:
                    vectors.write(doc.tensor.astype("float32").tobytes())
                if name == "tagger":
                    tags = [t.tag_ for t in doc]
                if name == "parser":
                    tree = [(t.head.i, t.dep_, int(t.is_sent_start)) for t in doc]
            for i, t in enumerate(doc):
                head, dep, start = tree[i]
                print(t.norm, t.prefix, t.suffix, t.shape, t.orth, int(bool(t.whitespace_)), int(t.is_space), tags[i], head,
                      dep, start, iob_to_biluo(doc, i), t.ent_type_ or "-", sep="\t", file=lines)
            print(file=lines)


main()
