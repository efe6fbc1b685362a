"""From the texts of a letter to its articles."""

import re
from collections.abc import Iterator, Sequence

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import replace
from annotated_briefings.intake.cleaning.cut import find_ending
from annotated_briefings.intake.formats.clips import read_clippings
from annotated_briefings.intake.formats.html.headings import MARKED
from annotated_briefings.intake.formats.lined.outline import documents_of_lines, plain_lines
from annotated_briefings.intake.formats.mail.alerts import alert_documents
from annotated_briefings.intake.formats.mail.blocks import LetterBlock, letter_body
from annotated_briefings.intake.formats.mail.buttons import why_button
from annotated_briefings.intake.formats.mail.forwarded import DASHES, HEAD, LetterLine, digest_blocks
from annotated_briefings.intake.formats.mail.links import without_more
from annotated_briefings.intake.formats.mail.parts import Text
from annotated_briefings.intake.formats.mail.stated import held_around, passed_on
from annotated_briefings.intake.formats.mail.stories import LetterStory, find_stories, linked_story
from annotated_briefings.intake.formats.text import SEPARATOR
from annotated_briefings.intake.formats.unused import unused_fields
from annotated_briefings.intake.labels.goodbyes import is_goodbye
from annotated_briefings.intake.model import Given, Paragraph, RawDocument
from annotated_briefings.intake.segmentation.bylines import byline_names
from annotated_briefings.intake.segmentation.rules import STATED
from annotated_briefings.intake.stated.address_keys import Receiver
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.closed.gateways import GATEWAY, is_gateway_warning
from annotated_briefings.intake.stated.letters import GREETS, without_receiver
from annotated_briefings.intake.stated.marks.held import Mark, marked

_PICTURE = regex(r"\[?(?:(?:image|cid|bild|imagen)\s?: ?)?[\w.@ -]{1,60}\.(?:png|jpe?g|gif|webp|bmp)\]?", re.IGNORECASE)
_TOP = 4
"""Paragraphs at the top of a message among which its own byline stands."""
_LEAST = 12
"""Words of an article in a message that holds several; what is shorter greets or says goodbye."""
_LONGEST_FOOTER = 60
"""Words of the footer of a mailing list."""
_ADDRESS = regex(r"\S@\S+\.\w|https?://|www\.|\+?\d[\d ()/-]{7,}\d")
_LONG_RULE = 4
"""Signs of a line that parts articles even where it is the only one."""
_BEFORE_MARK = 2
"""Paragraphs between words of goodbye and the mark of a signature, at most."""
_CUT = regex(r"(?:…|\.{3})\s*$")
_NAME_WORDS = 5
"""Words of the name of an outlet above an excerpt."""
_LONGEST_GREETING, _DENSE = 7, 20
"""Words of a greeting, and its signs where no blanks part words."""
_GREETING = "the beginning of the letter"
_SHORT = 5
"""Words of a line above the name of a sender that says goodbye."""
_EDGE = 3
"""Paragraphs at both ends of a letter among which a mail gateway puts its warning."""
_LONGEST_SIGNATURE, _LONGEST_CARD = 120, 40
"""Words of a signature, what is longer is another part of a newsletter; and of a line with a name and addresses."""


