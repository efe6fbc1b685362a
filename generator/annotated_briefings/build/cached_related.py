"""Related briefs kept between builds: choosing them takes a fifth of planning."""

from typing import NamedTuple

from annotated_briefings.build.render_stage import RenderJob
from annotated_briefings.build.schedule_units import RenderResult
from annotated_briefings.engine.memo import Memo
from annotated_briefings.site.model.related import choice
from annotated_briefings.site.model.relations import Slugs


class CachedRelated(NamedTuple):
    """The related briefs of all briefs in the cache."""

    key: str
    """Digest of what they are chosen by."""
    found: bool
    """Whether the cache has them."""


def use_cached_related(job: RenderJob, memo: Memo) -> CachedRelated:
    """Take the related briefs from the cache where nothing that they are chosen by has changed: choosing them takes a
    fifth of planning."""
    context = job.context
    key = choice(context.catalog, context.web)
    known: dict[str, Slugs] | None = memo.get("related", key)
    context.use_related(known or {})
    return CachedRelated(key, known is not None)


def cache_related(job: RenderJob, memo: Memo, rendered: RenderResult, cached: CachedRelated) -> None:
    """Cache the related briefs, which are a by-product of rendering, if they were chosen for every brief."""
    if not cached.found and len(rendered.related) == len(job.context.catalog.briefs):
        memo.put("related", rendered.related, cached.key)
