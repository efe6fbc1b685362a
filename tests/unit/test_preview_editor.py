"""What the page of a brief asks and saves: small patches, never over newer work, and nothing public by accident."""

import json
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from desk_site import HOST, Asked, desk_of, posted

from annotated_briefings.cli.main import main

BRIEF = """\
---
title: The harbour closes for a night
date: 2026-03-14
summary: A storm closed the harbour.
tags: [ferries]   # one
draft: true
sources:
  - {outlet: Quay Letter, title: Harbour closed}
annotations:
  # by the desk
  - quote: closed on Friday
    note: The log says so.
imported: {id: "0123456789ab", derived: [date, outlet], suggested: {story: storm-night}}
---
The harbour was closed on Saturday night, and forty ferries waited outside.

On Sunday 12,500 passengers went ashore.
"""
PATH = "briefings/harbour.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    (tmp_path / PATH).write_text(BRIEF, encoding="utf-8")
    return tmp_path


@pytest.fixture
def page(site: Path) -> Asked:
    return Asked(desk_of(site), PATH)


def changed(page: Asked, before: str = BRIEF) -> list[str]:
    lines = unified_diff(before.splitlines(), page.file.read_text(encoding="utf-8").splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def test_the_page_knows_every_field_the_guesses_the_notes_and_what_is_wrong(page: Asked) -> None:
    state = page.ask("state")
    fields = {field["name"]: field for field in state["form"]}
    assert fields["title"]["value"] == "The harbour closes for a night"
    assert fields["tags"]["names"] == "tag"
    assert [one["names"] for one in fields["entities"]["inner"]] == ["entity", "entity"]
    assert [(g["field"], g["shown"], g["suggested"], g["hidden"]) for g in state["guesses"]] == [
        ("date", "2026-03-14", False, True),
        ("story", "storm-night", True, True),
        ("outlet", "Quay Letter", False, True),
    ]
    [note] = state["notes"]
    assert (note["lost"], note["proposed"]) == (True, "closed on Saturday")
    assert [(p["code"], p["at"]) for p in state["problems"]] == [("orphan-annotation", "annotations.0.quote")]
    assert (state["draft"], state["held"], state["zone"], state["undo"]) == (True, "a draft", "Europe/Berlin", "")


def test_what_is_typed_is_shown_and_checked_before_it_is_saved(page: Asked) -> None:
    fields = {"title": "The port closes", "date": "soon"}
    typed: dict[str, Any] = {"base": BRIEF, "fields": fields, "body": "Another *text*.\n"}
    shown = page.ask("preview", **typed)
    assert shown["page"] == ""
    assert ("wrong-type", "date") in [(p["code"], p["at"]) for p in shown["problems"]]
    del fields["date"]
    shown = page.ask("preview", **typed)
    assert "The port closes" in shown["page"]
    assert "Another <em>text</em>." in shown["page"]
    assert changed(page) == []


def test_fields_and_text_are_saved_by_their_own_lines_and_can_be_undone(page: Asked) -> None:
    done = page.save(
        fields={"tags": ["ferries", "harbour"]}, body=BRIEF.partition("\n---\n")[2].replace("12,500", "12,600")
    )
    assert (done["merged"], done["state"]["undo"]) == (False, "edited “The harbour closes for a night”")
    assert changed(page) == [
        "-tags: [ferries]   # one",
        "+tags: [ferries, harbour]   # one",
        "-On Sunday 12,500 passengers went ashore.",
        "+On Sunday 12,600 passengers went ashore.",
    ]
    assert page.ask("act", do="undo")["done"] == "undo: edited “The harbour closes for a night”"
    assert changed(page) == []
    page.ask("act", do="redo")
    assert len(changed(page)) == 4


def test_what_somebody_else_changed_meanwhile_is_kept_beside_what_was_typed(page: Asked) -> None:
    theirs = BRIEF.replace("forty ferries", "fifty ferries").replace("draft: true", "draft: true\nlang: en")
    page.file.write_text(theirs, encoding="utf-8")
    done = page.save(BRIEF, fields={"title": "The port closes"})
    assert done["merged"]
    assert changed(page, theirs) == ["-title: The harbour closes for a night", "+title: The port closes"]


@pytest.mark.parametrize(("prefer", "title"), [("mine", "The port closes"), ("file", "By hand")])
def test_where_both_changed_the_same_lines_both_are_shown_and_nothing_is_written(
    page: Asked, prefer: str, title: str
) -> None:
    theirs = BRIEF.replace("The harbour closes for a night", "By hand").replace("forty", "fifty")
    page.file.write_text(theirs, encoding="utf-8")
    typed: dict[str, Any] = {"fields": {"title": "The port closes", "summary": "Shorter."}}
    [part] = page.save(BRIEF, **typed)["parts"]
    assert (part["mine"], part["file"]) == ("title: The port closes\n", "title: By hand\n")
    assert page.file.read_text(encoding="utf-8") == theirs
    page.save(BRIEF, **typed, prefer=prefer)
    text = page.file.read_text(encoding="utf-8")
    assert f"title: {title}\n" in text
    assert "summary: Shorter.\n" in text
    assert "fifty ferries" in text


def test_an_error_is_saved_only_where_the_editor_says_so(page: Asked) -> None:
    done = page.save(fields={"date": "soon"})
    assert [error["at"] for error in done["errors"]] == ["date"]
    assert changed(page) == []
    done = page.save(fields={"date": "soon"}, force=True)
    assert done["state"]["url"] == ""
    assert "+date: soon" in changed(page)
    # A brief that cannot be read is still edited, field by field.
    page.save(fields={"date": "2026-03"})
    assert "+date: 2026-03" in changed(page)


def test_a_front_matter_that_cannot_be_read_is_edited_as_a_whole_file(page: Asked) -> None:
    broken = BRIEF.replace("tags: [ferries]", "tags: [ferries")
    page.file.write_text(broken, encoding="utf-8")
    page.desk.preview.take([PATH])
    state = page.ask("state")
    assert (state["form"], state["text"]) == ([], broken)
    page.save(file=BRIEF, fields={})
    assert changed(page) == []


def test_selected_words_tell_what_a_note_a_point_and_a_figure_would_be(page: Asked) -> None:
    result = page.ask("look", base=BRIEF, quote="passengers", before="12,500 ", after=" went")
    assert result["words"]["quote"] == "passengers"
    assert result["words"]["value"] == "12,500"
    assert result["sources"] == []
    assert page.ask("look", base=BRIEF, quote="not there")["words"] is None
    body = page.ask("link", base=BRIEF, quote="forty ferries", target="https://quay.example/")["body"]
    assert "[forty ferries](https://quay.example/) waited" in body
    assert changed(page) == []


def test_a_name_is_written_into_the_brief_and_declared_in_one_step(page: Asked, site: Path) -> None:
    page.save(fields={"entities": {"mentions": ["Sunday"]}}, declare={"name": "Sunday", "type": "event"})
    assert changed(page) == ["+entities:", "+  mentions: [Sunday]"]
    assert (site / "briefings" / "entities.yaml").read_text(encoding="utf-8") == "sunday: {name: Sunday, type: event}\n"
    page.ask("act", do="undo")
    assert changed(page) == []
    assert not (site / "briefings" / "entities.yaml").exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"entities": {"about": ["Brightwater"]}},
        {"entities": {"mentions": ["Brightwater", "Nobody Here"]}},
        {"tags": ["never-seen"]},
        {"story": "never-seen"},
        {"sources": [{"outlet": "Never Seen Post", "url": "https://never.example/a"}]},
        {"date": "2031-01-01"},
        {"slug": "never-seen"},
        {"lang": "de"},
        {"redirect_from": ["/old/"]},
        {"image": {"src": "nothing.jpg", "alt": "Nothing"}},
        {"answers": [{"question": "Who?", "answer": "*Nobody*."}]},
        {"unknowns": ["Who?"]},
        {"corrections": [{"was": "a", "now": "b"}]},
        {"draft": "false"},
        {"embargo_until": "2031-01-01 08:00"},
    ],
    ids=str,
)
def test_the_page_is_shown_with_whatever_no_other_brief_has(page: Asked, site: Path, fields: dict[str, Any]) -> None:
    (site / "briefings" / "entities.yaml").write_text("brightwater: {name: Brightwater}\n", encoding="utf-8")
    page.desk.preview.open()
    shown = page.ask("preview", base=BRIEF, fields=fields)
    assert "slug" in fields or "The harbour closes" in shown["page"]
    assert page.save(fields=fields, release="keep")["state"]["url"]
    assert (
        page.desk.preview.session.file(page.ask("state")["url"].strip("/") + "/index.html") is not None
        or "slug" in fields
    )


