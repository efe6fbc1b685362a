"""Remedies of messages, done as a person would who does what the help line says and nothing else.

Every form of a remedy is in one of two tables: ``DONE``, which a program can do, and ``BY_HAND``, which need what only
a person knows. Where a remedy offers a choice, the first way that a program can go is taken.
"""

import re
import shlex
from collections.abc import Callable

from annotated_briefings.base.diagnostics import Diagnostic

Change = Callable[[list[str], Diagnostic, re.Match[str]], None]
"""Changes the lines of the file in which the place of the diagnostic is."""
_NEW = r"(?:`` ?(?P<new2>.+?) ?``|`(?P<new>[^`]+)`)"
"""Words in backticks; those that hold a backtick are between two."""


def _new(match: re.Match[str]) -> str:
    return match["new"] or match["new2"]


def _old(diagnostic: Diagnostic) -> str:
    """The words of the writer that the message repeats first."""
    found = re.search(_NEW, diagnostic.message)
    return _new(found) if found else ""


def _at(diagnostic: Diagnostic) -> tuple[int, int]:
    return diagnostic.place.line - 1, diagnostic.place.column - 1


def _put(lines: list[str], diagnostic: Diagnostic, length: int, new: str) -> None:
    at, start = _at(diagnostic)
    lines[at] = lines[at][:start] + new + lines[at][start + length :]


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _entry(lines: list[str], at: int) -> range:
    """The line of an entry and those that are indented further below it."""
    end = at + 1
    while end < len(lines) and lines[end].strip() and _indent_of(lines[end]) > _indent_of(lines[at]):
        end += 1
    return range(at, end)


