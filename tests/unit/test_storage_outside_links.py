"""No file outside the site's folder is read through a symbolic link, whatever kind of link and of file it is."""

import os
from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings.base.diagnostics import show
from annotated_briefings.storage.edit_file import Refused, patch_file
from annotated_briefings.storage.files import read_tree

pytestmark = pytest.mark.skipif(os.name != "posix", reason="symbolic links need a POSIX system")

SECRET = "PRIVATE WORDS of the neighbours"
HELP = "put what it leads to into the site in its place, or take the link out; it is left out until then"


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A site with files of somebody else beside it."""
    for name in ("secret.txt", "pic.png", "own/brief.md", "own/deep/pic.png", "site-2/notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"---\ntitle: {SECRET}\nsummary: {SECRET}\n---\n{SECRET}\n", encoding="utf-8")
    site = Case(tmp_path / "site")
    site.brief("a", "title: A")
    (site.root / "static").mkdir()
    (site.root / "templates").mkdir()
    return site


def links_out(case: Case, links: dict[str, str]) -> list[str]:
    """What a build says of links out of the site; each is a link to a target, from its own folder."""
    for name, target in links.items():
        path = case.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target.replace("ROOT", os.fspath(case.root.parent)))
    case.build()
    assert case.report
    messages = [show(d) for d in case.report.diagnostics]
    assert SECRET not in "\n".join(messages)
    assert not [name for name, data in case.files().items() if SECRET.encode() in data]
    return [text for text in messages if "[outside-link]" in text]


def expected(case: Case, name: str, target: str) -> str:
    where = os.path.realpath(case.root.parent / target)
    return f"{name}: error[outside-link]: the symbolic link leads out of the site, to `{where}`\n  help: {HELP}"


@pytest.mark.parametrize(
    ("name", "link", "target"),
    [
        ("static/notes.txt", "../../secret.txt", "secret.txt"),
        ("static/notes.pdf", "../../secret.txt", "secret.txt"),
        ("static/a/b/notes.txt", "../../../../secret.txt", "secret.txt"),
        ("static/notes.txt", "ROOT/secret.txt", "secret.txt"),
        ("static/notes.txt", "../../site-2/notes.txt", "site-2/notes.txt"),
        ("static/notes.txt", "../briefings/../../secret.txt", "secret.txt"),
        ("static/.well-known/notes.txt", "../../../secret.txt", "secret.txt"),
        ("static/folder", "../../own", "own"),
        ("static/.well-known/folder", "../../../own", "own"),
        ("briefings/leak.md", "../../own/brief.md", "own/brief.md"),
        ("briefings/no-front-matter.md", "../../secret.txt", "secret.txt"),
        ("briefings/pic.png", "../../pic.png", "pic.png"),
        ("briefings/sub/pic.svg", "ROOT/pic.png", "pic.png"),
        ("briefings/folder", "ROOT/own", "own"),
        ("briefings/entities.yaml", "../../secret.txt", "secret.txt"),
        ("briefings/tags.yaml", "../../secret.txt", "secret.txt"),
        ("briefings/stories.yaml", "../../secret.txt", "secret.txt"),
        ("templates/404.html", "../../secret.txt", "secret.txt"),
        ("templates/words.yaml", "../../secret.txt", "secret.txt"),
        ("templates/macros", "../../own", "own"),
    ],
)
def test_a_link_out_of_the_site_is_named_and_what_it_leads_to_is_not_read(
    case: Case, name: str, link: str, target: str
) -> None:
    assert links_out(case, {name: link}) == [expected(case, name, target)]


def test_a_folder_of_the_site_that_is_a_link_out_is_named_once(case: Case) -> None:
    (case.root / "static").rmdir()
    (case.root / "briefings" / "a.md").unlink()
    (case.root / "briefings").rmdir()
    found = links_out(case, {"static": "../own", "briefings": "ROOT/own"})
    assert found == [expected(case, "briefings", "own"), expected(case, "static", "own")]


def test_settings_that_lie_outside_are_not_read(case: Case) -> None:
    (case.root / "site.yaml").unlink()
    assert links_out(case, {"site.yaml": "../secret.txt"}) == [expected(case, "site.yaml", "secret.txt")]


def test_each_link_of_a_chain_is_named_with_the_end_of_the_chain(case: Case) -> None:
    links = {"static/one.txt": "two.txt", "static/two.txt": "../three", "three": "../secret.txt"}
    assert links_out(case, links) == [expected(case, f"static/{name}.txt", "secret.txt") for name in ("one", "two")]


def test_links_within_the_site_are_followed(case: Case) -> None:
    case.write("shared/notes.txt", "Our notes.")
    case.write("shared/b.md", "---\ntitle: Bee\nsummary: In short.\n---\nText.\n")
    case.write("static/up.txt", "Up.")
    links = {
        "static/notes.txt": "../shared/notes.txt",
        "static/same.txt": "up.txt",
        "static/absolute.txt": "ROOT/site/shared/notes.txt",
        "static/there-and-back.txt": "../../site/shared/notes.txt",
        "briefings/b.md": "../shared/b.md",
        "briefings/up": "..",
    }
    assert links_out(case, links) == []
    names = {name.partition(".")[0] for name in case.files() if name.endswith(".txt")}
    assert {"notes", "same", "absolute", "there-and-back"} <= names
    assert "briefs/b/index.html" in case.files()


def test_a_site_that_is_reached_by_a_link_is_read(case: Case) -> None:
    (case.root.parent / "alias").symlink_to("site")
    sources, found = read_tree(case.root.parent / "alias", ("site.yaml", "briefings/**/*.md"))
    assert ([source.path for source in sources], found) == (["briefings/a.md", "site.yaml"], ())


def test_a_whole_folder_is_looked_through(case: Case) -> None:
    (case.root / "notes").symlink_to("../own")
    sources, found = read_tree(case.root, ("**/*.md", "*.md"))
    assert [source.path for source in sources] == ["briefings/a.md"]
    assert [show(d) for d in found] == [expected(case, "notes", "own")]


def test_a_command_changes_no_file_outside_the_site(case: Case) -> None:
    (case.root / "briefings" / "tags.yaml").symlink_to("../../secret.txt")
    before = (case.root.parent / "secret.txt").read_bytes()
    with pytest.raises(Refused) as refused:
        patch_file(case.root, "briefings/tags.yaml", lambda text: f"{text}more")
    assert show(refused.value.args[0]) == expected(case, "briefings/tags.yaml", "secret.txt")
    assert (case.root.parent / "secret.txt").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "link", "target"),
    [
        ("static/notes.txt", "../collected/a.txt", "collected/a.txt"),
        ("static/texts", "../collected", "collected"),
        ("static/settings.txt", "../site.yaml", "site.yaml"),
        ("briefings/copy.md", "../collected/a.txt", "collected/a.txt"),
        ("static/memo.txt", "../.cache/memo.txt", ".cache/memo.txt"),
    ],
)
def test_a_link_to_what_is_never_published_is_named_and_not_followed(
    case: Case, name: str, link: str, target: str
) -> None:
    """The collected texts of others and the settings are no files for readers, whatever leads to them."""
    for private in ("collected/a.txt", ".cache/memo.txt"):
        case.write(private, f"---\ntitle: {SECRET}\nsummary: {SECRET}\n---\n{SECRET}\n")
    words = f"the symbolic link leads to `{target}`, which is never published"
    assert links_out(case, {name: link}) == [f"{name}: error[outside-link]: {words}\n  help: {HELP}"]