def test_each_guess_is_confirmed_or_taken_out_by_its_own_lines(page: Asked) -> None:
    page.ask("act", do="confirm", fields=["date"])
    page.ask("act", do="refuse", fields=["story"])
    assert changed(page) == [
        '-imported: {id: "0123456789ab", derived: [date, outlet], suggested: {story: storm-night}}',
        '+imported: {id: "0123456789ab", derived: [outlet]}',
    ]
    page.ask("act", do="confirm", fields="all")
    assert page.ask("state")["guesses"] == []


def test_the_gate_tells_what_is_guessed_missing_and_would_become_public(page: Asked) -> None:
    page.file.write_text(BRIEF.replace("summary: A storm closed the harbour.\n", ""), encoding="utf-8")
    gate = page.ask("gate")
    bare = Asked(page.desk, "briefings/bare.md")
    bare.file.write_text(
        "---\ntitle: Bare\ndraft: true\nsources: [{title: A leaflet}]\n---\nWords.\n", encoding="utf-8"
    )
    page.desk.preview.open()
    assert [(one["message"], one["at"]) for one in bare.ask("gate")["missing"]] == [
        ("the brief has no summary", ""),
        ("the brief has no date, so no feed and no day of the archive shows it", "date"),
        ("source 1 has no outlet", "sources.0.outlet"),
        ("the brief has no tags", "tags"),
    ]
    assert gate["errors"] == []
    assert [guess["field"] for guess in gate["guesses"]] == ["date", "story", "outlet"]
    assert [one["message"] for one in gate["missing"]] == [
        "the brief has no summary",
        "`closed on Friday` is not in the text",
    ]
    assert gate["appears"] == [
        {"heading": "Tags", "names": ["ferries"]},
        {"heading": "Story", "names": ["storm-night"]},
        {"heading": "Sources", "names": ["Quay Letter"]},
        {"heading": "Day", "names": ["2026-03-14"]},
    ]
    assert gate["held"] == ""


