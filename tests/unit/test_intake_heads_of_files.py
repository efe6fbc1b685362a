"""Lines above all articles of a file, lists of clippings in letters, and names above the days of pages."""

from email.message import EmailMessage

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

STORIES = (
    (
        "Marta Linde, map maker, 88",
        "Marta Linde drew maps of islands that have since been washed away. She died on 3 November.",
        "Her last sheet shows a sandbank off Orme. Sailors still use it, for want of a better one.",
    ),
    (
        "Otto Reyle, ferryman, 79",
        "Otto Reyle rowed the ferry at Nesse for 44 years. He died on 5 November at the age of 79.",
        "He never learned to swim. His boat went to the museum of the town.",
    ),
    (
        "Greta Sund, beekeeper, 93",
        "Greta Sund kept two hundred hives on the heath. She died on 6 November in her sleep.",
        "Her honey won eleven medals. She gave them to the school as counters.",
    ),
)


def read(name: str, text: str | bytes) -> FileRead:
    documents, found = read_any(name, text if isinstance(text, bytes) else text.encode())
    return split_all(name, documents, found, Decisions())


def shown(found: FileRead) -> list[list[str]]:
    return [
        [p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped]
        for article, meta in zip(found.articles, found.metas, strict=True)
    ]


HEADS = (
    ("DEATHS", "The Orme Packet", "Saturday, 14 November 2026"),
    ("The Orme Packet", "14 November 2026"),
    ("NOTICES IN BRIEF", "14.11.2026", "The Orme Packet"),
    ("NACHRUFE", "Der Nesser Bote", "Samstag, 14. November 2026"),
    ("NECROLOGIE", "Het Ormer Blad", "zaterdag 14 november 2026"),
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("blank", [2, 3])
def test_lines_above_all_articles_state_their_day_and_paper(head: tuple[str, ...], blank: int) -> None:
    apart = "\n" * (blank + 1)
    text = "\n".join(head) + apart + apart.join("\n\n".join(story) for story in STORIES) + "\n"
    found = read("column.txt", text)
    assert [meta.headline.value for meta in found.metas] == [story[0] for story in STORIES]
    assert [meta.date.value for meta in found.metas] == ["2026-11-14"] * 3
    paper = next(line for line in head if not line.isupper() and not any(map(str.isdigit, line)))
    assert [meta.outlet.value for meta in found.metas] == [paper] * 3
    assert shown(found) == [list(story[1:]) for story in STORIES]
    assert {one.text for one in found.left_out} >= set(head)


def test_the_head_of_one_article_stays_its_own() -> None:
    title, *texts = STORIES[0]
    found = read("one.txt", f"{title}\nThe Orme Packet\n14 November 2026\n\n\n" + "\n\n".join(texts) + "\n")
    assert [meta.headline.value for meta in found.metas] == [title]
    assert [meta.date.value for meta in found.metas] == ["2026-11-14"]


CLIPS = (
    (
        "Lock closed at Orme",
        "Orme Packet",
        "2026-11-24",
        "https://orme.example/lock",
        "The lock at Orme is closed to barges until Friday. Two bolts have sheared.",
    ),
    (
        "Stork stays for winter",
        "Nesse Bote",
        "2026-11-24",
        "https://nesse.example/stork",
        "For the first time a stork stays at Nesse for the winter. It lives on the roof of the mill.",
    ),
    (
        "Bus to the heath runs again",
        "Heath Mail",
        "2026-11-25",
        "https://heath.example/bus",
        "The bus to the heath runs again from December. The fare is two crowns.",
    ),
)


def item(form: str, n: int) -> str:
    title, outlet, day, url, text = CLIPS[n]
    return form.format(n=n + 1, title=title, outlet=outlet, day=day, url=url, text=text)


FORMS = (
    "{n}. {title}\n{outlet} | {day}\n{text}\n{url}\n",
    "{title}\n{outlet}, {day}\n{text}\n{url}\n",
    "{n}) {title}\n{url}\n{outlet} - {day}\n{text}\n",
    "* {title}\n{outlet} | {day}\n{text}\n<{url}>\n",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["letter.eml", "clips.txt"])
def test_a_list_of_clippings_is_read_in_letters_as_in_files(form: str, kind: str) -> None:
    text = "MEDIENSPIEGEL\nSuchbegriff: Orme\n\n" + "\n".join(item(form, n) for n in range(3))
    text += "\nTo change what is searched for, sign in.\n"
    data = text.encode()
    if kind.endswith(".eml"):
        message = EmailMessage()
        message["From"], message["To"] = "Watch <watch@clips.example>", "desk@desk.example"
        message["Subject"], message["Date"] = "Daily list", "Thu, 26 Nov 2026 07:00:00 +0000"
        message.set_content(text)
        data = message.as_bytes()
    found = read(kind, data)
    assert [(meta.headline.value, meta.outlet.value, meta.date.value, meta.url) for meta in found.metas] == [
        clip[:4] for clip in CLIPS
    ]
    assert shown(found) == [[clip[4]] for clip in CLIPS]


def test_a_letter_with_one_address_is_no_list_of_clippings() -> None:
    message = EmailMessage()
    message["From"], message["To"] = "Ida Varro <ida@orme.example>", "desk@desk.example"
    message["Subject"], message["Date"] = STORIES[1][0], "Thu, 26 Nov 2026 07:00:00 +0000"
    message.set_content("\n\n".join(STORIES[1][1:]) + "\n\nhttps://orme.example/ferry\n")
    (meta,) = read("letter.eml", message.as_bytes()).metas
    assert meta.headline.value == STORIES[1][0]


NAMES = (
    ("তানিয়া হক", "২৩ নভেম্বর ২০২৬", "2026-11-23"),
    ("Ида Варро", "23 ноября 2026", "2026-11-23"),
    ("นภา ใจดี", "23 พฤศจิกายน 2569", "2026-11-23"),
    ("Ida Varro", "23 November 2026", "2026-11-23"),
    ("אידה ורו", "23 בנובמבר 2026", "2026-11-23"),
    ("Άννα Βαρρά", "23 Νοεμβρίου 2026", "2026-11-23"),
)


@pytest.mark.parametrize(("name", "day", "read_day"), NAMES)
def test_a_name_between_headline_and_day_of_a_page_is_that_of_its_writer(name: str, day: str, read_day: str) -> None:
    lines = "".join(f"<div>{one}</div><div><br></div>" for one in STORIES[1][1:])
    html = f"<html><body><div><h1>{STORIES[1][0]}</h1></div><div>{name}</div><div>{day}</div>{lines}</body></html>"
    (meta,) = read("note.html", html).metas
    assert (meta.author.value, meta.date.value[:10]) == (name, read_day)
