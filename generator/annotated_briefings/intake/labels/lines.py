"""Lines that begin with a label: `Mwandishi: Otieno Barasa`."""

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels.table import LabelRole, role_of

_LINE = regex(
    r"(?P<label>[^\W\d_][^:：՝፦|·•\d\n]{0,39}?)(?:\s*(?:[:：]|՝|፦|፡)\s*|(?P<dash>\s+[-–—]\s+))(?P<value>\S.*)"
)
_LABEL_WORDS = 5
_NO_NAME = regex(rf"\d|[{STOPS}።;]$|[:：@/]")
_NAME_WORDS, _NAME_LONG, _CAPITAL_WORDS = 6, 60, 2


class LabelledLine(Value):
    """A line that begins with a label, or might."""

    label: str
    """The words before the sign, as they are written."""
    role: str
    """What they name, see ``LabelRole``; empty for words that are no label of the table."""
    value: str
    """What is behind the sign."""
    dashed: bool
    """Whether a dash parts them, as it does the halves of some names too."""


def labelled_line(line: str) -> LabelledLine | None:
    """A line in its two parts; None for one without a label's form.

    Right before names, a label such as `Text` or `Interview` names who wrote it.
    """
    found = _LINE.fullmatch(line.strip())
    if found is None or len(found["label"].split()) > _LABEL_WORDS:
        return None
    role = role_of(found["label"])
    if role in (LabelRole.TEXT, LabelRole.BY, LabelRole.INTERVIEW):
        role = LabelRole.AUTHOR if is_name(found["value"]) else role
    return LabelledLine(found["label"].strip(), role, found["value"].strip(), bool(found["dash"]))


def is_name(text: str) -> bool:
    """Whether words may be names: few, no sentence, and each with a capital in scripts that have any."""
    words = text.split()
    if len(words) > _NAME_WORDS or len(text) > _NAME_LONG or _NO_NAME.search(text):
        return False
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return not cased or (len(cased) >= _CAPITAL_WORDS and cased[0][0].isupper() and cased[-1][0].isupper())
