"""The last day on which an article can have been published, for datelines that name no year."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.dates import days_after
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import find_day, stated_day
from annotated_briefings.intake.model import Article, ArticleMeta

_AFTER = 31
"""How many days later than its neighbours in a file an article may be: agencies and years overlap in a collection."""


def with_years(name: str, articles: Sequence[Article], metas: Sequence[ArticleMeta]) -> Iterator[Article]:
    """Articles of one file, each that has no day with the last day on which it can have been published.

    The dates of its own file tell it: when it was changed, else the date of the nearest article, else that in the name
    of the file. A mail's date is that of its articles already.
    """
    dated = {n: meta.date.value[:10] for n, meta in enumerate(metas) if len(meta.date.value) > len("2026-03")}
    for n, article in enumerate(articles):
        if n in dated or article.given.latest:
            yield article
            continue
        near = article.given.modified or (dated[min(dated, key=lambda m: abs(m - n))] if dated else _day_in_name(name))
        latest = days_after(near, _AFTER) if len(near) > len("2026-03") else ""
        yield replace(article, given=replace(article.given, latest=latest)) if latest else article


def _day_in_name(name: str) -> str:
    """The day in the name of a file, such as `wire_2026-03-04.txt` or `20260304.txt`."""
    plain = re.sub(r"[-_](?=(?:19|20)\d\d)|_", " ", name.rpartition("/")[2])
    compact = re.search(r"(?<!\d)(?:19|20)\d{6}(?!\d)", plain)
    return find_day(plain) or (stated_day(compact[0]) if compact else "")
