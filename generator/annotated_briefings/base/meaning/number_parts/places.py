"""Whether a place in a text is within a number in words: `mil | doscientas`, `half a | dozen`, `数|百人`."""

from collections.abc import Mapping
from functools import cache, lru_cache

from annotated_briefings.base.package_files import by_key, first_letter, words_by_language
from annotated_briefings.base.regex import regex

_LETTERS = r"(?:[^\W\d_]|[\u0900-\u0963])+"
_BEFORE = regex(rf"({_LETTERS}(?:['’-]{_LETTERS})*)[-\s]*\Z")
_BEHIND = regex(rf"[-\s]*({_LETTERS}(?:['’-]{_LETTERS})*)")
_REACH = 48
"""Characters on each side of a place that are read."""
_MAY_GO_BEFORE = {
    "scales": frozenset(("parts", "ones", "tens", "hundreds", "scales")),
    "hundreds": frozenset(("scales",)),
    "tens": frozenset(("hundreds", "scales")),
    "ones": frozenset(("tens", "hundreds", "scales")),
}
"""What may be before a word of a number, by what that word is."""
_JOINED = {"و": "ar fa"}
"""Joining words that are written to the next word."""
_VAGUE_IN_HAN = regex(r"[数數几幾好半]\Z")
_SCALE_IN_HAN = regex(r"[十百千万萬亿億]")
_NUMBER_IN_HAN = regex(r"[十百千万萬亿億]\Z")
_MORE_IN_HAN = regex(r"[多余餘来來](?=[名人个個位只隻艘座家万萬亿億年件])")
_KOREAN = (regex(r"[일이삼사오육칠팔구수몇][ ]?\Z"), regex(r"[십백천만억조](?![가-힣]{2})"))


@cache
def _table() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What a word may be, by word: language and kind; endings are looked for among ``_stems``."""
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for language, own in words_by_language("base.meaning.number_parts", "words.txt", "|").items():
        for kind, words in own.items():
            for word in words:
                out[word] = (*out.get(word, ()), (language, kind))
    return out


@cache
def _stems() -> Mapping[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]]:
    """Stems and their kinds, by their first letters."""
    stems = ((word.rstrip("*"), kinds) for word, kinds in _table().items() if word.endswith("*"))
    return by_key(stems, lambda one: first_letter(one[0]))


@lru_cache(maxsize=4096)
def _kinds(word: str) -> frozenset[tuple[str, str]]:
    low = word.lower().replace("’", "'")
    by_stem = (one for stem, kinds in _stems().get(low[:1], ()) if low.startswith(stem) for one in kinds)
    return frozenset((*_table().get(low, ()), *by_stem))


def is_within_number_words(text: str, at: int) -> bool:
    """Whether words on both sides of a place are parts of one number, with or without a joining word between them."""
    before, behind = text[max(0, at - _REACH) : at], text[at : at + _REACH]
    if not before.isascii() and _is_within_unspaced(before, behind):
        return True
    right = _BEHIND.match(behind)
    second = _kinds(right[1]) if right else frozenset[tuple[str, str]]()
    if right is None or not (second or right[1].startswith(tuple(_JOINED))):
        # Nearly always; to look at the word before it takes ten times as long.
        return False
    left = _BEFORE.search(before)
    if left is None or (before[-1:].isalpha() and behind[:1].isalpha()):
        return False
    first = _kinds(left[1])
    second = _of_the_number(before[: left.start()], first, second)
    if not first or not (second or right[1].startswith(tuple(_JOINED))):
        return False
    if _join(first, second):
        return True
    earlier, later = _BEFORE.search(before[: left.start()]), _BEHIND.match(behind, right.end())
    ands_before = {language for language, kind in first if kind == "and"}
    if ands_before and earlier and {("en", "and")} <= _kinds(earlier[1]):
        earlier = _BEFORE.search(before[: earlier.start()])
    if ands_before and earlier:
        third = later and _kinds(later[1])
        return _join(_kinds(earlier[1]), second, ands_before, third or frozenset())
    ands_behind = {language for language, kind in second if kind == "and"}
    if ands_behind and later:
        far = _BEHIND.match(behind, later.end())
        return _join(first, _kinds(later[1]), ands_behind, _kinds(far[1]) if far else frozenset())
    joined = next((mark for mark in _JOINED if right[1].startswith(mark)), "")
    return bool(joined) and _join(first, _kinds(right[1].removeprefix(joined)), set(_JOINED[joined].split()))


def _is_within_unspaced(before: str, behind: str) -> bool:
    """The same for numbers in Chinese, Japanese and Korean letters."""
    if _VAGUE_IN_HAN.search(before) and _SCALE_IN_HAN.match(behind):
        return True
    return bool(
        (_NUMBER_IN_HAN.search(before) and _MORE_IN_HAN.match(behind))
        or (_KOREAN[0].search(before) and _KOREAN[1].match(behind))
    )


def _of_the_number(
    before: str, first: frozenset[tuple[str, str]], second: frozenset[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """What a word may be behind the ``first`` word of a number with something ``before`` it: `18 million to` and
    `five million to` are no Danish, where `to` is two."""
    if before.rstrip()[-1:].isdigit():
        return frozenset((language, kind) for language, kind in second if kind in ("scales", "and"))
    earlier = _BEFORE.search(before)
    languages = {language for language, kind in _kinds(earlier[1]) if kind != "and"} if earlier else set[str]()
    known = languages & {language for language, _ in first}
    return frozenset(one for one in second if one[0] in known) if known else second


def _join(
    left: frozenset[tuple[str, str]],
    right: frozenset[tuple[str, str]],
    languages: set[str] | None = None,
    behind: frozenset[tuple[str, str]] = frozenset(),
) -> bool:
    """Whether two words are of one number in some language; those beside a joining word are two numbers where the
    second one has a scale of its own: `two thousand and five thousand`."""
    for language, kind in right:
        if languages is not None and (language not in languages or (language, "scales") in behind):
            continue
        before = _MAY_GO_BEFORE.get(kind, frozenset())
        if languages is not None and kind == "scales":
            before = frozenset(("parts",))
        if any((language, one) in left for one in before):
            return True
    return False
