"""The web address of a site in its settings, and the host in its ids."""

import re

from annotated_briefings.base.paths import as_uri, is_web_address, split_url
from annotated_briefings.base.regex import regex
from annotated_briefings.base.yaml.field_kinds import address_remedy
from annotated_briefings.base.yaml.field_table import Field
from annotated_briefings.base.yaml.mapping import Fields


def _folder_of(address: str) -> str:
    """The folder of a page that an address names; empty for the address of a folder."""
    whole = re.split(r"[?#]", address)[0]
    folder = re.sub(r"/[^/]+\.(?:html?|php|aspx?)$", "", whole).rstrip("/")
    return "" if folder == address else folder


def read_base_url(fields: Fields, field: Field, _: object) -> str:
    """The address as programs read it, without a slash at its end; empty where the text is none, which is reported."""
    text = fields.word(field.name).rstrip("/")
    if text and not is_web_address(text):
        fields.report(
            "config",
            f"`{text}` is not a web address",
            fields.place(field.name),
            address_remedy(text, "write it whole, such as `https://example.org/briefings`"),
        )
        return ""
    if folder := _folder_of(text):
        remedy = f"write the address of its folder, `{folder}`"
        fields.report("config", f"`{text}` is the address of a page", fields.place(field.name), remedy)
        return ""
    return as_uri(text)


_HOST = regex(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)


def read_id_host(fields: Fields, field: Field, _: object) -> str:
    """The host in ids: the one that is given, or that of the web address; a text that is none is reported."""
    text = fields.word(field.name).strip()
    if text and not _HOST.fullmatch(text):
        host = split_url(text).hostname or "example.org"
        fields.report(
            "config", f"`{text}` is not a host", fields.place(field.name), f"write a name alone, such as `{host}`"
        )
        text = ""
    return text.lower() or split_url(fields.word("base_url")).hostname or ""
