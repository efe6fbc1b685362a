"""What `init` lays out is named until somebody changes it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.project.package_data import starter
from annotated_briefings.site.checks.placeholders import EXAMPLE, EXAMPLE_DIGEST, SETTINGS, digest_of

NOW = datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    create_site(tmp_path / "site")
    return tmp_path / "site"


def reported(site: Path, base_url: str | None = None) -> list[str]:
    """First lines of what a build says of them."""
    report = build(BuildRequest(site, NOW, write=False, search=False, base_url=base_url))
    return [show(d).split("\n")[0] for d in report.diagnostics if d.code == "placeholder"]


def change(site: Path, old: str, new: str, name: str = "site.yaml") -> None:
    path = site / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_site_is_told_what_to_change(site: Path) -> None:
    assert reported(site) == [
        f"{EXAMPLE}:1:1: warning[placeholder]: the brief is the example that `init` wrote",
        "site.yaml:2:8: warning[placeholder]: `title` is still `My briefings`, as `init` wrote it",
        "site.yaml:4:11: warning[placeholder]: `base_url` is still `https://example.org`, as `init` wrote it",
        "site.yaml:7:9: warning[placeholder]: `editor` is still `The news desk`, as `init` wrote it",
    ]


def test_each_remedy_works(site: Path) -> None:
    change(site, "My briefings", "The Dock Letter")
    change(site, "https://example.org ", "https://dock.example ")
    change(site, "The news desk", "Ida Ash")
    change(site, "title:", "title: Our own:", EXAMPLE)
    assert reported(site) == []
    create_site(site.parent / "other")
    (site.parent / "other" / EXAMPLE).unlink()
    assert not [line for line in reported(site.parent / "other") if EXAMPLE in line]


def test_an_address_that_is_given_for_a_build_is_meant(site: Path) -> None:
    assert not [line for line in reported(site, "https://dock.example") if "base_url" in line]


@pytest.mark.parametrize("written", ["'https://example.org'", '"https://example.org"', "https://example.org/"])
def test_other_spellings_of_the_same_address_are_known(written: str, site: Path) -> None:
    change(site, "https://example.org ", f"{written} ")
    assert [line for line in reported(site) if "base_url" in line]


def test_an_example_that_is_a_draft_is_not_public_and_not_named(site: Path) -> None:
    change(site, "\ndate:", "\ndraft: true\ndate:", EXAMPLE)
    assert not [line for line in reported(site) if EXAMPLE in line]


def test_strict_does_not_let_it_pass(site: Path) -> None:
    for command in ("check", "build"):
        assert main(["--site", str(site), command]) == 0
        assert main(["--site", str(site), command, "--strict"]) == 1


def test_what_init_writes_is_what_is_looked_for() -> None:
    settings = (starter() / "site.yaml").read_text(encoding="utf-8")
    assert all(f"\n{key}: {value}" in settings for key, (value, _) in SETTINGS.items())
    brief, _ = parse_brief(Source(EXAMPLE, (starter() / EXAMPLE).read_text(encoding="utf-8")))
    assert brief
    assert digest_of(brief) == EXAMPLE_DIGEST
