"""Newsletters: which letters hold several stories, what belongs to each, and what is around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Place
from annotated_briefings.intake.decisions import Cut, Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

BANK = "The central bank of Ostmark cut its rate by half a point to 2.25% on Thursday, the first cut in three years."
BEES = "A court in Port Amaro ruled that beekeepers may sue over a pesticide. The maker said it would appeal."
GOAT = "A goat rode line four for eleven stops on Thursday and had no ticket, the transport office said."
TAR = "Buy the finest tar for your boat at half the price until the end of March in all our shops."
STORIES = [("The bank cuts", BANK), ("Bees in court", BEES), ("Goat on the tram", GOAT)]
LEAVE = '<p><a href="https://quay.example/leave">Unsubscribe</a> from this letter</p>'


def read(text: str, subject: str = "Morning news", kind: str = "html", decisions: Decisions | None = None) -> FileRead:
    head = f"From: Quay Letter <letter@quay.example>\nSubject: {subject}\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n"
    data = f"{head}Content-Type: text/{kind}; charset=utf-8\n\n{text}\n".encode()
    documents, found = read_any("letter.eml", data)
    return split_all("letter.eml", documents, found, decisions or Decisions())


def reported(found: FileRead) -> list[tuple[str, str]]:
    return [
        (m.headline.value, " ".join(p.text for p in a.paragraphs if not p.aside))
        for a, m in zip(found.articles, found.metas, strict=True)
    ]


def reasons(found: FileRead) -> dict[str, str]:
    return {line.text: line.why for line in found.left_out}


def each(form: str) -> str:
    return "".join(
        form.format(n=n, title=title, text=text, url=f"https://quay.example/{n}")
        for n, (title, text) in enumerate(STORIES, 1)
    )


FORMS = {
    "boxes": "<div><h2>{title}</h2><p>{text}</p></div>",
    "links": '<h3><a href="{url}">{title}</a></h3><p>{text}</p>',
    "linked pictures": '<a href="{url}"><h3>{title}</h3></a><p>{text}</p>',
    "more": "<p><b>{title}</b></p><p>{text}</p><p><a href='{url}'>Read more</a></p>",
    "bold and numbered": "<p><strong>{n}. {title}</strong></p><p>{text} <br></p><p><a href='{url}'>More &rarr;</a></p>",
    "tables": "<table><tr><td style='font-size:24px'>{title}</td></tr><tr><td style='font-size:16px'>{text}</td></tr>"
    "<tr><td><a href='{url}'>Read at The Courier</a></td></tr></table>",
    "fonts": "<div><font size='5'>{title}</font><div>{text}</div></div>",
    "sections": "<h2>Part {n}</h2><h3><a href='{url}'>{title}</a></h3><p>{text}</p>",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_story_of_a_newsletter_is_an_article_of_the_letters_outlet_and_day(form: str) -> None:
    text = f"<html><body><p>Good morning!</p>{each(FORMS[form])}<p>See you tomorrow.</p>{LEAVE}</body></html>"
    found = read(text)
    assert reported(found) == STORIES
    assert {m.date.value for m in found.metas} == {"2026-03-03"}
    assert {m.outlet.value for m in found.metas} == {"The Courier" if form == "tables" else "Quay Letter"}
    if "{url}" in FORMS[form]:
        assert [m.url for m in found.metas] == [f"https://quay.example/{n}" for n in (1, 2, 3)]
    result = reasons(found)
    assert result["Good morning!"] == "the beginning of the letter"
    assert result["See you tomorrow."] == "the end of the letter"
    assert found.gaps == ()


PLAIN = {
    "capitals": "{title}\n\n{text}\n\n",
    "numbers": "{n}. {title}\n\n{text}\n{url}\n\n",
    "marks": "## {title}\n\n{text}\n\nRead more: {url}\n\n",
    "linked marks": "### [{title}]({url})\n\n{text}\n\n",
    "stars": "*{title}*\n{text}\n\nRead more: {url}\n\n",
    "underlined": "{title}\n{line}\n\n{text}\n\nRead more: {url}\n\n",
}


@pytest.mark.parametrize("form", PLAIN)
def test_stories_of_a_plain_newsletter_are_articles(form: str) -> None:
    parts = [
        PLAIN[form].format(
            n=n,
            title=title.upper() if form == "capitals" else title,
            text=text,
            url=f"https://quay.example/{n}",
            line="=" * len(title),
        )
        for n, (title, text) in enumerate(STORIES, 1)
    ]
    found = read("Good morning!\n\n" + "".join(parts) + "-- \nQuay Letter, Quay 4, Skarholm", kind="plain")
    assert [(title.lower(), text) for title, text in reported(found)] == [(t.lower(), text) for t, text in STORIES]
    if form != "capitals":
        assert [m.url for m in found.metas] == [f"https://quay.example/{n}" for n in (1, 2, 3)]
    assert reasons(found)["Good morning!"] == "the beginning of the letter"


@pytest.mark.parametrize("label", ["Advertisement", "ANZEIGE", "Sponsored by Tar & Sons", "A message from our partner"])
@pytest.mark.parametrize("advert", ["<h2>Tar for less</h2><p>{text}</p>", "<p>{text}</p>"])
def test_an_advertisement_between_stories_is_no_article(label: str, advert: str) -> None:
    parts = [f"<h2>{title}</h2><p>{text}</p>" for title, text in STORIES]
    parts.insert(1, f"<p>{label}</p>" + advert.format(text=TAR))
    found = read("".join(f"<div>{part}</div>" for part in parts))
    assert reported(found) == STORIES
    assert reasons(found)[TAR] == "an advertisement"


def test_names_of_sections_are_no_articles() -> None:
    form = '<h3><a href="{url}">{title}</a></h3><p>{text}</p>'
    found = read("<h2>Business</h2>" + each(form).replace("<h3>", "<h2>In brief</h2><h3>"))
    assert reported(found) == STORIES
    assert reasons(found)["In brief"] in ("the name of a section", "the beginning of the letter")


def test_a_line_that_names_a_firm_above_its_text_makes_an_advertisement_of_it_and_no_headline_does() -> None:
    parts = [f"<h3>{n}. {title}</h3><p>{text}</p>" for n, (title, text) in enumerate(STORIES, 1)]
    advert = f"<p>A message from Tar &amp; Sons</p><h4>Boats last longer</h4><p>{TAR}</p>"
    found = read(advert.join(parts[:2]) + parts[2])
    assert reported(found) == STORIES
    assert reasons(found)[TAR] == "an advertisement"
    heads = [("A message from Ruth Adeyemi", BANK), *STORIES[1:]]
    found = read("".join(f"<div><h2>{title}</h2><p>{text}</p></div>" for title, text in heads))
    assert reported(found) == heads


def test_a_button_below_the_last_story_is_its_own_as_that_of_the_others() -> None:
    form = "<table><tr><td><h2>{title}</h2><p>{text}</p></td></tr></table>"
    form += "<table><tr><td><a href='{url}'>Read on</a></td></tr></table>"
    found = read(f"<table><tr><td>{each(form)}</td></tr><tr><td><p>Quay 4, Skarholm</p></td></tr></table>")
    assert reported(found) == STORIES
    assert [m.url for m in found.metas] == [f"https://quay.example/{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize("joined", [True, False])
def test_stories_between_lines_of_signs_have_the_address_below_them(joined: bool) -> None:
    gap = " " if joined else "\n\n"
    parts = [f"{text}{gap}Read more: <https://quay.example/{n}>" for n, (_, text) in enumerate(STORIES, 1)]
    found = read("Quay Letter of Tuesday\n\n=====\n\n" + "\n\n=====\n\n".join(parts), kind="plain")
    assert [text for _, text in reported(found)] == [text for _, text in STORIES]
    assert [m.url for m in found.metas] == [f"https://quay.example/{n}" for n in (1, 2, 3)]
    subject = {"subject: Morning news": "a field that was not used"}
    assert reasons(found) == {"Quay Letter of Tuesday": "the beginning of the letter", **subject}


def test_a_letter_of_one_article_has_the_address_of_its_headline() -> None:
    link = "https://quay.example/ferry"
    found = read(f'<h1><a href="{link}">Why the ferry is late</a></h1><p>{LONG}</p>', "Why the ferry is late")
    assert [m.url for m in found.metas] == [link]


LONG = f"{BANK} {BEES} {GOAT} The council will come back to it in May, when the figures of the winter are known."


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            f"<h1>Why the ferry is late</h1><p>{LONG}</p><h2>The engine</h2><p>{BANK}</p><h2>The "
            f"crew</h2><p>{BEES}</p>",
            "Why the ferry is late",
        ),
        (
            f"<p>{LONG}</p><p>{LONG}</p><p><b>Background</b></p><p>{BANK}</p><p><b>About Agrolin</b></p><p>{BEES}</p>",
            "Agrolin appeals",
        ),
        (f"<p>{LONG}</p><p>{LONG}</p>", "Agrolin appeals"),
        (f"<h2>Agrolin appeals</h2><p>{LONG}</p><p>Best regards</p>", "Agrolin appeals"),
    ],
)
def test_a_letter_that_is_one_article_with_sub_headings_stays_one(text: str, subject: str) -> None:
    found = read(text, subject)
    assert [title for title, _ in reported(found)] == [subject]
    assert found.gaps == ()


def test_where_it_is_doubtful_each_place_is_listed_and_a_decision_parts_the_letter() -> None:
    text = each("<p><b>{title}</b></p><p>{text}</p>")
    found = read(text, "The week")
    assert len(found.articles) == 1
    assert [(gap.document, gap.line, gap.after) for gap in found.gaps] == [
        ("letter.eml", 3, "Bees in court"),
        ("letter.eml", 5, "Goat on the tram"),
    ]
    cut = Cut(True, "letter.eml", 3, "", Place("decisions.yaml"))
    parted = read(text, "The week", decisions=Decisions(cuts=(cut,)))
    assert [title for title, _ in reported(parted)] == ["The week", "Bees in court"]
    assert [gap.after for gap in parted.gaps] == ["Goat on the tram"]


BLOCK = st.sampled_from(["h2", "h3", "b", "p", "link", "advert", "short", "leave"])


@pytest.mark.slow
@given(st.lists(BLOCK, min_size=1, max_size=14), st.booleans())
def test_every_word_of_a_newsletter_is_in_an_article_or_listed(kinds: list[str], boxed: bool) -> None:
    words = [f"wort{n}wort" for n in range(len(kinds))]
    forms = {
        "h2": "<h2>News of {w}</h2>",
        "h3": '<h3><a href="https://quay.example/{w}">On {w} today</a></h3>',
        "b": "<p><b>About {w}</b></p>",
        "p": "<p>The {w} board met on Monday and agreed to raise the fees of all boats that stay a night or more.</p>",
        "link": '<p><a href="https://quay.example/{w}">Read more of {w}</a></p>',
        "advert": "<p>Sponsored by {w}</p>",
        "short": "<p>Then {w}.</p>",
        "leave": "<p>To unsubscribe from {w} write to us.</p>",
    }
    parts = [forms[kind].format(w=word) for kind, word in zip(kinds, words, strict=True)]
    found = read("".join(f"<div>{part}</div>" if boxed else part for part in parts))
    heads = [m.headline.value for m in found.metas]
    shown = " ".join([*heads, *(a.text for a in found.articles), *(line.text for line in found.left_out)])
    listed = shown + " ".join(where for where, _ in found.refused)
    assert not found.articles or [word for word in words if word not in listed] == []


def test_a_line_that_says_advertisement_above_a_story_like_the_others_is_about_a_picture() -> None:
    links = '<h3><a href="{url}">{title}</a></h3><p>{text}</p>'
    first, second, third = (
        links.format(url=f"https://quay.example/{n}", title=title, text=text) for n, (title, text) in enumerate(STORIES)
    )
    found = read(
        f"{first}<p>Advertisement</p>{second}<p>Advertisement</p><h3>Tar for less</h3><p>{TAR}</p>{third}{LEAVE}"
    )
    assert reported(found) == STORIES
    assert reasons(found)["Tar for less"] == "an advertisement"
    assert reasons(found)[TAR] == "an advertisement"


@pytest.mark.parametrize(
    "box",
    [
        '<div><p>Advertisement</p><h3><a href="https://quay.example/ad">Tar for less</a></h3><p>{}</p></div>',
        '<p>Advertisement</p><h3><a href="https://tar.example/">Tar for less</a></h3><p>{}</p>',
        '<p>Advertisement</p><h3><a href="https://click.quay.example/ad">Tar for less</a></h3><p>{}</p>',
    ],
)
def test_an_advertisement_with_a_headline_of_its_own_is_no_story(box: str) -> None:
    links = '<h3><a href="{url}">{title}</a></h3><p>{text}</p>'
    found = read(each(links) + box.format(TAR) + LEAVE)
    assert reported(found) == STORIES
    assert reasons(found)[TAR] == "an advertisement"


@pytest.mark.parametrize("rule", ["---", "***", "___"])
def test_one_short_line_of_signs_in_a_plain_letter_parts_no_article_and_is_listed(rule: str) -> None:
    found = read(f"{BANK}\n\n{rule}\n\n{BEES}\n", "The bank cuts", "plain")
    assert reported(found) == [("The bank cuts", f"{BANK} {BEES}")]
    assert [(gap.after, gap.chosen) for gap in found.gaps] == [(BEES, False)]
    parted = read(f"{BANK}\n\n-----\n\n{BEES}\n", "The bank cuts", "plain")
    assert len(parted.articles) == 2
