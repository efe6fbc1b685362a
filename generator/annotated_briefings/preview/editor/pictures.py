"""Pictures that are dropped or pasted into a brief: they are put beside it, without what cameras write into them."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import count
from pathlib import Path

from annotated_briefings.base.diagnostics import report
from annotated_briefings.base.paths import slugify
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.output.images import dimensions
from annotated_briefings.output.pictures import clean
from annotated_briefings.output.pictures.drawings import is_drawing
from annotated_briefings.storage.edit_file import Refused
from annotated_briefings.storage.files import reason, write_atomic

LARGEST_PICTURE = 20_000_000
"""Bytes of a picture: more than any reader should have to load."""
_NO_NAME = regex(r"(?:image|picture|pasted|unnamed|untitled|download)?[-_ ]*\d*", re.IGNORECASE)
"""What browsers and systems call pictures that have no name."""
_AVIF = (b"avif", b"avis")
_HEAD = 100_000
"""Bytes at the start of a drawing among which its root is looked for."""


def picture_ending(data: bytes) -> str:
    """The usual ending of a picture's name, by its content; empty for what browsers do not show."""
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return ".png"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return ".gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:8] == b"ftyp" and data[8:12] in _AVIF:
        return ".avif"
    return ".svg" if is_drawing(data[:_HEAD]) else ""


def keep_picture(root: Path, brief: str, name: str, data: bytes) -> str:
    """Put a picture beside a brief: its name there. The same picture is not put there twice. Raises Refused."""
    if len(data) > LARGEST_PICTURE:
        message = f"the picture has more than {LARGEST_PICTURE / 1e6:.0f} MB"
        raise Refused(report("too-large", message, Place(name), help="save a smaller copy of it"))
    ending = picture_ending(data)
    if not ending:
        message = f"`{name}` is no picture that browsers show"
        help_ = "save it as JPEG or PNG; articles are imported on the page New of the desk"
        raise Refused(report("refused-change", message, Place(name), help=help_))
    cleaned = clean(data, f"picture{ending}")
    if cleaned.unclear:
        message = f"`{name}` holds data of its camera or program that cannot be taken out"
        raise Refused(report("refused-change", message, Place(name), help="save it as JPEG or PNG"))
    if ending != ".svg" and dimensions(f"picture{ending}", BytesIO(cleaned.data)) is None:
        message = f"`{name}` is broken: no picture can be read from it"
        raise Refused(report("refused-change", message, Place(name), help="save it again, as JPEG or PNG"))
    folder = (root / brief).parent
    try:
        there = {one.name.casefold(): one for one in folder.iterdir()}
        place = next(place for place in names_for(brief, name, ending) if _is_free(place, there, cleaned.data))
        if place.casefold() not in there:
            write_atomic(folder / place, cleaned.data)
            return place
        return there[place.casefold()].name
    except OSError as error:
        message = f"`{brief.rpartition('/')[0]}` cannot be written: {reason(error)}"
        help_ = "check the folder's permissions and the space on the disk"
        raise Refused(report("output", message, Place(brief), help=help_)) from None


def _is_free(place: str, there: Mapping[str, Path], data: bytes) -> bool:
    """Whether a name is free, or is that of the same picture."""
    known = there.get(place.casefold())
    return known is None or (known.is_file() and known.read_bytes() == data)


def names_for(brief: str, name: str, ending: str) -> Iterator[str]:
    """Names for a picture, the best first: letters that every address can have, and never one of a device."""
    stem = re.split(r"[/\\]", name)[-1].rpartition(".")[0] or name
    own = "" if _NO_NAME.fullmatch(stem) else slugify(stem)
    plain = own or f"{slugify(Path(brief).stem) or 'brief'}-picture"
    yield plain + ending
    yield from (f"{plain}-{number}{ending}" for number in count(2))
