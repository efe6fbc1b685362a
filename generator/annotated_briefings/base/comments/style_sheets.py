"""Rules of style sheets that hold on every screen, those within others and with variables too."""

import re
from collections.abc import Iterable, Iterator

from annotated_briefings.base.comments.supports import is_supported
from annotated_briefings.base.comments.unseen_styles import declarations
from annotated_briefings.base.regex import regex

_NO_CODE = regex(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_TOKEN = regex(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\\.|[{};]", re.DOTALL)
_VARIABLE = regex(r"(?:^|;)(--[\w-]+):([^;]*)")
_USE = regex(r"var\((--[\w-]+)(?:,([^()]*))?\)")
_READ = ("@layer", "@scope", "@supports", "@media")
_LENGTH = regex(r"(\d*\.?\d+)(px|r?em|)")
_FEATURE = regex(
    r"\((?:(?P<side>min|max)-width:|width(?P<sign>[<>])=?:?)(?P<size>\d*\.?\d+(?:px|r?em|))\)|\(min-height:0\w*\)"
)
_NARROWEST, _WIDEST = 320, 4000
"""Pixels of the screens that pages are read on."""


def sheet_rules(sheets: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The selectors of style sheets in order, each with its declarations, of which important ones say so; ``sheets``
    are their media and texts."""
    rules = [rule for media, css in sheets if _holds(media) for rule in _rules(_NO_CODE.sub("", css))]
    variables = {name: value for _, style in rules for name, value in _VARIABLE.findall(style)}
    return [(selector, _resolved(style, variables)) for selector, style in rules]


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of a sheet."""
    around: list[tuple[str, ...] | None] = [("",)]
    bodies: list[str] = [""]
    begun = 0
    for token in _TOKEN.finditer(css):
        if token[0] not in "{};":
            continue
        part = css[begun : token.start()].strip()
        begun = token.end()
        if token[0] == "{":
            around.append(_inner(part, around[-1]))
            bodies.append("")
            continue
        if not part.startswith("@"):
            bodies[-1] += part + ";"
        if token[0] == "}" and len(bodies) > 1:
            yield from _stated(around.pop(), bodies.pop())
    while len(bodies) > 1:
        bodies[-1] += css[begun:]
        begun = len(css)
        yield from _stated(around.pop(), bodies.pop())


def _stated(selectors: tuple[str, ...] | None, body: str) -> Iterator[tuple[str, str]]:
    style = declarations(body, with_important=True).replace(";;", ";").strip(";")
    yield from ((selector, style) for selector in selectors or () if selector and style)


def _inner(prelude: str, around: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The selectors for which a block within others holds; None where it does not hold."""
    if around is None or not prelude.startswith("@"):
        return around and tuple(_nested(one, around) for one in _listed(prelude))
    name = prelude.split("(")[0].split()[0].lower()
    rest = prelude[len(name) :].strip()
    if name == "@media":
        return around if _holds(rest) else None
    if name == "@supports" and not is_supported(rest):
        return None
    if name == "@scope" and (root := re.match(r"\(([^()]+)\)", rest)):
        return tuple(_nested(one, around) for one in _listed(root[1]))
    return around if name in _READ else None


def _nested(selector: str, around: tuple[str, ...]) -> str:
    outer = ", ".join(filter(None, around))
    if not outer:
        return selector.replace("&", ":root") if "&" in selector else selector
    outer = outer if len(around) == 1 and "," not in outer else f":is({outer})"
    if "&" not in selector:
        return f"{outer} {selector}"
    return selector.replace("&", outer if selector.strip().startswith("&") else f":is({outer})")


def _listed(selectors: str) -> list[str]:
    """The selectors of a list, parted by its outermost commas."""
    out, depth = [""], 0
    for sign in selectors:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth <= 0:
            out.append("")
        else:
            out[-1] += sign
    return [one.strip() for one in out if one.strip()]


def _holds(media: str) -> bool:
    """Whether rules for some media hold on every screen: not in print only, nor on small or wide screens only."""
    return any(map(_always, media.lower().split(",")))


def _always(query: str) -> bool:
    query = query.strip().removeprefix("only ")
    if query in ("not print", ""):
        return True
    parts = [re.sub(r"\s", "", part) for part in re.split(r"\band\b", query)]
    return all(part in ("screen", "all") or _fits(part) for part in parts)


def _fits(feature: str) -> bool:
    found = _FEATURE.fullmatch(feature)
    if not found:
        return False
    if not found["size"]:
        return True
    length = _LENGTH.fullmatch(found["size"])
    size = float(length[1]) * (1 if length[2] in ("px", "") else 16) if length else 0
    least = found["side"] == "min" or found["sign"] == ">"
    return size <= _NARROWEST if least else size >= _WIDEST


def _resolved(style: str, variables: dict[str, str]) -> str:
    """Declarations with the values of variables in their place."""
    for _ in range(4):
        if "var(" not in style:
            break
        style = _USE.sub(lambda use: variables.get(use[1], use[2] or ""), style)
    return style
