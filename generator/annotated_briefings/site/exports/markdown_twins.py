"""The Markdown twin of a brief: what its page says, as text that can be taken along."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from annotated_briefings.base.comments.html import outside_comments
from annotated_briefings.base.i18n import Words
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import CONTROLS
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_table import Copy, Field, Part
from annotated_briefings.content.from_fields import field_texts, parts_of
from annotated_briefings.content.markdown.blocks import (
    without_markdown_comments,
    without_unseen_words,
    written_wikilinks,
)
from annotated_briefings.content.markdown.wikilinks import Written, shown_of
from annotated_briefings.content.model import Annotation, Brief, Correction, Figure, KeyPoint, SourceRef
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.links import held_target, largest_picture, local_target, name_for, wiki_target
from annotated_briefings.site.model.catalog import Catalog
from annotated_briefings.site.model.figure_series import figure_shown
from annotated_briefings.site.model.receipts import ReceiptKind
from annotated_briefings.site.shown_names import with_shown_names
from annotated_briefings.site.urls import brief_url, text_url
from annotated_briefings.site.views.brief_body import quoted
from annotated_briefings.site.views.entry_lines import line_text
from annotated_briefings.site.views.receipts import figure_receipts, point_receipts, shown_words

_MARKUP = regex(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|<(?=[a-zA-Z/!?])|&(?=#|[a-zA-Z][a-zA-Z0-9]*;)")
"""Characters that Markdown would not show as they are in the words of a link."""
_BLOCK_MARK = regex(r"^(\d{0,9})([-+#>=:|.)])")
"""What would begin another block when words begin a line with it."""
_LINE_END = regex(r"([ \t]*\n[ \t>]*)")
_BREAKS = regex(r"[\s()<>\\]")
"""Characters that would end the address of a link."""
_LOCAL = regex(r"\]\((?:<([^<>\n:]+)>|([^()\s:<>]+))\)")
_REMOTE_PICTURE = regex(
    r"(?<!\\)!\[((?:[^\[\]\\]|\\.)*)\](\(\s*<?((?:https?:)?//[^\s()<>]*)[^)\n]*\))(\]\()?", re.IGNORECASE
)
"""A picture of another host, which programs that show Markdown would load; the last part where it is within a link."""
_PICTURE = regex(r"(?<!\\)(!\[(?:[^\[\]\\]|\\.)*\]\()(?:<([^<>\n:]+)>|([^()\s:<>]+))")
_PICTURE_BY_NAME = regex(r"!(?=\[((?:[^\[\]\\]|\\.)*)\](?:\[([^\]\n]*)\])?(?![(:\[]))")
_REMOTE_NAME = regex(r"^ {0,3}\[([^\]\n]*)\]:\s*<?(?:https?:)?//", re.MULTILINE | re.IGNORECASE)
_HIDDEN = regex(r"^\[[^\]\n]*\]:[^\n]*$", re.MULTILINE)
# A fence at the start of a line, to its end, or code within a line. It begins with the one sign that both begin with,
# for which a text is searched four times as fast as for either.
_CODE = regex(r"([`~](?:(?<=^[`~])(?:``|~~).*?(?:^(?:```|~~~)[ \t]*$|\Z)|(?<=`)`*[^`\n]*`+))", re.MULTILINE | re.DOTALL)
_LINKED = regex(r"!?\[((?:[^\[\]\\]|\\.)*)\]\(\s*(?:<([^<>\n]*)>|([^()\s<>]+))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_TARGET = regex(r"(\]\(\s*|^\[[^\]\n]*\]:\s*)(?:<([^<>\n]*)>|([^()\s<>]+))", re.MULTILINE)
_DEFINED = regex(r"\s*^ {0,3}\[([^\]\n]*)\]:\s*(?:<([^<>\n]*)>|(\S+))[^\n]*$", re.MULTILINE)
_BY_NAME = regex(r"!?\[((?:[^\[\]\\]|\\.)*)\](?:\[([^\]\n]*)\])?(?![(:\[])")
_DEFINITION = regex(r"^[ \t>]*\[([^\]\n]*)\]:", re.MULTILINE)
_LABEL = regex(r"^\[([^\]\n]*)\]:")


def markdown_twin(context: SiteContext, brief: Brief) -> str:
    """The public part of a brief as Markdown with front matter; drafts of notes and the import's remarks left out."""
    words, base = context.speaks(brief), context.config.base_url
    address = brief_url(brief.slug)
    head = {
        "title": brief.title,
        "url": base + address if base else "",
        "author": [who.name for who in context.catalog.people_of(brief.author, brief.language)],
        "reviewed_by": [who.name for who in context.catalog.people_of(brief.reviewed_by, brief.language)],
        "date": brief.date.iso if brief.date else "",
        "updated": brief.updated.iso if brief.updated else "",
        "language": context.language(brief),
        "summary": brief.summary,
        "entities": [context.catalog.entity_of[e].name for e in context.web.named[brief.slug]],
        "tags": [context.catalog.tag_of[t].label for t in context.web.tags[brief.slug]],
        "story": context.story_link(brief.story).text if brief.story else "",
    }
    out = [*_front_matter(head), "", f"# {escaped(brief.title)}", ""]
    brief = with_shown_names(context.catalog, brief)
    for field in parts_of(Part.BEFORE, Copy.TWIN):
        out += _part(field, context, brief)
    out += [body_markdown(brief, context.catalog, base), ""]
    if notes := context.notes(brief):
        out += [f"## {words.text('notes')}", ""]
        kinds = (words.text(f"kind_{note.kind}") for note in notes)
        out += [_note(brief, at, *one, words) for at, one in enumerate(zip(notes, kinds, strict=True), 1)]
        out.append("")
    for field in parts_of(Part.AFTER, Copy.TWIN):
        out += _part(field, context, brief)
    return "\n".join(out).rstrip() + "\n"


