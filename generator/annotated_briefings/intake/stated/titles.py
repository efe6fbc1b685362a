"""Headlines without what sites write around them: their name, a section, counts of comments, pictures, `live`."""

import re

from annotated_briefings.intake.stated.outlets import is_section

_SIGNS = r"[\s\u2190-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff]"
_AROUND = re.compile(rf"^{_SIGNS}+|{_SIGNS}+$")
"""Blanks, arrows and small pictures."""
_COUNT = re.compile(
    r"^\(\d{1,3}\+?\)\s+(?=\S)|\s*(?:\(\d{1,4} ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti"
    r"|reacties)\)"
    r"|\[\d{1,4} ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties)\])$",
    re.IGNORECASE,
)
"""How many messages wait, in the title of a browser; how many comments there are."""
_LIVE = re.compile(
    r"\s*(?:[-–—|:]\s*)(?:live|live updates|live blog|liveblog|liveticker|as it happened|en direct|en vivo|in diretta"
    r"|ao vivo|trực tiếp)$|^(?:live|liveblog|liveticker|en direct|en vivo|in diretta|ao vivo)\s*[-–—|:]\s+",
    re.IGNORECASE,
)
_PARTS = re.compile(r"(\s+(?:[|»·•]|::)\s+|\s+[-–—]\s+)")
_HOST = re.compile(r"(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|de|fr|es|it|nl|at|ch|br|pt|ru|cn|jp|info|news|tv|co\.uk)")


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def headline(title: str, outlet: str) -> str:
    """A title without the furniture of its site; ``outlet`` is the name of the site, where it is known."""
    before = None
    while before != title:
        before = title
        for pattern in (_AROUND, _COUNT, _LIVE):
            title = pattern.sub("", title) or title
        title = _without_parts(title, outlet)
    return title


def _without_parts(title: str, outlet: str) -> str:
    """A title without its first or last part, where that is the site, its host, or one of its sections."""
    parts = _PARTS.split(title)
    if len(parts) < 3:
        return title
    if _is_furniture(parts[-1], outlet, parts[-2]):
        return "".join(parts[:-2])
    return "".join(parts[2:]) if _is_furniture(parts[0], outlet, parts[1]) else title


def _is_furniture(part: str, outlet: str, sign: str) -> bool:
    named = bool(outlet) and _letters(part) == _letters(outlet)
    # Behind a dash a section may be a word of the headline: `A divided nation - politics`.
    section = is_section(part) and any(mark in sign for mark in "|»")
    return named or section or _HOST.fullmatch(part.strip()) is not None
