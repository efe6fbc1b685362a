"""The normal form of what formats state: names alone, addresses without their readers, languages as codes."""

import re

from annotated_briefings.base.paths import host_of
from annotated_briefings.base.values import replace
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.address_keys import Receiver
from annotated_briefings.intake.stated.addresses import (
    clean_address,
    clean_text,
    lost_references,
    without_references,
)
from annotated_briefings.intake.stated.asides import mark_asides
from annotated_briefings.intake.stated.letters import read_receiver_of_text, without_receiver, without_their_address
from annotated_briefings.intake.stated.outlets import outlet_name
from annotated_briefings.intake.stated.people import people

_PICTURE = re.compile(r"!\[((?:[^\[\]\\]|\\.)*)\](\(<?(?:https?:)?//[^)]*\)|\[[^\]]*\])")
_MAY_LEAD = re.compile(r"//|www\.|!\[", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]+)*")


def normal(document: RawDocument) -> RawDocument:
    """A document with what its format states in normal form, and clean addresses in its text."""
    # A letter may be pasted into a text, with the lines that name its receiver.
    reader = read_receiver_of_text(paragraph.text for paragraph in document.paragraphs)
    labels = lost_references(paragraph.markdown or paragraph.text for paragraph in document.paragraphs)
    cleaned = (_paragraph(paragraph, labels) for paragraph in document.paragraphs)
    own = (one for paragraph in cleaned if paragraph.text for one in without_receiver(paragraph, reader))
    paragraphs = tuple(part for paragraph in own for part in mark_asides(paragraph))
    return replace(document, paragraphs=paragraphs, given=_given(document.given, reader))


def _given(given: Given, reader: Receiver) -> Given:
    url = clean_address(given.url) if given.url.startswith(("http://", "https://")) else ""
    outlet = outlet_name(given.outlet)
    language = _LANGUAGE.fullmatch(given.language.strip())
    return replace(
        given,
        title=without_their_address(clean_text(" ".join(given.title.split())), reader),
        author=people(given.author),
        # A channel that is called "Top stories" has the name of its site.
        outlet=outlet or (host_of(url) if given.outlet else ""),
        url=url,
        language=language[1].lower() if language else "",
        held=" ".join(given.held.split()),
    )


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
