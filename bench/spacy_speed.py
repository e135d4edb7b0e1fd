"""Seconds and tokens of spaCy over text files: spacy_speed.py MODEL_FOLDER FILE... The model's loading is not counted."""
import sys
import time

import spacy

nlp = spacy.load(sys.argv[1])
texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[2:]]
list(nlp.pipe(texts[:5]))
begin = time.perf_counter()
tokens = sum(len(doc) for doc in nlp.pipe(texts))
print(f"{time.perf_counter() - begin:.4f} {tokens}")
