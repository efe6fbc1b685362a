"""Comments in scripts (ECMA-262, 12.4) and in JSON with comments.

A slash begins a comment, a regular expression or a division; which of them follows from the words before it.
"""

import re

from annotated_briefings.output.comments.rights import is_notice
from annotated_briefings.output.unclear import Unclear

_TOKEN = re.compile(
    r"""(?P<space>[\s\ufeff]+)|(?P<block>/\*(?P<inside>.*?)\*/)|(?P<line>//[^\n\r\u2028\u2029]*)"""
    r"""|(?P<string>"(?:[^"\\\n\r]|\\(?:\r\n|.))*"|'(?:[^'\\\n\r]|\\(?:\r\n|.))*')|(?P<word>[\w$\u200c\u200d#@]+)"""
    r"""|(?P<sign>\+\+|--|=>|.)""",
    re.DOTALL,
)
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*(`|\$\{)", re.DOTALL)
_PATTERN = re.compile(r"/(?:[^/\\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+/[A-Za-z]*")
_BEFORE_VALUE = frozenset(
    "return typeof instanceof in of new delete void throw case do else yield await extends default".split()
)
"""Words behind which a value begins, so that a slash there begins a regular expression."""
_WITH_HEAD = frozenset(("if", "while", "for", "with"))
"""Words whose parentheses are followed by a statement."""
_OLD = re.compile(r"(?:<!--|-->)[^\n\r]*")
"""Comments of old pages, which hid scripts from browsers that knew none (annex B.1.1)."""


def without_script_comments(text: str) -> str:
    """A script without comments and without the address of its source map. Raises Unclear for one that has no end."""
    if "//" not in text and "/*" not in text and "<!--" not in text and "-->" not in text:
        return text
    return _Script(text).read()


class _Script:
    """Reads one script from its start to its end."""

    def __init__(self, text: str) -> None:
        self.text, self.out = text, list[str]()
        self.value_next = True
        """Whether a value is due, so that a slash begins a regular expression."""
        self.before = ""
        """The last word or sign."""
        self.open: list[tuple[str, bool]] = []
        """Open brackets and templates, each with whether a value is due behind it."""

    def read(self) -> str:
        """The script without its comments."""
        at = 0
        if self.text.startswith("#!"):
            at = self._copy(0, (self.text + "\n").find("\n"))
        while at < len(self.text):
            at = self._next(at)
        if any(sign == "`" for sign, _ in self.open):
            raise Unclear
        return "".join(self.out)

    def _copy(self, start: int, end: int) -> int:
        self.out.append(self.text[start:end])
        return end

    def _next(self, at: int) -> int:
        text = self.text
        if text[at] in "<-" and self._starts_line(at) and (old := _OLD.match(text, at)):
            return old.end()
        found = _TOKEN.match(text, at)
        if found is None:
            raise Unclear
        if found["space"]:
            return self._copy(at, found.end())
        if found["block"] or found["line"]:
            return self._comment(found)
        sign = found[0]
        if sign == "/":
            if text.startswith("/*", at):
                raise Unclear
            pattern = _PATTERN.match(text, at) if self.value_next else None
            self.value_next, self.before = pattern is None, "/"
            return self._copy(at, pattern.end() if pattern else at + 1)
        if sign == "`":
            return self._template(at, at + 1)
        if found["string"]:
            self.value_next = False
        elif found["word"]:
            self.value_next = sign in _BEFORE_VALUE and self.before != "."
        elif self._bracket(sign):
            return self._template(at, at + 1)
        self.before = sign
        return self._copy(at, found.end())

    def _starts_line(self, at: int) -> bool:
        line = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1
        return not self.text[line:at].strip()

    def _comment(self, found: re.Match[str]) -> int:
        inside = found["inside"] if found["block"] else found["line"][2:]
        if is_notice(inside) and "sourceMappingURL" not in inside:
            return self._copy(found.start(), found.end())
        if found["block"]:
            # A comment over several lines ends a statement as a line end does.
            self.out.append("\n" if "\n" in inside or "\r" in inside else " ")
        return found.end()

    def _template(self, start: int, at: int) -> int:
        """Copy the letters of a template up to its end or to the next value in it."""
        found = _TEMPLATE.match(self.text, at)
        if found is None:
            raise Unclear
        if found[1] == "`":
            self.value_next, self.before = False, "`"
        else:
            self.open.append(("`", False))
            self.value_next, self.before = True, "{"
        return self._copy(start, found.end())

    def _bracket(self, sign: str) -> bool:
        """Take note of a sign; whether it ends a value in a template, whose letters go on behind it."""
        if sign in "([{":
            if sign == "{":
                # Behind a block a statement begins; behind an object, a division may follow.
                again = not self.value_next or self.before in ("", ";", "{", "}", "=>", ")", "else", "do", "try")
            else:
                again = sign == "(" and self.before in _WITH_HEAD
            self.open.append((sign, again))
            self.value_next = True
        elif sign in ")]}":
            kind, again = self.open.pop() if self.open else ("", True)
            self.value_next = again
            return kind == "`" and sign == "}"
        elif sign in ("++", "--"):
            pass
        else:
            self.value_next = True
        return False
