"""Article boundaries in dumps of many kinds, beside a method that has no weights.

    python -m bench.boundaries long.jsonl short.jsonl [--other german.jsonl] [--unseen]

The articles are in the form that ``bench.train_segmenter`` reads. ``--other`` are articles of another language, for
measuring alone. With ``--unseen`` only the folds are used that weights trained with ``--half`` have never seen; on
others the figures flatter. Dumps in Chinese, Japanese and Spanish, and news in brief in eleven languages, are of
sentences that we wrote (``bench/made.py``).
"""

import argparse
import math
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.reading import split_document
from annotated_briefings.intake.segmentation.paragraphs import read_paragraph
from annotated_briefings.intake.segmentation.segment import segment
from annotated_briefings.intake.segmentation.words import LANGUAGES, language_of
from bench.dumps import UNSEEN, Dump, imitated, load, make_dumps
from bench.made import brief_dumps, made_dumps, made_news
from bench.measures import window_diff

KINDS = (
    "wikinews",
    "wikinews same topic",
    "mixed",
    "wikinews short",
    "wikinews short same topic",
    "wikinews short titled",
    "wikinews short lines",
    "mixed short",
    "wikinews any",
    "mixed any",
    "mixed any closing",
    "mixed short closing",
)
WRAPPED = ("wikinews", "wikinews short", "mixed any headed")
WIDTHS = (60, 72, 80, 100)
COST = 3.0
"""How much dearer a segment is than in the method as it was published; the best of 1 to 3 on news of one subject."""
Finder = Callable[[Dump], set[int]]


def ours(dump: Dump) -> set[int]:
    return {b.index for b in segment(dump.lines).boundaries[1:]}


def ours_wrapped(dump: Dump) -> set[int]:
    """Line numbers, counted from 0, of a dump that is read as a text file."""
    document, _ = read_text("dump.txt", "\n".join(dump.lines).encode(), loose=True)
    articles, _ = split_document(document, Decisions()) if document else ((), ())
    return {a.paragraphs[0].line - 1 for a in articles[1:]}


def unigram_cost(dump: Dump) -> set[int]:
    """The cheapest segments under one unigram model each (Utiyama and Isahara 2001), with no weights."""
    terms = [read_paragraph(line, language_of(dump.lines)).terms for line in dump.lines]
    count, kinds = sum(map(len, terms)), len({t for some in terms for t in some})
    best, back = [0.0] + [math.inf] * len(terms), [0] * (len(terms) + 1)
    for i in range(len(terms)):
        seen: Counter[str] = Counter()
        size, logs = 0, 0.0
        for j in range(i, len(terms)):
            for term in terms[j]:
                c = seen[term]
                logs += (c + 1) * math.log(c + 2) - c * math.log(c + 1)
                seen[term] = c + 1
            size += len(terms[j])
            cost = best[i] + size * math.log(size + kinds) - logs + COST * math.log(max(2, count))
            if cost < best[j + 1]:
                best[j + 1], back[j + 1] = cost, i
    starts, j = set(), len(terms)
    while j > 0:
        j = back[j]
        starts.add(j)
    return starts - {0}


def wrapped(dump: Dump, width: int) -> Dump:
    """A dump wrapped by hand, with no blank lines: places are those of lines."""
    lines: list[str] = []
    starts: list[int] = []
    for number, paragraph in enumerate(dump.lines):
        if number in dump.starts:
            starts.append(len(lines))
        lines += textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return replace(dump, lines=tuple(lines), starts=tuple(starts))


def score(dumps: Sequence[Dump], find: Finder) -> tuple[float, float, float, float]:
    """Precision, recall, F1 and WindowDiff of exact boundaries."""
    good = found_all = gold_all = 0
    spread = 0.0
    for dump in dumps:
        found, gold = find(dump), set(dump.starts) - {0}
        good += len(gold & found)
        found_all += len(found)
        gold_all += len(gold)
        spread += window_diff(gold, found, len(dump.lines))
    p, r = good / max(1, found_all), good / max(1, gold_all)
    return p, r, 2 * p * r / max(1e-9, p + r), spread / max(1, len(dumps))


def row(name: str, dumps: Sequence[Dump], find: Finder, plain: Finder | None = unigram_cost) -> None:
    p, r, f, spread = score(dumps, find)
    beside = "      -      -" if plain is None else "{2:7.3f}{3:7.3f}".format(*score(dumps, plain))
    print(f"{name:44}{p:7.3f}{r:7.3f}{f:7.3f}{spread:7.3f} |{beside}", flush=True)


def table(paths: Sequence[Path], other: Path | None, each: int, *, unseen: bool) -> None:
    """Print one row for each kind of dump."""
    print(f"{'dumps':44}{'P':>7}{'R':>7}{'F1':>7}{'WD':>7} |{'plain F1':>9}{'WD':>5}")
    kinds = dict.fromkeys((*KINDS, *WRAPPED), each)
    dumps = [d for d in make_dumps(load(*paths), kinds, 77) if not unseen or d.fold in UNSEEN]
    of = {kind: [d for d in dumps if d.kind == kind] for kind in kinds}
    for kind in KINDS:
        row(kind, of[kind], ours)
    for kind in WRAPPED:
        row(f"{kind}, wrapped", [wrapped(d, WIDTHS[n % 4]) for n, d in enumerate(of[kind])], ours_wrapped, None)
    for imitation in LANGUAGES[1:]:
        for kind in ("wikinews", "wikinews short", "mixed any"):
            row(f"{kind}, imitated: {imitation}", [imitated(d, imitation, nouns=True) for d in of[kind]], ours)
    for language in ("chinese", "japanese", "spanish"):
        for titled in (False, True):
            row(f"{language}, made" + ", titled" * titled, made_dumps(language, 2 * each, titled=titled), ours)
    for language in made_news():
        for titled in (True, False):
            dumps = brief_dumps(language, 4 * each, titled=titled)
            row(f"{language}, news in brief" + ", titled" * titled, dumps, ours)
    if other:
        articles = [replace(a, group="other") for a in load(other)]
        for kind in ("other any", "other any same topic"):
            row(f"{other.stem}: {kind}", make_dumps(articles, {kind: each}, 77), ours)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--other", type=Path)
    parser.add_argument("--each", type=int, default=5, help="dumps of each kind and fold")
    parser.add_argument("--unseen", action="store_true")
    options = parser.parse_args()
    table(options.articles, options.other, options.each, unseen=options.unseen)


if __name__ == "__main__":
    main()
