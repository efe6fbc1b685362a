"""Whether a passage whose words are the same is now said of something else: its subject, its number or its day is
before it, and has changed. `closed at night` after `the port` is not `closed at night` after `the airport`."""

import re
from collections.abc import Sequence

from annotated_briefings.base.meaning.guard import replaced, same_word
from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.meaning.passage import MeaningToken, read_passage
from annotated_briefings.base.regex import regex

_BREAK = regex(
    r"[!?;。！？؟\n]\s*|[.:…](?:[\"')\]]*\s+|\Z)"
    r"|(?<!\w)(?:that|dass|daß|que|che|dat|att|at|że|что|що|أن)\s+|(?<!\w)qu'",
    re.IGNORECASE,
)
"""What parts a passage from words before it that say nothing of it: ends of sentences, and `that`."""
_WHOLE = 20
"""Characters of a stored context that is not cut: nobody stores fewer where there are more."""
_NEAR = 5
"""Words before a passage among which its subject is."""
ARTICLES = frozenset(
    "the a an this that these those der die das den dem des ein eine einen einem einer eines diese dieser dieses le la"
    " les un une des du de l'un el los las una unos unas lo il gli uno i o os as um uma uns umas het een deze dit den"
    " det en ett et al del della dello dei degli".split()
)


def change_before(then: str, now: str, now_behind: str = "", then_behind: str = "") -> str:
    """What has changed in the words before a passage, in words; empty where it tells of the same.

    ``then`` are the words that were stored when the passage was chosen, ``now`` is all that is before it; those behind
    it count as far as a number is right there.
    """
    stored, is_cut = _clause(then, cut=len(then) > _WHOLE)
    found, _ = _clause(now, cut=False)
    before, after = _words(stored), _words(found)
    if is_cut and before and before[0].kind != "caseless":
        before = before[1:]
    if before:
        after = after[-len(before) - 12 :]
        if before[0].kind == "caseless" and not is_cut and found.endswith(stored) and not _starts(found, stored):
            return f"the words beside it have changed: `{stored.strip()}` is now `{found.strip()}`"
        if change := _replaced(before, after):
            return change
    return _other_number(then_behind, now_behind)


def _clause(text: str, *, cut: bool) -> tuple[str, bool]:
    """The last clause of a text, and whether its beginning may be missing."""
    ends = [one.end() for one in _BREAK.finditer(text)]
    return (text[ends[-1] :], False) if ends else (text, cut)


def _words(text: str) -> list[MeaningToken]:
    return [token for token in read_passage(text) if token.kind != "other"]


def _starts(found: str, stored: str) -> bool:
    """Whether no letter is written to the beginning of what was stored."""
    return not found[: -len(stored)][-1:].isalnum()


def _replaced(before: Sequence[MeaningToken], after: Sequence[MeaningToken]) -> str:
    words = [one.text.removesuffix("'s") for one in (*before, *after) if one.kind == "word" and one.text.islower()]
    languages = languages_of(words)
    for gone, come in replaced([one.text.lower() for one in before], [one.text.lower() for one in after]):
        if len(before) - gone.stop >= _NEAR:
            continue
        pairs = zip(before[gone], after[come], strict=True)
        if not all(_is_same(one, other, languages) for one, other in pairs):
            return _shown_change(before[gone], after[come])
    return ""


def _is_same(one: MeaningToken, other: MeaningToken, languages: Sequence[str]) -> bool:
    if one.kind != "word" or other.kind != "word":
        return False
    articles = one.text.lower() in ARTICLES and other.text.lower() in ARTICLES
    return articles or same_word(one.text, other.text, languages)


def _other_number(then: str, now: str) -> str:
    """What has changed where a number is right behind a passage."""
    before, after = read_passage(then)[:1], read_passage(now)[:1]
    if not before or not after or before[0].kind != "number" or after[0].kind != "number":
        return ""
    return "" if before[0].text == after[0].text else _shown_change(before, after)


def _shown_change(gone: Sequence[MeaningToken], come: Sequence[MeaningToken]) -> str:
    def shown(tokens: Sequence[MeaningToken]) -> str:
        return ("" if tokens[0].kind == "caseless" else " ").join(token.text for token in tokens)

    return f"the words beside it have changed: `{shown(gone)}` is now `{shown(come)}`"
