"""Whether a text denies a passage from another line: the line that introduces its list, the verdict in its row, the
answer to it, or a correction below."""

import re
from collections.abc import Sequence

from annotated_briefings.base.blocks.rows import cells_of, head_of_table, is_row
from annotated_briefings.base.regex import regex

FALSE = (
    r"(?:(?:\w+ly |totalement |tout à fait |completamente |schlicht |völlig )?(?:false|untrue|incorrect|wrong|fake"
    r"|falsch"
    r"|unwahr|gelogen|erfunden|faux|fausses?|inexacte?s?|mensong\w+|fals[oaie]s?|mentiras?|inexact[oa]s?|onjuist"
    r"|onwaar"
    r"|verzonnen|falsk\w{0,2}|fel|osann\w*|osant|usan\w+|nieprawd\w+|fałsz\w*|неправд\w*|ложн?\w*|неверн\w*|фальшив\w*"
    r"|хибн\w*|hoax(?:es)?|lies|myths|错误?|錯誤?|假的?|不实|不實|虚假|誤り|嘘|偽))"
)
TRUE = (
    r"(?:true|correct|right|accurate|wahr|richtig|stimm(?:t|en)|zutreffend|vraie?s?|exacte?s?|verdad(?:er[oa]s?)?"
    r"|ciert[oa]s?"
    r"|ver[oie]|vera|verdade|waar|juist|klopt|kloppen|sann\w*|sandt?e?|sant|stemmer|stämmer|prawd\w+|правд\w*"
    r"|верн\w*|вірн\w*"
    r"|正确|正確|属实|屬實|对|對|真|正しい)"
)
NOT = (
    r"(?:not|none|neither|nothing|no|nicht|keine?s?|nichts|pas|aucune?|rien|ning[uú]n[oa]?|nada|non|nessun[oa]?"
    r"|niente|não"
    r"|nenhum\w*|niet|geen|niets|inte|ingen|inget|inga|ikke|intet|nie|żad\w+|не|ни один\w*|жодн\w+)"
)
_POINTS = (
    r"(?:following|these|those|such|claims?|rumou?rs?|statements?|stories|folgende\w*|diese|gerüchte|behauptungen"
    r"|meldungen"
    r"|suivante?s?|ces|rumeurs|affirmations|siguientes?|estos|estas|rumores|bulos|seguenti|quest[ei]|voci"
    r"|seguintes|estes"
    r"|boatos|volgende|deze|geruchten|beweringen|följande|dessa|rykten|følgende|disse|rykter|rygter|następujące|te"
    r"|plotki"
    r"|twierdzenia|следующ\w+|эти|слухи|утверждения|ці|чутки|以下|这些|這些|次の)"
)
_HAS = regex(rf"(?<!\w)(?:{FALSE}|{TRUE})(?!\w)|(?:不实|不實|虚假|假的|誤り|嘘|偽)", re.IGNORECASE)
_LIES = regex(rf"(?<!\w){FALSE}(?!\w)|(?:不实|不實|虚假|假的|誤り|嘘|偽)", re.IGNORECASE)
_NEGATED = regex(rf"(?<!\w){NOT}(?!\w)", re.IGNORECASE)
_POINTING = regex(rf"(?<!\w){_POINTS}(?!\w)|以下|这些|這些|次の", re.IGNORECASE)
_COLON = regex(r"[^.!?。！？\n]*[:：]\s*\Z")
_INLINE = regex(r"(?:\A|[.!?。！？]\s+)([^.!?。！？\n:：]{4,100}[:：])")
_FOLLOWING = regex(
    r"(?<!\w)(?:following|folgende\w*|suivante?s?|siguientes?|seguent[ei]|seguintes?|volgende|följande|følgende"
    r"|następując\w+|следующ\w+|наступн\w+)(?!\w)|以下|次の",
    re.IGNORECASE,
)
_ITEM = regex(r"\t|\s*(?:[-*•–—·+]|\d{1,2}[.)]|\(?[a-z]\))\s")
_VERDICT = regex(
    rf"\W*(?:{NOT} (?:\w+ly )?{TRUE}|{TRUE} {NOT}|(?:(?:das|c['’]est|es|è|it is|это) )?{FALSE}|[✗✘❌✕×])\W*",
    re.IGNORECASE,
)
_NO = regex(r"\W*(?:no|nein|non|não|nee|nej|nei|nie|нет|ні|否|不|いいえ)\W*", re.IGNORECASE)
_ASKS_TRUTH = regex(
    rf"\W*(?:verdict|urteil|rating|verdetto|veredicto|oordeel|вердикт|结论|{TRUE}(?: (?:or|oder|ou|o|of|eller|czy"
    rf"|или) {FALSE})?"
    r"|fact|fakt|fait|stimmt(?: das)?)\W*",
    re.IGNORECASE,
)
_QUIZ = (
    rf"(?:{TRUE} (?:or|oder|ou|o|of|eller|czy|или|чи) {FALSE}|fact or (?:fiction|myth)"
    r"|判断题|判斷題|是非题|是非題|対か誤か"
    r"|正誤問題|○×クイズ)"
)
_QUIZ_BEFORE = regex(rf"(?:\A|[.!?]\s)\W*{_QUIZ}\s?[?？:：.–—-]+\W*\Z", re.IGNORECASE)
_QUIZ_BEHIND = regex(rf"[.!?。]?\W*{_QUIZ}\s?[?？]", re.IGNORECASE)
_ANSWER_IN = regex(
    r"(?:\A|[.!?。）)]\s*)\W*(?:answer|solution|antwort|lösung|auflösung|réponse|solution|respuesta|solución"
    r"|risposta|soluzione|resposta|antwoord"
    r"|svar|odpowiedź|ответ|відповідь|答案|答え|正解)\s?[:：–—-]\s*(.*)",
    re.IGNORECASE,
)
_TURN = regex(r"\s*(?:[–—-]\s|[^\W\d_][\w .'’-]{0,30}\s?[:：]\s?)")
_DENIES = regex(
    r"\W*(?:(?:no|nein|non|não|nee|nej|nei|nie|нет|ні|いいえ|不是|不)(?:[,.!，。！、](?!\s*\d)|\s*\Z)"
    r"|(?:that|this|it)(?:'s| is|’s) (?:simply |just |\w+ly )?(?:not (?:true|correct|right|so)|(?:false|untrue"
    r"|wrong|nonsense|a lie))"
    r"|(?:das|es) (?:stimmt (?:so |einfach |überhaupt )?nicht|ist (?:\w+ )?(?:nicht (?:wahr|richtig)|falsch|unwahr"
    r"|gelogen|unsinn))"
    r"|(?:c['’]est|cela est) (?:\w+ )?(?:faux|inexact|un mensonge)|ce n['’]est pas (?:vrai|exact)"
    r"|(?:eso |esto )?(?:no es (?:cierto|verdad)|es (?:\w+ )?(?:falso|mentira))|(?:questo |ciò )?(?:non è vero"
    r"|è (?:\w+ )?falso)"
    r"|(?:isso )?(?:não é verdade|é (?:\w+ )?(?:falso|mentira))|dat (?:klopt niet|is (?:niet waar|onjuist|onzin))"
    r"|det (?:stemmer ikke|stämmer inte|passer ikke|er ikke (?:sandt|sant)|är inte sant)|to (?:nie ?prawda|kłamstwo)"
    r"|это (?:не так|не\s?правда|ложь)|це (?:не так|не\s?правда|брехня)|这不是真的|这不是事实|那不是事实|それは違い)",
    re.IGNORECASE,
)
_YOU = regex(
    r"(?<!\w)(?i:you|your|vous|votre|usted(?:es)?|lei|você|u|ni|вы|ви|ваш\w*|pan|pani)(?!\w)|(?<!\w)(?:Sie"
    r"|Ihre?)(?!\w)|[你您]"
)
_OWN_NOT = regex(
    rf"(?<!\w)(?:{NOT}|never|nie|jamais|nunca|mai|nooit|aldri[g]?|n['’]\w+)(?!\w)|\w+n['’]t\b", re.IGNORECASE
)
_FAR = 3000
"""Characters above a line in which the beginning of its list or table is looked for."""
_ENDS = regex(r"[.!?。！？…][\"'”’»)\]]*\s*")


