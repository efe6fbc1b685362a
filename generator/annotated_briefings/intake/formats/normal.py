"""The normal form of what formats state: names alone, addresses without their readers, languages as codes."""

import re

from annotated_briefings.base.paths import has_web_scheme, host_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.agencies.releases import mark_contacts
from annotated_briefings.intake.agencies.spread import mark_spread
from annotated_briefings.intake.cleaning.cut import find_ending, last_words, without_torn
from annotated_briefings.intake.cleaning.days import real_day
from annotated_briefings.intake.cleaning.languages import language_code
from annotated_briefings.intake.cleaning.plain import (
    composed,
    count_controls,
    plain_words,
    without_controls,
    without_entities,
)
from annotated_briefings.intake.cleaning.wall_boxes import is_cut_before
from annotated_briefings.intake.formats.clips.measured import mark_measures
from annotated_briefings.intake.formats.instead.failed import stored_instead
from annotated_briefings.intake.formats.instead.no_article import shown_instead
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.labels.boxes import without_boxes
from annotated_briefings.intake.model import NO_AUTHOR, Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.address_keys import Receiver
from annotated_briefings.intake.stated.addresses import (
    clean_address,
    clean_text,
    lost_references,
    without_references,
)
from annotated_briefings.intake.stated.asides import mark_asides
from annotated_briefings.intake.stated.letters import read_receiver_of_text, without_receiver, without_their_address
from annotated_briefings.intake.stated.outlets import headline, outlet_name
from annotated_briefings.intake.stated.people import people, rest_of_byline

_PICTURE = regex(r"!\[((?:[^\[\]\\]|\\.)*)\](\(<?(?:https?:)?//[^)]*\)|\[[^\]]*\])")
_MAY_LEAD = regex(r"//|www\.|!\[", re.IGNORECASE)
_PAGE = regex(r"https?://[^\s/]+/\S*[^\s/]\S*")
_STORED = frozenset(("json", "feed"))
"""Formats of programs that fetch articles."""
_EXCERPTS = ("feed", "json")
"""Formats whose texts may be excerpts."""
_ESCAPED = ("feed", "json", "html", "mail", "markdown")
"""Formats in whose texts `&amp;` is a sign; in a text file it is what somebody wrote."""


def printable(document: RawDocument) -> tuple[RawDocument, int]:
    """A document without control characters, and how many it had: no brief and no page may hold them. Its letters are
    composed ones (NFC), so that nothing differs by their form alone."""
    paragraphs = tuple(map(_printable, document.paragraphs))
    given = document.given
    clean = replace(given, title=_plain(given.title), author=_plain(given.author), outlet=_plain(given.outlet),
                    url=without_controls(given.url), standfirst=tuple(map(_plain, given.standfirst)))  # fmt: skip
    if paragraphs == document.paragraphs and clean == given:
        return document, 0
    texts = (*(paragraph.text for paragraph in document.paragraphs), given.title, given.author, given.outlet)
    gone = sum(map(count_controls, texts))
    # What is between words only may have been all of a paragraph.
    return replace(document, paragraphs=tuple(one for one in paragraphs if one.text), given=clean), gone


def _printable(paragraph: Paragraph) -> Paragraph:
    text, markdown = _plain(paragraph.text), _plain(paragraph.markdown)
    if text == paragraph.text and markdown == paragraph.markdown:
        return paragraph
    return replace(paragraph, text=" ".join(text.split()), markdown=markdown)


def _plain(text: str) -> str:
    return composed(without_controls(text))


