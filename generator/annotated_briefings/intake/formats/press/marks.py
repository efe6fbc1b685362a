"""Lines of downloads that are neither fields nor text: counters, ends of documents, rows of signs, rights, pages."""

import re

from annotated_briefings.base.regex import regex

_DOCUMENT = (
    r"(?:document|dokument|documento|documenta?|article|artikel|artículo|articolo|artigo|record|datensatz|item"
    r"|enregistrement|registro|doc|nr|документ|статья|belge|artykuł|资料|文献|記事)"
)
_OF = r"(?:of|von|de|sur|di|van|av|af|z|из|/|／|out of)"
_COUNTER = regex(
    rf"{_DOCUMENT}\.?\s*:?\s*(?:n[°o.]\s*)?(?P<a>\d{{1,5}})(?:\s*{_OF}\s*\d{{1,5}})?\.?"
    rf"|(?P<b>\d{{1,5}})\s+{_OF}\s+\d{{1,5}}\s+{_DOCUMENT}(?:s|e|en|os|i|r|er|ов)?\.?"
    r"|(?P<c>\d{1,5}) (?:of|von) \d{1,5}",
    re.IGNORECASE,
)
_DOCUMENTS = regex(
    r"(?:documents?|dokumente?|documentos?|documenti|documenten|документы|文献|文档) ?[(（](?P<a>\d{1,4})[)）]"
    r"|(?:number of documents|anzahl der dokumente|nombre de documents|número de documentos|numero di documenti"
    r"|aantal documenten) ?: ?(?P<b>\d{1,4})",
    re.IGNORECASE,
)
_PAGE = regex(
    r"(?:page|seite|página|pagina|strona|sida|side|стр(?:аница)?\.?|sayfa|pág\.?|p\.?)\s*\d{1,4}"
    rf"(?:\s*{_OF}\s*\d{{1,4}})?",
    re.IGNORECASE,
)
_END = regex(
    r"end of (?:the )?document|(?:dokument)?ende(?: des dokuments)?|fin (?:du|del|de) (?:le )?documento?"
    r"|fine (?:del )?documento|fim do documento|einde (?:van het )?document|koniec dokumentu|конец документа"
    r"|slut på dokumentet|belgenin sonu|文档结束"
    r"|(?:document|dokument|documento|документ|文件|文書)\s?[A-Z]{2,10}0{0,4}\d{8,}\w{4,}"
    r"|news[·•.]\d{8}[·•.]\w+[·•.]\S+|(?:accession|document) (?:number|no\.?) [A-Z]{2,10}0{0,4}\d{8,}\w{4,}",
    re.IGNORECASE,
)
_ROW = regex(r"([-_=*~—–])\1{9,}")
RIGHTS = "a notice of rights"
_RIGHTS = regex(
    r"(?:database )?copyright\b.*|(?:\(c\)|©)\s*(?:copyright\s*)?(?:\d{4}|[A-ZÀ-Þ]).*|.{0,40}\ball rights reserved\W*"
    r"|alle rechte vorbehalten\b.*|tous droits réservés\W*|.{0,60}\btous droits réservés\W.*"
    r"|(?:todos los )?derechos reservados\W*"
    r"|tutti i diritti (?:sono )?riservati\W*|todos os direitos reservados\W*|alle rechten voorbehouden\W*"
    r"|wszelkie prawa zastrzeżone\W*|все права защищены\W*|版权所有.{0,20}"
    r"|.{0,30}無断(?:転載|複製).{0,20}|.{0,20}未经(?:许可|授权).{0,20}"
    r"|.{0,20}未經(?:許可|授權).{0,20}|.{0,20}무단\s?(?:전재|복제).{0,30}"
    r"|tüm hakları saklıdır\W*"
    r"|le présent document est protégé\b.*|certificat émis\b.*|this (?:document|article) (?:is|may be) protected\b.*"
    r"|.{0,80}is the property of\b.{0,200}(?:content may not be|copied|reproduced)\b.*",
    re.IGNORECASE,
)
_PAPERS = regex(
    r"(?:documents (?:sauvegardés|enregistrés) par|documents saved by"
    r"|dokumente gespeichert von|about lexisnexis|privacy policy|terms (?:&|and) conditions"
    r"|copyright © \d{4} lexisnexis|europresse\.com"
    r"|proquest document link|find a copy|table of contents|bibliography|search summary|report information from"
    r"|inhaltsverzeichnis|table des matières|índice|sommaire|quellenverzeichnis|bibliographie|zusammenfassung der suche"
    r"|résumé de la recherche|powered by|www\.[\w.-]+|http\S+)\b.{0,160}",
    re.IGNORECASE,
)


def counted(line: str) -> int:
    """The number of the document that a line counts, or 0."""
    found = _COUNTER.fullmatch(line)
    return int(found["a"] or found["b"] or found["c"]) if found else 0


def documents_named(line: str) -> int:
    """How many documents a download has, as a line of its cover says; 0 for any other line."""
    found = _DOCUMENTS.fullmatch(line)
    return int(found["a"] or found["b"]) if found else 0


def is_page(line: str) -> bool:
    """Whether a line is the number of a page."""
    return bool(_PAGE.fullmatch(line))


def is_end(line: str) -> bool:
    """Whether a line ends a document."""
    return bool(_END.fullmatch(line))


def is_row(line: str) -> bool:
    """Whether a line is a row of equal signs."""
    return bool(_ROW.fullmatch(line))


def is_rights(line: str) -> bool:
    """Whether a line says whose the text is."""
    return bool(_RIGHTS.fullmatch(line))


def is_database(line: str) -> bool:
    """Whether a line is about the database and not about an article."""
    return bool(_PAPERS.fullmatch(line))
