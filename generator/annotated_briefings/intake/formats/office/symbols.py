"""Signs of the fonts of symbols that office programs use, by their codes."""


def _signs(pairs: str) -> dict[int, str]:
    return {int(code, 16): sign for code, sign in (pair.split("=") for pair in pairs.split())}


_GREEK = dict(
    zip(
        "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        strict=True,
    )
)
_SYMBOL = _signs(
    "2D=− A3=≤ A5=∞ AC=← AE=→ B0=° B1=± B3=≥ B4=× B6=∂ B7=• B9=≠ BB=≈ BC=… D6=√ E5=∑ F2=∫ 22=∀ 24=∃ A2=′ B2=″ C5=⊕"
)
_WINGDINGS = _signs(
    "28=☎ 2A=✉ 4A=☺ 6C=• 6E=■ 71=□ 76=❖ 9F=• A7=▪ A8=□ D8=➢ DF=← E0=→ E8=➔ F0=⇨ FB=✗ FC=✓ FD=☒ FE=☑ 3F=✍ AB=★ B6=☆"
)
_UNKNOWN = "□"


def symbol(font: str, code: str) -> str:
    """The sign that a font shows for a code (hexadecimal); a box for one that is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        return ""
    plain = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    name = font.lower()
    if name.startswith("symbol"):
        return _SYMBOL.get(plain) or _GREEK.get(chr(plain)) or chr(plain)
    if name.startswith("wingdings"):
        return _WINGDINGS.get(plain, _UNKNOWN)
    return chr(number) if number == plain else _UNKNOWN
