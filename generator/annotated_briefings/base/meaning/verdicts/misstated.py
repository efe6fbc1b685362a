"""Whether the sentence of a passage states that its speaker was wrong or lied: `the mayor falsely claimed`."""

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.regex import regex

_WRONGLY = (
    r"falsely|wrongly|incorrectly|mistakenly|erroneously|untruthfully|misleadingly|baselessly|dishonestly|inaccurately"
    r"|fälschlich(?:erweise)?|irrtümlich(?:erweise)?|zu unrecht|wahrheitswidrig|fehlerhaft|versehentlich"
    r"|à tort|faussement|mensongèrement|erronément|par erreur"
    r"|falsamente|erróneamente|equivocadamente|por error|sin razón|erroneamente|erradamente|a torto"
    r"|per errore|por engano"
    r"|ten onrechte|onterecht|valselijk|foutief|per abuis|abusievelijk"
    r"|felaktigt|falskt|falskeligen|fejlagtigt|fejlagtig|urigtigt|feilaktig|urettmessig|uriktig"
    r"|fałszywie|błędnie|niesłusznie|kłamliwie|ложно|ошибочно|лживо|неверно|по ошибке|помилково|хибно|mylně|nepravdivě"
)
_SPEECH_VERBS = (
    r"sa(?:id|ys?|ying)|claim\w*|t(?:old|ells?)|stat(?:ed|es)|assert\w*|report(?:ed|s)|announc\w+|suggest\w*|insist\w*|wrote"
    r"|sag\w+|behaupt\w+|erklär\w+|bericht\w+|melde\w+|hieß|heißt|schrieb\w*|teilte\w*|verkünde\w+"
    r"|(?:a |ont |avait )?(?:affirm|prétend|déclar|annonc|assur|soutenu|indiqu)\w*|(?:a )?dit|écrit"
    r"|afirm\w+|asegur\w+|dij\w+|declar\w+|anunci\w+|sosten\w+"
    r"|(?:ha )?(?:detto|afferma\w+|dichiara\w+|sostenuto|annuncia\w+|scritto)|scrisse\w*"
    r"|disse\w*|alegou|anunciou|zei\w*|bewe(?:er|r)\w+|meldd\w+|verklaard\w*|schreef"
    r"|påst\w+|sade?|sa|uppgav|hävda\w*|hævde\w*|sagde|oplyste|hevdet|opplyste"
    r"|twierdz\w+|powiedzia\w+|poda\w+|oświadczy\w+|утвержд\w+|сказал\w*|заяви\w+|сообщи\w+|писал\w*|стверджува\w+|заяв\w+"
    r"|tvrdi\w*|uvedl\w*"
)
_BESIDE = r"(?:\s(?:and|or|und|et|y|e|en|och|og|i|и)(?:\s[^\s,;:.]+){1,4}?)?"
"""Another adverb beside the first: `wrongly and without any proof`."""
_WRONGLY_STATED = regex(
    rf"(?<!\w)(?:(?:{_WRONGLY}){_BESIDE}[^\w,;:.]+(?:\w+[^\w,;:.]+){{0,1}}(?:{_SPEECH_VERBS})"
    rf"|(?:{_SPEECH_VERBS})[^\w,;:.]+(?:\w+[^\w,;:.]+){{0,3}}(?:{_WRONGLY}))(?!\w)"
    rf"|\A\W*(?:{_WRONGLY}),?\s(?:[^\s,;:]+\s){{0,4}}(?:{_SPEECH_VERBS})(?!\w)"
)
_LIED = regex(
    r"(?<!\w)(?:lied|log|logen|lügt|menti[ts]?|mentait|a menti|mintió|miente|ment[ìe]|ha mentito|mentiu"
    r"|loog|ljög|ljuger|løj|lyver|løy|skłamał\w*|kłami\w+|солгал\w*|соврал\w*|лжёт|збрехав|zalhal\w*)(?!\w)"
)
_INVENTED_IT = regex(
    r"(?<!\w)(?:ma[dk](?:e|es|ing) (?:it|this|that|the story|all of it|everything) up"
    r"|(?:das|es|alles) (?:nur |frei )?(?:ausgedacht|erfunden)|(?:l'a(?:vait)?|tout) inventé\w*"
    r"|(?:se )?lo (?:ha|había)?\s?invent\w+|l'(?:ha|aveva|era) inventat\w|het (?:had |heeft )?(?:zelf )?verzonnen"
    r"|hittat på (?:det|allt)|(?:это|всё|все) (?:сам\w* )?(?:выдумал|придумал|сочинил)\w*)(?!\w)"
)
_NEAR = 60
"""Characters behind a passage in which it may be stated whose words it is."""


def is_misstated(around: Surroundings) -> bool:
    """Whether words beside a passage in its sentence call it wrongly said, or a lie."""
    tail = around.tail[:_NEAR]
    wrong = _WRONGLY_STATED.search(around.head) or _WRONGLY_STATED.search(tail) or _INVENTED_IT.search(tail)
    # Behind a passage a verb of lying has that for its object: `“It is safe,” he lied`.
    return bool(wrong or (_LIED.search(tail[: _NEAR // 2]) and tail[:1] in ',"”“»'))
