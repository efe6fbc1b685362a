"""Markdown files, with or without front matter, as other tools write them."""

import re
from collections.abc import Iterator
from typing import Any

from annotated_briefings.base.dates import read_when
from annotated_briefings.base.diagnostics import Diagnostic, report
from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar, Sequence
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.intake.compose import escape_markdown
from annotated_briefings.intake.formats.records import FIELDS, LANGUAGES
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.held import read_marks

_DRAFTS = frozenset(("draft", "private", "hidden", "status", "visibility", "published", "embargo"))
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*\Z", re.DOTALL)
_MARK = re.compile(
    r"!?\[([^\]]{0,1000})\]\([^)]{0,2000}\)|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^[>\-+*] |^\d+[.)] ", re.MULTILINE
)


def read_markdown_file(name: str, text: str) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """A Markdown file as one article: its blocks stay as they are, its front matter says what it can."""
    front = _FRONT.match(text)
    given, found = _given(name, front[1]) if front else (Given(), ())
    body = text[front.end() :] if front else text
    offset = text.count("\n", 0, front.end()) if front else 0
    paragraphs = list(_blocks(body, offset))
    if paragraphs and paragraphs[0].heading and (not given.title or paragraphs[0].text == given.title):
        given = replace(given, title=paragraphs[0].text)
        paragraphs = paragraphs[1:]
    if not paragraphs:
        return None, (
            *found,
            report("empty-file", "the file holds no text", Place(name), help="there is nothing to import in it"),
        )
    return RawDocument(name, tuple(paragraphs), "markdown", True, given), found


def _given(name: str, yaml: str) -> tuple[Given, tuple[Diagnostic, ...]]:
    node, found = read_yaml(Source(name, yaml), yaml, 1)
    if not isinstance(node, Mapping):
        return Given(), found
    values: dict[str, str] = {}
    for key, value in node.pairs:
        if isinstance(value, Scalar):
            values[key.text.lower()] = value.text.strip()
        elif isinstance(value, Sequence):
            values[key.text.lower()] = "; ".join(i.text for i in value.items if isinstance(i, Scalar))

    def pick(names: tuple[str, ...]) -> str:
        return next((values[known] for known in names if values.get(known)), "")

    day = pick(FIELDS["published"])
    mark = read_marks(((key.text, _data(value)) for key, value in node.pairs), frozenset(FIELDS["published"]))
    given = Given(
        title=pick(FIELDS["title"]),
        author=pick(FIELDS["author"]),
        outlet=pick(FIELDS["outlet"]),
        published=day if read_when(day) else day[:10] if read_when(day[:10]) else "",
        url=pick(FIELDS["url"]),
        language=pick(LANGUAGES),
        held=mark.held or next((f"{k.text}: (empty)" for k, v in node.pairs if _is_empty_draft(k.text, v)), ""),
        embargo=mark.embargo,
    )
    return given, found


def _is_empty_draft(key: str, value: Node) -> bool:
    """A key that holds back and says nothing: somebody may have emptied it by mistake."""
    return isinstance(value, Scalar) and not value.text.strip() and bare_key(key) in _DRAFTS


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
