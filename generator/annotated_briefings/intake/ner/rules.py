"""Names by how they are written: runs of capitalised words that are more than the start of a sentence."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.ner.lexicon import (
    COMPANY_PARTS,
    GOVERNMENT_PARTS,
    JOINERS,
    MONTHS_AND_DAYS,
    NATIONS,
    ORGANISATION_PARTS,
    ROLES,
    bare,
    common_words,
    first_names,
    known_names,
    places,
)
from annotated_briefings.intake.ner.tokens import Token, WordUsage, is_row

_NO_NAME = frozenset(
    "though unlike amid whether once until unless because given like earlier later instead moreover furthermore "
    "aside during through under over without within against among across above below beyond besides additionally "
    "similarly finally about around nearly almost old young apart following regarding together sources experts "
    "officials researchers users people customers i i'm i've i'd i'll a an the this that these those it its he "
    "she they we you your our my his her their and but or if in on at by for from to as with of not no yes so "
    "what when where which who why how while after before since however meanwhile despite although according also "
    "both each every some many most one two three four five six seven eight nine ten first second third new more "
    "there here then now still even just only last next today yesterday tomorrow ai api app apps ev evs tv pc pcs "
    "it gdp llm llms ipo vpn q1 q2 q3 q4 am pm est gmt pt et dvd cd ok usb gpu gpus cpu r&d ngo ngos mp mps hiv "
    "dna cto ceo vs etc no phd mba agi saas covid-19 covid internet web 4k 5g 4g 3g 2d 3d email said says photo "
    "image source read more sign click update updated via let let's don't can't won't it's that's there's he's "
    "she's they're we're you're what's earth god am".split()
)
"""Words with a capital that name nothing we keep a page for."""
STRONG = regex(r"[a-z][A-Z]|^[A-Z]{2,}\d*$|^[A-Z]+[a-z]*\d|[A-Z]&[A-Z]")
"""Capitals that are no accident of a sentence start: iPhone, TSMC, A100, AT&T."""
_TAIL = regex(
    r"(.{2,})[-–](?:based|owned|backed|led|made|style|era|born|wide|run|controlled|funded|linked|sponsored|listed"
    r"|founded|headquartered|educated|like|friendly|only|bound|language|speaking|trained|powered|focused|held"
    r"|occupied|affiliated)$"
)
PARTICLES = frozenset(
    "de da do dos das du des di del della dei van von der den ter ten te la le los las el al bin ibn ben bint zu "
    "af".split()
)
"""Small words inside names of people."""
_INSIDE = (JOINERS | PARTICLES) - {"in", "on"}
_SECOND = PARTICLES | {"the"}
_SIDES = frozenset("north south east west northern southern eastern western central latin".split())
_OPENERS = frozenset("new old young van von le la el al big little great".split())
_NUMBERS = frozenset("first second third one two three four five six seven eight nine ten next".split())
"""Words that open a name where a name is behind them, and a sentence elsewhere."""
_LEGAL = frozenset({"inc", "ltd", "llc", "corp", "co", "limited"})
INSTITUTIONS = COMPANY_PARTS | GOVERNMENT_PARTS | ORGANISATION_PARTS
"""Last words of names of companies, authorities and other organisations."""


_NEVER_NAMED = NATIONS | ROLES | MONTHS_AND_DAYS | _NO_NAME


def stem(token: Token) -> str:
    """A token without an ending such as ``-based``."""
    tail = _TAIL.match(token.text)
    return tail[1] if tail else token.text


def has_ending(token: Token) -> bool:
    """Whether a token has an ending such as ``-based``, which closes a name."""
    return _TAIL.match(token.text) is not None


def _capital(token: Token) -> bool:
    return (
        token.text[0].isupper()
        or bool(re.match(r"[a-z]{1,2}[A-Z]", token.text))
        or (token.text[0].isdigit() and any(c.isupper() for c in token.text))
    )


def runs(sentence: Sequence[Token], joins: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, small words between them included: those in ``joins``, else the usual ones."""
    inside, second = (joins, joins | {"de"}) if joins else (_INSIDE, _SECOND)
    at = 0
    while at < len(sentence):
        if not _capital(sentence[at]):
            at += 1
            continue
        end = at + 1
        while end < len(sentence):
            if _TAIL.match(sentence[end - 1].text):
                break
            if _capital(sentence[end]) or sentence[end].text == "plc" or _is_saint(sentence, end):
                end += 1
            elif sentence[end].text.isdigit() and len(sentence[end].text) < 4:
                # A number closes a name: `Falcon 9`. In a table it is none of its words.
                end += not is_row(sentence)
                break
            elif sentence[end].text == "," and end + 1 < len(sentence) and bare(sentence[end + 1].text) in _LEGAL:
                end += 2
            elif sentence[end].text in inside:
                step = 1
                while step < 3 and end + step < len(sentence) and sentence[end + step].text in second:
                    step += 1
                if end + step < len(sentence) and _capital(sentence[end + step]):
                    end += step + 1
                else:
                    break
            else:
                break
        yield at, end
        at = end


