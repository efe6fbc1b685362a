"""One record as a document: an article, or what is left out with the reason."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from annotated_briefings.base.comments.html import outside_comments
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.meant.states import is_answer
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.days import stated_day
from annotated_briefings.intake.cleaning.kinds import NO_TEXT, ONLY_POSTS, kind_left_out
from annotated_briefings.intake.cleaning.plain import plain_words, without_entities
from annotated_briefings.intake.formats.feeds import paragraphed
from annotated_briefings.intake.formats.html import html_paragraphs
from annotated_briefings.intake.formats.records.around import with_own_objects
from annotated_briefings.intake.formats.records.keys import (
    KINDS,
    LANGUAGES,
    MODIFIED,
    READING_LIST,
    SAVED,
    STANDFIRSTS,
    FieldNames,
    fact_keys,
    holds_fields,
    key_of,
    layers,
    text_keys,
    values_of,
)
from annotated_briefings.intake.formats.records.people import account_of, answers_another
from annotated_briefings.intake.formats.records.trees.rich_text import rich_html
from annotated_briefings.intake.formats.records.values import (
    address,
    moment,
    text_of,
    unnamed_address,
    unnamed_moment,
    words,
)
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.formats.unseen.words import unseen_words
from annotated_briefings.intake.formats.unused import UNKNOWN, unused_fields
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.marks.held import Mark, joined, read_marks

ONLY_ADDRESS = "it has an address and no text"
NO_OBJECT = "it is no object with a text"
_TIMES = 2
_ESCAPED = regex(
    r"\s*&(?:amp;)?lt;(?P<tag>p|div|h[1-6]|article|section|figure|ul|ol|blockquote)\b.*&(?:amp;)?lt;/"
    r"(?:p|div|h[1-6]|article|section|figure|ul|ol|blockquote)\s*&(?:amp;)?gt;\s*",
    re.DOTALL | re.IGNORECASE,
)
_TAG = regex(
    r"</?(?:p|br|div|span|a|b|i|u|em|del|s|strike|dialog|strong|small|sup|sub|img|ul|ol|li|h[1-6]|table|blockquote|font"
    r"|figure|template|pre|hr|svg|math|textarea|datalist|select|button|section|article|xml)\b[^<>]*>|<!--|<!\[CDATA\[|<![a-z]"
    r"|<\?[a-z]|</ ",
    re.IGNORECASE,
)
_BLOCK = regex(r"<(?:p|div|ul|ol|h[1-6]|table|blockquote|figure|pre)\b", re.IGNORECASE)
"""Marks of HTML in a text, and of HTML that says itself where its paragraphs are."""
_DEEPEST = 4
"""Objects in each other that are parts of one record."""
_WRITERS = ("author_id", "relationships.author.data.id", "relationships.uid.data.id", "author.sys.id", "author._ref")
"""Where a record keeps the id of its writer."""
STORE = frozenset(("_id", "_type"))
"""Keys of every record of a content store."""
_PUBLIC = ("as:Public", "Public", "https://www.w3.org/ns/activitystreams#Public")


class RecordReading(Value):
    """How the records of one file are read."""

    names: FieldNames
    """What they call their fields."""
    order: str = ""
    """Order of day and month in their dates, see ``order_of``."""
    posts: bool = False
    """Whether some of them are posts, so that pages are no articles."""
    known: frozenset[str] = frozenset()
    """Of a table: keys of the columns that mean something; the cells of the others are left out by name."""
    people: Mapping[str, str] = {}
    """Names of people by the ids that records have for them."""


def read_record(where: str, item: Any, reading: RecordReading) -> RawDocument:
    """The document of one record."""
    if not isinstance(item, Mapping):
        return RawDocument(where, tuple(_plain(text_of(item))), "json", True, left_out=NO_OBJECT)
    item = with_own_objects(item, reading.names)
    found = layers(item)
    given = _by_value(item, _given(item, found, reading), reading)
    paragraphs = _paragraphs(found, reading.names, given.url)
    kinds = [words(one) for one in values_of(found, KINDS)]
    kinds += ["reblog"] if isinstance(item.get("reblog"), Mapping) else []
    kinds += ["reply"] if answers_another(found) else []
    whole = any(text for text, _ in _whole_texts(found, reading.names))
    kind = kind_left_out(kinds, posts=reading.posts, whole=whole)
    why = ONLY_POSTS if kind else "" if paragraphs else ONLY_ADDRESS if given.url else NO_TEXT
    around = _unused(item, given, paragraphs, reading.names)
    if reading.known:
        unknown = _unknown(item, reading.known)
        known_texts = {one.text for one in unknown}
        around = (*unknown, *(one for one in around if one.text not in known_texts))
    return RawDocument(where, paragraphs, "json", True, given, why, kind, around=around if not why else ())


def _unused(
    item: Mapping[str, Any], given: Given, paragraphs: tuple[Paragraph, ...], names: FieldNames
) -> tuple[Paragraph, ...]:
    """The fields of an object with texts that are in no part of its article."""
    facts = fact_keys(names)
    texts = text_keys(names)
    pairs = [
        (name, value)
        for name, value in _fields(item, "")
        if isinstance(value, Mapping) or key_of(name.rpartition(".")[2]) not in facts
    ]
    if sum(bool(value) for _, value in pairs) < 2 and all(key_of(name) in texts for name, _ in pairs):
        # The one text that there is has been read.
        return ()
    used = (given.title, given.author, given.outlet, *given.standfirst, *(one.text for one in paragraphs))
    return unused_fields(pairs, used)


def _fields(item: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    """The fields of an object, and of the objects in it that are parts of the same record."""
    for name, value in item.items():
        where = f"{path}{name}"
        if holds_fields(str(name), value) and where.count(".") < _DEEPEST:
            yield from _fields(value, f"{where}.")
        else:
            yield where, value


def _unknown(item: Mapping[str, Any], known: frozenset[str]) -> tuple[Paragraph, ...]:
    """The cells of columns whose names are not known, each with its name."""
    cells = (
        (str(name), " ".join(str(value).split())) for name, value in item.items() if key_of(str(name)) not in known
    )
    return tuple(Paragraph(f"{name}: {value}", 0, 0, aside=UNKNOWN) for name, value in cells if value)


def _given(item: Mapping[str, Any], found: list[dict[str, Any]], reading: RecordReading) -> Given:
    names = reading.names
    saved = any(not READING_LIST.isdisjoint(layer) for layer in found)
    mark = _mark(item, found, names)
    # When a content store made a record, or somebody began what is not public, it was not published.
    made = saved or bool(mark.held) or item.keys() >= STORE
    days = tuple(name for name in names["published"] if not (made and bare_key(name) in SAVED))
    stated = (reading.people.get(one, one) for value in values_of(found, names["author"]) if (one := words(value)))
    # The number of a writer is no name.
    named = (one for one in stated if not one.isdecimal())
    outlets = map(words, values_of(found, names["outlet"]))
    return Given(
        title=next(filter(None, (plain_words(words(one)) for one in values_of(found, names["title"]))), ""),
        author=next(named, "") or _by_id(found, reading.people),
        outlet=next((one for one in outlets if one and not is_answer(one)), "") or account_of(found),
        published=_day(found, days, reading.order),
        url=next(filter(None, map(address, values_of(found, names["url"]))), "") or _relative(found, names),
        language=next(filter(None, map(words, values_of(found, LANGUAGES))), ""),
        held=mark.held,
        embargo=mark.embargo,
        expires=mark.expires,
        modified=_day(found, MODIFIED, reading.order),
        standfirst=tuple(filter(None, (" ".join(text_of(one).split()) for one in values_of(found, STANDFIRSTS)))),
        own_standfirst=True,
        day_order=reading.order,
    )


def _by_value(item: Mapping[str, Any], given: Given, reading: RecordReading) -> Given:
    """The facts of a record with address and day under unknown names, where the values show what they are."""
    if given.url and given.published:
        return given
    known = fact_keys(reading.names) | text_keys(reading.names)
    url = given.url or unnamed_address(item, known)
    day = given.published or ("" if given.held else unnamed_moment(item, known))
    return replace(given, url=url, published=day)


def _relative(found: list[dict[str, Any]], names: FieldNames) -> str:
    """An address on the site where a record was found."""
    return next((one for one in values_of(found, names["url"]) if isinstance(one, str) and one.startswith("/")), "")


def _by_id(found: list[dict[str, Any]], people: Mapping[str, str]) -> str:
    ids = [words(value) for value in values_of(found, _WRITERS)]
    ids += [f"post:{words(value)}" for value in values_of(found, ("id",))]
    return next((people[one] for one in ids if one in people), "")


def _day(found: list[dict[str, Any]], names: tuple[str, ...], order: str) -> str:
    """A day as the record writes it: the first that is one, else the first that says something."""
    written = [str(value) for one in values_of(found, names) if (value := moment(one)) != ""]
    return next((one for one in written if stated_day(one, order)), "") or next(filter(None, written), "")


def _mark(item: Mapping[str, Any], found: list[dict[str, Any]], names: FieldNames) -> Mark:
    known = frozenset(names["published"])
    marks = [read_marks(item.items(), known), *(read_marks(layer.items(), known) for layer in found[1:])]
    return joined((*marks, Mark(_readers(found))))


def _readers(found: list[dict[str, Any]]) -> str:
    """Of a message of a social network that names its readers: that everybody is none of them."""
    for layer in found:
        if "attributedto" in layer or "actor" in layer:
            readers = [one for key in ("to", "cc") for one in _listed(layer.get(key))]
            if readers and not any(one in _PUBLIC for one in readers):
                return "followers only"
    return ""


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _paragraphs(found: list[dict[str, Any]], names: FieldNames, base: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the likeliest field that holds words; a teaser only where there is no text.

    Relative links in them start from ``base``, the address of the article.
    """
    for stated, html in _texts(found, names):
        value = _resolved(stated)
        paragraphs = _html(value, base) if html else _marked(value, base)
        if paragraphs:
            return paragraphs
    return ()


