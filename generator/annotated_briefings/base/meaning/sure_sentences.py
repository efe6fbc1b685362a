"""Ends of sentences that are hardly an abbreviation or an ordinal number, so that no part of a sentence is shown alone.

An abbreviation before a name, or a number behind it, looks like an end of a sentence. What is an abbreviation differs
from language to language, and no list is complete. So the form of the word before the stop decides whether it can be
a whole word: one without a vowel (`Hwy.`), one that ends as no word can (`Bahnhofstr.`, `Prinsengr.`), and a short one
or one in small letters that no word list has may all be cut short, unless a word follows that begins sentences. Two
sentences that are not parted keep their meaning; a sentence that is torn may say the opposite.
"""

import re
import unicodedata
from functools import lru_cache

from annotated_briefings.base.meaning.lexicon import is_word, languages_of
from annotated_briefings.base.sentences import last_word, sentence_starts, starts_plainly

_ALSO_WORDS = frozenset(
    "mass conn ext min max tel esp spec temp gen mil art fig par sec cap vol ed op cit est pl os al av ave str sen "
    "rev col mar jan sun sat wed dec oct sol mag red rel ref reg res abb alt ant bot dem ind int lat med mod mus "
    "nat ord pop rec rep sim sub sup syn tab trad var ver univ incl excl assoc apt ste rte terr abt bez dipl "
    "einschl geb burg eng afd prov loc ong pag lic pres dist hist phil zus zool verw sig govt dept secy bros".split()
)
"""Abbreviations that are words too, in some language, or stand in word lists."""
_ONLY_Y = frozenset(
    "by my why try fly dry cry sky shy spy sly fry pry ply gym myth hymn lynx rhythm tryst crypt nymph sync cyst pyx "
    "typ syn".split()
)
"""Words whose only vowel is a y."""
_NO_END = re.compile(r"[^aeiouyæøœıáéíóúâêôûàèìòùäöüãõ][lrwj]w?\Z|wy\Z|[bcdfkpsz]n\Z|tl\Z")
"""How no word ends in the languages whose words are known, nor in Nordic ones: a liquid behind another consonant."""
_MAY_END = re.compile(r"(?:[lrw][lrw]|h[lrmn]|rl|wl|rn|ln|gh|wr)\Z")
"""What looks so, and ends words all the same: `Karl`, `Stahl`, `bowl`."""
_CUT_COMPOUND = re.compile(r"...(?:str|pl|gr|bf|krs|verw|abt|bez|ges|gem|ln|kd)\Z")
_CUT_NORDIC = re.compile(r"...(?:gt|g|v|pl)\Z")
"""German, Dutch and Nordic names that are cut short: `Bahnhofstr.`, `Storg.`."""
_SHORT, _SHORT_SMALL, _SHORT_UNKNOWN, _SHORT_CLOSED, _SHORT_UNCASED = 5, 9, 4, 5, 2
"""Most letters of a last word that may be an abbreviation: in a language whose words are known and do not have it, also
where it is in small letters; in one whose words are not known, also where it ends in a consonant; and in a script
without capitals, where abbreviations are letters."""
_VOWELS = frozenset("aeiouyæøœıаеёиоуыэюяіїєαεηιουω")
_STARTERS = {
    "en": "i you we he she it they my our your his her its their the a an this that these those what who how when "
    "where why if in on at for to from with by under since last next no not one two now then here there yet so "
    "still also and but or as after before while although however nobody everybody some many most all both each "
    "every such other another according meanwhile officials police",
    "de": "der die das den dem des ein eine einen einem er sie es wir ich ihr man im in am an auf bei mit nach seit "
    "von vor zu zum zur als auch aber doch dann damit dort diese dieser dieses dabei dazu zudem außerdem wenn weil "
    "wer was wie wo so nun und für gegen laut trotz während unter über bis nicht kein keine nur schon noch viele "
    "alle mehr denn da",
    "fr": "le la les un une des il elle ils elles on nous je ce cette ces dans en au aux pour par sur mais et selon "
    "après avant depuis avec sans son sa ses leur si quand comme plus aucun aucune personne chacun chaque tous",
    "es": "el la los las un una unos unas él ella ellos nosotros yo este esta estos esas en al para por sobre pero "
    "y según después antes desde con sin su sus si cuando como no más ningún nadie todos muchos cada",
    "it": "il lo la i gli le un uno una lui lei loro noi io questo questa questi in al alla per da su ma e secondo "
    "dopo prima dal con senza suo sua se quando come non più nessuno tutti molti ogni",
    "nl": "de het een hij zij ze wij we ik dit dat deze die in op aan bij met na sinds van voor te als ook maar "
    "toen daar en tegen volgens tijdens onder over tot niet geen alleen veel alle meer want",
    "pt": "o a os as um uma ele ela eles nós eu este esta isso em no na nos nas ao para por sobre mas e segundo "
    "depois antes desde com sem seu sua se quando como não mais nenhum ninguém todos muitos cada",
    "": "он она оно они мы я вы это этот в на по с из от до для за но и а как после если когда не все что так там "
    "вона він вони ми це у та але після якщо коли det den de han hun hon vi jag jeg i på og och men som etter efter "
    "to on ona oni ten ta w na po z dla ale jak nie",
}
_STARTING = {language: frozenset(words.split()) for language, words in _STARTERS.items()}
"""Words that begin sentences, and are hardly a name behind an abbreviation; those of languages without a word list
together."""
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXLC]+)\Z")
"""What may be an ordinal number with its stop: `7.`, `XIV.`."""
_WORD = re.compile(r"[^\W\d_]+")
_TOLD_BY = 50
"""Words of a text by which its language is told."""


