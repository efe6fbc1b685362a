"""What press releases have around their news: whom to ask, words about the company, services that spread them."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.compared import small
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.labels import is_contact_line, is_end_line
from annotated_briefings.intake.model import Paragraph

CONTACT = "a contact for the press"
"""Why a block of names, numbers and addresses is no text."""
_END_MARK = regex(
    r"(?P<a>[-–—*#=~•<(\[]+)\s*(?:the end|ends?|ende|fin|fine|fim|final|einde|slut|slutt|loppu|koniec|конец|кінець|son"
    r"|完|終|終わり|끝|انتهى|النهاية)\s*[-–—*#=~•>)\]]+|(?-i:ENDS?|ENDE|FIN|FINE|FIM|EINDE|SLUT|KONIEC|КОНЕЦ)[.!]?",
    re.IGNORECASE,
)
_PRESS = (
    r"(?:media|press|news|investors?|editorial|pr)(?: (?:and|&) (?:media|press|investors?))?(?: relations| office)?"
    r" (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|queries)|contacts? (?:for )?(?:the )?(?:media|press|editors"
    r"|journalists)"
    r"|(?:for )?(?:media|press) (?:enquiries|inquiries)(?: (?:please )?contact)?|(?:media|press) (?:relations|office)"
    r"|(?:presse|medien|redaktions)-?(?:kontakte?|ansprechpartner(?:in)?|anfragen|rückfragen)|pressestelle"
    r"|(?:kontakt|ansprechpartner(?:in)?|rückfragen|anfragen) (?:für|der) (?:die )?(?:presse|medien|redaktionen"
    r"|journalisten)"
    r"|contacts? (?:pour (?:la )?)?(?:presse|médias?)|contacts? (?:de|avec la) presse|service (?:de )?presse"
    r"|relations (?:presse|médias)|contactos? (?:de|para|con)(?: la| los)? (?:prensa|medios)|gabinete de prensa"
    r"|contatt[io] (?:per la |per i )?(?:stampa|media)|ufficio stampa|conta[c]?tos? (?:para|de"
    r"|com)(?: a)? (?:imprensa|mídia)"
    r"|gabinete de imprensa|biuro prasowe|tiskové oddělení|tlačové oddelenie|sajtóiroda|sajtóosztály|biroul? de presă"
    r"|γραφείο τύπου|ured za odnose s javnošću|služba za odnose z javnostmi|прес-служба|пресцентър|прес-център"
    r"|presstjänst|pressetjeneste|lehdistöpalvelu|pressiesindaja|preses dienests|spaudos tarnyba|oficina de prem?sa"
    r"|assessoria de imprensa|perscontact(?:en)?|contact(?:persoon)? (?:voor )?(?:de )?(?:pers|media)|persvoorlichting"
    r"|press?ekontakt(?:er)?|presskontakt(?:er)?|mediekontakt|kontakt (?:dla|prasowy)(?: mediów| prasy)?"
    r"|контакты? для (?:сми|прессы)|пресс-служба|basın (?:iletişim|irtibat)i?|(?:媒体|媒體|新闻|新聞)(?:联系"
    r"|聯絡|聯繫)(?:人|方式)?"
    r"|(?:報道関係者(?:の|から)?の?)?お問い?合わ?せ先|(?:언론|보도|미디어) ?(?:문의|연락처)(?:처)?"
    r"|(?:جهة|جهات) الاتصال الإعلامي(?:ة)?|للتواصل الإعلامي|للاستفسارات الإعلامية"
)
"""What names a contact for newsrooms and can be nothing else."""
_ANY = (
    r"contacts?|kontakte?|kontakter|kontaktpersoner|kontakt[yi]|yhteystiedot|yhteyshenkilöt?|kapcsolat|επικοινωνία|contactos?|contatt[io]|contatos?|kontaktperson|contactpersoon|ansprechpartner(?:in)?"
    r"|rückfragen"
    r"|(?:for )?(?:more|further|additional) information(?:,? (?:please )?contact)?|(?:für )?(?:weitere|nähere)"
    r" (?:informationen|auskünfte)|(?:pour )?(?:plus d['’]informations?|tout renseignement)"
    r"|informations complémentaires"
    r"|(?:para )?(?:más|mayor|mais|mayores) informaci(?:ón|ones)|(?:para )?mais informações"
    r"|(?:per )?(?:(?:maggiori|ulteriori) )?informazioni|(?:voor )?(?:meer|nadere) informatie|(?:för )?mer information"
    r"|(?:for )?mere information|lisätie(?:toja|dot)|więcej informacji|(?:pro )?(?:více|další) informac[íe]"
    r"|(?:дополнительная|подробная) информация|daha fazla bilgi|контакты?"
    r"|连络人|联系人"
    r"|聯絡人|連絡先|문의처|للتواصل"
)
"""What names one where a number or an address follows."""
_LABEL = regex(
    rf"[\s*_#>-]*(?:(?P<press>{_PRESS})|(?P<any>{_ANY}))(?!\w)[*_]*\s*(?P<colon>[:：–—-]?)\s*(?P<rest>.*)", re.I
)
_DETAIL = regex(
    r"[\w.+-]+@[\w-]+\.\w+|(?<![\w.,])(?:\+|\(?0)[\d\s()/.-]{6,}\d|(?<![\w.,])\d{3}[ .-]\d{3}[ .-]?\d{4}\b"
    r"|https?://|www\."
    r"|\b(?:tel|phone|fon|fax|mobile?|handy|tél|teléfono|telefono|telefone|telefoon|тел|电话|電話|전화"
    r"|هاتف)\b\W{0,3}[+(\d]",
    re.IGNORECASE,
)
_MOST_LINES, _MOST_WORDS, _SENTENCE = 14, 16, 7
"""Lines of a block of contacts and words of one at most, and words from which a line with a full stop is a sentence."""
_LONGEST_HEADING = 80
_ABOUT = regex(
    r"(?:about|über|à propos d[e']|acerca de|sobre|informazioni su|chi è|over|om|o firmie|о компании|hakkında)\s?"
    r"(?:(?:the|an?|os?|as|la|le|les|el|los|las|il|lo|gli|die|der|das|den|dem|de|het) |l['’])?"
    r"(?P<name>[^.!?:]{2,60}?)\s?:?",
    re.IGNORECASE,
)
_FORM = regex(
    r"(?:(?:safe harbou?r|cautionary|forward[- ]looking)\b.{0,40}|zukunftsgerichtete aussagen"
    r"|.{0,12}déclarations prospectives"
    r"|declaraciones prospectivas|dichiarazioni previsionali|declarações prospectivas|toekomstgerichte (?:verklaringen"
    r"|uitspraken)|notes? (?:to|for) editors|hinweise? (?:an|für) (?:die )?redaktion(?:en)?"
    r"|notes? aux rédact(?:ions|eurs)"
    r"|notas? (?:para|a) (?:los )?(?:editores|redactores)|nota per (?:i redattori|le redazioni)|boilerplate):?",
    re.IGNORECASE,
)
_SENDER = regex(
    r"(?:about|über|à propos(?: d[eu])?(?: la| l[’'])?|acerca de|sobre|informazioni su|a proposito di|over|om|o|об?|про"
    r"|за|despre|σχετικά με|λίγα λόγια για|apie|par|tentang|về|giới thiệu(?: về)?|tietoa|quant a|ynglŷn [âa]"
    r"|faoi|rreth|kuhusu"
    r"|אודות|על אודות|نبذة عن|حول|عن|درباره(?:ٔ|‌ی)?)(?: [dl][’'])? ?(?<=[\s’'])\S.{0,70}|(?:关于|關於|เกี่ยวกับ).{2,70}"
    r"|.{2,60}(?:について|の概要|概要| 소개|에 대하여|에 대해| 개요| hakkında|का परिचय| के बारे में|简介|簡介"
    r"| haqqında| lyhyesti"
    r"| röviden| bemutatása)"
    r"|(?:who we are|about us|wer wir sind|qui sommes[- ]nous ?|chi siamo|chi è .{2,60}|quiénes somos|quem somos"
    r"|qui som|wie (?:zijn|wij) .{2,20}|om oss|om os|o nas|o nás|o nama|о нас|про нас|за нас|despre noi|rólunk"
    r"|biz kimiz|hakkımızda|meistä|meie|apie mus|par mums|tentang kami|会社概要|団体概要|关于我们|關於我們"
    r"|회사 소개|من نحن"
    r"|מי אנחנו|ποιοι είμαστε|pwy ydym ni)\W*",
    re.IGNORECASE,
)
"""Headings over what a release says of its sender, in more languages; only in releases are they nothing else."""
_FORWARD = regex(
    r"forward[- ]looking (?:statement|information)|zukunftsgerichtete\w* aussage|déclarations? prospective"
    r"|declaraciones (?:prospectivas|a futuro)|dichiarazion\w previsional|declarações prospectivas|toekomstgerichte"
)
"""Statements about the future, in small letters."""
_SPREADERS = frozenset(
    "prwire prnewswire newswire businesswire globenewswire accesswire accessnewswire marketwired marketwire "
    "prweb einpresswire einnews cision cnw canadanewswire newsaktuell ots presseportal eqs eqsnews eqsgroup "
    "dgap openpr pressebox prnews mynewsdesk einpresse 24-7pressrelease 247pressrelease prlog newsfile "
    "newsfilecorp thenewswire businessportal24 news-aktuell europapress_comunicados prtimes kyodoprwire "
    "kyodonewsprwire xinhuafinance asianetnews medianetpresse aptots otsapa aktuellots 美通社 美通社亚洲 "
    "共同通信prワイヤー prタイムズ".split()
)
"""Services that spread what companies send them, without blanks and signs."""


def is_end_mark(line: str) -> bool:
    """Whether a line is nothing but the end of a release, in words."""
    return _END_MARK.fullmatch(line) is not None or is_end_line(line)


def mark_contacts(paragraphs: Sequence[Paragraph], separator: str) -> Iterator[Paragraph]:
    """Paragraphs, those marked that tell newsrooms whom to ask: a label, and the names, numbers and addresses below it.

    A block ends with its last number or address; below a label that can be nothing else, lines right under it belong to
    it too. ``separator`` is the text of a line that parts articles.
    """
    at = 0
    while at < len(paragraphs):
        end = max(at + 1, _end(paragraphs, at, separator))
        marked = end > at + 1 or (not paragraphs[at].aside and _is_whole(paragraphs[at].text))
        for one in paragraphs[at:end]:
            yield replace(one, aside=CONTACT) if marked else one
        at = end


def _is_whole(text: str) -> bool:
    """Whether a line is a label with a number or an address behind it."""
    if is_contact_line(text):
        return True
    found = _LABEL.fullmatch(text)
    return bool(found and _DETAIL.search(found["rest"]) and _is_line(text))


def _is_line(text: str) -> bool:
    words = len(text.split())
    detail = _DETAIL.search(text) is not None
    ended = text.endswith((".", "!", "?", "。", "…", '"', "”"))
    return words <= (2 * _MOST_WORDS if detail else _MOST_WORDS) and not (ended and words >= _SENTENCE and not detail)


def _end(paragraphs: Sequence[Paragraph], at: int, separator: str) -> int:
    """The place behind the block of contacts that a paragraph begins; its own place where it begins none."""
    first = paragraphs[at]
    found = _LABEL.fullmatch(first.text)
    if not found or not _is_line(first.text) or first.markdown.startswith(("| ", "> ", "```")):
        return at
    if found["rest"] and not (found["colon"] or _DETAIL.search(found["rest"])):
        return at
    last = at if found["press"] or _DETAIL.search(found["rest"]) else -1
    close = True
    for n in range(at + 1, min(len(paragraphs), at + _MOST_LINES)):
        one = paragraphs[n]
        if one.text == separator or not _is_line(one.text) or is_end_mark(one.text):
            break
        close = close and one.line == paragraphs[n - 1].last_line + 1
        if _DETAIL.search(one.text) or (close and found["press"]):
            last = n
    return last + 1 if last >= at else at


def is_contact(text: str) -> bool:
    """Whether a line names a contact for newsrooms, or whom to ask with a number or an address."""
    found = _LABEL.fullmatch(text)
    return is_contact_line(text) or (found is not None and bool(found["press"] or not found["rest"]) and _is_line(text))


def is_form(text: str) -> bool:
    """Whether a line is the heading of what releases have below their news, and never the headline of an article."""
    return _FORM.fullmatch(text) is not None


def names_sender(text: str) -> bool:
    """Whether a line of a release is the heading over what it says of its sender."""
    return len(text) <= _LONGEST_HEADING and text[-1:] not in ".!?。" and _SENDER.fullmatch(text) is not None


def without_form(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a text up to what a release says of its company, of the future, or to editors."""
    end = next(
        (n for n, text in enumerate(paragraphs) if n and (_FORM.fullmatch(text) or _about(text))), len(paragraphs)
    )
    return tuple(text for text in paragraphs[:end] if not _FORWARD.search(small(text)))


