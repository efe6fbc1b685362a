"""The address part that belongs to a name, whatever other names there are.

Letters and digits make it, as in titles (``slugify``). Signs that tell names apart are written out, so that ``C``,
``C++`` and ``C#`` differ; what has no letter at all goes by the names that Unicode gives its characters. A name that is
too long ends in a digest of what was cut. The address of a name never depends on which others a site has: a newcomer
moves no address.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b

from annotated_briefings.base.names.keys import plain_name
from annotated_briefings.base.paths import is_slug, slugify
from annotated_briefings.base.regex import regex

MOST_BYTES = 200
"""Bytes of one part of an address in UTF-8: file systems take 255, with endings and counts."""
_ENDLESS = 1_000_000
_LONGEST = 60
"""Letters after which a name is cut; no limit where all of it is wanted first."""
_DIGEST = 9
"""Letters of the hyphen and the digest that a name ends in which was cut."""
_MOST_CUT = MOST_BYTES - 20
_WORDS = {
    "+": "plus",
    "%": "percent",
    "‰": "per mille",
    "*": "star",
    "=": "equals",
    "<": "less",
    ">": "greater",
    "$": "dollar",
    "£": "pound",
    "\u20e3": "keycap",
}
"""Signs that tell names apart, in words; others go by their Unicode names."""
_PUNCTUATION = frozenset("|~⁄°©®℗℠™^`´¨")
"""Symbols that are written beside names without making others of them."""
_SHARP = regex(r"(?<=[\w#])#")
"""The sign of a musical key; before a number it is that of a number, and that of a topic, `#name`, is mere writing."""
_NUMBER = regex(r"#(?=\d)")
_MINUS = regex(r"(?<!\S)-(?=\d)")
_TO_LETTERS = str.maketrans({chr(0xE0000 + code): chr(code) for code in range(0x20, 0x7F)})
"""Tags, which spell out the flags of regions, to the letters that they stand for."""
_FLAG = regex("[\U0001f1e6-\U0001f1ff]+")
_SIGMA = regex(r"σ(?![^\W\d_])")
_NAME = r"\A(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])"
_DEVICE = regex(_NAME + r"(?=\.|\Z)", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending follows."""
_STORED = regex(_NAME + r"-(?=\.|\Z)", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def address_part(name: str, language: str = "") -> str:
    """The last part of the address of a name: lower case, at most 200 bytes; empty where nobody would see the name.

    ``language`` (BCP 47) decides what the small letter of I is.
    """
    plain = plain_name(name, language)
    words = _FLAG.sub(_flag, plain.translate(_TO_LETTERS))
    words = _MINUS.sub("minus ", _NUMBER.sub("number ", _SHARP.sub(" sharp ", words)))
    slug = _slug("".join(map(_in_words, words)))
    return _shortened(slug if is_slug(slug) else _slug(" ".join(map(_called, plain))))


def _slug(text: str) -> str:
    # One word in capitals and in small letters: a sigma at its end has a form of its own.
    words = (_SIGMA.sub("ς", _from_letter(word)) for word in slugify(text, _ENDLESS).split("-"))
    return "-".join(filter(None, words))


def _from_letter(word: str) -> str:
    """A word without signs before its first letter, which stood on nothing."""
    return next((word[at:] for at, char in enumerate(word) if char.isalnum()), "")


def _flag(match: re.Match[str]) -> str:
    return " flag " + "".join(chr(ord(letter) - 0x1F1E6 + ord("a")) for letter in match[0]) + " "


def _in_words(char: str) -> str:
    """A sign that tells names apart, written out; all else as it is."""
    if char in _WORDS:
        return f" {_WORDS[char]} "
    if char.isascii() or char in _PUNCTUATION:
        return char
    is_symbol = unicodedata.category(char) in ("So", "Sc", "Sm", "Co", "Cn") or "\U0001f3fb" <= char <= "\U0001f3ff"
    return f" {_called(char)} " if is_symbol else char


def _called(char: str) -> str:
    """The name that Unicode gives a character; its number where it has none."""
    return unicodedata.name(char, f"u {ord(char):x}").removesuffix(" SIGN")


def _shortened(slug: str) -> str:
    if len(slug) <= _LONGEST and len(slug.encode()) <= _MOST_CUT:
        return slug
    kept = slug[: _LONGEST - _DIGEST].encode()[: _MOST_CUT - _DIGEST].decode(errors="ignore")
    kept = kept.rpartition("-")[0] or kept
    return f"{kept}-{blake2b(slug.encode(), digest_size=4).hexdigest()}"


def former_part(name: str) -> str:
    """The address that a name had when letters and digits alone made it; it goes on working where no other has it."""
    return slugify(name)


def as_stored(path: str) -> str:
    """A path of address parts as it is written: names that Windows keeps for devices get a hyphen, which no part ends
    in."""
    return "/".join(_DEVICE.sub(lambda match: f"{match[0]}-", part) for part in path.split("/"))


def as_named(path: str) -> str:
    """The path that is written so: the way back from ``as_stored``."""
    return "/".join(_STORED.sub(lambda match: match[1], part) for part in path.split("/"))


def same_file(address: str) -> str:
    """What two addresses share that are one file on some computers: they differ in case alone."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", address).casefold())


def one_file(addresses: Iterable[str]) -> Mapping[str, str]:
    """The addresses that give way to another one with which they would be one file on some computers, and that one."""
    kept: dict[str, str] = {}
    # Of `maße` and `masse` the one that says more is kept.
    ordered = sorted(set(addresses), reverse=True)
    for address in ordered:
        kept.setdefault(same_file(address), address)
    return {address: to for address in ordered if (to := kept[same_file(address)]) != address}
