"""What records and tables call their fields: one table of spellings, in the languages that people name columns in."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.intake.model import FieldMap

FIELDS: Mapping[str, tuple[str, ...]] = {
    name: tuple(names.split())
    for name, names in {
        "title": (
            "title headline post_title article_title news_title web_title resolved_title given_title "
            "display_title story_title book_title heading hed subject name titel überschrift schlagzeile "
            "headlines kop titre titular título titulo titolo tytuł rubrik 标题 標題 新闻标题 文章标题 題名 "
            "タイトル 見出し 제목 العنوان عنوان заголовок название"
            " tytuł_artykułu nagłówek başlık baslik haber_başlığı nadpis titulek názov cím főcím címe τίτλος "
            "τιτλος назва заглавие overskrift otsikko titlu naslov tiêu_đề judul 題目 見出 기사제목 제목명 "
            "عنوان_المقال כותרת عنوان_خبر"
        ),
        "text": (
            "text body content article article_text article_body full_text fulltext full_content maintext "
            "main_text paragraphs content_text body_text post_content post_body plaintext raw_text "
            "cleaned_text clean_text story_text transcript story message content_markdown markdown selftext "
            "lexical volltext artikeltext inhalt beitrag tekst inhoud brødtext texte contenu corps texto "
            "contenido cuerpo conteúdo testo contenuto 正文 内容 內容 全文 文章内容 新闻内容 新闻正文 文章正文 "
            "本文 본문 النص نص المحتوى نص_المقال текст содержание"
            " treść tresc treść_artykułu tekst_artykułu metin içerik icerik haber_metni govde gövde obsah znění "
            "szöveg szövege tartalom cikk_szövege κείμενο κειμενο περιεχόμενο текст_статті зміст вміст съдържание "
            "innehåll brödtext brödtexten artikeltext indhold brødtekst innhold teksti sisältö leipäteksti "
            "conținut continut articol tekstas sadržaj nội_dung isi 記事本文 記事内容 본문내용 내용 기사본문 "
            "نص_الخبر المقال תוכן טקסט متن"
        ),
        "teaser": (
            "lead_paragraph extract abstract description snippet excerpt summary selection trail_text "
            "standfirst teaser lead lede dek highlight highlights kurzfassung zusammenfassung anriss vorspann "
            "beschreibung auszug résumé resume extrait chapô chapo resumen extracto entradilla descripción "
            "sommario sintesi samenvatting 摘要 简介 簡介 概要 ملخص الملخص الوصف مقتطف описание аннотация "
            "caption"
            " zajawka lid streszczenie opis özet spot perex souhrn anotace lead_szövege összefoglaló bevezető "
            "περίληψη σύνοψη опис анонс резюме ingress sammanfattning manchet resumé sammendrag tiivistelmä ingressi "
            "rezumat sapou リード 要約 요약 리드 ملخص_الخبر תקציר چکیده"
        ),
        "html": ("html content_html body_html article_html html_content full_html content_encoded"),
        "author": (
            "author authors byline creator dc_creator by writer reporter journalist author_name post_author "
            "published_by attributed_to book_author autor autorin autoren autor_in verfasser verfasserin "
            "auteur auteurs autrice autores autora autore schrijver account user 作者 记者 記者 著者 저자 "
            "الكاتب كاتب المؤلف автор"
            " autor_tekstu dziennikarz yazar muhabir autoři redaktor szerző újságíró συντάκτης συγγραφέας автори "
            "журналіст кореспондент автор_статті författare skribent forfatter journalister kirjoittaja toimittaja "
            "autorul jurnalist kirjailija 執筆者 筆者 기자 글쓴이 اسم_الكاتب الصحفي כותב מחבר نویسنده"
        ),
        "outlet": (
            "outlet blog_name source publisher publication publication_name site site_name source_name source_title "
            "media_outlet media_name news_source feed_title website newspaper container_title "
            "source_domain domain domain_name origin provider medium quelle zeitung blatt herausgeber verlag "
            "titel_der_zeitung média journal éditeur fuente medio periódico periodico fonte testata bron krant "
            "来源 來源 新闻来源 媒体名称 媒体 媒體 报纸 報紙 出处 メディア 新聞 المصدر الصحيفة الوسيلة "
            "источник издание"
            " źródło zrodlo tytuł_prasowy redakcja kaynak yayın gazete médium zdroj forrás médium_neve lap πηγή μέσο "
            "εφημερίδα джерело видання медіа вестник källa tidning kilde avis medie lähde julkaisu sursă sursa "
            "publicație ziar izvor 媒体名 掲載紙 発行元 매체 매체명 언론사 신문사 المصدر_الصحفي מקור منبع"
        ),
        "published": (
            "published date published_at publish_date date_published pubdate pub_date publication_date "
            "datetime date_time web_publication_date first_published_at first_publication_date published_on "
            "published_date date_publish published_time publish_time post_date_gmt post_date date_gmt issued "
            "posted_at posted seendate seen_date publication_day datum veröffentlicht veröffentlicht_am "
            "veröffentlichungsdatum erschienen erschienen_am erscheinungsdatum erscheinungstag "
            "date_de_publication publié_le date_de_parution fecha fecha_de_publicación publicado data "
            "data_pubblicazione gepubliceerd 日期 发布日期 发表时间 新闻时间 发布时间 發布日期 时间 時間 日付 "
            "公開日 날짜 التاريخ تاريخ تاريخ_النشر дата дата_публикации created_utc date_created "
            "publication_time created created_at timestamp"
            " data_publikacji data_wydania yayın_tarihi yayin_tarihi tarih datum_vydání datum_zveřejnění dátum "
            "dátuma megjelenés megjelenés_dátuma közzététel ημερομηνία ημερομηνια ημερομηνία_δημοσίευσης "
            "дата_публікації опубліковано publiceringsdatum publicerad publicerat udgivelsesdato udgivet dato "
            "publisert publiseringsdato julkaistu julkaisupäivä päivämäärä data_publicării publicat dată "
            "掲載日 発行日 "
            "公開日時 게재일 보도일 발행일 등록일 작성일 날짜시간 تاريخ_الخبر תאריך تاریخ"
        ),
        "url": (
            "canonical_url resolved_url url link canonical permalink source_url web_url article_url post_url "
            "original_url page_url external_url given_url share_url web_link full_url main_entity_of_page href "
            "adresse webadresse internetadresse lien adresse_web enlace dirección vínculo indirizzo "
            "collegamento koppeling 链接 鏈接 原文链接 新闻链接 連結 网址 網址 リンク الرابط رابط ссылка "
            "alternate uri guid id"
            " odnośnik adres adres_url bağlantı baglanti odkaz adresa hivatkozás σύνδεσμος посилання länk lenke "
            "linkki osoite adresă legătură връзка 記事url リンク先 주소 링크 رابط_المقال קישור پیوند link_do_artykułu"
        ),
    }.items()
}
"""What a field may be called, likeliest first; case, hyphens, underscores and blanks do not count."""
_NAMED_STANDFIRSTS = tuple(
    "standfirst dek vorspann chapô chapo subheadline sub_headline subhead subtitle sub_title subheading deck "
    "lead lede "
    "teaser entradilla unterzeile untertitel sous_titre sottotitolo subtítulo ondertitel summary abstract trail_text "
    "kurzfassung zusammenfassung anriss résumé resume resumen samenvatting sommario description beschreibung "
    "descripción excerpt 摘要 概要 аннотация الملخص".split()
)
_NO_STANDFIRSTS = ("caption", "selection")
"""Names of teasers that are none: words of a picture, and what a reader has marked."""
STANDFIRSTS = tuple(
    dict.fromkeys((*_NAMED_STANDFIRSTS, *(one for one in FIELDS["teaser"] if one not in _NO_STANDFIRSTS)))
)
"""What the field of a standfirst is called, likeliest first."""
LANGUAGES = tuple(
    "language lang locale inlanguage in_language langcode sprache langue idioma lingua 语言 語言 اللغة язык "
    "język dil jazyk "
    "nyelv γλώσσα мова språk sprog kieli limba 言語 언어 שפה".split()
)
"""What the field of a language is called."""
MODIFIED = tuple(
    "modified modified_at date_modified modified_time last_modified lastmod updated updated_at date_updated "
    "last_updated modified_gmt post_modified_gmt post_modified geändert aktualisiert".split()
)
"""What the field of the last change is called."""
SAVED = frozenset(map(bare_key, ("created", "created_at", "timestamp")))
"""Names of days that lists of saved articles use for the day of saving."""
READING_LIST = frozenset(
    map(
        bare_key,
        "is_archived is_starred starred_at archived_at time_added time_read saved_at reading_time reading_progress "
        "mimetype resolved_id folder unread is_favorite favorite selection crawl_time_msec".split(),
    )
)
"""Names by which lists of saved articles are known."""
CHANNELS = ("feed", "channel", "blog")
"""What the object beside records is called that says who publishes them all."""
KINDS = tuple("type post_type kind item_type content_type".split())
"""What the field of the kind of a record is called."""
_INSIDE = frozenset(
    "fields attributes properties data article post node item entry doc document object story record meta metadata "
    "content payload response news webpage acf frontmatter embedded".split()
)
"""Names under which a record keeps fields of its own."""
_KEPT = "_source"
"""What a search engine keeps of a record: no outlet, although its key is one."""
_DEEPEST = 4

FieldNames = Mapping[str, tuple[str, ...]]


def names_with(own: FieldMap) -> FieldNames:
    """The names of the fields, those of a site first."""
    theirs = dict(own)
    return {field: (*theirs.get(field, ()), *usual) for field, usual in FIELDS.items()}


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """A name without what people spell in several ways: `publishedAt` and `published_at` are one; points part "
    "names."""
    return ".".join(map(bare_key, name.split(".")))


