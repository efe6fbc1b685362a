"""What a preview shows at one moment, as a frozen value: the functions here make the next value from the last one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from annotated_briefings.base.diagnostics import Diagnostic, Ignored
from annotated_briefings.base.source import Source
from annotated_briefings.build.search_index import search_index
from annotated_briefings.build.social_cards import font_faults, pictured
from annotated_briefings.engine.memo import InMemory, Steps
from annotated_briefings.output.assets import Asset
from annotated_briefings.preview.findings import Findings, findings
from annotated_briefings.preview.request import PreviewFile, SessionRequest
from annotated_briefings.project.derive import Derived, DeriveOptions, derive
from annotated_briefings.project.edits.one_brief import derive_one, derive_without
from annotated_briefings.project.load import Loaded


@dataclass(frozen=True)
class SiteState:
    """A site as the preview shows it."""

    version: int
    """Grows with every change of a file of the site."""
    derived: Derived
    """What the pages are made from."""
    index: Mapping[str, PreviewFile]
    """The files of the search index, by path."""
    more: tuple[Diagnostic, ...]
    """What is wrong with the font of social cards."""
    findings: Findings
    """Everything that is wrong, without what the settings ignore."""

    @property
    def ignored(self) -> Ignored:
        """What the settings ask not to be shown."""
        return self.derived.context.config.check

    @cached_property
    def assets(self) -> Mapping[str, Asset]:
        """The static files by their published path."""
        return {asset.path: asset for asset in self.derived.pictures.assets}


def open_state(
    request: SessionRequest, loaded: Loaded, now: datetime, steps: Steps, previous: SiteState | None
) -> SiteState:
    """The state for the files of a site; what ``previous`` has derived from the same files is reused."""
    before = previous.derived if previous else None
    version = previous.version + (previous.derived.loaded != loaded) if previous else 1
    return _with_extras(request, derive(loaded, _options(request, now), steps, before), version)


def settled_state(request: SessionRequest, state: SiteState, now: datetime) -> SiteState:
    """The state with everything brought up to date after some briefs were changed: lists, relations between briefs, and
    what is wrong between files."""
    before = state.derived
    return _with_extras(request, derive(before.loaded, _options(request, now), InMemory(), before), state.version)


def changed_state(request: SessionRequest, state: SiteState, source: Source, now: datetime) -> SiteState:
    """The state with one changed or new brief, whose own page is up to date; `settled_state` follows for all others."""
    return _with_file(state, derive_one(state.derived, source, _options(request, now)), source.path)


def state_without(state: SiteState, path: str) -> SiteState:
    """The state without the file of one brief; `settled_state` follows, and takes it off the pages."""
    return _with_file(state, derive_without(state.derived, path), path)


def _with_file(state: SiteState, derived: Derived, path: str) -> SiteState:
    own = (*derived.found.get(path, ()), *(one for one in state.more if one.place.path == path))
    found = state.findings.with_file(path, state.ignored.shown(own))
    return SiteState(state.version + 1, derived, state.index, state.more, found)


def _options(request: SessionRequest, now: datetime) -> DeriveOptions:
    return DeriveOptions(request.root, now, drafts=request.drafts, base_url=request.base_url, keep_last_good=True)


def _with_extras(request: SessionRequest, derived: Derived, version: int) -> SiteState:
    context, loaded = derived.context, derived.loaded
    # The preview has an address of its own; without one in the settings the site has no social cards.
    faults = font_faults(context, loaded) if loaded.config.base_url and pictured(context) else ()
    files = search_index(context, InMemory()).files if request.search else ()
    index = {file.path: PreviewFile(file.data, file.origin) for file in files}
    found = findings(context.config.check.shown((*derived.diagnostics, *faults)))
    return SiteState(version, derived, index, faults, found)
