"""Settings of how collected files are read."""

from annotated_briefings.base.regex import regex
from annotated_briefings.base.yaml.mapping import Fields

_SHARE = regex(r"[01](?:\.\d{1,9})?|\.\d{1,9}")


def thousandths(fields: Fields, key: str) -> int:
    """A likeness of texts, in thousandths; 0 where none is written."""
    text = fields.word(key)
    if not text:
        return 0
    value = round(float(text) * 1000) if _SHARE.fullmatch(text) else 0
    if not 0 < value <= 1000:
        fields.report(
            "config",
            f"`{text}` is no likeness of texts",
            fields.place(key),
            "write a number above 0 and up to 1, such as `0.9`; `1` folds equal texts alone",
        )
        return 0
    return value


def day_order(fields: Fields, key: str) -> str:
    """The order of days in figures: ``dmy``, ``mdy`` or empty."""
    text = fields.word(key)
    if text in ("", "dmy", "mdy"):
        return text
    fields.report(
        "config",
        f"`{text}` is no order of day and month",
        fields.place(key),
        "write `dmy` where 05/04/2026 is the fifth of April, or `mdy` where it is the fourth of May",
    )
    return ""
