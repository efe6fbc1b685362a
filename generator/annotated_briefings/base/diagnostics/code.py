"""One code of diagnostics: its severity, what it means in one line, and the long explanation."""

from inspect import cleandoc

from annotated_briefings.base.diagnostics.severity import Severity
from annotated_briefings.base.values import Value

_FENCE = "```"


class Code(Value):
    """What is known of all diagnostics of one code."""

    code: str
    """The code: lower-case words joined by hyphens."""
    severity: Severity
    """The severity of each of them."""
    text: str
    """What is wrong, in one line."""
    explanation: str
    """The long meaning as one paragraph of Markdown, then an example as a terminal shows it, in a fence."""

    @property
    def meaning(self) -> str:
        """The long meaning in one line: what it says, what the site is like until then, and what to do."""
        return " ".join(cleandoc(self.explanation).partition(_FENCE)[0].split())

    @property
    def example(self) -> str:
        """An example of the message as a terminal shows it."""
        return cleandoc(self.explanation).partition(_FENCE)[2].partition(_FENCE)[0].strip("\n")


def declare(code: str, severity: Severity, text: str, explanation: str) -> Code:
    """A code that is reported from several places; a code that one function finds is declared there by ``rule``."""
    return Code(code, severity, text, explanation)
