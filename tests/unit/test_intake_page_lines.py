"""Lines that pages have around their text, in the languages of one table, and by their form in any other language."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.pasted.furniture import furniture
from annotated_briefings.intake.labels import PageRole, is_count, page_line, page_table
from annotated_briefings.intake.model import ArticleMeta
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.segmentation.bylines import byline_of_language
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.outlets import outlet_name

LANGUAGES = sorted(page_table())
COUNTED = (PageRole.READING, PageRole.VIEWS)
TEXT = (
    "The council of Eskwith has bought the old ropewalk for 1.4 million, and the roof is to be mended before Easter.",
    "Work begins on Monday with the gutters, said the clerk. The museum stays open while the slates are replaced.",
)
TITLE, OTHER = "Eskwith buys its old ropewalk", "Third ferry for the outer isles"


def page(home: str, sign_in: str, share: str, also: str, most: str, comments: str) -> str:
    """A page as it is pasted, with its furniture in some language."""
    menu = f"{home}\nNauta\nVela\n{sign_in}"
    foot = f"{most}\n1 {OTHER}\n2 Rain for the whole week\n{comments} (3)\n© 2026 Eskwith Argus"
    head = f"{TITLE}\n\nIda Varro\n2026-11-12, 10:30\n{share}"
    return f"{menu}\n\n{head}\n\n{TEXT[0]}\n\n{also}: {OTHER}\n\n{TEXT[1]}\n\n{foot}\n"


def read(name: str, data: str) -> tuple[tuple[str, ...], ArticleMeta]:
    """The text of the one article of a file, and what is known about it."""
    documents, found = read_any(name, data.encode())
    files = split_all(name, documents, found, Decisions())
    assert len(files.articles) == 1
    article, meta = files.articles[0], files.metas[0]
    return tuple(p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped), meta


def test_each_language_has_every_label_and_each_label_one_meaning() -> None:
    assert len(LANGUAGES) >= 40
    roles = set(page_table()["en"])
    assert [language for language, own in page_table().items() if set(own) != roles or not all(own.values())] == []
    meant: dict[str, set[str]] = {}
    for own in page_table().values():
        for role, labels in own.items():
            for label in labels:
                meant.setdefault(label.casefold(), set()).add(role)
    assert {label: roles for label, roles in meant.items() if len(roles) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_label_is_known_however_it_is_written(language: str) -> None:
    for role, labels in page_table()[language].items():
        for label in labels:
            forms: tuple[str, ...]
            if role in COUNTED:
                forms = (f"{label}: 12", f"{label.capitalize()} 1 204", f"12 {label}")
            elif role == PageRole.PRINTED:
                forms = (f"{label}: www.argus.example", f"{label} 2026-11-27 10:15")
            elif role == PageRole.FIELDS:
                forms = (f"{label} Facebook", f"[{label}] | Vk", f"{label}: Telegram")
            elif role == PageRole.FIRST_ON:
                forms = (label.replace("…", OTHER), f"{label.replace('…', OTHER)} Argus.")
            else:
                forms = (label, label.upper(), f"→ {label}", f"[{label}]", f"{label} (3)", f"{label} »")
            if role == PageRole.READ_ALSO:
                forms = (*forms, f"{label}: {OTHER}", f"{label.capitalize()} – {OTHER}", f"▶ {label} : {OTHER}")
            if role != PageRole.FIELDS:
                assert [form for form in forms if page_line(form) != role] == []
            assert [form for form in forms if not why_aside(form) or not furniture(form)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pasted_page_is_read_without_its_furniture(language: str) -> None:
    own = page_table()[language]
    for n in (0, -1):
        roles = ("home", "sign_in", "share", "read_also", "most_read", "comments")
        text, meta = read("page.txt", page(*(own[role][n] for role in roles)))
        assert text == TEXT
        assert (meta.headline.value, meta.author.value, meta.date.value) == (TITLE, "Ida Varro", "2026-11-12")


@pytest.mark.parametrize("words", ["Ondu", "Zemo Karta", "Вузлик", "Ẹ̀kọ́ tuntun"])
def test_a_page_in_a_language_without_labels_is_read_by_its_form(words: str) -> None:
    text, meta = read("page.txt", page(words, f"{words} lo", f"{words} Facebook", f"{words} ma", f"{words} se", words))
    assert text == TEXT
    assert (meta.headline.value, meta.date.value) == (TITLE, "2026-11-12")


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_for_readers_of_a_page_are_no_text_of_an_article(language: str) -> None:
    own = page_table()[language]
    first = own["first_on"][0].replace("…", OTHER)
    lines = (TEXT[0], f"{own['read_also'][0]}: {OTHER}", own["scroll"][0], TEXT[1], own["share"][0], first)
    text, _ = read("article.html", html_page(f"<h1>{TITLE}</h1>" + "".join(f"<p>{one}</p>" for one in lines)))
    assert text == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Follow our channel on WhatsApp", "Folgen Sie unserem Kanal auf Telegram", "Suivez notre chaîne WhatsApp",
        "Ikuti saluran kami di WhatsApp", "Sertai saluran kami di Telegram", "Obserwuj nasz kanał na WhatsAppie",
        "Sigue nuestro canal de WhatsApp", "WhatsApp kanalımıza katılın",
        "हमारे टेलीग्राम चैनल से जुड़ें", "کانال ما را در تلگرام دنبال کنید", "Theo dõi kênh của chúng tôi trên Zalo",
        "Подписывайтесь на наш канал в Telegram", "Підписуйтесь на наш канал у Вайбері",
    ],
)  # fmt: skip
def test_a_line_that_asks_to_follow_a_channel_is_none_of_an_article(line: str) -> None:
    assert page_line(line) == PageRole.FOLLOW


@pytest.mark.parametrize(
    "line",
    ["Zapalić znicz", "Name", "Telegram: follow the money", "Kanal Istanbul", "Our channel has a new lock keeper"],
)
def test_few_words_that_are_no_label_are_no_button(line: str) -> None:
    assert page_line(line) == ""


SENTENCES = (
    "Share prices fell on Monday.", "Listen.", "“Share!”", "Home at last, the crew slept.",
    "Print is dead, he said: read on.",
    "Read also the third chapter of the report, the judge told the clerk.", "Publicité mensongère : le juge tranche",
    "Teilen heißt gewinnen", "Compartir piso sale caro", "Advertisement spending: a record year",
    "The views of 1204 voters",
    "Comments by the minister", "Die Suche nach dem Kutter", "Printed books sell again", "Reading time at the library",
)  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_of_an_article_are_no_furniture(sentence: str) -> None:
    assert page_line(sentence) == ""


COUNTS = (
    "Vistas: 1204",
    "Views: 1,204",
    "Переглядів: 87",
    "조회수: 3.400",
    "Klicks: 12",
    "Lượt xem: 900",
    "1204 views",
)


@pytest.mark.parametrize("count", COUNTS)
def test_a_count_is_no_outlet(count: str) -> None:
    assert is_count(count)
    assert outlet_name(count) == ""
    html = (
        f"<html><body><h1>{TITLE}</h1><div class='info'>27.11.2026, 18:30 | Ida Varro | {count}</div>"
        f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p></body></html>"
    )
    _, meta = read("page.html", html)
    assert meta.outlet.value == ""


@pytest.mark.parametrize("outlet", ["Channel 4", "Radio 24: Nord", "The 1204 Courier", "Kanal 2", "Le 20 Heures"])
def test_a_name_with_a_figure_stays_an_outlet(outlet: str) -> None:
    assert not is_count(outlet)
    assert outlet_name(outlet)


@pytest.mark.parametrize("outlet", ["Diario del Lago", "Gazette du Lac", "Bote vom Berg", "Nieuws van de Dag"])
def test_a_name_with_a_preposition_is_whole_in_a_download(outlet: str) -> None:
    fields = f"HD\n{TITLE}\n\nBY  By Ida Varro\nWC  212 words\nPD  26 November 2026\nSN  {outlet}\nSC  ESKW"
    _, meta = read("Factiva-1.txt", f"{fields}\n\nLP\n{TEXT[0]}\n\nTD\n{TEXT[1]}\n\nAN  Document ESKW00020261126\n")
    assert meta.outlet.value == outlet


def feed(inside: str) -> str:
    """A feed of one entry."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Eskwith Argus</title><item><title>{TITLE}</title>"
        f"<content:encoded><![CDATA[{inside}]]></content:encoded>"
        "</item></channel></rss>"
    )


