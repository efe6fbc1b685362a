"""The language of an article: what its format states, else what its words show. The home of py3langid."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.languages import language_code
from annotated_briefings.intake.model import Article, Stated

_KNOWN = (
    "en de fr es it pt nl sv da no fi pl cs sk sl hr ru uk bg sr tr ar fa ur el ro hu zh ja ko he id ms vi th hi bn ta "
    "ca eu gl et lv lt is ga mk sq az ka hy kk sw tl ne mr as gu pa or te kn ml si km lo am mn ps ug"
).split()
"""Languages among which the model chooses; the more there are, the oftener a short text is taken for a rare one."""
_CERTAIN = 0.98
_LEAST, _LEAST_SIGNS = 60, 12
"""Letters of a text that shows its language; signs, in scripts where one is a syllable or a word."""
_LONG = 300
"""Characters of a text whose words count for more than what its format states."""
_FAMILIES = (("no", "nb", "nn", "da"), ("hr", "sr", "bs", "sh"), ("id", "ms"), ("gl", "pt"), ("sk", "cs"), ("bg", "mk"))
"""Codes of languages that are easily taken for one another."""
_NEAR = {"es": ("gl", "ca"), "pt": ("gl",), "ru": ("bg", "mk")}
"""Rarer languages that a short text of a common one is partly taken for."""
_TWINS = {
    "da": frozenset(
        "af blev bliver blive efter gennem uge uger nogen nogle mere fordi øen op ud siger sagde sige lige nye byen "
        "skole "
        "børn arbejde hvad også kroner kommunen mellem imellem idag år meget mod ad ikke selv tage taget tog "
        "indstilles "
        "bygges åbner åbnet åbne lukket lukker oplyser borgmesteren formanden ifølge får måtte tidligere hos tog "
        "stedet".split()
    ),
    "no": frozenset(
        "av ble blir bli etter gjennom uke uker noen noe mer øya opp ut sier sa si like skole barn arbeid hva kroner "
        "mellom åpner åpnet åpne lukket opplyser ordføreren ordfører lederen ifølge måtte tidligere fordi bygges "
        "stedet "
        "tar tatt nytt flere fylket sjef fram seg selv ikke også meget veldig mot fra".split()
    ),
    "id": frozenset(
        "bahwa karena tahun senin selasa rabu kamis jumat sabtu minggu rupiah miliar juta bupati kabupaten provinsi "
        "kecamatan kantor polisi uang bisa saat warga resmi perbaikan pedagang mobil sepeda rumah sakit pemerintah "
        "kota "
        "wali gubernur sekolah ketika usai dengan mencapai sebanyak dibuka seluruhnya hingga".split()
    ),
    "ms": frozenset(
        "bahawa kerana tahun isnin khamis jumaat ahad ringgit bilion sen daerah negeri mukim pejabat wang boleh ketika "
        "penduduk rasmi pembaikan peniaga kereta basikal hospital kerajaan bandar datuk menteri besar sekolah selepas "
        "berkata iaitu seramai sebanyak mencecah dibuka sehingga ialah adalah dengan".split()
    ),
}
"""Words by which languages are told apart that share most of their words; those that both have say nothing."""
_PAIRS = (("da", "no"), ("id", "ms"))
_ASKED = 12
"""Texts of a file that are asked for their language."""
_MOST = 1200
"""Characters that are looked at: each more costs time and tells no more."""
_ENGLISH = frozenset(
    "the of and to in a is that for it was on with as he be by at are this have from or had his not but said".split()
)
_PLAINLY = 0.2
"""Share of such words from which on a text is English; no other language has half as many."""
_BLOCKS = {
    "hy": 0x530, "pa": 0xA00, "gu": 0xA80, "or": 0xB00, "ta": 0xB80, "te": 0xC00, "kn": 0xC80, "ml": 0xD00, "si": 0xD80,
    "lo": 0xE80, "my": 0x1000, "ka": 0x1080, "km": 0x1780,
}  # fmt: skip
"""The first signs of scripts of one language (Unicode blocks)."""
_SCRIPTS = (
    ("ja", regex(r"[\u3040-\u30ff]")),
    ("ko", regex(r"[\uac00-\ud7af]")),
    ("th", regex(r"[\u0e00-\u0e7f]")),
    ("el", regex(r"[\u0370-\u03ff]")),
    ("he", regex(r"[\u0590-\u05ff]")),
    ("zh", regex(r"[\u4e00-\u9fff]")),
    *((code, regex(f"[{chr(first)}-{chr(first + 127)}]")) for code, first in _BLOCKS.items()),
)
"""Scripts of one language; Japanese has Chinese signs too, and is asked for first."""
_SYLLABLES = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = regex(r"[^\W\d_]")
_WORD = regex(r"[^\W\d_]+")
_SCRIPT_SHARE = 0.3


def language_of_article(stated: str, text: str) -> Stated:
    """The language of a text as a code (BCP 47): that which is ``stated``, or what its words show; empty where neither
    tells. A longer text that shows another language is in that one: templates state theirs on any page."""
    code, shown = language_code(stated), shown_language(text)
    doubted = shown and len(text) >= _LONG and not _same(code, shown)
    return Stated(shown, True) if doubted or not code else Stated(code, False)


def with_language_of_file(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles of a file, each with the language that they show together, where one of them alone shows none."""
    texts = [f"{one.given.title}\n{one.text}" for one in articles]
    code = language_of_file([one.given.language for one in articles], texts)
    return tuple(replace(a, given=replace(a.given, language_of_file=code)) for a in articles) if code else articles


