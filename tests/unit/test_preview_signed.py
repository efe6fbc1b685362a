"""An editor who signs in: notes, new briefs and reviews have their name, and undo takes back their own steps alone."""

from pathlib import Path

import pytest
from desk_site import Asked, desk_of

from annotated_briefings.base.source import Place
from annotated_briefings.content.registry import Person
from annotated_briefings.preview.editor.signing import NoSuchPerson, signature

PEOPLE = """\
rosa-lind: {name: Rosa Lind, initials: RL}
tomas: {name: Tomas Kern}
"""
BRIEF = """\
---
title: The harbour closes for a night
date: 2026-03-14
author: Rosa Lind
tags: [ferries]
draft: true
sources:
  - {outlet: Quay Letter, title: Harbour closed}
---
The harbour was closed on Saturday night.
"""
PATH = "briefings/harbour.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    (tmp_path / "briefings/people.yaml").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / PATH).write_text(BRIEF, encoding="utf-8")
    return tmp_path


def people(*rows: tuple[str, str, str]) -> list[Person]:
    return [Person(id_, name, initials, "", "", "", "", False, Place("p")) for id_, name, initials in rows]


LISTED = people(("rosa-lind", "Rosa Lind", "RL"), ("tomas", "Tomas Kern", ""), ("li", "李 明", "LM"))


@pytest.mark.parametrize(
    ("typed", "signed"),
    [
        ("RL", "RL"),
        ("rl", "RL"),
        ("rosa lind", "RL"),
        (" Rosa  Lind ", "RL"),
        ("rosa-lind", "RL"),
        ("tomas", "Tomas Kern"),
        ("TOMAS KERN", "Tomas Kern"),
        ("李 明", "LM"),
    ],
)
def test_somebody_is_named_by_initials_id_or_name_and_signs_as_the_list_says(typed: str, signed: str) -> None:
    assert signature(LISTED, typed) == signed


def test_where_nobody_is_listed_any_name_signs() -> None:
    assert signature([], "  A.  Guest ") == "A. Guest"


@pytest.mark.parametrize(
    ("listed", "typed", "remedy"),
    [
        (LISTED, "Rosa Lindt", "did you mean `Rosa Lind`?"),
        (LISTED, "Someone Else", "`briefings people list` shows the list"),
        ([], "  ", "`briefings people list` shows the list"),
    ],
)
def test_a_name_that_the_list_lacks_is_refused_with_a_remedy(listed: list[Person], typed: str, remedy: str) -> None:
    with pytest.raises(NoSuchPerson) as refused:
        signature(listed, typed)
    assert refused.value.args == (remedy,)


def test_the_page_knows_who_signs_and_nobody_does_by_default(site: Path) -> None:
    assert Asked(desk_of(site, "RL"), PATH).ask("state")["person"] == "RL"
    assert Asked(desk_of(site), PATH).ask("state")["person"] == ""


@pytest.mark.parametrize(
    ("signed", "offered"), [("", ""), ("RL", ""), ("Rosa Lind", ""), ("Tomas Kern", "Tomas Kern"), ("Guest", "Guest")]
)
def test_the_gate_offers_a_review_to_everyone_but_the_author(site: Path, signed: str, offered: str) -> None:
    assert Asked(desk_of(site, signed), PATH).ask("gate")["reviewer"] == offered


def test_a_review_is_written_with_publishing_once_and_only_where_it_was_ticked(site: Path) -> None:
    page = Asked(desk_of(site, "Tomas Kern"), PATH)
    assert page.ask("act", do="publish", confirm="all")["done"]
    assert page.file.read_text(encoding="utf-8") == BRIEF.replace("draft: true", "draft: false")
    page.ask("act", do="hold")
    assert page.ask("act", do="publish", confirm="all", reviewed=True)["done"]
    once = BRIEF.replace("draft: true", "reviewed_by: Tomas Kern\ndraft: false")
    assert page.file.read_text(encoding="utf-8") == once
    assert page.ask("gate")["reviewer"] == ""
    page.ask("act", do="hold")
    page.ask("act", do="publish", reviewed=True)
    assert page.file.read_text(encoding="utf-8") == once
    page.ask("act", do="hold")
    second = Asked(desk_of(site, "GH"), PATH)
    second.ask("act", do="publish", reviewed=True)
    both = once.replace("reviewed_by: Tomas Kern", "reviewed_by: [Tomas Kern, GH]")
    assert second.file.read_text(encoding="utf-8") == both


def test_an_author_cannot_review_by_a_request_of_their_own(site: Path) -> None:
    page = Asked(desk_of(site, "RL"), PATH)
    page.ask("act", do="publish", reviewed=True)
    assert "reviewed_by" not in page.file.read_text(encoding="utf-8")


def test_a_new_brief_has_its_author(site: Path) -> None:
    Asked(desk_of(site, "RL"), "").ask("new/brief", title="Gulls return", date="2026-04-01", tags=["birds"])
    [written] = (site / "briefings").glob("**/gulls-return.md")
    assert "author: [RL]" in written.read_text(encoding="utf-8").splitlines()


def test_undo_takes_back_what_the_same_person_did_and_nothing_of_others(site: Path) -> None:
    (site / "briefings/other.md").write_text(BRIEF.replace("harbour", "bridge"), encoding="utf-8")
    rosa, tomas = Asked(desk_of(site, "RL"), PATH), Asked(desk_of(site, "Tomas Kern"), "briefings/other.md")
    rosa.save(fields={"title": "By Rosa"})
    tomas.save(fields={"title": "By Tomas"})
    assert rosa.ask("act", do="undo")["done"] == "undo: edited “The harbour closes for a night”"
    assert "By Rosa" not in rosa.file.read_text(encoding="utf-8")
    assert "By Tomas" in tomas.file.read_text(encoding="utf-8")
    assert [one["message"] for one in rosa.ask("act", do="undo")["problems"]] == ["there is nothing to undo"]
    assert tomas.ask("act", do="undo")["done"] == "undo: edited “The bridge closes for a night”"


def test_undo_is_refused_where_another_person_has_edited_the_brief_since(site: Path) -> None:
    rosa, tomas = Asked(desk_of(site, "RL"), PATH), Asked(desk_of(site, "Tomas Kern"), PATH)
    rosa.save(fields={"title": "By Rosa"})
    base = rosa.file.read_text(encoding="utf-8")
    tomas.save(base, fields={"summary": "By Tomas."})
    [refused] = rosa.ask("act", do="undo")["problems"]
    assert (refused["message"], refused["help"]) == (
        f"`{PATH}` has been edited since",
        "take the change back by hand, or with version control; nothing was changed",
    )
    assert "By Rosa" in rosa.file.read_text(encoding="utf-8")
