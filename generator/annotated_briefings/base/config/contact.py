"""Where readers tell of a mistake, in the settings of a site."""

import re

from annotated_briefings.base.paths import is_web_address
from annotated_briefings.base.regex import regex
from annotated_briefings.base.yaml.field_table import Field
from annotated_briefings.base.yaml.mapping import Fields

_MAIL = regex(r"[^\s@<>\"'?&]+@[^\s@<>\"'?&]+\.[^\s@<>\"'?&.]+")


def read_contact(fields: Fields, field: Field, _: object) -> str:
    """A mail address without ``mailto:``, or a web address; empty where the text is neither, which is reported."""
    text = fields.word(field.name).strip()
    mail = re.sub("^mailto:", "", text, flags=re.IGNORECASE)
    if _MAIL.fullmatch(mail):
        return mail
    if text and not is_web_address(text):
        remedy = "write one, such as `desk@example.org` or `https://example.org/contact`"
        fields.report("config", f"`{text}` is no mail or web address", fields.place(field.name), remedy)
        return ""
    return text
