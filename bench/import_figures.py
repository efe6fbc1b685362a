"""All figures of the import in one table, each with its bar and with the best that is known beside it.

    python -m bench.intake --data FOLDER [--each 5] [--size 20000]

``FOLDER`` holds the articles and names by which figures are measured: ``articles_train.jsonl``,
``articles_short_train.jsonl``, ``articles_german_train.jsonl`` and ``ner/*.conll``; what is not there, or not installed
(trafilatura, datasketch), is left out by name. The articles of the first two are those of which the weights know some:
their rows flatter (``bench.boundaries --unseen``, ``bench.train_names``).
"""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from bench.boundaries import KINDS, WRAPPED, ours, ours_wrapped, score, unigram_cost, wrapped
from bench.dumps import Dump, load, make_dumps
from bench.made import made_dumps

_WIDTH = 72
Row = tuple[str, str, str, str]
"""What is measured, its bar, our figure, and what is known beside it."""


def overview(folder: Path, each: int, size: int) -> None:
    """Print the table."""
    print(f"{'figure':52} {'bar':20} {'ours':26} beside it")
    for part in (_boundaries, _pages, _names):
        for what, bar, own, beside in part(folder, each):
            print(f"{what:52} {bar:20} {own:26} {beside}", flush=True)
    print("\ncopies, speed and memory")
    sys.stdout.flush()
    if find_spec("datasketch") is None:
        print("datasketch is not installed; on the machine of the last record it read 639 articles a second")
    for only in ("ours", "datasketch", "import"):
        command = [sys.executable, "-m", "bench.intake", "--only", only, "--size", str(size)]
        subprocess.run(command, check=True)
    print("\nfolding of pairs that differ in one figure, name, day or direction: `python -m bench.pairs`")


def _there(folder: Path, *names: str) -> tuple[list[Path], list[str]]:
    paths = [folder / name for name in names]
    return [path for path in paths if path.exists()], [path.name for path in paths if not path.exists()]


def _missing(what: str, names: Sequence[str]) -> Row:
    return what, "", "left out", f"not there: {', '.join(names)}"


def _boundaries(folder: Path, each: int) -> Iterator[Row]:
    paths, missing = _there(folder, "articles_train.jsonl", "articles_short_train.jsonl")
    if missing:
        yield _missing("boundaries", missing)
    else:
        dumps = make_dumps(load(*paths), dict.fromkeys((*KINDS, *WRAPPED), each), 77)
        groups: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
            (
                "boundaries, articles of any length",
                "F1 .95, WD .03",
                lambda kind: kind in KINDS and "short" not in kind,
            ),
            (
                "boundaries, articles of two to four paragraphs",
                "F1 .93",
                lambda kind: kind in KINDS and "short" in kind,
            ),
        )
        for what, bar, holds in groups:
            some = [dump for dump in dumps if holds(dump.kind)]
            yield what, bar, _scored(some, ours), f"no weights: {_scored(some, unigram_cost)}"
        lined = [wrapped(dump, _WIDTH) for dump in dumps if dump.kind in WRAPPED]
        yield "boundaries, wrapped without blank lines", "F1 .93", _scored(lined, ours_wrapped), ""
    german, missing = _there(folder, "articles_german_train.jsonl")
    if german:
        articles = [replace(article, group="other") for article in load(*german)]
        some = make_dumps(articles, dict.fromkeys(("other any", "other any same topic"), each), 77)
        yield "boundaries, German", "F1 .88", _scored(some, ours), f"no weights: {_scored(some, unigram_cost)}"
    else:
        yield _missing("boundaries, German", missing)
    for language, bar in (("spanish", "F1 .88"), ("chinese", "F1 .80"), ("japanese", "F1 .80")):
        yield (
            f"boundaries, made dumps, {language}",
            bar,
            _scored(made_dumps(language, 2 * each, titled=False), ours),
            "",
        )


def _scored(dumps: Sequence[Dump], find: Callable[[Dump], set[int]]) -> str:
    if not dumps:
        return "no dumps"
    _, _, f1, spread = score(dumps, find)
    return f"F1 {f1:.3f}, WD {spread:.3f}"


def _pages(folder: Path, each: int) -> Iterator[Row]:
    from bench.pages import extractor, pages, same_words
    from bench.pages import ours as read

    paths, missing = _there(folder, "articles_train.jsonl")
    if missing:
        yield _missing("main text of pages", missing)
        return
    totals = {"ours": Counter[str](), "extractor": Counter[str]()}
    for _, article, html in pages(load(*paths), 2 * each, 7):
        gold = " ".join(article.paragraphs)
        for name, found in (("ours", read(html)), ("extractor", extractor(html))):
            same, own, other = same_words(gold, found)
            totals[name].update(same=same, gold=own, found=other, lost=int(own - same > own // 10), pages=1)
    printed = {name: _printed(total) for name, total in totals.items()}
    yield "main text of pages made here", "F1 .962, lost 0", printed["ours"], f"trafilatura: {printed['extractor']}"


def _printed(total: Counter[str]) -> str:
    p, r = total["same"] / max(1, total["found"]), total["same"] / max(1, total["gold"])
    return f"F1 {2 * p * r / max(1e-9, p + r):.3f}, lost {total['lost']} of {total['pages']}"


def _names(folder: Path, each: int) -> Iterator[Row]:
    from bench.train_names import judge
    from bench.train_names import read as read_names

    paths, missing = _there(folder / "ner", "gum_wikinews_train.conll", "wikigold_half.conll")
    for path in paths:
        documents = list(read_names(path))[: 20 * each]
        yield (
            f"names, {path.stem} (seen in training)",
            "F1 .78",
            judge(documents).partition(" (")[0],
            "spaCy sm .756-.760",
        )
    if missing:
        yield _missing("names", missing)
