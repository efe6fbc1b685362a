"""Pages planned, rendered and checked, unit by unit, in any process; unchanged pages are not rendered again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from annotated_briefings import __version__
from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.digest import digest
from annotated_briefings.build.explain import key_of, reasons
from annotated_briefings.build.page_record import PageRecord, link_targets, pack, pack_links, unpack
from annotated_briefings.build.publishing.spool import SpoolFile, SpoolPlace
from annotated_briefings.build.social_cards import picture_job
from annotated_briefings.output.audit import faults_of, page_facts, page_links
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output, PageRenderer
from annotated_briefings.output.social_cards import draw_card
from annotated_briefings.output.templates import Compiled, TemplateSet
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.social_picture import PictureView
from annotated_briefings.site.model.relations import Slugs
from annotated_briefings.site.routes import Page, Unit, site_view, unit_pages, words_of


@dataclass(slots=True)
class RenderedPage:
    """One page after it was rendered, or was found to be unchanged."""

    path: str
    """Its output file."""
    origin: str
    """Path of the file it comes from."""
    digest: str
    """Digest of its bytes; empty when its template failed."""
    changed: bool
    """Whether something that it is made from has changed since the last build."""
    record: bytes
    """Its packed record, where it differs from the cached one; else empty."""
    place: SpoolPlace | None
    """Where its bytes are in the spool; None when the output folder has them, or they are not to be published."""
    data: bytes
    """The bytes themselves, where there is no spool that all processes can write to."""
    up_to_date: bool
    """Whether the output folder has these very bytes."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with it."""
    hits: tuple[int, ...]
    """The places of the secrets that it contains, in the list of them."""
    why: tuple[str, ...]
    """Why it was rendered; empty for a page that was not."""


@dataclass(slots=True)
class RenderedUnits:
    """The pages of some units."""

    pages: list[list[RenderedPage]]
    """The pages of each unit."""
    targets: frozenset[str]
    """Where their links lead, each target once."""
    shown: Sequence[tuple[str, ...]]
    """For each unit, the files of ``RenderJob.shown_only`` that its pages show."""
    related: Mapping[str, Slugs] = field(default_factory=dict)
    """Briefs among them to the briefs that are related to each."""


@dataclass(frozen=True)
class RenderJob:
    """Everything that the pages of one build are rendered from; it is sent to other processes as it is."""

    context: SiteContext
    """What the pages are planned from."""
    templates: TemplateSet
    """The templates."""
    assets: tuple[tuple[str, str], ...]
    """Names of static files and their fingerprinted paths."""
    code: str
    """Fingerprint of our code."""
    shared: str
    """Digest of what all pages have in common."""
    closures: Mapping[str, str]
    """Template to the digest of its text and of all templates that it refers to."""
    compiled: Compiled
    """Templates that were compiled by an earlier build."""
    font: bytes
    """The font of the social cards."""
    known: Mapping[str, bytes]
    """Output file to its packed record of an earlier build."""
    present: Mapping[str, str]
    """Output file to the digest of the bytes that the output folder has of it."""
    destination: Path
    """The output folder."""
    own: frozenset[str]
    """Static files, which replace pages of the same name."""
    shown_only: frozenset[str]
    """Static files that are published only where a page shows them."""
    watch: Watch | None
    """The unpublished sentences to look for."""
    write: bool
    """Whether the pages are to be published."""
    spool: Path | None
    """Folder for the bytes until they are published; None to return them."""
    thorough: bool
    """Whether the markup is checked."""

    @cached_property
    def renderer(self) -> PageRenderer:
        """Renders pages with the templates."""
        context = self.context
        view = site_view(context, __version__)
        return PageRenderer(self.templates, view, self.assets, context.config.base_path, self.compiled)

    @cached_property
    def font_digest(self) -> str:
        """Digest of the font, a part of the keys of social cards."""
        return _digest(self.font)

    @cached_property
    def _shared_by_language(self) -> dict[str, str]:
        """Digest of what all pages in a language have in common, filled when first asked for."""
        return {}

    def __getstate__(self) -> dict[str, object]:
        # The renderer holds compiled templates, which cannot be pickled.
        return {name: value for name, value in self.__dict__.items() if name != "renderer"}

    def with_known(self, known: Mapping[str, bytes]) -> "RenderJob":
        """The same job with the records of some pages."""
        made = copy(self)
        object.__setattr__(made, "known", known)
        return made

    def key(self, page: Page) -> str:
        """Digests of everything that a page is rendered from."""
        words = words_of(self.context, page)
        shared = self._shared_by_language.get(words.language)
        if shared is None:
            shared = self._shared_by_language[words.language] = digest(self.shared, words)
        return key_of(self.code, shared, self.closures.get(page.template, ""), digest(page))


def render_units(job: RenderJob, units: Sequence[Unit]) -> RenderedUnits:
    """Render the pages of some units."""
    targets: set[str] = set()
    pages: list[list[RenderedPage]] = []
    shown: list[tuple[str, ...]] = []
    with SpoolFile(job.spool) as spool:
        for unit in units:
            own: set[str] = set()
            pages.append(list(_render(job, unit_pages(job.context, unit), own, spool)))
            shown.append(_shown(job, own))
            targets |= own
    slugs = [unit.key for unit in units if unit.route == "brief"]
    return RenderedUnits(pages, frozenset(targets), shown, job.context.related_so_far(slugs))