def _is_saint(sentence: Sequence[Token], at: int) -> bool:
    """Whether an ending such as ``'s`` is that of a saint in a name: `St. Patrick's Cathedral`."""
    saint = at > 1 and bare(sentence[at - 2].text) in ("st", "saint")
    return saint and sentence[at].text in ("'s", "’s") and at + 1 < len(sentence) and _capital(sentence[at + 1])


def candidates(
    sentence: Sequence[Token], use: WordUsage, fixed: frozenset[int] = frozenset()
) -> Iterator[tuple[int, int]]:
    """Names in a sentence as first place and place after the last; tokens in ``fixed`` are never cut off."""
    for left, right in runs(sentence, use.writing.joins):
        for start, end in _parts(sentence, left, right):
            kept = trimmed(sentence, start, end, use, fixed)
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
        if sentence[at].text == "of" and (before & INSTITUTIONS or bare(sentence[at - 1].text) in common_words()):
            # `Game of Thrones`; but `Leung of the Labour Party` is two names.
            continue
        institution = bool(before & INSTITUTIONS) and "of" in before and sentence[at + 1].text != "the"
        short = at - start == 1 and right - at == 2 and bool({bare(sentence[right - 1].text)} & INSTITUTIONS)
        if not institution and not short:
            yield start, at
            start = at + 1 + (sentence[at + 1].text == "the")
    yield start, right


def trimmed(
    sentence: Sequence[Token], left: int, right: int, use: WordUsage, fixed: frozenset[int] = frozenset()
) -> tuple[int, int] | None:
    """A candidate without roles, dates, nationalities and small words around it, or nothing.

    Tokens in ``fixed`` belong to the name whatever they mean.
    """
    roles = [n for n in range(left, right - 1) if bare(sentence[n].text) in ROLES and n not in fixed]
    if roles and bare(sentence[right - 1].text) not in INSTITUTIONS and _capital(sentence[roles[-1] + 1]):
        left = roles[-1] + 1
    if bare(sentence[right - 1].text) in NATIONS and right - left == 2 and bare(sentence[left].text) in _SIDES:
        return None
    while left < right and left not in fixed and _weak_start(sentence, left, right, use):
        left += 1
    while left < right and right - 1 not in fixed and _weak_end(sentence, left, right):
        right -= 1
    if left >= right or not any(_capital(t) for t in sentence[left:right]):
        return None
    if right - left > 1:
        return left, right
    token = sentence[left]
    word, low = stem(token), bare(stem(token))
    if len(low) < 2 or low in use.writing.weak or low in _NO_NAME | NATIONS | MONTHS_AND_DAYS | ROLES | INSTITUTIONS:
        return None
    if token.first and not STRONG.search(word):
        seen = use.capital[word] or low in places() or low in known_names()
        return (left, right) if seen or (len(low) > 2 and low not in common_words() and not use.lower[low]) else None
    if use.lower[low] > use.capital[word] and not STRONG.search(word):
        return None
    return left, right


def _weak_start(sentence: Sequence[Token], left: int, right: int, use: WordUsage) -> bool:
    token = sentence[left]
    low = bare(token.text)
    rest = [bare(t.text) for t in sentence[left + 1 : right]]
    institution = bool(rest) and rest[-1] in INSTITUTIONS
    if (
        low in MONTHS_AND_DAYS
        and low in first_names()
        and rest
        and (rest[0] not in common_words() or rest[0] in PARTICLES)
    ):
        # `Jan Kowalski`, and not `Jan 3`.
        return False
    if low in use.writing.weak:
        return True
    if rest and _opens_name(sentence, left, institution):
        return False
    if low in JOINERS | MONTHS_AND_DAYS | _NO_NAME or not (_capital(token) or token.text[0].isdigit()):
        return True
    if (low in NATIONS and not institution) or (low in ROLES and not (institution and rest[0] in JOINERS)):
        return True
    opener = token.first and (use.lower[low] > use.capital[token.text] or (rest and low.endswith("ing")))
    return bool(opener) and not STRONG.search(token.text)


def _opens_name(sentence: Sequence[Token], left: int, institution: bool) -> bool:
    """Whether a common word with a capital belongs to the name behind it: `Old Trafford`, `First Republic Bank`."""
    low, after = bare(sentence[left].text), sentence[left + 1]
    if not _capital(after) or bare(after.text) in _NEVER_NAMED:
        return False
    if low in MONTHS_AND_DAYS:
        # The Sunday Mirror.
        return left > 0 and sentence[left - 1].text in ("the", "The")
    next_word = bare(after.text)
    rare = not (next_word in common_words() or next_word in first_names() or next_word in known_names())
    return (low in _OPENERS and (rare or not sentence[left].first)) or (low in _NUMBERS and institution)


def _weak_end(sentence: Sequence[Token], left: int, right: int) -> bool:
    token = sentence[right - 1]
    low = bare(token.text)
    if low in JOINERS | MONTHS_AND_DAYS or not (_capital(token) or token.text.isdigit() or token.text in ("+", "plc")):
        return True
    if token.text.isdigit() and (right - left == 1 or bare(sentence[right - 2].text) in places() | MONTHS_AND_DAYS):
        return True
    return right - left > 1 and low in ROLES | _NO_NAME | NATIONS
