"""Whether what is beside a passage has changed, though its words have not: a sign (`✅`, `❌`), a denial behind it, the
head of its sentence, its heading, or the speaker whom the sentence before names."""

import re
import unicodedata
from collections.abc import Sequence

from annotated_briefings.base.meaning.guard import replaced, same_word
from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.meaning.passage import MeaningToken, read_passage
from annotated_briefings.base.meaning.speech import SPEECH
from annotated_briefings.base.meaning.turned.words_before import ARTICLES
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS, sentence_starts

_BOX = regex(r"\[[ xX]?\]\s*\Z")
_HARMLESS_SIGNS = frozenset("©®™°|~`^")
_NEAR = 3
"""Characters beside a passage among which a sign belongs to it."""
_DENIES = frozenset(
    "not never nicht nie niemals niet nooit pas jamais non mai no nunca não ikke inte icke aldri aldrig nie ne не ні"
    " нет nem ei değil nu δεν όχι नहीं نہیں نیست نه לא لا ليس لم लेन bukan tidak không".split()
)
_AROUND_WORDS = f",;:.()[]{{}}\"'“”„«»‹›‘’{STOPS}"
_SPOKEN = regex(r"\s*(?:[,،、，.!?…。！？]?\s*[\"”“»«』」’‘']|[,،，、])([^.!?。！？।؟\n]*)")
"""What is behind spoken words, up to the end of the sentence."""
_SPEAKER = 6
"""Words behind spoken words among which their speaker is."""
_VERB = regex(r"(?<!\w)(?:has|had|hat|habe|a|ha|heeft|har|avait|hatte)(?!\w)")
"""Auxiliary verbs beside a word for saying."""
_WHEN = frozenset("on at in am im um på om kl op w we v ve в во у kl em na".split())
"""Words before the day or the place of speech."""
_WHOLE = 20
"""Characters of a stored context that is not cut."""
_THAT = frozenset(
    "that how dass daß wie que comment cómo como che come dat hoe att at hur że jak что как що як أن".split()
)
_PARTS = regex(r"[;；؛]")
_SUBJECT = 3
"""Words at the beginning of a sentence among which its subject, or the text that it speaks of, is."""
_MOST, _SOME = 0.5, 0.3
"""Shares of the words of a sentence that are still there where it is the same one, and one with other names."""


def changed_beside(then: str, now: str, then_behind: str, now_behind: str) -> str:
    """What has changed beside a passage, in words; empty where nothing has that turns it.

    ``then`` and ``then_behind`` were stored when it was chosen, ``now`` and ``now_behind`` are there now.
    """
    sign = _other_sign(then, " ".join(now.split())) if then else ""
    sign = sign or (_other_sign(then_behind[::-1], now_behind[::-1], behind=True) if then_behind else "")
    return (
        sign
        or _denied_behind(then_behind, now_behind)
        or _other_speaker(then_behind, now_behind)
        or (_other_words(then, now) if then else "")
    )


def _other_sign(then: str, now: str, *, behind: bool = False) -> str:
    one, other = (_sign(text, behind=behind) for text in (then, now))
    return "" if one == other else f"the sign beside it has changed: `{one or '–'}` is now `{other or '–'}`"


def _sign(text: str, *, behind: bool) -> str:
    """The sign at the end of a text, with nothing but blanks behind it; a text behind a passage is turned round."""
    if not behind and (box := _BOX.search(text)):
        return box[0].strip()
    for char in text.rstrip()[-_NEAR:][::-1]:
        category = unicodedata.category(char)
        if category in ("So", "Sm") and char not in _HARMLESS_SIGNS:
            return char
        if category not in ("Mn", "Cf", "Zs", "Sk"):
            break
    return ""


def _denied_behind(then: str, now: str) -> str:
    """A negation that has come right behind a passage."""
    come = _bare(re.split(f"[{STOPS}]", now)[0].split()[:2]) & _DENIES
    known = _bare(then.split()[:4])
    return "a negation has come behind it" if then and come - known else ""


