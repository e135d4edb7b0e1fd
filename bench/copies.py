#!/usr/bin/env python3
"""A set of copied news, made by known edits of real reports, and how well copies are found in it:
copies.py make TEXTS.jsonl.gz... FOLDER
copies.py measure PROGRAM RIVALS_PYTHON FOLDER      (`copies_table.py`)

`make` writes FOLDER/NAME.txt and FOLDER/gold.jsonl: {"id", "cluster", "edit", "strength"}. A cluster is a report and
what was made of it. The same texts give the same set (every choice is drawn from a fixed seed).

edit      strength 1 to 4
plain     the report as it is
format    lines wrapped, quotation marks and dashes changed, paragraph marks lost, capitals
noise     1, 3, 6, 12 % of the characters misread, as scanned print is
cut       the first 80, 60, 40, 25 % of the text
thin      every paragraph stays with a chance of 85, 70, 55, 40 %
lead      another title, and the first 10, 20, 35, 50 % of the text told in another report's words
local     0.2, 0.4, 0.7, 1 times as much text of another report set among the paragraphs
host      a report that took in 1, 2, 3, 4 paragraphs of an agency's: it stays a report of its own
merged    two reports in one file: a report of its own, copy of neither
furniture two different reports with 30, 60, 90, 120 words of the same notices at head and foot
mixed     cut, then another lead, noise and format, each one or two strengths weaker (at least 1)
"""
import gzip
import json
import pathlib
import random
import re
import sys

from copies_table import measure

SHARES = {"noise": (.01, .03, .06, .12), "cut": (.8, .6, .4, .25), "thin": (.85, .7, .55, .4),
          "lead": (.1, .2, .35, .5), "local": (.2, .4, .7, 1.0)}
MISREAD = {"e": "c", "c": "e", "l": "1", "i": "l", "o": "0", "n": "u", "u": "n", "h": "b", "a": "o", "s": "5", "m": "rn",
           "t": "f", "r": "i", "d": "cl", "g": "q", ".": ",", " ": ""}
NOTICES = """Subscribe to our newsletter to receive the top stories of the day in your inbox every morning. By signing up
you agree to our terms of use and privacy policy. All rights reserved. This material may not be published, broadcast,
rewritten or redistributed without permission. Follow us for breaking news alerts. Support independent journalism by
becoming a member today. Our reporters are committed to accuracy and fairness; send corrections to the editors. Most
read stories of the week are chosen by our readers. Advertisement. Share this article with your friends. Comments are
moderated and may be closed at any time. The views expressed are those of the authors alone. Copyright of photographs
belongs to the agencies named. Download our application for the latest headlines, weather and traffic.""".split()


def paragraphs(text):
    parts = [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]
    if len(parts) >= 4:
        return parts
    sentences = re.split(r"(?<=[.!?][\"”’ ])\s*(?=[A-Z“\"])|(?<=[.!?])\s+(?=[A-Z“\"])", " ".join(parts))
    return [" ".join(sentences[i:i + 2]) for i in range(0, len(sentences), 2)]


def first_share(parts, share):
    kept, words, want = [], 0, share * sum(len(p.split()) for p in parts)
    for part in parts:
        room = round(want - words)
        if room <= 0:
            break
        kept.append(" ".join(part.split()[:room]) if len(part.split()) > room else part)
        words += len(part.split())
    return kept


def reformat(parts, strength, draw, other):
    text = "\n\n".join(parts)
    if strength >= 2:
        text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("—", " -- ").replace("–", "-")
    if strength >= 3:
        text = re.sub(r"\n\n", "\n", text)
        text = "\n".join(re.findall(r"\S.{0,58}(?:\s|$)", text.replace("\n", " ")))
    if strength >= 4:
        text = text.upper() if draw.random() < .5 else re.sub(r"[\"'“”‘’(),;:-]", "", text)
    return [text]


def noise(parts, strength, draw, other):
    share = SHARES["noise"][strength - 1]

    def misread(c):
        return MISREAD.get(c, c if c.isspace() else draw.choice("abceilnotu")) if draw.random() < share else c
    return ["".join(map(misread, part)) for part in parts]


def cut(parts, strength, draw, other):
    return first_share(parts, SHARES["cut"][strength - 1])


def thin(parts, strength, draw, other):
    kept = [p for p in parts if draw.random() < SHARES["thin"][strength - 1]]
    return kept or parts[:1]


