"""Blanks beside signs, which some languages and people write and others do not: `5 %`, `5%`, `Quoi ?`, `Quoi?`."""

from annotated_briefings.base.regex import regex

_BLANK = regex(
    r"(?<=\d)[ \u00a0\u2009\u202f](?=[%‰€£¥₽₹₩]"
    r"|(?:[kcm]m|[kc]?m[²³]|[km]g|[km]?[WV]|[kMGT]Wh?|ha|ml|kHz|MHz|GHz)(?!\w))"
    r"|(?<=[$€£¥])[ \u00a0\u2009\u202f](?=\d)"
    r"|(?<=[^\W\d_])[ \u00a0\u2009\u202f](?=[?!;:](?:\s|\Z))"
)
_UNSEEN = "\u2060"


def without_sign_blanks(text: str) -> str:
    """A text without these blanks: a sign that nobody sees takes the place of each, so that all offsets stay the
    same."""
    return _BLANK.sub(_UNSEEN, text)
