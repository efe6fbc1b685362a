"""Comments in pages of HTML: what their writers noted for themselves is not published, nor what browsers take for a
comment (HTML, 13.2.5.41 to 13.2.5.43), nor the comments of scripts and style sheets in them."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.output.comments.rights import is_notice
from annotated_briefings.output.comments.scripts import without_script_comments
from annotated_briefings.output.comments.sheets import without_sheet_comments

_PARTS = regex(
    r"(?P<start><(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>)"
    r"(?P<content>.*?)(?P<end></(?P=raw)\s*>)"
    r"|<!--(?:-?>|(?P<inside>.*?)(?:--!?>|\Z))"
    r"|(?P<drawn></?(?:svg|math)\b[^>]*>)|(?P<data><!\[CDATA\[)"
    r"|(?P<tag></?[a-z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>)|(?P<doctype><!doctype\b[^>]*>)|(?P<xml>\A\s*<\?xml\s[^>]*\?>)"
    r"|(?P<odd><[!?][^>]*>|</[^a-z][^>]*>)",
    re.IGNORECASE | re.DOTALL,
)
"""Elements in which nothing is a comment, comments, tags, and what browsers take for comments; a comment without an end
goes to the end of the page."""
_END = regex(r"(</[^\s/>]+)[\s/].*", re.DOTALL)
_INCLUDE = regex(r"#(?:include|echo|config|exec|flastmod|fsize|printenv|set|if|elif|else|endif)\b")
"""What servers are told in a comment."""
_SCRIPT_TYPE = regex(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_SCRIPTS = regex(r"module|(?:text|application)/(?:x-)?(?:java|ecma)script", re.IGNORECASE)


def without_page_comments(text: str) -> str:
    """A page without the comments of its writers; includes of servers and notices of rights stay. Raises Unclear."""
    out: list[str] = []
    at, drawn = 0, 0
    while part := _PARTS.search(text, at):
        out.append(text[at : part.start()])
        at = part.end()
        if part["drawn"]:
            drawn = max(0, drawn - 1 if part[0][1] == "/" else drawn + 1)
        if part["data"]:
            # Within a drawing it is text up to its own end; elsewhere it is a comment up to the first `>`.
            end = text.find("]]>" if drawn else ">", part.start())
            at = len(text) if end < 0 else end + (3 if drawn else 1)
            out.append(text[part.start() : at] if drawn else "")
        else:
            out.append(_kept(part))
    return "".join((*out, text[at:]))


def _kept(part: re.Match[str]) -> str:
    """A part of a page as it is published."""
    if part["raw"]:
        return f"{part['start']}{_content(part['raw'].lower(), part['attributes'], part['content'])}{part['end']}"
    if part["tag"] and part[0][1] == "/":
        # What is behind the name of an end tag means nothing.
        return _END.sub(r"\1>", part[0])
    if part["drawn"] or part["tag"] or part["doctype"] or part["xml"]:
        return part[0]
    inside = part["inside"] or ""
    return part[0] if part["odd"] is None and (_INCLUDE.match(inside) or _stays(inside)) else ""


def _stays(inside: str) -> bool:
    return bool(inside) and not inside.lstrip().startswith(("[", "<![")) and is_notice(inside)


def _content(element: str, attributes: str, content: str) -> str:
    """The content of an element in which tags are plain text, such as a style sheet."""
    if element == "style":
        return without_sheet_comments(content)
    if element != "script":
        return content
    kind = _SCRIPT_TYPE.search(attributes)
    return without_script_comments(content) if not kind or _SCRIPTS.fullmatch(kind[1]) else content
