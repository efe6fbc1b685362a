"""What import concluded itself and nobody has confirmed: suggestions to editors, which readers do not see as facts.

Import keeps the names of such fields under ``imported: derived:`` and what it did not even write under
``imported: suggested:``. An editor confirms a guess, corrects it or refuses it; each is a small change of the front
matter.
"""

from collections.abc import Collection, Iterable, Sequence

from annotated_briefings.base.digest import entry_digest
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.yaml.field_table import Field, one_line
from annotated_briefings.base.yaml.names import split_names
from annotated_briefings.base.yaml.nodes import Node
from annotated_briefings.base.yaml.patch import Change, Path, Remove, Set, value_at
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.writer import AsTyped, Data
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.frontmatter import split_front_matter
from annotated_briefings.content.model import Brief

HIDDEN = ("date", "outlet", "story")
"""Guesses that readers would take for facts that somebody stated: nothing is shown of them."""
ENTRIES = tuple(field.name for field in BRIEF if field.inner)
"""Fields whose value no single text can give."""
_DERIVED, _SUGGESTED = ("imported", "derived"), ("imported", "suggested")
_DIGITS = len(entry_digest(""))
_FIELDS = {field.name: field for field in BRIEF}
_OUTLET = next(one for one in _FIELDS["sources"].inner if one.name == "outlet")


class Guess(Value):
    """Something that import concluded and nobody has confirmed."""

    field: str
    """What it is called: a field of the brief, or ``outlet``."""
    path: Path
    """Where its value is in the front matter, or would be."""
    value: str | tuple[str, ...]
    """A text, or the texts of a list."""
    suggested: bool
    """Whether it is only proposed, and not written in its field yet."""
    own: tuple[int, ...] = ()
    """The places, from 0, of entries of its list that import did not write: editors have, and no button takes them
    out."""

    @property
    def items(self) -> tuple[str, ...]:
        """Its texts, each whole."""
        return (self.value,) if isinstance(self.value, str) else self.value

    @property
    def shown(self) -> str:
        """The value in short."""
        return shortened(self.value if isinstance(self.value, str) else ", ".join(self.value))


def guesses_in(text: str, made: str = "", wrote: str = "") -> tuple[Guess, ...]:
    """The guesses in the file of a brief, in the order of the table of fields; none where it cannot be read.

    ``made`` is the draft as import wrote it, or ``wrote`` has the digests of its entries, where that is known: entries
    of a list that it has not are no guesses.
    """
    root, draft = _front_matter(text), _front_matter(made)
    known = {wrote[at : at + _DIGITS] for at in range(0, len(wrote), _DIGITS)}
    names = value_at(root, _DERIVED)
    derived = [str(name) for name in names] if isinstance(names, list) else []
    found = [_guess(root, draft, known, name, path) for name in derived for path in _paths(root, name)]
    proposed = value_at(root, _SUGGESTED)
    for name, value in proposed.items() if isinstance(proposed, dict) else ():
        if name in _FIELDS and isinstance(value, str) and value and not value_at(root, (name,)):
            found.append(Guess(name, (name,), value, True))
    order = [name for field in _FIELDS for name in (field, *(["outlet"] if field == "sources" else []))]
    return tuple(sorted((g for g in found if g.value), key=lambda g: order.index(g.field)))


def imported_from(text: str) -> str:
    """The id of the article that the file of a brief was made of; empty where import did not make it."""
    found = value_at(_front_matter(text), ("imported", "id"))
    return found if isinstance(found, str) else ""


def _guess(root: Node | None, made: Node | None, known: Collection[str], name: str, path: Path) -> Guess:
    """What is written in a field that import has filled, without entries that editors have added or changed."""
    value, before = value_at(root, path), value_at(made, path)
    if not isinstance(value, list) or not (known or isinstance(before, list)):
        return Guess(name, path, _texts(value), False)

    def is_ours(entry: object) -> bool:
        return entry in before if isinstance(before, list) else entry_digest(entry) in known

    own = tuple(place for place, one in enumerate(value) if not is_ours(one))
    return Guess(name, path, _texts([one for one in value if is_ours(one)]), False, own)


def _front_matter(text: str) -> Node | None:
    split, _ = split_front_matter(Source("", text))
    return read_yaml(Source("", text), split.yaml, 1)[0] if split.yaml.strip() else None


def _paths(root: Node | None, name: str) -> Iterable[Path]:
    """Where the value of a guess is."""
    if name == "outlet":
        first = first_outlet(root)
        return () if first is None else (("sources", first, "outlet"),)
    return ((name,),) if name in _FIELDS and value_at(root, (name,)) else ()


def first_outlet(root: Node | None) -> int | None:
    """The place of the source whose outlet import may have concluded: the first that has one; None without any."""
    sources = value_at(root, ("sources",))
    every = enumerate(sources if isinstance(sources, list) else ())
    return next((n for n, one in every if isinstance(one, dict) and one.get("outlet")), None)


def _texts(value: object) -> str | tuple[str, ...]:
    """A value in words: of a figure what it states, of other entries the first text."""
    if isinstance(value, list):
        return tuple(shown for one in value if isinstance(shown := _texts(one), str) and shown)
    if isinstance(value, dict):
        texts = [one for one in value.values() if isinstance(one, str) and one]
        unit, what = (str(value.get(key) or "") for key in ("unit", "what"))
        # What is counted may be the unit itself: `12 ships waited outside`.
        unit = "" if what.casefold().startswith(f"{unit.casefold()} ") else unit
        figure = " ".join(filter(None, (str(value.get("value") or ""), unit, what)))
        return figure + (f", {value['as_of']}" if figure and value.get("as_of") else "") or "".join(texts[:1])
    return value if isinstance(value, str) else ""