def test_a_brief_with_an_error_is_not_published(page: Asked) -> None:
    wrong = BRIEF.replace("tags:", "key_points: [{text: It was., quote: not in the text}]\ntags:")
    page.file.write_text(wrong, encoding="utf-8")
    page.desk.preview.take([PATH])
    for do in ("publish", "schedule"):
        done = page.ask("act", do=do, when="2031-03-15T08:00")
        assert (done["done"], [p["code"] for p in done["problems"]]) == ("", ["unsupported-quote"])
    assert changed(page, wrong) == []


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ({"do": "publish"}, ["-draft: true", "+draft: false"]),
        (
            {"do": "publish", "guesses": "confirm"},
            [
                "-draft: true",
                "+story: storm-night",
                "+draft: false",
                '-imported: {id: "0123456789ab", derived: [date, outlet], suggested: {story: storm-night}}',
                '+imported: {id: "0123456789ab"}',
            ],
        ),
        (
            {"do": "schedule", "when": "2031-03-15T08:00"},
            ["-draft: true", "+draft: false", "+publish_at: 2031-03-15 08:00"],
        ),
        ({"do": "hold"}, []),
    ],
)
def test_a_button_writes_what_a_person_would_type_and_can_be_undone(
    page: Asked, asked: dict[str, str], lines: list[str]
) -> None:
    done = page.ask("act", **asked)
    assert done["problems"] == []
    assert changed(page) == lines
    if lines:
        page.ask("act", do="undo")
        assert changed(page) == []


def test_a_time_is_written_with_its_zone_where_the_site_names_none(site: Path) -> None:
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    again = Asked(desk_of(site), PATH)
    again.ask("act", do="schedule", when="2031-03-15T08:00")
    assert changed(again)[2] == "+publish_at: 2031-03-15T08:00:00Z"


@pytest.mark.parametrize(
    ("when", "message"),
    [("", "no time is given"), ("2031-03-30T02:30", "no such time is on the clock there that day")],
)
def test_a_time_that_is_none_is_refused(page: Asked, when: str, message: str) -> None:
    assert [p["message"] for p in page.ask("act", do="schedule", when=when)["problems"]] == [message]
    assert changed(page) == []


def test_a_lost_note_takes_the_words_that_are_proposed(page: Asked) -> None:
    [note] = page.ask("state")["notes"]
    page.ask("act", do="take-words", note=note["id"])
    assert changed(page)[:2] == ["-  - quote: closed on Friday", "+  - quote: closed on Saturday"]
    assert page.ask("state")["notes"][0]["lost"] is False


def test_a_rejected_draft_goes_and_comes_back_by_undo(page: Asked) -> None:
    page.file.write_text(BRIEF.replace('imported: {id: "0123456789ab", ', "imported: {"), encoding="utf-8")
    page.desk.preview.take([PATH])
    before = page.file.read_text(encoding="utf-8")
    assert page.ask("act", do="reject")["state"] is None
    assert not page.file.exists()
    page.ask("act", do="undo")
    assert page.file.read_text(encoding="utf-8") == before


