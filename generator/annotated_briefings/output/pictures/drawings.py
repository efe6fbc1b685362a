"""Drawings (SVG) with nothing but the drawing: without names and data of the programs that made them, remarks, scripts,
what lies on other hosts, and the metadata of the pictures in them."""

import re
from collections.abc import Callable
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from annotated_briefings.base.regex import regex
from annotated_briefings.output.pictures.drawing_names import ATTRIBUTES, ELEMENTS, NAMED, WRITTEN
from annotated_briefings.output.pictures.embedded import NOTHING
from annotated_briefings.output.unclear import Unclear

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_START = regex(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*|<!DOCTYPE\s+(?:[^\[>]"
    r"|\[[^\]]*\])*>\s*)*<(?:[\w.-]+:)?svg[\s/>]",
    re.DOTALL | re.IGNORECASE,
)
_FOREIGN = regex(r"""xmlns:[\w.-]+\s*=\s*["'](?!http://www\.w3\.org/(?:2000/svg|1999/xlink|XML/1998/namespace)["'])""")
_ENTITY = regex(r"<!ENTITY(?P<rest>[^>]*)>", re.IGNORECASE)
_URL = regex(r"url\(\s*([\"']?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_IMPORT = regex(r"@import\b[^;]*;?", re.IGNORECASE)
_OF_PROGRAM = regex(r"(?:^|(?<=[;{\s]))-inkscape-[\w-]+\s*:[^;}]*;?")
_ESCAPED = regex(r"\\([0-9a-fA-F]{1,6}\s?|.)", re.DOTALL)
_HIDDEN = regex(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_DEEPEST = 200
_LINK = regex(r"https?://", re.IGNORECASE)
_NAMES = regex(r"[\w.:-]+")


def is_drawing(head: bytes) -> bool:
    """Whether a file that begins with some bytes is a drawing."""
    return _START.match(_text(head)) is not None


def _text(data: bytes) -> str:
    wide = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2])
    return data[2:].decode(wide, "replace") if wide else data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def clean_drawing(data: bytes, clean_addresses: Callable[[str], str]) -> bytes:
    """A drawing with what decides how it looks alone; the bytes that were given where there is nothing else in it.
    ``clean_addresses`` cleans the pictures that are in a text as addresses. Raises Unclear."""
    text = _text(data)
    if any("&" in entity["rest"] or "SYSTEM" in entity["rest"] for entity in _ENTITY.finditer(text)):
        # Entities in entities can grow without end, and others lie in other files.
        raise Unclear
    try:
        builder = ElementTree.TreeBuilder(insert_comments=True, insert_pis=True)
        root = ElementTree.fromstring(data, ElementTree.XMLParser(target=builder))
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise Unclear from error
    drawing = _Drawing(root, clean_addresses)
    if drawing.name(root) != "svg":
        raise Unclear
    made = drawing.written(root, 0)
    # Comments outside the root are no part of the tree.
    outside = "<!DOCTYPE" in text or text.count("<!--") > drawing.comments or text.count("<?") > ("<?xml" in text[:100])
    if not drawing.changed and not outside and not _FOREIGN.search(text):
        return data
    return made.encode()


class _Drawing:
    """Writes the parts of one drawing."""

    def __init__(self, root: ElementTree.Element, clean_addresses: Callable[[str], str]) -> None:
        self._clean_addresses = clean_addresses
        self._namespace = str(root.tag).startswith("{")
        self._named = self._references(root)
        self._changes = any(
            self.name(one) in ("set", "animate") or (self.name(one) == "style" and "display" in (one.text or ""))
            for one in root.iter()
        )
        self.changed = False
        self.comments = 0

    def name(self, element: ElementTree.Element) -> str:
        """The name of an element of drawings; empty for one of another kind."""
        tag = element.tag
        if not isinstance(tag, str):
            return ""
        space, _, name = tag.rpartition("}")
        return name if space == (f"{{{_SVG}" if self._namespace else "") else ""

    def _references(self, root: ElementTree.Element) -> frozenset[str]:
        """The names to which the drawing itself refers."""
        found: set[str] = set()
        for element in root.iter():
            values = [*element.attrib.values(), (element.text or "") if self.name(element) == "style" else ""]
            for value in values:
                parts = value.split("#")[1:] if "#" in value else []
                found.update(match[0] for part in parts if (match := _NAMES.match(part)))
            for key in ("begin", "end"):
                found.update(part.strip().partition(".")[0] for part in element.get(key, "").split(";"))
        return frozenset(found)

    def written(self, element: ElementTree.Element, depth: int) -> str:
        """An element with all in it; empty for one that is no part of the drawing."""
        if depth > _DEEPEST:
            raise Unclear
        name = self.name(element)
        if name not in ELEMENTS or self._acts(name, element) or self._is_never_drawn(element):
            self.changed = True
            return ""
        attributes = "".join(self._attribute(name, key, value) for key, value in element.attrib.items())
        if not depth and self._namespace:
            linked = any(key.startswith(f"{{{_XLINK}}}") for one in element.iter() for key in one.attrib)
            attributes = f' xmlns="{_SVG}"' + (f' xmlns:xlink="{_XLINK}"' if linked else "") + attributes
        inside = self._words(name, element.text)
        for child in element:
            inside += self.written(child, depth + 1) + self._words(name, child.tail)
        return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"

    def _is_never_drawn(self, element: ElementTree.Element) -> bool:
        """Whether an element is hidden, and nothing in the drawing shows it: no style sheet, no animation, no use of a
        part of it. What is in it would be read in the file alone."""
        hidden = element.get("display", "").strip() == "none" or _HIDDEN.search(element.get("style", ""))
        return bool(hidden) and not self._changes and not any(one.get("id") in self._named for one in element.iter())

    def _words(self, name: str, text: str | None) -> str:
        """Text between elements: blanks, but where words are drawn."""
        if not text:
            return ""
        if name == "style":
            return escape(self._style(text))
        if name in WRITTEN or not text.strip():
            return escape(text)
        self.changed = True
        return ""

    def _acts(self, name: str, element: ElementTree.Element) -> bool:
        """Whether an animation would change where a link leads, or run a script."""
        target = element.get("attributeName", "").lower()
        return name in ("animate", "set", "animateTransform") and (target.endswith("href") or target.startswith("on"))

    def _attribute(self, name: str, key: str, value: str) -> str:
        kept = self._kept(name, key, value)
        if kept != value:
            self.changed = True
        if kept is None:
            return ""
        space, _, bare = key.rpartition("}")
        prefix = {f"{{{_XLINK}": "xlink:", f"{{{_XML}": "xml:"}.get(space, "")
        return f" {prefix}{bare}={quoteattr(kept)}"

    def _kept(self, name: str, key: str, value: str) -> str | None:
        """The value of an attribute as it is published; None for one that is left out."""
        space, _, bare = key.rpartition("}")
        if space == f"{{{_XML}":
            return value if bare in ("space", "lang") else None
        if space not in ("", f"{{{_XLINK}") or (space and bare != "href") or bare not in ATTRIBUTES:
            return None
        if bare == "href":
            return self._target(name, value.strip())
        if bare == "id":
            return value if value in self._named or name in NAMED else None
        return self._style(value) if bare == "style" or "url" in value.lower() or "\\" in value else value

    def _target(self, name: str, value: str) -> str | None:
        """Where something leads: within the drawing, a picture in it, or for a link a page."""
        if value.startswith("#") or (name == "a" and _LINK.match(value)):
            return value
        if name in ("image", "feImage") and value.lower().startswith("data:"):
            cleaned = self._clean_addresses(value)
            return None if cleaned == NOTHING else cleaned
        return None

    def _style(self, css: str) -> str:
        """Declarations without remarks, without what lies elsewhere, and with clean pictures."""
        plain = _ESCAPED.sub(_unescaped, css)
        if any(len(pattern.findall(plain)) != len(pattern.findall(css)) for pattern in (_URL, _IMPORT)):
            # Written with escapes, so that it is not seen.
            raise Unclear
        made = _OF_PROGRAM.sub("", _IMPORT.sub("", _COMMENT.sub("", css)))
        made = _URL.sub(self._address, made)
        self.changed = self.changed or made != css
        return made

    def _address(self, found: re.Match[str]) -> str:
        target = found[2].strip()
        if target.startswith("#"):
            return found[0]
        if target.lower().startswith("data:"):
            return f"url({found[1]}{self._clean_addresses(target)}{found[1]})"
        return f"url({NOTHING})"


def _unescaped(found: re.Match[str]) -> str:
    """A character that a style sheet writes by its number."""
    try:
        return chr(int(found[1], 16))
    except (ValueError, OverflowError):
        return found[1]
