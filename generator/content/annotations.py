"""Finding the passage that a quote names."""

from generator.content.model import Passage

_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "‑": "-"})
"""Characters that people and programs swap without changing the words; one for one, so offsets stay true."""


def normal(text: str) -> str:
    """Text for comparing: quotes, spaces and hyphens made plain; same length."""
    return text.translate(_SAME)


def find_all(text: str, quote: str) -> tuple[int, ...]:
    """Offsets of a quote in a text, overlapping ones too; whole words only where the quote ends in word characters."""
    wanted = normal(" ".join(quote.split()))
    if not wanted:
        return ()
    plain = normal(text)
    found: list[int] = []
    at = plain.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        split_left = wanted[0].isalnum() and at > 0 and plain[at - 1].isalnum() and wanted[0].isascii()
        split_right = wanted[-1].isalnum() and end < len(plain) and plain[end].isalnum() and wanted[-1].isascii()
        if not (split_left or split_right):
            found.append(at)
        at = plain.find(wanted, at + 1)
    return tuple(found)


def anchor(text: str, quote: str, prefix: str = "", suffix: str = "") -> tuple[Passage | None, int]:
    """The one passage of a text that a quote with its context names, and how many places were left.

    One place left means found; none means an orphan; more means that the context does not decide.
    """
    length = len(" ".join(quote.split()))
    before, after = normal(" ".join(prefix.split())), normal(" ".join(suffix.split()))
    plain = normal(text)
    places = [
        at
        for at in find_all(text, quote)
        if plain[:at].rstrip().endswith(before) and plain[at + length :].lstrip().startswith(after)
    ]
    if len(places) != 1:
        return None, len(places)
    return Passage(places[0], places[0] + length), 1
