"""Lines that agencies and senders of releases write around their news (``agency_lines.txt``), in many languages."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from unicodedata import normalize

from annotated_briefings.base.package_files import words_by_language
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS


class AgencyRole:
    """What such lines are for."""

    CORRECTION = "correction"
    RELEASE, END, MESSAGE, TELEPHONE, ASKING = "release", "end", "message", "telephone", "asking"
    FORWARD, TRANSLATED, VALID = "forward", "translated", "valid"
    PICTURE, KEYWORDS, SUBSCRIBE, OFFER, THANKS = "picture", "keywords", "subscribe", "offer", "thanks"


_ACCENTS = regex("[\u0300-\u036f\u0640\u064b-\u0652]")
_NO_LETTERS = regex("(?:[\u0964\u0965\\d_]|[^\\w\u0900-\u0eff\u1000-\u109f\u1780-\u17ff])+")
"""What is no letter, nor a sign above, below or beside one."""
_VERB_LAST = frozenset("tr hi bn fa ko ja zh eu".split())
"""Languages in which an offer ends with its verb."""
_MARKS = "-–—*#=~•<>()[]【】〔〕（）.!· "
_FRAMED = regex(r"\s*[-–—*#=~•<(\[【〔（]+.*[-–—*#=~•>)\]】〕）]+\s*", re.DOTALL)
_THIRTY = regex(r"\s*[-–—*#=~]+\s*(?:30|xxx)\s*[-–—*#=~]+\s*", re.IGNORECASE)
"""How American papers end a text."""
_MOST_WORDS, _LONGEST, _SHORTEST_STEM = 6, 80, 4
_LABELLED = regex(
    r"[\s*_(\[（【]*(?P<label>[^\d:：.=＝/／|©]{1,40}?)\.?\s?(?P<sign>[:：=＝/／©]|(?<=\.))\s*(?P<rest>\S.*)"
)
_NAME_WORDS, _KEYWORDS = 8, 30
_NUMBER = r"[+(]?\d(?:[\s()/.-]*\d){5,15}"
_DIGITS = regex(r"\d(?:[\s()/.-]*\d){5}")
"""What every such number has."""
_ADDRESS = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)\S+", re.IGNORECASE)
_SENTENCE, _MOST_OFFER, _CONTACT, _ASKED = 7, 30, 8, 30
"""Words of a sentence; words at most of an offer, beside the numbers of a contact, and of a line that asks."""
_SENTENCES = regex(rf"(?<=[{STOPS}])\s+|(?<=[。！？])")
_QUOTED, _PRICE = regex('[“”"«»„「」]'), regex(r"[$€£¥₺₽₴₩₪]")
_MOST_NOTICE = 80
_LONGEST_LINE = 240


def agency_table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The words of each role, as they are written, by language."""
    return words_by_language("intake.labels", "agency_lines.txt")


def agency_line(line: str) -> str:
    """What a line is for that is no news, see ``AgencyRole``; empty for any other, and for one that calls its text a
    release."""
    if not line or len(line) > _LONGEST_LINE:
        return ""
    return next((role for role, holds in _KINDS if holds(line)), "")


def is_release_label(line: str) -> bool:
    """Whether a line only calls its text a release or a correction: `ΔΕΛΤΙΟ ΤΥΠΟΥ`, `Pressemitteilung Nr. 12`,
    `RECTIFICATIF`."""
    words = _words(line) if len(line) <= _LONGEST else []
    if not 0 < len(words) <= _MOST_WORDS or line.rstrip()[-1:] in "?,;":
        return False
    labels = {**_phrases(AgencyRole.RELEASE), **_phrases(AgencyRole.CORRECTION)}
    counted = any(map(str.isdigit, line)) and len(words) > 1
    return " ".join(words) in labels or (counted and len(words[-1]) <= 3 and " ".join(words[:-1]) in labels)


def is_end_line(line: str) -> bool:
    """Whether a line says that its text ends: `- EINDE PERSBERICHT -`, `Ende der Mitteilung`, `*** slut ***`."""
    if _THIRTY.fullmatch(line):
        return True
    words = _words(line) if len(line) <= _LONGEST else []
    if not 0 < len(words) <= _MOST_WORDS or any(map(str.isdigit, line)) or not _any_end().search(" ".join(words)):
        return False
    framed = _FRAMED.fullmatch(line) is not None
    return any(_ends(words, own, framed=framed) for own in _endings())


