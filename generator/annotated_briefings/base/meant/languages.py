"""Languages by their tags (BCP 47), and the tag of one that is written by its name or by another code of it.

Names and codes are those of the Unicode Common Locale Data Repository.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel.core import get_global

from annotated_briefings.base.meant.locales import Locale
from annotated_briefings.base.regex import regex

_ENGLISH = "en"
_TAG = regex(r"([A-Za-z]{2,3})(?:-[A-Za-z0-9]{1,8})*")
_SPOKEN = "ar bg cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh"
"""Languages whose own names are known."""


def is_language(tag: str) -> bool:
    """Whether a text is the tag of a language that the Common Locale Data Repository knows, such as ``de-AT``."""
    match = _TAG.fullmatch(tag)
    return match is not None and match[1].lower() in _english()


def language_meant(text: str) -> str:
    """The tag of a language from its name, in English or in itself, or from another code of it; empty for any other
    text."""
    tag = text.strip().replace("_", "-")
    if is_language(tag):
        return tag
    aliases = get_global("language_aliases")
    if code := str(aliases.get(tag.lower(), "")):
        return code.replace("_", "-")
    return _codes().get(text.strip().casefold(), "").replace("_", "-")


@cache
def _english() -> Mapping[str, str]:
    """The English names of languages by their codes."""
    return MappingProxyType({str(code): str(name) for code, name in Locale.parse(_ENGLISH).languages.items()})


@cache
def _codes() -> Mapping[str, str]:
    """The codes of languages by their names in small letters, in English and in themselves."""
    own = {code: str(Locale.parse(code).languages.get(code, "")) for code in _SPOKEN.split()}
    names = (pair for found in (_english(), own) for pair in found.items())
    return MappingProxyType({name.casefold(): code for code, name in names})
