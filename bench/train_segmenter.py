"""Train the article segmenter and measure it by cross-validation.

    python bench/train_segmenter.py articles_train.jsonl            # measures, then writes the weights
    python bench/train_segmenter.py articles_train.jsonl --no-write

Needs numpy and scikit-learn. The articles are stitched into dumps without separators: 8 to 12 articles, up to three
repeated whole, at random or from one topic, some with their headlines. Every dump is made of the articles of one fold,
so no article is in both training and test. The texts themselves never enter the weights file.
"""

import argparse
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from sklearn.linear_model import LogisticRegression

from generator.intake import segment as seg
from generator.intake.segment_context import CONTEXT, context_rows
from generator.intake.segment_decode import CAUTION, best_starts
from generator.intake.segment_features import FEATURES, feature_rows, measure
from generator.intake.segment_repeats import collapse
from generator.intake.segment_text import read_paragraph

FOLDS = 5
OUTPUT = Path(__file__).resolve().parents[1] / "generator" / "intake" / "segment_weights.json"
GROUPS = ("wikinews", "justice", "senate", "digital", "18f")
SHARES = {
    "wikinews": 55, "wikinews same topic": 65, "wikinews titled": 16, "justice": 18, "justice same topic": 18,
    "senate": 18, "senate same topic": 18, "digital": 18, "digital same topic": 18, "digital titled": 8, "18f": 18,
    "18f same topic": 18, "18f titled": 8, "mixed": 36, "wikinews headed": 30, "wikinews same topic headed": 30,
    "justice headed": 9, "senate headed": 9, "mixed headed": 18,
}
"""Dumps per fold of each kind; news weighs more than its share of the articles."""
STYLE = ("day", "start_cue", "date", "byline", "says", "role", "figures", "acronym_intro")
"""Cues that depend on a source's style; shuffled in some training dumps so that the model does not lean on them."""
SHUFFLED = 0.3
BENDS = (0.2, 0.4, 0.6, 0.8, 0.95)
"""Quantiles of a feature at which its curve may bend."""
Row = list[float]


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


@dataclass(frozen=True)
class Example:
    """A dump made ready: numbers per paragraph of its collapsed form."""

    rows: Any
    gold: Any
    edges: Any
    at: tuple[int, ...]


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


def prepare(dump: Dump) -> Example:
    small = collapse(dump.lines)
    read = [read_paragraph(dump.lines[i]) for i in small.kept]
    place = {index: n for n, index in enumerate(small.kept)}
    at = tuple(place[i] for i in small.same_as)
    starts = [0, *sorted({at[e] for e in small.edges} - {0})]
    gold, edges = np.zeros(len(read)), np.zeros(len(read))
    gold[[at[s] for s in dump.starts]] = 1
    edges[starts[1:]] = 1
    return Example(np.array(feature_rows(read, measure(read), starts), float), gold, edges, at)


def look_again(job: tuple[Dump, Any]) -> Any:
    """Context rows of a dump, given the first model's log-odds."""
    dump, odds = job
    read = [read_paragraph(dump.lines[i]) for i in collapse(dump.lines).kept]
    return np.array(context_rows(read, measure(read), odds.tolist()), float)


class Curves:
    """Logistic regression on the features and their hinges."""

    def __init__(self, names: Sequence[str], x: Any, y: Any) -> None:
        self.names = tuple(names)
        self.scale = x.std(0) + 1e-9
        quantiles = np.quantile(x, BENDS, axis=0)
        low, high = x.min(0), x.max(0)
        self.bends = [sorted({round(float(q), 4) for q in quantiles[:, f] if low[f] < q < high[f]})
                      for f in range(x.shape[1])]
        self.model = LogisticRegression(C=0.1, max_iter=1000, tol=1e-3).fit(self._expand(x), y)

    def _expand(self, x: Any) -> Any:
        hinges = [np.maximum(0, x[:, f] - q) / self.scale[f] for f, qs in enumerate(self.bends) for q in qs]
        return np.column_stack([x / self.scale, *hinges])

    def odds(self, x: Any) -> Any:
        return self.model.decision_function(self._expand(x))

    def as_json(self) -> dict[str, Any]:
        w, count = self.model.coef_[0], len(self.names)
        hinge = iter(w[count:])
        curves = {}
        for f, name in enumerate(self.names):
            bends = [[q, round(float(next(hinge) / self.scale[f]), 4)] for q in self.bends[f]]
            curves[name] = [round(float(w[f] / self.scale[f]), 4), *bends]
        return {"intercept": round(float(self.model.intercept_[0]), 4), "curves": curves}


