"""Whether what is behind a passage takes it back: `noch nicht`, `unless the bank pays`, `This is a lie.`"""

import re
from functools import lru_cache

from annotated_briefings.base.meaning.verdicts.words import NO_CONDITION, UNSPACED, VERB_LAST, words
from annotated_briefings.base.regex import regex

_REACH = 60
"""Characters of a text without blanks among which a verdict is looked for."""
_ASIDE = regex(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_TIME = {
    "nl": r"(?:(?<!\bals)|(?<=\bals)(?=\s(?:de|het|een|er|hij|zij|ze|men|we|wij|dit|dat|deze|die|geen)\s))",
    "sv": r"(?:(?<!\bom)|(?<=\bom)(?=\s\w+\s\w+(?:r|s)(?!\w)))",
}
"""Behind short words that begin a condition before a clause alone: `als eerste`, `om bron`."""
_PIECES = regex(r"\s*[,،;:；、，—–]\s*|\s-\s")
_OPENS = {
    "de": r"(?:und|oder|sondern)(?!\w)",
    "sv": r"(?:och|men|eller|att|som|eftersom|medan|när|därför|fast|innan|utan)(?!\w)",
}
"""Words that begin another clause without a comma, in languages in which others of the table are adverbs too."""
_SOURCE = regex(
    r"(?:nach|laut|so|wie|zufolge|volgens|zoals|enligt|som|ifølge|according to|as|selon|según|secondo|segundo)\s"
)
"""The beginning of an aside that says who tells it."""
_OF_ANOTHER = (
    r"(?:\s+(?:of|about|von|über|d'|de|di|da|van|over|om|o|об|о|про)\s*(?:an?|another|other|eine[mnrs]?|einem|une?|un|otr[ao]"
    r"|um|uma|een|en|ett|et|zweite\w*|weitere\w*|second\w*|autre\w*|altr\w+|outr\w+|andere|annan|annat|innym|drugi\w+|друг\w+"
    r"|втор\w+|інш\w+)(?!\w))"
)
"""Behind a noun such as `rumour` that is not about the words before it: `the rumour of a second leak was false`."""
_ENDS = regex(r"[.!?…。！？؟۔।]")
_CONTRAST = {
    "de": regex(r"\A\s*(?:nicht|kein\w*)\s+\S+\s*[^,]*,\s*sondern\s"),
    "nl": regex(r"\A\s*(?:niet|geen)\s+\S+\s*[^,]*,?\s+maar\s"),
    "sv": regex(r"\A\s*inte\s+\S+\s*[^,]*,?\s+utan\s"),
    "da": regex(r"\A\s*ikke\s+\S+\s*[^,]*,\s+men\s(?!\w+(?:r|de|te)\s)"),
    "no": regex(r"\A\s*ikke\s+\S+\s*[^,]*,?\s+men\s(?!\w+(?:r|de|te)\s)"),
}
"""A denial of one part of a clause that names another one instead: `nicht am Markt, sondern am Hafen`."""
_HARMLESS = regex(
    r"(?<!\w)(?:nicht (?:nur|allein|bloß|zuletzt|weniger als|mehr als|erst|unerheblich\w*)|niet (?:alleen|slechts"
    r"|enkel|minder dan|meer dan|in de laatste plaats)|inte (?:bara|enbart|endast|mindre än|mer än|minst)|ikke"
    r" (?:bare|kun|mindre en[dn]|mer[e]? en[dn]|minst|mindst)|keine? (?:frage|zweifel)|kein wunder"
    r"|geen (?:twijfel|wonder)"
    r"|(?:om|ob|oder|of|eller) (?:inte|ikke|nicht|niet)|wenn nicht (?:gar|sogar)|nicht ohne|niet zonder)(?!\w)"
)
_ATTRIBUTE = regex(
    r"(?<!\w)(?:(?:der|die|das|den|dem|des|ein\w*|all\w*|dies\w*|viele|mehrere|bisher)\s+"
    r"(?:(?:noch|bisher|bislang|längst|gar|ganz|mehr)\s+)?(?:nicht|nie|niemals)\s+(?:\w+\s+)?\w+(?:e|en|er|es|em)\s+"
    r"(?=[^\W\d_])"
    r"|(?:de|het|een|die|dat|alle)\s+(?:(?:nog|tot nu toe)\s+)?(?:niet|nooit)\s+\w+e?\s+(?=[^\W\d_])"
    r"|(?:den|det|de|ett?|en)\s+(?:(?:ännu|endnu|ennå)\s+)?(?:(?:ännu|endnu|ennå)\s+)?(?:inte|ikke|aldrig|aldri)\s+"
    r"(?:(?:ännu|endnu|ennå)\s+)?\w+\s+(?=[^\W\d_]))"
)
"""A denial within a noun and its article: `die noch nicht bezahlte Orgel`."""
_OM = regex(
    r"\s*om\s+(?:\w+(?:en|et|n|t|a|na|ene)|han|hon|hun|det|den|de|vi|man|jeg|jag|ingen|alla|alle)"
    r"(?:\s+(?:inte|ikke))?\s+\w+(?:r|s)(?!\w)"
)
"""`om` where it is `if` and not `about`: a subject and a verb follow."""
_NO_NOUN = r"(?!(?:der|die|das|den|dem|ein\w*|kein\w*|de|het|een|det|den|en|ett|et|le|la|les|el|los|il|lo|i|o|os|as)\s)"
"""Before words that begin no noun, of which another denial would be."""
_ASKS = regex(
    r"(?<!\w)(?:ask|wonder|know|knew|see|test|check|doubt|tell|told|say|said|clear|sure|frag|weiß|demand|sai[ts]|savoir"
    r"|ignor|pregunt|sabe"
    r"|chied|sa|vraag|weet|spurgt|спрос|знает)\w*\W*\Z",
    re.IGNORECASE,
)
"""Verbs behind which `if` asks."""
_PAST = regex(
    r"(?<!\w)(?:was|were|war|waren|était|étaient|era|erano|eran|fue|foi|fu|var|waren|był\w*|byl\w*|bil[aoi]?|была?|было"
    r"|были|било|беше|ήταν|volt|oli|olid|bija|buvo|a fost|va ser)(?!\w)"
)
_BLAMES_PAST = regex(
    r"(?<!\w)(?:wrong|mistaken|falsch|verkehrt|faux|equivocado|sbagliato|errato|errado|fout|verkeerd|fel|feil|forkert"
    r"|błędn\w+|ошибочн\w+|грешно|greșit|väärin|pogrešno)(?!\w)"
)
"""Adjectives that may blame what was done, where they speak of the past: `That was wrong, the union said`."""
_BLAMES = regex(
    r"(?<!\w)(?:mistake|error|irrtum|fehler|erreur|errore|erro|vergissing|fout|misstag|fel|feil|feiltakelse|fejl|fejltagelse"
    r"|błąd|błędem|pomyłk\w+|chyba|omyl|ошибк\w+|помилк\w+|грешка|λάθος|greșeală|eroare|hiba|tévedés|virhe|erehdys|viga"
    r"|eksitus|kļūda|klaida|greška|pogreška|napaka|خطأ|טעות|اشتباه|خطا|غلطی|गलती|ग़लती|kesalahan|kekeliruan)(?!\w)"
)
"""Nouns that may do so at any time: `and that is a mistake of the town`."""


@lru_cache(maxsize=64)
def _denial(language: str) -> re.Pattern[str]:
    return re.compile(words(language, "behind"))


@lru_cache(maxsize=64)
def _opens(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{_OPENS.get(language) or words(language, 'and')}(?=\s)")


@lru_cache(maxsize=64)
def _only_denial(language: str) -> re.Pattern[str]:
    """What is left of a clause behind an aside, where it denies it: at most two words and a denial."""
    return re.compile(rf"\s*(?:{_NO_NOUN}[^\s,;:]+\s+){{0,2}}?{words(language, 'behind')}(?:\s+[^\s,;:]+)?\s*")


@lru_cache(maxsize=64)
def _but_denied(language: str) -> re.Pattern[str]:
    """The same behind a conjunction: `, aber nie`."""
    opens, denial = words(language, "and"), words(language, "behind")
    return re.compile(rf"\s*{opens}\s+(?:{_NO_NOUN}[^\s,;:]+\s+)?{denial}\s*")


@lru_cache(maxsize=64)
def _condition(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    opens = words(language, "and")
    return (
        re.compile(
            rf"\s*[,،]?\s*(?:{opens}\s+)?{words(language, 'if', 'unless')}"
            rf"{_NO_TIME.get(language, '') if language == 'nl' else ''}{NO_CONDITION}"
        ),
        re.compile(rf"[\s,،]{words(language, 'unless')}{NO_CONDITION}"),
    )


@lru_cache(maxsize=64)
def _later(language: str) -> re.Pattern[str]:
    """A condition behind a comma, and behind the last words of the clause of a passage."""
    opens = rf"(?:{words(language, 'and')}\s+)?"
    led_in = rf"(?:(?!{words(language, 'and')})[^,،;:.!?…()]){{0,{_REACH}}}"
    return re.compile(
        rf"{led_in}\s*(?:[,،(–—]|\s-\s)\s*{opens}(?:{words(language, 'given')}"
        rf"|{words(language, 'if', 'unless')}{_NO_TIME.get(language, '')}{NO_CONDITION})"
    )


_AT_ITS_END = {
    "ja": r"(?:れば|なら(?:ば)?|たら|場合(?:に限り|に限る|のみ|は)?|限り|条件(?:に|で|として)|前提(?:に|で|として))",
    "ko": r"(?:면|경우(?:에만|에)?|조건(?:으로|하에|부로)|전제(?:로|하에))",
}
"""Conditions at the end of a sentence, in languages that write them before their clause elsewhere."""


@lru_cache(maxsize=64)
def _unspaced(language: str) -> re.Pattern[str]:
    if language in _AT_ITS_END:
        return re.compile(rf"[^。.!?！？]*[、，,;；][^、，,。.!?！？]*{_AT_ITS_END[language]}\W*(?:[。.!?！？]|\Z)")
    return re.compile(
        rf"[^。！？，,；;]{{0,12}}[，,；;]\s*(?:但|且|不过|不過|而)?{words(language, 'if', 'unless', 'given')}"
    )


@lru_cache(maxsize=64)
def _drilled(language: str) -> re.Pattern[str]:
    inside = words(language, "in")
    inside = rf"{inside}\s*" if inside != "(?!)" else ""
    return re.compile(
        rf"\A\s*(?:[^\s,;:]+\s+){{0,3}}?{inside}(?:[^\s,;:]+\s+){{0,2}}?{words(language, 'drill')}"
        rf"(?=\s*(?:[.,،;:!?]|\Z)|\s+{words(language, 'in')})"
    )


@lru_cache(maxsize=64)
def _verdict(language: str) -> re.Pattern[str]:
    wrong = words(language, "untrue")
    false = words(language, "false")
    rumour = words(language, "rumour")
    if language in UNSPACED:
        subject = words(language, "this", "claim")
        return re.compile(rf"\A.{{0,8}}?{subject}.{{0,14}}?(?:{wrong}|{false}|{rumour})")
    opens = words(language, "and")
    not_true = rf"{words(language, 'not')}(?:\s+[^\s,;:]+){{0,3}}?\s+{words(language, 'true')}"
    end = rf"(?!\s*,?\s*{words(language, 'that')})(?=\W*\Z|\s*[.,،;:!?…»”\"')\]—–]|\s+-\s|\s+{opens})"
    if language in VERB_LAST:
        end = r"(?=(?:\s+[^\s,;:]+){0,2}\s*(?:\Z|[.,،;:!?…»”\"')\]—–۔।]))"
    gap = r"(?:\s+[^\s,;:.!?]+)"
    claim = words(language, "claim")
    subject = rf"(?:(?P<this>{words(language, 'this')})(?!\s+{claim}{_OF_ANOTHER})|{claim}(?!{_OF_ANOTHER}))"
    judged = rf"(?:(?:{not_true}|{false}){end}|{wrong}(?!\s*,?\s*{words(language, 'that')})|(?P<noun>{rumour}))"
    lead = rf"\A[\W_]*(?:(?:{opens}|[^\s,;:]+,)\s+)?(?:[^\s,;:]+\s+)?"
    return re.compile(
        rf"(?:{lead}{words(language, 'none')}{gap}{{0,2}}?\s*{words(language, 'true')}{end})"
        rf"|(?:{lead}{subject}(?:(?<=')[^\s,;:.!?]+|'s|'re)?{gap}{{0,5}}?\s*"
        rf"|\A[\W_]*(?={not_true}|{wrong})){judged}"
    )


@lru_cache(maxsize=1)
def _undone_in_japanese() -> re.Pattern[str]:
    """A later verb that takes back what its sentence says, without a subject of its own."""
    undone = words("ja", "withdrawn", "rejected", "denied", "rumour", "untrue")
    return re.compile(rf"(?:(?![、][^、]{{0,12}}[はが]).){{0,24}}?{undone}")


@lru_cache(maxsize=64)
def _alone(language: str) -> re.Pattern[str]:
    """A verdict that is a whole sentence, or its beginning before a comma: `False.`, `A rumour, the mayor says.`"""
    return re.compile(
        rf"\A[\W_]*(?:[^\s,;:]{{1,5}}\s+)?(?:{words(language, 'false', 'rumour', 'untrue')})\s*(?:\Z|[.,،!…])"
    )


def asks(passage: str) -> bool:
    """Whether a passage ends with a verb behind which `if` asks."""
    return bool(_ASKS.search(passage))


def is_denied_behind(tail: str, language: str) -> bool:
    """Whether the rest of a sentence, in small letters, denies its clause, as languages do behind the verb."""
    plain = _ATTRIBUTE.sub(" ", _HARMLESS.sub(" ", _ASIDE.sub(" ", tail)))
    if language in UNSPACED or (language in _CONTRAST and _CONTRAST[language].match(plain)):
        return False
    first, *others = _PIECES.split(_ENDS.split(plain)[0])
    opened = _opens(language).search(f" {first} ")
    if _denial(language).search(first[: opened.start()] if opened else first):
        return True
    if others and (_but_denied(language).fullmatch(others[-1]) or _is_denied(others, language)):
        return True
    return len(others) > 1 and bool(_only_denial(language).fullmatch(others[-1]))


def _is_denied(pieces: list[str], language: str) -> bool:
    """Whether an aside that says who tells something ends with a denial."""
    return any(_SOURCE.match(one) and re.search(rf"{words(language, 'behind')}\Z", one) for one in pieces)


def is_conditional_behind(passage: str, tail: str, language: str) -> bool:
    """Whether the rest of the sentence of a passage makes it depend on something."""
    if asks(passage):
        return False
    if language in UNSPACED:
        return bool(_unspaced(language).match(tail))
    at_once, anywhere = _condition(language)
    if _later(language).match(tail) or (language in VERB_LAST and _is_at_the_end(tail, language)):
        return True
    found = at_once.match(tail)
    if found and found[0].strip() in ("om", "se", "ja", "ha", "kui"):
        # Short words that are other ones too, unless a comma is before them.
        return found[0].startswith((",", " ,")) or bool(_OM.match(tail))
    return bool(found or anywhere.search(f" {tail}"))


def _is_at_the_end(tail: str, language: str) -> bool:
    """Whether the last words behind a comma are a condition whose word for it may be the last one."""
    _, *others = _PIECES.split(_ENDS.split(tail)[0])
    return bool(others) and bool(re.search(words(language, "if", "given") + NO_CONDITION, others[-1]))


def is_drilled_behind(tail: str, language: str) -> bool:
    """Whether the rest of a clause says that what is before it happened in an exercise."""
    return language not in UNSPACED and bool(_drilled(language).match(_PIECES.split(tail)[0]))


def is_judged_untrue(sentence: str, language: str) -> bool:
    """Whether a sentence, or a clause behind a comma, calls what is before it untrue."""
    if language in UNSPACED:
        return bool(_verdict(language).match(sentence[:_REACH]))
    found = _verdict(language).match(sentence)
    if found:
        return not (found["this"] and _is_blame(found))
    return bool(_alone(language).match(sentence))


def is_judged_in_its_sentence(tail: str, language: str) -> bool:
    """Whether a later clause of a sentence calls what is before it untrue."""
    if language in UNSPACED:
        rest = _ENDS.split(tail)[0][:_REACH]
        return bool(_verdict(language).match(rest)) or (language == "ja" and bool(_undone_in_japanese().match(rest)))
    pieces = [one.start() for one in re.finditer(r"[,،;:；—–]|\s-\s", tail)]
    found = filter(None, (_verdict(language).match(tail[at + 1 :]) for at in pieces))
    return any(not (one["this"] and _is_blame(one)) for one in found)


def _is_blame(found: re.Match[str]) -> bool:
    """Whether a verdict may be one on what somebody has done, and not on the words before it."""
    if found["noun"]:
        return bool(_BLAMES.search(found["noun"]))
    return bool(_BLAMES_PAST.search(found[0]) and _PAST.search(found[0]))
