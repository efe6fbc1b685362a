"""A pasted web page as one article: its headline, writer and day, its text, and each line around it by name."""

import re
from collections.abc import Mapping, Sequence

from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import STOPS
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.cut import PAYWALL, is_wall, last_words
from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.cleaning.spoken import language_of_article
from annotated_briefings.intake.formats.lined.outline import ArticleLines, Outline
from annotated_briefings.intake.formats.pasted.frame import page_frame
from annotated_briefings.intake.formats.pasted.furniture import (
    AD,
    AGO,
    COMMENTS,
    COOKIES,
    CREDIT,
    LETTER,
    LISTS,
    MENU,
    PRINTED,
    READING,
    RELATED,
    SHARE,
    folded,
    furniture,
    is_caption,
)
from annotated_briefings.intake.formats.pasted.sentences import ENDED, PHRASE, SENTENCE, is_prose, is_sentence
from annotated_briefings.intake.formats.press.labels import Label, named_label
from annotated_briefings.intake.labels import LabelRole, role_of
from annotated_briefings.intake.model import Given
from annotated_briefings.intake.segmentation.bylines import byline_names, byline_of_language
from annotated_briefings.intake.segmentation.credits import read_credit
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.head_labels import labelled_writer
from annotated_briefings.intake.stated.people import people

BESIDE, FACT, ABOVE = "a list of other articles", "a fact of the page", "a line above the text"
_WHOLE_LINK = regex(r"[:：»›]\s*\S.{7}")
_PROOF, _KINDS, _SHORT = 3, 2, 100
"""Short lines of a page's furniture that show that a text is one, of how many kinds, and their length."""
_SURE = frozenset((SHARE, AGO, READING, COOKIES, LETTER, AD, RELATED, LISTS, COMMENTS))
"""What no text has on a line of its own but a page."""
_BOXES = (LISTS, COMMENTS, RELATED)
_BOX, _MOSTLY = 6, 0.6
"""Lines of a box inside a text, and the share of sentences below it."""
_UNSPACED = regex("[\u0e00-\u0eff\u1780-\u17ff\u2e80-\uffff]")
"""Letters of scripts without blanks."""
_WRITES = (LabelRole.AUTHOR, LabelRole.BY)
_LONGEST_STANDFIRST = 45
"""Words of a standfirst."""
_FAR = 40
"""Lines above a text among which its headline is."""
_ROLE = regex(
    r".{0,50}\b(?:reporter|correspondent|editor|writer|journalist|columnist|staff|contributor|analyst|redakteur\w*"
    r"|korrespondent\w*|reporterin|autor(?:in)?|journaliste|correspondant\w*|rédact\w+|redactor\w*|periodista"
    r"|corresponsal|giornalista|inviat[oa]|redazione|repórter|jornalista|redacteur|verslaggever|journalist\w*|redaktör"
    r"|dziennikar\w+|корреспондент|редактор|журналист|muhabir\w*|记者|記者|기자|مراسل\w*|محرر\w*)\b.{0,60}",
    re.IGNORECASE,
)
_PERSON = regex(r"[^\W\d_a-z][\w.'’-]+(?: (?:[a-z]{1,3} )?[^\W\d_a-z][\w.'’-]+){1,3}")
_BYLINE = regex(
    r"(?:by|von|par|por|di|door|av|af|autor|auteur|текст|автор|yazan|文|作者|記者|記事|글|بقلم|كتب"
    r"|كتبت)\s?[:：]?\s+(?P<name>[^\d.!?]{4,80})"
    r"|(?P<after>[一-鿿가-힣぀-ヿ]{2,5})\s?(?:기자|記者|记者)",
    re.IGNORECASE,
)
_TITLE_TAIL = regex(r"(?P<title>.{12,}?)\s+(?:[-–—|·•»]|::)\s+(?P<site>[^|–—]{2,40})")
_CLOCK = regex(
    r"[-–—|·,]?\s*\d{1,2}\s?(?:[:時点시]|h(?=\d))\s?\d\d\s?分?(?::\d\d)?(?:\s?(?:uhr|[ap]\.?m\.?))?", re.IGNORECASE
)
_PUBLISHED = regex(
    r"^(?:기사)?(?:입력|수정|등록|승인|발행)(?:시간|일시)?\s?[:：]?|(?:오전|오후)\s*$"
    r"|^(?:发布|發布|更新|配信|公開)(?:于|日|时间|日時)?[:：]?"
)
_TIME = regex(
    r"published|updated|posted|first published|veröffentlicht|aktualisiert|publié|actualizado"
    r"|\d{1,2}[:.]\d\d(?: ?uhr| ?[ap]m)?|\w+day|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.{0,20}",
    re.IGNORECASE,
)


