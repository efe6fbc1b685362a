"""The files of the search index.

A browser asks ``index.js`` for all briefs with their dates, and for each word that is typed the one file of ``words/``
that the word belongs to; then those of ``briefs/`` that have the texts of the hits that it shows. ``names/`` has what
has a page of its own. All of them are scripts that hand over one value, so that a site is searched from a disk too.

Briefs are cut and joined in groups, so that an edited brief costs a new cut of its group alone.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from zlib import crc32

from annotated_briefings.base.values import Value
from annotated_briefings.output.search.names import headline_words, most, name_files
from annotated_briefings.output.search.pieces import Key, WordPlaces
from annotated_briefings.output.search.words import RULES, tokens
from annotated_briefings.site.exports.search_names import SearchName
from annotated_briefings.site.exports.search_records import SearchRecord

FOLDER = "search"
"""Folder of the index in the output."""
Files = tuple[tuple[str, bytes], ...]
WordLines = Mapping[int, str]
"""Number of a file of words to the lines that a group of briefs has in it."""
BLOCK = 1024
"""Places of one paragraph: a longer one goes on in the next block. Words added to a paragraph move no others."""
_BITS = 30
"""Bits of the id of a brief."""
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
IN_GROUP, _IN_FILE, _TOGETHER = 32, 4, 8
"""Briefs in a group, briefs to each file of words, and briefs whose texts are in one file: one for each brief would be
a fifth of all files of a site."""
_MOST = 4096
"""Most groups, and most files of words."""


class Layout(NamedTuple):
    """How the briefs of a site are distributed over groups and files, which depends on their addresses alone."""

    groups: tuple[tuple[tuple[str, str], ...], ...]
    """Id in the index and address of each brief of each group, in the order of the ids."""
    files: int
    """How many files of words there are."""
    texts: int
    """How many files of texts there are."""


class BriefGroup(Value):
    """Briefs that are cut into words together."""

    ids: tuple[str, ...]
    """Their ids in the index, in order."""
    records: tuple[SearchRecord, ...]
    """The briefs."""
    files: int
    """How many files of words there are."""
    texts: int
    """How many files of texts there are."""


class GroupFiles(Value):
    """What a group of briefs adds to the files of the index."""

    lines: WordLines
    """Its words."""
    days: tuple[tuple[str, str], ...]
    """Language of each brief, and its id with its day."""
    texts: tuple[tuple[int, str, str], ...]
    """Number of the file of texts, id, and what that file has of each brief, as JSON."""
    words: tuple[str, ...]
    """The words of its headlines."""


def layout(urls: Sequence[str]) -> Layout:
    """Where the briefs with some addresses are in the index."""
    count, files = _power(len(urls), IN_GROUP, 1), _power(len(urls), _IN_FILE, 8)
    out: list[list[tuple[str, str]]] = [[] for _ in range(count)]
    for number, url in sorted(_numbered(urls).items()):
        out[number * count >> _BITS].append((_name(number), url))
    return Layout(tuple(map(tuple, out)), files, _power(len(urls), _TOGETHER, 1, 1 << _BITS))


def groups(records: Sequence[SearchRecord]) -> tuple[BriefGroup, ...]:
    """All briefs in groups, in the order of their ids."""
    of = {record.url: record for record in records}
    found = layout(tuple(of))
    return tuple(
        BriefGroup(tuple(name for name, _ in part), tuple(of[url] for _, url in part), found.files, found.texts)
        for part in found.groups
    )


def _power(briefs: int, each: int, least: int, most: int = _MOST) -> int:
    """The power of two of which there is one for each so many briefs."""
    return min(most, max(least, 1 << max(0, (briefs // each) - 1).bit_length()))


def _numbered(urls: Iterable[str]) -> dict[int, str]:
    """The briefs by number, which depends on the address alone as long as no two of them would have the same."""
    out: dict[int, str] = {}
    for url in sorted(urls):
        again = 0
        while (number := _number(url, again)) in out:
            again += 1
        out[number] = url
    return out


def _number(url: str, again: int) -> int:
    return int.from_bytes(blake2b(f"{url}\n{again or ''}".encode(), digest_size=4).digest()) >> (32 - _BITS)


def _name(number: int) -> str:
    """A number in six letters and digits, in the same order."""
    out = ""
    for _ in range(6):
        number, rest = divmod(number, 36)
        out = _ALPHABET[rest] + out
    return out


def cut(group: BriefGroup) -> WordLines:
    """The words of a group of briefs, as lines for each file of words."""
    found: dict[int, dict[tuple[str, str], list[str]]] = defaultdict(dict)
    known: dict[str, int] = {}
    for ident, record in zip(group.ids, group.records, strict=True):
        for (key, word), places in _places(record).items():
            if key not in known:
                known[key] = crc32(key.encode()) % group.files
            found[known[key]].setdefault((key, word), []).append(ident + packed(places))
    return {
        at: "".join(f"{key}\t{word}\t{' '.join(found[at][key, word])}\n" for key, word in sorted(found[at]))
        for at in sorted(found)
    }


def _places(record: SearchRecord) -> dict[Key, list[int]]:
    """Words and their stems to their places; values of filters have none."""
    language = record.language.split("-")[0].lower()
    words = WordPlaces(language)
    for token in tokens(record.title, 0, language):
        words.put(token, token.at % BLOCK)
    at = BLOCK
    for value in dict.fromkeys(value for _, value in record.filters):
        for token in tokens(value, at, language):
            at = max(at, token.at + 2)
            if at < 2 * BLOCK:
                words.put(token, token.at)
    block = 3
    for number, text in enumerate((record.summary, *record.text)):
        start = 2 * BLOCK if not number else block * BLOCK
        block = max(3, (words.add(text, start) - 1) // BLOCK + 1)
    out = words.places()
    for name, value in record.filters:
        out[f"{name}:{value}", ""] = []
    return out


def packed(places: Iterable[int]) -> str:
    """Places as differences, each in signs of five bits of which all but the last have a sixth."""
    out, before = "", 0
    for place in sorted(places):
        out += _in_signs(place - before)
        before = place
    return out


@lru_cache(65_536)
def _in_signs(number: int) -> str:
    out = ""
    while number > 31:
        out += _SIGNS[number & 31 | 32]
        number >>= 5
    return out + _SIGNS[number]


def pieces_by_file(pieces: Iterable[WordLines], files: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The lines of all groups for each file of words."""
    found: list[list[str]] = [[] for _ in range(files)]
    for piece in pieces:
        for at, lines in piece.items():
            found[at].append(lines)
    return enumerate(map(tuple, found))


