"""Exports of Telegram as JSON: a channel, or all that somebody has kept there, of which the channels alone are read."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from annotated_briefings.base.jsontext import read_json
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.channels.messages import (
    POLL,
    SERVICE,
    Channel,
    Message,
    documents_of_channel,
    handle_of,
    no_channel,
)
from annotated_briefings.intake.formats.channels.pages import is_channel_page, read_channel_page
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected, read_decoded
from annotated_briefings.intake.formats.kinds import Start
from annotated_briefings.intake.formats.records.json_files import read_json_file
from annotated_briefings.intake.model import RawDocument

_PUBLIC, _CLOSED = "public_channel", "private_channel"
_TYPE = regex(
    rb'"type"\s*:\s*"(?:(?:public|private)_(?:channel|supergroup)|private_group|personal_chat|bot_chat|saved_messages)"'
)
_LOOKED_AT = 1_000_000
"""Bytes of an export among which a kind of a chat is named."""
_MARKS = {"bold": "b", "italic": "i", "code": "code", "pre": "code", "underline": "u", "strikethrough": "s"}
_CHAT = "it is a chat, and no channel"


def is_channel(start: Start, _named: bool) -> bool:
    """Exports of Telegram, as JSON and as pages, and pages of channels."""
    if start.text.startswith("{"):
        return b'"messages"' in start.data[:_LOOKED_AT] and bool(_TYPE.search(start.data[:_LOOKED_AT]))
    return is_channel_page(start.data)


def read_channel_file(file: CollectedFile) -> Detected:
    """The posts of the channels of an export or a page; what holds chats alone is refused."""
    if not file.data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return read_channel_page(file)
    try:
        return read_decoded(file, lambda text: _read_export(file.name, read_json(text)))
    except ValueError:
        return read_json_file(file)


def _read_export(name: str, whole: Any) -> Detected:
    chats = whole.get("chats") if isinstance(whole, Mapping) else None
    listed = chats.get("list") if isinstance(chats, Mapping) else None
    some = [one for one in (listed if isinstance(listed, list) else [whole]) if isinstance(one, Mapping)]
    channels = [(n, one) for n, one in enumerate(some, 1) if one.get("type") in (_PUBLIC, _CLOSED)]
    if not channels:
        return no_channel(name)
    documents: list[RawDocument] = []
    for number, value in channels:
        closed = "private" if value["type"] == _CLOSED else ""
        address = next(filter(None, map(handle_of, map(value.get, ("username", "link", "url")))), "")
        channel = Channel(" ".join(str(value.get("name") or "").split()), address, closed)
        where = name if len(channels) == 1 else f"{name}#{number}"
        documents += documents_of_channel(where, channel, _messages(value))
    others = (n for n, one in enumerate(some, 1) if one.get("type") not in (_PUBLIC, _CLOSED))
    documents += (RawDocument(f"{name}#chat {n}", (), "json", True, left_out=_CHAT, kind="chat") for n in others)
    return tuple(documents), ()


def _messages(chat: Mapping[str, Any]) -> Iterator[Message]:
    some = chat.get("messages")
    for place, one in enumerate(some if isinstance(some, list) else (), 1):
        if isinstance(one, Mapping):
            number = one.get("id")
            yield Message(
                number if isinstance(number, int) else place,
                _html(one.get("text") or one.get("text_entities")),
                _moment(one, "date"),
                _moment(one, "edited"),
                str(one.get("forwarded_from") or one.get("author") or ""),
                SERVICE if one.get("type") == "service" else POLL if "poll" in one else "",
            )


def _moment(message: Mapping[str, Any], key: str) -> str:
    return str(message.get(f"{key}_unixtime") or message.get(key) or "")


def _html(value: Any) -> str:
    """A text as HTML: plain, or runs of words with their kind."""
    if isinstance(value, list):
        return "".join(map(_html, value))
    if not isinstance(value, Mapping):
        return escape(value, quote=False) if isinstance(value, str) else ""
    text, kind = _html(value.get("text")), str(value.get("type"))
    address = value.get("href") if kind == "text_link" else value.get("text") if kind == "link" else ""
    if isinstance(address, str) and address.startswith(("http://", "https://")):
        return f'<a href="{escape(address)}">{text}</a>'
    tag = _MARKS.get(kind)
    # A mark of a line ends with it, so that lines can be parted.
    return "\n".join(f"<{tag}>{line}</{tag}>" if line.strip() else line for line in text.split("\n")) if tag else text
