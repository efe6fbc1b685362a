"""Names that share one text, as people write them where a list is meant: `cranes, ferry strike`."""

import re

from annotated_briefings.base.regex import regex

_SEPARATOR = regex(r"\s*(?:[;；、，]|,(?!\d{3}(?!\d)))\s*")
_OF_ADDRESSES = regex(r"\s*[,;]\s+|[,;](?=https?://)")
_FORM = regex(
    r"(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|co|corp|corporation|company|gmbh|mbh|ag|kg|kgaa|ohg|se|sa|sas|sarl|"
    r"srl|spa|bv|nv|ab|as|oy|oyj|aps|kk|pty|pte|sdn|bhd|jr|sr|ii|iii|iv|md|phd|esq|dc|d\.c|s\.a|s\.p\.a|n\.v|b\.v|"
    r"l\.p|l\.l\.c|a\.g|m\.d|ph\.d)\b\.?",
    re.IGNORECASE,
)
"""What follows a comma within one name: forms of companies, and what is put after names of persons."""
_HASHTAGS = regex(r"#[^\s#,;]+(?:[\s,;]+#[^\s#,;]+)+")


def split_names(text: str) -> tuple[tuple[int, str], ...]:
    """The names of a text with their offsets in it; a text that is one name is the only one.

    Commas within figures, before forms of companies (`Quay Lines, Inc.`) and within web addresses part nothing.
    """
    if _HASHTAGS.fullmatch(text.strip()):
        return tuple((found.start(1), found[1]) for found in re.finditer(r"#([^\s#,;]+)", text))
    out: list[tuple[int, str]] = []
    start = 0
    for comma in (_OF_ADDRESSES if "://" in text else _SEPARATOR).finditer(text):
        if not _FORM.match(text, comma.end()):
            out.append((start, text[start : comma.start()]))
            start = comma.end()
    out.append((start, text[start:]))
    return tuple((at + len(name) - len(name.lstrip()), name.strip()) for at, name in out if name.strip())
