"""What the page of a brief asks while it is edited, answered as JSON."""

import json
import mimetypes
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.package_files import package_bytes
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import as_data
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.editing.corrections.changed_figures import changed_figures
from annotated_briefings.editing.declare import is_declared, named_story
from annotated_briefings.editing.entities.suggestions import accept
from annotated_briefings.editing.marked_words import likely_type, linked_text, marked_words, selected_passage
from annotated_briefings.preview.editor.actions import act, touched
from annotated_briefings.preview.editor.gate import Gate, gate_of
from annotated_briefings.preview.editor.names import suggested_names
from annotated_briefings.preview.editor.opened import (
    PageQuestion,
    brief_path,
    named,
    now,
    open_brief,
    problem_rows,
    problems_of,
    text_of,
    unsaved_text,
)
from annotated_briefings.preview.editor.pictures import LARGEST_PICTURE, keep_picture
from annotated_briefings.preview.editor.release import chosen_time, release_message
from annotated_briefings.preview.editor.saving import save
from annotated_briefings.preview.editor.shown import guess_row, page_state
from annotated_briefings.preview.known_tasks import SECTIONS
from annotated_briefings.preview.page_answer import FILES, HOME, Response, answer, body_of
from annotated_briefings.preview.served import Preview
from annotated_briefings.project.receipts import sources_holding
from annotated_briefings.reports.brief_tasks import Task
from annotated_briefings.storage.edit_file import Refused
from annotated_briefings.storage.journal import recorded
from annotated_briefings.storage.locks import SOURCES, LockBusy, hold_lock

API = "/_desk/api/"
"""Where the page asks."""
PICTURE = "/_desk/api/picture/"
"""Where the page gives pictures."""
_ADDRESS = regex(r"(?i)(?!\S*\.(?:md|markdown|html?)$)(?:[^\W_][\w-]*\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?")
"""An address as people type it: a host, and perhaps a path."""
LARGEST = 20_000_000
"""Bytes of a question: the text of a brief, twice."""


def file_answer(path: str) -> Response:
    """A script or a style sheet of the desk."""
    name = path.removeprefix(FILES).strip("/")
    if not name.replace(".", "").replace("-", "").isalnum() or ".." in name:
        return answer("404 Not Found", b"there is no such file")
    try:
        data = package_bytes("preview.editor", f"files/{name}")
    except OSError:
        return answer("404 Not Found", b"there is no such file")
    return answer("200 OK", data, mimetypes.guess_type(name)[0] or "text/plain")


def api_answer(preview: Preview, path: str, body: bytes) -> Response:
    """The answer to a question, which is a JSON object: the name of the question is the end of the path."""
    asked = question_of(body)
    ask = _QUESTIONS.get(path.removeprefix(API).strip("/"))
    if ask is None or asked is None:
        return json_answer("404 Not Found", {"problems": []})
    try:
        return json_answer("200 OK", ask(preview, asked))
    except (Refused, LockBusy) as refused:
        return json_answer("409 Conflict", {"problems": problem_rows(refused.args)})


def picture_answer(preview: Preview, environ: Mapping[str, Any]) -> Response:
    """The name that a picture got beside a brief: its bytes are the body of the request."""
    query = parse_qs(environ.get("QUERY_STRING", ""))
    name, asked = query.get("name", [""])[0], {"path": query.get("path", [""])[0]}
    data = body_of(environ, LARGEST_PICTURE + 1)
    try:
        path = brief_path(preview.session, asked)
        with hold_lock(preview.root, SOURCES):
            kept = keep_picture(preview.root, path, name, data)
    except (Refused, LockBusy) as refused:
        return json_answer("409 Conflict", {"problems": problem_rows(refused.args)})
    preview.take([f"{path.rpartition('/')[0]}/{kept}"])
    return json_answer("200 OK", {"file": kept})


def question_of(body: bytes) -> PageQuestion | None:
    """What a page asks; None where that is no JSON object."""
    try:
        asked = json.loads(body.decode("utf-8"))
    except ValueError:
        return None
    return asked if isinstance(asked, dict) else None


def json_answer(status: str, data: Mapping[str, Any]) -> Response:
    """An answer as JSON."""
    # The server of the preview sets its script before what looks like the end of a head.
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return answer(status, text.encode(), "application/json")


