"""Records of content stores and of social networks that are no articles; what reports of agencies state in elements."""

import json
from typing import Any

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

NEWS = "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out."
ARTICLE = {"_id": "a", "_type": "article", "title": "Weir opened", "body": NEWS}


def records(*items: dict[str, Any]) -> tuple[RawDocument, ...]:
    return read_any("a.ndjson", "\n".join(map(json.dumps, items)).encode())[0]


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        ({"_type": "siteSettings", "title": "Echo", "description": "Your local paper since 1931"}, "setting"),
        ({"_type": "category", "title": "Sea", "description": "All about ferries and ports."}, "category"),
        ({"_type": "mainNavigation", "title": "Menu", "text": "News and sport"}, "setting"),
        ({"_type": "author", "name": "Ann Lee", "body": "She writes of rivers."}, "writer"),
        ({"_type": "sponsor", "title": "Bank", "description": "A bank of this town."}, "sponsor"),
        ({"_type": "newsletter", "title": "Morning", "excerpt": "All that is new, at seven."}, "newsletter"),
        ({"_type": "review", "title": "A play", "body": NEWS}, ""),
        ({"_type": "opinion", "title": "A view", "text": NEWS}, ""),
        ({"title": "Weir closed", "description": NEWS}, ""),
        ({"_type": "article", "title": "Weir closed", "excerpt": NEWS}, ""),
    ],
)
def test_records_that_are_no_articles_are_no_drafts(record: dict[str, Any], kind: str) -> None:
    assert [one.kind for one in records(ARTICLE, {"_id": "b", **record})] == ["", kind]


@pytest.mark.parametrize(
    ("record", "day"),
    [
        ({**ARTICLE, "_createdAt": "2026-11-20T08:00:00Z"}, ""),
        ({**ARTICLE, "_createdAt": "2026-11-20T08:00:00Z", "publishedAt": "2026-11-26"}, "2026-11-26"),
        ({"title": "Weir", "body": NEWS, "status": "draft", "created_at": "2026-11-20"}, ""),
        ({"title": "Weir", "body": NEWS, "status": "published", "created_at": "2026-11-20"}, "2026-11-20"),
        ({"title": "Weir", "body": NEWS, "created_at": "2026-11-20"}, "2026-11-20"),
        ({"title": "Weir", "body": NEWS, "status": "draft", "date": "2026-11-20"}, "2026-11-20"),
    ],
)
def test_when_a_record_was_made_is_not_when_it_was_published(record: dict[str, Any], day: str) -> None:
    assert [one.given.published for one in records(record)] == [day]


def test_the_writer_of_a_record_is_found_among_the_records() -> None:
    writer = {"_id": "w", "_type": "author", "name": "Ann Lee"}
    assert records({**ARTICLE, "author": {"_type": "reference", "_ref": "w"}}, writer)[0].given.author == "Ann Lee"


ACTOR = "https://social.example/users/echo"


@pytest.mark.parametrize(
    ("post", "kind"),
    [
        ({"inReplyTo": "https://other.example/s/9"}, "reply"),
        ({"inReplyTo": {"id": "https://other.example/s/9"}}, "reply"),
        ({"inReplyTo": None}, ""),
        ({"inReplyTo": f"{ACTOR}/statuses/1"}, ""),
        ({"in_reply_to_id": "9", "in_reply_to_account_id": "2", "account": {"id": "1", "name": "Echo"}}, "reply"),
        ({"in_reply_to_id": "9", "in_reply_to_account_id": "1", "account": {"id": "1", "name": "Echo"}}, ""),
        ({"in_reply_to_status_id": 9, "in_reply_to_user_id": 2, "user": {"id": 1, "name": "Echo"}}, "reply"),
        ({"in_reply_to_status_id": None, "user": {"id": 1, "name": "Echo"}}, ""),
    ],
)
def test_an_answer_to_somebody_else_is_no_article(post: dict[str, Any], kind: str) -> None:
    note = {"type": "Note", "content": f"<p>{NEWS}</p>", **post}
    (document,) = records({"type": "Create", "actor": ACTOR, "object": note} if "inReplyTo" in post else note)
    assert document.kind == kind
    assert document.given.outlet == ("echo" if "inReplyTo" in post else "")


def report(head: str = "", inside: str = "", docdata: str = "") -> RawDocument:
    start = f"<nitf><head><docdata>{docdata}</docdata></head><body><body.head><hedline><hl1>Weir opened</hl1></hedline>"
    body = f"{head}</body.head><body.content><block><p>{NEWS}</p>{inside}<p>It rained.</p></block></body.content>"
    (document,), _ = read_any("a.xml", f"{start}{body}</body></nitf>".encode())
    return document


ISSUE, STORY = '<date.issue norm="20261127T153000Z"/>', '<story.date norm="20261127">27 Nov</story.date>'


@pytest.mark.parametrize(
    ("docdata", "head", "day"),
    [
        ("", f"<dateline>KELBY {STORY}</dateline>", "2026-11-27"),
        (ISSUE, f"<dateline>KELBY {STORY}</dateline>", "2026-11-27T15:30:00+00:00"),
        ("", "<dateline><story.date>27 November 2026</story.date></dateline>", "2026-11-27"),
    ],
)
def test_the_day_of_a_report_is_what_programs_read(docdata: str, head: str, day: str) -> None:
    assert report(head, docdata=docdata).given.published == day


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<person>Ann Lee</person><byttl>Our correspondent</byttl>", "Ann Lee"),
        ("By <person>Ann Lee</person> and <person>Tom Ray</person>, <byttl>Echo Staff</byttl>", "Ann Lee, Tom Ray"),
        ("By Ann Lee<byttl>Chief reporter</byttl>", "Ann Lee"),
        ("By Ann Lee", "Ann Lee"),
    ],
)
def test_the_writer_of_a_report_is_no_office(line: str, author: str) -> None:
    assert report(f"<byline>{line}</byline>").given.author == author


def test_parts_of_a_report_are_apart() -> None:
    media = (
        "<media><media-reference source='a.jpg'/><media-caption>The weir</media-caption>"
        "<media-producer>Photo House</media-producer></media><hl2>Costs rise</hl2><bq><block><p>Good.</p></block></bq>"
    )
    found = report(inside=media)
    assert [one.text for one in found.paragraphs if not one.aside] == [NEWS, "Costs rise", "Good.", "It rained."]
    assert [one.text for one in found.paragraphs if one.heading] == ["Costs rise"]
    assert found.given.standfirst == ()
