"""Train the article segmenter and measure it by cross-validation.

    python -m bench.train_segmenter long.jsonl short.jsonl              # measures, then writes the weights
    python -m bench.train_segmenter long.jsonl short.jsonl --no-write

Needs numpy and scikit-learn. The articles are stitched into dumps without separators: 8 to 14 articles, long, short or
both, up to three repeated whole, at random or of one subject, some with headlines, some with closing lines that they
share. Every dump is made of the articles of one fold, so no article is in both training and test. Two folds are kept
unseen: nothing is chosen by them, and weights for judging them are trained on the two others. The same is done with the
texts made to imitate other languages and scripts without blanks (``bench/imitate.py``): each has weights of its own.
The texts themselves never enter the weights file.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from annotated_briefings.base.values import replace
from annotated_briefings.intake.segmentation import segment as seg
from annotated_briefings.intake.segmentation.context import CONTEXT, context_rows
from annotated_briefings.intake.segmentation.decode import CAUTION, chosen_starts, probability, settled_odds
from annotated_briefings.intake.segmentation.features import (
    FEATURES,
    Cohesion,
    SharedLines,
    feature_rows,
    measure,
    read_collapsed,
    shared_lines,
)
from annotated_briefings.intake.segmentation.paragraphs import CUES, ReadParagraph, read_paragraph
from annotated_briefings.intake.segmentation.repeats import Collapsed, collapse
from annotated_briefings.intake.segmentation.words import LANGUAGES, language_of
from bench.dumps import GROUPS, SHARES, UNSEEN, Dump, imitated, load, make_dumps
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
KNOWN = (
    "follow_up_start",
    "open_pronoun",
    "day",
    "date",
    "says",
    "definite_start",
    "indefinite_start",
    "start_cue",
)
"""Cues that we know in other languages too, though not all of their words."""
Row = list[float]
Rows = Sequence[Any] | dict[int, Any]
Splits = Sequence[tuple[list[int], list[int]]]


@dataclass(frozen=True)
class Example:
    """A dump made ready: numbers per paragraph of its collapsed form."""

    rows: Any
    gold: Any
    at: tuple[int, ...]
    read: list[ReadParagraph]
    shared: Cohesion


def readings(dump: Dump) -> tuple[Collapsed, SharedLines, list[ReadParagraph]]:
    """A dump, collapsed and read; of an imitated one, in every other dump, with the cues of its English lines."""
    small = collapse(dump.lines)
    lines = shared_lines(small)
    read = read_collapsed(dump.lines, small, lines, language_of(dump.lines))
    if dump.originals and sum(map(len, dump.lines)) % 2:
        read = [replace(p, cues=_cues_of(p, dump.originals[i])) for p, i in zip(read, small.kept, strict=True)]
    return small, lines, read


def _cues_of(paragraph: ReadParagraph, original: str) -> tuple[float, ...]:
    """The cues of a paragraph, with those that we know in other languages too as its English words show them."""
    english = read_paragraph(original).cues
    return tuple(e if name in KNOWN else c for name, c, e in zip(CUES, paragraph.cues, english, strict=True))


def prepare(dump: Dump) -> Example:
    small, lines, read = readings(dump)
    place = {index: n for n, index in enumerate(small.kept)}
    at = tuple(place[i] for i in small.same_as)
    gold = np.zeros(len(read))
    gold[[at[s] for s in dump.starts]] = 1
    shared = measure(read)
    return Example(np.array(feature_rows(read, shared, lines), float), gold, at, read, shared)


class Curves:
    """Logistic regression on the features and their hinges."""

    def __init__(self, names: Sequence[str], x: Any, y: Any) -> None:
        self.names = tuple(names)
        spread = x.std(0)
        self.scale = np.where(spread > 1e-6, spread, np.inf)  # what never changes says nothing
        quantiles = np.quantile(x, BENDS, axis=0)
        low, high = x.min(0), x.max(0)
        self.bends = [
            sorted({round(float(q), 4) for q in quantiles[:, f] if low[f] < q < high[f] and spread[f] > 1e-6})
            for f in range(x.shape[1])
        ]
        self.model = LogisticRegression(C=0.1, solver="newton-cholesky").fit(self._expand(x), y)

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


def fit(names: Sequence[str], rows: Rows, examples: Sequence[Example], pick: Iterable[int]) -> Curves:
    """Train on all gaps but the one before the first paragraph."""
    rng = np.random.default_rng(0)
    style = [FEATURES.index(f) for f in STYLE]
    xs, ys = [], []
    for i in pick:
        x = rows[i].copy()
        if rng.random() < SHUFFLED:
            x[:, style] = x[rng.permutation(len(x))][:, style]
        xs.append(x[1:])
        ys.append(examples[i].gold[1:])
    return Curves(names, np.vstack(xs), np.hstack(ys))


def judge(dump: Dump, example: Example, odds: Any) -> Row:
    """Counts for one dump, in the order ``report`` reads them."""
    final = settled_odds((odds - CAUTION).tolist(), frozenset(i for i, p in enumerate(example.read) if i and p.title))
    chosen = set(chosen_starts(final))
    gold = set(dump.starts) - {0}
    found = {i for i, n in enumerate(example.at) if n in chosen} - {0}
    heads = set(seg._subheadings(dump.lines, found))
    gold_heads = {h for h in dump.heads if h + 1 < len(dump.lines)}
    listed = {n for n in range(1, len(final)) if seg._is_unsure(probability(final[n]), n in chosen)}
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
    p = 1 / (1 + np.exp(CAUTION - np.hstack([o[1:] for o in odds.values()])))
    y = np.hstack([examples[i].gold[1:] for i in odds])
    print("\nprobability said, share that were starts, gaps")
    for low, high in ((0, 0.05), (0.05, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 0.95), (0.95, 1.01)):
        use = (p >= low) & (p < high)
        print(f"{p[use].mean():.3f} {y[use].mean():.3f} {use.sum()}")


def held_out(fit_on: Callable[[list[int]], Curves], rows: Rows, splits: Splits) -> dict[int, Any]:
    """Log-odds of each dump from a model that was not trained on it."""
    odds: dict[int, Any] = {}
    for train, test in splits:
        model = fit_on(train)
        odds |= {i: model.odds(rows[i]) for i in test}
    return odds


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("articles", type=Path, nargs="+")
    ap.add_argument("--no-write", action="store_true", help="measure only")
    ap.add_argument("--no-measure", action="store_true", help="train only")
    ap.add_argument("--sources", action="store_true", help="measure with each source left out too")
    ap.add_argument("--unseen", action="store_true", help="judge the unseen half, with weights of the other half")
    ap.add_argument("--half", action="store_true", help="train what is written on the seen half alone")
    ap.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    ap.add_argument("--scale", type=float, default=1.0, help="factor on the number of dumps")
    args = ap.parse_args()
    shares = {k: max(1, round(v * args.scale)) for k, v in SHARES.items()}
    made = make_dumps(load(*args.articles), shares, 1)
    if (args.half or args.no_write) and not args.unseen:
        made = [d for d in made if d.fold not in UNSEEN]
    learned = json.loads(OUTPUT.read_text(encoding="utf-8")) if OUTPUT.exists() and len(args.languages) < 3 else {}
    with ProcessPoolExecutor() as pool:
        jobs = [pool.submit(train, language, made, args) for language in args.languages]
        learned |= {language: job.result() for language, job in zip(args.languages, jobs, strict=True)}
    if not args.no_write:
        text = json.dumps(learned, separators=(",", ":")).replace('],"', '],\n"')
        OUTPUT.write_text(text + "\n", encoding="utf-8")


def train(language: str, made: Sequence[Dump], args: argparse.Namespace) -> dict[str, Any]:
    dumps = [imitated(d, language, nouns=bool(n % 2)) for n, d in enumerate(made)]
    examples = [prepare(d) for d in dumps]
    every = range(len(dumps))
    rows = [e.rows for e in examples]
    names = (*FEATURES, *CONTEXT)

    def widen(odds: dict[int, Any]) -> dict[int, Any]:
        seen = {i: context_rows(examples[i].read, examples[i].shared, o.tolist()) for i, o in odds.items()}
        return {i: np.hstack([rows[i], np.array(more, float)]) for i, more in seen.items()}

    def both(splits: Splits, wide: dict[int, Any]) -> dict[int, Any]:
        """The second look at the test dumps of each split, by models that saw its training dumps alone."""
        apart = widen(held_out(lambda t: fit(FEATURES, rows, examples, t), rows, splits))
        return held_out(lambda t: fit(names, wide, examples, t), apart, splits)

    folds = sorted({d.fold for d in dumps})
    splits = [([i for i in every if dumps[i].fold != f], [i for i in every if dumps[i].fold == f]) for f in folds]
    # Rows of the second look, each with the opinion of a first look that never saw its dump.
    wide = widen(held_out(lambda t: fit(FEATURES, rows, examples, t), rows, splits))
    if not args.no_measure:
        odds = held_out(lambda t: fit(names, wide, examples, t), wide, splits)
        report(f"{language}: cross-validation", dumps, {i: judge(dumps[i], examples[i], o) for i, o in odds.items()})
        calibration(examples, odds)
    tests: dict[str, Splits] = {}
    if args.sources:
        tests["leave one source out"] = [
            ([i for i in every if dumps[i].group not in (g, "mixed")], [i for i in every if dumps[i].group == g])
            for g in GROUPS
        ]
    if args.unseen:
        tests["the unseen half"] = [
            ([i for i in every if dumps[i].fold not in UNSEEN], [i for i in every if dumps[i].fold in UNSEEN])
        ]
    for title, parts in tests.items():
        odds = both(parts, wide)
        report(f"{language}: {title}", dumps, {i: judge(dumps[i], examples[i], o) for i, o in odds.items()})
    if args.no_write:
        return {}
    return {
        "first": fit(FEATURES, rows, examples, every).as_json(),
        "second": fit(names, wide, examples, every).as_json(),
    }


if __name__ == "__main__":
    main()
