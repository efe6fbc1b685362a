"""Figures of the import: copies found, speed and memory, beside datasketch where it is installed.

    python -m bench.intake                       # data that it makes itself
    python -m bench.intake --articles a.jsonl    # one object an article, with `paragraphs` (a list) or `text`
    python -m bench.intake --size 100000         # articles of the duplicate stage
    python -m bench.intake --imported 20000      # articles of the whole import
    python -m bench.intake --only import         # one part: copies, ours, datasketch or import
    python -m bench.intake --data FOLDER         # all figures beside their bars (``bench.import_figures``)

With `--articles` in the form that `bench.train_segmenter` reads, boundaries are
measured too (alone, and of more kinds: `bench.boundaries`). Names: `bench.train_names`. Seconds are those of the
processor: the machine may do other work. As it is, a run ends within five minutes.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.dedup.copies import find_copies
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.relations import Candidate
from annotated_briefings.intake.dedup.same_text import compared_text
from annotated_briefings.intake.dedup.shingles import sketch
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.proofs import text_digest
from bench.boundaries import table
from bench.import_figures import overview

Text = list[str]
PARTS = ("copies", "ours", "datasketch", "import")
"""What is measured, each by itself: `--only`."""
FOOTER = [
    "Subscribe to our letter for the best stories of the week, sent every Friday morning, and follow us.",
    "All rights reserved: no part of this text may be copied without the written consent of the publisher.",
]


def invented(count: int, rng: random.Random) -> Iterator[Text]:
    """Articles of invented words with the frequencies of natural ones: six paragraphs of 65 words."""
    syllables = [a + b for a in "bcdfglmnprst" for b in "aeiou"]
    words = ["".join(rng.choices(syllables, k=rng.randrange(2, 5))) for _ in range(30_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
    for _ in range(count):
        chosen = rng.choices(words, cum_weights=weights, k=6 * 65)
        yield [" ".join(chosen[at : at + 65]).capitalize() + "." for at in range(0, len(chosen), 65)]


def perturbations(rng: random.Random, others: Sequence[Text]) -> dict[str, Callable[[Text], Text]]:
    """Ways in which an article comes back."""

    def light(text: Text) -> Text:
        return [
            " ".join(w if rng.random() > 0.03 else rng.choice(("also", "indeed", "newly")) for w in p.split())
            for p in text
        ]

    def updated(text: Text) -> Text:
        out = list(text)
        for place in rng.sample(range(len(out)), max(1, len(out) * 3 // 10)):
            out[place] = rng.choice(rng.choice(others))
        return out

    def embedded(text: Text) -> Text:
        other = rng.choice(others)
        return [*other[: max(2, len(other) // 2)], *text]

    return {
        "format change": lambda text: [text[0].upper(), *(p.replace("'", "’") for p in text[1:])],
        "light edit": light,
        "syndicated with added lead": lambda text: [" ".join(rng.choice(others)[0].split()[:40]), *text],
        "excerpt": lambda text: text[: max(2, len(text) // 3)],
        "updated version (30 % new)": updated,
        "embedded in a round-up": embedded,
    }


def candidate(name: str, text: str) -> Candidate:
    """A text that may be a copy, of which nothing else is known."""
    return Candidate(name, sketch(name, text), text_digest(text), Origin())


def quality(articles: list[Text], rng: random.Random) -> None:
    """Recall of each kind of copy and the number of wrong folds."""
    rng.shuffle(articles)
    third = len(articles) // 3
    base, distinct, others = articles[:third], articles[third : 2 * third], articles[2 * third :]
    ways = perturbations(rng, others)
    texts: list[tuple[str, str, Text]] = []
    for number, text in enumerate(base):
        texts.append((f"b{number}", f"b{number}", text))
        texts += [(f"b{number}:{way}", f"b{number}", ways[way](text)) for way in rng.sample(sorted(ways), 2)]
    texts += [(f"d{number}", f"d{number}", text) for number, text in enumerate(distinct)]
    texts += [(f"f{number}", f"f{number}", [*text[:4], *FOOTER]) for number, text in enumerate(others)]
    rng.shuffle(texts)
    there = {name: compared_text(text, Origin()) for name, _, text in texts}
    copies = find_copies([candidate(name, "\n".join(text)) for name, _, text in texts], there.get)
    into = {found.article: found.into for found in copies.folded}
    linked = {frozenset((v.article, v.other)) for v in copies.links}
    owner = {name: own for name, own, _ in texts}
    seen: Counter[str] = Counter()
    folded: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for name, own, _ in texts:
        way = name.partition(":")[2]
        if way:
            seen[way] += 1
            same = into.get(name, name) == into.get(own, own)
            folded[way] += same
            known[way] += same or frozenset((into.get(name, name), into.get(own, own))) in linked
    print(f"\ncopies among {len(texts):,} texts, {len(others):,} of them with one footer")
    print(f"{'kind':30} {'folded':>7} {'folded or linked':>17}")
    for way in ways:
        print(f"{way:30} {folded[way] / seen[way]:7.3f} {known[way] / seen[way]:17.3f}")
    round_ups = "embedded in a round-up"
    wrong = sum(owner[one] != owner[other] and round_ups not in one for one, other in into.items())
    print(f"{len(into)} folds, {wrong} of unrelated articles")


def peak() -> float:
    """Peak memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def speed_ours(count: int) -> None:
    """Articles a processor second and memory of the duplicate stage."""
    rng = random.Random(1)
    before = peak()
    spent = 0.0
    sketches = []
    for number, text in enumerate(invented(count, rng)):
        joined = "\n".join(text)
        start = time.process_time()
        sketches.append(candidate(str(number), joined))
        spent += time.process_time() - start
    start = time.process_time()
    find_copies(sketches, lambda _: None)
    join = time.process_time() - start
    rates = f"{count / (spent + join):10,.0f} {count / spent:14,.0f}"
    print(f"{'ours':12} {rates} {join:9.1f} {peak():10.0f} {before:9.0f}")


