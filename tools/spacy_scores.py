#!/usr/bin/env python3
"""Writes the scores that spaCy gives to the moves of one component on one text, step by step.

usage: spacy_scores.py PACKAGE-FOLDER parser|ner TEXT-FILE > OUT.tsv    (needs spaCy 3.8)

Lines of tokens first: "token", ids of norm, prefix, suffix, shape, orth; SPACY; IS_SPACE; the word. Then lines of steps:
"step", the tokens that the state looks at (-1 for none), then the best valid move and the next best: its number, name
and score. Steps with one valid move are left out.
"""
import sys

import spacy


def moves_of(parser):
    return [parser.moves.get_class_name(i) for i in range(parser.moves.n_moves)]


def best(parser, names, state, scores):
    valid = [i for i, name in enumerate(names) if name != "U-" and parser.moves.is_valid(state, name)]
    return sorted(valid, key=lambda i: -scores[i])[:2]


def print_steps(parser, doc):
    names = moves_of(parser)
    model = parser.model.predict([doc])
    states = parser.moves.init_batch([doc])
    while states:
        looked_at = [int(i) if i >= 0 else -1 for i in model.get_token_ids(states)[0]]
        scores = model.predict(states)
        two = best(parser, names, states[0], scores[0])
        if len(two) == 2:
            print("step", *looked_at, *(cell for i in two for cell in (i, names[i], f"{scores[0][i]:.9g}")), sep="\t")
        parser.transition_states(states, scores)
        states = [state for state in states if not state.is_final()]


def main():
    package, component, path = sys.argv[1:]
    nlp = spacy.load(package)
    doc = nlp.make_doc(open(path, encoding="utf-8", newline="").read())
    for name, pipe in nlp.pipeline:
        if name == component:
            break
        doc = pipe(doc)
    for t in doc:
        word = "".join(f"\\u{ord(c):04x}" if c.isspace() else c for c in t.text)
        print("token", t.norm, t.prefix, t.suffix, t.shape, t.orth, int(bool(t.whitespace_)), int(t.is_space), word, sep="\t")
    print_steps(pipe, doc)


main()
