"""Lines that speak of the medium and not of the news: how to subscribe or leave, links to more, credits, notices.

A line is judged whole. Each pattern holds for a sentence, or for a part between bars, and begins at its first word, so
that a sentence of news that mentions subscribers, readers or reports stays text. English, German, French and Spanish;
what speaks to the receiver of a letter in further languages.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.base.values import replace
from annotated_briefings.intake.agencies.relative_times import is_relative_time
from annotated_briefings.intake.agencies.wire import (
    CONTACTS,
    EDITORS,
    END_MARKS,
    HEADER,
    HEADERS,
    KEYWORDS,
    NOTES,
    SENT,
    SIGN,
    SIGNS,
    VERSION,
    VERSIONS,
    is_slug,
    without_end_mark,
)
from annotated_briefings.intake.cleaning.cut import without_tail
from annotated_briefings.intake.cleaning.entries import PASSED
from annotated_briefings.intake.cleaning.menus import MENU, is_menu_row
from annotated_briefings.intake.labels import AgencyRole, PageRole, agency_line, page_line
from annotated_briefings.intake.labels.coded import CODED, CODED_LINES
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.closed.confidence import CONFIDENCE
from annotated_briefings.intake.stated.receiver_lines import RECEIVER_LINES
from annotated_briefings.intake.stated.tails import FIRST, LETTERS, MORE, SHARE

LEAVES = "how to subscribe or leave"
"""Why a line that speaks to the receiver of a letter is no news."""
_LEAVE = (
    r".{2,60} is a reader-supported (?:publication|newsletter)\b.*|to receive new posts\b.{0,120}"
    r"|(?:please )?consider (?:becoming|upgrading to) a .{0,30}(?:subscriber|member|supporter)\b.{0,60}"
    r"|welcome to (?:the|our) .{0,20}\bnew (?:readers|subscribers)\b.{0,60}"
    r"|.{2,40} is free on \w+days",
    r"(?:to )?unsubscribe\b.{0,80}",
    r"(?:update|manage|change|edit) (?:your )?(?:e-?mail |newsletter |subscription )?(?:preferences|settings"
    r"|subscriptions?"
    r"|profile)\b.{0,80}",
    r"you(?:['’]re| are| have)? (?:been )?(?:receiv\w+|gett?\w*|subscribed|signed up)\b.{0,40}\b(?:because"
    r"|e-?mails?|newsletters?|messages?|letters?|this (?:as|since|briefing|mailing|update)|(?:this"
    r"|our) .{0,20}list)\b.*",
    r"(?:this (?:e-?mail|message|newsletter|letter) (?:was|is) )?sent to \S+@\S+.*",
    r"(?:view|read) this (?:post|issue|edition|story|article)(?: on the web| online| in (?:the|your) (?:browser|app))"
    r"(?: at)?(?:\s\S+://\S+)?",
    r"view (?:this |our )?(?:e-?mail|message|newsletter|letter|it)? ?(?:online|in (?:your |a "
    r"|the )?(?:web ?)?browser).*",
    r"(?:having )?(?:trouble|problems|difficulty) (?:viewing|reading|seeing) (?:this|our)\b.*",
    r"if you (?:cannot|can['’]t|can not|no longer|do not|don['’]t) (?:see|view|read|wish"
    r"|want)\b.{0,60}\b(?:e-?mail|message"
    r"|newsletter|letter|receive|properly|images?)\b.*",
    r"(?:was this |got this |did someone )?forward(?:ed)? (?:this )?(?:e-?mail |newsletter )?to (?:you|a friend)\b.*",
    r"sign up (?:now|today|here|free)\b.{0,100}|sign up (?:for|to)\b(?=.{0,60}(?:newsletter|here|now|free|inbox"
    r"|briefing"
    r"|our|alerts by|today)).{0,100}",
    r"thank(?:s| you) for (?:reading|subscribing|your interest)\b.{0,40}|(?:please )?do not reply to this\b.*"
    r"|download our\b.{0,60}"
    r"|(?:did you|do you) (?:like|enjoy) this\b.*|rate this\b.{0,40}|have a (?:tip|question|story)\b.{0,120}"
    r"|help us improve\b.{0,60}",
    r"subscribe\b.{0,80}",
    r"get (?:our|the|more|all)\b.{0,80}\b(?:inbox|newsletter|e-?mail|app)\b.*",
    r"(?:support|join|become|donate|help)\b.{0,80}\b(?:our journalism|independent journalism|a member"
    r"|a subscriber|a supporter"
    r"|membership|our newsletter|our newsroom)\b.*",
    r"follow (?:us|me|our)\b.*|follow .{2,40} on (?:x|twitter|facebook|instagram|linkedin|mastodon|bluesky"
    r"|youtube|threads"
    r"|tiktok)\b.*|(?:like|find|join) us on (?:x|twitter|facebook|instagram|linkedin|mastodon|bluesky|youtube|threads"
    r"|tiktok|telegram|whatsapp|github)\b.*",
    r"sent from my \w+.*|get outlook for \w+.*",
    r"sie (?:erhalten|bekommen|haben) dies\w* (?:e-?mail|newsletter|nachricht|mail)\b.*",
    r"(?:vom |den |diesen )?(?:newsletter|e-?mails?)? ?(?:abbestellen|abmelden|kündigen)\b.{0,60}",
    r"(?:diese[rn]? )?(?:newsletter|e-?mail|mail|nachricht)? ?(?:online|im browser|in ihrem browser) (?:ansehen"
    r"|anzeigen"
    r"|öffnen|lesen|betrachten)\b.*",
    r"(?:abonnieren sie|jetzt (?:abonnieren|anmelden|testen)|melden sie sich .*newsletter|folgen sie uns)\b.*",
    r"(?:von meinem .{1,20} gesendet|gesendet (?:von|mit) .{1,30})",
    r"vous recevez (?:ce|cet|cette)\b.*|(?:pour )?(?:se|vous) d[ée]s(?:abonner|inscrire)\b.*|d[ée]s(?:abonn"
    r"|inscri)\w+\b.{0,60}",
    r"voir (?:(?:ce|cet|cette|le|la) .{0,20})?(?:dans (?:le|votre) navigateur|en ligne)\b.*|(?:abonnez|inscrivez"
    r"|suivez)-(?:vous"
    r"|nous)\b.*|envoyé (?:de|depuis) mon .*",
    r"(?:usted )?recib(?:e|es|ió|iste|irá) este (?:correo|mensaje|bolet[ií]n|e-?mail)\b.*|(?:darse|date|darte"
    r"|dese|para darse)"
    r" de baja\b.*|cancelar (?:la |su |tu )?suscripción\b.*",
    r"ver(?:lo)? (?:este .{0,20})?en (?:el|su|tu) navegador\b.*|suscr[ií]b(?:a|e)(?:te|se)\b.*|s[ií]g(?:a|ue)nos\b.*"
    r"|enviado desde mi .*",
)
_MORE = (
    r"(?:continue|keep) reading(?:\W*$|\W.{0,3}$| (?:here|on|the|at|this|below)\b.{0,60})",
    r"(?:click|tap) (?:here|on|below)\b.{0,80}",
    r"read (?:more|on)(?:\W*$|\W+(?:here|at|on|about|in)\b.{0,80}|:.{0,120})|read (?:also|next)\b.{0,140}"
    r"|read the (?:full|rest|whole|original|entire|complete)\b.{0,100}|read it (?:here|all)\b.{0,60}",
    r"(?:see also|also read|related(?: stories| articles| content| coverage| posts| reading)?"
    r"|more on this(?: story| topic)?)"
    r"(?:\W*$|:.{0,140})|(?:learn|find out) more\W*(?:here.*)?",
    r"mehr (?:dazu|lesen|erfahren|zum thema|infos?|informationen)\b.{0,80}"
    r"|lesen sie (?:auch|mehr"
    r"|hier|weiter|den|dazu)\b.{0,140}|(?:zum|den) (?:ganzen |vollständigen )?(?:artikel|beitrag|text)\b.{0,60}"
    r"|hier (?:weiter)?(?:lesen|klicken)\b.{0,40}|auch interessant:.{0,140}",
    r"lire (?:aussi|également)\b.{0,140}|à lire (?:aussi|également)\b.{0,140}"
    r"|en savoir plus\b.{0,80}"
    r"|voir aussi\b.{0,140}|cliquez ici\b.{0,80}",
    r"(?:leer|lee|lea) también\b.{0,140}|más información\b.{0,60}|haga clic\b.{0,80}"
    r"|(?:te|le) puede interesar\b.{0,140}",
)
_CREDIT = (
    r"[（(【\[]?(?:责任编辑|責任編輯|编辑|編輯|责编|校对|審核|审核|编审|监制)\s*[:：].{1,40}[）)】\]]?",
    r".{3,80} contributed (?:to (?:this|the) (?:report|article|story)|(?:additional )?reporting)\b.{0,40}",
    r"(?:photo|photograph|image|picture|foto|bild|titelbild|symbolbild|crédit photo|photos|fotos|bilder|video"
    r"|illustration"
    r"|graphic|grafik|imagen)(?: credit)?(?: by)? ?[:©]\s?.{2,60}",
    r"mit (?:material|agenturmaterial|informationen) (?:von|der|des)\b.{0,40}|avec (?:l['’])?(?:afp|reuters"
    r"|agences?)\b.{0,20}"
    r"|con información de\b.{0,40}",
    r"(?:you can )?(?:reach|contact|e-?mail|write to) (?:the )?(?:author|reporter|writer|us|me)\b.{0,60}",
)
_CONTACT = (
    r"for (?:further|more|additional) (?:information|details|inquiries|enquiries)\b.{0,160}|(?:media"
    r"|press) (?:contacts?"
    r"|enquiries|inquiries)\b.{0,160}|(?:presse)?kontakt ?:.{0,160}|(?:presse)?rückfragen\b.{0,160}"
    r"|contacts? presse\b.{0,160}"
    r"|contacto de prensa\b.{0,160}|contacts? ?:.{0,160}",
    r"[<(\[]?(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?",
)
_AGENCIES = r"\((?:dpa|afp|ap|rtr|reuters|apa|sda|epd|kna|sid|efe|ansa|mit agenturen)(?:[/, -]+[a-z]{2,9}){0,4}\)"
_RIGHTS = (
    r"(?:©|ⓒ|\(c\)|copyright (?:©|\(c\)|by\b|(?:19|20)\d\d)|저작권자|版权(?:归|所有)|版權(?:歸|所有)|著作権).{0,100}",
    r"[<>\[(（【〈《]+(?=.{0,60}(?:©|ⓒ|\(c\)|copyright|저작권|版权|版權|著作権|авторск|حقوق|זכויות)).{2,120}[<>\])）】〉》]+",
    r"(?:alle rechte vorbehalten|all rights reserved|tous droits réservés"
    r"|(?:reservados )?todos los derechos(?: reservados)?|(?:© ?)?riproduzione riservata|tutti i diritti riservati"
    r"|todos os direitos reservados|alle rechten voorbehouden|alla rättigheter förbehållna|alle rettigheder forbeholdes"
    r"|alle rettigheter (?:forbeholdt|reservert)|kaikki oikeudet pidätetään|wszelkie prawa zastrzeżone"
    r"|všechna práva vyhrazena|minden jog fenntartva|toate drepturile rezervate|tüm hakları saklıdır"
    r"|все права защищены|усі права захищено|всички права запазени|με την επιφύλαξη παντός δικαιώματος"
    r"|כל הזכויות שמורות|جميع الحقوق محفوظة|版权所有|版權所有|無断転載(?:を)?禁(?:止|じる|ず)"
    r"|무단 ?전재.{0,20}금지)\W*",
)
_TAIL = (
    r"the post .{3,200} (?:appeared first|first appeared) on .{2,80}",
    r"(?:this|the) (?:article|story|post|piece|column) .{0,40}(?:originally|first) (?:published|appeared|posted"
    r"|ran) .{2,80}",
    r"der beitrag .{3,200} (?:erschien zuerst|ist zuerst erschienen) (?:auf|bei|in|am) .{2,80}|dieser (?:artikel"
    r"|beitrag|text) "
    r"(?:erschien|ist) zuerst .{2,80}",
    r"(?:l['’]article|cet article|le billet) .{0,200}(?:est apparu|est paru|a été publié) (?:en|d['’]abord"
    r"|pour la première) .{2,80}",
    r"(?:la entrada|este artículo|el artículo) .{0,200}(?:apareció|se publicó) (?:por primera vez"
    r"|primero) en .{2,80}",
)
_PAID = (
    r"(?:advertisement|sponsored(?: content| post)?|anzeige|werbung|publicité|publicidad|paid content)\W*",
    r"(?:\d+ |no )?comments?(?: are closed| \(?\d+\)?)?\W*|(?:leave|post|add|write) (?:a|your) (?:comment|reply)"
    r"|(?:(?:einen )?kommentar (?:schreiben|hinterlassen)|kommentieren|laisse[rz] un commentaire|dej[ae] un comentario"
    r"|lascia un commento|laat een reactie achter|deixe um comentário|оставить комментарий|发表评论|コメントする)",
    r"(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|leestijd)\b.{0,20}"
    r"|filed under\b.{0,80}|(?:story|article) continues (?:below|after)\b.*",
)
_NEUTRAL = regex(
    r"(?:(?:the )?privacy(?: policy| notice)?|terms(?: of (?:use|service)| and conditions)?|contact(?: us)?|home"
    r"|help|faq|imprint"
    r"|impressum|datenschutz\w*|agb|kontakt|advertise(?: with us)?|about us|mentions légales|confidentialité"
    r"|aviso legal|privacidad"
    r"|contacto|cookies?(?: policy)?|web version|click here|hier)\W*",
    re.IGNORECASE,
)
_REPORTING = regex(
    r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|text|bericht|redaktion|reportage)"
    r"(?: and (?:reporting|writing|editing))? (?:by|von|par) (.*?)\)?\.?",
    re.IGNORECASE,
)
_PAGE_LINES = {
    **dict.fromkeys((PageRole.SHARE, PageRole.PRINT, PageRole.FOLLOW), "a way to share it"),
    **dict.fromkeys((PageRole.READ_ALSO, PageRole.MOST_READ, PageRole.VIDEO), "a link to more"),
    **dict.fromkeys((PageRole.ADVERTISEMENT, PageRole.SCROLL), "an advertisement"),
    **dict.fromkeys((PageRole.HOME, PageRole.SIGN_IN, PageRole.SEARCH), MENU),
    PageRole.SUBSCRIBE: LEAVES,
    **dict.fromkeys((PageRole.LISTEN, PageRole.REFRESH, PageRole.CONDOLE), "a button of a page"),
    **dict.fromkeys((PageRole.COMMENTS, PageRole.FIELDS), "about comments"),
    PageRole.READING: "how long it takes to read",
    PageRole.VIEWS: "a count of readers",
    PageRole.PRINTED: "a line of a printed page",
    PageRole.FIRST_ON: "where it appeared first",
}
_AGENCY_LINES = {
    AgencyRole.END: SIGN,
    AgencyRole.ASKING: "whom to ask",
    AgencyRole.PICTURE: "a credit",
    AgencyRole.KEYWORDS: HEADER,
    AgencyRole.SUBSCRIBE: LEAVES,
}
_ADDRESSED = (LEAVES, "a link to more", "a way to share it", "a notice of confidence", "an advertisement")
_SPEECH = regex(
    r"\b(?:said|says|told|tells|according to|sagte|sagten|laut|a dit|ont dit|selon|dijo|dijeron"
    r"|según)\b",
    re.IGNORECASE,
)
"""What is told of others is news, also where it begins as an appeal does."""
_LINKING = frozenset(
    "and in by from for with at editing writing reporting additional further graphics compiled text photos the "
    "of und von in et "
    "à en y bureau newsroom desk staff".split()
)
_BARS = regex(r"\s+[|·•]\s+|\s*\|\s*")
_LONGEST = 60
"""Words of a line that is no news."""
_LONGEST_TAIL = 240
"""Characters at the end of a text in which it may lead elsewhere."""
_AT_END = ("a link to more", "where it appeared first", "a way to share it", LEAVES)
_STOP = regex(r"[.!?…\])\"”»]\s+(?=\S)")
_ENDS = " \t*_[](){}.…»>→›-–—"


def why_aside(text: str) -> str:
    """Why a line is no news, such as ``a link to more``; empty where it is text."""
    if CODED_LINES.fullmatch(text):
        return CODED
    if not text or len(text.split()) > _LONGEST * 2:
        return ""
    whole = (
        (HEADER if is_slug(text) else PASSED if is_relative_time(text) else _kind(text))
        or _PAGE_LINES.get(page_line(text), "")
        or _AGENCY_LINES.get(agency_line(text), "")
    )
    if whole:
        return whole
    if is_menu_row(text):
        return MENU
    first = _STOP.search(text)
    if first and not _BARS.search(text, 0, first.start()):
        # Nearly all lines: their first sentence is news.
        head = text[: first.start() + 1]
        if not _kind(head) and not _NEUTRAL.fullmatch(head):
            return ""
    found = ""
    for unit in _units(text):
        kind = _kind(unit)
        if not kind and not _NEUTRAL.fullmatch(unit):
            return ""
        found = found or kind
    return found


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each reason with its pattern. To compile them takes a fifth of a second: programs that only build or check a site
    start without them."""
    return tuple(
        (why, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))
        for why, patterns in (
            (LEAVES, (*_LEAVE, *RECEIVER_LINES, *LETTERS)),
            ("a link to more", (*_MORE, *MORE)),
            ("a way to share it", SHARE),
            ("a notice of confidence", CONFIDENCE),
            ("a credit", (*_CREDIT, _AGENCIES)),
            ("whom to ask", _CONTACT),
            ("a notice of rights", _RIGHTS),
            ("where it appeared first", (*_TAIL, *FIRST)),
            ("an advertisement", _PAID),
            (VERSION, VERSIONS),
            (HEADER, HEADERS),
            (SIGN, (*SIGNS, *_unnamed(SENT), *END_MARKS, *CONTACTS)),
            (HEADER, KEYWORDS),
            (EDITORS, NOTES),
            ("a page number", (r"(?:page|seite|página) \d{1,4}(?: (?:of|von|de|sur) \d{1,4})?",)),
        )
    )


