"""Keys that sound like "not yet" or "not for everybody", however they are spelled.

Editors, and tools of other makers, use many names for holding a text back. A misspelt one must never publish: every key
that is like one of these names is taken for what it means.
"""

import re
from functools import lru_cache

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
        "expires expire expiry expired expiresat expireson expirydate expirationdate expiration expireafter "
        "unpublishat unpublishdate unpublishon archiveat archivedate validuntil validto until enddate removeat "
        "removeafter removeon deleteat deleteafter takedown takedownat hideafter offlineat showuntil visibleuntil "
        "ablaufdatum ablauf gültigbis expiration dateexpiration caduca vence scade"
    ),
}
"""Field of a brief to the keys that mean it, in lower case and without hyphens, underscores and spaces."""
_BY_KEY = {key: field for field, keys in _MEANINGS.items() for key in keys.split()}
_OTHERS = frozenset(
    "publisher publishers publishername expert experts export exports statement statements region".split()
)
"""Keys that are like one of these by chance."""


def bare_key(key: str) -> str:
    """A key without what people spell in several ways: capitals, hyphens, underscores, points and spaces."""
    return re.sub(r"[\W_]+", "", key.casefold())


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
    for known, field in _BY_KEY.items():
        allowed = 0 if len(known) < 5 else 1 if len(known) < 9 else 2
        if allowed and is_misspelt(bare, known, allowed):
            return field
    return ""
