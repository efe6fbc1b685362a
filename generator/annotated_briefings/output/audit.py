"""The finished pages examined: links, ids, and text that must not be there."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from html import unescape
from itertools import pairwise
from posixpath import basename, normpath
from types import MappingProxyType
from urllib.parse import unquote

from annotated_briefings.base.diagnostics import Diagnostic, closest, did_you_mean, report
from annotated_briefings.base.paths import served_address
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import MEDIA, Place, Source
from annotated_briefings.base.values import Value
from annotated_briefings.output.html_links import read_links
from annotated_briefings.output.render import Output

TWICE = "#"
"""Marks, among the links of a page, that two of its elements have the same id."""
_UNUSUAL = regex(r"[#?%]|(?:^|/)\.|\.md$")
"""What makes more of a link than a plain path."""
_SILENT = regex(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_HEADING = regex(r"<h([1-6])[\s>]", re.IGNORECASE)
_IMAGE = regex(r"""<img\b(?:[^>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ALT = regex(r"""\salt(?:\s*=|[\s/>])""", re.IGNORECASE)
_SRC = regex(r"""\ssrc\s*=\s*(["']?)([^"'\s>]*)\1""", re.IGNORECASE)
_LANGUAGE = regex(r"""<html\b[^>]*\slang\s*=\s*["']?[^\s"'>]""", re.IGNORECASE)
_SCHEME = regex(r"(?!https?:/?(?!/))[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
"""How addresses of other hosts begin; browsers look for `https:/a` on the site itself."""
_CUT_SCHEME = regex(r"https?(?::/?|/+)(?=[\w-]+\.[a-z]{2,})", re.IGNORECASE)
_PRINT = regex(r"\.[0-9a-f]{10}(?=\.\w+$)")
"""The hash in the names of static files."""
MADE = "/card.png"
"""End of the pictures that are made of briefs for other sites; nobody links to one by hand."""
_HOST = regex(r"www\.[\w-]+\.\w|(?:[\w-]+\.)+(?:com|org|net|edu|gov|int|info|eu|de|at|ch|uk|fr|es|it|nl|io)(?:[/?#]|$)")
"""How the address of another host begins."""
_MANY = 2000
"""Files among which nothing near is looked for any more."""
_REMEDY = "correct the link; `/img/a.png` means static/img/a.png, and a name alone a file that lies beside the brief"
_CORRECT = "correct that file; the link works then"
_PAGE_REMEDY = "correct the link, or write `[[...]]` around the name of a brief, an entity, a tag or a story"


class PageFacts(Value):
    """What links need to know of a page."""

    path: str
    """File in the output folder."""
    origin: str
    """Path of the file it comes from."""
    ids: tuple[str, ...]
    """Its ids in order."""
    targets: tuple[str, ...]
    """What its links and pictures lead to, as written, each once."""


def page_facts(output: Output) -> PageFacts:
    """The links and ids of an HTML page, from any template."""
    ids, targets = read_links(output.data.decode("utf-8", "replace"))
    return PageFacts(output.path, output.origin, ids, targets)


def page_links(page: PageFacts, base_path: str = "/") -> tuple[str, ...]:
    """Where the links of a page lead: output files of the site, with a fragment where one is named, each once.

    A page with duplicate ids, or with broken links to itself, is marked by a broken link.
    """
    own, up = frozenset(page.ids), "../" * page.path.count("/")
    out = {} if len(own) == len(page.ids) else {TWICE: None}
    for target in page.targets:
        # Most links lead up to the top and down again, and there is nothing to work out.
        lead = ""
        if up and target.startswith(up):
            lead = _below(target[len(up) :])
        if lead:
            out[lead] = None
            continue
        if not _is_ours(page, target):
            continue
        path, fragment = _resolve(page.path, target, base_path)
        if path != page.path or (fragment and fragment not in own):
            out[f"{path}#{fragment}" if fragment else path] = None
    return tuple(out)


@lru_cache(maxsize=65_536)
def _below(path: str) -> str:
    """The output file of a plain path; empty for one that has to be worked out."""
    if _UNUSUAL.search(path):
        return ""
    return path + "index.html" if not path or path.endswith("/") else path


def _is_ours(page: PageFacts, target: str) -> bool:
    """Whether a link stays on the site; links between briefs' own files are checked where their lines are known."""
    path = target.partition("#")[0]
    return not (_SCHEME.match(target) or (path.endswith(".md") and page.origin.endswith(".md")))


class BrokenLink(Value):
    """A broken link of a page."""

    page: str
    """The page, as a file in the output folder."""
    origin: str
    """Path of the file that the page comes from."""
    target: str
    """Where the link leads, as it is written on the page."""
    missing: str
    """What is not there: ``page``, ``file``, or ``place on its page`` where only the fragment is wrong."""
    help: str
    """How it can be corrected."""
    left_out: str = ""
    """The file of the brief that would be there, and why it is left out."""

    def diagnostic(self, written: str = "", place: Place | None = None, source: Source | None = None) -> Diagnostic:
        """The diagnostic, at the place in the source where the link is ``written``; without one, of the whole file."""
        return report(
            "broken-link",
            f"`{written or self.target}` on {self.page} leads to {self.left_out or f'no {self.missing}'}",
            place or Place(self.origin),
            help=self.help,
            source=source,
        )


def duplicate_ids(pages: Iterable[PageFacts]) -> tuple[Diagnostic, ...]:
    """Ids that two elements of a page have; the first of each page."""
    found: list[Diagnostic] = []
    for page in pages:
        if len(set(page.ids)) != len(page.ids):
            twice = sorted({name for name in page.ids if page.ids.count(name) > 1})
            found.append(
                report(
                    "duplicate-id",
                    f"`{twice[0]}` is the id of two elements of {page.path}",
                    Place(page.origin),
                    help="change the template or the heading that makes it",
                )
            )
    return tuple(found)


def find_broken_links(
    pages: Iterable[PageFacts],
    files: Collection[str],
    ids: Callable[[str], Collection[str]],
    base_path: str = "/",
    left_out: Mapping[str, str] = MappingProxyType({}),
) -> tuple[BrokenLink, ...]:
    """Broken internal links and fragments; ``files`` are all files of the site, ``ids`` gives the ids of a page,
    ``left_out`` are pages that the site lacks because something is wrong with their files, and those files."""
    found: list[BrokenLink] = []
    for page in pages:
        for target in page.targets:
            if not _is_ours(page, target):
                continue
            path, fragment = _resolve(page.path, target, base_path)
            if path in left_out:
                found.append(BrokenLink(page.path, page.origin, target, "page", _CORRECT, left_out[path]))
            elif path not in files:
                missing = "page" if _is_page(path) else "file"
                remedy = _mistyped(target) or _nearest(path, page.path, files)
                found.append(BrokenLink(page.path, page.origin, target, missing, remedy))
            elif fragment and path.endswith(".html") and fragment not in ids(path):
                close = closest(fragment, ids(path))
                remedy = f"did you mean `#{close}`?" if close else "correct the part after `#`"
                found.append(BrokenLink(page.path, page.origin, target, "place on its page", remedy))
    return tuple(found)


def _mistyped(target: str) -> str:
    """The remedy for an address of another host without its beginning, or with the slashes of Windows."""
    plain = unquote(target)
    if scheme := _CUT_SCHEME.match(plain):
        return f"write `https://{plain[scheme.end() :]}`"
    if _HOST.match(plain):
        return f"write `https://{plain}`"
    return "write `" + plain.replace("\\", "/") + "`" if "\\" in plain else ""


def _is_page(path: str) -> bool:
    name = basename(path)
    return "." not in name or name.endswith(".html")


def _address(path: str) -> str:
    """A page as links name it."""
    return served_address(path)


def _nearest(path: str, here: str, files: Collection[str]) -> str:
    """What the writer of a broken link may have meant; not the page ``here`` that it is on."""
    if _is_page(path):
        pages = sorted(_address(f) for f in files if _is_page(f) and f != here) if len(files) < _MANY else ()
        return _near_page(_address(path), pages) or _PAGE_REMEDY
    if len(files) >= _MANY:
        return _REMEDY
    # Of a picture or a paper the name counts, wherever it lies; it is written without what we put into it.
    name = basename(path)
    named = (_PRINT.sub("", file) for file in files if not file.startswith(MEDIA) and not file.endswith(MADE))
    names = {basename(plain): plain for plain in sorted(named)}
    close = closest(name, names)
    return f"did you mean `/{names[close]}`?" if close else _REMEDY


def _near_page(address: str, pages: Sequence[str]) -> str:
    """The page of the most similar name: first among those of the same kind, whose addresses begin alike anyway."""
    kind = address[: address.find("/", 1) + 1]
    names = {page.removeprefix(kind): page for page in pages if kind and page.startswith(kind) and page != kind}
    own = did_you_mean(address.removeprefix(kind), names)
    if own:
        return own.replace("`", f"`{kind}", 1)
    return "" if names else did_you_mean(address, pages)


def _resolve(page: str, target: str, base_path: str) -> tuple[str, str]:
    """Output file and fragment that a link on a page leads to."""
    path, _, fragment = target.partition("#")
    path = unquote(path.partition("?")[0])
    # Compared decoded: the base path may have `%20` or other letters in it.
    base_path = unquote(base_path)
    if path.startswith(base_path):
        path = path[len(base_path) - 1 :]
    # Browsers go to the top of a page for `#top`, whatever ids it has.
    fragment = "" if fragment.lower() == "top" else fragment
    if not path:
        return page, unquote(fragment)
    folder = "/" + page.rpartition("/")[0]
    whole = normpath(path if path.startswith("/") else f"{folder}/{path}").lstrip("/")
    if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
        whole = f"{whole}/index.html".lstrip("/")
    return whole, unquote(fragment)


def faults_of(output: Output) -> tuple[Diagnostic, ...]:
    """A closer look at one page: one main heading, no heading level left out, pictures described, language named.

    Patterns instead of a parser: they take a hundredth of its time, and a page has nothing that they could mistake once
    comments and scripts are out of it.
    """
    page = _SILENT.sub("", output.data.decode("utf-8", "replace"))
    found: list[Diagnostic] = []

    def add(message: str, remedy: str) -> None:
        found.append(report("page", f"{message} in {output.path}", Place(output.origin), help=remedy))

    levels = [int(level) for level in _HEADING.findall(page)]
    if levels.count(1) != 1:
        add(f"there are {levels.count(1)} main headings", "give the page exactly one `h1`")
    for before, after in pairwise(levels):
        if after > before + 1:
            add(f"an h{after} follows an h{before}", "leave no heading level out")
    for image in _IMAGE.findall(page):
        if not _ALT.search(image):
            name = _SRC.search(image)
            add(f"the picture `{unescape(name[2]) if name else None}` has no `alt`", "say what it shows")
    if not _LANGUAGE.search(page):
        add("the page names no language", "set `lang` on the html element")
    return tuple(found)
