#!/usr/bin/env python3
"""Writes spaCy's analysis of text files as `coranto parse --as conllu` writes ours.

usage: spacy_conllu.py PACKAGE-FOLDER TEXT-FILE... > OUT.conllu    (needs spaCy 3.8)
       spacy_conllu.py --into FOLDER PACKAGE-FOLDER TEXT-FILE...   (one NAME.conllu for each NAME.txt)
"""
import argparse
import pathlib
import sys

import spacy

from equality import biluo

WRITTEN = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
WRITTEN |= {c: f"\\u{ord(c):04x}" for c in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}


def escaped(text):
    return "".join(WRITTEN.get(c, c) for c in text) if text.isspace() else text


def line(doc, sentence, token):
    root = token.head.i == token.i
    return "\t".join([
        str(token.i - sentence.start + 1), escaped(token.text), escaped(token.lemma_), token.pos_, token.tag_,
        str(token.morph) or "_", "0" if root else str(token.head.i - sentence.start + 1),
        "ROOT" if root else token.dep_, "_",
        f"Offset={token.idx}:{token.idx + len(token.text)}|NER={biluo(doc, token.i)}"])


def conllu(doc, source):
    out = [f"# newdoc id = {source}\n"]
    for sentence in doc.sents if len(doc) else []:
        out += [line(doc, sentence, token) + "\n" for token in sentence]
        out.append("\n")
    return "".join(out)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--into")
    arguments.add_argument("package")
    arguments.add_argument("texts", nargs="+")
    given = arguments.parse_args()
    nlp = spacy.load(given.package)
    sys.stdout.reconfigure(newline="\n", encoding="utf-8")
    for path in given.texts:
        text = pathlib.Path(path).read_bytes().decode("utf-8")
        if given.into:
            name = pathlib.Path(path).stem
            out = conllu(nlp(text), name)
            (pathlib.Path(given.into) / f"{name}.conllu").write_bytes(out.encode("utf-8"))
        else:
            sys.stdout.write(conllu(nlp(text), path))


main()