class _PageLine(Value):
    place: int
    text: str
    why: str
    gap: bool


def read_pasted(lines: Sequence[str]) -> Outline | None:
    """The article of a pasted page; None for any other text, and for several pages one after the other. ``lines`` are
    plain ones."""
    proof = [
        why for line in lines if line and len(line) <= _SHORT and line[-1] != "." and (why := furniture(line)) in _SURE
    ]
    frame = page_frame(lines)
    if not frame and (len(proof) < _PROOF or len({*proof}) < _KINDS):
        return None
    read = [
        _PageLine(place=n, text=line, why=_why(line) or frame.get(n, ""), gap=not n or not lines[n - 1])
        for n, line in enumerate(lines)
        if line
    ]
    body = _body(read)
    first = min(body, default=-1)
    if first < 0 or _is_several(read, body):
        return None
    head = [one for one in read if one.place < first]
    if not frame and not any(one.why in _SURE and one.why not in (RELATED, LISTS) for one in head):
        return None
    title, site = _title(head)
    if not title:
        return None
    given, facts = _facts(head, title, site, " ".join(body.values()))
    text = {n: line for n, line in body.items() if folded(line) != folded(title.text)}
    kept = {*text, *facts, title.place}
    left = {one.place: one.why or _beside(one, first) for one in read if one.place not in kept}
    if PAYWALL in left.values():
        given = replace(given, cut=last_words([text[n] for n in sorted(text)]))
    return Outline((ArticleLines(given=given, text=text, left=left),), {})


def _why(line: str) -> str:
    """What a line of a page is that is no text."""
    wall = PAYWALL if is_wall(line) else ""
    return wall or furniture(line) or why_aside(line) or (CREDIT if is_caption(line) else "")


def _body(read: Sequence[_PageLine]) -> dict[int, str]:
    """The lines of the text: from its first sentence on, without boxes and lists of others, up to what ends it."""
    first = _first(read)
    out: dict[int, str] = {}
    mode = ""
    for n in range(first, len(read)):
        one = read[n]
        if one.why in _BOXES:
            # A label with a headline behind it is a box of its own.
            mode = mode if one.why == RELATED and _WHOLE_LINK.search(one.text) and _is_apart(read, n) else one.why
            continue
        if one.why:
            continue
        prose = is_prose(one.text)
        if mode and not (prose and _resumes(read, n, mode, out)):
            continue
        mode = ""
        if prose or _is_inside(read, n):
            out[one.place] = one.text
    return out


def _is_apart(read: Sequence[_PageLine], n: int) -> bool:
    """Whether a blank line and a sentence follow a line."""
    below = read[n + 1] if n + 1 < len(read) else None
    return below is not None and below.gap and is_prose(below.text) and not below.why


def _first(read: Sequence[_PageLine]) -> int:
    """Place of the first sentence of the text: the first of two in a row, or the first of all."""
    prose = [n for n, one in enumerate(read) if not one.why and is_prose(one.text)]
    if not prose:
        return len(read)
    for n in prose:
        after = [m for m in prose if n < m <= n + 3]
        if after or len(prose) == 1:
            return n
    return prose[0]


def _resumes(read: Sequence[_PageLine], n: int, mode: str, body: Mapping[int, str]) -> bool:
    """Whether the text goes on below a box: the box names few others, and mostly sentences follow it up to the next."""
    start = next((m for m in range(n - 1, -1, -1) if read[m].why == mode), n)
    end = next((m for m in range(n, len(read)) if read[m].why in _BOXES), len(read))
    if mode == RELATED and body and _is_small_box(read[start : n + 1]):
        return True
    after = [one for one in read[n:end] if not one.why]
    prose = sum(is_prose(one.text) or is_sentence(one.text) for one in after)
    if n - start - 1 > _BOX or prose < _MOSTLY * len(after):
        return False
    return (mode == RELATED and (read[n].gap or prose > 1)) or prose > len(body)


