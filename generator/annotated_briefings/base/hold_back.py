"""Keys that sound like "not yet" or "not for everybody", however they are spelled.

Editors, and tools of other makers, use many names for holding a text back. A misspelt one must never publish: every key
that is like one of these names is taken for what it means.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from annotated_briefings.base.diagnostics.similar import is_misspelt

_MEANINGS = {
    "draft": (
        "draft drafts isdraft indraft wip unpublished notpublished unlisted hidden hide hideme private isprivate "
        "secret confidential internal visibility visible isvisible status state poststatus workflow published "
        "ispublished publish public ispublic live islive ready online offline hold holdback onhold locked ready "
        "membersonly password review inreview pending trash trashed deleted archived noindex entwurf entwuerfe "
        "entwürfe veröffentlicht öffentlich unveröffentlicht gesperrt sichtbar brouillon publié publie privé "
        "borrador publicado privado bozza pubblicato rascunho concept gepubliceerd черновик опубликовано скрыто 草稿 "
        "状态 公开 發布 发布 下書き 公開 مسودة منشور حالة"
    ),
    "publish_at": (
        "publishat publishdate publishon publishtime publishafter publicationdate publicationtime pubdate "
        "publishing scheduled schedule scheduledat scheduledfor scheduleat goesliveat golive livefrom liveat "
        "releasedate release releaseat availablefrom available notbefore validfrom startdate showfrom visiblefrom "
        "postdate ab veröffentlichenab veröffentlichungsdatum publieele datedepublication fechadepublicacion"
    ),
    "embargo_until": (
        "embargo embargos embargoes embargoed isembargoed embargountil embargoeduntil embargodate embargoend "
        "embargoends embargotime underembargo sperrfrist sperrfristbis sperrvermerk embargada embargojusque 禁令 حظر"
    ),
    "expires_at": (
        "unpublish expires expire expiry expired expiresat expireson expirydate expirationdate expiration "
        "expireafter unpublishat unpublishdate unpublishon archiveat archivedate validuntil validto until enddate "
        "removeat removeafter removeon deleteat deleteafter takedown takedownat hideafter offlineat showuntil "
        "visibleuntil ablaufdatum ablauf gültigbis expiration dateexpiration caduca vence scade"
    ),
}
"""Field of a brief to the keys that mean it, in lower case and without hyphens, underscores and spaces."""
_MORE = (
    "access audience tlp offtherecord redacted todo sketch preliminary unfinished unready incomplete "
    "buildoptions build render rendered eleventyexcludefromcollections excludefromcollections permissions "
    "shared isshared unshared restricted classification classified sensitivity confidentiality clearance "
    "paywall paywalled haspaywall blocked isblocked embargostatus readers readership viewers viewableby visibleto "
    "sharedwith distribution circulation subscribersonly paidonly premium ispremium"
)
"""Further keys that mean ``draft``: who may see something, and what other generators leave out by."""
_PARTS = {
    "draft": (
        "draft drafts private hidden unpublished unlisted confidential internal secret publish published "
        "publishable hold review reviewed approved approval unapproved vertraulich geheim intern entwurf "
        "brouillon confidentiel borrador confidencial bozza riservato rascunho черновик секретно 草稿 机密"
    ),
    "embargo_until": "embargo embargoed sperrfrist эмбарго",
    "expires_at": "expire expires expired expiry",
}
"""Words that mean the same alone or as a part of a longer key."""
_BY_KEY = {key: field for field, keys in _MEANINGS.items() for key in keys.split()} | dict.fromkeys(
    _MORE.split(), "draft"
)
_BY_PART = {part: field for field, parts in _PARTS.items() for part in parts.split()}
_OTHERS = frozenset(
    "publisher publishers publishername releases expert experts export exports statement statements region".split()
)
"""Keys that are like one of these by chance."""


_OPEN_TO = frozenset("for scope level tier group groups role roles".split())
"""Keys that say who may see something where their value names readers, and are about something else otherwise."""
_CLOSED_TO = re.compile(
    r"\b(?:only|desk|staff|internal|intern|private|members?|subscribers?|editors?|confidential|secret|restricted|team|"
    r"redaktion|rédaction|redacción|vertraulich|premium|paid|followers|friends)\b",
    re.IGNORECASE,
)


def names_readers(key: str, value: str) -> bool:
    """Whether a key and its value name the only readers of something, such as ``for: desk only``."""
    return bare_key(key) in _OPEN_TO and len(value) < 60 and bool(_CLOSED_TO.search(value))


def bare_key(key: str) -> str:
    """A key without what people spell in several ways: capitals, hyphens, underscores, points and spaces."""
    return re.sub(r"[\W_]+", "", normalize("NFKC", key).casefold())


def _parts(key: str) -> list[str]:
    """The words that a key is made of: `needs_review`, `needs-review` and `needsReview` have two."""
    spaced = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", " ", normalize("NFKC", key))
    return re.split(r"[\W_]+", spaced.casefold())


@lru_cache(maxsize=1024)
def meant_by(key: str) -> str:
    """The field that a key which no table knows may be meant for: ``draft``, ``publish_at``, ``embargo_until`` or
    ``expires_at``; empty where it is like none of them."""
    bare = bare_key(key)
    if bare in _OTHERS:
        return ""
    for form in (bare, bare.removesuffix("s"), re.sub(r"^(is|post|page|entry|item|article|brief|note)", "", bare)):
        if form in _BY_KEY:
            return _BY_KEY[form]
    # The names of our own fields first: `publish_axt` is nearer to `publish_at` than to `publish`.
    own = [(bare_key(field), field) for field in _MEANINGS]
    return _misspelt(bare, own) or _part_of(key) or _misspelt(bare, _BY_KEY.items())


def _part_of(key: str) -> str:
    for part in _parts(key):
        if part in _BY_PART:
            return _BY_PART[part]
    return ""


def _misspelt(bare: str, names: Iterable[tuple[str, str]]) -> str:
    for known, field in names:
        allowed = 0 if len(known) < 5 else 1 if len(known) < 9 else 2
        # `craft` is another word, and `rdaft` is not.
        likely = bare[:1] == known[:1] or sorted(bare) == sorted(known)
        if allowed and likely and is_misspelt(bare, known, allowed):
            return field
    return ""
