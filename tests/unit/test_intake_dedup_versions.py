"""Which texts at one address are versions of one article, and which is the newest, in whatever order they come."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sampled import met

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.dedup.identity import Origin
from annotated_briefings.intake.dedup.versions import is_undated

DAY = "2026-03-02T08:00:00+01:00"
TITLE = "Storm closes bridge"
URL = "https://wire.example/storm"


def reported(people: str) -> str:
    return (
        f"{people} people had to be led to safety when the storm closed the bridge to Lund, the rescue service said. "
        "The ferry stayed in port, and the schools of two villages sent the children home at noon."
    )


def page_by_meta(people: str, changed: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title><link rel="canonical" href="{URL}">'
        f'<meta property="article:published_time" content="{DAY}">'
        f'<meta property="article:modified_time" content="{changed}"></head>'
        f"<body><article><h1>{TITLE}</h1><p>{reported(people)}</p></article></body></html>"
    )


def page_by_linked_data(people: str, changed: str) -> str:
    facts = {"@type": "NewsArticle", "headline": TITLE, "datePublished": DAY, "dateModified": changed}
    return (
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title><link rel="canonical" href="{URL}">'
        f'<script type="application/ld+json">{json.dumps(facts)}</script></head>'
        f"<body><article><h1>{TITLE}</h1><p>{reported(people)}</p></article></body></html>"
    )


def atom(people: str, changed: str) -> str:
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:w</id>'
        f'<updated>{DAY}</updated><entry><title>{TITLE}</title><id>urn:w:1</id><link href="{URL}"/>'
        f"<published>{DAY}</published><updated>{changed}</updated>"
        f'<content type="html">&lt;p&gt;{reported(people)}&lt;/p&gt;</content></entry></feed>'
    )


def json_feed(people: str, changed: str) -> str:
    item = {"id": "1", "url": URL, "title": TITLE, "content_text": reported(people)}
    item |= {"date_published": DAY, "date_modified": changed}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [item]})


def record(key: str) -> Callable[[str, str], str]:
    def write(people: str, changed: str) -> str:
        facts = {"title": TITLE, "url": URL, "outlet": "Wire", "date": DAY, key: changed, "text": reported(people)}
        return json.dumps(facts)

    return write


def markdown(people: str, changed: str) -> str:
    return f"---\ntitle: {TITLE}\nurl: {URL}\ndate: {DAY}\nlastmod: {changed}\n---\n\n{reported(people)}\n"


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


def first_page(title: str, day: str, text: str) -> tuple[str, str]:
    return "html", (
        f'<!doctype html><html lang="en"><head><title>{title}</title><link rel="canonical" href="{URL}">'
        f'<meta property="article:published_time" content="{day}"></head>'
        f"<body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    )


def first_feed(title: str, day: str, text: str) -> tuple[str, str]:
    return "xml", (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:w</id>'
        f'<updated>{day}</updated><entry><title>{title}</title><id>urn:w:1</id><link href="{URL}"/>'
        f'<published>{day}</published><content type="html">&lt;p&gt;{text}&lt;/p&gt;</content></entry></feed>'
    )


def first_record(title: str, day: str, text: str) -> tuple[str, str]:
    return "jsonl", json.dumps({"title": title, "url": URL, "outlet": "Wire", "date": day, "text": text}) + "\n"


def first_markdown(title: str, day: str, text: str) -> tuple[str, str]:
    return "md", f"---\ntitle: '{title}'\nurl: {URL}\ndate: {day}\n---\n\n{text}\n"


WRITERS = (first_page, first_feed, first_record, first_markdown)
STANDING = "Prices are delayed by a quarter of an hour. Write to the markets desk with your questions about the prices."
SHARES = (
    "Shares in Oslo opened higher on Monday as oil firms gained, and the crown was little changed to the euro.",
    "Shares in Oslo opened lower on Tuesday as salmon farmers fell, and the crown lost ground to the euro and yen.",
)
LEVEL = (
    "The river stood at {} centimetres at the gauge of Emden at seven in the morning. It fell by {} centimetres in a "
    "day. The harbour office expects {} centimetres tomorrow. Ships of deep draught must ask for a pilot."
)
MISTAKE = "Readers who notice a mistake can write to the editors of this newspaper at any time."
STORM = reported("Twelve")
LATER = "The power company counts three hundred homes without light, and the coast road is shut by fallen trees."
REWORDED = (
    "The rescue service led twelve people to safety before the storm shut the Lund bridge. Schools of two villages "
    "closed at noon and the ferry did not leave."
)
OTHERS = {
    "a bulletin": [("Markets this morning", "2026-03-02", f"{SHARES[0]} {STANDING}"),
                   ("Markets this morning", "2026-03-03", f"{SHARES[1]} {STANDING}")],
    "a bulletin with its day in the headline": [("Markets: 2 March", "2026-03-02", f"{SHARES[0]} {STANDING}"),
                                                ("Markets: 3 March", "2026-03-03", f"{SHARES[1]} {STANDING}")],
    "a list of corrections": [
        ("Corrections", "2026-03-02", f"An article about Vess gave the wrong year of the mole. It was 1911. {MISTAKE}"),
        ("Corrections", "2026-03-09", f"A caption misspelt the head of the school in Emden, Ida Varro. {MISTAKE}")],
    "a live page that is used again": [("Live", "2026-03-02", STORM), ("Live", "2026-03-03", SHARES[1])],
    "a form that is filled in each day": [("Water levels", "2026-03-02", LEVEL.format(412, 11, 405)),
                                          ("Water levels", "2026-03-03", LEVEL.format(403, 9, 398))],
    "the words of another day": [("Storm", "2026-03-02", STORM), ("Storm", "2026-03-05", REWORDED)],
    "three days of a bulletin": [("Markets this morning", f"2026-03-0{n}", f"{text} {STANDING}")
                                 for n, text in enumerate((*SHARES, REWORDED), 2)],
}  # fmt: skip
PARK = (
    "The government has approved a field of {} turbines off {}. It is to supply {} homes from {}. Fishermen said "
    "they would go to court, because the field lies on their best grounds."
)
ONES = {
    "figures in two sentences": [
        ("Field approved", "2026-03-02", PARK.format(44, "Emden", "600,000", 2031)),
        ("Field approved", "2026-03-07", PARK.format(41, "Emden", "560,000", 2032)),
    ],
    "a figure and a name": [
        ("Field approved", "2026-03-02", PARK.format(44, "Emden", "600,000", 2031)),
        ("Field approved", "2026-03-07", PARK.format(41, "Vess", "600,000", 2031)),
    ],
    "corrected, and a sentence more": [
        ("Field approved", "2026-03-02", PARK.format(44, "Emden", "600,000", 2031)),
        (
            "Field approved",
            "2026-03-07",
            PARK.format(41, "Emden", "560,000", 2031) + " An earlier version gave other figures.",
        ),
    ],
    "words added on the next day": [("Storm", "2026-03-02", STORM), ("Storm", "2026-03-03", f"{STORM} {LATER}")],
    "words put before it": [("Storm", "2026-03-02", STORM), ("Storm", "2026-03-03", f"{LATER} {STORM}")],
    "another headline": [("Storm", "2026-03-02", STORM), ("Bridge shut", "2026-03-03", f"{STORM} {LATER}")],
    "reworded on the same day": [("Storm", "2026-03-02", STORM), ("Storm", "2026-03-02", REWORDED)],
    "a figure": [("Storm", "2026-03-02", STORM), ("Storm", "2026-03-03", reported("Fifteen"))],
    "cut": [("Storm", "2026-03-02", f"{STORM} {LATER}"), ("Storm", "2026-03-03", STORM)],
}


def briefs_of(folder: Path, write: Callable[..., tuple[str, str]], texts: list[tuple[str, str, str]]) -> list[str]:
    create_site(folder)
    for example in (folder / "briefings").glob("2*/*.md"):
        example.unlink()
    for number, facts in enumerate(texts):
        ending, data = write(*facts)
        file = folder / f"{number}.{ending}"
        file.write_text(data, encoding="utf-8")
        run_import(ImportRequest(folder, (file,)))
    return sorted(re.findall(r"^date: (\S+)", p.read_text("utf-8"), re.M)[0].strip("'\"")[:10]
                  for p in (folder / "briefings").glob("2*/*.md"))  # fmt: skip


@pytest.mark.parametrize(("kind", "write"), met(OTHERS, WRITERS))
def test_mostly_other_text_of_another_day_at_one_address_is_another_article(
    kind: str, write: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    days = [day for _, day, _ in OTHERS[kind]]
    assert briefs_of(tmp_path / "forth", write, OTHERS[kind]) == days
    assert briefs_of(tmp_path / "back", write, OTHERS[kind][::-1]) == days


@pytest.mark.parametrize(("kind", "write"), met(ONES, WRITERS))
def test_most_of_the_text_or_the_headline_and_day_make_a_version(
    kind: str, write: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    assert len(briefs_of(tmp_path / "forth", write, ONES[kind])) == 1
    assert len(briefs_of(tmp_path / "back", write, ONES[kind][::-1])) == 1


@pytest.mark.parametrize(
    ("later", "count"), [(LEVEL.format(403, 9, 398), 2), (LEVEL.format(412, 11, 405) + f" {LATER}", 1)]
)
def test_a_file_without_an_address_that_is_written_anew_each_day_brings_another_article(
    later: str, count: int, tmp_path: Path
) -> None:
    create_site(tmp_path)
    for example in (tmp_path / "briefings").glob("2*/*.md"):
        example.unlink()
    for day, text in (("2026-03-02", LEVEL.format(412, 11, 405)), ("2026-03-03", later)):
        (tmp_path / "levels.md").write_text(f"---\ntitle: Water levels\ndate: {day}\n---\n\n{text}\n", "utf-8")
        run_import(ImportRequest(tmp_path, (tmp_path / "levels.md",)))
    assert len([*(tmp_path / "briefings").glob("2*/*.md")]) == count


@pytest.mark.parametrize(
    ("one", "other", "url", "undated"),
    [
        ("2026-03-03", "2026-03-03", "https://wire.example/a", True),
        ("2026-03-03", "2026-03-04", "https://wire.example/a", False),
        ("2026-03-03", "2026-03-03T10:00:00Z", "https://wire.example/a", True),
        ("2026-03-03T09:00:00Z", "2026-03-03T10:00:00Z", "https://wire.example/a", False),
        ("2026-03-03T10:00:00Z", "2026-03-03T10:00:00Z", "https://wire.example/a", True),
        ("", "2026-03-03", "https://wire.example/a", True),
        ("", "", "https://wire.example/a", True),
        ("2026-03", "2026-03-04", "https://wire.example/a", True),
        ("", "", "", False),
    ],
)
def test_the_order_of_two_texts_is_known_by_their_days_and_times(one: str, other: str, url: str, undated: bool) -> None:
    first, second = (Origin("T", "Wire", "", day, url, "a.txt", "") for day in (one, other))
    assert is_undated(first, second) is is_undated(second, first) is undated
