"""How long people read."""

from annotated_briefings.content.model import Brief

_PER_MINUTE = 230
"""Words that people read in a minute."""


def reading_minutes(brief: Brief) -> int:
    """Minutes that reading a brief takes, at least one."""
    points = sum(len(point.text.split()) for point in brief.key_points)
    return max(1, round((brief.body.words + points) / _PER_MINUTE))
