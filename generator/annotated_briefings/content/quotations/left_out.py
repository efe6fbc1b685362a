"""Whether the words that a quotation leaves out, and puts dots for, turn what it quotes around them."""

import re

from annotated_briefings.base.meaning.turned.denied import has_denial
from annotated_briefings.base.regex import regex
from annotated_briefings.content.markdown.plaintext import Plain

_OPEN = regex(
    r"(?<!\w)(?:almost|nearly|would|could|might|may|should|tried to|tries to|try to|wants? to|wanted to|except"
    r"|but not|allegedly|perhaps"
    r"|fast|beinahe|würden?|könnten?|wollten?|außer|angeblich|vielleicht|presque|sauf|peut-être|casi|salvo"
    r"|excepto|quizás|quasi|tranne"
    r"|forse|bijna|behalve|misschien|zou|zouden|nästan|utom|kanske|næsten|nesten|undtagen|måske|почти|кроме"
    r"|возможно)(?!\w)",
    re.IGNORECASE,
)
"""Words that leave open, or take back, what follows them: dots must not replace them."""
_AND = (
    r"(?:and|but|while|whereas|yet|und|aber|während|doch|et|mais|tandis que|alors que|y|e|pero|mientras(?: que)?|mas"
    r"|enquanto|ma|mentre|en|maar|terwijl|och|og|men|medan|mens)"
)
_SUBJECT = (
    r"(?:(?:the|an?|his|her|its|their|he|she|it|they|der|die|das|ein|eine|ihre?|seine?|er|sie|es|les?|la|une?|son"
    r"|sa|ses|leurs?"
    r"|il|elle|el|los|las|una|sus?|lo|gli|suo|sua|os?|as|um|uma|seu|de|het|een|zijn|haar|hij|zij|ze|den|det|hans"
    r"|hennes|hun"
    r"|han|hon)\s\w|l'\w|[A-ZÀ-ÞА-Я]\w)"
)
_NEW_CLAUSE = regex(
    rf"\w.*[,;]\s{_AND}\s{_SUBJECT}[^,;]*\Z|\w.*[,;]\s(?:a|i|ale|podczas gdy|и|а|но|тогда как|та|але)"
    r"\s(?!потом|затем|также|потім|potem|także|także)[^\W\d_]{3}[^,;]*\Z",
    re.DOTALL,
)
"""Words for which dots are put, and of which the last clause has a subject of its own."""
_NEW_CLAUSE_BARE = regex(rf"\w.*\s{_AND}\s{_SUBJECT}[^,;]*\Z", re.DOTALL)
_FINITE = regex(
    r"(?:was|were|is|are|has|had|wurden?|wird|werden|ist|war|hat|hatte|est|était|a été|avait|ha|è|fue|era|había"
    r"|foi|heeft"
    r"|werd|had|var|blev|ble|har)(?!\w)"
)
"""Verbs that tell what the subject right before them did, or what became of it."""
_SENTENCE_END = regex(r"[.!?]['\")]*\s|[。！？]")
_NEW_SENTENCE = regex(r"(?:[.!?]['\")]*\s|[。！？]|\n)\W*\Z")
_NEW_SPEAKER = regex(r"\n(?:– |[A-ZÀ-ÞА-Я][\w .'’-]{0,38}: )")
_NEAR = 200
"""Characters around words left out by which their language is told."""
_COMPLEMENT = regex(
    r"\w\W+(?:that|dass|daß|que|qu'|che|dat|att|at|że|iż|что|що|أن|بأن|hogy|ότι|că|että)\s", re.IGNORECASE
)
"""The beginning of what a verb before it says: without that verb, nobody says it."""
_BEFORE_INFINITIVE = regex(r"(?<!\w)(?:to|d[e']|à|di|a|ad|para|per|pour|por|zu|te|att|at|å|om)\s*\Z", re.IGNORECASE)
_INFINITIVE = regex(r"\w+(?:er|ir|re|ar|rsi|rse|rlo|rla)(?!\w)")
_INFINITIVE_OF = regex(r"(?<!\w)(?:zu|te) \w+|\w+zu\w+en(?!\w)")
_GERMANIC = regex(r"(?<!\w)(?:to|att|at|å)\s*\Z", re.IGNORECASE)
_ASIDE = regex(
    r"\W*(?:who|whom|whose|which|that|der|die|das|dem|den|deren|dessen|qui|que|qu'|dont|où|quien|quienes|cuy\w+|che"
    r"|il quale"
    r"|la quale|cui|dove|cujo|cuja|die|dat|wie|wiens|som|vars|hvis|któr\w+|котор\w+|чь\w+|як\w+|що|который|kter\w+"
    r"|jenž|الذي|التي|الذين|aki|amely|care|ο οποίος|η οποία|που|joka|jotka)(?!\w)"
)
"""The beginning of a clause that says more of the word before it."""


def hides_a_turn(whole: Plain, at: int, place: int, behind: str) -> bool:
    """Whether words of a text, which are left out between the pieces of a quotation, turn what is quoted around them:
    a denial, a word that leaves it open, the verb that governs it, another speaker, or the beginning of another
    sentence or clause of which the quotation goes on with the end, which is ``behind``."""
    gap = whole.text[at:place]
    if _NEW_SPEAKER.search(whole.source[whole.starts[at] : whole.starts[place]]):
        return True
    if _SENTENCE_END.search(gap):
        return not _NEW_SENTENCE.search(gap)
    clause = gap.strip()
    if _NEW_CLAUSE.match(clause) or (_FINITE.match(whole.text, place) and _NEW_CLAUSE_BARE.match(clause)):
        return not re.match(rf"{_AND}\s", clause)
    if _ASIDE.match(clause) and clause.endswith((",", ")", "–", "—")):
        return False
    if _governs(gap, behind):
        return True
    return bool(_OPEN.search(gap)) or has_denial(gap, behind, whole.text[max(0, at - _NEAR) : place + _NEAR])


def _governs(gap: str, behind: str) -> bool:
    """Whether a verb that is left out governs what is quoted behind it: `refuse … de vendre`."""
    if _COMPLEMENT.search(f"{gap} "):
        return True
    if _BEFORE_INFINITIVE.search(gap):
        return bool(_GERMANIC.search(gap) or _INFINITIVE.match(behind) or _INFINITIVE_OF.search(behind))
    return gap.rstrip().endswith(",") and bool(_INFINITIVE_OF.search(behind)) and not _ASIDE.match(gap)