def empty_field(text: str, name: str) -> Guess | None:
    """A field that has no value yet, as a guess of nothing; None where it has one, or where there is no such field."""
    field = _FIELDS.get(name)
    if field is None or field.inner or field.kind.widget == "hidden" or value_at(_front_matter(text), (name,)):
        return None
    return Guess(name, (name,), "", False)


def confirming(text: str, guesses: Sequence[Guess]) -> tuple[Change, ...]:
    """The changes that confirm guesses: what was written stays, what was suggested is written."""
    written = [_written(guess, guess.value) for guess in guesses if guess.suggested]
    return (*written, *_settled(text, guesses))


def confirming_without(text: str, guess: Guess, places: Sequence[int]) -> tuple[Change, ...]:
    """The changes that confirm a list without its entries at some places, counted from 0; without all of them, the
    guess is refused."""
    if not places:
        return confirming(text, [guess])
    if len(set(places)) >= len(guess.items):
        return refusing(text, [guess])
    entries = value_at(_front_matter(text), guess.path)
    of_import = enumerate(entries if isinstance(entries, list) else ())
    shown = [place for place, one in of_import if _texts(one) and place not in guess.own]
    out = sorted({shown[place] for place in places if 0 <= place < len(shown)}, reverse=True)
    return (*(Remove((*guess.path, place)) for place in out), *_settled(text, [guess]))


def correcting(text: str, guess: Guess, value: str) -> tuple[Change, ...]:
    """The changes that put another value in the place of a guess."""
    field = _OUTLET if guess.field == "outlet" else _FIELDS[guess.field]
    data = tuple(name for _, name in split_names(value)) if field.kind.widget == "lines" else value
    return (_written(guess, data), *_settled(text, [guess]))


def refusing(text: str, guesses: Sequence[Guess]) -> tuple[Change, ...]:
    """The changes that take guesses out; a headline cannot be refused, since a brief must have one."""
    root = _front_matter(text)
    # Other fields count sources: an entry stays where it is, also where it holds nothing else.
    taken: list[Change] = []
    for guess in guesses:
        if guess.own:
            places = set(range(len(value_at(root, guess.path)))) - set(guess.own)
            taken += [Remove((*guess.path, place)) for place in sorted(places, reverse=True)]
        elif not guess.suggested:
            alone = len(guess.path) > 1 and len(value_at(root, guess.path[:-1])) == 1
            taken.append(Set(guess.path, "") if alone else Remove(guess.path))
    return (*taken, *_settled(text, guesses))


def can_be_refused(guess: Guess) -> bool:
    """Whether a brief can do without it."""
    return guess.suggested or not (guess.field in _FIELDS and _FIELDS[guess.field].required)


def keys_before(name: str) -> tuple[str, ...]:
    """The fields of a brief before one of them, in the order in which they are written."""
    names = list(_FIELDS)
    return tuple(names[: names.index(name)])


def as_typed(field: Field, value: str) -> Data:
    """A text as people type it in a field: dates, numbers and words without quotes, lines as a block of lines."""
    if field.kind.widget == "switch" or field.kind.write is one_line:
        return AsTyped.where_safe(value)
    return value + "\n" if field.kind.widget == "text" and "\n" in value else value


def _written(guess: Guess, value: str | tuple[str, ...]) -> Set:
    field = _OUTLET if guess.field == "outlet" else _FIELDS[guess.field]
    data = as_typed(field, value) if isinstance(value, str) else value
    return Set(guess.path, data, keys_before(guess.field) if len(guess.path) == 1 else ())


def _settled(text: str, guesses: Iterable[Guess]) -> tuple[Change, ...]:
    return settling(text, [guess.field for guess in guesses])


def settling(text: str, fields: Iterable[str]) -> tuple[Change, ...]:
    """The changes that take some fields, and ``outlet``, out of import's record, whatever became of their values."""
    root, settled = _front_matter(text), set(fields)
    derived, proposed = value_at(root, _DERIVED), value_at(root, _SUGGESTED)
    listed = [n for n, name in enumerate(derived if isinstance(derived, list) else ()) if name in settled]
    named = [name for name in (proposed if isinstance(proposed, dict) else ()) if name in settled]
    return (
        *(Remove((*_DERIVED, number)) for number in reversed(listed)),
        *(Remove((*_SUGGESTED, name)) for name in named),
    )


def without_guesses(brief: Brief) -> Brief:
    """A brief as readers may see it: without guesses that they would take for facts."""
    guessed = set(brief.derived).intersection(HIDDEN)
    if not guessed:
        return brief
    if "date" in guessed:
        brief = replace(brief, date=None)
    if "story" in guessed:
        brief = replace(brief, story="", story_name=None, suggested_story=brief.suggested_story or brief.story)
    first = next((n for n, source in enumerate(brief.sources) if source.outlet), None)
    if "outlet" in guessed and first is not None:
        bare = replace(brief.sources[first], outlet="")
        brief = replace(brief, sources=(*brief.sources[:first], bare, *brief.sources[first + 1 :]))
    return brief
