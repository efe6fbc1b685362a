"""JSON of news interfaces, feed readers and content management systems, read as articles by its shape."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.reading import split_all

FIRST = "The weir at Kelby was opened by hand on Sunday because its motor had burnt out."
SECOND = "Nobody downstream was told, and two gardens stood under water by the evening."
HTML = f"<p>{FIRST}</p><p>{SECOND}</p>"
TITLE, AUTHOR, OUTLET = "Weir opened by hand", "Ines Dahl", "Kelby Echo"
URL = "https://echo.example/weir"
SECONDS = 1772524800
"""2026-03-03 08:00 UTC."""


def read(value: Any, name: str = "a.json", **options: Any) -> tuple[RawDocument, ...]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return read_any(name, text.encode(), **options)[0]


def articles(documents: tuple[RawDocument, ...]) -> list[RawDocument]:
    return [document for document in documents if not document.left_out]


SHAPES: dict[str, Any] = {
    "a news interface": {
        "status": "ok",
        "totalResults": 1,
        "articles": [
            {
                "source": {"id": None, "name": OUTLET},
                "author": AUTHOR,
                "title": f"{TITLE} - {OUTLET}",
                "description": "Two gardens under water.",
                "url": URL,
                "publishedAt": "2026-03-03T08:00:00Z",
                "content": f"{FIRST}\r\n{SECOND}",
            }
        ],
    },
    "fields inside a result": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "id": "news/1",
                    "type": "article",
                    "webTitle": TITLE,
                    "webUrl": URL,
                    "webPublicationDate": "2026-03-03T08:00:00Z",
                    "fields": {"byline": AUTHOR, "body": HTML, "publication": OUTLET},
                }
            ],
        }
    },
    "documents with objects for headline and byline": {
        "response": {
            "docs": [
                {
                    "web_url": URL,
                    "headline": {"main": TITLE, "kicker": None},
                    "byline": {"original": f"By {AUTHOR}"},
                    "pub_date": "2026-03-03T08:00:00+0000",
                    "source": OUTLET,
                    "lead_paragraph": f"{FIRST}\n{SECOND}",
                    "abstract": "A weir.",
                    "keywords": [{"name": "subject", "value": "Rivers and weirs"}],
                }
            ]
        }
    },
    "a search engine": {
        "hits": {
            "total": 1,
            "hits": [
                {
                    "_id": "1",
                    "_source": {
                        "title": TITLE,
                        "maintext": f"{FIRST}\n{SECOND}",
                        "authors": [AUTHOR],
                        "source_domain": "echo.example",
                        "publisher": OUTLET,
                        "date_publish": None,
                        "datePublished": "2026-03-03 08:00:00 +0000",
                        "url": URL,
                    },
                }
            ],
        }
    },
    "a feed reader": {
        "id": "user/-/state/com.google/starred",
        "title": "Starred",
        "items": [
            {
                "id": "tag:reader.example,2005:item/1",
                "crawlTimeMsec": "1772600000000",
                "published": SECONDS,
                "title": TITLE,
                "author": AUTHOR,
                "canonical": [{"href": URL}],
                "alternate": [{"href": f"{URL}?amp", "type": "text/html"}],
                "summary": {"direction": "ltr", "content": HTML},
                "origin": {"streamId": "feed/1", "title": OUTLET, "htmlUrl": "https://echo.example"},
            }
        ],
    },
    "a reading list": [
        {
            "id": 4,
            "is_archived": 0,
            "title": TITLE,
            "url": URL,
            "content": HTML,
            "created_at": "2026-05-01T10:00:00+0000",
            "published_at": "2026-03-03T08:00:00+00:00",
            "published_by": [AUTHOR],
            "publisher": OUTLET,
            "reading_time": 2,
            "language": "en_GB",
        }
    ],
    "posts of an interface with rendered fields": [
        {
            "id": 9,
            "date": "2026-03-03T08:00:00",
            "date_gmt": "2026-03-03T08:00:00Z",
            "link": URL,
            "type": "post",
            "title": {"rendered": TITLE},
            "content": {"rendered": HTML, "protected": False},
            "excerpt": {"rendered": "<p>Two gardens.</p>"},
            "author_name": AUTHOR,
            "site_name": OUTLET,
        }
    ],
    "attributes of resources": {
        "data": [
            {
                "type": "news",
                "id": "1",
                "attributes": {
                    "headline": TITLE,
                    "body": {"value": HTML, "format": "html"},
                    "published-on": SECONDS * 1000,
                    "byline": AUTHOR,
                    "canonical-url": URL,
                    "publisher": {"name": OUTLET},
                },
            }
        ]
    },
    "objects by their numbers": {
        "list": {
            str(number): {
                "resolved_title": TITLE,
                "resolved_url": URL,
                "text": f"{FIRST}\n{SECOND}",
                "authors": [{"name": AUTHOR}],
                "source": OUTLET,
                "date": "20260303T080000Z",
            }
            for number in (1, 2)
        }
    },
    "a tree of an editor": [
        {
            "_type": "post",
            "title": TITLE,
            "url": URL,
            "author": {"firstName": "Ines", "lastName": "Dahl"},
            "outlet": OUTLET,
            "publishedAt": "Tue, 03 Mar 2026 08:00:00 +0000",
            "body": [
                {"_type": "block", "children": [{"_type": "span", "text": part} for part in (FIRST[:20], FIRST[20:])]},
                {"_type": "block", "children": [{"_type": "span", "text": SECOND}]},
            ],
        }
    ],
    "literature": [
        {
            "type": "article-newspaper",
            "title": TITLE,
            "container-title": OUTLET,
            "author": [{"family": "Dahl", "given": "Ines"}],
            "issued": {"date-parts": [[2026, 3, 3]]},
            "URL": URL,
            "abstract": f"{FIRST}\n{SECOND}",
        }
    ],
    "a table in an object": {
        "columns": ["title", "text", "author", "outlet", "url", "date"],
        "data": [[TITLE, f"{FIRST}\n{SECOND}", AUTHOR, OUTLET, URL, "2026-03-03"]],
    },
    "lists of cells": [
        ["Title", "Full text", "Byline", "Source", "Link", "Published"],
        [TITLE, f"{FIRST}\n{SECOND}", AUTHOR, OUTLET, URL, "3 March 2026"],
    ],
    "a feed turned into JSON": {
        "feed": {"title": OUTLET, "description": "All of Kelby"},
        "items": [{"title": TITLE, "author": AUTHOR, "link": URL, "pubDate": "2026-03-03 08:00:00", "content": HTML}],
    },
    "embedded objects": [
        {
            "title": {"rendered": TITLE},
            "content": {"rendered": HTML},
            "author": 3,
            "link": URL,
            "date": "2026-03-03T08:00:00",
            "site_name": OUTLET,
            "_embedded": {"author": [{"id": 3, "name": AUTHOR, "link": "https://echo.example/ines"}]},
        }
    ],
    "resources with their writers beside them": {
        "data": [
            {
                "type": "node--article",
                "id": "a1",
                "attributes": {"title": TITLE, "body": {"value": HTML}, "created": "2026-03-03", "url": URL,
                               "publication": OUTLET},
                "relationships": {"uid": {"data": {"type": "user--user", "id": "u1"}}},
            }
        ],
        "included": [{"type": "user--user", "id": "u1", "attributes": {"name": AUTHOR}}],
    },
    "German names": {
        "artikel": [
            {"Überschrift": TITLE, "Volltext": f"{FIRST}\n{SECOND}", "Verfasser": AUTHOR, "Quelle": OUTLET, "Link": URL,
             "Datum": "03.03.2026"}
        ]
    },
    "Chinese names": [
        {"标题": TITLE, "正文": f"{FIRST}\n{SECOND}", "作者": AUTHOR, "来源": OUTLET, "链接": URL,
         "发布时间": "2026年3月3日"}
    ],
    "Arabic names": [
        {"العنوان": TITLE, "النص": f"{FIRST}\n{SECOND}", "الكاتب": AUTHOR, "المصدر": OUTLET,
         "الرابط": URL, "التاريخ": "٣/٣/٢٠٢٦"}
    ],
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_record_is_read_whole_whatever_its_interface_calls_it_and_however_deep_it_is(shape: str) -> None:
    document = articles(read(SHAPES[shape]))[0]
    assert [p.text for p in document.paragraphs] == [FIRST, SECOND]
    stated = document.given
    assert (stated.title, stated.author, stated.outlet, stated.url) == (TITLE, AUTHOR, OUTLET, URL)
    assert stated.published[:10] == "2026-03-03"


def test_a_message_beside_a_list_of_records_is_no_record() -> None:
    value = {"message": "your request was fine", "data": {"rows": [{"headline": TITLE, "body": FIRST}]}}
    (document,) = read(value)
    assert document.given.title == TITLE


def test_the_day_of_saving_is_no_day_of_publication() -> None:
    (document,) = read([{"title": TITLE, "content": HTML, "created_at": "2026-05-01", "is_starred": 1, "url": URL}])
    assert document.given.published == ""


def test_authors_by_their_ids_get_their_names_and_pages_beside_posts_are_left_out() -> None:
    posts = [
        {"id": "p1", "title": TITLE, "html": HTML, "type": "post", "status": "published", "author_id": "u1"},
        {"id": "p2", "title": "Imprint", "html": "<p>Kelby Echo, Mill Lane.</p>", "type": "page"},
    ]
    users = [{"id": "u1", "name": AUTHOR}, {"id": "u2", "name": "Rolf Tamm"}]
    links = [{"post_id": "p1", "author_id": "u2"}, {"post_id": "p1", "author_id": "u1"}]
    export = {"db": [{"meta": {}, "data": {"posts": posts, "users": users, "tags": [{"id": "t", "name": "River"}]}}]}
    post, page = read(export)
    assert (post.given.author, post.left_out) == (AUTHOR, "")
    assert (page.kind, page.left_out) == ("page", "only posts are articles")
    export["db"][0]["data"]["posts_authors"] = links
    del posts[0]["author_id"]
    assert read(export)[0].given.author == f"Rolf Tamm, {AUTHOR}"


def test_of_several_teasers_the_longest_is_the_text() -> None:
    (document,) = read([{"title": TITLE, "excerpt": "Short words.", "summary": f"{FIRST} {SECOND}"}])
    assert document.paragraphs[0].text == f"{FIRST} {SECOND}"


def test_the_id_of_a_post_is_no_id_of_a_writer() -> None:
    value = {"users": [{"id": 1, "name": AUTHOR}], "posts": [{"id": 1, "title": TITLE, "text": FIRST}]}
    assert read(value)[0].given.author == ""


def test_a_message_in_pieces_is_one_line() -> None:
    pieces = ["The weir ", {"type": "bold", "text": "was opened"}, " by hand."]
    service, message = read({"messages": [{"id": 1, "type": "service"}, {"id": 2, "type": "message", "text": pieces}]})
    assert service.kind == "service message"
    assert [p.text for p in message.paragraphs] == ["The weir was opened by hand."]


def test_a_message_for_followers_is_held_back_and_a_boost_is_left_out() -> None:
    public = "https://www.w3.org/ns/activitystreams#Public"

    def note(readers: str) -> dict[str, Any]:
        return {"type": "Note", "content": HTML, "url": URL, "to": [readers], "attributedTo": "https://m.example/ines"}

    activities = [
        {"type": "Create", "published": "2026-03-03T08:00:00Z", "to": [public], "object": note(public)},
        {"type": "Create", "to": ["https://m.example/ines/followers"], "object": note("https://m.example/f")},
        {"type": "Announce", "object": "https://m.example/other/1"},
    ]
    found = read({"type": "OrderedCollection", "orderedItems": activities})
    assert [(one.given.held, one.kind) for one in found] == [("", ""), ("followers only", ""), ("", "boost")]
    assert found[0].given.published == "2026-03-03T08:00:00+00:00"


@pytest.mark.parametrize(
    "text",
    [
        "{record}\n{record}\n",
        "{record}{record}",
        '{{"index": {{"_id": 1}}}}\n{record}\n{{"index": {{"_id": 2}}}}\n{record}',
        "window.archive.part0 = [{record}, {record}];",
        "show([{record}, {record}])",
        "\x1e{record}\n\x1e{record}\n",
        "\ufeff[{record},\n{record}]",
    ],
)
def test_json_is_read_in_lines_in_a_row_and_inside_a_script(text: str) -> None:
    record = json.dumps({"title": TITLE, "text": FIRST}, indent=1 if "}{" in text else None)
    found = articles(read(text.format(record=record)))
    assert [document.given.title for document in found] == [TITLE, TITLE]


def test_what_is_no_record_is_named_with_its_place_and_reason() -> None:
    value = [
        {"title": TITLE, "text": FIRST},
        {"title": "Only a link", "url": URL},
        {"title": "Nothing"},
        7,
        "A short text.",
    ]
    documents, found = read_any("a.json", json.dumps(value).encode())
    left = split_all("a.json", documents, found, Decisions()).refused
    assert left == (
        ('a.json#2 "Only a link"', "it has an address and no text"),
        ('a.json#3 "Nothing"', "it has no text"),
        ("a.json#4", "it is no object with a text"),
        ("a.json#5", "it is no object with a text"),
    )
    assert [show(one) for one in found] == [
        "a.json#3: warning[no-article]: the entry holds no text\n"
        "  help: call the field of the text `text`, `body` or `content`, or map it in site.yaml: "
        "`import: {fields: {text: its-name}}`",
        "a.json#2: warning[no-article]: the entry holds an address and no text\n"
        "  help: save the pages at these addresses and import those; if a field has the text, map it in site.yaml: "
        "`import: {fields: {text: its-name}}`",
    ]


def test_many_entries_left_out_for_one_reason_are_named_in_one_line_after_the_first() -> None:
    value = [{"title": TITLE, "text": FIRST}, *({"title": f"No {n}"} for n in range(40))]
    documents, found = read_any("a.json", json.dumps(value).encode())
    left = split_all("a.json", documents, found, Decisions()).refused
    assert len(left) == 21
    assert left[-1] == ("a.json: 20 more (#22-#41)", "it has no text")
    assert show(found[0]).startswith("a.json: warning[no-article]: 40 entries hold no text\n")


def test_a_map_of_names_reaches_into_lists_and_objects_and_reads_counted_time() -> None:
    item = {
        "kop": {"groot": TITLE},
        "stukken": [{"inhoud": FIRST}],
        "waar": [{"adres": {"web": URL}}],
        "toen": [{"sec": SECONDS}],
        "wie": {"naam": {"voluit": AUTHOR}},
        "text": "Not this one, says the map.",
    }
    fields = (
        ("title", ("kop.groot",)),
        ("text", ("stukken.inhoud",)),
        ("url", ("waar.adres.web",)),
        ("published", ("toen.sec",)),
        ("author", ("wie.naam.voluit",)),
    )
    (document,) = read([item], fields=fields)
    stated = document.given
    assert (stated.title, stated.author, stated.url) == (TITLE, AUTHOR, URL)
    assert stated.published == "2026-03-03T08:00:00+00:00"
    assert [p.text for p in document.paragraphs] == [FIRST]


CUT = {
    "a list": [{"title": TITLE, "text": f"{FIRST} {n}", "tags": [{"name": "port"}]} for n in range(4)],
    "an answer": {
        "meta": [{"id": 1}],
        "data": {"articles": [{"title": TITLE, "text": f"{FIRST} {n}"} for n in range(4)]},
    },
    "objects by number": {str(n): {"title": TITLE, "text": f"{FIRST} {n}"} for n in range(4)},
}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("value", CUT.values(), ids=CUT)
def test_of_json_that_breaks_off_the_whole_records_are_read_and_the_place_is_named(
    value: object, indent: int | None
) -> None:
    text = json.dumps(value, indent=indent)
    cut = text[: text.index(f"{FIRST} 2") + 20]
    documents, found = read_any("a.json", cut.encode())
    assert [one.paragraphs[0].text for one in documents if not one.left_out] == [f"{FIRST} 0", f"{FIRST} 1"]
    line = cut.count("\n") + 1
    assert len(found) == 1
    assert re.match(rf"a\.json:{line}:\d+: error\[broken-record\]: the file is not JSON: ", show(found[0]))
    assert show(found[0]).endswith(
        "\n  help: the 2 records before it were read, and nothing behind it: save the file again, whole, and import it"
        " once more"
    )


def test_json_that_breaks_off_before_its_first_record_ends_is_reported_once() -> None:
    text = json.dumps({"articles": [{"title": TITLE, "text": FIRST}]}, indent=1)[:-40]
    documents, found = read_any("a.json", text.encode())
    assert documents == ()
    assert [show(one).split("\n")[1] for one in found] == [
        "  help: save it again; a file that was cut off cannot be read"
    ]


def words_in(documents: tuple[RawDocument, ...]) -> list[str]:
    text = " ".join(f"{one.given.title} {' '.join(p.text for p in one.paragraphs)}" for one in documents)
    return sorted(re.findall(r"w\d+", text))


TEXTS = st.lists(st.integers(0, 999), min_size=0, max_size=12)
RECORDS = st.lists(
    st.tuples(TEXTS, TEXTS, st.sampled_from(["text", "content", "articleBody", "html", "Volltext", "summary"])),
    min_size=1,
    max_size=6,
)
WRAPPERS = st.sampled_from(["{}", '{{"a": {{"b": {}}}}}', '{{"response": {{"docs": {}}}, "status": "ok"}}', "lines"])


@pytest.mark.slow
@given(RECORDS, WRAPPERS)
def test_every_word_of_a_record_is_in_an_article_or_in_what_is_left_out(
    records: list[tuple[list[int], list[int], str]], wrapper: str
) -> None:
    items = [
        {"title": " ".join(f"w{n}" for n in title), name: "\n".join(f"w{n} and w{n}." for n in text), "id": number}
        for number, (title, text, name) in enumerate(records)
    ]
    lines = "\n".join(map(json.dumps, items))
    documents = read(lines if wrapper == "lines" else wrapper.format(json.dumps(items)))
    expected = [f"w{n}" for title, text, _ in records for n in (*title, *text, *text)]
    assert words_in(documents) == sorted(expected)
    assert all(one.left_out or one.paragraphs for one in documents)


@pytest.mark.slow
@given(st.recursive(st.none() | st.text(max_size=9) | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(
    st.sampled_from(["title", "text", "items", "data", "content", "url", "date", "children", "author", "x"]), inner
)))  # fmt: skip
def test_no_json_makes_reading_raise(value: Any) -> None:
    read(value)
