"""The web address of a site in its settings."""

import re

from annotated_briefings.base.paths import is_web_address
from annotated_briefings.base.yaml.field_kinds import address_remedy
from annotated_briefings.base.yaml.field_table import Field
from annotated_briefings.base.yaml.mapping import Fields


def _folder_of(address: str) -> str:
    """The folder of a page that an address names; empty for the address of a folder."""
    whole = re.split(r"[?#]", address)[0]
    folder = re.sub(r"/[^/]+\.(?:html?|php|aspx?)$", "", whole).rstrip("/")
    return "" if folder == address else folder


def read_base_url(fields: Fields, field: Field, _: object) -> str:
    """The address without a slash at its end; empty where the text is none, which is reported."""
    text = fields.word(field.name).rstrip("/")
    if text and not is_web_address(text):
        fields.say(
            "config",
            f"`{text}` is not a web address",
            fields.place(field.name),
            address_remedy(text, "write it whole, such as `https://example.org/briefings`"),
        )
        return ""
    if folder := _folder_of(text):
        remedy = f"write the address of its folder, `{folder}`"
        fields.say("config", f"`{text}` is the address of a page", fields.place(field.name), remedy)
        return ""
    return text
