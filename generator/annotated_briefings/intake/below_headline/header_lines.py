"""Lines with labels around a text: at its top, under its headline, above the headers of an export, and at its end."""

from collections.abc import Mapping, Sequence

from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.headers import header_values, read_header, read_headers
from annotated_briefings.intake.labels import closing_outlet
from annotated_briefings.intake.segmentation.credits import Credit, read_credit
from annotated_briefings.intake.stated.outlets import PAPER

_TOP, _END = 12, 4
"""First and last lines of an article among which its header lines are."""
_CLOSING = 3
"""Last lines of an article among which the one that names its source is."""


def header_lines(texts: Sequence[str], closing: Mapping[int, Credit]) -> tuple[dict[str, str], frozenset[int]]:
    """Header lines at the top of an article, or under its headline, and those at its end; ``closing`` name its source
    below its text."""
    headers = {n: one for n, one in read_headers(texts[:_TOP]).items() if n not in closing}
    end = range(max(0, len(texts) - _END), len(texts))
    last = {n: one for n in end if n not in closing and (one := read_header(texts[n]))}
    kept = headers if len(headers) > 1 or 0 in headers else {}
    kept |= last if kept or closing else {}
    values, places = header_values(kept), frozenset(kept)
    if (credit := read_credit(values.get("outlet", ""))) and credit.outlet:
        values |= {"outlet": credit.outlet, "published": values.get("published", credit.day)}
    for credit in closing.values():
        values.setdefault("outlet", credit.outlet)
        values.setdefault("published", credit.day)
    return values, places.union(closing)


def closing_lines(texts: Sequence[str], *, sources: bool) -> dict[int, Credit]:
    """Lines below a text that name its source: those of the form of a paper by themselves, all where other articles of
    the file have some too (``sources``)."""
    places = range(max(1, len(texts) - _CLOSING), len(texts))
    named = {n: name for n in places if (name := closing_outlet(texts[n]))}
    read = {n: read_credit(name) or Credit("", name) for n, name in named.items()}
    return {n: one for n, one in read.items() if sources or PAPER.fullmatch(one.outlet)}


def preamble(
    texts: Sequence[str], headed: dict[str, str], places: frozenset[int]
) -> tuple[dict[str, str], frozenset[int]]:
    """Lines above the headers of an archive export: outlet, date and headline, each on a line of its own."""
    top = min(places, default=0)
    lines = texts[:top]
    if not 2 <= top <= 5 or any(len(line) > 140 or line[-1] in ".:;," for line in lines):
        return headed, frozenset()
    days = [line for line in lines if find_day(line)]
    others = [line for line in lines if line not in days]
    found = {
        "published": days[0] if days else "",
        "title": others[-1] if others else "",
        "outlet": others[0] if len(others) > 1 else "",
    }
    return {**{key: value for key, value in found.items() if value}, **headed}, frozenset(range(top))
