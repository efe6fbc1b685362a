"""A headline out of the lead of a text that has none."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import NON_FINAL_WORDS, sentence_starts

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of the week in English, Monday first."""
_LEAD_IN = regex(
    rf"(?:Earlier |Late )?(?:(?:On|Last|This) (?:{'|'.join(WEEKDAYS)}|week|month|year)|Today|Yesterday)"
    r"(?: (?:morning|evening|night))?, "
)
_LEAVES = regex(
    r"(?:, (?:\w+ing|as|after|while|amid|which|who|where|with|in a|but|and|according|a|an|the)\b"
    r"|;|:| [—–-] | as (?:the|a|it|its|weak|rising)\b| after \w+ing\b| amid\b| in order to\b"
    r"| (?:that|which|who) (?:\w+s|\w+ed|has|had|have|is|are|was|were|began|will|would|could)\b)"
)
_TURN = regex(r"^[–—]\s+")
"""The sign before the words of a speaker."""
_SUBORDINATE = regex(r"(?:As|After|While|When|Amid|With|Although|Though|Despite|Following|Before|Since|If|Once)\b")
_SUBJECT = regex(r"(?:the|an?|its|their|his|her)\b.* (?:is|are|was|were|has|have|had|will|would|can|could|may)\b")
_MAIN_CLAUSE = 35
"""Fewest characters of a clause that can be a headline by itself."""
HEADLINE_LIMIT = 90
"""Longest derived headline, in characters."""


def _main_clause(sentence: str) -> str:
    """A sentence without the subordinate clause it opens with: the news follows it."""
    if not _SUBORDINATE.match(sentence):
        return sentence
    rests = [sentence[m.end() :] for m in re.finditer(", ", sentence)]
    rests = [rest for rest in rests if len(rest) >= _MAIN_CLAUSE]
    named = [rest for rest in rests if rest[0].isupper() or _SUBJECT.match(rest)]
    rest = (named or rests or [sentence])[0]
    return rest[0].upper() + rest[1:]


def derived_headline(lead: str) -> str:
    """A headline out of a lead: its first sentence up to a clause end, without a leading day and a weak last word."""
    lead = _TURN.sub("", lead, count=1)
    starts = sentence_starts(lead)
    sentence = lead[: starts[1] if len(starts) > 1 else len(lead)].strip()
    opening = _LEAD_IN.match(sentence)
    if opening and len(sentence) - opening.end() > 30:
        rest = sentence[opening.end() :]
        sentence = rest[0].upper() + rest[1:]
    sentence = _main_clause(sentence.rstrip(".!…。｡।۔ "))
    for leave in _LEAVES.finditer(sentence):
        if 35 <= leave.start() <= HEADLINE_LIMIT and len(sentence) > 60:
            sentence = sentence[: leave.start()]
            break
    if len(sentence) > HEADLINE_LIMIT:
        sentence = sentence[: HEADLINE_LIMIT + 1].rpartition(" ")[0] or sentence[:HEADLINE_LIMIT]
    words = sentence.split()
    while len(words) > 3 and words[-1].lower().strip(",;:") in NON_FINAL_WORDS:
        words.pop()
    return " ".join(words).rstrip(",;:—–- ")
