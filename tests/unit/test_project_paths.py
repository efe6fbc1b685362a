"""Paths as editors give them."""

from pathlib import Path

from annotated_briefings.project.paths import in_site


def test_a_path_is_named_as_in_the_site_however_it_is_given(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "briefings").mkdir(parents=True)
    (tmp_path / "link").symlink_to(site)
    for given in (site / "briefings/a.md", tmp_path / "link/briefings/a.md", "./briefings/a.md", "briefings/a.md"):
        assert in_site(site, str(given)) == "briefings/a.md"
    assert in_site(tmp_path / "link", str(site / "briefings/a.md")) == "briefings/a.md"


def test_what_lies_elsewhere_and_a_name_stay_as_they_are(tmp_path: Path) -> None:
    assert in_site(tmp_path / "site", str(tmp_path / "other/a.md")) == str(tmp_path / "other/a.md")
    assert in_site(tmp_path, "oppo-closes") == "oppo-closes"
