"""What a text says about itself: headline, outlet, author, date, embedded posts."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from annotated_briefings.base.paths import has_web_scheme, is_placeholder
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.agencies.releases import publisher
from annotated_briefings.intake.agencies.spread import sender_of
from annotated_briefings.intake.agencies.wire import SIGN, sent_day, without_slug
from annotated_briefings.intake.below_headline.derived import HEADLINE_LIMIT, WEEKDAYS, derived_headline
from annotated_briefings.intake.below_headline.header_lines import closing_lines, header_lines, preamble
from annotated_briefings.intake.below_headline.names import is_head_line, names_beside_day
from annotated_briefings.intake.cleaning.datelines import (
    credit_line,
    day_before,
    day_line,
    is_day_line,
    labelled_day,
    read_dateline,
    unread_day_line,
)
from annotated_briefings.intake.cleaning.days import find_day, order_of_texts, stated_day
from annotated_briefings.intake.cleaning.spoken import language_of_article
from annotated_briefings.intake.headers import is_unused, read_header
from annotated_briefings.intake.model import Article, ArticleMeta, Post, Stated
from annotated_briefings.intake.ner.person_names import are_people, is_office
from annotated_briefings.intake.segmentation.bylines import (
    AGENCIES,
    byline_names,
    byline_of_language,
    is_office_line,
    signed,
)
from annotated_briefings.intake.segmentation.words import word_count
from annotated_briefings.intake.stated.addresses import clean_address
from annotated_briefings.intake.stated.head_labels import labelled_writer
from annotated_briefings.intake.stated.outlets import outlet_name
from annotated_briefings.intake.stated.people import people, rest_of_byline
from annotated_briefings.intake.stated.release import FORM

NOTHING = Stated("", False)
_DATED = (FORM, SIGN)
"""Lines that are no text and may state its day."""
_ORNAMENT = regex(r"^[◎●○■□◆◇▲△▼▽★☆※►▶]+\s*(?=\w)")
_PERSON = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[a-z]{1,3} ){0,2}[A-ZÀ-Þ][\w.'’-]+){1,3}"
_BETWEEN = regex(r"\s*[,;|·•]\s*|\s+[-–—]\s+|\s+(?=on\b|am\b|le\b)")
"""What is between a byline and a day."""
_BYLINE = regex(
    rf"(?:by|von|par|por)[: ] ?(?P<name>{_PERSON}(?:(?:, | and | & | und | et | y ){_PERSON}){{0,5}})(?: {AGENCIES})?"
    r"(?: ?[<(][^<>()@]*@[^<>()]*[>)])?(?: in [A-Z][\w .'’-]{2,30})?"
    r"(?:,? (?:for|at|of)? ?(?P<outlet>[A-Z][\w .&'-]{2,40}))?\.?",
    re.IGNORECASE,
)
_POST_AUTHOR = regex(r"[—–-]{1,2} ?(?P<name>[^@]{1,80}?) ?\((?P<handle>@\w{1,40})\)(?:,? (?P<day>[^@()]{4,30}?))?\.?")
_IN_SELF = ("told ", "emailed ", "spoke ", "interview with ", "statement", "reached out", "been able", "could not ")
"""What each sentence has in which a paper speaks of itself."""
_SELF = regex(
    r"\b(?:told|emailed|spoke (?:to|with)|an interview with|in a statement to|a statement sent to) "
    r"(?P<a>[A-Z][A-Za-z]+(?: (?:[A-Z][a-z]+|[A-Z]+))?)\b(?=[.,” ]|$)"
    r"|\b(?P<b>[A-Z][a-z]+[A-Z][A-Za-z]+) "
    r"(?:has reached out|hasn['’]t been able|has not been able|could not (?:reach|verify))"
)
_DATELINES = 2
"""Paragraphs at the top of a text that may begin with a dateline: a standfirst may be above it."""
_DAYS_ABOVE = 2
"""Lines above a headline that name its day, at most."""


def read_metadata(article: Article, outlet: str = "", published: str = "") -> ArticleMeta:
    """What an article's text proves about it; ``outlet`` and ``published`` are what the editor said, and win."""
    kept = [n for n, paragraph in enumerate(article.paragraphs) if not paragraph.aside]
    if not kept or len(kept) == len(article.paragraphs):
        return _read_metadata(article, outlet, published)
    place = {n: at for at, n in enumerate(kept)}
    # What comes first below the form of a release is its headline.
    heads = tuple(place[n] for n in article.subheadings if place.get(n, 0) > 0)
    text = replace(article, paragraphs=tuple(article.paragraphs[n] for n in kept), subheadings=heads)
    # A line such as `Published on 3 May 2026` is the form of a release, and states the day of its text.
    formal = (
        sent_day(p.text) or (day_line(p.text) if p.aside == FORM else "")
        for p in article.paragraphs
        if p.aside in _DATED
    )
    sender = sender_of(article.paragraphs)
    day = article.given.published or next(filter(None, formal), "") or sender.day
    given = replace(text.given, published=day)
    meta = _read_metadata(replace(text, given=given), outlet, published, sender.name)
    asides = set(range(len(article.paragraphs))) - set(kept)
    return replace(
        meta,
        posts=tuple(replace(post, place=kept[post.place]) for post in meta.posts),
        skipped=tuple(sorted(asides | {kept[n] for n in meta.skipped})),
    )


