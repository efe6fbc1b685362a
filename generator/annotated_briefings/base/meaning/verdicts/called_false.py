"""Whether a sentence calls a clause of it false: `the story that … was made up`, `lied when he said that …`, `invented
that …`, `to say that … is a lie`.

The words are those of ``called_false.txt`` and ``words.txt``; where they judge a clause is the same in all languages.
"""

import re
from functools import lru_cache

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.meaning.verdicts.words import UNSPACED, VERB_LAST, words
from annotated_briefings.base.regex import regex

_REACH = 160
"""Characters between a clause and the judgement on it."""
_NEAR = 14
"""The same in languages without blanks."""
_COMMA = r"[,،]"
_QUOTES = r"[\s\"'“”„«»‹›‘’‚「『]*"
_COORDINATORS = {
    "en": "and|but",
    "de": "und|aber",
    "fr": "et|mais",
    "es": "y|pero",
    "it": "e|ma",
    "pt": "e|mas",
    "nl": "en|maar",
    "sv": "och|men",
    "da": "og|men",
    "no": "og|men",
    "pl": "i|ale|lecz",
    "cs": "a|ale",
    "sk": "a|ale",
    "ru": "и|а|но",
    "uk": "і|й|а|але",
}
"""Words that begin another clause, of which a lie before them says nothing, in some languages."""
_BLAMES = regex(
    r"mistake|error|wrong|mistaken|irrtum|fehler|verkehrt|erreur|erro|errore|sbagliat|errat|errad|equivoca|vergissing|fout"
    r"|verkeerd|misstag|fel|feil|fejl|forkert|błąd|błęd|pomyłk|chyb|omyl|ошиб|помил|греш|λάθος|greș|eroare|hata|tévedés|hiba"
    r"|virhe|erehdys|väär|viga|kļūd|klaid|grešk|pogreš|napak|خطأ|טעות|اشتباه|خطا|غلط|गलत|ग़लत|kesalahan|salah|joke|scherz"
)
"""Words that blame what was done as well: `That the bridge was shut was a mistake` denies nothing."""
_OF_NOUNS = "(?:と|との|という|といった|は|는|다는|라는|的|的这个|的這個|这一|這一|一)"
"""What joins a clause to the noun behind it, in languages without blanks and in Korean."""


@lru_cache(maxsize=64)
def _reported(language: str) -> re.Pattern[str]:
    """The beginning of a sentence up to a clause that somebody reports: `the story that`, `reports of the`."""
    reports, that = words(language, "reports", "claim", "rumour"), words(language, "that", "clause")
    return re.compile(
        rf"{reports}(?:(?:\s+[^\s,;:]+){{0,5}}?[\s,:]+{that}(?P<rest>[^;:]*)|(?P<near>(?:\s+[^\s,;:]+){{0,4}})\s*,?{_QUOTES})\Z"
    )


@lru_cache(maxsize=64)
def _subject_clause(language: str) -> re.Pattern[str]:
    """The beginning of a sentence whose subject is a clause: `That …`, `To say that …`."""
    that = words(language, "that", "clause")
    speech = words(language, "speech")
    pointer = r"(?:то|те|to|það|det|het|тоа|това|това,|το|az|se|tai|tas|see)?\s*,?\s*"
    return re.compile(rf"\A\W*(?:(?:[^\s,;:]+\s+)?{speech}\s*,?\s*|{pointer}){that}(?P<rest>[^;:,]*)\Z")


@lru_cache(maxsize=64)
def _judgement(language: str) -> re.Pattern[str]:
    """What calls the clause before it false, up to the end of its own clause."""
    opens, not_ = words(language, "and"), words(language, "not")
    not_true = rf"{not_}(?:\s+[^\s,;:]+){{0,3}}?\s+{words(language, 'true')}"
    of_it = r"\s+(?:from|by|for|in|von|vom|par|dès|por|da|door|av|af|przez|of whole)\s"
    end = rf"(?=\W*\Z|\s*[.,،;:!?…»”\"')\]—–۔।]|\s+-\s|\s+{opens}|{of_it})"
    if language in VERB_LAST:
        end = r"(?=(?:\s+[^\s,;:]+){0,2}\s*(?:\Z|[.,،;:!?…»”\"')\]—–۔।]))"
    if language in ("de", "nl"):
        # A participle may be the last word: `hat sich als falsch erwiesen`.
        end = rf"(?:{end}|(?=\s+[^\s,;:]+\W*\Z))"
    noun = words(language, "rumour")
    if (be := words(language, "be")) != "(?!)":
        noun = rf"(?:{be}(?:\s+[^\s,;:]+){{0,3}}?\s+|\s[—–-]\s*){noun}"
    return re.compile(
        rf"(?P<not>{not_}\s+(?:[^\s,;:]+\s+){{0,2}}?)?(?P<word>{not_true}|{words(language, 'untrue')}"
        rf"|(?:{words(language, 'false', 'stems')}|{noun}){end})"
    )


