"""Boxes with other articles leave a text whole, captions are the text of a gallery, a list of articles is no article,
live reports have a head, and short texts of one file share a language."""

import pytest
from office_files import Drawn, column, pdf

from annotated_briefings.intake.cleaning.spoken import language_of_file, shown_language
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels import page_table
from annotated_briefings.intake.reading import FileRead, split_all

TITLE = "Ellan closes its eastern quay"
TEXT = (
    "The harbour of Ellan closes its eastern quay for six weeks. Divers found holes in two of the piles.",
    "The ferry will land at the coal pier, says the harbour master Una Brod. Buses wait there from Monday on.",
    "The work costs 2.3 million. The quay was built in 1911 and repaired once, after the great storm.",
)
OTHER = "Seal pups move into the old bath house"
LABELS = [own["read_also"][n] for own in page_table().values() for n in (0, -1)]


def read(name: str, data: str | bytes) -> FileRead:
    """What is read of a file."""
    documents, found = read_any(name, data if isinstance(data, bytes) else data.encode())
    return split_all(name, documents, found, Decisions())


def text_of(found: FileRead) -> tuple[str, ...]:
    """The text of the one article that was read."""
    (article,), (meta,) = found.articles, found.metas
    return tuple(p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped)


@pytest.mark.parametrize("label", LABELS)
def test_a_box_with_another_article_leaves_a_page(label: str) -> None:
    for box in (f"<div><h4>{label}</h4><p>{OTHER}</p></div>", f"<p><b>{label}</b></p><p>{OTHER}</p>"):
        page = f"<article><h1>{TITLE}</h1><p>{TEXT[0]}</p>{box}<p>{TEXT[1]}</p><p>{TEXT[2]}</p></article>"
        assert text_of(read("a.html", f"<html><body>{page}</body></html>")) == TEXT


@pytest.mark.parametrize("label", LABELS)
def test_a_box_with_another_article_leaves_a_pasted_page(label: str) -> None:
    head = f"Home\nNews\nSports\nSign in\n\n{TITLE}\n\nBy Ida Varro\n14.07.2026\nShare\nPrint\n\n{TEXT[0]}\n\n"
    page = f"{head}{label.capitalize()}\n{OTHER}\n\n{TEXT[1]}\n\n{TEXT[2]}\n\nMost read\n1 Rain\n2 Wind\n"
    assert text_of(read("a.txt", page)) == TEXT


def test_a_heading_with_text_below_it_is_no_box() -> None:
    page = f"<article><h1>{TITLE}</h1><p>{TEXT[0]}</p><h2>More</h2><p>{TEXT[1]}</p><p>{TEXT[2]}</p></article>"
    assert text_of(read("a.html", f"<html><body>{page}</body></html>")) == (TEXT[0], "More", *TEXT[1:])


CAPTIONS = (
    "The old quay of Ellan in the fog of a morning in May.", "Divers carry lamps of forty pounds to the piles.",
    "A crane lifts the first of nine new beams.", "The ferry lands at the coal pier for the first time.",
)  # fmt: skip


@pytest.mark.parametrize("number", ["{} / 4", "{} of 4", "Bild {} von 4", ""])
def test_captions_are_the_text_of_a_gallery(number: str) -> None:
    figure = "<figure><img src='/{0}.jpg' alt=''><figcaption><span>{1}</span> {2}</figcaption></figure>"
    figures = "".join(figure.format(n, number.format(n), one) for n, one in enumerate(CAPTIONS, 1))
    lead = "In six weeks the quay shall be whole again. These are pictures of the work."
    page = f"<article><h1>{TITLE}</h1><p>{lead}</p><div class='gallery'>{figures}</div></article>"
    assert text_of(read("a.html", f"<html><body>{page}</body></html>")) == (lead, *CAPTIONS)


def test_captions_of_an_article_stay_captions() -> None:
    figure = f"<figure><img src='/1.jpg' alt=''><figcaption>{CAPTIONS[0]}</figcaption></figure>"
    page = f"<article><h1>{TITLE}</h1>{figure}" + "".join(f"<p>{one}</p>" for one in TEXT) + "</article>"
    assert text_of(read("a.html", f"<html><body>{page}</body></html>")) == TEXT


