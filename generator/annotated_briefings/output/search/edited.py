"""Files of the search index after the texts of some briefs were edited: what their group adds to a file is put in place
of what it added before, and the file is the one that ``index`` makes of all groups."""

from collections.abc import Callable, Collection, Iterator, Mapping

from annotated_briefings.output.search.index import Files, GroupFiles, as_json, path_of, script, value_in

_ID = 6
"""Letters of the id of a brief, with which each of its entries begins."""
WordEntries = dict[str, dict[str, str]]
"""Stem to word to the entries of the briefs that hold it."""


def edited_files(before: GroupFiles, after: GroupFiles, read: Callable[[str], bytes]) -> Files | None:
    """The files in which a group of briefs has something else than before; None where more than its texts has changed.
    ``read`` gives the bytes of a file of the index as it was. Raises ValueError where one is none."""
    if (before.days, before.words) != (after.days, after.words):
        return None
    return (*_word_files(before, after, read), *_text_files(before, after, read))


def _word_files(before: GroupFiles, after: GroupFiles, read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    ids = frozenset(ident for _, ident, _ in before.texts)
    for at in sorted(before.lines.keys() | after.lines.keys()):
        old, new = before.lines.get(at, ""), after.lines.get(at, "")
        if old != new:
            name = f"words/{at:03x}"
            value = value_in(read(path_of(name)))
            yield script(name, as_json(_exchanged(value, ids, old, new)))


def _exchanged(value: WordEntries, ids: Collection[str], old: str, new: str) -> WordEntries:
    """The value of a file of words with the lines of a group of briefs, those with some ``ids``, in place of others."""
    entries: dict[tuple[str, str], list[str]] = {}
    for key, word, _ in _lines(old):
        entries[key, word] = [entry for entry in value[key].pop(word).split(" ") if entry[:_ID] not in ids]
    for key, word, held in _lines(new):
        known = value.get(key, {})
        entries.setdefault((key, word), known.pop(word).split(" ") if word in known else []).extend(held.split(" "))
    for (key, word), found in entries.items():
        if found:
            value.setdefault(key, {})[word] = " ".join(sorted(found, key=lambda entry: entry[:_ID]))
    touched = {key for key, _ in entries}
    return {
        key: dict(sorted(value[key].items())) if key in touched else value[key] for key in sorted(value) if value[key]
    }


def _lines(held: str) -> Iterator[tuple[str, str, str]]:
    for line in held.split("\n")[:-1]:
        key, word, entries = line.split("\t")
        yield key, word, entries


def _text_files(before: GroupFiles, after: GroupFiles, read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    changed: dict[int, dict[str, str]] = {}
    for (_, _, was), (at, ident, shown) in zip(before.texts, after.texts, strict=True):
        if was != shown:
            changed.setdefault(at, {})[ident] = shown
    for at, own in changed.items():
        name = f"briefs/{at:03x}"
        every: Mapping[str, object] = value_in(read(path_of(name)))
        parts = (f'"{ident}":{own.get(ident) or as_json(shown)}' for ident, shown in every.items())
        yield script(name, f"{{{','.join(parts)}}}")
