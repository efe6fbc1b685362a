"""Why a build wrote what it wrote: the key of each page compared, part by part, with its key in the last build."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from annotated_briefings.build.publishing.publish import OutputFile, WriteReport
from annotated_briefings.build.request import FileChange

_PARTS = ("program", "settings", "template", "content")
"""What a page is rendered from, in the order of its key."""


def key_of(program: str, settings: str, template: str, content: str) -> str:
    """The key of a page, with a digest for each part of what it is rendered from."""
    return f"{program}.{settings}.{template}.{content}"


def reasons(old: str | None, new: str, here: bool) -> tuple[str, ...]:
    """Why a page was rendered, from its old key and its new one; ``here`` is whether the output folder has it."""
    if old is None:
        return ("forgotten" if here else "new",)
    pairs = zip(_PARTS, old.split("."), new.split("."), strict=False)
    return tuple(part for part, before, now in pairs if before != now) or ("file",)


def changes(
    files: Iterable[OutputFile], why: Mapping[str, tuple[str, ...]], done: WriteReport, before: Collection[str]
) -> Iterator[FileChange]:
    """What a build did to each file and why; ``why`` is why pages were rendered, ``before`` are the files of earlier
    builds."""
    written = frozenset(done.files)
    for file in files:
        rendered = why.get(file.path, ())
        if file.path in written:
            yield FileChange(file.path, "written", rendered or ("bytes" if file.path in before else "new",))
        elif rendered:
            yield FileChange(file.path, "same", rendered)
    yield from (FileChange(name, "deleted", ()) for name in done.deleted)
