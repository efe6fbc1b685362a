"""Which of several texts at one address is the newest: by the dates that they state, in whatever order they come."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.run import ImportRequest, run_import

DAY = "2026-03-02T08:00:00+01:00"
TITLE = "Storm closes bridge"
URL = "https://wire.example/storm"


def said(people: str) -> str:
    return (
        f"{people} people had to be led to safety when the storm closed the bridge to Lund, the rescue service said. "
        "The ferry stayed in port, and the schools of two villages sent the children home at noon."
    )


def page_by_meta(people: str, changed: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title><link rel="canonical" href="{URL}">'
        f'<meta property="article:published_time" content="{DAY}">'
        f'<meta property="article:modified_time" content="{changed}"></head>'
        f"<body><article><h1>{TITLE}</h1><p>{said(people)}</p></article></body></html>"
    )


def page_by_linked_data(people: str, changed: str) -> str:
    facts = {"@type": "NewsArticle", "headline": TITLE, "datePublished": DAY, "dateModified": changed}
    return (
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title><link rel="canonical" href="{URL}">'
        f'<script type="application/ld+json">{json.dumps(facts)}</script></head>'
        f"<body><article><h1>{TITLE}</h1><p>{said(people)}</p></article></body></html>"
    )


def atom(people: str, changed: str) -> str:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:w</id>'
        f'<updated>{DAY}</updated><entry><title>{TITLE}</title><id>urn:w:1</id><link href="{URL}"/>'
        f"<published>{DAY}</published><updated>{changed}</updated>"
        f'<content type="html">&lt;p&gt;{said(people)}&lt;/p&gt;</content></entry></feed>'
    )


def json_feed(people: str, changed: str) -> str:
    item = {"id": "1", "url": URL, "title": TITLE, "content_text": said(people)}
    item |= {"date_published": DAY, "date_modified": changed}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [item]})


def record(key: str) -> Callable[[str, str], str]:
    def write(people: str, changed: str) -> str:
        facts = {"title": TITLE, "url": URL, "outlet": "Wire", "date": DAY, key: changed, "text": said(people)}
        return json.dumps(facts)

    return write


def markdown(people: str, changed: str) -> str:
    return f"---\ntitle: {TITLE}\nurl: {URL}\ndate: {DAY}\nlastmod: {changed}\n---\n\n{said(people)}\n"


FORMATS: dict[str, tuple[str, Callable[[str, str], str]]] = {
    "page with a meta tag": ("html", page_by_meta),
    "page with linked data": ("html", page_by_linked_data),
    "Atom": ("xml", atom),
    "JSON Feed": ("json", json_feed),
    "record, updated": ("jsonl", record("updated")),
    "record, dateModified": ("jsonl", record("dateModified")),
    "record, last_modified": ("jsonl", record("last_modified")),
    "Markdown": ("md", markdown),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("2026-03-02T09:00:00+01:00", "2026-03-03T09:00:00+01:00"),
        ("2026-03-02T09:00:00Z", "2026-03-02T10:30:00+01:00"),
        ("2026-03-02T12:00:00+02:00", "2026-03-02T11:00:00Z"),
    ],
)
def test_the_text_that_was_changed_last_is_the_newest_in_either_order(
    kind: str, early: str, late: str, tmp_path: Path
) -> None:
    ending, write = FORMATS[kind]
    for order in ((0, 1), (1, 0)):
        site = tmp_path / f"site-{order[0]}"
        create_site(site)
        for example in (site / "briefings").glob("2*/*.md"):
            example.unlink()
        files = [site / f"old.{ending}", site / f"new.{ending}"]
        old, new = sorted((early, late), key=_instant)
        files[0].write_text(write("Twelve", old), encoding="utf-8")
        files[1].write_text(write("Fifteen", new), encoding="utf-8")
        for n in order:
            run_import(ImportRequest(site, (files[n],)))
        (brief,) = (site / "briefings").glob("2*/*.md")
        text = brief.read_text(encoding="utf-8")
        assert "Fifteen people" in text
        assert "Twelve people" not in text
        # The day of publication stays that of the source.
        assert "date: 2026-03-02" in text.replace("'", "").replace('"', "")


def _instant(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
