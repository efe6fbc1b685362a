"""The styles of a Word document: what its paragraphs and words look like, and which of them nobody sees."""

import re
from xml.etree.ElementTree import Element

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.formats.office.package import child, value

_OFF = ("0", "false", "off", "none")
_TINY = 1.0
"""Size of letters, in points, that nobody can read."""
_WHITE = ("ffffff", "auto", "")
_HEADING = regex(r"heading ([1-9])")
_LAST_OUTLINE = 8
"""Outline levels run from 0; 9 is body text."""
_QUOTES = regex(
    r"(?:intense )?quot\w*|block (?:text|quot\w*)|zitat|(?:intensives|starkes) zitat|citation(?: intense)?|cita\w*"
    r"(?: destacada| intensa)?|citaat|duidelijk citaat|citat\w*|sitat|sitaatti|lainaus|cytat|citát|idézet|alıntı"
    r"|цитата|引用(?:文)?|明显引用|인용|اقتباس|ציטוט",
    re.IGNORECASE,
)


class Look(Value):
    """What words look like; None where a style says nothing."""

    bold: bool | None = None
    """Whether they are bold."""
    italic: bool | None = None
    """Whether they are in italics."""
    hidden: bool | None = None
    """Whether they are hidden."""
    struck: bool | None = None
    """Whether they are struck out."""
    raised: str | None = None
    """``sup``, ``sub`` or empty."""
    size: float | None = None
    """Points."""
    colour: str | None = None
    """Six hexadecimal digits, lower-case."""
    ground: bool | None = None
    """Whether what is behind the words has a colour of its own."""

    def over(self, below: "Look") -> "Look":
        """This look where it says something, and the one below it elsewhere."""
        own = {name: one for name in _FIELDS if (one := getattr(self, name)) is not None}
        return replace(below, **own) if own else below

    def is_unseen(self, on_ground: bool) -> bool:
        """Whether nobody sees such words, or they are withdrawn; ``on_ground`` is whether what is around them has a
        colour."""
        white = self.colour == "ffffff" and not (self.ground or on_ground)
        return bool(self.hidden or self.struck or white or (self.size is not None and self.size <= _TINY))


_FIELDS = ("bold", "italic", "hidden", "struck", "raised", "size", "colour", "ground")


class WordStyle(Value):
    """A style of paragraphs or words, with what it takes from those that it is based on."""

    name: str = ""
    """Its name, English for styles that Word brings."""
    look: Look = Look()
    """What its words look like."""
    level: int = 0
    """Outline level of its headings from 1; 0 for text."""
    quote: bool = False
    """Whether its paragraphs are quotations."""
    list_id: str = ""
    """Id of the list that its paragraphs belong to; empty for none."""
    depth: int | None = None
    """How deep they are in it, from 0; None where it does not say."""
    ground: bool = False
    """Whether its paragraphs, or the cells of its tables, have a coloured ground."""


PLAIN = WordStyle()


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        elements = root.findall("style") if root is not None else []
        self._elements = {element.get("styleId", ""): element for element in elements}
        self._known: dict[str, WordStyle] = {}
        self.below = look_of(child(root, "docDefaults", "rPrDefault", "rPr"))
        """What words look like that no style and no form of their own says anything of."""
        self.paragraph = next(
            (
                e.get("styleId", "")
                for e in elements
                if e.get("type") == "paragraph" and e.get("default") in ("1", "true")
            ),
            "",
        )
        """Id of the style of paragraphs that name none."""

    def get(self, style: str, around: frozenset[str] = frozenset()) -> WordStyle:
        """A style; the plain one for an id that no style has."""
        element = self._elements.get(style)
        if element is None or style in around:
            return PLAIN
        if style not in self._known:
            base = self.get(value(element, "basedOn"), around | {style})
            self._known[style] = _style(element, base)
        return self._known[style]


def _style(element: Element, base: WordStyle) -> WordStyle:
    name = value(element, "name") or element.get("styleId", "")
    paragraph = child(element, "pPr")
    named = _HEADING.fullmatch(name.lower())
    level = level_of(paragraph)
    if level is None:
        level = int(named[1]) if named else base.level
    list_id = value(paragraph, "numPr", "numId")
    return WordStyle(
        name=name,
        look=look_of(child(element, "rPr")).over(base.look),
        level=level,
        quote=base.quote or is_quote_style(name),
        list_id=list_id or base.list_id,
        depth=depth_of(paragraph) if list_id else base.depth,
        ground=base.ground or any(is_ground(shade) for shade in element.iter("shd")),
    )


def is_quote_style(name: str) -> bool:
    """Whether a style of this name is one for quotations, in the languages of office programs."""
    return _QUOTES.fullmatch(name.strip()) is not None


def level_of(paragraph: Element | None) -> int | None:
    """The outline level that properties of a paragraph give it, 0 for text; None where they do not say."""
    stated = value(paragraph, "outlineLvl")
    if not stated.isdecimal():
        return None
    return int(stated) + 1 if int(stated) <= _LAST_OUTLINE else 0


def depth_of(paragraph: Element | None) -> int | None:
    """How deep properties of a paragraph put it in its list; None where they do not say."""
    stated = value(paragraph, "numPr", "ilvl")
    return min(int(stated), _LAST_OUTLINE) if stated.isdecimal() else None


def is_ground(shade: Element | None) -> bool:
    """Whether a shading has a colour that white words can be read on."""
    if shade is None:
        return False
    return shade.get("fill", "").lower() not in _WHITE or shade.get("val", "").startswith(("pct", "solid"))


def look_of(properties: Element | None) -> Look:
    """What properties of a run say of its words."""
    if properties is None:
        return Look()
    size, colour = value(properties, "sz"), value(properties, "color").lower()
    marked = value(properties, "highlight")
    shade = properties.find("shd")
    vertical = value(properties, "vertAlign")
    return Look(
        bold=_switch(properties, "b"),
        italic=_switch(properties, "i"),
        hidden=_switch(properties, "vanish"),
        struck=_either(_switch(properties, "strike"), _switch(properties, "dstrike")),
        raised={"superscript": "sup", "subscript": "sub"}.get(vertical, "") if vertical else None,
        size=float(size) / 2 if size.isdecimal() else None,
        colour=colour or None,
        ground=(marked not in ("none", "white") if marked else None)
        or (is_ground(shade) if shade is not None else None),
    )


def _either(one: bool | None, other: bool | None) -> bool | None:
    return None if one is None and other is None else bool(one or other)


def _switch(properties: Element, name: str) -> bool | None:
    found = properties.find(name)
    return None if found is None else found.get("val", "1").lower() not in _OFF
