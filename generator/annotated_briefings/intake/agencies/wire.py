"""Lines and words of news agencies that are no news: headers, notes on a version, signs of who wrote it, ends.

As agencies write them for newsrooms (ANPA 1312, IPTC 7901): no published article has such a line.
"""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.cleaning.days import stated_day

VERSION, HEADER, SIGN, EDITORS = (
    "a note of an agency on its version", "the header of a message of an agency", "the end of a message of an agency",
    "a note to editors",
)  # fmt: skip
_CHANGES = (
    r"adds?|updates?|updated|recasts?|corrects?|corrected|refiles?|repeats?|releads?|rewrites?|removes?|drops?|fixes"
    r"|changes?|clarifies|writethru|previous|with|eds|ergänzt|aktualisiert|korrigiert|berichtigt|wiederholt|neu|mehr"
    r"|actualise|ajoute|précise|corrige|actualiza|añade|agrega|corrige|aggiorna|aggiunge"
)
VERSIONS = (
    rf"\((?:{_CHANGES})\b(?! up\b)(?:[^().]|\.(?=\S)){{3,200}}\)",
    r"(?:refiles|repeats|corrects|recasts|updates|adds)\b.{0,80}\b(?:with no changes|to (?:add|fix|correct"
    r"|include|remove"
    r"|widen)|in (?:paragraph|first paragraph|headline|lede)|throughout)\b.{0,120}",
    r"\(?(?:wiederholung|berichtigung|neufassung|korrektur|zusammenfassung)[: ].{3,120}\)?",
)
"""What an agency says of the version of its message, alone on a line."""
HEADERS = (
    r"\^?(?-i:bc|BC|am|AM|pm|PM|ap|AP)-[\w.&'’-]+(?:[ ,/-]+[\w.&'’-]+){0,6}",
    r"(?-i:[a-z]\d{4} ?-{4} ?.{2,60}|[a-z]{3}\d{4} \d .{2,40})",
    r"(?:urgent|bulletin|flash|alert|eilmeldung|eil|urgente?|newsalert|snap)[ !]*",
    r"(?:dpa|afp|ap|apa|sda|ansa|efe|tass|reuters|rtr|dow jones|xinhua|kyodo|pa|belga|anp|tt|ntb)\W? ?\d{6} .{3,20}"
    r"|(?:dpa|afp|ansa|efe|reuters) \d{1,2}:\d\d.{0,20}|\d{4}\s?gmt \d{6}|\d{6} [a-z]{3} \d{2,4}",
    r"stx|eot|nnnn|zczc.{0,40}|(?:slug|keyword|priority|urgency|cat|category)\s?: ?\S.{0,60}",
    r"\(?(?:approx\.? |about )?\d{2,5} (?:words|wörter|mots|palabras|parole)\)?",
)
"""The first lines of a message."""
SIGNS = (
    r"(?:\(end\)|ends?|ende|fin|fine|mf|more to come|more follows|mehr folgt|à suivre|folgt|=+|#{3,}|-\s?30\s?-)",
    r"(?:\(end\) )?(?:dow jones newswires|(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december) \d{1,2}, \d{4} \d{1,2}:\d\d e[ds]?t \(\d{1,2}:\d\d gmt\)?)",
    r"(?-i:(?:AFP|dpa|Reuters|ANSA|EFE|TASS|AP)?\s?/?[a-z]{2,4}(?:/[a-z]{2,4}){1,4}/?)",
    r"(?-i:[a-zа-яёіїєґћђљњџў]{2,4}/(?: ?[a-zа-яёіїєґћђљњџў]{2,4}/?){0,5})",
    r"(?-i:/?(?:DJN|FRA|DP/|[A-Z]{3}/[a-z]{3})[/\w]{0,12})|(?-i:(?:dpa|AFP|ANSA"
    r"|EFE)(?:[- ][a-z]{2,6}){0,2} [a-z]{2} [a-z\d]{2,4}"
    r" [a-z]{2,4}(?: [a-z]{2})?)",
    r"(?-i:AP|APA|AFP|TT)-[A-Z]{2,3}-\d\d-\d\d-\d\d \d{4}[A-Z]{3}",
)
"""The last lines of a message."""
SENT = (
    r"(?:\S{2,8} )?(?P<d1>\d{2})(?P<c1>\d{4})(?: ?[A-Z]{3})? (?P<m1>[^\W\d_]{3,4})\.? (?P<y1>\d{2}|20\d\d)(?: ?N{4})?",
    r"(?P<d2>\d{1,2})-(?P<m2>[^\W\d_]{3})-(?P<y2>\d{2}|20\d\d) \d{1,2}[:.]\d\d(?::\d\d)?(?: ?N{4})?",
    r"[\[(（【]?(?P<y3>20\d\d)[-/.](?P<m3>\d\d)[-/.](?P<d3>\d\d)[-_T ]\d{1,2}[:.：]\d\d(?::\d\d)?"
    r"(?:\s?(?:송고|전송|발신|配信|発信|发稿|發稿|发布|發布|sent|transmitted))?[\])）】]?",
)
"""When a message was sent, alone on its last line."""
END_MARKS = (
    r"N{4}|[（(\[【](?:完|了|終|终|おわり|以上|끝|end|ende|fin|fine|fim|slut|koniec|конец|son)[）)\]】]",
    r"(?:[（(](?:foto|fotos|photo|photos|v[ií]deos?|audio|infographie|gráfico|grafik|bild|bilder|foto/video)"
    r"[）)]\s*){1,4}",
)
"""What ends a message, or says what was sent with it."""
CONTACTS = (r"\(\([^()]*(?:@|\+\d)[^()]*\)\)", r"[（(]?(?:tel|tél|电话|電話|전화)\s?[.:：]\s?\+?[\d ()-]{6,20}[）)]?")
KEYWORDS = (
    r"(?:keywords?|stichw[oö]rte?r?|schlagw[oö]rte?r?|mots?[- ]clés?|palabras? claves?|parole chiave"
    r"|palavras?[- ]chaves?|trefwoorden|nyckelord|nøgleord|stikkord|słowa kluczowe"
    r"|klíčová slova|ключевые слова|ключові слова|关键词|關鍵詞|キーワード|키워드"
    r"|الكلمات المفتاحية)\s?[:：]\s?\S.{1,120}",
)
NOTES = (
    r"\(?(?:attention )?(?:editors|eds|redaktionen?|rédacteurs|editores)['’]?(?: note"
    r"| please note)?\s?[:,–-] ?\S.{3,300}",
    r"\(?(?:editors['’]?|redaktioneller?) (?:note|hinweise?|anmerkung)\s?[:–-]?.{0,300}",
    r"(?:achtung|hinweis an die) redaktion(?:en)?\b.{0,300}",
    r"(?:noot|opmerking|bericht) (?:voor|aan) (?:de )?redacties?\s?[:–-].{3,300}"
    r"|note (?:à|pour|aux?) (?:l['’]attention des? )?(?:la |les )?(?:rédactions?|rédacteurs)\s?[:–-].{3,300}"
    r"|notas? (?:para|a|à|às) (?:la |las |los )?(?:reda(?:cción|cciones|ctores|ção|ções)|editores)\s?[:–-].{3,300}"
    r"|nota (?:per|alla|alle) (?:la |le )?redazion[ei]\s?[:–-].{3,300}"
    r"|(?:uwaga|nota|informacja) (?:dla )?redakcj[aiey]\w*\s?[:–-].{3,300}"
    r"|(?:poznámka|upozornění) (?:pro|redakcím)\s?(?:redakc\w+)?\s?[:–-].{3,300}"
    r"|(?:not(?:is|ering|e|at)?|merknad|meddelande) (?:till|til) (?:redak\w+)\s?[:–-].{3,300}"
    r"|(?:примечание|сообщение|внимание)(?: для)? редак\w+\s?[:–-].{3,300}"
    r"|(?:編集(?:者|部)への(?:注|連絡)|致编辑|給編輯的話|编辑请注意)\s?[:：].{3,300}",
)
"""What an agency tells newsrooms."""
_SLUG = regex(
    r"(?:(?:UPDATE|RPT|REPEAT|REFILE|CORRECTED|CORRECTION|RECAST|WRAPUP|WRAP|BRIEF|URGENT|ALERT|FLASH|EIL"
    r"|EILMELDUNG|WDH"
    r"|KORREKTUR|BERICHTIGUNG|NEUFASSUNG|ROUNDUP|ÜBERBLICK|ACTU|URGENTE|RECTIFICATIF|ACTUALIZACIÓN|AGGIORNAMENTO"
    r"|\d{1,2}(?:st|nd|rd|th)? ?(?:LD|LEAD|UPDATE))(?: ?\d{1,2})?\s?[-–—:/]\s?)+(?=\S)"
)
_LONGEST_SLUG = 80
_SLUG_MARK = regex(
    r"\S.{1,60} \((?:avances?|ampliaci[oó]n|cr[oó]nica|resumen|previsi[oó]n|an[aá]lisis|actualiza\w*"
    r"|corrige|urgente|lead|update\d?|lead-all|prev|synthèse|papier(?: d['’]angle)?|encadré|avant-papier|résumé|bilan"
    r"|zusammenfassung|überblick|vorschau|ausblick|kurz|servizio|riepilogo|punto|scheda|aggiorna\w*|síntese"
    r"|resumo|ampliação|atualiza\w*|enquadramento|samenvatting|overzicht|sammanfattning|oversigt|sammendrag|podsumowanie"
    r"|zbiorcza|aktualizacja|souhrn|zhrnutie|összefoglaló|sinteză|sinteza|обзор|сводка|итоги|підсумок|обобщение|σύνοψη"
    r"|özet|geniş haber|tekrar|종합\d?|속보|综述|綜述|总表|\d)\)",
    re.IGNORECASE,
)
"""A slug in capitals with the kind of its message behind it: `UE OBRAS PORTUARIAS (Avance)`."""


