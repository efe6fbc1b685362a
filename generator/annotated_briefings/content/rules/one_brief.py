"""Rules about one brief: what it should have that it can be published without.

A new rule is a function here, decorated with ``rule`` and listed in ``RULES``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from shlex import quote

from annotated_briefings.base.diagnostics import Absent, Finding, Rule, Severity, rule, rule_for
from annotated_briefings.base.meaning.stated import unstated_numbers
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.content.guesses import ENTRIES, HIDDEN, first_outlet
from annotated_briefings.content.model import Brief

LONG_SUMMARY = 300
"""Characters that cards, feeds and search results have room for."""
_NO_ALT = regex(r'<img [^>]*\balt=""[^>]*>')
_IMG = regex(r"<img [^>]*>")
_REMOTE = regex(r"(?:https?:)?//", re.IGNORECASE)
_SRC = regex(r'\bsrc="([^"]*)"')


@dataclass(frozen=True, slots=True)
class ReadBrief:
    """One brief that has just been read."""

    brief: Brief
    """Its facts."""
    fields: Fields
    """Its front matter, for the places of fields."""
    language: str
    """Its language, or that of its site; empty where neither names one."""

    noun: str = "brief"
    """What messages call it."""

    @property
    def top(self) -> Place:
        """The first line of its file."""
        return Place(self.brief.path, 1, 1)


@rule("no-summary", Severity.HINT, "a brief has no summary")
def no_summary(read: ReadBrief) -> Iterator[Finding]:
    """Lists, feeds, search results and other sites that link to the brief show its summary. Without one they show the
    title alone.

    ```
    briefings/a.md:1:1: hint[no-summary]: the brief has no summary
        1 | ---
          | ^
      help: add `summary: ...`, one or two sentences for lists, feeds and search results
    ```
    """
    if not read.brief.summary:
        yield Finding(
            "the brief has no summary",
            read.top,
            "add `summary: ...`, one or two sentences for lists, feeds and search results",
            Absent(("summary",), (read.brief.path,)),
        )


@rule("long-summary", Severity.HINT, "a summary is longer than lists and feeds have room for")
def long_summary(read: ReadBrief) -> Iterator[Finding]:
    """Lists, feeds and search results cut off a summary that is too long, often within a sentence.

    ```
    briefings/a.md:3:10: hint[long-summary]: the summary has 459 characters
      help: say it in at most 300, or lists and feeds cut it short
    ```
    """
    if len(read.brief.summary) > LONG_SUMMARY:
        yield Finding(
            f"the summary has {len(read.brief.summary)} characters",
            read.fields.place("summary"),
            f"say it in at most {LONG_SUMMARY}, or lists and feeds cut it short",
        )


@rule("derived-title", Severity.HINT, "import made up a headline, and nobody has looked at it")
def derived_title(read: ReadBrief) -> Iterator[Finding]:
    """The collected text had no headline, so import took the first words of the article. The title is listed under
    `imported: derived:` until an editor has confirmed or corrected it.

    ```
    briefings/a.md:2:8: hint[derived-title]: import made this headline, because the text had none
        2 | title: The first words of the text
          |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      help: `briefings confirm briefings/a.md --field title` keeps it; `--as "..."` writes another one
    ```
    """
    if "title" in read.brief.derived:
        yield Finding(
            "import made this headline, because the text had none",
            read.fields.place("title"),
            f'`briefings confirm {quote(read.brief.path)} --field title` keeps it; `--as "..."` writes another one',
        )


@rule("derived-field", Severity.HINT, "import concluded a field itself, and nobody has confirmed it")
def derived_field(read: ReadBrief) -> Iterator[Finding]:
    """The collected text does not state the field: import took it from other words, or chose it. Each such field is
    listed under `imported: derived:` until an editor has confirmed, corrected or refused it; a draft may keep it.
    Readers see nothing of a date, an outlet or a story that nobody has confirmed.

    ```
    briefings/a.md:3:10: hint[derived-field]: import concluded `summary` itself, and nobody has confirmed it
        3 | summary: In short.
          |          ^^^^^^^^^
      help: `briefings confirm briefings/a.md --field summary` keeps it; `--as ...` corrects it, `--refuse` takes it out
    ```
    """
    brief, fields = read.brief, read.fields
    if brief.draft:
        return
    number = first_outlet(fields.mapping)
    outlet = brief.sources[number].place if number is not None and number < len(brief.sources) else None
    for name in brief.derived:
        place = outlet if name == "outlet" else fields.place(name) if fields.has(name) else None
        if name != "title" and place:
            seen = "; readers do not see it until then" if name in HIDDEN else ""
            yield Finding(
                f"import concluded `{name}` itself, and nobody has confirmed it{seen}",
                place,
                f"`briefings confirm {quote(brief.path)} --field {name}` keeps it; "
                f"{'correct it in the file' if name in ENTRIES else '`--as ...` corrects it'}, `--refuse` takes it out",
            )


@rule("unsourced-point", Severity.HINT, "a key point has no receipt")
def unsourced_point(read: ReadBrief) -> Iterator[Finding]:
    """A key point without a quote is a claim that readers cannot check. It is shown without a receipt.

    ```
    briefings/a.md:6:5: hint[unsourced-point]: no receipt for `It rained.`
        6 |   - It rained.
          |     ^^^^^^^^^^
      help: put `text:` before it, and add `quote: ...` with the words that support it
    ```
    """
    for point in read.brief.key_points:
        if not point.quote:
            # The place of a point that is a text alone is that of its words.
            alone = point.place.length > 1
            yield Finding(
                f"no receipt for `{shortened(point.text)}`",
                point.place,
                "put `text:` before it, and add `quote: ...` with the words that support it"
                if alone
                else "add `quote: ...` with the words that support it, and `source:` with the number of their source",
                Absent(("quote",), (read.brief.path,)),
            )


@rule("unquoted-number", Severity.HINT, "a key point has a number that its quote does not say")
def unquoted_number(read: ReadBrief) -> Iterator[Finding]:
    """Readers take a quote for the proof of all that its point says. Numbers in digits are compared, as those of
    figures are; years and small numbers without a unit are not, since a point may name a day that its quote does not.

    ```
    briefings/a.md:6:45: hint[unquoted-number]: the point says `12`, and its quote does not
        6 |   - {text: Tolls fell by 12% in May, quote: tolls fell in May}
          |                                             ^^^^^^^^^^^^^^^^^
      help: quote words that say it, or make it a point of its own
    ```
    """
    for point in read.brief.key_points:
        named = read.brief.sources[point.source - 1].language if point.source else ""
        languages = (named or read.language, read.language)
        for number in unstated_numbers(point.text, point.quote, languages) if point.quote else ():
            yield Finding(
                f"the point says `{number}`, and its quote does not",
                point.place,
                "quote words that say it, or make it a point of its own",
            )


@rule("embargo", Severity.WARNING, "the times of a brief contradict each other")
def embargo(read: ReadBrief) -> Iterator[Finding]:
    """Two of `publish_at`, `embargo_until` and `expires_at` exclude each other, or leave no moment at which the brief
    is public. A brief is public only when all of them allow it.

    ```
    briefings/a.md:5:13: warning[embargo]: `publish_at` is before the embargo ends
        5 | publish_at: 2024-05-01T08:00:00Z
          |             ^^^^^^^^^^^^^^^^^^^^
      help: the embargo wins; take one of the two out
    ```
    """
    brief = read.brief
    starts = [moment for moment in (brief.publish_at, brief.embargo_until) if moment]
    if brief.publish_at and brief.embargo_until and brief.publish_at < brief.embargo_until:
        yield Finding(
            "`publish_at` is before the embargo ends",
            read.fields.place("publish_at"),
            "the embargo wins; take one of the two out",
        )
    if brief.expires_at and starts and brief.expires_at <= max(starts):
        yield Finding(
            f"the {read.noun} expires before it is published",
            read.fields.place("expires_at"),
            "correct one of the times; it is never shown until then",
        )


@rule("updated-before-date", Severity.WARNING, "a brief was updated before the day of its news")
def updated_before_date(read: ReadBrief) -> Iterator[Finding]:
    """`date` is the day of the news, and `updated` that of the last change, which readers see beside it. A change comes
    after the news; often the year is wrong in one of the two.

    ```
    briefings/a.md:5:10: warning[updated-before-date]: `updated` is before `date`
        5 | updated: 2024-04-30
          |          ^^^^^^^^^^
      help: `date` is the day of the news, `updated` that of the last change; correct one of them
    ```
    """
    brief = read.brief
    if brief.date and brief.updated and brief.updated.iso < brief.date.iso[: len(brief.updated.iso)]:
        yield Finding(
            "`updated` is before `date`",
            read.fields.place("updated"),
            "`date` is the day of the news, `updated` that of the last change; correct one of them",
        )


@rule_for("missing-alt")
def pictures_without_alt(read: ReadBrief) -> Iterator[Finding]:
    """Pictures of the text whose Markdown has no words between its brackets."""
    for block in read.brief.body.blocks:
        for image in _NO_ALT.findall(block.html):
            name = _SRC.search(image)
            shown = name[1] if name else ""
            yield Finding(
                f"the picture `{shown}` says nothing to those who cannot see it",
                Place(read.brief.path, block.line, 1),
                "write what it shows between the brackets of `![]()`",
            )


@rule("remote-picture", Severity.WARNING, "a picture of a brief is on another host")
def remote_pictures(read: ReadBrief) -> Iterator[Finding]:
    """A page asks no other host for anything: a host that serves a picture would learn of every reader, and
    may show another picture tomorrow. Readers get a link with the words of the picture (`alt`) instead, in
    Markdown twins too; feeds do without it.

    ```
    briefings/a.md:9:1: warning[remote-picture]: the picture `https://elsewhere.example/eggs.jpg` is on another host
        9 | ![A box of eggs](https://elsewhere.example/eggs.jpg)
          | ^
      help: readers see a link; to show it, save it beside the brief and write its name
    ```
    """
    image = read.brief.image
    found = [(image.src, image.place)] if image else []
    for block in read.brief.body.blocks:
        place = Place(read.brief.path, block.line, 1)
        found += [(unescape(name[1]), place) for tag in _IMG.findall(block.html) if (name := _SRC.search(tag))]
    for source, place in found:
        if _REMOTE.match(source):
            yield Finding(
                f"the picture `{source}` is on another host",
                place,
                f"readers see a link; to show it, save it beside the {read.noun} and write its name",
            )


OF_ANY_TEXT: tuple[Rule[ReadBrief], ...] = (embargo, updated_before_date, pictures_without_alt, remote_pictures)
"""Those about pages of the site's own too."""
RULES: tuple[Rule[ReadBrief], ...] = (
    no_summary,
    long_summary,
    derived_title,
    derived_field,
    unsourced_point,
    unquoted_number,
    *OF_ANY_TEXT,
)
"""All rules about one brief."""
