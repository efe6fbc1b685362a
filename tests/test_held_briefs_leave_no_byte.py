"""A site with a held brief is byte for byte the site without its files: no page, list, feed, header or picture tells
that there is one."""

from pathlib import Path

import pytest
from small_site import Case
from test_links_to_held_briefs import SILENT

BASE = "https://pages.example/briefs"
HELD = {
    "draft": "draft: true",
    "embargo": "embargo_until: 2031-06-01T00:00:00Z",
    "planned": "publish_at: 2031-06-01T00:00:00Z",
    "expired": "expires_at: 2026-04-01T00:00:00Z",
}
REGISTRIES = {
    "entities.yaml": "bakery: {name: Bakery, type: company}\n"
    "zorvex: {name: Zorvex Holding, type: company, was: [Quillmark], parent: bakery}\n",
    "tags.yaml": "bread: {label: Bread}\ntugsale: {label: Tugsale, parent: bread, aliases: [tug-affair]}\n",
    "stories.yaml": "tug-story: {title: The tug story, description: Seven tugs.}\n",
    "people.yaml": "hid: {name: Hidda Quorl, initials: HQ}\ned: {name: Edda Open, initials: ED}\n",
}
OPEN = """title: Bread is dear
date: 2026-03-02
author: ED
entities: {about: [Bakery]}
tags: [bread]
unknowns: [Who pays?]
sources: [{outlet: The Courier, title: Bread, url: "https://courier.example/b"}]
annotations: [{quote: Bread is baked here, author: ED, note: An open remark.}]"""
EVERY_FIELD = """title: The quorl plan
slug: sackplan
id: quorlid77
date: 2026-03-02
updated: 2026-03-04
lead: true
author: HQ
why_it_matters: Quorl.
what_next: [More quorl.]
unknowns: [Who pays the quorl?]
answers: [{question: Who pays?, answer: Quorl pays.}]
entities: {about: [Zorvex Holding, Bakery]}
tags: [tugsale, bread, quorltag]
story: tug-story
redirect_from: [/old/sackplan-1/]
image: {src: quorl-photo.png, alt: A quorl, credit: HQ}
key_points: [{text: Quorl pays., quote: Quorl body text, source: 1}]
figures: [{value: 8, unit: "%", what: fall in quorls, as_of: 2026-03}]
sources:
  - {outlet: Quorl Bugle, title: Quorl head, url: "https://quorl.example/x"}
  - {outlet: The Courier, title: Quorl head, url: "https://courier.example/x"}
annotations: [{quote: Quorl body text, kind: question, author: HQ, note: A quorl remark.}]
corrections: [{date: 2026-03-03, was: rye, now: wheat, why: a quorl slip}]
lang: de"""
BODY = "Quorl body text, a [paper](sackplan.pdf), ![one](quorl-two.png) and [[open]].\n"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606462060000140008d8d7c5da"
    "0000000049454e44ae426082"
)


def files(root: Path, hold: str, text: str, search: bool = False) -> dict[str, bytes]:
    """All that is published of a site with an open brief, and with a held one where ``hold`` says how."""
    case = Case(root)
    for name, words in REGISTRIES.items():
        case.write(f"briefings/{name}", words)
    case.brief("open", OPEN, f"Bread is baked here by the old mill.\n\n{text}\n")
    case.brief("second", "title: Ovens are cold\ndate: 2026-03-01\ntags: [bread]", "The Bakery has cold ovens.\n")
    if hold:
        case.brief("sackplan", f"{EVERY_FIELD}\n{hold}", BODY)
        for name in ("quorl-photo.png", "quorl-two.png"):
            (root / "briefings" / name).write_bytes(PICTURE)
        (root / "briefings" / "sackplan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    case.build(search=search)
    assert not case.reported("leak")
    folder = root / "_site"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("hold", HELD)
def test_a_held_brief_with_every_field_leaves_no_byte(hold: str, tmp_path: Path) -> None:
    held = files(tmp_path / "held", HELD[hold], "It is.", search=hold == "draft")
    gone = files(tmp_path / "gone", "", "It is.", search=hold == "draft")
    assert "briefs/open/index.html" in held
    assert held.keys() == gone.keys()
    assert [name for name in held if held[name] != gone[name]] == []


@pytest.mark.parametrize("form", [form for form in SILENT if form != "picture"])
def test_words_that_link_to_a_held_brief_are_as_if_nobody_had_linked_them(form: str, tmp_path: Path) -> None:
    words = "See **these words** now." if form == "wikilink in bold" else "See these words now."
    linked = files(tmp_path / "linked", HELD["draft"], SILENT[form])
    plain = files(tmp_path / "plain", "", words)
    assert linked.keys() == plain.keys()
    assert [name for name in linked if linked[name] != plain[name]] == []


def test_links_to_held_briefs_and_to_nothing_look_alike(tmp_path: Path) -> None:
    text = "See [[sackplan|these words]] and [[briefings/sackplan.md|those]] now."
    assert files(tmp_path / "held", HELD["draft"], text) == files(tmp_path / "gone", "", text)


@pytest.mark.parametrize("hold", HELD)
def test_a_brief_that_was_public_leaves_nothing_when_it_is_set_back(hold: str, tmp_path: Path) -> None:
    case = Case(tmp_path)
    for name, words in REGISTRIES.items():
        case.write(f"briefings/{name}", words)
    (tmp_path / "briefings" / "quorl-photo.png").write_bytes(PICTURE)
    case.brief("open", OPEN, "Bread is baked here by the old mill.\n\nSee [[The quorl plan]].\n")
    shared = EVERY_FIELD.replace("tags: [tugsale", "tags: [bread, tugsale").replace("author: HQ", "author: ED")
    case.brief("sackplan", shared, "Quorl body text.\n")
    assert "briefs/sackplan/index.html" in case.build(search=True).files()
    case.brief("sackplan", f"{shared}\n{HELD[hold]}", "Quorl body text.\n")
    left = case.build(search=True).files()
    if hold != "expired":
        # The headline of one whose time is over stays where another brief names it.
        assert [name for name in left if b"uorl" in left[name] or "sackplan" in name] == []
    (tmp_path / "briefings" / "sackplan.md").unlink()
    seen = "The quorl plan" if hold == "expired" else "…"
    case.brief("open", OPEN, f"Bread is baked here by the old mill.\n\nSee {seen}.\n")
    assert case.build(search=True, clean=True).files() == left


def test_an_address_told_by_a_day_is_no_leak_where_a_headline_and_a_day_follow_one_another(tmp_path: Path) -> None:
    case = Case(tmp_path)
    case.brief("open", "title: Bread is dear\nslug: bread-is-dear\ndate: 2026-03-01")
    case.brief("other", "title: Bread is dear\nslug: bread-is-dear-2026-03-01\ndate: 2026-03-01\ndraft: true")
    assert not case.build().reported("leak")
    case.brief(
        "open",
        "title: Bread is dear\nslug: bread-is-dear\ndate: 2026-03-01\nredirect_from: [/bread-is-dear-2026-03-01/]",
    )
    assert case.build().reported("leak")