def joined(pieces: tuple[str, ...]) -> str:
    """The value of one file of words: stem to word to the briefs that hold it."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        for line in piece.split("\n")[:-1]:
            key, word, held = line.split("\t")
            found[key][word].append(held)
    value = {key: {word: " ".join(held) for word, held in sorted(found[key].items())} for key in sorted(found)}
    return as_json(value)


def word_file(at: int, value: str) -> tuple[str, bytes]:
    """One file of words."""
    return script(f"words/{at:03x}", value)


def group_files(group: BriefGroup) -> GroupFiles:
    """What a group adds to the files of the index."""
    days: list[tuple[str, str]] = []
    texts: list[tuple[int, str, str]] = []
    for ident, record in zip(group.ids, group.records, strict=True):
        days.append((record.language, ident + (record.order.replace("-", "")[:8] or "").ljust(8, "0")))
        shown = {
            "url": record.url,
            "title": record.title,
            "date": record.date,
            "language": record.language,
            "text": (record.summary, *record.text),
            "names": tuple(dict.fromkeys(value for _, value in record.filters)),
        }
        texts.append((int(ident, 36) * group.texts >> _BITS, ident, as_json(shown)))
    words = {word for record in group.records for word in headline_words(record.title)}
    return GroupFiles(cut(group), tuple(days), tuple(texts), tuple(sorted(words)))


def other_files(every: Sequence[GroupFiles], where: Layout, names: Sequence[SearchName]) -> Iterator[tuple[str, bytes]]:
    """The files beside those of words."""
    by_language: dict[str, list[str]] = defaultdict(list)
    texts: dict[int, list[str]] = defaultdict(list)
    for group in every:
        for language, day in group.days:
            by_language[language].append(day)
        for at, ident, shown in group.texts:
            texts[at].append(f'"{ident}":{shown}')
    for at, held in texts.items():
        yield script(f"briefs/{at:03x}", f"{{{','.join(held)}}}")
    subtags = {language.split("-")[0].lower() for language in by_language}
    rules = {**RULES, "languages": {n: r for n, r in RULES["languages"].items() if n in subtags}}
    briefs = {language: "".join(by_language[language]) for language in sorted(by_language)}
    found = dict(name_files(names, {word for group in every for word in group.words}))
    for at, value in found.items():
        yield script(f"names/{at:02x}", as_json(value))
    known = {
        "briefs": briefs,
        "files": where.files,
        "texts": where.texts,
        "names": sorted(found),
        "most": most(names),
        "rules": rules,
    }
    yield script("index", as_json(known))


def path_of(name: str) -> str:
    """The path of a file of the index."""
    return f"{FOLDER}/{name}.js"


def script(name: str, value: str) -> tuple[str, bytes]:
    """A file of the index that hands over a value, given as JSON."""
    return path_of(name), f"briefingsSearch({json.dumps(name)},{value});\n".encode()


def value_in(data: bytes) -> Any:
    """The value that a file of the index hands over. Raises ValueError for another file."""
    text = data.decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def as_json(value: object) -> str:
    """A value as files of the index write it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
