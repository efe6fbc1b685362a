"""Files that look like briefs, or like files of a site, and lie or are called so that nothing reads them."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from annotated_briefings.base.diagnostics import Diagnostic, closest, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import (
    BRIEFINGS,
    DECISIONS,
    ENTITIES,
    INCOMING,
    LEDGER,
    MANIFEST,
    PAGES,
    PEOPLE,
    SITE,
    STORIES,
    TAGS,
)
from annotated_briefings.base.source import Place
from annotated_briefings.base.traces.by_products import is_by_product
from annotated_briefings.storage.files import name_of
from annotated_briefings.storage.ledger import is_ledger

_TITLED = regex(
    rb"\s*(?:\xef\xbb\xbf)?(?:---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n){0,60}?"
    rb"[\"']?(?:title|headline|summary|sources|key_points|tit[eu]l|titre|t\xc3\xadtulo|titulo|titolo)[\"']?[ \t]*[:=]",
    re.IGNORECASE,
)
_HEADED = regex(rb"\s*(?:\xef\xbb\xbf)?#{1,2} \S[^\n]*\r?\n\s*\S")
"""A text that begins with a heading of Markdown."""
_MARKDOWN_ENDS = r"md|markdown|markdn|mdown|mdwn|mdtxt|mdtext|mkdn?|mdx|[rq]md|md\.txt|markdown\.txt"
_ENDINGS = regex(rf"\.({_MARKDOWN_ENDS}|txt|text)$", re.IGNORECASE)
_MARKDOWN = regex(rf"\.({_MARKDOWN_ENDS})$", re.IGNORECASE)
"""Ends of names that mean Markdown, whatever is in the file."""
_FILES = {Path(path).name: path for path in (ENTITIES, TAGS, STORIES, PEOPLE, DECISIONS, LEDGER)}
_YAML = regex(r"\.(ya?ml|ya?ml\.txt)$", re.IGNORECASE)
_OWN = frozenset(("_site", "briefings", "collected", "incoming", "pages", "static", "templates", "docs", "tests"))
"""Folders of a site, and those in which no brief is looked for."""
_ABOUT = frozenset(("readme", "license", "licence", "changelog", "todo", "notes"))
"""Names of files that tell of a folder."""
_READ, _MOST_TEXT = 4096, 1 << 18
"""Bytes by which a file is recognised, and bytes in which names are looked for that are missing elsewhere."""
_MOST, _DEEPEST = 2000, 4
"""Files of a folder beside the site's own that are looked at, and how deep it is looked into."""
_OFFICE = regex(r"\.(docx?|odt|rtf|pages)$", re.IGNORECASE)
"""Ends of the names of texts from word processors."""


def unread_files(root: Path) -> tuple[Diagnostic, ...]:
    """One for each file that looks like a brief or a list of the site and is not read, with what to do about it."""
    return (*unread_beside(root), *_among_briefs(root), *_among_pages(root))


def unread_beside(root: Path) -> Iterator[Diagnostic]:
    """Those outside of the folders of a site: at its top, and in folders with other names."""
    for entry in _entries(root):
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if entry.name.lower() == BRIEFINGS and not _is_folder_of_briefs(root, path):
                if any(_titled_below(path)):
                    yield _unread(root, path, "rename it to", BRIEFINGS, "no brief in")
            elif entry.name.lower() not in _OWN and not (path / "site.yaml").exists():
                for below in _titled_below(path):
                    yield _unread(root, below, "move it to", f"briefings/{_as_brief(below.name)}")
        elif entry.name in _FILES:
            yield _unread(root, path, "move it to", _FILES[entry.name])
        elif is_ledger(in_place := f"{BRIEFINGS}/{entry.name}"):
            yield _unread(root, path, "move it to", in_place)
        elif entry.name.lower() in ("site.yml", "site.yaml.txt") and not (root / "site.yaml").exists():
            yield _unread(root, path, "rename it to", SITE)
        elif _is_titled(path):
            yield _unread(root, path, "move it to", f"briefings/{_as_brief(entry.name)}")


def renamed_brief(root: Path, brief: str) -> str:
    """The file into which that of a brief was renamed so that nothing reads it: `harbour.markdown` for `harbour.md`.
    Empty where there is none."""
    path = root / brief
    others = (entry.name for entry in _entries(path.parent) if _ENDINGS.search(entry.name))
    found = (name for name in others if name != path.name and _as_brief(name) == path.name)
    return next((name_of(root, path.parent / name) for name in found), "")


def _is_folder_of_briefs(root: Path, path: Path) -> bool:
    """Whether a folder is the one that briefs are read from; case makes no difference on some computers."""
    own = root / BRIEFINGS
    return path.name == BRIEFINGS or (own.exists() and own.samefile(path))


