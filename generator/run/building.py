"""A build from disk to disk: the stages in order, each remembered by the digest of what it read."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from generator import __version__
from generator.base.diagnostics import Diagnostic, Severity, sort_key
from generator.base.digest import digest
from generator.base.source import Source
from generator.content.model import Brief, Entity
from generator.content.parse import parse_brief
from generator.content.registry import parse_entities, parse_tags
from generator.output.assets import plan_assets
from generator.output.audit import PageFacts, check_links, facts_of, find_leaks
from generator.output.render import Output, Renderer, TemplateSet, render_page
from generator.run.disk import write_outputs
from generator.run.fingerprint import code_fingerprint
from generator.run.loading import Loaded, load_site
from generator.run.store import Store
from generator.run.workers import map_ordered
from generator.site.catalog import Catalog, build_catalog, is_public
from generator.site.checks import check_catalog
from generator.site.connections import connect, listed
from generator.site.facts import Facts
from generator.site.linking import Mention, collect_names, find_mentions
from generator.site.plan import Page, plan_site, site_view

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What to build and how."""

    root: Path
    """The site folder."""
    now: datetime
    """The only time the build knows (UTC)."""
    output: Path | None = None
    """Output folder; ``_site`` in the site folder when None."""
    base_url: str | None = None
    """Instead of the one in site.yaml."""
    drafts: bool = False
    """Show unpublished briefs and notes."""
    jobs: int = 1
    """Worker processes."""
    clean: bool = False
    """Forget what earlier builds remembered."""
    write: bool = True
    """False to check only."""
    executor: Executor | None = field(default=None, compare=False)
    """Runs the parallel stages instead of our own worker processes."""

    @property
    def destination(self) -> Path:
        """The output folder."""
        return self.output if self.output is not None else self.root / "_site"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    briefs: int
    """Briefs published."""
    pages: int
    """Files of the site."""
    parsed: int
    """Brief files read anew."""
    rendered: int
    """Pages drawn anew."""
    written: int
    """Files written."""
    pruned: int
    """Files deleted."""
    seconds: float
    """How long it took."""
    diagnostics: tuple[Diagnostic, ...]
    """Everything that is wrong, by place."""

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)


@dataclass(slots=True)
class _Memo:
    """Pure steps remembered across builds."""

    store: Store
    request: BuildRequest
    computed: dict[str, int] = field(default_factory=dict)

    def map(self, stage: str, items: Sequence[K], keys: Sequence[str], function: Callable[[K], V]) -> list[V]:
        """The function of every item, in order: looked up by key, or computed and remembered."""
        known: Mapping[str, V] = {} if self.request.clean else self.store.get_many(stage, keys)
        missing = [(key, item) for key, item in zip(keys, items, strict=True) if key not in known]
        values = map_ordered(function, [item for _, item in missing], jobs=self.request.jobs,
                             executor=self.request.executor)
        fresh = dict(zip((key for key, _ in missing), values, strict=True))
        self.store.put_many(stage, fresh)
        self.computed[stage] = len(missing)
        return [known[key] if key in known else fresh[key] for key in keys]


def build(request: BuildRequest) -> BuildReport:
    """Build the site; what cannot be built is left out and said in the report."""
    begun = perf_counter()
    loaded = load_site(request.root)
    with Store(request.root / ".cache") as store:
        memo = _Memo(store, request)
        code = code_fingerprint()
        found = list(loaded.diagnostics)
        facts = _facts(request, loaded, memo, code, found)
        pages = plan_site(facts)
        assets, asset_map = plan_assets(loaded.static)
        outputs = _render(request, loaded, facts, pages, asset_map, memo, code, found)
        every = (*outputs, *assets)
        found += check_links(_page_facts(outputs, memo, code), tuple(o.path for o in every), facts.config.base_path)
        found += find_leaks(outputs, _secrets(facts, loaded, memo, code)) if not request.drafts else ()
        leaked = any(d.code == "leak" for d in found)
        report = write_outputs(every, request.destination, site=request.root) if request.write and not leaked else None
        if report:
            found += report.diagnostics
        store.retire()
    return BuildReport(
        briefs=len(facts.catalog.briefs),
        pages=len(every),
        parsed=memo.computed["parse"],
        rendered=memo.computed["render"],
        written=report.written if report else 0,
        pruned=report.pruned if report else 0,
        seconds=perf_counter() - begun,
        diagnostics=tuple(sorted(set(found), key=sort_key)),
    )
