"""A quote in a text: word for word, or as the text spells and sets the same words."""

from collections.abc import Iterator, Sequence

from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.base.meaning.guard import change_of_meaning
from annotated_briefings.base.meaning.spelling.house_style import (
    has_house_style,
    in_one_style,
    with_double_marks,
    without_last_mark,
)
from annotated_briefings.base.meaning.spelling.optional import has_spellings, with_places
from annotated_briefings.base.meaning.spelling.typesetting import has_settings, set_plainly
from annotated_briefings.content.markdown.plaintext import Plain, plain_quote, plain_whole

_SPACED = " - "
"""A dash as people type it."""


def find_all(text: str, quote: str, dashed: str = "") -> tuple[int, ...]:
    """Offsets of a quote in a text, both plain, overlapping ones too; a word of the quote is a whole word there.

    ``dashed`` is the text with its dashes, where they are hyphens in ``text``: only hyphens join words.
    """
    return tuple(at for at in occurrences(text, quote) if not is_cut(dashed or text, at, at + len(quote)))


def occurrences(text: str, quote: str) -> Iterator[int]:
    """Offsets of a quote in a text, wherever its words begin and end."""
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def other_spelling(whole: Plain, wanted: str) -> tuple[str, tuple[int, ...]]:
    """A quote as a text spells it, and its offsets there, where both are two optional spellings of the same words; the
    quote itself, and no offset, where the text does not have it or spells it in several ways."""
    set_apart, zeroth = _with_spaced_dashes(whole) if _SPACED in wanted else (whole.text, range(len(whole.text) + 1))
    if set_apart == whole.text and not any(map(_may_be_set_otherwise, (whole.text, wanted))):
        return wanted, ()
    set_apart, wanted_marks = with_double_marks(set_apart), with_double_marks(wanted)
    typed, first = set_plainly(set_apart)
    styled, second = in_one_style(typed)
    text, third = with_places(styled)
    meant = in_one_style(set_plainly(without_last_mark(wanted_marks))[0], typed)[0]
    quote = with_places(meant)[0]
    found_at = ((second[third[at]], second[third[at + len(quote)]]) for at in occurrences(text, quote))
    ends = ((first[a], first[b]) for a, b in found_at if a < b)
    plain = {(zeroth[a], zeroth[b]): in_one_style(set_plainly(set_apart[a:b])[0], typed)[0] for a, b in ends if a < b}
    uncut = {span: found for span, found in plain.items() if not is_cut(whole.dashed, *span)}
    spans = [
        (a, b)
        for (a, b), found in uncut.items()
        if not change_of_meaning(meant, _ended_as(meant, found), f"{whole.text[:a]} {whole.text[b:]}")
    ]
    own = {whole.text[a:b] for a, b in spans}
    return (own.pop(), tuple(a for a, _ in spans)) if len(own) == 1 else (wanted, ())


def _ended_as(wanted: str, found: str) -> str:
    """A passage without the stop at its closing mark, where the quote ends with the mark alone."""
    return found[:-1] if found.endswith('".') and wanted.endswith('"') else found


def _may_be_set_otherwise(text: str) -> bool:
    return has_spellings(text) or has_settings(text) or has_house_style(text)


def _with_spaced_dashes(whole: Plain) -> tuple[str, Sequence[int]]:
    """A text with blanks around its dashes, which some papers set without, and where each character comes from."""
    out: list[str] = []
    places: list[int] = []
    for at, (char, dash) in enumerate(zip(whole.text, whole.dashed, strict=True)):
        is_dash = char == "-" and dash != "-"
        own = (
            (" " if whole.text[at - 1 : at] != " " else "") + "-" + (" " if whole.text[at + 1 : at + 2] != " " else "")
        )
        out.append(own if is_dash else char)
        places += [at] * len(out[-1])
    return "".join(out), (*places, len(whole.text))


def words_between(text: str, first: str, last: str, *, with_last: bool) -> str:
    """The words of a text from the first ones of a passage to the last; empty unless the first are at one place."""
    whole, start, end = plain_whole(text), plain_quote(first), plain_quote(last)
    places = find_all(whole.text, start, whole.dashed)
    if len(places) != 1:
        return ""
    behind = places[0] + len(start)
    at = next((at for at in find_all(whole.text, end, whole.dashed) if at >= behind), None)
    return "" if at is None else whole.text[places[0] : at + len(end) * with_last].rstrip()
