"""What a source says of its own text that sounds like "not public", whatever its format calls it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from annotated_briefings.base.dates import days_after
from annotated_briefings.base.hold_back import bare_key, meant_by, names_readers
from annotated_briefings.base.meant.audiences import names_only_readers
from annotated_briefings.base.meant.channels import lacks_web, names_public_time, without_other_ways
from annotated_briefings.base.meant.flags import without_sign
from annotated_briefings.base.meant.states import (
    excludes,
    is_closing_label,
    lacks_approver,
    lacks_time,
    names_open,
    says_not_public,
    shuts_within,
    without_tool,
)
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.hold_times import earlier, hold_time_of, later
from annotated_briefings.intake.stated.marks.reading_states import READING_STATES
from annotated_briefings.intake.stated.marks.use_notes import is_note_key, read_note

TRASH = frozenset("trash trashed deleted deletedbyuser removed bin recyclebin papierkorb corbeille papelera".split())
"""Marks of what its source has thrown away."""
_YES = frozenset("true yes y 1 on ja wahr oui vrai sí si sim да 是 x checked".split())
_NO = frozenset("false no n 0 off nein falsch non faux não нет 否 none null never".split())
_PUBLIC = frozenset(
    "public publish published normal unclassified clear white live online visible open everyone everybody anyone all "
    "world free general released release approved final finished done complete completed active ready current ok "
    "success successful succeeded processed parsed crawled fetched downloaded enabled inherit 200 veröffentlicht "
    "öffentlich offen freigegeben publié publique publicado público pubblicato gepubliceerd опубликовано 公开 已发布 "
    "公開 مسموح منشور عام 발행 공개 opublikowane publicerad открыто yayında sent".split()
).union(READING_STATES)
"""What states and audiences are called that keep nobody out."""
_HELD = (
    frozenset(
        "draft drafts autodraft private pending future scheduled schedule queued hidden unlisted unpublished internal "
        "confidential secret embargo embargoed locked protected password members member memberonly membersonly "
        "subscribers paid premium tiers restricted review inreview needsreview inprogress wip todo onhold hold "
        "rejected archived offline invisible disabled inactive entwurf privat intern vertraulich geheim gesperrt "
        "versteckt wartend geplant brouillon privé confidentiel borrador privado confidencial bozza riservato "
        "rascunho черновик скрыто 草稿 下書き 非公開 companyconfidential interno interna interne riservata "
        "vertrouwelijk poufne tajne konfidentiell hemlig gizli özel taslak utkast szkic confidentielle eingeschränkt "
        "restreint restreinte limitée restringido limitado limitata beschränkt nonpublic конфиденциально секретно "
        "внутренний внутреннее приватно 内部 內部 机密 機密 秘密 私密 私人 保密 社内 社外秘 部外秘 내부 대외비 비공개 "
        "초안 مسودة خاص داخلي سري سرّي redaktion rédaction redacción redazione redactie редакция 编辑部 編集部 "
        "newsroom editors mitarbeiter abonnenten mitglieder abonnés membres suscriptores miembros socios employees "
        "personnel empleados personal red amber green unsent staff desk team followers friends onlyme nobody".split()
    )
    | TRASH
)
_GOOD = frozenset(
    "active isactive enabled isenabled listed islisted viewable isviewable published ispublished publish public "
    "ispublic live islive ready isready online isonline visible isvisible available isavailable approved isapproved "
    "reviewed isreviewed publishable shared isshared render rendered veröffentlicht öffentlich sichtbar publié publie "
    "publicado pubblicato gepubliceerd опубликовано 公开 发布 發布 公開 منشور".split()
)
"""Keys that hold back when they are denied; all others do when they are affirmed."""
_STATES = frozenset(
    "status state poststatus visibility access audience workflow workflowstate reviewstatus publishstatus 状态 حالة "
    "tlp permissions sensitivity classification confidentiality stage".split()
)
"""Keys whose values are names of states or audiences."""
_LOOSE = frozenset("state access audience permissions workflow classification stage".split())
"""Those of them that may be about something else: a place, a price, a topic."""
_MORE = frozenset(
    "active enabled listed viewable premium subscribersonly subscriberonly paidonly paywalled sensitivity "
    "classification confidentiality workflowstate stage".split()
)
_STRICT = frozenset(
    "draft drafts isdraft status poststatus visibility private isprivate hidden ishidden secret confidential password "
    "postpassword locked embargoed sensitivity unpublished unlisted hold onhold holdback".split()
)
"""Keys whose unknown values hold back: the others may be about something else."""
_SURE = frozenset(
    "private draft unpublished confidential embargoed unlisted secret membersonly subscribersonly internalonly "
    "entwurf inreview pendingreview needsreview onhold notpublished notpublic internaluseonly vertraulich brouillon "
    "confidentiel borrador confidencial wip donotpublish nopublish notforpublication embargo staffonly deskonly".split()
)
"""Values that hold back under any key."""
_SUBJECTS = frozenset(
    "title headline name subject text body content summary description author authors byline category categories "
    "section sections tag tags keyword keywords topic topics genre slug id url link outlet source publisher company "
    "organisation organization org brand product team person place city location venue event game sport client "
    "customer band film book album song species".split()
)
"""Keys that say what a text is about or where it is, and not who may see it."""
_INNER = frozenset(
    "sys build meta metadata workflow flags settings attributes fields options properties post article publishing "
    "publication access permissions visibility status data frontmatter params extra state moderation system "
    "moderationstate "
    "contentmoderation moderationinfo headers httpheaders".split()
)
_VALUES = frozenset("level value name state status type scope role group is".split())
"""Keys below one that names a state, under which that state is."""
_WRAPPING = frozenset("value targetid name label code key".split())
"""Keys below which programs put the one value of a field: `status: [{"value": false}]`."""
_PUBLISHING = regex(
    r"publi|pubdate|releas|post|online|live|visib|display|issue|veröff|sichtb|公開|公开|发布|發布|게시|배포|опублик"
)
"""What the names of days have that are days of publication."""
_TAGS = frozenset("tag tags label labels flag flags".split())
_REPEATED = regex(r" \(\d+\)$")
_TAG_MARKS = regex(r",|(?<!\w):|:(?!\w)")
"""What parts tags that are written in a line; org-mode has colons around them."""
_SMALL = frozenset("only the a for of and or to in is not nur der die das für und le la les de du et el los".split())
_BESIDE = frozenset(
    "use editorial board level access strictly review approval distribution circulation hoch high élevé".split()
)
"""Words beside those that name an audience."""
_CACHED = "cachecontrol"
"""The key that says where copies may be kept: `private` keeps them with one reader."""
_BUILD = "build"
"""The key below which a page of Hugo says where it is shown: `list: never`."""
_FALSE = frozenset(("false", "0"))
_ISO_DAY = regex(r"\d{4}-\d\d-\d\d")
_DAY = regex(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")


class Mark(Value):
    """What holds an article back."""

    held: str = ""
    """Why it is not public, in the source's own words; empty where nothing says so."""
    embargo: str = ""
    """Moment from which on it may be public, as the source states it."""
    expires: str = ""
    """Moment from which on it may not be public any longer, as the source states it."""


