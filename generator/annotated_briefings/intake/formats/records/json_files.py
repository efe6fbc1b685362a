"""JSON and JSON Lines: answers of news interfaces, exports of feed readers and of content management systems."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from json import JSONDecodeError, JSONDecoder
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.jsontext import read_json, read_whole_json, with_repeated
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.days import order_of
from annotated_briefings.intake.cleaning.kinds import NO_TEXT, is_post
from annotated_briefings.intake.formats.collected_file import CollectedFile, read_decoded
from annotated_briefings.intake.formats.records.answers import failed_answer
from annotated_briefings.intake.formats.records.damaged import whole_before
from annotated_briefings.intake.formats.records.facebook import is_in_bytes, posts_of, with_letters
from annotated_briefings.intake.formats.records.keys import (
    CHANNELS,
    KINDS,
    FieldNames,
    key_of,
    layers,
    names_with,
    values_of,
)
from annotated_briefings.intake.formats.records.people import people_of, writers_of_records
from annotated_briefings.intake.formats.records.record import ONLY_ADDRESS, STORE, RecordReading, read_record
from annotated_briefings.intake.formats.records.shape import FULL, Group, find_records, weight_of
from annotated_briefings.intake.formats.records.transcripts import paragraphs_of_recording
from annotated_briefings.intake.formats.records.values import moment, words
from annotated_briefings.intake.formats.spoken.conversations import is_conversation
from annotated_briefings.intake.formats.unread import CHATS, Unread, refuse, unread_json
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.model import FieldMap, Given, Paragraph, RawDocument

_WRAPPED = regex(r"\s*(?:(?:var|let|const)\s+)?[\w.$]+\s*(?P<sign>=|\()\s*(?=\[\s*\{|\{\s*\")")
"""What is before JSON that is a script: a name it is given to, or a function it is handed to."""
_MAP = "map it in site.yaml: `import: {fields: {text: its-name}}`"
_HELP = {
    NO_TEXT: f"call the field of the text `text`, `body` or `content`, or {_MAP}",
    ONLY_ADDRESS: f"save the pages at these addresses and import those; if a field has the text, {_MAP}",
}
_COMMENT = regex(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
_LAST_COMMA = regex(r",(\s*[\]}])")
_COMMENTED = Unread("JSON files with comments or spare commas", "take these out, and import it again")
_LONGEST_MESSAGE = 120
"""Characters of what an interface says that are shown."""
_JUDGED = 2_000
"""Records by which kinds and orders of dates are judged."""

Read = tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]


def read_json_file(file: CollectedFile) -> Read:
    """The articles of a JSON file."""
    return read_decoded(file, lambda text: _read_json(file.name, text, file.fields, file.first))


def _read_json(name: str, text: str, own: FieldMap, first: int) -> Read:
    """The articles of a JSON text, or of JSON Lines of which the first is line ``first`` of its file."""
    names = names_with(own)
    text = text.strip("\ufeff\x1e")
    broken: tuple[Diagnostic, ...] = ()
    try:
        whole = read_whole_json(_unwrapped(text))
        whole = with_letters(whole) if is_in_bytes(text) else whole
    except ValueError as error:
        lines, found = _lines(name, text, first, error)
        saved = None if lines or len(found) != 1 or found[0].code != "broken-record" else _saved(text, error, names)
        if saved is None:
            if is_conversation([value for _, value in lines]):
                return (), (refuse(name, CHATS),)
            items = [(number, one) for number, value in lines for one in _of_line(value, names)]
            documents = documents_of(name, items, names)
            return documents, (*found, *missing(name, documents))
        whole, count = saved
        broken = (_torn(found[0], count),)
    if failure := failed_answer(whole, whole=True):
        message = f"the file is an error message of an interface: `{shortened(failure, _LONGEST_MESSAGE)}`"
        return (), (
            report("no-article", message, Place(name), help="ask the interface again, and save what it answers"),
        )
    unread = unread_json(whole)
    if unread:
        return (), (refuse(name, unread),)
    posts = posts_of(whole)
    records, others = (tuple(posts), ()) if posts else find_records(whole, names)
    items = list(enumerate(records, first))
    documents = _with_beside(documents_of(name, items, names, people_of(whole), _channel(whole)), whole)
    return (*documents, *_others(name, others)), (*broken, *missing(name, documents))


def _saved(text: str, error: ValueError, names: FieldNames) -> tuple[Any, int] | None:
    """The part of a broken JSON text before its fault, and how many records it holds; None where it holds none."""
    text = _unwrapped(text)
    fault = error.pos if isinstance(error, JSONDecodeError) else len(text)
    read = [(whole, _count(whole, names)) for whole in whole_before(text, fault)]
    most = max((count for _, count in read), default=0)
    # One record more, deeper inside, is the torn one.
    return next(((whole, count) for whole, count in read if count and count >= most - 1), None)


def _count(whole: Any, names: FieldNames) -> int:
    return sum(1 for record in find_records(whole, names)[0] if weight_of(record, names))


def _torn(fault: Diagnostic, count: int) -> Diagnostic:
    """The diagnostic for a text of which the records before its fault were read."""
    read = f"the {count} records before it were read" if count != 1 else "the record before it was read"
    return replace(fault, help=f"{read}, and nothing behind it: save the file again, whole, and import it once more")


def is_script(text: str) -> bool:
    """Whether a text begins as JSON in a script does."""
    return bool(_WRAPPED.match(text))


def documents_of(
    name: str,
    items: list[tuple[int, Any]],
    names: FieldNames,
    people: Mapping[str, str] | None = None,
    channel: Given | None = None,
    known: frozenset[str] = frozenset(),
) -> tuple[RawDocument, ...]:
    """The documents of numbered records, or the one of which they are the pieces; ``known`` are the columns of a table
    that mean something."""
    if recording := paragraphs_of_recording([one for _, one in items]):
        spoken = tuple(Paragraph(one, 0, 0) for one in recording)
        return (RawDocument(f"{name}#{items[0][0]}", spoken, "json", True, Given(headless=True)),)
    some = [layers(one) for _, one in islice(items, _JUDGED) if isinstance(one, Mapping)]
    days = (moment(value) for found in some for value in values_of(found, names["published"]))
    posts = any(is_post(words(value) for value in values_of(found, KINDS)) for found in some)
    writers = writers_of_records(one for _, one in items)
    reading = RecordReading(names, order_of(days), posts, known, {**writers, **(people or {})})
    found = (
        _answered(f"{name}#{number}", item) or read_record(f"{name}#{number}", item, reading) for number, item in items
    )
    return tuple(_in_channel(document, channel) if channel else document for document in found)


def _answered(name: str, item: Any) -> RawDocument | None:
    """What is left out of a record in which an interface tells of a failed request; None for another one."""
    failure = failed_answer(item)
    why = f"it is an error message of an interface: {shortened(failure, _LONGEST_MESSAGE)}"
    return RawDocument(name, (), "json", True, left_out=why) if failure else None


def missing(name: str, documents: Iterable[RawDocument]) -> tuple[Diagnostic, ...]:
    """What to say of the records that hold no text, once for each reason."""
    found: dict[str, list[RawDocument]] = {}
    for document in documents:
        found.setdefault(document.left_out, []).append(document)
    return tuple(
        report("no-article", _with_words(why, len(some)), Place(some[0].name if len(some) == 1 else name), help=remedy)
        for why, remedy in _HELP.items()
        if (some := found.get(why))
    )


def _with_words(why: str, count: int) -> str:
    holds = "the entry holds" if count == 1 else f"{count} entries hold"
    return f"{holds} an address and no text" if why == ONLY_ADDRESS else f"{holds} no text"


def _unwrapped(text: str) -> str:
    """JSON without the script around it."""
    around = _WRAPPED.match(text)
    if not around:
        return text
    inner = text[around.end() :].rstrip().removesuffix(";").rstrip()
    return inner.removesuffix(")") if around["sign"] == "(" else inner


def _lines(name: str, text: str, first: int, error: ValueError) -> tuple[list[tuple[int, Any]], tuple[Diagnostic, ...]]:
    """The values of JSON Lines, or of JSON texts one after another, and the lines that are neither."""
    values: list[tuple[int, Any]] = []
    broken: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), first):
        if line.strip(" \t\r\x1e,"):
            try:
                value = read_whole_json(line.strip("\r\x1e, "))
                if not isinstance(value, (Mapping, list)) or not _objects(value):
                    remedy = 'write an article as `{"title": ..., "text": ...}`; the others are imported'
                    broken.append(report("broken-record", "the line is no object", Place(name, number, 1), help=remedy))
                    continue
                values.append((number, value))
            except ValueError as wrong:
                broken.append(
                    report(
                        "broken-record",
                        f"the line is not JSON: {wrong}",
                        Place(name, number, 1),
                        help="correct or delete the line; the others are imported",
                    )
                )
    if not broken or any(isinstance(value, Mapping) for _, value in values):
        return values, tuple(broken)
    several = list(_several(text, first))
    if several:
        return several, ()
    if _parses(_without_comments(text)):
        return [], (refuse(name, _COMMENTED),)
    message = f"the file is not JSON: {str(error).partition(': line')[0].lower()}"
    remedy = "save it again; a file that was cut off cannot be read"
    return [], (
        report(
            "broken-record",
            message,
            Place(name, getattr(error, "lineno", 1) + first - 1, getattr(error, "colno", 1)),
            help=remedy,
        ),
    )


def _without_comments(text: str) -> str:
    """A text without comments of programs, and without commas at the ends of lists."""
    return _LAST_COMMA.sub(r"\1", _COMMENT.sub(lambda match: match[0] if match[0][0] == '"' else " ", text))


def _parses(text: str) -> bool:
    try:
        return isinstance(read_json(text), (Mapping, list))
    except ValueError:
        return False


def _several(text: str, first: int) -> Iterator[tuple[int, Any]]:
    """Whole JSON texts one after another; none where one of them is broken."""
    decoder, at, found = JSONDecoder(object_pairs_hook=with_repeated), 0, list[tuple[int, Any]]()
    while at < len(text):
        if text[at] in " \t\r\n,\x1e":
            at += 1
            continue
        try:
            value, end = decoder.raw_decode(text, at)
        except (JSONDecodeError, RecursionError):
            return
        found.append((first + text.count("\n", 0, at), value))
        at = end
    yield from found


def _objects(value: Mapping[str, Any] | list[Any]) -> bool:
    """Whether a value is an object, or a list of such."""
    return isinstance(value, Mapping) or any(isinstance(one, Mapping) for one in value)


def _of_line(value: Any, names: FieldNames) -> tuple[Any, ...]:
    """The records of a line: itself, or those that it holds."""
    of_store = isinstance(value, Mapping) and value.keys() >= STORE
    if of_store or not isinstance(value, (Mapping, list)) or weight_of(value, names) == FULL:
        return (value,)
    return find_records(value, names)[0]


def _with_beside(documents: tuple[RawDocument, ...], whole: Any) -> tuple[RawDocument, ...]:
    """Documents with what the object around all records says, as what is left out beside the first."""
    if not isinstance(whole, Mapping) or (len(documents) < 2 and "jsonfeed.org" not in str(whole.get("version", ""))):
        return documents
    first = documents[0]
    texts = [(str(key), value) for key, value in whole.items() if isinstance(value, str)]
    left = unused_fields(texts, (first.given.title, first.given.outlet, *(one.text for one in first.paragraphs)))
    return (replace(first, around=(*first.around, *left)), *documents[1:])


def _channel(whole: Any) -> Given | None:
    """What a JSON Feed (https://jsonfeed.org, version 1 and 1.1), or an object beside the records, says of all."""
    if not isinstance(whole, Mapping):
        return None
    if "jsonfeed.org" not in str(whole.get("version", "")):
        inside = [layer[key] for layer in layers(whole) for key in CHANNELS if isinstance(layer.get(key), Mapping)]
        return Given(outlet=words(inside[0].get("title") or inside[0].get("name"))) if inside else None
    return Given(
        author=words(whole.get("authors") or whole.get("author")),
        outlet=words(whole.get("title")) or words(whole.get("home_page_url")),
        language=words(whole.get("language")),
    )


def _in_channel(document: RawDocument, channel: Given) -> RawDocument:
    given = document.given
    return replace(
        document,
        given=replace(
            given,
            author=given.author or channel.author,
            outlet=given.outlet or channel.outlet,
            language=given.language or channel.language,
        ),
    )


def _others(name: str, groups: Iterable[Group]) -> Iterator[RawDocument]:
    """What looks a little like records beside those that were taken."""
    for group in groups:
        if key_of(group.path.rpartition(".")[2]) in CHANNELS:
            continue
        where = f"{name}#{group.path}" if group.path else name
        yield RawDocument(where, (), "json", True, left_out="it is a list of something else than articles")
