"""Articles with what their own lines say of their publication: embargoes, forms of press releases."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from annotated_briefings.base.dates import days_after
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import replace
from annotated_briefings.intake.agencies.release_parts import parts_below_news
from annotated_briefings.intake.agencies.releases import is_contact, is_form, names_sender
from annotated_briefings.intake.cleaning.cut import without_tail
from annotated_briefings.intake.labels import speaks_of_future
from annotated_briefings.intake.model import Article, Given, Paragraph, RawDocument
from annotated_briefings.intake.stated.closed.notices import CLOSED, Notice, find_notice
from annotated_briefings.intake.stated.closed.title_marks import parted_title
from annotated_briefings.intake.stated.closed.withdrawals import withdrawal
from annotated_briefings.intake.stated.embargoes import (
    Release,
    is_embargo,
    is_formality,
    read_release,
    without_formalities,
)
from annotated_briefings.intake.stated.hold_times import earlier, later, settled
from annotated_briefings.intake.stated.marks.held import NO_MARK, Mark, joined
from annotated_briefings.intake.stated.marks.laid_out import line_marks
from annotated_briefings.intake.stated.marks.state_lines import read_state_lines
from annotated_briefings.intake.stated.moments import DAY, read_until

BEGINNING = "the beginning of the letter"
"""Why lines above the stories of a letter are not part of their texts."""
FORM = "the form of a release"
"""Why a line that calls its text a release is no text."""
_SENTENCE = regex(rf"[{STOPS}]\W*$")
_OUR_OWN = ("model", "decision")
"""Why articles start where nothing in their file says so."""
_LONGEST = 160
_FOOT = 5
"""Lines below a heading over what a release says of its sender, among which there is proof of that."""
_HEAD, _TOP = 12, 4
"""Lines at the top of a text among which header lines are looked for, and those that say that it is a release."""


def with_releases(
    articles: Iterable[Article], is_header: Callable[[str], bool], rows: Collection[tuple[str, int]] = ()
) -> tuple[Article, ...]:
    """Articles in the order of their files, each with its embargo; one that is nothing but an embargo holds for the
    next article of its file, and so does one below which only we have parted its file. ``is_header`` knows the header
    lines of texts, such as ``Source: ...``; ``rows`` are the document and line of each row of signs that parts."""
    out: list[Article] = []
    for one in articles:
        article = with_release(one, is_header)
        last = out[-1] if out else None
        if last and last.document == article.document and (_is_complete(last) or _may_go_on(last, article, rows)):
            held, until = last.given.held or article.given.held, _later(last.given.embargo, article.given.embargo)
            article = replace(article, given=replace(article.given, held=held, embargo=until))
        out.append(article)
    return tuple(out)


def with_shared_holds(documents: Sequence[RawDocument]) -> tuple[RawDocument, ...]:
    """Documents with what the lines above the first of their file say of when all of them may be published: above the
    items of a list, and above the stories of a letter."""
    out: list[RawDocument] = []
    files: dict[str, Release] = {}
    for one in documents:
        file = one.name.rpartition("#")[0] or one.name
        if file not in files:
            files[file] = read_release(_above(one))
        hints = files[file]
        if hints.embargo or hints.held:
            held, until = one.given.held or hints.held, _later(one.given.embargo, hints.embargo)
            one = replace(one, given=replace(one.given, held=held, embargo=until))
        out.append(one)
    return tuple(out)


def _above(first: RawDocument) -> list[str]:
    """The lines of a file above the text of its first document; none of a page, which has those of other articles."""
    if first.encoding == "html":
        return []
    top = next((p.line for p in first.paragraphs if p.line), 0)
    lines = [p for p in first.around if p.aside == BEGINNING or 0 < p.line < top]
    lines += first.paragraphs[:_TOP] if first.parent and first.parent == first.given.title else ()
    return [p.text for p in lines[:_HEAD] if is_embargo(p.text)]


def without_form_above(lines: Sequence[str], asides: Sequence[str]) -> list[str]:
    """Lines of a text, those at its very top empty that only speak of its publication, or are no text (``asides`` says
    why), unless others below do too: these may be at the head of each of several articles."""
    top = 0
    while top < min(_TOP, len(lines)) and (
        not lines[top] or asides[top] or is_formality(lines[top]) or is_embargo(lines[top])
    ):
        top += 1
    if any(is_formality(line) for line in lines[top:]) or {*asides[:top]} & {*asides[top:]} - {""}:
        return list(lines)
    return ["" if n < top else line for n, line in enumerate(lines)]


def forms(lines: Sequence[str]) -> frozenset[int]:
    """Places of headings below the news of releases, which are no headlines of articles: notes to editors, and in what
    is a release for certain the heading over the words about who sent it."""
    top = [line for line in lines if line.strip()][:_TOP]
    sure = any(is_formality(line) or is_embargo(line) for line in top)
    return frozenset(
        n
        for n, line in enumerate(lines)
        if is_form(line) or (n and names_sender(line) and (sure or _is_foot(lines, n)))
    )


def _is_foot(lines: Sequence[str], place: int) -> bool:
    """Whether right below a line is what only releases have: statements about the future, or whom to ask."""
    below = lines[place + 1 : place + 1 + _FOOT]
    return any(is_form(line) or speaks_of_future(line) or is_contact(line) for line in below)


def _is_complete(article: Article) -> bool:
    """Whether an article is nothing but the form of a release."""
    return all(p.aside == FORM for p in article.paragraphs)


def _may_go_on(last: Article, article: Article, rows: Collection[tuple[str, int]]) -> bool:
    """Whether an article may be a part of the one above it: no line parts them, and it does not say when it is public
    itself."""
    between = range(last.paragraphs[-1].last_line + 1, article.paragraphs[0].line)
    parted = any((article.document, line) in rows for line in between)
    return article.why in _OUR_OWN and not parted and not any(p.aside == FORM for p in article.paragraphs[:_HEAD])


def with_release(article: Article, is_header: Callable[[str], bool]) -> Article:
    """An article with its embargo, and with the lines that only speak of its publication marked as no text."""
    article = _with_marks(_with_bare_headline(article))
    lines = [paragraph.text for paragraph in article.paragraphs]
    notice = find_notice(lines)
    release = read_release(lines[: notice.line] if notice and _closes_below(lines, notice) else lines)
    heads = frozenset(n for n, line in enumerate(lines[:_HEAD]) if is_header(line))
    marks = [paragraph.markdown or paragraph.text for paragraph in article.paragraphs[:_HEAD]]
    state, places = read_state_lines(lines[:_HEAD], heads, marks)
    laid, blocks = _laid_out(article.paragraphs[: notice.line] if notice else article.paragraphs, frozenset(places))
    state = joined((state, laid))
    given = _with_subject(article.given)
    held = given.held or state.held or release.held or withdrawal(given.title, [one for one in lines if one])
    embargo = _later(_later(given.embargo, release.embargo), state.embargo)
    given = replace(given, held=held, embargo=embargo, expires=earlier(given.expires, state.expires))
    formal = frozenset((*release.formal, *places, *blocks))
    marked = replace(article, paragraphs=_marked(article.paragraphs, formal), given=given)
    parts = parts_below_news(
        marked.paragraphs, is_release=any(map(is_formality, lines[:_TOP])) or bool(release.embargo)
    )
    if given == article.given and not formal and not parts and notice is None:
        return article
    marked = replace(
        marked,
        paragraphs=tuple(replace(p, aside=parts.get(n, p.aside)) for n, p in enumerate(marked.paragraphs)),
        subheadings=tuple(n for n in marked.subheadings if n not in parts),
    )
    return _closed(marked, notice) if notice else marked


def _laid_out(paragraphs: Sequence[Paragraph], known: Collection[int]) -> tuple[Mark, tuple[int, ...]]:
    """What the lines of the first and last blocks of a text say when their layout is taken away, and the places of
    blocks that say no more than that; ``known`` are the places of lines that are read already."""
    marks: list[Mark] = []
    places: list[int] = []
    for place, one in enumerate(paragraphs):
        if place in known or _HEAD <= place < len(paragraphs) - _FOOT:
            continue
        found = [mark for line, mark in line_marks(one.markdown or one.text) if line != one.text]
        marks += found
        if found and NO_MARK not in found:
            places.append(place)
    return joined(marks), tuple(places)


def _with_marks(article: Article) -> Article:
    """An article with the marks that close its headline as a line of its own, so that no word of them is lost."""
    title, bare = article.given.title, _with_subject(article.given).title
    marks = (title.replace(bare, " ", 1) if bare and bare in title else title).strip(" :：|–—-")
    if bare == title or not marks or not article.paragraphs:
        return article
    last = article.paragraphs[-1].last_line
    return replace(article, paragraphs=(*article.paragraphs, Paragraph(marks, last, last, aside=FORM)))


def _closes_below(lines: Sequence[str], notice: Notice) -> bool:
    """Whether a notice is about what is below it, and not an embargo of the whole at its foot."""
    last = not any(lines[notice.line + 1 :])
    return notice.named and not (last and notice.start == 0 and DAY.search(lines[notice.line]))


def _with_bare_headline(article: Article) -> Article:
    """An article whose first line is a headline with marks that close it: these become a line of their own."""
    place = next((n for n, one in enumerate(article.paragraphs) if not one.aside), len(article.paragraphs))
    if place + 1 >= len(article.paragraphs) or article.given.title:
        return article
    line = article.paragraphs[place]
    parted = parted_title(line.text)
    if not (parted.marks and parted.rest) or len(line.text) > _LONGEST or _SENTENCE.search(parted.rest):
        return article
    mark = replace(line, text=" ".join(parted.marks), markdown="", heading=False, aside=FORM)
    bare = replace(line, text=parted.rest, markdown="")
    held = article.given.held or ("" if read_until(line.text) else line.text)
    return replace(
        article,
        paragraphs=(*article.paragraphs[:place], mark, bare, *article.paragraphs[place + 1 :]),
        subheadings=tuple(n + (n >= place) for n in article.subheadings),
        given=replace(article.given, held=held, embargo=_later(article.given.embargo, read_until(line.text))),
    )


def _closed(article: Article, notice: Notice) -> Article:
    """An article without what is below a notice that closes it; whom that names is not its writer."""
    above, here = list(article.paragraphs[: notice.line]), article.paragraphs[notice.line]
    head, tail = here.text[: notice.start].strip(), here.text[notice.start :]
    kept = without_tail(here.markdown, tail) if here.markdown and head else ""
    if head and (kept or not here.markdown):
        above.append(replace(here, text=head, markdown=kept))
        here = replace(here, text=tail, markdown="")
    below = [replace(p, aside=p.aside or CLOSED, heading=False) for p in (here, *article.paragraphs[notice.line + 1 :])]
    hidden, shown = (" ".join(p.text for p in some) for some in (below, above))
    writers = [one for one in article.given.author.split(", ") if one not in hidden or one in shown]
    return replace(
        article,
        paragraphs=(*above, *below),
        subheadings=tuple(n for n in article.subheadings if n < notice.line),
        given=replace(article.given, author=", ".join(writers)),
    )


def not_yet(article: Article, now: str, zone: str) -> Article:
    """An article with its times as briefs write them, see ``settled``. One that its source dates later than ``now`` (a
    moment) by more than a day waits until then. ``zone`` (IANA) is that of times that name none."""
    given = article.given
    if len(given.published) >= len("2031-01-01") and now and given.published[:10] > days_after(now, 1):
        given = replace(given, embargo=_later(given.embargo, given.published))
    return replace(article, given=settled(given, now, zone)) if given.embargo or given.expires else article


def _with_subject(given: Given) -> Given:
    """What is stated, with the embargo that a headline or a subject names, and that headline without it."""
    parted = parted_title(given.title)
    title = without_formalities(parted.rest)
    if not parted.marks and not is_embargo(given.title):
        return replace(given, title=title)
    until = read_until(given.title)
    held = given.held or ("" if until or given.embargo else given.title)
    return replace(given, title=title, held=held, embargo=_later(given.embargo, until))


def _later(one: str, other: str) -> str:
    """Of two moments the later one, which holds back for certain; a day counts from its start."""
    last = later(one, other)
    return f"{last}T00:00:00" if re.fullmatch(r"\d{4}-\d\d-\d\d", last) else last


def _marked(paragraphs: Sequence[Paragraph], places: Collection[int]) -> tuple[Paragraph, ...]:
    return tuple(replace(p, aside=FORM) if n in places else p for n, p in enumerate(paragraphs))
