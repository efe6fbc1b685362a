"""Slugs, addresses and output paths."""

import re
import unicodedata
from collections.abc import Collection, Container
from fnmatch import fnmatchcase
from functools import lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from annotated_briefings.base.regex import regex

_FIRST_SIGNS = regex(r"^\W+")
"""Signs, such as accents, before the first letter or digit of a word."""
_SLUG = regex(r"[^\W_]+(?:[-.][^\W_]+)*(?:/[^\W_]+(?:[-.][^\W_]+)*)*")
_PLAIN_HOST = regex(r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(?=[/?#]|\Z)")
"""What most addresses begin with, about which there is no doubt."""
_SCHEME = regex(r"[a-z][a-z0-9+.-]*://|https?:/?[^/\\s]", re.IGNORECASE)
_OF_WEB = regex(r"https?://", re.IGNORECASE)
_ACCENTED = ("LATIN", "GREEK")
"""Scripts whose accents may go; in others such signs are vowels, or make another letter."""
_STRESSED = regex("[аеиіоуыэюяє][\u0300\u0301]+", re.IGNORECASE)
"""A Cyrillic vowel with a stress mark; other signs make other letters there, such as `й`."""
_WHOLE = regex("([\u0e33\u0eb3])")
"""Vowels of Thai and Lao that must not be taken apart: their halves would come in another order."""


def free_name(name: str, taken: Container[str], counts: dict[str, int]) -> str:
    """A name, or the first of ``name-2``, ``name-3`` ... that is not taken.

    ``counts`` remembers how far each was counted: of thousands that are the same, each would count from the start.
    """
    free, count = name, counts.get(name, 1)
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    counts[name] = count
    return free


def split_url(url: str) -> SplitResult:
    """The parts of a web address; all are empty where it is none, such as `http://[`, at which the standard library
    raises."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def host_of(url: str) -> str:
    """The host of a web address, without ``www.``; empty where it has none."""
    plain = _PLAIN_HOST.match(url)
    if plain:
        return plain[1]
    return (split_url(url).hostname or "").removeprefix("www.")


def whole_url(base: str, target: str) -> str:
    """Where a link on a page leads; one that breaks the grammar of addresses stays as it is."""
    try:
        return urljoin(base, target)
    except ValueError:
        return target


_NO_ESCAPE = regex(r"%(?![0-9A-Fa-f]{2})")
"""A percent sign that begins no escape."""


def as_uri(address: str) -> str:
    """A web address with everything behind its host escaped that must be (RFC 3986), whether or not some of it was; the
    host stays as it is."""
    parts = split_url(address)
    if not parts.netloc:
        return address
    path, query, fragment = (
        quote(_NO_ESCAPE.sub("%25", text), safe="/?:@!$&'()*+,;=~%")
        for text in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def is_web_address(text: str) -> bool:
    """Whether a text is an address that browsers can open over the web."""
    if _PLAIN_HOST.match(text):
        return True
    host = host_of(text)
    return split_url(text).scheme in ("http", "https") and bool(host) and not any(map(str.isspace, host))


def has_web_scheme(text: str) -> bool:
    """Whether a text begins as a web address does, in letters of any case."""
    return _OF_WEB.match(text) is not None


def is_address(text: str) -> bool:
    """Whether a text is meant as an address and not as a path: it begins with a scheme, or as one of the web does that
    lacks slashes."""
    return _SCHEME.match(text) is not None


_PLACEHOLDERS = frozenset(
    "unknown|unknown outlet|unknown source|not known|n/a|none|null|unbekannt|inconnu|desconocido|未知|غير معروف".split(
        "|"
    )
)


def is_placeholder(name: str) -> bool:
    """Whether a name is what people and programs write where none is known, such as `unknown` or `-`."""
    plain = name.strip().strip("[]()<>.").casefold()
    return plain in _PLACEHOLDERS or (bool(name.strip()) and all(map(_is_mere_mark, name)))


def _is_mere_mark(char: str) -> bool:
    """Whether a character is punctuation or a blank; a picture or a symbol is a name."""
    return unicodedata.category(char)[0] in "PZC"


@lru_cache(maxsize=50_000)
def slugify(text: str, limit: int = 60) -> str:
    """A lower-case address part: accents dropped, words joined by hyphens, cut at a word end.

    Letters of other scripts are kept with their signs; the result may be empty when the text has no letter or digit.
    """
    plain = text if text.isascii() else _without_accents(text)
    plain = re.sub(r"['’]", "", plain.lower())
    words = "".join(c if _in_word(c) else " " for c in plain).split()
    if not plain.isascii():
        words = [word for one in words if (word := _FIRST_SIGNS.sub("", one))]
    slug = "-".join(words)
    if len(slug) > limit:
        slug = slug[: limit + 1].rpartition("-")[0] or slug[:limit]
    return slug


def _without_accents(text: str) -> str:
    parts = "".join(part if _WHOLE.match(part) else unicodedata.normalize("NFKD", part) for part in _WHOLE.split(text))
    out: list[str] = []
    accented = False
    for char in _STRESSED.sub(lambda match: match[0].rstrip("\u0300\u0301"), parts):
        if not unicodedata.combining(char):
            accented = char.isascii() or unicodedata.name(char, "").startswith(_ACCENTED)
        elif accented:
            continue
        out.append(char)
    return unicodedata.normalize("NFC", "".join(out))


def _in_word(char: str) -> bool:
    """Whether a character is a part of a word: a letter, a digit, or a sign on one."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def is_slug(text: str) -> bool:
    """Whether a text may be part of an address: words, digits and single hyphens; slashes between parts."""
    if text.isascii():
        return bool(_SLUG.fullmatch(text))
    words = [word for part in text.split("/") for word in re.split(r"[-.]", part)]
    # One letter in two spellings would be two addresses here and one file on other computers.
    whole = all(word and word[0].isalnum() and all(map(_in_word, word)) for word in words)
    return whole and unicodedata.is_normalized("NFC", text)


def relative_url(page: str, target: str) -> str:
    """The address of ``target`` as written on ``page``; both start with ``/`` and end in a file or ``/``.

    Relative addresses work under any base path and from ``file://``-like mirrors. They go up to the top and down again,
    also to a neighbour: a host may serve ``/a/b/`` at ``/a/b`` too, and no address leads above the top of a host.
    """
    if target.startswith(page + "#"):
        return target[len(page) :]
    return "../" * (page.count("/") - 1) + target[1:] or "./"


def file_stem(path: str) -> str:
    """The name of a file without its folders and its last ending: ``older`` for ``briefings/2023/older.md``."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def output_file(address: str) -> str:
    """The file that a static host serves for an address: ``/a/`` is ``a/index.html``."""
    path = address.lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path


def served_address(file: str) -> str:
    """The address at which a static host serves a file: that of ``a/index.html`` is ``/a/``."""
    folder, slash, name = file.rpartition("/")
    return f"/{folder}{slash}" if name == "index.html" else f"/{file}"


def is_chosen(name: str, patterns: Collection[str]) -> bool:
    """Whether a file is published on purpose: a pattern stands for its name in any folder, or with a slash for its path
    from ``static/`` or ``briefings/``. As in shells, a star stands for no dot at the beginning, which hides a file."""
    path = name.casefold()
    file = path.rpartition("/")[2]
    return any(_matches(path if "/" in pattern else file, pattern.casefold().lstrip("/")) for pattern in patterns)


def _matches(path: str, pattern: str) -> bool:
    parts, wanted = path.split("/"), pattern.split("/")
    hidden = (part[:1] == "." and want[:1] != "." for part, want in zip(parts, wanted, strict=False))
    return len(parts) == len(wanted) and not any(hidden) and all(map(fnmatchcase, parts, wanted))
