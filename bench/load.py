"""``python -m bench.load``: loads far beyond what a desk has, each at its size and at half of it: is time linear?

Processor seconds count: on a machine that others use, the time that passes says little.
"""

import argparse
import csv
import json
import os
import platform
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.intake import invented
from bench.running import Run, measured
from bench.tools import ROOT

_BUILD = (sys.executable, "-m", "annotated_briefings", "build", "--json", "--now", "2030-01-01T00:00:00Z")
_SENTENCE = "The harbour of Vessby has a new crane that lifts forty tons and that nobody in the town had asked for. "
_SETTINGS = (
    "title: Load\nbase_url: https://briefs.example\nsearch: false\nsocial_images: false\n"
    "leave_out: [markdown, topic_feeds, sources, days, json_ld, annotations]\n"
)


@dataclass(frozen=True, slots=True)
class Load:
    """One kind of load."""

    name: str
    """What is large, with a place for its size."""
    size: int
    """How large."""
    fill: Callable[[Path, int], None]
    """Makes a site of a size."""
    command: tuple[str, ...] = _BUILD
    """What has to bear it."""


def _brief(folder: Path, name: str, body: str, front: str = "") -> None:
    head = f"---\ntitle: Brief {name}\ndate: 2024-05-03\nsummary: In short.\n{front}---\n"
    (folder / "briefings" / f"{name}.md").write_text(head + body + "\n", encoding="utf-8")


