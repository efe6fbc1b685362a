"""Markdown files, with or without front matter, as other tools write them."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from typing import Any

from annotated_briefings.base.diagnostics import Diagnostic, Severity, report
from annotated_briefings.base.hold_back import bare_key, meant_by
from annotated_briefings.base.meant.states import is_answer
from annotated_briefings.base.paths import host_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.source import Place, Source
from annotated_briefings.base.values import replace
from annotated_briefings.base.yaml.nodes import Mapping, Node, Scalar
from annotated_briefings.base.yaml.nodes import Sequence as SequenceNode
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.base.yaml.texts import cut_text
from annotated_briefings.intake.compose import counts_from_one, escape_markdown
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected, one_document, read_decoded
from annotated_briefings.intake.formats.hidden import without_hidden
from annotated_briefings.intake.formats.notes.clipped import (
    ADDRESSES,
    OWN,
    SAVED,
    is_saved,
    named,
    names_in,
    parted,
    properties,
    without_marks,
)
from annotated_briefings.intake.formats.notes.reviews import parted_review
from annotated_briefings.intake.formats.records import FIELDS, LANGUAGES, MODIFIED, STANDFIRSTS
from annotated_briefings.intake.formats.tool_comments import without_tool_comments
from annotated_briefings.intake.formats.unseen.apart import COMMENT
from annotated_briefings.intake.formats.unseen.words import unseen_words
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.marks.comments import comments_mark, short_comments
from annotated_briefings.intake.stated.marks.held import marked, read_marks
from annotated_briefings.intake.stated.standfirst import standfirst_of

_DRAFTS = frozenset(("draft", "private", "hidden", "status", "visibility", "published", "embargo"))
_TOML = regex(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*\n", re.DOTALL | re.MULTILINE)
_FRONT = regex(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*\n", re.DOTALL | re.MULTILINE)
_HEADING = regex(r"(#{1,6})[ \t]+(.*?)[ \t#]*\Z", re.DOTALL)
_OTHER_MARK = regex(
    r"!?\[(?!\^?\d{1,3}\]\[)([^\]]{0,1000})\](?:\([^)]{0,2000}\)|\[[^\]\n]{0,200}\])"
    r"|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}|^[>\-+*] ",
    re.MULTILINE,
)
_MARK = regex(rf"{_OTHER_MARK.pattern}|^\d+[.)] ", re.MULTILINE)
_NUMBER = regex(r"^(\d{1,9})[.)] ", re.MULTILINE)
_FRONT_COMMENT = regex(r"^[ \t]*#[# \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)

_FRAME = regex(r"\s*</?(?:aside|section|div|center)\b[^<>]*>\s*", re.IGNORECASE)
"""A line that is nothing but the begin or the end of a frame around blocks."""
_BREAK = regex(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_ADDRESS = regex(r"https?://\S+$", re.IGNORECASE)
_NOTED, _PROGRAM = "parentid", ("joplin", "evernote", "web.clip", "mobile")
"""A field of notes that name their program as their source, and such programs."""
_LONGEST = 140
"""Characters of a first line that is the title of a note."""
_TEXTS = frozenset(bare_key(name) for field in ("title", "author", "outlet") for name in FIELDS[field])
"""Keys of texts, without what people spell in several ways."""


_FACTS = frozenset(
    bare_key(name)
    for name in (*FIELDS["published"], *MODIFIED, *LANGUAGES, "tags", "keywords", "categories", "image", "images")
)
"""Keys of what is no text."""


def read_markdown(file: CollectedFile) -> Detected:
    """A Markdown file of any encoding: one article, or those of a press review."""

    def read(text: str) -> Detected:
        documents, found = one_document(read_markdown_file(file.name, text))
        return tuple(part for document in documents for part in parted_review(document)), found

    return read_decoded(file, read)


def read_markdown_file(name: str, text: str) -> tuple[RawDocument | None, tuple[Diagnostic, ...]]:
    """A Markdown file as one article: its blocks stay as they are, its front matter says what it can."""
    front = _FRONT.match(text) or _TOML.match(text)
    stated, found = _stated(name, front[0]) if front else ([], ())
    body = text[front.end() :] if front else text
    offset = text.count("\n", 0, front.end()) if front else 0
    above = _front_comments(front[0], stated) if front else []
    uncommented, comments = without_tool_comments(body, markdown=True)
    seen, hidden = without_hidden(uncommented)
    blocks = list(_blocks(seen, offset))
    own, used = properties(blocks)
    given = marked(_given([*stated, *own]), comments_mark(short_comments(body)))
    saved = bool(used) or is_saved(key for key, _ in stated)
    paragraphs = list(named(blocks, used, saved=saved))
    first = next((n for n, one in enumerate(paragraphs) if not one.aside), None)
    if first is not None and _is_title(paragraphs[first], given.title, used, len(paragraphs)):
        head = paragraphs.pop(first)
        given = replace(given, title=given.title or head.text)
        paragraphs += [] if bare_key(head.text) == bare_key(given.title) else [replace(head, aside=OWN)]
    if not any(not one.aside for one in paragraphs):
        return None, (
            *found,
            report("empty-file", "the file holds no text", Place(name), help="there is nothing to import in it"),
        )
    text_alone = tuple(one for one in paragraphs if not one.aside)
    around = tuple(one for one in paragraphs if one.aside)
    texts = [one.text for one in text_alone]
    standfirst = standfirst_of(given.standfirst, given.title, texts, own=given.own_standfirst)
    facts = (given.title, given.author, given.outlet, standfirst, *texts)
    unused = unused_fields([(key, value) for key, value in stated if bare_key(key) not in _FACTS], facts)
    return RawDocument(
        name,
        text_alone,
        "markdown",
        True,
        given,
        around=(*around, *unused, *unseen_words((*above, *comments, *hidden))),
    ), found


def _front_comments(front: str, stated: Sequence[tuple[str, Any]]) -> list[tuple[str, str]]:
    """The lines of front matter that are comments, and no lines of a value."""
    values = " ".join(str(value) for _, value in stated)
    return [(one, COMMENT) for one in _FRONT_COMMENT.findall(front) if one not in values]


def _is_title(paragraph: Paragraph, title: str, used: frozenset[int], count: int) -> bool:
    """Whether the first block of a file is its headline: a heading, or a line above a text with properties below it."""
    if title:
        return paragraph.heading and (bool(used) or bare_key(paragraph.text) == bare_key(title))
    return paragraph.heading or (count - 1 in used and "\n" not in paragraph.text and len(paragraph.text) < _LONGEST)


def _stated(name: str, front: str) -> tuple[list[tuple[str, Any]], tuple[Diagnostic, ...]]:
    """The fields of front matter; it begins and ends with its marks."""
    inside = front.partition("\n")[2].rstrip().rpartition("\n")[0] + "\n"
    if front.startswith("+++"):
        pairs, found = _toml(name, inside)
    else:
        source = Source(name, front)
        node, found = read_yaml(source, inside, 1)
        nodes = node.pairs if isinstance(node, Mapping) else ()
        pairs = [(key.text, _data(value)) for key, value in nodes]
        if node is None or any(one.severity is Severity.ERROR for one in found):
            # What cannot be read may say that it is not public.
            pairs.append(("draft", "its front matter cannot be read"))
        # What a comment has cut off may be a part of the headline: somebody must look at it.
        texts = (value for key, value in nodes if isinstance(value, Scalar) and bare_key(key.text) in _TEXTS)
        found = (*found, *filter(None, (cut_text(source, text) for text in texts)))
    return list(pairs), found


def _given(pairs: Sequence[tuple[str, Any]]) -> Given:
    """What the fields of a file state; an address is never the name of an outlet."""
    values: dict[str, str] = {}
    for key, value in pairs:
        words = names_in(_words(value))
        if not values.get(bare_key(key)):
            values[bare_key(key)] = words

    def pick(names: Iterable[str]) -> str:
        return next((values[known] for known in map(bare_key, names) if values.get(known)), "")

    addresses = [values.get(bare_key(key), "") for key in (*FIELDS["url"], *ADDRESSES)]
    url = next((one for one in addresses if _ADDRESS.match(one)), "")
    clipped = any(_ADDRESS.match(values.get(bare_key(key), "")) for key in ADDRESSES)
    noted = clipped or _NOTED in values
    outlets = [one for key in FIELDS["outlet"] if (one := values.get(bare_key(key), "")) and not is_answer(one)]
    outlet = next((one for one in outlets if not _ADDRESS.match(one) and not (noted and one.startswith(_PROGRAM))), "")
    days = [name for name in FIELDS["published"] if not (noted and bare_key(name) in SAVED)]
    mark = read_marks(pairs, frozenset(FIELDS["published"]))
    return Given(
        title=pick(("full_title", *FIELDS["title"])),
        author=pick(FIELDS["author"]),
        outlet=outlet or (host_of(url) if clipped else ""),
        published=pick(days),
        url=url or pick(FIELDS["url"]),
        language=pick(LANGUAGES),
        held=mark.held or next((f"{k}: (empty)" for k, v in pairs if v in (None, "") and _holds(k)), ""),
        embargo=mark.embargo,
        expires=mark.expires,
        modified=pick(MODIFIED),
        standfirst=tuple(values[key] for key in map(bare_key, STANDFIRSTS) if values.get(key)),
    )


def _holds(key: str) -> bool:
    """Whether a key speaks of what is not public: where it is empty, it holds back."""
    return bare_key(key) in _DRAFTS or meant_by(key) in ("publish_at", "embargo_until")


def _toml(name: str, text: str) -> tuple[list[tuple[str, Any]], tuple[Diagnostic, ...]]:
    try:
        # Days and times of TOML are read like those of YAML.
        return [(key, _written(value)) for key, value in tomllib.loads(text).items()], ()
    except ValueError as error:
        message = f"the front matter is no TOML: {str(error).lower()}"
        wrong = report(
            "front-matter", message, Place(name, 1, 1), help="correct it; the text below it is imported as a draft"
        )
        # What cannot be read may say that it is not public.
        return [("draft", "its front matter cannot be read")], (wrong,)


def _written(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _written(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_written(one) for one in value]
    return value.isoformat() if isinstance(value, (date, time)) else value


def _words(value: Any) -> str:
    """A value as text; the items of a list parted by semicolons."""
    if isinstance(value, list):
        return "; ".join(map(_words, value))
    return "" if value is None or isinstance(value, dict) else str(value).strip()


def _data(node: Node) -> Any:
    if isinstance(node, Mapping):
        return {key.text: _data(value) for key, value in node.pairs}
    if isinstance(node, SequenceNode):
        return [_data(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def _blocks(body: str, offset: int) -> Iterator[tuple[Paragraph, str]]:
    """Blocks parted by blank lines and headings, fenced code in one piece, each with its source; raw HTML stays words,
    as in every brief."""
    lines = body.split("\n")
    start = 0
    while start < len(lines):
        if (
            not lines[start].strip()
            or _FRAME.fullmatch(lines[start])
            or (_BREAK.fullmatch(lines[start]) and (not start or not lines[start - 1].strip()))
        ):
            start += 1
            continue
        end = start + 1
        fence = lines[start].strip()[:3] if lines[start].strip()[:3] in ("```", "~~~") else ""
        alone = bool(_HEADING.match(lines[start]))
        while not alone and end < len(lines) and _goes_on(lines[end], fence):
            end += 1
        end += 1 if fence else 0
        block = "\n".join(lines[start:end]).strip("\n")
        shown = block if fence else without_marks(block)
        heading = _HEADING.match(shown) if "\n" not in shown else None
        marks = _MARK if counts_from_one([int(one) for one in _NUMBER.findall(shown)]) else _OTHER_MARK
        text = " ".join(marks.sub(lambda m: m[1] or "", heading[2] if heading else shown).split())
        own = "" if heading or escape_markdown(text) == shown else shown
        last = offset + min(end, len(lines))
        yield from parted(Paragraph(text, offset + start + 1, last, own, heading is not None), shown)
        start = end


def _goes_on(line: str, fence: str) -> bool:
    """Whether a line belongs to the block above it."""
    if fence:
        return line.strip()[:3] != fence
    return bool(line.strip()) and not _HEADING.match(line) and _FRAME.fullmatch(line) is None
