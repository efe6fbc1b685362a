"""Names by how they are written: runs of capitalised words that are more than the start of a sentence."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.intake.ner.lexicon import (
    COMPANY_PARTS,
    GOVERNMENT_PARTS,
    JOINERS,
    MONTHS_AND_DAYS,
    NATIONS,
    ORGANISATION_PARTS,
    ROLES,
    bare,
    known_names,
    places,
)
from annotated_briefings.intake.ner.tokens import Token, WordUsage

_NO_NAME = frozenset(
    "though unlike amid whether once until unless because given like earlier later instead moreover furthermore aside "
    "during through under over without within against among across above below beyond besides additionally similarly "
    "finally about around nearly almost old young "
    "apart following regarding together sources experts officials researchers users people customers "
    "i i'm i've i'd i'll a an the this that these those it its he she they we you your our my his her their and but or "
    "if in on at by for from to as with of not no yes so what when where which who why how while after before since "
    "however meanwhile despite although according also both each every some many most one two three four five six "
    "seven eight nine ten first second third new more there here then now still even just only last next today "
    "yesterday tomorrow ai api app apps ev evs tv pc pcs it gdp llm llms ipo vpn q1 q2 q3 q4 am pm est gmt pt et dvd "
    "cd ok usb gpu gpus cpu r&d ngo ngos mp mps hiv dna cto ceo vs etc no phd mba agi saas covid-19 covid internet web "
    "email said says photo image source read more sign click update updated via let let's don't can't won't it's "
    "that's there's he's she's they're we're you're what's earth god am".split()
)
"""Words with a capital that name nothing we keep a page for."""
_STRONG = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}\d*$|^[A-Z]+[a-z]*\d|[A-Z]&[A-Z]")
"""Capitals that are no accident of a sentence start: iPhone, TSMC, A100, AT&T."""
_TAIL = re.compile(
    r"(.{2,})[-–](?:based|owned|backed|led|made|style|era|born|wide|run|controlled|funded|linked|sponsored|listed"
    r"|founded|headquartered|educated|like|friendly|only|bound|language|speaking|trained|powered|focused|held"
    r"|occupied|affiliated)$"
)
_SIDES = frozenset("north south east west northern southern eastern western central latin".split())
_LEGAL = frozenset({"inc", "ltd", "llc", "corp", "co", "limited"})
_INSTITUTIONS = COMPANY_PARTS | GOVERNMENT_PARTS | ORGANISATION_PARTS


def stem(token: Token) -> str:
    """A token without an ending such as ``-based``."""
    tail = _TAIL.match(token.text)
    return tail[1] if tail else token.text


def _capital(token: Token) -> bool:
    return (
        token.text[0].isupper()
        or bool(re.match(r"[a-z]{1,2}[A-Z]", token.text))
        or (token.text[0].isdigit() and any(c.isupper() for c in token.text) and len(token.text) > 2)
    )


def runs(sentence: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, small words between them included."""
    at = 0
    while at < len(sentence):
        if not _capital(sentence[at]):
            at += 1
            continue
        end = at + 1
        while end < len(sentence):
            if _TAIL.match(sentence[end - 1].text):
                break
            if _capital(sentence[end]) or (sentence[end].text.isdigit() and len(sentence[end].text) < 3):
                end += 1
            elif sentence[end].text == "," and end + 1 < len(sentence) and bare(sentence[end + 1].text) in _LEGAL:
                end += 2
            elif sentence[end].text in JOINERS - {"in", "on"}:
                step = 2 if sentence[end + 1 : end + 2] and sentence[end + 1].text == "the" else 1
                if end + step < len(sentence) and _capital(sentence[end + step]):
                    end += step + 1
                else:
                    break
            else:
                break
        yield at, end
        at = end


