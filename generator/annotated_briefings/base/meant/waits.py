"""Whether a line holds its text back until something happens, whatever that is, in the words of ``wait_words.txt``.

The request is in known words, and what it waits for in any: `Don't print this before Ida has spoken to the widow`,
`Bitte erst nach unserem Telefonat bringen`, `Publicar solo cuando hable la ministra`. A request begins its line and
speaks to those who publish; `Letters not posted by Friday will come late` and what somebody says begin otherwise.
"""

import re
from functools import cache

from annotated_briefings.base.meant.stages import OPEN_WORK
from annotated_briefings.base.meant.word_tables import (
    alternatives,
    folded,
    patterns_for,
    patterns_of,
    read_words,
    words_of,
)
from annotated_briefings.base.regex import regex

_FILE = ("base.meant", "wait_words.txt")
_LONGEST = 160
_WORD = regex(r"[^\W\d_]")
_FRAMED = regex(rf"\s*(?:[\[({{【（].*[\])}}】）]|(?://|#|/\*|<!--).*|{OPEN_WORK}\b.*)[\s*.]*", re.DOTALL)
"""A line set apart from the text, as a remark is."""
_REASON = regex(r"\s*[^\w\s]")
"""What separates a ban from its reason; without it the next words are what must not be done."""
_HEADLINE = regex(r"\w: \w")
"""What headlines have behind their first words: `Publication only after her death: the diaries of a countess`."""
_ATTRIBUTED = regex(
    r"[,:–—-]\s[^,]{0,60}\b(?:says?|said|tells?|told|warns?|urges?|sagt|sagte|rät|warnt|dit|dice|disse|diz|zegt|säger"
    r"|siger|sier|mówi|radzi|říká|радит|просит|говорит)\b"
)
"""Behind a sentence, who said it."""
_SIGNS = regex(
    r"(?:请|請)?(?:务必|務必)?[待等].{1,24}[后後时時](?:再|才|方可|方能|始可)"
    r"(?:对外)?(?:发布|發布|发表|發表|刊发|刊發|刊登|公开|公開|推送|上线|上線|播出|发|發)[。！!]?"
    r"|.{1,40}(?:まで|前に?)は?.{0,8}(?:公開|掲載|配信|報道|公表|放送)(?:し|を?しては?)?(?:ないで(?:ください|下さい|くれ)?|ないこと|ならない|禁止|厳禁|不可)[。！!]?"
    r"|.{1,40}(?:까지|전에?)(?:는)?.{0,8}(?:게재|공개|보도|배포|게시|발행)(?:하지 ?(?:말|마)\S*| ?금지| ?불가)[.!]?"
)
"""The same in scripts without blanks, where the request is last."""


def holds_until(line: str, in_note: bool = False) -> bool:
    """Whether a line asks to keep its text back until something happens, or allows to publish it only then.

    ``in_note``: whether it is in a note to editors, where it can be about nothing else than the text.
    """
    bare = line.strip()
    if not bare or len(bare) > _LONGEST:
        return False
    if _SIGNS.fullmatch(bare.strip("[]()（）【】* ")):
        return True
    text = folded(bare)
    if _ATTRIBUTED.search(text):
        return False
    framed = _FRAMED.fullmatch(bare) is not None
    return any(_keeps(text, language, framed, in_note) for language in _languages(text))


def _keeps(text: str, language: str, framed: bool, in_note: bool) -> bool:
    roles: set[str] = set()
    last = 0
    for end, kinds in words_of(text, patterns_of(_FILE)[language]):
        before, last = last, end
        banned = "ban" in roles or {"stop", "send"} <= roles
        if in_note and "use" in kinds:
            kinds |= {"send"}
        if not kinds:
            # Behind a whole ban a remark gives its reason: `[do not print - Ida has not called back]`.
            return framed and banned and _REASON.match(text, before) is not None
        rest = text[end:].strip(" .!)]*_")
        if "further" in kinds and not rest:
            return bool(roles & {"keep", "parked"}) or banned
        if "until" in kinds and rest and (banned or ("keep" in roles and "stop" not in roles)):
            return True
        if "after" in kinds and rest and {"only", "public"} <= roles and not _HEADLINE.search(rest):
            return True
        if kinds & {"until", "after"} and _verb_ends(text[end:], language, kinds, roles):
            return True
        if not kinds & {"lead", "thing", "stop", "send", "ban", "keep", "parked", "only", "public"}:
            return False
        roles |= kinds
    return False


def names_condition(value: str) -> bool:
    """Whether the value of a field about publication is a condition and no day: `once the lawyers have read it`."""
    text = folded(value.strip()) if len(value.strip()) <= _LONGEST else ""
    for language in _languages(text) if text else ():
        for end, kinds in words_of(text, patterns_of(_FILE)[language]):
            if not kinds & {"stop", "only", "until", "after", "thing", "lead"}:
                break
            if kinds & {"until", "after"} and _WORD.search(text, end):
                return True
    return False


def _verb_ends(rest: str, language: str, kinds: frozenset[str], roles: set[str]) -> bool:
    """Whether the verb of a request is its last word, as in German and Dutch: `erst nach dem Gespräch bringen`."""
    ends = _last_verbs().get(language)
    if ends is None or roles & {"send", "ban", "keep", "public"}:
        return False
    verb = ends.search(rest)
    if verb is None:
        return False
    if verb["keep"]:
        return "until" in kinds and "stop" not in roles
    return ("stop" in roles and "until" in kinds) or "only" in roles


def _languages(text: str) -> list[str]:
    chosen = {id(table) for table in patterns_for(text, _FILE)}
    return [language for language, table in patterns_of(_FILE).items() if id(table) in chosen]


@cache
def _last_verbs() -> dict[str, re.Pattern[str]]:
    words = read_words(_FILE)
    return {
        language: re.compile(
            rf"(?<!\w)(?:(?P<keep>{alternatives(words[language]['keep'], unspaced=False)})"
            rf"|{alternatives(words[language]['send'], unspaced=False)})[\W_]*\Z"
        )
        for language in ("de", "nl")
    }