def lead(parts, strength, draw, other):
    share = SHARES["lead"][strength - 1]
    gone = len(first_share(parts, share))
    size = sum(len(p.split()) for p in parts)
    return first_share(other, share * size / max(1, sum(len(p.split()) for p in other))) + parts[gone:]


def local(parts, strength, draw, other):
    added = first_share(other, SHARES["local"][strength - 1] * sum(map(len, parts)) / max(1, sum(map(len, other))))
    mixed = list(parts)
    for part in added:
        mixed.insert(draw.randint(1, len(mixed)), part)
    return mixed


def mixed(parts, strength, draw, other):
    for edit, less in ((cut, 1), (lead, 2), (noise, 1), (reformat, 1)):
        parts = edit(parts, max(1, strength - less), draw, other)
    return parts


EDITS = {"format": reformat, "noise": noise, "cut": cut, "thin": thin, "lead": lead, "local": local, "mixed": mixed}


def furnished(parts, strength, draw):
    begin = draw.randint(0, 3)
    words = NOTICES[begin:begin + 30 * strength]
    half = len(words) // 2
    return [" ".join(words[:half])] + parts + [" ".join(words[half:])]


class Maker:
    def __init__(self, texts):
        self.draw = random.Random(20191118)
        self.texts = texts
        self.rows = []

    def add(self, cluster, edit, strength, parts):
        self.rows.append((f"d{self.draw.getrandbits(40):010x}", cluster, edit, strength, "\n\n".join(parts)))

    def other(self, name):
        return paragraphs(self.texts[self.draw.choice([n for n in self.outside if n != name])])

    def family(self, name):
        parts = paragraphs(self.texts[name])
        self.add(name, "plain", 0, parts)
        for edit in self.draw.sample(sorted(EDITS), self.draw.choice((1, 1, 2, 2, 3))):
            strength = self.draw.randint(1, 4)
            self.add(name, edit, strength, EDITS[edit](parts, strength, self.draw, self.other(name)))

    def taken_in(self, host, agency):
        strength = self.draw.randint(1, 4)
        parts, borrowed = paragraphs(self.texts[host]), paragraphs(self.texts[agency])[:strength]
        limit = sum(len(p.split()) for p in parts) // 2
        at = self.draw.randint(1, len(parts))
        borrowed = first_share(borrowed, limit / max(1, sum(len(p.split()) for p in borrowed)))
        self.add(host, "host", strength, parts[:at] + borrowed + parts[at:])
        self.add(agency, "plain", 0, paragraphs(self.texts[agency]))

    def two_in_one(self, a, b):
        for name in (a, b):
            self.add(name, "plain", 0, paragraphs(self.texts[name]))
        self.add(a + "+" + b, "merged", 0, paragraphs(self.texts[a]) + paragraphs(self.texts[b]))

    def notices(self, a, b):
        strength = self.draw.randint(1, 4)
        for name in (a, b):
            self.add(name, "furniture", strength, furnished(paragraphs(self.texts[name]), strength, self.draw))

    def make(self):
        names = sorted(self.texts)
        self.draw.shuffle(names)
        take = iter(names)
        self.outside = names[-300:]
        for _ in range(420):
            self.family(next(take))
        for step, count in ((self.taken_in, 50), (self.two_in_one, 25), (self.notices, 50)):
            for _ in range(count):
                step(next(take), next(take))
        for name in take:
            if name in self.outside:
                break
            self.add(name, "plain", 0, paragraphs(self.texts[name]))
        self.draw.shuffle(self.rows)


def texts_of(paths):
    texts, seen = {}, set()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                row = json.loads(line)
                key = re.sub(r"\W+", "", row["text"].lower())[:120]
                if key not in seen and len(row["text"].split()) >= 80:
                    texts[row["id"]] = row["text"]
                seen.add(key)
    return texts


def make(*paths, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(texts_of(paths))
    maker.make()
    with open(folder / "gold.jsonl", "w") as gold:
        for name, cluster, edit, strength, text in maker.rows:
            (folder / f"{name}.txt").write_text(text)
            gold.write(json.dumps({"id": name, "cluster": cluster, "edit": edit, "strength": strength}) + "\n")
    print(len(maker.rows), "documents")


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"] and len(sys.argv) > 3:
        make(*sys.argv[2:-1], folder=sys.argv[-1])
    elif sys.argv[1:2] == ["measure"] and len(sys.argv) == 5:
        measure(*sys.argv[2:])
    else:
        sys.exit(__doc__)
