"""The settings of a site: the table of them, and how each is read."""

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Lookup
from typing import Any
from zoneinfo import ZoneInfo

from annotated_briefings.base.config.collected import day_order, thousandths
from annotated_briefings.base.config.contact import read_contact
from annotated_briefings.base.config.feeds import FEED, FEEDS
from annotated_briefings.base.config.hosting import HOST
from annotated_briefings.base.config.model import PARTS, Config
from annotated_briefings.base.config.other_names import OTHER_NAMES
from annotated_briefings.base.config.own_address import read_base_url, read_id_host
from annotated_briefings.base.config.published import PUBLISH_FILES
from annotated_briefings.base.diagnostics import Code, Diagnostic, Ignored, Severity, did_you_mean, report
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.field_kinds import (
    ADDRESS,
    FLAG,
    LANGUAGE,
    MANY,
    TEXT,
    TEXTS,
    count_kind,
    group,
    read_language,
    read_text,
)
from annotated_briefings.base.yaml.field_table import (
    Field,
    Kind,
    Table,
    TextUse,
    one_line,
    read_entry,
    with_other_names,
)
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.nodes import Mapping
from annotated_briefings.base.yaml.reader import read_yaml

RECORD_FIELDS = ("title", "text", "html", "author", "outlet", "published", "url")
"""What collected records may state of an article."""
_DATE = "date"
"""What briefs call ``published``."""
_FOLD = {"type": "number", "exclusiveMinimum": 0, "maximum": 1}

_DEFAULT = Config()


