#!/usr/bin/env python3
"""Kills the writer of a record at random moments and fills its disk: faults.py PROGRAM [--kills N] [--disks N] [--seed N]

After each fault the record must open, be in order by `coranto verify`, and hold every report that it held before. Read
again to the end it must equal, table by table, one that was written undisturbed. Disks are small tmpfs mounts; who may
not mount has that part skipped with a message.
"""
import argparse
import hashlib
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORTS = 1300  # more than two of the batches that are written at once
TIMELESS = {"runs", "changes", "format"}  # tables that say when and in how many runs it was read


def lay_out(folder):
    """Short reports, no two alike: passages of the project's texts, each with a line of its own."""
    texts = sorted((ROOT / "bench/texts").glob("*.txt"))
    for number in range(REPORTS):
        passages = texts[number % len(texts)].read_text(encoding="utf-8").split("\n\n")
        passage = passages[number // len(texts) % len(passages)]
        own = " ".join(hashlib.sha256(f"{number} {i}".encode()).hexdigest()[:6] for i in range(12))
        (folder / f"{number:05}.txt").write_text(f"Officials of office {own} met.\n\n{passage}\n", encoding="utf-8")


class Writer:
    def __init__(self, program, texts):
        self.program, self.texts = program, texts

    def start(self, record):
        return subprocess.Popen([self.program, "read", self.texts, "--isolated", "--into", record], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    def whole(self, record):
        """Reads to the end; gives the seconds that it took."""
        begun = time.monotonic()
        child = self.start(record)
        said = child.communicate()[1]
        assert child.returncode == 0, f"reading failed with {child.returncode}: {said}"
        return time.monotonic() - begun

    def held(self, record):
        """The ids of the reports that the record holds; none where there is no record yet."""
        asked = subprocess.run([self.program, "query", record, "select id from reports", "--format", "csv"],
                               capture_output=True, text=True)
        if asked.returncode == 3 and not any(pathlib.Path(record).glob("coranto.duckdb*")):
            return set()
        assert asked.returncode == 0, f"does not open: {asked.stderr}"
        return set(asked.stdout.split()[1:])

    def in_order(self, record):
        said = subprocess.run([self.program, "verify", record], capture_output=True, text=True)
        assert said.returncode == 0, f"not in order: {said.stdout}{said.stderr}"

    def content(self, record):
        """Every table as sorted lines, but for those that tell of runs."""
        with tempfile.TemporaryDirectory() as out:
            subprocess.run([self.program, "export", record, "--as", "csv", "--into", out], check=True, capture_output=True)
            return {file.stem: sorted(file.read_text(encoding="utf-8").splitlines())
                    for file in pathlib.Path(out).glob("*.csv") if file.stem not in TIMELESS}


def check(writer, record, before, what):
    """What the record holds after a fault; complains if that is less than before."""
    held = writer.held(record)
    if held:
        writer.in_order(record)
    assert before <= held, f"{what}: {len(before - held)} reports lost"
    return held


def same(ours, theirs, what):
    for table in sorted(set(ours) | set(theirs)):
        assert ours.get(table) == theirs.get(table), f"{what}: table {table} differs from the undisturbed one"


def kills(writer, truth, seconds, count, chance, folder):
    """Kills at `count` moments, of one record after the other until each is whole."""
    record, held, records = folder / "killed-0", set(), 1
    for number in range(count):
        child = writer.start(record)
        time.sleep(chance.uniform(0, 1.05 * seconds))
        child.kill()
        child.communicate()
        held = check(writer, record, held, f"kill {number + 1}")
        if len(held) == REPORTS:
            writer.whole(record)
            same(writer.content(record), truth, f"kill {number + 1}")
            record, held, records = folder / f"killed-{records}", set(), records + 1
    writer.whole(record)
    same(writer.content(record), truth, "after the last kill")
    print(f"{count} kills over {records} records: every one opened in order, no report lost, each the same in the end")


def disks(writer, truth, largest, count, chance, folder):
    """Writes to `count` disks that are too small; each is then made large enough."""
    disk = folder / "disk"
    disk.mkdir()
    for number in range(count):
        size = chance.randrange(200, max(300, largest // 1024))
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], capture_output=True).returncode:
            print("full disks: skipped, for this user may not mount")
            return
        try:
            child = writer.start(disk / "record")
            said = child.communicate()[1]
            assert child.returncode == 3 and "record" in said, f"{size} KB: exit {child.returncode}: {said}"
            held = check(writer, disk / "record", set(), f"disk of {size} KB")
            subprocess.run(["mount", "-o", "remount,size=4g", disk], check=True)
            held = check(writer, disk / "record", held, f"disk of {size} KB made larger")
            writer.whole(disk / "record")
            assert held <= writer.held(disk / "record"), f"disk of {size} KB: lost by reading on"
            same(writer.content(disk / "record"), truth, f"disk of {size} KB")
        finally:
            subprocess.run(["umount", disk], check=True)
    print(f"{count} full disks: each said so, opened in order, no report lost, each the same in the end")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--disks", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "texts").mkdir()
        lay_out(folder / "texts")
        writer = Writer(wanted.program, folder / "texts")
        seconds = writer.whole(folder / "truth")
        truth = writer.content(folder / "truth")
        assert len(writer.held(folder / "truth")) == REPORTS, "the undisturbed record is not whole"
        largest = (folder / "truth/coranto.duckdb").stat().st_size
        kills(writer, truth, seconds, wanted.kills, chance, folder)
        disks(writer, truth, largest, wanted.disks, chance, folder)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as fault:
        sys.exit(f"FAULT {fault}")