def _about(text: str) -> str:
    """The company that a heading such as `About Acme` names; empty for any other line."""
    found = _ABOUT.fullmatch(text) if len(text.split()) <= _SENTENCE + 1 else None
    return found["name"] if found and found["name"][0].isupper() else ""


def has_detail(text: str) -> bool:
    """Whether a line has a number or an address to reach somebody."""
    return _DETAIL.search(text) is not None


def is_spreader(agency: str) -> bool:
    """Whether an agency is a service that spreads what companies send it."""
    bare = re.sub(r"[\W_]+", "", agency.casefold().removesuffix(".com"))
    return bare in _SPREADERS


def publisher(agency: str, headline: str, lead: str, paragraphs: Sequence[str], sender: str = "") -> str:
    """Who publishes a text that names an agency before its news: of a service that spreads releases the ``sender``
    that its lines name, or the company, where a heading names it, or headline and news begin with it."""
    if not is_spreader(agency):
        return agency
    if sender:
        return sender
    if named := next(filter(None, map(_about, paragraphs[1:])), ""):
        return named
    same: list[str] = []
    for one, other in zip(headline.split(), lead.split(), strict=False):
        if one.strip(",") != other.strip(",") or not (one[0].isupper() or one[0].isdigit() or one == "&"):
            break
        same.append(one)
    return " ".join(same).strip(" ,&") or agency
