"""Web pages that were copied in a browser and pasted as text: the article without what was around it on the page."""

from annotated_briefings.intake.formats.pasted.page import read_pasted

__all__ = ["read_pasted"]
