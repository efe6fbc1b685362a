"""What a save writes beside what was typed: the old address of a public brief that moves."""

from pathlib import Path

import pytest
from desk_site import Asked, Lists, desk_of

PATH = "briefings/harbour.md"
HEAD = "title: The harbour\ndate: 2026-03-14\nsummary: A storm.\ntags: [ferries]\nsources: [{outlet: Quay Letter}]\n"


def page_of(site: Path, more: str) -> Asked:
    (site / "briefings").mkdir(exist_ok=True)
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    (site / PATH).write_text(f"---\n{HEAD}{more}\n---\nForty ferries waited.\n", encoding="utf-8")
    return Asked(desk_of(site), PATH)


@pytest.mark.parametrize(
    ("more", "slug", "written", "kept"),
    [
        ("lang: en", "port", "redirect_from: [/briefs/harbour/]", "/briefs/harbour/"),
        ("slug: quay", "port", "redirect_from: [/briefs/quay/]", "/briefs/quay/"),
        ("slug: quay\nredirect_from: [/old/]", "port", "redirect_from: [/old/, /briefs/quay/]", "/briefs/quay/"),
        ("slug: quay", "", "redirect_from: [/briefs/quay/]", "/briefs/quay/"),
        # Back to an address that it had.
        ("slug: quay\nredirect_from: [/briefs/port/]", "port", "redirect_from: [/briefs/quay/]", "/briefs/quay/"),
        (
            "slug: quay\nredirect_from: [/briefs/port/, /old/]",
            "port",
            "redirect_from: [/old/, /briefs/quay/]",
            "/briefs/quay/",
        ),
        # It leads on already, or nobody has seen it.
        ("slug: quay\nredirect_from: [/briefs/quay/]", "port", "redirect_from: [/briefs/quay/]", ""),
        ("draft: true", "port", "", ""),
        ("publish_at: 2099-01-01T10:00Z", "port", "", ""),
    ],
)
def test_a_public_brief_that_moves_keeps_its_old_address(
    tmp_path: Path, more: str, slug: str, written: str, kept: str
) -> None:
    page = page_of(tmp_path, more)
    done = page.save(fields={"slug": slug})
    lines = [
        line.replace('"', "")
        for line in page.file.read_text(encoding="utf-8").splitlines()
        if line.startswith("redirect_from")
    ]
    assert (done["kept"], lines) == (kept, [written] if written else [])
    assert [one["code"] for one in done["state"]["problems"]] == []
    page.ask("act", do="undo")
    assert more in page.file.read_text(encoding="utf-8")


def test_an_address_that_another_brief_has_is_left_to_it(tmp_path: Path) -> None:
    page = page_of(tmp_path, "slug: quay")
    (tmp_path / "briefings" / "quay.md").write_text("---\ntitle: Other\n---\nText.\n", encoding="utf-8")
    page.desk.preview.open()
    assert page.save(fields={"slug": "port"})["kept"] == ""
    assert "redirect_from" not in page.file.read_text(encoding="utf-8")


def test_a_source_without_an_outlet_is_never_called_by_the_headline_of_the_brief(tmp_path: Path) -> None:
    page = page_of(tmp_path, "lang: en")
    text = page.file.read_text(encoding="utf-8")
    point = "key_points: [{text: They waited., quote: Forty ferries waited, source: 1}]\n"
    for source, name in (
        ("{title: The Harbour}", "source 1, not named"),
        ("{title: A leaflet}", "A leaflet"),
        ("{title: The harbour, url: https://www.quay.example/a}", "quay.example"),
        ("{outlet: Quay Letter, title: The harbour}", "Quay Letter"),
    ):
        page.file.write_text(
            text.replace("{outlet: Quay Letter}", source).replace("lang: en\n", point), encoding="utf-8"
        )
        page.desk.preview.take([PATH])
        assert page.ask("state")["sources"] == [name]
        shown = page.desk.preview.session.file("briefs/harbour/index.html")
        assert shown is not None
        html = shown.data.decode("utf-8").partition("<main")[2]
        assert ("source not named" in html) == (name == "source 1, not named")


@pytest.mark.parametrize(
    ("typed", "story", "listed"),
    [
        (
            "Storm Night at the Quay",
            "storm-night-at-the-quay",
            "storm-night-at-the-quay: {title: Storm Night at the Quay}\n",
        ),
        ("storm-night", "storm-night", ""),
        ("The old story", "old", "old: {title: The Old Story}\n"),
        ("old", "old", "old: {title: The Old Story}\n"),
    ],
)
@pytest.mark.parametrize("how", ["save", "bulk"])
def test_a_story_keeps_the_title_that_was_typed(tmp_path: Path, typed: str, story: str, listed: str, how: str) -> None:
    page = page_of(tmp_path, "lang: en")
    stories = tmp_path / "briefings" / "stories.yaml"
    if listed.startswith("old"):
        stories.write_text(listed, encoding="utf-8")
    if how == "save":
        page.save(fields={"story": typed})
    else:
        lists = Lists(page.desk, "drafts")
        [plan] = lists.ask("plan", bulk="story", name=typed, paths=[PATH])["briefs"]
        assert plan["lines"] == [f"+story: {story}"]
        lists.press("bulk", bulk="story", name=typed, paths=[PATH])
    assert f"story: {story}\n" in page.file.read_text(encoding="utf-8")
    assert (stories.read_text(encoding="utf-8") if stories.exists() else "") == listed
    page.ask("act", do="undo")
    assert "story:" not in page.file.read_text(encoding="utf-8")
    assert stories.exists() == listed.startswith("old")