NO_MARK = Mark()
"""The mark of what is public."""


def joined(marks: Iterable[Mark]) -> Mark:
    """What several places say together: the first reason, the latest wait and the earliest end."""
    held, embargo, expires = "", "", ""
    for mark in marks:
        held, embargo = held or mark.held, later(embargo, mark.embargo)
        expires = earlier(expires, mark.expires)
    return Mark(held, embargo, expires)


def marked(given: Given, mark: Mark) -> Given:
    """What is stated of an article, with a mark as well."""
    both = joined((Mark(given.held, given.embargo, given.expires), mark))
    return replace(given, held=both.held, embargo=both.embargo, expires=both.expires)


def read_marks(pairs: Iterable[tuple[str, Any]], known: frozenset[str] = frozenset(), depth: int = 2) -> Mark:
    """What the keys of a record, of front matter or of a message say of who may see it.

    ``known`` are keys that only say when something was published; ``depth`` is how many levels below are looked at.
    """
    held, embargo, expires = "", "", ""
    stated: list[tuple[str, str]] = []
    days = {bare_key(one) for one in known}
    for written, value in without_other_ways(pairs):
        key = without_tool(_REPEATED.sub("", written))
        bare = bare_key(key)
        value = _unwrapped(value)
        closed = excludes(key, value) or shuts_within(key, value) or lacks_web(written, value)
        closed = closed or (bare not in _SUBJECTS and names_only_readers(_plain(value)))
        shut = f"{written}: {_shown(value)}" if closed else ""
        embargo = later(embargo, moment_of(value) if bare not in days and names_public_time(key) else "")
        if depth and isinstance(value, Mapping) and bare in _INNER:
            # What is below `access` or `visibility` says what these say.
            below = read_marks(((_inner_key(key, bare, str(k)), v) for k, v in value.items()), known, depth - 1)
            held, embargo = held or below.held or shut, later(embargo, below.embargo)
            expires = earlier(expires, below.expires)
            continue
        said = _said(key, value) or _by_tool(key, bare, value)
        if isinstance(value, str) and is_note_key(key):
            note = read_note(value)
            said, embargo = said or (f"{key}: {note.held}" if note.held else ""), later(embargo, note.embargo)
        if bare in days:
            stated.append((key, moment_of(value)))
            # `published: false` among the names of days.
            held = held or said or (f"{key}: {_shown(value)}" if bare in _GOOD and _plain(value) in _NO else "")
            continue
        meaning = meant_by(key) or ("draft" if bare.removeprefix("is") in _MORE else "")
        if meaning in ("publish_at", "embargo_until"):
            moment = moment_of(value)
            embargo = later(embargo, moment)
            if not moment and _plain(value) not in ({""} if meaning == "publish_at" else _NO | {""}):
                held = held or f"{key}: {_shown(value)}"
        elif meaning == "expires_at":
            end = moment_of(value)
            expires = earlier(expires, end)
            held = held or ("" if end or _plain(value) in _NO | _YES | {""} else f"{key}: {_shown(value)}")
        elif meaning == "draft":
            # `publish: 2031-03-05` names the day.
            embargo = later(embargo, moment_of(value) if bare in _GOOD and _PUBLISHING.search(bare) else "")
            held = held or _held(key, bare, value)
        elif bare in _TAGS:
            marked = [one for one in _listed(value) if bare_key(one) in _SURE]
            held = held or (f"{key}: {marked[0]}" if marked else "")
        elif names_readers(key, _plain(value)):
            held = held or f"{key}: {_shown(value)}"
        elif bare not in _SUBJECTS:
            sure = [one for one in (value if isinstance(value, list) else [value]) if bare_key(_plain(one)) in _SURE]
            held = held or (f"{key}: {_shown(sure[0])}" if sure else "")
        held = held or said or shut
    return Mark(held, later(embargo, _scheduled(stated)), expires)


