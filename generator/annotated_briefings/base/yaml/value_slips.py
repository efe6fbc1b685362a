"""Slips in the value of a line of YAML: quotation marks, brackets, signs and colons."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.yaml.slips import Finder, Slip
from annotated_briefings.base.yaml.writer import in_double_quotes

LINE = regex(
    r"(?P<head>\s*(?:- +)*)(?:(?P<key>\"[^\"]+\"|'[^']+'|[^\W_][\w./-]*):(?P<gap>[ \t]+))?(?P<value>\S.*?)\s*\Z"
)
"""A line with a value: indent and dashes, a key with its colon, and the value."""
_LONGEST = 200
"""Longest line that a remedy writes out."""
_MARKS = {
    "“": "”“",
    "”": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "‘": "’‘",
    "‚": "‘’",
    "‹": "›",
    "「": "」",
    "『": "』",
    "＂": "＂",
    "〝": "〞",
}
"""Marks that open a quotation in print, and those that close it."""
_SIGNS = "@`%&*!|>?,]}#:-"
"""What no text may begin with that is not in quotes."""
_COLON = regex(r":(?=\s|\Z)")
_SURROGATE = regex(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_ESCAPED = regex(r"\\(?![0abtnvfre \"/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})")
_CLOSING = {"[": "]", "{": "}"}
_INNER_KEY = regex(r"\s*(?:\"[^\"]*\"|'[^']*'|[\w./-]+):(?:\s+|\Z)")


def in_code(line: str) -> str:
    """A line as a remedy shows it; empty where it is too long to be shown."""
    line = line.strip()
    return (
        f"`{line}`" if len(line) <= _LONGEST and "`" not in line else f"`` {line} ``" if len(line) <= _LONGEST else ""
    )


def _slip(lines: Sequence[str], number: int, match: re.Match[str], message: str, advice: str, value: str) -> Slip:
    """A slip in the value of a line, which is to be written in another way."""
    repaired = lines[number][: match.start("value")] + value
    shown = in_code(repaired)
    return Slip(
        number,
        match.start("value"),
        len(match["value"]),
        message,
        f"{advice}: {shown}" if shown else advice,
        (repaired,),
    )


def printed_quotes(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """Quotation marks of print around a value."""
    match = LINE.match(lines[number])
    if match and (value := match["value"])[0] in _MARKS:
        inner = value[1:-1] if len(value) > 1 and value[-1] in _MARKS[value[0]] else value
        message = f"`{value[0]}` is a mark of print, and does not quote in YAML"
        yield _slip(lines, number, match, message, "use straight marks", in_double_quotes(inner))


def quotation_marks(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """Quotation marks in quotation marks, and text after them."""
    match = LINE.match(lines[number])
    if match is None or (mark := match["value"][0]) not in "\"'":
        return
    value = match["value"]
    ended = re.match(r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'", value)
    if ended and value[ended.end() :].strip(" ") in (",", ";"):
        sign = value[-1]
        yield _slip(lines, number, match, f"a `{sign}` is after the value", "take it out", ended[0])
    closed = len(value) > 1 and value[-1] == mark
    inner = value[1:-1] if closed else value[1:]
    if mark in inner:
        first = inner.index(mark)
        opens = not first or inner[first - 1] in " (" or (mark == "'" and inner[first + 1 : first + 2].isalnum())
        if closed and opens:
            message = "a quotation mark within the text ends it"
            advice = "write it so"
            yield _slip(lines, number, match, message, advice, _between(inner, mark))
        else:
            message = "the text goes on after the quotation mark that closes it"
            yield _slip(lines, number, match, message, "put quotes around the whole text", _between(value, mark))
    if mark == '"' and (half := _SURROGATE.search(value)):
        message = f"`{half[0]}` is half of a character"
        yield _slip(
            lines, number, match, message, "take it out, or write the character itself", _SURROGATE.sub("", value)
        )
    if mark == '"' and closed and _ESCAPED.search(value):
        message = "a backslash between double quotes has a meaning of its own"
        single = "'" + inner.replace("'", "''") + "'"
        yield _slip(lines, number, match, message, "put the text between single quotes", single)


def _between(text: str, mark: str) -> str:
    """A text in quotes, in single ones where it holds double ones alone."""
    return f"'{text}'" if "'" not in text and mark == '"' else in_double_quotes(text)


def _value_end(lines: Sequence[str], number: int) -> int:
    """The last line of a value that begins on a line: the one before the next that is no further to the right."""
    indent = len(lines[number]) - len(lines[number].lstrip(" "))
    end = number
    for later in range(number + 1, len(lines)):
        line = lines[later]
        if line.strip() and (
            len(line) - len(line.lstrip(" ")) <= indent or re.match(r"\s*(?:- +)*\w[\w-]*:(\s|$)", line)
        ):
            break
        if line.strip():
            end = later
    return end


def unclosed(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A quotation mark or a bracket that is never closed."""
    match = LINE.match(lines[number])
    if match is None or match["value"][0] not in "\"'[{":
        return
    opening = match["value"][0]
    closing = _CLOSING.get(opening, opening)
    end = _value_end(lines, number)
    column = match.start("value")
    last = lines[end].rstrip()
    what = "the quotation mark" if opening == closing else f"the `{opening}`"
    message = f"{what} that opens here is never closed"
    if opening == closing:
        repaired = last + closing
    else:
        value = "\n".join([match["value"], *lines[number + 1 : end + 1]]).rstrip()
        open_ones = _open_brackets(value[:-1])
        if value[-1] in "]}" and open_ones[-1:] != [value[-1]]:
            how = "holds another that is never closed" if value[-1] == closing else f"is closed by `{value[-1]}`"
            message = f"{what} that opens here {how}"
            repaired = last[:-1] + "".join(reversed(open_ones))
        else:
            repaired = last.rstrip(",") + "".join(reversed(_open_brackets(value)))
    where = "close it" if end == number else "close it on line \0"
    shown = in_code(repaired)
    advice = f"{where}: {shown}" if shown else f"{where} with `{closing}`"
    yield Slip(number, column, 1, message, advice, (*lines[number:end], repaired), end - number + 1)