def _is_small_box(lines: Sequence[_PageLine]) -> bool:
    """Whether some lines are a label, the headlines right below it, and a paragraph of several sentences apart."""
    label, *titles, text = lines
    close = not any(one.gap for one in titles) and not any(is_prose(one.text) for one in titles)
    several = len([part for part in re.split(rf"[{STOPS}](?:\s|$)", text.text) if part.strip()]) > 1
    return bool(titles) and label.gap and close and text.gap and several


def _is_inside(read: Sequence[_PageLine], n: int) -> bool:
    """Whether a short line is a sub-heading or a short sentence of the text: text follows it."""
    # What a button is below, such as `Sign in`, is a box of the page.
    boxed = n + 1 < len(read) and read[n + 1].why == MENU
    after = None if boxed else next((one for one in read[n + 1 : n + 3] if not one.why), None)
    short = bool(ENDED.search(read[n].text)) and len(read[n].text.split()) > 1
    return short or (after is not None and is_prose(after.text) and len(read[n].text) <= 100)


def _is_several(read: Sequence[_PageLine], body: Mapping[int, str]) -> bool:
    """Whether several pages were pasted one after the other: what is at the top of one is inside the text."""
    first, last = min(body), max(body)
    tops = [n for n, one in enumerate(read) if byline_names(one.text) or one.why in (AGO, READING)]
    inside = [n for n in tops if first < read[n].place < last]
    return any(
        sum(one.place in body for one in read[:n]) > 1 and sum(one.place in body for one in read[n:]) > 1
        for n in inside
    ) and any(read[n].place < first for n in tops)


def _title(head: Sequence[_PageLine]) -> tuple[_PageLine | None, str]:
    """The headline among the lines above a text, and the site that one of them names behind it."""
    lines = [one for one in head if not one.why or one.why == PRINTED][-_FAR:]
    tabs = {}
    for one in lines:
        found = _TITLE_TAIL.fullmatch(re.sub(r"^\d[\d./:, ]+(?:[AP]M)?\s+", "", one.text))
        if found:
            tabs[folded(found["title"])] = found["site"].strip()
    plain = [one for one in lines if not one.why and not _is_fact(one.text)]
    twice = [one for one in plain if folded(one.text) in tabs]
    if twice:
        return twice[-1], tabs[folded(twice[-1].text)]
    anchors = [one.place for one in head if one.why in (AGO, READING, SHARE) or _is_fact(one.text)]
    counted = [n for n, one in enumerate(head) if one in plain and _weight(one.text) >= PHRASE]
    if not counted:
        return next(iter(plain), None), ""
    above = [n for n in counted if anchors and head[n].place < anchors[-1]] or counted
    first = next((place for place in anchors if place > head[above[0]].place), head[above[-1]].place + 1)
    run = [n for n in above if head[n].place < first]
    while len(run) > 1 and run[-1] - run[-2] > 1:
        # What is nearest to writer, day and buttons; a headline is above what it is explained by.
        run = run[-1:]
    while len(run) > 2 and run[-1] - run[0] > len(run) - 1:
        run = run[1:]
    best = next((n for n in run if not ENDED.search(head[n].text)), run[0])
    return head[best], ""