def _titled_below(folder: Path) -> Iterator[Path]:
    """Files with the front matter of a brief, in a folder and those below it, but not in those of another site and in
    what a build has made."""
    seen = 0
    for top, folders, files in os.walk(folder):
        depth = len(Path(top).relative_to(folder).parts)
        other = SITE in files or MANIFEST in files
        folders[:] = [] if other or depth >= _DEEPEST else sorted(name for name in folders if not is_by_product(name))
        for name in () if other else sorted(files):
            seen += 1
            if seen > _MOST:
                return
            if not is_by_product(name) and _is_titled(Path(top, name)):
                yield Path(top, name)


def _among_briefs(root: Path) -> Iterator[Diagnostic]:
    """Those in the folder of briefs: with other endings, behind links, and lists under other names."""
    for top, folders, files in os.walk(root / "briefings"):
        folders[:] = sorted(name for name in folders if not is_by_product(name))
        for name in folders:
            path = Path(top, name)
            if path.is_symlink() and any(_is_titled(Path(entry.path)) for entry in _entries(path)):
                yield _unread(root, path, "it is a link to a folder; put the folder itself there", what="no brief in")
        for name in sorted(files):
            path = Path(top, name)
            if is_by_product(name) or name.endswith(INCOMING) or path.is_symlink():
                continue
            at_top = path.parent == root / "briefings"
            if _YAML.search(name) and not (at_top and name in _FILES):
                yield from _misnamed(root, path, at_top)
            elif _OFFICE.search(name):
                yield _unread(root, path, f"`briefings import {shlex.quote(name_of(root, path))}` makes a brief of it")
            elif _is_meant(path):
                yield _unread(root, path, "rename it to", _as_brief(name))


def _among_pages(root: Path) -> Iterator[Diagnostic]:
    """Those in the folder of pages: in folders of their own, and with other endings."""
    folder = root / PAGES
    for path in _titled_below(folder):
        read = path.parent == folder and path.suffix == ".md" and path.name.lower() != "readme.md"
        if not (read or path.name.endswith(INCOMING)):
            remedy = "rename it to" if path.parent == folder else "move it to"
            yield _unread(root, path, remedy, f"{PAGES}/{_as_brief(path.name)}")


def _is_meant(path: Path) -> bool:
    """Whether a file that no brief is read from is meant for one: by another ending of Markdown, by its front matter,
    whatever its ending is, or as a plain text with a heading of Markdown."""
    if not path.name.endswith(".md"):
        begin = _beginning(path)
        headed = _ENDINGS.search(path.name) and path.stem.lower() not in _ABOUT and _HEADED.match(begin)
        return bool(_MARKDOWN.search(path.name) or _TITLED.match(begin) or headed)
    return path.name.lower() == "readme.md" and _is_titled(path)


def _misnamed(root: Path, path: Path, at_top: bool) -> Iterator[Diagnostic]:
    """A list of the site under another name, or in another folder."""
    if path.name.lower() in ("site.yaml", "site.yml") and at_top:
        yield _unread(root, path, "the settings are in `site.yaml`, outside of the folder `briefings`")
        return
    meant = path.name if path.name in _FILES else closest(_YAML.sub("", path.name).lower() + ".yaml", sorted(_FILES))
    alike = meant and _YAML.sub("", path.name).lower()[:3] == meant[:3]
    if alike and not (root / _FILES[meant]).exists():
        yield _unread(root, path, "rename it to", _FILES[meant])
    # Words behind a hyphen or figures say that it is an old one.
    elif alike and _YAML.sub("", path.name).isalpha() and not path.samefile(root / _FILES[meant]):
        yield _unread(root, path, f"move what is in it to `{_FILES[meant]}`, which is read, and delete it")


def _as_brief(name: str) -> str:
    """The name under which a file is read as a brief."""
    stem = _ENDINGS.sub("", name) if _ENDINGS.search(name) else name.partition(".")[0] or name
    return f"{'about' if stem.lower() == 'readme' else stem}.md"


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted((entry for entry in found if not is_by_product(entry.name)), key=lambda entry: entry.name)
    except OSError:
        return []


def _is_titled(path: Path) -> bool:
    """Whether a file of text begins with front matter that has a title."""
    if "." in path.name and not _ENDINGS.search(path.name):
        return False
    return bool(_TITLED.match(_beginning(path)))


def _beginning(path: Path, size: int = _READ) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError:
        return b""


def _unread(root: Path, path: Path, remedy: str, meant: str = "", what: str = "") -> Diagnostic:
    name = name_of(root, path)
    message = f"{what} `{name}` is read" if what else f"`{name}` looks like a file of the site, and is not read"
    text = _beginning(path, _MOST_TEXT).decode("utf-8", "replace") if meant and path.is_file() else ""
    remedy = f"{remedy} `{meant}`" if meant else remedy
    return report("unread-file", message, Place(name), help=remedy, meant=meant, unread=text)
