"""Markdown files, with or without front matter, as other tools write them."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.texts import cut_text
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.hidden import without_hidden
from annotated_briefings.intake.formats.records import FIELDS, LANGUAGES, MODIFIED
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.held import read_marks

_DRAFTS = frozenset(("draft", "private", "hidden", "status", "visibility", "published", "embargo"))
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*\n", re.DOTALL | re.MULTILINE)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*\Z", re.DOTALL)
_MARK = re.compile(
    r"!?\[([^\]]{0,1000})\]\([^)]{0,2000}\)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^[>\-+*] |^\d+[.)] ", re.MULTILINE
)

_TEXTS = frozenset(bare_key(name) for field in ("title", "author", "outlet") for name in FIELDS[field])
"""Keys of texts, without what people spell in several ways."""


def read_markdown_file(name: str, text: str) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """A Markdown file as one article: its blocks stay as they are, its front matter says what it can."""
    front = _FRONT.match(text) or _TOML.match(text)
    given, found = _given(name, front[0]) if front else (Given(), ())
    body = text[front.end() :] if front else text
    offset = text.count("\n", 0, front.end()) if front else 0
    paragraphs = list(_blocks(without_hidden(without_tool_comments(body, markdown=True)), offset))
    if paragraphs and paragraphs[0].heading and (not given.title or paragraphs[0].text == given.title):
        given = replace(given, title=paragraphs[0].text)
        paragraphs = paragraphs[1:]
    if not paragraphs:
        return None, (
            *found,
            report("empty-file", "the file holds no text", Place(name), help="there is nothing to import in it"),
        )
    return RawDocument(name, tuple(paragraphs), "markdown", True, given), found


def _given(name: str, front: str) -> tuple[Given, tuple[Diagnostic, ...]]:
    """What front matter states; it begins and ends with its marks."""
    inside = front.partition("\n")[2].rstrip().rpartition("\n")[0] + "\n"
    if front.startswith("+++"):
        pairs, found = _toml(name, inside)
    else:
        source = Source(name, front)
        node, found = read_yaml(source, inside, 1)
        nodes = node.pairs if isinstance(node, Mapping) else ()
        pairs = [(key.text, _data(value)) for key, value in nodes]
        # What a comment has cut off may be a part of the headline: somebody must look at it.
        texts = (value for key, value in nodes if isinstance(value, Scalar) and bare_key(key.text) in _TEXTS)
        found = (*found, *filter(None, (cut_text(source, text) for text in texts)))
    values = {bare_key(key): _words(value) for key, value in pairs}

    def pick(names: tuple[str, ...]) -> str:
        return next((values[known] for known in map(bare_key, names) if values.get(known)), "")

    mark = read_marks(pairs, frozenset(FIELDS["published"]))
    given = Given(
        title=pick(FIELDS["title"]),
        author=pick(FIELDS["author"]),
        outlet=pick(FIELDS["outlet"]),
        published=pick(FIELDS["published"]),
        url=pick(FIELDS["url"]),
        language=pick(LANGUAGES),
        held=mark.held or next((f"{k}: (empty)" for k, v in pairs if v in (None, "") and bare_key(k) in _DRAFTS), ""),
        embargo=mark.embargo,
        modified=pick(MODIFIED),
    )
    return given, found


def _toml(name: str, text: str) -> tuple[list[tuple[str, Any]], tuple[Diagnostic, ...]]:
    try:
        return list(tomllib.loads(text).items()), ()
    except ValueError as error:
        said = f"the front matter is no TOML: {str(error).lower()}"
        wrong = report(
            "front-matter", said, Place(name, 1, 1), help="correct it; the text below it is imported as a draft"
        )
        # What cannot be read may say that it is not public.
        return [("draft", "its front matter cannot be read")], (wrong,)


def _words(value: Any) -> str:
    """A value as text; the items of a list parted by semicolons."""
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return "" if value is None or isinstance(value, dict) else str(value).strip()


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _data(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [_data(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def _blocks(body: str, offset: int) -> Iterator[Paragraph]:
    """Blocks parted by blank lines, fenced code in one piece; raw HTML stays words, as in every brief."""
    lines = body.split("\n")
    start = 0
    while start < len(lines):
        if not lines[start].strip():
            start += 1
            continue
        end = start + 1
        fence = lines[start].strip()[:3] if lines[start].strip()[:3] in ("```", "~~~") else ""
        while end < len(lines) and ((fence and lines[end].strip()[:3] != fence) or (not fence and lines[end].strip())):
            end += 1
        end += 1 if fence else 0
        block = "\n".join(lines[start:end]).strip("\n")
        heading = _HEADING.match(block) if "\n" not in block else None
        text = " ".join(_MARK.sub(lambda m: m[1] or "", heading[2] if heading else block).split())
        if text:
            own = "" if heading or escape_markdown(text) == block else block
            yield Paragraph(text, offset + start + 1, offset + min(end, len(lines)), own, heading is not None)
        start = end