def _weight(text: str) -> int:
    """Words of a line; two signs are one in scripts without blanks."""
    words = sum(any(map(str.isalnum, word)) for word in text.split())
    return max(words, len(text) // 3) if words <= PHRASE and _UNSPACED.search(text) else words


def _is_fact(text: str) -> bool:
    """Whether a line names the writer, the day or the outlet of an article."""
    return bool(_author_of(text)) or bool(_day_of(text)[0]) or _labelled(text) is not None


def _day_of(text: str) -> tuple[str, str, str]:
    """Day, outlet and writer of a line that states nothing else."""
    bare = _PUBLISHED.sub("", _CLOCK.sub("", text)).strip(" -–—|·,")
    if day := day_line(bare):
        return day, "", ""
    credit = read_credit(bare)
    return (credit.day, credit.outlet, credit.author) if credit else ("", "", "")


def _labelled(text: str) -> Label | None:
    """The fact that a line such as `Source: The Courier` states."""
    label = named_label(text)
    return label if label is not None and label.value and label.role in ("author", "outlet", "published") else None


def _language(stated_language: str) -> str:
    return language_of_article("", stated_language).value


def _author_of(text: str) -> str:
    """The writer that a line names, which says by its first word or by its form that it is a byline."""
    if names := byline_names(text) or labelled_writer(text, below_headline=True):
        return names
    found = _BYLINE.fullmatch(text)
    name = (found["name"] or found["after"] or "") if found else ""
    return name.strip() if name and (people(name) or not name.isascii()) and len(name.split()) <= 8 else ""


def _is_writer_above(below: str, places: set[int]) -> bool:
    """Whether a name is above what a writer does, or above the first day."""
    return bool(_ROLE.fullmatch(below)) or (not places and bool(_day_of(below)[0]))


def _standfirst(head: Sequence[_PageLine], title: _PageLine, places: set[int]) -> tuple[str, int]:
    """The line right below a headline and above its writer or day that tells more of the article, and its place."""
    at = next((n for n, one in enumerate(head) if one.place == title.place), len(head)) + 1
    if at >= len(head) or head[at].why or head[at].place in places or _is_fact(head[at].text):
        return "", -1
    text = head[at].text
    stated = any(place > head[at].place for place in places)
    return (text, head[at].place) if stated and SENTENCE <= _weight(text) <= _LONGEST_STANDFIRST else ("", -1)


def _facts(head: Sequence[_PageLine], title: _PageLine, site: str, language: str) -> tuple[Given, set[int]]:
    """What the lines above a text state, and their places; ``told`` is the text."""
    author, outlet, day, places = "", site, "", set[int]()
    for n, one in enumerate(head):
        below = head[n + 1].text if n + 1 < len(head) else ""
        if one.place == title.place or one.why or one.place in places:
            continue
        role = role_of(one.text) if below and not head[n + 1].why else ""
        if role in _WRITES and not author and people(below):
            author, places = people(below), places | {one.place, head[n + 1].place}
        elif role == LabelRole.PUBLISHED and not day and _day_of(below)[0]:
            day, places = _day_of(below)[0], places | {one.place, head[n + 1].place}
        elif not author and (name := _author_of(one.text) or byline_of_language(one.text, lambda: _language(language))):
            author, places = name, places | {one.place}
        elif not author and one.place > title.place and _PERSON.fullmatch(one.text) and _is_writer_above(below, places):
            author, places = one.text, places | {one.place}
        elif author and _ROLE.fullmatch(one.text) and one.place > title.place:
            name = one.text.rpartition(",")[2].strip()
            if not outlet and "," in one.text and name[:1].isupper() and len(name.split()) <= 4:
                outlet, places = name, places | {one.place}
        elif not day and (found := _day_of(one.text))[0]:
            # A name beside a day that the text has too is that of a place.
            spot = bool(found[1]) and re.search(rf"\b{re.escape(found[1])}\b", language) is not None
            day, places = found[0], places if spot else places | {one.place}
            outlet, author = outlet or ("" if spot else found[1]), author or found[2]
        elif (label := _labelled(one.text)) is not None:
            places |= {one.place}
            outlet = outlet or (label.value if label.role == "outlet" else "")
            author = author or (label.value if label.role == "author" else "")
            day = day or (label.value if label.role == "published" else "")
    standfirst, place = _standfirst(head, title, places)
    given = Given(title=title.text, author=author, outlet=outlet, published=day)
    if place < 0:
        return given, places
    return replace(given, standfirst=(standfirst,), own_standfirst=True), places | {place}


def _beside(one: _PageLine, first: int) -> str:
    """Why an unknown line outside of the text is none of it."""
    if one.place > first:
        return BESIDE
    return FACT if _ROLE.fullmatch(one.text) or _TIME.fullmatch(one.text) else ABOVE
