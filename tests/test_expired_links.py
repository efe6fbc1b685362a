"""Links to a brief whose time is over: they become plain words, and the brief leaves the site at that very build."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import BASE, Case
from test_links_to_held_briefs import NAMING, SILENT, TITLE, published

from annotated_briefings.base.diagnostics import show
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

BEFORE, AFTER = (datetime(2026, month, 1, tzinfo=UTC) for month in (5, 7))
TEXT = "Nobody knows which quorl it was."
FIELDS = {
    "summary": 'summary: "See [[sackplan]] now."',
    "picture": f'image: {{src: a.png, alt: "See [[{TITLE}]]"}}',
    "source": f'sources: [{{outlet: Ours, title: One, url: "{BASE}/briefs/sackplan/"}}]',
    "note": f'annotations: [{{quote: day, note: "See [[{TITLE}]]"}}]',
    "point": f'key_points: ["See [[{TITLE}]]"]',
    "question": 'unknowns: ["See [[sackplan]]"]',
}
"""Fields that name the brief, and in which it is a link or no more than words."""


def site_with(root: Path, text: str, hold: str, head: str = "") -> Case:
    """A site with a brief that something names, and that is held in some way."""
    site = Case(root)
    site.write(
        "briefings/sackplan.md",
        f"---\ntitle: {TITLE}\nsummary: In short.\ndate: 2026-04-30\naliases: [Sack list]\n"
        f"redirect_from: [/old/sackplan-1/]\n{hold}\n"
        f"---\n\n{TEXT}\n",
    )
    site.write("briefings/b.md", f"---\ntitle: B\ndate: 2026-04-30\n{head}\n---\n\nOne day. {text}\n")
    return site


def built(site: Case, now: datetime) -> Case:
    """The site as a build at a moment leaves it."""
    site.report = build(BuildRequest(site.root, now, search=False))
    return site


@pytest.mark.parametrize("form", [*NAMING, *SILENT])
def test_a_rebuild_at_the_expiry_takes_the_page_away_whatever_links_to_it(form: str, tmp_path: Path) -> None:
    site = site_with(tmp_path, {**NAMING, **SILENT}[form], "expires_at: 2026-06-01T00:00:00Z", "summary: In short.")
    assert "quorl" in published(built(site, BEFORE))
    built(site, AFTER)
    assert not site.reported("leak")
    assert site.reported("held-link")
    assert "quorl" not in published(site)
    assert not (tmp_path / "_site" / "briefs" / "sackplan").exists()
    page = (tmp_path / "_site" / "briefs" / "b" / "index.html").read_text(encoding="utf-8")
    assert 'href="../../briefs/sackplan' not in page
    assert "One day." in page


@pytest.mark.parametrize("field", FIELDS)
def test_so_does_one_that_a_field_names(field: str, tmp_path: Path) -> None:
    site = site_with(tmp_path, "", "expires_at: 2026-06-01T00:00:00Z", FIELDS[field])
    assert "quorl" in published(built(site, BEFORE))
    built(site, AFTER)
    assert not site.reported("leak"), site.reported("leak")
    assert "quorl" not in published(site)


@pytest.mark.parametrize("hold", ["draft: true", "embargo_until: 2030-01-01T00:00Z", "publish_at: 2030-01-01T00:00Z"])
def test_one_that_something_else_holds_back_too_is_named_by_nothing(hold: str, tmp_path: Path) -> None:
    site = site_with(
        tmp_path, f"See [[{TITLE}]] now.", f"expires_at: 2026-06-01T00:00:00Z\n{hold}", "summary: In short."
    )
    assert built(site, AFTER).reported("held-link")
    assert not site.reported("leak")
    assert "quorl" not in published(site)


def test_the_warning_says_how_to_take_its_name_out(tmp_path: Path) -> None:
    site = site_with(tmp_path, "See [[sackplan]] now.", "expires_at: 2026-06-01T00:00:00Z", "summary: In short.")
    assert built(site, AFTER).report
    assert site.report
    assert [show(one) for one in site.report.diagnostics if one.code == "held-link"] == [
        "briefings/b.md:7:14: warning[held-link]: `[[sackplan]]` leads to briefings/sackplan.md, which is not public: "
        "expired on 2026-06-01T00:00:00Z\n    7 | One day. See [[sackplan]] now.\n      |              ^^^^^^^^^^\n"
        "  help: its words stay without the link; change them if they should no longer name the brief"
    ]
