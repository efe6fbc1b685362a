"""How many files and bytes each part of a site has, for hosts that limit both."""

from collections import Counter
from collections.abc import Mapping
from posixpath import splitext

from annotated_briefings.base.values import Value


class OutputPart(Value):
    """Files of a site that lie below one folder and have one ending."""

    where: str
    """The folder and the ending, such as ``briefs/**.html``; years are ``YYYY``."""
    files: int
    """How many there are."""
    bytes: int
    """Their bytes."""


def output_parts(sizes: Mapping[str, int]) -> tuple[OutputPart, ...]:
    """The files of a site in groups, those of most bytes first; ``sizes`` are files and their bytes."""
    files: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for path, size in sizes.items():
        where = _group(path)
        files[where] += 1
        whole[where] += size
    found = (OutputPart(where, files[where], whole[where]) for where in files)
    return tuple(sorted(found, key=lambda part: (-part.bytes, part.where)))


def _group(path: str) -> str:
    folder, slash, _ = path.partition("/")
    ending = splitext(path)[1]
    if not slash:
        return f"*{ending}" if ending else folder
    if folder.isascii() and folder.isdigit() and len(folder) == 4:
        folder = "YYYY"
    return f"{folder}/**{ending}"
