"""New words of a source taken over into what a brief says: where the old words are, and nothing else."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotated_briefings.base.meaning.stated import Statement, states, unstated_numbers
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Path, Set, value_at
from annotated_briefings.content.frontmatter import patch_front_matter, split_front_matter
from annotated_briefings.editing.brief_form import front_matter
from annotated_briefings.intake.history.changes import WordChange
from annotated_briefings.site.model.changed_sources import FIGURE, NOTE, POINT, SUMMARY, TEXT, TITLE, BriefPart

_FIELDS = {
    TITLE: ("title", ()),
    SUMMARY: ("summary", ()),
    POINT: ("key_points", ("text", "quote")),
    FIGURE: ("figures", ("value", "unit", "what", "quote")),
    NOTE: ("annotations", ("quote", "prefix", "suffix")),
}
"""What says something: a field of the brief, and of its entries those that may have the words."""


_NUMBER = regex(r"(?<![\w.,])[+−-]?[$€£¥]?(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)*(?!\d)|\d+(?:[.,]\d+)*)")
"""A number with its sign and currency."""


class TakenOver(Value):
    """A brief with new words of a source."""

    text: str
    """Its file."""
    pairs: tuple[tuple[str, str], ...]
    """What it said, and what it says then."""


def taken_over(
    text: str, brief_part: BriefPart, changes: Sequence[WordChange], languages: tuple[str, str]
) -> TakenOver | None:
    """The file of a brief with the new words of a source in something that it says; None where they have no sure place
    in it, or where a number in it would not be that of its quote any more.

    ``languages`` are those of the source and of the brief.
    """
    if brief_part.part == TEXT:
        return _in_body(text, brief_part, changes)
    field, keys = _FIELDS[brief_part.part]
    root = front_matter(text)
    value = value_at(root, (field,))
    if not keys:
        places: list[tuple[Path, Any]] = [((field,), value)]
    else:
        entries = [n for n, one in enumerate(value if isinstance(value, list) else ()) if _is_meant(one, brief_part)]
        if len(entries) != 1:
            return None
        places = [((field, entries[0], key), value_at(root, (field, entries[0], key))) for key in keys]
    old = {path: one for path, one in places if isinstance(one, str) and one}
    new = {path: _replaced(one, changes) for path, one in old.items()}
    by_key = {str(path[-1]): path for path in old}
    if "quote" in by_key and brief_part.part in (POINT, FIGURE):
        _with_numbers(by_key, old, new, changes)
        if not _agree({key: new[path] for key, path in by_key.items()}, languages):
            return None
    changed = [path for path in old if new[path] != old[path]]
    if not changed:
        return None
    after = patch_front_matter(text, [Set(path, new[path]) for path in changed])
    return TakenOver(after, tuple((old[path], new[path]) for path in changed)) if after else None


def _with_numbers(
    by_key: Mapping[str, Path], old: Mapping[Path, str], new: dict[Path, str], changes: Sequence[WordChange]
) -> None:
    """Put the new numbers and units of a quote into what it proves, also where that writes them in its own way: a value
    apart from its unit, `8` and `%`, or `8 percent` for `8%`."""
    own = [change for change in changes if _once(change.was, old[by_key["quote"]]) is not None]
    values_of: dict[str, set[str]] = defaultdict(set)
    for change in own:
        for was, now in _pairs_of_numbers(change):
            values_of[was].add(now)
    for path in [by_key[key] for key in ("value", "text") if key in by_key]:
        found = [was for was in values_of if _once(was, old[path]) is not None]
        if found and new[path] == old[path]:
            new[path] = _swapped(old[path], found[0], min(values_of[found[0]]))
        if any(len(values_of[was]) > 1 for was in found):
            # Nobody can tell which of them is meant: the quote does not state it any more.
            new[path] = old[path]
    units = [by_key[key] for key in ("value", "unit", "text") if key in by_key]
    for was, now in dict.fromkeys(pair for change in own for pair in _pairs_of_units(change)):
        for path in units:
            new[path] = _swapped(new[path], was, now)


def _swapped(text: str, was: str, now: str) -> str:
    """A text with other words in the place of those that it has once."""
    span = _once(was, text)
    return text if span is None else text[: span[0]] + now + text[span[1] :]


def _pairs_of_numbers(change: WordChange) -> list[tuple[str, str]]:
    """The numbers of a change, each with what is in its place; none where their counts differ."""
    was, now = _NUMBER.findall(change.was), _NUMBER.findall(change.now)
    return [*zip(was, now, strict=True)] if len(was) == len(now) and len(set(was)) == len(was) else []


def _pairs_of_units(change: WordChange) -> Iterator[tuple[str, str]]:
    """The words behind the numbers of a change, each with what is in their place."""
    was, now = _NUMBER.split(change.was)[1:], _NUMBER.split(change.now)[1:]
    for old, new in zip(was, now, strict=True) if len(was) == len(now) else ():
        before, after = old.split(), new.split()
        while before and after and before[-1] == after[-1]:
            before, after = before[:-1], after[:-1]
        if before and after:
            yield " ".join(before), " ".join(after)


def _once(words: str, text: str) -> tuple[int, int] | None:
    """Where words are in a text that has them exactly once, each as a whole."""
    parts = words.split()
    if not parts or words.endswith("…"):
        return None
    inside = r"(?<![\w])(?<!\d[.,])" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)(?![.,]\d)"
    # A unit can follow its number without a space.
    found = list(re.finditer(inside if parts[0][0].isalnum() else inside.replace(r"(?<![\w])", "", 1), text))
    return found[0].span() if len(found) == 1 else None


def _agree(entry: Mapping[str, str], languages: tuple[str, str]) -> bool:
    """Whether the quote of a point or figure states its numbers."""
    if "value" in entry:
        statement = states(entry["quote"], entry["value"], entry.get("unit", ""), entry.get("what", ""), languages)
        return statement is Statement.STATED
    return not unstated_numbers(entry.get("text", ""), entry["quote"], languages)


def _is_meant(entry: Any, brief_part: BriefPart) -> bool:
    """Whether an entry of a list is the one that says something."""
    if not isinstance(entry, dict):
        return False
    quote = " ".join(str(entry.get("quote") or "").split())
    own = {quote, " ".join(str(entry.get("text") or "").split())}
    return " ".join(brief_part.words[0].split()) in own if brief_part.words else False


def _in_body(text: str, brief_part: BriefPart, changes: Sequence[WordChange]) -> TakenOver | None:
    """The same in the text below the front matter: in the one paragraph that has the sentence."""
    split, _ = split_front_matter(Source("", text))
    paragraphs = re.split(r"(\n[ \t]*\n)", split.body)
    plain = " ".join(brief_part.shown.split())
    hits = [n for n, one in enumerate(paragraphs) if plain in " ".join(one.split())]
    if len(hits) != 1:
        return None
    new = _replaced(paragraphs[hits[0]], changes)
    changed_text = _replaced(plain, changes)
    if new == paragraphs[hits[0]] or changed_text == plain:
        return None
    paragraphs[hits[0]] = new
    return TakenOver(text[: len(text) - len(split.body)] + "".join(paragraphs), ((plain, changed_text),))


def _replaced(value: str, changes: Sequence[WordChange]) -> str:
    """A text with each change made whose old words are in it exactly once."""
    for change in changes:
        value = value if change.now.endswith("…") else _swapped(value, change.was, change.now)
    return value
