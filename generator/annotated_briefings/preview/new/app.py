"""What the page for new briefs asks, answered as JSON."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import as_data, replace
from annotated_briefings.importer.operations.redo import can_be_redone
from annotated_briefings.intake.formats.kinds import FORMATS
from annotated_briefings.preview.editor.opened import PageQuestion
from annotated_briefings.preview.new.account import AccountRow, diagnostic_rows
from annotated_briefings.preview.new.empty_brief import new_empty_brief, wrong_language
from annotated_briefings.preview.new.material import PendingMaterial, cut_at, dropped_name, pasted_name
from annotated_briefings.preview.new.pending_import import LARGEST, PendingImport, too_large
from annotated_briefings.preview.page_answer import Response, answer, body_of
from annotated_briefings.preview.served import Preview
from annotated_briefings.site.urls import brief_url
from annotated_briefings.storage.locks import LockBusy

QUESTIONS = "/_desk/api/new/"
"""Where the page asks."""
_HOST = regex(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?]|$)")
"""How an address begins of which the scheme was left out, as people type them into browsers."""
_QUESTION = 25_000_000
"""Bytes of a question; a pasted text is in it."""


@dataclass(slots=True)
class NewBriefs:
    """Answers the page for new briefs."""

    pending: PendingImport
    """What is pending."""

    def answer(self, path: str, environ: Mapping[str, Any]) -> Response:
        """The answer to a question; the name of the question is the end of the path."""
        name = path.removeprefix(QUESTIONS).strip("/")
        if name == "file":
            return self._file(environ)
        ask = _QUESTIONS.get(name)
        with suppress(ValueError):
            asked = json.loads(body_of(environ, _QUESTION).decode("utf-8"))
            if ask and isinstance(asked, dict):
                if name != "state":
                    self.pending.messages, self.pending.done = (), ""
                more = ask(self.pending, asked)
                return _json({**state_of(self.pending, asked.get("have")), **more})
        return _json({}, "404 Not Found")

    def _file(self, environ: Mapping[str, Any]) -> Response:
        """Take in a file that was dropped or chosen: its bytes are the body of the request."""
        name = dropped_name(parse_qs(environ.get("QUERY_STRING", "")).get("name", [""])[0])
        try:
            size = int(environ.get("CONTENT_LENGTH") or 0)
        except ValueError:
            size = 0
        self.pending.messages, self.pending.done = (), ""
        if size > LARGEST:
            self.pending.messages = (too_large(name, size_limit(size)),)
        else:
            self.pending.add(name, body_of(environ, LARGEST))
        return _json(state_of(self.pending, None))


def size_limit(size: int) -> str:
    """What is wrong with a file that is too large."""
    return f"the file has {size / 1e6:.0f} MB; the limit is {LARGEST / 1e6:.0f} MB"


def _json(data: Mapping[str, Any], status: str = "200 OK") -> Response:
    # The server of the preview sets its script before what looks like the end of a head.
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return answer(status, text.encode(), "application/json")


def state_of(pending: PendingImport, have: object) -> AccountRow:
    """Everything that the page shows. The account is left out where the page has it: ``have`` is the revision of the
    account that it shows."""
    material, doing = pending.material, pending.worker.doing
    account = None if doing else pending.account
    last = material.last
    return {
        "revision": material.revision,
        "doing": doing,
        "items": [as_data(one) for one in material.items],
        "options": {name: getattr(material, name) for name in ("outlet", "date", "language", "again")},
        "cuts": [{**as_data(cut), "name": cut.name} for cut in material.cuts],
        "account": None if have == material.revision else account,
        "looked": account is not None,
        "messages": diagnostic_rows(pending.messages),
        "done": pending.done,
        "last": {"run": last.run, "files": last.files, "made": drafts_of(pending.preview, last.made)} if last else None,
        "gone": pending.gone if pending.gone and can_be_redone(pending.root, pending.gone) else "",
        "limit": LARGEST,
        "formats": FORMATS,
    }


def drafts_of(preview: Preview, paths: tuple[str, ...]) -> list[AccountRow]:
    """Drafts that an import wrote, each with its page."""
    briefs = preview.session.derived.briefs
    return [
        {"path": path, "title": briefs[path].title, "url": brief_url(briefs[path].slug)}
        for path in paths
        if path in briefs
    ]


def _state(pending: PendingImport, _: PageQuestion) -> AccountRow:
    """Nothing is changed; what an earlier visit left is looked at, and again where the site has changed since."""
    if pending.material.items and not pending.worker.doing and not pending.is_looked:
        pending.worker.add("reading", pending.look)
    return {}


def _brief(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    try:
        url, found = new_empty_brief(pending.preview, asked)
    except LockBusy as busy:
        url, found = "", busy.args
    return {"url": url, "wrong": diagnostic_rows(found)}


def _text(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    """Take in what was pasted: as a page where the clipboard had one, else as text."""
    text, markup = str(asked.get("text") or ""), str(asked.get("html") or "")
    if (markup or text).strip():
        name = pasted_name(markup or text, bool(markup))
        pending.add(name, (markup or text).encode("utf-8", "replace"))
    return {}


def _address(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    address = str(asked.get("address") or "").strip()
    if address:
        pending.fetch(f"https://{address}" if _HOST.match(address) else address)
    return {}


def _remove(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    wanted = asked.get("ids")
    ids = [one.id for one in pending.material.items] if wanted == "all" else wanted
    pending.remove(one for one in ids or () if isinstance(one, int))
    return {}


def _options(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    """What the editor says of everything that is pending."""
    outlet, when, language = (str(asked.get(name) or "").strip() for name in ("outlet", "date", "language"))
    wrong = list(wrong_language(language))
    if when and read_when(when) is None:
        help_ = "write it as 2023, 2023-05 or 2023-05-12"
        wrong.append(report("refused-change", f"`{when}` is not a date", Place("_desk"), help=help_))
    again = bool(asked.get("again"))
    if not wrong:
        pending.change(lambda old: replace(old, outlet=outlet, date=when, language=language, again=again))
    return {"wrong": diagnostic_rows(wrong)}


def _format(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    """Say what a file is to be read as."""
    form, identity = str(asked.get("format") or ""), asked.get("id")
    if form in ("", *FORMATS):
        pending.change(
            lambda old: replace(
                old, items=tuple(replace(one, format=form) if one.id == identity else one for one in old.items)
            )
        )
    return {}


def _cut(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    """Part or join articles before a paragraph; all parts of a letter or a page where no paragraph is given."""
    line = asked.get("line")
    cut = cut_at(
        bool(asked.get("split")),
        str(asked.get("document") or ""),
        line if isinstance(line, int) else 0,
        str(asked.get("text") or ""),
    )

    def decided(old: PendingMaterial) -> PendingMaterial:
        others = tuple(one for one in old.cuts if replace(one, split=cut.split) != cut)
        return replace(old, cuts=(*others, cut))

    pending.change(decided)
    return {}


def _uncut(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    """Take a decision of this page back."""
    name = asked.get("name")
    pending.change(lambda old: replace(old, cuts=tuple(cut for cut in old.cuts if cut.name != name)))
    return {}


def _import(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    revision = asked.get("revision")
    pending.take(revision if isinstance(revision, int) else -1)
    return {}


def _undo(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    pending.undo(str(asked.get("run") or ""))
    return {}


def _redo(pending: PendingImport, asked: PageQuestion) -> AccountRow:
    pending.redo(str(asked.get("run") or ""))
    return {}


_QUESTIONS: Mapping[str, Callable[[PendingImport, PageQuestion], AccountRow]] = {
    "state": _state,
    "brief": _brief,
    "text": _text,
    "address": _address,
    "remove": _remove,
    "options": _options,
    "format": _format,
    "cut": _cut,
    "uncut": _uncut,
    "import": _import,
    "undo": _undo,
    "redo": _redo,
}
