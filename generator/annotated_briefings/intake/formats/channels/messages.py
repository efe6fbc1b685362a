"""Messages of channels as records, whatever file they come from: each post with text an article, all others counted."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value, replace
from annotated_briefings.intake.cleaning.kinds import NO_TEXT
from annotated_briefings.intake.formats.collected_file import Detected
from annotated_briefings.intake.formats.records.json_files import documents_of
from annotated_briefings.intake.formats.records.keys import names_with
from annotated_briefings.intake.formats.unread import CHATS, refuse
from annotated_briefings.intake.model import RawDocument

_HEADLINE = regex(r"\s*<(?P<tag>b|strong)>(?P<title>(?:(?!</(?P=tag)>).)+)</(?P=tag)>\s*(?:<br\s*/?>|\n)", re.DOTALL)
_ADDRESS = regex(r"(?:https?://)?(?:t\.me|telegram\.me)/(?:s/)?(?P<name>[A-Za-z]\w{3,31})/?", re.IGNORECASE)
_NAME = regex(r"@?(?P<name>[A-Za-z]\w{3,31})")
_TAGS = regex(r"<[^>]*>")
SERVICE, POLL = "service", "poll"
"""Kinds of messages that are no posts."""


class Message(Value):
    """A message of a channel."""

    number: int
    """Its number in the channel."""
    html: str = ""
    """Its text as HTML; lines end with ``<br>`` or as in plain text."""
    moment: str = ""
    """When it was sent."""
    changed: str = ""
    """When it was changed; empty for never."""
    writer: str = ""
    """Who signed it, or from whom it was passed on; empty for the channel."""
    kind: str = ""
    """``service`` or ``poll``; empty for a post."""


class Channel(Value):
    """A channel."""

    name: str
    """Its name."""
    handle: str = ""
    """The name in its address; empty where that is not known."""
    closed: str = ""
    """Why it is not public; empty for a public one."""


def handle_of(value: object) -> str:
    """The name of a channel in an address, such as `https://t.me/harbourwire` or `@harbourwire`; empty for none."""
    text = value.strip() if isinstance(value, str) else ""
    found = _ADDRESS.fullmatch(text) or _NAME.fullmatch(text)
    return found["name"] if found else ""


def no_channel(name: str) -> Detected:
    """What a file gives that holds chats alone."""
    return (), (refuse(name, CHATS),)


def documents_of_channel(name: str, channel: Channel, messages: Iterable[Message]) -> tuple[RawDocument, ...]:
    """The documents of the messages of a channel."""
    items = [(message.number, _record(message, channel)) for message in messages]
    found = documents_of(name, list(items), names_with(()))
    # Pictures and files without a word are named by their number.
    return tuple(replace(one, kind="message") if one.left_out == NO_TEXT else one for one in found)


def _record(message: Message, channel: Channel) -> Mapping[str, str]:
    html = message.html
    headline = _HEADLINE.match(html)
    title = " ".join(_TAGS.sub("", headline["title"]).split()) if headline else ""
    rest = html[headline.end() :] if headline else ""
    if not _TAGS.sub("", rest).strip():
        title, rest = "", html
    lines = re.split(r"<br\s*/?>|\n", rest)
    return {
        "type": message.kind,
        "title": title,
        "html": "".join(f"<p>{line}</p>" for line in lines if line.strip()),
        "date": message.moment,
        "modified": message.changed,
        "author": escape(message.writer, quote=False) if message.writer != channel.name else "",
        "outlet": channel.name,
        "url": f"https://t.me/{channel.handle}/{message.number}" if channel.handle else "",
        **({"visibility": channel.closed} if channel.closed else {}),
    }
