"""Declarations of CSS by which the words of an element are not seen: no box, no size, no colour of their own."""

import re

from annotated_briefings.base.regex import regex

_HIDES = regex(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all"
    r"|inset:[^;]*-(?:\d{4,}(?:px|pt)|\d{3,}(?:r?em|v[wh]|%))"
    r"|text-indent:-\d{3,}|(?:left|right|top|bottom|margin(?:-left|-top)?|inset[\w-]*):-(?:\d{4,}(?:px|pt)|\d{3,}r?em"
    r"|\d{3,}(?:v[wh]|%))|clip:rect\([01](?:px)?[,1)]|clip-path:inset\((?:50|100)%\)|content-visibility:hidden"
    r"|(?:transform:)?scale(?::|\()0(?:\)|;|$)|transform:translate[xy]?\(-\d{4,}px"
    r"|text-decoration(?:-line)?:[^;]*line-through)"
)
"""Declarations by which words are not seen, or are struck out: those are withdrawn."""
_FIXED = regex(r"(?:^|;)position:fixed(?=;|$)")
_BESIDE_SCREEN = regex(r"(?:^|;)(?:top|right|bottom|left|inset[\w-]*):[^;]*?(?:[1-9]\d\dv[wh]|[1-9]\d{3,}(?:px|pt))")
"""What is fixed so far away is on no screen, and nobody scrolls to it."""
_FLAT = regex(r"(?:^|;)(?:max-)?(?:height|width|(?:block|inline)-size):0(?:\.0+)?(?:px|r?em|%|pt|v[wh])?(?=;|$)")
_CUTS = regex(r"(?:^|;)overflow(?:-[xy])?:(?:hidden|clip)")
_FILLED = regex(r"(?:^|;)padding(?:-top|-bottom)?:[^;]*[1-9]")
"""Boxes that keep the form of a film have their height from here."""
_FADED = regex(r"(?:^|;)(?:opacity:|filter:(?:[^;]*\))?opacity\()(?:0?\.0\d*|0)%?(?=;|\)|$)")
_FADES = regex(r"(?:^|;)(?:transition|animation)")
"""What begins unseen and is shown by and by is read."""
_NO_SIZE = regex(
    r"(?:^|;)font-size:(?:0?(?:\.\d+)?(?:px|pt)|0?(?:\.0+)?(?:r?em|%)?|1(?:px|pt))(?=;|$)"
    # The same within `font`, before the height of a line or before the name of a font.
    r"|(?:^|;)font:(?:[^;/]*?(?<![\d.])0(?:\.0+)?(?:px|pt|r?em|%)?/"
    r"|(?:normal|italic|oblique|bold|bolder|lighter|small-caps)*0(?:\.0+)?(?:px|pt|r?em|%)?(?![\d.]))"
)
_SIZE = regex(r"(?:^|;)font(?:-size)?:")
_COLOUR = regex(r"(?:^|;)color:([^;]+)")
_FILL = regex(r"(?:^|;)-webkit-text-fill-color:([^;]+)")
_GROUND = regex(r"(?:^|;)background(?:-color)?:([^;]+)")
_NAMED = {"white": "fff", "black": "000", "transparent": "transparent"}


def declarations(css: str, with_important: bool = False) -> str:
    """Declarations in the form in which the functions here read them: without spaces, in lower case."""
    return re.sub(r"\s+" if with_important else r"\s+|!\s*important", "", css.lower())


def is_unseen(style: str) -> bool:
    """Whether declarations hide an element, or strike it out."""
    flat = _FLAT.search(style) and _CUTS.search(style) and not _FILLED.search(style)
    away = _FIXED.search(style) and _BESIDE_SCREEN.search(style)
    return bool(flat or away or _HIDES.search(style) or (_FADED.search(style) and not _FADES.search(style)))


def has_no_size(style: str) -> bool:
    """Whether letters have no size that can be read."""
    return _NO_SIZE.search(style) is not None


def sets_size(style: str) -> bool:
    """Whether declarations say how large letters are."""
    return _SIZE.search(style) is not None


def ground_of(style: str) -> str:
    """The colour below an element, as it is written; empty where there is none."""
    own = _GROUND.search(style)
    return own[1] if own else ""


def same_colour(style: str, ground: str) -> bool:
    """Whether words have the colour of what is below them."""
    colour, own = _COLOUR.search(style), ground_of(style)
    if not colour:
        return False
    words = plain_colour(colour[1])
    return words in ("transparent", plain_colour(own) if own else ground or "fff")


def has_no_colour(style: str) -> bool:
    """Whether words are transparent, or have the colour that the same declarations put below them; not where what is
    below them shows through their letters."""
    colour, own = _COLOUR.search(style) or _FILL.search(style), ground_of(style)
    if not colour or "background-clip:text" in style:
        return False
    words = plain_colour(colour[1])
    return words == "transparent" or bool(own and words == plain_colour(own))


def plain_colour(text: str) -> str:
    """A colour in one spelling: short figures without `#`, or `transparent`."""
    text = _NAMED.get(text.strip(), text.strip().lstrip("#"))
    parts = re.fullmatch(r"rgba?\((\d+),(\d+),(\d+)(?:,([\d.]+))?\)", text)
    if parts:
        if parts[4] and float(parts[4]) == 0:
            return "transparent"
        text = "".join(f"{int(part):02x}" for part in parts.groups()[:3])
    return text[::2] if len(text) == 6 and text[::2] == text[1::2] else text
