"""Articles with what their own lines say of their publication: embargoes, forms of press releases."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, timedelta

from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.cut import without_tail
from annotated_briefings.intake.model import Article, Given, Paragraph
from annotated_briefings.intake.stated.closed.notices import CLOSED, Notice, find_notice
from annotated_briefings.intake.stated.embargoes import is_embargo, read_release, without_formalities
from annotated_briefings.intake.stated.hold_times import earlier, later, settled
from annotated_briefings.intake.stated.moments import read_until
from annotated_briefings.intake.stated.state_lines import read_state_lines

FORM = "the form of a release"
"""Why a line that calls its text a release is no text."""
_HEAD = 12
"""Lines at the top of a text among which header lines are looked for."""


def with_releases(articles: Iterable[Article], is_header: Callable[[str], bool]) -> tuple[Article, ...]:
    """Articles in the order of their files, each with its embargo; one that is nothing but an embargo holds for the
    next article of its file. ``is_header`` knows the header lines of texts, such as ``Source: ...``."""
    out: list[Article] = []
    for article in (with_release(one, is_header) for one in articles):
        last = out[-1] if out else None
        if last and last.document == article.document and all(p.aside == FORM for p in last.paragraphs):
            held, until = last.given.held or article.given.held, _later(last.given.embargo, article.given.embargo)
            article = replace(article, given=replace(article.given, held=held, embargo=until))
        out.append(article)
    return tuple(out)


def with_release(article: Article, is_header: Callable[[str], bool]) -> Article:
    """An article with its embargo, and with the lines that only speak of its publication marked as no text."""
    lines = [paragraph.text for paragraph in article.paragraphs]
    notice = find_notice(lines)
    release = read_release(lines[: notice.line] if notice and notice.named else lines)
    heads = frozenset(n for n, line in enumerate(lines[:_HEAD]) if is_header(line))
    state, places = read_state_lines(lines[:_HEAD], heads)
    given = _with_subject(article.given)
    held = given.held or state.held or release.held
    embargo = _later(_later(given.embargo, release.embargo), state.embargo)
    given = replace(given, held=held, embargo=embargo, expires=earlier(given.expires, state.expires))
    formal = frozenset((*release.formal, *places))
    if given == article.given and not formal and notice is None:
        return article
    marked = replace(article, paragraphs=_marked(article.paragraphs, formal), given=given)
    return _closed(marked, notice) if notice else marked


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
    if len(given.published) >= len("2031-01-01") and now and given.published[:10] > _day_after(now):
        given = replace(given, embargo=_later(given.embargo, given.published))
    return replace(article, given=settled(given, now, zone)) if given.embargo or given.expires else article


def _day_after(now: str) -> str:
    return (date.fromisoformat(now[:10]) + timedelta(days=1)).isoformat()


def _with_subject(given: Given) -> Given:
    """What is stated, with the embargo that a headline or a subject names, and that headline without it."""
    title = without_formalities(given.title)
    if not is_embargo(given.title):
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