def is_contact_line(line: str) -> bool:
    """Whether a line names whom to ask, with a number or an address: `Mere information: Ole Bisgaard, tlf. 5550`."""
    if not any(map(str.isdigit, line)) and "@" not in line:
        return False
    # Each of the many words for a telephone is compared only where enough digits are in a row.
    bare, numbers = _telephones().subn(" ", line) if _DIGITS.search(line) else (line, 0)
    bare, addresses = _ADDRESS.subn(" ", bare)
    words = bare.split()
    if not (numbers or addresses) or len(words) > _ASKED:
        return False
    if _begins(_folded(bare), AgencyRole.ASKING):
        return True
    ended = line.rstrip()[-1:] in STOPS and len(words) >= _SENTENCE
    return bool(numbers) and len(words) <= _CONTACT and not ended and not _QUOTED.search(line)


def is_credit_line(line: str) -> bool:
    """Whether a line names who took a picture: `Fot. Marek Zych`, `Nuotr.: Jonas Petraitis`."""
    found = _labelled(line, AgencyRole.PICTURE)
    if found is None or len(line) > _LONGEST or line.rstrip()[-1:] in STOPS:
        return False
    words = found.split()
    plain = len(words) <= _NAME_WORDS and not _QUOTED.search(found)
    return plain and (words[0][:1].lower() == words[0][:1].upper() or words[0][:1].isupper())


def is_keyword_line(line: str) -> bool:
    """Whether a line lists the subjects of its text: `Tagi: bobry, rzeka`."""
    found = _labelled(line, AgencyRole.KEYWORDS)
    listed = found is not None and (re.search("[,،、;#，]", found) is not None or len(found.split()) <= 2)
    return listed and len(line.split()) <= _KEYWORDS and line.rstrip()[-1:] not in STOPS


def is_offer(line: str) -> bool:
    """Whether a line offers a subscription: `Meer lezen? Abonneer je voor 1 euro per week.`"""
    if len(line.split()) > _MOST_OFFER or _QUOTED.search(line):
        return False
    folded = _folded(line)
    language = _begins(folded, AgencyRole.SUBSCRIBE)
    parts = [part.strip() for part in _SENTENCES.split(line) if part.strip()] if language or _may_offer(folded) else []
    kinds = [_offered(part) for part in parts]
    return "offer" in kinds and all(kinds)


def is_translation_notice(text: str) -> bool:
    """Whether a text says that a translation is not the official one."""
    if len(text.split()) > _MOST_NOTICE:
        return False
    folded = f" {_folded(text)} "
    return any(
        any(_inside(folded, one) for one in translated) and any(_inside(folded, one) for one in valid)
        for translated, valid in _notices()
    )


def speaks_of_future(text: str) -> bool:
    """Whether a text names statements about the future, as companies that are listed must."""
    folded = f" {_folded(text)} "
    return any(_inside(folded, phrase) for phrase in _phrases(AgencyRole.FORWARD))


def _folded(text: str) -> str:
    """A text in small letters without signs, figures and accents."""
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    small = text.casefold()
    if not text.isascii():
        small = _ACCENTS.sub("", normalize("NFKD", text)).casefold().replace("ı", "i")
    return _NO_LETTERS.sub(" ", small).split()


@cache
def _phrases(role: str) -> Mapping[str, str]:
    """The phrases of a role in all languages, without case and signs, and the first language of each."""
    out: dict[str, str] = {}
    for language, own in agency_table().items():
        for phrase in own.get(role, ()):
            out.setdefault(_folded(phrase), language)
    return out


@cache
def _firsts(role: str) -> Mapping[str, tuple[str, ...]]:
    """The same phrases by their first two letters, the longest first."""
    out: dict[str, list[str]] = {}
    for phrase in _phrases(role):
        out.setdefault(phrase[:2], []).append(phrase)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in out.items()}


def _begins(folded: str, role: str) -> str:
    """The language of the phrase of a role with which a text begins; empty for none."""
    for phrase in _firsts(role).get(folded[:2], ()):
        if folded.startswith(phrase) and _is_edge(folded[len(phrase) :], phrase[-1:]):
            return _phrases(role)[phrase]
    return ""


def _is_edge(rest: str, last: str) -> bool:
    """Whether a word ends before a text: scripts without blanks have no sign of it."""
    return rest[:1] in ("", " ") or not last.isalpha() or last > "\u2e80"


