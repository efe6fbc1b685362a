"""Files that are part of this package, such as trained weights and word lists: the same bytes on every machine."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

_Row = TypeVar("_Row")


def package_bytes(package: str, name: str) -> bytes:
    """The bytes of a file beside the modules of ``package``, a name below ``annotated_briefings``."""
    return (files(f"annotated_briefings.{package}") / name).read_bytes()


def package_text(package: str, name: str) -> str:
    """The same as UTF-8 text."""
    return package_bytes(package, name).decode("utf-8")


@cache
def words_by_language(
    package: str, name: str, separator: str | None = ", "
) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """A table of words as they are written: by language, and by what they are for.

    A section of the file begins with the code of its language (`[de]`); each of its lines is `what: words`, several for
    one thing add up, and those that begin with `#` are comments. Between words is the ``separator``, None for blanks.
    """
    out: dict[str, dict[str, tuple[str, ...]]] = {}
    own: dict[str, tuple[str, ...]] = {}
    for line in package_text(package, name).splitlines():
        if line.startswith("["):
            own = out.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            what, _, words = line.partition(":")
            own[what] = (*own.get(what, ()), *filter(None, map(str.strip, words.split(separator))))
    return out


def first_letter(text: str) -> str:
    """The letter with which a text begins; empty for an empty text."""
    return text[:1]


def by_key(rows: Iterable[_Row], key: Callable[[_Row], str]) -> Mapping[str, tuple[_Row, ...]]:
    """The rows of a table by a key, such as the letter with which they begin, in their order: a line is compared with
    the few rows of its own key, however many the table has."""
    out: dict[str, list[_Row]] = {}
    for row in rows:
        out.setdefault(key(row), []).append(row)
    return {one: tuple(some) for one, some in out.items()}