def letter_documents(
    name: str, texts: Sequence[Text], given: Given, reader: Receiver, around: tuple[Paragraph, ...], subject: str
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]]:
    """The articles of a letter of one or more texts, and what is wrong with them; ``around`` is what is in none."""
    digest = _digest(name, texts, given, reader, around)
    if digest:
        return digest
    if clips := _clippings(name, texts, given, around):
        return clips, ()
    body = letter_body(name, texts, subject)
    around = (*around, *body.around)
    if body.head is not None:
        given = held_around(passed_on(body.head, given), body.around)
    signed = _signed([paragraph for paragraph, _ in body.blocks], given.author)
    blocks: list[LetterBlock] = []
    for paragraph, (_, tag) in zip(signed, body.blocks, strict=True):
        blocks += ((one, tag) for one in without_receiver(paragraph, reader))
    if alerts := alert_documents(name, texts, blocks, given):
        return (replace(alerts[0], around=(*around, *alerts[0].around)), *alerts[1:]), tuple(body.diagnostics)
    paragraphs = _with_footer([_pictured(paragraph) for paragraph, _ in blocks])
    if any(byline_names(one.text) for one in paragraphs[:_TOP]):
        given = replace(given, author="")
    blocks = [(one, tag) for one, (_, tag) in zip(paragraphs, blocks, strict=False)]
    stories = find_stories(blocks, given.title, given.outlet)
    paragraphs = list(map(_unmarked, paragraphs))
    runs, beside = _runs(paragraphs, rich=any(text.html for text in texts))
    documents = [
        RawDocument(
            f"{name}#{n}",
            tuple(map(_unmarked, story.paragraphs)),
            "mail",
            True,
            _story_given(story, given),
            parent=given.title,
        )
        for n, story in enumerate(stories.stories or runs, 1)
    ]
    if documents:
        documents = _as_excerpts(documents)
        more = stories.around if stories.stories else beside
        named = [part for one in documents for part in (one.given.title, *(text.text for text in one.paragraphs))]
        whole = unused_fields([("subject", given.title)], named)
        documents[0] = replace(documents[0], around=(*around, *more, *whole))
        return tuple(documents), tuple(body.diagnostics)
    given = replace(given, url=given.url or stories.url)
    if unsure := (*stories.unsure, *_pauses(paragraphs)):
        paragraphs = _opened(paragraphs, unsure)
    return (RawDocument(name, tuple(paragraphs), "mail", True, given, around=around),), tuple(body.diagnostics)


def _clippings(
    name: str, texts: Sequence[Text], given: Given, around: tuple[Paragraph, ...]
) -> tuple[RawDocument, ...]:
    """The items of a plain letter that is a list of clippings, each with an address; none for any other letter."""
    if any(text.html for text in texts):
        return ()
    lines = plain_lines(line for text in texts for line in text.text.split("\n"))
    outline = read_clippings(lines)
    # The stories of a newsletter have addresses; clippings name outlet and day as well.
    if outline is None or not all(g.url and g.outlet and g.published for g in (one.given for one in outline.stories)):
        return ()
    mark = Mark(given.held, given.embargo, given.expires)
    first, *others = (
        replace(one, given=marked(one.given, mark), parent=given.title)
        for one in documents_of_lines(name, "mail", lines, outline)
    )
    return (replace(first, around=(*around, *first.around)), *others)


def _opened(paragraphs: Sequence[Paragraph], unsure: Sequence[int]) -> list[Paragraph]:
    """The paragraphs of a letter with the places marked at which a story may start; where they have no lines, they
    count as one each, so that a decision can name them."""
    counted = not any(paragraph.line for paragraph in paragraphs)
    return [
        replace(p, opens=n in unsure, **({"line": n + 1, "last_line": n + 1} if counted else {}))
        for n, p in enumerate(paragraphs)
    ]


def _pictured(paragraph: Paragraph) -> Paragraph:
    """A line that is nothing but the file name of a picture, or a button, as no text."""
    why = "a picture" if _PICTURE.fullmatch(paragraph.text) else why_button(paragraph.text)
    return replace(paragraph, aside=paragraph.aside or why, heading=False) if why else paragraph


def _unmarked(paragraph: Paragraph) -> Paragraph:
    """A line of a plain letter that Markdown marks as a heading as one."""
    found = MARKED.match(paragraph.text) if not paragraph.markdown and not paragraph.aside else None
    return replace(paragraph, text=paragraph.text[found.end() :], heading=True) if found else paragraph


def _story(name: str, story: LetterStory, letter: Given) -> RawDocument:
    paragraphs = tuple(map(_unmarked, story.paragraphs))
    return RawDocument(name, paragraphs, "mail", True, _story_given(story, letter), parent=letter.title)


def _story_given(story: LetterStory, letter: Given) -> Given:
    """What is stated of a story: what it says itself, and else what its letter says."""
    return replace(letter, title=story.title, url=story.url, outlet=story.outlet or letter.outlet)