def is_denied_around(text: str, start: int, end: int) -> bool:
    """Whether a line above or below a passage, or another cell of its row, denies it."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)]
    at, to = start - low, end - low
    below = [one for one in text[low + len(line) : low + len(line) + 600].split("\n") if one.strip()][:3]
    return (
        _in_untrue_list(text, low, line, at)
        or _by_verdict(text, low, line, at, to)
        or _by_quiz(line, at, to, below)
        or _by_answer(line, at, to, below)
    )


def _is_untrue(opening: str) -> bool:
    """Whether a line that ends with a colon calls untrue what follows it."""
    if (
        not _COLON.fullmatch(opening)
        or len(opening) > 140
        or not _HAS.search(opening)
        or re.search(_QUIZ, opening, re.I)
    ):
        return False
    lies = bool(_LIES.search(opening))
    return bool(_POINTING.search(opening)) and lies != bool(_NEGATED.search(opening))


def _in_untrue_list(text: str, low: int, line: str, at: int) -> bool:
    """Whether a passage is in a list, or in one of several short lines, that a line above calls untrue."""
    # `The rumours are false: the mill opened` says why; what follows `the following is false:` is denied.
    if any(_FOLLOWING.search(found[1]) and _is_untrue(found[1].strip()) for found in _INLINE.finditer(line[:at])):
        return True
    following = text[low + len(line) : low + len(line) + 2]
    marked = bool(_ITEM.match(line))
    listed = marked or following == "\n\t"
    below = line
    for one in reversed(text[max(0, low - _FAR) : low].split("\n")):
        if not one.strip():
            continue
        if _is_untrue(one.strip()):
            return True
        # In a collected text, the first item of a list begins its line without a mark.
        is_item = bool(_ITEM.match(one)) or below.startswith("\t")
        if is_item != listed or (not listed and max(_sentences(one), _sentences(line)) > 1):
            return False
        below = one
    return False


def _sentences(line: str) -> int:
    return len(_ENDS.findall(line.strip()))


def _by_verdict(text: str, low: int, line: str, at: int, to: int) -> bool:
    """Whether a cell of the row of a passage calls it untrue, or says no below a head that asks whether it is true."""
    if not is_row(line):
        return False
    head = head_of_table(text, low)
    place = len(line) - len(line.removeprefix("\t"))
    for number, cell in enumerate(cells_of(line)):
        begin, place = place, place + len(cell) + 1
        if begin < to and at < place - 1:
            continue
        if _VERDICT.fullmatch(cell):
            return True
        if _NO.fullmatch(cell) and number < len(head) and _ASKS_TRUTH.fullmatch(head[number]):
            return True
    return False


def _by_quiz(line: str, at: int, to: int, below: Sequence[str]) -> bool:
    """Whether a passage is a question of `true or false`, and the answer is not that it is true."""
    behind = _QUIZ_BEHIND.match(line, to)
    if not behind and not _QUIZ_BEFORE.search(line[:at]):
        return False
    rest = [line[behind.end() if behind else to :], *below]
    answers = (found[1] for one in rest if (found := _ANSWER_IN.search(one)))
    answer = next(answers, "")
    return not re.match(rf"\W*(?:{TRUE}|yes|ja|oui|sí|sì|да|так|是)(?!\w)", answer, re.IGNORECASE)


def _by_answer(line: str, at: int, to: int, below: Sequence[str]) -> bool:
    """Whether the next turn of a talk begins with a denial of the sentence in which a passage is."""
    rest = line[to:]
    ended = _ENDS.search(rest)
    if not below or (ended and not _is_tag(rest[ended.end() :])):
        return False
    turn, answer = _TURN.match(line), _TURN.match(below[0])
    first_line = below[0][answer.end() if answer else 0 :]
    if not (turn and answer) and not (_YOU.search(line) and len(line.split()) <= 40 and not turn):
        return False
    if not _DENIES.match(first_line):
        return False
    # `No` to what is denied already agrees with it.
    begun = [found.end() for found in _ENDS.finditer(line[:at])]
    return not _OWN_NOT.search(line[begun[-1] if begun else (turn.end() if turn else 0) : to])


def _is_tag(rest: str) -> bool:
    """Whether what follows a sentence is nothing, or a question that asks whether it is so."""
    return not rest.strip() or (rest.rstrip()[-1:] in "?？" and len(rest.split()) <= 6)
