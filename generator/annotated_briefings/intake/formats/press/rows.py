"""Downloads of press archives whose articles are between rows of signs: a headline, a line with paper, day and page,
perhaps a writer, the text, and whose rights it is."""

import re
from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.cleaning.days import order_of
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.press.marks import RIGHTS, is_rights, is_row
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.ner.person_names import are_people
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.segmentation.credits import read_credit
from annotated_briefings.intake.stated.page_data import names_page

AROUND, PAGE, LINK = "around the articles of a download", "page and edition of a paper", "an address of the archive"
_FEWEST, _HEADLINE, _MOST_HEAD = 2, 200, 5
"""Articles of such a download, characters of a headline, and lines of the head of an article."""
_LAWS = regex(
    r".*(?:\b(?:lov om opphavsrett|åndsverk|upphovsrätt\w*|ophavsret\w*|tekijänoik\w+|urheberrecht\w*"
    r"|droits? d[’']auteur"
    r"|copyright|auteursrecht\w*|derechos de autor|diritto d[’']autore|direitos? de autor|autorsk\w+|авторск\w+)\b).*",
    re.IGNORECASE,
)
_SHORT_LAW = 200
_FIGURES = regex(r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)")
_ADDRESS = regex(r"(?:[^\s:]+ ){0,5}[^\s:]*:?\s*<?(?P<url>https?://[^\s<>]+)>?\.?")
_WHERE = regex(
    r"(?:publi[sc]e?r(?:t|et|at) (?:på|i|på nett|online|print|papir)\b.{0,20}|(?:print|online|nett|web"
    r"|papir)(?:avis)?)\.?",
    re.IGNORECASE,
)


class _BetweenRows(Value):
    first: int
    last: int


def read_between_rows(lines: Sequence[str]) -> Outline | None:
    """The articles of such a download; None for any other text. ``lines`` are plain ones."""
    rows = [n for n, line in enumerate(lines) if line and is_row(line)]
    if not rows:
        return None
    spans = zip([0, *(n + 1 for n in rows)], [*rows, len(lines)], strict=True)
    parts = [_BetweenRows(first=first, last=last) for first, last in spans if any(lines[first:last])]
    order = order_of(day for line in lines for day in _FIGURES.findall(line))
    read = [_article(lines, part, order) for part in parts]
    stories = [one for one in read if one is not None]
    inside = [n for n, one in enumerate(read) if one is not None]
    # Nothing but a cover above, and words of the archive below.
    if len(stories) < _FEWEST or inside != list(range(inside[0], inside[-1] + 1)) or inside[0] > 1:
        return None
    if inside[-1] < len(parts) - 2:
        return None
    around = {
        n: AROUND for part, one in zip(parts, read, strict=True) if one is None for n in range(part.first, part.last)
    }
    return Outline(tuple(stories), {n: why for n, why in around.items() if lines[n]})


def _article(lines: Sequence[str], part: _BetweenRows, order: str) -> ArticleLines | None:
    """The article of a part; None where it has no headline with paper and day below."""
    filled = [n for n in range(part.first, part.last) if lines[n]]
    credit, place = None, 0
    for place in filled[1:3]:
        credit = read_credit(lines[place], order)
        if credit is not None:
            break
    if credit is None or not credit.outlet or len(lines[filled[0]]) > _HEADLINE:
        return None
    left = {place: PAGE} if names_page(lines[place]) else {}
    author, url, at = credit.author, "", filled.index(place) + 1
    above = filled[1 : at - 1]
    while at < len(filled) and at < _MOST_HEAD and filled[at] == filled[at - 1] + 1:
        line = lines[filled[at]]
        names = byline_names(line) or (line if not author and are_people(line, sure=True) else "")
        if not names and not _WHERE.fullmatch(line):
            break
        author = author or names
        left |= {} if names else {filled[at]: AROUND}
        at += 1
    text: dict[int, str] = {}
    for n in (*above, *filled[at:]):
        line, link = lines[n], _ADDRESS.fullmatch(lines[n])
        if is_rights(line) or (len(line) <= _SHORT_LAW and n in filled[-4:] and _LAWS.fullmatch(line)):
            left[n] = RIGHTS
        elif _WHERE.fullmatch(line):
            left[n] = AROUND
        elif link:
            url, left[n] = url or link["url"], LINK
        else:
            text[n] = line
    if not text:
        return None
    given = Given(title=lines[filled[0]], outlet=credit.outlet, author=author, published=credit.day, url=url)
    return ArticleLines(given=given, text=text, left=left)
