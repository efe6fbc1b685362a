"""Remedies for people who work at the desk: where one names a command, the button or the list that does the same.

A command that no button replaces stays as it is.
"""

import re

_REST = r"(?: [^`]*)?`"
_PLACES = (
    (r"read it, look at `briefings check [^`]+`", "read it"),
    (r"`briefings check [^`]+`", "its page, which names all errors"),
    (r"run `briefings attach" + _REST, "paste its text in the list `Today`"),
    (r"with `briefings imports settle" + _REST, "in the list `Changed sources`"),
    (r"`briefings imports settle" + _REST, "the list `Changed sources`"),
    (r"`briefings confirm" + _REST, "`Confirm` at its field"),
    (r"correct it in the file, `--refuse` takes", "`Change` leads to it, and `Take out` takes"),
    (r"`--as \.\.\.` corrects it, `--refuse` takes", "`Change` corrects it, and `Take out` takes"),
    (r'`--as "\.\.\."` writes', "`Change` writes"),
    (r"`briefings redirects add`", "`Keep the address` in the list `Today`"),
    (r"`briefings annotations reanchor" + _REST, "the list `Notes`"),
    (r"`briefings entities merge" + _REST, "`Merge into…` in the list `Names`"),
    (r"`briefings tags merge" + _REST, "`Merge into…` in the list `Names`, where it shows tags"),
    (r"`briefings tags suggest`", "the list `Names`, where it shows tags,"),
    (r"`briefings entities list`", "the list `Names`"),
    (r"`briefings entities accept" + _REST, "`Accept` in the list `Names`"),
    (r"`briefings (?:entities|tags) add" + _REST, "`Declare` at its field"),
    (r"say what it is with `--type`", "choose its type there"),
    (r"`briefings imports (?:list|undo)" + _REST, "the page `New`"),
    (r"`briefings import(?! --again) [^`]+`", "the page `New`"),
)
"""What names a command, and what the desk has in its place; one after the other."""


def desk_remedy(remedy: str) -> str:
    """A remedy as people at the desk can follow it."""
    for command, button in _PLACES:
        remedy = re.sub(command, button, remedy)
    return remedy
