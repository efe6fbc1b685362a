"""What press databases and media monitors call fields that briefs have no use for (``database_fields.txt``)."""

from collections.abc import Mapping
from functools import cache

from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.intake.labels.table import label_key, table


class FieldKind:
    """Kinds of names in the table."""

    FIELDS, BESIDE, MEASURES, MEDIUM, MOOD = "fields", "beside", "measures", "medium", "mood"


_NAMES = (FieldKind.FIELDS, FieldKind.BESIDE, FieldKind.MEASURES)


def is_database_field(label: str) -> bool:
    """Whether a label is the name of such a field, though other lines may begin with it too."""
    return any(is_in(label, kind) for kind in _NAMES)


def is_always_a_field(label: str) -> bool:
    """Whether a label is the name of such a field, and hardly begins any other line."""
    return is_in(label, FieldKind.FIELDS)


def is_in(words: str, kind: str) -> bool:
    """Whether words are in the table as one of a kind, see ``FieldKind``."""
    return label_key(words) in _keys(kind)


@cache
def _keys(kind: str) -> frozenset[str]:
    return frozenset(label_key(name) for own in _fields().values() for name in own.get(kind, ()))


def _fields() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    return words_by_language("intake.labels", "database_fields.txt")


def roles_by_language(label: str) -> Mapping[str, str]:
    """What a label names in each language that has it; empty for such a field."""
    return _meanings().get(label_key(label), {})


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for code, own in _fields().items():
        for name in (name for kind in _NAMES for name in own.get(kind, ())):
            out.setdefault(label_key(name), {})[code] = ""
    for code, own in table().items():
        for role, names in own.items():
            for name in names:
                out.setdefault(label_key(name), {})[code] = role
    return out
