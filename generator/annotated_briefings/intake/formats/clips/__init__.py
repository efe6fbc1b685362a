"""Lists of clippings: what services for press reviews, alerts and people write, each item an article with its facts."""

from annotated_briefings.intake.formats.clips.listing import read_clippings

__all__ = ["read_clippings"]
