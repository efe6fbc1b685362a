"""Whether a sentence tells that what a passage names was not done, need not happen, or was no serious word: `voted
against selling`, `too poor to pay`, `unless the union signs`, `she joked`."""

from annotated_briefings.base.meaning.verdicts.behind import asks
from annotated_briefings.base.regex import regex

_GERUND = regex(r"(?:\w+ly )?\w+ing\b")
_INFINITIVE = regex(
    r"(?:(?:le|la|les|l['’]|se |s['’]|ne pas |no |non |y )\s?)?\w+(?:er|ir|re|ar|rre|rsi|rlo|rla|rse|arlo|erlo)\b"
)
_ZU = regex(r"\bzu \w+|\b\w+zu\w+en\b")
_TE = regex(r"\bte \w+")
_RUSSIAN = regex(r"\w+(?:ть|ти|чь|ться)\b")
_AGAINST = (
    (
        regex(
            r"(?<!\w)(?:against|oppos(?:e|es|ed|ing)|resist(?:s|ed)?|object(?:s|ed)? to|(?:ban|bans"
            r"|banned)(?: \w+){0,3} (?:on|from)"
            r"|(?:barr|stopp|prevent|block|dissuad|restrain|hinder|prohibit|discourag)\w*(?: \w+){0,4} from"
            r"|kept(?: \w+){0,4} from"
            r"|(?:refrain|abstain)\w* from)\s+\Z"
        ),
        _GERUND,
    ),
    (
        regex(
            r"(?<!\w)(?:s['’]oppos\w+ à|contre|(?:empêch|interdi|dissuad|déconseill|évit)\w+(?: \w+){0,4} d(?:e "
            r"|['’])|renonc\w+ à"
            r"|(?:s['’](?:est |sont |était )?abst\w+|se gard\w+ bien) d(?:e |['’])|se abst\w+ de|abstenerse de"
            r"|si (?:è |sono )?asten\w+ (?:d[ai]l?|dall['’])|dej[óo] de"
            r"|se opon\w+ a|se opuso a|contra|(?:impid|imped|prohíb|prohib|desaconsej|evit)\w+(?: a)?(?: \w+){0,3}"
            r"|renunci\w+ a|si oppon\w+ a|contro|(?:imped|viet|sconsigli|evit)\w+(?: \w+){0,4} di|rinunci\w+ a"
            r"|se op[oô]\w+ a|(?:impedi|proibi)\w+(?: \w+){0,4} de)\s*\Z"
        ),
        _INFINITIVE,
    ),
    (
        regex(
            r"(?<!\w)(?:hinder|warn|verb[io]e?t|untersag|verzicht|lehn|weiger|vermied|vermeid|unterließ|unterlass"
            r"|unterlässt|scheu|hüte|abgesehen|absehen|absah|sieht|sah|sehen|zögert|versäum)\w*(?: \w+){0,4}?"
            r"(?: (?:daran|davor|darauf|davon|sich|es|ab))*,\s*\Z"
        ),
        _ZU,
    ),
    (
        regex(
            r"(?<!\w)(?:verhinder\w+|belet\w*|verbied\w+|verbood|waarschuw\w+|weerhoud\w*"
            r"|weerhield\w*)(?: \w+){0,5}?,?\s*\Z"
        ),
        _TE,
    ),
    (
        regex(
            r"(?<!\w)(?:запрет\w+|помеша\w+|отговор\w+|отказ\w+с[яь] от|воздерж\w+ от|передума\w+"
            r"|раздума\w+)(?: \w+){0,3}?\s+\Z"
        ),
        _RUSSIAN,
    ),
)
"""Words before what somebody is against or keeps another from doing, and the form of the verb behind it."""
_TOO = (
    (regex(r"(?<!\w)too \w+(?: \w+){0,2} to\s+\Z"), regex("")),
    (regex(r"(?<!\w)(?:trop|troppo) \w+(?: \w+){0,2} (?:pour|per)\s+\Z"), _INFINITIVE),
    (regex(r"(?<!\w)demasiad\w+(?: \w+){0,3} (?:como )?para\s+\Z|\w+ demais para\s+\Z"), _INFINITIVE),
    (
        regex(r"(?<!\w)(?:war|waren|ist|sind|schien)(?: \w+){0,2}? zu (?!fuß\b|hause\b|besuch\b|gast\b)\w+,? um\s+\Z"),
        _ZU,
    ),
    (regex(r"(?<!\w)te \w+(?: \w+)? om\s+\Z"), _TE),
    (regex(r"(?<!\w)слишком \w+,? чтобы\s+\Z"), _RUSSIAN),
)
_HEARSAY = (
    (
        regex(r"(?<!\w)(?:skal|ska|lär)(?: \w+)? ha(?:ve)?\s+\Z"),
        regex(r"(?!(?:ledigt|nytt|stort|godt|gott|rett|rätt|ret|mat|fred|råd|tid|brød|bröd)\b)\w+(?:t|d)\b"),
    ),
    (regex(r"(?<!\w)(?:skal|ska|lär)\s+\Z"), regex(r"(?:\w+ )?ha(?:ve)? \w+(?:t|d)\b")),
)
"""Nordic hearsay: `skal ha solgt`, with the form of the verb behind it."""
_RUMOURED = regex(
    r"(?<!\w)(?:(?:has|have|had|is|are|was|were) yet to|(?:was|were) to have"
    r"|(?:is|are|was|were) (?:said|believed|thought|reported|understood|rumou?red"
    r"|alleged|meant) to(?: have)?"
    r"|(?:est|sont|était|étaient) (?:censé|supposé|réputé)e?s?|(?:iba|iban) a|(?:ia|iam))\s+\Z"
)
_NAME = (
    r"(?:(?:he|she|they|it|i|we|er|sie|il|elle|on|él|ella|lui|lei|hij|zij|han|hon|hun|он|она|(?:the|a) \w+"
    r"|[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?) )?"
)
"""Who says something, in a word or two."""
_JOKED = regex(
    r"\s*[,!.]?[\"“”»«'’]+,?\s*" + _NAME + r"(?:joked|quipped|deadpanned|lied|scherzt\w*|witzelt\w*|flunkerte|log"
    r"|lügt"
    r"|(?:a-t-(?:il|elle) |a )?(?:plaisant[eé]|plaisantait|ironisé|ironise|menti|mentait)|bromeó|bromeaba|mintió"
    r"|ironizó"
    r"|(?:ha )?(?:scherz(?:ò|a|ato)|mentì|mentito|ironizza\w*)|brincou|mentiu|ironizou|grapt\w*|schertst\w*|loog"
    r"|skämtade|ljög"
    r"|spøgte|spøkte|løj|zażartował\w*|skłamał\w*|пошутил\w*|шутит|соврал\w*|солгал\w*)(?!\w)"
)
_OR_SO = regex(
    r",?\s*(?:or (?:at least )?so (?:\w+ ){1,3}?(?:claim|believ|thought|hop|said|say|insist)\w*|oder (?:das"
    r"|so) \w+te\w*"
    r"|so (?:\w+ )?behauptet\w* \w+ (?:fälschlich|zumindest)\w*|ou (?:du moins )?(?:c['’]est ce qu|le croy"
    r"|le croi|le pens|le dis|le dit)\w*"
    r"|o (?:al menos )?eso (?:dijo|dice|cree|creía|decía|afirm\w+|parece)|o (?:almeno )?così (?:\w+ )?(?:dice"
    r"|diceva|sosten\w+|crede\w*)"
    r"|of (?:dat|zo) (?:dacht|beweerde|zei)\w*)(?!\w)"
)
_CONDITION = regex(
    r"\s*,?\s*(?:unless|provided|only if|if(?! (?:a|an|any|only|not|slightly|somewhat|at all|ever|necessary"
    r"|possible|need)\b)"
    r"|falls|sofern|vorausgesetzt|es sei denn|nur wenn|à moins (?:que|qu['’])|à condition|pourvu qu\w*"
    r"|si(?= (?:le|la|les|l['’]|un|une|il|elle|el|los|las|una|no)(?!\w))|a menos que|salvo que|siempre que"
    r"|con tal de que|a meno che"
    r"|purché|se(?= (?:il|la|lo|i|gli|un|una|non|o|os)(?!\w))|a condizione|tenzij|mits|hvis|med mindre|såvida"
    r"|chyba że"
    r"|pod warunkiem|jeśli|a não ser que|если|при условии|якщо)(?!\w)"
)


def is_not_done(head: str, passage: str) -> bool:
    """Whether the beginning of a sentence, in small letters, tells that what a passage names was not done, or is only
    rumoured."""
    low = passage.lstrip().lower()
    pairs = (*_AGAINST, *_TOO, *_HEARSAY)
    return bool(_RUMOURED.search(head)) or any(
        before.search(head) and (form.search(low) if form in (_ZU, _TE) else form.match(low)) for before, form in pairs
    )


def is_unmeant(passage: str, behind: str) -> bool:
    """Whether what follows a passage makes it depend on a condition, or calls it a joke or somebody's belief."""
    if _JOKED.match(behind) or _OR_SO.match(behind):
        return True
    return bool(_CONDITION.match(behind)) and not asks(passage)
