"""What of a file is no article: where it is, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotated_briefings.base.values import replace
from annotated_briefings.intake.formats.unused import UNKNOWN, UNUSED, unused_fields
from annotated_briefings.intake.model import Article, LeftOut, Paragraph, RawDocument
from annotated_briefings.intake.stated.marks.held import is_trash
from annotated_briefings.intake.stated.standfirst import LONGEST, standfirst_of

FIELDS_LEFT = (UNUSED, UNKNOWN)
"""Why the words of a field, or of a cell of a table, are in no brief."""
_NAMED = 20
"""Entries left out for one reason that are named one by one."""
_NAME = "summary"
"""What a standfirst is called that was not used."""


def refusals(name: str, documents: tuple[RawDocument, ...], articles: tuple[Article, ...]) -> Iterator[tuple[str, str]]:
    """What was not taken and why: each by its name and headline, but kinds of things, and what is much, by number."""
    taken = {article.document for article in articles}
    found: dict[tuple[str, str], list[RawDocument]] = {}
    for document in documents:
        if document.name not in taken:
            thrown = is_trash(document.given.held)
            why = document.left_out or ("its source has thrown it away" if thrown else "it has no text")
            found.setdefault((why, document.kind), []).append(document)
    for (why, kind), some in found.items():
        if kind:
            yield f"{name}: {_counted(len(some), kind)} ({_places(name, some)})", why
            continue
        for document in some[:_NAMED]:
            yield document.name + (f' "{document.given.title}"' if document.given.title else ""), why
        if len(some) > _NAMED:
            yield f"{name}: {len(some) - _NAMED} more ({_places(name, some[_NAMED:])})", why


def unused(lines: Iterable[LeftOut]) -> list[tuple[str, int]]:
    """The names of the fields whose words are in no brief, each with the number of articles that have it, the most
    frequent first."""
    found = {(line.text.partition(": ")[0], line.path) for line in lines if line.why in FIELDS_LEFT}
    return Counter(name for name, _ in sorted(found)).most_common()


def with_standfirsts(documents: Sequence[RawDocument]) -> tuple[RawDocument, ...]:
    """Documents whose own standfirsts are in their drafts: one that is too long for a summary is their first paragraph,
    and what cannot be used is named. What several articles state alike is the motto of their site."""
    stated = {
        (text, one.paragraphs[:1]) for one in documents if one.given.own_standfirst for text in one.given.standfirst
    }
    count = Counter(text for text, _ in stated)
    return tuple(_with_standfirst(one, count) if one.given.own_standfirst and one.whole else one for one in documents)


def _with_standfirst(document: RawDocument, count: Mapping[str, int]) -> RawDocument:
    given, texts = document.given, [one.text for one in document.paragraphs]
    found = standfirst_of([one for one in given.standfirst if count[one] == 1], given.title, texts, own=True)
    used = (given.title, given.author, given.outlet, found, *texts)
    left = unused_fields([(_NAME, text) for text in dict.fromkeys(given.standfirst)], used)
    lead = (Paragraph(found, 0, 0),) if len(found) > LONGEST else ()
    return replace(
        document,
        paragraphs=(*lead, *document.paragraphs),
        given=replace(given, standfirst=(found,) if found and not lead else ()),
        around=(*document.around, *left),
    )


def is_about(where: str, name: str) -> bool:
    """Whether what was not taken is a file, or a part of it."""
    return where == name or where.startswith((f"{name}#", f"{name}/", f"{name}: ", f'{name} "'))


def _places(name: str, documents: Sequence[RawDocument]) -> str:
    """Where some entries of a file are: `#2, #5-#9`."""
    names = [document.name.removeprefix(name).lstrip("#/") for document in documents]
    if not all(one.isdecimal() for one in names):
        return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    spans: list[list[int]] = []
    for place in sorted(map(int, names)):
        if spans and place == spans[-1][1] + 1:
            spans[-1][1] = place
        else:
            spans.append([place, place])
    shown = [f"#{first}" if first == last else f"#{first}-#{last}" for first, last in spans]
    return ", ".join(shown[:_NAMED]) + (" …" if len(shown) > _NAMED else "")


def _counted(number: int, kind: str) -> str:
    return f"{number} {kind}" if number == 1 else f"{number} {kind}s"
