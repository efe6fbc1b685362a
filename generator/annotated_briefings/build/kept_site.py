"""The site of the last full build as it was derived, kept in the cache: a build after an edit of texts alone begins
there.

Briefs are kept in parts, of which a build writes those that have changed, and all else beside them.
"""

import copyreg
import pickle
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple
from zlib import crc32

from annotated_briefings.base.digest import digest
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.memo import Memo
from annotated_briefings.project.derive import Derived
from annotated_briefings.project.edited_texts import explains_nothing, with_counted
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.routes import Unit
from annotated_briefings.site.routes.unit_facts import UnitFacts

_SITE, _BRIEFS = "kept site", "kept briefs"
LEAST = 300
"""Briefs of a site that is worth keeping."""
_IN_PART = 64
"""Briefs in a part."""


class KeptFacts(NamedTuple):
    """What a full build found out about its pages."""

    common: str
    """See ``UnitFacts.common``."""
    headlines: str
    """See ``UnitFacts.headlines``."""
    shown_in: Mapping[str, Sequence[Unit]]
    """Briefs, and the units whose pages may show their texts."""
    unknown: Sequence[Unit]
    """Units of which it is not known whose texts they show."""
    watched: str
    """Digest of the secrets that were looked for; empty where there were none."""
    faulty: Set[str]
    """Files about which something is reported that the site itself does not tell: a broken link on their page."""


class KeptSite(NamedTuple):
    """A site, and what is known of its pages."""

    made: str
    """The fingerprint of the files that it was made of."""
    derived: Derived
    """The site."""
    facts: KeptFacts
    """What is known of its pages."""


def keep_site(memo: Memo, key: str, site: KeptSite, facts: UnitFacts) -> bool:
    """Cache a site under the key of its build. False, and nothing is cached, for a small site, which is built in no
    time, and for one of which an error hides something."""
    derived = site.derived
    if len(derived.briefs) < LEAST or not explains_nothing(derived.found):
        return False
    context = with_counted(_bare(derived.context), derived.context)
    loaded = replace(derived.loaded, briefs=())
    kept = site._replace(derived=replace(derived, loaded=loaded, context=context, parsed={}, checked=None))
    parts: dict[int, list[Brief]] = defaultdict(list)
    count = 1 << (len(derived.briefs) // _IN_PART).bit_length()
    for path, brief in derived.briefs.items():
        parts[crc32(path.encode(errors="surrogatepass")) % count].append(brief)
    names = {at: digest(memo.code, *(_digest(facts, context, brief) for brief in parts[at])) for at in sorted(parts)}
    known = memo.has(_BRIEFS, tuple(names.values()))
    for at, name in names.items():
        if name not in known:
            memo.put_packed(_BRIEFS, {name: pickle.dumps(tuple(parts[at]), pickle.HIGHEST_PROTOCOL)})
    places = {id(brief): (at, place) for at, own in parts.items() for place, brief in enumerate(own)}
    whole = BytesIO()
    _Pickler(whole, places).dump(kept)
    memo.put_packed(_SITE, {key: pickle.dumps((names, whole.getvalue()), pickle.HIGHEST_PROTOCOL)})
    return True


def kept_site(memo: Memo, key: str) -> KeptSite | None:
    """The site that was kept under a key; None where there is none, or a part of it is gone."""
    packed = memo.packed(_SITE, (key,)).get(key)
    names: dict[int, str] = {}
    try:
        names, whole = pickle.loads(packed) if packed else ({}, b"")
        parts = memo.packed(_BRIEFS, tuple(names.values()))
        briefs = {at: pickle.loads(parts[name]) for at, name in names.items()}
        found: KeptSite | None = _Unpickler(BytesIO(whole), briefs).load() if whole else None
    except Exception:
        # Whatever is wrong with a cached value, it can be computed again.
        memo.forget(_BRIEFS, tuple(names.values()))
        return None
    return found


def _bare(context: SiteContext) -> SiteContext:
    """A site without the views of it that were made."""
    known = (context.receipts, context.changed_sources, context.known_quantities)
    return SiteContext(
        context.catalog, context.web, context.config, context.now, context.drafts, context.catalogue, *known
    )


def _digest(facts: UnitFacts, context: SiteContext, brief: Brief) -> str:
    return facts.text(brief.slug) if context.catalog.brief_of.get(brief.slug) is brief else digest(brief)


class _Pickler(pickle.Pickler):
    """Pickles a site with the places of briefs for briefs."""

    def __init__(self, file: BytesIO, places: Mapping[int, tuple[int, int]]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = {**copyreg.dispatch_table, MappingProxyType: _taken_apart}
        self._places = places

    def persistent_id(self, value: object) -> tuple[int, int] | None:
        return self._places.get(id(value)) if type(value) is Brief else None


def _taken_apart(mapping: Mapping[object, object]) -> tuple[Callable[..., Mapping[object, object]], tuple[object, ...]]:
    return _read_only, (dict(mapping),)


def _read_only(mapping: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(mapping)


class _Unpickler(pickle.Unpickler):
    """The other way round."""

    def __init__(self, file: BytesIO, briefs: Mapping[int, Sequence[Brief]]) -> None:
        super().__init__(file)
        self._briefs = briefs

    def persistent_load(self, place: tuple[int, int]) -> Brief:
        part, at = place
        return self._briefs[part][at]
