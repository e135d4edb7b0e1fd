"""Other extractors over web pages: isolate_rivals.py WHAT FOLDER [OUT.json]

WHAT: trafilatura (fast, metadata too), trafilatura-text (fast), trafilatura-precision (fast, favouring precision) or
resiliparse (main content). Prints the processor seconds and the number of pages; the files are read before the clock
starts. OUT.json: the texts, as article-extraction-benchmark has them.
"""
import json
import pathlib
import sys
import time

import resiliparse.extract.html2text
import resiliparse.parse.encoding
import resiliparse.parse.html
import trafilatura


def with_resiliparse(page):
    text = resiliparse.parse.encoding.bytes_to_str(page, resiliparse.parse.encoding.detect_encoding(page))
    tree = resiliparse.parse.html.HTMLTree.parse(text)
    return resiliparse.extract.html2text.extract_plain_text(tree, main_content=True, alt_texts=False)


def with_trafilatura(page):
    document = trafilatura.bare_extraction(page, fast=True, with_metadata=True)
    return document.text if document else ""


EXTRACT = {
    "trafilatura": with_trafilatura,
    "trafilatura-text": lambda page: trafilatura.extract(page, fast=True, include_comments=False),
    "trafilatura-precision": lambda page: trafilatura.extract(page, fast=True, include_comments=False,
                                                              favor_precision=True),
    "resiliparse": with_resiliparse,
}


def main():
    extract = EXTRACT[sys.argv[1]]
    pages = {path.stem: path.read_bytes() for path in sorted(pathlib.Path(sys.argv[2]).glob("*.html"))}
    for page in list(pages.values())[:3]:
        extract(page)
    begin = time.process_time()
    texts = {name: extract(page) or "" for name, page in pages.items()}
    print(f"{time.process_time() - begin:.4f} {len(pages)}")
    if len(sys.argv) > 3:
        bodies = {name: {"articleBody": text} for name, text in texts.items()}
        pathlib.Path(sys.argv[3]).write_text(json.dumps(bodies), encoding="utf-8")


if __name__ == "__main__":
    main()
