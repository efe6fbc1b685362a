"""What one brief should have that it can be published without."""

import re
from collections.abc import Sequence

from annotated_briefings.base.sentences import shortened
from annotated_briefings.base.source import Place
from annotated_briefings.base.yaml.mapping import Fields
from annotated_briefings.base.yaml.patch import value_at
from annotated_briefings.content.markdown.text import Block
from annotated_briefings.content.model import Brief

LONG_SUMMARY = 300
"""Characters that cards, feeds and search results have room for."""
_NO_ALT = re.compile(r'<img [^>]*\balt=""[^>]*>')
_SRC = re.compile(r'\bsrc="([^"]*)"')


def say_rules(fields: Fields, brief: Brief) -> None:
    """Say what is missing or cannot be meant."""
    top = Place(brief.path, 1, 1)
    if not brief.summary:
        fields.say(
            "no-summary",
            "the brief has no summary",
            top,
            "add `summary: ...`, one or two sentences for lists, feeds and search results",
        )
    elif len(brief.summary) > LONG_SUMMARY:
        fields.say(
            "long-summary",
            f"the summary has {len(brief.summary)} characters",
            fields.place("summary"),
            f"say it in at most {LONG_SUMMARY}, or lists and feeds cut it short",
        )
    _derived(fields)
    for point in brief.key_points:
        if not point.quote:
            fields.say(
                "unsourced-point",
                f"nothing proves `{shortened(point.text)}`",
                point.place,
                "add `quote: ...` with the words that do, and `source:` with the number of their source",
            )
    _times(fields, brief)
    _pictures(fields, brief.body.blocks)


def _derived(fields: Fields) -> None:
    """A headline that import made up itself, until somebody has looked at it."""
    record = fields.inner("imported") if fields.is_mapping("imported") else None
    names = value_at(record.mapping, ("derived",)) if record else None
    if isinstance(names, list) and "title" in names:
        fields.say(
            "derived-title",
            "import made this headline, because the text had none",
            fields.place("title"),
            "read it, correct it, and take `title` out of `derived:` under `imported:`",
        )


def _times(fields: Fields, brief: Brief) -> None:
    starts = [moment for moment in (brief.publish_at, brief.embargo_until) if moment]
    if brief.publish_at and brief.embargo_until and brief.publish_at < brief.embargo_until:
        fields.say(
            "embargo",
            "`publish_at` is before the embargo ends",
            fields.place("publish_at"),
            "the embargo wins; take one of the two out",
        )
    if brief.expires_at and starts and brief.expires_at <= max(starts):
        fields.say(
            "embargo",
            "the brief expires before it is published",
            fields.place("expires_at"),
            "correct one of the times; it is never shown until then",
        )


def _pictures(fields: Fields, blocks: Sequence[Block]) -> None:
    for block in blocks:
        for image in _NO_ALT.findall(block.html):
            name = _SRC.search(image)
            shown = name[1] if name else ""
            fields.say(
                "missing-alt",
                f"the picture `{shown}` says nothing to those who cannot see it",
                Place(fields.source.path, block.line, 1),
                "write what it shows between the brackets of `![]()`",
            )
