"""The site of the last full build as it was derived, kept in the cache: a build after an edit of texts alone begins
there.

Briefs are kept in parts, of which a build writes those that have changed, and all else beside them.
"""

import copyreg
import json
import pickle
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple
from zlib import crc32

from annotated_briefings.base.digest import digest
from annotated_briefings.base.values import replace
from annotated_briefings.build.pipeline import BuiltFrom
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.memo import Memo
from annotated_briefings.project.derive import Derived, FoundMentions
from annotated_briefings.project.edits.edited_texts import explains_nothing, with_counted
from annotated_briefings.site.routes import Unit
from annotated_briefings.site.routes.unit_facts import UnitFacts

_SITE, _BRIEFS = "kept site", "kept briefs"
LEAST = 300
"""Briefs of a site that is worth keeping."""
_PIECE = 1 << 22
"""Bytes of a piece of the rest."""
_IN_PART = 64
"""Briefs in a part."""


class KeptFacts(NamedTuple):
    """What a full build found out about its pages."""

    common: str
    """See ``UnitFacts.common``."""
    headlines: str
    """See ``UnitFacts.headlines``."""
    texts: Mapping[str, str]
    """See ``UnitFacts.texts``."""
    shown_in: Mapping[str, Sequence[Unit]]
    """Briefs, and the units whose pages may show their texts."""
    unknown: Sequence[Unit]
    """Units of which it is not known whose texts they show."""
    watched: str
    """See ``BuiltFrom.watched``."""
    published: Set[int]
    """See ``BuiltFrom.published``."""
    faulty: Set[str]
    """See ``BuiltFrom.faulty``."""


class KeptSite(NamedTuple):
    """A site, and what is known of its pages."""

    made: str
    """The fingerprint of the files that it was made of."""
    derived: Derived
    """The site."""
    facts: KeptFacts
    """What is known of its pages."""


def keep_site(memo: Memo, key: str, fingerprint: str, made: BuiltFrom) -> bool:
    """Cache a site under the key of its build; ``fingerprint`` is that of its files. False, and nothing is cached, for
    a small site, which is built in no time, and for one of which an error hides something."""
    derived, facts = made.site, made.facts
    if len(derived.briefs) < LEAST or not explains_nothing(derived.found):
        return False
    context = with_counted(derived.context.with_catalog(derived.context.catalog), derived.context)
    site = replace(derived, loaded=replace(derived.loaded, briefs=()), context=context)
    known_of = KeptFacts(
        facts.common,
        facts.headlines,
        facts.texts,
        facts.shown_in,
        facts.unknown,
        made.watched,
        made.published,
        made.faulty,
    )
    kept = KeptSite(fingerprint, site, known_of)
    parts: dict[int, list[_KeptText]] = defaultdict(list)
    count = 1 << (len(derived.briefs) // _IN_PART).bit_length()
    for path, brief in derived.briefs.items():
        shown = context.catalog.brief_of.get(brief.slug) is brief
        text = _KeptText(brief, derived.mentions.get(brief.slug) if shown else None)
        parts[crc32(path.encode(errors="surrogatepass")) % count].append(text)
    names = {str(at): digest(memo.code, *(_digest(facts, text) for text in own)) for at, own in parts.items()}
    known = memo.has(_BRIEFS, tuple(names.values()))
    places: dict[int, _Place] = {}
    for at, own in parts.items():
        for number, text in enumerate(own):
            places |= {id(value): (at, number, part) for part, value in enumerate(text.values)}
        if names[str(at)] not in known:
            memo.put_packed(_BRIEFS, {names[str(at)]: pickle.dumps(tuple(own), pickle.HIGHEST_PROTOCOL)})
    rest = _Rest(memo, key)
    _Pickler(rest, places).dump(kept)
    rest.flush()
    memo.put_packed(_SITE, {key: json.dumps([names, rest.count]).encode()})
    return True


def kept_site(memo: Memo, key: str) -> KeptSite | None:
    """The site that was kept under a key; None where there is none, or a part of it is gone."""
    packed = memo.packed(_SITE, (key,)).get(key)
    names: dict[str, str] = {}
    try:
        names, count = json.loads(packed) if packed else ({}, 0)
        parts = memo.packed(_BRIEFS, tuple(names.values()))
        briefs = {int(at): pickle.loads(parts[name]) for at, name in names.items()}
        rest = memo.packed(_SITE, [f"{key} {number}" for number in range(count)])
        whole = b"".join(rest[f"{key} {number}"] for number in range(count))
        found: KeptSite | None = _Unpickler(BytesIO(whole), briefs).load() if whole else None
    except Exception:
        # Whatever is wrong with a cached value, it can be computed again.
        memo.forget(_BRIEFS, tuple(names.values()))
        return None
    return found


class _KeptText(NamedTuple):
    """A brief as it is kept."""

    brief: Brief
    """The brief."""
    found: FoundMentions | None
    """The mentions of entities in it; None for one that is not public."""

    @property
    def values(self) -> tuple[object, ...]:
        """What the rest of a site has of it."""
        return (self.brief, self.found, self.found.mentions) if self.found else (self.brief,)


_APART = frozenset((Brief, FoundMentions, tuple))
"""Types of these values."""
_Place = tuple[int, int, int]
"""Part, number of a brief in it, and number of one of its values."""


def _digest(facts: UnitFacts, text: _KeptText) -> str:
    return facts.text(text.brief.slug) if text.found else digest(text.brief)


class _Rest:
    """What is kept besides briefs, cached piece by piece: as a whole it would be in memory several times."""

    def __init__(self, memo: Memo, key: str) -> None:
        self.count = 0
        """Pieces that were cached."""
        self._memo, self._key = memo, key
        self._waiting = bytearray()

    def write(self, data: bytes) -> None:
        """Add what a pickler writes."""
        self._waiting += data
        if len(self._waiting) > _PIECE:
            self.flush()

    def flush(self) -> None:
        """Cache what is waiting."""
        if self._waiting:
            self._memo.put_packed(_SITE, {f"{self._key} {self.count}": bytes(self._waiting)})
            self._waiting.clear()
            self.count += 1


class _Pickler(pickle.Pickler):
    """Pickles a site with the places of briefs and mentions for these."""

    def __init__(self, file: _Rest, places: Mapping[int, _Place]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.dispatch_table = {**copyreg.dispatch_table, MappingProxyType: _taken_apart}
        self._places = places

    def persistent_id(self, value: object) -> _Place | None:
        return self._places.get(id(value)) if type(value) in _APART else None


def _taken_apart(mapping: Mapping[object, object]) -> tuple[Callable[..., Mapping[object, object]], tuple[object, ...]]:
    return _read_only, (dict(mapping),)


def _read_only(mapping: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(mapping)


class _Unpickler(pickle.Unpickler):
    """The other way round."""

    def __init__(self, file: BytesIO, briefs: Mapping[int, Sequence[_KeptText]]) -> None:
        super().__init__(file)
        self._briefs = briefs

    def persistent_load(self, place: _Place) -> object:
        part, number, value = place
        return self._briefs[part][number].values[value]
