"""Header lines of texts and headers of letters that say who may read them: `Visibility: private`, `Audience: staff`."""

import re
from collections.abc import Iterable, Sequence

from annotated_briefings.base.hold_back import bare_key, meant_by, names_readers
from annotated_briefings.base.meant.approvals import states_unapproved
from annotated_briefings.base.meant.states import (
    is_closed,
    is_closing_label,
    is_not_public,
    lacks_approval,
    lacks_approver,
)
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.stated.closed.banners import closes
from annotated_briefings.intake.stated.closed.pleas import pleads
from annotated_briefings.intake.stated.embargoes import release_terms
from annotated_briefings.intake.stated.hold_times import hold_time_of
from annotated_briefings.intake.stated.marks.held import (
    NO_MARK,
    Mark,
    is_open,
    is_state_key,
    is_yes,
    joined,
    read_marks,
)
from annotated_briefings.intake.stated.marks.laid_out_fields import (
    fields_of_heading,
    fields_of_list,
    fields_of_table,
    fields_of_terms,
)
from annotated_briefings.intake.stated.moments import read_until

_LINE = regex(
    r"(?:[\s*_#+>@`({\[|•:-]|\[[ xX]\] )*(?P<key>[^\W\d_][\w .&/'’-]{0,48}?)[*_]*\s?(?:::|[:：=])[\s*_]*"
    r"(?P<value>[^\s*_:：=](?:[^:：=]|(?<=\d):(?=\d)){0,60}?)[\s*_|.`)}\]]*"
)
_TIMES = ("publish_at", "embargo_until", "expires_at")
_MOST_WORDS = 5
"""Words of a value that names a state; what is longer is a sentence."""
_KEYS = {
    key: name
    for name, keys in {
        "visibility": (
            "visibility sichtbarkeit visibilité visibilidad visibilità visibilidade zichtbaarheid widoczność "
            "synlighet видимость görünürlük 可见性 可見性 可見度 公開範囲 公开范围 공개범위 الرؤية الظهور"
        ),
        "status": (
            "status stand bearbeitungsstand veröffentlichungsstatus statut état estado stato situação статус "
            "состояние durum 状态 狀態 発行状態 ステータス 상태 الحالة"
        ),
        "audience": (
            "audience zielgruppe leserkreis empfängerkreis verteiler verteilerkreis publicvisé audiencia "
            "destinatarios pubblico destinatari público doelgroep odbiorcy målgrupp аудитория kitle 受众 受眾 "
            "閲覧範囲 対象 대상 الجمهور"
        ),
        "access": (
            "access zugriff zugang accès acceso accesso acesso toegang dostęp åtkomst доступ erişim 权限 權限 "
            "访问权限 アクセス 접근 الوصول"
        ),
        "classification": (
            "classification einstufung klassifizierung geheimhaltung vertraulichkeit vertraulichkeitsstufe "
            "confidentialité confidencialidad clasificación classificazione riservatezza classificação "
            "confidencialidade vertrouwelijkheid rubricering poufność klauzula sekretess гриф конфиденциальность "
            "gizlilik gizlilikderecesi 密级 密級 保密级别 保密等級 機密区分 秘密区分 보안등급 السرية التصنيف "
            "confidentiality sensitivity distribution circulation diffusion verbreitung verwendung difusión "
            "diffusione difusão verspreiding dystrybucja spridning dağıtım 分发范围 配布 배포"
        ),
        "draft": "entwurf brouillon borrador bozza rascunho szkic utkast черновик taslak 草稿 下書き 초안 مسودة",
        "private": (
            "privat privé privado privato particular prywatne приватно özel 私密 私人 非公開 비공개 خاص intern "
            "interne interno vertraulich confidentiel confidencial riservato vertrouwelijk poufne конфиденциально "
            "gizli 机密 機密 保密 대외비 سري"
        ),
        "public": (
            "öffentlich veröffentlicht publiée publié publicado pubblicato gepubliceerd opublikowane publicerad "
            "опубликовано yayınlandı 公开 公開 발행 공개 منشور عام"
        ),
    }.items()
    for key in keys.split()
}
"""What keys are called in other languages, to what they mean."""
_NAMES_STATE = frozenset(("status", "visibility", "classification"))
"""Those of these meanings whose values are states and nothing else."""
_HEADERS = frozenset(
    "cachecontrol "
    "sensitivity classification confidentiality tlp protectivemarking visibility audience access status state "
    "distribution circulation embargo embargountil embargoed embargodate publishat publishon publishafter releaseat "
    "goliveat internal private confidential restricted draft unpublished hold holduntil onhold secret secrecy "
    "staffonly internalonly internaluse donotpublish notforpublication donotforward nopublish publish public "
    "published readers readership scope sharing share permissions msiplabels privacy review reviewstatus approval "
    "approved expires expiresat expiry expirydate unpublishat takedown takedownat removeat validuntil".split()
)
"""Headers of letters that say who may read them, without `X-` and the name of a maker before it."""
_OTHER_HEADERS = regex(
    r"spam|virus|scan|deliver|mozilla|mailer|message|queue|bounce|gmail|list|auth|dkim|arc|received|track"
    r"|campaign|uidl|imap|keywords|auto|origin|loop|abuse|report|feedback|entity",
    re.IGNORECASE,
)
_DEFERRED = "deferreddelivery"
"""The header by which a mail program sends a letter later."""
_OPEN_BOX = regex(r"\s*(?:[-*+]\s+)?\[ ?\]\s*([^\W\d_][\w -]{2,40}?)\s*", re.IGNORECASE)
"""A line of a list of things to do that is not done."""
_HASHTAGS = regex(r"(?:[^\W\d_]{2,20}\s?[:：]\s*)?(?:#[\w/’'-]+[\s,;|]*)+")
_HASHTAG = regex(r"#([\w/’'-]+)")
_LABEL = regex(r"_Name=([^;]+)", re.IGNORECASE)
_LABELS = "msiplabels"
_EMPTY_BOX = regex(r"(.{2,40}?)[:：]+\s*(?:\[ ?\]|☐|⬜|✗|✘|❌|🚫)\W*")
_EMPTY = regex(r"\W*([^\W_][^:：]{1,40}?)[*_\s]*[:：]+[\s._…–—*-]*")
"""A field with nothing behind its name."""
_PROPERTIES = {"share": "shared", "dgpublish": "publish", "sharelink": "shared"}
"""What note programs call their properties, behind which two colons stand."""
_FLAGS = regex(r"[ROADFTUN]{1,4}|[0-9A-Fa-f]{4,}")
"""What mail programs write into `Status:`: whether a letter was read."""


