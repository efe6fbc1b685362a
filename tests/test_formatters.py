"""Programs that format Markdown and YAML, or rewrite front matter, change no note, id, receipt or word of a site."""

import re
import shutil
import subprocess
from collections.abc import Callable
from difflib import unified_diff
from html import unescape
from pathlib import Path

import pytest
from many import LONG
from programs import lacking, need
from small_site import NOW

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.editing.scaffold import create_site

pytestmark = pytest.mark.slow
VALIDATORS = Path(__file__).parent / "validators"
AWKWARD = Path(__file__).parent / "data" / "awkward_brief.md"
GOLDEN = Path(__file__).parent / "golden" / "site"
SECOND = "---\ntitle: Second brief\ndate: 2026-03-10\nsummary: In short.\n---\n\n## A heading\n\nWords. [[quay]]\n"
ROUND_TRIP = (
    "import frontmatter, sys\n"
    "for name in sys.argv[1:]:\n"
    "    read = frontmatter.load(name)\n"
    "    open(name, 'w', encoding='utf-8').write(frontmatter.dumps(read) + '\\n')\n"
)


def of_node(*words: str) -> list[str]:
    """A command of Node.js; the first word is the program below the validators."""
    program = VALIDATORS / "node_modules" / words[0]
    if not program.exists():
        lacking(words[0].split("/")[0])
    return [need("node"), str(program), *words[1:]]


def of_python(program: str) -> str:
    for folder in ("bin", "Scripts"):
        found = shutil.which(program, path=str(VALIDATORS.parents[1] / ".venv-formatters" / folder))
        if found:
            return found
    lacking("formatters of tests/validators/formatters.txt")
    return ""


FORMATTERS: dict[str, Callable[[list[str]], list[str]]] = {
    "prettier": lambda _: of_node("prettier/bin/prettier.cjs", "--write", "."),
    "prettier, lines filled": lambda _: of_node("prettier/bin/prettier.cjs", "--prose-wrap", "always", "--write", "."),
    "prettier, paragraphs on a line": lambda _: of_node(
        "prettier/bin/prettier.cjs", "--prose-wrap", "never", "--write", "."
    ),
    "mdformat": lambda files: [of_python("mdformat"), *files],
    "mdformat, lines filled": lambda files: [of_python("mdformat"), "--wrap", "60", "--number", *files],
    "markdownlint": lambda _: of_node("markdownlint-cli2/markdownlint-cli2-bin.mjs", "--fix", "**/*.md"),
    "gray-matter": lambda files: [
        *of_node("gray-matter/index.js")[:1],
        str(VALIDATORS / "round_trip.cjs"),
        *files,
    ],
    "python-frontmatter": lambda files: [of_python("python"), "-c", ROUND_TRIP, *files],
}
"""What formats some files, which are named from the folder of their site."""
DIFFERS = {"Term : its definition": "Term its definition", "入った。 次の行": "入った。次の行"}
"""What formatters break that are told to fill lines, and how it was: they know no lists of definitions, and put spaces
between lines of Chinese and Japanese."""
FILLING = ("prettier, lines filled", "prettier, paragraphs on a line", "mdformat, lines filled")


def awkward_site(folder: Path) -> None:
    create_site(folder)
    shutil.copy(AWKWARD, folder / "briefings" / "quay.md")
    (folder / "briefings" / "second-brief.md").write_text(SECOND, encoding="utf-8")
    (folder / "collected").mkdir()
    (folder / "collected" / "text.md").write_text("*  As   received __here__ \n", encoding="utf-8")


def golden_site(folder: Path) -> None:
    shutil.copytree(GOLDEN, folder)
    create_site(folder.with_name("new"))
    for name in (".prettierignore", ".mdformat.toml", ".markdownlint-cli2.jsonc"):
        shutil.copy(folder.with_name("new") / name, folder / name)


