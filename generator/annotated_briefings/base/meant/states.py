"""What keys and values say of who may read something, and whether it may be read yet, in the languages of
``state_words.txt``.

A key or a value says so when every word of it is a word of one language that does: `cleared for release`, `nicht
öffentlich`. `private_school` is about a school. Two polarities meet: a word such as `published` holds back where it is
denied, a word such as `draft` where it is affirmed or names readers.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import category, normalize

from annotated_briefings.base.meant.approvals import awaits_somebody, lacks_consent, names_consent
from annotated_briefings.base.meant.flags import without_sign
from annotated_briefings.base.meant.waits import names_condition
from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.base.regex import regex

_FILES = ("state_words.txt", "way_words.txt", "field_words.txt")
_WORDS = regex(r"[^\W_]+")
_CAMEL = regex(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_UNSEEN = frozenset(("Mn", "Mc", "Me", "Cf"))
_LONGEST = 60
_NOT = frozenset("not no non un nicht kein ne pas não nao niet nie inte ikke ikkje ei не нет".split())
"""Words within a key that turn its sense."""
_TIMES = frozenset("at on date time from after day am um le el il".split())
"""Words that make of a key the time of a state: `published_at`."""
_SUBJECTS = frozenset(
    "tag tags category categories label labels flag flags keyword keywords kategorie kategorien schlagwort schlagworte "
    "schlagworter stichwort stichworte stichworter etikett etiketten categorie categories etiquette etiquettes cle "
    "cles categoria categorias etiqueta etiquetas clave etichetta etichette chiave trefwoord trefwoorden categorieen "
    "kategori kategorier etiketter nyckelord kategoria tagi etykieta etykiety kluczowe stitek stitky etiket etiketler "
    "anahtar категория категории метка метки тег теги мітка мітки теґи タグ カテゴリ "
    "カテゴリー 标签 標籤 分类 分類 태그 분류".split()
)
"""Keys whose values are subjects, among which some editors put a state."""
_NO_LABEL = frozenset(("topic", "web", "site", "print", "ways", "goes"))
"""What a subject speaks of, beside a word that closes, where it is a subject: `hidden web`."""
_BY = (["by"], ["von"], ["durch"], ["par"], ["por"], ["da"], ["door"], ["av"], ["af"])
"""Words at the end of a key that lead to a name."""
_PUBLISHED = (["publication"], ["published"], ["publish"], ["release"], ["released"])
"""Words behind `first` or `last` in the name of the time at which a text was published."""
_TOOLS = frozenset("dg obsidian quartz notion logseq hugo jekyll ghost wp wordpress share site web blog".split())
"""Names of tools before their keys: `dg-publish`."""
_OF = frozenset(
    "of for des der dem einer eines zum zur für de du d la le les pour del della dello dei di per da do dos para van "
    "voor för av af til om dla do pro για του της про о об за на для".split()
)
"""Words behind a word for a draft that say what is drafted: `entwurf-des-haushalts` is a file about one."""
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Letters of languages that put no blanks between words."""


def denies(value: str) -> bool:
    """Whether a value says no, or not yet."""
    return bool(_kinds(value) & {"no", "wait"})


def affirms(value: str) -> bool:
    """Whether a value says yes."""
    return "yes" in _kinds(value)


def is_answer(value: str) -> bool:
    """Whether a value is a yes or a no, and so no name of anything: `website: no`."""
    return denies(value) or affirms(value)


def is_closed(value: str) -> bool:
    """Whether a value names a state that is not public, or the only readers."""
    kinds = _kinds(value)
    good = bool(kinds & {"open", "good"}) and not {"no", "closed"} <= kinds
    return bool(kinds & {"closed", "wait", "readers", "draft"}) and not good


def is_not_public(key: str, value: str) -> bool:
    """Whether a key and its value together hold something back."""
    kinds = _kinds(_spaced(key), is_key=True)
    if _lacks_consent(key, value):
        return True
    if not kinds or len(value) > _LONGEST:
        return False
    turned = "not" in kinds
    if "state" in kinds and is_closed(value):
        return True
    if {"only", "readers"} <= kinds and not turned and affirms(value):
        return True
    if "wait" in kinds and kinds & {"good", "approval"} and not turned and (affirms(value) or denies(value)):
        # `publish_later: true`.
        return affirms(value)
    if "approval" in kinds and not turned:
        return denies(value) or is_closed(value) or value.strip().casefold() == "open"
    if "check" in kinds and not turned and (is_closed(value) or awaits_somebody(value)):
        return True
    if "closed" in kinds:
        return denies(value) if turned else affirms(value) or "readers" in _kinds(value)
    if "good" in kinds:
        return affirms(value) if turned else denies(value) or is_closed(value) or names_condition(value)
    return False


