"""Dumps without separators, stitched from whole articles, with the places where articles start."""

import json
import math
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path

from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.intake.segmentation.paragraphs import read_paragraph
from bench.imitate import foreign, unspaced

FOLDS = 4
UNSEEN = (2, 3)
"""Folds that nothing is tried on: the half that is judged last."""
GROUPS = ("wikinews", "justice", "senate", "digital", "18f")
SHARES = {
    "wikinews": 40,
    "wikinews same topic": 40,
    "wikinews titled": 14,
    "wikinews same topic headed": 20,
    "wikinews long same topic headed": 30,
    "wikinews short": 50,
    "wikinews short same topic": 25,
    "wikinews short titled": 12,
    "wikinews short lines": 60,
    "wikinews short thin": 40,
    "mixed short thin": 20,
    "wikinews short thin titled": 10,
    "justice short thin": 8,
    "senate short thin": 8,
    "digital short thin": 8,
    "wikinews long headed titled": 20,
    "wikinews any headed titled": 16,
    "mixed long headed titled": 20,
    "mixed any headed some titled": 12,
    "wikinews any some titled": 20,
    "mixed short some titled": 10,
    "justice short lines": 16,
    "senate short lines": 16,
    "wikinews any": 40,
    "wikinews any same topic": 14,
    "wikinews any closing": 22,
    "wikinews short closing": 14,
    "justice": 10,
    "justice same topic": 12,
    "justice short": 16,
    "justice any headed closing": 8,
    "senate": 10,
    "senate same topic": 12,
    "senate short": 16,
    "senate any headed closing": 8,
    "digital": 12,
    "digital same topic": 12,
    "digital titled": 5,
    "digital short": 12,
    "18f": 10,
    "18f same topic": 12,
    "18f titled": 4,
    "18f short": 6,
    "mixed": 20,
    "mixed headed": 10,
    "mixed long headed": 12,
    "mixed long same topic headed": 24,
    "mixed short": 30,
    "mixed short lines": 60,
    "mixed short lines titled": 10,
    "mixed short titled": 8,
    "mixed any": 20,
    "mixed any closing": 22,
    "mixed short closing": 12,
}
"""Dumps per fold of each kind; news weighs more than its share of the articles.

Words of a kind: a group or ``mixed``; ``long`` for articles of 8 to 25 paragraphs; ``short`` for articles of two to
four paragraphs and leads of longer ones, with ``lines`` one sentence a line; ``any`` for both lengths; ``same topic``;
``thin`` for leads with sentences that share little with them; ``titled`` for headlines, over four of five articles
with ``some``; ``headed`` for sub-headings; ``closing`` for lines that some articles share.
"""
FEWEST_LETTERS = 40
"""Shortest sentence of a thin text, letters."""
PAIRS, TWICE = 0.15, 0.03
"""How often a copy is one of two articles in a row, and how often a dump is one that was pasted twice."""
LONG = 5
"""Fewest paragraphs of an article that is not short."""
LONGER = range(8, 26)
"""How many paragraphs an article has in dumps of long ones."""
CLOSINGS = (
    "The office takes questions of reporters on weekdays between nine and five, by telephone or by mail, and answers "
    "them in the order in which they come in.",
    "Those who want to hear of our decisions first can have them sent by mail on the day on which they are made.",
    "This report was prepared from the papers that the parties have filed and from what was said in public.",
    "Pictures may be printed free of charge where the name of the photographer stands beside them.",
    "A list of all earlier reports of this year can be had at the front desk and in the reading room of the library.",
    "The next meeting is open to everybody, and written remarks are taken until the evening before.",
    "Reporting by our staff in the capital; additional reporting by the desk on the coast.",
    "Subscribe to our morning letter for the news of the region, sent every weekday before seven.",
    "The opinions in this piece are those of its author, and the paper does not always share them.",
    "For more information, write to the press office at press@office.example or call 555 0100.",
    "The accused are presumed innocent until a court has found otherwise.",
    "Copyright by the agency. No part of this text may be copied, sent on or kept in any form without consent.",
    "The agency was founded in 1962 and has offices in eleven towns, among them the capital and both ports.",
    "Its members are chosen for four years by the councils of the districts, and meet in public once a month.",
    "Support our work: readers who give five crowns a month pay for two days of reporting.",
    "Do you know more about this? Our editors answer every letter, and protect those who write to them.",
    "Corrections: we mend mistakes in the text and say so below it.",
    "This article first appeared in the printed edition of the same day.",
    "The programme is paid for by the ministry of transport and by a foundation of local firms.",
    "Forms can be had in all branches of the library, and must be sent back by the end of the month.",
)
"""Lines that several articles of one outlet end with."""
KICKERS = ("News in brief", "LOCAL NEWS", "For immediate release", "From our own staff", "Business", "The day in court")
"""Lines that several articles of one outlet begin with."""


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
    originals: tuple[str, ...] = ()
    """The English lines where these imitate another language."""

    @property
    def group(self) -> str:
        return self.kind.split()[0]


def group_of(source: str) -> str:
    for key, group in (("Wikinews", "wikinews"), ("Justice", "justice"), ("Senate", "senate"), ("Digital", "digital")):
        if key in source:
            return group
    return "18f"


