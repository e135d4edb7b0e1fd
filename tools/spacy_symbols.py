#!/usr/bin/env python3
"""Writes src/label/symbols.inc, the names that spaCy's string store keeps as small numbers instead of hashes.
Usage: spacy_symbols.py > src/label/symbols.inc   (in an environment with spaCy 3.8)"""
from spacy.symbols import IDS

print("// Made by tools/spacy_symbols.py from spacy.symbols of spaCy 3.8 (MIT, Explosion AI): name, id.")
for name, number in sorted(IDS.items(), key=lambda item: item[1]):
    if name:
        print(f'{{"{name}", {int(number)}}},')