def read_config(source: Source, codes: Lookup[str, Code]) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a site.yaml, and what is wrong with it; what cannot be used gets its default.

    ``codes`` are all codes of diagnostics, those that ``check:`` may name."""
    node, found = read_yaml(source, source.text, keys=frozenset(field.name for field in SETTINGS))
    if node is None:
        return Config(), found
    if not isinstance(node, Mapping):
        place = Place(source.path, node.line, node.column)
        help_text = "write one setting a line, such as `title: My briefings`"
        return Config(), (
            *found,
            report("config", "the settings must be keys and values", place, help=help_text, source=source),
        )
    fields = Fields(source, node, list(found))
    return Config(**read_entry(SETTINGS, fields, codes)), tuple(fields.found)


def _text(fields: Fields, field: Field, _: object) -> str:
    return fields.text(field.name, getattr(_DEFAULT, field.name))


def _word(fields: Fields, field: Field, _: object) -> str:
    return fields.word(field.name, getattr(_DEFAULT, field.name))


def _language(fields: Fields, field: Field, _: object) -> str:
    return read_language(fields, field, _) or _DEFAULT.language


def _count(fields: Fields, field: Field, _: object) -> int:
    return fields.number(field.name, getattr(_DEFAULT, field.name))


def _at_least_one(fields: Fields, field: Field, _: object) -> int:
    return max(1, _count(fields, field, _))


def _flag(fields: Fields, field: Field, _: object) -> bool:
    return fields.flag(field.name, getattr(_DEFAULT, field.name))


def _leave_out(fields: Fields, field: Field, _: object) -> tuple[str, ...]:
    wanted = fields.texts(field.name, words=True)
    for part in wanted:
        if part not in PARTS:
            fields.report(
                "config",
                f"`{part}` is no part of the output that can be left out",
                fields.place(field.name),
                did_you_mean(part, PARTS) or f"the parts are {', '.join(PARTS)}",
            )
    return tuple(part for part in PARTS if part in wanted)


def _check(fields: Fields, field: Field, codes: Lookup[str, Code]) -> Ignored:
    """The codes under ``check:`` that are ignored, everywhere and per path."""
    outer = fields.inner(field.name)
    if outer is None:
        return Ignored()
    everywhere = tuple(_ignorable(outer, outer.placed_texts("ignore", words=True), codes))
    inner = outer.inner("per_path")
    patterns = [key.text for key, _ in inner.mapping.pairs] if inner else []
    per_path = (
        tuple((p, tuple(_ignorable(inner, inner.placed_texts(p, words=True), codes))) for p in patterns)
        if inner
        else ()
    )
    outer.finish()
    return Ignored(everywhere, per_path)


def _ignorable(fields: Fields, names: Iterable[tuple[str, Place]], codes: Lookup[str, Code]) -> Iterator[str]:
    """Those of some codes that may be ignored; of others, it is reported why not."""
    for name, place in names:
        known = codes.get(name)
        if known is None:
            remedy = did_you_mean(name, codes) or "`briefings explain` lists all codes"
            fields.report("config", f"there is no diagnostic `{name}`", place, remedy)
        elif known.severity is Severity.ERROR:
            message = f"`{name}` is an error, and errors cannot be ignored"
            fields.report("config", message, place, "take it out; only warnings and hints can be ignored")
        else:
            yield name


def _import(fields: Fields, field: Field, _: object) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], int, str]:
    """What is under ``import:``: the map of fields, the least likeness of copies, and the order of days in figures."""
    outer = fields.inner(field.name)
    if outer is None:
        return (), 0, ""
    inner = outer.inner("fields")
    out = tuple((name, _theirs(inner, name)) for name in RECORD_FIELDS) if inner else ()
    for key, __ in inner.mapping.pairs if inner else ():
        if inner and key.text not in (*RECORD_FIELDS, _DATE):
            # An import would go on without what the map was written for, and not look at these records again.
            inner.texts(key.text)
            place = Place(inner.source.path, key.line, key.column, len(key.text))
            inner.report(
                "config",
                f"`{key.text}` is no field of an article",
                place,
                did_you_mean(key.text, RECORD_FIELDS) or "name " + ", ".join(f"`{f}`" for f in RECORD_FIELDS),
            )
    fold_from, order = thousandths(outer, "fold_from"), day_order(outer, "day_order")
    for read in (inner, outer):
        if read:
            read.finish()
    return tuple((name, theirs) for name, theirs in out if theirs), fold_from, order


def _theirs(fields: Fields, name: str) -> tuple[str, ...]:
    """What records call a field; the day may be called as briefs call it."""
    return (*fields.texts(name), *(fields.texts(_DATE) if name == "published" else ()))


def _time_zone(fields: Fields, field: Field, _: object) -> tuple[str, str]:
    text = fields.word(field.name, "UTC")
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        fields.report(
            "config",
            f"`{text}` is no time zone this machine knows",
            fields.place(field.name),
            "use an IANA name such as `Europe/Berlin`",
        )
        return "UTC", ""
    return text, text if fields.has(field.name) else ""


_TEXT = replace(TEXT, read=_text)
_COUNT = count_kind({"type": "integer", "minimum": 1}, _count)
_FLAG = replace(FLAG, read=_flag)
_NO = TextUse.NO
_NAMES: Table = tuple(Field(name, TEXTS, _NO, "what records call it", name) for name in (*RECORD_FIELDS, _DATE))
_IMPORT: Table = (
    Field("fields", group(read_text), _NO, "what collected JSON calls its fields", inner=_NAMES),
    Field(
        "fold_from",
        Kind("a share of 1", read_text, lambda _: dict(_FOLD), "number", one_line),
        _NO,
        "least likeness from which a text is folded into another; 1 for equal ones",
        "0.9",
    ),
    Field(
        "day_order",
        Kind("dmy or mdy", read_text, lambda _: {"enum": ["dmy", "mdy"]}, "text", one_line),
        _NO,
        "order of collected dates such as 05/04/2026 that nothing else tells",
        "dmy",
    ),
)
_CODES_BY_PATH: dict[str, Any] = {"type": "object", "additionalProperties": MANY}
_CHECK: Table = (
    Field("ignore", TEXTS, _NO, "codes of warnings and hints that are not shown", "[undated]"),
    Field(
        "per_path",
        Kind("patterns of paths with lists", read_text, lambda _: dict(_CODES_BY_PATH), "text", one_line),
        _NO,
        "pattern of paths, such as briefings/2023/*, to codes not shown there",
        '{"briefings/2023/*": [no-summary]}',
    ),
)
SETTINGS: Table = with_other_names(
    (
        Field("title", _TEXT, TextUse.TEXT, "name of the site", "Harbour Briefings"),
        Field("description", _TEXT, TextUse.TEXT, "one sentence for search results", "News of the harbour."),
        Field(
            "base_url",
            replace(ADDRESS, read=read_base_url),
            _NO,
            "where the site will be served",
            '"https://harbour.example"',
        ),
        HOST,
        Field(
            "id_host",
            replace(TEXT, read=read_id_host),
            _NO,
            "the host in the ids of feeds (default: that of `base_url`); name the first one when the site moves",
            "harbour.example",
        ),
        Field("language", replace(LANGUAGE, read=_language), _NO, "language tag, such as en or de", "de"),
        Field(
            "time_zone",
            replace(TEXT, read=_time_zone),
            _NO,
            "time zone, such as Europe/Berlin; times that name no zone are in it",
            "Europe/Berlin",
            fills=("time_zone", "written_zone"),
        ),
        Field("editor", _TEXT, TextUse.NAME, "who publishes the site", "Harbour News Desk"),
        Field("footer", _TEXT, TextUse.TEXT, "a line for the foot of every page", "Written by hand."),
        Field(
            "contact",
            replace(TEXT, read=read_contact),
            TextUse.NAME,
            "where readers tell of a mistake: a mail address, or a web address with `{title}` and `{url}` of the brief",
            "desk@harbour.example",
        ),
        Field("subscribe_url", ADDRESS, _NO, "where readers subscribe by mail", "https://harbour.example/mail"),
        Field("home_briefs", _COUNT, _NO, "briefs on the front page", "10"),
        Field("feed_briefs", _COUNT, _NO, "briefs in a feed", "40"),
        Field(
            "topic_feed_from",
            replace(_COUNT, read=_at_least_one),
            _NO,
            "from how many briefs on an entity, a tag or a person has feeds",
            "3",
        ),
        Field("list_length", replace(_COUNT, read=_at_least_one), _NO, "entries on a page of a long list", "60"),
        Field("search", _FLAG, _NO, "whether there is a search page", "false"),
        Field("news_sitemap", _FLAG, _NO, "whether there is a sitemap of the last two days' briefs", "true"),
        Field("social_images", _FLAG, _NO, "whether each brief gets a picture for other sites", "false"),
        Field("social_font", _TEXT, _NO, "font file under static/ for these pictures", "fonts/a.ttf"),
        Field(
            "leave_out",
            Kind(
                "a list of parts",
                _leave_out,
                lambda field: {"type": ["array", "string"], "items": {"enum": list(field.choices)}},
                "lines",
                TEXTS.write,
            ),
            _NO,
            "parts of the output that are not made",
            "[markdown]",
            choices=PARTS,
        ),
        PUBLISH_FILES,
        Field(
            "editor_url",
            _TEXT,
            _NO,
            "address that opens a file from the preview, such as vscode://file/{path}:{line}",
            '"vscode://file/{path}:{line}"',
        ),
        Field("check", group(_check), _NO, "which warnings and hints are not shown", inner=_CHECK),
        Field("feeds", FEEDS, _NO, "feeds that `briefings import --feeds` fetches", inner=FEED),
        Field(
            "import",
            group(_import),
            _NO,
            "how collected files are read",
            fills=("import_fields", "fold_from", "day_order"),
            inner=_IMPORT,
        ),
    ),
    OTHER_NAMES,
)
"""All settings of a site."""