def test_an_imported_draft_that_is_rejected_stays_away_until_that_is_undone(site: Path) -> None:
    article = {
        "title": "Lock gate freed",
        "outlet": "Quay Letter",
        "date": "2026-03-03",
        "text": "Divers have freed the lock gate of the inner basin, five days before the day that the port had named.",
    }
    (site / "wire.jsonl").write_text(json.dumps(article), encoding="utf-8")
    command = ["--site", str(site), "import", str(site / "wire.jsonl")]
    assert main(command) == 0
    path = next((site / "briefings" / "2026").glob("*.md")).relative_to(site).as_posix()
    page = Asked(desk_of(site), path)
    # Also where somebody has edited it.
    page.save(fields={"summary": "Shorter."})
    before = page.file.read_bytes()
    assert page.ask("act", do="reject")["problems"] == []
    assert not page.file.exists()
    assert main(command) == 0
    assert not page.file.exists()
    page.ask("act", do="undo")
    assert page.file.read_bytes() == before
    assert not (site / "briefings" / "decisions.yaml").exists()
    assert main(command) == 0
    assert page.file.read_bytes() == before


def test_what_is_no_draft_is_not_rejected(page: Asked) -> None:
    page.ask("act", do="publish")
    assert [p["message"] for p in page.ask("act", do="reject")["problems"]] == ["`briefings/harbour.md` is no draft"]
    assert page.file.exists()


def test_names_are_suggested_by_what_they_hold_with_those_that_begin_so_first(page: Asked, site: Path) -> None:
    (site / "briefings" / "entities.yaml").write_text(
        "b: {name: Old Harbour, aliases: [Quay Two]}\na: {name: Harbour City, type: place}\n", encoding="utf-8"
    )
    page.desk.preview.open()

    def names(kind: str, typed: str) -> list[str]:
        return [one["value"] for one in page.ask("names", kind=kind, typed=typed)["names"]]

    assert names("entity", "harb") == ["Harbour City", "Old Harbour"]
    assert names("entity", "QUAY") == ["Old Harbour"]
    assert names("tag", "ferr") == ["ferries"]
    assert names("story", "") == ["storm-night"]
    assert names("brief", "closes") == ["harbour"]
    assert names("nothing", "a") == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"REMOTE_ADDR": "192.168.1.7"}, "403 Forbidden"),
        ({"HTTP_ORIGIN": "https://evil.example"}, "403 Forbidden"),
        ({"HTTP_ORIGIN": "", "HTTP_REFERER": ""}, "403 Forbidden"),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, "403 Forbidden"),
        ({"HTTP_X_DESK_TOKEN": "guessed"}, "403 Forbidden"),
        ({"HTTP_X_DESK_TOKEN": "gu\u00e9ssed"}, "403 Forbidden"),
        ({"REQUEST_METHOD": "GET"}, "404 Not Found"),
        ({}, "200 OK"),
    ],
)
def test_only_a_page_of_this_preview_on_this_machine_may_ask(page: Asked, change: dict[str, str], status: str) -> None:
    body = json.dumps({"path": PATH, "do": "publish"}).encode()
    environ = posted(body, **{"HTTP_X_DESK_TOKEN": page.desk.token, **change})
    assert page.desk.answer("/_desk/api/act/", environ)[0] == status
    assert bool(changed(page)) == (status == "200 OK")


@pytest.mark.parametrize(
    ("question", "body"),
    [("act", b"{"), ("act", b"[]"), ("nothing", b"{}"), ("act", b'{"do": "x"}'),
     ("state", b'{"path": "../../etc/passwd"}'),
     ("save", b'{"path": "briefings/harbour.md", "base": "", "fields": {"imported": {}}}'),
     ("save", b'{"path": "briefings/harbour.md", "base": "", "fields": [1]}'),
     ("act", b'{"path": "site.yaml", "do": "publish"}')],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_is_refused_and_changes_nothing(
    page: Asked, question: str, body: bytes
) -> None:
    environ = posted(body, HTTP_X_DESK_TOKEN=page.desk.token)
    status = page.desk.answer(f"/_desk/api/{question}/", environ)[0]
    assert status in ("404 Not Found", "409 Conflict")
    assert changed(page) == []


@pytest.mark.parametrize("name", ["desk.js", "desk.css"])
def test_scripts_and_styles_are_given_and_no_other_file(page: Asked, name: str) -> None:
    def got(path: str) -> str:
        return page.desk.answer(f"/_desk/files/{path}/", {"REMOTE_ADDR": "192.168.1.7"})[0]

    assert got(name) == "200 OK"
    for other in ("../app.py", "%2e%2e/app.py", "nothing.js", "", ".."):
        assert got(other) == "404 Not Found"


def test_a_brief_that_has_no_page_is_edited_on_one_of_its_own(page: Asked) -> None:
    own: dict[str, Any] = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": HOST, "QUERY_STRING": f"path={PATH}"}
    status, headers, body = page.desk.answer("/_desk/edit/", own)
    assert status == "200 OK"
    assert b'<meta name="desk" content="briefings/harbour.md"' in body
    assert "'unsafe-inline'" not in dict(headers)["Content-Security-Policy"]
    other = {**own, "QUERY_STRING": "path=site.yaml"}
    assert page.desk.answer("/_desk/edit/", other)[0] == "404 Not Found"
