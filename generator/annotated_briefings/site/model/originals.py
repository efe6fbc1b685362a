"""Which of several briefs was there first, where two have what one may have: an id, a slug, a headline."""

import re
from collections.abc import Iterable

from annotated_briefings.base.regex import regex
from annotated_briefings.content.model import Brief

_MARK = regex(r"[ _-](?:copy|copie|kopie|copia|cópia|kopia|kopi|копия|副本)?[ _-]?\d{0,2}\Z", re.IGNORECASE)
"""What people add to the name of a file when they copy it; what computers add makes a file no part of a site."""


def oldest_first(briefs: Iterable[Brief]) -> tuple[Brief, ...]:
    """Briefs in the order in which their files are thought to have come: copies last, by the names that files get when
    they are copied; the older one first by its date; of one day the shorter name, and then the first by its path."""
    every = tuple(briefs)
    names = {_name(brief.path) for brief in every}
    return tuple(sorted(every, key=lambda brief: (_is_copy(_name(brief.path), names), *_age(brief))))


def _age(brief: Brief) -> tuple[bool, str, int, str]:
    return brief.date is None, brief.date.instant if brief.date else "", len(_name(brief.path)), brief.path


def _name(path: str) -> str:
    """The name of a file without its folder and ending, compared without case."""
    return path.rpartition("/")[2].rpartition(".")[0].casefold()


def _is_copy(name: str, names: set[str]) -> bool:
    """Whether a name is another one with the mark of a copy."""
    plain = _MARK.sub("", name, count=1)
    return plain != name and plain in names
