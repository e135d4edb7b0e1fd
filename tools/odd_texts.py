#!/usr/bin/env python3
"""Writes random odd texts as JSON lines, for tokenizer_fuzz.py and equality.py. Needs spaCy, for its rules.

usage: $(tools/spacy_environment.sh) tools/odd_texts.py SEED COUNT > TEXTS.jsonl
The same seed gives the same texts. Each is of one kind: pieces of a grammar (special cases, affixes, numbers with
units, URLs, emoji, scripts, white space) glued together, a damaged passage of the project's own texts, or code points
from all of Unicode. Code points that Python's Unicode does not know are left out, and NUL, which coranto refuses.
"""
import json
import pathlib
import random
import sys
import unicodedata

from spacy.lang import char_classes
from spacy.lang.en import English

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPACES = [" "] * 12 + ["  ", "\n", "\n\n", "\t", "\r\n", "\r", " \n", "\u00a0", "\u2009", "\u202f", "\u3000", "\u2028",
                       "\u2029", "\x85", "\f", "\v", "\x1c", "\x1f", "\u1680",
                       " " * 7, "\u200b", "\ufeff", "\u2060", "\u180e"]
APOSTROPHES = list("'’‘ʼ＇`´′‛")
MARKS = "\u0300\u0301\u0308\u0327\u0323\u20dd\u20e3\ufe0e\ufe0f\u0650\u064b\u093f\u0e34\u3099\u0489"
JOINERS = "\u200d\u200c\u200e\u200f\u202a\u202b\u202c\u2066\u2069\u00ad\u034f\u061c"
EMOJI = list("😀👩👨🧑👧💻🚀🏽🏿❤️✈☺♀♂⚕🏳🌈🏴☠🇺🇸🇩🇪🇫🇷🫶🫠©®™☎⌚⏰⏳▶◀🀄🃏🆎🈁🔟㊗㊙〰〽")
TAGS = "".join(chr(0xE0000 + ord(c)) for c in "gbeng") + "\U000e007f"
SCRIPTS = ["مرحبا", "بالعالم", "שלום", "עולם", "你好世界", "。、「」", "東京は", "カタカナ", "한국어", "नमस्ते", "สวัสดี",
           "Привет", "мир", "Ελλάδα", "ΣΊΣΥΦΟΣ", "Հայերեն", "ქართული", "বাংলা", "தமிழ்",
           "ไทย", "አማርኛ", "İstanbul", "ŞIŞLI",
           "straße", "ǅ", "ﬁne", "Å", "e\u0301", "ΐ", "ｆｕｌｌ", "Ｗ", "１２", "𝐁𝐨𝐥𝐝", "𐐀𐐨", "٣٤", "Ⅳ", "½", "①", "x²", "H₂O"]
WORDS = ["the", "The", "president", "U.S.", "Dr.", "said", "market", "don", "co", "e", "I", "A", "v", "vs", "No", "pm",
         "Inc", "NATO", "iPhone", "naïve", "b", "Zürich", "can", "ca", "o", "s", "nt", "cadet", "aluminum", "root", "agent",
         "O’Neil"]
HOSTS = ["example.com", "www.news.co.uk", "a.b", "localhost", "10.0.0.1", "8.8.8.8", "192.168.1.1", "bücher.de",
         "例え.jp",
         "x-y_z.org", "foo..bar", "EXAMPLE.COM", "t.co", "[::1]", "a.museum", "sub.domain.info", "xn--p1ai.рф", "1.2.3"]
SCHEMES = ["http://", "https://", "ftp://", "mailto:", "HTTP://", "git+ssh://", "//", "", "", "x://", "http:/"]
TAILS = ["", "/", "/a/b?c=d&e=f#g", ":8080", ":99999/x", "/(a)", "/a,b.", "?q='x'", "/%20-~_", "#", "/é", "@", "/a//b",
         ":80:80"]
USERS = ["", "", "", "user@", "a.b+c@", "user:pw@", "@", "é@", "a@b@"]


def listed(classes):
    return [c.replace("\\", "") for c in classes if len(c) < 9 and "[" not in c]


def extremes():
    """Words of 100,000 characters, runs of white space, and runs of whatever is taken off one at a time."""
    words = ["a" * 100000, "A" * 100000, "é" * 100000, "7" * 100000, "日本" * 50000, "a.b" * 33333, "x" + "\u0301" * 99999,
             "http://example.org/" + "a/" * 50000, "ab-" * 10000, "a,b" * 10000, "a@" * 2000, "a:" * 2000, "." * 3000]
    runs = [c * 1000 for c in ["!", "😀", "'", "👩\u200d", "$"]] + ["(" * 1000 + "a" + ")" * 1000]
    spaces = ["a" + c * 100000 + "b" for c in [" ", "\n", "\u00a0", " \n"]]
    return words + ["He said " + word + "." for word in words] + runs + spaces


