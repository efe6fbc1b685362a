"""A yes or a no as people write it."""

from annotated_briefings.base.diagnostics import closest

YES, NO = ("true", "yes", "on"), ("false", "no", "off")
"""What is read as a yes and as a no, in small letters."""
_OTHERS = {
    "true": "1 y t x ja oui sí si sim tak да 是 はい yep yeah ok done",
    "false": "0 n f nein non não nie нет 否 いいえ nope",
}
"""What others write for them."""


SIGNS = {
    **dict.fromkeys("✅✔☑✓👍🟢🆗", "yes"),
    **dict.fromkeys("❌✗✘✖❎🚫⛔☐⬜🔲👎🔴🛑", "no"),
}
"""Signs that people put for a yes and for a no."""


def without_sign(value: str) -> str:
    """A value, or the yes or no that stands for it where it is a sign alone."""
    return SIGNS.get(value.strip().strip("\ufe0e\ufe0f"), value) if value and not value.isascii() else value


def meant_flag(text: str) -> str:
    """``true`` or ``false``, whichever a text that is neither is meant for; empty where that is not known."""
    word = text.strip().casefold()
    for flag, words in _OTHERS.items():
        if word in words.split():
            return flag
    near = closest(word, (*YES, *NO))
    return "" if not near else "true" if near in YES else "false"
