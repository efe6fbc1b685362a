"""Texts that their source has cut, taken away, or keeps for subscribers: what says so is no text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annotated_briefings.base.compared import small
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS, sentence_starts
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.wall_boxes import box_start
from annotated_briefings.intake.model import Paragraph

CUT = "cut off by its source"
"""Why the end of a text is no text: the mark of a cut, and the sentence that it tears."""
_SIGNS = regex(r"\s*(?:\\?\[){1,3}[\s.…]*(?:\\?\]){1,3}(?:\\?\([^()\s]*\))?\s*$")
PAYWALL = "a paywall"
"""Why what says that the rest of a text is sold is no text."""
_REMOVED = regex(
    r"[\[(<]?\s*(?:removed|deleted|redacted|no longer available|content (?:removed|deleted|unavailable|not available)"
    r"|this (?:article|content|page|story|post) (?:has been|was|is) (?:removed|deleted|taken down|no longer available"
    r"|unavailable|not available)|entfernt|gelöscht|(?:dieser|der) (?:artikel|beitrag|inhalt) (?:wurde|ist) (?:entfernt"
    r"|gelöscht|nicht mehr verfügbar)|supprimé|cet article (?:a été supprimé|n['’]est plus disponible)|eliminado"
    r"|este artículo (?:ha sido eliminado|ya no está disponible)"
    r"|已删除|已刪除|内容已删除|削除されました|محذوف|تم الحذف)"
    r"\s*[\])>]?[.!]?",
    re.IGNORECASE,
)
_PAID = regex(
    r"only available in (?:paid|premium|professional|corporate)\b.{0,40}"
    r"|(?:this|the) (?:article|content|story|post|page|newsletter|issue|text) is (?:only |reserved )?(?:for"
    r"|available to|free for|exclusive to)(?: (?:our|paying|paid|registered|premium))* "
    r"(?:subscribers?|members?|users?)\b.{0,60}|(?:subscribe|sign up|register|log ?in|sign in|become a (?:member"
    r"|subscriber)|upgrade)\b.{0,60}\b(?:to (?:"
    r"continue|keep|read|unlock|access|view|see)|for (?:full|unlimited) access)\b.{0,80}"
    r"|(?:to )?(?:continue|keep) reading(?: (?:this|the) \w+)?,? (?:please )?(?:subscribe|sign up|log ?in|sign"
    r" in|register|become)\b.{0,60}"
    r"|already (?:a|have an?) (?:subscriber|member|account|subscription)\b.{0,60}"
    r"|you(?:['’]ve| have) (?:reached|read|used) your .{0,40}(?:articles|limit)\b.{0,60}"
    r"|(?:dieser|der) (?:artikel|beitrag|inhalt|text) ist (?:nur |exklusiv )*für (?:unsere )?(?:abonnent|mitglied"
    r"|registriert|zahlend)\w*\b.{0,60}|nur für abonnent\w*|(?:jetzt )?(?:abonnieren|anmelden|einloggen|registrieren)"
    r"(?: sie sich)?,? (?:und|um) (?:weiter|mehr|alle|den).{0,60}|(?:weiterlesen|lesen sie weiter) (?:mit|als)\b.{0,60}"
    r"|(?:cet|l['’])\s?(?:article|contenu) (?:est )?réservé aux (?:abonnés|membres).{0,60}|contenu réservé aux abonnés"
    r"|abonnez-vous pour (?:lire|continuer).{0,60}|déjà abonné.{0,40}|il vous reste .{0,60}(?:lire|découvrir).{0,20}"
    r"|(?:este|el) (?:artículo|contenido) es (?:exclusivo|solo|sólo) para (?:suscriptores|socios).{0,60}|contenido "
    r"exclusivo para suscriptores|suscríbe(?:te|se) para (?:seguir|continuar|leer).{0,60}|¿?ya (?:eres|es) suscriptor.*"
    r"|(?:本文|此文|全文)?(?:仅|僅|只)(?:限|供)(?:订阅|訂閱|会员|會員|付费).{0,20}|(?:订阅|訂閱|登录|登入)(?:后|後|以)(?:可)?(?:阅读|閱讀|继续|繼續).{0,20}"
    r"|هذا (?:المقال|المحتوى) (?:مخصص |متاح )?(?:للمشتركين|للأعضاء).{0,30}|اشترك (?:لمتابعة|لقراءة|للاستمرار).{0,40}",
    re.IGNORECASE,
)
_WALLED = regex(
    r"(?:do you )?(?:want|like|wish) to (?:read|keep reading|continue|see)\b.{0,60}"
    r"|(?:get|enjoy|unlock|gain)\b.{0,20}\b(?:unlimited|full|complete|instant) (?:digital )?access\b.{0,100}"
    r"|unlock (?:this|the (?:full|rest|whole)|all)\b.{0,30}(?:article|story|stories|content|text|post"
    r"|access)\b.{0,60}|subscribe\b.{0,60}\b(?:unlimited|full|complete) access\b.{0,80}"
    r"|(?:the )?(?:rest|remainder) of (?:this|the)"
    r" (?:article|story|post|text) (?:is|continues) (?:only |reserved |available |behind )+\b.{0,80}|(?:this"
    r" (?:is a |article is )?)?(?:premium|subscriber|subscribers|members?)[ -]"
    r"(?:only|exclusive)\b.{0,60}|(?:this|that) is an? (?:premium|subscriber)\b.{0,60}"
    r"|(?:start|begin) (?:your )?(?:free |\d+[- ]day )?trial\b.{0,80}|you(?:['’]re| are) (?:reading|viewing) a"
    r" (?:free )?preview\b.{0,60}"
    r"|lesen sie (?:diesen?|alle|den)\b.{0,60}(?:plus|abo|premium)\b.{0,40}|jetzt weiterlesen\b.{0,80}"
    r"|weiterlesen\b.{0,10}\b(?:nur|mit|als|nach)\b.{0,80}|(?:um|wenn sie)"
    r" .{0,40}weiter(?:zu)?lesen\b.{0,80}"
    r"|(?:lesen sie|sie lesen|weiter) .{0,40}\bmit .{0,24}(?:abo\w*|plus|\+|premium)\b.{0,60}"
    r"|(?:dieser?|der|alle|den ganzen|das) .{0,30}(?:artikel|inhalte?|beitr\w+|text) (?:ist|sind|lesen|gibt es"
    r"|stehen?)\b.{0,40}(?:exklusiv|nur|mit|plus)\b.{0,40}"
    r"(?:abo\w*|plus\w*|abonnent\w*|mitglied\w*)\b.{0,60}|exklusiv für (?:abonnent|mitglied)\w*\b.{0,60}"
    r"|(?:sie sind |sie haben )?(?:bereits|schon|noch kein) (?:ein )?(?:abo|abonnent\w*|registriert|kunde"
    r"|digitalabo)\b.{0,60}"
    r"|(?:jetzt )?(?:digital-?abo|abo|plus|premium) (?:abschließen|testen|bestellen|holen)\b.{0,60}"
    r"|(?:pour )?lire la suite\b.{0,40}(?:abonn|connect|inscri)\w*.{0,60}|la suite (?:de cet article )?est"
    r" réservée\b.{0,60}"
    r"|(?:cet )?article (?:est )?(?:réservé|payant)\b.{0,60}|(?:vous êtes )?déjà abonné\w*.{0,60}"
    r"|(?:abonnez-vous|profitez|débloquez)\b.{0,80}(?:accès|illimité|mois|suite)\b.{0,60}"
    r"|para (?:seguir|continuar) leyendo\b.{0,80}|(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo"
    r"|reservado|solo)\b.{0,60}"
    r"|suscr[ií]be\w*\b.{0,80}(?:acceso|mes|ilimitado|leyendo)\b.{0,60}|(?:questo|il|l['’]) ?(?:articolo|contenuto) è "
    r"(?:riservato|accessibile|esclusivo)\b.{0,80}|abbonati (?:per|a|ora|subito)\b.{0,80}|(?:sei )?già"
    r" abbonat\w\b.{0,40}"
    r"|(?:per )?continua(?:re)? a leggere\b.{0,20}(?:abbon|acced|regist)\w*.{0,40}|(?:dit|het) artikel is"
    r" (?:alleen|exclusief)\b.{0,80}"
    r"|(?:verder|door)lezen\b.{0,80}|(?:al|word (?:nu )?) ?abonnee\b.{0,60}|(?:este|o) (?:conteúdo|artigo|texto)"
    r" é exclusivo\b.{0,80}"
    r"|(?:assine|já é assinante)\b.{0,80}|(?:материал|статья) доступ\w+ (?:только )?(?:по подписке"
    r"|подписчикам)\b.{0,60}"
    r"|この記事は(?:有料|会員).{0,40}|(?:続き|全文).{0,20}(?:会員|ログイン|登録).{0,30}",
    re.IGNORECASE,
)
"""What is where a text is cut that its source sells."""
_SHARE = r"\d{1,3}(?:[.,]\d+)?\s?(?:%|٪|percent|per cent|prozent|pour cent|por ciento|por cento|per cento|procent)"
_READ = (
    r"(?=.*(?:article|artik[el]|artíc|articol|artigo|artyk|stor(?:y|ies)\b|te[xk]s?to?\b|read\b|lesen|\blire|leer\b"
    r"|legger|\bler\b|lezen|te gaan|läsa|læse|\blese|czyta|стать|прочит|прочес|текст|материал|beitrag|matéria|文章"
    r"|本文|全文|内容|阅读|未读|記事|المقال|النص))"
)
"""What is left is to be read: shares of other things are news."""
_LEFT = regex(
    # How much of the text is not shown.
    rf"{_READ}(?:(?:you (?:still )?have|there is|there are)\b.{{0,20}}(?:{_SHARE}|\w+ words).{{0,60}}(?:left|remain\w*"
    rf"|to read)\b.{{0,40}}|(?:the )?(?:remaining )?{_SHARE} of (?:this|the) (?:article|story|text)\b.{{0,30}}(?:left"
    r"|remain\w*|to read|subscribers?|members?)\b.{0,40}"
    rf"|(?:ihnen|dir) (?:fehlen|bleiben)\b.{{0,20}}{_SHARE}.{{0,60}}|(?:es fehlen|noch|weitere) .{{0,10}}{_SHARE}"
    r" (?:des|dieses|vom|von diesem) (?:artikels?|textes?|beitrags?|text)\b.{0,40}"
    rf"|il (?:vous |te )?reste (?:encore )?{_SHARE}.{{0,80}}|{_SHARE} de (?:cet article|l['’]article|ce texte)\b"
    rf".{{0,60}}|(?:te|le|os) (?:queda|falta)n?\b.{{0,10}}{_SHARE} (?:de|del)\b.{{0,60}}"
    rf"|(?:queda|falta)n? por leer\b.{{0,60}}|(?:ti|le|vi) (?:resta|rimane|manca)n?o?\b.{{0,40}}{_SHARE}.{{0,60}}"
    rf"|(?:resta|manca) da leggere\b.{{0,60}}|falta ler {_SHARE}.{{0,40}}"
    rf"|(?:resta|falta|ainda)m?\b.{{0,20}}{_SHARE} (?:deste|desta|do|da)\b.{{0,60}}"
    rf"|(?:je|u) (?:hebt|heeft|moet) nog {_SHARE}.{{0,60}}|nog {_SHARE} van (?:dit|het) artikel\b.{{0,40}}"
    rf"|(?:du har|det återstår|der er|det gjenstår)\b.{{0,10}}{_SHARE}.{{0,40}}(?:kvar|tilbage|igjen|att läsa|at læse"
    rf"|å lese|artik\w+)\b.{{0,40}}|(?:zostało|pozostało)\b.{{0,30}}{_SHARE}.{{0,60}}"
    rf"|(?:вам )?осталось (?:прочитать |прочесть )?{_SHARE}.{{0,60}}"
    r"|(?:剩余|剩餘|残り|還剩|还剩).{0,10}[\d.]+\s?[%％].{0,20})"
    # Who may read the rest.
    r"|(?:the )?(?:rest|remainder|full (?:article|story|text|version)) (?:of (?:this|the) (?:article|story|text|post)"
    r" )?is (?:only |reserved |available |exclusively )*(?:for|to) (?:our |paying |paid |registered )*(?:subscribers"
    r"|members)(?: only)?|(?:subscribers?|members?)['’]? (?:only|exclusive)(?: (?:article|content|story|text))?"
    r"|for subscribers(?: only)?|(?:article |content )?reserved for (?:subscribers|members)"
    r"|(?:der rest|die fortsetzung|der (?:ganze|vollständige|komplette|weitere) (?:artikel|text|beitrag))"
    r"(?: (?:des|dieses) (?:artikels|textes|beitrags))? (?:ist|steht|bleibt|gibt es)(?: nur| exklusiv| für| unseren?"
    r"| mit| unserem| den)* (?:abonnent\w*|mitgliedern?|abo)(?: vorbehalten| zugänglich| verfügbar| bereit| lesbar)?"
    r"|(?:artikel |inhalt )?(?:nur |exklusiv )+für (?:abonnent|mitglied)\w*|(?:abonnent|mitglied)\w+ vorbehalten"
    r"|abonnentenartikel|plus-artikel"
    r"|la (?:suite|fin)(?: de (?:cet|l['’]) ?article)? est (?:réservée|accessible|disponible)\b.{0,60}"
    r"|(?:article|contenu|édition|lecture) (?:est )?(?:réservée?s?|exclusif) (?:à|aux|pour) .{0,30}(?:abonné|membre)\w*"
    r".{0,20}|réservée? (?:à nos|aux) abonnés"
    r"|(?:el )?(?:resto|artículo completo|contenido completo|artículo|contenido)(?: de (?:este|esta) \w+)? (?:est[áa] "
    r"|es |solo |sólo )*(?:reservado|exclusivo|disponible|para)\b.{0,20}(?:suscript|abonad|soci)\w*"
    r"|(?:solo|sólo|exclusivo|reservado) (?:para|a) (?:los )?(?:suscriptores|abonados|socios)"
    r"|(?:il resto|il seguito|la continuazione|l['’]articolo completo|articolo|contenuto)(?: di quest['’]\w+"
    r"| dell['’]\w+)? (?:è )?(?:riservat[oa]|disponibile|accessibile)\b.{0,20}(?:abbonat|soci|iscritt)\w*"
    r"|(?:o resto|o artigo completo|artigo|conteúdo|texto)(?: deste \w+| desta \w+)? (?:é |está )?(?:reservado"
    r"|exclusivo|disponível)\b.{0,20}(?:assinante|subscritor|membro)\w*"
    r"|(?:de rest|het vervolg|het (?:hele|volledige) artikel|(?:dit )?artikel)(?: van (?:dit|het) (?:artikel|verhaal))?"
    r" is(?: alleen| exclusief| enkel)?(?: voor| voorbehouden| beschikbaar| aan)* (?:onze )?(?:abonnees|leden)"
    r"|(?:alleen|exclusief) voor (?:abonnees|leden)"
    r"|(?:resten|fortsättningen|hela artikeln|hele artiklen|hele saken|artikeln?)(?: av \w+)? (?:är|er)"
    r"(?: bara| endast| kun| forbeholdt)?(?: för| for| våra| vores| våre)* (?:prenumerant|abonnent|medlem)\w*"
    r"|(?:endast|kun|bara) (?:för|for) (?:prenumerant|abonnent)\w*"
    r"|(?:dalsza część|reszta|pełny tekst|cały artykuł|artykuł)(?: artykułu| tekstu)?(?: jest)?(?: dostępn\w+)?"
    r"(?: tylko| wyłącznie)? dla (?:prenumerator|subskrybent|abonent)\w*"
    r"|(?:продолжение|остальная часть|полный текст|полная версия|статья)\b.{0,40}(?:подписчик|подписке)\w*"
    r"|только для подписчиков|(?:yazının|haberin) (?:devamı|tamamı)\b.{0,30}(?:abone|üye)\w*.{0,20}"
    r"|(?:其余|其餘|剩余|后续|後續|余下)?(?:内容|內容|部分|全文)?(?:仅|僅|只)(?:限|供|对)?(?:订阅|訂閱|会员|會員|付费|付費).{0,16}"
    r"|(?:この先|ここから先|続き|残り)は.{0,10}(?:会員|有料|購読者).{0,20}|(?:会員|有料会員|購読者)限定(?:記事|です)?"
    r"|유료 ?(?:회원|구독자).{0,20}"
    r"|(?:بقية|باقي|تتمة) (?:المقال|النص|الخبر)\b.{0,20}(?:للمشتركين|للأعضاء).{0,20}|(?:للمشتركين|للأعضاء) فقط",
    re.IGNORECASE,
)
"""What says how much of a text is not shown, or who may read the rest."""
_WALLS = (_PAID, _WALLED, _LEFT)
_MAY_SELL = regex(
    r"[%％٪]|subscri|member|sign|log|abonn|abo\b|mitglied|plus|prozent|premium|register|suscri|abonad|soci|abbon"
    r"|riservat|leer|leggere|ler\b|procent|percent|per cent|words|assina|leden|prenumer"
    r"|medlem|abonent|подпис|осталось|abone|üye|订阅|訂閱|会员|會員|付费|購読|会員|有料|회원|구독|مشترك|أعضاء"
)
"""What such a sentence has in it, in small letters."""
_OFFER = regex(
    r"(?:subscribe|sign up|register|log ?in|sign in|try|cancel|only|just|from|no commitment|choose|see (?:all"
    r" )?(?:plans|offers)"
    r"|abonnieren|anmelden|einloggen|testen|nur|ab|monatlich|jederzeit|kostenlos|gratis|angebote?|zum angebot"
    r"|abonnez|s['’]abonner"
    r"|se connecter|seulement|sans engagement|offre|dès|essayez|suscr\w+|inicia|desde|solo|sin compromiso"
    r"|cancel\w+|abbonati"
    r"|accedi|prova|solo|inloggen|probeer|vanaf|assine|entrar|a partir)\b.{0,100}",
    re.IGNORECASE,
)
"""What is beside it: a price, or a way in."""
_MORE = (
    r"(?:read|see|show|view) (?:more|on|the (?:full|rest|whole|complete|entire)(?: of the)?"
    r"(?: (?:article|story|text|post))?)"
    r"|(?:continue|keep) reading|full (?:article|story)|learn more|weiter(?:lesen)?|mehr(?: lesen)?"
    r"|zum (?:ganzen )?artikel"
    r"|lire (?:la suite|plus)|(?:seguir|continuar) leyendo|leer más|sigue leyendo|continua a leggere|leggi tutto"
    r"|lees (?:meer|verder)|阅读(?:全文|更多|原文)|閱讀(?:全文|更多|原文)|查看(?:全文|更多)|続きを読む"
    r"|اقرأ المزيد|أكمل القراءة|للمزيد"
    r"|читать далее"
)
_DOTS = r"(?:[…⋯‥᠁]+|\.{3,}|\. \. \.|。{3,}|&hellip;)"
_COUNT = regex(
    r"\s*(?:…|\.{2,})?\s*[\[(]\s*\+?\s?[\d.,]+ (?:more )?(?:chars?|characters|zeichen|words|caractères)\s*[\])]\s*$",
    re.I,
)
_BRACKET = regex(
    rf"\s*{_DOTS}?\s*(?:[\[(]{{1,2}}\s*(?:{_DOTS}|{_MORE}|more)\s*{_DOTS}?\s*[\])]{{1,2}}(?:\(\S+\))?|&hellip;"
    rf"|\[&hellip;\])"
    r"\s*[»›>→]*\s*$",
    re.IGNORECASE,
)
_LINK = regex(rf"\s*{_DOTS}\s*(?:{_MORE})\b.{{0,60}}$", re.IGNORECASE)
_MERE_LINK = regex(rf"(?:(?<=[{STOPS}\"'”’»])\s*|^)(?:{_MORE})\s*(?:{_DOTS}|[»›>→:.\s])*$", re.IGNORECASE)
_ELLIPSIS = regex(rf"(?<=[\w,])\s?{_DOTS}\s*$")
_EXCERPT = 700
"""Characters up to which a text that ends in dots is an excerpt, in formats that hold excerpts."""
_SHOWN = 60
"""Characters of the last words before a cut."""
_LAST, _FIRST = 4, 6
"""Paragraphs at the end in which a paywall stands, and above a text."""
_LONGEST_WALL = 200
"""Characters of a line that says that the rest is sold."""
_WHOLE = regex(rf"[{STOPS}][\"'”’»)\]]*$")


class Ending(Value):
    """A text up to where its source has cut it."""

    paragraphs: tuple[Paragraph, ...]
    """Its paragraphs; what is no text is marked so."""
    cut: str = ""
    """Its last words where the source goes on; empty for a whole text."""
    left_out: str = ""
    """Why there is no article at all."""


def is_missing(text: str) -> str:
    """Why a record has no text: its source has taken it away, or sells it; empty for a text."""
    line = " ".join(text.split())
    if len(line) > 200:
        return ""
    if _REMOVED.fullmatch(line):
        return "its source has removed it"
    return "its source shows it to subscribers only" if _is_wall(line) else ""


def is_wall(line: str) -> bool:
    """Whether a line says that the rest of its text is sold, and nothing else but a price or a way in."""
    return len(line) <= _LONGEST_WALL and _is_wall(" ".join(line.split()))


def without_walls(paragraphs: Sequence[Paragraph]) -> Ending:
    """An article with the lines marked that say that its rest is sold: at its end, also behind the last sentences of a
    paragraph, and on a line of their own above its text. A text of such lines alone stays as it is."""
    box = box_start(paragraphs)
    boxed = tuple(one if one.aside else replace(one, aside=PAYWALL) for one in paragraphs[box:])
    paragraphs = (*paragraphs[:box], *boxed)
    out = [*paragraphs[:-_LAST], *(part for one in paragraphs[-_LAST:] for part in _sold(one))]
    near = {*range(min(_FIRST, len(out))), *range(max(0, len(out) - _LAST - 1), len(out))}
    walls = {at for at in near if not out[at].aside and is_wall(out[at].text)}
    if (not walls and not boxed and len(out) == len(paragraphs)) or all(
        at in walls or p.aside for at, p in enumerate(out)
    ):
        return Ending(tuple(paragraphs))
    done = tuple(replace(p, aside=PAYWALL) if at in walls else p for at, p in enumerate(out))
    return Ending(done, last_words([p.text for p in done if not p.aside]))


def _sold(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """A paragraph, and the sentences at its end that say that the rest is sold."""
    text = paragraph.text
    if paragraph.aside or not _MAY_SELL.search(small(text[-2 * _LONGEST_WALL :])):
        return (paragraph,)
    starts = [start + len(text[start:]) - len(text[start:].lstrip()) for start in sentence_starts(text)]
    at = next((start for start in starts if start and is_wall(text[start:])), 0)
    kept, tail = text[:at].rstrip(), text[at:]
    markdown = without_tail(paragraph.markdown, tail) if paragraph.markdown else ""
    if not kept or (paragraph.markdown and not markdown):
        return (paragraph,)
    rest = Paragraph(tail, paragraph.line, paragraph.last_line, aside=PAYWALL)
    return replace(paragraph, text=kept, markdown=markdown), rest


def _bare(line: str) -> str:
    return " ".join(line.split()).rstrip(".!?… ")


def _is_wall(line: str) -> bool:
    """Whether a line says that the rest is sold, and nothing else but a price or a way in."""
    if any(pattern.fullmatch(line.strip("[]().!?…,;:–—- ")) for pattern in _WALLS):
        return True
    starts = [*sentence_starts(line), len(line)]
    units = [line[a:b].strip("[]().!?…,;:–—- ") for a, b in pairwise(starts)]
    walls = [any(pattern.fullmatch(unit) for pattern in _WALLS) for unit in units]
    offered = (one or bool(_OFFER.fullmatch(unit)) for one, unit in zip(walls, units, strict=True))
    return any(walls) and all(offered)


def find_ending(paragraphs: Sequence[Paragraph], *, excerpts: bool) -> Ending:
    """Where a text ends; ``excerpts`` is whether its format holds excerpts, which end in dots."""
    sold = without_walls(paragraphs)
    out = list(sold.paragraphs)
    walls = {
        at for at in range(max(0, len(out) - _LAST), len(out)) if is_missing(out[at].text) and out[at].aside != PAYWALL
    }
    walls |= {at for at in range(min(walls, default=len(out)), len(out)) if _OFFER.fullmatch(_bare(out[at].text))}
    texts = [at for at, p in enumerate(out) if at not in walls and not p.aside]
    if walls and not texts:
        return Ending(tuple(out), left_out=is_missing(out[min(walls)].text))
    for at in walls:
        out[at] = replace(out[at], aside=PAYWALL)
    if not texts:
        return Ending(tuple(out))
    last = texts[-1]
    short = excerpts and sum(len(out[at].text) for at in texts) <= _EXCERPT
    parts = _parts(out[last], short=short, alone=len(texts) == 1)
    done = (*out[:last], *parts, *out[last + 1 :])
    cut = bool(walls or sold.cut) or any(part.aside == CUT for part in parts)
    return Ending(done, last_words([p.text for p in done if not p.aside]) if cut else "")


def without_torn(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """A text that is known to be cut, with the sentence marked that ends in dots there."""
    texts = [n for n, p in enumerate(paragraphs) if not p.aside]
    if not texts or paragraphs[texts[-1]].heading:
        return tuple(paragraphs)
    parts = _parts(paragraphs[texts[-1]], short=True, alone=len(texts) == 1)
    return (*paragraphs[: texts[-1]], *parts, *paragraphs[texts[-1] + 1 :])


def last_words(texts: Sequence[str]) -> str:
    """The last words of a text."""
    text = texts[-1] if texts else ""
    return text if len(text) <= _SHOWN else "…" + text[-_SHOWN:].partition(" ")[2]


def _parts(paragraph: Paragraph, *, short: bool, alone: bool) -> tuple[Paragraph, ...]:
    """The last paragraph of a text, and what is cut off it."""
    text = paragraph.text
    patterns = (_COUNT, _BRACKET, _LINK, *((_MERE_LINK, _ELLIPSIS) if short else ()))
    mark = next(filter(None, (pattern.search(text) for pattern in patterns)), None)
    if not mark:
        return (paragraph,)
    head = text[: mark.start()].rstrip()
    at = len(head)
    if head and not _WHOLE.search(head):
        # The sentence that the cut tears goes with it, where there is another one.
        starts = [start for start in sentence_starts(head) if start]
        at = starts[-1] if starts else 0 if not alone else at
    kept, tail = text[:at].rstrip(), text[at:].strip()
    if not kept:
        return (replace(paragraph, aside=CUT),)
    markdown = without_tail(paragraph.markdown, tail) if paragraph.markdown else ""
    if paragraph.markdown and not markdown:
        return (paragraph,)
    rest = Paragraph(tail, paragraph.line, paragraph.last_line, aside=CUT)
    return replace(paragraph, text=kept, markdown=markdown), rest


def without_tail(markdown: str, tail: str) -> str:
    """Markdown without its last words; empty where they are not found."""
    if markdown.startswith(("- ", "1. ", "| ", "> ", "```")):
        return ""
    if not re.search(r"\w", tail):
        # Signs alone, such as `[…]`, which may be a link.
        return _SIGNS.sub("", markdown)
    words = r"(?:[\W_]|\]\([^()\s]*\))*".join(map(re.escape, re.findall(r"\w+", tail)))
    found = re.search(r"[\s*_\[\\(]*" + words + r"[^\w(]*(?:\]\([^()\s]*\))?[\W_]*$", markdown)
    return markdown[: found.start()].rstrip() if found else ""
