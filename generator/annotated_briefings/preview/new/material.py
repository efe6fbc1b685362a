"""What an editor has brought to the desk and not imported yet: kept beside the cache, until it is imported or removed,
whether or not the page is open and the preview runs.
"""

import json
import re
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place
from annotated_briefings.base.values import Value, as_data
from annotated_briefings.intake.decisions import Cut
from annotated_briefings.intake.dedup.words import words_of
from annotated_briefings.intake.model import Delivery
from annotated_briefings.storage.files import write_atomic, write_text_atomic

_FOLDER = ".cache/desk-new"
_LIST = "material.json"
_LONGEST = 200
"""Characters of a file name."""
_CONTROL = regex(r"[\x00-\x1f\x7f]")
_MARKUP = regex(
    r"\s*<(?:!doctype|\?xml|html|head|body|meta|main|article|section|div|span|h[1-6]|p|ul|ol|table|blockquote)\b",
    re.IGNORECASE,
)
_FIRST_WORDS = 8
"""Words by which a decision knows a paragraph, in this file and in others."""


class PendingFile(Value):
    """A file, a pasted text or a fetched page that is not imported yet."""

    id: int
    """Its number, which no other item has had."""
    name: str
    """The name of its file: what import calls it."""
    size: int
    """Its bytes."""
    shown: str = ""
    """The address that it was fetched from, as it was typed; empty for what was not fetched."""
    delivery: Delivery = Delivery()
    """What the server said of it."""
    format: str = ""
    """What it is read as, instead of what its content says."""


class MadeImport(Value):
    """The last import that was made here."""

    run: str
    """Its id."""
    made: tuple[str, ...]
    """The drafts that it wrote."""
    files: tuple[str, ...]
    """What it read."""


class PendingMaterial(Value):
    """Everything that is not imported yet, and what the editor said of it."""

    items: tuple[PendingFile, ...] = ()
    """What is to be imported, in the order in which it came."""
    outlet: str = ""
    """Publisher of all of it."""
    date: str = ""
    """Date of all of it."""
    language: str = ""
    """Language of all of it."""
    again: bool = False
    """Whether articles come back whose briefs are gone."""
    cuts: tuple[Cut, ...] = ()
    """Where articles start and where not; decisions once it is imported."""
    revision: int = 0
    """Grows with every change."""
    last: MadeImport | None = None
    """The last import that was made here and not taken back."""


def read_material(root: Path) -> PendingMaterial:
    """What is pending in a site; nothing where its list cannot be read."""
    try:
        data = json.loads((root / _FOLDER / _LIST).read_text(encoding="utf-8"))
        return _material(data)
    except (OSError, ValueError, KeyError, TypeError):
        return PendingMaterial()


def _material(data: dict[str, Any]) -> PendingMaterial:
    rows = [{**row, "delivery": Delivery(**row["delivery"])} for row in data["items"]]
    cuts = [{**row, "place": _place(row["document"])} for row in data["cuts"]]
    last = data["last"] and {key: tuple(one) if isinstance(one, list) else one for key, one in data["last"].items()}
    read = {
        "items": tuple(PendingFile(**row) for row in rows),
        "cuts": tuple(Cut(**row) for row in cuts),
        "last": MadeImport(**last) if last else None,
    }
    return PendingMaterial(**{**data, **read})


def _place(document: str) -> Place:
    return Place(document)


def write_material(root: Path, material: PendingMaterial) -> None:
    """Keep what is pending. Raises OSError."""
    write_text_atomic(root / _FOLDER / _LIST, json.dumps(as_data(material), ensure_ascii=False))


def file_of_item(root: Path, item: PendingFile) -> Path:
    """Where the bytes of an item are kept."""
    return root / _FOLDER / f"{item.id}.bin"


def keep_item(root: Path, item: PendingFile, data: bytes) -> None:
    """Keep the bytes of an item. Raises OSError."""
    write_atomic(file_of_item(root, item), data)


def forget_items(root: Path, items: tuple[PendingFile, ...]) -> None:
    """Delete the bytes of some items."""
    for item in items:
        with suppress(OSError):
            file_of_item(root, item).unlink()


def dropped_name(name: str) -> str:
    """The name of a file that was dropped, without its folders."""
    last = re.split(r"[/\\]", _CONTROL.sub(" ", name))[-1]
    return last.strip()[-_LONGEST:] or "file"


def pasted_name(text: str, is_markup: bool = False) -> str:
    """The name of a pasted text: the same words have the same name, whenever they are pasted."""
    known = blake2b(" ".join(text.split()).encode("utf-8", "replace"), digest_size=4).hexdigest()
    return f"pasted-{known}.{'html' if is_markup or _MARKUP.match(text) else 'txt'}"


def cut_at(split: bool, document: str, line: int, text: str) -> Cut:
    """A decision about the place before a paragraph: known by its first words, which hold in other files too, or by its
    line where it has too few of them."""
    words = text.split()[:_FIRST_WORDS]
    by_line = line > 0 and len(words_of(" ".join(words))) < _FIRST_WORDS
    return Cut(split, document, line if by_line else 0, "" if by_line else " ".join(words), _place(document))