def _state(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    """The brief, and its figures that have another value than in a text that the page had ``since``."""
    session, path = preview.session, brief_path(preview.session, asked)
    before = open_brief(session, Source(path, str(asked["since"]))).brief if asked.get("since") else None
    language = session.derived.loaded.config.language
    figures = changed_figures(before, session.derived.briefs.get(path), now(), language)
    return {**as_data(page_state(session, path)), "figures": [as_data(one) for one in figures]}


def _preview(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    """The page as what was typed would make it, and what is wrong with that."""
    path = brief_path(preview.session, asked)
    source = Source(path, unsaved_text(asked, str(asked.get("base", ""))))
    page = preview.session.variant(source, now())
    return {
        "page": page.data.decode("utf-8") if page else "",
        "problems": problems_of(open_brief(preview.session, source)),
    }


def _save(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    """What was typed, saved; or why it was not."""
    session, root = preview.session, preview.root
    path = brief_path(session, asked)
    declare = asked.get("declare") or {}
    found: Sequence[Diagnostic] = ()
    person = session.request.person
    asked, story = _with_story(root, asked)
    with hold_lock(root, SOURCES), recorded(root, person, f"edited {named(session, path)}", touched(path)) as step:
        done = save(session, asked)
        if story and not (done.parts or done.errors or done.publishes):
            named_story(root, story)
        new = bool(declare) and not is_declared(root, str(declare.get("name", "")))
        if new and not (done.parts or done.errors or done.publishes):
            found = accept(root, [str(declare.get("name", ""))], type_=str(declare.get("type", ""))).diagnostics
    if done.parts:
        return {"parts": [{"base": b, "mine": m, "file": f} for b, m, f in done.parts]}
    if done.publishes:
        gate = gate_of(session, Source(path, done.text), now(), preview.tasks)
        return {"gate": gate_row(gate, done.text)}
    if done.errors:
        return {"errors": problem_rows(done.errors, done.text)}
    preview.take(step.changed)
    message = release_message(session, path) if done.released else ""
    return {
        "merged": done.merged,
        "released": message,
        "kept": done.kept,
        "figures": [as_data(one) for one in done.figures],
        "problems": problem_rows(found),
        "state": _state(preview, asked),
    }


def _with_story(root: Path, asked: PageQuestion) -> tuple[PageQuestion, str]:
    """A save with the id of the story that was typed, and the title that was, where the list of stories lacks it."""
    fields = asked.get("fields")
    if not isinstance(fields, dict):
        return asked, ""
    typed = fields.get("story")
    if not isinstance(typed, str) or not typed.strip():
        return asked, ""
    identity = named_story(root, typed.strip(), dry_run=True)
    return {**asked, "fields": {**fields, "story": identity}}, typed.strip()


def _look(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    """What can be told of selected words."""
    path = brief_path(preview.session, asked)
    opened = open_brief(preview.session, Source(path, unsaved_text(asked, str(asked.get("base", "")))))
    brief = opened.attempted
    words = marked_words(brief.body, *_selection(asked)) if brief else None
    if brief is None or words is None:
        return {"words": None}
    known = preview.session.derived.provenances
    found = {one: sources_holding(preview.root, brief, one, known) for one in (words.quote, words.sentence)}
    entity = preview.session.derived.declared.entity(words.quote, brief.language)
    return {
        "words": as_data(words),
        "sources": found[words.quote],
        "sentence_sources": found[words.sentence],
        "entity": {"name": entity.name, "type": entity.type} if entity else None,
        "type": likely_type(words),
    }


def _selection(asked: PageQuestion) -> tuple[str, str, str]:
    return str(asked.get("quote", "")), str(asked.get("before", "")), str(asked.get("after", ""))


def _link(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    """The text with a link on selected words; nothing is saved."""
    path = brief_path(preview.session, asked)
    text = unsaved_text(asked, str(asked.get("base", "")))
    brief = open_brief(preview.session, Source(path, text)).attempted
    passage = selected_passage(brief.body, *_selection(asked)) if brief else None
    linked = linked_text(text, passage, _target(preview, str(asked.get("target", "")).strip())) if passage else None
    split = split_front_matter(Source(path, linked))[0] if linked else None
    return {"body": split.body if split else None}


def _target(preview: Preview, typed: str) -> str:
    """Where a link leads: an address that was typed without its `https://` is one, unless something has that name."""
    known = preview.session.derived.declared.linked(typed)[0]
    return f"https://{typed}" if known is None and _ADDRESS.fullmatch(typed) else typed


def _names(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    found = suggested_names(preview.session.derived, str(asked.get("kind", "")), str(asked.get("typed", "")))
    return {"names": [as_data(one) for one in found]}


def _gate(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    path = brief_path(preview.session, asked)
    source = Source(path, text_of(preview.root, path))
    gate = gate_row(gate_of(preview.session, source, now(), preview.tasks), source.text)
    gate["zone"] = preview.session.derived.loaded.config.time_zone
    return {**gate, "when": as_data(chosen_time(preview.session, str(asked["when"]))) if asked.get("when") else None}


def gate_row(gate: Gate, text: str) -> dict[str, Any]:
    """What is to be known before publishing, for the page."""
    return {
        "errors": problem_rows(gate.errors, text),
        "guesses": [guess_row(guess) for guess in gate.guesses],
        "missing": [
            *problem_rows(gate.doubts, text),
            *({"message": message, "help": remedy, "at": field} for message, remedy, field in gate.lacks),
            *({"message": task.message, "help": "", "at": "", **_place_of(task)} for task in gate.pending),
        ],
        "appears": [{"heading": heading, "names": names} for heading, names in gate.appears],
        "held": gate.held,
        "reviewer": gate.reviewer,
    }


def _place_of(task: Task) -> dict[str, str]:
    """The list of the desk on which a pending task is settled."""
    section = SECTIONS.get(task.kind, "")
    return {"list": f"{HOME}{section}/"} if section else {}


def _act(preview: Preview, asked: PageQuestion) -> dict[str, Any]:
    """What a button did."""
    with hold_lock(preview.root, SOURCES):
        what, changed, found = act(preview.session, asked)
    if changed:
        preview.take(changed)
        if asked.get("do") in ("publish", "schedule") and not found:
            what = release_message(preview.session, str(asked.get("path", "")))
    there = str(asked.get("path", "")) in preview.session.derived.parsed
    return {
        "done": "" if found else what,
        "problems": problem_rows(found),
        "state": _state(preview, asked) if there else None,
    }


_QUESTIONS: Mapping[str, Callable[[Preview, PageQuestion], dict[str, Any]]] = {
    "state": _state,
    "preview": _preview,
    "save": _save,
    "look": _look,
    "link": _link,
    "names": _names,
    "gate": _gate,
    "act": _act,
}
