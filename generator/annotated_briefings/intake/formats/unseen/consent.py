"""Boxes that a page shows before its article until its reader consents to cookies: taken out and named, whatever their
language."""

import re

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.unseen.left import note_left_out
from annotated_briefings.intake.stated.closed.consents import CONSENT, asks_for_consent, is_answer, speaks_of_cookies

_NAMES = regex(
    r"(?:.*[-_])?(?:cookies?|consents?|cmp|gdpr|dsgvo|rgpd|lgpd|ccpa|kvkk|avg|onetrust|didomi|usercentrics|cookiebot|truste|tcf"
    r"|privacy)(?:[-_].*|banner|wall|bar|notice|modal|popup|layer|message|consent|box|overlay|manager)?|cc-window|sp_message.*|qc-cmp.*"
    r"|fc-consent.*",
    re.IGNORECASE,
)
"""Classes and ids of such boxes."""
_DIALOGS = ("dialog", "alertdialog")
_BOXES = ("div", "section", "aside", "form", "dialog", "footer", "header", "amp-consent", "p", "ul")
_BUTTONS = ("button", "a", "input")
_MOST, _REST = 300, 25
"""Words of a box, and those that a page has besides it at least: else the page is such a form."""


def drop_consent(soup: BeautifulSoup) -> None:
    """Take boxes that ask for consent out of a page and note their first words in it, if the page has other words."""
    body = soup.body
    if body is None or (heading := soup.find("h1")) is None or speaks_of_cookies(heading.get_text()):
        return
    total = len(body.get_text(" ").split())
    for tag in [one for one in body.find_all(_BOXES) if _may_be(one)]:
        if tag.decomposed or not _is_box(tag, above=_is_above(tag, heading)):
            continue
        words = len(tag.get_text(" ").split())
        if words <= _MOST and total - words >= _REST:
            note_left_out(soup, tag, CONSENT)
            tag.decompose()
            total -= words


def _may_be(tag: Tag) -> bool:
    return tag.find(("h1", "article", "main")) is None and tag.find_parent("article") is None


def _is_above(tag: Tag, heading: Tag) -> bool:
    return any(one is heading for one in tag.find_all_next("h1", limit=1))


def _is_box(tag: Tag, *, above: bool) -> bool:
    """Whether an element is such a box: by its name or role and one sign in its words, or by its words and buttons."""
    text = " ".join(tag.get_text(" ").split())
    if not text:
        return False
    names = [str(name) for name in (*tag.get_attribute_list("class"), tag.get("id")) if name]
    label = f"{tag.get('aria-label') or ''}"
    dialog = str(tag.get("role") or "").lower() in _DIALOGS or tag.name == "dialog" or tag.get("aria-modal") == "true"
    named = tag.name == "amp-consent" or any(map(_NAMES.fullmatch, names)) or speaks_of_cookies(label)
    if named or dialog:
        return speaks_of_cookies(text) or (named and _has_answer(tag))
    return asks_for_consent(text) and (_has_answer(tag) or (above and tag.name == "p"))


def _has_answer(tag: Tag) -> bool:
    labels = (str(one.get("value") or "") or one.get_text(" ") for one in tag.find_all(_BUTTONS))
    return any(map(is_answer, labels))