def sure_starts(text: str) -> tuple[int, ...]:
    """Offsets where the sentences of a text surely start; the first is 0.

    They are those of ``sentence_starts`` without the ones behind a full stop that may be that of an abbreviation or of
    an ordinal number.
    """
    starts = sentence_starts(text)
    return starts if len(starts) == 1 else (0, *(start for start in starts[1:] if _is_sure(text, start)))


def _is_sure(text: str, start: int) -> bool:
    """Whether a sentence surely starts at a place behind its sign and closing marks."""
    at = start - 1
    while at > 0 and (text[at].isspace() or unicodedata.category(text[at]) in ("Pe", "Pf", "Pi") or text[at] in "\"'"):
        at -= 1
    if text[at] != "." or "\n" in text[at:start] or starts_plainly(text, start):
        return True
    if text[start:].lstrip()[:1].isdigit():
        # `kl. 9.30`
        return False
    word = last_word(text, at)
    return not _may_be_short(text, word) and (not _may_be_cut(text, word) or _begins_sentences(text, start))


def _begins_sentences(text: str, start: int) -> bool:
    """Whether the word behind a place is one that begins sentences in the languages of a text."""
    found = _WORD.search(text, start)
    return found is not None and any(found[0].lower() in _STARTING[one] for one in _languages(text) or _STARTING)


def _may_be_short(text: str, word: str) -> bool:
    """Whether the last word before a full stop may be an abbreviation, or an ordinal number, whatever follows."""
    low = word.lower()
    if not word or _NUMBER.match(word):
        return bool(word)
    if "." in word or low in _ALSO_WORDS:
        return True
    if not word.isalpha() or len(word) > _SHORT:
        return False
    if low == word.upper():
        return len(word) <= _SHORT_UNCASED
    if not _VOWELS & set(unicodedata.normalize("NFD", low)):
        return True
    languages = _languages(text)
    if not languages:
        return len(word) <= _SHORT_UNKNOWN
    return not any(is_word(low, language) for language in languages)


def _may_be_cut(text: str, word: str) -> bool:
    """Whether the last word before a full stop may be a longer abbreviation, or one that word lists have too."""
    low = word.lower()
    if not word.isalpha() or low == word.upper() or word.isupper():
        return False
    plain = low if low.isascii() else "".join(c for c in unicodedata.normalize("NFD", low) if c.isalpha())
    if not (_VOWELS - {"y"}) & set(plain) and low not in _ONLY_Y:
        return True
    latin = plain.isascii() or bool(set(plain) & set("æøœßð"))
    if latin and _NO_END.search(low) and not _MAY_END.search(low):
        return True
    compound, nordic = latin and _CUT_COMPOUND.search(low), latin and _CUT_NORDIC.search(low)
    if plain[-1] in _VOWELS or not (len(word) <= _SHORT_SMALL or compound or nordic):
        # Nearly all words are told without their language.
        return False
    languages = _languages(text)
    if not languages:
        return len(word) <= _SHORT_CLOSED or bool(nordic)
    if any(is_word(low, language) for language in languages):
        return False
    return (word.islower() and len(word) <= _SHORT_SMALL) or bool(compound and {"de", "nl"} & set(languages))


@lru_cache(maxsize=8)
def _languages(text: str) -> tuple[str, ...]:
    """The languages of a text, told by its words without capitals, or by all where there are no others."""
    words = _WORD.findall(text)[:_TOLD_BY]
    return languages_of([word for word in words if word.islower()] or words)
