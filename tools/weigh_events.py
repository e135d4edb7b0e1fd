#!/usr/bin/env python3
"""Weigh the evidence for events: write data/events/evidence.tsv from reports that people have read.

usage: weigh_events.py neutral                              > evidence.tsv   every event with its rule's confidence
       weigh_events.py pairs SCORE GOLD RECORDS.jsonl       > PAIRS.jsonl
       weigh_events.py train PAIRS.jsonl [--threshold P]    > evidence.tsv
       weigh_events.py check PAIRS.jsonl [--threshold P]                     by thirds of the reports: precision, recall, F1

The whole way, with the annotations of bench/texts, which lie beside the project:
    cp -r data /tmp/neutral && tools/weigh_events.py neutral > /tmp/neutral/events/evidence.tsv
    CORANTO_DATA=/tmp/neutral build/coranto read ../shared/gold/written/*.txt --isolated --as jsonl > /tmp/records.jsonl
    tools/weigh_events.py pairs ../shared/score ../shared/gold/written /tmp/records.jsonl > /tmp/pairs.jsonl
    tools/weigh_events.py train /tmp/pairs.jsonl > data/events/evidence.tsv

PAIRS.jsonl: one line a report, {"record": the record, "right": [ids of the events that a careful reader took down too],
"missed": number of those that the record lacks}. SCORE is the folder of the scorer gold.py, whose pairing is used.
The model is a logistic regression with a Gaussian prior on the weights; the features are those of
src/note/event_evidence.cc.
"""
import json
import math
import pathlib
import sys
from collections import Counter, defaultdict

SECTORS = {"armed": "MIL REB PRM COP UAF IMG SPY CRM", "state": "GOV LEG JUD PTY OPP IGO UNO EUR ELI",
           "civil": "CVL LAB REF EDU SOC NGO REL AGR MED ISM", "business": "BUS MNC", "press": "JRN"}
KIND = {sector: kind for kind, sectors in SECTORS.items() for sector in sectors.split()}
MODALITIES = "happened planned ordered urged threatened possible hypothetical unclear".split()
PRIOR, RARE, ROUNDS = 3.0, 3, 150


def kind_of(actor):
    return "country" if actor["kind"] == "government" else KIND.get(actor["sector"], "other")


def voice(record, start):
    held = [s["quoted"] for s in record["statements"] if any(b <= start < e for b, e in s["content"])]
    return "written" if not held else "told" if all(q == "indirect" for q in held) else "quoted"


def features(record, event):
    actors = {actor["id"]: actor for actor in record["actors"]}
    parties = [i for e in record["events"] for side in ("actors", "recipients") for i in e[side]]
    armed = any(kind_of(actors[i]) == "armed" for i in parties)
    kind, start = event["type"], event["trigger"][0]
    found = [kind, "rule " + event["rule"]]
    for side, name in (("actors", "actor "), ("recipients", "recipient ")):
        for group in {kind_of(actors[i]) for i in event[side]} or {"none"}:
            found += [name + group, f"{kind} {name}{group}"]
    if not event["actors"] and not event["recipients"]:
        found += ["no party", kind + " no party"]
    found.append(f"modality {MODALITIES.index(event['modality'])}")
    found += ["negative"] * (event["polarity"] == "-") + [voice(record, start)]
    found += ["via"] * bool(event["via"]) + ["retold"] * bool(event["also"])
    found.append(kind + (" among the armed" if armed else " among the unarmed"))
    place = len(record["text"][:start].encode()) / max(1, len(record["text"].encode()))
    return found + ["early" if place < 0.15 else "late" if place > 0.8 else "midway"]


def pair(gold, score, text, record):
    """What the scorer pairs: ids of the record's events that the gold has too, and how many of the gold's it lacks."""
    actors = score.Actors(gold["actors"], record["actors"], text, record["text"])

    def near(g, e):
        if g["type"] != e["type"] or not any(score.overlap(a, b) for a in [g["sentence"], *(g.get("also") or [])]
                                             for b in [e["sentence"], *e["also"]]):
            return None
        words, found = (score.word_numbers(text, [x["trigger"]]) for x in (g, e))
        shared = actors.shared(g.get("actors") or [], e["actors"])
        return len(words & found) / max(1, len(words | found)), shared, score.overlap(g["sentence"], e["sentence"])

    pairs = score.pair_up([{"sure": 2} | g for g in gold["events"]], record["events"], near)
    right = [e["id"] for _, e in pairs]
    wanted = sum(g.get("sure") != 1 for g in gold["events"]) - sum(g["sure"] != 1 for g, _ in pairs)
    return {"record": record, "right": right, "missed": wanted}


