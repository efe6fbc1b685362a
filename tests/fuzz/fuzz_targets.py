"""What must take any bytes: a target returns, or something in it is broken."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz_seeds import REGISTRY

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.patch import Append, Set, patch_yaml
from annotated_briefings.content.frontmatter import patch_front_matter
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.intake.cleaning.days import OPEN
from annotated_briefings.intake.decisions import Decisions, read_decisions
from annotated_briefings.intake.foreign_notes import Unreadable, read_notes
from annotated_briefings.intake.formats.kinds import FORMATS, format_named
from annotated_briefings.intake.ledger import read_ledger, read_lines
from annotated_briefings.intake.reading import Piece, read_batch
from annotated_briefings.output.assets import plan_assets
from annotated_briefings.output.render import PageRenderer, page_renderer
from annotated_briefings.output.templates import TemplateSet
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.settings import read_settings
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.mentions import collect_names, find_mentions
from annotated_briefings.site.model.relations import connect, listed
from annotated_briefings.site.routes import find_page, site_view, words_of

NOW = datetime(2026, 5, 1, tzinfo=UTC)


@lru_cache(maxsize=1)
def _site() -> Loaded:
    with TemporaryDirectory() as folder:
        create_site(Path(folder))
        return load_site(Path(folder))


def _facts(found: Brief) -> SiteContext:
    """A site of one brief."""
    loaded = _site()
    entities, _ = parse_entities(Source("briefings/entities.yaml", REGISTRY))
    catalog = build_catalog([found], entities, (), ())
    mentions = {
        b.slug: find_mentions(b.body.text, collect_names(catalog.entities), listed(catalog, b)) for b in catalog.briefs
    }
    return SiteContext(catalog, connect(catalog, mentions), loaded.config, NOW, True, loaded.words)


def _renderer(context: SiteContext) -> PageRenderer:
    loaded = _site()
    _, assets = plan_assets(loaded.static, loaded.replaced)
    return page_renderer(TemplateSet((), loaded.shipped), site_view(context, __version__), assets, "/")


def _source(path: str, data: bytes) -> Source:
    return Source(path, data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n"))


def brief(data: bytes) -> None:
    """Front matter and Markdown, and every page that shows the brief."""
    source = _source("briefings/a.md", data)
    body = read_markdown(source, source.text)
    for block in body.blocks:
        assert body.text[block.start : block.end] == block.text
    assert "<script" not in body.html
    found, diagnostics = parse_brief(source)
    for diagnostic in diagnostics:
        show(diagnostic)
    if found:
        context = _facts(found)
        page = find_page(context, f"briefs/{found.slug}/index.html", ())
        assert page is not None
        output, wrong = _renderer(context).render(page, words_of(context, page))
        assert output is not None, wrong
        assert b"<script>" not in output.data


def lists(data: bytes) -> None:
    """Settings, entities, tags and stories."""
    for read in (read_settings, parse_entities, parse_tags, parse_stories):
        for diagnostic in read(_source("site.yaml", data))[1]:
            show(diagnostic)
    collect_names(parse_entities(_source("briefings/entities.yaml", data))[0])


def decisions(data: bytes) -> None:
    """Editors' decisions."""
    for diagnostic in read_decisions(_source("briefings/decisions.yaml", data))[1]:
        show(diagnostic)


def ledger(data: bytes) -> None:
    """What was imported before."""
    for diagnostic in read_ledger(read_lines("briefings/imports.jsonl", data.splitlines(keepends=True)))[1]:
        show(diagnostic)


def notes(data: bytes) -> None:
    """Notes of other tools."""
    with suppress(Unreadable):
        read_notes(data)


def patch(data: bytes) -> None:
    """Small changes of YAML: made as asked, or not made."""
    text = _source("a.md", data).text
    patched = patch_front_matter(text, [Set(("draft",), False)])
    if patched is not None:
        found, _ = parse_brief(Source("briefings/a.md", patched))
        assert found is None or not found.draft
    patch_yaml(text, [Append(("vessby", "aliases"), ("x: y",))])


def collected(kind: str, data: bytes) -> None:
    """A file of one format, from its bytes to its articles."""
    name = f"a{format_named(kind).endings[0]}"
    read_batch(((Piece(name, data, kind), Piece(name, data)), Decisions(), (), OPEN))


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "brief": brief,
    "lists": lists,
    "decisions": decisions,
    "ledger": ledger,
    "notes": notes,
    "patch": patch,
} | {f"import-{kind}": partial(collected, kind) for kind in FORMATS}
