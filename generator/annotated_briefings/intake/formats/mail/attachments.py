"""Which attached files import reads, and why it does not read others."""

from annotated_briefings.intake.formats.mail.parts import File

_MEDIA = frozenset(
    "text/plain text/html text/markdown text/x-markdown text/xml text/rtf application/rtf application/pdf "
    "application/json application/ld+json application/x-ndjson application/rss+xml application/atom+xml "
    "application/xhtml+xml application/zip application/x-zip-compressed application/mbox application/msword "
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
    "application/vnd.oasis.opendocument.text multipart/related message/rfc822".split()
)
_ENDINGS = frozenset(
    "txt text md markdown html htm xhtml mht mhtml eml mbox docx odt rtf pdf json jsonl ndjson rss atom zip".split()
)
_KINDS = {
    "image": "an attached picture",
    "audio": "an attached recording",
    "video": "an attached film",
    "font": "an attached font",
    "text/calendar": "an attached entry of a calendar",
    "text/vcard": "an attached visiting card",
    "text/x-vcard": "an attached visiting card",
    "text/directory": "an attached visiting card",
    "text/css": "an attached style sheet",
    "application/ms-tnef": "an attachment in a form that Outlook alone reads; ask for it as a plain or HTML letter",
    "application/pkcs7-signature": "a signature",
    "application/x-pkcs7-signature": "a signature",
    "application/pgp-signature": "a signature",
    "application/pgp-keys": "a key",
}
_BY_ENDING = {
    "ics": "text/calendar",
    "vcf": "text/vcard",
    "dat": "application/ms-tnef",
    "p7s": "application/pkcs7-signature",
    "asc": "application/pgp-signature",
    **dict.fromkeys("png jpg jpeg gif webp svg bmp tif tiff heic".split(), "image/any"),
}


def is_readable(file: File) -> bool:
    """Whether an attached file is in a format that import reads, by its name and its media type."""
    ending = file.name.rpartition(".")[2].lower() if "." in file.name else ""
    return ending in _ENDINGS or (file.media in _MEDIA and ending not in _BY_ENDING)


def why_unread(file: File) -> str:
    """Why an attached file is not read."""
    ending = file.name.rpartition(".")[2].lower() if "." in file.name else ""
    for media in (file.media, _BY_ENDING.get(ending, "")):
        known = _KINDS.get(media) or _KINDS.get(media.partition("/")[0], "")
        if known:
            return known
    return f"an attachment of a kind that is not read ({file.media})"