@lru_cache(maxsize=64)
def _lied(language: str) -> tuple[re.Pattern[str], ...]:
    """Heads that end with the words of a lie, or of an invention."""
    lied, invented, that = words(language, "lied"), words(language, "invented"), words(language, "that", "clause")
    joined, speech = words(language, "joins"), words(language, "speech")
    reports = words(language, "reports", "claim")
    other_clause = rf",?\s(?:{_COORDINATORS[language]})\s" if language in _COORDINATORS else "(?!)"
    gap, rest = rf"(?:(?!{other_clause})[^;.!?])", rf"(?P<rest>(?:(?!{other_clause})[^;.!?])*)\Z"
    at_once = rf"(?:\s+(?!{speech}|{words(language, 'and')})[^\s,;:]+){{0,5}}?\s*{_COMMA}?\s+"
    return (
        re.compile(rf"{lied}{at_once}{that}{rest}"),
        re.compile(rf"{lied}{gap}{{0,100}}?{joined}{gap}{{0,60}}?[\s,]{that}{rest}"),
        re.compile(rf"{lied}{gap}{{0,100}}?{joined}{gap}{{0,60}}?{speech}{gap}{{0,30}}?[,:\s]{_QUOTES}\Z"),
        re.compile(rf"{lied}{gap}{{0,60}}?[,\s]{joined}\s*[,:]?{_QUOTES}\Z"),
        re.compile(rf"{invented}(?:\s+[^\s,;:]+)?\s*{_COMMA}?\s+{that}{rest}"),
        re.compile(rf"{invented}\s+(?:[^\s,;:]+\s+){{0,3}}?{reports}(?:\s+[^\s,;:]+){{0,2}}?[\s,]+{that}{rest}"),
        re.compile(rf"{words(language, 'false', 'stems')},\s(?:c'est|c'était|это|то|то це|je to|to)\s+{that}{rest}"),
    )


@lru_cache(maxsize=64)
def _negated(language: str) -> re.Pattern[str]:
    return re.compile(rf"{words(language, 'not')}\s+(?:[^\s,;:]+\s+)?\Z")


@lru_cache(maxsize=8)
def _behind(language: str) -> re.Pattern[str]:
    """What follows a clause, in languages that judge it behind: the noun that it belongs to, or the verb of a lie."""
    reports, lied = words(language, "reports"), words(language, "lied", "invented")
    stems = words(language, "stems", "rumour", "untrue")
    if language in UNSPACED:
        noun = rf"{_OF_NOUNS}?\s?{reports}[^。！？.!?]{{0,{_NEAR + 10}}}{stems}"
        lie = rf"(?:と|だと|などと|であると|고|다고|라고)[^。！？.!?、，]{{0,6}}{lied}"
        return re.compile(rf"[」』”’]?(?:(?P<noun>{noun})|{lie}|(?P<spoken>と(?:報じ|発表|伝え|述べ|書)))")
    return re.compile(
        rf"(?P<noun>\w{{0,3}}\s+(?:[^\s,;:]+\s+)?{reports}(?:\s+[^\s,;:]+){{0,4}}?\s+{stems})"
        rf"|\w{{0,3}}\s+(?:[^\s,;:]+\s+){{0,2}}?{lied}"
    )


def is_called_false(around: Surroundings, language: str) -> bool:
    """Whether the sentence of a passage calls the clause false that the passage is of."""
    head, tail = around.head, around.tail
    if language in UNSPACED:
        return _is_called_false_unspaced(head, tail, language)
    lies = filter(None, (one.search(head) for one in _lied(language)))
    if any(not _negated(language).search(head[: found.start()]) for found in lies):
        return True
    if language in VERB_LAST and _behind(language).match(tail):
        return True
    return _is_judged(head, tail, language)


def _is_judged(head: str, tail: str, language: str) -> bool:
    reported = _reported(language).search(head)
    subject = None if reported else _subject_clause(language).match(head)
    if not reported and not subject:
        return False
    near = tail[:_REACH]
    found = _judgement(language).search(re.split(r"[;!?…]|\.(?:\s|\Z)", near)[0] + ".")
    if found is None or found["not"]:
        return False
    return bool(reported) or not _BLAMES.search(found["word"])


def _is_called_false_unspaced(head: str, tail: str, language: str) -> bool:
    if language == "ja":
        found = _behind(language).match(tail)
        if found and found["spoken"]:
            return bool(re.search(rf"{words(language, 'joins')}[^。！？]{{0,{_NEAR}}}\Z", head))
        return bool(found)
    near = rf"[^。！？；;，,.!?]{{0,{_NEAR - 8}}}[：:，,]?[“「『\"]?\Z"
    if re.search(rf"{words(language, 'lied')}{near}", head):
        return True
    if re.search(rf"{words(language, 'invented')}{near}", head):
        return True
    return bool(_behind(language).match(tail))