def _open_brackets(value: str) -> list[str]:
    """What closes the brackets that a value leaves open, the last one last."""
    out: list[str] = []
    for sign in value:
        if sign in _CLOSING:
            out.append(_CLOSING[sign])
        elif out[-1:] == [sign]:
            out.pop()
    return out


def bracketed(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A text that begins with a bracket, and a list or a mapping in brackets with an entry that needs quotes."""
    match = LINE.match(lines[number])
    if match is None or (opening := match["value"][0]) not in _CLOSING:
        return
    value = match["value"]
    if _closes(value) == len(value) - 1:
        made, what = _entries_quoted(value)
        if made != value:
            yield _slip(lines, number, match, what, "put it in quotes", made)
    elif _closes(value) < len(value) - 1:
        message = f"a text that begins with `{opening}` must be in quotes"
        yield _slip(lines, number, match, message, "put quotes around the whole text", in_double_quotes(value))


def _closes(value: str) -> int:
    """Where the bracket that opens a value is closed; the end where it never is."""
    depth = 0
    for place, sign in enumerate(value):
        depth += (sign in _CLOSING) - (sign in "]}")
        if not depth:
            return place
    return len(value)


def _split(inner: str) -> list[str]:
    """The entries between brackets."""
    out, depth, quote = [""], 0, ""
    for sign in inner:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and not out[-1].strip(" ").rpartition(": ")[2].strip():
            quote = sign
        depth += (sign in "[{") - (sign in "]}") if not quote else 0
        if sign == "," and not depth and not quote:
            out.append("")
        else:
            out[-1] += sign
    return out


def _entries_quoted(value: str) -> tuple[str, str]:
    """A list or mapping in brackets whose entries are in quotes where they must be, and what was wrong."""
    what = ""
    out: list[str] = []
    for entry in _split(value[1:-1]):
        key = _INNER_KEY.match(entry) if value[0] == "{" else None
        head = key[0] if key else entry[: len(entry) - len(entry.lstrip())]
        text = entry[len(head) :].rstrip()
        if text[:1] in ("[", "{") and text[-1:] == _CLOSING[text[0]]:
            made, inner = _entries_quoted(text)
            what = what or inner
            out.append(head + made)
            continue
        fault = _unsafe(text)
        what = what or fault
        out.append(head + (in_double_quotes(_bare(text)) if fault else text))
    return value[0] + ",".join(out) + value[-1], what


def _bare(text: str) -> str:
    """A text without the marks of print around it."""
    return text[1:-1] if len(text) > 1 and text[0] in _MARKS and text[-1] in _MARKS[text[0]] else text


def _unsafe(text: str) -> str:
    """What is wrong with an entry between brackets that is not in quotes; empty where nothing is."""
    if not text or re.fullmatch(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', text):
        return ""
    if text[0] == "#" or " #" in text:
        return "`#` begins a comment here"
    if _COLON.search(text):
        return "a text with a colon must be in quotes"
    if text[0] in "\"'":
        return "the text goes on after the quotation mark that closes it"
    if text[0] in _SIGNS and not re.match(r"[-:?][^\s]", text):
        return f"a text that begins with `{text[0]}` must be in quotes"
    return "a text with brackets must be in quotes" if re.search(r"[\[\]{}]", text) else ""


def signs(lines: Sequence[str], number: int, _: frozenset[str]) -> Iterator[Slip]:
    """A text that begins with a sign that means something else."""
    match = LINE.match(lines[number])
    if match and (match["key"] or "-" in match["head"]) and (sign := match["value"][0]) in _SIGNS:
        message, advice = f"a text that begins with `{sign}` must be in quotes", "put quotes around the whole text"
        if sign == "!" and (tag := match["value"].split()[0]) != "!":
            message = f"`{tag}` is a tag of YAML, and no file of a site has one"
            advice = f"take `{tag}` out, or {advice}"
        yield _slip(lines, number, match, message, advice, in_double_quotes(match["value"]))


def colons(lines: Sequence[str], number: int, keys: frozenset[str]) -> Iterator[Slip]:
    """A colon in a text that is not in quotes."""
    match = LINE.match(lines[number])
    if match is None or not (match["key"] or "-" in match["head"]):
        return
    start, key = match.start("value"), match["key"] or ""
    if key and "-" in match["head"] and key not in keys and key[:1].isupper():
        # An entry of a list that is a text: its first words are no key.
        start = match.end("head")
    value = lines[number][start:].rstrip()
    colon = _COLON.search(value)
    if colon is None or value[0] in "\"'[{":
        return
    end = _value_end(lines, number)
    message = "a text with a colon must be in quotes"
    whole = " ".join(filter(None, [value, *(line.strip() for line in lines[number + 1 : end + 1])]))
    repaired = lines[number][:start] + in_double_quotes(whole)
    shown = in_code(repaired)
    advice = "put quotes around the whole text"
    if end > number:
        advice += ", which ends on line \0"
    yield Slip(
        number,
        start + colon.start(),
        1,
        message,
        f"{advice}: {shown}" if shown else advice,
        (repaired,),
        end - number + 1,
    )


VALUE_FINDERS: tuple[Finder, ...] = (printed_quotes, quotation_marks, unclosed, bracketed, signs, colons)
"""The surest first."""
