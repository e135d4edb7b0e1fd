#!/usr/bin/env python3
"""Compares `coranto parse` with spaCy itself on texts, attribute by attribute.

usage: equality.py [--model FOLDER]... [--list N] [--floor SHARE] PATH...
PATHs are text files, files of JSON lines with `text` (.jsonl), or folders of them, read as `coranto parse` reads them.
For each model a table: tokens compared, differences, share equal. `--list` prints the first N differences with the
words around them. Exit 1 where tokens or white space differ at all, or another attribute is equal on less than SHARE.
Texts that coranto refuses (empty, or no text) are left out and counted. Runs in tools/spacy_environment.sh's Python.
"""
import argparse
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ATTRIBUTES = ["tokens", "white space", "tag", "pos", "morph", "lemma", "dep", "head", "sentence start", "entity"]
HEAD = ATTRIBUTES.index("head")


def texts_of(path):
    """[(name, text)]"""
    path = pathlib.Path(path)
    if path.is_dir():
        return [pair for inner in sorted(path.iterdir()) if inner.is_file() for pair in texts_of(inner)]
    raw = path.read_bytes().decode("utf-8")
    if path.suffix != ".jsonl":
        return [(path.name, raw)]
    lines = [json.loads(line) for line in raw.split("\n") if line]
    return [(line.get("source") or f"{path.name}:{i + 1}", line["text"]) for i, line in enumerate(lines)]


def names_of(read, tokens):
    """The BILUO label of each token, by the ends of the names."""
    out = ["O"] * len(tokens)
    begins = {token["start"]: i for i, token in enumerate(tokens)}
    for name in read["ents"]:
        first = last = begins[name["start"]]
        while tokens[last]["end"] < name["end"]:
            last += 1
        marks = "U" if first == last else "B" + "I" * (last - first - 1) + "L"
        out[first:last + 1] = [f"{mark}-{name['label']}" for mark in marks]
    return out


def tokens_of_json(read):
    """Attributes in the order of ATTRIBUTES. Whether a space follows is told by where the next token begins."""
    tokens = read["tokens"]
    starts = {sentence["start"] for sentence in read["sents"]}
    next_begins = [t["start"] for t in tokens[1:]] + [len(read["text"])]
    return [[(t["start"], t["end"]), t["end"] < begin, t["tag"], t["pos"], t["morph"], t["lemma"], t["dep"], t["head"],
             t["start"] in starts, name] for t, begin, name in zip(tokens, next_begins, names_of(read, tokens))]


def ours(coranto, model, texts):
    """Yields (number of the text, its tokens) for each text that is not refused."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "texts.jsonl"
        with open(file, "w", encoding="utf-8") as out:
            for i, (_, text) in enumerate(texts):
                out.write(json.dumps({"source": str(i), "text": text}) + "\n")
        command = [coranto, "parse", file, "--as", "jsonl", "--model", model]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for line in process.stdout:
            read = json.loads(line)
            number = int(read["source"])
            if read["text"] != texts[number][1]:
                raise ValueError(f"{texts[number][0]} was changed")
            yield number, tokens_of_json(read)
        if process.wait() not in (0, 1):
            raise RuntimeError(f"{command} ended with {process.returncode}")


def biluo(doc, i):
    token = doc[i]
    if token.ent_iob_ not in ("B", "I") or not token.ent_type_:
        return "O"
    last = i + 1 == len(doc) or doc[i + 1].ent_iob_ != "I"
    mark = ("U" if last else "B") if token.ent_iob_ == "B" else ("L" if last else "I")
    return f"{mark}-{token.ent_type_}"


def spacys(doc):
    return [[(t.idx, t.idx + len(t.text)), bool(t.whitespace_), t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_,
             t.head.i, bool(t.is_sent_start), biluo(doc, t.i)] for t in doc]


def differences(mine, yours):
    """Yields (attribute, token of spaCy's, ours, spaCy's); attributes are compared on tokens that both have."""
    by_place = {token[0]: token for token in mine}
    for token in yours:
        other = by_place.pop(token[0], None)
        if other is None:
            yield 0, token, None, token[0]
            continue
        for a in range(1, len(ATTRIBUTES)):
            pair = (other[a], token[a])
            if a == HEAD:
                pair = (mine[other[a]][0], yours[token[a]][0])
            if pair[0] != pair[1]:
                yield a, token, *pair
    for place in by_place:
        yield 0, by_place[place], place, None


def shown(name, text, attribute, place, our, spacy_says):
    begin, end = place
    before, after = text[max(0, begin - 40):begin], text[end:end + 40]
    if attribute == HEAD:
        our, spacy_says = (f"{text[a:b]!r} at {a}" for a, b in (our, spacy_says))
    return f"{name}: {before!r} [{text[begin:end]!r}] {after!r}: {ATTRIBUTES[attribute]} {our} for spaCy's {spacy_says}"


def compare(given, model, texts):
    import spacy
    nlp = spacy.load(model)
    nlp.max_length = 1 << 30
    total, documents, wrong, listed = 0, 0, [0] * len(ATTRIBUTES), 0
    for number, mine in ours(given.coranto, model, texts):
        name, text = texts[number]
        yours = spacys(nlp(text))
        total, documents = total + len(yours), documents + 1
        for attribute, token, our, spacy_says in differences(mine, yours):
            wrong[attribute] += 1
            if listed < given.list:
                listed += 1
                print(shown(name, text, attribute, token[0], our, spacy_says))
    print(f"{nlp.meta['name']} {nlp.meta['version']}, spaCy {spacy.__version__}: {documents} texts, {total} tokens"
          + (f", {len(texts) - documents} texts refused" if documents < len(texts) else ""))
    for attribute, count in zip(ATTRIBUTES, wrong):
        share = 1 - count / total if total else 1
        print(f"{attribute:15}{count:8} of {total} differ  {100 * share:.4f} % equal")
    return total and not any(wrong[:2]) and all(1 - count / total >= given.floor for count in wrong)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", action="append", help="package folder, may be repeated")
    arguments.add_argument("--coranto", default=ROOT / "build/coranto")
    arguments.add_argument("--list", type=int, default=0, metavar="N", help="differences to print")
    arguments.add_argument("--floor", type=float, default=0.9995, help="least share equal")
    arguments.add_argument("paths", nargs="+")
    given = arguments.parse_args()
    texts = [pair for path in given.paths for pair in texts_of(path)]
    equal = [compare(given, model, texts) for model in given.model or [ROOT / ".deps/en_core_web_sm"]]
    sys.exit(0 if all(equal) else 1)


def in_environment():
    """Starts anew under the Python that has spaCy, unless this one has it."""
    if importlib.util.find_spec("spacy"):
        return
    python = subprocess.run([ROOT / "tools/spacy_environment.sh"], stdout=subprocess.PIPE, text=True)
    if python.returncode:
        sys.exit("skipped: spaCy is not installed and PyPI cannot be reached")
    os.execv(python.stdout.strip(), [python.stdout.strip(), *sys.argv])


if __name__ == "__main__":
    in_environment()
    main()
