"""Articles below a block of lines without labels: a headline, and under it outlet, day, writer and address."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from annotated_briefings.base.paths import host_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value
from annotated_briefings.intake.agencies.releases import is_end_mark
from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.cleaning.spoken import shown_language
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.plain import RULE
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.model import NO_FIELD, Given
from annotated_briefings.intake.segmentation.bylines import byline_names, byline_of_language
from annotated_briefings.intake.stated.head_labels import OUTLET, labelled_writer, read_label
from annotated_briefings.intake.stated.outlets import PAPER

_ADDRESS = regex(r"<?((?:https?://|www\.)[^\s<>]+)>?", re.IGNORECASE)
_NAME_WORDS, _NAME_LONG, _HEADLINE = 6, 60, 180
"""Words and characters of the name of an outlet at most, and characters of a headline."""
_ENDED = regex(rf"[{STOPS};:,]$")
_FEWEST, _MOST = 3, 6
"""Lines of such a block, with its headline."""


_LABELLED, _OTHER_FACT = "label", "fact"


class _TopOfArticle(Value):
    first: int
    """Place of its headline."""
    last: int
    """The place behind its last line."""
    given: Given
    """What its lines state."""
    labelled: tuple[int, ...]
    """Places of its lines with other labels: they are text."""
    unused: Mapping[int, str]
    """Why lines with the label of a fact for which briefs have no field are left out, by their places."""


def read_headed(lines: Sequence[str]) -> Outline | None:
    """The articles of a text that begin with such a block; None for any other text. ``lines`` are plain ones.

    Each line below the headline must be one of the facts, a day among them, and an outlet or an address; what else
    is there is text, and so is all of the block.
    """

    @cache
    def language() -> str:
        return shown_language("\n".join(lines))

    heads = [head for first, last in _blocks(lines) if (head := _head(lines, first, last, language))]
    start = next((n for n, line in enumerate(lines) if line), -1)
    if not heads or heads[0].first != start:
        return None
    stories: list[ArticleLines] = []
    for n, head in enumerate(heads):
        end = heads[n + 1].first if n + 1 < len(heads) else len(lines)
        text = {at: lines[at] for at in (*head.labelled, *range(head.last, end)) if lines[at]}
        if not text or any(_is_other(line) for line in text.values()):
            return None
        stories.append(ArticleLines(given=head.given, text=text, left=head.unused))
    return Outline(tuple(stories), {})


def _is_other(line: str) -> bool:
    """Whether a line of a text shows that other articles follow in it, which have heads of another form."""
    return bool(RULE.fullmatch(line) or is_end_mark(line) or read_header(line) or day_line(line))


def _blocks(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of lines with no blank line between them: the first, and the one after the last."""
    out: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        if line and out and out[-1][1] == at:
            out[-1] = (out[-1][0], at + 1)
        elif line:
            out.append((at, at + 1))
    return out


def _head(lines: Sequence[str], first: int, last: int, language: Callable[[], str]) -> _TopOfArticle | None:
    """What a block of lines states that is the head of an article."""
    title, below = lines[first], lines[first + 1 : last]
    if not _FEWEST <= last - first <= _MOST or not _is_headline(title):
        return None
    kinds = ["author" if byline_of_language(line, language) else _kind(line) for line in below]
    if kinds.count("day") != 1 or any(kinds.count(kind) > 1 for kind in ("url", "author", "name")):
        return None
    found = dict(zip(kinds, below, strict=True))
    if "" in found or not {"url", "name", _LABELLED} & found.keys():
        return None
    address = _ADDRESS.fullmatch(found.get("url", ""))
    url = address[1] if address else ""
    url = f"https://{url}" if url.lower().startswith("www.") else url
    outlet = found.get("name", "")
    label = read_label(outlet)
    if label and label.kind == OUTLET:
        outlet = label.value
    elif outlet and not (kinds.index("name") < kinds.index("day") or _is_outlet(outlet, url)):
        return None
    line = found.get("author", "")
    author = byline_of_language(line, language) or _writer(line)
    given = Given(title=title, outlet=outlet, author=author, published=found["day"], url=url)
    labelled = tuple(first + 1 + n for n, kind in enumerate(kinds) if kind == _LABELLED)
    unused = {first + 1 + n: NO_FIELD for n, kind in enumerate(kinds) if kind == _OTHER_FACT}
    return _TopOfArticle(first, last, given, labelled, unused)


def _is_headline(line: str) -> bool:
    plain = not (_ADDRESS.fullmatch(line) or day_line(line) or byline_names(line) or read_header(line))
    return (
        plain and len(line) <= _HEADLINE and line[-1] not in ".:;,…。" and (len(line.split()) > 1 or not line.isascii())
    )


def _kind(line: str) -> str:
    """Which fact a line states: ``url``, ``day``, ``author``, or ``name`` for one that may be that of an outlet;
    ``label`` for one with a label for something else, which is none."""
    if _ADDRESS.fullmatch(line):
        return "url"
    if day_line(line):
        return "day"
    if _writer(line):
        return "author"
    label = read_label(line)
    if label and label.kind == OUTLET:
        return "name"
    header = read_header(line)
    if header and not header.field and header.value != line:
        return _OTHER_FACT
    if label and not read_header(line) and not (label.dashed and PAPER.fullmatch(line)):
        return _LABELLED
    name = len(line.split()) <= _NAME_WORDS and len(line) <= _NAME_LONG and not _ENDED.search(line)
    return (
        "name"
        if name and not line[0].islower() and not any(c.isdigit() for c in line) and not read_header(line)
        else ""
    )


def _writer(line: str) -> str:
    return byline_names(line) or labelled_writer(line, below_headline=True)


def _is_outlet(name: str, url: str) -> bool:
    """Whether a name ends as those of papers and agencies do, or is that of the site of an address."""
    site = re.sub(r"\W+", "", host_of(url).rpartition(".")[0] or host_of(url)).casefold()
    letters = re.sub(r"\W+", "", name).casefold()
    return bool(PAPER.fullmatch(name) or (site and (site in letters or letters in site)))