def _texts(found: list[dict[str, Any]], names: FieldNames) -> Iterator[tuple[str, bool]]:
    yield from _whole_texts(found, names)
    # Which of several teasers is the longest is known, and which is the likeliest is not.
    yield from (
        (text, False) for text in sorted(map(text_of, values_of(found, names["teaser"])), key=len, reverse=True)
    )


def _whole_texts(found: list[dict[str, Any]], names: FieldNames) -> Iterator[tuple[str, bool]]:
    """The fields of texts, and whether they are HTML; teasers are none."""
    yield from ((rich_html(value) or text_of(value), True) for value in values_of(found, names["html"]))
    yield from (
        (rich, True) if (rich := rich_html(value)) else (text_of(value), False)
        for value in values_of(found, names["text"])
    )


def _resolved(text: str) -> str:
    """A text whose HTML was escaped once or twice, as HTML: it begins and ends with an element of a text. One that only
    speaks of elements does not."""
    for _ in range(_TIMES):
        if not _ESCAPED.fullmatch(text):
            break
        text = unescape(text)
    return text


def _html(text: str, base: str) -> tuple[Paragraph, ...]:
    return html_paragraphs(text if _TAG.search(text) else "".join(f"<p>{line}</p>" for line in text.split("\n")), base)


def _marked(text: str, base: str) -> tuple[Paragraph, ...]:
    text, left = without_tool_comments(text)
    if not _TAG.search(text):
        return (*_plain(text), *unseen_words(left))
    text = "".join(outside_comments(text))
    if not _BLOCK.search(text):
        text = "".join(f"<p>{line}</p>" for line in text.split("\n"))
        return (*html_paragraphs(text, base), *unseen_words(left))
    return (*html_paragraphs(paragraphed(text), base), *unseen_words(left))


def _plain(text: str) -> Iterator[Paragraph]:
    for line in re.split(r"\r\n?|\n", text):
        part = without_entities(" ".join(line.split()))
        if part:
            yield Paragraph(part, 0, 0)
