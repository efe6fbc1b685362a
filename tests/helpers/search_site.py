"""A made site of many briefs in nine languages, and what readers type to find some of them."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from annotated_briefings.base.yaml.writer import quoted, scalar

DATA = Path(__file__).resolve().parents[1] / "data" / "search" / "queries.yaml"
_SYLLABLES = ("zu", "ki", "ra", "vo", "mel", "tan", "dri", "pex", "lo", "gam")


class Query(NamedTuple):
    """What a reader types, and what is to be found."""

    text: str
    """The words."""
    page: str
    """Address of the page that stands above the briefs; empty for none."""
    briefs: frozenset[str]
    """Slugs of the briefs that hold the words."""


def queries() -> tuple[Query, ...]:
    """The table of queries."""
    return tuple(_queries(yaml.safe_load(DATA.read_text("utf-8"))["queries"]))


def _queries(lines: str) -> Iterator[Query]:
    for line in lines.splitlines():
        text, _, expected = line.rpartition("|")
        names = expected.split()
        page = next((name[1:] for name in names if name.startswith("@")), "")
        yield Query(text.strip(), page, frozenset(name for name in names if not name.startswith("@")))


def write_search_site(folder: Path, count: int) -> None:
    """Write a site of ``count`` briefs: those of the table, and others that hold none of their words."""
    briefs = yaml.safe_load(DATA.read_text("utf-8"))["briefs"]
    chance = random.Random(26)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(4000)]
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text(
        "title: Search\nlanguage: en\nleave_out: [markdown, topic_feeds, days]\n", "utf-8"
    )
    (folder / "briefings" / "entities.yaml").write_text(
        "tideworks: {name: Tideworks, type: company, aliases: [TWK]}\n"
        "big-bo-rauk: {name: 'Big \"Bo\" Rauk', type: person}\n",
        "utf-8",
    )
    (folder / "briefings" / "tags.yaml").write_text(
        "energy: {label: Energy}\nculture: {label: Culture}\nsouth-pier: {label: 'South \"pier\"'}\n", "utf-8"
    )
    for at, (slug, brief) in enumerate(briefs.items()):
        _write(folder, slug, at, brief)
    for at in range(len(briefs), count):
        text = "\n\n".join(" ".join(chance.choices(words, k=60)).capitalize() + "." for _ in range(6))
        title = " ".join(chance.choices(words, k=5)).capitalize()
        _write(folder, f"p{at}", at, {"lang": chance.choice(("en", "de", "fr", "es")), "title": title, "text": text})


def _write(folder: Path, slug: str, at: int, brief: Mapping[str, Any]) -> None:
    lines = [f"title: {scalar(str(brief['title']))}", f"date: 2026-{at % 12 + 1:02}-{at % 28 + 1:02}"]
    lines += [f"lang: {brief['lang']}", f"summary: Brief {at}."]
    lines += [f"{name}: [{', '.join(map(quoted, brief[name]))}]" for name in ("entities", "tags") if name in brief]
    lines += [f"story: {brief['story']}"] if "story" in brief else []
    lines += [f"sources: [{{outlet: {quoted(brief['outlet'])}}}]"] if "outlet" in brief else []
    text = "---\n" + "\n".join(lines) + f"\n---\n\n{brief['text']}\n"
    (folder / "briefings" / f"{slug}.md").write_text(text, "utf-8")
