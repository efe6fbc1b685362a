"""The links of a brief as readers would see them, in its text and in every other field, and those that lead to a brief
that is not public."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape

from annotated_briefings.base.htmltext import plain_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import kept_texts
from annotated_briefings.content.markdown.wikilinks import SCHEME, WIKILINK, wikilink_parts
from annotated_briefings.content.model import Brief
from annotated_briefings.site.links import held_target, is_naming
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.left_out import HeldBrief

_LINK = regex(r'<(?:a|img) (?:[^>]*? )?(?:href|src)="([^"]*)"([^>]*)>(?:(.*?)</a>)?', re.DOTALL)
_TYPED = regex(r"\]\(\s*<?([^()<>\s]+)")
_BARE = regex(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")


class Link(Value):
    """A link as readers would see it."""

    target: str
    """What it leads to, with the scheme of wikilinks where it is one."""
    words: str
    """What they read of it, its title among it."""
    typed: bool = False
    """Whether it is no link in its place, so that they read all of it."""


def shown_fields(brief: Brief, with_notes: bool = True) -> Iterator[str]:
    """The fields of a brief as the model keeps them, without notes that are drafts."""
    notes = tuple(note for note in brief.annotations if note.public) if with_notes else ()
    return kept_texts(BRIEF, replace(brief, annotations=notes))


def links_of(texts: Iterable[str]) -> Iterator[Link]:
    """The links of some texts as HTML."""
    for html in texts:
        if 'href="' in html or 'src="' in html:
            yield from _links_in(html)


@lru_cache(maxsize=64)
def _links_in(html: str) -> tuple[Link, ...]:
    return tuple(
        Link(unescape(found[1]), plain_text(f"{found[3] or ''} {_title(found[2])}").strip())
        for found in _LINK.finditer(html)
    )


def _title(attributes: str) -> str:
    found = re.search(r'(?:title|alt)="([^"]*)"', attributes)
    return found[1] if found else ""


def _typed_links(brief: Brief) -> Iterator[Link]:
    """Links that readers see as they are typed: in fields that are no Markdown, and addresses in any text."""
    for text in (brief.body.text, *(source.url for source in brief.sources), *shown_fields(brief)):
        targets = _BARE.findall(text)
        if text is not brief.body.text:
            targets += (SCHEME + wikilink_parts(found)[0] for found in WIKILINK.findall(text))
            targets += _TYPED.findall(text)
        yield from (Link(target, target, typed=True) for target in targets)


def links_to_held(brief: Brief, catalog: Catalog) -> Iterator[tuple[Link, HeldBrief]]:
    """The links of a brief that lead to one that is not public, each once."""
    if not catalog.held:
        return
    linked = dict.fromkeys(links_of((brief.body.html, *shown_fields(brief))))
    targets = {link.target for link in linked}
    typed = (link for link in _typed_links(brief) if link.target not in targets)
    for link in (*linked, *dict.fromkeys(typed)):
        if held := held_target(catalog, link.target, brief.path):
            yield link, held


def names_held(link: Link, held: HeldBrief) -> bool:
    """Whether what readers see of a link names the brief that it leads to."""
    return link.typed or is_naming(link.words, link.target.removeprefix(SCHEME), held)