def normal(document: RawDocument) -> RawDocument:
    """A document with what its format states in normal form, clean addresses in its text, and marks on what is none."""
    # A letter may be pasted into a text, with the lines that name its receiver.
    reader = read_receiver_of_text(paragraph.text for paragraph in document.paragraphs)
    labels = lost_references(paragraph.markdown or paragraph.text for paragraph in document.paragraphs)
    resolved = map(_resolved, document.paragraphs) if document.encoding in _ESCAPED else document.paragraphs
    cleaned = (_paragraph(paragraph, labels) for paragraph in resolved)
    own = (one for paragraph in cleaned if paragraph.text for one in without_receiver(paragraph, reader))
    given = _given(document.given, reader)
    rest = rest_of_byline(plain_words(document.given.author), given.author, given.outlet)
    if rest and not document.left_out:
        document = replace(document, around=(*document.around, Paragraph(rest, 0, 0, aside=NO_AUTHOR)))
    whole = tuple(own)
    if document.whole and not document.left_out:
        ending = find_ending(whole, excerpts=document.encoding in _EXCERPTS)
        whole, given = ending.paragraphs, replace(given, cut=ending.cut or given.cut)
        if not given.cut and is_cut_before(whole, document.around):
            given = replace(given, cut=last_words([one.text for one in whole if not one.aside]))
        whole = without_torn(whole) if given.cut else whole
        document = replace(document, left_out=ending.left_out or _instead(document, whole))
    measured = [part for one in whole for part in mark_measures(one)]
    spread = mark_spread(measured, SEPARATOR)
    marked = [part for one in mark_contacts(spread, SEPARATOR) for part in mark_asides(one)]
    paragraphs = without_boxes(marked) if document.whole else tuple(marked)
    return replace(document, paragraphs=paragraphs, given=given)


def _instead(document: RawDocument, paragraphs: tuple[Paragraph, ...]) -> str:
    """Why a record has no text where it holds what a program or a site shows instead of one; else empty."""
    if document.encoding not in _STORED:
        return ""
    texts = [one.text for one in paragraphs if not one.aside]
    instead = stored_instead(" ".join(texts)) or shown_instead((document.given.title,), texts)
    return f"it is {instead.what}" if instead else ""


def _given(given: Given, reader: Receiver) -> Given:
    # What is called the source may be the page itself.
    stated = given.url or (given.outlet if _PAGE.fullmatch(given.outlet) else "")
    url = clean_address(stated) if has_web_scheme(stated) else ""
    outlet = outlet_name(plain_words(given.outlet))
    title = headline(plain_words(given.title), outlet)
    return replace(
        given,
        title=without_their_address(clean_text(title), reader),
        author=people(plain_words(given.author)),
        # A channel that is called "Top stories" has the name of its site.
        outlet=outlet or (host_of(url) if given.outlet else ""),
        published=real_day(given.published),
        url=url,
        language=language_code(given.language),
        held=" ".join(given.held.split()),
        modified=real_day(given.modified),
        standfirst=tuple(filter(None, (clean_text(plain_words(one)) for one in given.standfirst))),
    )


def _resolved(paragraph: Paragraph) -> Paragraph:
    """A paragraph of plain text with its entities resolved."""
    return paragraph if paragraph.markdown else replace(paragraph, text=without_entities(paragraph.text))


def _paragraph(paragraph: Paragraph, labels: frozenset[str]) -> Paragraph:
    """A paragraph with clean addresses, and with words in place of links that have lost theirs."""
    if labels:
        text, markdown = (without_references(one, labels) for one in (paragraph.text, paragraph.markdown))
        paragraph = replace(paragraph, text=text, markdown=markdown)
    if not any(_MAY_LEAD.search(text) for text in (paragraph.text, paragraph.markdown)):
        return paragraph
    markdown = clean_text(paragraph.markdown)
    if not markdown.startswith(("```", "~~~")):
        markdown = _PICTURE.sub(_link, markdown)
    return replace(paragraph, text=clean_text(paragraph.text), markdown=markdown)


def _link(picture: re.Match[str]) -> str:
    """A link in place of a picture on another host: a page asks no other host for anything."""
    words, target = picture[1].strip(), picture[2]
    return f"[{words}]{target}" if words else ""


def addressed(document: RawDocument, address: str) -> RawDocument:
    """A document that was found at an address, with that for its own where it states none."""
    if document.given.url or not has_web_scheme(address):
        return document
    return replace(document, given=replace(document.given, url=address))
