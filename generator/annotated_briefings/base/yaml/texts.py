"""Texts in YAML: which of them are none, what a comment has cut off, and names that share one line."""

from collections.abc import Callable, Iterator
from unicodedata import category

from annotated_briefings.base.comments.html import without_comments
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source, line_of
from annotated_briefings.base.yaml.line_slips import OTHER_DASHES, dashes
from annotated_briefings.base.yaml.names import split_names
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.value_slips import in_code
from annotated_briefings.base.yaml.writer import in_double_quotes, listed, quoted

_NULL = "null"
_EMPTY = ("", "~", _NULL)
"""What is written for no value, by programs too. `Null` and `NULL` are names and words."""
_NOT_SEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters of other categories that show nothing: joiners, fillers and a blank pattern."""
_KEY = regex(r"(\s*(?:- +)*)([^\s:#\"'\[{][^:#]*):(?=\s|$)")
_ITEM = regex(r"\s*(?:- +)+")


def _shows(sign: str) -> bool:
    return not (
        sign.isspace()
        or category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")
        or sign in _NOT_SEEN
        or "\ufe00" <= sign <= "\ufe0f"
        or "\u180b" <= sign <= "\u180f"
        or "\U000e0100" <= sign <= "\U000e01ef"
    )


def is_seen(text: str) -> bool:
    """Whether a text has a character that readers can see."""
    return any(map(_shows, text))


def seen_part(key: str) -> str:
    """A key without characters that nobody sees."""
    return key if key.isascii() else "".join(filter(_shows, key))


def trimmed(text: str) -> str:
    """A text without white space around it; empty where nobody would see it."""
    text = text.strip()
    return text if text.isascii() or is_seen(text) else ""


def seen_text(node: Scalar, markdown: bool = False) -> str:
    """The text of a node, trimmed and without comments; Markdown, where they can be code, is left to its reader."""
    return trimmed(node.text if markdown else without_comments(node.text))


def is_empty(node: Node | None) -> bool:
    """Whether a node says nothing: no value, a text of no visible character, or a list or mapping of such."""
    if isinstance(node, Scalar):
        text = node.text
        # Most begin with a letter that everybody sees.
        return not (text[:1].isalnum() and text.isascii() and (text != _NULL or not node.plain)) and (
            (node.plain and text in _EMPTY) or not trimmed(text)
        )
    if node is None:
        return True
    if isinstance(node, Sequence):
        return all(map(_is_left_empty, node.items))
    return not node.unread and all(_is_left_empty(value) for _, value in node.pairs)


def is_empty_name(node: Node) -> bool:
    """The same for an entry of a list of names or texts, in which `null` is a word: nobody lists what is not there."""
    return is_empty(node) and not (isinstance(node, Scalar) and node.text == _NULL)


def _is_left_empty(node: Node) -> bool:
    """Whether a node says nothing, and no comment may be what it was to say."""
    return is_empty(node) and not (isinstance(node, Scalar) and node.comment)


def place_of(source: Source, node: Node) -> Place:
    """Where a node is, with the length of its text when it is a scalar."""
    return Place(source.path, node.line, node.column, len(node.text) if isinstance(node, Scalar) else 1)


def placed_names(source: Source, node: Scalar) -> Iterator[tuple[str, Place]]:
    """The names in one text, each at its place where the text is written as it is read."""
    quote = 0 if node.plain else 1
    text = without_comments(node.text)
    found = split_names(text)
    whole = len(found) == 1 or text != node.text or "\n" in node.text or node.style in ("|", ">")
    for at, name in found:
        if seen := trimmed(name):
            own = Place(source.path, node.line, node.column + at + quote, len(name))
            yield seen, place_of(source, node) if whole else own


def no_list(node: Scalar) -> str:
    """How a text that is where there must be a list of names is written as one; empty where it may be meant."""
    names = [name for _, name in split_names(node.text)]
    if node.plain and len(names) == 1 and node.end - node.start > len(node.text):
        # Several lines that YAML has joined.
        return "start each line with `- `"
    inside = node.text[1:-1] if node.text[:1] + node.text[-1:] in ("()", "<>") else ""
    if node.plain and inside and not set("()<>") & set(inside):
        return f"write {in_code(listed([name for _, name in split_names(inside)]))}"
    return ""


def list_remedy(node: Node, alone: Callable[[str], str] | None) -> str:
    """What to do about what is no list where there must be one of entries; ``alone`` as in ``Fields.entries``."""
    if isinstance(node, Scalar) and alone:
        return "write below it " + in_code(f"- {alone(node.text)}: {quoted(node.text)}")
    if isinstance(node, Scalar) and node.end - node.start <= len(node.text):
        return "write below it " + in_code(f"- {quoted(node.text)}")
    return "start each entry with `- `"


def glued_entry(source: Source, node: Scalar) -> Diagnostic | None:
    """What is wrong with a list whose first entry has another sign than a dash, or no space after it."""
    if not node.plain or not node.text or (node.text[0] != "-" and node.text[0] not in OTHER_DASHES):
        return None
    for slip in dashes(source.text.split("\n"), node.line - 1, frozenset()):
        place = Place(source.path, node.line, slip.column + 1, slip.length)
        return report("yaml", slip.message, place, help=slip.help, source=source)
    return None


def in_quotes(source: Source, node: Mapping) -> str:
    """An entry of a list whose first words were taken for a key, as a text, for a remedy; empty for any other."""
    if len(node.pairs) != 1:
        return ""
    key = node.pairs[0][0]
    line = line_of(source, key.line)
    start = _ITEM.match(line)
    if not start or start.end() != key.column - 1 or not (" " in key.text or key.text[:1].isupper()):
        return ""
    return in_code(line[: start.end()] + in_double_quotes(line[start.end() :].strip()))


def cut_text(source: Source, node: Scalar) -> Diagnostic | None:
    """What is wrong with a text of which a comment has cut something off."""
    if node.comment is None:
        return None
    line, column = node.comment
    written = line_of(source, line)
    place = Place(source.path, line, column, len(written) - column + 1)
    remedy = "put the whole value in quotes"
    start = _KEY.match(written) or _ITEM.match(written)
    whole = written[node.column - 1 :].strip()
    # Within brackets what ends the line may end more than the text.
    if start and line == node.line and whole[-1] not in ",]}" and not written[start.end() : node.column - 1].strip():
        remedy += f": `{start[0].strip()} {in_double_quotes(whole)}`"
    remedy += "; a comment goes on a line of its own"
    return report("cut-text", "the text ends here, since ` #` begins a comment", place, help=remedy, source=source)


def alone_in(node: Node) -> str:
    """The only text that a node holds, with or without brackets around it; empty where there is none, or several."""
    while isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    return node.text.strip() if isinstance(node, Scalar) else ""


def names_in_braces(node: Node) -> bool:
    """Whether a node is a list of names in the brackets of a mapping, `{cranes, ferries}`."""
    return (
        isinstance(node, Mapping)
        and node.flow
        and bool(node.pairs)
        and all(isinstance(value, Scalar) and not value.text for _, value in node.pairs)
    )


def text_remedy(source: Source, node: Node) -> str:
    """What to do about a list or a mapping where there must be a text, or a list of texts."""
    if isinstance(node, Mapping) and (whole := in_quotes(source, node)):
        return f"put quotes around the whole text: {whole}"
    if isinstance(node, Mapping) and names_in_braces(node):
        return f"write {in_code(listed([key.text for key, _ in node.pairs]))}"
    if isinstance(node, Sequence):
        return "take these brackets out" if node.flow else "write each text as an entry of its own"
    return "put each text in quotes"


def one_text_remedy(node: Node) -> str:
    """What to do about a list or a mapping where there must be one text."""
    if isinstance(node, Sequence) and node.items and isinstance(first := node.items[0], Scalar) and first.text:
        return f"it takes one text: write {in_code(quoted(first.text))}"
    return "put it on one line, in quotes if it holds a colon"
