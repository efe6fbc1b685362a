"""The formats that are read, by name, and the media types by which servers name them."""

import re

FORMATS = (
    "text",
    "html",
    "feed",
    "json",
    "table",
    "sheet",
    "markdown",
    "notes",
    "mail",
    "mbox",
    "docx",
    "odt",
    "rtf",
    "pdf",
    "warc",
    "zip",
)
"""Names for ``--from``."""
_MEDIA = {
    "application/atom+xml": "feed",
    "application/feed+json": "json",
    "application/json": "json",
    "application/ld+json": "json",
    "application/mbox": "mbox",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "application/rdf+xml": "feed",
    "application/rss+xml": "feed",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.spreadsheet": "sheet",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/warc": "warc",
    "application/x-ndjson": "json",
    "application/xhtml+xml": "html",
    "application/zip": "zip",
    "message/rfc822": "mail",
    "multipart/related": "mail",
    "text/csv": "table",
    "text/html": "html",
    "text/rtf": "rtf",
    "text/tab-separated-values": "table",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
}
"""Types that say what a file is. Servers send anything as plain text, XML or mere bytes: these types say nothing."""
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_content_type(header: str) -> tuple[str, str]:
    """Media type and encoding of a ``Content-Type`` header, lower-case; empty where it does not name them."""
    charset = _CHARSET.search(header)
    return header.partition(";")[0].strip().lower(), charset[1].lower() if charset else ""


def format_of_media(media: str) -> str:
    """The format that a media type (``text/html``, lower-case, without parameters) names; empty where it names none."""
    return _MEDIA.get(media, "")
