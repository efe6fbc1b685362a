"""What the front matter of a brief quotes: found by walking over the table of fields, so that none is forgotten."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.regex import regex
from annotated_briefings.base.web import host_key
from annotated_briefings.base.yaml.field_table import Field, Quoting, Table, TextUse
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.markdown.text import Quotation
from annotated_briefings.content.model import Brief
from annotated_briefings.content.quotations.attributions import attributions
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.content.quotations.passages import is_turned_by, quotations_in

_LINK = regex(r'<a [^>]*\bhref="(https?:[^"]*)"')


def field_quotations(brief: Brief, fields: Fields) -> tuple[Quotation, ...]:
    """The quotations of the front matter of a brief that its sources must have; ``fields`` gives their lines.

    Notes that nobody sees quote nobody. A note or an answer may also quote the text of the brief, or somebody to whom
    it links and who is no source of the brief: then the quotation names the links.
    """
    hosts = frozenset(host_key(source.url) for source in brief.sources if source.url)
    return tuple(
        Quotation(
            words,
            fields.place(top.name).line,
            top.name,
            _elsewhere(around, hosts) if others else (),
            is_turned_by(around, words),
            attributions(around, words, brief.sources),
        )
        for top in BRIEF
        for field, text in _texts((top,), brief)
        for others in (field.quoting is Quoting.OTHERS,)
        for words, around in quotations_in(text, field.kind.html or "html" in field.attributes)
        if not (others and standing_in(words, brief.body.text) is QuoteStanding.STATED)
    )


def _texts(table: Table, value: Any) -> Iterator[tuple[Field, str]]:
    """The fields that may quote somebody, each with its texts as the model keeps them."""
    for field in table:
        if field.inner and field.fills is None:
            found = getattr(value, field.name)
            for entry in found if isinstance(found, tuple) else (found,) if found else ():
                if getattr(entry, "public", True):
                    yield from _texts(field.inner, entry)
        elif field.shown is TextUse.TEXT and field.quoting is not Quoting.NONE:
            kept = getattr(value, "html" if "html" in field.attributes else field.attributes[0])
            yield from ((field, text) for text in (kept if isinstance(kept, tuple) else (kept,)))


def _elsewhere(html: str, hosts: frozenset[str]) -> tuple[str, ...]:
    """The links of a paragraph to hosts of which no source of the brief is."""
    return tuple(link for link in map(unescape, _LINK.findall(html)) if host_key(link) not in hosts)
