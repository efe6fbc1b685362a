"""What each diagnostic means, with an example of it."""

import re
from collections.abc import Mapping
from importlib.resources import files

from annotated_briefings.base.values import dataclass

_ENTRY = re.compile(r"^## (\S+)\n\n(.+?)\n\n```\n(.+?)\n```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Meaning:
    """One diagnostic explained."""

    text: str
    """What it says, what the site is like until then, and what to do; one paragraph of Markdown."""
    example: str
    """The message as a terminal shows it."""


def glossary() -> Mapping[str, Meaning]:
    """Code to its meaning, for every code."""
    text = (files("annotated_briefings.project") / "glossary.md").read_text(encoding="utf-8")
    return {code: Meaning(meaning, example) for code, meaning, example in _ENTRY.findall(text)}
