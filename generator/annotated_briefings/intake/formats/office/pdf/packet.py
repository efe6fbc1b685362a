"""What the metadata of a PDF file (XMP, ISO 16684-1) say of who may read it: rights, instructions, terms, embargoes."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.office.package import whole_tree
from annotated_briefings.intake.formats.packed.zip_file import BrokenFile

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_OWN = "http://ns.adobe.com/pdfx/"
"""Where programs keep the properties that people have named themselves."""
_NAMES = regex(
    r"(?:access)?rights|usageterms|instructions|embargo\w*|killdate|expirationdate|keywords|title|description|headline"
    r"|\w*(?:conditions|constraints|restrictions)(?:text)?|classification|sensitivity|confidentiality|status",
    re.IGNORECASE,
)
_MOST = 200
"""Properties that are looked at."""


def packet_properties(packet: bytes) -> tuple[tuple[str, str], ...]:
    """The properties of a packet of metadata that may say so, by name; none where it cannot be read."""
    try:
        tree = whole_tree(packet.strip(b"\x00 \r\n\t"), "metadata")
    except (BrokenFile, RecursionError):
        return ()
    found = (pair for one in tree.iter(f"{{{_RDF}}}Description") for pair in _stated(one))
    return tuple(pair for _, pair in zip(range(_MOST), found, strict=False))


def _stated(description: Element) -> Iterator[tuple[str, str]]:
    for name, value in description.attrib.items():
        yield from _named(name, value)
    for one in description:
        listed = [item.text or "" for item in one.iter(f"{{{_RDF}}}li")]
        yield from _named(one.tag, ", ".join(listed) if listed else one.text or "")


def _named(name: str, value: str) -> Iterator[tuple[str, str]]:
    space, _, local = name.rpartition("}")
    known = _NAMES.fullmatch(local) or space[1:].startswith(_OWN)
    if space[1:] == _DUBLIN_CORE and local == "subject":
        yield "keywords", value.strip()
    elif known and value.strip():
        yield local, value.strip()
