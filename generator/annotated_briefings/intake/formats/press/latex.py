"""LaTeX as reference managers write letters and signs in it, as the words that it shows."""

import re
import unicodedata

from annotated_briefings.base.regex import regex

_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
    "h": "\u0309",
    "t": "\u0361",
    "G": "\u030f",
    "U": "\u030e",
    "f": "\u0311",
}
"""Commands for a mark on the next letter, and the sign of Unicode that is put behind a letter."""
_SIGNS = {
    "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "ss": "ß",
    "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
    "NG": "Ŋ", "S": "§", "P": "¶", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "textyen": "¥",
    "textcent": "¢", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "degree": "°", "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–",
    "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotedblbase": "„", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "textquotesingle": "'", "textquotedbl": '"', "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textunderscore": "_", "textbar": "|", "textless": "<", "textgreater": ">",
    "textbullet": "•",
    "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿", "textordfeminine": "ª",
    "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textmu": "µ",
    "texttimes": "×", "times": "×", "pm": "±", "textpm": "±", "cdot": "·", "textsection": "§", "textparagraph": "¶",
    "dag": "†", "ddag": "‡", "quad": " ", "qquad": " ", "space": " ", "newline": " ", "par": "\n\n", "LaTeX": "LaTeX",
    "TeX": "TeX", "textnumero": "№", "textperthousand": "‰", "slash": "/", "textsuperscript": "", "textsubscript": "",
}  # fmt: skip
"""Commands for letters and signs."""
_COMMAND = regex(
    r"\\(?:(?P<word>[A-Za-z]+\*?)(?P<blank>\s*)|(?P<sign>.))|(?P<group>[{}])|(?P<dash>-{2,3})|(?P<quote>``|'')|(?P<tie>~)"
    r"|(?P<math>\$)|(?P<plain>.)",
    re.DOTALL,
)
_LINKS = regex(r"\\href\s*\{[^{}]*\}\s*(?=\{)|\\url\s*(?P<url>\{[^{}]*\})")
_QUOTES = {"``": "“", "''": "”"}


def latex_words(text: str) -> str:
    """The words that some LaTeX shows; a blank line, and `\\par`, part its paragraphs."""
    if not re.search(r"[\\{}~$]|--|``|''", text):
        return text
    out: list[str] = []
    marks: list[str] = []
    text = _LINKS.sub(lambda one: re.sub(r"([_~$-])", r"\\\1", one["url"] or ""), text)

    def put(letters: str) -> None:
        if marks and letters:
            base = {"ı": "i", "ȷ": "j"}.get(letters[0], letters[0])
            letters = unicodedata.normalize("NFC", base + "".join(reversed(marks))) + letters[1:]
            marks.clear()
        out.append(letters)

    for found in _COMMAND.finditer(text):
        word, sign = found["word"], found["sign"]
        if word and word in _SIGNS:
            put(_SIGNS[word])
        elif word and word[:1] in _ACCENTS and len(word) == 1:
            marks.append(_ACCENTS[word])
        elif sign and sign in _ACCENTS:
            marks.append(_ACCENTS[sign])
        elif sign:
            put(
                {",": " ", ";": " ", ":": " ", "!": "", " ": " ", "\n": " ", "\\": " ", "/": "", "-": ""}.get(
                    sign, sign
                )
            )
        elif found["dash"]:
            put("—" if len(found["dash"]) == 3 else "–")
        elif found["quote"]:
            put(_QUOTES[found["quote"]])
        elif found["tie"]:
            put(" ")
        elif found["plain"] and not (marks and found["plain"].isspace()):
            put(found["plain"])
    return "".join(out)


def latex_names(text: str) -> list[str]:
    """The writers of a field of BibTeX, as people name them: `Last, First` is turned, and a name in braces is whole."""
    return [_turned(name) for name in _parted(" ".join(text.split()), r" and ") if name]


def _turned(name: str) -> str:
    parts = [latex_words(part).strip() for part in _parted(name, r"\s*,\s*")]
    if len(parts) == 2:
        return f"{parts[1]} {parts[0]}".strip()
    return f"{parts[2]} {parts[0]} {parts[1]}" if len(parts) == 3 else ", ".join(parts)


def _parted(text: str, sign: str) -> list[str]:
    """A text parted at a sign that is in no braces."""
    out, depth, start, at = [], 0, 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        found = None if depth else re.compile(sign).match(text, at)
        if found:
            out.append(text[start:at])
            at = start = found.end()
            continue
        at += 1
    return [*out, text[start:]]
