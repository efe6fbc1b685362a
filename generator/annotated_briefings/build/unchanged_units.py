"""Units whose pages cannot have changed since the last build, by a digest of what they are made from: these are not
planned. What is recorded of a unit is data, and only that of units in which nothing was found."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from annotated_briefings.base.digest import digest
from annotated_briefings.build.page_record import page_facts, unpack
from annotated_briefings.build.render_stage import RenderedPage, RenderJob
from annotated_briefings.site.routes import Unit
from annotated_briefings.site.routes.unit_facts import UnitFacts

UNITS = "units 2"
"""Stage of the records in the cache. Change the number when the form of a record changes."""
_PARTS = 64
"""Parts in which the records are cached: one at a time, 50,000 would take half a second to read."""
_HEADLINES = "headlines"
"""Name, in the cache, of the digest of all headlines."""


class UnitRecord(NamedTuple):
    """What is known of a unit from the last build."""

    key: str
    """Digest of everything that its pages were made from, but for headlines."""
    headlines: str
    """Digest of the headlines that they may show."""
    shown: Sequence[str]
    """The files among those which are published only where a page shows them, that its pages show."""
    pages: Sequence[Sequence[str]]
    """Path, origin and digest of each page."""


class KnownUnits:
    """The records of the last build, and those of this one."""

    def __init__(self, cached: Mapping[str, bytes]) -> None:
        """``cached`` are the parts as they are in the cache."""
        self._cached = cached
        self._headlines = cached.get(_HEADLINES, b"").decode(errors="replace")
        self._known: dict[str, UnitRecord] = {}
        for part in range(_PARTS):
            self._known |= _unpack(cached.get(str(part), b"{}"))
        self._fresh: dict[str, UnitRecord] = {}

    def get(self, unit: Unit) -> UnitRecord | None:
        """The record of a unit from the last build."""
        return self._known.get(name_of(unit))

    def has_same_headlines(self, facts: UnitFacts) -> bool:
        """Whether all headlines are as they were, so that those of a unit need not be looked at."""
        return self._headlines == facts.headlines

    def keep_others(self) -> None:
        """Keep the records of all units that were not looked at."""
        self._fresh = {**self._known, **self._fresh}

    def keep(self, unit: Unit, record: UnitRecord) -> None:
        """Add a record to those of this build."""
        self._fresh[name_of(unit)] = record

    def to_cache(self, facts: UnitFacts) -> dict[str, bytes]:
        """The parts that differ from those in the cache."""
        changed = {_part(name) for name, one in self._fresh.items() if self._known.get(name) is not one}
        changed |= {_part(name) for name in self._known.keys() - self._fresh.keys()}
        parts: dict[int, dict[str, UnitRecord]] = {part: {} for part in changed}
        for name, record in self._fresh.items() if changed else ():
            if (part := _part(name)) in parts:
                parts[part][name] = record
        out = {str(part): json.dumps(records).encode() for part, records in parts.items()}
        same = self.has_same_headlines(facts)
        return out if same else {**out, _HEADLINES: facts.headlines.encode()}


def parts_of(units: Iterable[Unit]) -> tuple[str, ...]:
    """The parts of the cache that the records of some units are in."""
    return (_HEADLINES, *sorted({str(_part(name_of(unit))) for unit in units}))


def _part(name: str) -> int:
    return crc32(name.encode(errors="surrogatepass")) % _PARTS


def unit_keys(job: RenderJob, facts: UnitFacts, units: Iterable[Unit]) -> list[str]:
    """The key of each unit; empty for those that are planned in any case."""
    same = digest(
        job.code,
        job.shared,
        dict(job.closures),
        job.font_digest,
        tuple(sorted(job.own)),
        tuple(sorted(job.shown_only)),
        job.watch.ident if job.watch else "",
        job.thorough,
    )
    return [f"{same}.{key}" if (key := facts.key(unit)) else "" for unit in units]


def name_of(unit: Unit) -> str:
    """The name of a unit in the cache."""
    return f"{unit.route} {unit.key}"


def unchanged(
    job: RenderJob, facts: UnitFacts, unit: Unit, key: str, known: KnownUnits
) -> tuple[list[RenderedPage], UnitRecord] | None:
    """The pages of a unit whose key is as it was, and its record; None where one is not in its place."""
    record = known.get(unit) if key else None
    if record is None or record.key != key:
        return None
    if not known.has_same_headlines(facts) and record.headlines != facts.headlines_of(unit):
        return None
    present = job.present
    if job.write and not all(present.get(path) == name for path, _, name in record.pages):
        return None
    return [_page(job, *page) for page in record.pages], record


def _page(job: RenderJob, path: str, origin: str, name: str) -> RenderedPage:
    return RenderedPage(
        path=path,
        origin=origin,
        digest=name,
        changed=False,
        record=b"",
        place=None,
        data=b"",
        up_to_date=job.present.get(path) == name,
        diagnostics=(),
        hits=(),
        why=(),
    )


def record_of(key: str, headlines: str, pages: Sequence[RenderedPage], shown: Sequence[str]) -> UnitRecord | None:
    """The record of a unit that was planned; None where something was found in a page."""
    if any(page.diagnostics or page.hits or not page.digest for page in pages):
        return None
    return UnitRecord(key, headlines, shown, [(page.path, page.origin, page.digest) for page in pages])


def lost_ids(known: Mapping[str, bytes], fresh: Mapping[str, bytes]) -> bool:
    """Whether a page that was rendered anew lacks an id that it had: links of other pages may lead there."""
    for path, packed in fresh.items():
        before, now = page_facts(unpack(known.get(path))), page_facts(unpack(packed))
        if before and not set(before.ids) <= set(now.ids if now else ()):
            return True
    return False


def _unpack(packed: bytes) -> dict[str, UnitRecord]:
    try:
        return {name: UnitRecord(*record) for name, record in json.loads(packed).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
