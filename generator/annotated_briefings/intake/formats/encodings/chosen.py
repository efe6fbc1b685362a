"""The encoding that fits some bytes: the declared one, unless another one alone makes words of them."""

from annotated_briefings.intake.formats.encodings.latin import latin_codec
from annotated_briefings.intake.formats.encodings.plausible import plausibility

_SAMPLE = 20_000
"""Bytes by which an encoding is judged."""
_OTHER = (
    *("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "iso8859_7", "cp1255", "cp1256"),
    *("iso8859_6", "cp874", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949"),
)
"""Encodings of other scripts than Latin ones."""
_RARELY = frozenset(("iso8859_5", "cp866", "mac_cyrillic", "iso8859_6", "koi8_u", "iso8859_7", "euc_jp"))
_RARE = 0.95
"""What the letters of a rare encoding count beside those of a common one."""
_BETTER = 0.25
"""How much more plausible the letters of another encoding must be."""
_ENOUGH, _SURE = 0.6, 0.85
"""How plausible the letters of an encoding must be where none is declared, and where no other is tried."""
_LATIN_CODECS = frozenset(("cp1252", "latin-1", "iso8859-1", "iso8859-15", "ascii"))


def fitting_codec(data: bytes, codec: str) -> str:
    """The encoding in which some bytes are best read; ``codec``, which decodes them, where no other is clearly better.

    ``codec`` may be empty: then the answer is empty too where none is sure.
    """
    sample = _sample(data)
    if sample.isascii():
        return codec
    text = _read(sample, codec) if codec else ""
    stated = plausibility(text) if codec else 0.0
    if stated >= _ENOUGH and codec in _LATIN_CODECS:
        return latin_codec(sample, text) or codec
    if stated >= _SURE:
        return codec
    western = _read(sample, "cp1252")
    latin = latin_codec(sample, sample.decode("cp1252", "replace"))
    if latin:
        return latin
    best, found = "", 0.0
    for other in ("cp1252", *_OTHER):
        if other == codec:
            continue
        read = western if other == "cp1252" else _read(sample, other)
        score = plausibility(read) * (1.0 if other == "cp1252" else _foreign_share(read))
        score *= _RARE if other in _RARELY else 1.0
        if score > found + 0.01:
            best, found = other, score
    return best if found >= _ENOUGH and found >= stated + _BETTER else codec


def _foreign_share(text: str) -> float:
    """Which share of the letters beyond ASCII is of another script than Latin."""
    marked = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    return sum(letter > "\u02af" and not "\u1e00" <= letter < "\u1f00" for letter in marked) / max(1, len(marked))


def _sample(data: bytes) -> bytes:
    if len(data) <= _SAMPLE:
        return data
    end = max(data.rfind(b"\n", 0, _SAMPLE), data.rfind(b" ", 0, _SAMPLE))
    return data[: end if end > 0 else _SAMPLE]


def _read(sample: bytes, codec: str) -> str:
    """A sample in an encoding; a private letter for all of it where it is none."""
    try:
        return sample.decode(codec)
    except UnicodeError:
        return "\ue000" * max(1, len(sample))
