#!/usr/bin/env python3
"""Gives the same odd texts (odd_texts.py), extreme ones and random ones, to spaCy's tokenizer and ours.

usage: tokenizer_fuzz.py [--seed 1] [--count 100000] [--model FOLDER]
Prints how many texts and tokens were compared; on a difference the first such text, made as short as it can be, with
the tokens of both, and exits 1. Texts that coranto refuses (nothing but white space or controls) are counted apart.
"""
import argparse
import sys

import equality


def tokens_of(doc):
    return [(t.idx, t.idx + len(t.text), bool(t.whitespace_)) for t in doc]


def unequal(given, tokenizer, texts):
    """Yields (text, our tokens, spaCy's) for each text, None in place of ours where they are equal."""
    for number, mine in equality.ours(given.coranto, given.model, [("", text) for text in texts]):
        mine = [(*token[0], token[1]) for token in mine]
        yours = tokens_of(tokenizer(texts[number]))
        yield texts[number], None if mine == yours else mine, yours


def shortened(given, tokenizer, text):
    """Leaves out stretches of halving length as long as the two still differ."""
    length = len(text)
    while length:
        length = min(length, len(text))
        shorter = [text[:at] + text[at + length:] for at in range(0, len(text), max(1, length // 2))]
        found = next((t for t, mine, _ in unequal(given, tokenizer, shorter) if mine is not None), None)
        if found is None:
            length //= 2
        else:
            text = found
    return text


def show(given, tokenizer, text):
    text = shortened(given, tokenizer, text)
    for text, mine, yours in unequal(given, tokenizer, [text]):
        print(ascii(text))
        for who, tokens in ("coranto", mine), ("spaCy", yours):
            print(f"  {who}: {ascii([(text[begin:end], space) for begin, end, space in tokens])}")


def main():
    import odd_texts
    import spacy
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=100000)
    arguments.add_argument("--model", default=equality.ROOT / ".deps/en_core_web_sm")
    arguments.add_argument("--coranto", default=equality.ROOT / "build/coranto")
    given = arguments.parse_args()
    tokenizer = spacy.load(given.model, enable=[]).tokenizer
    odd = odd_texts.Odd(given.seed)
    compared, tokens, wrong = 0, 0, []
    texts = odd_texts.extremes() + [odd.text() for _ in range(given.count)]
    for text, mine, yours in unequal(given, tokenizer, texts):
        compared, tokens = compared + 1, tokens + len(yours)
        if mine is not None:
            wrong.append(text)
    print(f"seed {given.seed}: {compared} texts, {tokens} tokens, {len(wrong)} texts differ, "
          f"{len(texts) - compared} refused")
    if wrong:
        show(given, tokenizer, wrong[0])
    sys.exit(1 if wrong or compared < given.count / 2 else 0)


if __name__ == "__main__":
    equality.in_environment()
    main()
