"""Keys that sound like "not yet" or "not for everybody", however they are spelled.

Editors, and tools of other makers, use many names for holding a text back. A misspelt one must never publish: every key
that is like one of these names is taken for what it means.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import normalize

from annotated_briefings.base.diagnostics.similar import is_misspelt
from annotated_briefings.base.meant.states import time_meant
from annotated_briefings.base.package_files import package_text
from annotated_briefings.base.regex import regex

_MEANINGS = {
    "draft": (
        "draft drafts isdraft indraft wip headless isheadless "
        "unpublished notpublished unlisted hidden hide hideme private isprivate "
        "secret confidential internal visibility visible isvisible status state poststatus workflow published "
        "ispublished publish public ispublic live islive ready online offline hold holdback onhold locked ready "
        "membersonly password review inreview pending trash trashed deleted archived noindex entwurf entwuerfe "
        "entwürfe veröffentlicht öffentlich unveröffentlicht gesperrt sichtbar brouillon publié publie privé "
        "borrador publicado privado bozza pubblicato rascunho concept gepubliceerd черновик опубликовано скрыто 草稿 "
        "状态 公开 發布 发布 下書き 公開 مسودة منشور حالة "
        "nopublish donotpublish dontpublish neverpublish nopublication nopublishing notforpublication notforrelease "
        "skippublish skippublishing excludefrompublication withhold withheld nichtveröffentlichen nichtpublizieren "
        "nepaspublier nopublicar nonpubblicare nãopublicar naopublicar nietpubliceren publicerainte måejpubliceras "
        "måikkepubliceres ikkepubliser niepublikować nepublikovat непубликовать непублікувати älajulkaise yayınlama"
    ),
    "publish_at": (
        "publishat publishdate publishon publishtime publishafter publicationdate publicationtime pubdate "
        "publishing scheduled schedule scheduledat scheduledfor scheduleat goesliveat goeslive goesliveon golive "
        "livefrom liveat "
        "releasedate release releaseat availablefrom available notbefore validfrom startdate showfrom visiblefrom "
        "postdate "
        "publishup onlinefrom onlineat displaydate displayfrom deferreddelivery goliveon goliveat "
        "scheduledpublishtime scheduledpublishdate "
        "ab veröffentlichenab veröffentlichungsdatum publieele datedepublication fechadepublicacion"
    ),
    "embargo_until": (
        "embargo embargos embargoes embargoed isembargoed embargountil embargoeduntil embargodate embargoend "
        "embargoends embargotime underembargo sperrfrist sperrfristbis sperrvermerk embargada embargojusque 禁令 حظر"
    ),
    "expires_at": (
        "unpublish expires expire expiry expired expiresat expireson expirydate expirationdate expiration "
        "expireafter unpublishat unpublishdate unpublishon archiveat archivedat archivedate "
        "deletedat trashedat unpublishedat withdrawnat retractedat killdate killat validuntil validto until enddate "
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
    "workinprogress inprogress sharedwith distribution circulation subscribersonly paidonly premium ispremium"
)
"""Further keys that mean ``draft``: who may see something, and what other generators leave out by."""
_PARTS = {
    "draft": (
        "draft drafts private hidden unpublished unlisted confidential internal secret publish published "
        "publishable hold review reviewed approved approval unapproved vertraulich geheim intern entwurf "
        "brouillon confidentiel borrador confidencial bozza riservato rascunho черновик секретно 草稿 机密"
    ),
    "embargo_until": "embargo embargoed sperrfrist эмбарго",
    "expires_at": "expire expires expired expiry takedown unpublish",
}
"""Words that mean the same alone or beside words that change nothing."""
_BESIDE = frozenset(
    "is are was be been not no do dont don t never yet still keep kept set marked must has have needs need "
    "requires require required needed awaiting waiting pending under on in the a an this of off to and or only "
    "use used strictly highly top very until untill till til at from after before by for when date time datetime "
    "day moment end ends ending start starts lift lifts lifted status state flag mode now please auto wp ist nur "
    "noch nicht unter bis ab am um für zur der die das streng est sous ne pas jusque jusqu au le la à en es está "
    "bajo hasta el solo sólo è sotto non fino al il não sob até o só niet tot onder alleen nog jest nie pod не до "
    "под только".split()
)
"""Words beside one of these in a key, which then still says the same: `embargo_ends_on`, `needs_review`."""
_TEXTS = frozenset(
    "post page entry item article brief note story text content document doc news press media article meldung artikel "
    "beitrag presse nota articulo artículo".split()
)
"""What is held back, before the word for it: `post_draft`, `press_embargo`."""
_NOT = frozenset("not no dont never nicht ne pas non não niet nie не".split())
_PUBLICATION = frozenset("publication release distribution circulation veröffentlichung publicación publicação".split())
"""Words that hold back where they are denied: `not_for_publication`."""
_BY_KEY = {key: field for field, keys in _MEANINGS.items() for key in keys.split()} | dict.fromkeys(
    _MORE.split(), "draft"
)
_BY_PART = {part: field for field, parts in _PARTS.items() for part in parts.split()}
_OTHERS = frozenset(
    "publisher publishers publishername releases expert experts export exports statement statements region locker "
    "lockers thrash".split()
)
"""Keys that are like one of these by chance."""


_OPEN_TO = frozenset("for scope level tier group groups role roles".split())
"""Keys that say who may see something where their value names readers, and are about something else otherwise."""
_CLOSED_TO = frozenset(
    "desk staff internal intern private member members subscriber subscribers editor editors confidential secret "
    "restricted team redaktion rédaction redacción vertraulich premium paid followers friends".split()
)
_WITH_THEM = frozenset("only the a our and or of for use eyes nur die der das und für le la les et el los y".split())


_BETWEEN = regex(r"[\W_]+")
_KEY = 60
"""Characters of a key, at most; what is longer is a text."""


def names_readers(key: str, value: str) -> bool:
    """Whether a key and its value name the only readers of something, such as ``for: desk only``."""
    if bare_key(key) not in _OPEN_TO or len(value) >= 60:
        return False
    found = set(re.findall(r"[^\W_]+", value.casefold()))
    return not found.isdisjoint(_CLOSED_TO) and found <= _CLOSED_TO | _WITH_THEM


def bare_key(key: str) -> str:
    """A key without what people spell in several ways: capitals, hyphens, underscores, points and spaces."""
    return _bare(key) if len(key) <= _KEY else _BETWEEN.sub("", normalize("NFKC", key).casefold())


@lru_cache(maxsize=8192)
def _bare(key: str) -> str:
    """Records of one file have the same keys, again and again."""
    return _BETWEEN.sub("", normalize("NFKC", key).casefold())


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
    plain = all(part in _common_words() for part in _parts(key) if part)
    single = bare if plain else bare.removesuffix("s")
    for form in (bare, single, re.sub(r"^(is|post|page|entry|item|article|brief|note)", "", bare)):
        if form in _BY_KEY:
            return _BY_KEY[form]
    if plain:
        # Words that people mean as they are: `stage` is no slip of `state`.
        return _whole(key) or time_meant(key)
    # The names of our own fields first: `publish_axt` is nearer to `publish_at` than to `publish`.
    own = [(bare_key(field), field) for field in _MEANINGS]
    return _misspelt(bare, own) or _whole(key) or time_meant(key) or _misspelt(bare, _BY_KEY.items())


@cache
def _common_words() -> frozenset[str]:
    """Words that texts are full of, and their plurals and other forms."""
    found = package_text("intake.ner", "common_words.txt").split()
    return frozenset(form for word in found for form in (word, f"{word}s"))


def _whole(key: str) -> str:
    """What a key means whose words are one that holds back and others that change nothing; `private_school` is about
    a school."""
    parts = [part for part in _parts(key) if part]
    denied = not _NOT.isdisjoint(parts)
    known = [part for part in parts if part in _BY_PART or (denied and part in _PUBLICATION)]
    first = parts.index(known[0]) if known else 0
    rest = [part for at, part in enumerate(parts) if part not in known and not (at < first and part in _TEXTS)]
    if not known or not all(part in _BESIDE or part.isdigit() for part in rest):
        return ""
    return next((_BY_PART[part] for part in known if part in _BY_PART), "draft")


def _misspelt(bare: str, names: Iterable[tuple[str, str]]) -> str:
    for known, field in names:
        allowed = 0 if len(known) < 5 else 1 if len(known) < 9 else 2
        # `craft` is another word, and `rdaft` is not.
        likely = bare[:1] == known[:1] or sorted(bare) == sorted(known)
        if allowed and likely and is_misspelt(bare, known, allowed) and _is_slip(bare, known):
            return field
    return ""


def _is_slip(bare: str, known: str) -> bool:
    """Whether one letter in place of another is that of the next key: `drift` is no slip of `draft`."""
    if len(bare) != len(known):
        return True
    others = [pair for pair in zip(bare, known, strict=True) if pair[0] != pair[1]]
    swapped = len(others) == 2 and others[0] == others[1][::-1]
    return swapped or all("".join(pair) in _NEIGHBOURS or not "".join(pair).isascii() for pair in others)


_ROWS = (
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qaz",
    "wsx",
    "edc",
    "rfv",
    "tgb",
    "yhn",
    "ujm",
    "wa",
    "es",
    "rd",
    "tf",
    "yg",
)
_NEIGHBOURS = frozenset(pair for row in _ROWS for one, two in pairwise(row) for pair in (one + two, two + one))
"""Letters whose keys touch."""
