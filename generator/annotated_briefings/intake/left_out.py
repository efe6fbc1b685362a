"""What of a file is no article: where it is, and why."""

from collections.abc import Iterator, Sequence

from annotated_briefings.intake.model import Article, RawDocument
from annotated_briefings.intake.stated.held import is_trash

_NAMED = 20
"""Entries left out for one reason that are named one by one."""


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