def page_markdown(context: SiteContext, text: Brief) -> str:
    """The text of a page of the site's own as Markdown with front matter."""
    base = context.config.base_url
    head = {
        "title": text.title,
        "url": base + text_url(text) if base else "",
        "language": context.language(text),
        "description": text.summary,
    }
    body = body_markdown(text, context.catalog, base)
    return "\n".join((*_front_matter(head), "", f"# {escaped(text.title)}", "", body)).rstrip() + "\n"


def _front_matter(head: Mapping[str, object]) -> tuple[str, ...]:
    # JSON is YAML, with all quotes where they must be.
    return ("---", *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value), "---")


def _part(field: Field, context: SiteContext, brief: Brief) -> list[str]:
    """A field under its heading, with an empty line at the end; nothing where it is empty."""
    value = brief.shown_sources if field.name == "sources" else getattr(brief, field.attributes[0])
    if not value:
        return []
    words = context.speaks(brief)
    heading = f"## {words.text(field.heading or field.name)}"
    if field.name == "figures":
        value = tuple(replace(f, value=figure_shown(f, brief, words).shown, unit="") for f in brief.figures)
    if field.kind.entry:
        return [heading, "", *(f"- {_line(line_text(field, entry, words))}" for entry in value), ""]
    if field.inner:
        receipts = _receipts(context, brief, field.name) or ("",) * len(value)
        lines = [ENTRIES[field.name](n, *one, words) for n, one in enumerate(zip(value, receipts, strict=True), 1)]
        return [heading, "", *lines, ""]
    return [heading, "", *(part for text in field_texts(field, value) for part in (_line(text), ""))]


def _receipts(context: SiteContext, brief: Brief, field: str) -> tuple[str, ...]:
    """The receipts of a field in words, those of key points with their quotes; empty for other fields."""
    words, verdicts = context.speaks(brief), context.verdicts(brief)
    if field == "figures":
        return figure_receipts(words, brief, verdicts)
    if field != "key_points":
        return ()
    out: list[str] = []
    pairs = zip(brief.key_points, verdicts.points, point_receipts(words, brief, verdicts), strict=True)
    for point, kind, receipt in pairs:
        shown = shown_words(point, kind)
        own = kind is ReceiptKind.OWN
        out.append(
            f"{receipt}{words.text('colon')}{shown}"
            if own
            else f"{words.text('quoted', text=shown)}{words.text('comma')}{receipt}"
            if shown
            else receipt
        )
    return tuple(out)