def load(*paths: Path) -> list[Article]:
    articles = []
    for line in (line for path in paths for line in path.read_text(encoding="utf-8").splitlines()):
        d = json.loads(line)
        ps = tuple(" ".join(p.split()) for p in d["paragraphs"])
        heads = frozenset(i for i, k in enumerate(d.get("kinds", ())) if k == "head")
        fold = blake2b(d["id"].encode(), digest_size=4).digest()[0] % FOLDS
        terms = frozenset(read_paragraph(" ".join(ps)).terms)
        articles.append(Article(group_of(d["source"]), fold, " ".join(d["title"].split()), ps, heads, terms))
    return articles


def lead(article: Article, rng: random.Random) -> Article:
    """The first one to four paragraphs of an article, most often two or three; shorter articles stay whole."""
    count = rng.choice((1, 2, 2, 2, 3, 3, 3, 4, 4))
    body = [n for n in range(len(article.paragraphs)) if n not in article.heads]
    if len(article.paragraphs) < LONG:
        return article
    return replace(article, paragraphs=tuple(article.paragraphs[n] for n in body[:count]), heads=frozenset())


def in_lines(article: Article, rng: random.Random) -> Article:
    """News in brief: the first sentences of an article, one a line."""
    lines: list[str] = []
    for paragraph in article.paragraphs:
        starts = [*sentence_starts(paragraph), len(paragraph)]
        lines += filter(None, (paragraph[a:b].strip() for a, b in pairwise(starts)))
    return replace(article, paragraphs=tuple(lines[: rng.choice((1, 2, 2, 2, 3, 3, 3, 4, 4, 5))]), heads=frozenset())


def thinned(article: Article, rng: random.Random) -> Article:
    """A short text that says little twice: a lead, and sentences from below it that share the fewest words with it."""
    body = [article.paragraphs[n] for n in range(len(article.paragraphs)) if n not in article.heads]
    sentences: list[str] = []
    for paragraph in body[1:]:
        starts = [*sentence_starts(paragraph), len(paragraph)]
        sentences += (text for a, b in pairwise(starts) if len(text := paragraph[a:b].strip()) > FEWEST_LETTERS)
    pick = sorted(rng.sample(range(len(sentences)), min(len(sentences), 10)))
    above = set(read_paragraph(body[0]).terms)
    pick.sort(key=lambda n: len(above & set(read_paragraph(sentences[n]).terms)))
    return replace(
        article,
        paragraphs=(body[0], *(sentences[n] for n in sorted(pick[: rng.choice((1, 1, 2, 2, 2, 3))]))),
        heads=frozenset(),
    )


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
    for _ in range(rng.randrange(4) if len(pick) > 2 else 0):
        at = rng.randrange(len(order))
        again = order[at : at + (2 if rng.random() < PAIRS else 1)]
        to = at + len(again) if rng.random() < 0.5 else rng.randrange(len(order) + 1)
        order[to:to] = again
    order *= 2 if rng.random() < TWICE else 1
    closing = rng.sample(CLOSINGS, rng.randint(1, 4)) if "closing" in kind else []
    kicker = [rng.choice(KICKERS)] if "closing" in kind and rng.random() < 0.3 else []
    lines: list[str] = []
    starts: list[int] = []
    heads: set[int] = set()
    for a in order:
        starts.append(len(lines))
        lines += kicker if rng.random() < 0.7 else []
        lines += [a.title] * ("titled" in kind and ("some" not in kind or rng.random() < 0.8))
        heads |= {len(lines) + h for h in a.heads}
        lines += a.paragraphs[:40]
        lines += closing if rng.random() < 0.6 else []
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


def _picked(kind: str, pool: Sequence[Article], rng: random.Random) -> list[Article]:
    """The articles of a dump."""
    short = "short" in kind
    wanted = rng.choice((1, 1, 1, 2, 3, 5, 8, 9, 10, 11, 12, 14))
    long, brief = [a for a in pool if len(a.paragraphs) >= LONG], [a for a in pool if len(a.paragraphs) < LONG]
    if "long" in kind:
        long = [a for a in long if len(a.paragraphs) in LONGER]
    base = long if not short and "any" not in kind else [*long, *brief * (2 if short else 1)]
    if "same" in kind:
        picked = neighbours(list(dict.fromkeys(base)), rng, wanted)
    else:
        picked = list(dict.fromkeys(rng.sample(base, min(len(base), 2 * wanted))))[:wanted]
    if short:
        picked = [_shortened(a, kind, rng) for a in picked]
    elif "any" in kind:
        picked = [lead(a, rng) if rng.random() < 0.5 else a for a in picked]
    return [headed(a, rng) if "headed" in kind and rng.random() < 0.6 else a for a in picked]


def _shortened(article: Article, kind: str, rng: random.Random) -> Article:
    if "thin" in kind:
        return thinned(article, rng)
    return in_lines(lead(article, rng), rng) if "lines" in kind else lead(article, rng)


def make_dumps(articles: Sequence[Article], shares: dict[str, int], seed: int) -> list[Dump]:
    dumps = []
    for fold in range(FOLDS):
        for kind, count in shares.items():
            rng = random.Random(f"{seed} {fold} {kind}")
            group = kind.split()[0]
            pool = [a for a in articles if a.fold == fold and group in ("mixed", a.group)]
            dumps += [stitch(kind, fold, _picked(kind, pool, rng), rng) for _ in range(count)]
    return dumps


def imitated(dump: Dump, language: str, *, nouns: bool = False) -> Dump:
    """A dump in words that imitate another language: ``foreign`` or ``unspaced``; English ones stay."""
    if language == "english":
        return dump
    lines = tuple(foreign(p, nouns=nouns) if language == "foreign" else unspaced(p) for p in dump.lines)
    return replace(dump, lines=lines, originals=dump.lines)