def _shown(job: RenderJob, targets: Iterable[str]) -> tuple[str, ...]:
    if not job.shown_only:
        return ()
    return tuple(sorted(job.shown_only.intersection(target.partition("#")[0] for target in targets)))


def render_pages(job: RenderJob, pages: Iterable[Page]) -> RenderedUnits:
    """Render some pages that belong to no unit."""
    targets: set[str] = set()
    with SpoolFile(job.spool) as spool:
        rendered = list(_render(job, pages, targets, spool))
    return RenderedUnits([rendered], frozenset(targets), [()])


def _render(job: RenderJob, pages: Iterable[Page], targets: set[str], spool: SpoolFile) -> Iterator[RenderedPage]:
    """Render pages; where their links lead is added to ``targets``."""
    for page in pages:
        if page.path in job.own:
            continue
        if isinstance(page.view, PictureView):
            yield _social_card(job, page, page.view, spool)
            continue
        rendered, record = _page(job, page, spool)
        targets.update(link_targets(record))
        yield rendered


def _page(job: RenderJob, page: Page, spool: SpoolFile) -> tuple[RenderedPage, PageRecord]:
    key = job.key(page)
    old = unpack(job.known.get(page.path))
    if old and old.key == key and (record := _still_valid(job, page.path, page.origin, old)):
        return _rendered(job, page, old, record, None, spool), record
    output, found = job.renderer.render(page, words_of(job.context, page))
    record = _new_record(job, key, output, found)
    rendered = _rendered(job, page, old, record, output, spool)
    rendered.changed = old is None or old.key != key
    return rendered, record


def _still_valid(job: RenderJob, path: str, origin: str, old: PageRecord) -> PageRecord | None:
    """The record of a page that need not be rendered again, completed where more is asked for than before; None for a
    page that must be rendered."""
    in_place = job.present.get(path) == old.digest or not old.digest
    if job.write and not in_place:
        return None
    watch = job.watch

    def read() -> Output | None:
        """The page as it lies in the output folder, unless somebody has changed it."""
        if not in_place:
            return None
        try:
            data = (job.destination / path).read_bytes()
        except OSError:
            return None
        return Output(path, data, origin) if _digest(data) == old.digest else None

    if old.digest and watch and old.watch != watch.ident:
        # Other sentences are looked for.
        hits = watch.hits_since(old.watch, old.hits, read)
        if hits is None:
            return None
        old = old._replace(watch=watch.ident, hits=hits)
    if not old.digest or old.faults is not None or not job.thorough:
        return old
    # The markup is to be checked.
    output = read()
    return old._replace(faults=faults_of(output)) if output else None


def _new_record(job: RenderJob, key: str, output: Output | None, found: tuple[Diagnostic, ...]) -> PageRecord:
    watch = job.watch
    watched = watch.ident if watch else ""
    if output is None:
        return PageRecord(key, "", b"", found, (), watched, ())
    hits = watch.hits(output) if watch else ()
    name = _digest(output.data)
    if not output.path.endswith(".html"):
        return PageRecord(key, name, b"", found, (), watched, hits)
    facts = page_facts(output)
    links = pack_links(page_links(facts, job.context.config.base_path), facts)
    faults = faults_of(output) if job.thorough else None
    return PageRecord(key, name, links, found, faults, watched, hits)


def _rendered(
    job: RenderJob, page: Page, old: PageRecord | None, record: PageRecord, output: Output | None, spool: SpoolFile
) -> RenderedPage:
    """A page with its record; ``output`` are its bytes where it was rendered."""
    up_to_date = job.present.get(page.path) == record.digest
    publish = output is not None and job.write and not up_to_date
    place = spool.put(output.data) if output and publish else None
    found = (*record.diagnostics, *(record.faults or ())) if job.thorough else record.diagnostics
    return RenderedPage(
        path=page.path,
        origin=page.origin,
        digest=record.digest,
        changed=False,
        record=b"" if record == old else pack(record),
        place=place,
        data=output.data if output and publish and place is None else b"",
        up_to_date=up_to_date,
        diagnostics=found,
        hits=record.hits,
        why=reasons(old.key if old else None, record.key, page.path in job.present) if output else (),
    )


def _social_card(job: RenderJob, page: Page, view: PictureView, spool: SpoolFile) -> RenderedPage:
    card = picture_job(view, job.font)
    # Without what pages have in common: a changed style sheet changes no card, and drawing one takes 5 ms.
    key = key_of(job.code, "", job.font_digest, digest(card.title, card.kicker, card.foot, card.rtl))
    old = unpack(job.known.get(page.path))
    # Words that are drawn cannot be found in the picture.
    watch, words = job.watch, "\n".join((card.title, card.kicker, card.foot))
    ident, hits = (watch.ident, watch.hits_of(page.path, words.encode())) if watch else ("", ())
    if old and old.key == key and (not job.write or job.present.get(page.path) == old.digest):
        return _rendered(job, page, old, old._replace(watch=ident, hits=hits), None, spool)
    output = Output(page.path, draw_card(card), page.origin)
    record = PageRecord(key, _digest(output.data), b"", (), (), ident, hits)
    return _rendered(job, page, old, record, output, spool)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()
