"""Comments in scripts (ECMA-262, 12.4) and in JSON with comments.

A slash begins a comment, a regular expression or a division; which of them follows from the words before it.
"""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.output.comments.rights import is_notice
from annotated_briefings.output.unclear import Unclear

_TOKEN = regex(
    r"""[\s\ufeff]*(?:(?P<word>[\w$\u200c\u200d#@]+)|(?P<signs>(?:[.,;:?!*%&|^~>]|=(?!>))+)"""
    r"""|(?P<string>"(?:[^"\\\n\r]|\\(?:\r\n|.))*"|'(?:[^'\\\n\r]|\\(?:\r\n|.))*')"""
    r"""|(?P<block>/\*(?P<inside>.*?)\*/)|(?P<line>//[^\n\r\u2028\u2029]*)|(?P<sign>\+\+|--|=>|.)|(?P<end>\Z))""",
    re.DOTALL,
)
_TEMPLATE = regex(r"(?:[^`\\$]|\\.|\$(?!\{))*(`|\$\{)", re.DOTALL)
_PATTERN = regex(r"/(?:[^/\\\[\n\r]|\\[^\n\r]|\[(?:[^\]\\\n\r]|\\[^\n\r])*\])+/[A-Za-z]*")
_BEFORE_VALUE = frozenset(
    "return typeof instanceof in of new delete void throw case do else yield await extends default".split()
)
"""Words behind which a value begins, so that a slash there begins a regular expression."""
_WITH_HEAD = frozenset(("if", "while", "for", "with"))
"""Words whose parentheses are followed by a statement."""
_OLD = regex(r"(?:<!--|-->)[^\n\r]*")
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
        self.done = 0
        """Up to where the text is in ``out`` or is a comment."""
        self.value_next = True
        """Whether a value is due, so that a slash begins a regular expression."""
        self.before = ""
        """The last word or sign."""
        self.open: list[tuple[str, bool]] = []
        """Open brackets and templates, each with whether a value is due behind it."""

    def read(self) -> str:
        """The script without its comments."""
        text = self.text
        at = (text + "\n").find("\n") if text.startswith("#!") else 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise Unclear
            at, kind = found.end(), found.lastgroup
            if kind == "word":
                self.value_next = found["word"] in _BEFORE_VALUE and self.before != "."
                self.before = found["word"]
            elif kind == "signs":
                self.value_next, self.before = True, text[at - 1]
            elif kind == "string":
                self.value_next, self.before = False, found["string"]
            elif kind == "sign":
                at = self._sign(found["sign"], found.start("sign"))
            elif kind != "end":
                self._comment(found)
        if any(sign == "`" for sign, _ in self.open):
            raise Unclear
        return "".join((*self.out, text[self.done :]))

    def _sign(self, sign: str, at: int) -> int:
        """Take note of a sign; where the next one may begin."""
        text, end = self.text, at + len(sign)
        if sign[0] in "<-" and self._starts_line(at) and (old := _OLD.match(text, at)):
            self._leave_out(at, old.end(), "")
            return old.end()
        if sign == "/":
            if text.startswith("/*", at):
                raise Unclear
            pattern = _PATTERN.match(text, at) if self.value_next else None
            self.value_next, self.before = pattern is None, "/"
            return pattern.end() if pattern else end
        if sign == "`" or self._bracket(sign):
            return self._template(end)
        self.before = sign
        return end

    def _starts_line(self, at: int) -> bool:
        line = max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1
        return not self.text[line:at].strip()

    def _comment(self, found: re.Match[str]) -> None:
        kind = "block" if found["block"] else "line"
        inside = found["inside"] if found["block"] else found["line"][2:]
        if not is_notice(inside) or "sourceMappingURL" in inside:
            # A comment over several lines ends a statement as a line end does.
            instead = "\n" if "\n" in inside or "\r" in inside else " "
            self._leave_out(found.start(kind), found.end(), instead if kind == "block" else "")

    def _leave_out(self, start: int, end: int, instead: str) -> None:
        self.out += (self.text[self.done : start], instead)
        self.done = end

    def _template(self, at: int) -> int:
        """Read the letters of a template up to its end or to the next value in it; where that is."""
        found = _TEMPLATE.match(self.text, at)
        if found is None:
            raise Unclear
        if found[1] == "`":
            self.value_next, self.before = False, "`"
        else:
            self.open.append(("`", False))
            self.value_next, self.before = True, "{"
        return found.end()

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