def _read_metadata(article: Article, outlet: str, published: str, sender: str = "") -> ArticleMeta:
    texts = [paragraph.text for paragraph in article.paragraphs]
    given = article.given
    order = order_of_texts(texts)
    day_of = partial(day_line, order=order)
    posts = _posts(texts)
    closing = closing_lines(texts, sources=given.ends_with_source)
    headed, header_places = header_lines(texts, closing)
    skipped = {post.place + 1 for post in posts} | header_places
    headed, above_headers = preamble(texts, headed, header_places)
    header_places |= above_headers
    first = next((n for n in range(len(texts)) if n not in header_places), 0)
    title = given.title or headed.get("title", "")
    above = first
    named_above = []
    while not title and first - above < _DAYS_ABOVE and first + 2 < len(texts):
        credit = names_beside_day(texts[first], texts[first + 1 :]) if credit_line(texts[first])[1] else None
        if not (
            is_day_line(texts[first])
            or (credit and credit.outlet and _stated_headline(article, texts, first + 1, below_day=True))
        ):
            break
        named_above += [credit] if credit else []
        first += 1
    skipped |= set(range(above, first))
    headline = title or _stated_headline(article, texts, first, below_day=first > above)
    body = first + 1 if headline and (not title or texts[first] == title) and first + 1 < len(texts) else first
    skipped |= set(range(body))
    author = Stated(given.author or people(headed.get("author", "")), False)
    outlet_found = Stated(given.outlet or outlet_name(headed.get("outlet", "")), False)
    if named_above and not outlet_found.value:
        outlet_found = Stated(named_above[0].outlet, not named_above[0].sure)
    written = _written_day(headed.get("published", ""), order) or next(
        filter(None, (*map(day_of, texts[above:first]), *(one.day for one in named_above))), ""
    )
    day = Stated(given.published or written, False)
    unused: list[str] = []
    no_field = [texts[n] for n in sorted(header_places - closing.keys()) if is_unused(texts[n], headed)]
    no_field += [texts[n] for n, writer in closing.items() if headed["outlet"] != writer.outlet]
    unused.append(rest_of_byline(headed.get("author", ""), author.value, outlet_found.value))
    unread = [one for one in (headed.get("published", ""), *texts[above:first]) if unread_day_line(one)]
    while body in header_places and body + 1 < len(texts):
        body += 1
    for place in range(top := body, min(body + 4, len(texts) - 1)):
        if article.paragraphs[place].heading and place in article.subheadings and day_of(texts[place]):
            # The time of an entry of a running report.
            break
        credit = names_beside_day(texts[place], texts[place + 1 :])
        line, day_text = ("", "") if credit and credit.author and credit.outlet else _without_day(texts[place])
        day = day if day.value or not day_text else Stated(day_text, False)
        byline = _BYLINE.fullmatch(line)
        if byline and are_people(byline["name"]):
            author = author if author.value else Stated(people(byline["name"]), False)
            outlet_found = outlet_found if outlet_found.value else Stated(byline["outlet"] or "", False)
            unused.append(rest_of_byline(line, author.value, outlet_found.value))
        elif (names := byline_names(line) or labelled_writer(line, below_headline=True)) or is_office_line(line):
            author = author if author.value or is_office(names) else Stated(people(names), False)
            writer = labelled_writer(line, below_headline=True) or line
            unused.append(rest_of_byline(writer, author.value, outlet_found.value))
        elif names := byline_of_language(line, lambda: language_of_article(given.language, "\n".join(texts)).value):
            author = author if author.value else Stated(people(names), False)
        elif (header := read_header(line)) and header.field in ("author", "published", "outlet"):
            author = author if author.value or header.field != "author" else Stated(people(header.value), False)
            dated = _written_day(header.value, order) if header.field == "published" else ""
            day = day if day.value or not dated else Stated(dated, False)
            unread += [header.value] if header.field == "published" and unread_day_line(header.value) else []
            if header.field == "outlet" and not outlet_found.value:
                outlet_found = Stated(outlet_name(header.value), False)
            unused.append(rest_of_byline(header.value, author.value, outlet_found.value) if not dated else "")
        elif header and header.value != line and header.field != "title":
            no_field += [] if header.field and headed.setdefault(header.field, header.value) == header.value else [line]
        elif unread_day_line(texts[place]):
            unread.append(texts[place])
        elif dated := day_of(texts[place]):
            day = day if day.value else Stated(dated, False)
        elif credit:
            author = author if author.value else Stated(people(credit.author), False)
            day = day if day.value else Stated(credit.day, False)
            outlet_found = outlet_found if outlet_found.value else Stated(credit.outlet, not credit.sure)
            unused.append(credit.rest)
        elif place == top and headline and _is_second_headline(texts, place):
            continue
        else:
            break
        skipped.add(place)
        body = place + 1
    below = {n: names for n, names in signed(texts).items() if n > body}
    if not given.author and below and (author.value or len(texts) - 1 in below):
        # Of two texts that one file runs together, neither writer is the writer of both.
        author = Stated(people("; ".join(filter(None, (author.value, *below.values())))), False)
        skipped |= {len(texts) - 1} & below.keys()
    dateline = read_dateline(texts[body]) if body < len(texts) else None
    if dateline:
        author = author if author.value else Stated(people(dateline.author), False)
        if not outlet_found.value and dateline.agency:
            news = texts[body][dateline.end :]
            outlet_found = Stated(publisher(dateline.agency, headline, news, texts, sender), False)
        if not day.value and dateline.day:
            day = Stated(dateline.day, False)
        elif not day.value and dateline.yearless and not given.paper_day:
            day = Stated(day_before(dateline.yearless, given.latest), True)
            unread += [] if day.value else [texts[body][: dateline.end].strip(" -–—:")]
    day = day if day.value else Stated(given.paper_day, False)
    # What states the day of its last change alone is of that day.
    day = day if day.value else Stated(_written_day(headed.get("updated", "")), True)
    outlet_found = outlet_found if outlet_found.value else Stated(given.paper or sender, False)
    day = day if day.value else _proven_by_post(texts[body] if body < len(texts) else "", posts)
    outlet_found = outlet_found if outlet_found.value else _own_name(texts)
    lead = texts[body] if body < len(texts) else texts[0]
    derived = "" if headline else derived_headline(without_dateline([lead])[0])
    named = Stated(derived, True) if derived else Stated(without_slug(_ORNAMENT.sub("", headline)).rstrip("."), False)
    return ArticleMeta(
        headline=named,
        outlet=Stated(outlet, False) if outlet else NOTHING if is_placeholder(outlet_found.value) else outlet_found,
        author=author,
        date=Stated(published, False) if published else day,
        posts=posts,
        url=given.url or (clean_address(headed["url"]) if has_web_scheme(headed.get("url", "")) else ""),
        skipped=tuple(sorted(skipped)),
        modified=given.modified or _written_day(headed.get("updated", ""), order),
        unused=tuple(filter(None, unused)),
        no_field=tuple(no_field),
        unread_days=tuple(unread),
    )


