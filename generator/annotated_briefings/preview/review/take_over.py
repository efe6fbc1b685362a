"""New words of a source taken over into what a brief says: where the old words are, and nothing else."""

import re
from collections.abc import Sequence
from typing import Any

from annotated_briefings.base.source import Source
from annotated_briefings.base.values import Value
from annotated_briefings.base.yaml.patch import Path, Set, value_at
from annotated_briefings.content.frontmatter import patch_front_matter, split_front_matter
from annotated_briefings.editing.brief_form import front_matter
from annotated_briefings.intake.history.changes import WordChange
from annotated_briefings.site.model.changed_sources import FIGURE, NOTE, POINT, SUMMARY, TEXT, TITLE, Saying

_FIELDS = {
    TITLE: ("title", ()),
    SUMMARY: ("summary", ()),
    POINT: ("key_points", ("text", "quote")),
    FIGURE: ("figures", ("value", "unit", "what", "quote")),
    NOTE: ("annotations", ("quote", "prefix", "suffix")),
}
"""What says something: a field of the brief, and of its entries those that may have the words."""


class TakenOver(Value):
    """A brief with new words of a source."""

    text: str
    """Its file."""
    pairs: tuple[tuple[str, str], ...]
    """What it said, and what it says then."""


def taken_over(text: str, saying: Saying, changes: Sequence[WordChange]) -> TakenOver | None:
    """The file of a brief with the new words of a source in something that it says; None where they have no sure place
    in it."""
    if saying.part == TEXT:
        return _in_body(text, saying, changes)
    field, keys = _FIELDS[saying.part]
    root = front_matter(text)
    value = value_at(root, (field,))
    if not keys:
        places: list[tuple[Path, Any]] = [((field,), value)]
    else:
        entries = [n for n, one in enumerate(value if isinstance(value, list) else ()) if _is_meant(one, saying)]
        if len(entries) != 1:
            return None
        places = [((field, entries[0], key), value_at(root, (field, entries[0], key))) for key in keys]
    pairs = [(path, old, _replaced(old, changes)) for path, old in places if isinstance(old, str) and old]
    if saying.part == FIGURE:
        pairs = _with_number(pairs, changes)
    changed = [(path, old, new) for path, old, new in pairs if new != old]
    if not changed:
        return None
    after = patch_front_matter(text, [Set(path, new) for path, _, new in changed])
    return TakenOver(after, tuple((old, new) for _, old, new in changed)) if after else None


def _with_number(pairs: list[tuple[Path, str, str]], changes: Sequence[WordChange]) -> list[tuple[Path, str, str]]:
    """The same where the old words reach from the number of a figure into its unit: `384 million` `crowns`."""
    own = [one for one in pairs if one[0][-1] in ("value", "unit")]
    joined = " ".join(old for _, old, _ in own)
    words = _replaced(joined, changes).split()
    if len(own) < 2 or len(words) != len(joined.split()):
        return pairs
    (value, old_value, _), (unit, _, _) = own
    count = len(old_value.split())
    fresh = {value: " ".join(words[:count]), unit: " ".join(words[count:])}
    return [(path, old, fresh.get(path, new)) for path, old, new in pairs]


def _is_meant(entry: Any, saying: Saying) -> bool:
    """Whether an entry of a list is the one that says something."""
    if not isinstance(entry, dict):
        return False
    quote = " ".join(str(entry.get("quote") or "").split())
    own = {quote, " ".join(str(entry.get("text") or "").split())}
    return " ".join(saying.words[0].split()) in own if saying.words else False


def _in_body(text: str, saying: Saying, changes: Sequence[WordChange]) -> TakenOver | None:
    """The same in the text below the front matter: in the one paragraph that has the sentence."""
    split, _ = split_front_matter(Source("", text))
    paragraphs = re.split(r"(\n[ \t]*\n)", split.body)
    plain = " ".join(saying.shown.split())
    hits = [n for n, one in enumerate(paragraphs) if plain in " ".join(one.split())]
    if len(hits) != 1:
        return None
    new = _replaced(paragraphs[hits[0]], changes)
    said = _replaced(plain, changes)
    if new == paragraphs[hits[0]] or said == plain:
        return None
    paragraphs[hits[0]] = new
    return TakenOver(text[: len(text) - len(split.body)] + "".join(paragraphs), ((plain, said),))


def _replaced(value: str, changes: Sequence[WordChange]) -> str:
    """A text with each change made whose old words are in it exactly once."""
    for change in changes:
        words = change.was.split()
        if not words or change.was.endswith("…") or change.now.endswith("…"):
            continue
        inside = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
        if len(found := list(re.finditer(inside, value))) == 1:
            start, end = found[0].span()
            value = value[:start] + change.now + value[end:]
    return value