def is_slug(line: str) -> bool:
    """Whether a line is a slug in capitals with the kind of its message in brackets, and no headline."""
    head = line.rpartition("(")[0]
    return len(line) <= _LONGEST_SLUG and head.isupper() and _SLUG_MARK.fullmatch(line) is not None


_SENT = regex("|".join(f"(?:{one})" for one in SENT), re.IGNORECASE)
_ENDING = regex(f"(?:{END_MARKS[0]})\\s*$")


def sent_day(line: str) -> str:
    """The day on which a message was sent, as its last line states it (``2026-03-14``); empty for any other line."""
    found = _SENT.fullmatch(line.strip())
    if found is None:
        return ""
    parts = found.groupdict()
    day, month, year = (next(filter(None, (parts[f"{one}{n}"] for n in (1, 2, 3))), "") for one in "dmy")
    year = year if len(year) > len("26") else f"20{year}"
    return stated_day(f"{year}-{month}-{day}" if month.isdigit() else f"{int(day)} {month} {year}")


def without_end_mark(text: str) -> tuple[str, str]:
    """A paragraph without the end mark of its message right behind its last sentence, and that mark."""
    found = _ENDING.search(text)
    if found is None or not found.start() or text[found.start() - 1].isalnum():
        return text, ""
    return text[: found.start()].rstrip(), found[0]


def without_slug(headline: str) -> str:
    """A headline without the words by which an agency counts its versions: `UPDATE 2-`, `RPT-`, `EILMELDUNG: `."""
    found = _SLUG.match(headline)
    rest = headline[found.end() :] if found else headline
    return rest[:1].upper() + rest[1:] if found and len(rest.split()) > 1 else headline
