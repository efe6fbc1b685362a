"""Pages of channels: those that Telegram exports, and those that it shows on the web."""

from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.channels.messages import (
    POLL,
    SERVICE,
    Channel,
    Message,
    documents_of_channel,
    no_channel,
)
from annotated_briefings.intake.formats.collected_file import CollectedFile, Detected, read_decoded
from annotated_briefings.intake.formats.encodings.decode import page_charset

_EXPORTED = regex(rb'class="message (?:default|service)[ "]')
_SHOWN = regex(rb'class="tgme_widget_message[ "]')
_LOOKED_AT = 200_000
_MOMENT = regex(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)(?::\d\d)?(?: UTC([+-]\d\d:\d\d))?")
_POST = regex(r"(?P<handle>\w+)/(?P<number>\d+)")


def is_channel_page(data: bytes) -> bool:
    """Whether a page is an export of Telegram, or shows a channel."""
    head = data[:_LOOKED_AT]
    return bool(_SHOWN.search(head)) or (b"from_name" in head and bool(_EXPORTED.search(head)))


def read_channel_page(file: CollectedFile) -> Detected:
    """The posts of a page; one with messages of several people is that of a chat."""
    return read_decoded(file, lambda text: _read_page(file.name, text), page_charset(file.data))


def _read_page(name: str, html: str) -> Detected:
    soup = BeautifulSoup(html, "lxml")
    shown = soup.select("div.tgme_widget_message[data-post]")
    if shown:
        handle = str(shown[0].get("data-post")).partition("/")[0]
        title = _words(soup.select_one(".tgme_channel_info_header_title, .tgme_widget_message_owner_name"))
        return documents_of_channel(name, Channel(title or handle, handle), map(_shown, shown)), ()
    called = _words(soup.select_one(".page_header .text"))
    found = soup.select("div.message")
    names = {_words(one) for message in found for one in message.select(".body > .from_name") if not _is_passed_on(one)}
    if names != {called}:
        return no_channel(name)
    return documents_of_channel(name, Channel(called), _exported(found)), ()


def _exported(found: list[Tag]) -> Iterator[Message]:
    for message in found:
        number = str(message.get("id") or "").removeprefix("message")
        if not number.isdecimal():
            # The line of a day.
            continue
        if "service" in message.get_attribute_list("class"):
            yield Message(int(number), kind=SERVICE)
            continue
        yield Message(
            int(number),
            _inside(message.select_one(".text")),
            _moment(message.select_one(".body > .date")),
            writer=_words(message.select_one(".forwarded .from_name")) or _words(message.select_one(".signature")),
            kind=POLL if message.select_one(".media_poll") else "",
        )


def _shown(message: Tag) -> Message:
    post = _POST.search(str(message.get("data-post")))
    time = message.select_one(".tgme_widget_message_date time[datetime]") or message.select_one("time[datetime]")
    writer = message.select_one(".tgme_widget_message_forwarded_from_name, .tgme_widget_message_from_author")
    text = message.select_one(".tgme_widget_message_text.js-message_text") or message.select_one(
        ".tgme_widget_message_text"
    )
    return Message(
        int(post["number"]) if post else 0,
        _inside(text),
        str(time.get("datetime")) if time else "",
        writer=_words(writer),
        kind=POLL if message.select_one(".tgme_widget_message_poll") else "",
    )


def _is_passed_on(name: Tag) -> bool:
    return name.find_parent(class_="forwarded") is not None


def _words(tag: Tag | None) -> str:
    """The words of an element without those of the elements for times in it."""
    if tag is None:
        return ""
    times = {id(text) for time in tag.select(".date") for text in time.find_all(string=True)}
    return " ".join("".join(str(text) for text in tag.find_all(string=True) if id(text) not in times).split())


def _inside(tag: Tag | None) -> str:
    """The HTML inside an element, a line for each of its lines."""
    return " ".join(tag.decode_contents().split()) if tag is not None else ""


def _moment(tag: Tag | None) -> str:
    found = _MOMENT.search(str(tag.get("title") or "")) if tag is not None else None
    return f"{found[3]}-{found[2]}-{found[1]}T{found[4]}{found[5] or ''}" if found else ""
