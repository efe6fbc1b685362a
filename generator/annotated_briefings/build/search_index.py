"""The search index of a site, of which only the part that changed is made again."""

from collections.abc import Sequence
from typing import NamedTuple

from annotated_briefings.engine.memo import Steps
from annotated_briefings.output.leaks import Watch
from annotated_briefings.output.render import Output
from annotated_briefings.output.search.index import (
    IN_GROUP,
    BriefGroup,
    WordLines,
    cut,
    groups,
    joined,
    other_files,
    pieces_by_file,
    word_file,
)
from annotated_briefings.site.context import SiteContext
from annotated_briefings.site.exports.search_names import SearchName, search_names
from annotated_briefings.site.exports.search_records import SearchRecord, search_records

_ORIGIN = "site.yaml"


class SearchIndex(NamedTuple):
    """The files of the index, and what they are made of."""

    files: tuple[Output, ...]
    """The files, by path."""
    records: tuple[SearchRecord, ...]
    """What is found of each brief."""
    names: tuple[SearchName, ...]
    """The names that lead to pages."""


def search_index(context: SiteContext, steps: Steps) -> SearchIndex:
    """The index of all briefs; nothing for a site without briefs or with ``search: false``."""
    if not (context.config.search and context.catalog.briefs):
        return SearchIndex((), (), ())
    records, names = search_records(context), search_names(context)
    return SearchIndex(index_files(records, names, steps), records, names)


def index_files(records: Sequence[SearchRecord], names: Sequence[SearchName], steps: Steps) -> tuple[Output, ...]:
    """The files of an index. Each step is keyed by all that it reads: an edited brief costs its group and the files
    that its words are in."""
    every = groups(records)
    pieces = steps.map("search groups", _cut, None, every, lambda group: (group,), IN_GROUP)
    lines = tuple(pieces_by_file(pieces, every[0].files))
    values = steps.map("search words", _joined, None, [held for _, held in lines], lambda held: (held,))
    words = (word_file(at, value) for (at, _), value in zip(lines, values, strict=True))
    return tuple(Output(path, data, _ORIGIN) for path, data in sorted((*words, *other_files(every, names))))


def search_hits(watch: Watch, index: SearchIndex, steps: Steps) -> tuple[int, ...]:
    """The places of the secrets in what the index is made of: its files hold words out of their order."""
    ident = watch.ident
    found = steps.map("searched records", _hits_of_record, watch, index.records, lambda record: (record, ident))
    names = "\n".join(text for name in index.names for text in (name.name, *name.others))
    return tuple(sorted({*watch.hits_of("", names.encode()), *(place for hits in found for place in hits)}))


def file_hits(watch: Watch, files: Sequence[Output], steps: Steps) -> dict[str, tuple[int, ...]]:
    """The places of the secrets in the files of the index, by path."""
    ident = watch.ident
    found = steps.map("searched index", _hits_of_file, watch, files, lambda file: (file.path, file.data, ident))
    return {file.path: hits for file, hits in zip(files, found, strict=True)}


def _cut(_: None, group: BriefGroup) -> WordLines:
    return cut(group)


def _joined(_: None, held: tuple[str, ...]) -> str:
    return joined(held)


def _hits_of_record(watch: Watch, record: SearchRecord) -> tuple[int, ...]:
    text = (record.title, record.date, record.summary, *record.text, *(value for _, value in record.filters))
    return watch.hits_of(record.url, "\n".join(text).encode())


def _hits_of_file(watch: Watch, file: Output) -> tuple[int, ...]:
    return watch.hits(file)
