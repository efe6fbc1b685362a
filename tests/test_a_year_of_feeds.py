"""Whoever subscribes to the feeds of a site sees each brief and correction as new once, whatever happens in a year."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import feedparser
import pytest
from small_site import Case

from annotated_briefings.cli.main import main

pytestmark = pytest.mark.slow

SITE = "https://harbour.example"
SETTINGS = f"title: Harbour\nbase_url: {SITE}\ntime_zone: Europe/Stockholm\nfeed_briefs: 6\n"
WIRE = (
    "The harbour board of Lund approved the second crane on Monday after a long debate about noise and money.",
    "Work is to begin in March and will cost 40 million kronor, the board said in its minutes of the day.",
    "Residents of the old quay had asked for a study of the noise before any decision, and were refused.",
)
LATER = "The mayor said on Tuesday that the study would come later in the spring, once the money was found."
FEEDS = ("feed.xml", "rss.xml", "feed.json", "corrections/feed.xml", "tags/cranes/feed.xml", "entities/kran/feed.xml")
"""What a reader subscribes to in January, and never again."""


def text_of(case: Case, stem: str) -> tuple[Path, str]:
    [file] = [p for p in (case.root / "briefings").rglob("*.md") if p.stem == stem]
    return file, file.read_text(encoding="utf-8")


def change(case: Case, stem: str, old: str, new: str) -> None:
    file, text = text_of(case, stem)
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def command(case: Case, *words: str) -> None:
    assert main(["--site", str(case.root), *words]) == 0


def renamed(case: Case, old: str, new: str) -> None:
    """A file is renamed, and the old address kept as the warning says."""
    file, _ = text_of(case, old)
    case.build()
    file.rename(file.with_name(f"{new}.md"))
    command(case, "redirects", "add")


def wire(case: Case, day: str, *paragraphs: str) -> None:
    record = {"title": "Board approves second crane", "url": "https://quay.example/crane", "outlet": "Quay Letter"}
    text = "\n\n".join(paragraphs)
    case.take_in(f"wire-{day}.json", json.dumps([{**record, "published": day, "text": text}]))


def brief(case: Case, number: int, **more: str) -> None:
    extra = "".join(f"\n{key}: {value}" for key, value in more.items())
    head = f"title: Brief {number}\ndate: 2026-01-{number:02}\ntags: [cranes]\nentities: [Kran AG]{extra}"
    case.brief(f"brief-{number}", head, f"Brief {number} is about the crane of Kran AG.\n")


WAS = "corrections: [{date: 2026-02-03, was: nine, now: ten}]"
BEFORE = "corrections: [{date: 2026-02-01, was: red, now: blue}, {date: 2026-02-03, was: nine, now: ten}]"

YEAR: dict[str, tuple[Callable[[Case], object], int]] = {
    "a brief is added": (lambda case: brief(case, 7), 1),
    "a headline and a date are corrected": (
        lambda case: change(case, "brief-2", "title: Brief 2\ndate: 2026-01-02", "title: Second\ndate: 2025-12-31"),
        0,
    ),
    "a correction is made": (lambda case: change(case, "brief-3", "tags:", f"{WAS}\ntags:"), 1),
    "an older correction is put above it": (lambda case: change(case, "brief-3", WAS, BEFORE), 1),
    "a file is renamed": (lambda case: renamed(case, "brief-4", "crane-licence"), 0),
    "an address is changed": (
        lambda case: change(case, "brief-5", "tags:", "slug: fifth\nredirect_from: [/briefs/brief-5/]\ntags:"),
        0,
    ),
    "the source of an imported brief has a new text": (lambda case: wire(case, "2026-03-02", *WIRE, LATER), 0),
    "a tag is renamed": (lambda case: command(case, "tags", "rename", "cranes", "lifting gear"), 0),
    "two entities are merged": (lambda case: command(case, "entities", "merge", "kran", "kran-group"), 0),
    "an entity is renamed": (lambda case: command(case, "entities", "rename", "kran-group", "Kran Holding"), 0),
    "a brief is held back": (lambda case: change(case, "brief-6", "tags:", "draft: true\ntags:"), 0),
    "and is public again": (lambda case: change(case, "brief-6", "draft: true\n", ""), 0),
    "files are put into another folder": (
        lambda case: [
            file.rename(file.parent / "2026" / file.name)
            for file in sorted((case.root / "briefings").glob("brief-*.md"))
        ],
        0,
    ),
    "the site moves": (
        lambda case: case.write(
            "site.yaml", SETTINGS.replace(SITE, "https://quay.example") + "id_host: harbour.example\n"
        ),
        0,
    ),
    "a brief is deleted": (lambda case: text_of(case, "brief-7")[0].unlink(), 0),
    "a last brief is added": (lambda case: brief(case, 9, id="0f5b2c"), 1),
}
"""What happens, and how many entries are then new."""


@dataclass
class Reader:
    """A program that follows feeds: it knows entries by their ids, as such programs do, and follows redirects."""

    case: Case
    seen: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in FEEDS})

    def poll(self) -> dict[str, list[str]]:
        """The entries of each feed that are new."""
        rules = dict(re.findall(r"^/(\S+) \S*?(?<![:/])/(\S+) 301$", self.redirects(), re.M))
        found = {}
        for name in FEEDS:
            data = (self.case.root / "_site" / rules.get(name, name)).read_bytes()
            if name.endswith(".json"):
                ids = [item["id"] for item in json.loads(data)["items"]]
            else:
                feed = feedparser.parse(data)
                assert not feed.bozo
                ids = [entry.id for entry in feed.entries]
            assert len(set(ids)) == len(ids)
            found[name] = [one for one in ids if one not in self.seen[name]]
            self.seen[name].update(ids)
        return found

    def redirects(self) -> str:
        file = self.case.root / "_site" / "_redirects"
        return file.read_text(encoding="utf-8") if file.exists() else ""


@pytest.mark.parametrize("host", ["", "nginx"])
def test_nothing_reappears_as_new(tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
    """With a host that redirects, and one that does not."""
    line = f"host: {host}\n" if host else ""
    case = Case(tmp_path / "site", SETTINGS + line)
    case.write(
        "briefings/entities.yaml",
        "kran: {name: Kran AG, type: company}\nkran-group: {name: Kran Group, type: company}\n",
    )
    for number in range(1, 7):
        brief(case, number)
    wire(case, "2026-03-01", *WIRE)
    reader = Reader(case)
    case.build()
    first = reader.poll()
    assert [len(first[name]) for name in FEEDS] == [6, 6, 6, 0, 6, 6]
    known = {entry for entries in first.values() for entry in entries}
    for what, (edit, new) in YEAR.items():
        edit(case)
        settings = (case.root / "site.yaml").read_text(encoding="utf-8")
        if line not in settings:
            case.write("site.yaml", settings + line)
        case.build()
        found = {entry for entries in reader.poll().values() for entry in entries}
        # A feed holds the newest entries alone: what another feed has shown is not new to whoever reads both.
        assert len(found - known) == new, what
        known |= found
    capsys.readouterr()
