"""The briefs of a site, and the pages of its own, parsed; what an earlier run has parsed comes from the cache."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.names import same_file
from annotated_briefings.base.regex import regex
from annotated_briefings.base.site_files import BRIEF as BRIEF_FILE
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.model import Brief
from annotated_briefings.content.own_page import SitePage, parse_page
from annotated_briefings.content.parse import attempt_brief, parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo, Steps
from annotated_briefings.engine.processors import default_jobs
from annotated_briefings.project.load import Loaded, is_page
from annotated_briefings.site.model.catalog import Catalog, build_catalog, is_public
from annotated_briefings.site.routes.taken import taken_by
from annotated_briefings.site.urls import page_url


class ParseOptions(Value):
    """What the settings of a site say about the reading of its briefs."""

    keep_markdown: bool
    """Whether the text is kept as it was written."""
    zone: str
    """IANA name of the zone of times that name none; empty where they must name one."""
    language: str
    """Language of the briefs that name none."""


class Parsed(Value):
    """One file of a brief."""

    source: Source
    """Its text."""
    reading: ParseOptions
    """How it was read."""
    brief: Brief | None
    """Its facts; None where it has an error that leaves nothing safe to use."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""


def parse_options(config: Config) -> ParseOptions:
    """What some settings say about the reading of briefs."""
    return ParseOptions(config.makes("markdown"), config.written_zone, config.language)


def parse_one(reading: ParseOptions, source: Source) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    """The facts of a brief and what is wrong with it.

    Only the Markdown copies of briefs need the Markdown itself: without it a brief takes a fifth less memory.
    """
    brief, found = parse_brief(source, reading.zone, reading.language)
    if brief is None or reading.keep_markdown:
        return brief, found
    return replace(brief, body=replace(brief.body, source="")), found


def parse_text(config: Config, source: Source) -> Brief | None:
    """The text of a brief or a page from its file; None for one with an error."""
    reading = parse_options(config)
    if not is_page(source.path):
        return parse_one(reading, source)[0]
    page, found = parse_page(source, reading.zone, reading.language)
    return None if any(one.severity is Severity.ERROR for one in found) else page.text


def parse_briefs(
    loaded: Loaded, steps: Steps, known: Mapping[str, Parsed] = MappingProxyType({})
) -> tuple[Parsed, ...]:
    """Every brief of a site, drafts too, by path. ``known`` holds files that are parsed already, by path: one with the
    same text, read in the same way, is not parsed again."""
    reading = parse_options(loaded.config)
    todo = [
        s
        for s in loaded.briefs
        if (before := known.get(s.path)) is None or (before.source, before.reading) != (s, reading)
    ]
    results = steps.map("parse", parse_one, reading, todo, lambda source: (source, reading))
    fresh = {source.path: Parsed(source, reading, *result) for source, result in zip(todo, results, strict=True)}
    return tuple(fresh.get(source.path) or known[source.path] for source in loaded.briefs)


class OwnPages(Value):
    """The pages of a site's own."""

    pages: tuple[SitePage, ...]
    """Those without an error, drafts too, by path."""
    broken: tuple[Brief, ...]
    """What could be read of the others, as far as it may not be meant for the public."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with them."""


def parse_pages(loaded: Loaded, files: Collection[str], now: datetime, last: Iterable[SitePage] = ()) -> OwnPages:
    """Every page of the site's own. ``files`` are the paths under which static files are published; a page that has an
    error now stays as it is among the ``last`` ones."""
    reading, kept = parse_options(loaded.config), {page.text.path: page for page in last}
    pages: dict[str, SitePage] = {}
    broken: list[Brief] = []
    found: list[Diagnostic] = []
    for source in loaded.pages:
        page, diagnostics = parse_page(source, reading.zone, reading.language)
        diagnostics = (*diagnostics, *_no_address(page.text, files, (other.text for other in pages.values())))
        found += diagnostics
        if any(one.severity is Severity.ERROR for one in diagnostics):
            if _may_be_held(Parsed(source, reading, None, diagnostics)) or not is_public(page.text, now):
                broken.append(page.text)
            if source.path not in kept:
                continue
            page = kept[source.path]
        pages[source.path] = page
    return OwnPages(tuple(pages.values()), tuple(broken), tuple(found))


def _no_address(page: Brief, files: Collection[str], others: Iterable[Brief]) -> Iterator[Diagnostic]:
    """Why a page cannot have the address of its name."""
    same = next((other.path for other in others if same_file(other.slug) == same_file(page.slug)), "")
    taken = f"{same} is" if same else taken_by(page.slug, files)
    if taken:
        there = f"where {taken}" if same else f"which belongs to {taken}"
        yield report(
            "taken-address",
            f"the page `{page.path}` would have the address `{page_url(page.slug)}`, {there}",
            Place(page.path),
            help="give the file another name; the page is left out until then",
        )


def parse_all(root: Path, loaded: Loaded) -> tuple[Parsed, ...]:
    """Every brief, drafts too, by path, with the cache of the site."""
    with Store(root / ".cache") as store:
        return parse_briefs(loaded, Memo(store, jobs=default_jobs()))


def catalog_of(parsed: Iterable[Parsed], loaded: Loaded, now: datetime | None = None) -> Catalog:
    """The catalog of all briefs, drafts too, or of those that are public at a moment."""
    briefs = (one.brief for one in parsed if one.brief and (now is None or is_public(one.brief, now)))
    return build_catalog(
        briefs,
        parse_entities(loaded.entities)[0],
        parse_tags(loaded.tags)[0],
        parse_stories(loaded.stories)[0],
        language=loaded.config.language,
    )


_HOLDS = regex(rf"\s*[\"']?(?:{'|'.join(field.name for field in BRIEF if field.holds_back)})[\"']?\s*:")
"""A line of front matter whose value decides whether a brief is public."""


def held_by_error(parsed: Iterable[Parsed], now: datetime) -> tuple[Brief, ...]:
    """What could be read of briefs that an error leaves out and that may not be meant for the public: where the error
    is in what holds a brief back, and where that holds it back besides the error."""
    broken = (one for one in parsed if one.brief is None)
    tried = ((one, attempt_brief(one.source, one.reading.zone, one.reading.language)[0]) for one in broken)
    return tuple(brief for one, brief in tried if brief and (_may_be_held(one) or not is_public(brief, now)))


def left_out_files(
    parsed: Iterable[Parsed], broken: Iterable[Diagnostic], held: Iterable[Brief]
) -> Iterator[tuple[str, Brief | None, str]]:
    """The files of briefs that an error leaves out and nothing holds back: paths, what could be read of each, and why
    it is left out; ``broken`` are the errors of files that could not be read at all."""
    known = {brief.path for brief in held}
    for one in parsed:
        if one.brief is None and one.source.path not in known:
            brief = attempt_brief(one.source, one.reading.zone, one.reading.language)[0]
            yield one.source.path, brief, "it has errors" if one.source.text.strip() else "it is empty"
    for found in broken:
        if found.severity is Severity.ERROR and found.place.path.endswith(BRIEF_FILE):
            yield found.place.path, None, "it cannot be read"


def _may_be_held(broken: Parsed) -> bool:
    lines = ["", *broken.source.text.split("\n")]
    errors = (found for found in broken.diagnostics if found.severity is Severity.ERROR)
    return any(found.code == "hold-back" or _HOLDS.match(lines[found.place.line]) for found in errors)


def briefs_of(parsed: tuple[Parsed, ...]) -> Iterator[tuple[Source, Brief]]:
    """The briefs that could be read, with their files."""
    for one in parsed:
        if one.brief is not None:
            yield one.source, one.brief
