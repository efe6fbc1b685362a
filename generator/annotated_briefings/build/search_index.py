"""The search index of a site, of which only the part that changed is made again."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from annotated_briefings.base.values import Value
from annotated_briefings.content.model import Brief
from annotated_briefings.engine.memo import Memo, Steps
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.output.search.edited import edited_files
from annotated_briefings.output.search.index import (
    IN_GROUP,
    BriefGroup,
    GroupFiles,
    Layout,
    group_files,
    joined,
    layout,
    other_files,
    pieces_by_file,
    word_file,
)
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.search_names import SearchName, search_names
from annotated_briefings.site.exports.search_records import SearchRecord, record_of, searched_texts
from annotated_briefings.site.routes.unit_facts import UnitFacts

_ORIGIN = "site.yaml"


class SearchGroup(Value):
    """Texts that are made ready for the search together, and where they are in the index."""

    ids: tuple[str, ...]
    """Their ids in the index, in order."""
    urls: tuple[str, ...]
    """Their addresses."""
    files: int
    """How many files of words there are."""
    texts: int
    """How many files of texts there are."""


class SearchIndex(NamedTuple):
    """The files of the index, and what they are made of."""

    files: tuple[Output, ...]
    """The files, by path."""
    groups: tuple[SearchGroup, ...]
    """What is found."""
    names: tuple[SearchName, ...]
    """The names that lead to pages."""


def search_index(context: SiteContext, steps: Steps, facts: UnitFacts | None = None) -> SearchIndex:
    """The index of all briefs; nothing for a site without briefs or with ``search: false``. ``facts`` are those of the
    site, where they are known."""
    if not (context.config.search and context.catalog.briefs):
        return SearchIndex((), (), ())
    texts, names = searched_texts(context), search_names(context)
    where = layout(tuple(texts))
    todo = search_groups(where)
    inputs = group_inputs(texts, facts or UnitFacts(context))
    parts = steps.map("search parts", _files_of, (context, texts), todo, inputs, IN_GROUP)
    return SearchIndex(_index_files(parts, where, names, steps), todo, names)


def search_groups(where: Layout) -> tuple[SearchGroup, ...]:
    """The groups of an index."""
    return tuple(
        SearchGroup(tuple(one for one, _ in group), tuple(url for _, url in group), where.files, where.texts)
        for group in where.groups
    )


def index_files(records: Sequence[SearchRecord], names: Sequence[SearchName], steps: Steps) -> tuple[Output, ...]:
    """The files of an index of some records."""
    where = layout([record.url for record in records])
    known = {record.url: record for record in records}
    grouped = (BriefGroup(*_turned(group, known), where.files, where.texts) for group in where.groups)
    return _index_files([group_files(group) for group in grouped], where, names, steps)


def _index_files(
    parts: Sequence[GroupFiles], where: Layout, names: Sequence[SearchName], steps: Steps
) -> tuple[Output, ...]:
    """The files of an index. Each step is keyed by all that it reads: an edited brief costs its group and the files
    that its words are in."""
    lines = tuple(pieces_by_file([part.lines for part in parts], where.files))
    values = steps.map("search words", _joined, None, [held for _, held in lines], lambda held: (held,))
    words = (word_file(at, value) for (at, _), value in zip(lines, values, strict=True))
    return tuple(Output(path, data, _ORIGIN) for path, data in sorted((*words, *other_files(parts, where, names))))


def edited_index(
    context: SiteContext,
    memo: Memo,
    facts: UnitFacts,
    edited: Mapping[str, str],
    read: Callable[[str], bytes],
) -> SearchIndex | None:
    """The files of the index that edits of texts have changed, and the groups that these texts are in. ``edited`` are
    the addresses of the briefs with the digests of the texts (`UnitFacts.text`) that the index has of them, and
    ``read`` gives the bytes of a file of the index as it is. None where the index has to be made anew."""
    if not (context.config.search and context.catalog.briefs):
        return SearchIndex((), (), ())
    texts = searched_texts(context)
    where = layout(tuple(texts))
    todo = [group for group in search_groups(where) if not edited.keys().isdisjoint(group.urls)]
    inputs = group_inputs(texts, facts)
    parts = memo.map("search parts", _files_of, (context, texts), todo, inputs, IN_GROUP)
    files: dict[str, bytes] = {}
    for group, part in zip(todo, parts, strict=True):
        common, _, own = inputs(group)
        before = tuple((edited.get(url, text), title) for url, (text, title) in zip(group.urls, own, strict=True))
        known: GroupFiles | None = memo.get("search parts", common, group, before)
        try:
            found = edited_files(known, part, lambda path: files.get(path) or read(path)) if known else None
        except (ValueError, OSError, KeyError):
            found = None
        if found is None:
            return None
        files.update(found)
    return SearchIndex(tuple(Output(path, data, _ORIGIN) for path, data in files.items()), tuple(todo), ())


def _turned(
    group: Sequence[tuple[str, str]], known: Mapping[str, SearchRecord]
) -> tuple[tuple[str, ...], tuple[SearchRecord, ...]]:
    return tuple(ident for ident, _ in group), tuple(known[url] for _, url in group)


_Inputs = tuple[str, SearchGroup, tuple[tuple[str, str], ...]]


def group_inputs(texts: Mapping[str, Brief], facts: UnitFacts) -> Callable[[SearchGroup], _Inputs]:
    """What the records of a group are made from: a digest of each text, which costs less than its record."""

    def inputs(group: SearchGroup) -> _Inputs:
        own = tuple(facts.searched(texts[url]) for url in group.urls)
        return facts.common, group, own

    return inputs


def search_hits(
    watch: Watch, index: SearchIndex, context: SiteContext, steps: Steps, facts: UnitFacts | None = None
) -> tuple[int, ...]:
    """The places of the secrets in what the index is made of: its files hold words out of their order."""
    texts, ident = searched_texts(context), watch.ident
    inputs = group_inputs(texts, facts or UnitFacts(context))
    shared = (watch, context, texts)
    found = steps.map("searched parts", _hits_of_group, shared, index.groups, lambda one: (*inputs(one), ident))
    names = "\n".join(text for name in index.names for text in (name.name, *name.others))
    return tuple(sorted({*watch.hits_of("", names.encode()), *(place for hits in found for place in hits)}))


def file_hits(watch: Watch, files: Sequence[Output], steps: Steps) -> dict[str, tuple[int, ...]]:
    """The places of the secrets in the files of the index, by path."""
    ident = watch.ident
    found = steps.map("searched index", _hits_of_file, watch, files, lambda file: (file.path, file.data, ident))
    return {file.path: hits for file, hits in zip(files, found, strict=True)}


def _files_of(shared: tuple[SiteContext, Mapping[str, Brief]], group: SearchGroup) -> GroupFiles:
    context, texts = shared
    records = tuple(record_of(context, texts[url]) for url in group.urls)
    return group_files(BriefGroup(group.ids, records, group.files, group.texts))


def _joined(_: None, held: tuple[str, ...]) -> str:
    return joined(held)


def _hits_of_group(shared: tuple[Watch, SiteContext, Mapping[str, Brief]], group: SearchGroup) -> tuple[int, ...]:
    watch, context, texts = shared
    records = (record_of(context, texts[url]) for url in group.urls)
    return tuple(sorted({place for record in records for place in _hits_of_record(watch, record)}))


def _hits_of_record(watch: Watch, record: SearchRecord) -> tuple[int, ...]:
    text = (record.title, record.date, record.summary, *record.text, *(value for _, value in record.filters))
    return watch.hits_of(record.url, "\n".join(text).encode())


def _hits_of_file(watch: Watch, file: Output) -> tuple[int, ...]:
    return watch.hits(file)
