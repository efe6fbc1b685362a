"""Labels of lines below a headline, in many languages: those of a writer, those of an outlet, and others."""

import re
from functools import cache

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels import LabelRole, is_name, labelled_line, labels_of

AUTHOR, OUTLET, OTHER = "author", "outlet", ""
_KINDS = {LabelRole.AUTHOR: AUTHOR, LabelRole.BY: AUTHOR, LabelRole.OUTLET: OUTLET}
_ALONE = (
    r"מאת|بقلم|به قلم|نوشته|نوشتهٔ|โดย|ໂດຍ|ដោយ|লেখক|"
    r"Γράφει (?:ο|η)|Oleh|Gan|Nga"
)
_BEFORE = regex(rf"(?:{_ALONE})\s+(?P<value>\S.*)")
"""Words right before a writer, without a colon."""
_PREFIXED = regex(r"በ(?P<value>[\u1200-\u137f]+(?: [\u1200-\u137f]+){1,2})")
"""Amharic writes `by` as the first letter of the name."""
_LABEL_WORDS, _LABEL_LONG = 4, 29
_VERB = regex(r"(?:ła?|л[аи]?|вала|ла|ав|ся)$")
_SHORTEST, _LONGEST = 8, 90
"""Characters of a line that says who led an interview."""


class HeadLabel(Value):
    """A line that begins with a label."""

    kind: str
    """``author``, ``outlet``, or empty for a label of something else."""
    value: str
    """What is behind it."""
    dashed: bool
    """Whether a dash parts them, as it does the halves of some names too."""


def read_label(line: str) -> HeadLabel | None:
    """The label that a line begins with, and its value; None for a line that begins with none. Few words before a
    colon count as a label of something else, whatever they are."""
    found = labelled_line(line)
    if found is None or len(found.label.split()) > _LABEL_WORDS or len(found.label) > _LABEL_LONG:
        return None
    return HeadLabel(_KINDS.get(found.role, OTHER), found.value, found.dashed)


def labelled_writer(line: str, *, below_headline: bool = False) -> str:
    """The names of a line that is nothing but a label for a writer and names, in scripts without capitals a word such
    as `by` and names; empty for any other. ``below_headline`` where the line cannot be a headline itself."""
    label = read_label(line)
    if label:
        return label.value if label.kind == AUTHOR and is_name(label.value) else ""
    if led := _interviewer(line.strip()):
        return led
    found = _BEFORE.fullmatch(line.strip()) or (_PREFIXED.fullmatch(line.strip()) if below_headline else None)
    return found["value"] if found and is_name(found["value"]) else ""


def _interviewer(line: str) -> str:
    """The names behind words that say who led an interview: `Propos recueillis par Luc Bardot`."""
    if not _SHORTEST <= len(line) <= _LONGEST:
        return ""
    found = _interviews().match(line)
    names = line[found.end() :].strip().rstrip(".") if found else ""
    return names if names and is_name(names) else ""


@cache
def _interviews() -> re.Pattern[str]:
    """Labels of several words, and verbs: one noun alone before a name may as well be a headline."""
    labels = (one for one in labels_of(LabelRole.INTERVIEW) if " " in one or _VERB.search(one))
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(labels, key=len, reverse=True)))})\s+(?=\S)", re.IGNORECASE)
