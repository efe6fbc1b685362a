"""Fields of a brief that are sections of their own on its page."""

from collections.abc import Callable, Iterator
from html import escape

from annotated_briefings.base.i18n import Words
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import field_texts
from annotated_briefings.content.model import Brief
from annotated_briefings.site.views.entry_lines import line_html
from annotated_briefings.site.views.items import SectionView

SECTIONS = tuple(field for field in BRIEF if field.section)
"""Fields that are sections of their own on the page."""


def sections_of(brief: Brief, words: Words, html: Callable[[str], str]) -> Iterator[SectionView]:
    """The sections of a brief; none where its field is empty. ``html`` makes links right for the page."""
    for field in SECTIONS:
        value = getattr(brief, field.attributes[0])
        if not value:
            continue
        if field.kind.entry:
            lines = [html(line_html(field, entry, words)) for entry in value]
        else:
            lines = list(map(html, value) if field.kind.html else map(escape, field_texts(field, value)))
        heading = words.text(field.heading or field.name)
        yield SectionView(field.name, field.section, heading, tuple(lines), field.kind.entry is not None)
