"""Press reviews in Markdown: headings with a line of outlet and day below them, each an article."""

from collections.abc import Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.model import Paragraph, RawDocument
from annotated_briefings.intake.segmentation.credits import Credit, read_credit

COVER, CREDIT = "the cover of a press review", "outlet and day"
_LINK = regex(r"!?\[(?P<words>[^\[\]]*)\]\((?P<url>\S+?)\)")
_APART = " \t-–—|·•,;()"


class _ReviewStart(Value):
    place: int
    credit: Credit
    url: str


def parted_review(document: RawDocument) -> tuple[RawDocument, ...]:
    """The articles of a document that is a press review; any other document as it is."""
    paragraphs = document.paragraphs
    starts = [found for n in range(len(paragraphs) - 1) if (found := _start(paragraphs, n)) is not None]
    if len(starts) < 2:
        return (document,)
    out: list[RawDocument] = []
    ends = [*(start.place for start in starts[1:]), len(paragraphs)]
    cover = tuple(replace(one, aside=COVER) for one in paragraphs[: starts[0].place])
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        given = replace(
            document.given,
            title=paragraphs[start.place].text,
            outlet=start.credit.outlet,
            author=start.credit.author,
            published=start.credit.day,
            url=start.url,
            standfirst=(),
        )
        named = replace(paragraphs[start.place + 1], aside=CREDIT)
        around = (*(() if out else (*document.around, *cover)), named)
        text = paragraphs[start.place + 2 : end]
        name = f"{document.name}#{number}"
        out.append(RawDocument(name, text, document.encoding, True, given, around=around, parent=document.given.title))
    return tuple(out)


def _start(paragraphs: Sequence[Paragraph], n: int) -> _ReviewStart | None:
    """The article that begins at a heading: a line of its outlet and day, and a text, are below it."""
    head, line = paragraphs[n], paragraphs[n + 1]
    below = paragraphs[n + 2] if n + 2 < len(paragraphs) else None
    if not head.heading or line.heading or below is None or below.heading:
        return None
    link = _LINK.search(line.markdown)
    words = line.text
    if link and words.endswith(link["words"]):
        words = words.removesuffix(link["words"]).rstrip(_APART)
    credit = read_credit(words) or read_credit(line.text)
    return _ReviewStart(place=n, credit=credit, url=link["url"] if link else "") if credit and credit.outlet else None