def fit(names: Sequence[str], rows: Sequence[Any], examples: Sequence[Example], pick: Iterable[int]) -> Curves:
    """Train on the gaps that no repeat decides."""
    rng = np.random.default_rng(0)
    style = [FEATURES.index(f) for f in STYLE]
    xs, ys = [], []
    for i in pick:
        x = rows[i].copy()
        if rng.random() < SHUFFLED:
            x[:, style] = x[rng.permutation(len(x))][:, style]
        use = examples[i].edges == 0
        use[0] = False
        xs.append(x[use])
        ys.append(examples[i].gold[use])
    return Curves(names, np.vstack(xs), np.hstack(ys))


def settled(odds: Any, example: Example) -> Any:
    lifted = np.maximum(odds, np.minimum(seg.REPEAT_ODDS, odds + seg.REPEAT_LIFT))
    return np.where(example.edges == 1, lifted, odds)


def length_prior(lengths: Iterable[int]) -> tuple[float, ...]:
    """Log of the share of articles of 1 to 5 paragraphs, against an even share over 20 lengths; longer ones cost 0."""
    count = Counter(min(n, 6) for n in lengths)
    typical = sum(count.values()) / 20
    return (*(min(0.0, round(math.log((count[n] + 1) / typical), 4)) for n in range(1, 6)), 0.0)


def window_diff(gold: set[int], found: set[int], n: int) -> float:
    k = max(2, round(n / (2 * (len(gold) + 1))))
    balance = [0] * (n + 1)
    for b in gold:
        balance[b] += 1
    for b in found:
        balance[b] -= 1
    return sum(1 for i in range(n - k) if sum(balance[i + 1 : i + k + 1])) / max(1, n - k)


def judge(dump: Dump, example: Example, odds: Any, lengths: Sequence[float], caution: float = CAUTION) -> Row:
    """Counts for one dump, in the order ``report`` reads them."""
    final = settled(odds, example)
    chosen = set(best_starts(final.tolist(), lengths, caution))
    gold = set(dump.starts) - {0}
    found = {i for i, n in enumerate(example.at) if n in chosen} - {0}
    heads = set(seg._subheadings(dump.lines, found))
    gold_heads = {h for h in dump.heads if h + 1 < len(dump.lines)}
    limit = math.log(seg.UNSURE_TO / (1 - seg.UNSURE_TO))
    listed = {n for n in range(1, len(final)) if abs(final[n]) < limit}
    wrong = {example.at[i] for i in gold ^ found}
    return [len(gold & found), len(found), len(gold), window_diff(gold, found, len(dump.lines)), 1,
            len(heads & gold_heads), len(heads), len(gold_heads), len(wrong), len(wrong & listed), len(listed)]


def sweep(dumps: Sequence[Dump], examples: Sequence[Example], odds: dict[int, Any], lengths: Sequence[float]) -> None:
    """Precision, recall, F1 and WindowDiff of all dumps and of news for several degrees of caution."""
    print("\ncaution  all: P R F1 WD | news: P R F1 WD")
    for caution in (0.0, 0.4, 0.8, 1.2, 1.6, 2.2):
        out = [f"{caution:7.1f}"]
        for news in (False, True):
            t = sum(np.array(judge(dumps[i], examples[i], o, lengths, caution))
                    for i, o in odds.items() if not news or dumps[i].group == "wikinews")
            p, r = t[0] / max(1, t[1]), t[0] / max(1, t[2])
            out.append(f"{p:.3f} {r:.3f} {2 * p * r / (p + r):.3f} {t[3] / t[4]:.3f}")
        print(" | ".join(out))


def report(title: str, dumps: Sequence[Dump], rows: dict[int, Row]) -> None:
    table: dict[str, Any] = defaultdict(lambda: np.zeros(11))
    for i, row in rows.items():
        names = [dumps[i].kind, "= all", *["= news"] * (dumps[i].group == "wikinews")]
        for name in names:
            table[name] += row
    print(f"\n{title}\n{'kind':22}    P     R    F1    WD  | sub-headings P, R | listed per dump, share of errors")
    for kind, t in sorted(table.items()):
        p, r = t[0] / max(1, t[1]), t[0] / max(1, t[2])
        print(f"{kind:22} {p:.3f} {r:.3f} {2 * p * r / max(1e-9, p + r):.3f} {t[3] / t[4]:.3f} | "
              f"{t[5] / max(1, t[6]):.2f} {t[5] / max(1, t[7]):.2f} | {t[10] / t[4]:.1f} {t[9] / max(1, t[8]):.2f}")


