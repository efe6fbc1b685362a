"""Where in a paper a text was printed: page, edition and count of letters, as they are beside its name."""

import re

from annotated_briefings.base.regex import regex

_WORDS = (
    "pages page pp pg seiten seite s páginas página págs pág pags pag pagina pagine paginas p strona strony strana "
    "stranica stránka str sidan sida side sid sivu oldal sayfa sf страница страницы страници стр сторінка сторінки "
    "стор с страна старонка puslapis psl lappuse lpp lehekülg lk pagină pagini σελίδα σελ halaman hlm hal "
    "trang ページ 頁 "
    "صفحة صفحه ص عمود עמוד עמ' עמ׳ पृष्ठ पेज পৃষ্ঠা পাতা பக்கம் పేజీ หน้า էջ გვერდი გვ ገጽ ទំព័រ စာမျက်နှာ ໜ້າ tudalen leathanach "
    "lch bladzijde blz bl bladsy bls blaðsíða blað faqja faqe ukurasa pahina orria or pàgina pàg páxina páx bet xuudas"
).split()
"""Words for a page in many languages, and their short forms, as they are before a number."""
_BEHIND = "版|面|頁|页|ページ|면|쪽|oldal|sayfa|lpp|lk|psl|puslapis|lappuse|lehekülg|orrialdea"
"""Those that are behind it."""
_NUMBER = r"(?:[A-Z]{1,2}[-–]?)?\d{1,3}(?:\s?[-–/,+]\s?(?:[A-Z]{1,2}[-–]?)?\d{1,3})?"
_LONG = "|".join(re.escape(word) for word in sorted(_WORDS, key=len, reverse=True) if len(word) > 1)
_SHORT = "".join(word for word in _WORDS if len(word) == 1)
_DATA = (
    rf"(?:(?<![^\W\d_])(?:{_LONG})\.?\s?{_NUMBER}|(?<![^\W\d_])[{_SHORT}]\.\s?{_NUMBER}"
    rf"|第?\s?{_NUMBER}\.?\s?(?:{_BEHIND})"
    r"|(?:全国版|地方版|朝刊|夕刊|日刊|조간|석간|早報版|晚報版)|\d[\d,.]*\s?(?:文字|字|글자|자)"
    r"|\d[\d,.]*\s(?:words|ord|wörter|worte|mots|palabras|palavras|parole|sanaa|woorden|słów|слов)"
    r"|art(?:ikkel|ikel|icle)[- ]?id:?\s\S+|書誌情報)(?!\w)"
)
_TAIL = regex(rf"[\s,;:|·()\[\]–—-]+{_DATA}[)\]]?\W*$", re.IGNORECASE)
_ANYWHERE = regex(_DATA, re.IGNORECASE)
_HEAD = regex(rf"^{_DATA}[\s,;:|·–—-]+", re.IGNORECASE)


def without_page(name: str) -> str:
    """The name of a paper without page, edition and counts around it; as it is where nothing else is left."""
    before = name
    while (shorter := _HEAD.sub("", _TAIL.sub("", before)).strip()) and shorter != before:
        before = shorter
    return before if any(map(str.isalpha, before)) else name


def names_page(line: str) -> bool:
    """Whether a line of outlet and day names a page, an edition or a count too."""
    return _ANYWHERE.search(line) is not None


def is_page(field: str) -> bool:
    """Whether some words say nothing but page, edition or count."""
    return _ANYWHERE.fullmatch(field.strip()) is not None
