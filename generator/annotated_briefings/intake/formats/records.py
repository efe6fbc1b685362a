"""JSON and JSON Lines: one object an article, with fields named as people name them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.html_comments import outside_comments
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.source import Place
from annotated_briefings.intake.formats.markup import html_paragraphs
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.held import read_marks

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name", "subject"),
    "text": (
        "text",
        "body",
        "content",
        "article",
        "article_text",
        "full_text",
        "fulltext",
        "maintext",
        "paragraphs",
        "content_text",
        "description",
        "summary",
    ),
    "html": ("html", "content_html", "body_html"),
    "author": ("author", "authors", "byline", "creator", "by"),
    "outlet": ("outlet", "source", "publisher", "publication", "site", "site_name", "domain", "source_name"),
    "published": (
        "published",
        "date",
        "published_at",
        "publish_date",
        "date_published",
        "pubdate",
        "pub_date",
        "publication_date",
        "datetime",
        "created",
        "created_at",
        "timestamp",
    ),
    "url": ("url", "link", "canonical", "permalink", "uri", "source_url", "web_url"),
}
"""What a field may be called, likeliest first."""


_NAMES = (
    "name",
    "title",
    "full_name",
    "fullname",
    "display_name",
    "displayname",
    "person",
    "persons",
    "original",
    "text",
)
_FIRST, _LAST = ("firstname", "first_name", "given_name"), ("lastname", "last_name", "family_name", "surname")
"""What the parts of an object that names somebody are called."""
_TAG = re.compile(
    r"<(?:p|br|div|span|a|b|i|u|em|del|s|strike|dialog|strong|small|sup|sub|img|ul|ol|li|h[1-6]|table|blockquote|font|template)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|div|ul|ol|h[1-6]|table|blockquote)\b", re.IGNORECASE)
"""Marks of HTML in a text, and of HTML that says itself where its paragraphs are."""
LANGUAGES = ("language", "lang", "locale", "inlanguage", "in_language")
"""What the field of a language is called."""
MODIFIED = (
    "modified",
    "modified_at",
    "date_modified",
    "modified_time",
    "last_modified",
    "lastmod",
    "updated",
    "updated_at",
    "date_updated",
    "last_updated",
)
"""What the field of the last change is called."""

FieldNames = Mapping[str, tuple[str, ...]]
FieldMap = tuple[tuple[str, tuple[str, ...]], ...]
"""What a site calls the fields of its records: our name of a field and theirs, which win over ``FIELDS``."""


def read_records(
    name: str, text: str, own: FieldMap = (), first: int = 1
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The articles of a JSON array, of an object that holds one, or of JSON Lines."""
    found: list[Diagnostic] = []
    documents: list[RawDocument] = []
    names = {field: (*dict(own).get(field, ()), *usual) for field, usual in FIELDS.items()}
    for line, item in _objects(name, text, names, first, found):
        where = f"{name}#{line}"
        document = _document(where, item, names)
        if document is None:
            found.append(
                report(
                    "no-article",
                    "the entry holds no text",
                    Place(where),
                    help="call the field of the text `text`, `body` or `content`, or map it in site.yaml:"
                    " `import: {fields: {text: its-name}}`",
                )
            )
        else:
            documents.append(document)
    return tuple(documents), tuple(found)


def _objects(
    name: str, text: str, names: FieldNames, first: int, found: list[Diagnostic]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Numbered objects: places in an array, or lines of JSON Lines."""
    try:
        whole = read_json(text)
    except ValueError:
        for number, line in enumerate(text.split("\n"), first):
            if line.strip():
                try:
                    item = read_json(line)
                except ValueError as error:
                    found.append(
                        report(
                            "broken-record",
                            f"the line is not JSON: {error}",
                            Place(name, number, 1),
                            help="correct or delete the line; the others are imported",
                        )
                    )
                    continue
                if isinstance(item, dict):
                    yield number, item
                else:
                    remedy = 'write an article as `{"title": ..., "text": ...}`; the others are imported'
                    found.append(report("broken-record", "the line is no object", Place(name, number, 1), help=remedy))
        return
    if isinstance(whole, dict):
        lists = [v for v in whole.values() if isinstance(v, list) and v and all(isinstance(i, dict) for i in v)]
        whole = max(lists, key=len) if lists and not _pick(whole, names["text"]) else [whole]
    if isinstance(whole, list):
        yield from ((number, item) for number, item in enumerate(whole, first) if isinstance(item, dict))


def _pick(item: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """The first field of some names that holds something; `author.name` is a field inside another."""
    folded = _folded(item)
    for name in names:
        value: Any = folded
        for part in _key(name).split("."):
            value = _folded(value).get(part) if isinstance(value, Mapping) else None
        value = folded.get(_key(name)) if value is None else value
        if value not in (None, "", [], {}):
            return value
    return None


def _folded(item: Mapping[str, Any]) -> dict[str, Any]:
    return {_key(str(key)): value for key, value in item.items()}


def _key(name: str) -> str:
    """A name without what people spell in several ways: `publishedAt` and `published_at` are one; points part names."""
    return ".".join(map(bare_key, name.split(".")))


def _words(value: Any) -> str:
    """A name out of what JSON may hold: a text, an object with a name, or a list of them, parted by semicolons."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_words, value)))
    if isinstance(value, dict):
        held = _folded(value)
        first, last = (next((held[k] for k in keys if held.get(k)), "") for keys in (_FIRST, _LAST))
        named = next((held[key] for key in _NAMES if held.get(key)), None)
        return _words(named) if named is not None else _words(f"{_words(first)} {_words(last)}".strip())
    return " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""


def day_or_moment(text: str) -> str:
    """A date or time that briefs understand, or empty: a time without a zone counts as a day."""
    return text if read_when(text) else text[:10] if read_when(text[:10]) else ""


def _document(where: str, item: Mapping[str, Any], names: FieldNames) -> RawDocument | None:
    html, text = _pick(item, names["html"]), _pick(item, names["text"])
    if isinstance(text, list):
        text = "\n".join(_words(part) for part in text)
    if isinstance(text, str):
        text = without_tool_comments(text)
    if isinstance(text, str) and not html and _TAG.search(text):
        text = "".join(outside_comments(text))
        blocks = _BLOCK.search(text) is not None
        html = text if blocks else "".join(f"<p>{line}</p>" for line in text.split("\n"))
    paragraphs: tuple[Paragraph, ...] = ()
    if isinstance(html, str):
        paragraphs = html_paragraphs(html)
    elif isinstance(text, str):
        parts = (" ".join(line.split()) for line in text.split("\n"))
        paragraphs = tuple(Paragraph(part, 0, 0) for part in parts if part)
    if not paragraphs:
        return None
    date, modified = (
        day_or_moment(_words(_pick(item, keys)).replace("Z", "+00:00")) for keys in (names["published"], MODIFIED)
    )
    url = _words(_pick(item, names["url"]))
    title, author, outlet = (_words(_pick(item, names[field])) for field in ("title", "author", "outlet"))
    mark = read_marks(item.items(), frozenset(names["published"]))
    given = Given(title, author, outlet, date, url, _words(_pick(item, LANGUAGES)), mark.held, mark.embargo, modified)
    return RawDocument(where, paragraphs, "json", True, given)
