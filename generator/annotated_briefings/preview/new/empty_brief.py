"""A new, empty brief written from a form, as ``briefings new`` writes one."""

from datetime import date
from typing import Any

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.meant.languages import is_language, language_meant
from annotated_briefings.base.names import is_blank
from annotated_briefings.base.source import Place
from annotated_briefings.editing.scaffold import create_brief, free_brief_path
from annotated_briefings.preview.editor.opened import PageQuestion, now
from annotated_briefings.preview.page_answer import BARE
from annotated_briefings.preview.served import Preview
from annotated_briefings.site.urls import brief_url
from annotated_briefings.storage.journal import recorded
from annotated_briefings.storage.locks import SOURCES, hold_lock

_FORM = Place("_desk")


def new_empty_brief(preview: Preview, asked: PageQuestion) -> tuple[str, tuple[Diagnostic, ...]]:
    """Write a brief: the address at which it is edited, or what prevented it. Raises LockBusy."""
    title, day = " ".join(_text(asked, "title").split()), read_day(_text(asked, "date"))
    found = [*_wrong_title(title), *wrong_language(_text(asked, "language"))]
    if day is None:
        found.append(wrong_day(_text(asked, "date")))
    if found or day is None:
        return "", tuple(found)
    person = preview.session.request.person
    with hold_lock(preview.root, SOURCES):
        path = free_brief_path(preview.root, title, day)
        with recorded(preview.root, person, f"wrote {path}", (path,)):
            created = create_brief(preview.root, title, day, _facts(asked, person))
    if created.diagnostics:
        return "", created.diagnostics
    preview.take(created.paths)
    brief = preview.session.derived.briefs.get(path)
    return (f"{brief_url(brief.slug)}#desk-edit" if brief else f"{BARE}?path={path}"), ()


def read_day(text: str) -> date | None:
    """The day that a form gives, today where it gives none; None for a text that is no day."""
    if not text:
        return now().date()
    when = read_when(text)
    return date(when.year, when.month, when.day) if when and when.month and when.day else None


def wrong_day(text: str) -> Diagnostic:
    """The error about a text that is no day."""
    return report("refused-change", f"`{text}` is not a day", _FORM, help="write it as 2026-03-14")


def wrong_language(text: str) -> tuple[Diagnostic, ...]:
    """The error about a text that is no code of a language; none for an empty text."""
    if not text or is_language(text):
        return ()
    meant = language_meant(text)
    help_ = f"did you mean `{meant}`?" if meant else "write a code such as en, de or pt-BR"
    return (report("refused-change", f"`{text}` is no code of a language", _FORM, help=help_),)


def _wrong_title(title: str) -> tuple[Diagnostic, ...]:
    help_ = "give the brief a title, such as Harbour opens"
    return (report("refused-change", "the title is empty", _FORM, help=help_),) if is_blank(title) else ()


def _text(asked: PageQuestion, name: str) -> str:
    return str(asked.get(name) or "").strip()


def _facts(asked: PageQuestion, author: str) -> dict[str, Any]:
    """The values of the front matter besides title and date."""
    tags = [tag for one in asked.get("tags") or () if (tag := str(one).strip())]
    facts: dict[str, Any] = {"author": [author]} if author else {}
    if tags:
        facts["tags"] = tags
    if outlet := _text(asked, "outlet"):
        facts["sources"] = [{"outlet": outlet}]
    facts |= {
        name: value for name, value in (("story", _text(asked, "story")), ("lang", _text(asked, "language"))) if value
    }
    return facts
