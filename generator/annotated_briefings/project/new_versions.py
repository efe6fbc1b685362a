"""New versions of sources that the ledger of a site knows, and those that editors have settled."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from annotated_briefings.base.site_files import DECISIONS
from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.intake.history.lines import HISTORY_STARTS, NewVersion, read_history
from annotated_briefings.site.model.changed_sources import ChangedSource, changed_sources
from annotated_briefings.storage.files import read_tree
from annotated_briefings.storage.ledger import Ledger


class KnownVersions(Value):
    """What is known of new versions, ready to be asked by brief."""

    versions: tuple[NewVersion, ...] = ()
    """The versions."""
    settled: frozenset[str] = frozenset()
    """What editors have settled."""

    def of(self, briefs: Iterable[Brief]) -> Mapping[str, tuple[ChangedSource, ...]]:
        """Slugs of the briefs that rest on words which have changed in a source, with what has changed."""
        if not self.versions:
            return {}
        found = ((brief.slug, changed_sources(brief, self.versions, self.settled)) for brief in briefs)
        return {slug: changed for slug, changed in found if changed}

    def with_one(
        self, found: Mapping[str, tuple[ChangedSource, ...]], brief: Brief
    ) -> Mapping[str, tuple[ChangedSource, ...]]:
        """What `of` found earlier, with one brief looked at again."""
        others = {slug: changed for slug, changed in found.items() if slug != brief.slug}
        return {**others, **self.of([brief])}


def known_versions(root: Path, ledger: Ledger) -> KnownVersions:
    """The new versions that a ledger names. The decisions are read only where there are any."""
    versions = read_history(ledger.texts(*HISTORY_STARTS)).versions
    if not versions:
        return KnownVersions()
    files, _ = read_tree(root, (DECISIONS,))
    return KnownVersions(versions, read_decisions(files[0])[0].seen if files else frozenset())
