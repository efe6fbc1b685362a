"""YAML text that is read back word for word."""

from collections.abc import Iterable, Mapping, Sequence

from annotated_briefings.base.regex import regex

Data = str | bool | Sequence["Data"] | Mapping[str, "Data"]
"""What YAML holds: texts, yes or no, lists and mappings."""
_PLAIN = regex(r"[A-Za-z][\w ./%()’“”€$£é-]*(?<! )")
_LETTERS = regex(r"[^\W\d_][\w ./%()-]*(?<! )")
_DATE = regex(r"\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\dZ)?)?")
_BARE = regex(r"[^\W_][\w./+-]*(?::[\w./+-]+)*(?: \d\d?:\d\d(?::\d\d)?)?")
_WORDS = frozenset("true false yes no on off null y n".split())
_WIDE = 90
"""Longest list of texts that is written on one line, in characters."""


class AsTyped(str):
    """A text that our reader takes for the text that it is: a date, a number, a word. It is written without quotes."""

    __slots__ = ()

    @classmethod
    def where_safe(cls, text: str) -> str:
        """The text as one, unless its signs could mean something else in YAML."""
        return cls(text) if _BARE.fullmatch(text) else text


def quoted(text: str) -> str:
    """A text as a YAML scalar: plain where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return in_double_quotes(text)


def in_double_quotes(text: str) -> str:
    """A text between double quotes."""
    out = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    out = "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in out)
    return f'"{out}"'


def listed(texts: Iterable[str]) -> str:
    """Texts as a YAML list on one line; commas and brackets are safe in double quotes."""
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def scalar(value: str | bool) -> str:
    """A value on one line; dates stay without quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, AsTyped):
        return str(value)
    if _DATE.fullmatch(value) or (_LETTERS.fullmatch(value) and value.lower() not in _WORDS):
        return value
    return quoted(value)


def in_brackets(value: Data) -> str:
    """Any value on one line."""
    if isinstance(value, str | bool):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {in_brackets(inner)}" for key, inner in value.items()) + "}"
    return "[" + ", ".join(map(in_brackets, value)) + "]"


def literal(text: str, indent: int) -> list[str] | None:
    """A text of several lines as a block of lines, the mark before it first; None where only quotes keep it whole."""
    lines = text.removesuffix("\n").split("\n")
    safe = all(c.isprintable() or c == "\t" for line in lines for c in line)
    if (len(lines) < 2 and not text.endswith("\n")) or not safe or text.endswith("\n\n") or not lines[-1].strip():
        return None
    if not lines[0].strip() or lines[0][0].isspace():
        return None
    pad = " " * indent
    return ["|" if text.endswith("\n") else "|-", *(pad + line if line else "" for line in lines)]


def pair_lines(key: str, value: Data, indent: int) -> list[str]:
    """A key with its value, in lines that start at a column (from 0)."""
    head = " " * indent + scalar(key) + ":"
    if isinstance(value, str):
        block = literal(value, indent + 2)
        return [f"{head} {block[0]}", *block[1:]] if block else [f"{head} {scalar(value)}"]
    if isinstance(value, bool):
        return [f"{head} {scalar(value)}"]
    if isinstance(value, Mapping):
        inner = [line for pair in value.items() for line in pair_lines(*pair, indent + 2)]
        return [head, *inner] if inner else [f"{head} {{}}"]
    flat = in_brackets(value)
    if len(flat) <= _WIDE and all(isinstance(item, str) for item in value):
        return [f"{head} {flat}"]
    return [head, *(line for item in value for line in item_lines(item, indent + 2))]


def item_lines(value: Data, indent: int) -> list[str]:
    """An entry of a list, in lines that start at a column (from 0)."""
    pad = " " * indent
    if isinstance(value, Mapping) and value:
        first, *rest = [line for pair in value.items() for line in pair_lines(*pair, indent + 2)]
        return [f"{pad}- {first.lstrip()}", *rest]
    return [f"{pad}- {in_brackets(value)}"]
