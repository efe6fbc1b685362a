"""The view of a page of the site's own."""

from annotated_briefings.base.values import Value
from annotated_briefings.site.views.brief_body import BriefText


class OwnPageView(Value):
    """``page.html``: a page of the site's own, such as one about it."""

    title: str
    """Its heading."""
    url: str
    """Its address."""
    language: str
    """BCP 47 tag of the words around the text."""
    text_language: str
    """BCP 47 tag of the text itself."""
    description: str
    """One or two sentences for search results, or empty."""
    held: str
    """In previews: why it is not public; empty otherwise."""
    blocks: BriefText
    """The text: something to go through, block by block (``BlockView``)."""
    twin: str
    """Its copy as Markdown, or empty."""
