"""Train the article segmenter and measure it by cross-validation.

    python -m bench.train_segmenter articles_train.jsonl            # measures, then writes the weights
    python -m bench.train_segmenter articles_train.jsonl --no-write

Needs numpy and scikit-learn. The articles are stitched into dumps without separators: 8 to 12 articles, up to three
repeated whole, at random or from one topic, some with their headlines. Every dump is made of the articles of one fold,
so no article is in both training and test. The texts themselves never enter the weights file.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from annotated_briefings.intake.segmentation import segment as seg
from annotated_briefings.intake.segmentation.context import CONTEXT, context_rows
from annotated_briefings.intake.segmentation.decode import CAUTION, best_starts
from annotated_briefings.intake.segmentation.features import FEATURES, feature_rows, measure
from annotated_briefings.intake.segmentation.paragraphs import read_paragraph
from annotated_briefings.intake.segmentation.repeats import collapse
from bench.dumps import FOLDS, GROUPS, SHARES, Dump, load, make_dumps
from bench.measures import window_diff

OUTPUT = (
    Path(__file__).resolve().parents[1]
    / "generator"
    / "annotated_briefings"
    / "intake"
    / "segmentation"
    / "weights.json"
)
STYLE = ("day", "start_cue", "date", "byline", "says", "role", "figures", "acronym_intro")
"""Cues that depend on a source's style; shuffled in some training dumps so that the model does not lean on them."""
SHUFFLED = 0.3
BENDS = (0.2, 0.4, 0.6, 0.8, 0.95)
"""Quantiles of a feature at which its curve may bend."""
Row = list[float]


@dataclass(frozen=True)
class Example:
    """A dump made ready: numbers per paragraph of its collapsed form."""

    rows: Any
    gold: Any
    edges: Any
    at: tuple[int, ...]


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
        self.bends = [
            sorted({round(float(q), 4) for q in quantiles[:, f] if low[f] < q < high[f]}) for f in range(x.shape[1])
        ]
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
    return [
        len(gold & found),
        len(found),
        len(gold),
        window_diff(gold, found, len(dump.lines)),
        1,
        len(heads & gold_heads),
        len(heads),
        len(gold_heads),
        len(wrong),
        len(wrong & listed),
        len(listed),
    ]


def sweep(dumps: Sequence[Dump], examples: Sequence[Example], odds: dict[int, Any], lengths: Sequence[float]) -> None:
    """Precision, recall, F1 and WindowDiff of all dumps and of news for several degrees of caution."""
    print("\ncaution  all: P R F1 WD | news: P R F1 WD")
    for caution in (0.0, 0.4, 0.8, 1.2, 1.6, 2.2):
        out = [f"{caution:7.1f}"]
        for news in (False, True):
            t: Any = sum(
                np.array(judge(dumps[i], examples[i], o, lengths, caution))
                for i, o in odds.items()
                if not news or dumps[i].group == "wikinews"
            )
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
        print(
            f"{kind:22} {p:.3f} {r:.3f} {2 * p * r / max(1e-9, p + r):.3f} {t[3] / t[4]:.3f} | "
            f"{t[5] / max(1, t[6]):.2f} {t[5] / max(1, t[7]):.2f} | {t[10] / t[4]:.1f} {t[9] / max(1, t[8]):.2f}"
        )


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
        sources = [
            ([i for i in every if dumps[i].group not in (g, "mixed")], [i for i in every if dumps[i].group == g])
            for g in GROUPS
        ]
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
