"""Lines that speak of the medium are no text, and what a text says of its own publication is obeyed."""

from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.cli.import_output import import_json
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.drafting import Known
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.pipeline import import_documents
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.embargoes import is_embargo, without_formalities
from annotated_briefings.intake.stated.moments import read_until

DATA = Path(__file__).resolve().parents[1] / "data" / "stated"
FIRST = "Shares in Tideworks fell by 12% on Friday after the gearbox of its second turbine had failed."
SECOND = "The machine will be out of the water until March, its owner said in a letter to the exchange."


def rows(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return [(cells[1], cells[2]) for cells in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(("aside", "line"), rows("asides.tsv"))
def test_a_line_about_the_medium_is_told_from_news(aside: str, line: str) -> None:
    assert bool(why_aside(line)) == (aside == "yes")


@pytest.mark.parametrize(("until", "line"), rows("embargoes.tsv"))
def test_an_embargo_is_seen_and_its_time_is_read(until: str, line: str) -> None:
    if until == "-":
        assert not is_embargo(line)
    else:
        assert is_embargo(line)
        assert read_until(line) == ("" if until == "?" else until)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("[EMBARGO] Port merger", "Port merger"),
        ("PRESS RELEASE: Ports of Ostmark merge", "Ports of Ostmark merge"),
        ("News release, embargoed until 10:00 on 12 April 2031: Ports merge", "Ports merge"),
        ("[Vertraulich] Ports merge", "Ports merge"),
        ("[Confidential] Ports merge", "Ports merge"),
        ("Confidential: Ports merge", "Ports merge"),
        ("Sperrfrist 5.3.2031 – Die Häfen werden eins", "Die Häfen werden eins"),
        ("PRESS RELEASE", ""),
        ("FOR IMMEDIATE RELEASE", ""),
        ("Embargo on steel: ministers meet", "Embargo on steel: ministers meet"),
        ("Press release laws change in Lund", "Press release laws change in Lund"),
    ],
)
def test_a_headline_is_what_follows_the_form_of_a_release(title: str, left: str) -> None:
    assert without_formalities(title) == left


def draft(name: str, data: str) -> str:
    documents, _ = read_any(name, data.encode())
    (made,) = import_documents(documents, Known(Decisions(), publish=True), lambda _: (), write_brief)[1]
    return made.text