def html_page(inside: str, title: str = TITLE, above: str = "") -> str:
    return f"<html><head><title>{title}</title></head><body>{above}<article>{inside}</article></body></html>"


@pytest.mark.parametrize(
    "row", ["<a>Teilen</a><a>Drucken</a>", "<a>Dela</a> <span>Skriv ut</span>", "<a>Κοινοποίηση</a><a>Facebook</a>"]
)
def test_a_row_of_buttons_is_no_text(row: str) -> None:
    entries = "".join(f"<p>{one}</p><div>{row}</div>" for one in TEXT)
    text, _ = read("feed.xml", feed(entries))
    assert text == TEXT


@pytest.mark.parametrize(
    "card",
    [
        '<div class="kg-card kg-button-card"><a href="/join">Plant a tree with us</a></div>',
        '<div class="blogger-post-footer">Our boat sails on Sundays</div>',
        '<div class="feedflare"><a href="/x">Tell a sailor</a></div>',
    ],
)
def test_cards_of_publishing_systems_are_no_text(card: str) -> None:
    text, _ = read("feed.xml", feed(f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>{card}"))
    assert text == TEXT


PRINTS = (
    ("Eskwith Argus - Print", "Print", "Printed from: argus.example on 27/11/2026 10:15"),
    ("Eskwith Argus", "Drucken", "Gedruckt von: argus.example am 27.11.2026"),
    ("Eskwith Argus | Skriv ut", "Skriv ut", "Utskrivet från: argus.example 2026-11-27"),
    ("Eskwith Argus – Yazdır", "Yazdır", "Yazdırma tarihi: 27.11.2026 10:15"),
)


@pytest.mark.parametrize(("title", "button", "printed"), PRINTS)
def test_a_print_view_has_the_headline_of_its_article_and_the_name_of_its_site(
    title: str, button: str, printed: str
) -> None:
    html = (
        f"<html><head><title>{title}</title></head><body><p><a href='javascript:print()'>{button}</a></p>"
        f"<p><b>Eskwith Argus</b><br>http://argus.example/a?id=7</p><hr><h2>{TITLE}</h2>"
        f"<p>By Ida Varro<br>12 November 2026</p>"
        f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p><hr><p><small>{printed}</small></p></body></html>"
    )
    text, meta = read("print.html", html)
    assert text == TEXT
    assert (meta.headline.value, meta.outlet.value, meta.date.value) == (TITLE, "Eskwith Argus", "2026-11-12")


def test_a_title_that_is_the_headline_stays_where_the_page_has_other_headings() -> None:
    html = html_page(f"<h2>What it costs</h2><p>{TEXT[0]}</p><p>{TEXT[1]}</p>", above="<p>Eskwith Argus</p>")
    _, meta = read("page.html", html)
    assert meta.headline.value == TITLE


def test_the_day_of_an_entry_counts_in_a_footer_too() -> None:
    foot = '<footer>By Ida Varro on <time class="dt-published" datetime="2026-05-02T09:14:33Z">May 2</time></footer>'
    _, meta = read("page.html", html_page(f"<h1>{TITLE}</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p>{foot}"))
    assert meta.date.value.startswith("2026-05-02")


BYLINES = (
    ("ro", "De Ana Marin", "Ana Marin"), ("ro", "de Ion Radu", "Ion Radu"), ("el", "Της Άννας Βαρελά", "Άννας Βαρελά"),
    ("el", "Του Νίκου Ράπτη", "Νίκου Ράπτη"), ("hu", "Varga Ida írása", "Varga Ida"),
    ("hu", "Kun Béla riportja", "Kun Béla"),
    ("tr", "Ali Kaya yazdı", "Ali Kaya"), ("en", "De Ana Marin", ""), ("fr", "De Ana Marin", ""),
    ("ro", "De ce plouă", ""), ("hu", "a harang írása", ""), ("fi", "Ida Aho kirjoittaa", "Ida Aho"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "line", "names"), BYLINES)
def test_a_byline_has_the_form_of_its_language(language: str, line: str, names: str) -> None:
    assert byline_of_language(line, lambda: language) == names
