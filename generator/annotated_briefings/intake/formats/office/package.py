"""The parts of an office file: a zip archive of XML documents, read within limits and without their namespaces."""

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLParser

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile, ZipArchive

_LARGEST = 100_000_000
"""Bytes of one part, unpacked."""
_DEEPEST = 400
"""Elements around one; what office programs write has some thirty."""
_DECLARES = regex(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_part(archive: ZipArchive, name: str) -> Element | None:
    """The root of a part, with local names alone for tags and attributes; None where there is no such part."""
    return parse(part_bytes(archive, name), name) if name in archive.names else None


def part_bytes(archive: ZipArchive, name: str) -> bytes:
    """A part of an office file, unpacked; raises ``BrokenFile`` for one that is missing, damaged or too large."""
    if archive.size(name) > _LARGEST:
        raise BrokenFile(f"its part `{name}` has more than {_LARGEST // 1_000_000} MB")
    return archive.read(name)


def parse(xml: bytes, name: str) -> Element:
    """The root of an XML document, with local names alone."""
    return _parsed(xml, name, XMLParser(target=_Local()))


def whole_tree(xml: bytes, name: str) -> Element:
    """The root of an XML document with all names as they are: as fast as long spreadsheets need it."""
    return _parsed(xml, name, XMLParser())


def _parsed(xml: bytes, name: str, parser: Any) -> Element:
    if _DECLARES.search(xml[:4096]):
        raise BrokenFile(f"its part `{name}` declares entities, which no office program does")
    try:
        parser.feed(xml)
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise BrokenFile(f"its part `{name}` is no XML") from error
    if not isinstance(root, Element):
        raise BrokenFile(f"its part `{name}` is no XML")
    return root


class _Local:
    """Builds a tree of elements whose tags and attributes have no namespaces: two versions of the standard differ in
    these alone."""

    def __init__(self) -> None:
        self._open: list[Element] = []
        self._root: Element | None = None
        self._last: Element | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) >= _DEEPEST:
            raise ValueError("too deep")
        element = Element(tag.rpartition("}")[2], {key.rpartition("}")[2]: value for key, value in attributes.items()})
        if self._open:
            self._open[-1].append(element)
        else:
            self._root = element
        self._open.append(element)
        self._last = None

    def end(self, _tag: str) -> None:
        self._last = self._open.pop()

    def data(self, text: str) -> None:
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        elif self._open:
            self._open[-1].text = (self._open[-1].text or "") + text

    def close(self) -> Element | None:
        return self._root


def relations(archive: ZipArchive, part: str) -> dict[str, str]:
    """Targets of the relations of a part by their ids: parts of the archive, or addresses."""
    folder, _, name = part.rpartition("/")
    root = read_part(archive, f"{folder}/_rels/{name}.rels".lstrip("/"))
    found: dict[str, str] = {}
    for relation in root if root is not None else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode", "") != "External":
            target = _whole(folder, target)
        found[relation.get("Id", "")] = target
    return found


def related(archive: ZipArchive, part: str, kind: str) -> list[str]:
    """Parts that a part is related to by a kind of relation, such as ``styles``."""
    folder, _, name = part.rpartition("/")
    root = read_part(archive, f"{folder}/_rels/{name}.rels".lstrip("/"))
    return [
        _whole(folder, relation.get("Target", ""))
        for relation in (root if root is not None else ())
        if relation.get("Type", "").rpartition("/")[2] == kind
    ]


def _whole(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    parts: list[str] = []
    for step in f"{folder}/{target}".split("/"):
        if step == ".." and parts:
            parts.pop()
        elif step not in ("", ".", ".."):
            parts.append(step)
    return "/".join(parts)


def child(element: Element | None, *names: str) -> Element | None:
    """The element inside others, by their names from the outside in; None where one is missing."""
    for name in names:
        element = element.find(name) if element is not None else None
    return element


def value(element: Element | None, *names: str) -> str:
    """The attribute ``val`` of an inner element; empty where there is none."""
    found = child(element, *names)
    return found.get("val", "") if found is not None else ""
