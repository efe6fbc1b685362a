"""New sites and new briefs."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.names import address_part, same_file
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value
from annotated_briefings.content.cms.front_matter import front_matter_settings
from annotated_briefings.content.cms.snippets import snippets
from annotated_briefings.content.cms.sveltia import sveltia_config, sveltia_page
from annotated_briefings.content.from_fields import new_brief
from annotated_briefings.content.frontmatter import slug_in
from annotated_briefings.content.schema import all_schemas
from annotated_briefings.editing.installed_from import requirements
from annotated_briefings.intake.decisions import decisions_schema
from annotated_briefings.project.package_data import starter
from annotated_briefings.storage.files import read_tree, reason, write_text_atomic

_HIDDEN = (
    "gitattributes",
    "gitignore",
    "github",
    "markdownlint-cli2.jsonc",
    "mdformat.toml",
    "pre-commit-config.yaml",
    "prettierignore",
    "vscode",
)
"""Files and folders whose names start with a dot in a site; packaging tools would drop them under these."""
_OF_GIT = (".gitignore", ".gitattributes")
_SCHEMAS = ".schemas"
_SNIPPETS = ".vscode/briefings.code-snippets"
_BRIEFS = ("briefings/**/*.md", "briefings/**/*.markdown")
_ID_BYTES = 6


class Created(Value):
    """What was written, relative to the site folder, and what prevented it."""

    paths: tuple[str, ...]
    """Files written."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong."""
    kept: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Files that were there and were left alone, and the lines that those of git lack."""


def write_schemas(folder: Path) -> Created:
    """Write the schemas of a site anew: they are those of this program, and nobody edits them."""
    written: list[str] = []
    for name, text in _schema_files():
        target = folder / name
        if _text(target) != text:
            try:
                write_text_atomic(target, text)
            except OSError as error:
                return Created(tuple(written), (_unwritable(target, error),))
            written.append(name)
    return Created(tuple(written), ())


def old_schemas(folder: Path) -> Iterator[Diagnostic]:
    """A hint where the schemas of a site are those of another version of the program."""
    if not (folder / _SCHEMAS).is_dir():
        return
    old = [name for name, text in _schema_files() if _text(folder / name) != text]
    if old:
        count = f"{old[0]} is" if len(old) == 1 else f"{len(old)} schemas are"
        remedy = "run `briefings init --update`, so that text editors know all fields"
        yield report("old-schema", f"{count} of another version of briefings", Place(_SCHEMAS), help=remedy)


@cache
def _schema_files() -> tuple[tuple[str, str], ...]:
    """The name and the text of each file."""
    schemas = {**all_schemas(), "decisions": decisions_schema()}
    return tuple((f"{_SCHEMAS}/{name}.schema.json", text) for name, text in schemas.items())


def _text(file: Path) -> str | None:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return None


def create_site(folder: Path, cms: bool = False) -> Created:
    """Write a new site with one example brief, and settings for ``cms`` where they are asked for.

    A folder that already is a site is left alone, or gets those settings alone.
    """
    forms = {"config.yml": sveltia_config(), "index.html": sveltia_page()}
    settings = {f"admin/{name}": text for name, text in forms.items()} if cms else {}
    settings |= {"frontmatter.json": front_matter_settings()} if cms else {}
    if cms and (folder / "site.yaml").exists():
        return _write_new(folder, settings)
    if (folder / "site.yaml").exists():
        return Created(
            (),
            (
                report(
                    "output",
                    f"`{folder}` already is a site",
                    Place(str(folder)),
                    help="choose another folder, or delete its site.yaml first",
                ),
            ),
        )
    texts = {
        _real_name(file.relative_to(starter()).as_posix()): file.read_text(encoding="utf-8")
        for file in starter().rglob("*")
        if file.is_file()
    }
    texts |= dict(_schema_files())
    texts[_SNIPPETS] = snippets()
    texts["requirements.txt"] = requirements()
    return _write_new(folder, texts | settings)


def _write_new(folder: Path, texts: Mapping[str, str]) -> Created:
    """Write files; those that are there are left alone."""
    written: list[str] = []
    kept: list[tuple[str, tuple[str, ...]]] = []
    for name, text in sorted(texts.items(), key=lambda item: (item[0].startswith("."), item[0])):
        target = folder / name
        if target.exists():
            kept.append((name, _lacking(_text(target) or "", text) if name in _OF_GIT else ()))
            continue
        try:
            write_text_atomic(target, text)
        except OSError as error:
            return Created(tuple(written), (_unwritable(target, error),))
        written.append(name)
    return Created(tuple(written), (), tuple(kept))


def _lacking(text: str, wanted: str) -> tuple[str, ...]:
    """The lines of a text that another one lacks, without remarks."""
    here = {line.strip() for line in text.splitlines()}
    return tuple(line for line in wanted.splitlines() if line and not line.startswith("#") and line not in here)


def _real_name(name: str) -> str:
    return f".{name}" if name.split("/")[0] in _HIDDEN else name


def free_brief_path(folder: Path, title: str, day: date) -> str:
    """The file that a new brief of a day gets, under ``briefings/<year>/``, relative to the site folder: no other brief
    has its name as address, in whatever folder."""
    name = slugify(title) or address_part(title) or "brief"
    base = folder / "briefings" / f"{day.year:04}"
    briefs, _ = read_tree(folder, _BRIEFS)
    taken = {same_file(slug) for brief in briefs for slug in (slug_in(brief), Path(brief.path).stem)}
    free, count = name, 1
    while same_file(free) in taken or (base / f"{free}.md").exists():
        count += 1
        free = f"{name}-{count}"
    return (base / f"{free}.md").relative_to(folder).as_posix()


def create_brief(folder: Path, title: str, day: date, facts: Mapping[str, Any] | None = None) -> Created:
    """Write an empty brief, a draft of the day, with some more values of its front matter."""
    target = folder / free_brief_path(folder, title, day)
    values = {"title": title, "id": token_hex(_ID_BYTES), "date": day.isoformat(), **(facts or {})}
    text = "\n".join(["---", *new_brief(values), "---", "", ""])
    try:
        write_text_atomic(target, text)
    except OSError as error:
        return Created((), (_unwritable(target, error),))
    return Created((target.relative_to(folder).as_posix(),), ())


def _unwritable(target: Path, error: OSError) -> Diagnostic:
    return report(
        "output",
        f"`{target}` cannot be written: {reason(error)}",
        Place(str(target)),
        help="check the folder's permissions and the space on the disk",
    )
