"""Units whose pages cannot have changed since the last build, by a digest of what they are made from: these are not
planned. What is recorded of a unit is data, and only that of units in which nothing was found."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from annotated_briefings.base.digest import digest
from annotated_briefings.build.page_record import page_facts, unpack
from annotated_briefings.build.render_stage import RenderedPage, RenderJob
from annotated_briefings.site.routes import Unit
from annotated_briefings.site.routes.unit_facts import UnitFacts

UNITS = "units 1"
"""Stage of the records in the cache. Change the number when the form of a record changes."""


class UnitRecord(NamedTuple):
    """What is known of a unit from the last build."""

    key: str
    """Digest of everything that its pages were made from."""
    shown: Sequence[str]
    """The files among those which are published only where a page shows them, that its pages show."""
    pages: Sequence[Sequence[str]]
    """Path, origin and digest of each page."""


def unit_keys(job: RenderJob, units: Sequence[Unit]) -> list[str]:
    """The key of each unit; empty for those that are planned in any case."""
    facts = UnitFacts(job.context)
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


def unchanged(job: RenderJob, key: str, packed: bytes | None) -> tuple[list[RenderedPage], Sequence[str]] | None:
    """The pages of a unit whose key is as it was, and what they show; None where one is not in its place."""
    record = _unpack(packed) if key and packed else None
    if record is None or record.key != key:
        return None
    present = job.present
    if job.write and not all(present.get(path) == name for path, _, name in record.pages):
        return None
    return [_page(job, *page) for page in record.pages], record.shown


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


def record_of(key: str, pages: Sequence[RenderedPage], shown: Sequence[str]) -> bytes | None:
    """The record of a unit that was planned; None where something was found in a page."""
    if any(page.diagnostics or page.hits or not page.digest for page in pages):
        return None
    return json.dumps((key, shown, [(page.path, page.origin, page.digest) for page in pages])).encode()


def lost_ids(known: Mapping[str, bytes], fresh: Mapping[str, bytes]) -> bool:
    """Whether a page that was rendered anew lacks an id that it had: links of other pages may lead there."""
    for path, packed in fresh.items():
        before, now = page_facts(unpack(known.get(path))), page_facts(unpack(packed))
        if before and not set(before.ids) <= set(now.ids if now else ()):
            return True
    return False


def _unpack(packed: bytes) -> UnitRecord | None:
    try:
        key, shown, pages = json.loads(packed)
        return UnitRecord(key, shown, pages)
    except (ValueError, TypeError):
        return None
