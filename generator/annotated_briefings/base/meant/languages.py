"""Languages by their tags (BCP 47), and the tag of one that is written by its name or by another code of it.

Names and codes are those of the Unicode Common Locale Data Repository.
"""

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
    return match is not None and match[1].lower() in Locale.parse(_ENGLISH).languages


def language_meant(text: str) -> str:
    """The tag of a language from its name, in English or in itself, or from another code of it; empty for any other
    text."""
    tag = text.strip().replace("_", "-")
    if is_language(tag):
        return tag
    aliases = get_global("language_aliases")
    if code := str(aliases.get(tag.lower(), "")):
        return code.replace("_", "-")
    english = Locale.parse(_ENGLISH).languages
    own = {code: Locale.parse(code).languages.get(code, "") for code in _SPOKEN.split()}
    names = {name.casefold(): code for found in (english, own) for code, name in found.items()}
    return names.get(text.strip().casefold(), "").replace("_", "-")
