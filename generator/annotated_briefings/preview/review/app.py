"""The review pages at ``/_desk/`` of the preview: shown to this machine alone, and changed by its own pages alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.preview.page_answer import POLICY, Response, answer, body_of
from annotated_briefings.preview.review.data import act, gather_desk
from annotated_briefings.preview.review.pages import SECTIONS, Beside, desk_page
from annotated_briefings.preview.served import Preview
from annotated_briefings.storage.journal import read_journal

HOME = "/_desk/"
_LARGEST = 200_000
"""Bytes of a form; ours are far smaller."""


@dataclass(slots=True)
class ReviewPages:
    """The lists of the desk, below ``/_desk/``."""

    preview: Preview
    """The site in memory."""
    token: str
    """What every form must bring back."""

    def show(self, path: str, said: Sequence[Diagnostic] = ()) -> Response:
        """The page of a path."""
        section = section_of(path)
        if section not in SECTIONS:
            return answer("404 Not Found", b"there is no such page of the desk")
        session, undo = self.preview.session, read_journal(self.preview.root).undo
        unread = tuple(path for path, one in session.derived.parsed.items() if one.brief is None)
        beside = Beside(tuple(said), session.diagnostics, unread, undo.what if undo else "")
        page = desk_page(gather_desk(self.preview.root, section), section, self.token, beside).encode()
        status = "409 Conflict" if said else "200 OK"
        return answer(status, page, "text/html", ("Content-Security-Policy", POLICY))

    def press(self, path: str, fields: dict[str, str]) -> Response:
        """What a pressed button leads to."""
        if section_of(path) not in SECTIONS:
            return answer("404 Not Found", b"there is no such page of the desk")
        known = self.preview.session.derived.parsed
        said, changed = act(self.preview.root, fields, fields["path"] if fields.get("path") in known else "")
        if changed:
            self.preview.take(changed)
        if said:
            return self.show(path, said)
        return answer("303 See Other", b"", "text/plain", ("Location", f"{HOME}{section_of(path)}/"))


def section_of(path: str) -> str:
    """The section of the desk that a path leads to."""
    return path.removeprefix(HOME).strip("/") or "drafts"


def form_of(environ: dict[str, Any]) -> dict[str, str]:
    """The fields of a form that was sent."""
    text = body_of(environ, _LARGEST).decode("utf-8", "replace")
    return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=50))
