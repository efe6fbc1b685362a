"""Downloads of press databases: each document with what its fields state, and everything else named."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.days import find_day, stated_day
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.press.body import BodyLines, find_body, is_prose
from annotated_briefings.intake.formats.press.head import UnlabelledLine, kind_of, names_below, read_head
from annotated_briefings.intake.formats.press.labels import (
    COVER,
    SUMMARY,
    TEXT,
    TITLE,
    Label,
    coded_label,
    named_label,
)
from annotated_briefings.intake.formats.press.marks import RIGHTS, documents_named, is_rights, is_row
from annotated_briefings.intake.formats.press.split import Spans, split
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.stated.standfirst import standfirst_of

FIELD = "a field of a database"
COVER_PAGE = "the cover of a download"
ABSTRACT, AGAIN = "an abstract", "the headline again"
_FACTS = (TITLE, "author", "outlet", "published", "url", "language")
_FULL = 50
"""Characters of a line that was wrapped."""
_ENDED = regex(rf"[{STOPS}:][\"'”’»)\]]*$")
_FEWEST_CODES = 4
"""Different codes at the starts of lines that show fields of two letters."""
_FEWEST = 2
"""Different fields that each document has at least."""
_IMPRINT = regex(r"\s*(?:[;\[(|]|,\s|\b(?:vom|du|del|van)\b(?=\s\W?\d|\s\w+,?\s\d)|\bdd\.).*", re.DOTALL)
_MAY_BE = regex(
    r"^[^\S\n]*(?:.{0,40}\d{1,5}\s+\w{1,3}\s+\d{1,5}\s+\w{5,12}|(?:document|dokument|documento|record|article)\b.{0,24}\d"
    r"|(?:end|ende|fin|fine|einde|koniec|конец)\b.{2,30}|news·\d{8}"
    r"|(?:full ?text|volltext|texte? (?:intégral|completo)|testo (?:completo|integrale)|accession number"
    r"|load-?date|document (?:id|number)|dokument(?:-?nr|nummer)|numéro de document|número de documento|issn)\b"
    r"|(?:HD|LP|TI|AN|PD|SN|AU|SO)[ \t\n])",
    re.IGNORECASE | re.MULTILINE,
)
"""What all downloads have somewhere: nearly all other texts are told by this alone."""


class _Chunk(Value):
    """A document of a download, parted."""

    first: int
    last: int
    labels: Mapping[int, Label]
    values: Mapping[int, tuple[int, ...]]
    body: BodyLines
    free: tuple[UnlabelledLine, ...]


def may_be_export(text: str) -> bool:
    """Whether a text may be a download of a press database: all of these have such lines."""
    return bool(_MAY_BE.search(text))


def read_export(lines: Sequence[str]) -> Outline | None:
    """The documents of a download of a press database; None for any other text. ``lines`` are plain ones, see
    ``plain_lines``."""
    if not may_be_export("\n".join(lines)):
        return None
    labels = _labels(lines)
    found = split(lines, labels)
    chunks = [chunk for a, b in found.documents if (chunk := _chunk(lines, labels, a, b)) is not None]
    if not chunks or not _is_download(found, chunks, lines):
        return None
    sides = sum(names_below(chunk.free) for chunk in chunks)
    below = sides > 0 or (not sides and any(one.kind == "code" for chunk in chunks for one in chunk.free))
    stories = tuple(_story(lines, chunk, below) for chunk in chunks)
    inside = {n for chunk in chunks for n in range(chunk.first, chunk.last)}
    around = {n: COVER_PAGE for n, line in enumerate(lines) if line and n not in inside}
    counted = {n: count for n in around if n < chunks[0].body.end and (count := documents_named(lines[n]))}
    return Outline(stories, around, counted)


def _labels(lines: Sequence[str]) -> dict[int, Label]:
    """The fields that lines begin, by their places; codes count only where there are several of them."""
    coded = {n: label for n, line in enumerate(lines) if line and (label := coded_label(line))}
    keys = {label.key for label in coded.values()}
    roles = {label.role for label in coded.values()}
    if len(keys) >= _FEWEST_CODES and TITLE in roles and roles & {TEXT, SUMMARY}:
        return coded
    return {n: label for n, line in enumerate(lines) if line and (label := named_label(line))}


def _is_download(found: Spans, chunks: Sequence[_Chunk], lines: Sequence[str]) -> bool:
    """Whether the documents that were found are those of a download: nearly each has text and fields."""
    good = 0
    for chunk in chunks:
        keys = {label.key for label in chunk.labels.values()}
        roles = {label.role for label in chunk.labels.values()}
        facts = {one.kind for one in chunk.free} & {"day", "count", "writer"}
        facts |= {RIGHTS for n in range(chunk.first, chunk.last) if lines[n] and is_rights(lines[n])}
        strong = TEXT in roles or sum(n > max(chunk.body.text, default=0) for n in chunk.labels) > 1
        enough = len(keys) >= _FEWEST + 1 and strong if not found.proven else len(keys) + len(facts) >= _FEWEST
        good += bool(chunk.body.text) and enough
    return good == len(chunks)


def _chunk(lines: Sequence[str], labels: Mapping[int, Label], first: int, last: int) -> _Chunk | None:
    """A document parted into fields and text; None for lines that hold none."""
    own = {n: label for n, label in labels.items() if first <= n < last}
    body = find_body(lines, own, first, last)
    if body is None:
        return None
    values = _values(lines, own, body, body.end)
    taken = {*own, *body.text, *(n for places in values.values() for n in places)}
    free = tuple(
        UnlabelledLine(place=n, text=lines[n], kind=kind_of(lines[n]))
        for n in range(first, body.end)
        if lines[n] and n not in taken and not is_row(lines[n])
    )
    return _Chunk(first=first, last=last, labels=own, values=values, body=body, free=free)


def _values(
    lines: Sequence[str], labels: Mapping[int, Label], body: BodyLines, last: int
) -> dict[int, tuple[int, ...]]:
    """The lines below each field that go on with its value, by the places of the fields."""
    out: dict[int, tuple[int, ...]] = {}
    for n, label in labels.items():
        places: list[int] = []
        at = n + 1
        if not label.value and label.role != COVER:
            while at < last and not lines[at]:
                at += 1
        open_value = not label.value or len(label.value) > 60 or label.value[-1] in ",;"
        while open_value and at < last and lines[at] and at not in labels and at not in body.text:
            if is_row(lines[at]) or is_rights(lines[at]) or (label.value and is_prose(lines, at)):
                break
            places.append(at)
            at += 1
        out[n] = tuple(places)
    return out


def _story(lines: Sequence[str], chunk: _Chunk, below: bool) -> ArticleLines:
    known: dict[str, str] = {}
    facts: set[int] = set()
    for n, label in chunk.labels.items():
        value = " ".join((label.value, *(lines[at] for at in chunk.values[n]))).strip()
        stated = label.role in _FACTS and value and n not in chunk.body.text
        if stated and label.role not in known:
            known[label.role] = value
            facts |= {n, *chunk.values[n]}
    outlet, day = _imprint(known.get("outlet", ""))
    head = read_head(chunk.free, known | ({"outlet": outlet} if outlet else {}), below)
    published = known.get("published") or day or head.day
    given = Given(
        title=known.get(TITLE) or head.title,
        author=known.get("author") or head.author,
        outlet=outlet or head.outlet,
        published=published if stated_day(published) or not (day or head.day) else day or head.day,
        url=next(iter(re.findall(r"https?://\S+", known.get("url", ""))), ""),
        language=re.split(r"[;,/]", known.get("language") or head.language)[0].strip(),
    )
    # Pages repeat the headline at their top.
    text = {n: line for n, line in chunk.body.text.items() if line != given.title}
    for n, label in chunk.labels.items():
        if label.role == SUMMARY and n not in text and not given.standfirst:
            words = " ".join((label.value, *(lines[at] for at in chunk.values[n]))).strip()
            found = standfirst_of((words,), given.title, tuple(text.values()))
            given = replace(given, standfirst=(found,) if found else ())
            facts |= {n, *chunk.values[n]} if found else set()
    kept = {*text, *facts, *head.used}
    left = {n: _why(lines, chunk, n) for n in range(chunk.first, chunk.last) if lines[n] and n not in kept}
    coded = any(label.coded for label in chunk.labels.values())
    return ArticleLines(given=given, text=_hanging(text) if coded else text, left=left)


def _hanging(text: Mapping[int, str]) -> dict[int, str]:
    """The text of fields with codes, whose lines hang below their first: those that end in mid-sentence go on."""
    out: dict[int, str] = {}
    last = -1
    for n, line in sorted(text.items()):
        above = out.get(last, "")
        if n - 1 in text and len(text[n - 1]) >= _FULL and not _ENDED.search(above) and not above.endswith("-"):
            out[last] = f"{above} {line}"
        else:
            last = n
            out[n] = line
    return out


def _imprint(value: str) -> tuple[str, str]:
    """Outlet and day of a field such as `Lund Gazette ; Lund [Lund]25 Nov 2026: A.4.`"""
    day = find_day(value)
    outlet = _IMPRINT.sub("", value).strip(" .,:-") if value else ""
    return outlet, day


def _why(lines: Sequence[str], chunk: _Chunk, place: int) -> str:
    """Why a line of a document is no text."""
    if is_rights(lines[place]):
        return RIGHTS
    if place in chunk.body.text:
        return AGAIN
    owner = place if place in chunk.labels else next((n for n, at in chunk.values.items() if place in at), -1)
    role = chunk.labels[owner].role if owner >= 0 else ""
    return ABSTRACT if role == SUMMARY else FIELD
