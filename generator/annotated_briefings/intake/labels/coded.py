"""Lines of encrypted or coded data, which hold no words: base64, hexadecimal digits, and the lines around them."""

from annotated_briefings.base.regex import regex

CODED = "encrypted or coded data"
_BASE64 = r"(?=\S*[a-z])(?=\S*[A-Z])(?=\S*[\d+/=])[A-Za-z0-9+/]{40,}+={0,2}+"
CODED_LINES = regex(
    rf"(?:-----(?:BEGIN|END) [A-Z0-9 ]+-----\s*+|{_BASE64}\s*+|[0-9a-f]{{40,}}+\s*+|[0-9A-F]{{40,}}+\s*+)+"
    r"(?:[A-Za-z0-9+/]{1,60}={0,2}\s*)?(?:=[A-Za-z0-9+/]{4}\s*)?(?:-----END [A-Z0-9 ]+-----\s*)?"
    r"|(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/]{14,}={1,2}"
)
"""A whole paragraph of such data; a short one is known by the `=` at its end."""