def calibration(examples: Sequence[Example], odds: dict[int, Any]) -> None:
    p = 1 / (1 + np.exp(-np.hstack([o[1:] for o in odds.values()])))
    y = np.hstack([examples[i].gold[1:] for i in odds])
    print("\nprobability said, share that were starts, gaps")
    for low, high in ((0, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.01)):
        use = (p >= low) & (p < high)
        print(f"{p[use].mean():.3f} {y[use].mean():.3f} {use.sum()}")


def held_out(
    fit_on: Callable[[list[int]], Curves], rows: Sequence[Any], splits: Sequence[tuple[list[int], list[int]]]
) -> dict[int, Any]:
    """Log-odds of each dump from a model that was not trained on it."""
    odds: dict[int, Any] = {}
    for train, test in splits:
        model = fit_on(train)
        odds |= {i: model.odds(rows[i]) for i in test}
    return odds


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("articles", type=Path)
    ap.add_argument("--no-write", action="store_true", help="measure only")
    ap.add_argument("--no-measure", action="store_true", help="train without leaving sources out")
    ap.add_argument("--scale", type=float, default=1.0, help="factor on the number of dumps")
    args = ap.parse_args()
    articles = load(args.articles)
    dumps = make_dumps(articles, {k: max(1, round(v * args.scale)) for k, v in SHARES.items()}, 1)
    lengths = length_prior(len(a.paragraphs) for a in articles)
    with ProcessPoolExecutor() as pool:
        train(dumps, lengths, pool, write=not args.no_write, measure_sources=not args.no_measure)


def train(
    dumps: Sequence[Dump], lengths: tuple[float, ...], pool: Executor, *, write: bool, measure_sources: bool
) -> None:
    examples = list(pool.map(prepare, dumps, chunksize=8))
    every = range(len(dumps))
    rows = [e.rows for e in examples]
    names = (*FEATURES, *CONTEXT)

    def widen(odds: dict[int, Any]) -> dict[int, Any]:
        jobs = [(dumps[i], settled(o, examples[i])) for i, o in odds.items()]
        more = pool.map(look_again, jobs, chunksize=8)
        return {i: np.hstack([rows[i], m]) for i, m in zip(odds, more, strict=True)}

    def results(odds: dict[int, Any]) -> dict[int, Row]:
        return {i: judge(dumps[i], examples[i], o, lengths) for i, o in odds.items()}

    folds = [([i for i in every if dumps[i].fold != f], [i for i in every if dumps[i].fold == f]) for f in range(FOLDS)]
    first = held_out(lambda t: fit(FEATURES, rows, examples, t), rows, folds)
    report("cross-validation, first look", dumps, results(first))
    wide = widen(first)
    both = held_out(lambda t: fit(names, [wide[i] for i in every], examples, t), [wide[i] for i in every], folds)
    report("cross-validation", dumps, results(both))
    calibration(examples, both)
    sweep(dumps, examples, both, lengths)
    if measure_sources:
        sources = [([i for i in every if dumps[i].group not in (g, "mixed")], [i for i in every if dumps[i].group == g])
                   for g in GROUPS]
        apart = wide | widen(held_out(lambda t: fit(FEATURES, rows, examples, t), rows, sources))
        # Training rows come from the cross-validated first look, test rows from one that never saw the source.
        odds = held_out(lambda t: fit(names, [wide[i] for i in every], examples, t), [apart[i] for i in every], sources)
        report("leave one source out", dumps, results(odds))
        sweep(dumps, examples, odds, lengths)
    if write:
        save(fit(FEATURES, rows, examples, every), fit(names, [wide[i] for i in every], examples, every), lengths)


def save(first: Curves, second: Curves, lengths: tuple[float, ...]) -> None:
    parts = {"first": first.as_json(), "second": second.as_json(), "lengths": list(lengths)}
    OUTPUT.write_text(json.dumps(parts, separators=(",", ":")).replace('],"', '],\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