def test_a_suggested_story_is_taken_over_under_its_title(tmp_path: Path) -> None:
    page = page_of(tmp_path, "imported: {suggested: {story: storm-night}}")
    page.ask("act", do="confirm", fields=["story"], title="Storm Night")
    assert "story: storm-night\n" in page.file.read_text(encoding="utf-8")
    listed = (tmp_path / "briefings" / "stories.yaml").read_text(encoding="utf-8")
    assert listed == "storm-night: {title: Storm Night}\n"


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("www.quay.example/a", "https://www.quay.example/a"),
        ("quay.example", "https://quay.example"),
        ("quay.example:8080/x?y=1", "https://quay.example:8080/x?y=1"),
        ("https://quay.example/", "https://quay.example/"),
        ("http://quay.example/", "http://quay.example/"),
    ],
)
def test_an_address_may_be_typed_without_its_scheme(tmp_path: Path, typed: str, target: str) -> None:
    page = page_of(tmp_path, "lang: en")
    body = page.ask("link", base=page.file.read_text(encoding="utf-8"), quote="Forty ferries", target=typed)["body"]
    assert f"[Forty ferries]({target})" in body


@pytest.mark.parametrize("name", ["Node.js", "harbour", "A.B. Quill", "notes.md", "v1.2"])
def test_a_name_is_no_address(tmp_path: Path, name: str) -> None:
    page = page_of(tmp_path, "lang: en")
    (tmp_path / "briefings" / "entities.yaml").write_text("node: {name: Node.js}\n", encoding="utf-8")
    page.desk.preview.open()
    body = page.ask("link", base=page.file.read_text(encoding="utf-8"), quote="Forty ferries", target=name)["body"]
    assert "https://" not in body


BLOCK = """\
figures:
  - value: 8
    unit: "%"
    what: fall in shipments
    # as the log says
    source: 1
  - value: 3
    what: ferries
why_it_matters: Boats.
"""
LAYOUTS = {
    "block": BLOCK,
    "one line each": 'figures:\n  - {value: 8, unit: "%", what: fall in shipments}\n  - {value: 3, what: ferries}\n',
    "brackets": 'figures: [{value: 8, unit: "%", what: fall in shipments}, {value: 3, what: ferries}]\n',
    "last": BLOCK.replace("why_it_matters: Boats.\n", ""),
}
FALL = {"value": "8", "unit": "%", "what": "fall in shipments"}
FERRIES = {"value": "3", "what": "ferries"}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        # The same value, another key of the same figure, the words of a comment in it, and all of it.
        ({"value": "9"}, ("value: 8", "value: 7")),
        ({"value": "9"}, ("fall in shipments", "fall in orders")),
        ({"what": "fall in orders"}, ("value: 8", "value: 7")),
        ({"as_of": "2026-03"}, ('unit: "%"', 'unit: "percent"')),
    ],
)
def test_a_figure_that_was_changed_in_the_file_too_is_shown_with_both_values_and_never_mixed(
    tmp_path: Path, layout: str, mine: dict[str, str], theirs: tuple[str, str]
) -> None:
    page = page_of(tmp_path, LAYOUTS[layout].rstrip("\n"))
    base = page.file.read_text(encoding="utf-8")
    there = base.replace(*theirs)
    page.file.write_text(there, encoding="utf-8")
    page.desk.preview.open()
    typed = {"figures": [{**FALL, "source": "1", **mine} if layout in ("block", "last") else {**FALL, **mine}, FERRIES]}
    [part] = page.save(base, fields=typed)["parts"]
    assert theirs[0] in part["base"]
    assert theirs[1] in part["file"]
    assert theirs[1] not in part["mine"]
    assert all(f"{key}: {value}" in part["mine"].replace('"', "") for key, value in mine.items())
    # Nothing is written before one of them is chosen, and all other changes are in either result.
    assert page.file.read_text(encoding="utf-8") == there
    assert page.save(base, fields=typed, prefer="file")["merged"]
    assert page.file.read_text(encoding="utf-8") == there
    page.save(base, fields={**typed, "summary": "Wind."}, prefer="mine")
    written = page.file.read_text(encoding="utf-8")
    assert theirs[1] not in written
    assert "summary: Wind." in written
    assert all(f"{key}: {value}" in written.replace('"', "") for key, value in mine.items())


@pytest.mark.parametrize("layout", ["block", "one line each"])
def test_another_figure_that_was_changed_in_the_file_stays_changed(tmp_path: Path, layout: str) -> None:
    page = page_of(tmp_path, LAYOUTS[layout].rstrip("\n"))
    base = page.file.read_text(encoding="utf-8")
    page.file.write_text(base.replace("value: 3", "value: 4"), encoding="utf-8")
    page.desk.preview.open()
    fall = {**FALL, "source": "1"} if layout == "block" else FALL
    done = page.save(base, fields={"figures": [{**fall, "value": "9"}, FERRIES]})
    written = page.file.read_text(encoding="utf-8").replace('"9"', "9")
    assert "value: 9" in written
    assert "value: 4" in written
    # Readers saw another value of both.
    assert [(one["was"], one["now"]) for one in done["figures"]] == [("8%", "9%"), ("3", "4")]
