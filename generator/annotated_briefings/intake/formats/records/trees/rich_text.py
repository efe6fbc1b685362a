"""Texts of editing programs as trees of typed nodes, made into HTML: headings, lists, quotations, tables, links.

One reader for all of them: Editor.js, Portable Text (Sanity), ProseMirror and TipTap, Slate, Lexical, Draft.js, rich
text of Contentful, and blocks of Gutenberg. They differ in the names of the same few things.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.records.trees.rich_words import link_of, marked, styled

_TYPES = ("type", "_type", "nodeType", "blockName")
_CHILDREN = ("children", "content", "nodes", "innerBlocks")
"""Where a node keeps its parts."""
_ROOTS = ("root", "document", "doc", "blocks", "content", "children", "nodes", "json", "value")
"""Where a tree keeps its first nodes."""
_BLOCKS = {
    **dict.fromkeys(
        ("paragraph", "p", "unstyled", "normal", "text", "block", "lead", "intro", "corepara", "coreparagraph"), "p"
    ),
    **dict.fromkeys(("blockquote", "quote", "pullquote", "pullquoteblock", "corequote", "corepullquote"), "blockquote"),
    **dict.fromkeys(("bulletlist", "unorderedlist", "bulletedlist", "ulist", "ul"), "ul"),
    **dict.fromkeys(("orderedlist", "numberedlist", "olist", "ol"), "ol"),
    **dict.fromkeys(("listitem", "li", "taskitem", "listitemchild", "corelistitem"), "li"),
    **dict.fromkeys(("codeblock", "code", "precode", "pre", "corecode"), "pre"),
    **dict.fromkeys(("table", "coretable"), "table"),
    **dict.fromkeys(("tablerow", "tr"), "tr"),
    **dict.fromkeys(("tablecell", "td"), "td"),
    **dict.fromkeys(("tableheader", "tableheadercell", "th"), "th"),
    **dict.fromkeys(("horizontalrule", "hr", "delimiter", "divider", "thematicbreak", "coreseparator"), "hr"),
    **dict.fromkeys(("hardbreak", "linebreak", "br"), "br"),
    **dict.fromkeys(("link", "hyperlink", "autolink", "a"), "a"),
    **dict.fromkeys(("doc", "document", "root", "coregroup", "corecolumns", "corecolumn"), "div"),
}
"""What the kinds of nodes are in HTML, whatever they are called."""
_HEADING = regex(r"(?:core)?(?:heading|header|h)(?P<level>one|two|three|four|five|six|[1-6])?")
_LEVELS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_LIST_ITEM = regex(r"(?P<kind>unordered|ordered)listitem")
_INLINE = frozenset(("a", "br"))
_KNOWN = frozenset(("p", "blockquote", "ul", "ol", "pre", "table", "heading"))
_CAPTIONS = ("text", "caption", "title", "message", "alt", "html", "quote", "code", "attribution", "credit")
"""Where a node of an unknown kind keeps words."""
_DEEPEST = 40


def rich_html(value: Any) -> str:
    """The HTML of a tree of an editing program; empty for any other value."""
    if isinstance(value, str):
        if value.lstrip()[:1] not in ("{", "[") or not any(f'"{name}"' in value for name in _TYPES):
            return ""
        try:
            value = read_json(value)
        except ValueError:
            return ""
    nodes = _nodes(value)
    if not nodes or not any(_kind(node) in _KNOWN for node in nodes):
        return ""
    entities = value.get("entityMap", {}) if isinstance(value, Mapping) else {}
    return "".join(_listed(nodes, entities if isinstance(entities, Mapping) else {}, _DEEPEST))


def _nodes(value: Any, depth: int = 4) -> list[Mapping[str, Any]]:
    """The first nodes of a tree; none where a value is no tree."""
    if isinstance(value, list):
        nodes = [one for one in value if isinstance(one, Mapping)]
        return nodes if nodes and len(nodes) == len(value) and all(map(_type, nodes)) else []
    if not isinstance(value, Mapping) or not depth:
        return []
    return next((found for name in _ROOTS if (found := _nodes(value.get(name), depth - 1))), [])


def _type(node: Mapping[str, Any]) -> str:
    return next((bare_key(kind).replace("/", "") for name in _TYPES if isinstance(kind := node.get(name), str)), "")


def _kind(node: Mapping[str, Any]) -> str:
    """What a node is in HTML: the name of an element, `heading`, `item` for one of a list without a node around it."""
    kind = _type(node)
    style = bare_key(str(node.get("style") or "")) if "listItem" not in node else ""
    if isinstance(node.get("listItem"), str) or _LIST_ITEM.fullmatch(kind):
        return "item"
    if _HEADING.fullmatch(kind) or (kind == "block" and _HEADING.fullmatch(style)):
        return "heading"
    if kind == "block" and style in _BLOCKS:
        return _BLOCKS[style]
    if kind in ("list", "corelist"):
        data = _data(node)
        texts = (
            f"{data.get('style', '')}{node.get('listType', '')}{node.get('tag', '')}{data.get('ordered', '')}".lower()
        )
        return "ol" if re.search(r"(?<!un)ordered|number|ol|true", texts) else "ul"
    return _BLOCKS.get(kind, "")


def _data(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a node says of itself beside its parts."""
    return next((node[name] for name in ("data", "attrs", "attributes") if isinstance(node.get(name), Mapping)), {})


