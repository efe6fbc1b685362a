"""The desk of a site, asked in this process as its pages ask it."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from annotated_briefings.preview.desk import DeskPages
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.served import Preview
from annotated_briefings.preview.session import Session

HOST = "127.0.0.1:8000"
OWN = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": HOST, "HTTP_ORIGIN": f"http://{HOST}", "REQUEST_METHOD": "POST"}
"""What the request of a page of the desk says of itself."""


def desk_of(site: Path, person: str = "") -> DeskPages:
    """The desk of a site; files that change while it is open are taken in where the desk changed them itself.
    ``person`` is how its editor signs."""
    session = Session(SessionRequest(site, f"http://{HOST}", drafts=True, search=False, person=person))
    session.open(datetime.now(UTC))
    return DeskPages(Preview(session, lambda _: None))


def posted(body: bytes, **more: str) -> dict[str, Any]:
    """A request of a page of the desk."""
    return {**OWN, "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body), **more}


@dataclass
class Asked:
    """The page of a brief, as far as the desk knows of it."""

    desk: DeskPages
    """The desk."""
    path: str
    """The file of the brief."""

    @property
    def file(self) -> Path:
        """The brief on the disk."""
        return self.desk.preview.root / self.path

    def ask(self, question: str, **data: Any) -> dict[str, Any]:
        """The answer to a question; refusals too."""
        body = json.dumps({"path": self.path, **data}).encode()
        environ = posted(body, HTTP_X_DESK_TOKEN=self.desk.token)
        _, _, answer = self.desk.answer(f"/_desk/api/{question}/", environ)
        found = json.loads(answer)
        assert isinstance(found, dict)
        return found

    def save(self, base: str | None = None, **data: Any) -> dict[str, Any]:
        """Save fields, or a body, typed over the text that the file has, or had."""
        return self.ask("save", base=self.file.read_text(encoding="utf-8") if base is None else base, **data)


@dataclass
class Lists:
    """The lists of the desk, as their page asks for them."""

    desk: DeskPages
    """The desk."""
    section: str
    """The list."""

    @property
    def root(self) -> Path:
        """The site folder."""
        return self.desk.preview.root

    def ask(self, question: str, **data: Any) -> dict[str, Any]:
        """The answer to a question; refusals too."""
        return Asked(self.desk, "").ask(f"lists/{question}", section=self.section, **data)

    @property
    def items(self) -> list[dict[str, Any]]:
        """The entries of the list."""
        found = self.ask("list")["items"]
        assert isinstance(found, list)
        return found

    def press(self, button: str, **data: Any) -> dict[str, Any]:
        """What a button says that it did."""
        return self.ask("press", do=button, **data)