def published(site: Path) -> dict[str, str]:
    """What readers and programs get: the words of pages, notes and the ids of feeds; and what a build says."""
    report = build(BuildRequest(site, NOW, search=False, clean=True))
    out = {"said": "\n".join(sorted(f"{one.place.path}: {one.message}" for one in report.diagnostics))}
    for file in sorted((site / "_site").rglob("*")):
        name = file.relative_to(site / "_site").as_posix()
        if file.suffix == ".html":
            text = file.read_text(encoding="utf-8")
            marks = re.findall(r'<mark [^>]*>|id="[^"]*"|<a [^>]*>', text)
            words = re.sub(r"<[^>]*>", "", re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL))
            out[name] = "\n".join([" ".join(unescape(words).split()), *marks])
        elif file.name == "annotations.json":
            out[name] = re.sub(r"\s+", " ", re.sub(r'"modified":"[^"]*"', "", file.read_text(encoding="utf-8")))
        elif file.suffix == ".xml":
            out[name] = "\n".join(re.findall(r"<(?:atom:)?id>[^<]*|<guid[^<]*|<title>[^<]*", file.read_text("utf-8")))
    return out


def files_of(site: Path) -> list[str]:
    """The Markdown that an editor would format."""
    found = (*(site / "briefings").rglob("*.md"), *(site / "pages").rglob("*.md"))
    return [file.relative_to(site).as_posix() for file in sorted(found)]


SITES = {"awkward brief": awkward_site, "golden site": golden_site}
ON_GOLDEN = ("prettier, lines filled", "mdformat", "gray-matter", "python-frontmatter")
"""One of each kind of formatter: what they do with hard texts the awkward brief shows for all."""


@pytest.fixture(scope="module")
def before(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    site: Path = tmp_path_factory.mktemp("formatted") / "site"
    SITES[request.param](site)
    made = published(site)
    shutil.rmtree(site / "_site")
    return site, made


@pytest.mark.parametrize(
    ("before", "name"),
    [(site, name) for site in SITES for name in FORMATTERS if site == "awkward brief" or name in ON_GOLDEN or LONG],
    indirect=["before"],
)
def test_a_formatter_changes_nothing_that_readers_get(
    before: tuple[Path, dict[str, str]], name: str, tmp_path: Path
) -> None:
    site, expected = before
    shutil.copytree(site, tmp_path / "site")
    command = FORMATTERS[name](files_of(site))
    # markdownlint ends with 1 where something is left to be done by hand.
    run = subprocess.run(command, cwd=tmp_path / "site", capture_output=True, text=True, check=False)
    assert run.returncode <= (name == "markdownlint"), run.stderr
    changed = [path for path in files_of(site) if (site / path).read_bytes() != (tmp_path / "site" / path).read_bytes()]
    assert changed or name == "markdownlint"
    made = published(tmp_path / "site")
    for broken, whole in DIFFERS.items() if name in FILLING else ():
        made = {path: text.replace(broken, whole) for path, text in made.items()}
    assert made.keys() == expected.keys()
    for path, text in expected.items():
        assert list(unified_diff(text.split("\n"), made[path].split("\n"), path, name, n=0, lineterm="")) == []
    received = site / "collected" / "text.md"
    if received.exists():
        assert (tmp_path / "site" / "collected" / "text.md").read_bytes() == received.read_bytes()


def test_mdformat_stops_where_it_would_break_links(tmp_path: Path) -> None:
    awkward_site(tmp_path / "site")
    (tmp_path / "site" / ".mdformat.toml").write_text('extensions = ["frontmatter", "absent"]\n', encoding="utf-8")
    text = (tmp_path / "site" / "briefings" / "quay.md").read_bytes()
    run = subprocess.run([of_python("mdformat"), "briefings/quay.md"], cwd=tmp_path / "site", capture_output=True)
    assert run.returncode == 1
    assert (tmp_path / "site" / "briefings" / "quay.md").read_bytes() == text