def _listed(nodes: Sequence[Any], entities: Mapping[str, Any], depth: int) -> Iterator[str]:
    """Nodes in order; items of lists without a node around them become lists."""
    open_lists: list[str] = []
    for node in nodes:
        level, name = _item(node)
        while len(open_lists) > level or (open_lists and len(open_lists) == level and open_lists[-1] != name):
            yield f"</li></{open_lists.pop()}>"
        if level:
            deeper = len(open_lists) < level
            if not deeper:
                yield "</li>"
            while len(open_lists) < level:
                yield f"<{name}><li>"
                open_lists.append(name)
            yield f"{'' if deeper else '<li>'}{_inner(node, entities, depth)}"
        else:
            yield _html(node, entities, depth)
    while open_lists:
        yield f"</li></{open_lists.pop()}>"


def _item(node: Any) -> tuple[int, str]:
    """The level of an item among other nodes, and its list; level 0 for any other node."""
    if not isinstance(node, Mapping) or _kind(node) != "item":
        return 0, ""
    ordered = str(node.get("listItem") or _type(node)).lower().startswith(("number", "ordered"))
    level = node.get("level") if "listItem" in node else int(node.get("depth") or 0) + 1
    return min(max(1, level if isinstance(level, int) else 1), 6), "ol" if ordered else "ul"


def _html(node: Any, entities: Mapping[str, Any], depth: int) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    if not isinstance(node, Mapping) or not depth:
        return ""
    kind = _kind(node)
    if _is_leaf(node, kind):
        return marked(node)
    if isinstance(node.get("innerHTML"), str) and not node.get("innerBlocks"):
        return str(node["innerHTML"])
    if kind in ("hr", "br"):
        return f"<{kind}>"
    if kind in ("ul", "ol") and (items := _data(node).get("items")):
        return _items(items, kind, depth)
    if kind == "table" and (rows := _data(node).get("content")):
        return _table(rows, bool(_data(node).get("withHeadings")))
    inner = _inner(node, entities, depth)
    if kind == "heading":
        level = _level(node)
        return f"<h{level}>{inner}</h{level}>"
    if kind == "a":
        return f'<a href="{escape(link_of(node))}">{inner}</a>' if link_of(node) else inner
    if kind == "td" and node.get("headerState"):
        kind = "th"
    return f"<{kind}>{inner}</{kind}>" if kind else f"<p>{inner}</p>" if not _parts(node) and inner else inner


def _is_leaf(node: Mapping[str, Any], kind: str) -> bool:
    """Whether a node is a run of words inside a line."""
    return isinstance(node.get("text") if "text" in node else node.get("value"), str) and (
        not _type(node) or (kind == "p" and _type(node) == "text") or _type(node) in ("span", "leaf", "extendedtext")
    )


def _parts(node: Mapping[str, Any]) -> list[Any]:
    return next((node[name] for name in _CHILDREN if isinstance(node.get(name), list)), [])


def _inner(node: Mapping[str, Any], entities: Mapping[str, Any], depth: int) -> str:
    """What a node holds: its parts, or the words that it keeps itself."""
    parts = _parts(node)
    if parts:
        definitions = {
            str(one.get("_key")): link_of(one) for one in node.get("markDefs") or [] if isinstance(one, Mapping)
        }
        return "".join(_linked(parts, definitions)) if definitions else "".join(_listed(parts, entities, depth - 1))
    if isinstance(node.get("text"), str):
        return styled(node, entities)
    data = _data(node)
    captions = [data[name] for name in _CAPTIONS if isinstance(data.get(name), str) and data[name].strip()]
    # Words of Editor.js are HTML already.
    return "<br>".join(dict.fromkeys(captions))


def _linked(parts: Sequence[Any], definitions: Mapping[str, str]) -> Iterator[str]:
    """Runs of words whose links are beside them, by their keys."""
    for part in parts:
        keys = part.get("marks") or [] if isinstance(part, Mapping) else []
        target = next((definitions[key] for key in keys if isinstance(key, str) and definitions.get(key)), "")
        text = marked(part) if isinstance(part, Mapping) else escape(str(part), quote=False)
        yield f'<a href="{escape(target)}">{text}</a>' if target else text


def _level(node: Mapping[str, Any]) -> int:
    texts = [
        _data(node).get("level"),
        node.get("level"),
        node.get("depth"),
        node.get("tag"),
        node.get("style"),
        _type(node),
    ]
    for one in texts:
        if isinstance(one, int) and not isinstance(one, bool):
            return min(max(1, one), 6)
        found = _HEADING.fullmatch(bare_key(one)) if isinstance(one, str) else None
        if found and found["level"]:
            level = found["level"]
            return _LEVELS[level] if level in _LEVELS else int(level)
    return 2


def _items(items: Any, kind: str, depth: int) -> str:
    """The items of a list of Editor.js, which may hold lists."""
    if not isinstance(items, list) or not depth:
        return ""
    out = []
    for item in items:
        if isinstance(item, Mapping):
            text = next((item[name] for name in ("content", "text") if isinstance(item.get(name), str)), "")
            out.append(f"<li>{text}{_items(item.get('items'), kind, depth - 1)}</li>")
        else:
            out.append(f"<li>{item}</li>")
    return f"<{kind}>{''.join(out)}</{kind}>" if out else ""


def _table(rows: Any, headed: bool) -> str:
    cells = [row for row in rows if isinstance(row, list)] if isinstance(rows, list) else []
    out = []
    for number, row in enumerate(cells):
        name = "th" if headed and not number else "td"
        out.append("<tr>" + "".join(f"<{name}>{cell}</{name}>" for cell in row) + "</tr>")
    return f"<table>{''.join(out)}</table>" if out else ""
