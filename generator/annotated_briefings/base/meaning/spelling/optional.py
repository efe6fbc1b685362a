"""Optional spellings: letters and signs that one text writes, and another leaves out or writes otherwise.

Here is only what writes one word in two ways: letters of two keyboards for one letter (`ک` and `ك` in Persian), signs
that print leaves out (`ё`, the nukta of `ज़`, vowel signs), joiners, ligatures, figures of another script, and the
place of a tone (`hoà`, `hòa`). What makes another word (`й` and `и`, `ड़` and `ड`, `ي` and `ى` in Arabic), and what no
table of letters decides (Serbian in two alphabets, Chinese in two scripts), is two spellings.
"""

import re
import unicodedata

from annotated_briefings.base.regex import regex

_SIGNS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
VOWEL_SIGNS = regex(f"[{_SIGNS}]|(?<=[\u0400-\u04ff])\u0301")
"""Signs that tell how letters are read, and that most texts leave out: two words with other signs are two words."""
_POINTS = regex(f"[{_SIGNS}]")
_UNSEEN = regex("[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, joiners, marks of direction, and the stroke that makes an Arabic word longer."""
_FORMS = regex("[\u0132\u0133\u013f\u0140\u0587\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\uff61-\uffdc]+")
"""Ligatures, letters as they look at a place of a word, and letters of half width."""
_MARKS = str.maketrans(
    {at: chr(at - 0xFEE0) for at in range(0xFF01, 0xFF5F) if chr(at) not in "，．：；／－"}
    | {ord("’"): "'", ord("ʼ"): "'", ord("׳"): "'", ord("״"): '"', ord("־"): "-"}
    | {ord("٪"): "%", ord("٫"): ".", ord("٬"): ","}
)
"""Letters and marks of full width, but for marks that would join figures; Arabic and Hebrew marks."""
_NUKTA = regex("(?<=[कखगजफ])\u093c")
"""The dot that makes a sound of another language, which print leaves out; below `ड` and `ढ` it makes another letter."""
_NASALS = regex("(?P<nasal>ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ]))")
"""Nasals before a stop of their own place of articulation, which a dot above may stand for."""
_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50)
_LETTERS = str.maketrans(
    {"ك": "ک", "ي": "ی", "ه": "ہ", "ё": "е", "Ё": "Е", "ș": "ş", "Ș": "Ş", "ț": "ţ", "Ț": "Ţ"}
    | {chr(zero + n): str(n) for zero in _ZEROS for n in range(10)}
    | {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "å": "aa", "Å": "Aa"}
)
"""Letters that stand for one another in every language that has both, and figures of other scripts."""
_WRITTEN_OUT = str.maketrans({"ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_TONE = regex(r"(?<![^\W\d_bcdđghklmnpqrstvx])(?:[òóõỏọ][ae]|[ùúũủụ]y)(?!\w)", re.IGNORECASE)
"""A tone that older and some newer Vietnamese texts set on the first of two vowels, and others on the second."""
_UMLAUT = regex("[ßäöüÄÖÜ]")
_TONED = regex("[òóõỏọùúũủụÒÓÕỎỌÙÚŨỦỤ]")
_MARK, _LETTER = (regex(f"[{''.join(map(chr, table))}]") for table in (_MARKS, _LETTERS))
"""Found by a pattern, which is faster than asking of every character."""
_PIECE = regex(rf"{_NASALS.pattern}|\w[\u0300-\u036f{_SIGNS}\u093c\uff9e\uff9f\u1160-\u11ff]*|.", re.DOTALL)
"""A letter with its signs, or any other character."""
_CONCERNED = regex(
    "[\u00ad\u00c5\u00c6\u00e5\u00e6\u0110\u0111\u0132\u0133\u013f\u0140\u0152\u0153\u01a0\u01a1\u01af\u01b0\u0218-\u021b"
    "\u0300-\u036f\u0401\u0451\u0587-\u06ff\u0900-\u0dff\u0e50-\u0e59\u1100-\u11ff\u1ea0-\u1ef9\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufb00-\ufdff\ufe70-\ufeff\uff01-\uffdc]"
)
"""What may have another spelling; most texts have none of it."""


def joined(text: str) -> str:
    """A text without what nobody sees, and with one form for letters that look otherwise by their place or width."""
    if not _CONCERNED.search(text):
        return text
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    plain = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), plain)
    plain = _MARK.sub(lambda found: _MARKS[ord(found[0])], plain)
    if "\u094d" in plain or "\u093c" in plain:
        plain = _NASALS.sub("\u0902", _NUKTA.sub("", plain))
    return unicodedata.normalize("NFC", plain)


def one_spelling(text: str) -> str:
    """What all optional spellings of a joined text have in common; letters keep their case."""
    if text.isascii():
        return text
    bare = (VOWEL_SIGNS if "\u0301" in text else _POINTS).sub("", text)
    bare = _LETTER.sub(lambda found: _LETTERS[ord(found[0])], bare)
    return _TONE.sub(_on_the_second, bare) if _TONED.search(bare) else bare


def spelled(text: str) -> str:
    """A text in its one spelling."""
    return one_spelling(joined(text)) if not text.isascii() and _CONCERNED.search(text) else text


def has_spellings(text: str) -> bool:
    """Whether a text has letters or signs that may have another spelling."""
    return _UMLAUT.search(text) is not None or _CONCERNED.search(text) is not None or _TONED.search(text) is not None


def with_places(text: str) -> tuple[str, tuple[int, ...]]:
    """A text in its one spelling, and where each of its characters comes from, with one more place for the end."""
    out: list[str] = []
    places: list[int] = []
    for piece in _PIECE.finditer(_TONE.sub(_on_the_second, text)):
        # `Maße` and `Masse` are two words: they are told apart after the text was found.
        # So are `Jörg` and `Joerg`.
        found = "\u0902" if piece["nasal"] else one_spelling(joined(piece[0])).translate(_WRITTEN_OUT)
        out.append(found)
        places += [piece.start()] * len(found)
    return "".join(out), (*places, len(text))


def _on_the_second(found: re.Match[str]) -> str:
    letter, tone = list(unicodedata.normalize("NFD", found[0][0]))
    return letter + unicodedata.normalize("NFC", found[0][1] + tone)


def lowered(text: str, turkic: bool) -> str:
    """A text in small letters; where it is ``turkic``, the small letter of I is ı."""
    return (text.replace("I", "ı") if turkic else text).replace("İ", "i").lower()


def is_turkic(text: str) -> bool:
    """Whether a text has letters that only languages with a dotless i have."""
    return any(c in "ıİğĞ" for c in text)
