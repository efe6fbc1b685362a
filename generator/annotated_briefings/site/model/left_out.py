"""Briefs that a site has no pages of: held back, or left out because something is wrong with their files."""

from annotated_briefings.base.values import Value


class HeldBrief(Value):
    """A brief that is not public."""

    path: str
    """Its file."""
    why: str
    """Why it is not public, in words."""
    title: str
    """Its headline in the form of ``comparable``."""
    was_public: bool = False
    """Whether it was public until its time was over: then the words that others linked it with stay as they are."""


class LeftOutBrief(Value):
    """A file of a brief that the site is built without, public or not."""

    path: str
    """The file."""
    why: str
    """Why it is left out, in words that follow a colon."""
    slug: str = ""
    """The last part of the address that it would have; empty where another brief has it."""
