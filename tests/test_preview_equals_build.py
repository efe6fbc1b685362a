"""The preview in memory shows what a build would write, byte for byte."""

import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from many import LONG

from annotated_briefings.base.diagnostics import Diagnostic, show
from annotated_briefings.build.publishing.manifest import MANIFEST
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.preview.request import SessionRequest
from annotated_briefings.preview.session import Session
from annotated_briefings.project import derive as derive_module
from annotated_briefings.site.checks.table import check_catalog

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "site"
NOW = datetime(2026, 5, 1, tzinfo=UTC)
BASE = "http://127.0.0.1:8000"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(GOLDEN, tmp_path / "site")
    return tmp_path / "site"


def opened(site: Path, *, drafts: bool = True) -> Session:
    session = Session(SessionRequest(site, BASE, drafts, search=False))
    session.open(NOW)
    return session


def built(site: Path, *, drafts: bool = True) -> dict[str, bytes]:
    output = site / ".cache" / "built"
    build(BuildRequest(site, NOW, output=output, base_url=BASE, drafts=drafts, search=False))
    files = {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}
    return {path: data for path, data in files.items() if path != MANIFEST}


def differing(session: Session, files: dict[str, bytes]) -> list[str]:
    return [path for path, data in files.items() if (found := session.file(path)) is None or found.data != data]


@pytest.mark.parametrize("drafts", [True, False])
def test_every_file_is_the_one_that_a_build_writes(site: Path, drafts: bool) -> None:
    files = built(site, drafts=drafts)
    assert len(files) > 110
    assert differing(opened(site, drafts=drafts), files) == []


def test_what_is_wrong_is_what_a_build_says(site: Path) -> None:
    output = site / ".cache" / "built"
    report = build(BuildRequest(site, NOW, output=output, base_url=BASE, drafts=True, search=False))
    own = [show(d) for d in opened(site).diagnostics]
    # Old addresses and links between drawn pages are for `check`, which sees all pages.
    assert [text for text in map(show, report.diagnostics) if "[redirect]" not in text] == own


EDITS = {
    "a word": ("briefings/2026/second-turbine.md", "were ordered from", "were bought from"),
    "a name": ("briefings/2026/zweite-turbine.md", "Tideworks soll sie liefern.", "Harbour City soll sie liefern."),
    "a headline": ("briefings/2026/zweite-turbine.md", "Bremen prüft", "Bremen und Emden prüfen"),
    "a date": ("briefings/2026/zweite-turbine.md", "date: 2026-04-03\nupdated", "date: 2026-02-03\nupdated"),
    "a tag": ("briefings/2026/zweite-turbine.md", "tags: [tidal-power]", "tags: [energy]"),
    "a draft": ("briefings/2026/zweite-turbine.md", "lang: de\ndate", "lang: de\ndraft: true\ndate"),
    "a note": ("briefings/2026/second-turbine.md", "quote: gone from the text", "quote: Harbour City"),
    "a drawing": ("static/img/weser.svg", 'width="400"', 'width="420"'),
    "the registry": ("briefings/entities.yaml", "Chief executive", "Head"),
    "the tag list": ("briefings/tags.yaml", "label: Energy", "label: Power"),
    "the settings": ("site.yaml", "title: ", "title: New "),
}


BOTH = EDITS if LONG else ("a draft",)
"""Edits that are tried with drafts and without; the others are tried in turns."""
IN_TURNS = [(name, at % 2 == 0) for at, name in enumerate(EDITS) if name not in BOTH]