def write_pairs(score_folder, gold_folder, records):
    sys.path.insert(0, score_folder)
    import gold as score
    with open(records, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            read = pathlib.Path(gold_folder, pathlib.Path(record["source"]).stem + ".json").read_text(encoding="utf-8")
            print(json.dumps(pair(json.loads(read), score, record["text"], record), ensure_ascii=False))


def logit(p):
    p = min(0.95, max(0.05, p))
    return math.log(p / (1 - p))


def examples(pairs):
    """(features, is right, log-odds of the rule's confidence) of each event."""
    return [(features(p["record"], e), e["id"] in p["right"], logit(e["confidence"])) for p in pairs
            for e in p["record"]["events"]]


def chance(model, example):
    total = model["(bias)"] + model["(rule's confidence)"] * example[2] + sum(model.get(f, 0) for f in example[0])
    return 1 / (1 + math.exp(-total))


def train(data):
    """Weights by adaptive gradient ascent; features seen fewer than RARE times have none."""
    seen = Counter(f for fs, _, _ in data for f in fs)
    data = [([f for f in fs if seen[f] >= RARE], right, rule) for fs, right, rule in data]
    model, norm = defaultdict(float, {"(bias)": 0.0, "(rule's confidence)": 0.5}), defaultdict(lambda: 1e-6)
    for _ in range(ROUNDS):
        slope = defaultdict(float)
        for example in data:
            error = example[1] - chance(model, example)
            for f in example[0]:
                slope[f] += error
            slope["(bias)"] += error
            slope["(rule's confidence)"] += error * example[2]
        for f, s in slope.items():
            s -= 0 if f[0] == "(" else PRIOR * model[f]
            norm[f] += s * s
            model[f] += 0.3 * s / math.sqrt(norm[f])
    return model


def write(model, threshold, note):
    print(f"""# Weights of the evidence for events, in log-odds: a logistic model, made by tools/weigh_events.py{note}.
# Do not edit by hand, but for the threshold.
# feature  rule, type, kinds of the parties, modality (number), voice, place in the report; "(threshold)": events with a
#          smaller chance are left out; "(rule's confidence)": weight of the log-odds of the lexicon's confidence
# weight   a number
# Written for Coranto, Apache-2.0.
feature\tweight
(threshold)\t{threshold}""")
    for name in sorted(model):
        if name[0] == "(" or abs(model[name]) >= 0.02:
            print(f"{name}\t{model[name]:.2f}")


def check(pairs, threshold):
    """Cross-validation by thirds: the figures, and how often events of each confidence are right."""
    kept = right = wanted = 0
    bins = defaultdict(list)
    for k in range(3):
        model = train(examples(pairs[i] for i in range(len(pairs)) if i % 3 != k))
        for held in pairs[k::3]:
            wanted += len(held["right"]) + held["missed"]
            for example in examples([held]):
                p = chance(model, example)
                bins[int(10 * p)].append(example[1])
                kept, right = kept + (p >= threshold), right + (p >= threshold and example[1])
    print(f"precision {right / kept:.3f} recall {right / wanted:.3f} F1 {2 * right / (kept + wanted):.3f}")
    for b, hits in sorted(bins.items()):
        print(f"confidence {b / 10:.1f} to {b / 10 + 0.1:.1f}: {sum(hits) / len(hits):.2f} of {len(hits)}")


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in ("neutral", "pairs", "train", "check"):
        sys.exit(__doc__)
    threshold = float(sys.argv[sys.argv.index("--threshold") + 1]) if "--threshold" in sys.argv else 0.45
    if sys.argv[1] == "neutral":
        return write({"(bias)": 0, "(rule's confidence)": 1}, 0, " (neutral)")
    if sys.argv[1] == "pairs":
        return write_pairs(*sys.argv[2:5])
    with open(sys.argv[2], encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    if sys.argv[1] == "check":
        return check(pairs, threshold)
    write(train(examples(pairs)), threshold, f" from {len(pairs)} reports")


if __name__ == "__main__":
    main()