def language_of_file(stated: Sequence[str], texts: Sequence[str]) -> str:
    """The language of some texts of one file that are too short to show theirs: that which all of them show together;
    empty where there are no such texts, or where another one shows another language. ``stated`` are those that the
    file states."""
    short = [text for text, code in zip(texts, stated, strict=True) if not code and len(text) < 2 * _LONG]
    if len(texts) < 2 or all(map(shown_language, short)):
        return ""
    share = max(_LEAST, _MOST // len(texts))
    together = shown_language("\n".join(text[:share] for text in texts))
    others = {shown_language(text) for text in texts[:_ASKED]} - {""}
    return together if together and all(_same(one, together) for one in others) else ""


def _same(one: str, other: str) -> bool:
    return one == other or any(one in family and other in family for family in _FAMILIES)


def shown_language(text: str) -> str:
    """The language that a text shows, such as `de`; empty where it is too short or too mixed to tell."""
    text = text[:_MOST]
    letters = len(_LETTER.findall(text))
    if letters < _LEAST and len(_SYLLABLES.findall(text)) < _LEAST_SIGNS:
        return ""
    words = _WORD.findall(text.lower())
    # One such word alone may be the article of another language, as `a` is in Hungarian.
    if len(_ENGLISH & {*words}) > 1 and sum(map(_ENGLISH.__contains__, words)) >= _PLAINLY * len(words):
        return "en"
    for code, pattern in _SCRIPTS:
        # A few signs are enough for Japanese: half of its signs are Chinese.
        if len(pattern.findall(text)) >= (_SCRIPT_SHARE / 3 if code == "ja" else _SCRIPT_SHARE) * letters:
            return code
    ranked = {str(code): float(chance) for code, chance in _model().rank(text)}
    first = max(ranked, key=lambda code: ranked[code])
    chance = ranked[first] + sum(ranked.get(code, 0.0) for code in _NEAR.get(first, ()))
    return first if chance >= _CERTAIN else _twin(ranked, words)


def _twin(ranked: Mapping[str, float], words: Sequence[str]) -> str:
    """Of two languages that are all that a text may be in, the likelier one if its own words say so too; else empty."""
    for pair in _PAIRS:
        if sum(ranked.get(code, 0.0) for code in pair) >= _CERTAIN:
            likely, other = sorted(pair, key=lambda code: -ranked.get(code, 0.0))
            own, foreign = (_TWINS[a] - _TWINS[b] for a, b in ((likely, other), (other, likely)))
            if sum(map(own.__contains__, words)) > sum(map(foreign.__contains__, words)):
                return likely
    return ""


@cache
def _model() -> Any:
    """The model, read when the first text needs it: that takes a second.

    Method: Lui and Baldwin, langid.py (ACL 2012 demonstrations).
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_KNOWN)
    # Made again of what is asked for: a model also keeps the chances of all other languages, which take 28 MB.
    parts = model.nb_ptc, model.nb_pc, model.nb_classes, model.tk_nextmove, model.tk_output
    return LanguageIdentifier(*parts, norm_probs=True, tk_row=model.tk_row)
