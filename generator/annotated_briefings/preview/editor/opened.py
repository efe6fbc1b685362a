"""One brief as its editor sees it: its file, its facts, and what is wrong with it, also before anything is saved."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report, sort_key
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.nodes import Mapping, Node, Sequence
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import attempt_brief
from annotated_briefings.editing.brief_form import edited_text, front_matter
from annotated_briefings.editing.desk_remedies import desk_remedy
from annotated_briefings.preview.session import Session
from annotated_briefings.project.briefs import parse_one, parse_options
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.checks.table import check_alone
from annotated_briefings.storage.edit_file import Refused, cannot_patch, patch_file

PageQuestion = dict[str, Any]
"""What the page asks, as JSON."""


class Opened(Value):
    """A brief with the text that it has, or would have."""

    source: Source
    """Its file."""
    brief: Brief | None
    """Its facts; None where it has an error that leaves nothing safe to use."""
    attempted: Brief | None
    """What could be read of it."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it, among the files of the site too."""


def named(session: Session, path: str) -> str:
    """How a brief is called in what the desk tells: by its headline, or by its file where it has none."""
    brief = session.derived.briefs.get(path)
    return f"“{brief.title}”" if brief and brief.title else path


def text_of(root: Path, path: str) -> str:
    """The text of a file with ``\\n`` as line ends. Raises Refused."""
    return patch_file(root, path, lambda text: text, dry_run=True)[0]


def brief_path(session: Session, asked: PageQuestion) -> str:
    """The path of a brief of this site. Raises Refused for anything else."""
    path = str(asked.get("path", ""))
    if path in session.derived.parsed:
        return path
    raise Refused(
        report("refused-change", f"`{path}` is no brief of this site", Place("_desk"), help="load the page again")
    )


def unsaved_text(asked: PageQuestion, text: str) -> str:
    """A text of a brief's file with what was typed on the page; the whole file where that was typed. Raises Refused."""
    if isinstance(asked.get("file"), str):
        return str(asked["file"]).replace("\r\n", "\n")
    fields = asked.get("fields") or {}
    body = asked.get("body")
    try:
        after = edited_text(text, fields, body.replace("\r\n", "\n") if isinstance(body, str) else None)
    except (KeyError, AttributeError, TypeError):
        after = None
    if after is None:
        raise Refused(cannot_patch(str(asked.get("path", ""))))
    return after


def open_brief(session: Session, source: Source) -> Opened:
    """A brief as a text of its file makes it."""
    derived = session.derived
    config = derived.context.config
    reading = parse_options(derived.loaded.config)
    brief, found = parse_one(reading, source)
    attempted = brief or attempt_brief(source, reading.zone, reading.language)[0]
    more: list[Diagnostic] = []
    if attempted:
        sources = {source.path: source}
        more += check_alone(derived.declared, attempted, sources)
        more += prove(session.request.root, [attempted], sources, config.language, derived.provenances).diagnostics
    shown = config.check.shown(dict.fromkeys((*found, *more)))
    return Opened(source, brief, attempted, tuple(sorted(shown, key=sort_key)))


def with_broken_links(session: Session, opened: Opened) -> Opened:
    """The same with the broken links of the page that the preview has of the brief now."""
    if opened.brief is None:
        return opened
    page = f"briefs/{opened.brief.slug}/index.html"
    # Links are looked at when a page is rendered.
    session.file(page)
    path = opened.source.path
    more = [one for one in session.warnings(page, path) if one.place.path == path and one.code == "broken-link"]
    return replace(opened, diagnostics=tuple(sorted({*opened.diagnostics, *more}, key=sort_key)))


def problems_of(opened: Opened) -> list[dict[str, object]]:
    """What is wrong with a brief, each with the field that it is about."""
    return problem_rows(opened.diagnostics, opened.source.text)


def problem_rows(found: Iterable[Diagnostic], text: str = "") -> list[dict[str, object]]:
    """Diagnostics for the page; ``at`` is the way to the field, ``body`` for the text below the front matter, and empty
    for the file as a whole."""
    root = front_matter(text)
    split, _ = split_front_matter(Source("", text))
    first = text[: split.body_offset].count("\n") + 1 if split.body_offset else 1
    return [
        {
            "severity": one.severity.value,
            "code": one.code,
            "message": one.message,
            "help": desk_remedy(one.help),
            "line": one.place.line,
            "at": "" if one.place.line <= 1 else "body" if one.place.line >= first else _joined(root, one.place.line),
        }
        for one in found
    ]


def _joined(root: Node | None, line: int) -> str:
    return ".".join(map(str, _way(root, line)))


def _way(node: Node | None, line: int) -> Iterator[str | int]:
    """The keys and places that lead to the value on a line."""
    if isinstance(node, Mapping):
        above = [(key, value) for key, value in node.pairs if key.line <= line]
        if above:
            key, value = above[-1]
            yield key.text
            yield from _way(value, line)
    elif isinstance(node, Sequence):
        places = [place for place, item in enumerate(node.items) if item.line <= line]
        if places:
            yield places[-1]
            yield from _way(node.items[places[-1]], line)


def now() -> datetime:
    """The moment of the clock."""
    return datetime.now(UTC)
