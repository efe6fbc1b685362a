"""`tags add` and `tags accept` declare a tag below wider ones so that nothing is unknown afterwards."""

from pathlib import Path

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.content.registry import parse_tags
from annotated_briefings.editing.declare import declare_tag
from annotated_briefings.editing.tags import accept_tags, tag_uses

LIST = "locks: {label: Locks}\nsea-things: {label: Sea}\nenergy: {label: Energy}\n"
NAMES = [
    "a/b",
    "a/b/c",
    "energy/wind",
    "Energy/Solar",
    "Sea/Tides & waves",
    "Öl/Nordsee",
    "locks/new",
    "x / y",
    "CI/CD",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "briefings/tags.yaml").write_text(LIST, encoding="utf-8")
    tags = ", ".join(f'"{name}"' for name in NAMES)
    head = f"---\ntitle: A\ndate: 2026-03-14\ntags: [{tags}]\n---\nText.\n"
    (tmp_path / "briefings/a.md").write_text(head, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("way", ["add", "accept"])
def test_a_nested_tag_is_declared_with_its_wider_ones(way: str, site: Path) -> None:
    for name in NAMES:
        done = declare_tag(site, name) if way == "add" else accept_tags(site, [name])
        assert done.diagnostics == ()
        tags, wrong = parse_tags(Source("briefings/tags.yaml", (site / "briefings/tags.yaml").read_text("utf-8")))
        assert wrong == (), name
    assert [use.slug for use in tag_uses(site) if not use.declared] == []
    parents = {tag.slug: (tag.label, tag.parent) for tag in tags}
    assert parents["a/b/c"] == ("c", "a/b")
    assert parents["energy/solar"] == ("Solar", "energy")
    assert parents["sea/tides-waves"] == ("Tides & waves", "sea-things")
    assert "sea" not in parents


def test_a_nested_tag_takes_no_briefs_of_another_one_with_its_last_part(site: Path) -> None:
    (site / "briefings/b.md").write_text(
        "---\ntitle: B\ndate: 2026-03-14\ntags: [wind]\n---\nText.\n", encoding="utf-8"
    )
    assert declare_tag(site, "energy/wind").diagnostics == ()
    assert {use.slug: use.briefs for use in tag_uses(site)}["wind"] == 1
    [refused] = declare_tag(site, "energy/tide", parent="locks").diagnostics
    assert (refused.message, refused.help) == ("`energy/tide` names its wider tag itself", "leave `--parent` out")