def _inside(folded: str, phrase: str) -> bool:
    return (
        phrase in folded
        if phrase[-1:] > "\u0e00"
        else f" {phrase}" in folded and (f" {phrase} " in folded or len(phrase) > _SHORTEST_STEM)
    )


@cache
def _endings() -> tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...]:
    """Of each language the words for an end, words beside them, and stems of these."""
    out = []
    for own in agency_table().values():
        ends = frozenset(map(_folded, own.get(AgencyRole.END, ())))
        beside = frozenset(
            word
            for role in (AgencyRole.RELEASE, AgencyRole.MESSAGE)
            for phrase in own.get(role, ())
            for word in _words(phrase)
        )
        stems = tuple(word[: max(_SHORTEST_STEM, len(word) - 3)] for word in beside if len(word) > _SHORTEST_STEM)
        out.append((ends, beside, stems))
    return tuple(out)


@cache
def _any_end() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, _phrases(AgencyRole.END)))
    return re.compile(rf"^(?:{ends})|(?:{ends})$")


def _ends(words: Sequence[str], own: tuple[frozenset[str], frozenset[str], tuple[str, ...]], *, framed: bool) -> bool:
    ends, beside, stems = own
    whole = " ".join(words)
    if whole in ends:
        return framed
    for end in ends:
        if whole.startswith(end):
            rest = whole[len(end) :]
        elif whole.endswith(end):
            rest = whole[: -len(end)]
        else:
            continue
        dense = end[-1:] > "\u2e80"
        if not dense and not (rest.startswith(" ") or rest.endswith(" ")):
            continue
        others = [word for word in rest.split() if dense or len(word) >= _SHORTEST_STEM]
        if others and all(word in beside or word.startswith(stems) for word in others if stems or beside):
            return True
    return False


@cache
def _telephones() -> re.Pattern[str]:
    """A number behind a word for a telephone."""
    words = sorted({re.escape(one) for own in agency_table().values() for one in own[AgencyRole.TELEPHONE]}, key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(words))})\.?(?:\s?(?:nr|no|č|br)\.?)?\s*[:：]?\s*{_NUMBER}", re.I)


def _labelled(line: str, role: str) -> str | None:
    """What is behind a label of a role with which a line begins; None for any other line."""
    found = _LABELLED.fullmatch(line.strip()) if len(line) <= 4 * _LONGEST else None
    if found is None or not (any(c.isalpha() for c in found["rest"]) and _folded(found["label"]) in _phrases(role)):
        return None
    return found["rest"].strip(_MARKS)


def _offered(sentence: str) -> str:
    """What a sentence of an offer does: it offers, thanks, asks; empty for any other."""
    folded = _folded(sentence)
    if _begins(folded, AgencyRole.THANKS):
        return "thanks"
    language = _begins(folded, AgencyRole.SUBSCRIBE)
    if not language:
        last = (
            one for one, own in _phrases(AgencyRole.SUBSCRIBE).items() if own in _VERB_LAST and folded.endswith(one)
        )
        language = next((_phrases(AgencyRole.SUBSCRIBE)[one] for one in last), "")
    if language:
        words = folded.split()
        offers = tuple(map(_folded, agency_table()[language][AgencyRole.OFFER]))
        offered = any(_inside(f" {folded} ", one) for one in offers) or _PRICE.search(sentence) or len(words) <= 3
        return "offer" if offered else ""
    return "question" if sentence[-1] in "?？؟" and len(sentence.split()) <= _SENTENCE else ""


def _may_offer(folded: str) -> bool:
    plain, others = _in_ascii(AgencyRole.SUBSCRIBE)
    return any(phrase in folded for phrase in plain) or (
        not folded.isascii() and any(phrase in folded for phrase in others)
    )


@cache
def _in_ascii(role: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The phrases of a role that have no letters but those of English, and the others: no text in such letters has one
    of these."""
    phrases = _phrases(role)
    return tuple(filter(str.isascii, phrases)), tuple(one for one in phrases if not one.isascii())


@cache
def _notices() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (tuple(map(_folded, own[AgencyRole.TRANSLATED])), tuple(map(_folded, own[AgencyRole.VALID])))
        for own in agency_table().values()
    )


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (AgencyRole.END, is_end_line),
    (AgencyRole.ASKING, is_contact_line),
    (AgencyRole.PICTURE, is_credit_line),
    (AgencyRole.KEYWORDS, is_keyword_line),
    (AgencyRole.SUBSCRIBE, is_offer),
)
"""The kinds of lines that are told by themselves."""