def _write(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Write the words of the remedy: in place of the whole entry if they are one, else in place of the writer's."""
    new, old = _new(match), _old(diagnostic)
    at, start = _at(diagnostic)
    line = lines[at]
    key = re.match(r"([\w-]+) ?: +(?=\S)|([\w-]+):$", new)
    name = (key[1] or key[2]) if key else ""
    head = re.match(r"\s*(?:- )?(?=['\"]?(?:" + re.escape(name) + r"\b))", line) if key else None
    if key and old and old != name and line.startswith(f"{old}:", start):
        # Another entry, key and value.
        end = re.match(r"[^,}\]]*" if re.search(r"[{\[]", line[:start]) else r".*", line[start:])
        lines[at] = line[:start] + new + line[start + (end.end() if end else 0) :]
    elif key and old and line.startswith(old, start) and re.search(rf"[{{,]\s*{name}: $", line[:start]):
        _put(lines, diagnostic, len(old), new[key.end() :])
    elif head:
        lines[at] = head[0] + new
    elif new.startswith("- ") and not re.match(r"\w[-\w]*:", line.strip()):
        lines[at] = line[: _indent_of(line)] + new
    elif old and line.startswith(old, start):
        _put(lines, diagnostic, len(old), new)
    elif diagnostic.place.length == 1 and line[start] in "[({":
        lines[at] = line[:start] + new
    else:
        _put(lines, diagnostic, diagnostic.place.length, new)


def _indent(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = " " * (0 if match[1] == "no" else int(match[1])) + lines[at].strip("\t\xa0 ")


def _take_entry_out(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Take out what begins at the place: an entry with all below it, or a part of a list or mapping between brackets."""
    at, start = _at(diagnostic)
    line = lines[at]
    if re.search(r"[\[{]", line[:start]):
        begin = max(line.rfind(mark, 0, start) for mark in ("{", "[", ", "))
        end = min(i for i in (line.find(mark, start) for mark in (",", "]", "}")) if i >= 0)
        lines[at] = line[:begin] + (line[end:] if line[begin] == "," else line[begin] + line[end:].removeprefix(", "))
    else:
        entry = _entry(lines, at)
        del lines[entry.start : entry.stop]


def _take_list_entry_out(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Take out the entry of a list in which the place is, and the list with its last entry."""
    at, _ = _at(diagnostic)
    while not lines[at].strip().startswith("- "):
        at -= 1
    entry = _entry(lines, at)
    before, after = lines[at - 1], lines[entry.stop : entry.stop + 1]
    last = before.endswith(":") and not (after and after[0].strip().startswith("- "))
    del lines[entry.start - last : entry.stop]


def _take_words_out(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    _put(lines, diagnostic, max(diagnostic.place.length, len(_old(diagnostic))), "")


def _take_marks_out(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Leave of a marked word what a reader should see."""
    at, _ = _at(diagnostic)
    old = _old(diagnostic)
    words = re.sub(r"!?\[+(?:[^\[\]|]*\|)?([^\[\]]*)\]+(?:\([^)]*\))?|<[^>]*>|[*_`]+", r"\1", old)
    lines[at] = lines[at].replace(old, words, 1)


def _append_to_line(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines[_at(diagnostic)[0]] += " " + _new(match)


def _below(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines.insert(_at(diagnostic)[0] + 1, _new(match))


def _in_next_line(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines[_at(diagnostic)[0] + 1] = _new(match)


def _below_block(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    while at < len(lines) and lines[at]:
        at += 1
    lines.insert(at, _new(match))


def _at_the_end(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines += ["", _new(match)]


def _write_filled(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    _whole_entry(lines, diagnostic, _filled(lines, _new(match)))


def _whole_entry(lines: list[str], diagnostic: Diagnostic, new: str) -> None:
    """A key and its value in place of those whose value begins at the place."""
    at, start = _at(diagnostic)
    key = lines[at].rindex(new.partition(":")[0] + ":", 0, start)
    lines[at] = lines[at][:key] + new


def _whole_value(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, start = _at(diagnostic)
    lines[at] = lines[at][:start] + _new(match)


def _other_field(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines[_at(diagnostic)[0]] = _new(match)


def _space(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    _put(lines, diagnostic, len(_old(diagnostic)), "")


def _entry_without_brackets(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    _whole_entry(lines, diagnostic, _new(match))


def _filled(lines: list[str], field: str) -> str:
    """A field whose three dots are filled: with an address, with words of the text, or with any."""
    last = next((line for line in reversed(lines) if line.strip()), "")
    known = {"base_url": "https://desk.example", "quote": " ".join(last.split()[:3])}
    return field.replace("...", known.get(field.partition(":")[0], "some words"))


def _add_field(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Give the mapping at the place a field; three dots are filled with some words."""
    new = _filled(lines, _new(match))
    at, start = _at(diagnostic)
    key = new.partition(":")[0]
    opened = lines[at].rfind("{", 0, start + 1)
    old = next((i for i, line in enumerate(lines) if re.match(rf" *{key}:\s*$", line)), None)
    if opened >= 0:
        head, inner = lines[at][: opened + 1], lines[at][opened + 1 :]
        given = re.search(rf"\b{key}: [^,}}]*", inner)
        lines[at] = head + (inner.replace(given[0], new) if given else f"{new}, {inner}")
    elif old is not None:
        lines[old] = new
    elif lines[at] == "---" and lines[at + 1].startswith("{"):
        lines[at + 1] = "{" + f'"{key}": "some words", ' + lines[at + 1][1:]
    elif lines[at] == "---":
        lines.insert(at + 1, new)
    elif lines[at].strip().startswith("- "):
        lines.insert(at + 1, " " * (_indent_of(lines[at]) + 2) + new)
    else:
        lines.insert(at, " " * _indent_of(lines[at]) + new)


def _make_mapping(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Put a key before the text that is an entry, and another entry of the same mapping below it."""
    at, start = _at(diagnostic)
    new = _filled(lines, _new(match))
    lines[at : at + 1] = [f"{lines[at][:start]}text: {lines[at][start:]}", " " * start + new]


def _fence_around(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines.insert(0, "---")
    if match[1]:
        lines.insert(lines.index("") if "" in lines else len(lines), "---")


def _fence_below(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    text = next(
        (i for i, line in enumerate(lines[1:], 1) if not re.match(r"[\w-]+:(\s|$)|\s|-\s", line) or not line),
        len(lines),
    )
    lines.insert(text, "---")


def _fence_for(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines[:] = ["---" if line == match[1] else line for line in lines]
    if match[2]:
        close = lines.index("---", 1)
        lines[1:close] = [line.replace(" =", ":", 1) for line in lines[1:close]]


def _three_hyphens(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines[_at(diagnostic)[0]] = "---"


def _move_into_text(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    first = lines.index("---")
    last = lines.index("---", first + 1)
    lines[:] = [*lines[first : last + 1], *lines[:first], *lines[last + 1 :]]


def _start_with_dash(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """A dash before each line of one depth from the place on, or before the entry whose lines they are."""
    at, start = _at(diagnostic)
    end = at
    while end < len(lines) and lines[end].strip() and _indent_of(lines[end]) >= start:
        mark = "- " if match[1] == "line" or end == at else "  "
        lines[end] = lines[end][:start] + mark + lines[end][start:].removeprefix("• ")
        end += 1


def _entry_below(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, start = _at(diagnostic)
    lines[at : at + 1] = [lines[at][:start].rstrip(), "  " + _new(match)]


def _up_to_closing(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Replace all from the opening mark that the message names up to the closing one, which may be lines below."""
    marks = re.findall(r"`([^`]+)`", diagnostic.message)
    at, start = _at(diagnostic)
    text = "\n".join(lines[at:])
    end = text.index(marks[1], start + len(marks[0])) + len(marks[1])
    lines[at:] = (text[:start] + _new(match) + text[end:]).split("\n")


def _keep_ours(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    text = "\n".join(lines)
    lines[:] = re.sub(r"<{7}[^\n]*\n(.*?)={7}[^\n]*\n.*?>{7}[^\n]*", r"\1", text, flags=re.DOTALL).split("\n")


def _quote_nearest(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = lines[at].replace(_old(diagnostic), _new(match), 1)


def _first_source(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    _put(lines, diagnostic, diagnostic.place.length, "1")


def _bold(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = re.sub(r"</?(?:b|strong)>", "**", lines[at])


def _link_to_frame(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = re.sub(r'<iframe src="([^"]*)"></iframe>', r"[words](\1)", lines[at])


def _picture(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = lines[at].replace("!" + _old(diagnostic), _new(match)).replace(_old(diagnostic), _new(match))


def _angle_brackets(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    new = _new(match)
    lines[at] = lines[at].replace(new.replace("<", "").replace(">", ""), new, 1)


def _no_marks(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    new = re.sub(r"(?<=[(<])[“\"”]|[”\"](?=[)>])", "", _old(diagnostic))
    lines[at] = lines[at].replace(_old(diagnostic), new)


def _no_brackets(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, start = _at(diagnostic)
    lines[at] = lines[at][:start] + lines[at][start + 1 :].replace("]", "", 1)


def _no_control(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = re.sub(r"\\x[0-9a-f]{2}|\\v|[\x00-\x08]", "", lines[at])


def _no_indent(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = lines[at].lstrip()


def _line_break(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at : at + 1] = lines[at].replace("<br>", "\\\n").split("\n")


def _close_bracket(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    _put(lines, diagnostic, len(_old(diagnostic)), _old(diagnostic) + ")")


def _other_source(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    """Another number of a source in the entry, or none."""
    at, _ = _at(diagnostic)
    lines[at] = re.sub(r", source: \d+", f", source: {match[1]}" if match[1] else "", lines[at])


def _in_place_of(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = lines[at].replace(match[2], match[1])


def _no_embed(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    lines[at] = lines[at].replace("![[", "[[")


def _pair(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    at, _ = _at(diagnostic)
    indent = " " * _indent_of(lines[at])
    lines[at : at + 1] = [f"{indent}- {match[1]}", f"{indent}  {match[2]}"]


def _whole_line(lines: list[str], diagnostic: Diagnostic, match: re.Match[str]) -> None:
    lines[_at(diagnostic)[0]] = match[1]


_MARKED = r"put quotes around the whole text|put the whole value in quotes|put the value in quotes|close it|write it so"
DONE: tuple[tuple[str, Change], ...] = (
    (rf"(?:{_MARKED}|use straight marks|put the text between single quotes|take the space out): {_NEW}(?:; a .*)?", _write),
    (rf"take `[^`]+` out, or put quotes around the whole text: {_NEW}", _write),
    (rf"(?:write|write it as|write the id as|did you mean) {_NEW}(?:\?| or `.*`|; .*|, or .*|, as .*| to hold it back, .*)?", _write),
    (r"write `- ([^`]+)`, and below it `([^`]+)`", _pair),
    (r"write `([\w-]+:)` for a key, or put the line below the key whose list it belongs to", _whole_line),
    (r"write it at the other end of the words too, or take it out", _take_words_out),
    (rf"it is a call-out of another tool; write {_NEW}", _write),
    (rf"(?:write the address of its folder, |use one of |add the hour, such as |use an IANA name such as ){_NEW}.*", _write),
    (rf"(?:write its tag|write it whole|write the path alone|write a number from 0), such as {_NEW}.*", _write),
    (rf"take the backslashes out, {_NEW}, or write it as code", _write),
    (rf"it takes one text: write {_NEW}", _write),
    (rf"write {_NEW}, which no reader sees, or take it out", _up_to_closing),
    (rf"write {_NEW}, with words in place of the dots", _write_filled),
    (rf"put {_NEW} in place of the line, which .*", _other_field),
    (rf"take the brackets out: {_NEW}", _entry_without_brackets),
    (r"take the line out, or write a day.*", _take_entry_out),
    (rf"write (?:a day|a day and an hour|it in figures), such as {_NEW}", _whole_value),
    (rf"take them out, {_NEW}; where it is a quotation, put it between straight marks too", _whole_value),
    (r"write a space in its place", _space),
    (r"indent the line by (no|\d+) spaces?", _indent),
    (r"(?:the first one is on line \d+|`\w+` is there already); keep one of them", _take_entry_out),
    (r"take it out, or correct its spelling|declare it in this file, or take the field out", _take_entry_out),
    (r"it has no page; take the entry out, or add the names that briefs use as `aliases`", _take_entry_out),
    (r"take it from one of them, or list it under `ambiguous` in both; .*", _take_entry_out),
    (r"take `\w+` out of one of them(?:; until then none of them has it)?", _take_entry_out),
    (r"take it out (?:of `redirect_from`; the page wins|at one of the two places; .*)", _take_entry_out),
    (r"no computer can store it; take it out of `redirect_from`", _take_entry_out),
    (r"copy the words (?:of the source )?exactly,(?: name their .*,)? or take the quote out", _take_entry_out),
    (r"take it out, or name the brief that it was translated from", _take_entry_out),
    (r"take it out of `redirect_from`; the page can be reached without it", _take_entry_out),
    (r"write `true` or `false`, or take the line out", _take_entry_out),
    (r"write the remark into `note`, or take the note out", _take_list_entry_out),
    (r"the embargo wins; take one of the two out", _take_entry_out),
    (r"take the line out of the copy", _take_entry_out),
    (r"take the line out; the page shows the title above the text", _take_entry_out),
    (r"write `\[\^.*\]` where it belongs, or take it out", _take_entry_out),
    (r"it is (?:code of a template; .*, or|the name of a block in Obsidian;) take it out", _take_words_out),
    (r"take it out; (?:no page shows it|each entry is a point of its own)", _take_words_out),
    (r"take it out; footnotes belong to the text of the brief", _take_words_out),
    (r"take the marks out: `\w+` is plain text", _take_marks_out),
    (rf"close it with {_NEW}, or take `<!--` out", _append_to_line),
    (rf"write {_NEW} below its first line, a part for each column", _below),
    (rf"write {_NEW} below its first line, in place of the line of dashes", _in_next_line),
    (rf"write {_NEW} below its last line", _below_block),
    (rf"add a line {_NEW} below the text, or correct the name", _at_the_end),
    (rf"put `text:` before it, and add {_NEW} with the words that support it", _make_mapping),
    (rf"add (?:a line )?{_NEW}(?:,? .*)?", _add_field),
    (r"put a line `---` above( and below)? the (?:fields|braces)", _fence_around),
    (r"close it with a line `---` before the text", _fence_below),
    (r"write `---` in place of `([^`]+)` above and below the fields(, and a colon in place of each `=`)?", _fence_for),
    (r"write `([^`]+)` in place of `([^`]+)`", _in_place_of),
    (r"write three hyphens and nothing else", _three_hyphens),
    (r"move the lines above it into the text", _move_into_text),
    (r"(?:start|begin) each (line|entry) with `- `", _start_with_dash),
    (rf"write below it {_NEW}", _entry_below),
    (r"keep the lines that are right, and take the lines of .* out", _keep_ours),
    (rf"the nearest words are {_NEW}, but .*; copy the words from the text exactly; .*", _quote_nearest),
    (r"this brief has \d+ of them; they are counted from 1", _first_source),
    (r"write `\*\*words\*\*` for bold", _bold),
    (r"write a link to it: `\[words\]\(address\)`", _link_to_frame),
    (rf"a picture is written as {_NEW}", _picture),
    (rf"write the address in angle brackets, {_NEW}: it has spaces in it", _angle_brackets),
    (r"take the quotation marks around the address out", _no_marks),
    (r"take these brackets out", _no_brackets),
    (r"delete it; all else is published", _no_control),
    (r"take the spaces before it out", _no_indent),
    (r"end the line with a backslash for a line break", _line_break),
    (r"close the bracket after the address with `\)`", _close_bracket),
    (r"it is in the text of source \d+: write `source: (\d+)`", _other_source),
    (r"it is in our own text alone: take `source: 1` away, or quote words of the source()", _other_source),
    (r"take the `!` out; a brief is linked, and no part of it is shown in another", _no_embed),
)  # fmt: skip
"""Remedies that a program can do; the first form that fits the whole help line is done."""


def command_of(help_line: str) -> list[str] | None:
    """The command that a help line names, without ``briefings``; what a person must fill in is filled in."""
    named = re.search(r"`briefings ((?:entities|people|tags|annotations|confirm) [^`]+)`", help_line)
    if not named:
        return None
    words = shlex.split(named[1])
    return [*words, "--type", "person"] if words[:2] == ["entities", "add"] and "`--type`" in help_line else words


def done(text: str, diagnostic: Diagnostic) -> str | None:
    """The text of the file after the remedy of a diagnostic; None if a program cannot do it."""
    for pattern, change in DONE:
        match = re.fullmatch(pattern, diagnostic.help)
        if match:
            lines = text.split("\n")
            change(lines, diagnostic, match)
            return "\n".join(lines)
    return None
