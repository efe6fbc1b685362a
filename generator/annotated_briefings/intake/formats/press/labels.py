"""What press databases call their fields: one table of names, in all languages, and one of codes of two letters."""

import re
from collections.abc import Mapping

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.values import Value

TEXT, SUMMARY, OTHER, COVER, TITLE = "text", "summary", "other", "cover", "title"
_NAMES: Mapping[str, str] = {
    TEXT: (
        "full text|fulltext|body|text|article text|main text|volltext|artikeltext|fließtext|texte intégral"
        "|texte complet|texte|texto completo|texto íntegro|texto|testo completo|testo integrale|testo|volledige tekst"
        "|artikeltekst|tekst|fulltekst|brødtext|pełny tekst|treść|полный текст|текст|tam metin|metin|全文|正文"
        "|本文|본문"
        "|النص الكامل|النص"
    ),
    SUMMARY: (
        "abstract|highlight|highlights|summary|lead|standfirst|subhead|subheadline|subtitle|sub-title|teaser|deck"
        "|zusammenfassung|kurzfassung|anriss|vorspann|untertitel|unterzeile|dachzeile|oberzeile|résumé|chapô|chapeau"
        "|sous-titre|surtitre|resumen|subtítulo|antetítulo|entradilla|sommario|riassunto|sottotitolo|occhiello|resumo"
        "|samenvatting|ondertitel|streszczenie|lid|podtytuł|аннотация|подзаголовок|özet|摘要|副标题|要旨|요약|ملخص"
    ),
    TITLE: "title|headline|hlead|document title|article title|titel|schlagzeile|überschrift|titre|titular|encabezado"
    "|título|titulo|titolo|kop|tytuł|заголовок|название|başlık|标题|標題|見出し|제목|العنوان",
    "author": "byline|author|authors|author name|reporter|autor|autoren|autorin|verfasser|auteur|auteurs|autores"
    "|autora|autore|autori|firma del autor|автор|авторы|yazar|作者|記者|记者|저자|الكاتب",
    "outlet": (
        "source|source name|source title|publication|publication title|publication name|publication info"
        "|publication information|newspaper|journal|magazine|periodical|outlet|medium|media|quelle|zeitung"
        "|zeitschrift|publikation|titre de la publication|nom de la source|nom de la publication|publication source"
        "|journal titre|fuente|publicación|título de publicación|periódico|medio|fonte|pubblicazione|testata"
        "|giornale|publicação|jornal|bron|krant|publicatie|källa|tidning|kilde|avis|źródło|gazeta|tytuł czasopisma"
        "|источник|издание|kaynak|gazete|来源|来源出版物|报纸|報紙|出典|掲載紙|출처|المصدر|الصحيفة"
    ),
    "published": (
        "date|publication date|published|published on|date of publication|issue date|pub date|datum"
        "|erscheinungsdatum|veröffentlichungsdatum|erschienen am|date de publication|date de parution"
        "|fecha|fecha de publicación|data|data di pubblicazione|data de publicação|publicatiedatum|datum publicatie"
        "|publiceringsdatum|data wydania|data publikacji|дата|дата публикации|дата выхода|tarih|yayın tarihi|日期"
        "|出版日期|发布日期|掲載日|日付|게재일|날짜|تاريخ النشر|التاريخ"
    ),
    "url": (
        "url|document url|persistent link|persistent url|permalink|web address|link to article|source url"
        "|dauerhafte adresse des dokuments|adresse des dokuments|internetadresse|adresse permanente|url du document"
        "|lien permanent|enlace permanente|url del documento|indirizzo permanente|link permanente|permalink zum artikel"
        "|постоянная ссылка|адрес|链接|网址"
    ),
    "language": (
        "language|language of publication|publication language|sprache|langue|langue de publication|idioma"
        "|idioma de publicación|idioma da publicação|lingua|lingua di pubblicazione|taal|språk|sprog|język|язык|dil"
        "|语言|語言|言語|언어|اللغة"
    ),
    COVER: (
        "user name|date and time|job number|client/matter|client|search terms|search type|narrowed by|content type"
        "|download request|time of request|send to|terms|project id|number of documents|documents|delivered by"
        "|requested by|report created|search query|query|citation style|all of these words|none of these words"
        "|at least one of these words|exact phrase|results found|timestamp|duplicates|region(s)"
        "|download-anforderung|zeitpunkt der anforderung|suchbegriffe|suchanfrage|suchart|eingegrenzt nach"
        "|benutzername|auftragsnummer|datum und uhrzeit|datum und zeit|inhaltstyp|anzahl der dokumente|trefferzahl"
        "|nom d'utilisateur|nom d’utilisateur|date et heure|numéro de la tâche|termes de recherche|type de recherche"
        "|type de contenu|restreint par|heure de la demande|critères de recherche|sauvegardé par|recherche"
        "|nombre de documents|nombre de résultats|nombre de usuario|fecha y hora|número de trabajo"
        "|términos de búsqueda|tipo de búsqueda|limitado por|criterios de búsqueda|resultados|nome utente"
        "|data e ora|termini di ricerca|tipo di ricerca|criteri di ricerca|zoektermen|zoekopdracht|gebruikersnaam"
        "|datum en tijd|searched for|databases searched|search strategy|your search|print request"
    ),
    OTHER: (
        "section|length|load-date|load date|dateline|graphic|graphics|publication-type|publication type|document type"
        "|document-type|journal-code|journal code|pub-type|word count|full text word count|subject|subjects"
        "|subject terms|keywords|keyword|tags|edition|page|pages|start page|classification|company|companies|ticker"
        "|organization|organizations|person|people|industry|industries|geographic|geographic terms|location|locations"
        "|city|state|country|region|copyright|series|note|notes|correction|correction-date|type|version|volume|issue"
        "|issn|isbn|e-issn|eissn|oclc|doi|publisher|publisher information|place of publication|country of publication"
        "|publication subject|publication year|source type|source attribution|proquest document id|document id"
        "|document number|accession number|item|record|last updated|database|links|column|column name|illustration"
        "|caption|rubric|news subject|department|category|categories|format|features|credit|availability|rating"
        "|gale document number|document-id|reading level|lexile measure|number of pages|images|image|art|headnote"
        "|supplement|feature|name|ressort|rubrik|rubriken|länge|update|publikationstyp|dokumenttyp|dokumentnummer"
        "|dokument-nr|dokument-id|ladedatum|aktualisiert|seite|seiten|ausgabe|nummer|jahrgang|schlagwort"
        "|schlagwörter|schlagworte|deskriptoren|stichwort|unternehmen|firmen|firma|branche|branchen|personen|person"
        "|region|land|ort|verlag|erscheinungsort|erscheinungsland|erscheinungsweise|wörter|wortanzahl|zeichenanzahl"
        "|bildunterschrift|grafik|kategorie|alle rechte vorbehalten|datenbank|auflage|reichweite|verbreitung"
        "|gattung|medientyp|sujet|sujets|rubrique|longueur|date-charge|date de chargement|type-publication"
        "|type de publication|type de document|numéro de document|numéro d'accès|pays|lieu|éditeur|édition|page(s)"
        "|mots-clés|mots clés|nombre de mots|numéro|entreprises|secteur|personnes|dernière mise à jour"
        "|base de données|tous droits réservés|droit d'auteur|légende|illustration(s)|sección|longitud|extensión"
        "|fecha de carga|tipo de publicación|tipo de documento|número de documento|materia|materias|tema|temas"
        "|palabras clave|página|páginas|edición|editor|editorial|lugar de publicación|país|empresa|empresas|sector"
        "|número de palabras|última actualización|base de datos|derechos de autor|sezione|lunghezza"
        "|data di caricamento|tipo di pubblicazione|soggetto|argomento|argomenti|parole chiave|pagina|pagine"
        "|edizione|editore|luogo|paese|azienda|aziende|settore|seção|secção|comprimento|assunto|assuntos"
        "|palavras-chave|edição|editora|empresas|local de publicação|sectie|lengte|laaddatum|publicatietype"
        "|onderwerp|onderwerpen|trefwoorden|pagina's|editie|uitgever|land van publicatie|bedrijf|aantal woorden"
        "|sektion|längd|ämne|ämnesord|sidor|utgivare|dział|temat|tematy|słowa kluczowe|strona|wydawca|раздел|объем"
        "|тема|темы|ключевые слова|страница|страницы|издатель|номер|рубрика|авторское право|regular feature"
        "|bölüm|konu|sayfa|栏目|版面|版次|主题|关键词|字数|版权|面名|文字数|キーワード|면|자수|القسم|الموضوع|الصفحة"
    ),
}
"""What the names of fields mean, in all languages; names are parted by bars."""
_BY_NAME = {bare_key(name): role for role, names in reversed(tuple(_NAMES.items())) for name in names.split("|")}
_CODES = {
    "HD": TITLE, "TI": TITLE, "LP": TEXT, "TD": TEXT, "TX": TEXT, "FT": TEXT, "BY": "author", "AU": "author",
    "SN": "outlet", "SO": "outlet", "JN": "outlet", "PD": "published", "DT": OTHER, "LA": "language",
    "AB": SUMMARY, "UR": "url",
    **dict.fromkeys("SE CR WC ET SC ED PG CY CT RF CO IN NS RE IPC IPD PUB AN CLM VOL ART IS PY DE RA".split(), OTHER),
}  # fmt: skip
"""What the codes of fields mean that some databases write instead of names."""
_NAMED = re.compile(r"(?P<name>[^\W\d_][^:：=.!?\"“”]{0,48}?)\s?[:：](?:\s*=)?(?=\s|$|[^/\s\d])\s*(?P<value>.*)")
_CODED = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s+(?P<value>\S.*))?")
_ALONE = frozenset(
    bare_key(name)
    for name in (
        "body|full text|graphic|graphics|classification|notes|note|correction|correction-date|series|highlight|volltext"
        "|grafik|textkörper|texte intégral|corps|texte|texto completo|cuerpo|testo integrale|corpo|abstract|text"
        "|zusammenfassung|résumé|resumen|article|load-date|illustration|illustrations|bildunterschrift|hauptteil"
    ).split("|")
)
"""Names that stand on a line of their own, without a colon."""
_ALSO_COVER = frozenset(bare_key(name) for name in ("company", "industry"))
"""Fields of documents that a cover may have too: it lists what was asked for."""
_BODIES = frozenset(bare_key(name) for name in "body|textkörper|corps|cuerpo|corpo|hauptteil|article".split("|"))


