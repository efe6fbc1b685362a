"""From the text of one file to its facts; never sees other files and never raises."""

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.yaml.field_table import read_table
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.frontmatter import read_fields
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.markdown.text import Body
from annotated_briefings.content.model import Brief
from annotated_briefings.content.quotations import quotations
from annotated_briefings.content.readers import Around
from annotated_briefings.content.rules import check_brief

_FIRST = tuple(field for field in BRIEF if field.name in ("title", "sources"))
"""Fields that others depend on: an address is made of the title, and receipts name sources by their numbers."""
_OTHERS = tuple(field for field in BRIEF if field not in _FIRST)


def parse_brief(source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it; no brief when an error leaves nothing safe to publish."""
    brief, found = attempt_brief(source)
    broken = any(d.severity is Severity.ERROR for d in found)
    return (None if broken else brief), found


def attempt_brief(source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The same with what could be read of a broken brief, to look for more that is wrong with it; never to be shown."""
    if not source.text.strip():
        return None, (
            report(
                "empty-file", "the file is empty", Place(source.path, 1, 1), help="write a brief into it, or delete it"
            ),
        )
    fields, split = read_fields(source)
    unreadable = any(d.severity is Severity.ERROR for d in fields.found)
    body = read_markdown(source, split.body, split.body_offset)
    brief = _brief(source, fields, body)
    if brief.title:
        fields.found += check_brief(brief, fields)
    elif not unreadable:
        fields.missing(
            ("title",),
            "missing-title",
            "the brief has no title",
            Place(source.path, 1, 1),
            "add a line `title: ...` between two `---` lines at the top",
        )
    fields.finish()
    return brief, tuple(fields.found)


def _brief(source: Source, fields: Fields, body: Body) -> Brief:
    first = read_table(_FIRST, fields)
    around = Around(source, body, first["title"], len(first["sources"]))
    return Brief(
        path=source.path,
        place=fields.place("slug") if fields.has("slug") else Place(source.path, 1, 1),
        quotations=quotations(body.blocks),
        body=body,
        **first,
        **read_table(_OTHERS, fields, around),
    )
