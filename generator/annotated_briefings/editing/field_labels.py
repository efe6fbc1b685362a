"""What editors read above each field of a form, in the languages of the interface: words for people, not keys.

A field with a heading on pages is called as readers see it, in ``words.yaml``, and so are the fields of its entries
where pages show these by their labels; the labels of all others are in ``field_labels.txt``.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from annotated_briefings.base.i18n import Catalogue, read_words
from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.site_files import WORDS
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.field_table import Part
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.project.package_data import shipped_templates

_ROWS = package_text("editing", "field_labels.txt").splitlines()
_HEAD, *_CELLS = [[cell.strip() for cell in row.split("|")] for row in _ROWS]
LANGUAGES = tuple(_HEAD[1:])
"""The languages of the interface, in the order of the columns of the file, which its first row names."""
_LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {name: MappingProxyType(dict(zip(LANGUAGES, labels, strict=True))) for name, *labels in _CELLS}
)
_HEADINGS: Mapping[str, str] = MappingProxyType(
    {field.name: field.heading or field.name for field in BRIEF if field.part is not Part.NONE or field.section}
    | {
        f"{field.name}.{one.name}": f"{field.name}_{one.name}"
        for field in BRIEF
        if field.kind.entry
        for one in field.inner
    }
)


def label_language(language: str) -> str:
    """The language of the labels on a site of a language: its own, or English."""
    base = language.lower().partition("-")[0]
    return base if base in LANGUAGES else LANGUAGES[0]


def field_label(name: str, language: str) -> str:
    """The label of a field in one of ``LANGUAGES``. One of an entry is named with its list, such as ``sources.url``.

    Raises KeyError for a field that has none.
    """
    heading = _HEADINGS.get(name)
    return _words()[language].text(heading) if heading else _LABELS[name][language]


def field_words(name: str) -> str:
    """The same within an English sentence."""
    label = field_label(name, "en")
    return label[0].lower() + label[1:]


@cache
def _words() -> Catalogue:
    """What pages say."""
    path = shipped_templates() / "words.yaml"
    return read_words(Source(WORDS, path.read_text(encoding="utf-8")), None)[0]
