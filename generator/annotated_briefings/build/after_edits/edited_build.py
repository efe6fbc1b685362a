"""A build after edits of texts and headlines alone: it begins with the site that the last full build has kept, and
makes the files that show these.

Whatever else may have changed, or is not known, is left to a full build: it gives the same files and takes longer.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from glob import escape
from hashlib import blake2b
from pathlib import Path
from time import perf_counter

from annotated_briefings.base.diagnostics import Diagnostic, sort_key
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.base.values import replace
from annotated_briefings.build.after_edits.kept_site import KeptSite, kept_site
from annotated_briefings.build.after_edits.last_build import STAGE, EditedBuild, LastBuild, edited_files
from annotated_briefings.build.cached_related import use_cached_related
from annotated_briefings.build.known_pages import KnownPages
from annotated_briefings.build.link_check import check_pages
from annotated_briefings.build.output_parts import output_parts
from annotated_briefings.build.page_record import PAGES, link_targets, unpack
from annotated_briefings.build.pipeline import derive_options, output_key, render_job, search_file
from annotated_briefings.build.publishing.manifest import FileRecord, moved_before
from annotated_briefings.build.publishing.publish import publish
from annotated_briefings.build.publishing.spool import spool_folder
from annotated_briefings.build.render_stage import RenderJob
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.schedule_units import RenderResult, render_some
from annotated_briefings.build.search_index import edited_index, file_hits, search_hits, search_index
from annotated_briefings.build.social_cards import font_faults, pictured
from annotated_briefings.build.unchanged_units import UNITS, KnownUnits, UnitRecord, lost_ids, parts_of
from annotated_briefings.build.up_to_date import FileDigest, ReadFiles, in_place, request_key
from annotated_briefings.engine.cache import Store
from annotated_briefings.engine.memo import Memo
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.output.search.index import FOLDER
from annotated_briefings.project.derive import Derived
from annotated_briefings.project.edits.edited_entries import edited_entries, with_edited_entries
from annotated_briefings.project.edits.edited_texts import with_edited_text
from annotated_briefings.site.exports.host_limits import over_limits
from annotated_briefings.site.links import left_out_pages
from annotated_briefings.site.routes import Unit, plan_units
from annotated_briefings.site.routes.unit_facts import UnitFacts
from annotated_briefings.site.urls import brief_url
from annotated_briefings.storage.files import read_tree

_MOST = 30
"""Edited texts with which such a build begins; with more of them, a full build takes no longer."""


class _More(Exception):
    """More may have changed than texts."""


def build_edited(request: BuildRequest, files: ReadFiles, begun: float) -> EditedBuild | None:
    """Build a site of which only texts were edited since the last build; None where more may have changed, and then
    nothing was written. ``begun`` is when this build began, by `perf_counter`. Raises OSError where there is no space
    for the rendered pages."""
    asked = request.write and not (request.clean or request.thorough or request.explain or request.executor)
    if not asked or not files.fingerprint:
        return None
    with Store(request.root / ".cache") as store:
        last: LastBuild | None = store.get_many(STAGE, [request_key(request)]).get(request_key(request))
        changed = edited_files(last.digests, files.digests) if last else frozenset()
        if not (last and changed) or len({*changed, *last.edited}) > _MOST:
            return None
        manifest = in_place(request, last.done)
        if manifest is None:
            return None
        memo = Memo(store, jobs=request.jobs, progress=request.progress)
        kept = kept_site(memo, request_key(request))
        if kept is None or kept.made != last.made:
            return None
        with spool_folder(request.root) as spool:
            try:
                found = _Edited(request, memo, kept, last, files.digests, manifest, spool).build(changed, begun)
            except _More:
                return None
            store.end_run()
            return found


class _Edited:
    """One such build."""

    def __init__(
        self,
        request: BuildRequest,
        memo: Memo,
        kept: KeptSite,
        last: LastBuild,
        files: Mapping[str, FileDigest],
        manifest: Mapping[str, FileRecord],
        spool: Path,
    ) -> None:
        self.request, self.memo, self.kept, self.last, self.manifest = request, memo, kept, last, manifest
        self.files, self.spool = files, spool
        self.key = output_key(request)

    def build(self, changed: Collection[str], begun: float) -> EditedBuild:
        """Build the site; ``changed`` are the files that were edited since the last build. Raises _More where a full
        build has to do it."""
        paths = sorted({*changed, *self.last.edited})
        site = self._derived(paths)
        briefs = [path for path in paths if path != ENTITIES]
        slugs = [site.briefs[path].slug for path in briefs]
        before = self.kept.derived.briefs
        other = [path for path in briefs if site.briefs[path].title != before[path].title]
        facts = UnitFacts(site.context, self.kept.facts, slugs, renamed=bool(other))
        present = {name: digest for name, (digest, _, _) in self.manifest.items()}
        job = render_job(self.request, site, self.memo, present, self.spool)
        self._compare_secrets(job.watch, site, briefs, [*other, *set(paths).difference(briefs)])
        self._compare_letters(site, other)
        renamed = [site.briefs[path].slug for path in changed if self._is_renamed(path)]
        entries = frozenset(edited_entries(self.kept.derived, site))
        touched = entries | self.last.entries if ENTITIES in changed else frozenset()
        result, units = self._pages(job, facts, slugs, renamed, touched)
        index = self._whole_index(job, facts) if renamed or touched else self._index(job, facts, briefs)
        files = [*result.files, *(search_file(job, output) for output in index)]
        if any(file.path not in self.manifest for file in files):
            raise _More
        self.memo.put_namespace(PAGES, self.key, result.records)
        self.memo.put_namespace(UNITS, self.key, units)
        moved = moved_before(self.request.root, self.request.destination)
        done = publish(
            files,
            self.request.destination,
            self.manifest,
            site=self.request.root,
            spool=self.spool,
            jobs=self.request.jobs,
            moved=moved,
            others_stay=True,
        )
        sizes = dict(done.sizes)
        found = tuple(self._diagnostics(site, paths))
        limits = over_limits(site.context.config, sizes, sizes, site.loaded.settings) if sizes else ()
        shown = site.context.config.check.shown({*found, *limits, *done.diagnostics})
        last = self.last.done
        report = replace(
            last.report,
            parsed=len(set(changed).intersection(briefs)),
            rendered=result.changed,
            written=len(done.files),
            pruned=0,
            parts=output_parts(sizes),
            seconds=perf_counter() - begun,
            diagnostics=tuple(sorted(shown, key=sort_key)),
        )
        edited = {path: "" if path == ENTITIES else facts.text(site.briefs[path].slug) for path in paths}
        return EditedBuild(report, last.until, self.kept.made, edited, entries)

    def _derived(self, paths: Sequence[str]) -> Derived:
        """The site with the texts of some files."""
        site: Derived | None = self.kept.derived
        options = derive_options(self.request)
        sources, _ = read_tree(self.request.root, map(escape, paths))
        if len(sources) < len(paths) or not self.kept.facts.faulty.isdisjoint(paths):
            raise _More
        for source in sources:
            if site is None:
                raise _More
            if source.path == ENTITIES:
                site = with_edited_entries(site, source, self.memo)
            else:
                site = with_edited_text(site, source, options)
        if site is None:
            raise _More
        return site

    def _is_renamed(self, path: str) -> bool:
        """Whether a file has another headline than in the last build."""
        return self.last.digests[path].title != self.files[path].title

    def _pages(
        self,
        job: RenderJob,
        facts: UnitFacts,
        slugs: Sequence[str],
        renamed: Collection[str],
        entries: Collection[str],
    ) -> tuple[RenderResult, Mapping[str, bytes]]:
        """The pages that may show some texts, the headlines of briefs that were ``renamed`` since the last build, or
        some entries of entities, and what is to be cached of their units."""
        kept = self.kept.facts
        showing = (unit for slug in slugs for unit in kept.shown_in.get(slug, ()))
        headed: Sequence[Unit] = ()
        if renamed:
            use_cached_related(job, self.memo)
            headed = tuple(facts.with_headlines(plan_units(job.context), renamed))
        listing = facts.with_entries(plan_units(job.context), entries) if entries else ()
        units = tuple(dict.fromkeys((*kept.unknown, *showing, *headed, *listing)))
        known = KnownUnits(self.memo.get_in_namespace(UNITS, self.key, parts_of(units)))
        pages = KnownPages(self.memo, self.key, self.manifest)
        before = {unit: record for unit in units if (record := known.get(unit))}
        paths = {path for record in before.values() for path, _, _ in record.pages}

        def records(same: Iterable[str]) -> Mapping[str, bytes]:
            return pages.of(paths.difference(same))

        result, planned = render_some(job, self.request, facts, known, records, units)
        now = dict(planned)
        for unit in set(units).difference(kept.unknown):
            if unit not in before or unit not in now or _shown_by(before[unit]) != _shown_by(now[unit]):
                raise _More
        if result.diagnostics or result.contested or self._has_broken_links(job, result):
            raise _More
        self._refuse_new(place for hits in result.hits.values() for place in hits)
        for unit, record in planned:
            known.keep(unit, record)
        known.keep_others()
        return result, known.to_cache(facts)

    def _compare_secrets(
        self, watch: Watch | None, site: Derived, paths: Sequence[str], renamed: Sequence[str]
    ) -> None:
        """Raise _More where other secrets are looked for, or where the texts have some that are public; a headline may
        be such a one itself."""
        if (watch.ident if watch else "") != self.kept.facts.watched:
            raise _More
        published, before = self.kept.facts.published, self.kept.derived.briefs
        if published and renamed:
            raise _More
        for path in paths if watch and published else ():
            texts = (before[path].body, site.briefs[path].body)
            # Where they are is reported, too.
            if watch and any(count for body in texts for count in watch.published_counts(published, body).values()):
                raise _More

    def _compare_letters(self, site: Derived, renamed: Sequence[str]) -> None:
        """Raise _More where the font of pictures lacks letters of other headlines than before."""
        kept = self.kept.derived
        titles = (derived.briefs[path].title for derived in (kept, site) for path in renamed)
        if pictured(site.context) and not all(map(str.isascii, titles)):
            before, now = (font_faults(derived.context, site.loaded) for derived in (kept, site))
            if before != now:
                raise _More

    def _refuse_new(self, found: Iterable[int]) -> None:
        """Raise _More where a secret was found that nothing has made public."""
        if not self.kept.facts.published >= set(found):
            raise _More

    def _has_broken_links(self, job: RenderJob, result: RenderResult) -> bool:
        """Whether a link of the rendered pages is broken, or one of another page may be broken now."""
        pages = KnownPages(self.memo, self.key, self.manifest)
        pages.add(result.known)
        pages.add(result.records)
        base_path, left_out = job.context.config.base_path, left_out_pages(job.context.catalog)
        # Whether those that were there before are broken was seen then.
        before = (link_targets(record) for packed in result.known.values() if (record := unpack(packed)))
        fresh = result.targets.difference(*before)
        faults = check_pages(self.request.root, result.paths, fresh, pages, self.manifest, base_path, left_out)
        return bool(faults) or lost_ids(result.known, result.records)

    def _index(self, job: RenderJob, facts: UnitFacts, paths: Sequence[str]) -> Sequence[Output]:
        """The files of the search index that differ."""
        if not self.request.search:
            return ()
        before, context = UnitFacts(self.kept.derived.context, self.kept.facts), job.context
        slugs = {path: self.kept.derived.briefs[path].slug for path in paths}
        edited = {brief_url(slug): self.last.edited.get(path) or before.text(slug) for path, slug in slugs.items()}
        index = edited_index(context, self.memo, facts, edited, self._published)
        if index is None:
            raise _More
        if job.watch:
            for hits in file_hits(job.watch, index.files, self.memo).values():
                self._refuse_new(hits)
            self._refuse_new(search_hits(job.watch, index, context, self.memo, facts))
        return index.files

    def _whole_index(self, job: RenderJob, facts: UnitFacts) -> Sequence[Output]:
        """The files of the search index, of which headlines may have changed any."""
        if not self.request.search:
            return ()
        index = search_index(job.context, self.memo, facts)
        files = {output.path for output in index.files}
        if any(path.startswith(f"{FOLDER}/") and path.endswith(".js") and path not in files for path in self.manifest):
            raise _More
        if job.watch:
            for hits in file_hits(job.watch, index.files, self.memo).values():
                self._refuse_new(hits)
            self._refuse_new(search_hits(job.watch, index, job.context, self.memo, facts))
        return index.files

    def _published(self, path: str) -> bytes:
        """The bytes of a file as it was published. Raises ValueError where these are others now."""
        data = (self.request.destination / path).read_bytes()
        if path not in self.manifest or blake2b(data, digest_size=16).hexdigest() != self.manifest[path][0]:
            raise ValueError(path)
        return data

    def _diagnostics(self, site: Derived, paths: Sequence[str]) -> Iterator[Diagnostic]:
        """What is wrong with the site now, but for the limits of its host."""
        for one in self.last.done.report.diagnostics:
            if one.place.path not in paths and one.code != "host-limit":
                yield one
        for path in paths:
            yield from site.found.get(path, ())


def _shown_by(record: UnitRecord) -> tuple[list[str], tuple[str, ...]]:
    """The pages of a unit, and the files that they show."""
    return [path for path, _, _ in record.pages], tuple(record.shown)
