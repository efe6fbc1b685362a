"""Files that look like briefs and that no build reads are named, with where they belong."""

from pathlib import Path

import pytest
from command_line import call

from annotated_briefings.project.load import load_site
from annotated_briefings.storage.unread_files import unread_files

BRIEF = "---\ntitle: The ferry\n---\nIt sails.\n"


def put(root: Path, name: str, text: str = BRIEF) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def reported(root: Path) -> list[tuple[str, str]]:
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
    assert reported(tmp_path) == [(name, remedy)]
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
    assert reported(tmp_path) == []


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


def test_other_endings_of_markdown_are_named_whatever_is_in_the_file(tmp_path: Path) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(tmp_path, "briefings/ship.md")
    put(tmp_path, "briefings/a.markdown", "Only words.\n")
    put(tmp_path, "briefings/2026/b.MDX", "")
    assert reported(tmp_path) == [
        ("briefings/a.markdown", "rename it to `a.md`"),
        ("briefings/2026/b.MDX", "rename it to `b.md`"),
    ]


@pytest.mark.parametrize("ending", [".markdown", ".MD", ".mdx", ".md.txt", ".txt", ".odt"])
def test_a_brief_with_another_ending_is_not_called_deleted(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(
        tmp_path, "incoming.txt", "Ferry sails\n\nThe ferry of Torvik sails again on Monday, the port said on Friday.\n"
    )
    call(capsys, tmp_path, "import", str(tmp_path / "incoming.txt"))
    [brief] = (tmp_path / "briefings").rglob("*.md")
    brief.rename(brief.with_name(f"{brief.stem}{ending}"))
    printed = call(capsys, tmp_path, "import", str(tmp_path / "incoming.txt"))[1]
    name = brief.relative_to(tmp_path).as_posix()
    if ending == ".odt":
        assert f"{name} was deleted" in printed
        return
    assert f"{name} is {name.removesuffix('.md')}{ending} now, which is not read: rename it back" in printed
    assert "deleted" not in printed
    assert "--again" not in printed


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        ("a.txt", "---\ntitle: Ferry sails\n---\nIt sails.\n", "a.md"),
        ("a.text", "---\nsummary: Ferry sails\n---\nIt sails.\n", "a.md"),
        ("a.txt", "# Ferry sails\n\nIt sails on Monday.\n", "a.md"),
        ("a.TXT", "+++\ntitle = 'Ferry sails'\n+++\nIt sails.\n", "a.md"),
        ("a.rst", "---\ntitle: Ferry sails\n---\nIt sails.\n", "a.md"),
        ("a.html", "---\ntitel: Ferry sails\n---\nIt sails.\n", "a.md"),
        ("a", "---\ntitle: Ferry sails\n---\nIt sails.\n", "a.md"),
        ("a.qmd", "It sails.\n", "a.md"),
        ("a.mdtext", "It sails.\n", "a.md"),
    ],
)
def test_what_is_a_brief_by_its_looks_is_named_whatever_its_ending_is(
    tmp_path: Path, name: str, text: str, meant: str
) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(tmp_path, f"briefings/{name}", text)
    assert reported(tmp_path) == [(f"briefings/{name}", f"rename it to `{meant}`")]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("entities.yml", "entities.yaml"),
        ("entity.yaml", "entities.yaml"),
        ("tag.yaml", "tags.yaml"),
        ("tags.yaml.txt", "tags.yaml"),
        ("story.yml", "stories.yaml"),
        ("2026/people.yaml", "people.yaml"),
        ("decisions.yml", "decisions.yaml"),
    ],
)
def test_a_list_beside_the_one_that_is_read_is_named(tmp_path: Path, name: str, meant: str) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(tmp_path, f"briefings/{meant}", "")
    put(tmp_path, f"briefings/{name}", "a: {name: A}\n")
    remedy = f"move what is in it to `briefings/{meant}`, which is read, and delete it"
    assert reported(tmp_path) == [(f"briefings/{name}", remedy)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("readme.txt", "# About\n\nText.\n"),
        ("a.txt", "Words alone.\n"),
        ("a.png", "\x89PNG"),
        ("a.csv", "title,day\na,b\n"),
    ],
)
def test_texts_that_look_like_no_brief_are_not_named(tmp_path: Path, name: str, text: str) -> None:
    put(tmp_path, "site.yaml", "title: A\n")
    put(tmp_path, f"briefings/{name}", text)
    assert reported(tmp_path) == []