def candidates(sentence: Sequence[Token], use: WordUsage) -> Iterator[tuple[int, int]]:
    """Names in a sentence as first place and place after the last."""
    words = [token for token in sentence if token.text[0].isalpha()]
    if len(words) > 3 and sum(t.text[0].isupper() for t in words) > 0.7 * len(words):
        return
    for left, right in runs(sentence):
        for start, end in _parts(sentence, left, right):
            kept = trimmed(sentence, start, end, use)
            if kept:
                yield kept


def _parts(sentence: Sequence[Token], left: int, right: int) -> Iterator[tuple[int, int]]:
    """A run split at ``and`` where that joins two names and is not part of one."""
    words = [token.text.lower() for token in sentence[left:right]]
    joins = [left + n for n, word in enumerate(words) if word in ("and", "for", "the", "of") and 0 < n < len(words) - 1]
    start = left
    for at in joins:
        if sentence[at].text == "the" and sentence[at - 1].text in JOINERS:
            continue
        before = {bare(t.text) for t in sentence[start:at]}
        if sentence[at].text == "of" and (before & _INSTITUTIONS or bare(sentence[at + 1].text) not in places()):
            continue
        institution = bool(before & _INSTITUTIONS) and "of" in before and sentence[at + 1].text != "the"
        short = at - start == 1 and right - at == 2 and bool({bare(sentence[right - 1].text)} & _INSTITUTIONS)
        if not institution and not short:
            yield start, at
            start = at + 1
    yield start, right


def trimmed(sentence: Sequence[Token], left: int, right: int, use: WordUsage) -> tuple[int, int] | None:
    """A candidate without roles, dates, nationalities and small words around it, or nothing."""
    roles = [n for n in range(left, right - 1) if bare(sentence[n].text) in ROLES]
    if roles and bare(sentence[right - 1].text) not in _INSTITUTIONS and _capital(sentence[roles[-1] + 1]):
        left = roles[-1] + 1
    if bare(sentence[right - 1].text) in NATIONS and right - left == 2 and bare(sentence[left].text) in _SIDES:
        return None
    while left < right and _weak_start(sentence, left, right, use):
        left += 1
    while left < right and _weak_end(sentence, left, right):
        right -= 1
    if left >= right or not any(_capital(t) for t in sentence[left:right]):
        return None
    if right - left > 1:
        return left, right
    token = sentence[left]
    word, low = stem(token), bare(stem(token))
    if len(low) < 2 or low in _NO_NAME | NATIONS | MONTHS_AND_DAYS | ROLES | _INSTITUTIONS:
        return None
    if token.first and not _STRONG.search(word):
        return (left, right) if use.capital[word] or low in places() or low in known_names() else None
    if use.lower[low] > use.capital[word] and not _STRONG.search(word):
        return None
    return left, right


def _weak_start(sentence: Sequence[Token], left: int, right: int, use: WordUsage) -> bool:
    token = sentence[left]
    low = bare(token.text)
    rest = [bare(t.text) for t in sentence[left + 1 : right]]
    institution = bool(rest) and rest[-1] in _INSTITUTIONS
    if low in JOINERS | MONTHS_AND_DAYS | _NO_NAME or not (_capital(token) or token.text[0].isdigit()):
        return True
    if (low in NATIONS and not institution) or (low in ROLES and not (institution and rest[0] in JOINERS)):
        return True
    opener = token.first and (use.lower[low] > use.capital[token.text] or (rest and low.endswith("ing")))
    return bool(opener) and not _STRONG.search(token.text)


def _weak_end(sentence: Sequence[Token], left: int, right: int) -> bool:
    token = sentence[right - 1]
    low = bare(token.text)
    if low in JOINERS | MONTHS_AND_DAYS or not (_capital(token) or token.text.isdigit() or token.text == "+"):
        return True
    if token.text.isdigit() and (right - left == 1 or bare(sentence[right - 2].text) in places() | MONTHS_AND_DAYS):
        return True
    return right - left > 1 and low in ROLES | _NO_NAME | NATIONS