def speed_datasketch(count: int) -> None:
    """The same with datasketch's MinHash and its index."""
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        print("datasketch   not installed")
        return
    rng = random.Random(1)
    before = peak()
    index: Any = MinHashLSH(threshold=0.5, num_perm=128)
    spent = 0.0
    for number, text in enumerate(invented(count, rng)):
        joined = "\n".join(text)
        start = time.process_time()
        words = words_of(joined)
        hashed: Any = MinHash(num_perm=128)
        hashed.update_batch([" ".join(words[at : at + 5]).encode() for at in range(len(words) - 4)])
        index.query(hashed)
        index.insert(str(number), hashed)
        spent += time.process_time() - start
    print(f"{'datasketch':12} {count / spent:10,.0f} {'':14} {'':9} {peak():10.0f} {before:9.0f}")


def _spent() -> float:
    """Processor seconds of this process and of those that it has run."""
    return sum(os.times()[:4])


def whole_import(count: int, jobs: int) -> None:
    """A whole import of JSON Lines, from file to briefs."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        create_site(site)
        with (site / "wire.jsonl").open("w", encoding="utf-8") as file:
            for number, text in enumerate(invented(count, random.Random(1))):
                record = {"title": f"Report {number}", "text": "\n".join(text), "date": f"20{10 + number % 15}-05-03"}
                file.write(json.dumps(record) + "\n")
        for name in ("first", "again"):
            start = _spent()
            done = run_import(ImportRequest(site, (site / "wire.jsonl",), jobs=jobs, executor="processes"))
            spent = _spent() - start
            print(
                f"import, {name:6} {count:8,} articles, {jobs} jobs: {spent:7.1f} s, {count / spent:7,.0f} a second, "
                f"{len(done.created):,} briefs, peak {peak():,.0f} MiB"
            )


def main() -> None:
    """Run from the command line; each figure of memory comes from a process of its own."""
    parser = argparse.ArgumentParser(description="figures of the import")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--data", type=Path, help="a folder of articles and names: all figures in one table")
    parser.add_argument("--each", type=int, default=5, help="dumps and pages of each kind, with `--data`")
    parser.add_argument("--size", type=int, default=20_000, help="articles of the duplicate stage")
    parser.add_argument("--imported", type=int, default=2_000, help="articles of the whole import")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", choices=PARTS, help="one part alone")
    options = parser.parse_args()
    if options.only in PARTS[1:]:
        speed = {"ours": speed_ours, "datasketch": speed_datasketch}.get(options.only)
        speed(options.size) if speed else whole_import(options.imported, options.jobs)
        return
    if options.data:
        overview(options.data, options.each, options.size)
        return
    if options.articles:
        lines = options.articles.read_text(encoding="utf-8").splitlines()
        articles = [r.get("paragraphs") or r["text"].split("\n") for r in map(json.loads, lines)]
        table([options.articles], None, 3, unseen=False)
        articles = [a for a in articles if 4 <= len(a) <= 25 and 150 < sum(len(p.split()) for p in a) < 1200]
    else:
        articles = list(invented(1200, random.Random(2)))
    quality(articles, random.Random(3))
    if options.only:
        return
    print(f"\nduplicate stage, {options.size:,} articles of 390 words, one core, a processor second")
    print(f"{'':12} {'articles/s':>10} {'of it, sketch':>14} {'join, s':>9} {'peak, MiB':>10} {'at start':>9}")
    sys.stdout.flush()
    for only in PARTS[1:]:
        sizes = ("--size", str(options.size), "--imported", str(options.imported), "--jobs", str(options.jobs))
        subprocess.run([sys.executable, "-m", "bench.intake", "--only", only, *sizes], check=True)


if __name__ == "__main__":
    main()
