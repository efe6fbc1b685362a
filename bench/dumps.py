"""Dumps without separators, stitched from whole articles, with the places where articles start."""

import json
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from annotated_briefings.intake.segmentation.paragraphs import read_paragraph

FOLDS = 5
GROUPS = ("wikinews", "justice", "senate", "digital", "18f")
SHARES = {
    "wikinews": 55,
    "wikinews same topic": 65,
    "wikinews titled": 16,
    "justice": 18,
    "justice same topic": 18,
    "senate": 18,
    "senate same topic": 18,
    "digital": 18,
    "digital same topic": 18,
    "digital titled": 8,
    "18f": 18,
    "18f same topic": 18,
    "18f titled": 8,
    "mixed": 36,
    "wikinews headed": 30,
    "wikinews same topic headed": 30,
    "justice headed": 9,
    "senate headed": 9,
    "mixed headed": 18,
}
"""Dumps per fold of each kind; news weighs more than its share of the articles."""


@dataclass(frozen=True)
class Article:
    group: str
    fold: int
    title: str
    paragraphs: tuple[str, ...]
    heads: frozenset[int]
    terms: frozenset[str]


@dataclass(frozen=True)
class Dump:
    kind: str
    fold: int
    lines: tuple[str, ...]
    starts: tuple[int, ...]
    heads: frozenset[int]

    @property
    def group(self) -> str:
        return self.kind.split()[0]


def group_of(source: str) -> str:
    for key, group in (("Wikinews", "wikinews"), ("Justice", "justice"), ("Senate", "senate"), ("Digital", "digital")):
        if key in source:
            return group
    return "18f"


def load(path: Path) -> list[Article]:
    articles = []
    for line in path.read_text(encoding="utf-8").splitlines():
        d = json.loads(line)
        ps = tuple(" ".join(p.split()) for p in d["paragraphs"])
        heads = frozenset(i for i, k in enumerate(d["kinds"]) if k == "head")
        fold = blake2b(d["id"].encode(), digest_size=4).digest()[0] % FOLDS
        terms = frozenset(read_paragraph(" ".join(ps)).terms)
        articles.append(Article(group_of(d["source"]), fold, " ".join(d["title"].split()), ps, heads, terms))
    return articles


def neighbours(pool: Sequence[Article], rng: random.Random, size: int) -> list[Article]:
    """An article and its nearest by TF-IDF overlap of terms."""
    spread = Counter(t for a in pool for t in a.terms)
    value = {t: math.log(len(pool) / c) for t, c in spread.items()}
    centre = rng.choice(pool)

    def near(a: Article) -> float:
        shared = sum(value[t] for t in a.terms & centre.terms)
        return shared / math.sqrt(sum(value[t] for t in a.terms) + 1)

    return sorted(pool, key=near, reverse=True)[:size]


def stitch(kind: str, fold: int, pick: list[Article], rng: random.Random) -> Dump:
    order = list(pick)
    rng.shuffle(order)
    for _ in range(rng.randrange(4)):
        again = rng.choice(pick)
        order.insert(order.index(again) + 1 if rng.random() < 0.5 else rng.randrange(len(order) + 1), again)
    lines: list[str] = []
    starts: list[int] = []
    heads: set[int] = set()
    for a in order:
        starts.append(len(lines))
        lines += [a.title] * ("titled" in kind)
        heads |= {len(lines) + h for h in a.heads}
        lines += a.paragraphs[:40]
    return Dump(kind, fold, tuple(lines), tuple(starts), frozenset(heads))


def headed(article: Article, rng: random.Random) -> Article:
    """An article with a few sub-headings, made of words of the paragraphs under them and set where the subject shifts.

    News sites set them there, and the news among our sources has none, so a model would take them for headlines.
    """
    paragraphs = article.paragraphs
    terms = [set(read_paragraph(p).terms) for p in paragraphs]
    shift: list[tuple[float, int]] = []
    for n in range(3, len(paragraphs) - 1):
        left, right = set().union(*terms[max(0, n - 3) : n]), set().union(*terms[n : n + 3])
        free = not {n - 1, n} & article.heads and len(paragraphs[n]) > 120
        if free and left and right:
            shift.append((len(left & right) / min(len(left), len(right)), n))
    places = {n for _, n in sorted(shift)[: max(1, len(paragraphs) // 6)] if rng.random() < 0.8}
    out: list[str] = []
    heads: set[int] = set()
    for n, paragraph in enumerate(paragraphs):
        words = sorted(set(re.findall(r"[A-Za-z][\w’'-]{3,}", " ".join(paragraphs[n : n + 2]))))
        if n in places and len(words) > 8:
            pick = rng.sample(words, rng.randint(2, 4))
            if rng.random() < 0.5:
                pick.insert(1, rng.choice(("of", "and", "for", "with", "in")))
            heads.add(len(out))
            out.append(" ".join(pick).capitalize())
        if n in article.heads:
            heads.add(len(out))
        out.append(paragraph)
    return replace(article, paragraphs=tuple(out), heads=frozenset(heads))


def make_dumps(articles: Sequence[Article], shares: dict[str, int], seed: int) -> list[Dump]:
    dumps = []
    for fold in range(FOLDS):
        for kind, count in shares.items():
            rng = random.Random(f"{seed} {fold} {kind}")
            group = kind.split()[0]
            pool = [a for a in articles if a.fold == fold and group in ("mixed", a.group)]
            for _ in range(count):
                size = rng.randint(8, 12)
                pick = neighbours(pool, rng, size) if "same" in kind else rng.sample(pool, size)
                if "headed" in kind:
                    pick = [headed(a, rng) if rng.random() < 0.6 else a for a in pick]
                dumps.append(stitch(kind, fold, pick, rng))
    return dumps
