"""Languages as formats name them: by codes of two or three letters, or by their names."""

from annotated_briefings.base.regex import regex

_LANGUAGES = {
    name: code
    for code, names in {
        "en": "english englisch anglais inglés 英语 英文 الإنجليزية eng",
        "de": "german deutsch allemand alemán 德语 德文 الألمانية deu ger",
        "fr": "french französisch français francés 法语 法文 الفرنسية fra fre",
        "es": "spanish spanisch espagnol español castellano 西班牙语 الإسبانية spa",
        "it": "italian italienisch italien italiano ita",
        "pt": "portuguese portugiesisch portugais português por",
        "nl": "dutch niederländisch néerlandais nederlands nld dut",
        "sv": "swedish schwedisch svenska swe",
        "pl": "polish polnisch polski pol",
        "ru": "russian russisch русский rus",
        "uk": "ukrainian ukrainisch українська ukr",
        "tr": "turkish türkisch türkçe tur",
        "ar": "arabic arabisch arabe árabe العربية 阿拉伯语 ara",
        "zh": "chinese chinesisch chinois chino 中文 汉语 漢語 الصينية zho chi",
        "ja": "japanese japanisch japonais 日本語 jpn",
        "ko": "korean koreanisch coréen 한국어 kor",
    }.items()
    for name in names.split()
}
"""Names of languages, and their codes of three letters, with the code of each."""
_LANGUAGE = regex(r"([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]+)*")


def language_code(text: str) -> str:
    """The code of a language; empty for what names none."""
    name = text.strip()
    found = _LANGUAGE.fullmatch(name)
    code = found[1].lower() if found else ""
    return _LANGUAGES.get(name.casefold()) or _LANGUAGES.get(code, code)
