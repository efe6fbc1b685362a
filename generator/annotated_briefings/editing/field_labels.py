"""What editors read above each field of a form, in the languages of the interface: words for people, not keys."""

from collections.abc import Mapping
from types import MappingProxyType

from annotated_briefings.base.package_files import package_text

_ROWS = package_text("editing", "field_labels.txt").splitlines()
_HEAD, *_CELLS = [[cell.strip() for cell in row.split("|")] for row in _ROWS]
LANGUAGES = tuple(_HEAD[1:])
"""The languages of the interface, in the order of the columns of the file, which its first row names."""
_LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {name: MappingProxyType(dict(zip(LANGUAGES, labels, strict=True))) for name, *labels in _CELLS}
)


def label_language(language: str) -> str:
    """The language of the labels on a site of a language: its own, or English."""
    base = language.lower().partition("-")[0]
    return base if base in LANGUAGES else LANGUAGES[0]


def field_label(name: str, language: str) -> str:
    """The label of a field in one of ``LANGUAGES``. One of an entry is named with its list, such as ``sources.url``.

    Raises KeyError for a field that has none.
    """
    return _LABELS[name][language]


def field_words(name: str) -> str:
    """The same within an English sentence."""
    label = field_label(name, "en")
    return label[0].lower() + label[1:]
