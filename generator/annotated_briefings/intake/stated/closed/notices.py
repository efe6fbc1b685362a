"""Notices inside a text that close what is below them: `The following information is not for publication`.

A notice names what it is about (what follows, notes to editors, contacts) and says that it is not to be published, or
says the second alone on a line: `NOT FOR PUBLICATION`. A sentence of news that reports such words stays text.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS, sentence_starts
from annotated_briefings.base.values import Value
from annotated_briefings.intake.stated.closed.banners import LONGEST, closes

CLOSED = "not for publication"
"""Why what is below such a notice is no text."""
_BELOW = "|".join(
    (
        r"(?:the |all )?(?:following|below|contacts?|information below)\b|(?:the )?(?:\w+ )?(?:background"
        r"|information|details|contacts?"
        r"|lines|notes?|numbers?|material|text)\b.{0,30}\b(?:below|(?:that|which) follows?)\b"
        r"|(?:background )?notes? (?:to|for) (?:the )?(?:editors?|desks?"
        r"|newsrooms?|media|journalists?|broadcasters?)|editors?['’]?s?['’]? (?:notes?|contacts?)|(?:press"
        r"|media) contacts?\b",
        r"(?:die |alle )?(?:nach)?folgende[nrs]?\b|(?:\w+ )?ab hier\b|redaktion\w*hinweise?\b|(?:die )?(?:nach"
        r"|unten ?)stehende[nrs]?\b|das folgende|ab hier"
        r"|(?:hinweise?|anmerkung(?:en)?|kontakte?|informationen) (?:an|für) (?:die |unsere )?(?:redaktion\w*"
        r"|medien\w*"
        r"|journalist\w*)|redaktion(?:elle[rn]?)?[ -]?(?:hinweise?|kontakte?)|(?:die )?(?:pressekontakte?"
        r"|ansprechpartner\w*|kontaktdaten)\b",
        r"(?:les? |l['’]|ces? )?(?:information|coordonnée|élément|contact|précision|donnée|ligne"
        r"|indication)s?\b.{0,12}"
        r"\b(?:suivant|ci-(?:dessous|après))\w*|ce qui suit|notes? (?:aux|pour les|à l['’]attention des?|à la) "
        r"(?:rédact\w+|journalistes|médias)|(?:contacts?|coordonnées)\b",
        r"(?:l[ao]s? |el )?(?:siguientes?\b|(?:información|informaciones|datos|contactos?)\b.{0,12}\b(?:siguientes?"
        r"|a continuación|abajo)|(?:datos|información)\b.{0,40}\ba continuación)|lo que sigue|notas? (?:a"
        r"|para) (?:l[ao]s? )?(?:redac\w+|editor\w*|periodistas|medios)"
        r"|(?:contactos?|datos de contacto)\b",
        r"(?:le |i |la )?(?:seguenti?\b|(?:informazion\w|dati|contatt\w|recapiti)\b.{0,12}\b(?:seguent\w|sotto"
        r"|di seguito|che segu\w+))"
        r"|quanto segue|not[ae] (?:per (?:la |le |i )?|alla |alle |ai |agli )(?:redazion\w|giornalisti|editori|media)"
        r"|(?:contatt[oi]|recapiti)\b",
        r"(?:as? |os? )?(?:seguintes?\b|(?:informaç\w+|dados|contat?c?t?os?)\b.{0,12}\b(?:seguintes?|a seguir"
        r"|abaixo))"
        r"|o que segue|notas? (?:à|às|a|ao|aos|para(?: a| as| os)?) (?:redaç\w+|editor\w*|jornalistas)|contac?tos?\b",
        r"(?:de |het )?(?:onderstaande|volgende)\b|noot(?:en)? (?:voor|aan) (?:de )?redacties?|contact(?:gegevens"
        r"|en)?\b",
        r"(?:poniższ\w+|następując\w+)\b|(?:uwag\w|informacj\w) dla redakcji|kontakt(?:y)?\b",
        r"(?:den |de |det )?(?:följande|följer|følgende|nedanstående|nedenstående)\b|(?:not|info\w*|merknad"
        r"|notat) (?:till|til)"
        r" redak\w+",
        r"(?:следующ\w+|нижеследующ\w+|(?:информация|сведения|контакты) ниже)\b|(?:примечани\w+|информация)? ?для "
        r"(?:редакц\w+|редактор\w+)|контакт\w*\b",
        r"aşağıdaki\b|(?:editöre|editörlere|redaksiyona) not\w*",
        r"以下|下記|下列|下面|次の|아래|다음|(?:هذه )?(?:ال)?(?:معلومات|بيانات|تفاصيل) (?:التالية|أدناه|الواردة)"
        r"|ما يلي"
        r"|ملاحظات? (?:ل|إلى )?(?:ل?ل?محررين|ل?ل?تحرير)|致编辑|編集部注|编者注",
    )
)
"""What a notice is about."""
_THING = regex(
    r"informa|informaç|details?\b|contac?t|kontakt|contatt|recapit|coordonn|\bnot[aeiks]s?\b|noot|\bnot\w{2,4}\b"
    r"|angaben|hinweis"
    r"|telefon|phone|number|nummer|address|material|background|hintergrund|\bdat[aio]s?\b|dados|données|éléments?"
    r"|précision"
    r"|uppgift|o[p]{1,2}lysning|gegevens|bilgi|сведени|информац|контакт|данн|примечани|uwag|ansprechpartner|passage"
    r"|abschnitt"
    r"|lines\b|text\b|zeilen|redak|redac|rédac|redaç|redaz|editor|editör|редак|ab hier|the following\W*$|ce qui suit"
    r"|lo que sigue|quanto segue"
    r"|o que segue|das folgende|情報|情报|信息|資訊|内容|內容|連絡|联系|聯繫|电话|電話|資料|资料|以下は|下記は"
    r"|報道関係|정보|내용|연락|번호|자료"
    r"|معلومات|بيانات|تفاصيل|ملاحظ|ما يلي|编辑|編輯|编者|編集|편집|محرر|تحرير"
)
"""Words for what is below a text: with `The following year` no notice begins."""
_WORDS = "|".join(
    (
        r"(?:strictly )?(?:confidential|vertraulich\w*|confidenti?el\w*|confidencial\w*|riservat\w"
        r"|confidenziali?)\b|not (?:\w+ ){0,2}(?:for|to be) (?:\w+ ){0,2}(?:publi\w+|broadcast|print\w*|release\w*"
        r"|distribut\w+|quot\w+"
        r"|attribut\w+|reproduc\w+)|(?:must|may|should|shall|can) not be (?:\w+ ){0,2}(?:publi\w+|broadcast"
        r"|print\w+|quoted"
        r"|released|reproduced|distributed|used)|do not (?:publish|print|broadcast|quote|release|reproduce)"
        r"|for (?:\w+ ){0,3}(?:journalists|editors|editorial|media|press|newsrooms?|internal"
        r"|desks?)\b.{0,20}\bonly\b",
        r"nicht (?:\w+ ){0,2}(?:zur|für die|für eine|zum|für den) (?:\w+ )?(?:veröffentlichung|abdruck|weitergabe"
        r"|publikation|verbreitung|öffentlichkeit)|(?:dürfen|darf|sollen|soll"
        r"|bitte)\b.{0,20}\bnicht (?:veröffentlicht"
        r"|abgedruckt|publiziert|verbreitet|veröffentlichen|abdrucken|weitergeben|weitergegeben|zitieren|zitiert"
        r"|genannt)|(?:nur|ausschließlich) für "
        r"(?:die |den |unsere )?(?:redaktion\w*|internen?|presse|medien\w*|journalist\w*)",
        r"ne (?:sont|doit|doivent|peut|peuvent|pas)\b.{0,30}\b(?:publi\w+|diffus\w+|divulgu\w+|reprodui\w+)"
        r"|(?:pas|non)"
        r" (?:destiné\w* |pour )?(?:à |être )?(?:la |une )?(?:publi\w+|diffus\w+)|réservé\w* (?:à la rédaction"
        r"|aux (?:rédac\w+|journalistes))|(?:uniquement|exclusivement) (?:pour|à|aux) .{0,12}(?:rédac\w+"
        r"|journalistes)",
        r"no (?:son |es |está[n]? |debe[n]? |se )?(?:destinad\w+ |apt\w+ )?(?:para |a |ser )?(?:su "
        r"|la )?(?:publi\w+"
        r"|difu\w+|divulg\w+|reprod\w+)|(?:sólo|solo|únicamente|exclusiv\w+) (?:para|de) .{0,12}(?:redac\w+"
        r"|periodistas)",
        r"non (?:\w+ ){0,2}(?:destinat\w |per |da |essere )?(?:alla |la |a )?(?:pubblic\w+|diffus\w+|diffond\w+"
        r"|divulg\w+)"
        r"|solo (?:per|ad uso) .{0,12}(?:redazion\w|giornalisti|interno)",
        r"não (?:\w+ ){0,2}(?:destinad\w+ |para |à |a |ser |destinam )?(?:à |a |para )?(?:publi\w+|divulg\w+"
        r"|difu\w+)"
        r"|(?:apenas|só|somente) para .{0,12}(?:redaç\w+|jornalistas)",
        r"niet (?:\w+ ){0,2}(?:voor |ter |worden )?(?:publicatie|gepubliceerd|publiceren|verspreid\w*"
        r"|openbaarmaking)"
        r"|(?:alleen|uitsluitend) voor (?:de )?(?:redactie\w*|journalisten|intern)",
        r"nie (?:\w+ ){0,2}(?:do |przeznaczon\w+ do )?(?:publik\w+|druku|rozpowszechnia\w+)|(?:tylko|wyłącznie) "
        r"(?:dla|do) (?:redakcji|dziennikarzy|wiadomości redakcji)",
        r"(?:inte|ej|ikke) (?:\w+ ){0,2}(?:för |till |for |til )?(?:publi\w+|offentlig\w+|spridning|spredning)"
        r"|(?:endast|bara|kun) (?:för|for|til) redak\w+",
        r"не (?:\w+ ){0,2}(?:для |подлеж\w+ )?(?:публик\w+|печати|разглаш\w+|распростран\w+|опубликов\w+)"
        r"|только для "
        r"(?:редакц\w+|журналист\w+|внутренн\w+)",
        r"(?:yayın|yayım)\w*.{0,12}\bdeğil\w*|(?:yayınlan|yayımlan)(?:ma|a?ma)\w*|(?:yayınla|yayımla)ma\w*",
    )
)
_SIGNS = (
    r"(?:不|勿|请勿|請勿|不得|不供|禁止|非).{0,4}(?:发表|發表|公开|公開|发布|發布|刊登|刊载|刊載|见报|報道|报道)"
    r"|(?:公開|掲載|公表|報道)"
    r".{0,6}(?:しないで|禁止|不可|お控え|ではありません)|(?:공개|게재|보도|배포).{0,6}(?:금지|불가|마십시오"
    r"|마세요|아닙니다|않습니다)"
    r"|(?:ليست?|غير|لا|يرجى عدم|عدم) ?(?:\w+ )?(?:ل?لنشر|نشر|للنشر|تنشر|ينشر)|يمنع نشر\w*"
)
# At the start of a word alone, so that each letter is not compared with each of the beginnings.
_NOT_PUBLIC = rf"\b(?:{_WORDS})|{_SIGNS}"
"""How a notice says that it is not to be published."""
_LEAD = (
    r"[\W_]*(?:(?:achtung(?:,? redaktion\w*)?|attention|atención|attenzione|wichtig|important|please note|note"
    r"|hinweis|nb)\W{1,3})?"
)
_NOTICE = regex(rf"{_LEAD}(?:{_BELOW}).{{0,90}}?(?:{_NOT_PUBLIC})")
_NOTICE_FIRST = regex(rf"{_LEAD}(?:{_NOT_PUBLIC})\w*(?:\W{{1,4}}|\W+\w+\W+)(?:{_BELOW})")
_ALONE = regex(rf"{_LEAD}(?:{_NOT_PUBLIC})")
_ADDRESSED = regex(
    r"\b(?:said|says|told|ruled|according to|was|were|sagte|sagten|laut|war|waren|hieß|wurden?|a dit|selon|étaient"
    r"|était"
    r"|dijo|según|eran|era|disse|secondo|segundo|erano|volgens|zei|był\w*|enligt|var|сказал\w*|был\w*)\b"
)
"""What is told of others, or of the past, is news."""
_NEEDED, _NEEDED_IN_ASCII = regex(_NOT_PUBLIC), regex(rf"\b(?:{_WORDS})")
"""The same, and without what has letters of other scripts."""
_MARKS = " \t*#=_-–—[]().!:"
_PAD = regex(r"[\W_]*notizblock[\W_]*")
"""How dpa heads what it tells newsrooms below a message."""
_CONTACT = regex(r"\s*(?:[-*•#]+\s|[^:.]{2,40}[:：]\s?\S|.*\S@\S|.*\+?\d[\d ()/-]{6,}\d)")
_MOST_BESIDE, _LONGEST_BESIDE = 5, 40
"""Words and characters that a line has besides those by which it closes what is below it."""
_LEAST_ABOVE = 12
"""Words above a notice that are more than a headline."""
_STOP = regex(rf"[{STOPS}:;：]\s*")


class Notice(Value):
    """Where a text closes what is below."""

    line: int
    """0-based place of the line."""
    start: int
    """Offset in the line at which the notice begins."""
    named: bool
    """Whether it names what is below it; else it may be about the whole text."""


def find_notice(lines: Sequence[str]) -> Notice | None:
    """The first notice in a text that closes what is below it; None where there is none, or where there is no text
    above or nothing below it: such a notice closes the whole."""
    above = 0
    for place, line in enumerate(lines):
        start = _notice_in(line)
        rest = any(lines[place + 1 :]) or len(line) - start > LONGEST
        if start >= 0 and above + len(line[:start].split()) >= _LEAST_ABOVE:
            named = names_below(line[start:])
            return Notice(place, start, named) if named or rest else None
        above += len(line.split())
    return None


def closes_below(line: str) -> bool:
    """Whether a line begins with such a notice."""
    if names_below(line):
        return True
    text = _plain(line)
    return _ALONE.match(text) is not None and closes(text.strip(_MARKS), near_top=False)


def names_below(line: str) -> bool:
    """Whether a line begins with a notice that names what it closes."""
    text = _plain(line)
    if _PAD.fullmatch(text):
        return True
    # Nearly no line has such words: what they need is looked for first.
    if not _needed(text) or _ADDRESSED.search(text[: LONGEST * 2]) or not _THING.search(text):
        return False
    return bool(_NOTICE.match(text) or _NOTICE_FIRST.match(text)) or _is_label(text)


def _is_label(text: str) -> bool:
    """Whether a short line that is no sentence says little else: `Internal details, not for publication:`."""
    found = _needed(text)
    if found is None or text.endswith((".", "!", "?", "。")):
        return False
    rest = text[: found.start()] + text[found.end() :]
    return len(rest.split()) <= _MOST_BESIDE and len(rest) <= _LONGEST_BESIDE


def goes_on(line: str) -> bool:
    """Whether a line below a notice is a contact or an item of a list, and so belongs to what the notice closes."""
    return _CONTACT.match(line) is not None or not line.strip(_MARKS)


def _needed(text: str) -> re.Match[str] | None:
    return (_NEEDED_IN_ASCII if text.isascii() else _NEEDED).search(text)


def _plain(line: str) -> str:
    first = _STOP.split(line.strip(), maxsplit=1)[0] if len(line) > LONGEST else line
    return _normal(first)


def _normal(text: str) -> str:
    return normalize("NFKC", text).replace("İ", "i").lower()


def _notice_in(line: str) -> int:
    """Where a notice begins in a line, at one of its sentences; -1 for none."""
    if not _needed(_normal(line)):
        return 0 if _PAD.fullmatch(_plain(line)) else -1
    if closes_below(line):
        return 0
    if len(line) < _LEAST_ABOVE:
        return -1
    return next((at for at in sentence_starts(line)[1:] if closes_below(line[at:])), -1)