def escaped(text: str) -> str:
    """A plain text as Markdown within a line that shows it letter by letter."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _line(text: str) -> str:
    """The same for a text that begins a line or an entry of a list."""
    return _BLOCK_MARK.sub(r"\g<1>\\\g<2>", escaped(text))


def _link(words: str, address: str) -> str:
    """A link, however the words and the address are spelt."""
    address = re.sub(r"\s", _percent, re.sub(r"[()<>\\]", r"\\\g<0>", address))
    return f"[{escaped(words)}]({address})"


def _point(_: int, point: KeyPoint, receipt: str, __: Words) -> str:
    return f"- {_line(point.text)} ({escaped(receipt)})"


def _figure(_: int, figure: Figure, receipt: str, words: Words) -> str:
    return "- " + _line(f"{figure.value}{words.text('colon')}{figure.what} ({receipt})")


def _source(number: int, source: SourceRef, _: str, words: Words) -> str:
    title = source.title or source.url or source.outlet
    link = _link(title, source.url) if source.url else _line(title)
    date = words.date(source.published) if source.published else ""
    parts = [link, source.outlet if source.outlet != title else "", source.author, date]
    return f"{number}. " + ", ".join((parts[0], *(escaped(part) for part in parts[1:] if part)))


def _note(brief: Brief, number: int, note: Annotation, label: str, words: Words) -> str:
    by = ", ".join(part for part in (note.author, note.date.iso if note.date else "") if part)
    who = f" ({escaped(by)})" if by else ""
    on = words.text("quoted", text=escaped(quoted(brief, note)))
    return f"{number}. **{label}**{who}{words.text('colon')}{on} – {escaped(note.text)}"


def body_markdown(brief: Brief, catalog: Catalog, base: str) -> str:
    """The Markdown of a text with its wikilinks and links between files made into web addresses.

    Definitions that no link uses are a way to hide remarks in Markdown; no page shows them, and no twin does.
    """
    body = brief.body
    links = (Written(w.target, w.source_start, w.source_end, w.in_table) for w in body.wikilinks)
    return _shared(body.source, links, catalog, base, brief.path, bool(body.lost_cells))


def loose_markdown(text: str, catalog: Catalog, base: str) -> str:
    """The Markdown of a text that is in no file, likewise."""
    return _shared(text, written_wikilinks(text), catalog, base, "")


def _shared(source: str, links: Iterable[Written], catalog: Catalog, base: str, origin: str, cells: bool = True) -> str:
    text = without_markdown_comments(_with_addresses(source, links, catalog, base, origin)).strip("\n")
    return _taken_along(CONTROLS.sub("", without_unseen_words(text, cells)), source, catalog, base, origin)


def note_markdown(note: Annotation, brief: Brief, catalog: Catalog, base: str) -> str:
    """The Markdown of a remark, likewise."""
    source = note.source
    if "[" not in source:
        return source
    return _taken_along(
        _with_addresses(source, written_wikilinks(source), catalog, base, brief.path), source, catalog, base, brief.path
    )


def _taken_along(text: str, source: str, catalog: Catalog, base: str, origin: str) -> str:
    """A text of the file ``origin`` with whole addresses in place of paths, and without what no page shows; ``source``
    is the same text as it was written."""
    named = _named(source)
    # Of several definitions of one name the first is used.
    defined = Counter(_name(found[1]) for found in _DEFINITION.finditer(source))
    kept: set[str] = set()

    def local(match: re.Match[str]) -> str:
        written = match[1] or match[2]
        target = local_target(catalog, written, origin)
        return match[0] if target == written or written[:1] == "#" else f"]({base}{target})"

    def picture(match: re.Match[str]) -> str:
        target = local_target(catalog, match[2] or match[3], origin)
        shown = largest_picture(catalog, target)
        return match[0] if shown == target else f"{match[1]}{base}{shown}"

    def used(match: re.Match[str]) -> str:
        label = _LABEL.match(match[0])
        name = _name(label[1]) if label else ""
        if not name or name in kept or named[name] <= max(1, defined[name]):
            return ""
        kept.add(name)
        return match[0]

    remote = {_name(found[1]) for found in _REMOTE_NAME.finditer(source)}

    def by_name(match: re.Match[str]) -> str:
        return "" if _name(match[2] or match[1]) in remote else match[0]

    def as_links(part: str) -> str:
        """A picture of another host is a link, as on pages."""
        return _PICTURE_BY_NAME.sub(by_name, _REMOTE_PICTURE.sub(_as_link, part)) if "![" in part else part

    # Code is shown as it is typed, and so it is taken along.
    parts = _CODE.split(text)
    parts[::2] = (
        _LOCAL.sub(
            local, _PICTURE.sub(picture, _without_held(_HIDDEN.sub(used, as_links(part)), source, catalog, origin))
        )
        for part in parts[::2]
    )
    return "".join(parts)


def _as_link(picture: re.Match[str]) -> str:
    words, rest, address, within = picture.groups()
    words = words or escaped(address)
    return f"{words}{within}" if within else f"[{words}]{rest}"


def _without_held(text: str, source: str, catalog: Catalog, origin: str) -> str:
    """A part of a text without the addresses of briefs that are not public, and without the definitions that ``source``
    has of them: of links to them the words stay, as if nobody had linked them."""
    if not catalog.held:
        return text

    def is_held(match: re.Match[str]) -> bool:
        return held_target(catalog, match[2] or match[3] or "", origin) is not None

    gone = {_name(found[1]) for found in _DEFINED.finditer(source) if is_held(found)}
    if gone:
        text = _DEFINED.sub(lambda found: "" if is_held(found) else found[0], text)
        text = _BY_NAME.sub(lambda found: found[1] if _name(found[2] or found[1]) in gone else found[0], text)
    text = _LINKED.sub(lambda found: found[1] if is_held(found) else found[0], text)
    # Links with brackets in their words lead to the top of the page instead.
    return _TARGET.sub(lambda found: found[1] + "#" if is_held(found) else found[0], text)


def _with_addresses(text: str, links: Iterable[Written], catalog: Catalog, base: str, origin: str) -> str:
    """A Markdown text, its wikilinks as links to web addresses, or as plain words where they are broken."""
    for link in sorted(links, key=lambda one: one.start, reverse=True):
        if link.start < 0:
            continue
        inner = "".join(outside_comments(text[link.start + 2 : link.end - 2]))
        target, _, label = (inner.replace("\\|", "|") if link.in_table else inner).partition("|")
        # Line ends stay: with fewer lines a paragraph may become another block.
        bare = name_for(catalog, link.target) or shown_of(target.strip().rstrip("\\").strip())
        lines = _LINE_END.split(label.strip() or bare)
        lines[::2] = (_MARKUP.sub(r"\\\g<0>", line) for line in lines[::2])
        shown = "".join(lines)
        if link.in_table:
            shown = shown.replace("|", "\\|")
        found = wiki_target(catalog, link.target, origin)
        if not found:
            shown = _BLOCK_MARK.sub(r"\g<1>\\\g<2>", shown)
        written = f"[{shown}]({_BREAKS.sub(_percent, base + found[1])})" if found else shown
        text = text[: link.start] + written + text[link.end :]
    return text


def _percent(match: re.Match[str]) -> str:
    return quote(match[0])


def _named(text: str) -> Counter[str]:
    """How often each name is in brackets, its definition among them."""
    if "]:" not in text:
        return Counter()
    ends = text.split("]")[:-1]
    return Counter(_name(part.rpartition("[")[2]) for part in ends if "[" in part)


def _name(label: str) -> str:
    """A name as Markdown compares it: without regard to case, and to where a line ends within it."""
    return " ".join(label.split()).casefold()


def _correction(_: int, correction: Correction, __: str, words: Words) -> str:
    was, now, why = correction.was, correction.now, correction.why
    only = words.text("we_wrote_only", was=was) if was else words.text("now_reads", now=now) if now else ""
    change = f"{was} → {now}" if was and now else only
    return "- " + _line(" ".join(filter(None, (change, f"({why})" if change and why else why))))


ENTRIES: Mapping[str, Callable[[int, Any, str, Words], str]] = {
    "key_points": _point,
    "figures": _figure,
    "corrections": _correction,
    "sources": _source,
}
"""How an entry of a field is written, with its number and its receipt."""