def awaits_approval(text: str) -> bool:
    """Whether words say, and nothing else, that somebody has yet to agree to a text: `sign-off pending`."""
    kinds = _kinds(text)
    return "approval" in kinds and bool(kinds & {"no", "wait"})


def lacks_approval(key: str, value: str) -> bool:
    """Whether a key is about a consent that a text needs, and its value says that it is not there yet."""
    approval = "approval" in _kinds(_spaced(key), is_key=True)
    return _lacks_consent(key, value) or (approval and is_not_public(key, value))


def _lacks_consent(key: str, value: str) -> bool:
    # The Turkish `yayınlanma` is a publication, and the beginning of words for none.
    return not names_open(value) and lacks_consent(_spaced(key), without_sign(value))


def lacks_approver(key: str, value: str) -> bool:
    """Whether a key is about who has agreed to a text, and nobody has: an empty `approved_by`."""
    if value.strip():
        return False
    words = key_words(key)
    kinds = _kinds(" ".join(words), is_key=True)
    return "approver" in kinds or (words[-1:] in _BY and "approval" in kinds) or names_consent(" ".join(words))


def names_open(value: str) -> bool:
    """Whether a value names a state, or readers, that keep nobody out, in any language."""
    kinds = _kinds(value)
    return bool(kinds & {"open", "good"}) and not kinds & {"closed", "wait", "readers", "no"}


def time_meant(key: str) -> str:
    """The field of a brief that a key means which is the time of a state in any language: `sichtbar_ab`, `visible
    until`; empty for any other key."""
    kinds = _kinds(_spaced(key), is_key=True)
    if "good" not in kinds or not {"from", "until"} & kinds or kinds & {"closed", "not"}:
        return ""
    return "publish_at" if "from" in kinds else "expires_at"


def draft_word(name: str) -> str:
    """The word for a draft with which a name begins or ends; empty where there is none."""
    words = _WORDS.findall(_folded(name))
    while words and words[-1].isdigit():
        words.pop()
    for forms in _draft_words() if len(words) > 1 or not name.isascii() else ():
        spelled = "".join(forms)
        first, behind = tuple(words[: len(forms)]), words[len(forms) : len(forms) + 1]
        ends = (() if behind and behind[0] in _OF else first, tuple(words[-len(forms) :]))
        glued = (
            not spelled.isascii()
            and _UNSPACED.match(spelled)
            and (words[0].startswith(spelled) or words[-1].endswith(spelled))
        )
        if forms in ends or glued:
            return " ".join(forms)
    return ""


@cache
def _draft_words() -> tuple[tuple[str, ...], ...]:
    return tuple(form for table in _tables().values() for form, kinds in table.items() if "draft" in kinds)


def without_tool(key: str) -> str:
    """A key without the name of a tool before it."""
    first, *rest = key_words(key) or [""]
    return " ".join(rest) if rest and first in _TOOLS else key


def lacks_time(key: str, value: str) -> bool:
    """Whether a key is the time of publication as programs keep it, and has none: an empty `published_at`."""
    words = key_words(key)
    first = words[:1] in (["first"], ["last"], ["initial"])
    words = words[first:]
    timed = words[:1] in (["published"], ["released"], ["live"]) and words[1:] in (["at"], ["on"], ["from"])
    timed = timed or (first and words[:1] in _PUBLISHED and words[1:] in (["at"], ["on"], ["date"], ["time"]))
    return timed and not value.strip()


def names_subjects(key: str) -> bool:
    """Whether the values of a key are subjects, such as tags."""
    return not _SUBJECTS.isdisjoint(key_words(key)[-1:])


def is_closing_label(key: str, value: str) -> bool:
    """Whether a subject, such as a tag, is no subject and says that a text is not public."""
    kinds = _kinds(value.lstrip("#"))
    return names_subjects(key) and "closed" in kinds and kinds.isdisjoint(_NO_LABEL)


def field_kinds(key: str) -> frozenset[str]:
    """What the words of a key do, by the kinds of the tables."""
    return _kinds(_spaced(key), is_key=True)