def read_state_line(line: str, in_head: bool = False) -> Mark | None:
    """What a line of a text says of who may read it, a mark that holds nothing back where it is public; None where it
    is no such line. ``in_head``: whether other header lines are beside it."""
    if _HASHTAGS.fullmatch(line.strip()):
        return _tags_mark(_HASHTAG.findall(line))
    if (box := _EMPTY_BOX.fullmatch(line)) and is_not_public(box[1], "no"):
        return Mark(line.strip())
    if (open_box := _OPEN_BOX.fullmatch(line)) and is_not_public(open_box[1], "no"):
        return Mark(f"{open_box[1]}: [ ]")
    if (empty := _EMPTY.fullmatch(line)) and lacks_approver(empty[1], ""):
        return Mark(f"{empty[1]}: (empty)")
    found = _LINE.fullmatch(line)
    if found is None:
        return Mark(" ".join(line.split())) if states_unapproved(line) else None
    key, value = " ".join(found["key"].split()), " ".join(found["value"].split())
    if label := next((one for one in re.split(r"[,;、，]", value) if is_closing_label(key, one.strip())), ""):
        return Mark(f"{key}: {label.strip()}")
    if lacks_approval(key, value) or ("::" in line and is_not_public(_PROPERTIES.get(bare_key(key), key), value)):
        return Mark(f"{key}: {value}")
    meant = _KEYS.get(bare_key(key), key)
    timed = meant_by(meant) in _TIMES and hold_time_of(value)
    if not timed and len(value.split()) > _MOST_WORDS:
        return None
    if not (timed or is_state_key(meant) or names_readers(key, value) or _shuts(key, value)):
        return None
    mark = _mark(meant, value)
    closed = closes(value) or is_open(value) is False or (bare_key(meant) in _NAMES_STATE and is_closed(value))
    if mark.embargo or mark.expires or (mark.held and (in_head or closed)):
        return Mark(f"{key}: {value}" if mark.held else "", mark.embargo, mark.expires)
    return Mark() if is_open(value) else None


