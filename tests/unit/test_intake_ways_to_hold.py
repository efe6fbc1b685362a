"""What a source writes beside a text to hold it back counts in fields, headers, tags, names of files and heads of
pages, in all languages of the tables; the same words about something else hold nothing back."""

import json
from pathlib import Path

import pytest

from annotated_briefings.base.meant.states import draft_word, time_meant
from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.reading import Piece, read_batch
from annotated_briefings.intake.stated.marks.held import read_marks
from annotated_briefings.intake.stated.release import not_yet

NOW = "2026-12-01T00:00:00Z"
BODY = (
    "The harbour of Lund will get a second crane in May, its master said on Monday in the hall.\n\n"
    "It costs four million and comes from a yard in the north of the country."
)
TITLE = "New crane for Lund"
MAIL = "From: Port <press@port.example>\nTo: desk@desk.example\nDate: Mon, 16 Mar 2026 08:00:00 +0000\n"
STATED = Path(__file__).parents[1] / "data" / "stated"
ROWS = [
    line.split("\t")
    for name in ("holds.tsv", "programs.tsv")
    for line in (STATED / name).read_text(encoding="utf-8").splitlines()
]
WORDPRESS = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Quay</title><item><title>{title}</title>'
    "<content:encoded><![CDATA[<p>{body}</p>]]></content:encoded><wp:status>publish</wp:status>"
    "<wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value>"
    "</wp:postmeta><wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>"
    "<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta></item></channel></rss>"
)


def carried(how: str, phrase: str) -> tuple[str, str]:
    facts = {"title": TITLE, "body": BODY, "publishedAt": "2026-03-16T08:00:00Z", "url": "https://a.example/b"}
    day = "" if phrase.startswith("date:") else "date: 2026-03-16\n"
    subject = phrase if how == "subject" else TITLE
    header = f"{phrase}\n" if how == "mailhead" else ""
    key, _, value = phrase.partition("=")
    classed = f'<!doctype html><html><head><title>{TITLE}</title></head><body><main><article class="{phrase}">'
    page = f"<!doctype html><html><head><title>{TITLE}</title>{phrase}</head><body><article><h1>{TITLE}</h1>"
    return {
        "head": ("a.txt", f"{phrase}\n\n{TITLE}\n\n{BODY}\n"),
        "name": (phrase, f"{TITLE}\n\n{BODY}\n"),
        "md": ("a.md", f"---\ntitle: {TITLE}\n{day}{phrase}\n---\n{BODY}\n"),
        "note": ("a.md", phrase.replace("\\n", "\n") + f"\n\n{BODY}\n"),
        "wp": ("a.xml", WORDPRESS.format(title=TITLE, body=BODY, key=key, value=value)),
        "csv": ("a.csv", f'Titel;Text;Datum;{key}\n{TITLE};"{BODY}";2026-03-03;{value}\n'),
        "class": ("a.html", f"{classed}<h1>{TITLE}</h1><p>{BODY}</p></article></main></body></html>"),
        "body": ("a.md", f"# {TITLE}\n\n{phrase}\n\n{BODY}\n"),
        "json": ("a.json", json.dumps([facts | json.loads(phrase)] if how == "json" else "")),
        "page": ("a.html", f"{page}<p>{BODY}</p></article></body></html>"),
        "subject": ("a.eml", f"{MAIL}Subject: {subject}\n{header}Content-Type: text/plain; charset=utf-8\n\n{BODY}\n"),
        "mailhead": ("a.eml", f"{MAIL}Subject: {subject}\n{header}Content-Type: text/plain; charset=utf-8\n\n{BODY}\n"),
    }[how]


@pytest.mark.parametrize(("how", "want", "phrase"), ROWS)
def test_what_is_held_back_comes_in_as_a_draft_and_nothing_else_does(how: str, want: str, phrase: str) -> None:
    name, text = carried(how, phrase)
    found = read_batch(((Piece(name=name, data=text.encode()),), Decisions(), (), DayReading()))[0]
    given = [not_yet(one, NOW, "UTC").given for one in found.articles]
    assert given
    assert any(one.held or one.embargo for one in given) is (want == "held")


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("sichtbar_ab", "publish_at"),
        ("visible_jusqu'au", "expires_at"),
        ("опубликовано_до", "expires_at"),
        ("zveřejněno_od", "publish_at"),
        ("公開終了日", "expires_at"),
        ("sichtbar", ""),
        ("gesperrt_ab", ""),
        ("ab_werk", ""),
    ],
)
def test_a_key_made_of_a_state_and_of_from_or_until_is_a_time(key: str, field: str) -> None:
    assert time_meant(key) == field


def test_a_word_for_a_draft_counts_at_the_ends_of_a_name_alone() -> None:
    assert draft_word("luonnos satama") == "luonnos"
    assert draft_word("satama-luonnos-2") == "luonnos"
    assert draft_word("港口草稿") == "草稿"
    assert draft_word("entwurf-des-haushalts") == ""
    assert draft_word("die-luonnos-frage") == ""
    assert draft_word("luonnos") == ""


def test_of_two_days_the_later_one_of_publication_is_a_schedule_and_one_of_a_change_is_none() -> None:
    known = frozenset(("date", "publish_date", "created"))
    assert read_marks([("date", "2026-03-16"), ("publishDate", "2031-03-05")], known).embargo == "2031-03-05"
    assert read_marks([("date", "2026-03-16"), ("publishDate", "2026-03-17")], known).embargo == ""
    assert read_marks([("publishDate", "2026-03-16"), ("created", "2031-03-05")], known).embargo == ""


@pytest.mark.parametrize("day", ["2031-03-05", "2031-03-05T06:00:00Z"])
def test_days_of_toml_are_read_like_those_of_yaml(day: str) -> None:
    text = f'+++\ntitle = "{TITLE}"\ndate = 2026-03-16\npublishDate = {day}\n+++\n{BODY}\n'
    found = read_batch(((Piece(name="a.md", data=text.encode()),), Decisions(), (), DayReading()))[0]
    assert found.articles[0].given.embargo.startswith("2031-03-05")
