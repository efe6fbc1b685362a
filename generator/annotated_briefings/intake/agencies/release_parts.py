"""Parts of press releases below their news: about the sender, about the future, about translations."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.agencies.releases import CONTACT, is_form, names_sender
from annotated_briefings.intake.labels import is_translation_notice, speaks_of_future
from annotated_briefings.intake.model import Paragraph

SENDER, FUTURE, TRANSLATION = (
    "what a release says of its sender",
    "what a company says of the future",
    "a notice on a translation",
)
_ASKS = (CONTACT, "whom to ask")
_EDITORS = regex(r"edit|redak|rédac|redac|redazi", re.IGNORECASE)
"""Notes to editors are news, unless they close themselves."""
_LONGEST_HEADING, _ABOVE = 80, 2
"""Characters of a heading, and lines of news that are above such parts at least."""


def parts_below_news(paragraphs: Sequence[Paragraph], *, is_release: bool) -> Mapping[int, str]:
    """Places of the paragraphs of a text that are such parts, and which; nothing where it is no release for certain:
    ``is_release`` where its first lines say that it is one, and a contact for the press or a heading over statements
    about the future says so too."""
    heads = {n: why for n, one in enumerate(paragraphs) if not one.aside and (why := _heading(one.text))}
    future = any(why == FUTURE for why in heads.values())
    if not (is_release or future or any(one.aside in _ASKS for one in paragraphs)):
        return {}
    out: dict[int, str] = {}
    part, above = "", 0
    for n, one in enumerate(paragraphs):
        if one.aside:
            continue
        if above >= _ABOVE and n in heads and _is_over_text(paragraphs, n):
            part = heads[n]
        elif part and _is_heading(one.text):
            part = ""
        own = part
        if not own and above >= _ABOVE and not _is_heading(one.text):
            own = FUTURE if speaks_of_future(one.text) else TRANSLATION if is_translation_notice(one.text) else ""
        if own:
            out[n] = own
        above += 1
    return out


def _heading(text: str) -> str:
    if len(text) > _LONGEST_HEADING or not _is_heading(text.rstrip(":")):
        return ""
    if names_sender(text):
        return SENDER
    return FUTURE if speaks_of_future(text) or (is_form(text) and not _EDITORS.search(text)) else ""


def _is_heading(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and text[-1:] not in STOPS


def _is_over_text(paragraphs: Sequence[Paragraph], place: int) -> bool:
    below = next((one for one in paragraphs[place + 1 :] if not one.aside), None)
    return below is not None and not _is_heading(below.text)