@pytest.mark.parametrize(
    "items",
    [
        (("桥梁提前开通", "港报", "两小时前", "桥梁周三凌晨开通，比计划早四十天。首日有三万辆车通过。"),
         ("米价连续下跌", "农报", "三小时前", "大米每公斤跌到四元二角，仓库已经满了。"),
         ("少年队夺得冠军", "晚报", "昨天", "少年队在决赛中以三比一获胜，教练流下眼泪。")),
        (("Bro åpner tidligere", "Havnebladet", "2 timer siden", "Broen åpnet onsdag, førti dager før planen."),
         ("Risprisen faller igjen", "Bondeavisa", "3 timer siden", "Kiloprisen er nede i fire kroner."),
         ("Guttelaget vant finalen", "Kveldsposten", "i går", "Laget vant tre mot én, og treneren gråt.")),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["<a href='{0}'><h3>{1}</h3></a>", "<h3><a href='{0}'>{1}</a></h3>"])
def test_a_list_of_articles_of_several_papers_is_no_article(items: tuple[tuple[str, ...], ...], form: str) -> None:
    rows = "".join(
        f"<div>{form.format(f'https://n{n}.example/a', title)}<span>{paper}</span> <span>{ago}</span>"
        f"<p>{result}</p></div>"
        for n, (title, paper, ago, result) in enumerate(items)
    )
    found = read("a.html", f"<html><body><h1>Today</h1><div class='list'>{rows}</div></body></html>")
    assert found.articles == ()
    assert [one.message for one in found.diagnostics] == ["the page is a list of 3 articles, and none of them"]


@pytest.mark.parametrize(
    ("by", "day"),
    [("By Ida Varro", "Updated: 23 May 2026, 17:25"), ("Von Ida Varro", "Stand: 23. Mai 2026, 17:25 Uhr"),
     ("Par Ida Varro", "Mis à jour le 23 mai 2026 à 17h25"), ("Av Ida Varro", "Oppdatert: 23. mai 2026")],
)  # fmt: skip
@pytest.mark.parametrize(
    "minutes", [("90.+3", "88.", "61.", "12."), ("90'+3", "88'", "61'", "12'"), ("17:20", "17:10", "16:30", "16:05")]
)
def test_a_live_report_has_its_head(by: str, day: str, minutes: tuple[str, ...]) -> None:
    entries = "\n\n".join(f"{one}\nThe keeper holds the ball, number {n}." for n, one in enumerate(minutes))
    (meta,) = read("a.txt", f"Live: Ellan goes up\n\n{by}\n\n{day}\n\n{entries}\n").metas
    assert (meta.headline.value, meta.author.value, meta.date.value) == (
        "Live: Ellan goes up",
        "Ida Varro",
        "2026-05-23",
    )


SHORT = {
    "hu": ("A strand szerdán bezár, mert a vízben algát találtak.", "Új híd épül a folyón, a munka két évig tart."),
    "no": ("Fisket stanses fra mandag, kvoten er tatt nå.", "Taket skiftes i sommer, sier rektoren på skolen."),
    "de": ("Der Steg wird im Mai gesperrt.", "Die Brücke am Hafen bekommt neue Bohlen, sagt die Stadt."),
}


@pytest.mark.parametrize("language", SHORT)
def test_short_texts_of_one_file_share_their_language(language: str) -> None:
    texts = (*SHORT[language], *SHORT[language][::-1])
    assert language_of_file([""] * 4, ["Kort", *texts[:3]]) in (language, "")
    assert shown_language("\n".join(texts)) in (language, "")


def test_texts_in_two_languages_share_none() -> None:
    assert language_of_file(["", "", ""], ["Kurz", *SHORT["hu"][:1], SHORT["de"][1] * 2]) == ""


def test_the_article_of_hungarian_is_no_english_word() -> None:
    assert shown_language("A strand bezár, mert a vízben algát találtak. A pénztár visszaadja a jegyek árát.") == "hu"


@pytest.mark.parametrize("above", [True, False])
def test_a_table_beside_the_break_of_pages_tears_no_sentence(above: bool) -> None:
    first = column(
        "The councillor says that the rebate is paid by the new sun plant, which began to work", 60, 700, 400
    )
    rest = Drawn("in January and gives more than was hoped.", 60, 770 if above else 650)
    rows = [("Tier", "Before", "Now"), ("Up to ten", "14.20", "9.80"), ("Up to twenty", "27.50", "21.00")]
    table = [
        Drawn(cell, left, 740 - 16 * n)
        for n, row in enumerate(rows)
        for cell, left in zip(row, (60, 260, 400), strict=True)
    ]
    last = Drawn("The opposition did not vote. The new bill will come in the month of May.", 60, 620)
    (document,), _ = read_any("a.pdf", pdf(first, [rest, *table, last]))
    texts = [p.text for p in document.paragraphs]
    assert any(one.endswith("which began to work in January and gives more than was hoped.") for one in texts)
    assert "| Up to ten | 14.20 | 9.80 |" in "\n".join(p.markdown for p in document.paragraphs)
    assert texts[-1] == last.text


@pytest.mark.parametrize("mark", ["…", "...", " …", "[…]", "(...)", "……", "⋯", "‥", ". . ."])
def test_the_sentence_that_a_wall_tears_is_no_text(mark: str) -> None:
    torn = "<p>For the crews a long winter begins, which will in the coming week with the first exam" + mark + "</p>"
    body = "".join(f"<p>{one}</p>" for one in TEXT)
    wall = "<div><h3>Keep reading with Argus+</h3><p>Subscribe now to read all articles.</p></div>"
    found = read("a.html", f"<html><body><article><h1>{TITLE}</h1>{body}{torn}</article>{wall}</body></html>")
    assert text_of(found) == TEXT
    assert found.articles[0].given.cut


NOTES = (
    "<p>{0}<sup><a href='#n1' id='r1'>1</a></sup></p><p>{1}<sup><a href='#n2'>2</a></sup></p><p>{2}</p>"
    "<ol><li id='n1'>First. <a href='#r1'>↩</a></li><li id='n2'>From 4 to 8. <a href='#r2'>↩</a></li></ol>",
    "<p>{0}<sup>1</sup></p><p>{1}<sup>2</sup></p><p>{2}</p>"
    "<ol class='footnotes'><li>First.</li><li>From 4 to 8.</li></ol>",
    "<p>{0}<sup>1</sup></p><p>{1}<sup>2</sup></p><p>{2}</p><ol><li>First. ↩</li><li>From 4 to 8. ↑</li></ol>",
)


@pytest.mark.parametrize("form", NOTES)
def test_footnotes_of_one_list_are_read_in_one_way(form: str) -> None:
    page = f"<html><body><article><h1>{TITLE}</h1>{form.format(*TEXT)}</article></body></html>"
    assert text_of(read("a.html", page)) == (
        f"{TEXT[0]}[1]",
        f"{TEXT[1]}[2]",
        TEXT[2],
        "[1] First.",
        "[2] From 4 to 8.",
    )
