"""The stories of a newsletter: which headlines begin one, what belongs to each, and what is around them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.base.web import host_key
from annotated_briefings.intake.formats.html.headings import Heading, headings
from annotated_briefings.intake.formats.mail.blocks import LetterBlock, is_inside, is_picture, stands_with_next
from annotated_briefings.intake.formats.mail.links import is_more, link_of, source_of, without_more
from annotated_briefings.intake.formats.mail.stated import alike, goes_on_from
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.model import Paragraph
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.release import BEGINNING

ADVERT = "an advertisement"
_LOWEST = 10
"""The rank from which on a line is a headline only by its strong letters, or because it leads somewhere."""
_LEAST, _INTRODUCTION = 12, 40
"""Words of a story, and words before the first one that are an article of their own."""
_END = 60
"""Words of the end of a letter, at most."""
_ADVERT = regex(
    r"\W*(?:advertisement|advert|ad|sponsored(?: by .{1,40}| content| post| link)?|promoted|presented by .{1,40}"
    r"|in partnership with .{1,40}|(?:a )?(?:message|word) from (?:our |today['’]s )?(?:sponsors?|partners?)\b.{0,40}"
    r"|(?:our |today['’]s )sponsor|together with .{1,40}|brought to you by .{1,40}|paid (?:content|post|partnership)"
    r"|partner content|anzeige|werbung|gesponsert(?: von .{1,40})?|präsentiert von .{1,40}|publicité|sponsorisé.{0,40}"
    r"|contenu sponsorisé|publicidad|patrocinado.{0,40}|contenido patrocinado|pubblicità|sponsorizzato|advertentie"
    r"|gesponsord|publicidade|reklama|annons|реклама|reklam|广告|廣告|広告|광고|إعلان)\W*",
    re.IGNORECASE,
)
_MESSAGE = regex(r"\W*(?:a )?(?:message|word|note) from (?!the\b)(?-i:[A-ZÀ-Þ]).{1,40}\W*", re.IGNORECASE)
"""A line above the text of a firm, where it is no headline."""
_LONGEST_LABEL = 9
_COUNTS = regex(r"//(?:[\w-]*(?:click|link|track|trk|go|e|email|mail|url)\d*)\.|/[^/?]{40,}(?:[/?]|$)", re.IGNORECASE)
"""Addresses that count their readers before they lead on: of such all look alike."""
_PARTING = regex(
    r"(?:see you|until (?:tomorrow|next)|that['’]s (?:all|it)\b"
    r"|that is (?:all|it)\b|have a (?:good|great|nice)|best,?$"
    r"|thanks for reading|cheers|yours"
    r"|kind regards|best (?:wishes|regards)|goodbye|bye|bis (?:morgen|nächste|bald|dann)"
    r"|(?:viele|beste|herzliche|schöne) grüße|ihre? redaktion|à (?:demain|bientôt|la semaine)|bonne (?:journée|lecture)"
    r"|hasta (?:mañana|pronto|la próxima)|un saludo|a (?:domani|presto)|tot (?:morgen|volgende)|до (?:завтра|встречи))"
    r"\b.{0,80}",
    re.IGNORECASE,
)
_ENDS = ("how to subscribe or leave", "a notice of rights", "the address of its receiver", "a signature", "a footer")


class LetterStory(Value):
    """A story of a newsletter."""

    title: str
    """Its headline; that of the introduction is the subject of the letter, and empty where there is none."""
    url: str
    """Its address; empty for none."""
    outlet: str
    """Who published it, where the story says so."""
    paragraphs: tuple[Paragraph, ...]
    """Its text, without its headline."""


class LetterStories(Value):
    """The stories of a letter."""

    stories: tuple[LetterStory, ...] = ()
    """They, where they are certain; none for a letter that is one article."""
    around: tuple[Paragraph, ...] = ()
    """What is in none of them, each with its reason."""
    url: str = ""
    """The address of a letter that is one article, where its headline leads there."""
    unsure: tuple[int, ...] = ()
    """0-based places of the blocks at which a story may start, where that is doubtful."""


class _Section(Value):
    start: int
    end: int
    words: int


def find_stories(blocks: Sequence[LetterBlock], subject: str, outlet: str = "") -> LetterStories:
    """The stories of a letter by its shape; ``subject`` is its subject, without what mail programs put before it, and
    ``outlet`` who sends it."""
    heads = headings(blocks)
    adverts = _adverts(blocks, heads)
    chosen = _chosen(blocks, [head for head in heads if head.place not in adverts], (subject, outlet), adverts)
    url = next((head.url for head in heads if head.url and alike(head.title, subject)), "")
    if len(chosen) < 2:
        return LetterStories(url=url)
    boxes = _boxes(blocks, chosen)
    sure = _certainty(blocks, heads, chosen, subject, boxed=boxes is not None, adverts=adverts)
    if sure < 0:
        return LetterStories(url=url)
    if sure < 2:
        return LetterStories(url=url, unsure=tuple(head.place for head in chosen if head.place))
    return _parted(blocks, subject, heads, chosen, boxes, adverts)


def _words(blocks: Sequence[LetterBlock], start: int, end: int, without: frozenset[int]) -> int:
    """The words of news among some blocks."""
    return sum(
        len(p.text.split())
        for n, (p, _) in enumerate(blocks[start:end], start)
        if n not in without and not p.aside and p.text != SEPARATOR and not why_aside(p.text)
    )


def _chosen(
    blocks: Sequence[LetterBlock], heads: Sequence[Heading], names: Sequence[str], adverts: frozenset[int]
) -> list[Heading]:
    """The headlines at which stories start: the highest that have texts of their own, or those that lead somewhere."""
    best: list[Heading] = []
    for rank in sorted({head.rank for head in heads}):
        good = _with_text(blocks, [head for head in heads if head.rank == rank], heads, adverts)
        if len(good) > 1:
            best = good
            break
    linked = _with_text(blocks, [head for head in heads if head.url], heads, adverts)
    best = linked if len(linked) > max(1, len(best)) else best
    top = min((head.rank for head in best), default=0)
    # The title of a letter is above its stories.
    higher = [head for head in heads if head.rank < top and not any(alike(head.title, name) for name in names)]
    return sorted({*best, *_with_text(blocks, higher, heads, adverts)}, key=lambda head: head.place) if best else []


def _with_text(
    blocks: Sequence[LetterBlock], group: Sequence[Heading], heads: Sequence[Heading], adverts: frozenset[int]
) -> list[Heading]:
    """The headlines of a group that have a text of their own below them, before another headline."""
    ranks = {head.place: head.rank for head in heads}
    good: list[Heading] = []
    for head in group:
        words, at = 0, head.place + 1
        while at < len(blocks) and at not in adverts:
            if at in ranks and (words or ranks[at] <= head.rank or ranks[at] < _LOWEST):
                break
            # A strong line between a headline and its text is a byline, or a day.
            words += 0 if at in ranks else _words(blocks, at, at + 1, adverts)
            at += 1
        if words >= _LEAST:
            good.append(head)
    return good


def _certainty(
    blocks: Sequence[LetterBlock],
    heads: Sequence[Heading],
    chosen: Sequence[Heading],
    subject: str,
    *,
    boxed: bool,
    adverts: frozenset[int],
) -> int:
    """How certain it is that a letter holds several articles: from 2 on it does, below 0 it is one."""
    ends = [*(head.place for head in chosen[1:]), len(blocks)]
    linked = len({head.url for head in chosen if head.url})
    sections = [range(head.place + 1, end) for head, end in zip(chosen, ends, strict=True)]
    more = sum(any(is_more(blocks[n][0]) for n in section) for section in sections)
    named = sum(any(source_of(blocks[n][0].text) for n in section) for section in sections)
    short = sum(len(head.title.split()) <= 2 for head in chosen)
    before = _words(blocks, 0, chosen[0].place, adverts | {head.place for head in heads})
    named_first = any(goes_on_from(subject, head.title) for head in chosen)
    same = [] if named_first else [head for head in heads if alike(head.title, subject)]
    score = 3 * (linked > 1 and 2 * linked >= len(chosen)) + 2 * (more > 1 and 2 * more >= len(chosen))
    score += (named > 1) + boxed + 2 * (chosen[0].rank in (8, 9)) + (not same) + bool(adverts) + 2 * named_first
    score -= 2 * (before >= _END) + (_INTRODUCTION / 2 <= before < _END) + 2 * (2 * short > len(chosen))
    if same:
        lead = same[0].place == chosen[0].place or before < _INTRODUCTION / 2
        score -= 1 if lead else 4
    return score


def _boxes(blocks: Sequence[LetterBlock], chosen: Sequence[Heading]) -> list[Tag] | None:
    """The element that holds each story, one beside the other; None where headlines and texts are in no such ones."""
    paths: list[list[Tag]] = []
    for head in chosen:
        tag = blocks[head.place][1]
        if tag is None:
            return None
        paths.append([*reversed([one for one in tag.parents if isinstance(one, Tag)]), tag])
    depth = 0
    while all(len(path) > depth for path in paths) and len({id(path[depth]) for path in paths}) == 1:
        depth += 1
    boxes = [path[depth] for path in paths if len(path) > depth]
    if len({id(box) for box in boxes}) < len(chosen):
        return None
    for box, head in zip(boxes, chosen, strict=True):
        if not is_inside(blocks[head.place + 1][1] if head.place + 1 < len(blocks) else None, box):
            return None
    return boxes


def _adverts(blocks: Sequence[LetterBlock], heads: Sequence[Heading]) -> frozenset[int]:
    """The places of the blocks of advertisements: a line that says so, and what is below it up to a headline."""
    out: set[int] = set()
    places = {head.place for head in heads}
    for n, (paragraph, _) in enumerate(blocks):
        label = _is_label(paragraph) or (n not in places and _MESSAGE.fullmatch(paragraph.text))
        if n in out or len(paragraph.text.split()) > _LONGEST_LABEL or not label:
            continue
        start = n
        while (
            start
            and n not in places
            and start - 1 in places
            and not out & {start - 1}
            and _labels(blocks, start - 1, n)
        ):
            start -= 1
        end = n + 1
        if end in places and _is_news(blocks, heads, n):
            out.add(n)
            continue
        if end in places:
            end += 1
        while end < len(blocks) and end not in places and not (_is_end(blocks[end][0]) or _is_label(blocks[end][0])):
            end += 1
        out |= set(range(start, end))
    return frozenset(out)


def _is_label(paragraph: Paragraph) -> bool:
    return bool(_ADVERT.fullmatch(paragraph.text))


def _is_news(blocks: Sequence[LetterBlock], heads: Sequence[Heading], label: int) -> bool:
    """Whether what follows a line that says "advertisement" is a story like the others: its headline leads to the site
    to which most others lead, and no frame holds it with that line alone."""
    own = next(head for head in heads if head.place == label + 1)
    others = [head for head in heads if head.url and head is not own and not _is_label(blocks[head.place - 1][0])]
    same = [head for head in others if host_key(head.url) == host_key(own.url)]
    if not own.url or len(others) < 2 or 2 * len(same) < len(others) or _COUNTS.search(own.url):
        return False
    tag, line = blocks[own.place][1], blocks[label][1]
    frames = line.parents if line is not None and tag is not None else ()
    frame = next((one for one in frames if is_inside(tag, one)), None)
    return frame is None or any(is_inside(blocks[head.place][1], frame) for head in others)


def _labels(blocks: Sequence[LetterBlock], head: int, label: int) -> bool:
    """Whether a line that says "advertisement" is below the headline that it is about: in one element with it."""
    above, own = blocks[head][1], blocks[label][1]
    return above is not None and own is not None and above.parent is own.parent and label + 1 < len(blocks)


def _is_end(paragraph: Paragraph) -> bool:
    """Whether a block begins the end of a letter: how to leave, whose rights, a goodbye."""
    short = len(paragraph.text.split()) <= _LEAST
    return (paragraph.aside or why_aside(paragraph.text)) in _ENDS or (short and bool(_PARTING.match(paragraph.text)))


def _parted(
    blocks: Sequence[LetterBlock],
    subject: str,
    heads: Sequence[Heading],
    chosen: Sequence[Heading],
    boxes: Sequence[Tag] | None,
    adverts: frozenset[int],
) -> LetterStories:
    around: list[Paragraph] = []
    stories: list[LetterStory] = []
    ranks = {head.place: head.rank for head in heads}
    first = chosen[0].place
    opening = [n for n in range(first) if n not in adverts]
    if _words(blocks, 0, first, adverts | frozenset(ranks)) >= _INTRODUCTION:
        stories.append(
            LetterStory(subject, "", "", tuple(blocks[n][0] for n in opening if blocks[n][0].text != SEPARATOR))
        )
    else:
        around += (_named(blocks[n][0], BEGINNING) for n in opening)
    around += (_named(blocks[n][0], ADVERT) for n in sorted(adverts) if n < first)
    ends = [*(head.place for head in chosen[1:]), len(blocks)]
    spilled = _spilled(blocks, chosen, boxes)
    for number, (head, end) in enumerate(zip(chosen, ends, strict=True)):
        last = end == len(blocks)
        left = spilled
        mine: list[int] = []
        closed = ""
        for n in range(head.place + 1, end):
            paragraph, tag = blocks[n]
            outside = boxes is not None and not is_inside(tag, boxes[number])
            left -= outside
            outside = outside and left < 0
            if n in adverts:
                around.append(_named(paragraph, ADVERT))
            elif closed or (last and (outside or _is_end(paragraph)) and _words(blocks, n, end, adverts) <= _END):
                closed = "the end of the letter"
                around.append(_named(paragraph, closed))
            elif not last and (_names_section(blocks, n, end, ranks, head.rank) or stands_with_next(blocks, n, end)):
                picture = is_picture(paragraph.markdown)
                around.append(_named(paragraph, "a picture of the next story" if picture else "the name of a section"))
            else:
                mine.append(n)
        stories.append(linked_story(head.title, head.url, [blocks[n][0] for n in mine]))
    return LetterStories(tuple(stories), tuple(paragraph for paragraph in around if paragraph.text != SEPARATOR))


def _spilled(blocks: Sequence[LetterBlock], chosen: Sequence[Heading], boxes: Sequence[Tag] | None) -> int:
    """How many blocks of each story but the last are below the element of its headline, such as a button."""
    if boxes is None:
        return 0
    return min(
        sum(not is_inside(blocks[n][1], box) for n in range(head.place, after.place))
        for (head, after), box in zip(pairwise(chosen), boxes, strict=False)
    )


def _named(paragraph: Paragraph, why: str) -> Paragraph:
    return replace(paragraph, aside=paragraph.aside or why)


def _names_section(blocks: Sequence[LetterBlock], n: int, end: int, ranks: dict[int, int], rank: int) -> bool:
    """Whether a line names the section of the stories below it: nothing but such lines follows up to the next story."""
    rest = range(n, end)
    short = all(len(blocks[m][0].text.split()) <= 5 and not blocks[m][0].text.endswith((".", "!", "?")) for m in rest)
    return short and any(m in ranks for m in rest) and all(ranks.get(m, 0) <= max(rank, 10) for m in rest)


def linked_story(title: str, url: str, paragraphs: Sequence[Paragraph]) -> LetterStory:
    """A story with its address and outlet: those of its headline, else of the line that leads to more."""
    out: list[Paragraph] = []
    outlet = ""
    for paragraph in (part for whole in paragraphs for part in without_more(whole)):
        if paragraph.text == SEPARATOR:
            continue
        source = source_of(paragraph.text)
        if is_more(paragraph):
            url = url or link_of(paragraph)
            outlet = outlet or source
            paragraph = replace(paragraph, aside=paragraph.aside or "a link to more")
        elif source:
            outlet = outlet or source
            paragraph = replace(paragraph, aside=paragraph.aside or "the source of the story")
        out.append(paragraph)
    return LetterStory(title, url, outlet, tuple(out))
