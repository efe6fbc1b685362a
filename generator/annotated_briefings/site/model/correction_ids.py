"""Ids of the corrections of a brief, which stay when others come and go."""

from hashlib import blake2b

from annotated_briefings.base.paths import free_name
from annotated_briefings.content.model import Brief


def correction_ids(brief: Brief) -> tuple[str, ...]:
    """An id for each correction of a brief, in order: made of its day and of what was changed to what."""
    taken: dict[str, None] = {}
    counts: dict[str, int] = {}
    for correction in brief.corrections:
        day = correction.date.iso if correction.date else ""
        words = "\0".join((day, *(" ".join(text.split()) for text in (correction.was, correction.now))))
        if not (correction.was or correction.now):
            words += correction.why
        name = f"correction-{blake2b(words.encode(), digest_size=4).hexdigest()}"
        taken[free_name(name, taken, counts)] = None
    return tuple(taken)
