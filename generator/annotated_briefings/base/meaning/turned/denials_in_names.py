"""Denying words that are a part of a name: `Volunteers of No Borders handed out food` denies nothing."""

import re
from collections.abc import Callable, Sequence

from annotated_briefings.base.regex import regex

_WORD = regex(r"[^\W\d_]+")
_OPENS = regex(r"(?:\A|[:.!?;…\n\"“”„‟«»‹›‘(\[–—-]|(?<!\w)['’])\s*\Z")
"""What is before a word that begins a sentence or a speech, where every word has a capital."""
_CLAUSE = regex(
    r"(?<!\w)(?:that|said|says?|and|but|or|if|because|when|as|than|dass|daß|und|oder|aber|denn|wenn|weil|sagte|que|et|mais|y|o"
    r"|e|pero|porque|che|ed|ma|perché|mas|dat|en|maar|want|att?|og|och|men|że|что|що|и|а|но|i|a)\s+\Z",
    re.IGNORECASE,
)
"""What begins a clause: a denying word behind it denies the clause, though somebody writes it with a capital."""
_END = regex(r"[.!?\n]")
_LONG = 4
"""Letters of a word that has a capital in headlines of which all words have one."""


def without_names(head: str, rest: str, text: str, is_denial: Callable[[str], bool], *, has_headlines: bool) -> str:
    """The beginning of a sentence, with the denying words of names blotted out.

    ``rest`` is what follows it, and ``text`` is all that may have the same name within a sentence. Such a word has a
    capital where no sentence and no clause begins, and has another word with a capital beside it. In a language that
    ``has_headlines`` whose words all have one, such a headline has no such names.
    """
    words = list(_WORD.finditer(head))
    denials = [n for n, word in enumerate(words) if _is_capital(word[0]) and is_denial(word[0].lower())]
    if not denials or _is_capital(rest.lstrip()[:2]):
        return head
    if has_headlines and _is_headline(head + _END.split(rest, maxsplit=1)[0]):
        return head
    out = head
    for n in denials:
        if _is_of_name(head, words, n, text):
            start, end = words[n].span()
            out = out[:start] + "x" * (end - start) + out[end:]
    return out


def _is_of_name(head: str, words: Sequence[re.Match[str]], n: int, text: str) -> bool:
    word, behind = words[n], [one for one in words[n + 1 : n + 3] if _is_capital(one[0])]
    before = head[: word.start()]
    if _OPENS.search(before):
        # A sentence begins here: a name only where the text has it within a sentence too.
        name = re.escape(head[word.start() : behind[0].end()]) if behind else "(?!)"
        found = re.finditer(rf"(?<!\w){name}(?!\w)", text)
        return any(_is_within(text[max(0, one.start() - 20) : one.start()]) for one in found)
    last = words[n - 1]
    ahead = _is_capital(last[0]) and not _OPENS.search(head[: last.start()]) and head[last.end() : word.start()] == " "
    return (bool(behind) or ahead) and _is_within(before)


def _is_within(before: str) -> bool:
    return not _OPENS.search(before) and not _CLAUSE.search(before)


def _is_capital(word: str) -> bool:
    """Whether a word has a capital, and not only capitals."""
    return word[:1].isupper() and word[1:].islower()


def _is_headline(sentence: str) -> bool:
    """Whether more of the long words of a sentence have a capital than have none, but for the first one."""
    words = [word for word in _WORD.findall(sentence)[1:] if len(word) >= _LONG]
    return sum(_is_capital(word) for word in words) > sum(map(str.islower, words))