class Odd:
    """A source of texts; all randomness comes from `seed`."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.specials = sorted(English().tokenizer.rules)
        self.affixes = listed(char_classes.LIST_PUNCT + char_classes.LIST_ELLIPSES + char_classes.LIST_QUOTES
                              + char_classes.LIST_CURRENCY)
        self.affixes += list("-–—~+*/<>=&%@#$^|\\_.,:;!?…") + ["--", "...", "..", "''"]
        self.units = char_classes.UNITS.split("|") + ["am", "p.m.", "°C", "°f", "%", "th", "st", "k.", "bn"]
        folders = [ROOT / "bench/texts", ROOT / "samples", ROOT / "tests/label/texts"]
        files = [f for folder in folders for f in sorted(folder.glob("*.txt"))]
        self.passages = [t for t in (f.read_bytes().decode("utf-8").replace("\0", "") for f in files) if t]
        self.points = [chr(p) for p in range(1, 0x110000) if unicodedata.category(chr(p)) not in ("Cn", "Cs", "Co")]
        self.rare = [c for c in self.points if unicodedata.category(c)[0] in "PSNMZ" or c in JOINERS]

    def one(self, choices):
        return self.random.choice(choices)

    def special(self):
        text = self.one(self.specials)
        if self.random.random() < 0.3:
            text = "".join(self.one(APOSTROPHES) if c in "'’" else c for c in text)
        return self.one([text, text, text.upper(), text.title(), text.swapcase()])

    def number(self):
        digits = str(self.random.randrange(10 ** self.random.randrange(1, 8)))
        form = self.one(["{}", "{},{}", "{}.{}", "{}-{}", "{}:{}", "{}/{}", "{}{}", "-{}", "+{}", ".{}", "{}."])
        before, after = self.one(["", "", "$", "€", "US$", "#", "№"]), self.one(["", *self.units])
        return before + form.format(digits, digits[:3]) + after

    def url(self):
        return self.one(SCHEMES) + self.one(USERS) + self.one(HOSTS) + self.one(TAILS)

    def emoji(self):
        glue = ["", "\u200d", "\ufe0f", "\U0001f3fd", "\u20e3", TAGS]
        return "".join(self.one(EMOJI) + self.one(glue) for _ in range(self.random.randrange(1, 5)))

    def marked(self):
        return "".join(c + self.one(["", self.one(MARKS), self.one(JOINERS)]) for c in self.one(WORDS + SCRIPTS))

    def affix(self):
        return self.one(self.affixes) * self.one([1, 1, 1, 1, 2, 3])

    def long(self):
        part = self.one([self.one(WORDS), self.affix(), self.emoji(), "a", "1", " ", self.one(SCRIPTS)])
        return part * self.one([20, 100, 300])

    def point(self):
        return self.one(self.points if self.random.random() < 0.5 else self.rare)

    def word(self):
        text = self.one(WORDS)
        ended = text + self.one(APOSTROPHES) + self.one(["s", "S", "ll", "t", "re", ""])
        return self.one([text, text, text.upper(), ended])

    def piece(self):
        kinds = [(self.word, 6), (self.special, 6), (self.affix, 8), (self.number, 3), (self.url, 2), (self.emoji, 2),
                 (self.marked, 1), (lambda: self.one(SCRIPTS), 2), (self.point, 2)]
        return self.random.choices(*zip(*kinds))[0]()

    def glued(self):
        share = self.one([0.1, 0.3, 0.6, 0.9])
        text = "".join(self.piece() + (self.one(SPACES) if self.random.random() < share else "")
                       for _ in range(self.random.randrange(1, 16)))
        return text + self.long() + self.piece() if self.random.random() < 0.01 else text

    def damaged(self):
        whole = self.one(self.passages)
        begin = self.random.randrange(len(whole))
        text = whole[begin:begin + self.random.randrange(5, 160)]
        for _ in range(self.random.randrange(1, 8)):
            at = self.random.randrange(len(text) + 1)
            upto = at + self.random.randrange(0, 4)
            text = self.one([text[:at] + text[upto:], text[:at] + self.piece() + text[upto:],
                             text[:at] + self.one(SPACES) + text[at:], text[:at] + text[at:upto] * 2 + text[upto:],
                             text[:at] + text[at:].swapcase(),
                             text[:at] + text[at:].replace(" ", self.one(["", "-", "\u00a0", "  ", "/"]), 2)])
        return text

    def scattered(self):
        return "".join(self.point() if self.random.random() < 0.8 else self.one(SPACES + WORDS)
                       for _ in range(self.random.randrange(1, 24)))

    def text(self):
        return self.random.choices([self.glued, self.damaged, self.scattered], [6, 3, 1])[0]()


def main():
    odd = Odd(int(sys.argv[1]))
    for i in range(int(sys.argv[2])):
        print(json.dumps({"source": f"{sys.argv[1]}-{i}", "text": odd.text()}))


if __name__ == "__main__":
    main()
