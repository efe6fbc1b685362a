"""Sites made by imports of the same articles in several portions, and what is compared of them."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.storage.ledger import open_ledger


def record(outlet: str, title: str, day: str, *paragraphs: str, address: str = "") -> dict[str, Any]:
    """An article as a line of JSON."""
    place = address or f"{outlet.lower()}.example/{title.lower().replace(' ', '-')}"
    return {
        "outlet": outlet,
        "title": title,
        "url": f"https://{place}",
        "date": day,
        "author": f"{outlet} staff",
        "text": "\n".join(paragraphs),
    }


def state(site: Path) -> tuple[dict[str, str], dict[str, tuple[Any, ...]]]:
    """The drafts of a site with their whole text, but for the file in which an article came first; and what the ledger
    says of each article."""
    briefs = {}
    for path in sorted((site / "briefings").glob("2*/*.md")):
        lines = path.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if not line.startswith(OWN)]
        briefs[path.relative_to(site).as_posix()] = "\n".join(kept)
    facts: dict[str, tuple[Any, ...]] = {}
    for line in open_ledger(site).texts():
        row = json.loads(line)
        if "id" in row:
            facts[row["id"]] = tuple(row.get(key) for key in FACTS)
    return briefs, facts


OWN = ("  file:", "  segment:", "  start:", "  confidence:", "      from:")
"""Lines of a draft about the file that an article came from, and its place there."""
FACTS = ("verdict", "brief", "into", "score", "url", "outlet", "title", "author", "published", "modified", "text")
"""What the ledger says of an article that does not depend on the way it came."""


def empty_site(folder: Path, articles: Sequence[dict[str, Any]]) -> Path:
    """A site without briefs, and a file for each article beside them."""
    create_site(folder)
    (folder / "briefings" / "entities.yaml").write_text("", encoding="utf-8")
    for example in (folder / "briefings").glob("2*/*.md"):
        example.unlink()
    for n, article in enumerate(articles):
        (folder / f"{n:02}.jsonl").write_text(json.dumps(article) + "\n", encoding="utf-8")
    return folder


def bring(folder: Path, portion: Sequence[int], again: bool = False) -> None:
    """Import some of the articles at once."""
    if portion:
        run_import(ImportRequest(folder, tuple(folder / f"{n:02}.jsonl" for n in portion), again=again))


def brought(
    folder: Path, articles: Sequence[dict[str, Any]], portions: Sequence[Sequence[int]]
) -> tuple[dict[str, str], dict[str, tuple[Any, ...]]]:
    """The state of a new site after importing articles in portions."""
    empty_site(folder, articles)
    for portion in portions:
        bring(folder, portion)
    return state(folder)


@st.composite
def portions_of(draw: st.DrawFn, count: int) -> list[list[int]]:
    """Some articles by number, in any order and any portions."""
    order = draw(st.permutations(range(count)))
    cuts = draw(st.lists(st.integers(1, count - 1), max_size=5, unique=True))
    return [order[start:end] for start, end in pairwise([0, *sorted(cuts), count])]
