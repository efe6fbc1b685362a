"""What follows from another mistake is not reported (ME-01); what is wrong by itself is."""

from pathlib import Path

import pytest
from small_site import NOW

from annotated_briefings.base.diagnostics import show
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.project.derive import Checks, DeriveOptions, derive
from annotated_briefings.project.load import load_site

BRIEF = """---
title: Lock reopens
date: 2026-03-14
summary: The lock is open again.
entities: [Lock Board, Port Anders]
tags: [locks]
story: new-locks
---
The Lock Board has opened the lock at Port Anders. See [[first-lock]] and [the other](first-lock.md).
"""
FIRST = "---\ntitle: First lock\ndate: 2026-03-01\nsummary: It closed.\nunknowns: [Who pays?]\n---\nIt closed.\n"
SITE = {
    "site.yaml": "title: Canal News\nbase_url: https://canal.example\n",
    "briefings/lock.md": BRIEF,
    "briefings/first-lock.md": FIRST,
    "briefings/entities.yaml": "lock-board: {name: Lock Board}\nport-anders: {name: Port Anders, type: place}\n",
    "briefings/tags.yaml": "locks: {label: locks}\n",
    "briefings/stories.yaml": "new-locks: {title: New locks}\n",
}


def codes(folder: Path, **changed: str | None) -> list[str]:
    """The codes of all that is wrong with the site, some of whose files are other ones; None takes a file away."""
    names = {name: name.replace("/", "_").replace(".", "_").replace("-", "_") for name in SITE}
    files = {name: changed.get(short, SITE[name]) for name, short in names.items()}
    for name, text in {**files, **{k: v for k, v in changed.items() if "/" in k}}.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    options = DeriveOptions(folder, NOW, checks=Checks.THOROUGH)
    return sorted({d.code for d in derive(load_site(folder), options, InMemory()).diagnostics})


def test_nothing_is_wrong_with_the_site_of_these_tests(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    "broken",
    [
        BRIEF.replace("summary:", "draft: flase\nsummary:"),
        BRIEF.replace("title: Lock reopens", "title: Lock: it reopens"),
        BRIEF.replace("date: 2026-03-14", "date: soon"),
        BRIEF.replace("\n---\nThe", "\n----\nThe"),
        BRIEF.replace("The Lock", "<<<<<<< HEAD\nThe Lock").replace("See", "\n=======\n>>>>>>> other\nSee"),
    ],
)
def test_a_brief_that_cannot_be_read_leaves_no_entity_unused(broken: str, tmp_path: Path) -> None:
    [code] = codes(tmp_path, briefings_lock_md=broken)
    assert code in ("wrong-type", "yaml", "front-matter", "merge-conflict")


@pytest.mark.parametrize(
    "broken",
    [
        FIRST.replace("title: First lock", "title: First: lock"),
        FIRST.replace("summary: It closed.", "summary: It closed.\n\tlang: en"),
        FIRST.replace("date: 2026-03-01", "date: 2026-02-30"),
    ],
)
def test_answers_to_a_brief_that_cannot_be_read_are_not_wrong_and_links_name_it(broken: str, tmp_path: Path) -> None:
    answering = BRIEF.replace("story:", "answers: [Who pays?]\nstory:")
    linked, code = codes(tmp_path, briefings_first_lock_md=broken, briefings_lock_md=answering)
    assert linked == "broken-link"
    assert code in ("wrong-type", "yaml")


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("briefings_entities_yaml", "lock-board: {name: Lock Board\nport-anders: {name: Port Anders}\n", "yaml"),
        ("briefings_entities_yaml", "lock-board:\n\tname: Lock Board\nport-anders:\n  name: Port Anders\n", "yaml"),
        ("briefings_entities_yaml", "- name: Lock Board\n- name: Port Anders\n", "wrong-type"),
        ("briefings_entities_yaml", "Lock Board: {type: company}\nport-anders: {name: Port Anders}\n", "wrong-type"),
        ("briefings_tags_yaml", "locks: Locks\nother: {label: Other}\n", "wrong-type"),
        ("briefings_stories_yaml", "new-lock: {title: Other}\nnew-locks: New locks: more\n", "yaml"),
    ],
)
def test_a_list_that_cannot_be_read_leaves_no_name_unknown(file: str, text: str, code: str, tmp_path: Path) -> None:
    assert codes(tmp_path, **{file: text}) == [code]


def test_a_list_under_another_name_is_the_one_thing_that_is_wrong(tmp_path: Path) -> None:
    moved = {"briefings/entities.yml": SITE["briefings/entities.yaml"], "briefings_entities_yaml": None}
    assert codes(tmp_path, **moved) == ["unread-file"]


def test_a_brief_under_another_name_leaves_no_entity_unused(tmp_path: Path) -> None:
    moved = {"briefings/lock.md.txt": BRIEF, "briefings_lock_md": None}
    assert codes(tmp_path, **moved) == ["unread-file"]


@pytest.mark.parametrize(
    ("good", "wrong"),
    [("summary:", "description:"), ("summary:", "Summary:"), ("date:", "datum:"), ("date:", "dtae:")],
)
def test_a_key_of_another_name_is_why_a_field_is_missing(good: str, wrong: str, tmp_path: Path) -> None:
    assert codes(tmp_path, briefings_lock_md=BRIEF.replace(good, wrong)) == ["unknown-key"]


def test_settings_that_cannot_be_read_leave_no_address_missing(tmp_path: Path) -> None:
    assert codes(tmp_path, site_yaml="title: Canal: News\nbase_url: https://canal.example\n") == ["yaml"]
    assert codes(tmp_path, site_yaml="title: Canal News\nbase_url: canal.example\n") == ["config"]


def test_what_no_other_mistake_explains_is_reported_beside_it(tmp_path: Path) -> None:
    wrong = BRIEF.replace("Port Anders]", "Port Andrs]").replace("date: 2026-03-14", "date: soon")
    other = SITE["briefings/entities.yaml"] + "mill: {name: Old Mill}\n"
    found = codes(tmp_path, briefings_lock_md=wrong, briefings_entities_yaml=other)
    assert found == ["unknown-entity", "unused-entity", "wrong-type"]


def test_the_remedy_of_an_unused_entity_is_given_once_all_briefs_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    other = SITE["briefings/entities.yaml"] + "mill: {name: Old Mill}\n"
    assert codes(tmp_path, briefings_entities_yaml=other) == ["unused-entity"]
    options = DeriveOptions(tmp_path, NOW, checks=Checks.THOROUGH)
    [one] = derive(load_site(tmp_path), options, InMemory()).diagnostics
    assert show(one) == (
        "briefings/entities.yaml:3:1: hint[unused-entity]: no brief names `Old Mill`\n"
        "    3 | mill: {name: Old Mill}\n"
        "      | ^^^^\n"
        "  help: it has no page; take the entry out, or add the names that briefs use as `aliases`"
    )
