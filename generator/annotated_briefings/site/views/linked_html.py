"""HTML of texts with links that are right for a page: addresses, sizes of pictures, and the names of what is linked."""

import re
from collections.abc import Callable, Iterable
from functools import partial
from html import escape, unescape
from urllib.parse import quote

from annotated_briefings.base.paths import relative_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.content.markdown.wikilinks import SCHEME, UNNAMED
from annotated_briefings.site.links import held_target, local_target, name_for, shown_picture, wiki_target
from annotated_briefings.site.model.catalog import Catalog, PictureFile
from annotated_briefings.site.urls import is_local

_HREF = regex(r'(?P<tag><a |<img )(?P<name>href|src)="(?P<target>[^"]*)"(?P<rest>[^>]*)>(?P<words>[^<]*</a>)?')
_REMOTE = regex(r"(?:https?:)?//", re.IGNORECASE)
_ALT = regex(r'\balt="([^"]*)"')
_SCHEME = regex(r"[a-z][a-z0-9+.-]*:|//|#fn|#\Z", re.IGNORECASE)
SIZES = "(min-width: 40rem) 37rem, 100vw"
"""How wide pictures are shown: as wide as lines of text, or as the window where that is narrower."""
_NAME = "data-name"
_NAMED = regex(rf'<a (?P<rest>[^>]*?) {_NAME}="(?P<name>[^"]*)">(?P<words>.*?)</a>', re.DOTALL)
_TEXT = regex(r"(?<=>)[^<]+|^[^<]+")


class Lead(Value):
    """What a link or a picture leads to."""

    kind: str
    """Its class."""
    address: str
    """Its address."""
    pictures: tuple[PictureFile, ...] = ()
    """The files that show a picture of the site, the smallest first; none for all else."""
    name: str = ""
    """What a wikilink without words of its own shows, where that is not what is written in it."""


Leads = Callable[[str], Lead | None]
"""What a link leads to, by its target as the HTML has it; None for what is not there."""


def resolve(html: str, page: str, catalog: Catalog, origin: str) -> str:
    """HTML of a Markdown text of the file ``origin``, its links made right for a page; a wikilink to nothing becomes
    plain words."""
    return with_names(with_leads(html, page, partial(lead_of, catalog, origin), whole=True))


def with_leads(html: str, page: str, leads: Leads, *, whole: bool = False) -> str:
    """HTML whose links lead where ``leads`` says. The words of links stay as they are, so that places in the text do:
    ``with_names`` follows when these are done. With ``whole`` a picture has one file for all who look at it."""
    if "href=" not in html and "src=" not in html:
        return html

    def change(match: re.Match[str]) -> str:
        target = unescape(match["target"])
        found = leads(target)
        if found is None:
            return (match["words"] or "").removesuffix("</a>")
        address = found.address
        if match["name"] == "src" and _REMOTE.match(address):
            return _as_link(html, match, address)
        if target.startswith(SCHEME):
            named = f' {_NAME}="{escape(found.name)}"' if found.name and UNNAMED in match["rest"] else ""
            return f'<a class="{found.kind}" href="{escape(relative_url(page, address))}"{named}>{match["words"] or ""}'
        if address.startswith("/") and not address.startswith("//"):
            address = relative_url(page, address)
        if found.pictures and match["name"] == "src":
            shown = _shown(found.pictures, page, address, whole)
            return f'<img {shown} loading="lazy"{match["rest"]}>{match["words"] or ""}'
        return f'{match["tag"]}{match["name"]}="{escape(address)}"{match["rest"]}>{match["words"] or ""}'

    return _HREF.sub(change, html)


def _shown(pictures: tuple[PictureFile, ...], page: str, address: str, whole: bool) -> str:
    """The attributes of a picture; with ``whole`` it has one file for all who look at it."""
    largest = pictures[-1]
    size = f'width="{largest.width}" height="{largest.height}"'
    if len(pictures) == 1:
        return f'src="{escape(address)}" {size}'
    files = [(escape(relative_url(page, f"/{quote(one.path)}")), one.width) for one in pictures]
    several = "" if whole else f' srcset="{source_set(files)}" sizes="{SIZES}"'
    return f'src="{files[-1][0]}"{several} {size}'


def source_set(files: Iterable[tuple[str, int]]) -> str:
    """Files and their widths as browsers choose from them."""
    return ", ".join(f"{address} {width}w" for address, width in files)


def _as_link(html: str, picture: re.Match[str], address: str) -> str:
    """A picture of another host as a link to it: a page asks no other host for anything. Within a link
    it is its words alone."""
    alt = _ALT.search(picture["rest"])
    words = (alt[1] if alt else "") or escape(address)
    before = html[: picture.start()]
    shown = words if before.rfind("<a ") > before.rfind("</a>") else f'<a href="{escape(address)}">{words}</a>'
    return shown + (picture["words"] or "")


def with_names(html: str) -> str:
    """HTML in which wikilinks that were written as slug, id or path show what these belong to."""
    return _NAMED.sub(_named, html) if _NAME in html else html


def _named(link: re.Match[str]) -> str:
    runs = iter((link["name"],))
    return f"<a {link['rest']}>{_TEXT.sub(lambda _: next(runs, ''), link['words'])}</a>"


def lead_of(catalog: Catalog, origin: str, target: str) -> Lead | None:
    """Where a link in a text of the file ``origin`` leads; see ``Leads``."""
    if held_target(catalog, target, origin):
        return None
    if target.startswith(SCHEME):
        name = target.removeprefix(SCHEME)
        found = wiki_target(catalog, name, origin)
        return Lead(*found, name=name_for(catalog, name)) if found else None
    if _SCHEME.match(target):
        return Lead("", target)
    address = local_target(catalog, target, origin)
    return Lead("", address, shown_picture(catalog, address) if is_local(address) else ())
