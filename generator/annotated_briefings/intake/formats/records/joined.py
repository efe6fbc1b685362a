"""Exports in which the texts of posts lie in files of their own, beside a table or list of the posts."""

from collections.abc import Iterator, Mapping
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.records.keys import folded, names_with
from annotated_briefings.intake.formats.records.record import RecordReading, read_record
from annotated_briefings.intake.formats.records.shape import find_records
from annotated_briefings.intake.formats.records.tables import PEOPLE, table_records
from annotated_briefings.intake.model import RawDocument

_LISTS = (".csv", ".json")
_TEXTS = (".html", ".htm", ".md", ".txt")
_KEYS = ("postid", "id", "slug", "filename", "file", "path")
"""What names the file of a post."""


class ListedPost(Value):
    """A post whose text is in a file of its own."""

    where: str
    """Name and number of its record."""
    record: Mapping[str, Any]
    """What is stated about it."""


class Joined(Value):
    """The posts of an archive by the files of their texts."""

    posts: Mapping[str, ListedPost] = {}
    """ListedPost by the name of a file."""
    rest: tuple[ListedPost, ...] = ()
    """Posts without such a file."""
    lists: frozenset[str] = frozenset()
    """The files that list posts."""
    beside: frozenset[str] = frozenset()
    """Files of the same names as the texts of posts, such as notes on them."""


def may_join(names: frozenset[str]) -> tuple[str, ...]:
    """The files of an archive that may list the texts beside them."""
    lists = sorted(name for name in names if name.lower().endswith(_LISTS) and not name.startswith("__MACOSX/"))
    return tuple(lists) if any(name.lower().endswith(_TEXTS) for name in names) else ()


def join(names: frozenset[str], lists: Mapping[str, bytes]) -> Joined:
    """The files of an archive that are the texts of posts in its lists."""
    # Of several files of one name the last one counts: a page, not the notes on it.
    texts = sorted(filter(_ending, names), key=lambda name: (_TEXTS.index(_ending(name)), name), reverse=True)
    files = {key: name for name in texts for key in _stems(name)}
    posts: dict[str, ListedPost] = {}
    rest: list[ListedPost] = []
    found: set[str] = set()
    for name, data in lists.items():
        read = [ListedPost(f"{name}#{number}", record) for number, record in _records(name, data)]
        if read and not PEOPLE.isdisjoint(folded(read[0].record)):
            continue
        matched = {id(post): file for post in read if (file := _file(post.record, files))}
        if matched:
            found.add(name)
            posts |= {matched[id(post)]: post for post in read if id(post) in matched}
            rest += [post for post in read if id(post) not in matched]
    stems = {stem for name in posts for stem in _stems(name)}
    beside = frozenset(name for name in texts if name not in posts and stems & {*_stems(name)})
    return Joined(posts, tuple(rest), frozenset(found), beside)


def read_post(name: str, post: ListedPost, text: str) -> RawDocument:
    """A post with the text of its file; empty for one that has none."""
    return read_record(name, {**post.record, "content_html": text}, RecordReading(names_with(())))


def _records(name: str, data: bytes) -> Iterator[tuple[int, Mapping[str, Any]]]:
    text = data.decode("utf-8-sig", "replace")
    if name.lower().endswith(".csv"):
        yield from table_records(text)
        return
    try:
        records, _ = find_records(read_json(text), names_with(()))
    except ValueError:
        return
    yield from ((number, one) for number, one in enumerate(records, 1) if isinstance(one, Mapping))


def _file(record: Mapping[str, Any], files: Mapping[str, str]) -> str:
    held = folded(record)
    keys = (str(held[key]) for key in _KEYS if isinstance(held.get(key), (str, int)))
    return next((files[stem] for key in keys for stem in _stems(key) if stem in files), "")


def _stems(name: str) -> tuple[str, ...]:
    """What a file may be called in a list: its name without folder and ending, and the number or words in it."""
    base = name.rpartition("/")[2]
    stem = base[: len(base) - len(_ending(base))]
    number, point, words = stem.partition(".")
    return (stem, words, number) if point and number.isdecimal() else (stem,)


def _ending(name: str) -> str:
    """How the name of a file ends that may hold a text; empty for another."""
    return next((one for one in _TEXTS if name.lower().endswith(one)), "")