def _unnamed(patterns: Sequence[str]) -> Iterator[str]:
    return (re.sub(r"\(\?P<\w+>", "(?:", one) for one in patterns)


def _kind(text: str) -> str:
    bare = text.strip(_ENDS + "»«“”\"'") if not text.startswith(("(", "©")) else text.strip()
    if not bare or len(bare.split()) > _LONGEST:
        return ""
    inner = bare.strip("().")
    for why, pattern in _kinds():
        if pattern.fullmatch(bare) or (inner != bare and pattern.fullmatch(inner)):
            return "" if why in _ADDRESSED and _SPEECH.search(bare) else why
    credited = _REPORTING.fullmatch(bare)
    if credited and all(w[0].isupper() or w.lower() in _LINKING for w in re.findall(r"[^\W\d_][\w.'’-]*", credited[1])):
        return "a credit"
    return ""


def _units(text: str) -> Iterator[str]:
    """The sentences of a line, and the parts between bars, one after the other."""
    for part in _BARS.split(text) if any(bar in text for bar in "|·•") else (text,):
        starts = (*sentence_starts(part), len(part)) if part.strip() else ()
        yield from (part[a:b].strip() for a, b in pairwise(starts) if part[a:b].strip())


def mark_asides(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph marked where it is no news; one that ends in such words as two."""
    if paragraph.aside or paragraph.heading:
        yield paragraph
        return
    why = why_aside(paragraph.text)
    if why:
        yield replace(paragraph, aside=why)
        return
    head, tail = without_end_mark(paragraph.text)
    if tail and not paragraph.markdown:
        yield replace(paragraph, text=head)
        yield Paragraph(tail, paragraph.line, paragraph.last_line, aside=SIGN)
        return
    head, tail = _parted(paragraph.text)
    if tail and (not paragraph.markdown or (cut := without_tail(paragraph.markdown, tail))):
        yield replace(paragraph, text=head, markdown=cut if paragraph.markdown else "")
        yield Paragraph(tail, paragraph.line, paragraph.last_line, "", False, why_aside(tail))
    else:
        yield paragraph


def _parted(text: str) -> tuple[str, str]:
    """A text without the words at its end that lead elsewhere, and those words."""
    # Most texts end in a long sentence; to look for all their sentences would take most of the time.
    for match in list(_STOP.finditer(text, max(0, len(text) - _LONGEST_TAIL)))[-2:]:
        at = match.end()
        if why_aside(text[at:]) in _AT_END and at in _word_starts(text):
            return text[:at].strip(), text[at:].strip()
    return text, ""


def _word_starts(text: str) -> Iterator[int]:
    """Offsets of the first words of the sentences of a text."""
    for start in sentence_starts(text):
        yield start + len(text[start:]) - len(text[start:].lstrip())
