"""Three-way merges of briefs: what import changed, into what an editor changed. The home of merge3."""

from merge3 import Merge3


def merge_texts(base: str, edited: str, incoming: str) -> str | None:
    """The edited text with the incoming changes; None where both changed the same lines in different ways."""
    merged: list[str] = []
    parts = (text.splitlines(keepends=True) for text in (base, edited, incoming))
    for group in Merge3(*parts).merge_groups():
        if group[0] == "conflict":
            return None
        merged += group[1]
    return "".join(merged)
