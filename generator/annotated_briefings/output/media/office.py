"""Office files that are zip files: Word, Excel, PowerPoint, OpenDocument and EPUB.

What names persons, programs and times is left out of the files in them, pictures in them are cleaned, what they do not
list is left out, and one with tracked changes, remarks or hidden words is refused: what it shows is not all that it
says.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from annotated_briefings.base.regex import regex
from annotated_briefings.output.media.zips import ZIP, Packed, clean_packed, clean_zip, packed_anew, unpacked
from annotated_briefings.output.unclear import Unclear

__all__ = ["ZIP", "clean_office"]
_EMPTIED = regex(r"docProps/(?:core|app|custom)\.xml\Z|(?:.*/)?meta\.xml\Z")
_DROPPED = regex(r"docProps/thumbnail\.|Thumbnails/|(?:word|xl|ppt)/(?:people|persons/.*|commentAuthors)\.xml\Z")
_REMARKS = regex(
    r"(?:word|ppt|xl)/(?:(?:threaded)?comments?\w*/|comments\w*\.xml\Z)|xl/(?:revisions|externalLinks)/|ppt/notesSlides/"
    r"|_xmlsignatures/|META-INF/documentsignatures\.xml\Z",
    re.IGNORECASE,
)
"""Remarks, earlier states, copies of cells of other files, notes of speakers, and signatures, which any change would
break."""
_CHANGES = regex(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange)\b|<text:tracked-changes\b|<office:annotation\b")
_HIDDEN = regex(
    rb"<w:r\b(?:(?!</w:r>).)*<w:vanish\b(?!\s+w:val=\"(?:0|false|off)\")(?:(?!</w:r>).)*<w:t\b"
    rb"|<sheet\s[^>]*\bstate=\"(?:h|veryH)idden\"|<(?:row|col)\s[^>]*\bhidden=\"(?:1|true)\"|<p:sld\s[^>]*\bshow=\"(?:0|false)\""
    rb"|text:display=\"none\"|table:(?:display=\"false\"|visibility=\"(?:collapse|filter)\")|<text:hidden-(?:text|paragraph)\b",
    re.DOTALL,
)
"""Words, sheets, rows, columns and slides that no reader sees."""
_TRACES = regex(rb' w:rsid\w*="[^"]*"|<w:rsid\w* [^>]*/>|<x15ac:absPath\b[^>]*/>| userName="[^"]*"')
"""Numbers of sessions, folders and names of those who worked on a document."""
_PRINTERS = regex(rb'(config:name="Printer(?:Name|Setup)"[^>]*>)[^<]*')
_TEXT = regex(rb">[^<]+<")
_FORMS = ("[Content_Types].xml", "mimetype")
_TARGET = regex(r"""<Relationship\s[^>]*?\bTarget\s*=\s*["']([^"']+)["']""")
_ITEM = regex(r"""<(?:\w+:)?item\s[^>]*?\bhref\s*=\s*["']([^"']+)["']""")
_ROOT = regex(r"""<(?:\w+:)?rootfile\s[^>]*?\bfull-path\s*=\s*["']([^"']+)["']""")
_ENTRY = regex(r"""\bmanifest:full-path\s*=\s*["']([^"']+)["']""")
_OWN_DATA = regex(r"customXml/item\d+\.xml\Z")
_EMPTY_DATA = regex(rb"\A(\s*(?:<\?xml[^>]*\?>\s*)?<([^\s/>!?]+)[^>]*?)(?:/>.*|>.*)\Z", re.DOTALL)


def clean_office(data: bytes, clean: Callable[[bytes], bytes]) -> bytes:
    """A document, or another zip file, without metadata. ``clean`` cleans a file in it. Raises Unclear."""
    files = unpacked(data)
    names = [info.filename for info, _ in files]
    if not any(mark in names for mark in _FORMS):
        return clean_zip(files, clean)
    if any(map(_REMARKS.search, names)) or len(set(names)) < len(names):
        raise Unclear
    return packed_anew(_cleaned(files, clean), times=False)


def _cleaned(files: list[Packed], clean: Callable[[bytes], bytes]) -> Iterator[Packed]:
    listed = _listed({info.filename: content for info, content in files})
    bound = any(b"dataBinding" in content for info, content in files if info.filename.startswith("word/"))
    for info, content in files:
        name = info.filename
        if _DROPPED.search(name) or (name not in listed and not name.endswith("/")):
            continue
        if _OWN_DATA.match(name) and not bound:
            yield info, _EMPTY_DATA.sub(rb"\1></\2>", content)
        else:
            yield info, _clean_part(name, content, clean)


def _listed(files: dict[str, bytes]) -> frozenset[str]:
    """The files of a document that it lists: others are opened by no program."""
    found = {name for name in files if name in _FORMS or name.startswith("META-INF/") or name.endswith(".rels")}
    for name, content in files.items():
        text = content.decode("utf-8", "replace") if name.endswith((".rels", ".opf", ".xml")) else ""
        if name.endswith(".rels"):
            found |= _places(dirname(dirname(name)), _TARGET.findall(text))
        elif name.endswith(".opf"):
            found |= _places(dirname(name), _ITEM.findall(text))
        elif name == "META-INF/container.xml":
            found |= _places("", _ROOT.findall(text))
        elif name == "META-INF/manifest.xml":
            found |= _places("", _ENTRY.findall(text))
    return frozenset(found)


def _places(folder: str, targets: list[str]) -> set[str]:
    plain = (unescape(target).partition("#")[0] for target in targets)
    paths = {path for target in plain for path in (target, unquote(target))}
    return {normpath(join("/" + folder, path)).lstrip("/") for path in paths}


def _clean_part(name: str, content: bytes, clean: Callable[[bytes], bytes]) -> bytes:
    if _EMPTIED.match(name):
        return _TEXT.sub(b"><", content)
    made = clean_packed(name + (".xml" if name.endswith((".rels", ".opf", ".ncx")) else ""), content, clean)
    if name.endswith((".xml", ".rels")):
        if _CHANGES.search(made) or _HIDDEN.search(made):
            raise Unclear
        return _PRINTERS.sub(rb"\1", _TRACES.sub(b"", made))
    return made
