"""Names that stand out where every noun has a capital, as in German: those that something beside the capital shows.

Known names, given names with what follows them, abbreviations in capitals, words with the legal form of a company, and
the surnames of people who were named in full. All else would be a guess.
"""

from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.ner.gazetteer import is_given_name, known_spans
from annotated_briefings.intake.ner.lexicon import bare
from annotated_briefings.intake.ner.rules import PARTICLES
from annotated_briefings.intake.ner.spans import SeenName
from annotated_briefings.intake.ner.tokens import Token

_SHORT = regex(r"[A-ZÄÖÜ]{2,5}|[A-Z]+[a-z]+[A-Z]\w*")
"""Abbreviations and words with a capital inside."""
_LEGAL = frozenset("gmbh ag se kg kgaa ug ohg eg e.v bank versicherung holding group energy motors airlines".split())
_KINDS = {"place": "LOC", "company": "ORG", "organisation": "ORG", "government": "ORG"}
_NO_NAME = frozenset("ok tv pc it ki ceo uhr dr euro mio mrd".split())
_NO_SURNAME = frozenset(
    "uhr jahr jahre jahren euro prozent monat woche tag tage und oder montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag januar februar märz april mai juni juli august september oktober november dezember".split()
)
_ARTICLES = frozenset("Der Die Das Den Dem Des Ein Eine Einer Einem Einen".split())
_WEIGHT = 0.7


def certain_names(sentences: Sequence[Sequence[Token]]) -> list[list[SeenName]]:
    """The names of each sentence of a text in a language that writes all nouns large."""
    found = [_names(sentence) for sentence in sentences]
    surnames = {
        sentence[name.right - 1].text
        for sentence, names in zip(sentences, found, strict=True)
        for name in names
        if name.kind == "PER"
    }
    for sentence, names in zip(sentences, found, strict=True):
        taken = {at for name in names for at in range(name.left, name.right)}
        lone = (at for at, token in enumerate(sentence) if token.text in surnames and at not in taken)
        names += [SeenName(at, at + 1, "PER", _WEIGHT) for at in lone]
        names.sort(key=lambda name: name.left)
    return found


def _names(sentence: Sequence[Token]) -> list[SeenName]:
    known = {span.left: span for span in known_spans(sentence)}
    out: list[SeenName] = []
    at = 0
    while at < len(sentence):
        span = known.get(at)
        company = _company(sentence, at)
        person = 0 if span and span.right - at > 1 else _person(sentence, at)
        if company > max(person, span.right if span else 0):
            out.append(SeenName(at, company, "ORG", _WEIGHT))
        elif person:
            out.append(SeenName(at, person, "PER", _WEIGHT))
        elif span:
            out.append(SeenName(at, span.right, _KINDS.get(span.kind, "MISC"), _WEIGHT))
        elif _SHORT.fullmatch(sentence[at].text) and bare(sentence[at].text) not in _NO_NAME | _LEGAL:
            out.append(SeenName(at, at + 1, "ORG", _WEIGHT))
        at = max(at + 1, out[-1].right if out else 0)
    return out


def _person(sentence: Sequence[Token], at: int) -> int:
    """Place after a given name and the surname behind it; 0 where there is none."""
    if not is_given_name(sentence[at].text) or not sentence[at].text[0].isupper():
        return 0
    end = at + 1
    while end < len(sentence) and end < at + 3 and is_given_name(sentence[end].text) and sentence[end].text.istitle():
        end += 1
    last = end
    while last < len(sentence) and sentence[last].text in PARTICLES and last < end + 3:
        last += 1
    if last < len(sentence) and _may_be_surname(sentence[last].text) and not _company(sentence, last):
        return last + 1
    return end if end - at > 1 else 0


def _may_be_surname(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and bare(word) not in _NO_SURNAME


def _company(sentence: Sequence[Token], at: int) -> int:
    """Place after the words of a company that ends in its legal form; 0 where there is none."""
    for width in (4, 3, 2):
        words = sentence[at : at + width]
        if len(words) == width and bare(words[-1].text) in _LEGAL:
            inner = [token.text for token in words[:-1]]
            if all(word[0].isupper() or word == "&" for word in inner) and inner[0] not in _ARTICLES:
                return at + width
    return 0