def with_editors_facts(meta: ArticleMeta, outlet: str, published: str) -> ArticleMeta:
    """What is known about an article with what the editor says of all, which wins; empty where neither tells."""
    if outlet:
        meta = replace(meta, outlet=Stated(outlet, False))
    return replace(meta, date=Stated(published, False)) if published else meta


def without_dateline(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs of a text, the first ones without place, day and agency before its news."""
    return (*map(_after_dateline, paragraphs[:_DATELINES]), *paragraphs[_DATELINES:])


def _after_dateline(text: str) -> str:
    found = read_dateline(text)
    return text[found.end :] if found else text


def _without_day(line: str) -> tuple[str, str]:
    """A byline without the day at its end or before it, and that day: `By Ilse Maar, 12 March 2026`; any other line
    as it is, and no day."""
    for mark in _BETWEEN.finditer(line):
        for byline, day in ((line[: mark.start()], line[mark.end() :]), (line[mark.end() :], line[: mark.start()])):
            if (byline_names(byline) or _is_byline(byline)) and (read_day := day_line(day)):
                return byline, read_day
    return line, ""


def _is_byline(line: str, *, sure: bool = False) -> bool:
    found = _BYLINE.fullmatch(line)
    return (found is not None and are_people(found["name"], sure=sure)) or is_office_line(line)


def _is_second_headline(texts: Sequence[str], place: int) -> bool:
    """Whether a line is a second headline: short, and above a line that says who wrote the text, or published it."""
    return len(texts[place]) <= HEADLINE_LIMIT * 2 and is_head_line(texts[place + 1], texts[place + 2 :])


def _written_day(text: str, order: str = "") -> str:
    """A day as people write it in a header line, as ``2024-05-03``; empty when none is named."""
    return stated_day(text, order) or find_day(text, order)


def _stated_headline(article: Article, texts: Sequence[str], place: int = 0, *, below_day: bool = False) -> str:
    """A first line that is no sentence, above text that is; ``below_day`` where only a day is above it."""
    if article.given.headless:
        return ""
    first = texts[place]
    if article.paragraphs[place].heading and len(texts) > place + 1:
        return first
    if (
        len(texts) < place + 2
        or len(first) > 140
        or (place in article.subheadings and not below_day)
        or first[-1] in ".:;,…"
        or word_count(first) < 2
    ):
        return ""
    longest = max(len(text) for text in texts[place + 1 : place + 4])
    named = (
        byline_names(first, sure=True) or _is_byline(first, sure=True) or is_day_line(first) or credit_line(first)[1]
    )
    # The entries of a live report are short, too; a line that says who wrote a text is below its headline.
    below = is_head_line(texts[place + 1], texts[place + 2 :]) or bool(labelled_day(texts[place + 1]))
    return first if (below or longest > 1.3 * len(first)) and not named else ""


def _posts(texts: Sequence[str]) -> tuple[Post, ...]:
    """Author lines such as ``— Jane Doe (@jane) May 3, 2023`` with the paragraph before them."""
    found: list[Post] = []
    for place in range(1, len(texts)):
        match = _POST_AUTHOR.fullmatch(texts[place])
        if match:
            found.append(Post(place - 1, f"{match['name'].strip()} ({match['handle']})", find_day(match["day"] or "")))
    return tuple(found)


def _proven_by_post(lead: str, posts: Sequence[Post]) -> Stated:
    """The day of an embedded post, where the lead names the same day of the week as the day of the news."""
    for post in posts:
        if post.date:
            weekday = WEEKDAYS[date.fromisoformat(post.date).weekday()]
            if re.search(rf"\b[Oo]n {weekday}\b", lead):
                return Stated(post.date, True)
    return NOTHING


def _own_name(texts: Sequence[str]) -> Stated:
    """The outlet, where the text speaks of itself: ``told TechCrunch``."""
    for text in texts:
        match = _SELF.search(text) if any(phrase in text for phrase in _IN_SELF) else None
        # Only a name with a capital inside: `told Reuters` may be about another paper.
        if match and re.search(r"[a-z][A-Z]", match["a"] or match["b"] or ""):
            return Stated((match["a"] or match["b"]).split(" ")[0], True)
    return NOTHING
