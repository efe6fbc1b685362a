"""Letters of services that watch the news for somebody: a list of headlines that lead on by way of the service, each
with its outlet and an excerpt."""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from urllib.parse import parse_qsl

from annotated_briefings.base.paths import has_web_scheme, host_of, split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.cut import CUT, find_ending, last_words
from annotated_briefings.intake.formats.clips import read_clippings
from annotated_briefings.intake.formats.lined.outline import documents_of_lines, plain_lines
from annotated_briefings.intake.formats.mail.blocks import LetterBlock
from annotated_briefings.intake.formats.mail.parts import Text
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.asides import why_aside

SERVICE = "what a news alert says of itself"
BUTTON = "a button of a news alert"
NO_EXCERPT = "it has a headline and no text"
_ANCHOR = regex(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?(?P<url>https?://[^\"'\s<>]+)[^<>]*>(?P<words>.*?)</a>", re.I | re.S)
_URL = regex(r"https?://[^\s<>\"]+")
_TAG = regex(r"<[^<>]*>")
_MANAGED = regex(r"/alerts?(?:/|$)", re.IGNORECASE)
"""Paths at which a service keeps what it watches."""
_NAME_WORDS = 8
_SECTION_WORDS = 3
_LEAST = 12
"""Words of a sentence of news."""
_ENDED = regex(rf"[{STOPS}][\"'”’»)\]]*$")
_SHARED = regex(
    r"facebook|twitter|x|linkedin|whatsapp|telegram|reddit|e-?mail|teilen|share|partager|compartir|condividi",
    re.IGNORECASE,
)


class _Links(Value):
    targets: Mapping[str, tuple[str, ...]]
    """The addresses of the results in order, by the words that lead there by way of the service."""
    buttons: frozenset[str]
    """The words that lead to the service itself."""


def alert_documents(
    name: str, texts: Sequence[Text], blocks: Sequence[LetterBlock], given: Given
) -> tuple[RawDocument, ...]:
    """The results of a news alert, each an article that its service has cut; none for any other letter.

    An alert links to the page at which its service keeps what it watches, and leads to each result by way of the host
    of that page.
    """
    if len(texts) == 1 and not texts[0].html:
        return _plain(name, texts[0].text, given)
    links = _links(texts)
    heads = [n for n, (paragraph, _) in enumerate(blocks) if paragraph.text in links.targets]
    if not heads:
        return ()
    around = [_left(blocks[n][0], SERVICE) for n in range(heads[0])]
    out: list[RawDocument] = []
    for number, (start, end) in enumerate(zip(heads, [*heads[1:], len(blocks)], strict=True), 1):
        title = blocks[start][0].text
        urls = links.targets[title]
        again = sum(blocks[n][0].text == title for n in heads[: number - 1])
        stated = replace(given, title=title, url=urls[min(again, len(urls) - 1)], author="", outlet="")
        document, beside = _result([blocks[n][0] for n in range(start + 1, end)], stated, links.buttons)
        around += beside
        out.append(replace(document, name=f"{name}#{number}", parent=given.title))
    shown = tuple(one for one in around if one.text and one.text != SEPARATOR)
    if any(one.aside == SERVICE and _is_sentence(one.text) for one in shown):
        # A letter with news of its own is none that only lists results.
        return ()
    return (replace(out[0], around=shown), *out[1:])


def _plain(name: str, text: str, given: Given) -> tuple[RawDocument, ...]:
    """The results of an alert without HTML: a list of clippings."""
    urls = _URL.findall(text)
    hosts = {_service(url) for url in urls if _MANAGED.match(split_url(url).path)}
    if not any(_target(url) and _service(url) in hosts for url in urls):
        return ()
    lines = plain_lines(text.split("\n"))
    outline = read_clippings(lines)
    found = documents_of_lines(name, "mail", lines, outline) if outline is not None else ()
    results = [one for one in found if one.given.url and _service(one.given.url) not in hosts]
    # A line above an address of the service looks like a headline.
    beside = [
        _left(beside_texts, SERVICE)
        for one in found
        if one not in results
        for beside_texts in (_title(one), *one.paragraphs)
    ]
    out = [_clipping(one, given) for one in results]
    if out and beside:
        beside_texts = tuple(replace(one, text=_bare(one.text)) for one in beside)
        out[0] = replace(out[0], around=(*out[0].around, *(one for one in beside_texts if one.text)))
    return tuple(out)


def _title(document: RawDocument) -> Paragraph:
    line = document.paragraphs[0].line if document.paragraphs else 0
    return Paragraph(document.given.title, line, line)


def _bare(text: str) -> str:
    """A text without addresses: they hold the key of the receiver."""
    return _URL.sub("", text).strip("<> ")


def _clipping(document: RawDocument, given: Given) -> RawDocument:
    """An item of a list of clippings as a result of an alert: its lines are those of one excerpt, which is cut."""
    text: list[Paragraph] = []
    for one in document.paragraphs:
        if text and one.line <= text[-1].last_line + 1:
            text[-1] = replace(text[-1], text=f"{text[-1].text} {one.text}", last_line=one.last_line, aside="")
        else:
            text.append(replace(one, aside="" if one.aside == CUT else one.aside))
    ending = find_ending(tuple(text), excerpts=True)
    own = document.given
    cut = ending.cut or last_words([one.text for one in ending.paragraphs if not one.aside])
    around = (replace(paragraph, text=_bare(paragraph.text)) for paragraph in document.around)
    return replace(
        document,
        parent=given.title,
        paragraphs=ending.paragraphs,
        given=replace(own, published=own.published or given.published, cut=cut),
        around=tuple(paragraph for paragraph in around if paragraph.text),
    )


def _links(texts: Sequence[Text]) -> _Links:
    """What the links of a letter lead to; nothing for one of which no service keeps what it watches."""
    found = [
        (unescape(anchor["url"]), " ".join(unescape(_TAG.sub("", anchor["words"])).split()))
        for text in texts
        if text.html and "/alert" in text.text
        for anchor in _ANCHOR.finditer(text.text)
    ]
    hosts = {_service(url) for url, _ in found if _MANAGED.match(split_url(url).path)}
    own = [(words, url) for url, words in found if words and _service(url) in hosts]
    targets: dict[str, tuple[str, ...]] = {}
    for words, url in own:
        target = _target(url)
        if target and _service(target) not in hosts and target not in targets.get(words, ()):
            targets[words] = (*targets.get(words, ()), target)
    return _Links(targets, frozenset(words for words, _ in own if words not in targets))


def _service(url: str) -> str:
    """The service to which an address belongs: its host, without the country for the one that has many."""
    host = host_of(url)
    return "google" if host.startswith("google.") else host


def _is_sentence(text: str) -> bool:
    """Whether a line is a sentence of news."""
    return len(text.split()) >= _LEAST and bool(_ENDED.search(text)) and not why_aside(text)


def _target(url: str) -> str:
    """The address to which a link of a service leads on; empty for none."""
    named = (value for key, value in parse_qsl(split_url(url).query) if key in ("url", "q", "u", "target"))
    return next((value for value in named if has_web_scheme(value)), "")


def _result(own: Sequence[Paragraph], given: Given, buttons: frozenset[str]) -> tuple[RawDocument, list[Paragraph]]:
    """An article of what is below its headline, and what is no part of it."""
    text: list[Paragraph] = []
    around: list[Paragraph] = []
    closed = False
    for paragraph in own:
        words = paragraph.text.split()
        if _is_button(paragraph.text, buttons) or _SHARED.fullmatch(paragraph.text) or why_aside(paragraph.text):
            closed = closed or bool(text)
            around.append(_left(paragraph, BUTTON))
        elif closed or paragraph.aside:
            around.append(_left(paragraph, SERVICE))
        elif not given.outlet and not text and len(words) <= _NAME_WORDS and not _ENDED.search(paragraph.text):
            given = replace(given, outlet=paragraph.text)
        elif text and len(words) <= _SECTION_WORDS and not _ENDED.search(paragraph.text):
            closed = True
            around.append(_left(paragraph, SERVICE))
        else:
            text.append(paragraph)
    ending = find_ending(tuple(text), excerpts=True)
    cut = ending.cut or last_words([one.text for one in ending.paragraphs if not one.aside])
    why = ending.left_out or ("" if text else NO_EXCERPT)
    document = RawDocument("", ending.paragraphs, "mail", True, replace(given, cut=cut), why)
    return document, around


def _is_button(text: str, buttons: frozenset[str]) -> bool:
    """Whether a line consists of words that lead to the service."""
    return all(part.strip() in buttons for part in text.split("|"))


def _left(paragraph: Paragraph, why: str) -> Paragraph:
    """A paragraph as left out, without its links: they hold the key of the receiver."""
    return replace(paragraph, markdown="", aside=paragraph.aside or why)