MAIL = "From: Quay <q@quay.example>\nSubject: {subject}\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n{type}\n\n{text}\n"
FEED = "<rss><channel><item><title>A fault</title><description><![CDATA[{}]]></description></item></channel></rss>"
LINE = "You receive this because you subscribed to Quay Letter."
CARRIERS = {
    "letter": ("a.eml", MAIL.format(subject="A fault", type="", text=f"{FIRST}\n\n{SECOND}\n\n{LINE}")),
    "html letter": ("a.eml", MAIL.format(subject="A fault", type="Content-Type: text/html",
                                         text=f"<p>{FIRST}</p><p>{SECOND}</p><p>{LINE}</p>")),
    "feed": ("a.xml", FEED.format(f"<p>{FIRST}</p><p>{SECOND}</p><p><a href='https://q.example/'>{LINE}</a></p>")),
    "page": ("a.html", f"<!doctype html><html><body><article><h1>A fault</h1><p>{FIRST}</p><p>{SECOND}</p><p>{LINE}</p>"
             "</article></body></html>"),
    "text": ("a.txt", f"A fault in the second turbine\n\n{FIRST}\n\n{SECOND}\n\n{LINE}\n"),
    "markdown": ("a.md", f"# A fault\n\n{FIRST}\n\n{SECOND}\n\n*{LINE}*\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", CARRIERS)
def test_such_a_line_is_neither_text_nor_point_in_any_format(kind: str) -> None:
    text = draft(*CARRIERS[kind])
    assert LINE not in text
    assert SECOND in text


@pytest.mark.parametrize(
    "link", ["Continue reading...", "Read more »", "Weiterlesen", "Lire la suite", "Seguir leyendo"]
)
def test_a_link_to_more_at_the_end_of_a_teaser_is_no_text(link: str) -> None:
    text = draft("a.xml", FEED.format(f'{FIRST} <a href="https://q.example/a">{link}</a>'))
    assert text.endswith(f"\n\n{FIRST}\n\n\\[…\\]\n")
    assert f"summary: {FIRST}\n" in text


TAILS = (
    "The post A fault appeared first on Quay.",
    "[…]",
    "Read the original",
    "Weiterlesen",
    "Lire la suite",
    "Seguir leyendo",
    "阅读全文",
    "اقرأ المزيد",
    "Share on Facebook",
    "Teilen",
    "Jetzt Newsletter abonnieren",
    "分享到微信",
    "Подпишитесь на нашу рассылку",
)
"""Tails in languages that pages are shipped in, and some others."""
ENDS = {
    "feed, own paragraph": (
        "a.xml", FEED.format("<p>{first}</p><p>{second}</p><p><a href='https://q.example'>{tail}</a></p>")),
    "feed, same paragraph": ("a.xml", FEED.format('<p>{first}</p><p>{second} <a href="https://q.example">{tail}</a></p>')),
    "page": ("a.html", "<!doctype html><html><body><article><h1>A fault</h1><p>{first}</p><p>{second}</p><p>{tail}</p>"
             "</article></body></html>"),
    "record": ("a.json", '{{"title": "A fault", "text": "{first}\\n{second}\\n{tail}"}}'),
    "letter": ("a.eml", MAIL.format(subject="A fault", type="Content-Type: text/plain; charset=utf-8",
                                    text="{first}\n\n{second}\n\n{tail}")),
    "text": ("a.txt", "A fault in the second turbine\n\n{first}\n\n{second}\n\n{tail}\n"),
    "markdown": ("a.md", "# A fault\n\n{first}\n\n{second}\n\n{tail}\n"),
}  # fmt: skip


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("kind", ENDS)
def test_a_tail_is_neither_text_nor_summary_nor_point(kind: str, tail: str) -> None:
    name, frame = ENDS[kind]
    text = draft(name, frame.format(first=FIRST, second=SECOND, tail=tail))
    head, _, body = text.partition("\n---\n")
    assert tail not in head
    # A link to the whole text may tell that this one was cut off.
    assert body.removesuffix("\n\\[…\\]\n") == f"\n{FIRST}\n\n{SECOND}\n"


def test_the_signature_of_a_letter_is_no_text() -> None:
    text = draft(
        "a.eml", MAIL.format(subject="A fault", type="", text=f"{FIRST}\n\n{SECOND}\n\n-- \nTom\nTel. +1 555 0100")
    )
    assert text.endswith(f"\n\n{FIRST}\n\n{SECOND}\n")


def test_flowed_lines_are_joined_and_a_quoted_letter_is_a_quotation() -> None:
    flowed = (
        f"{FIRST[:40]} \n{FIRST[41:]}\n\n> {SECOND[:40]}\n> {SECOND[41:]}"
        if FIRST[40] == " "
        else f"{FIRST}\n\n> {SECOND}"
    )
    text = draft("a.eml", MAIL.format(subject="A fault", type="Content-Type: text/plain; format=flowed", text=flowed))
    assert text.endswith(f"\n\n{FIRST}\n\n> {SECOND}\n")


def test_an_embargo_in_the_subject_holds_for_every_article_of_a_letter() -> None:
    parts = f"FIRST PORT MERGES\n\n{FIRST}\n\nSECOND PORT MERGES\n\n{SECOND}"
    documents, _ = read_any("a.eml", MAIL.format(subject="EMBARGOED: Ports", type="", text=parts).encode())
    assert [d.given.held for d in documents] == ["EMBARGOED: Ports"] * 2
    notice = "____________\n\nThis message and any attachments are confidential."
    documents, _ = read_any("a.eml", MAIL.format(subject="Ports", type="", text=f"{FIRST}\n\n{notice}").encode())
    assert len(documents) == 1


def test_an_embargo_that_is_cut_off_from_its_article_holds_for_it() -> None:
    articles = (
        "UNDER EMBARGO UNTIL 5 MARCH 2031",
        f"Ports merge at last\n\n{FIRST}",
        f"Another one here\n\n{SECOND}\n",
    )
    text = "\n\n---\n\n".join(articles)
    documents, _ = read_any("a.txt", text.encode())
    made = import_documents(documents, Known(Decisions(), publish=True), lambda _: (), write_brief)[1]
    held = [FIRST in draft.text for draft in made if "embargo_until: 2031-03-05T00:00:00" in draft.text]
    assert held == [True]


def test_a_headline_below_the_form_of_a_release_is_the_headline() -> None:
    text = draft("a.txt", f"Pressemitteilung\n\nHafen von Lund wird vereint\n\n{FIRST}\n\n{SECOND}\n")
    assert "title: Hafen von Lund wird vereint\n" in text
    assert text.endswith(f"---\n\n{FIRST}\n\n{SECOND}\n")


UNTIMED = (
    "Embargoed until the press conference",
    "Under embargo until the minister has spoken",
    "Sperrfrist: Beginn der Pressekonferenz",
    "Embargo jusqu'à la conférence de presse",
    "Embargado hasta la rueda de prensa",
    "Not for publication before the start of the meeting",
    "Strictly embargoed",
    "Embargo until the report is out",
    "Not for release before the market opens",
    "Hold until we call you",
)


@pytest.mark.parametrize("words", UNTIMED)
@pytest.mark.parametrize("kind", ["text", "letter", "record", "feed"])
def test_an_embargo_without_a_time_is_held_back_and_its_words_are_named(kind: str, words: str, tmp_path: Path) -> None:
    settled_site(tmp_path)
    name, frame = RELEASES[kind]
    (tmp_path / name).write_text(frame.format(line=words, first=FIRST, second=SECOND), encoding="utf-8")
    done = run_import(ImportRequest(tmp_path, (tmp_path / name,), publish=True))
    [path] = done.created
    brief, _ = parse_brief(Source(path, (tmp_path / path).read_text("utf-8")))
    assert brief is not None
    assert brief.draft
    [text] = [one for one in done.diagnostics if one.code == "embargo-without-time"]
    assert show(text) == (
        f"{path}: warning[embargo-without-time]: `{words}` names no time that can be read\n"
        "  help: replace `draft: true` by `embargo_until: YYYY-MM-DDThh:mm` with its time, or publish when it is over"
    )


def test_what_follows_the_end_of_a_release_is_no_text() -> None:
    contact = "Ida Varro, head of press\n\nTel. +46 555 0100"
    text = draft("a.txt", f"MEDIA RELEASE\n\nA fault in the turbine\n\n{FIRST}\n\n{SECOND}\n\nENDS\n\n{contact}\n")
    assert text.endswith(f"\n\n{FIRST}\n\n{SECOND}\n")


def test_the_import_names_what_it_leaves_out(tmp_path: Path) -> None:
    settled_site(tmp_path)
    (tmp_path / "a.xml").write_text(CARRIERS["feed"][1], encoding="utf-8")
    done = run_import(ImportRequest(tmp_path, (tmp_path / "a.xml",)))
    assert import_json(done)["left_out"] == [{"path": "a.xml#1", "text": LINE, "why": "how to subscribe or leave"}]
    assert LINE in "".join(p.read_text(encoding="utf-8") for p in tmp_path.glob("collected/*.txt"))


RELEASES = {
    "text": ("a.txt", "PRESS RELEASE\n{line}\n\n{first}\n\n{second}\n"),
    "letter": ("a.eml", MAIL.format(subject="Turbines", type="", text="{line}\n\n{first}\n\n{second}")),
    "subject": ("a.eml", MAIL.format(subject="{line}: A fault in the turbine", type="", text="{first}\n\n{second}")),
    "record": ("a.json", '{{"title": "A fault", "text": "{line}\\n{first}\\n{second}"}}'),
    "feed": ("a.xml", FEED.format("<p>{line}</p><p>{first}</p><p>{second}</p>")),
}


@pytest.mark.parametrize("kind", RELEASES)
def test_an_embargo_holds_the_brief_back_in_every_format(kind: str) -> None:
    name, frame = RELEASES[kind]
    text = draft(name, frame.format(line="UNDER EMBARGO UNTIL 00:01 ON 5 MARCH 2031", first=FIRST, second=SECOND))
    assert "\nembargo_until: 2031-03-05T00:01:00\n" in text
    assert "EMBARGO UNTIL" not in text
    assert "PRESS RELEASE" not in text
    text = draft(name, frame.format(line="EMBARGOED UNTIL THE SPEECH", first=FIRST, second=SECOND))
    brief, _ = parse_brief(Source("a.md", text))
    assert brief is not None
    assert brief.draft


WRAPPED = (
    "Agrolin said today that it will appeal against\nthe ruling of the district court, which allows about\n"
    '400 beekeepers to sue for damages.\n\n"We stand by the science," said\nAgrolin\'s general counsel, Peter Voss.\n'
)


def test_a_wrapped_paragraph_is_joined_for_itself() -> None:
    document, _ = read_text("a.txt", WRAPPED.encode())
    assert document is not None
    assert [p.text for p in document.paragraphs] == [
        "Agrolin said today that it will appeal against the ruling of the district court, which allows about 400 "
        "beekeepers to sue for damages.",
        '"We stand by the science," said Agrolin\'s general counsel, Peter Voss.',
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Ada Quill, chair of the harbour board",
            "Rolf Tamm, its clerk and treasurer",
            "Oda Quist, member for the line",
        ],
        ["Harbour dues rise by a third", "Boat owners are angry", f"{FIRST} {SECOND}"],
        ["The board votes to close the bridge", "by Jane Doe", "The board voted on Tuesday."],
    ],
)
def test_lines_that_stand_for_themselves_stay_so(lines: list[str]) -> None:
    document, _ = read_text("a.txt", "\n".join(lines).encode())
    assert document is not None
    assert [p.text for p in document.paragraphs] == lines
