"""What an extractor of main texts and facts finds in a web page. The home of trafilatura."""

from annotated_briefings.base.values import Value


class ExtractedFacts(Value):
    """What a page says of its article in ways that only its looks tell; empty where it says nothing."""

    title: str
    """Headline."""
    author: str
    """Who wrote it."""
    site: str
    """Name of the site."""


def extracted(html: str, url: str, *, precise: bool) -> str:
    """The main text of a page, one block a line; ``precise`` keeps less that may be no text. Empty where none is found.

    Method: Barbaresi, Trafilatura (ACL 2021 demonstrations).
    """
    import trafilatura

    text = trafilatura.extract(
        html,
        output_format="txt",
        favor_precision=precise,
        include_comments=False,
        include_links=False,
        include_tables=True,
        include_images=False,
        include_formatting=False,
        url=url or None,
    )
    return text or ""


def page_facts_of(html: str, url: str) -> ExtractedFacts:
    """Title, author and site as the extractor finds them. Its days are not taken: it concludes some from anything."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(html, url or None, extensive=False)
    return ExtractedFacts(found.title or "", found.author or "", found.sitename or "")
