"""Whether a bracket that an editor has put into a quotation leaves what is quoted as it was."""

from annotated_briefings.base.meaning.amounts import read_amounts
from annotated_briefings.base.meaning.guard import negations, tokens
from annotated_briefings.base.meaning.lexicon import languages_of
from annotated_briefings.base.meaning.turned.denied import is_turned
from annotated_briefings.base.regex import regex

_REMARKS = frozenset(
    "sic laughs laughing laughter applause pause pauses sighs smiles cheers crying emphasis italics translated "
    "translation inaudible unclear lacht gelächter beifall applaus seufzt lächelt hervorhebung rires rire "
    "applaudissements sourit risas risa aplausos ríe risate ride applausi gelach skratt skrattar latter ler "
    "śmiech смех смеется смеётся".split()
)
"""Remarks of an editor about how words were spoken or written."""
_POINTING = frozenset(
    "i you he she it we they me him her us them my your his its our their mine yours hers ours theirs himself "
    "herself itself themselves this that these those here there then who which the a an one ich du er sie es wir "
    "ihr mich mir dich dir ihn ihm uns euch ihnen mein meine meinen meiner meinem sein seine seinen seiner seinem "
    "ihre ihren ihrer ihrem unser unsere unseren dieser diese dieses diesen diesem jener jene jenes der die das "
    "den dem des ein eine einen einem einer hier dort da man je j' tu il elle on nous vous ils elles le la les l' "
    "lui leur leurs y en ce c' cela ça ceci celui celle ceux cet cette ces mon ma mes ton ta tes son sa ses notre "
    "nos votre vos ici là un une yo tú él ella ello nosotros ustedes ellos ellas lo los las su sus mi mis este "
    "esta esto estos estas ese esa eso esos esas aquel aquella aquí allí allá el una io lei noi voi loro egli "
    "essa esso questo questa questi queste quello quella quelli quelle suo sua suoi qui lì uno gli eu ele ela nós "
    "eles elas seu seus suas isto isso aquilo esse o os as um uma ik jij hij zij ze het wij jullie hen hun mijn "
    "zijn haar ons onze dit dat deze de een daar jag han hon det vi honom henne min hans hennes vår deras denna "
    "detta dessa ett här där jeg ham hende hendes vores deres denne dette disse et я ты он она оно мы вы они его "
    "её ее их нас вас им ему ей этот эта это эти тот та те мой наш свой здесь там ona ono oni jego jej mój nasz "
    "ten to ci te tam".split()
)
"""Words that point at somebody or something, which a bracket may name."""
_ARTICLES = frozenset(
    "the a an this that these those his its their our my your der die das den dem des ein eine einen einem einer"
    " le la les un une el los las il lo gli de het een en ett".split()
)
_THIS = frozenset(
    "this that these those dieser diese dieses diesen diesem ce cet cette ces este esta estos estas ese esa esos esas"
    " questo questa questi queste deze dit dat denna detta dessa denne dette disse этот эта это эти".split()
)
"""Words that point at something which the text has named: `this company`."""
_NOUN_PHRASE = 2
_BRACKET = regex(r"([^\W_]*)\[([^\]]*)\]([^\W_]*)")
_ENDS_SENTENCE = regex(r"\s*(?:[.!?…;:\"”]|\Z|,)")
_STARTS_SENTENCE = regex(r"(?:\A|[.!?…;:\"“«(,]|\n)\s*\Z")
_YEAR = regex(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_STEM = 3
"""Letters that the forms of a word share at least."""
_OTHER_WORD = frozenset("er ers or ors ist al ful ly ity".split())
"""Endings that make another word."""


def keeps_sense(bracket: str, gap: str, left: str, right: str, next_words: str) -> bool:
    """Whether a bracket, with the letters written to it, leaves the sense of a quotation as it is.

    ``gap`` are the words of the text that it replaces, where the quotation goes on at both sides of it; else ``left``
    are the words before the quotation in the text, or ``right`` those behind it. ``next_words`` follow the bracket.

    It may name whom a pronoun points at, change the first letter or the ending of a word, say more of a name that is
    there, add an explanation, or remark how something was spoken. It must not deny, nor replace a word by another one.
    """
    found = _BRACKET.fullmatch(bracket)
    if found is None:
        return False
    inside = tokens(found[2])
    replaced = tokens(gap)
    if {word.lower() for word in inside} & _REMARKS or not inside:
        return not replaced
    if found[1] or found[3]:
        word = found[1] + found[2].strip() + found[3]
        beside = replaced or tokens(left)[-1:] or tokens(right)[:1]
        return len(beside) == 1 and _is_form_of(word, beside[0])
    if _turns(found[2], next_words):
        return False
    if gap.strip(" ,;:-\"'"):
        return _replaces(inside, replaced)
    if left and not _STARTS_SENTENCE.search(left):
        return _replaces(inside, tokens(left)[-len(inside) :]) or _replaces_one(inside, tokens(left)[-1:])
    if right and not _ENDS_SENTENCE.match(right):
        return _replaces(inside, tokens(right)[: len(inside)]) or _replaces_one(inside, tokens(right)[:1])
    # `40 [million]` is another number; a year may be explained.
    counted = [word for word in inside if word.lower() not in _ARTICLES]
    return bool(_YEAR.search(found[2])) or not read_amounts(" ".join(counted), languages_of(inside), ".,").numbers


def _turns(inside: str, behind: str) -> bool:
    """Whether words of a bracket deny what is quoted behind them, or themselves."""
    text = f"{inside.strip()} {behind or 'x'}"
    return negations(tokens(inside)) > 0 or is_turned(text, len(inside.strip()) + 1, len(text))


def _replaces_one(inside: list[str], replaced: list[str]) -> bool:
    """The same for the one word beside a quotation: an article is not all that the bracket is put for."""
    return not {word.lower() for word in replaced} & _ARTICLES and _replaces(inside, replaced)


def _replaces(inside: list[str], replaced: list[str]) -> bool:
    """Whether words of a bracket may be put for words of the text."""
    if len(replaced) == _NOUN_PHRASE and replaced[0].lower() in _THIS:
        return True
    left = [word for word in replaced if word.lower() not in _POINTING]
    if not left:
        return bool(replaced)
    known = [word for word in inside if word.lower() not in _POINTING]
    return len(known) >= len(left) and all(any(_is_form_of(one, word) for one in known) for word in left)


def _is_form_of(word: str, other: str) -> bool:
    """Whether two words are one in another case, or with another ending."""
    a, b = word.casefold(), other.casefold()
    if a == b:
        return True
    if any(map(str.isdigit, a + b)):
        return False
    shared = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if {a[shared:], b[shared:]} & _OTHER_WORD:
        return False
    return shared >= _STEM and shared >= max(len(a), len(b)) - 3 and 2 * shared > max(len(a), len(b))
