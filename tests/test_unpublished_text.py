"""Drafts and briefs under embargo: no word of them is published before its time."""

from pathlib import Path

import pytest
from command_line import NOW, call, site_with_a_draft, write_brief


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path)


def test_what_is_held_back_appears_nowhere_until_its_moment(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brief(
        site, "b", "embargo_until: 2026-05-03T00:00:00Z\ntags: [hush]\nentities: [Hushco]", "Nobody may know of it yet."
    )
    write_brief(
        site, "c", "annotations: [{quote: open, note: A remark for the desk alone., status: draft}]", "An open text."
    )
    (site / "briefings" / "entities.yaml").write_text("hushco: {name: Hushco}\n", encoding="utf-8")
    assert call(capsys, site, "build", *NOW)[0] == 0
    texts = [f.read_bytes() for f in (site / "_site").rglob("*") if f.is_file()]
    assert not any(b"Nobody may know" in text or b"Brief b" in text or b"the desk alone" in text for text in texts)
    assert call(capsys, site, "build", "--now", "2026-05-03T00:00:00Z")[0] == 0
    assert b"Nobody may know" in (site / "_site" / "briefs" / "b" / "index.html").read_bytes()


def test_a_leak_fails_the_build_and_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "build", *NOW)[0] == 0
    before = sorted(path for path in (site / "_site").rglob("*"))
    write_brief(site, "b", "draft: true", "The council will sell the old pier to the ferry company in autumn.")
    (site / "templates").mkdir()
    (site / "templates" / "404.html").write_text(
        '{% extends "default:404.html" %}{% block main %}<h1>x</h1><p>The council will <em>sell</em> the old pier to '
        "the ferry company in autumn.</p>{% endblock %}",
        encoding="utf-8",
    )
    write_brief(site, "d", "", "A new public brief.")
    status, _, err = call(capsys, site, "build", *NOW)
    assert status == 1
    assert "error[leak]: 404.html would hold `The council will sell the old pier to the ferry company in…`" in err
    assert sorted(path for path in (site / "_site").rglob("*")) == before
    # Said in public too, it is no secret; and a preview with drafts may show it.
    write_brief(site, "e", "", "The council will sell the old pier to the ferry company in autumn.")
    assert call(capsys, site, "build", *NOW)[0] == 0


def test_a_draft_may_be_called_as_a_heading_of_the_site_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "briefings" / "x.md").write_text(
        "---\ntitle: Briefs before and after\ndraft: true\n"
        "summary: What earlier briefs asked and later ones answered, newest first.\n---\n"
        "The search needs JavaScript. The lists below lead to every brief without it.\n",
        "utf-8",
    )
    write_brief(site, "b", "", "Text.")
    assert call(capsys, site, "build", *NOW)[0] == 0


@pytest.mark.parametrize("answered", ["zq-unread", "https://example.org/news/briefs/c/#note-zq-unread", "zq unread"])
def test_a_public_note_does_not_name_the_draft_that_it_answers(
    site: Path, capsys: pytest.CaptureFixture[str], answered: str
) -> None:
    held = "zq unread" if " " in answered else "zq-unread"
    write_brief(
        site,
        "c",
        "annotations:\n"
        f"  - {{id: {held}, quote: open, note: A remark for the desk alone., status: draft}}\n"
        f'  - {{id: said, quote: text, note: An answer., reply_to: "{answered}"}}\n'
        "  - {id: again, quote: text, note: Another one., reply_to: said}",
        "An open text.",
    )
    assert call(capsys, site, "build", *NOW)[0] == 0
    texts = [f.read_bytes() for f in (site / "_site").rglob("*") if f.is_file()]
    assert not any(b"zq-unread" in text or b"zq%20unread" in text or b"zq unread" in text for text in texts)
    page = (site / "_site" / "briefs" / "c" / "annotations.json").read_text("utf-8")
    assert "#note-said" in page.replace('"id"', "", 1)
    _, out, _ = call(capsys, site, "annotations", "export")
    assert "unread" not in out