def _long_brief(folder: Path, size: int) -> None:
    paragraph = _SENTENCE * 5 + "\n\n"
    _brief(folder, "a", paragraph * (size // len(paragraph)))


def _long_line(folder: Path, size: int) -> None:
    _brief(folder, "a", _SENTENCE * (size // len(_SENTENCE)))


def _notes(folder: Path, size: int) -> None:
    body = "".join(f"The crane number {n} of the harbour lifts {n} tons a day.\n\n" for n in range(size))
    notes = "".join(
        f'  - {{quote: "crane number {n} of the harbour", kind: check, author: B, note: "Is it {n}?"}}\n'
        for n in range(size)
    )
    _brief(folder, "a", body, f"annotations:\n{notes}")


def _wide_entity(folder: Path, size: int) -> None:
    for number in range(size):
        _brief(folder, f"b{number}", f"{_SENTENCE}Report {number}.", "entities: {about: [vessby]}\n")
    (folder / "briefings" / "entities.yaml").write_text("vessby: {name: Vessby, type: place}\n", encoding="utf-8")


def _entities(folder: Path, size: int) -> None:
    rows = "".join(f"e{n}: {{name: Person Number{n}, type: person, aliases: [P. Number{n}]}}\n" for n in range(size))
    (folder / "briefings" / "entities.yaml").write_text(rows, encoding="utf-8")
    for number in range(100):
        named = " ".join(f"Person Number{(number * 97 + n * 31) % size} came." for n in range(20))
        _brief(folder, f"b{number}", f"{_SENTENCE}{named}")


def _tags(folder: Path, size: int) -> None:
    rows = "".join(f"t{n}: {{label: Subject {n}}}\n" for n in range(size))
    (folder / "briefings" / "tags.yaml").write_text(rows, encoding="utf-8")
    for number in range(size // 10):
        tags = ", ".join(f"t{number * 10 + n}" for n in range(10))
        _brief(folder, f"b{number}", _SENTENCE, f"tags: [{tags}]\n")


def _many_files(folder: Path, size: int) -> None:
    for number in range(size):
        _brief(folder, f"b{number}", f"{_SENTENCE}Report {number}.")


def _pictures(folder: Path, size: int) -> None:
    (folder / "static" / "img").mkdir(parents=True)
    for number in range(size):
        (folder / "static" / "img" / f"p{number}.jpg").write_bytes(f"{number:010}".encode() * 100_000)
    _brief(folder, "a", "![The crane](/img/p0.jpg)")


def _line_to_import(folder: Path, size: int) -> None:
    (folder / "wire.txt").write_text("Crane opens\n\n" + _SENTENCE * (size // len(_SENTENCE)) + "\n", encoding="utf-8")


_IMPORT = (sys.executable, "-m", "annotated_briefings", "import", "--json")


def _articles(size: int) -> Iterator[tuple[str, list[str]]]:
    """Headlines and paragraphs of articles, each of other words."""
    for number, text in enumerate(invented(size, random.Random(1))):
        yield f"Report {number}", text


def _lines_to_import(folder: Path, size: int) -> None:
    with (folder / "wire.jsonl").open("w", encoding="utf-8") as file:
        for title, text in _articles(size):
            file.write(json.dumps({"title": title, "text": "\n".join(text), "date": "2024-05-03"}) + "\n")


def _table_to_import(folder: Path, size: int) -> None:
    with (folder / "wire.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("Title", "Date", "Text"))
        for title, text in _articles(size):
            table.writerow((title, "2024-05-03", " ".join(text[0].split()[:40])))


def _page_to_import(folder: Path, size: int) -> None:
    count = size // 480
    body = "".join(f"<p>{'</p><p>'.join(paragraph)}</p>" for _, paragraph in _articles(count // 6 + 1))
    head = "<html><head><title>Crane opens</title></head><body><article><h1>Crane opens</h1>"
    (folder / "wire.html").write_text(f"{head}{body}</article></body></html>", encoding="utf-8")


def _mail_to_import(folder: Path, size: int) -> None:
    left = size
    with (folder / "wire.mbox").open("w", encoding="utf-8") as file:
        for number, (title, text) in enumerate(_articles(size)):
            body = "\n\n".join(text)
            message = (
                f"From desk@quay.example Fri May  3 10:00:00 2024\nFrom: Desk <desk@quay.example>\nSubject: {title}\n"
                f"Date: Fri, 3 May 2024 10:00:00 +0000\nMessage-ID: <{number}@quay.example>\n\n{body}\n\n"
            )
            left -= len(message)
            if left < 0:
                return
            file.write(message)


LOADS = (
    Load("one brief of {:,} bytes", 5_000_000, _long_brief),
    Load("{:,} notes on one brief", 5_000, _notes),
    Load("an entity in {:,} briefs", 50_000, _wide_entity),
    Load("{:,} entities", 50_000, _entities),
    Load("{:,} tags", 20_000, _tags),
    Load("a line of {:,} bytes in a brief", 1_000_000, _long_line),
    Load(
        "a line of {:,} bytes in a dump",
        1_000_000,
        _line_to_import,
        (*_IMPORT, "wire.txt"),
    ),
    Load("{:,} articles imported", 2_000, _lines_to_import, (*_IMPORT, "wire.jsonl")),
    Load("a table of {:,} rows imported", 100_000, _table_to_import, (*_IMPORT, "--dry-run", "wire.csv")),
    Load("a page of {:,} bytes imported", 5_000_000, _page_to_import, (*_IMPORT, "wire.html")),
    Load("a mailbox of {:,} bytes imported", 200_000_000, _mail_to_import, (*_IMPORT, "--dry-run", "wire.mbox")),
    Load("{:,} briefs in one folder", 100_000, _many_files),
    Load("{:,} pictures of a megabyte", 1_000, _pictures),
)


def _bear(load: Load, size: int) -> Run:
    with tempfile.TemporaryDirectory(prefix="load-") as name:
        folder = Path(name)
        (folder / "briefings").mkdir()
        (folder / "site.yaml").write_text(_SETTINGS, encoding="utf-8")
        load.fill(folder, size)
        run = measured(load.command, folder, {"PYTHONPATH": str(ROOT)})
    result = json.loads(run.output)
    assert result.get("briefs") or result.get("created"), run.output[:500]
    return run


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, metavar="X", help="so much of each load")
    parser.add_argument("--only", type=int, default=-1, metavar="N", help="the load of this number alone, from 0")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}\n")
    print("| load | CPU s | half of it | 1 is linear | MB |\n| --- | --: | --: | --: | --: |")
    for number, load in enumerate(LOADS):
        if options.only in (-1, number):
            size = int(load.size * options.scale)
            half, whole = _bear(load, size // 2), _bear(load, size)
            print(
                f"| {load.name.format(size)} | {whole.cpu:.1f} | {half.cpu:.1f} | "
                f"{whole.cpu / 2 / half.cpu:.2f} | {whole.memory} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
