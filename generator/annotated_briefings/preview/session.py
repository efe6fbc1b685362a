"""A site held in memory for its preview: a saved file is read alone, and a page is drawn when somebody looks at it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from glob import escape
from threading import Lock, RLock

from annotated_briefings import __version__
from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import Diagnostic, Ignored, Severity, sort_key
from annotated_briefings.base.site_files import INCOMING
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.build.search_index import SearchFailed, build_index
from annotated_briefings.build.social_cards import (
    font_faults,
    measured,
    picture_font,
    picture_job,
    pictured,
)
from annotated_briefings.content.model import Brief, Entity, Story, Tag
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.registry import parse_entities, parse_stories, parse_tags
from annotated_briefings.output.assets import Asset, plan_assets
from annotated_briefings.output.images import is_picture
from annotated_briefings.output.render import page_renderer
from annotated_briefings.output.social_cards import draw_card
from annotated_briefings.output.templates import TemplateSet
from annotated_briefings.preview.page_links import page_broken_links
from annotated_briefings.preview.request import Drawn, SessionRequest
from annotated_briefings.project.briefs import Parsed, parse_all
from annotated_briefings.project.load import Loaded, load_site
from annotated_briefings.project.receipts import prove
from annotated_briefings.site.checks.table import check_catalog
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.search_records import search_records
from annotated_briefings.site.exports.social_picture import PictureView
from annotated_briefings.site.model.catalog import build_catalog, is_public
from annotated_briefings.site.model.mentions import NOBODY, Mention, Names, collect_names, find_mentions
from annotated_briefings.site.model.relations import connect, listed
from annotated_briefings.site.routes import find_page, site_view, words_of
from annotated_briefings.storage.files import read_tree
from annotated_briefings.storage.static_files import Digests, content_of

_NOTHING = b'<!doctype html><html lang="en"><head><title>Not drawn</title></head><body><p>Not drawn.</p></body></html>'


@dataclass
class Session:
    """The facts of a site and what was drawn from them; safe to use from several threads."""

    request: SessionRequest
    lock: RLock = field(default_factory=RLock)
    _settling: Lock = field(default_factory=Lock)
    diagnostics: tuple[Diagnostic, ...] = ()
    """Everything that is wrong, by place."""
    version: int = 0
    """Grows with every change of a file that the site is made of."""
    _loaded: Loaded | None = None
    _parsed: dict[str, Parsed] = field(default_factory=dict)
    _good: dict[str, Brief] = field(default_factory=dict)
    _mentions: dict[str, tuple[tuple[object, ...], tuple[Mention, ...]]] = field(default_factory=dict)
    _registry: tuple[Source, Source, Source] | None = None
    _declared: tuple[Entity, ...] = ()
    _tags: tuple[Tag, ...] = ()
    _stories: tuple[Story, ...] = ()
    _names: Names = NOBODY
    _registry_found: tuple[Diagnostic, ...] = ()
    _context: SiteContext | None = None
    _digests: Digests = field(default_factory=Digests)
    _assets: Mapping[str, Asset] = field(default_factory=dict)
    _asset_map: tuple[tuple[str, str], ...] = ()
    _sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    _measured: Mapping[str, tuple[int, int] | None] = field(default_factory=dict)
    _drawn: dict[str, Drawn] = field(default_factory=dict)
    _last_good: dict[str, Drawn] = field(default_factory=dict)
    _failures: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    _dangling: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    _index: Mapping[str, Drawn] = field(default_factory=dict)

    def open(self, now: datetime) -> None:
        """Read the whole site."""
        loaded = load_site(self.request.root, self._digests)
        if loaded == self._loaded and self._context is not None:
            return
        known = self._parsed
        missing = tuple(
            source for source in loaded.briefs if source.path not in known or known[source.path].source != source
        )
        fresh = {one.source.path: one for one in parse_all(self.request.root, replace(loaded, briefs=missing))}
        with self.lock:
            self.version += loaded != self._loaded
            self._loaded = loaded
            self._parsed = {s.path: fresh.get(s.path) or known[s.path] for s in loaded.briefs}
            unread = {d.place.path for d in loaded.diagnostics if d.severity is Severity.ERROR}
            kept = {path: brief for path, brief in self._good.items() if path in unread}
            best = ((path, self._best(path, one.brief)) for path, one in self._parsed.items())
            self._good = kept | {path: brief for path, brief in best if brief}
            assets, self._asset_map = plan_assets(loaded.static, loaded.replaced)
            self._sizes = self._sizes_of(assets)
            self._assets = {asset.path: asset for asset in assets}
        while not self.settle(now):
            continue

    def _sizes_of(self, assets: Iterable[Asset]) -> dict[str, tuple[int, int]]:
        """Width and height of the pictures among some files; those that are known are not opened."""
        pictures = [asset for asset in assets if is_picture(asset.path)]
        before = self._measured
        self._measured = {
            asset.digest: before[asset.digest] if asset.digest in before else measured(None, asset.file)
            for asset in pictures
        }
        return {asset.path: size for asset in pictures if (size := self._measured[asset.digest])}

    def _best(self, path: str, brief: Brief | None) -> Brief | None:
        """The brief of a file; while the file is broken, what it was before."""
        return brief or self._good.get(path)

    def update(self, paths: Iterable[str], now: datetime) -> bool:
        """Take in changed files, by path from the site folder; whether ``settle`` has still to follow.

        A brief that keeps its address is shown at once. Everything else reads the site again.
        """
        changed = set(paths)
        if self._context is None or not all(self._is_known_brief(path) for path in changed):
            self.open(now)
            return False
        sources, found = read_tree(self.request.root, map(escape, sorted(changed)))
        if found or {source.path for source in sources} != changed:
            self.open(now)
            return False
        with self.lock:
            for source in sources:
                if self._parsed[source.path].source != source:
                    self._take(source, now)
        return True

    def _is_known_brief(self, path: str) -> bool:
        return path in self._parsed and not path.endswith(INCOMING)

    def _take(self, source: Source, now: datetime) -> None:
        """Put one edited brief in its place; pages of others follow with ``settle``."""
        self.version += 1
        if self._loaded:
            briefs = tuple(source if known.path == source.path else known for known in self._loaded.briefs)
            self._loaded = replace(self._loaded, briefs=briefs)
        brief, found = parse_brief(source)
        self._parsed[source.path] = Parsed(source, brief, found)
        others = (d for d in self.diagnostics if d.place.path != source.path)
        self.diagnostics = self._listed({*others, *found})
        old, context = self._good.get(source.path), self._context
        if brief is None:
            return
        self._good[source.path] = brief
        slug = brief.slug
        here = old is not None and context is not None and context.catalog.brief_of.get(old.slug) is old
        if context is None or old is None or not here or old.slug != slug or not self._shown(brief, now):
            return
        catalog = replace(
            context.catalog,
            briefs=tuple(brief if b is old else b for b in context.catalog.briefs),
            brief_of={**context.catalog.brief_of, slug: brief},
        )
        mentions = find_mentions(brief.body.text, self._names, listed(catalog, brief))
        alone = connect(replace(catalog, briefs=(brief,)), {slug: mentions})
        web = replace(
            context.web,
            mentions={**context.web.mentions, slug: mentions},
            about={**context.web.about, slug: alone.about[slug]},
            named={**context.web.named, slug: alone.named[slug]},
            tags={**context.web.tags, slug: alone.tags[slug]},
        )
        proofs = prove(self.request.root, [brief], {source.path: source}, context.config.language)
        self.diagnostics = self._listed({*self.diagnostics, *proofs.diagnostics})
        unsupported = {pair for pair in context.unsupported if pair[0] != slug} | proofs.unsupported
        self._context = SiteContext(
            catalog, web, context.config, now, context.drafts, context.catalogue, frozenset(unsupported)
        )
        self._drawn.clear()
        self._dangling.clear()

    @property
    def _ignored(self) -> Ignored:
        """What the settings do not want to see."""
        return self._loaded.config.check if self._loaded else Ignored()

    def _listed(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Diagnostics by place, without what the settings ignore."""
        return tuple(sorted(self._ignored.shown(found), key=sort_key))

    def _shown(self, brief: Brief, now: datetime) -> bool:
        return self.request.drafts or is_public(brief, now)

    def settle(self, now: datetime) -> bool:
        """Bring everything in line: lists, connections, and what is wrong between files.

        False when a file was taken in meanwhile: nothing has changed then, and it has to be done once more.
        """
        with self._settling:
            return self._settle(now)

    def _settle(self, now: datetime) -> bool:
        loaded, version = self._loaded, self.version
        if loaded is None:
            return True
        config: Config = replace(loaded.config, base_url=self.request.base_url)
        self._read_registry(loaded)
        good = tuple(self._good.values())
        briefs = [brief for brief in good if self._shown(brief, now)]
        held = [brief for brief in good if not self._shown(brief, now)]
        catalog = build_catalog(briefs, self._declared, self._tags, self._stories, self._asset_map, self._sizes)
        mentions = {brief.slug: self._mentions_of(brief, listed(catalog, brief)) for brief in catalog.briefs}
        files = {path: one.source for path, one in tuple(self._parsed.items())}
        files |= {s.path: s for s in (loaded.entities, loaded.tags, loaded.stories, loaded.settings)}
        proofs = prove(self.request.root, catalog.briefs, files, config.language)
        context = SiteContext(
            catalog,
            connect(catalog, mentions),
            config,
            now,
            self.request.drafts,
            loaded.words,
            frozenset(proofs.unsupported),
        )
        found = {*loaded.diagnostics, *self._registry_found, *proofs.diagnostics, *check_catalog(context, files, held)}
        if loaded.config.base_url and pictured(context):
            found |= set(font_faults(context, loaded))
        index = self._made_index(context, found)
        with self.lock:
            if self.version != version:
                return False
            found |= {d for one in self._parsed.values() for d in one.diagnostics}
            self._context, self._index = context, index
            self._drawn.clear()
            self._failures.clear()
            self._dangling.clear()
            self.diagnostics = self._listed(found)
        return True

    def _read_registry(self, loaded: Loaded) -> None:
        registry = (loaded.entities, loaded.tags, loaded.stories)
        if registry == self._registry:
            return
        self._declared, entity_found = parse_entities(loaded.entities)
        self._tags, tag_found = parse_tags(loaded.tags)
        self._stories, story_found = parse_stories(loaded.stories)
        self._registry_found = (*entity_found, *tag_found, *story_found)
        self._names = collect_names(build_catalog((), self._declared, ()).entities)
        self._mentions.clear()
        self._registry = registry

    def _mentions_of(self, brief: Brief, ids: frozenset[str]) -> tuple[Mention, ...]:
        key = (brief.body.text, ids)
        known = self._mentions.get(brief.slug)
        if known is None or known[0] != key:
            known = self._mentions[brief.slug] = (key, find_mentions(brief.body.text, self._names, ids))
        return known[1]

    def _made_index(self, context: SiteContext, found: set[Diagnostic]) -> Mapping[str, Drawn]:
        if not (self.request.search and context.config.search and context.catalog.briefs):
            return {}
        try:
            return {path: Drawn(data, "site.yaml") for path, data in build_index(search_records(context))}
        except SearchFailed as failed:
            found.add(failed.args[0])
            return {}

    def file(self, path: str) -> Drawn | None:
        """A file of the preview by its path; None when there is none. A page that fails is shown as it last was."""
        with self.lock:
            if asset := self._assets.get(path):
                return _read(asset)
            fixed = self._index.get(path) or self._drawn.get(path)
            if fixed or self._context is None or self._loaded is None:
                return fixed
            drawn = self._draw(self._context, self._loaded, path)
            if drawn:
                self._drawn[path] = drawn
            return drawn

    def _draw(self, context: SiteContext, loaded: Loaded, path: str) -> Drawn | None:
        page = find_page(context, path, self._declared)
        if page is None:
            return None
        if isinstance(page.view, PictureView):
            font = picture_font(context, loaded)
            return Drawn(draw_card(picture_job(page.view, font)), page.origin)
        templates = TemplateSet(loaded.templates, loaded.shipped)
        renderer = page_renderer(templates, site_view(context, __version__), self._asset_map, context.config.base_path)
        output, found = renderer.draw(page, words_of(context, page))
        self._failures[path] = found
        if output is None:
            return self._last_good.get(path) or Drawn(_NOTHING, page.origin)
        self._last_good[path] = Drawn(output.data, output.origin)
        if page.origin in self._parsed and path.endswith(".html"):
            files = self._assets.keys() | self._index.keys()
            self._dangling[path] = page_broken_links(self.request.root, context, self._declared, files, output)
        return self._last_good[path]

    def errors(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the site, and with the pages drawn since it last changed."""
        with self.lock:
            every = (*self.diagnostics, *(d for found in self._failures.values() for d in found))
            return tuple(d for d in dict.fromkeys(every) if d.severity is Severity.ERROR)

    def warnings(self, path: str, origin: str) -> tuple[Diagnostic, ...]:
        """What is doubtful about a page and the file that it is made of; ``path`` is its file in the preview."""
        with self.lock:
            own = [d for d in self.diagnostics if d.place.path == origin and d.severity is Severity.WARNING]
            return tuple(dict.fromkeys((*own, *self._ignored.shown(self._dangling.get(path, ())))))

    def is_stale(self, path: str, origin: str) -> bool:
        """Whether a page is shown as it was, because it cannot be drawn as its brief and its template stand now."""
        with self.lock:
            parsed = self._parsed.get(origin)
            unread = parsed.brief is None if parsed else origin in self._good
            return bool(self._failures.get(path)) or unread

    def seen(self) -> dict[str, bytes]:
        """The pages drawn since the site last changed."""
        with self.lock:
            return {path: drawn.data for path, drawn in self._drawn.items() if path.endswith(".html")}


def _read(asset: Asset) -> Drawn | None:
    """A static file; None when it is no longer there."""
    try:
        return Drawn(content_of(asset.file) if asset.data is None else asset.data, asset.origin)
    except OSError:
        return None
