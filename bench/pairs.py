"""``python -m bench.pairs [--half first|second]``: how well import tells copies from texts that are only alike.

The texts of ``pairs.txt`` were written by hand for this, in six languages. Of each release are made copies (another
outlet, another headline, a typing error, a cut, a credit, another format), joint releases that differ in a figure, a
name, a day or a direction, and a later version; of each mould, texts that fill it in otherwise. Every pair is imported
into a site of its own. A copy must be folded; what differs must not be folded, and be linked where it is a release, a
version or another text about the same event. The halves are the odd and the even texts.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from textwrap import fill

from annotated_briefings.importer.run import ImportRequest, run_import

TEXTS = Path(__file__).with_name("pairs.txt")
"""A line such as ``# en release``, a headline and a text for each, with ``<F:a|b>`` or ``{a|b|c}`` for what differs."""
_SLOT = re.compile(r"<([FNDR]):([^|>]+)\|([^>]+)>")
_FILLED = re.compile(r"\{([^}]+)\}")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^\W\d_a-z])")
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_A-ZÄÖÜÀ-Ý]{9,}(?!\w)")
_DIFFERENCES = {"F": "another figure", "N": "another name", "D": "another day", "R": "another direction"}


@dataclass(frozen=True)
class Text:
    """An article as an outlet published it."""

    title: str
    body: str
    outlet: str = "The Courier"
    url: str = "https://courier.example/1"
    day: str = "2026-03-03"
    form: str = "json"


@dataclass(frozen=True)
class Pair:
    """Two articles, and what they are to each other."""

    kind: str
    first: Text
    second: Text
    expected: str
    """``copy`` (folded), ``linked`` or ``apart``."""


def pairs(half: str = "") -> Iterator[Pair]:
    """All pairs, or those of the first or second half of the texts."""
    for number, (language, kind, entries) in enumerate(_texts()):
        if half and half != ("first", "second")[number % 2]:
            continue
        if kind == "release":
            yield from _of_release(language, *entries[0])
        elif kind == "mould":
            yield from _of_mould(language, *entries[0])
        else:
            first, second = (Text(*entry) for entry in entries)
            yield Pair(f"{language} event", first, _elsewhere(second), "linked")


def _texts() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    for block in TEXTS.read_text(encoding="utf-8").split("# ")[1:]:
        head, *lines = block.strip().split("\n")
        language, kind = head.split()
        yield language, kind, list(zip(lines[::2], lines[1::2], strict=True))


def _elsewhere(text: Text, **changes: str) -> Text:
    facts = {"title": text.title, "body": text.body, "day": text.day, "form": text.form}
    return Text(outlet="The Gazette", url="https://gazette.example/2", **(facts | changes))


def _of_release(language: str, title: str, pattern: str) -> Iterator[Pair]:
    body = _SLOT.sub(r"\2", pattern)
    here = Text(title, body)
    sentences = _SENTENCE.split(body)
    word = max(_LONG_WORD.findall(body), key=len)
    slip = body.replace(word, word[:4] + word[5] + word[4] + word[6:], 1)
    copies = {
        "another outlet": {},
        "another headline": {"title": " ".join(sentences[0].split()[:7])},
        "a typing error": {"body": slip.replace("'", "\u2019").replace(" - ", " \u2013 ")},
        "a cut": {"body": " ".join(sentences[:-2])},
        "a credit": {"body": f"LUND (Ostwire) - {body}\n\n(Ostwire)"},
        "a page": {"form": "html"},
        "a wrapped letter": {"form": "mail"},
    }
    for kind, changes in copies.items():
        yield Pair(f"{language} {kind}", here, _elsewhere(here, **changes), "copy")
    for slot, kind in _DIFFERENCES.items():
        other = _with_other(pattern, slot)
        yield Pair(f"{language} {kind}", here, _elsewhere(here, body=other), "linked")
    later = Text(title, _with_other(pattern, "F"), day="2026-03-04")
    yield Pair(f"{language} later version", here, later, "linked")


