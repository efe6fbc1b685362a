"""A quote in a text: word for word, or as the text spells and sets the same words."""

from collections.abc import Iterator

from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.base.meaning.guard import change_of_meaning
from annotated_briefings.base.meaning.spelling.optional import has_spellings, with_places
from annotated_briefings.base.meaning.spelling.typesetting import has_settings, set_plainly
from annotated_briefings.content.markdown.plaintext import Plain


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
    if not any(has_spellings(one) or has_settings(one) for one in (whole.text, wanted)):
        return wanted, ()
    typed, first = set_plainly(whole.text)
    text, second = with_places(typed)
    meant = set_plainly(wanted)[0]
    quote = with_places(meant)[0]
    ends = ((first[second[at]], first[second[at + len(quote)]]) for at in occurrences(text, quote))
    uncut = ((a, b) for a, b in ends if a < b and not is_cut(whole.dashed, a, b))
    spans = [(a, b) for a, b in uncut if not change_of_meaning(meant, set_plainly(whole.text[a:b])[0])]
    own = {whole.text[a:b] for a, b in spans}
    return (own.pop(), tuple(a for a, _ in spans)) if len(own) == 1 else (wanted, ())
