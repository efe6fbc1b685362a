"""What keys and values say of who may read something, and whether it may be read yet, in the languages of
``state_words.txt``.

A key or a value says so when every word of it is a word of one language that does: `cleared for release`, `nicht
öffentlich`. `private_school` is about a school. Two polarities meet: a word such as `published` holds back where it is
denied, a word such as `draft` where it is affirmed or names readers.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any
from unicodedata import category, normalize

from annotated_briefings.base.meant.approvals import lacks_consent, names_consent
from annotated_briefings.base.meant.flags import without_sign
from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.base.regex import regex

_FILES = ("state_words.txt", "way_words.txt")
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
_CLOCKS = frozenset("at on date time from after day".split())
"""Words that make of an audience the time at which something was read."""
_PUBLISHED = (["publication"], ["published"], ["publish"], ["release"], ["released"])
"""Words behind `first` or `last` in the name of the time at which a text was published."""
_CHANGES = frozenset("write update delete edit admin create comment moderate owner permission".split())
"""Keys below an audience that name others than readers."""
_TOOLS = frozenset("dg obsidian quartz notion logseq hugo jekyll ghost wp wordpress share site web blog".split())
"""Names of tools before their keys: `dg-publish`."""
_OF = frozenset(
    "of for des der dem einer eines zum zur für de du d la le les pour del della dello dei di per da do dos para van "
    "voor för av af til om dla do pro για του της про о об за на для".split()
)
"""Words behind a word for a draft that say what is drafted: `entwurf-des-haushalts` is a file about one."""
_UNSPACED = regex("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Letters of languages that put no blanks between words."""
_FIGURES = regex(r"[\W\d_]*")
_DEEPEST = 6
"""Levels that are looked at below a key."""


def denies(value: str) -> bool:
    """Whether a value says no, or not yet."""
    return bool(_kinds(value) & {"no", "wait"})


def affirms(value: str) -> bool:
    """Whether a value says yes."""
    return "yes" in _kinds(value)


def is_closed(value: str) -> bool:
    """Whether a value names a state that is not public, or the only readers."""
    kinds = _kinds(value)
    return bool(kinds & {"closed", "wait", "readers", "draft"}) and not kinds & {"open", "good"}


def says_not_public(key: str, value: str) -> bool:
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
    if "closed" in kinds:
        return denies(value) if turned else affirms(value) or "readers" in _kinds(value)
    if "good" in kinds:
        return affirms(value) if turned else denies(value) or is_closed(value)
    return False


def awaits_approval(text: str) -> bool:
    """Whether words say, and nothing else, that somebody has yet to agree to a text: `sign-off pending`."""
    kinds = _kinds(text)
    return "approval" in kinds and bool(kinds & {"no", "wait"})


def lacks_approval(key: str, value: str) -> bool:
    """Whether a key is about a consent that a text needs, and its value says that it is not there yet."""
    approval = "approval" in _kinds(_spaced(key), is_key=True)
    return _lacks_consent(key, value) or (approval and says_not_public(key, value))


def _lacks_consent(key: str, value: str) -> bool:
    # The Turkish `yayınlanma` is a publication, and the beginning of words for none.
    return not names_open(value) and lacks_consent(_spaced(key), without_sign(value))


def lacks_approver(key: str, value: str) -> bool:
    """Whether a key is about who has agreed to a text, and nobody has: an empty `approved_by`."""
    if value.strip():
        return False
    words = _WORDS.findall(_spaced(key))
    kinds = _kinds(" ".join(words), is_key=True)
    return "approver" in kinds or (words[-1:] in _BY and "approval" in kinds) or names_consent(" ".join(words))


def names_open(value: str) -> bool:
    """Whether a value names a state, or readers, that keep nobody out, in any language."""
    kinds = _kinds(value)
    return bool(kinds & {"open", "good"}) and not kinds & {"closed", "wait", "readers", "no"}


