"""Files that look like briefs and that no build reads are named, with where they belong."""

from pathlib import Path

import pytest

from annotated_briefings.project.load import load_site
from annotated_briefings.storage.unread_files import unread_files

BRIEF = "---\ntitle: The ferry\n---\nIt sails.\n"


def put(root: Path, name: str, text: str = BRIEF) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def said(root: Path) -> list[tuple[str, str]]:
    return [(d.place.path, d.help) for d in unread_files(root)]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("briefs/a.md", "move it to `briefings/a.md`"),
        ("news/b.markdown", "move it to `briefings/b.md`"),
        ("crane.md", "move it to `briefings/crane.md`"),
        ("README.md", "move it to `briefings/about.md`"),
        ("briefings/b.markdown", "rename it to `b.md`"),
        ("briefings/2026/c.MD", "rename it to `c.md`"),
        ("briefings/d.md.txt", "rename it to `d.md`"),
        ("briefings/e.mdx", "rename it to `e.md`"),
        ("briefings/f.txt", "rename it to `f.md`"),
        ("briefings/README.md", "rename it to `about.md`"),
        ("briefings/entities.yml", "rename it to `briefings/entities.yaml`"),
        ("briefings/entity.yaml", "rename it to `briefings/entities.yaml`"),
        ("briefings/tag.yaml", "rename it to `briefings/tags.yaml`"),
        ("briefings/Tags.yaml", "rename it to `briefings/tags.yaml`"),
        ("briefings/lists/stories.yaml", "rename it to `briefings/stories.yaml`"),
        ("briefings/site.yaml", "the settings are in `site.yaml`, outside of the folder `briefings`"),
        ("entities.yaml", "move it to `briefings/entities.yaml`"),
    ],
)
def test_a_file_that_is_not_read_is_named_with_its_place(tmp_path: Path, name: str, remedy: str) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(tmp_path, "briefings/ship.md")
    put(tmp_path, name, "a: {name: B}\n" if name.endswith(("yaml", "yml")) else BRIEF)
    assert said(tmp_path) == [(name, remedy)]
    assert name in [d.place.path for d in load_site(tmp_path).diagnostics]


def test_what_is_no_brief_is_not_named(tmp_path: Path) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    for name in ("README.md", "CHANGELOG.md", "LICENSE.txt", "briefings/README.md", "briefings/notes.txt", "news/a.md"):
        put(tmp_path, name, "# Plain text\n\ntitle: none\n")
    for name in ("incoming/a.md", "_site/a.md", ".git/a.md", "pages/about.md", "node_modules/a.md", "static/a.md"):
        put(tmp_path, name)
    put(tmp_path, "other/site.yaml", "title: Another site\n")
    put(tmp_path, "other/a.md")
    put(tmp_path, "briefings/entities.yaml", "a: {name: B}\n")
    put(tmp_path, "briefings/entities-old.yaml", "a: {name: B}\n")
    put(tmp_path, "briefings/imports-2026.jsonl", "")
    put(tmp_path, "briefings/a.incoming.md")
    assert said(tmp_path) == []


def test_a_folder_that_is_a_link_is_named(tmp_path: Path) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(tmp_path, "incoming/more/a.md")
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings" / "more").symlink_to(Path("..", "incoming", "more"))
    [found] = unread_files(tmp_path)
    assert (found.message, found.help) == (
        "no brief in `briefings/more` is read",
        "it is a link to a folder; put the folder itself there",
    )
