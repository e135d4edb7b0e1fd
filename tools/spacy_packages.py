#!/usr/bin/env python3
"""Writes small English packages with random weights, for comparing every shape that is supported with spaCy.

usage: spacy_packages.py FETCHED-PACKAGE FOLDER    (needs spaCy 3.8; makes FOLDER/NAME for each of SHAPES)

Tokenizer, attribute ruler, lemmatizer and norms are those of the fetched package; the networks are of other widths,
depths, attributes, rows, pieces and label sets, untrained.
"""
import pathlib
import sys

import numpy
import spacy

SHAPES = {
    "narrow": dict(width=32, depth=2, pieces=2, attrs=["NORM", "SHAPE"], rows=[301, 77], hidden=48),
    "wide": dict(width=160, depth=6, attrs=["ORTH", "LOWER", "PREFIX", "SUFFIX", "SHAPE", "SPACY"],
                 rows=[999, 500, 100, 200, 300, 7], hidden=100, state_pieces=3),
    "one-attribute": dict(width=64, depth=1, attrs=["NORM"], rows=[50], hidden=16, state_pieces=1),
    "no-upper": dict(width=48, depth=3, upper=False, hidden=32),
    "far-window": dict(width=32, depth=2, window=3, hidden=32),
    "vectors": dict(width=64, depth=2, vectors=(5000, 50)),
    "large-table": dict(width=32, depth=2, vectors=(40000, 300), rows=[100, 100, 100, 100]),
    "own-tok2vecs": dict(width=32, depth=2, pieces=2, vectors=(700, 20), listens=False),
    "shared-names": dict(width=80, depth=3, names_listen=True),
    "hash-embed-cnn": dict(width=64, depth=2, pieces=2, cnn=True, vectors=(300, 96)),
    "few-labels": dict(width=32, depth=1, tags=["NN", "VB"], deps=["dep"], entities=["X"]),
    "many-labels": dict(width=32, depth=2, tags=[f"T{i}" for i in range(200)], deps=[f"d{i}" for i in range(90)],
                        entities=[f"E{i}" for i in range(60)]),
}
TAGS = ["NN", "NNP", "VBD", "IN", "DT", "JJ", "PRP", ".", ",", "_SP"]
DEPS = ["nsubj", "dobj", "prep", "pobj", "det", "punct", "amod||dobj"]
ENTITIES = ["PERSON", "GPE", "ORG"]


def tok2vec(shape):
    attrs = shape.get("attrs", ["NORM", "PREFIX", "SUFFIX", "SHAPE"])
    size = dict(width=shape["width"], depth=shape["depth"], window_size=shape.get("window", 1),
                maxout_pieces=shape.get("pieces", 3))
    if shape.get("cnn"):
        return {"@architectures": "spacy.HashEmbedCNN.v2", "embed_size": 401, "subword_features": True,
                "pretrained_vectors": bool(shape.get("vectors")), **size}
    return {"@architectures": "spacy.Tok2Vec.v2",
            "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": shape["width"], "attrs": attrs,
                      "rows": shape.get("rows", [200] * len(attrs)),
                      "include_static_vectors": bool(shape.get("vectors"))},
            "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", **size}}


def listener(shape):
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": shape["width"], "upstream": "tok2vec"}


def transitions(shape, state, source):
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": state, "extra_state_tokens": False,
            "hidden_width": shape.get("hidden", 64), "maxout_pieces": shape.get("state_pieces", 2),
            "use_upper": shape.get("upper", True), "tok2vec": source, "nO": None}


def add_networks(nlp, shape):
    shared = listener(shape) if shape.get("listens", True) else tok2vec(shape)
    nlp.add_pipe("tok2vec", config={"model": tok2vec(shape)})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared, "nO": None}})
    parser = nlp.add_pipe("parser", config={"model": transitions(shape, "parser", shared)})
    names = listener(shape) if shape.get("names_listen") else tok2vec(shape)
    ner = nlp.add_pipe("ner", config={"model": transitions(shape, "ner", names)})
    for component, labels in ((tagger, shape.get("tags", TAGS)), (parser, shape.get("deps", DEPS)),
                              (ner, shape.get("entities", ENTITIES))):
        for label in labels:
            component.add_label(label)


def add_vectors(nlp, source, size, random):
    """Words share rows and some have none, as after pruning; the keys are some of the fetched package's words."""
    words = sorted(set(source.vocab.strings))
    nlp.vocab.vectors = spacy.vectors.Vectors(shape=size, strings=nlp.vocab.strings)
    nlp.vocab.vectors.data[:] = random.normal(size=size)
    for i, word in enumerate(words[::2] + ["the", "of", "said", ",", "."]):
        nlp.vocab.vectors.add(nlp.vocab.strings.add(word), row=i * 7 % size[0])


def randomize(nlp, random):
    """Weights of the size that training gives, so that every label is chosen somewhere."""
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") and component.model else []:
            for name in node.param_names:
                values = node.get_param(name)
                scale = 1.0 if name in ("E", "b", "pad") else 1.0 / numpy.sqrt(values.shape[-1])
                mean = 1.0 if name == "G" else 0.0
                node.set_param(name, random.normal(mean, scale, size=values.shape).astype("float32"))


def package(source, name, shape):
    random = numpy.random.default_rng(sum(name.encode()))
    nlp = spacy.blank("en")
    nlp.tokenizer.from_bytes(source.tokenizer.to_bytes())
    nlp.vocab.lookups = source.vocab.lookups
    if shape.get("vectors"):
        add_vectors(nlp, source, shape["vectors"], random)
    add_networks(nlp, shape)
    nlp.initialize()
    randomize(nlp, random)
    nlp.add_pipe("attribute_ruler", source=source, after="parser")
    nlp.add_pipe("lemmatizer", source=source, after="attribute_ruler")
    nlp.meta["name"] = name
    return nlp


def main():
    fetched, folder = sys.argv[1:]
    source = spacy.load(fetched)
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for name, shape in SHAPES.items():
        package(source, name, shape).to_disk(pathlib.Path(folder) / name)


main()
