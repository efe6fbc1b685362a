"""The styles of an OpenDocument text: what its words look like, and how its lists are numbered."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.office.package import child
from annotated_briefings.intake.formats.office.word_styles import Look, is_quote_style

_LENGTH = regex(r"([\d.]+)pt")
_NO_GROUND = ("", "transparent", "#ffffff")


class OdtStyle(Value):
    """A style of an OpenDocument text, with what it takes from those above it."""

    names: tuple[str, ...] = ()
    """Names of it and of those that it is based on, from itself up."""
    look: Look = Look()
    """What its words look like."""
    level: int = 0
    """Outline level of its headings from 1; 0 for text."""
    list_style: str = ""
    """The list style that its paragraphs have."""
    ground: bool = False
    """Whether its paragraphs have a coloured ground."""

    @property
    def title(self) -> bool:
        """Whether its paragraphs are the title of the document."""
        return "title" in self.names

    @property
    def quote(self) -> bool:
        """Whether its paragraphs are quotations."""
        return any(is_quote_style(name) for name in self.names)


class ListLevel(Value):
    """A level of a list style."""

    numbered: bool
    """Whether its lines have numbers."""
    start: int = 1
    """Number of the first one."""


class OdtStyles:
    """The styles of a document by family and name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._known: dict[tuple[str, str], OdtStyle] = {}
        self.lists: dict[str, dict[int, ListLevel]] = {}
        """Levels of list styles by name and depth, from 0."""
        for root in roots:
            for element in root.iter():
                if element.tag == "style":
                    self._elements.setdefault((element.get("family", ""), element.get("name", "")), element)
                elif element.tag == "list-style":
                    self.lists.setdefault(element.get("name", ""), _levels(element))

    def get(self, family: str, name: str, around: frozenset[str] = frozenset()) -> OdtStyle:
        """A style; a plain one for a name that no style has."""
        element = self._elements.get((family, name))
        if element is None or name in around:
            return OdtStyle(names=(_plain(name),) if name else ())
        if (family, name) not in self._known:
            base = self.get(family, element.get("parent-style-name", ""), around | {name})
            self._known[family, name] = _style(element, base)
        return self._known[family, name]


def _style(element: Element, base: OdtStyle) -> OdtStyle:
    level = element.get("default-outline-level", "")
    grounds = (child(element, "paragraph-properties"), child(element, "table-cell-properties"))
    return OdtStyle(
        names=(_plain(element.get("display-name", "") or element.get("name", "")), *base.names),
        look=_look(child(element, "text-properties")).over(base.look),
        level=int(level) if level.isdecimal() else base.level,
        list_style=element.get("list-style-name", "") or base.list_style,
        ground=base.ground or any(map(has_ground, grounds)),
    )


def _plain(name: str) -> str:
    return name.replace("_20_", " ").lower()


def has_ground(properties: Element | None) -> bool:
    """Whether properties give a coloured ground."""
    return properties is not None and properties.get("background-color", "") not in _NO_GROUND


def _look(properties: Element | None) -> Look:
    """What properties of a style say of its words."""
    if properties is None:
        return Look()
    get = properties.get
    weight, slant, place = get("font-weight", ""), get("font-style", ""), get("text-position", "")
    through = get("text-line-through-style", "") or get("text-line-through-type", "")
    size = _LENGTH.fullmatch(get("font-size", ""))
    up = place.startswith("super") or re.match(r"[1-9]", place) is not None
    down = place.startswith(("sub", "-"))
    return Look(
        bold=(weight == "bold" or (weight.isdecimal() and int(weight) >= 600)) if weight else None,
        italic=slant in ("italic", "oblique") if slant else None,
        hidden=get("display") == "none" if get("display") else None,
        struck=through != "none" if through else None,
        raised=("sup" if up else "sub" if down else "") if place else None,
        size=float(size[1]) if size else None,
        colour=get("color", "").lstrip("#").lower() or None,
        ground=has_ground(properties) or None,
    )


def _levels(element: Element) -> dict[int, ListLevel]:
    found = {}
    for level in element:
        depth, start = level.get("level", ""), level.get("start-value", "")
        if depth.isdecimal() and depth != "0":
            numbered = level.tag == "list-level-style-number" and level.get("num-format", "1") != ""
            found[int(depth) - 1] = ListLevel(numbered, int(start) if start.isdecimal() else 1)
    return found