def known_keys(names: FieldNames) -> frozenset[str]:
    """The keys of all names that mean something to the reader of records."""
    usual = (STANDFIRSTS, LANGUAGES, MODIFIED, KINDS, tuple(READING_LIST), ("tags", "keywords", "image", "thumbnail"))
    return frozenset(key_of(name) for some in (*names.values(), *usual) for name in some)


_TEXTS = ("text", "html", "teaser")


def text_keys(names: FieldNames) -> frozenset[str]:
    """The keys of all names of texts: a record may have several, of which one is read."""
    return _keys_of((*(some for field in _TEXTS for some in names[field]), *STANDFIRSTS))


def fact_keys(names: FieldNames) -> frozenset[str]:
    """The keys of all other names that mean something to the reader of records, or to none."""
    facts = (name for field, some in names.items() if field not in _TEXTS for name in some)
    beside = ("tags", "keywords", "categories", "image", "images", "thumbnail", "media")
    return _keys_of((*facts, *LANGUAGES, *MODIFIED, *KINDS, *READING_LIST, *beside)) - text_keys(names)


@lru_cache(maxsize=16)
def _keys_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(key_of, names))


def folded(item: Mapping[str, Any]) -> dict[str, Any]:
    """A record by the keys of its names; of several with one key the first that holds something."""
    out: dict[str, Any] = {}
    for name, value in item.items():
        if name == _KEPT:
            continue
        key = key_of(str(name))
        if out.get(key) in (None, "", [], {}):
            out[key] = value
    return out


