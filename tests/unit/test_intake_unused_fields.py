"""Fields whose words are in no article are named with the number of articles that have them."""

import json
from typing import Any

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.left_out import unused
from annotated_briefings.intake.reading import FileRead, split_all

TEXT = "Divers repaired the lock gate at the south basin four days early, and barges pass again from Tuesday."
NOTE = "call the port about the price"
LOST: dict[str, Any] = {
    "a note": {"editor_notes": NOTE},
    "HTML": {"editor_notes": f"<p>{NOTE}</p>"},
    "a list": {"editor_notes": ["call the port", "ask for the price"]},
    "an object": {"editor_notes": {"heading": "The gate", "rows": ["12 tons"]}},
    "in another script": {"editor_notes": "请给港口打电话问价格"},
    "a second text": {"body_text": NOTE},
    "inside": {"meta": {"editor_notes": NOTE}},
    "tags": {"tags": "lock, gate, harbour"},
    "one tag": {"keywords": ["locks"]},
    "one word": {"mood": "gloomy"},
    "some single words": {"remarks": ["gloomy", "urgent"]},
    "a section": {"sectionName": "Harbour"},
    "the name of a section in another language": {"Ressort": "Hafen"},
}
KEPT: dict[str, Any] = {
    "a number": {"rank": 3},
    "a code": {"slugline": "crane-2", "uid": "7f-2a"},
    "codes": {"related": ["a1", "b2", "c3", "d4"]},
    "words of programs": {"layout": "standard", "contentLocale": "english", "kind": "article"},
    "an address": {"shown_at": "https://a.example/a b"},
    "the text again": {"content": TEXT, "body_html": f"<p>{TEXT}</p>"},
    "a standfirst": {"summary": "The gate is sound again, and barges pass."},
    "nothing": {"editor_notes": "", "other": None, "more": []},
}
"""Fields beside a text, of which nothing is lost that anybody could miss."""


def read(data: str, name: str) -> FileRead:
    documents, found = read_any(name, data.encode())
    return split_all(name, documents, found, Decisions())


def as_lines(fields: dict[str, Any]) -> str:
    record = {"title": "Lock gate", "url": "https://a.example/1", "text": TEXT, **fields}
    return "\n".join(json.dumps(one) for one in (record, {**record, "url": "https://a.example/2"}))


@pytest.mark.parametrize("what", LOST)
def test_a_field_of_json_whose_words_are_in_no_article_is_named(what: str) -> None:
    done = read(as_lines(LOST[what]), "a.jsonl")
    ((name, count),) = unused(done.left_out)
    assert (name.rpartition(".")[2], count) == (next(iter(LOST[what])).replace("meta", "editor_notes"), 2)
    assert [article.text for article in done.articles] == [TEXT, TEXT]


@pytest.mark.parametrize("what", KEPT)
def test_fields_of_json_that_say_nothing_more_are_not_named(what: str) -> None:
    assert unused(read(as_lines(KEPT[what]), "a.jsonl").left_out) == []


def nitf(head: str = "", body: str = "") -> str:
    return (
        f'<?xml version="1.0"?><nitf><head><title>Lock gate</title>{head}</head><body><body.head><hedline><hl1>Lock '
        f"gate</hl1></hedline>{body}</body.head><body.content><p>{TEXT}</p></body.content></body></nitf>"
    )


FILES = {
    "front matter": ("a.md", f"---\ntitle: Lock gate\nfact_check: {NOTE}\nlayout: post\n---\n\n{TEXT}\n", "fact_check"),
    "an element": ("a.xml", nitf(f"<remark>{NOTE}</remark>"), "remark"),
    "an attribute": ("a.xml", nitf(f'<docdata><ed-msg info="{NOTE}"/></docdata>'), "ed-msg"),
    "a note to editors": ("a.xml", nitf(body=f"<note><body.content><p>{NOTE}</p></body.content></note>"), "note"),
    "a column": ("a.csv", f'title,text,remarks\nLock gate,"{TEXT}",{NOTE}\n', "remarks"),
}


@pytest.mark.parametrize("what", FILES)
def test_every_format_with_fields_names_those_that_it_does_not_use(what: str) -> None:
    name, data, field = FILES[what]
    done = read(data, name)
    assert unused(done.left_out) == [(field, 1)]
    assert [article.text for article in done.articles] == [TEXT]
