"""What records and tables call their fields: the names that programs give them, and the labels of the table."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.intake.labels import LabelRole, label_key, labels_of
from annotated_briefings.intake.model import FieldMap

_RECORDS: Mapping[str, str] = {
    "title": (
        "title headline post_title article_title news_title web_title resolved_title given_title "
        "display_title story_title book_title heading hed subject name headlines"
    ),
    "text": (
        "text body content article article_text article_body full_text fulltext full_content maintext "
        "main_text paragraphs content_text body_text post_content post_body plaintext raw_text cleaned_text "
        "clean_text story_text transcript story message content_markdown markdown selftext lexical beitrag "
        "brødtext"
    ),
    "teaser": (
        "lead_paragraph extract abstract description snippet excerpt summary selection trail_text standfirst "
        "teaser lead lede dek highlight highlights resume caption lead_szövege"
    ),
    "html": "html content_html body_html article_html html_content full_html content_encoded",
    "author": (
        "author authors byline creator dc_creator by writer reporter journalist author_name post_author "
        "published_by attributed_to book_author account user kirjailija"
    ),
    "outlet": (
        "outlet blog_name source publisher publication publication_name site site_name source_name "
        "source_title media_outlet media_name news_source feed_title website newspaper container_title "
        "source_domain domain domain_name origin provider medie"
    ),
    "published": (
        "published published_at publish_date date_published pubdate pub_date publication_date date_time_pub "
        "web_publication_date first_published_at first_publication_date published_on published_date date_publish "
        "published_time publish_time publication_day field_publish_date field_published_date field_publication_date "
        "field_published_at field_date_published publish_datetime published_datetime pub_datetime pub_time date_pub "
        "date_of_publication released_at release_date issued issued_at post_date_gmt post_date posted_at posted "
        "date datetime date_time date_gmt field_date seendate seen_date"
    ),
    "url": (
        "canonical_url resolved_url url link canonical permalink source_url web_url article_url post_url "
        "original_url page_url external_url given_url share_url web_link full_url main_entity_of_page href "
        "alternate uri guid id"
    ),
}
"""What programs call the fields of their records, likeliest first."""
_LAST: Mapping[str, str] = {"published": "created_utc date_created publication_time created created_at timestamp"}
"""Names that count where no label that people write does: a record was often made on another day."""
_LABELS = {
    "title": (LabelRole.TITLE,),
    "text": (LabelRole.TEXT,),
    "teaser": (LabelRole.SUMMARY,),
    "author": (LabelRole.AUTHOR, LabelRole.BY),
    "outlet": (LabelRole.OUTLET, LabelRole.PUBLISHER),
    "published": (LabelRole.PUBLISHED,),
    "url": (LabelRole.URL,),
}
"""The labels by which people name the same fields."""
_OTHERWISE = frozenset(("font",))
"""Labels that programs use for something else, as the key of a record."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    name: (
        *names.split(),
        *(
            one
            for one in labels_of(*_LABELS.get(name, ()))
            if one not in _OTHERWISE and bare_key(one) not in map(bare_key, _LAST.get(name, "").split())
        ),
        *_LAST.get(name, "").split(),
    )
    for name, names in _RECORDS.items()
}
"""What a field may be called, likeliest first; case, hyphens, underscores and blanks do not count."""
_NAMED_STANDFIRSTS = tuple(
    "standfirst custom_excerpt dek vorspann chapô chapo subheadline sub_headline subhead subtitle sub_title subheading "
    "deck lead lede "
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
LANGUAGES = (*"language lang locale inlanguage in_language langcode".split(), *labels_of(LabelRole.LANGUAGE))
"""What the field of a language is called."""
MODIFIED = (
    *"modified modified_at date_modified modified_time last_modified lastmod updated updated_at date_updated "
    "last_updated modified_gmt post_modified_gmt post_modified".split(),
    *labels_of(LabelRole.UPDATED),
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


@lru_cache(maxsize=16384)
def key_of(name: str) -> str:
    """A name without what people spell in several ways: `publishedAt` and `published_at` are one; points part "
    "names."""
    return ".".join(map(label_key, name.split(".")))


def known_keys(names: FieldNames) -> frozenset[str]:
    """The keys of all names that mean something to the reader of records."""
    usual = (STANDFIRSTS, LANGUAGES, MODIFIED, KINDS, tuple(READING_LIST), ("tags", "keywords", "image", "thumbnail"))
    return frozenset(key_of(name) for some in (*names.values(), *usual) for name in some)


_TEXTS = ("text", "html", "teaser")


def text_keys(names: FieldNames) -> frozenset[str]:
    """The keys of all names of texts: a record may have several, of which one is read."""
    return _text_keys(tuple(names.items()))


def fact_keys(names: FieldNames) -> frozenset[str]:
    """The keys of all other names that mean something to the reader of records, or to none."""
    return _fact_keys(tuple(names.items()))


@lru_cache(maxsize=16)
def _text_keys(names: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    texts = (name for field, some in names if field in _TEXTS for name in some)
    return frozenset(map(key_of, (*texts, *STANDFIRSTS)))


@lru_cache(maxsize=16)
def _fact_keys(names: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    facts = (name for field, some in names if field not in _TEXTS for name in some)
    return frozenset(map(key_of, (*facts, *LANGUAGES, *MODIFIED, *KINDS, *READING_LIST))) - _text_keys(names)


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
    ranks, pointed = _ranks(names)
    there = {rank for layer in found for key in ranks.keys() & layer.keys() for rank in ranks[key]}
    for rank in sorted(there | pointed):
        key = key_of(names[rank])
        for layer in found:
            value = layer.get(key)
            if value is None and "." in key:
                value = _inside(layer, key.split("."))
            if value not in (None, "", [], {}):
                yield value


@lru_cache(maxsize=64)
def _ranks(names: tuple[str, ...]) -> tuple[dict[str, tuple[int, ...]], frozenset[int]]:
    """The places of some names in their order, by their keys; and the places of keys with points, which may be the name
    of a field, or lead into others."""
    out: dict[str, tuple[int, ...]] = {}
    for place, name in enumerate(names):
        out[key_of(name)] = (*out.get(key_of(name), ()), place)
    return out, frozenset(rank for key, some in out.items() if "." in key for rank in some)


def _inside(layer: Mapping[str, Any], parts: list[str]) -> Any:
    value: Any = layer
    for part in parts:
        while isinstance(value, list):
            value = next((one for one in value if isinstance(one, Mapping)), None)
        value = folded(value).get(part) if isinstance(value, Mapping) else None
    return value
