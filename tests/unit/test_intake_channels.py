"""Channels of messengers: each post with text is an article with its time and address; others are counted."""

import json
from typing import Any

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

TEXT = "The second crane works from June, the harbour board said on Monday, and forty people find a job there."
OTHER = "Divers repaired the lock gate at the south basin four days early, and barges pass again from Tuesday."


def post(number: int, text: Any = TEXT, **more: Any) -> dict[str, Any]:
    stamp = {"date": "2026-03-02T10:15:00", "date_unixtime": "1772442900"}
    return {"id": number, "type": "message", **stamp, "from": "Quay", "from_id": "channel7", "text": text, **more}


def export(*messages: dict[str, Any], kind: str = "public_channel", **more: Any) -> bytes:
    return json.dumps({"name": "Quay", "type": kind, "id": 7, **more, "messages": list(messages)}).encode()


def read(data: bytes, name: str = "result.json") -> FileRead:
    documents, found = read_any(name, data)
    return split_all(name, documents, found, Decisions())


def reported(data: bytes, name: str = "result.json") -> list[tuple[str, ...]]:
    """Number, headline, text, outlet, writer, day and address of each article."""
    done = read(data, name)
    return [
        (
            article.document.rpartition("#")[2],
            "" if meta.headline.derived else meta.headline.value,
            article.text,
            meta.outlet.value,
            meta.author.value,
            meta.date.value,
            meta.url,
        )
        for article, meta in zip(done.articles, done.metas, strict=True)
    ]


WHEN = "2026-03-02T09:15:00+00:00"
POSTS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "plain": (post(3), ("3", "", TEXT, "Quay", "", WHEN, "")),
    "in pieces": (
        post(4, [{"type": "bold", "text": "A second crane\n\n"}, TEXT[:20], {"type": "italic", "text": TEXT[20:]}]),
        ("4", "A second crane", TEXT, "Quay", "", WHEN, ""),
    ),
    "bold as a whole": (post(5, [{"type": "bold", "text": TEXT}]), ("5", "", TEXT, "Quay", "", WHEN, "")),
    "passed on": (post(6, forwarded_from="Fire Brigade"), ("6", "", TEXT, "Quay", "Fire Brigade", WHEN, "")),
    "signed": (post(7, author="Ida Varro"), ("7", "", TEXT, "Quay", "Ida Varro", WHEN, "")),
    "below a picture": (post(8, photo="p.jpg"), ("8", "", TEXT, "Quay", "", WHEN, "")),
    "without a zone": (post(9, date_unixtime=None), ("9", "", TEXT, "Quay", "", "2026-03-02", "")),
}


@pytest.mark.parametrize("what", POSTS)
def test_a_post_of_a_channel_is_an_article_with_its_time(what: str) -> None:
    message, article = POSTS[what]
    assert reported(export(message)) == [article]


def test_the_time_of_the_last_change_is_kept() -> None:
    (article,) = read(export(post(3, edited="2026-03-02T12:00:00", edited_unixtime="1772452800"))).articles
    assert article.given.modified == "2026-03-02T12:00:00+00:00"


@pytest.mark.parametrize(
    "known", [{"username": "quaywire"}, {"link": "https://t.me/quaywire"}, {"url": "t.me/s/quaywire"}], ids=str
)
def test_a_channel_whose_name_is_known_gives_each_post_its_address(known: dict[str, str]) -> None:
    assert reported(export(post(3), **known))[0][-1] == "https://t.me/quaywire/3"


LEFT = {
    "service": (post(2, "", type="service", action="pin_message"), "1 service message (#2)"),
    "poll": (post(2, "", poll={"question": "Is it cold?"}), "1 poll (#2)"),
    "picture": (post(2, "", photo="p.jpg"), "1 message (#2)"),
}


@pytest.mark.parametrize("what", LEFT)
def test_messages_that_are_no_posts_are_counted(what: str) -> None:
    message, shown = LEFT[what]
    done = read(export(message, post(3)))
    assert len(done.articles) == 1
    assert [where for where, _ in done.refused] == [f"result.json: {shown}"]