def excludes(key: str, value: Any) -> bool:
    """Whether a key speaks of those who may read something, and its value, however nested, names some and not
    everybody: `acl: [members]`, `privacy: {level: friends}`."""
    words = _WORDS.findall(_spaced(key))
    if not _CLOCKS.isdisjoint(words) or "audience" not in _kinds(" ".join(words), is_key=True):
        return False
    named = list(_named(value, _DEEPEST))
    private = "privacy" in words
    found = [one for one in named if not _FIGURES.fullmatch(one)]
    return bool(found) and not any(_is_everybody(one, private) for one in found)


def shuts_within(key: str, value: Any) -> bool:
    """Whether a key names a state, and its value states one for each of several things, such as languages, of which one
    at least is not public: `fieldStatus: {"*": {en: draft}}`."""
    nested = isinstance(value, Mapping) and "state" in _kinds(_spaced(key), is_key=True)
    return nested and any(is_closed(one) for one in _leaves(value, _DEEPEST))


def _leaves(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        for one in value.values() if depth else ():
            yield from _leaves(one, depth - 1)
    elif isinstance(value, str):
        # Lists are of what was before, too.
        yield value


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
        said = "".join(forms)
        first, behind = tuple(words[: len(forms)]), words[len(forms) : len(forms) + 1]
        ends = (() if behind and behind[0] in _OF else first, tuple(words[-len(forms) :]))
        glued = not said.isascii() and _UNSPACED.match(said) and (words[0].startswith(said) or words[-1].endswith(said))
        if forms in ends or glued:
            return " ".join(forms)
    return ""


@cache
def _draft_words() -> tuple[tuple[str, ...], ...]:
    return tuple(form for table in _tables().values() for form, kinds in table.items() if "draft" in kinds)


def without_tool(key: str) -> str:
    """A key without the name of a tool before it."""
    first, *rest = _WORDS.findall(_spaced(key)) or [""]
    return " ".join(rest) if rest and first in _TOOLS else key


def _is_everybody(value: str, private: bool) -> bool:
    if denies(value) or affirms(value):
        return denies(value) if private else affirms(value)
    tail = re.split(r"[:/]", value)[-1]
    return names_open(value) or names_open(_spaced(tail))


def _named(value: Any, depth: int) -> Iterator[str]:
    """Those whom a value names, without those who may do more than read."""
    if isinstance(value, Mapping):
        for key, below in value.items():
            kinds = _kinds(_spaced(str(key)), is_key=True)
            if str(key).startswith("@") or str(key).casefold() in _CHANGES or not depth:
                continue
            if isinstance(below, (bool, str)) and (affirms(str(below)) or denies(str(below))):
                # `{friends: true}` names friends, `{private: false}` everybody.
                said = affirms(str(below))
                shut = "closed" in kinds or "good" in kinds or "open" in kinds
                if said:
                    yield str(key)
                elif shut:
                    yield "public" if "closed" in kinds else "private"
            else:
                yield from _named(below, depth - 1)
    elif isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        for one in value if depth else ():
            yield from _named(one, depth - 1)
    elif value is not None and str(value).strip():
        yield str(value).strip()


def lacks_time(key: str, value: str) -> bool:
    """Whether a key is the time of publication as programs keep it, and has none: an empty `published_at`."""
    words = _WORDS.findall(_spaced(key))
    first = words[:1] in (["first"], ["last"], ["initial"])
    words = words[first:]
    timed = words[:1] in (["published"], ["released"], ["live"]) and words[1:] in (["at"], ["on"], ["from"])
    timed = timed or (first and words[:1] in _PUBLISHED and words[1:] in (["at"], ["on"], ["date"], ["time"]))
    return timed and not value.strip()


def names_subjects(key: str) -> bool:
    """Whether the values of a key are subjects, such as tags."""
    return not _SUBJECTS.isdisjoint(_WORDS.findall(_spaced(key))[-1:])


def is_closing_label(key: str, value: str) -> bool:
    """Whether a subject, such as a tag, is no subject and says that a text is not public."""
    kinds = _kinds(value.lstrip("#"))
    return names_subjects(key) and "closed" in kinds and kinds.isdisjoint(_NO_LABEL)


def field_kinds(key: str) -> frozenset[str]:
    """What the words of a key do, by the kinds of the tables."""
    return _kinds(_spaced(key), is_key=True)


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
            found |= kinds
    return frozenset(found - {"beside"})


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