def _other_speaker(then: str, now: str) -> str:
    """Another speaker behind the words of a passage: `…," said the mayor` is now `…," said the baker`."""
    spoken_then, spoken_now = (_SPOKEN.match(unicodedata.normalize("NFC", text)) for text in (then, now))
    if not (spoken_then and spoken_now and SPEECH.search(spoken_then[1]) and SPEECH.search(spoken_now[1])):
        return ""
    before, after = (_words(_VERB.sub(" ", SPEECH.sub(" ", one[1]))) for one in (spoken_then, spoken_now))
    cut = int(spoken_then.end() == len(then) and len(then) > _WHOLE)
    before = before[:_SPEAKER][: len(before) - cut]
    languages = languages_of([one.text for one in (*before, *after) if one.kind == "word" and one.text.islower()])
    for gone, come in replaced([one.text.lower() for one in before], [one.text.lower() for one in after]):
        for at, (one, other) in enumerate(zip(before[gone], after[come], strict=True)):
            led_in = gone.start + at > 0 and before[gone.start + at - 1].text.lower() in _WHEN
            if not (led_in or _is_same(one, other, languages)):
                return f"the words beside it have changed: `{one.text}` is now `{other.text}`"
    return ""


def _bare(words: Sequence[str]) -> set[str]:
    """Words without the punctuation around them: the stored context ends where the passage's sentence may go on."""
    return {word.strip(_AROUND_WORDS).lower() for word in words}


def _other_words(then: str, now: str) -> str:
    """A word that was put for another one in the head of the sentence of a passage, or in the sentence or heading
    before it where the passage begins its own."""
    line, above = now.rpartition("\n")[2], " ".join(now.rpartition("\n")[0].split())
    earlier, head = _parted(line.strip() or above)
    before = _words(then)
    if head.strip():
        after = _words(head)
        own = before[-len(after) :] if line.strip() and above and not earlier else _words(_parted(then)[1])
        return _replaced(own, after, 0.0)
    stored = _parted(then)[0] or then
    if len(then) <= _WHOLE and earlier.endswith(stored) and _is_longer(earlier, stored):
        return f"the words beside it have changed: `{stored.strip()}` is now `{earlier.strip()}`"
    return _replaced(_words(stored), _words(earlier), _SOME)


def _is_longer(now: str, then: str) -> bool:
    """Whether letters of a script without blanks have come at the beginning of a sentence, right before its words."""
    first = _words(now)[:1]
    return now.removesuffix(then).strip().isalnum() and first[0].kind == "caseless"


def _parted(text: str) -> tuple[str, str]:
    """The last whole sentence before a passage, and the head of the passage's own."""
    starts = sentence_starts(f"{text} X")
    last = starts[-1] if starts[-1] <= len(text) else len(text)
    return text[starts[-2] if len(starts) > 1 else 0 : last], _PARTS.split(text[last:])[-1]


def _words(text: str) -> list[MeaningToken]:
    return [token for token in read_passage(text) if token.kind != "other"]


def _led_in(words: Sequence[MeaningToken]) -> range:
    """Which words before a passage only lead to it: `she said on Monday that` says the same as `she said on Tuesday
    that`, but for its subject."""
    that = max((at for at, one in enumerate(words) if one.text.lower() in _THAT), default=0)
    return range(_SUBJECT, that)


def _replaced(before: Sequence[MeaningToken], after: Sequence[MeaningToken], least: float) -> str:
    """The first word that was put for another one; ``least`` is the share of words that is still there, where the
    sentence is the same one."""
    low, low_now = ([one.text.lower() for one in words] for words in (before, after))
    share = sum(word in low_now for word in low) / max(1, len(low))
    if share < least or (least and not share):
        return ""
    names_only = bool(least) and share < _MOST
    words = [one.text.removesuffix("'s") for one in (*before, *after) if one.kind == "word" and one.text.islower()]
    languages = languages_of(words)
    led_in = range(0) if least else _led_in(after)
    for gone, come in replaced(low, low_now):
        for at, (one, other) in enumerate(zip(before[gone], after[come], strict=True)):
            if names_only and not (one.text[:1].isupper() and other.text[:1].isupper()):
                continue
            # The first word that was stored may have been cut.
            is_cut = gone.start + at == 0 and other.text.endswith(one.text)
            if not is_cut and come.start + at not in led_in and not _is_same(one, other, languages):
                return f"the words beside it have changed: `{one.text}` is now `{other.text}`"
    return ""


def _is_same(one: MeaningToken, other: MeaningToken, languages: Sequence[str]) -> bool:
    a, b = one.text.lower(), other.text.lower()
    return (
        a == b
        or (a in ARTICLES and b in ARTICLES)
        or (one.kind == other.kind == "word" and same_word(one.text, other.text, languages))
    )
