"""Long lists over several pages, counted from the oldest entry: a new one changes the newest page alone."""

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.items import PagerView

T = TypeVar("T")


class ListPage(Value, Generic[T]):
    """One page of a list."""

    url: str
    """Its address."""
    items: tuple[T, ...]
    """Its entries, in the order of the list."""
    pager: PagerView
    """Its neighbours."""


def parts_of(base: str, items: Sequence[T], size: int) -> Iterator[ListPage[T]]:
    """A list, newest first, in pages of ``size`` entries; the newest page holds up to twice as many.

    Full pages are cut off from the oldest end. There is always one page, if need be without entries.
    """
    older = max(0, len(items) // size - 1)
    newest = len(items) - older * size

    def address(number: int) -> str:
        return f"{base}page/{number}/" if number else base

    for number in (0, *range(older, 0, -1)):
        start = 0 if not number else newest + (older - number) * size
        end = newest if not number else start + size
        newer = "" if not number else address(0 if number == older else number + 1)
        below = older if not number else number - 1
        pager = PagerView(number, newer, address(below) if below else "", base, address(1) if older else "")
        yield ListPage(address(number), tuple(items[start:end]), pager)


def chunks_of(base: str, items: Sequence[T], size: int) -> Iterator[ListPage[T]]:
    """A list in an order of its own, such as the alphabet, in pages of ``size`` entries counted from its start."""
    total = max(1, -(-len(items) // size))

    def address(number: int) -> str:
        return f"{base}page/{number}/" if number > 1 else base

    for number in range(1, total + 1):
        pager = PagerView(
            number if total > 1 else 0,
            address(number - 1) if number > 1 else "",
            address(number + 1) if number < total else "",
            base,
            address(total) if total > 1 else "",
        )
        yield ListPage(address(number), tuple(items[(number - 1) * size : number * size]), pager)
