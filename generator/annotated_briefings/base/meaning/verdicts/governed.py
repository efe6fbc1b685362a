"""Whether words beside a passage in its sentence govern it, so that it says something else alone: `ceased to`,
`acquitted of`, `except`, `few of`, `neither … nor`, `whether`, `the brother of`, `the clerk who accused`.

The words are those of ``governing.txt``, in every language; the places where they turn a passage are the same in all.
"""

import re
from functools import lru_cache

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.meaning.lexicon import LANGUAGES
from annotated_briefings.base.meaning.verdicts.words import UNSPACED, VERB_LAST, table, words
from annotated_briefings.base.numbers.number_words import number_word
from annotated_briefings.base.regex import regex

_BEHIND = UNSPACED | VERB_LAST | {"vi", "id"}
"""Languages that may write such words behind the clause that they govern."""
_NEAR = {"ceased": 2, "cleared": 6, "few": 3, "nearly": 2, "except": 1, "neither": 6, "whether": 8}
"""Words between a governing word and the passage, by meaning."""
_NEAR_UNSPACED = {"ceased": 6, "cleared": 14, "few": 8, "nearly": 5, "neither": 16, "whether": 14}
"""The same in characters, in languages without blanks."""
_BEHIND_UNSPACED = {"cleared": 14}
"""Characters between such a passage and a word behind it; 4 for other meanings."""
_LEAST = 4
"""Words of a passage that surely has the verb of its clause."""
_NO_GERUND = regex(
    r"(?<!\w)(?:stopped|stops|quit|gave up|given up|gives up|discontinued|ceased|left off)(?!\w| \w+ing\b| to\b)"
)
"""An English verb of ceasing that governs no other verb, as in `stopped at the pier`."""
_NUMBER = regex(r"\W*[\d一二三四五六七八九十百千两兩]")
_FIRST_WORD = regex(r"[^\W\d_]+")
_NEGATED_VERB = regex(r"\W*(?:ne|не|ni|ни|ні)\w")
"""A verb or a pronoun that has its negation, as Slavic and Baltic ones do."""
_CLOSED = regex(r",\s+\w")
"""A comma within a passage that may end the clause in which it begins."""
_MODIFIER = regex(r"[^，,。、；;：:]{1,7}的[^，,。]{5}")
_NO_OBJECT = regex(r"(?:[了说說称稱示道过過着]|[^\w])\W*\Z")
_NO_NAMES = r"[^\s.,،;:!?…]+"


def _before(language: str, meaning: str) -> re.Pattern[str]:
    """Words of a meaning near the end of what is before a passage."""
    if language in UNSPACED:
        gap = _NEAR_UNSPACED[meaning]
        return re.compile(rf"{words(language, meaning)}[^。！？.!?，,、；;]{{0,{gap}}}\Z")
    comma = r"[\s,،]+" if meaning == "neither" else r"\s+"
    # `acquitted of the charge, that she`
    clause = rf"(?:,\s*{words(language, 'that', 'who')}(?:\s+{_NO_NAMES}){{0,2}})?" if meaning == "cleared" else ""
    return re.compile(rf"{words(language, meaning)}(?:{comma}{_NO_NAMES}){{0,{_NEAR[meaning]}}}{clause}[\s-]*\Z")


def _behind(language: str, meaning: str) -> re.Pattern[str]:
    """Words of a meaning near the beginning of what is behind a passage."""
    if language in UNSPACED:
        return re.compile(rf"[^。！？.!?，,、；;]{{0,{_BEHIND_UNSPACED.get(meaning, 4)}}}?{words(language, meaning)}")
    return re.compile(rf"\s*(?:{_NO_NAMES}\s+){{0,3}}?{words(language, meaning)}")


@lru_cache(maxsize=64)
def _near(language: str) -> tuple[re.Pattern[str], ...]:
    before = [_before(language, one) for one in ("ceased", "cleared", "few", "whether")]
    if language not in _BEHIND:
        before.append(_before(language, "except"))
    gap = r"" if language in UNSPACED else r"[\s-]*"
    return (*before, re.compile(rf"{words(language, 'deputy')}{gap}\Z"))


@lru_cache(maxsize=64)
def _near_behind(language: str) -> tuple[re.Pattern[str], ...]:
    return (
        tuple(_behind(language, one) for one in ("ceased", "cleared", "imagine", "whether"))
        if language in _BEHIND
        else ()
    )


@lru_cache(maxsize=64)
def _one(language: str, meaning: str) -> re.Pattern[str]:
    return re.compile(words(language, meaning))


@lru_cache(maxsize=64)
def _neither(language: str) -> re.Pattern[str]:
    return _before(language, "neither")


@lru_cache(maxsize=64)
def _possessed(language: str) -> re.Pattern[str]:
    """A noun whose possessor comes next, up to the word between them and an article."""
    if language in _with("kin"):
        return re.compile(rf"{words(language, 'kin', 'of')}\s*\Z")
    if language not in _with("of"):
        return re.compile(r"(?!)")
    article = words(language, "article")
    noun = rf"(?:{_NO_NAMES}\s+){{1,3}}?"
    has_article = language in _with("article")
    start = rf"{article}\s*{noun}" if has_article else rf"(?:\A\W*|[,;:]\s*|\s)(?:{_NO_NAMES}\s+){{1,2}}?"
    return re.compile(rf"{start}{words(language, 'of')}(?:\s*{article})?\s*\Z")