class Label(Value):
    """The field that a line begins."""

    key: str
    """The name of the field, without what people spell in several ways."""
    role: str
    """``title``, ``text``, ``summary``, ``author``, ``outlet``, ``published``, ``url``, ``language``, ``cover`` or
    ``other``."""
    value: str
    """What follows it on its line."""
    coded: bool = False
    """Whether it is a code of two letters."""

    @property
    def on_covers(self) -> bool:
        """Whether a cover may have it."""
        return self.role == COVER or (self.key in _ALSO_COVER and not self.coded)


def named_label(line: str) -> Label | None:
    """The field that a line begins by its name; None for a line that begins none."""
    found = _NAMED.fullmatch(line)
    if found is None:
        key = bare_key(line) if len(line) < 24 else ""
        return Label(key, TEXT if key in _BODIES else _BY_NAME.get(key, OTHER), "") if key in _ALONE else None
    key = bare_key(found["name"])
    role = _BY_NAME.get(key, "")
    return Label(key, role, found["value"].strip()) if role else None


def coded_label(line: str) -> Label | None:
    """The field that a line begins by its code; None for a line that begins none."""
    found = _CODED.fullmatch(line)
    role = _CODES.get(found["code"], "") if found else ""
    return Label(found["code"], role, (found["value"] or "").strip(), True) if found and role else None