def _with_other(pattern: str, slot: str) -> str:
    def chosen(found: re.Match[str]) -> str:
        return found[3] if found[1] == slot else found[2]

    return _SLOT.sub(chosen, pattern)


def _of_mould(language: str, title: str, pattern: str) -> Iterator[Pair]:
    count = len(_FILLED.findall(pattern)[0].split("|"))
    made = [
        Text(
            _filled(title, n),
            _filled(pattern, n),
            url=f"https://courier.example/{n}",
            day=f"2026-03-{3 + n:02d}",
        )
        for n in range(count)
    ]
    for first, second in combinations(made, 2):
        yield Pair(f"{language} mould", first, second, "apart")


def _filled(pattern: str, n: int) -> str:
    def chosen(found: re.Match[str]) -> str:
        return found[1].split("|")[n]

    return _FILLED.sub(chosen, pattern)


def verdict(pair: Pair, folder: Path) -> str:
    """What import makes of a pair: ``folded``, ``linked`` or ``apart``."""
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: T\nbase_url: https://p.example\n", encoding="utf-8")
    files = tuple(_write(text, folder / "in" / str(n)) for n, text in enumerate((pair.first, pair.second)))
    found = run_import(ImportRequest(root=folder, paths=files, progress=False))
    if found.folded:
        return "folded"
    return "linked" if found.links or found.stories or found.versions or found.older else "apart"


def _write(text: Text, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    if text.form == "html":
        file = path.with_suffix(".html")
        head = f'<link rel="canonical" href="{text.url}"><meta property="og:site_name" content="{text.outlet}">'
        when = f'<meta property="article:published_time" content="{text.day}T08:00:00Z">'
        page = f"<html><head><title>{text.title}</title>{head}{when}</head><body><article><h1>{text.title}</h1>"
        file.write_text(f"<!doctype html>{page}<p>{text.body}</p></article></body></html>", encoding="utf-8")
    elif text.form == "mail":
        file = path.with_suffix(".eml")
        head = (
            f"From: {text.outlet} <desk@gazette.example>\nSubject: {text.title}\nDate: Tue, 03 Mar 2026 09:00:00 +0000"
        )
        head += "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit"
        file.write_text(f"{head}\n\n{fill(text.body, 60)}\n", encoding="utf-8")
    else:
        file = path.with_suffix(".jsonl")
        record = {"title": text.title, "text": text.body, "outlet": text.outlet, "url": text.url, "date": text.day}
        file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return file


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(prog="python -m bench.pairs", description=__doc__)
    parser.add_argument("--half", choices=("first", "second"), default="")
    parser.add_argument("--faults", action="store_true", help="list the pairs that went wrong")
    options = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs(options.half):
        with tempfile.TemporaryDirectory() as folder:
            found = verdict(pair, Path(folder) / "site")
        counts[pair.expected, found] += 1
        wrong = found == "folded" if pair.expected != "copy" else found != "folded"
        if options.faults and (wrong or (pair.expected == "linked" and found == "apart")):
            print(f"{pair.kind}: {found}\n    {pair.first.body}\n    {pair.second.body}", file=sys.stderr)
    folded = sum(n for (_, found), n in counts.items() if found == "folded")
    right, copies = counts["copy", "folded"], sum(n for (expected, _), n in counts.items() if expected == "copy")
    alike = sum(n for (expected, _), n in counts.items() if expected != "apart")
    reached = sum(n for (expected, found), n in counts.items() if expected != "apart" and found != "apart")
    print(f"{counts.total()} pairs: folded P {right / folded:.4f}, R {right / copies:.4f}", end="; ")
    print(f"folded or linked R {reached / alike:.4f}")
    for (expected, found), n in sorted(counts.items()):
        print(f"  {expected:7} {found:7} {n}")


if __name__ == "__main__":
    main()
