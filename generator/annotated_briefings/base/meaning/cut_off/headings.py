"""Whether a heading, a list's lead or the head of a column says that what is below it was refused, left out, or is a
myth."""

import re

from annotated_briefings.base.blocks.rows import head_of_table
from annotated_briefings.base.regex import regex

_REFUSED = (
    r"reject\w*|dropped|refused|turned down|withdrawn|cancell?ed|scrapped|defeated|not adopted|abandoned|abgelehnt\w*"
    r"|verworfen\w*"
    r"|zurückgewiesen\w*|gestrichen\w*|zurückgezogen\w*|rejet\w+|refusée?s?|retirée?s?|abandonnée?s?|annulée?s?"
    r"|rechazad\w+|descartad\w+"
    r"|retirad\w+|cancelad\w+|respint\w+|bocciat\w+|scartat\w+|ritirat\w+|annullat\w+|rejeitad\w+|recusad\w+"
    r"|afgewezen|verworpen"
    r"|geschrapt\w*|ingetrokken|avslag\w*|avslå\w+|avvis\w+|afvis\w+|forkast\w+|förkast\w+|nedrösta\w+|odrzucon\w+"
    r"|wycofan\w+|zamítnut\w+"
    r"|odmítnut\w+|отклон[её]н\w*|отвергнут\w*|отменен\w+|відхилен\w*|відкинут\w*|отхвърлен\w*|odbijen\w+"
    r"|elutasított\w*|respins\w*"
    r"|απορρ\w+|hylät\w+|reddedil\w+"
)
_MYTH = (
    r"(?:idées|voci|ideas) (?:reçues|preconcebidas|infondate)|myths?|misconceptions?|hoax(?:es)?|fake(?:s| news)?"
    r"|falsehoods?"
    r"|rumou?rs? that|(?:was|were|is|are|proved) (?:false|untrue|wrong)|debunked|mythen|irrtümer|falschmeldung\w*"
    r"|märchen|gerüchte"
    r"|fausses?|intox|infox|rumeurs|mitos?|bulos|falsos?|falsas?|falsi|false|bufale|miti|mentiras|boatos|fabels"
    r"|mythes|nepnieuws"
    r"|onwaar\w*|geruchten|myter|myte|rykten|rygter|rykter|mity|fałsz\w*|plotki|mýty|fámy|миф\w*|фейк\w*|слухи|ложь"
    r"|міф\w*|чутки"
    r"|мит\w*|tévhit\w*|μύθοι|mituri|myytit"
)
_LEFT_OUT = (
    r"leaves? out|left out|exclud\w+|missing|ausgeschlossen\w*|fehlt|fehlen|exclu\w*|esclus\w*|uitgesloten|ontbreekt"
    r"|utelämna\w+"
    r"|pominięt\w+|wyłączon\w+|исключен\w*|вилучен\w*"
)
_NOT = (
    r"not|isn't|doesn't|don't|won't|no|nothing|without|nicht|kein\w*|nichts|ohne|pas|aucune?|sans|nada|ningun[oa]"
    r"|ningún|sin|non"
    r"|nessun[oa]?|niente|senza|não|nenhum\w*|sem|niet|geen|niets|zonder|inte|ingen|inga|ikke|intet|utan|uden|uten"
    r"|nie|żad\w+|bez"
    r"|není|nejsou|не|ні|нет|без|nem|nu|fără|δεν|χωρίς|ei|eivät|değil"
)
_DENIES_ITEMS = regex(rf"(?<!\w)(?:{_REFUSED}|{_MYTH}|{_LEFT_OUT}|{_NOT})(?!\w)")
_DENIES_COLUMN = regex(rf"\W*(?:(?:\w+ )?(?:{_REFUSED}|{_MYTH}|{_LEFT_OUT})(?: \w+)?)\W*")
_NO = regex(rf"(?<!\w)(?:{_NOT}|none|neither|keine\w*)(?!\w)")
_DENIES_TEXT = regex(rf"(?<!\w)(?:{_MYTH})(?!\w)")
_IN_HAN = regex(
    r"否决|否決|驳回|駁回|拒绝|拒絕|却下|不採択|谣言|謠言|误区|誤區|辟谣|不包括|未通过|デマ|誤解|含まれない|부결|기각|거부|루머|오해|포함되지"
)
_ENDED = regex(r"[.!?。！？…]\W*\Z")
_WORDS = 12
"""Words of a heading at most."""
_LINES = 8
"""Paragraphs above a text among which its heading is looked for."""
_FAR = 3000


def is_under_a_denying_heading(text: str, start: int, end: int) -> bool:
    """Whether the list, the column or the paragraphs in which a passage is are below a heading that denies them."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[low : high if high >= 0 else len(text)]
    if "\t" in line.strip("\t"):
        return _by_column(text, low, line, start - low)
    above = [one for one in text[max(0, low - _FAR) : low].split("\n")[:-1] if one.strip()]
    if line.startswith("\t") or text[low + len(line) : low + len(line) + 2] == "\n\t":
        # The first item of a list begins its line without a tab.
        while line.startswith("\t") and above:
            line = above.pop()
        return bool(above) and _is_heading(above[-1]) and _denies(above[-1], _DENIES_ITEMS)
    for one in reversed(above[-_LINES:]):
        if one.startswith("\t"):
            return False
        if _is_heading(one):
            return _denies(one, _DENIES_TEXT)
    return False


def _by_column(text: str, low: int, line: str, at: int) -> bool:
    head = head_of_table(text, low)
    number = line.removeprefix("\t")[: max(0, at - line.startswith("\t"))].count("\t")
    return number < len(head) and (
        bool(_DENIES_COLUMN.fullmatch(head[number].lower())) or bool(_IN_HAN.search(head[number]))
    )


def _is_heading(line: str) -> bool:
    return not any(mark in line.strip() for mark in "\t|`") and not _ENDED.search(line) and len(line.split()) <= _WORDS


def _denies(heading: str, words: re.Pattern[str]) -> bool:
    low = heading.lower().replace("’", "'")
    # `None of these claims is false` denies nothing.
    is_doubled = bool(_NO.search(low) and _DENIES_TEXT.search(low))
    return bool(words.search(low) or _IN_HAN.search(heading)) and not is_doubled
