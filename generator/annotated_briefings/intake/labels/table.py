"""The table of labels, ``labels.txt``: what each label names in which language."""

from collections.abc import Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.base.regex import regex


class LabelRole:
    """What labels name."""

    TITLE, TEXT, SUMMARY = "title", "text", "summary"
    AUTHOR, BY, TRANSLATOR, EDITOR, PHOTOGRAPHER = "author", "by", "translator", "editor", "photographer"
    INTERVIEW = "interview"
    OUTLET, PUBLISHER, PUBLISHED, UPDATED, URL = "outlet", "publisher", "published", "updated", "url"
    ENTERED = "entered"
    """The day of a text on its page; in records and notes it may be that of saving, and is none of publication."""
    PLACE, SECTION, LANGUAGE, RIGHTS, LENGTH = "place", "section", "language", "rights", "length"


_ACCENTS = regex("[\u0300-\u036f]")


def table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The labels of each role, as they are written, by language."""
    return words_by_language("intake.labels", "labels.txt")


@cache
def labels_of(*roles: str) -> tuple[str, ...]:
    """All labels of some roles, each once, in the order of the table."""
    found = (label for own in table().values() for role in roles for label in own.get(role, ()))
    return tuple(dict.fromkeys(found))


@cache
def _roles() -> Mapping[str, str]:
    out: dict[str, str] = {}
    for own in table().values():
        for role, labels in own.items():
            for label in labels:
                out.setdefault(label_key(label), role)
    return out


def role_of(label: str) -> str:
    """What a label names; empty for any other words. One that several languages use for several things names what it
    does in the first of them in the table."""
    return _roles().get(label_key(label), "")


@lru_cache(maxsize=16384)
def label_key(label: str) -> str:
    """A label without what people spell in several ways: accents too, which many leave out above capitals, and the dot
    of a Turkish i."""
    bare = normalize("NFKD", bare_key(label.replace("’", "'").strip()))
    return _ACCENTS.sub("", bare).replace("ı", "i")