def _as_excerpts(documents: list[RawDocument]) -> list[RawDocument]:
    """The stories of a letter; where all of them end in dots they are excerpts, which their sender has cut, and a short
    line above each is the name of its outlet."""
    texts = [[one for one in document.paragraphs if not one.aside] for document in documents]
    if len(documents) < 2 or not all(own and _CUT.search(own[-1].text) for own in texts):
        return documents
    texts = [[*_outlet_apart(own[0]), *own[1:]] for own in texts]
    named = all(len(own) > 1 and len(own[0].text.split()) <= _NAME_WORDS and own[0].text[-1].isalnum() for own in texts)
    out: list[RawDocument] = []
    for document, own in zip(documents, texts, strict=True):
        asides = tuple(one for one in document.paragraphs if one.aside)
        kept = (*own[1:], *asides) if named else document.paragraphs
        ending = find_ending(kept, excerpts=True)
        given = replace(document.given, cut=document.given.cut or ending.cut)
        given = replace(given, outlet=own[0].text, author="") if named else given
        out.append(replace(document, paragraphs=ending.paragraphs, given=given))
    return out


def _outlet_apart(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """A paragraph whose first line, before a break, is as short as a name, as two."""
    first, _, rest = paragraph.markdown.partition("\\\n")
    name = first.strip("*_ ")
    if not rest or len(name.split()) > _NAME_WORDS or not paragraph.text.startswith(name):
        return (paragraph,)
    below = paragraph.text.removeprefix(name).strip()
    return replace(paragraph, text=name, markdown=""), replace(paragraph, text=below, markdown=rest)


def _runs(paragraphs: Sequence[Paragraph], *, rich: bool) -> tuple[tuple[LetterStory, ...], tuple[Paragraph, ...]]:
    """The articles of a plain letter between lines of signs, where there are several, and what is beside them; they
    have no headlines."""
    runs: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.text == SEPARATOR:
            runs.append([])
        else:
            runs[-1].append(paragraph)
    full = [run for run in runs if sum(map(_news, run)) >= _LEAST]
    if rich or len(full) < 2 or _pauses(paragraphs):
        return (), ()
    first = next(n for n, run in enumerate(runs) if run in full)
    beside = [
        replace(
            p, aside=p.aside or ("the beginning of the letter" if n < first else "between the articles of the letter")
        )
        for n, run in enumerate(runs)
        if run not in full
        for p in run
    ]
    return tuple(linked_story("", "", run) for run in full), tuple(beside)


def _pauses(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The place below the one short line of signs in a letter, such as `---`: as likely a pause as the end of an
    article, so that the letter stays one."""
    rules = [n for n, p in enumerate(paragraphs) if p.text == SEPARATOR and p.markdown != STATED and not p.aside]
    short = len(rules) == 1 and len(paragraphs[rules[0]].markdown) < _LONG_RULE
    inside = short and 0 < rules[0] < len(paragraphs) - 1
    return (rules[0] + 1,) if inside and _news(paragraphs[rules[0] + 1]) >= _LEAST else ()


def _digest(
    name: str, texts: Sequence[Text], given: Given, reader: Receiver, around: tuple[Paragraph, ...]
) -> tuple[tuple[RawDocument, ...], tuple[Diagnostic, ...]] | None:
    """The messages of a digest that is one plain text, each a letter of its own."""
    if len(texts) != 1 or texts[0].html:
        return None
    lines = texts[0].text.split("\n")
    rows = [LetterLine(line) for line in lines]
    blocks = digest_blocks(rows)
    documents: list[RawDocument] = []
    found: list[Diagnostic] = []
    beside = [(" ".join(lines[: blocks[0].start]), "the beginning of the digest")] if blocks else []
    for number, block in enumerate(blocks, 1):
        end = blocks[number].start if number < len(blocks) else len(lines)
        last = next((n for n in range(block.end, end) if DASHES.fullmatch(lines[n])), end)
        beside += [
            (" ".join(lines[block.start : block.end]), HEAD),
            (" ".join(lines[last:end]), "the end of the digest"),
        ]
        own = passed_on(block.head, given)
        text = Text(False, "\n".join(lines[block.end : last]))
        some, more = letter_documents(f"{name}#{number}", [text], own, reader, (), block.head.get("subject", ""))
        documents += some
        found += more
    if not documents:
        return None
    asides = (Paragraph(" ".join(words.split()), 0, 0, aside=why) for words, why in beside if words.strip())
    first = replace(documents[0], around=(*around, *asides, *documents[0].around))
    return (first, *documents[1:]), tuple(found)


def _with_footer(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with a few lines of addresses below the last line of signs marked as no text."""
    last = max((n for n, p in enumerate(paragraphs) if p.text == SEPARATOR and p.markdown != STATED), default=0)
    below = paragraphs[last + 1 :]
    words = sum(len(p.text.split()) for p in below)
    if not last or not below or words > _LONGEST_FOOTER or not any(_ADDRESS.search(p.text) for p in below):
        return paragraphs
    if any(_is_sentence(part.text) for paragraph in below for part in without_more(paragraph)):
        return paragraphs
    return [*paragraphs[:last], *(replace(p, aside=p.aside or "a footer") for p in below)]


def _is_sentence(text: str) -> bool:
    """Whether some words are a sentence of news and no address."""
    long = len(text.split()) >= _LEAST and text.endswith((".", "!", "?", "”", '"', "»"))
    return long and not _ADDRESS.search(text) and not why_aside(text)


def _news(paragraph: Paragraph) -> int:
    """The words of a paragraph that are news."""
    return 0 if paragraph.aside or why_aside(paragraph.text) else len(paragraph.text.split())


def _signed(paragraphs: Sequence[Paragraph], sender: str) -> Iterator[Paragraph]:
    """The paragraphs of a letter, with its greeting marked, and what is below `-- `, words of goodbye or the name of
    its sender at its end as its signature.

    Above all text is no signature: `-- EMBARGO: 5 March --` speaks of what is below it.
    """
    marks = [n for n, p in enumerate(paragraphs) if n and (p.text in ("--", "\u2014") or p.text.startswith("-- "))]
    closings = [n for n, p in enumerate(paragraphs) if n and is_goodbye(p.text)]
    closings = closings or _named(paragraphs, sender)
    below = marks[-1] if marks else closings[-1] if closings else len(paragraphs)
    if marks and closings and 0 < below - closings[-1] <= _BEFORE_MARK:
        below = closings[-1]
    words = sum(len(p.text.split()) for p in paragraphs[below:])
    warned = {
        n for n, p in enumerate(paragraphs) if not _EDGE <= n < len(paragraphs) - _EDGE and is_gateway_warning(p.text)
    }
    first = next((n for n in range(len(paragraphs)) if n not in warned), 0)
    for number, paragraph in enumerate(paragraphs):
        signature = below <= number and words <= _LONGEST_SIGNATURE
        why = "a signature" if signature else _GREETING if number == first and _greets(paragraph.text) else ""
        why = GATEWAY if number in warned else why
        yield replace(paragraph, aside=why) if why else paragraph


def _named(paragraphs: Sequence[Paragraph], sender: str) -> list[int]:
    """The place of the last line that is the name of the sender, or of the words of goodbye above it; none without."""
    name = sender.casefold()
    found = [n for n, p in enumerate(paragraphs) if n and name and _is_card(p.text, name)]
    if not found:
        return []
    above = paragraphs[found[-1] - 1]
    short = found[-1] > 1 and len(above.text.split()) <= _SHORT and not above.text.endswith((".", "?", "”", '"'))
    return [found[-1] - short]


def _is_card(text: str, name: str) -> bool:
    """Whether a paragraph is a name, or begins with it and has a number or an address to reach its owner."""
    small = text.casefold()
    reached = small.startswith(f"{name} ") and len(text.split()) <= _LONGEST_CARD and bool(_ADDRESS.search(text))
    return reached or _is_name(small.split("\n")[0], name)


def _is_name(line: str, name: str) -> bool:
    """Whether a line is a name, perhaps with a word behind it, as Korean letters have."""
    rest = line.removeprefix(name)
    return not rest or (line.startswith(f"{name} ") and len(rest.split()) == 1 and rest[-1].isalpha())


def _greets(text: str) -> bool:
    """Whether the first line of a letter is a greeting and nothing else."""
    ended = text.endswith((",", "!", "，", "！")) or (text.endswith("。") and len(text) <= _DENSE)
    return ended and len(text.split()) <= _LONGEST_GREETING and bool(GREETS.match(text))
