"""Words of one line of HTML: as plain text and as Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from bs4.element import NavigableString, Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.intake.compose import escape_markdown

Node = Tag | NavigableString
_INVISIBLE = regex("[\u00ad\u200b\u2060\ufeff]")
_SPACE = regex(r"\s+")
_EDGES = regex(r" *\n *")
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_STRONG, _EMPHASIS = ("strong", "b"), ("em", "i", "cite", "dfn")
_STARTS = regex(r"(?:[#>+=:~-]|\d{1,9}(?=[.)](?: |$))|\||`{3})")
_CONTROLS = ("input", "select", "option", "textarea", "button")
_BREAKING = ("p", "div", "center", "section", "article", "li", "dd", "dt", "td", "th", "tr", "h1", "h2", "h3", "h4")
"""Elements that part words, where they are among inline ones."""
_LONGEST_WRAPPED = 45
"""Letters of a line from which on its break may be the width of a window and not the author's."""
_STOP = regex(rf"[{STOPS}:;”\"»)\]]$")


def pieces(tag: Tag) -> Iterator[Node]:
    """The elements and texts in a tag: no comments and the like."""
    for child in tag.children:
        if isinstance(child, Tag) or type(child) is NavigableString:
            yield child


def plain(nodes: Iterable[Node]) -> str:
    """The words of some inline nodes, with a line feed for each line break that they hold."""
    return _tidy("".join(map(_words, nodes)))


def markdown(nodes: Iterable[Node]) -> str:
    """The Markdown of some inline nodes, with a line feed for each line break that they hold."""
    return _tidy("".join(map(_marked, nodes)))


def lines(nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
    """The paragraphs of some inline nodes, plain and as Markdown: two line breaks part them, one breaks the line.

    A single break at the end of a long line that goes on in lower case is the width of somebody's window, and a blank.
    """
    words, marked = plain(nodes).split("\n"), markdown(nodes).split("\n")
    if len(words) != len(marked):
        # A mark around a line break: the words are right in any case.
        marked = [escape_markdown(line) for line in words]
    held: list[tuple[str, str]] = []
    for word, mark in zip((*words, ""), (*marked, ""), strict=True):
        if word or mark:
            held.append((word, mark))
        elif held:
            yield _joined(held)
            held = []


def _joined(held: Sequence[tuple[str, str]]) -> tuple[str, str]:
    text, mark = held[0][0], _guarded(held[0][1], held[0][0])
    for (above, _), (word, one) in pairwise(held):
        wrapped = len(above) > _LONGEST_WRAPPED and not _STOP.search(above) and word[:1].islower()
        text = f"{text} {word}".strip()
        mark = f"{mark} {one}" if wrapped else f"{mark}\\\n{_guarded(one, word)}"
    return text, mark


def _guarded(mark: str, word: str) -> str:
    """A line of Markdown whose first sign opens no list, heading or quotation."""
    if mark[:1].isdigit() and _STARTS.match(mark):
        return re.sub(r"^(\d+)([.)])", r"\1\\\2", mark)
    return "\\" + mark if word and _STARTS.match(mark) else mark


def _tidy(text: str) -> str:
    return _EDGES.sub("\n", re.sub(" {2,}", " ", text)).strip()


def _control(node: Tag) -> str:
    """What a control says: whether a point of a list of tasks is done."""
    point = node.find_parent("li") if _is_box(node) else None
    if point is None or point.parent is None or node.find_parent("form") is not None:
        return " "
    points = point.parent.find_all("li", recursive=False)
    if not all(any(map(_is_box, one.find_all("input"))) for one in points):
        return " "
    return "[x] " if node.has_attr("checked") else "[ ] "


def _is_box(node: Tag) -> bool:
    return node.name == "input" and str(node.get("type") or "").strip().lower() == "checkbox"


def _words(node: Node) -> str:
    if isinstance(node, NavigableString):
        return _string(node)
    if node.name == "img":
        return str(node.get("alt") or "")
    if node.name == "br":
        return "\n"
    if node.name in _CONTROLS:
        return _control(node)
    text = "".join(map(_words, pieces(node)))
    return f" {text} " if node.name in _BREAKING else _shown(node, text)


def _string(node: NavigableString) -> str:
    """The words of a text, without signs that nobody sees; comments and the like have none."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", str(node))) if type(node) is NavigableString else ""


def _shown(node: Tag, text: str) -> str:
    """The words of an element with the signs that its form stands for."""
    if node.name == "sup":
        return _shifted(text, _RAISED, "^")
    if node.name == "sub":
        return _shifted(text, _LOWERED, "_")
    return f"“{text.strip()}”" if node.name == "q" and text.strip() else text


def _shifted(text: str, table: dict[int, int], sign: str) -> str:
    """Raised or lowered words: without a sign of their own `10` and a raised `6` would be 106."""
    core = text.strip()
    if core and all(ord(c) in table for c in core):
        return text.translate(table)
    if core.isalpha() and len(core) < 4 and sign == "^":
        # As in 1st, Mme, No.
        return text
    return f"{sign}({core})" if any(c.isdigit() for c in core) and not core.startswith("[") else text


def _marked(node: Node) -> str:
    """Inline HTML as Markdown."""
    if isinstance(node, NavigableString):
        return escaped(_string(node))
    if node.name == "img":
        return picture(node)
    if node.name == "br":
        return "\n"
    if node.name in _CONTROLS:
        return escaped(_control(node))
    text = "".join(map(_marked, pieces(node)))
    text = f" {text} " if node.name in _BREAKING else text
    core = text.strip()
    if not core:
        return text
    left, right = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if node.name in ("sup", "sub", "q"):
        return left + (escaped(_shown(node, node.get_text())).strip() if "](" not in core else core) + right
    address = str(node.get("href") or "") if node.name == "a" else ""
    if address:
        core = core if "](" in core else f"[{core}]({_target(address)})"
    elif "\n" in core or _touches(node, core):
        return text
    elif node.name in _STRONG:
        core = core if "**" in core else f"**{core}**"
    elif node.name in _EMPHASIS:
        core = core if core.startswith("*") or core.endswith("*") else f"*{core}*"
    elif node.name == "code":
        core = f"`{node.get_text().strip()}`" if "`" not in node.get_text() else core
    return left + core + right


def _touches(node: Tag, core: str) -> bool:
    """Whether marks of emphasis would be read as signs: beside a letter outside and a sign inside them."""
    before, after = node.previous_sibling, node.next_sibling
    left = before.get_text()[-1:] if before is not None else ""
    right = after.get_text()[:1] if after is not None else ""
    return (left.isalnum() and not core[0].isalnum()) or (right.isalnum() and not core[-1].isalnum())


def picture(tag: Tag) -> str:
    """A picture as Markdown. One of one sign, or one that has no address on the web, is its words."""
    alt = _SPACE.sub(" ", str(tag.get("alt") or "")).strip()
    source = str(tag.get("src") or "")
    return f"![{escaped(alt)}]({_target(source)})" if source and len(alt) > 2 else escaped(alt)


def escaped(text: str) -> str:
    """Words between marks: escaped, but without the care that only the start of a paragraph needs."""
    return escape_markdown("x" + text)[1:] if text else ""


def _target(url: str) -> str:
    return url.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
