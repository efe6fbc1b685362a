"""Words that an editor has selected on the page of a brief: what a note, a point or a link on them would be."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import takewhile

from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.base.paths import is_address
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.markdown.plaintext import plain_quote, plain_whole
from annotated_briefings.content.markdown.text import Body, Passage
from annotated_briefings.editing.reanchor import context_of
from annotated_briefings.intake.figures import figures
from annotated_briefings.intake.ner.names import propose
from annotated_briefings.intake.ner.types import type_of

_NUMBER = regex(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_LOCAL = ("/", "#", "./", "../", "mailto:")
"""How targets begin that are addresses and no names."""


class MarkedWords(Value):
    """Selected words, as the fields of a brief name them."""

    quote: str
    """The words, whole, on one line."""
    prefix: str
    """The words before them, by which it is known later whether the words are still said of the same."""
    suffix: str
    """The words after them."""
    sentence: str
    """The sentence that they begin in."""
    value: str
    """The first number of the words, or else of the sentence; may be empty."""
    unit: str
    """Its unit; may be empty."""
    what: str
    """The words around it; may be empty."""


def likely_type(words: MarkedWords) -> str:
    """The likeliest type of selected words as an entity, from themselves and the words around them."""
    named = next((one for one in propose(words.sentence) if one.name == words.quote), None)
    return named.type if named else type_of(words.quote, {}, [(words.prefix, words.suffix)])


def selected_passage(body: Body, words: str, before: str = "", after: str = "") -> Passage | None:
    """Where selected words are in a text, made whole where the selection cuts a word or a number; None where they are
    not there. ``before`` and ``after`` are the words around them, by which equal places are told apart."""
    whole, wanted = plain_whole(body.text), plain_quote(words)
    if not wanted:
        return None
    places = list(_places(whole.text, wanted))
    if not places:
        return None
    left, right = plain_quote(before), plain_quote(after)
    best = max(places, key=lambda at: _shared(whole.text, at, at + len(wanted), left, right))
    start, end = best, best + len(wanted)
    text = whole.text
    if is_cut(text, start, end):
        while start and not text[start - 1].isspace() and (is_cut(text, start, end) or not text[start].isalnum()):
            start -= 1
        while end < len(text) and not text[end].isspace() and is_cut(text, start, end):
            end += 1
    return Passage(*whole.span(start, end))


def _places(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _shared(text: str, start: int, end: int, left: str, right: str) -> int:
    """How many characters around a place are those around the selection."""
    before, after = text[:start].rstrip(), text[end:].lstrip()
    return _alike(reversed(before), reversed(left)) + _alike(after, right)


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters are the same from the beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def marked_words(body: Body, words: str, before: str = "", after: str = "") -> MarkedWords | None:
    """Selected words of a text, and what can be told of them; None where they are not in it."""
    passage = selected_passage(body, words, before, after)
    if passage is None:
        return None
    text = body.text
    quote = " ".join(text[passage.start : passage.end].split())
    prefix, suffix = context_of(text, passage)
    starts = body.sentences
    at = bisect_right(starts, passage.start) - 1
    last = starts[at + 1] if at + 1 < len(starts) else len(text)
    sentence = " ".join(text[starts[at] : last].split())
    found = [one for one in figures([quote, sentence]) if one.value]
    first = next((one for one in found if one.value in quote), None)
    if first is None and (number := _NUMBER.search(quote)):
        # The selected number is the one that is meant, also where it is not known what it measures.
        return MarkedWords(quote, prefix, suffix, sentence, number[0], "", "")
    first = first or next(iter(found), None)
    parts_of_figure = (first.value, first.unit, first.what) if first else ("", "", "")
    return MarkedWords(quote, prefix, suffix, sentence, *parts_of_figure)


def linked_text(text: str, passage: Passage, target: str) -> str | None:
    """The file of a brief with a link on a passage of its text: to a web address or a place of the site, or else a
    wikilink to a brief, an entity, a tag or a story. None where the words cross marks of Markdown: no link can be set
    there."""
    split, _ = split_front_matter(Source("", text))
    before = read_markdown(Source("", text), split.body)
    words = before.text[passage.start : passage.end]
    pattern = r"\s+".join(map(re.escape, words.split()))
    for match in re.finditer(pattern, split.body):
        linked = split.body[: match.start()] + _link(match[0], target) + split.body[match.end() :]
        after = read_markdown(Source("", text), linked)
        if after.text == before.text and _links(after, passage) > _links(before, passage):
            return text[: len(text) - len(split.body)] + linked
    return None


def _link(words: str, target: str) -> str:
    if is_address(target) or target.startswith(_LOCAL):
        safe = target.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        return f"[{words}]({safe})"
    return f"[[{words}]]" if " ".join(words.split()) == target else f"[[{target}|{words}]]"


def _links(body: Body, passage: Passage) -> int:
    """How many links and other marks are on exactly a passage."""
    place = (passage.start, passage.end)
    marks = (*body.marked(), *((link.start, link.end) for link in body.wikilinks))
    return sum(mark == place for mark in marks)
