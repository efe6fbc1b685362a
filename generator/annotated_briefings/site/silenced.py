"""Public briefs without the links that would name a brief that is not public: readers see `…` in the place of each.

A brief that is taken back must leave the site at once, whatever names it: no build waits for the others to be changed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.content.markdown.wikilinks import SCHEME, WIKILINK, wikilink_parts
from annotated_briefings.content.model import Brief
from annotated_briefings.site.links import held_target, is_naming
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.left_out import HeldBrief
from annotated_briefings.site.shown_links import links_to_held, names_held

LEFT_OUT = "…"
"""What readers see in the place of a link."""
_LINK = regex(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*(?:<(?P<angled>[^<>\n]+)>|(?P<bare>(?:[^()<>\s]|\([^()<>\s]*\))+))"
    r"(?:\s+(?P<title>\"[^\"]*\"|'[^']*'))?\s*\)"
)
_ADDRESS = regex(r"<?https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]}]>?")
_ALONE = regex(r"(?:^|[\s{,])(?:url|src):\s*[\"']?\Z")
"""What is before an address that is the whole value of a field."""


class Naming(NamedTuple):
    """A part of a file that names a brief that is not public."""

    start: int
    """Offset in the text of the file."""
    end: int
    """Offset behind it."""
    held: HeldBrief
    """The brief."""
    instead: str
    """What readers see in its place."""


def silence(
    briefs: Iterable[Brief], catalog: Catalog, sources: Mapping[str, Source], read: Callable[[Source], Brief | None]
) -> Mapping[str, Brief]:
    """The public briefs that are not shown as they are written, by path. ``read`` reads the text of a brief; one that
    cannot be read without its links stays as it is."""
    shown: dict[str, Brief] = {}
    for brief in briefs if catalog.held else ():
        source = sources.get(brief.path)
        # In comments, code and notes that are drafts no link is seen.
        if source is None or not any(_naming(source, catalog, True)) or not _is_named(brief, catalog):
            continue
        for every in (False, True):
            other = read(replace(source, text=_without(source.text, _apart(_naming(source, catalog, every)))))
            if other and not _is_named(other, catalog):
                shown[brief.path] = other
                break
    return shown


def naming_parts(source: Source, catalog: Catalog) -> tuple[Naming, ...]:
    """The parts of a list of names, such as that of entities, that name a brief which is not public: readers see its
    texts as they are typed."""
    likely = catalog.held and any(mark in source.text for mark in ("[[", "](", "://"))
    return tuple(_apart(_naming(source, catalog, True))) if likely else ()


def unnamed(source: Source, catalog: Catalog) -> Source:
    """A list of names without these parts."""
    parts = naming_parts(source, catalog)
    return replace(source, text=_without(source.text, parts)) if parts else source


def _is_named(brief: Brief, catalog: Catalog) -> bool:
    """Whether what readers see of a brief names one that is not public and never was."""
    return any(names_held(link, held) and not held.was_public for link, held in links_to_held(brief, catalog))


def _naming(source: Source, catalog: Catalog, every: bool) -> Iterator[Naming]:
    """The parts of a file that name briefs which are not public; with ``every``, links whose words name none as well,
    since some fields show what is typed."""
    text, path = source.text, source.path

    def held(target: str) -> HeldBrief | None:
        found = held_target(catalog, target, path)
        return None if found is None or found.was_public else found

    for match in WIKILINK.finditer(text):
        target, words = wikilink_parts(match[1])
        if (one := held(SCHEME + target)) and is_naming(words, target, one):
            yield Naming(match.start(), match.end(), one, LEFT_OUT)
    for match in _LINK.finditer(text):
        target, title = match["angled"] or match["bare"], (match["title"] or "")[1:-1]
        one = held(target)
        if one and is_naming(match["words"], target, one):
            yield Naming(match.start(), match.end(), one, LEFT_OUT)
        elif one and is_naming(title, target, one):
            yield Naming(match.start("title"), match.end("title"), one, "")
        elif one and every:
            yield Naming(match.start(), match.end(), one, match["words"])
    for match in _ADDRESS.finditer(text):
        behind = text[max(match.start() - 3, 0) : match.start()]
        if not behind.rstrip("< ").endswith(("](", "]:")) and (one := held(match[0].strip("<>"))):
            is_alone = _ALONE.search(text[text.rfind("\n", 0, match.start()) + 1 : match.start()])
            yield Naming(match.start(), match.end(), one, "" if is_alone else LEFT_OUT)


def _apart(spans: Iterable[Naming]) -> Iterator[Naming]:
    """Parts of a text in order, without those inside of others."""
    end = 0
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            end = span.end
            yield span


def _without(text: str, spans: Iterable[Naming]) -> str:
    """A text in which nothing is named, with the lines that it had."""
    out, at = "", 0
    for span in spans:
        out += text[at : span.start] + span.instead + "\n" * text.count("\n", span.start, span.end)
        at = span.end
    return out + text[at:]
