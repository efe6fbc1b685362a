"""Whether the sentence around words asks for them, makes them depend on a condition, or calls them invented."""

import re
from collections.abc import Sequence

_FAR = 300
"""Characters behind a cut in which the end of its sentence is looked for."""
_ENDED = re.compile(r"[.!?。！？؟]\W*\Z")
_ASKED = re.compile(r"(?:[^.!?。！？؟\n:：\"“„«]|\.(?=\d)|:(?=\d))*[?？؟]")
"""The rest of a sentence that is a question, without one that somebody asks in it."""
_ASKED_IN_JAPANESE = re.compile(r"[ぁ-ん]{0,4}か(?:どうか|は)?[。、」]")
_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_CONDITION = re.compile(
    r"\s*(?:if|unless|provided(?: that)?|assuming(?: that)?|in case|should|sollten?|caso|pokud"
    r"|jestliže|jos|eğer|om(?=[^,]*[åäæø])|wenn|falls|sofern|à moins qu\w*|a menos que"
    r"|siempre que|se(?! ne\b)|qualora|purché|indien|tenzij|mits|hvis|ifall|dersom|jeśli|jeżeli|gdyby|если|якщо|إذا|لو)"
    r"\b[^,،]*[,،]"
)
"""The beginning of a sentence whose main clause holds on a condition only."""
_CONDITIONS_OF = {"nl": re.compile(r"\s*als\b[^,]*,"), "fr": re.compile(r"\s*(?:si|s'ils?)\b(?! bien)[^,]*,")}
_CONDITIONS_OF["es"] = _CONDITIONS_OF["fr"]
"""Words that are a condition in one language, and `when` or a pronoun in another one."""
_IN_CHINESE = re.compile(r"(?:如果|倘若|假如|假使|要是|除非|一旦|若)[^，。！？]*，[^。！？]*\Z")
_IN_JAPANESE = re.compile(r"(?:もし[^。]*|れば|ならば)、[^。、]*\Z")
_LIE = (
    r"invention|fabrication|lie|hoax|myth|rumou?r|erfunden|erlogen|gelogen|lüge|gerücht|märchen|mensonge|rumeur|infox|intox"
    r"|bulo|mentira|falsedad|invención|bufala|menzogna|invenzione|verzinsel|leugen|gerucht|выдумк\w+|ложь|неправда|слух"
)
_INVENTED = re.compile(
    r"[\s,:;–—-]*(?:(?:this|that|it|which|the claim|the rumou?r)(?: \w+){0,2} (?:is|was)|is|are|was|were|das ist"
    r"|dies ist|dies\w* \w+ (?:ist|war)|ist|sind|war|c'est|cela est|ce qui est|est"
    r"|eso es|esto es|es|questo è|è|dat is|dit is"
    r"|(?:dat|dit) berust op|berust op|is|это)\s(?:\w+[ -]){0,3}(?:" + _LIE + r")(?!\w)",
    re.IGNORECASE,
)
"""What calls the words before it invented."""
_INVENTED_IN_HAN = re.compile(
    r"[，：]?(?:这|這|此)?(?:纯属|純屬|是|系|係)?(?:谣言|謠言|虚构|虛構|不实|不實|捏造)"
    r"|という事実はな|はデマ|は嘘|は作り話"
)


def is_asked(passage: str, behind: str) -> bool:
    """Whether the sentence of a passage that does not hold its end is a question."""
    if _ENDED.search(passage):
        return False
    if _KANA.search(passage[-20:]) and _ASKED_IN_JAPANESE.match(behind):
        return True
    return bool(_ASKED.match(behind[:_FAR]))


def is_called_invented(behind: str) -> bool:
    """Whether what follows a passage says that it is a lie or a rumour."""
    return bool(_INVENTED.match(behind) or _INVENTED_IN_HAN.match(behind))


def is_conditional(head: str, languages: Sequence[str]) -> bool:
    """Whether a sentence, read in small letters up to a passage in its main clause, begins with a condition."""
    if _CONDITION.match(head):
        return True
    return len(languages) == 1 and languages[0] in _CONDITIONS_OF and bool(_CONDITIONS_OF[languages[0]].match(head))


def is_conditional_in_han(line: str) -> bool:
    """The same for a text without spaces."""
    return bool(_IN_CHINESE.search(line) or _IN_JAPANESE.search(line))
