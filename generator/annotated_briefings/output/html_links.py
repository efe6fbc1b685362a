"""Links of finished pages and the places that links can name, read by an HTML parser: the home of selectolax.

Which attributes hold addresses is what the HTML standard says (https://html.spec.whatwg.org/#attributes-3). Left out
are those that browsers only send data to (``ping``, and forms that are posted): a server answers there, not a file.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from annotated_briefings.base.regex import regex

_OF = {
    "object": "data",
    "video": "poster",
    "blockquote": "cite",
    "q": "cite",
    "ins": "cite",
    "del": "cite",
}
"""Attributes that hold an address on some elements only."""
_SETS = {"img": "srcset", "source": "srcset", "link": "imagesrcset"}
"""Attributes that hold several pictures, each with its width or density."""
_FORMS = {"form": ("action", "method"), "button": ("formaction", "formmethod"), "input": ("formaction", "formmethod")}
"""Where a form is sent, and how."""
_SELDOM = frozenset(
    {"xlink:href", "data", "poster", "cite", "srcset", "imagesrcset", "action", "formaction", "name", "http-equiv"}
)
"""Attributes that count on some elements only. ``href``, ``src`` and ``id`` count on all."""
_WANTED = f":is([id], [href]:not(base), [src], {', '.join(f'[{name}]' for name in sorted(_SELDOM))})".replace(
    "xlink:", "xlink\\:"
)
_BASE = regex(r"<base\b", re.IGNORECASE)
_CANDIDATE = regex(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?")
_REFRESH = regex(r"\s*[\d.]*[\s;,]+(?:url\s*=\s*)?(['\"]?)(?P<url>.*?)\1\s*", re.IGNORECASE | re.DOTALL)


class HtmlLinks(NamedTuple):
    """Links and places of an HTML page."""

    ids: tuple[str, ...]
    """Ids of its elements in order, and after them names of ``a`` elements that are no ids."""
    targets: tuple[str, ...]
    """The addresses in it as written, each once, in order."""


def read_links(html: str) -> HtmlLinks:
    """The links and ids of a page, as browsers read it: however attributes are quoted, spelled and escaped."""
    ids: list[str] = []
    names: dict[str, None] = {}
    targets: dict[str, None] = {}
    for node in LexborHTMLParser(html).css(_WANTED):
        values = node.attributes
        if name := values.get("id"):
            ids.append(name)
        for plain in (values.get("href"), values.get("src")):
            if plain is not None:
                targets[plain.strip()] = None
        if not _SELDOM.isdisjoint(values):
            tag = node.tag or ""
            if tag == "a" and (name := values.get("name")):
                names[name] = None
            for address in _addresses(tag, values):
                targets[address.strip()] = None
    known = frozenset(ids)
    return HtmlLinks((*ids, *(name for name in names if name not in known)), _from_base(html, tuple(targets)))


def _from_base(html: str, targets: tuple[str, ...]) -> tuple[str, ...]:
    """The addresses as they count when the page says with a ``base`` element from where they do."""
    if not _BASE.search(html):
        return targets
    node = LexborHTMLParser(html).css_first("base[href]")
    base = (node.attributes.get("href") or "").strip() if node else ""
    return tuple(urljoin(base, target) for target in targets) if base else targets


def _addresses(tag: str, values: Mapping[str, str | None]) -> Iterator[str]:
    """The addresses in the attributes of an element that count on some elements only."""
    if tag == "meta":
        if (values.get("http-equiv") or "").lower() == "refresh":
            refresh = _REFRESH.fullmatch(values.get("content") or "")
            if refresh and refresh["url"]:
                yield refresh["url"]
        return
    for name in ("xlink:href", _OF.get(tag, "")):
        if name in values:
            yield values[name] or ""
    if tag in _SETS:
        yield from (match[1] for match in _CANDIDATE.finditer(values.get(_SETS[tag]) or ""))
    elif tag in _FORMS:
        name, how = _FORMS[tag]
        address, method = values.get(name), (values.get(how) or "").lower()
        # A button that does not say how is sent as its form is, which has an address of its own to check.
        if address and (method == "get" or (tag == "form" and not method)):
            yield address