def key_words(key: str) -> list[str]:
    """The words of a key in small letters: `fieldStatus` has two."""
    return _WORDS.findall(_spaced(key))


def value_kinds(value: str) -> frozenset[str]:
    """What the words of a value do, by the kinds of the tables."""
    return _kinds(value)


def is_closing_word(text: str) -> bool:
    """Whether words say that something is not for everybody, or not yet, and nothing else: `intern`."""
    return "closed" in _kinds(text)


def _spaced(key: str) -> str:
    return _folded(_CAMEL.sub(" ", normalize("NFKC", key)))


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    plain = normalize("NFD", normalize("NFKC", text).casefold().replace("ı", "i"))
    return normalize("NFC", "".join(c for c in plain if category(c) not in _UNSEEN))


@lru_cache(maxsize=4096)
def _kinds(text: str, is_key: bool = False) -> frozenset[str]:
    """What the words of a text do, or a sign in their place; nothing where a language does not know all of them."""
    text = without_sign(text)
    words = _WORDS.findall(_folded(text)) if len(text) <= _LONGEST else []
    found: set[str] = set()
    for table in _tables_with(words[0], is_key) if words else ():
        kinds = _read(words, table, is_key)
        if kinds - {"beside"}:
            found |= _in_sense(kinds - {"beside"}, is_key)
    return frozenset(found)


def _in_sense(kinds: set[str], is_key: bool) -> set[str]:
    """What words do together where one of them turns another."""
    rest = kinds - {"deny", "yet"}
    if is_key:
        return rest | ({"not"} if "deny" in kinds else set())
    if "deny" not in kinds:
        return rest | ({"wait"} if {"yet", "no"} <= kinds else set())
    if not rest or ("yet" in kinds and rest == {"from"}):
        # The Arabic word for `yet` is that for `after`.
        return {"no", "wait"} if "yet" in kinds else {"no"}
    return {"closed"} if rest & {"good", "open"} else set()


def _tables_with(first: str, is_key: bool) -> Iterable[dict[tuple[str, ...], frozenset[str]]]:
    """The tables in which words may be read of which this is the first one."""
    if _UNSPACED.fullmatch(first) or (is_key and first in _NOT):
        return _tables().values()
    return _by_first_words().get(first, ())


@cache
def _by_first_words() -> dict[str, list[dict[tuple[str, ...], frozenset[str]]]]:
    """The tables by the words with which their phrases begin."""
    out: dict[str, list[dict[tuple[str, ...], frozenset[str]]]] = {}
    for table in _tables().values():
        for first in {phrase[0] for phrase in table if phrase}:
            out.setdefault(first, []).append(table)
    return out


def _read(words: list[str], table: dict[tuple[str, ...], frozenset[str]], is_key: bool) -> set[str]:
    found: set[str] = set()
    at = 0
    while at < len(words):
        end = next((n for n in range(min(len(words), at + 4), at, -1) if tuple(words[at:n]) in table), 0)
        if end:
            found |= table[tuple(words[at:end])]
            at = end
        elif parts := _parted(words[at], table) if _UNSPACED.fullmatch(words[at]) else []:
            found |= frozenset[str]().union(*(table[part,] for part in parts))
            at += 1
        elif is_key and words[at] in _NOT:
            found.add("not")
            at += 1
        elif is_key and at and words[at] in _TIMES:
            at += 1
        else:
            return set()
    return found


def _parted(word: str, table: dict[tuple[str, ...], frozenset[str]]) -> list[str]:
    """The words of a table of which a word is made, the longest first; none where it is made of others too."""
    parts: list[str] = []
    while word:
        end = next((n for n in range(len(word), 0, -1) if (word[:n],) in table), 0)
        if not end:
            return []
        parts.append(word[:end])
        word = word[end:]
    return parts


@cache
def _tables() -> dict[str, dict[tuple[str, ...], frozenset[str]]]:
    """For each language what its words and phrases do."""
    tables: dict[str, dict[tuple[str, ...], frozenset[str]]] = {}
    for file in _FILES:
        for language, own in words_by_language("base.meant", file, None).items():
            table = tables.setdefault(language, {})
            for kind, words in own.items():
                for word in words:
                    form = tuple(_WORDS.findall(_folded(word)))
                    table[form] = table.get(form, frozenset()) | {kind}
    return tables