def read_laid_out(text: str) -> Mark:
    """What the rows of a table, terms, properties, or the words beside a heading, say of who may read a text, which
    is given in the signs of Markdown."""
    marks = [_field_mark(key, value) for key, value in (*fields_of_table(text), *fields_of_terms(text))]
    marks += [read_state_line(f"{key}:: {value}") or release_field(key, value) for key, value in fields_of_list(text)]
    for key, value in fields_of_heading(text):
        if is_closing_label(key, value) or (key == "status" and is_not_public(key, value)):
            marks.append(Mark(f"{key}: {value}"))
    return joined(marks)


def _field_mark(key: str, value: str) -> Mark:
    if not value:
        return Mark(f"{key}: (empty)") if lacks_approver(key, "") else NO_MARK
    return read_state_line(f"{key}: {value}") or release_field(key, value)


def release_field(key: str, value: str) -> Mark:
    """What a field says of the consent to its text, or of the time before which that is not to be published."""
    if lacks_approval(key, value):
        return Mark(f"{key}: {value}")
    held, moment = release_terms(f"{key}: {value}")
    return Mark(held, moment)


def _tags_mark(tags: Sequence[str]) -> Mark | None:
    """What the tags of a line say; None where they are subjects."""
    mark = read_marks([("tags", list(tags))])
    shut = next((tag for tag in tags if closes(re.sub(r"[-_/]", " ", tag), near_top=False)), "")
    held = mark.held or (f"tags: {shut}" if shut else "")
    return replace(mark, held=held) if held else None


def _mark(key: str, value: str) -> Mark:
    """What a key and its value say, also where the value is a phrase or a day in words."""
    mark = read_marks([(key, value)])
    moment = "" if mark.embargo or meant_by(key) not in ("publish_at", "embargo_until") else read_until(value)
    if moment:
        return Mark(embargo=moment)
    shut = closes(value) or pleads(value) or _shuts(key, value)
    return replace(mark, held=mark.held or (f"{key}: {value}" if shut else ""))


def _shuts(key: str, value: str) -> bool:
    """Whether a key is a phrase that closes a text, and its value says yes: `X-Do-Not-Publish: 1`."""
    return is_yes(value) and closes(re.sub(r"[-_]", " ", key), near_top=False)


def read_state_lines(
    lines: Sequence[str], heads: frozenset[int], marked: Sequence[str]
) -> tuple[Mark, tuple[int, ...]]:
    """What lines at the top of a text say of who may read it, and their places; ``heads`` are the places of other
    header lines, ``marked`` are the lines in the signs of Markdown."""
    marks: list[Mark] = []
    places: list[int] = []
    for place, line in enumerate(lines):
        in_head = not heads.isdisjoint((place - 1, place + 1))
        tags = _HASHTAGS.fullmatch(line.strip())
        mark = read_state_line(line, in_head)
        if place in heads and not tags:
            # A line that is known to be a header stays one, whatever it says of who may read it.
            marks += [mark] if mark and mark.held else []
            continue
        if mark is None:
            marks.append(read_laid_out(marked[place]))
        elif mark is not None:
            places.append(place)
            marks.append(mark)
    return joined(marks), tuple(places)


def read_headers(headers: Iterable[tuple[str, str]]) -> Mark:
    """What the headers of a letter say of who may read it, its sensitivity and labels of mail programs too."""
    marks: list[Mark] = []
    for name, value in headers:
        value = " ".join(value.split())
        key = _header(name)
        if not key or not value or (bare_key(key) in ("status", "state") and _FLAGS.fullmatch(value)):
            continue
        labels = _LABEL.findall(value) if bare_key(key) == _LABELS else []
        marks += [_mark("classification", label) for label in labels] or [_mark(key, value)]
    return joined(marks)


def _header(name: str) -> str:
    """What a header of a letter is about, without `X-` and the name of its maker; empty where it is about something
    else."""
    if bare_key(name) == _DEFERRED:
        return name
    if _OTHER_HEADERS.search(name):
        return ""
    parts = re.split(r"[-_]", name.lower().removeprefix("x-"))
    forms = (" ".join(parts[start:end]) for end in (len(parts), len(parts) - 1) for start in range(max(end, 0)))
    return next((form for form in forms if bare_key(form) in _HEADERS), "")