def layers(item: Mapping[str, Any], depth: int = _DEEPEST) -> list[dict[str, Any]]:
    """A record and the objects in it that hold fields of the same record, outermost first, each by its keys."""
    out, todo = [], [item]
    while todo and depth:
        found = [folded(one) for one in todo]
        out += found
        todo = [value for one in todo for key, value in one.items() if holds_fields(str(key), value)]
        depth -= 1
    return out


def holds_fields(key: str, value: Any) -> bool:
    """Whether an object in a record holds fields of that record."""
    return isinstance(value, Mapping) and (key == _KEPT or key_of(key) in _INSIDE)


def values_of(found: list[dict[str, Any]], names: tuple[str, ...]) -> Iterator[Any]:
    """What the fields of some names hold, in the order of the names; `author.name` is a field inside another.

    A name that leads through a list leads through its first object.
    """
    ranks = _ranks(names)
    there = {rank for layer in found for key in ranks.keys() & layer.keys() for rank in ranks[key]}
    # A key with points may be the name of a field, or lead into others.
    there |= {rank for key, some in ranks.items() if "." in key for rank in some}
    for rank in sorted(there):
        key = key_of(names[rank])
        for layer in found:
            value = layer.get(key)
            if value is None and "." in key:
                value = _inside(layer, key.split("."))
            if value not in (None, "", [], {}):
                yield value


@lru_cache(maxsize=64)
def _ranks(names: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    """The places of some names in their order, by their keys."""
    out: dict[str, tuple[int, ...]] = {}
    for place, name in enumerate(names):
        out[key_of(name)] = (*out.get(key_of(name), ()), place)
    return out


def _inside(layer: Mapping[str, Any], parts: list[str]) -> Any:
    value: Any = layer
    for part in parts:
        while isinstance(value, list):
            value = next((one for one in value if isinstance(one, Mapping)), None)
        value = folded(value).get(part) if isinstance(value, Mapping) else None
    return value
