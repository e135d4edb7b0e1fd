#!/usr/bin/env python3
"""Makes WARC files, intact and damaged, and checks what coranto reads of them.

usage: warcs.py PROGRAM [--records N] [--pages FOLDER] [--keep FOLDER]

Every file holds N records (default 2000) with pages of the project's own, or of FOLDER. It is made plain, as gzip member
a record, and as zstd frame a record; and then damaged in ten ways. Of each damaged file, every record that was left
alone must be read, every damaged one named, and nothing else said. The peak memory of the program must not grow from a
file of a quarter of the records to the whole one.
"""
import argparse
import gzip
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DAMAGED = 20     # records of each damaged file


def own_pages():
    """Pages of the project's samples, as HTML."""
    for path in sorted((HERE.parent.parent / "samples").glob("*.txt")):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        body = "".join(f"<p>{line}</p>\n" for line in lines)
        yield f"<!doctype html><html><head><title>{lines[0]}</title></head><body><article>{body}</article></body></html>".encode()


def pages_in(folder):
    for path in sorted(pathlib.Path(folder).iterdir()):
        data = path.read_bytes()
        yield gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def chunked(body):
    out = b"".join(b"%x\r\n%s\r\n" % (len(body[i:i + 3000]), body[i:i + 3000]) for i in range(0, len(body), 3000))
    return out + b"0\r\n\r\n"


def answer(number, page):
    """An HTTP answer, packed and chunked in turn."""
    header, body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n", page
    if number % 3 == 1:
        header, body = header + b"Content-Encoding: gzip\r\n", gzip.compress(body, mtime=0)
    if number % 2 == 1:
        header, body = header + b"Transfer-Encoding: chunked\r\n", chunked(body)
    return header + b"\r\n" + body


def uri(number):
    return f"https://example.org/{number:05d}"


def record(number, block, length=None):
    header = ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2025-11-01T08:00:00Z\r\n"
              f"WARC-Record-ID: <urn:uuid:{number:032x}>\r\nWARC-Target-URI: {uri(number)}\r\n"
              "Content-Type: application/http; msgtype=response\r\n"
              f"Content-Length: {len(block) if length is None else length}\r\n\r\n")
    return header.encode() + block + b"\r\n\r\n"


# Ways of damage: each takes number and HTTP answer and gives the damaged record, unpacked; None: done to packed bytes.
def wrong_chunk_size(number, block):
    header, _, body = block.partition(b"\r\n\r\n")
    if b"chunked" not in header:
        header, body = header + b"\r\nTransfer-Encoding: chunked", chunked(body)
    size, _, rest = body.partition(b"\r\n")
    return record(number, header + b"\r\n\r\n" + b"%x\r\n" % (int(size, 16) - 7) + rest)


WAYS = {
    "length too small": lambda n, b: record(n, b, len(b) - 100),
    "length too large": lambda n, b: record(n, b, len(b) + 100000),
    "length negative": lambda n, b: record(n, b, -5),
    "blank lines missing": lambda n, b: record(n, b)[:-4],
    "HTTP header cut": lambda n, b: record(n, b[:40]),
    "chunk size wrong": wrong_chunk_size,
    "header flood": lambda n, b: record(n, b).replace(b"\r\n", b"\r\nX-%d: %s" % (n, b"y" * 200000) + b"\r\n", 1),
    "cut short": None,
    "junk between": None,
    "packing damaged": None,
    "checksum wrong": None,
}


def packed(way, data):
    if way == "gz":
        return gzip.compress(data, compresslevel=6, mtime=0)
    if way == "zst":
        return subprocess.run(["zstd", "-q", "--check", "-c"], input=data, capture_output=True, check=True).stdout
    return data


def damage_packed(how, data, chance):
    if how == "junk between":
        return chance.randbytes(700) + data
    data = bytearray(data)
    place = len(data) - 6 if how == "checksum wrong" else len(data) // 2
    for at in range(place, place + 4):
        data[at] ^= 0x5A
    return bytes(data)


def write(path, way, how, count, pages, chance):
    """The numbers of the records that are damaged."""
    bad = set(chance.sample(range(1, count - 1), DAMAGED)) if how and how != "cut short" else set()
    with open(path, "wb") as file:
        for number in range(count):
            block = answer(number, pages[number % len(pages)])
            damage = WAYS.get(how) if number in bad else None
            data = packed(way, damage(number, block) if damage else record(number, block))
            if number in bad and not damage:
                data = damage_packed(how, data, chance)
            if how == "cut short" and number == count - 1:
                data, bad = data[:len(data) // 2], {number}
            file.write(data)
    return set() if how == "junk between" else bad


# The peak of a process counts that of the one it was started from; so a small one starts it.
STARTER = """import resource, subprocess, sys
subprocess.call(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)"""


def read(program, path):
    """URIs that were read, lines of failures, peak memory in KiB."""
    done = subprocess.run([sys.executable, "-c", STARTER, program, "isolate", "--as", "jsonl", path], capture_output=True,
                          text=True, check=True)
    said = done.stderr.splitlines()
    uris = re.findall(r'"source":"(https://example\.org/\d+)"', done.stdout)
    return set(uris), [line for line in said if line.startswith("coranto: ")], int(said[-1])


def check(program, folder, way, how, count, pages):
    path = pathlib.Path(folder) / f"{(how or 'intact').replace(' ', '-')}.warc{'.' + way if way else ''}"
    bad = write(path, way, how, count, pages, random.Random(7))
    uris, failures, peak = read(program, path)
    named = DAMAGED if how == "junk between" else len(bad)
    wanted = {uri(number) for number in range(count) if number not in bad}
    sound = uris == wanted and len(failures) == named
    print(f"{'ok  ' if sound else 'FAIL'} {path.name:34} {len(uris):5} of {len(wanted):5} read, "
          f"{len(failures):3} of {named:3} named, {peak / 1024:.0f} MB")
    if not sound:
        print("     missing:", sorted(wanted - uris)[:5], "beyond:", sorted(uris - wanted)[:5], *failures[:5], sep="\n     ")
    return sound, peak


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--pages")
    parser.add_argument("--keep")
    chosen = parser.parse_args()
    pages = list(pages_in(chosen.pages) if chosen.pages else own_pages())
    sound = True
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.keep or scratch
        for way in ("", "gz", "zst"):
            _, small = check(chosen.program, folder, way, None, chosen.records // 4, pages)
            whole, peak = check(chosen.program, folder, way, None, chosen.records, pages)
            flat = peak < small * 1.25 + 8 * 1024
            sound &= whole and flat
            if not flat:
                print(f"FAIL memory grows with the file: {small} to {peak} KiB")
        for how in WAYS:
            for way in ("", "gz"):
                if way or how not in ("packing damaged", "checksum wrong"):
                    sound &= check(chosen.program, folder, way, how, chosen.records, pages)[0]
    sys.exit(not sound)


if __name__ == "__main__":
    main()
