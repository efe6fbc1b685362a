"""From the text of one file to its facts; never sees other files and never raises."""

from collections.abc import Iterator

from annotated_briefings.base.comments.html import CLOSES, OPENS
from annotated_briefings.base.diagnostics import Diagnostic, Rule, Severity, apply, report
from annotated_briefings.base.meant.states import is_closing_label
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import CONTROLS, Place, Source, place_at
from annotated_briefings.base.traces.conflicts import merge_conflict
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_table import read_table
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Scalar
from annotated_briefings.base.yaml.texts import is_seen, place_of
from annotated_briefings.base.yaml.writer import quoted
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.frontmatter import Split, read_as_meant, without_misread, without_repaired
from annotated_briefings.content.guesses import without_guesses
from annotated_briefings.content.markdown.blocks import has_open_comment, read_markdown
from annotated_briefings.content.markdown.text import Body
from annotated_briefings.content.model import Brief
from annotated_briefings.content.quotations.fields import field_quotations
from annotated_briefings.content.quotations.passages import quotations
from annotated_briefings.content.readers import Around
from annotated_briefings.content.rules import one_brief, other_marks, pasted, replies, shown_as_typed
from annotated_briefings.content.rules.one_brief import ReadBrief

RULES: tuple[Rule[ReadBrief], ...] = (
    *one_brief.RULES,
    *other_marks.RULES,
    *pasted.RULES,
    *replies.RULES,
    *shown_as_typed.RULES,
)
"""All rules about one brief."""
_HEADING = regex(r"\s*#{1,2}[ \t]+(.+?)[ \t#]*(?:\n|\Z)")
_FIRST = tuple(field for field in BRIEF if field.name in ("title", "sources", "lang"))
"""Fields that others depend on: an address is made of the title, receipts name sources by their numbers, and numbers
are read as the language writes them."""
_OTHERS = tuple(field for field in BRIEF if field not in _FIRST)


def parse_brief(source: Source, zone: str = "UTC", language: str = "") -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it; no brief when an error leaves nothing safe to publish.

    ``zone`` is the IANA name of the zone of times that name none; where it is empty they must name one. ``language`` is
    that of the site, for a brief that names none.
    """
    brief, found, contained = _read(source, zone, language)
    broken = any(d.severity is Severity.ERROR and d not in contained for d in found)
    return (None if broken else brief), found


def attempt_brief(source: Source, zone: str = "UTC", language: str = "") -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The same with what could be read of a broken brief, to look for more that is wrong with it; never to be shown."""
    brief, found, _ = _read(source, zone, language)
    return brief, found


def _read(
    source: Source, zone: str, language: str
) -> tuple[Brief | None, tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What could be read of a brief, what is wrong with it, and which errors of these left out one entry alone."""
    if not source.text.strip():
        empty = report(
            "empty-file", "the file is empty", Place(source.path, 1, 1), help="write a brief into it, or delete it"
        )
        return None, (empty,), ()
    if conflict := merge_conflict(source):
        return None, conflict, ()
    written = source
    fields, split, source = read_as_meant(written, zone)
    fields.guarded = True
    before = tuple(fields.found)
    unreadable = any(d.severity is Severity.ERROR for d in fields.found)
    body = read_markdown(source, split.body, split.body_offset)
    brief = _brief(source, fields, body, language)
    brief = replace(brief, quotations=(*brief.quotations, *field_quotations(brief, fields)))
    if brief.title or (unreadable and fields.mapping.pairs):
        fields.found += apply(RULES, ReadBrief(brief, fields, brief.language or language), {source.path: source})
    elif not unreadable:
        report_untitled(source, fields, split)
    fields.found += _closing_tags(source, brief)
    fields.found += faults_of_text(source, split)
    fields.finish()
    fields.found = without_misread(fields, source)
    found = without_repaired(fields, written, before) if fields.repaired else fields.found
    return brief, tuple(found), tuple(fields.contained)


def report_untitled(source: Source, fields: Fields, split: Split, noun: str = "brief") -> None:
    """Why a brief or a page has no title; nothing where another error has said it."""
    message, place = f"the {noun} has no title", Place(source.path, 1, 1)
    remedy = "add a line `title: ...` between two `---` lines at the top"
    key = fields.key_of("title")
    heading = _HEADING.match(split.body)
    if key is not None:
        value = next(node for name, node in fields.mapping.pairs if name is key)
        if any(d.severity is Severity.ERROR and d.place.line == value.line for d in fields.found):
            return
        place, remedy = place_of(source, key), "write the headline after its colon"
        if isinstance(value, Scalar) and not value.plain and value.text.strip(" "):
            place, remedy = place_of(source, value), "write the headline there; it holds nothing that can be seen"
        else:
            message = "`title` has no value"
    if heading and is_seen(heading[1]):
        line = f"`title: {quoted(heading[1].strip())}`"
        where = "" if split.body_offset else ", between two `---` lines at the top"
        remedy = f"use the heading of the text: {line}{where}"
    fields.missing(("title",), "missing-title", message, place, remedy)


def _closing_tags(source: Source, brief: Brief) -> Iterator[Diagnostic]:
    """Tags that are no subjects, and say that the brief is not public."""
    for tag in brief.tags:
        if is_closing_label("tags", tag.text):
            message = f"the tag `{tag.text}` sounds as if this must not be published yet"
            remedy = "write `draft: true` to hold it back, or give the tag another name"
            yield report("hold-back", message, tag.place, help=remedy, source=source)


def faults_of_text(source: Source, split: Split) -> tuple[Diagnostic, ...]:
    """What is wrong with the text below the front matter of a brief or a page, letter by letter."""
    return (
        *_open_comment(source, split.body, split.body_offset),
        *_controls(source, split.body, split.body_offset),
    )


def _open_comment(source: Source, body: str, offset: int) -> tuple[Diagnostic, ...]:
    """A comment of the text that has no end: it hides all that follows, which nobody can have meant."""
    if not has_open_comment(body):
        return ()
    place = place_at(source, offset + body.rindex(OPENS), len(OPENS))
    remedy = f"close it with `{CLOSES}`, or take `{OPENS}` out"
    return (report("open-comment", "a comment is never closed", place, help=remedy, source=source),)


def _controls(source: Source, body: str, offset: int) -> Iterator[Diagnostic]:
    """Characters that nobody sees, the first of each line of the text."""
    last = 0
    for sign in CONTROLS.finditer(body):
        place = place_at(source, offset + sign.start())
        if place.line != last:
            last = place.line
            message = f"the line holds a control character (U+{ord(sign[0]):04X}), which no page shows"
            yield report("control-character", message, place, help="delete it; all else is published", source=source)


def _brief(source: Source, fields: Fields, body: Body, language: str) -> Brief:
    first = read_table(_FIRST, fields)
    around = Around(source, body, first["title"], first["language"] or language, first["sources"])
    brief = Brief(
        path=source.path,
        place=fields.place("slug") if fields.has("slug") else Place(source.path, 1, 1),
        quotations=quotations(body.blocks, first["sources"]),
        body=body,
        **first,
        **read_table(_OTHERS, fields, around),
    )
    return without_guesses(brief)
