"""Signs that are set as one character or written with plain ones: `m²` and `m2`, `CO₂` and `CO2`, `½` and `1/2`.

So are `10⁶` and `10^6`, `№ 4` and `No. 4`, `℃` and `°C`, and blanks beside quotation marks and before `?`, as in
French, and before `%`, signs of money and units. A comma beside a quotation mark is left out, and a stop is behind the
mark, whichever side its paper sets it on. Nothing is that can be read otherwise: a raised figure counts behind a
unit or a power sign, and a lowered one behind a letter; `10²` and `102` are two numbers.
"""

import re
import unicodedata
from collections.abc import Iterator

from annotated_briefings.base.meaning.spelling.placed import replaced
from annotated_briefings.base.regex import regex

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_UP = str.maketrans("0123456789-", f"{_RAISED}⁻")
_DOWN = str.maketrans(_LOWERED, "0123456789")
_BLANK = (
    r"(?<=\d)[ \u00a0](?=[%‰€£¥₽₹₩])|(?<=[$€£¥])[ \u00a0](?=\d)|(?<=[^\W\d_])[ \u00a0](?=[?!;:](?:\s|\Z))"
    r"|(?<=\d)[ \u00a0](?=(?:[kcm]m|[kcdm]?m[²³23]|[km]g|[km]?[WV]|[kMGT]Wh?|ha|ml|kHz|MHz|GHz)(?!\w))"
)
_SET = regex(
    r"(?P<unit>(?:(?<=\d)|(?<=\d[ \u00a0])|(?<=/))(?:[kcdm]?m|ft|yd|mi|s|h|м|км|см))(?P<figure>[23])(?![\w^])"
    rf"|(?P<lowered>(?<=[^\W\d_])[{_LOWERED}]+)"
    r"|(?<=\d)\^(?P<power>-?\d{1,3})(?!\d)"
    r"|(?P<part>(?P<space>(?<=\d)[ \u00a0]?)?[\u00bc-\u00be\u2150-\u215e])"
    r"|(?<=\d)\u2044(?=\d)"
    r"|(?<!\w)(?P<number>(?:№|N[or]\.?|nr\.?|N[º°]\.|[Nn]\.?[º°])[ \u00a0]?)(?=\d)"
    r"|(?P<quote>(?:(?<=[\w!?…)%])[,.、，。](?=\"))?[ \u00a0]?\"(?:[ \u00a0]?(?:[,、，]|[.。](?![\w.])))?[ \u00a0]?)"
    rf"|(?P<blank>{_BLANK})"
    r"|(?P<degree>(?:(?<=\d)[ \u00a0])?(?:℃|℉|°[ \u00a0]?[CF](?![^\W\d_])))"
)
_CONCERNED = regex(
    rf"[{_LOWERED}\u00bc-\u00be\u2150-\u215e\u2044№º°℃℉^²³]|[a-zм][23](?!\w)|\d/\d|[Nn][or]\.?[ \u00a0]?\d"
    r"|[ \u00a0]\"[ \u00a0,.;:!?]|[,.、，。]\"|\"[,.、，。]"
    rf"|{_BLANK}"
)


def has_settings(text: str) -> bool:
    """Whether a text has signs that may be set otherwise."""
    return _CONCERNED.search(text) is not None


def set_plainly(text: str) -> tuple[str, tuple[int, ...]]:
    """A text with one form of these signs, and where each of its characters comes from, with one more place for the
    end."""
    return replaced(text, _SET, _placed)


def _placed(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    if not found["quote"]:
        yield from ((found.start(), char) for char in "".join(_plain(found)))
        return
    mark = found.start() + found[0].index('"')
    # A mark behind a blank is at its own place: the blank may be the end of a paragraph.
    yield mark if found[0][0] in " \u00a0" else found.start(), '"'
    if "." in found[0]:
        yield mark + 1, "."


def _plain(found: re.Match[str]) -> Iterator[str]:
    if found["unit"]:
        yield found["unit"] + found["figure"].translate(_UP)
    elif found["lowered"]:
        yield found["lowered"].translate(_DOWN)
    elif found["power"]:
        yield found["power"].translate(_UP)
    elif found["part"]:
        mixed = " " if found["space"] is not None else ""
        yield mixed + unicodedata.normalize("NFKC", found["part"].strip()).replace("\u2044", "/")
    elif found["number"]:
        yield "№"
    elif found["blank"]:
        yield ""
    elif found["degree"]:
        yield unicodedata.normalize("NFKC", found["degree"]).replace(" ", "")
    else:
        yield "/"
