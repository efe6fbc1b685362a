"""A page of a site's own, such as one about it: its fields, and from the text of one file to its facts."""

from annotated_briefings.base.diagnostics import Diagnostic, Rule, Severity, apply, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.traces.conflicts import merge_conflict
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.field_kinds import FLAG, LANGUAGE, PROSE, TEXT, count_kind
from annotated_briefings.base.yaml.field_table import Field, Table, read_table, with_other_names
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping
from annotated_briefings.content import other_names, readers
from annotated_briefings.content.entry_fields import NO, WORDS
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.frontmatter import read_fields
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import faults_of_text, report_untitled
from annotated_briefings.content.readers import Around
from annotated_briefings.content.rules import one_brief, other_marks, shown_as_typed
from annotated_briefings.content.rules.one_brief import ReadBrief

PAGE: Table = with_other_names(
    (
        Field("title", TEXT, WORDS, "the heading, and what links to the page say", "How we work", required=True),
        Field(
            "description",
            PROSE,
            WORDS,
            "one or two sentences for search results",
            "Who writes here, and how sources are checked.",
            fills=("summary",),
        ),
        Field("lang", LANGUAGE, NO, "language tag, where it is not that of the site", "en", fills=("language",)),
        Field("nav", FLAG, NO, "whether the main menu has it too, and not the foot of every page alone", "true"),
        Field(
            "order",
            count_kind({"type": "integer", "minimum": 0}, readers.read_weight),
            NO,
            "its place in menu and foot: 1 before 2, both before pages without one, which come by title",
            "1",
        ),
        *(field for field in BRIEF if field.holds_back),
    ),
    other_names.PAGE,
)
"""Front matter of a page."""
_RULES: tuple[Rule[ReadBrief], ...] = (*one_brief.OF_ANY_TEXT, *other_marks.RULES, *shown_as_typed.RULES)


class SitePage(Value):
    """A page of a site's own."""

    text: Brief
    """Its text and what holds it back: a brief without news. Its slug is the address of the page."""
    nav: bool
    """Whether the main menu links to it."""
    order: int | None
    """Its place among the pages, the lowest first; None where none is given, which comes after them."""


def parse_page(source: Source, zone: str = "UTC", language: str = "") -> tuple[SitePage, tuple[Diagnostic, ...]]:
    """The facts of a page as far as they could be read, and what is wrong with it; with an error it is not published.

    ``zone`` is the IANA name of the zone of times that name none, ``language`` that of the site.
    """
    if not source.text.strip():
        empty = report(
            "empty-file", "the file is empty", Place(source.path, 1, 1), help="write the page into it, or delete it"
        )
        return _page(source, Fields(source, Mapping((), 1, 1), []), ""), (empty,)
    if conflict := merge_conflict(source):
        return _page(source, Fields(source, Mapping((), 1, 1), []), source.text), conflict
    fields, split = read_fields(source, zone)
    fields.guarded = True
    unreadable = any(d.severity is Severity.ERROR for d in fields.found)
    page = _page(source, fields, split.body, split.body_offset)
    if page.text.title:
        read = ReadBrief(page.text, fields, page.text.language or language, "page")
        fields.found += apply(_RULES, read, {source.path: source})
    elif not unreadable:
        report_untitled(source, fields, split, "page")
    fields.found += faults_of_text(source, split)
    fields.finish()
    return page, tuple(fields.found)


def _page(source: Source, fields: Fields, text: str, offset: int = 0) -> SitePage:
    body = read_markdown(source, text, offset)
    own = read_table(PAGE, fields)
    nothing = Fields(source, Mapping((), 1, 1), [])
    around = Around(source, body, own["title"], own["language"], ())
    values = {**read_table(BRIEF, nothing, around), **{name: own[name] for name in own if name not in _OF_LISTS}}
    brief = Brief(path=source.path, place=Place(source.path, 1, 1), quotations=(), body=body, **values)
    return SitePage(brief, own["nav"], own["order"])


_OF_LISTS = ("nav", "order")
"""Fields that a brief has not."""