def _unwrapped(value: Any) -> Any:
    """The one value of a field that a program wraps up; any other value as it is."""
    while True:
        if isinstance(value, list) and len(value) == 1 and not isinstance(value[0], str):
            value = value[0]
        elif isinstance(value, Mapping) and len(value) == 1 and bare_key(str(next(iter(value)))) in _WRAPPING:
            value = next(iter(value.values()))
        else:
            return value


def _scheduled(stated: list[tuple[str, str]]) -> str:
    """Of several days that a record states, the one on which it is published, where that is after another by more than
    a day: the other one is the day on which it was written."""
    days = [(key, moment, moment[:10]) for key, moment in stated if _ISO_DAY.match(moment)]
    first = min((day for *_, day in days), default="")
    behind = [(key, moment) for key, moment, day in days if day > _day_after(first)]
    return max((one for key, one in behind if _PUBLISHING.search(bare_key(key)) or names_public_time(key)), default="")


def _day_after(day: str) -> str:
    try:
        return days_after(day, 1)
    except ValueError:
        return day


def _inner_key(key: str, bare: str, inner: str) -> str:
    """What a key below another says: `visibility: {level: ...}` names a visibility."""
    if bare in _STATES and bare_key(inner) in _VALUES:
        return key
    return "listed" if bare == _BUILD and bare_key(inner) == "list" else inner