@lru_cache(maxsize=64)
def _with(meaning: str) -> frozenset[str]:
    return frozenset(language for language, own in table().items() if own.get(meaning))


@lru_cache(maxsize=64)
def _related(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A relative clause of the noun with which a clause begins, and one behind a comma, up to a passage within it."""
    who, that = words(language, "who"), words(language, "that")
    inside = rf"\s+(?:{_NO_NAMES}\s+){{1,5}}\Z"
    start = rf"(?:\A\W*|[,،;:]\s*|{that}\s+)"
    noun, one_word = (rf"(?:{_NO_NAMES}\s+){{1,{most}}}?" for most in (3, 1))
    if language in _with("article"):
        noun, one_word = (rf"{words(language, 'article')}\s*{part}" for part in (noun, one_word))
    return (
        re.compile(rf"{start}(?:{noun}(?!{that}){who}|{one_word}{who}){inside}"),
        re.compile(rf"[,،]\s*(?:{_NO_NAMES}\s+)?{who}{inside}"),
    )


_COMMA = frozenset("de pl cs sk ru uk bg hu fi et lv lt".split())
"""Languages that write a comma before each relative clause."""


def is_governed(around: Surroundings, below: str, language: str, *, is_sure: bool = True) -> bool:
    """Whether words of a language beside a passage turn it; ``below`` is the sentence behind that of the passage.

    ``is_sure`` is false where the sentence may be of another language in which negations are counted.
    """
    head = _one(language, "some").sub(" ", around.head) if language in _with("some") else around.head
    passage, tail = around.passage.lower(), around.tail
    return (
        _is_near(head, passage, tail, language)
        or _is_negated(head, passage, language, is_sure)
        or _is_excepted(head, passage, tail, language)
        or _is_placed(head, tail, language)
        or _is_cut_subject(head, passage, language)
        or _is_regretted(below, language)
    )


def _is_near(head: str, passage: str, tail: str, language: str) -> bool:
    if language == "en":
        head = _NO_GERUND.sub(" ", f"{head}{passage}")[: -len(passage) or None]
    if any(one.search(head) for one in _near(language)) or any(one.match(tail) for one in _near_behind(language)):
        return True
    return not _begins_with_number(passage) and bool(_nearly(language).search(head))


def _is_negated(head: str, passage: str, language: str, is_sure: bool) -> bool:
    """Whether a negation, or a member of `neither … nor`, is before a passage that is not negated itself."""
    negation = _one(language, "not")
    if negation.search(passage) or _NEGATED_VERB.match(passage):
        return False
    if _neither(language).search(head):
        return True
    if language in LANGUAGES or not is_sure or language in UNSPACED:
        return False
    return bool(_plainly(language).search(head)) and len(negation.findall(head)) == 1


@lru_cache(maxsize=64)
def _nearly(language: str) -> re.Pattern[str]:
    return _before(language, "nearly")


@lru_cache(maxsize=64)
def _plainly(language: str) -> re.Pattern[str]:
    """A negation right before a passage, or before a small word such as an auxiliary verb."""
    return re.compile(rf"{words(language, 'not')}(?:\s+\w{{1,3}})?\s+\Z")


def _begins_with_number(passage: str) -> bool:
    """Whether a passage begins with a number, of which `nearly` tells that it is a little less."""
    word = _FIRST_WORD.search(passage)
    return bool(_NUMBER.match(passage)) or (word is not None and number_word(word[0], LANGUAGES) is not None)


def _is_excepted(head: str, passage: str, tail: str, language: str) -> bool:
    """Whether a passage says something of all, and its sentence excepts some."""
    if not _one(language, "all").search(passage):
        return False
    found = _one(language, "except")
    return bool(found.search(head) or found.search(tail))


def _is_placed(head: str, tail: str, language: str) -> bool:
    """Whether a sentence supposes a passage, or says that it is from a satire or a prank."""
    satire = _one(language, "satire")
    return bool(satire.search(head) or satire.search(tail) or _one(language, "imagine").search(head))


def _is_cut_subject(head: str, passage: str, language: str) -> bool:
    """Whether a passage begins within the subject of its clause, and so makes another one of it."""
    if language == "zh":
        begun = re.split(r"[，,。、；;：:\n]", head)[-1].strip()
        return 2 <= len(begun) <= 8 and not _NO_OBJECT.search(begun) and bool(_MODIFIER.match(passage))
    if language in UNSPACED - {"th"} or _NUMBER.match(passage):
        return False
    if language != "th" and len(passage.split()) < _LEAST:
        return False
    if _possessed(language).search(head):
        return True
    if language not in _with("who"):
        return False
    restricted, apart = _related(language)
    if language not in _COMMA and restricted.search(head):
        return True
    return bool(_CLOSED.search(passage) and apart.search(head))


def _is_regretted(below: str, language: str) -> bool:
    """Whether the next sentence takes back what a paper has published, which it names."""
    named = re.compile(words(language, "claim", "rumour"))
    return bool(_one(language, "regrets").search(below) and named.search(below))