@pytest.mark.parametrize(("name", "drafts"), [*IN_TURNS, *product(BOTH, (True, False))])
def test_after_any_edit_it_is_what_a_clean_build_writes(site: Path, name: str, drafts: bool) -> None:
    session = opened(site, drafts=drafts)
    session.file("index.html")
    path, old, new = EDITS[name]
    text = (site / path).read_text(encoding="utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), encoding="utf-8")
    if session.update({path}, NOW):
        session.settle(NOW)
    assert differing(session, built(site, drafts=drafts)) == []


def test_an_edited_brief_is_shown_before_everything_else_follows(site: Path) -> None:
    session = opened(site)
    path = "briefings/2026/second-turbine.md"
    text = (site / path).read_text(encoding="utf-8")
    (site / path).write_text(text.replace("were ordered from", "were bought from"), encoding="utf-8")
    assert session.update({path}, NOW) is True
    page = "briefs/second-turbine/index.html"
    found = session.file(page)
    assert found is not None
    assert found.data == built(site)[page]


LINKS = {
    "/2026/": True,
    "/2026/04/": True,
    "/2031/": False,
    "/2026/99/": False,
    "/tags/energy/page/1/": True,
    "/tags/energy/page/9/": False,
    "/notes/check/": True,
    "/notes/nothing/": False,
    "/corrections/feed.xml": True,
    "/questions/feed.xml": False,
    "/entities/type/people/": True,
    "/entities/type/laws/": False,
    "/briefs/second-turbine/card.png": False,
    "/briefs/zweite-turbine/annotations.json": True,
    "/sitemap.xml": True,
    "/sitemap-2.xml": False,
    "/opml.xml": True,
    "/sitemap-news.xml": False,
}
"""Addresses that a link may have, and whether the golden site without pictures has a page there."""


def test_a_link_is_broken_in_the_preview_where_it_is_in_a_build(site: Path) -> None:
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("social_images: false\n")
    path = "briefings/2026/second-turbine.md"
    with (site / path).open("a", encoding="utf-8") as file:
        file.writelines(f"\n[{address}]({address})\n" for address in LINKS)
    session = opened(site)
    page = "briefs/second-turbine/index.html"
    assert session.file(page)
    report = build(BuildRequest(site, NOW, output=site / ".cache" / "built", base_url=BASE, drafts=True, search=False))

    def broken(found: Iterable[Diagnostic]) -> dict[int, str]:
        """Line to message; the help of a build may name a page that the preview has not looked at."""
        return {d.place.line: d.message for d in found if f"on {page} leads" in d.message}

    found = broken(report.diagnostics)
    assert broken(session.warnings(page, path)) == found
    wrong = [address for address, exists in LINKS.items() if not exists]
    assert list(found.values()) == [
        f"`{address}` on {page} leads to no {'page' if address.endswith('/') else 'file'}" for address in wrong
    ]


def test_a_save_while_everything_else_follows_is_not_lost(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(site)
    path = site / "briefings" / "2026" / "second-turbine.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("were ordered from", "were bought from"), encoding="utf-8")
    session.update({"briefings/2026/second-turbine.md"}, NOW)

    def saved_meanwhile(*arguments: object) -> object:
        monkeypatch.setattr(derive_module, "check_catalog", check_catalog)
        path.write_text(text.replace("were ordered from", "were leased from"), encoding="utf-8")
        assert session.update({"briefings/2026/second-turbine.md"}, NOW) is True
        return check_catalog(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(derive_module, "check_catalog", saved_meanwhile)
    assert session.settle(NOW) is False
    page = session.file("briefs/second-turbine/index.html")
    assert page is not None
    assert b"were leased from" in page.data
    assert session.settle(NOW) is True
    assert differing(session, built(site)) == []


def test_going_back_to_what_was_first_read_is_followed(site: Path) -> None:
    session = opened(site)
    path = site / "briefings" / "2026" / "second-turbine.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("were ordered from", "were bought from"), encoding="utf-8")
    session.update({"briefings/2026/second-turbine.md"}, NOW)
    path.write_text(text, encoding="utf-8")
    # A file that came and went makes the whole site be read again.
    session.update({"briefings/2026/second-turbine.md", "briefings/2026/gone.md"}, NOW)
    assert differing(session, built(site)) == []


def test_new_and_deleted_briefs_are_followed(site: Path) -> None:
    session = opened(site)
    new = site / "briefings" / "2026" / "new.md"
    new.write_text("---\ntitle: New\ndate: 2026-04-20\n---\nSee [[second-turbine]].\n", encoding="utf-8")
    (site / "briefings" / "2026" / "turbine-ar.md").unlink()
    assert session.update({"briefings/2026/new.md", "briefings/2026/turbine-ar.md"}, NOW) is True
    shown = session.file("briefs/new/index.html")
    assert shown is not None
    assert b"second-turbine" in shown.data
    assert session.settle(NOW)
    files = built(site)
    assert differing(session, files) == []
    assert session.file("briefs/turbine-ar/index.html") is None


@pytest.mark.parametrize("more", ["notes.markdown", "new copy.md", "new (1).md"])
def test_a_new_brief_beside_files_that_are_not_read_is_followed(site: Path, more: str) -> None:
    text = "---\ntitle: Another\ndate: 2026-04-20\n---\nWords.\n"
    folder = site / "briefings" / "2026"
    (folder / more).write_text(text, encoding="utf-8")
    session = opened(site)
    (folder / "new.md").write_text("---\ntitle: New\ndate: 2026-04-20\n---\nNew words.\n", encoding="utf-8")
    paths = [{"briefings/2026/new.md"}]
    for changed in (*paths, *paths):
        if session.update(changed, NOW):
            session.settle(NOW)
        again = opened(site)
        assert differing(session, built(site)) == []
        assert session.diagnostics == again.diagnostics
        (folder / "new.md").unlink(missing_ok=True)


def test_a_broken_brief_stays_as_it_was_and_is_said(site: Path) -> None:
    session = opened(site)
    path = "briefings/2026/second-turbine.md"
    before = session.file("briefs/second-turbine/index.html")
    text = (site / path).read_text(encoding="utf-8")
    (site / path).write_text(text.replace("title:", "titel:"), encoding="utf-8")
    session.update({path}, NOW)
    assert session.file("briefs/second-turbine/index.html") == before
    assert [d.code for d in session.errors()] == ["missing-title"]
    session.settle(NOW)
    assert session.file("briefs/second-turbine/index.html") == before
    assert [d.code for d in session.errors()] == ["missing-title"]
    # Half a file, as an editor that is just writing leaves it.
    (site / path).write_text(text[:40], encoding="utf-8")
    session.update({path}, NOW)
    session.settle(NOW)
    assert session.file("briefs/second-turbine/index.html") == before
    (site / path).write_text(text, encoding="utf-8")
    session.update({path}, NOW)
    session.settle(NOW)
    assert session.errors() == ()
    assert differing(session, built(site)) == []


def test_a_brief_that_cannot_be_read_stays_as_it_was_and_is_said(site: Path) -> None:
    session = opened(site)
    path = site / "briefings" / "2026" / "second-turbine.md"
    before, text = session.file("briefs/second-turbine/index.html"), path.read_bytes()
    path.write_bytes(b"\xff\xfe" + text)
    session.update({"briefings/2026/second-turbine.md"}, NOW)
    assert session.file("briefs/second-turbine/index.html") == before
    assert [d.code for d in session.errors()] == ["not-text"]
    path.write_bytes(text)
    session.update({"briefings/2026/second-turbine.md"}, NOW)
    assert session.errors() == ()
    assert session.file("briefs/second-turbine/index.html") == before


def test_a_template_that_fails_leaves_its_last_good_page(site: Path) -> None:
    session = opened(site)
    before = session.file("index.html")
    (site / "templates").mkdir()
    own = site / "templates" / "home.html"
    own.write_text("{{ page.nothing }}", encoding="utf-8")
    session.update({"templates/home.html"}, NOW)
    assert session.file("index.html") == before
    assert [(d.code, d.place.path, d.place.line) for d in session.errors()] == [("template", "templates/home.html", 1)]
    own.unlink()
    session.update({"templates/home.html"}, NOW)
    assert session.file("index.html") == before
    assert session.errors() == ()


@pytest.mark.parametrize(
    "path",
    [
        "../site.yaml",
        "/etc/passwd",
        "site.yaml",
        "briefings/2026/second-turbine.md",
        "",
        "briefs",
        ".cache/memo.sqlite",
        "briefs/../../site.yaml",
        "briefs/no-such/index.html",
        "favicon.ico",
        "a\0b/index.html",
        "sitemap.xml.gz",
    ],
)
def test_there_is_nothing_but_the_pages_of_the_site(site: Path, path: str) -> None:
    assert opened(site).file(path) is None


def test_the_search_index_is_there_when_it_is_asked_for(site: Path) -> None:
    session = Session(SessionRequest(site, BASE, True, search=True))
    session.open(NOW)
    case = build(BuildRequest(site, NOW, drafts=True, base_url=BASE, output=site / "www"))
    assert not case.failed
    made = list((site / "www" / "search").rglob("*.js"))
    assert made
    for path in made:
        shown = session.file(path.relative_to(site / "www").as_posix())
        assert shown is not None
        assert shown.data == path.read_bytes()


def test_changed_words_of_the_interface_are_shown_on_pages_drawn_before(site: Path) -> None:
    session = opened(site)
    words = site / "templates" / "words.yaml"
    words.parent.mkdir(exist_ok=True)
    for name in ("Threads", "Strands"):
        words.write_text(f"en:\n  stories: {name}\n", encoding="utf-8")
        session.open(NOW)
        page = session.file("index.html")
        assert page
        assert f">{name}</a>".encode() in page.data
    assert differing(session, built(site)) == []
