"""Whether the sentence around words asks for them, makes them depend on a condition, or calls them invented."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex

_FAR = 300
"""Characters behind a cut in which the end of its sentence is looked for."""
_ENDED = regex(r"[.!?。！？؟]\W*\Z")
_ASKED = regex(r"(?:[^.!?。！？؟\n:：\"“„«]|\.(?=\d)|:(?=\d))*[?？؟]")
"""The rest of a sentence that is a question, without one that somebody asks in it."""
_ASKED_IN_JAPANESE = regex(r"[ぁ-ん]{0,4}か(?:どうか|は)?[。、」]")
_KANA = regex(r"[ぁ-んァ-ヶ]")
_CONDITION = regex(
    r"\s*(?:if|unless|provided(?: that)?|assuming(?: that)?|in case|should|sollten?|caso|pokud"
    r"|jestliže|jos|eğer|om(?=[^,]*[åäæø])|wenn|falls|sofern|à moins qu\w*|a menos que"
    r"|siempre que|se(?! ne\b)|qualora|purché|indien|tenzij|mits|hvis|ifall|dersom|jeśli|jeżeli|gdyby|если|якщо"
    r"|إذا|لو)"
    r"\b[^,،]*[,،]"
)
"""The beginning of a sentence whose main clause holds on a condition only."""
_VERBS = (
    "ist sind war waren wird werden würde würden wäre wären hat haben hatte hätte hätten kann könnte können"
    " muss müssen"
    " müsste soll sollen sollte darf dürfte will gibt kommt käme geht ginge bleibt fällt steigt sinkt scheitert"
    " gelingt stimmt"
    " bricht platzt reißt hält findet verliert gewinnt"
).split()
"""German verbs that begin a condition whatever follows them."""
_FINITE = rf"(?:so|dann|{'|'.join(_VERBS)}|(?!erst\b|dort\b|mit\b|seit\b|selbst\b|nicht\b)[a-zäöüß]+(?:t|en|te|ten))\b"
_SUBJECT = r"(?:der|die|das|den|dem|ein|eine|kein|keine|er|sie|es|man|wir|ihr|ich|sich|nicht|alle|beide|diese[rs]?)"
_NO_VERB = (
    r"(?!(?:seit|mit|samt|nebst|statt|anstatt|jetzt|zuletzt|erst|zuerst|fast|selbst|nicht|oft|dort|bereits|laut"
    r"|gegen|wegen|neben"
    r"|zwischen|unten|morgen|zwecks|ungeachtet|anhand|trotz|entgegen|außen|innen|oben|vielleicht|gesagt|nachts"
    r"|sagte?|fragte?|meinte?"
    r"|het|met|sinds|niet|uit|tot|dat|wat|want|omdat|bent|tussen|boven|onder|beneden|binnen|buiten|tegen|naast"
    r"|zegt|vraagt|meent)\b)"
)
"""Words that end as verbs do, and begin no condition."""
_VERB_FIRST = {
    "de": regex(
        rf"\s*(?:(?:{'|'.join(_VERBS)})\s[^,:?!]*|{_NO_VERB}[a-zäöüß]+(?:t|en|te"
        rf"|ten)\s{_SUBJECT}\b[^,:?!]*),\s*{_FINITE}"
    ),
    "nl": regex(
        rf"\s*{_NO_VERB}[a-zë]+(?:t|en|d)\s(?:de|het|een|geen|hij|zij|ze|er|men|we|wij|die|dit|dat|deze"
        rf"|dit)\b[^,:?!]*,"
        r"\s*(?:dan|is|zijn|was|waren|zal|zullen|zou|zouden|moet|moeten|kan|kunnen|mag|gaat|gaan|wordt|worden"
        r"|(?!niet\b|met\b|in\b|en\b|van\b|aan\b|een\b)[a-zë]+[tn])\b"
    ),
    "en": regex(
        r"\s*(?:had|were)\s(?:the|an?|he|she|it|they|we|you|i|his|her|its|their|this|that|these|those|there|not|no)\b"
        r"(?! said)[^,:?!]*,"
    ),
    "fr": regex(r"[^,.:?!]*\w(?:ait|aient|iez|ions)-(?:il|elle|on|ils|elles|nous|vous|t-il|t-elle)\b[^,:?!]*,"),
    "it": regex(r"\s*(?:fosse|fossero|avesse|avessero|dovesse|dovessero|venisse|potesse)\b[^,:?!]*,"),
    "es": regex(r"\s*de (?:haber|ser|no)\b[^,:?!]*,"),
    "pt": regex(r"\s*(?:fosse|tivesse|houvesse|viesse)\b[^,:?!]*,"),
}
"""Conditions that begin with their verb, up to the first word behind the comma: `Bricht der Damm, stehen …`."""
_VERB_FIRST_IN_NORDIC = regex(
    r"\s*(?!(?:efter|under|över|inför|här|där|när|hur|för|eller|utanför|innanför|per|ner|upp|etter|over|før|der"
    r"|her|når|hver|flere|mer"
    r"|säger|siger|sier|frågar)\b)[a-zåäöæø]+r\s[^,:?!]*,\s*(?:så|da|då|står|blir|bliver|kommer|får|må|måste"
    r"|ska|skal|kan|är|er|[a-zåäöæø]+er)\b"
)
_NORDIC = regex("[åäæø]")
_CONDITIONS_OF = {"nl": regex(r"\s*als\b[^,]*,"), "fr": regex(r"\s*(?:si|s'ils?)\b(?! bien)[^,]*,")}
_CONDITIONS_OF["es"] = _CONDITIONS_OF["fr"]
"""Words that are a condition in one language, and `when` or a pronoun in another one."""
_IN_CHINESE = regex(r"(?:如果|倘若|假如|假使|要是|除非|一旦|若)[^，,。！？]*[，,][^。！？]*\Z")
_IN_JAPANESE = regex(r"(?:もし[^。]*|れば|ならば)、[^。、]*\Z")
_LIE = (
    r"invention|fabrication|lie|hoax|myth|rumou?r|erfunden|erlogen|gelogen|lüge|gerücht|märchen|mensonge|rumeur"
    r"|infox|intox"
    r"|bulo|mentira|falsedad|invención|bufala|menzogna|invenzione|verzinsel|leugen|gerucht|выдумк\w+|ложь"
    r"|неправда|слух"
)
_INVENTED = regex(
    r"[\s,:;–—-]*(?:(?:this|that|it|which|the claim|the rumou?r)(?: \w+){0,2} (?:is|was)|is|are|was|were|das ist"
    r"|dies ist|dies\w* \w+ (?:ist|war)|ist|sind|war|c'est|cela est|ce qui est|est"
    r"|eso es|esto es|es|questo è|è|dat is|dit is"
    r"|(?:dat|dit) berust op|berust op|is|это)\s(?:\w+[ -]){0,3}(?:" + _LIE + r")(?!\w)",
    re.IGNORECASE,
)
"""What calls the words before it invented."""
_INVENTED_IN_HAN = regex(
    r"(?:一事|一说|之说|的说法|的消息|的传言)?[，,：]?(?:这|這|此)?(?:纯属|純屬|是|系|係)?(?:谣言|謠言|虚构|虛構|不实|不實|捏造|误传|誤傳|误报|誤報|假的|假消息|错误的|錯誤的)"
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


def is_conditional(head: str, passage: str, languages: Sequence[str]) -> bool:
    """Whether a sentence, read in small letters up to a passage in its main clause, begins with a condition."""
    if _CONDITION.match(head) or (len(languages) == 1 and _begins(_CONDITIONS_OF, head, languages[0])):
        return True
    if "," not in head:
        return False
    text = f"{head.rstrip()} {passage}"
    return any(_begins(_VERB_FIRST, text, one) for one in languages or _VERB_FIRST) or bool(
        _NORDIC.search(text) and _VERB_FIRST_IN_NORDIC.match(text)
    )


def _begins(patterns: Mapping[str, re.Pattern[str]], text: str, language: str) -> bool:
    return language in patterns and bool(patterns[language].match(text))


def is_conditional_in_han(line: str) -> bool:
    """The same for a text without spaces."""
    return bool(_IN_CHINESE.search(line) or _IN_JAPANESE.search(line))
