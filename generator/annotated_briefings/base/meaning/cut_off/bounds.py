"""Whether a number is cut out of a bound that it does not reach: `fewer than 900`, `менее чем в 900`, `900戸未満`."""

import re

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.regex import regex

_BEFORE = (
    r"(?:fewer|less|smaller|lower) than|under|below|up to|at most|(?:no|not) more than|a maximum of"
    r"|weniger als|unter|bis zu|höchstens|maximal|nicht mehr als|moins d[e']|jusqu'à|au plus|pas plus de|menos de|hasta"
    r"|como máximo|no más de|meno di|fino a|al massimo|non più di|até|no máximo|não mais de|minder dan|onder de"
    r"|tot(?: wel)?"
    r"|hoogstens|hooguit|niet meer dan|färre än|mindre än|upp till|högst|højst|færre enn|færre end|mindre enn"
    r"|mindre end"
    r"|opp til|op til|mniej niż|poniżej|co najwyżej|najwyżej|do|nie więcej niż|méně než|míň než|nejvýše|nanejvýš"
    r"|menej (?:než|ako)"
    r"|najviac|менее(?: чем)?|меньше(?: чем)?|не более(?: чем)?|не больше(?: чем)?|до|менш(?:е|)(?: ніж| як| за)?"
    r"|не більше(?: ніж)?|по-малко от|под|най-много|manje od|najviše|мање од|највише|manj kot|največ|mažiau (?:nei"
    r"|kaip)"
    r"|mazāk (?:nekā|par)|vähem kui|alla|alle kuin|vähemmän kuin|korkeintaan|enintään|kevesebb,? mint|legfeljebb"
    r"|λιγότερ\w+ από|κάτω από|το πολύ|έως|μέχρι|mai puțin de|sub|cel mult|până la|en fazla|en çok|azami"
    r"|ít hơn|dưới|không quá|tối đa|kurang dari|di bawah|paling banyak|น้อยกว่า|ไม่เกิน|ไม่ถึง|अधिकतम"
    r"|أقل من|ما يصل إلى|ما لا يزيد (?:عن|على)|פחות מ-?|לא יותר מ-?|עד|کمتر از|حداکثر"
    r"|최대|많아야|不到|不足|少于|少於"
    r"|低于|低於|最多|至多|不超过|不超過|最大(?:で)?|多くて(?:も)?"
)
_BOUND = regex(
    rf"(?<![\w-])(?:{_BEFORE})\Z|(?:不到|不足|少于|少於|低于|低於|最多|至多|不超过|不超過|最大で?|多くても?)\Z"
)
_NOT = regex(r"(?<!\w)(?:no|not|nicht|pas|non|não|niet|inte|ikke|nie|не|ne|δεν|nu|nem|ei|לא|ليس|لا|ne)\s+\Z|[不没沒]\Z")
"""What makes a lower bound of it; `no more than` and its like are bounds themselves."""
_SMALL = regex(
    r"(?:\s(?:about|roughly|some|around|only|just|etwa|rund|circa|ca\.?|environ|unos|unas|ongeveer|omkring|cirka"
    r"|około|около"
    r"|примерно|приблизно|kb\.?|în jur de|[^\W\d_]{1,2}))?\s*\Z"
)
"""A small word between a bound and its number, as a preposition: `менее чем в 900 домов`."""
_BEHIND = regex(
    r"\W{0,2}(?:未満|以下|以内|以內|足らず|に満た|に届か|弱[のがはだ]?"
    r"|にとどま|に留ま|止まり|どまり|しか|不到|미만|이하|이내"
    r"|에 (?:그쳤|못 미|불과)"
    r"|도 (?:안|채))"
    r"|'?\s?(?:d[ae]n |t[ae]n )?(?:daha )?(?:az|kadar|altında)(?!\w)|\s(?:से (?:भी )?(?:कम|नीचे)|سے کم"
    r"|या (?:उससे )?कम|تک|तक)(?!\w)"
    r"|\s(?:or (?:less|fewer)|oder weniger|ou moins|o menos|o meno|eller (?:färre|mindre|færre)|lub mniej|или меньше"
    r"|vagy kevesebb"
    r"|tai vähemmän|veya daha az)(?!\w)"
)
_THAN = regex(r"[dt][ae]n\W*\Z")
"""The end of Turkish words before `az`, which is an article in Hungarian."""
_DIGIT = regex(r"\W*(?:\d|[零一二三四五六七八九十百千万两兩数數])")
_NUMBER_AT_END = regex(r"(?:\d|[零一二三四五六七八九十百千万两兩]|ен|dan|den|tan|ten)[^\d,;.]{0,24}\Z")
_ALLE = regex(r"\W*alle\s\Z")
_PARTITIVE = regex(r"\d[\d .]*\s(?!huse\b|huizen\b)[a-zäö]+(?:a|ä)\b", re.IGNORECASE)
_NORDIC = regex(r"(?<!\w)(?:og|och|har|er|det|den|på|av|af|i|som|for|med|til)(?!\w)|[åæø]")


def loses_a_bound(around: Surroundings, languages: tuple[str, ...]) -> bool:
    """Whether a bound is right before the number that a passage begins with, or right behind the one at its end."""
    passage = around.passage.lower()
    behind = _BEHIND.match(around.tail) if _NUMBER_AT_END.search(passage) else None
    if behind and (behind[0].strip() != "az" or _THAN.search(passage)):
        return True
    if not _DIGIT.match(passage):
        return False
    if not languages and _ALLE.search(around.head) and _PARTITIVE.match(passage):
        return not _NORDIC.search(f"{passage} {around.tail}")
    heads = (around.head.rstrip(), _SMALL.sub("", around.head))
    found = next(filter(None, map(_BOUND.search, heads)), None)
    return found is not None and not _NOT.search(around.head[: found.start()])