def _by_tool(key: str, bare: str, value: Any) -> str:
    """The mark that single programs make by a value which says nothing elsewhere: a page without an address, the id of
    a draft, the number of a state."""
    plain = _plain(value)
    unpublished = (bare in ("permalink", "status", "poststatus") and plain in _FALSE) or (
        bare == "id" and plain.startswith("drafts.")
    )
    unpublished = unpublished or (bare == "distribution" and plain == "iu")
    unpublished = unpublished or (bare == _CACHED and "private" in re.split(r"[\W_]+", plain))
    return f"{key}: {_shown(value)}" if unpublished else ""


def _said(key: str, value: Any) -> str:
    """The mark that a key and its value make by the words of any language, or nothing."""
    items = value if isinstance(value, list) else [value]
    if label := next((one for one in _listed(value) if is_closing_label(key, one)), ""):
        return f"{key}: {label}"
    written = "" if value is None else str(value)
    if lacks_time(key, written) or lacks_approver(key, written):
        return f"{key}: (empty)"
    return f"{key}: {_shown(value)}" if items and all(says_not_public(key, _plain(one)) for one in items) else ""


def says_state(key: str) -> bool:
    """Whether a key speaks of who may see a text, or from when on."""
    bare = bare_key(key)
    return (
        bare in _STATES or bare in _GOOD or meant_by(key) in ("draft", "publish_at", "embargo_until") or bare in _TAGS
    )


def is_open(value: str) -> bool | None:
    """Whether a value names a state or an audience that keeps nobody out, or one that does; None for any other."""
    words = [word for word in re.split(r"[\W_]+", value.casefold()) if word not in _SMALL]
    if bare_key(value) in _PUBLIC:
        return True
    closed = bare_key(value) in _HELD | _SURE | _YES | _NO or any(word in _HELD for word in words)
    return False if closed and all(word in _HELD | _PUBLIC | _YES | _NO | _BESIDE for word in words) else None


def is_yes(value: str) -> bool:
    """Whether a value affirms."""
    return _plain(value) in _YES


def is_trash(held: str) -> bool:
    """Whether a mark says that the source has thrown its text away."""
    key, colon, value = held.rpartition(": ")
    return bare_key(value) in TRASH or bool(colon and bare_key(key) in TRASH and _plain(value) in _YES)


def _held(key: str, bare: str, value: Any) -> str:
    """The mark that a key and its value make, or nothing."""
    if isinstance(value, list):
        found = [_held(key, bare, one) for one in value]
        return next(filter(None, found), "") if all(found) or bare in ("flags",) else ""
    plain, shown = _plain(value), _shown(value)
    if not plain:
        return ""
    if bare_key(plain) in _HELD and not (bare in _GOOD and plain in _YES):
        return shown
    if bare in _GOOD:
        return f"{key}: {shown}" if plain in _NO else ""
    if plain in _NO or (plain in _PUBLIC and plain not in _YES):
        return ""
    if bare in _STATES and names_open(plain):
        return ""
    if bare in _STATES and any(word in _HELD for word in re.split(r"[\W_]+", plain)):
        return shown
    if bare in _LOOSE:
        return ""
    if bare in ("password", "postpassword"):
        return "password"
    if plain in _YES:
        return "" if bare in _STATES else f"{key}: {shown}"
    return shown if bare in _STRICT or bare in _STATES else ""


def _listed(value: Any) -> list[str]:
    """The tags of a list, or of a text that commas part."""
    items = value if isinstance(value, list) else _TAG_MARKS.split(value) if isinstance(value, str) else []
    return [one.strip().lstrip("#") for one in items if isinstance(one, str)]


def _plain(value: Any) -> str:
    said = str(value).strip().casefold() if isinstance(value, (str, int, float)) else ""
    return without_sign(said)


def _shown(value: Any) -> str:
    return " ".join(str(value).lower().split() if isinstance(value, bool) else str(value).split())[:60]


def moment_of(value: Any) -> str:
    """A day or a time, with or without a zone: in ISO 8601 where it is written so, else as it is written; empty for
    anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = str(value).strip()
    found = _DAY.fullmatch(text)
    if found:
        return found[0].replace(" ", "T", 1).replace("Z", "+00:00")
    return hold_time_of(text) if len(text) >= len("20310305") else ""