def test_a_channel_that_is_not_public_is_held_back() -> None:
    (article,) = read(export(post(3), kind="private_channel")).articles
    assert article.given.held == "private"


KINDS = "personal_chat private_group private_supergroup public_supergroup saved_messages bot_chat".split()


@pytest.mark.parametrize("kind", KINDS)
def test_chats_are_not_read(kind: str) -> None:
    done = read(export(post(3), kind=kind))
    assert [found.message for found in done.diagnostics] == ["chats are not read"]
    assert done.articles == ()
    both = {"chats": {"list": [json.loads(export(post(3, OTHER), kind=kind)), json.loads(export(post(4)))]}}
    done = read(json.dumps(both).encode())
    assert [article.text for article in done.articles] == [TEXT]
    assert [where for where, _ in done.refused] == ["result.json: 1 chat (chat 1)"]


def page(*messages: str, name: str = "Quay") -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Exported Data</title></head><body><div '
        f'class="page_header"><div class="text bold">\n{name} \n</div></div><div class="history">{"".join(messages)}'
        "</div></body></html>"
    ).encode()


def line(number: int, body: str, name: str = "Quay", zone: str = " UTC+02:00") -> str:
    named = f'<div class="from_name">\n{name} \n</div>' if name else ""
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body"><div class="pull_right date '
        f'details" title="02.03.2026 10:15:30{zone}">10:15</div>{named}{body}</div></div>'
    )


WORDS = f'<div class="text">{TEXT}</div>'
PAGES: dict[str, tuple[str, tuple[str, ...]]] = {
    "plain": (line(3, WORDS), ("3", "", TEXT, "Quay", "", "2026-03-02T10:15:00+02:00", "")),
    "without a zone": (line(3, WORDS, zone=""), ("3", "", TEXT, "Quay", "", "2026-03-02", "")),
    "headline": (
        line(3, f'<div class="text"><strong>A second crane</strong><br><br>{TEXT}</div>'),
        ("3", "A second crane", TEXT, "Quay", "", "2026-03-02T10:15:00+02:00", ""),
    ),
    "passed on": (
        line(
            3, f'<div class="forwarded body"><div class="from_name">Fire <span class="date">1</span></div>{WORDS}</div>'
        ),
        ("3", "", TEXT, "Quay", "Fire", "2026-03-02T10:15:00+02:00", ""),
    ),
    "with reactions": (
        line(3, f'<div class="reply_to">In reply to this message</div>{WORDS}<span class="reactions">👍 14</span>'),
        ("3", "", TEXT, "Quay", "", "2026-03-02T10:15:00+02:00", ""),
    ),
}


@pytest.mark.parametrize("what", PAGES)
def test_a_post_of_an_exported_page_is_an_article(what: str) -> None:
    message, article = PAGES[what]
    day = '<div class="message service" id="message-1"><div class="body">2 March 2026</div></div>'
    joined = line(5, f'<div class="text">{OTHER}</div>', name="")
    assert [one[0] for one in reported(page(day, message, joined), "messages.html")] == ["3", "5"]
    assert reported(page(day, message), "messages.html") == [article]


def test_a_page_with_messages_of_several_people_is_a_chat() -> None:
    done = read(page(line(3, WORDS), line(4, WORDS, name="Ida")), "messages.html")
    assert [found.message for found in done.diagnostics] == ["chats are not read"]


def test_a_saved_page_of_a_channel_names_the_address_of_each_post() -> None:
    shown = (
        '<div class="tgme_widget_message js-widget_message" data-post="quaywire/3"><a class="tgme_widget_message_owner'
        f'_name">Quay</a><div class="tgme_widget_message_text">{TEXT}</div><a class="tgme_widget_message'
        '_date" href="https://t.me/quaywire/3"><time datetime="2026-03-02T09:15:00+00:00">09:15</time></a></div>'
    )
    assert reported(f"<html><body>{shown}</body></html>".encode(), "a.html") == [
        ("3", "", TEXT, "Quay", "", WHEN, "https://t.me/quaywire/3")
    ]
