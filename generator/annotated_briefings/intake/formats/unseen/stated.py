"""What a page states of its article where no reader sees it, and no article has it: named, so that nothing is lost."""

from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup

from annotated_briefings.base.compared import letters
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.unused import is_of_words, unused_fields
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.stated.standfirst import standfirst_of

_NAMES = frozenset(("description", "abstract", "subtitle", "teaser", "summary", "excerpt"))
"""Last words of the names of meta tags with sentences."""
_DATA = ("alternativeHeadline", "description", "abstract", "backstory", "caption")
"""What the data of a page may hold in sentences."""
_Fields = tuple[tuple[str, Any], ...]


def unseen_fields(soup: BeautifulSoup) -> _Fields:
    """The words that a page states at its head: in meta tags and in data for search engines, each by its name."""
    title = soup.title.get_text() if soup.title else ""
    return (("title", title), *_meta(soup), *_data(soup))


def with_unseen(document: RawDocument, fields: _Fields) -> RawDocument:
    """A document of a page, with what the page states of it and the document does not hold."""
    given, texts = document.given, [one.text for one in document.paragraphs]
    standfirst = standfirst_of(given.standfirst, given.title, texts)
    used = (given.title, given.author, given.outlet, standfirst, *texts, *(one.text for one in document.around))
    known = (letters(given.title), letters(given.outlet))
    pairs = [(name, one) for name, one in fields if name != "title" or _has_more(letters(one), known)]
    once = {one.text.partition(": ")[2]: one for one in unused_fields(pairs, used)}
    return replace(document, around=(*document.around, *once.values())) if once else document


def _has_more(title: str, known: Iterable[str]) -> bool:
    """Whether the title of a page says more than is known."""
    for one in known:
        title = title.replace(one, "", 1)
    return title != ""


def _meta(soup: BeautifulSoup) -> Iterator[tuple[str, Any]]:
    for tag in soup.find_all("meta", content=True):
        name = str(tag.get("name") or tag.get("property") or tag.get("itemprop") or "")
        if name.lower().replace(".", ":").rpartition(":")[2] in _NAMES or is_of_words(name):
            yield name, str(tag["content"])


def _data(soup: BeautifulSoup) -> Iterator[tuple[str, Any]]:
    for tag in soup.find_all("script", type="application/ld+json"):
        try:
            todo: list[Any] = [read_json(tag.get_text().strip(), strict=False)]
        except ValueError:
            continue
        # The article itself, in a list or a graph: what is inside it tells of people, sites and pictures.
        while todo:
            one = todo.pop(0)
            if isinstance(one, list):
                todo += one
            elif isinstance(one, dict):
                todo += [one["@graph"]] if "@graph" in one else []
                yield from ((name, one[name]) for name in _DATA if isinstance(one.get(name), str))
