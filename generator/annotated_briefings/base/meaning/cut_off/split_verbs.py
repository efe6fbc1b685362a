"""Whether a passage ends before a part of its verb that turns it: `called the strike` before `off`, `schließt das Werk`
before `aus`."""

import re

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.meaning.lexicon import is_word
from annotated_briefings.base.regex import regex

_PARTICLES = {
    "de": frozenset(
        "ab an auf aus bei durch ein fest fort frei heim her heran heraus herbei herunter hervor hin hinaus hinzu los"
        " mit nach nieder statt teil um unter vor voran voraus vorbei weg weiter wieder zu zurück zusammen über".split()
    ),
    "nl": frozenset(
        "aan af bij door in mee mis na neer om onder op over samen tegen terug toe uit vast voor voort weg".split()
    ),
}
_ALONE = {"de": frozenset("zurück ein los weg heraus hinaus nieder fort".split()), "nl": frozenset("terug af".split())}
"""Particles that are no prepositions."""
_CLAUSE = regex(r"[^,;:.!?–—()\n]*")
_AND = regex(r"\s(?:und|oder|sowie|doch|aber|en|of|maar)\s.*", re.DOTALL)
_WORD = regex(r"[^\W\d_]+")
_NO_VERBS = frozenset("wegen gegen neben zwischen sinds een".split())
_LEAST = 4
"""Words of a passage that surely has its verb."""
_BEHIND = (
    r"(?=\s*(?:[,;:.!?–—]|\Z)|\s+(?:after|before|on|at|in|for|when|because|until|till|and|but|by|as|with|during|again"
    r"|amid"
    r"|over|completely|entirely|altogether|yesterday|today|this|last|next|following)\b)"
)
_SPLIT = tuple(
    (
        particle,
        regex(rf"(?<!\w)(?:{verbs})(?!\w)", re.IGNORECASE),
        regex(rf"[^,;:.!?–—]*?(?<!\w){particle}{_BEHIND}"),
    )
    for particle, verbs in (
        ("off", r"call\w*|puts?|putting|br[eo]aks?|broken?|wr[io]te?s?|written|shrug\w*|wav\w+|f[io]ught|fights?"
        r"|fend\w*|shut"
                r"|shuts|turn\w*|holds?|held|laugh\w*|cut|cuts|l[ae]y\w*|laid|str[iu]c?ke?s?"),
        ("down", r"turn\w*|str[iu]c?ke?s?|vot\w+|shut|shuts|play\w*|clos\w+|knock\w*|shoots?|shot|t[eo]ars?|tore|torn"
        r"|bring\w*"
                 r"|brought|tak\w+|took|los[te]\w*"),
        ("up", r"giv\w+|gave|holds?|held|break\w*|broken?|call\w*"),
        ("back", r"tak\w+|took|holds?|held|roll\w*|hand\w*|giv\w+|gave|pull\w*|s[e]nds?|sent|call\w*|turn\w*"),
        ("out", r"rul\w+|thr[eo]ws?|threw|thrown|vot\w+|phas\w+|toss\w*|cross\w*|str[iu]c?ke?s?|leav\w+|left"),
        ("away", r"tak\w+|took|turn\w*|throws?|threw|thrown|sign\w*"),
        ("aside", r"sets?|setting|puts?|putting|brush\w*|cast\w*|push\w*"),
    )
)  # fmt: skip
"""English verbs that say something else with a particle."""
_NORDIC = regex(
    r"(?<!\w)(?:lukk\w+|stäng\w+|steng\w+|l[äæe]gg\w+|lade|la|lagde|slår|slog|slo|tar|tager|tog|tok|drar|drog|trekker"
    r"|trakk"
    r"|trækker|trak|ställ\w+|stiller|skriver|skrev|giver|gir|ger|gav|ga|bryter|brøt|bröt|bryder|brød)(?!\w)",
    re.IGNORECASE,
)
_NORDIC_TEXT = regex(r"(?<!\w)(?:og|och|på|til|till|av|af|för)(?!\w)|[åæø]")
_NORDIC_BEHIND = regex(
    r"\s+(?:[^\s,;:.!?]+ ){0,4}?(?:ned|ner|opp|upp|op|av|af|bort|tillbaka|tilbake|tilbage|in|inn|ind)"
    r"(?=\s*(?:[,;:.!?–—]|\Z)|\s(?:til|till|på|i|for|för|från|fra|efter|etter|under|om|igen)\s)"
)


def loses_a_particle(around: Surroundings, languages: tuple[str, ...]) -> bool:
    """Whether what follows a passage up to the end of its clause ends with a particle of its verb."""
    if any(_has_lost(around, one) for one in ("de", "nl") if one in languages):
        return True
    tail = around.tail
    if "en" in languages and any(
        particle in tail and one.match(tail) and verb.search(around.passage) for particle, verb, one in _SPLIT
    ):
        return True
    is_nordic = _NORDIC_TEXT.search(around.head + around.passage.lower() + around.tail)
    return bool(is_nordic and _NORDIC.search(around.passage) and _NORDIC_BEHIND.match(around.tail))


def _has_lost(around: Surroundings, language: str) -> bool:
    """The same in a language whose word list has the verb with its particle."""
    found = _CLAUSE.match(around.tail)
    words = _WORD.findall(_AND.sub("", found[0])) if found else []
    if not words or words[-1] not in _PARTICLES[language]:
        return False
    particle, own = words[-1], _WORD.findall(around.passage)
    behind = [word for word in words[:-1] if word not in _NO_VERBS and is_word(particle + word, language)]
    if any(is_word(particle + word, language) for word in own if word.islower()):
        # The verb of a German or Dutch clause is right behind its subject.
        return words[0] not in behind
    return particle in _ALONE[language] and len(own) >= _LEAST and not behind
