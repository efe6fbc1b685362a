"""What the first lines of a press release say of when it may be published, and the lines that say no more than "
"that."""

import re
from collections.abc import Sequence

from annotated_briefings.base.compared import small
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.datelines import is_day_line
from annotated_briefings.intake.cleaning.months import WEEKDAYS
from annotated_briefings.intake.labels import is_end_line, is_release_label
from annotated_briefings.intake.stated.closed.banners import closes, closes_itself, without_mark
from annotated_briefings.intake.stated.closed.era_days import in_our_days
from annotated_briefings.intake.stated.closed.misspelt import respelled
from annotated_briefings.intake.stated.closed.pleas import pleads, without_lead
from annotated_briefings.intake.stated.closed.spelled_out import in_plain_letters
from annotated_briefings.intake.stated.closed.statements import labels_time, names_first_day, states_closed
from annotated_briefings.intake.stated.hold_times import later
from annotated_briefings.intake.stated.moments import DAY, TIME, read_until

_RELEASE = (
    r"(?:press|news|media)[ -]?(?:release|statement|notice)|pressemitteilung|pressemeldung|medienmitteilung"
    r"|presseinformation"
    r"|communiqu[ée] de presse|nota de prensa|comunicado de prensa"
    r"|comunicado (?:de|à) imprensa|nota (?:de|à) imprensa|comunicat de presă|pressmeddelande"
    r"|pressemeddelelse|pressemelding|lehdistötiedote|komunikat prasowy|informacja prasowa|tisková zpráva"
    r"|sajtóközlemény|basın (?:bülteni|açıklaması)|пресс-релиз|пресреліз|прессъобщение|δελτίο τύπου|보도 ?자료"
    r"|新闻稿|新聞稿|プレスリリース|بيان صحفي|הודעה לעיתונות|comunicato stampa|persbericht"
)
_NOW = (
    r"for immediate (?:release|publication|use)|zur sofortigen veröffentlichung|sperrfrist:? keine"
    r"|keine sperrfrist|frei zur"
    r" veröffentlichung|pour (?:diffusion|publication) immédiate|para (?:su )?(?:publicación|difusión) inmediata"
    r"|(?:no embargo|embargo:? (?:none|no|keiner?|aucun|ninguno|lifted|aufgehoben|levé|levantado))"
    r"|for release:? immediate(?:ly)?"
)
_UNTIL = r"(?:until|till|to|before|for|bis|jusqu|hasta|fino|ab|até|ate|tot|do(?= (?:dnia|\d))|до(?= \d)|fram|kadar)\b"
_EMBARGO = (
    r"(?:strictly |now )?(?:embargoed|under (?:strict )?embargo)\b"
    r"|(?:strict )?(?:embargo|эмбарго|ambargo)(?= ?(?:[:\]\)!–—-]|$"
    r"|" + _UNTIL + r"|\d))"
    r"|embargo (?:date|time|lifts?|ends?)\b|hold (?:for release|until)\b|not (?:for|to be) (?:release|publication"
    r"|broadcast|publish"
    r"|distribution|used)\w*|do not (?:publish|release|broadcast|use)\b|for (?:release|publication)(?= ?(?:on|at"
    r"|after|until|from"
    r"|not before|:|\d))|sperrfrist\b|gesperrt bis\b|frei ab\b|nicht (?:zur|vor der) veröffentlichung\b"
    r"|nicht veröffentlichen\b"
    r"|unter (?:strengem )?embargo\b|veröffentlichung (?:erst|frühestens|nicht vor)\b|(?:diffusion"
    r"|publication) interdite\b"
    r"|prohibida su (?:difusión|publicación)\b|(?:please )?respect (?:the |our |this )?embargo\b|(?:release"
    r"|publication) date\b"
    r"|解禁|禁运|エンバーゴ"
    r"|sous embargo\b|ne pas (?:publier|diffuser)\b|bajo embargo\b|embargad[oa]\b|no publicar\b|non pubblicare\b"
    r"|(?:strictly )?confidential(?= ?(?:[:–—-]+ ?not for|(?:until|till)\b))|not to be (?:quoted|shared|circulated)\b"
    r"|not for (?:circulation|quotation|sharing)\b|do not (?:circulate|distribute|forward|quote)\b"
    r"|check against delivery\b|draft ?[,:–—-]+ ?(?:do )?not\b"
    r"|(?:zur )?veröffentlichung ab\b|freigegeben (?:erst )?ab\b|es gilt das gesprochene wort\b|vertraulich bis\b"
    r"|sob embargo\b|não (?:publicar|divulgar)\b|sotto embargo\b|da non (?:pubblicare|diffondere)\b|no difundir\b"
    r"|confidenti?(?:ale|el|eel) (?:jusqu|fino|tot)\b|не (?:публиковать|для публикации)\b|под эмбарго\b"
    r"|pod embargiem\b|nie publikować\b|nie do publikacji\b|onder embargo\b|niet (?:publiceren|voor publicatie)\b"
    r"|엠바고|보도 ?금지|禁止发布|禁止發布|禁發|禁发|報道解禁|公開禁止|情報解禁|ambargolu\w*|yayın yasağı\b"
    r"|yayınlamayın\w*|spärrtid\b|(?:får )?ej (?:publiceras|för publicering)\b"
)
_LEAD = (
    r"[\s\[(*#>\"'“!【-]*(?:(?:notes? (?:to|for) (?:the )?editors?|(?:hinweis|bitte) an die redaktion(?:en)?"
    r"|note aux rédactions|nota (?:a|para) (?:la redacción|os editores|redacciones)"
    r"|editor['’]?s['’]? note)[:,\s–—-]+)?"
    r"(?:(?:achtung|attention|atención|note|please note|important|wichtig|strictly|nb)[,:!\s]+)?"
)
_FORMAL = regex(rf"{_LEAD}(?:{_RELEASE})(?:\s*[|/,:–—-]*\s*(?:{_NOW}))?[\s\])*:.!-]*", re.IGNORECASE)
_FREE = regex(rf"{_LEAD}(?:(?:{_RELEASE})\s*[|/,:–—-]*\s*)?(?:{_NOW})[\s\])*.!-]*(?:[:,–—-].{{0,60}})?", re.IGNORECASE)
_BRACKETED = regex(r"[(\[（【]([^()\[\]（）【】]{4,120})[)\]）】][\W_]*\Z")
"""What brackets at the end of a line hold."""
_START = regex(rf"{_LEAD}(?:(?:{_RELEASE})\s*[|/,:–—-]*\s*)?(?P<said>{_EMBARGO})", re.IGNORECASE)
_LABELS = regex(
    r"(?:release|publication) date|embargo (?:date|time|lifts?|ends?)|for (?:release|publication)|gesperrt bis"
    r"|frei ab|(?:zur )?veröffentlichung (?:ab|erst|frühestens|nicht vor)|freigegeben (?:erst )?ab"
    r"|vertraulich bis|解禁",
    re.IGNORECASE,
)
"""Words that also begin a headline, or a fact about a film or a road: with them a line must name a moment, or nothing
besides."""
_FACTS = regex(r"(?:release|publication) date|embargo (?:date|time|lifts?|ends?)|frei ab", re.IGNORECASE)
"""Labels of a fact, which alone say nothing."""
_NOUN = regex(
    r"embargo|эмбарго|ambargo|ambargolu\w*|禁运|エンバーゴ|엠바고|embargad[oa]|check against delivery|보도 ?금지"
    r"|禁止发布|禁止發布|(?:under|unter|sous|bajo|sob|sotto|onder|pod|под) \w+"
    r"|(?:please )?respect (?:the |our |this )?embargo",
    re.IGNORECASE,
)
"""Words for an embargo of goods too: without capitals, a moment or a word such as `until` they begin a headline."""
_NOT_BEFORE = regex(
    r"[\s:,–—-]*(?:(?:for |zur |pour )?(?:release|publication|veröffentlichung|diffusion)\s+)?"
    r"(?:until|till|before|prior to|bis|vor|erst nach|jusqu|avant|hasta|antes|fino|prima|até|tot|vóór"
    r"|voor|do(?= dnia)|przed|до|fram|före)\b",
    re.IGNORECASE,
)
_SEPARATOR = regex(r"\s*[:|\])–—】-]|\s*$")
_FILLER = frozenset(
    "strict strikt streng absolu total estricto rigoroso stretto строгим "
    "until till to before after for from on at by in of the a an and or not no any all form part be it its "
    "this that item items message dispatch "
    "media press news print online broadcast radio tv use used release released publication publish "
    "published circulation distribution sharing quotation attribution reproduction transmission delivery "
    "further notice strictly please local time hours hrs hour h am pm a.m p.m date day noon midday midnight "
    "morning evening contents content document information report statement study speech text copy draft "
    "embargo embargoed embargos only internal bis zum zur um uhr der die das den dem des vor nach ab erst "
    "frühestens nicht oder und im mitteleuropäischer zeit ortszeit beginn rede redebeginn sperrfrist "
    "veröffentlichung veröffentlichen presse medien mittag mitternacht sendung wort jusqu au aux à la le les l "
    "du de d heure heures avant et ou ne pas médias publier diffusion matin soir midi minuit hasta el las los "
    "antes del hora horas y o su difusión prensa mediodía medianoche publicar fino al alle ore prima e il lo "
    "stampa mezzogiorno mezzanotte pubblicazione até ao às as os dia imprensa meio-dia meia-noite publicação "
    "tot en met voor vóór uur om het pers middag middernacht publicatie до с часов часа утра в для печати "
    "публикации публикаций po do dnia godz godziny przed publikacji mediów mediom kadar saat yayın için basın "
    "fram kl klockan före publicering january february march april june july august september october november "
    "december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août "
    "septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre fevereiro "
    "maio junho julho setembro outubro dezembro januari februari maart mei augustus".split()
)
"""Words of a statement of an embargo that name nothing else."""
_WORDS = regex(r"[^\W\d_]+(?:[.-][^\W\d_]+)*")
_UNSPACED_FILLER = regex(
    r"まで|より|以降|以前|以后|以後|之前|之后|前|後|后|부터|까지|이후|이전|[年月日時时点點分秒년월일시분午前後上下오전오후はのにをで、。：]"
)
_UNSPACED_LETTERS = regex(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SPEECH_VERBS = regex(
    r"\b(?:this|the|our|dieser?|diese|ce|cette|este|esta)\b.{0,40}\b(?:release|report|study|document|text"
    r"|information|paper|article"
    r"|story|content|material|mitteilung|meldung|studie|bericht|communiqué|rapport|étude|nota|informe"
    r"|estudio)\b.{0,40}"
    r"\b(?:under (?:strict )?embargo|embargoed|sperrfrist|sous embargo|bajo embargo|embargad[oa])(?=\s*(?:until"
    r"|till|bis|jusqu|hasta|and (?:may|must|shall|should|cannot|is not)\b|[.,;:!]|$)).*",
    re.IGNORECASE,
)
_HINTS = ("mbarg", "perrfrist")
_ABROAD = regex(r"\b(?:united states|u\.s\.|jurisdiction)", re.IGNORECASE)
"""A notice of where securities may be offered is about places and not about time."""
_WITHIN = regex(
    r"\bkadar ambargolu|"
    r"\b(?:under (?:strict )?embargo|embargoed|sous embargo|bajo embargo|sob embargo|sotto embargo|onder embargo"
    r"|unter embargo) (?:until|till|jusqu|hasta|até|fino|tot|bis)\b"
    r"|(?:エンバーゴ|엠바고)(?=\s*[:：\d(（]|$)|報道解禁|эмбарго до(?= \d)\b",
    re.IGNORECASE,
)
"""Words that speak of an embargo wherever they are in a line."""
_END = regex(r"[\s*#-]*(?:ends?|ende|fin|###+|-30-)[\s*#.-]*", re.IGNORECASE)
_BRACKET = regex(rf"^\s*[\[(](?:{_RELEASE}|{_NOW}|{_EMBARGO})[^\])]*[\])]\s*[:–—-]*\s*", re.IGNORECASE)
_LONGEST_LINE = 160
_FIRST_LINES, _LAST_LINES, _TOP, _FOOT = 10, 5, 3, 2
"""Lines at the top and at the end of a text in which a release says when it may be published; those at its very
top, and those at its foot."""
NO_TIME = "embargo"
"""The mark of an embargo whose time cannot be read."""


class Release(Value):
    """What a text says of its own publication."""

    formal: tuple[int, ...] = ()
    """0-based places of lines that say no more than that."""
    embargo: str = ""
    """Moment until which it is not to be published (EDTF day, or a time), as far as it can be read."""
    held: str = ""
    """The words of the line, where no moment can be read in them."""


def read_release(lines: Sequence[str]) -> Release:
    """What the first and last lines of a text say of when it may be published."""
    formal: list[int] = []
    embargo, held, unread = "", "", ""
    places = [n for n in range(len(lines)) if n < _FIRST_LINES or n >= len(lines) - _LAST_LINES]
    end = next((n for n in range(len(lines) - 1, 0, -1) if _is_end(lines[n])), len(lines))
    if sum(map(len, lines[end:])) < sum(map(len, lines[:end])):
        # Below its end a release says whom to ask.
        formal += (n for n in range(end, len(lines)) if n not in places or not is_embargo(lines[n], near_top=False))
        places = [n for n in places if n < end or is_embargo(lines[n], near_top=False)]
    for place in places:
        line = lines[place].strip()
        if is_formality(line):
            formal.append(place)
        elif is_embargo(line, near_top=place < _TOP) or (place >= len(lines) - _FOOT and pleads(line)):
            formal.append(place) if len(line) <= _LONGEST_LINE and _has_no_more(line) else None
            moment = read_until(line)
            shown = "" if moment else " ".join(line.split())[:80]
            embargo, held = later(embargo, moment), held or shown
            unread = unread or (shown if DAY.search(in_our_days(line)) else "")
    # One line that can be read says what another that cannot be read means, but for an hour of its day.
    return Release(tuple(sorted(formal)), embargo, unread or ("" if embargo else held))


def release_terms(line: str) -> tuple[str, str]:
    """What a line beside a text says of its publication: the words that hold it back where they name no moment that can
    be read, and the moment until which they do."""
    if len(line) > _LONGEST_LINE or not is_embargo(line):
        return "", ""
    moment = read_until(line)
    return ("" if moment else " ".join(line.split())[:80]), moment


def _has_no_more(line: str) -> bool:
    """Whether a line that holds its text back says nothing else: a sentence of it may, and news follow."""
    return closes(line) or not closes_itself(line) or _states(line)


def _is_end(line: str) -> bool:
    return _END.fullmatch(line.strip()) is not None or is_end_line(line)


def is_formality(line: str) -> bool:
    """Whether a line only says that it opens a release, or that it may be published at once."""
    if _FORMAL.fullmatch(line) or (len(line) < _LONGEST_LINE and (_FREE.fullmatch(line) or is_release_label(line))):
        return True
    label, _, rest = line.partition(",") if "," in line else line.partition(" – ")
    return bool(rest) and is_release_label(label) and is_day_line(rest)


def is_embargo(line: str, near_top: bool = True) -> bool:
    """Whether a line says that its text is not to be published yet, or not for everybody, also with a word misspelt."""
    line = in_our_days(in_plain_letters(line.strip()))
    meant = respelled(line)
    return _is_embargo(line, near_top) or (meant != line and _is_embargo(meant, near_top))


def _is_embargo(line: str, near_top: bool) -> bool:
    bare = without_lead(line) if len(line) <= _LONGEST_LINE * 2 else line
    if bare != line and is_embargo(bare, near_top=False):
        return True
    short = len(line) <= _LONGEST_LINE and (
        _states(line)
        or closes(line, near_top)
        or without_mark(line) != line
        or _states_in_brackets(line)
        or states_closed(line)
        or labels_time(line)
        or (DAY.search(line) and names_first_day(line))
        or _WITHIN.search(line)
        or (near_top and pleads(line))
    )
    condition = (
        short
        or (near_top and closes_itself(line))
        or (any(hint in small(line) for hint in _HINTS) and _SPEECH_VERBS.search(line[:400]))
    )
    return bool(condition and not _FREE.fullmatch(line) and not _ABROAD.search(line))


def _states(line: str) -> bool:
    """Whether a line that begins with the words of an embargo states one: it names a moment, or nothing besides, or its
    words can be about nothing else. `Release date of the film` and `Embargo: how it began` are headlines."""
    found = _START.match(line)
    if found is None:
        return False
    condition, rest = found["said"], line[found.end() :]
    label, noun = _LABELS.match(condition), _NOUN.match(condition)
    if _names_moment(rest):
        return True
    if not _other_words(rest):
        return not _FACTS.match(condition)
    if label:
        return False
    loud = condition.isupper() and _SEPARATOR.match(rest) is not None
    later = condition.lower().endswith(" until") or _NOT_BEFORE.match(rest) is not None
    return loud or later or (not noun and _SEPARATOR.match(rest) is not None)


def _states_in_brackets(line: str) -> bool:
    """Whether brackets at the end of a line state an embargo with its moment, as in the line above a letter that was
    passed on."""
    found = _BRACKETED.search(line)
    inside = found[1].strip() if found else ""
    start = _START.match(inside)
    return bool(start and _names_moment(inside[start.end() :]))


def _names_moment(rest: str) -> bool:
    """Whether words begin with a day, an hour or a weekday, but for words that lead to it."""
    at = 0
    while at < len(rest):
        if DAY.match(rest, at) or TIME.match(rest, at):
            return True
        word = _WORDS.match(rest, at)
        if word and word[0].casefold() in WEEKDAYS:
            return True
        if word and word[0].casefold() not in _FILLER:
            return False
        at = word.end() if word else at + 1
    return False


def _other_words(rest: str) -> bool:
    """Whether words say something else than when, where and to whom a text is closed."""
    bare = TIME.sub(" ", DAY.sub(" ", rest))
    if _UNSPACED_LETTERS.search(_UNSPACED_FILLER.sub("", bare)):
        return True
    words = (word.casefold() for word in _WORDS.findall(bare) if not _UNSPACED_LETTERS.search(word))
    return any(word not in _FILLER and word not in WEEKDAYS and len(word) > 1 for word in words)


def without_formalities(title: str) -> str:
    """A headline or subject without the words before it that call it a release or name its embargo."""
    bare = _BRACKET.sub("", title)
    bare = without_mark(bare)
    parts = re.split(r"(?<=\D)[:|]\s+|(?<=\d):\s+|\s+[–—-]+\s+", bare, maxsplit=1)
    if len(parts) == 2 and len(parts[1].split()) > 1 and (is_formality(parts[0]) or is_embargo(parts[0])):
        return without_formalities(parts[1])
    return "" if is_formality(bare) or (is_embargo(bare) and len(parts) == 1) else bare
