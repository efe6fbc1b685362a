"""Whether two passages say the same: only edits that cannot change the meaning are accepted.

Lists of opposites, negations and units cannot be complete, so the rule is the other way round. The words of both
passages are aligned, and every difference must be one of these: punctuation and white space, the case of a word where
it carries no meaning, a regular plural, a regular spelling variant, or a typing error that makes no other word.
Anything else, in any language, is a change of meaning.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA, Levenshtein

from annotated_briefings.base.meaning.lexicon import LANGUAGES, is_word, languages_of
from annotated_briefings.base.meaning.passage import SILENT, MeaningToken, read_passage
from annotated_briefings.base.meaning.punctuation import punctuation_change
from annotated_briefings.base.meaning.spelling.accents import same_but_for_accents
from annotated_briefings.base.meaning.spelling.optional import VOWEL_SIGNS, is_turkic, lowered, one_spelling
from annotated_briefings.base.meaning.spelling.umlauts import differ_by_an_umlaut, is_name_written_out, with_umlauts
from annotated_briefings.base.regex import regex

_WORD = regex(r"[^\W_]+(?:['.,:/-][^\W_]+)*%?")
_NEGATIONS = frozenset(
    "no not never none nobody nothing neither nor without cannot hardly barely scarcely denied denies nicht nie "
    "niemals kein keine keinen keinem keiner nichts niemand ohne weder kaum ne pas jamais aucun aucune rien sans "
    "personne ni non ningún ninguna nunca nada nadie sin tampoco mai senza nessun nessuna não nunca sem nenhum "
    "niet geen nooit zonder не ни нет без никогда لا لم لن ليس ليست غير بدون".split()
)
_INSTITUTIONS = frozenset(
    "agency association authority bank board bureau cabinet chamber city commission committee company congress "
    "council court department district embassy federation government governor harbour institute judge king mayor "
    "minister ministry office parliament party police port president prime prince professor queen region "
    "secretary senate state supreme town treasury tribunal union university village".split()
)
"""Words that some write with a capital and others without."""
_STARTERS = frozenset(
    "the a an this that these those it its he she they we in on at by for from with as and but or so if when "
    "while after before since because although though there here what how why where both each many most some however "
    "therefore moreover nevertheless instead meanwhile otherwise until unless jedoch dennoch deshalb trotzdem der "
    "die das den dem des ein eine einen einem einer dieser diese er wir und oder aber im am auf an bei mit nach "
    "von vor zu zum zur als wenn weil le la les un une des du et ou mais el los las una y o pero il lo gli uno e "
    "o ma de het een en of maar".split()
)
"""Small words, which make no name."""
_LEAST_ACRONYM = 4
"""Letters of the shortest one: `US` and `us` are two words."""
_ACRONYMS = frozenset(
    "nato unesco unicef opec fifa uefa nasa asean cern interpol europol eurostat nasdaq norad nafta ecowas mercosur "
    "frontex ofcom ofsted defra sars covid ikea lego fiat saab nokia basf unhcr unctad osce iaea".split()
)
"""Names that some write in capitals and others like any name, and that word lists have."""
_OTHER_PLURALS = frozenset(
    "affair air arm asset authority bowel brain colour color communication content custom damage due effect ethic "
    "facility force glass good ground headquarter honour honor humanity interest letter look main manner mean minute "
    "moral new odd paper people physic politic premise proceed quarter regard remain respect right saving security "
    "service sight spectacle spirit stock talent term thank time troop trouser value wage water way wit wood "
    "work".split()
)
"""English words whose plural has a meaning of its own, as goods, customs and arms have."""
_VARIANTS = (
    (r"ence(?=s?$|less$)", "ense"),
    (r"lys(?=(?:e|ed|es|er|ers|ing)$)", "lyz"),
    (r"ogue(?=s?$)", "og"),
    (r"our(?=[aeioy]|s?$|ed$)", "or"),
    (r"is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),
    (r"tre(?=s?$)", "ter"),
)
"""Endings that British and American English spell otherwise."""


def tokens(text: str) -> list[str]:
    """The words and numbers of a text as written."""
    return _WORD.findall(text)


def negations(words: Iterable[str]) -> int:
    """How many words of a list negate, as far as they are known; to be asked about the words beside a passage only."""
    return sum(word.lower() in _NEGATIONS or word.lower().endswith(("n't", "n’t")) for word in words)


def change_of_meaning(quote: str, found: str, text: str = "") -> str:
    """What a passage says otherwise than a quote, in words; empty when every difference is known to be harmless.

    ``text`` is the whole text in which the passage was found: a word that occurs elsewhere in it is no typing error.
    """
    before, after = read_passage(quote), read_passage(found)
    words = [t.text for t in (*before, *after) if t.kind == "word" and t.text.islower()]
    languages = languages_of(words) or languages_of([with_umlauts(word) for word in words])
    turkic = not languages and is_turkic(quote + found)
    edits = Levenshtein.opcodes(*([_compared(t, turkic) for t in some] for some in (before, after)))
    for edit in edits:
        gone, come = before[edit.src_start : edit.src_end], after[edit.dest_start : edit.dest_end]
        if edit.tag == "equal":
            for one, other in zip(gone, come, strict=True):
                if _other_vowels(one.text, other.text):
                    return _shown_change((one,), (other,))
            continue
        if len(gone) == len(come) and all(
            one.kind == other.kind == "word" for one, other in zip(gone, come, strict=True)
        ):
            around = text.replace(found, " ")
            if not all(
                same_word(one.text, other.text, languages, around) for one, other in zip(gone, come, strict=True)
            ):
                return _shown_change(gone, come)
            continue
        if any(_speaks(token) for token in (*gone, *come)):
            return _shown_change(gone, come)
    return _moved_hyphen(before, after) or _case_change(before, after) or punctuation_change(before, after)


def _moved_hyphen(before: Sequence[MeaningToken], after: Sequence[MeaningToken]) -> str:
    """Whether a hyphen joins other words: `twenty-four hour shifts` are not `twenty four-hour shifts`."""
    gone, come = (_joined(some) for some in (before, after))
    return "a hyphen has moved" if gone - come and come - gone else ""


def _joined(some: Sequence[MeaningToken]) -> frozenset[int]:
    """How many words are before each hyphen of a passage."""
    words, found = 0, set()
    for token in some:
        words += token.kind != "other"
        if token.text in "-‐‑":
            found.add(words)
    return frozenset(found)


def replaced(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[slice, slice], ...]:
    """Where words were put in the place of as many others, in the shortest way from one list of words to another."""
    edits = Levenshtein.opcodes(before, after)
    spans = ((slice(e.src_start, e.src_end), slice(e.dest_start, e.dest_end)) for e in edits if e.tag == "replace")
    return tuple(spans)


def _compared(token: MeaningToken, turkic: bool) -> str:
    """The form in which a token is aligned: silent punctuation is left to `punctuation_change`."""
    if token.kind == "word":
        return lowered(one_spelling(token.text), turkic)
    if token.kind == "number":
        plain = re.sub(r"[\u00a0\u202f\u2009]", " ", one_spelling(token.text))
        return plain.replace("−", "-").replace("–", "-").replace("’", "'")
    if token.kind == "caseless":
        return unicodedata.normalize("NFKC", one_spelling(token.text))
    return "" if token.kind == "other" and token.text in SILENT else token.text


def _other_vowels(one: str, other: str) -> bool:
    """Whether a word has vowel signs in both passages, and others: they may be left out, and make another word."""
    marks = [[(sign.start(), sign[0]) for sign in VOWEL_SIGNS.finditer(text)] for text in (one, other)]
    return all(marks) and marks[0] != marks[1]


def _speaks(token: MeaningToken) -> bool:
    """Whether a token may not come or go."""
    return token.kind != "other" or (token.text not in SILENT and token.text not in ".。۔")


def _shown_change(gone: Sequence[MeaningToken], come: Sequence[MeaningToken]) -> str:
    def words(found: Sequence[MeaningToken]) -> str:
        kinds = {token.kind for token in found}
        return ("" if kinds == {"caseless"} else " ").join(token.text for token in found) or "–"

    figure = any(token.kind == "number" for token in (*gone, *come))
    return f"a {'figure' if figure else 'word'} has changed: `{words(gone)}` is now `{words(come)}`"


def same_word(word: str, other: str, languages: Sequence[str], text: str = "") -> bool:
    """Whether two words differ by a plural, a spelling variant or a typing error alone; ``languages`` are those of the
    passage, ``text`` is what surrounds it."""
    a, b = word.lower(), other.lower()
    if a == b:
        return True
    if not languages:
        return False
    if _plural(a, b, languages) or _variant(a, b) or same_but_for_accents(word, other, languages, text):
        return True
    if ("'" in a) != ("'" in b):
        # `dont` for `don't` is a slip; `ministers` and `minister's` are two forms.
        bare = a.replace("'", "")
        return bare == b.replace("'", "") and not any(is_word(bare, language) for language in languages)
    if "de" in languages:
        if differ_by_an_umlaut(a, b):
            return False
        if is_name_written_out(word, other, text):
            return True
        a, b = with_umlauts(a), with_umlauts(b)
    known = [_is_form_of_word(one, languages) for one in (a, b)]
    if known[0] == known[1]:
        return False
    right, wrong = (a, b) if known[0] else (b, a)
    if _is_made_of_words(wrong, languages) or _occurs(wrong, text):
        return False
    return _slip(right, wrong, word, other, languages)


def _is_form_of_word(word: str, languages: Sequence[str]) -> bool:
    """Whether a letter sequence is a word of the lists, or a regular plural of one."""
    regular = {"en", "es", "fr", "pt", "nl"} & set(languages)
    forms = [word, *(word.removesuffix(end) for end in ("s", "es") if regular and len(word) > 6 and word.endswith(end))]
    return any(is_word(form, language) for form in forms for language in languages)


def _slip(right: str, wrong: str, word: str, other: str, languages: Sequence[str]) -> bool:
    """Whether an unknown letter sequence is a word with one error of typing; the first letter is never in doubt."""
    if right[0] != wrong[0] or OSA.distance(right, wrong) != 1:
        return False
    swapped = len(right) == len(wrong) and sorted(right) == sorted(wrong)
    if not (word.islower() and other.islower()):
        # Another letter in a name makes another name.
        return swapped and len(right) >= 6 and word[0].isupper() == other[0].isupper()
    if len(right) < 4 or (len(right) == 4 and "en" not in languages):
        return len(right) >= 3 and (swapped or _doubled(right, wrong))
    # In other languages the last letters hold person and tense, and the word lists lack many forms.
    return bool({"en", "de", "nl"} & set(languages)) or right[-2:] == wrong[-2:]


def _doubled(right: str, wrong: str) -> bool:
    """Whether one letter was typed twice."""
    return any(wrong == right[:at] + right[at - 1] + right[at:] for at in range(1, len(right) + 1))


def _plural(a: str, b: str, languages: Sequence[str]) -> bool:
    short, long = sorted((a, b), key=len)
    if short in _OTHER_PLURALS or "'" in a + b:
        return False
    if len(short) < 3 or not {"en", "es", "fr", "pt", "nl"} & set(languages):
        return False
    regular = long in (short + "s", short + "es") or (short.endswith("y") and long == short[:-1] + "ies")
    return regular and all(any(is_word(one, language) for language in languages) for one in (a, b))


def _variant(a: str, b: str) -> bool:
    """British and American spellings of one word."""
    if min(len(a), len(b)) < 5:
        return False

    def american(word: str) -> str:
        for ending, new in _VARIANTS:
            word = re.sub(rf"(?<=..){ending}", new, word)
        return word

    return american(a) == american(b)


def _is_made_of_words(word: str, languages: Sequence[str]) -> bool:
    """Whether an unknown word may be a compound of two known ones."""

    def known(part: str) -> bool:
        return len(part) >= 4 and any(is_word(part, language) for language in languages)

    return any(known(word[:at]) and known(word[at:]) for at in range(4, len(word) - 3))


def _occurs(word: str, text: str) -> bool:
    return bool(text) and any(token.lower() == word for token in tokens(text))


def _case_change(before: Sequence[MeaningToken], after: Sequence[MeaningToken]) -> str:
    """A word whose capital has come or gone in the middle of a sentence: it may be a name now."""
    a, b = [t for t in before if t.kind == "word"], [t for t in after if t.kind == "word"]
    if len(a) != len(b) or all(t.text.isupper() for t in a) or all(t.text.isupper() for t in b):
        return ""
    for one, other in zip(a, b, strict=True):
        if one.text == other.text or one.text.lower() != other.text.lower():
            continue
        # A capital says nothing where a sentence begins. Whether one begins at a quote is not known: `May` is a month.
        free = one.text.lower() in _INSTITUTIONS | _STARTERS or (one.starts and other.starts and not one.first)
        if (free and one.text[1:] == other.text[1:]) or _is_acronym(one.text, other.text):
            continue
        return _shown_change((one,), (other,))
    return ""


def _is_acronym(word: str, other: str) -> bool:
    """Whether two spellings of one name differ by the capitals of an acronym: `NATO`, `Nato`; not `AIDS`, `aids`."""
    low, styles = word.lower(), {word.isupper(), other.isupper()}
    named = all(one.isupper() or one == one.capitalize() for one in (word, other))
    known = low in _ACRONYMS or not any(is_word(low, language) for language in LANGUAGES)
    return styles == {True, False} and named and len(low) >= _LEAST_ACRONYM and known
