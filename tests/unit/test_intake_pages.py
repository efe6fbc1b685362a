"""What a saved page is: one article, a running report, several articles, a list of teasers, or none of these."""

import pytest

from annotated_briefings.base.diagnostics.model import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

GATE = (
    "The port of Varnholm closed its northern basin on Tuesday after divers found cracks in the lock gate.",
    "Repairs will take at least nine weeks, and forty ships a month will have to use the southern entrance.",
    "A spokesman for the dockers said nobody had been told before, and called for talks this week.",
)
VOTE = (
    "The regional parliament voted by 41 to 38 to keep the two smallest hospitals open until the end of next year.",
    "Doctors had warned that closing them would leave three valleys more than an hour away from an emergency room.",
    "The minister of health said the vote would cost eleven million a year and did not solve the shortage of nurses.",
)
NEWS = (
    ("Divers find a second crack", "Divers have found a second crack in the gate, the harbour office said."),
    ("Mayor to speak at three", "The mayor will speak in the town hall at three, her office said in a statement."),
    ("Ships are waiting", "Eleven ships are waiting outside, among them a tanker that was due on Monday."),
    ("Basin closed", "The northern basin is closed from now on, and nobody was hurt at dawn."),
)
CLOCKS = ("14:32", "13:05", "11:48", "10:15")
MENU = "<header><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></header>"
FOOT = "<footer>© 2026 Varnholm Post. <a href='/privacy'>Privacy</a></footer>"


def paragraphs(texts: tuple[str, ...], tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def read(body: str, title: str = "", head: str = "") -> tuple[tuple[RawDocument, ...], list[str]]:
    html = f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{MENU}{body}{FOOT}</body></html>"
    documents, found = read_any("page.html", html.encode())
    return documents, [show(one) for one in found]


def one(body: str, title: str = "", head: str = "") -> RawDocument:
    documents, found = read(body, title, head)
    assert len(documents) == 1, found
    return documents[0]


def shown(document: RawDocument) -> list[str]:
    return [p.text for p in document.paragraphs if not p.aside]


ENTRIES = {
    "articles with times": "<article class=post><time"
    " datetime='2026-03-03T{t}:00+01:00'>{t}</time><h2>{h}</h2><p>{x}</p></article>",
    "sections with a headline first": "<section><h3>{h}</h3><p>{t}</p><p>{x}</p></section>",
    "bold times": "<div class=entry><p><b>{t}</b></p><p>{x}</p></div>",
    "times with a word": "<div><div class=ts>{t} Uhr</div><p>{x}</p></div>",
    "flat paragraphs": "<p>Update {t}</p><p>{x}</p>",
    "times before the text": "<p>{t} {x}</p>",
    "points of a list": "<li><span>{t}</span> <strong>{h}</strong><br>{x}</li>",
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_a_running_report_is_one_article_that_keeps_the_time_and_the_order_of_its_entries(entry: str) -> None:
    entries = "".join(entry.format(t=t, h=h, x=x) for t, (h, x) in zip(CLOCKS, NEWS, strict=True))
    around = f"<ul>{entries}</ul>" if entry.startswith("<li") else f"<div class=live-blog>{entries}</div>"
    document = one(
        f"<main><h1>Lock gate fails</h1><p>All that is known of the gate.</p>{around}</main>", "Lock gate fails"
    )
    text = " ".join(shown(document))
    wanted = [word for clock, (_, x) in zip(CLOCKS, NEWS, strict=True) for word in (clock, x)]
    assert "All that is known of the gate." in text
    assert [text.find(word) for word in wanted] == sorted(text.find(word) for word in wanted)
    assert all(word in text for word in wanted)
    assert document.given.published == ("2026-03-03" if "datetime" in entry else "")


@pytest.mark.parametrize(
    ("days", "head", "published"),
    [
        (("2026-03-03",) * 4, "", "2026-03-03"),
        (("2026-03-04", "2026-03-04", "2026-03-03", "2026-03-03"), "", ""),
        (("2026-03-04", "2026-03-04", "2026-03-03", "2026-03-03"), "2026-03-03", "2026-03-03"),
    ],
)
def test_no_entry_gives_a_running_report_its_day_where_they_differ(
    days: tuple[str, ...], head: str, published: str
) -> None:
    entries = "".join(
        f"<div class=update><time datetime='{day}T{clock}:00Z'>{n} minutes ago</time><p>{x}</p></div>"
        for n, (day, clock, (_, x)) in enumerate(zip(days, CLOCKS, NEWS, strict=True))
    )
    meta = f"<meta property='article:published_time' content='{head}'>" if head else ""
    document = one(f"<main><h1>Election night</h1>{entries}</main>", "Election night", meta)
    assert document.given.published == published
    assert [text[-5:] for text in shown(document)[::2]] == list(CLOCKS)
    assert any(p.aside == "a time that counts from when the page was saved" for p in document.around)


TEASERS = {
    "headings": "<article class=teaser><a href='/a/{n}'><h3>{h}</h3></a><p>{x}</p></article>",
    "a list": "<li><h2><a href='https://post.example/a/{n}'>{h}</a></h2><p>{x}</p></li>",
    "with a link to more": "<div><h2><a href='/a/{n}'>{h}</a></h2><p>{x} <a href='/a/{n}'>Read more</a></p></div>",
    "cells of a table": "<tr><td><a href='a{n}.htm'><b>{h}</b></a><br>{x}</td></tr>",
    "days and headlines": "<li>{n} March: <a href='/a/{n}'>{h}</a><p>{x}</p></li>",
    "results of a search": "<div class=result><h4><a href='/a/{n}'>{h}</a></h4><div>{n} March"
    " 2026</div><p>{x}</p></div>",
}


@pytest.mark.parametrize("teaser", TEASERS.values(), ids=TEASERS)
def test_a_page_that_lists_articles_is_refused_by_that_name_and_each_is_named(teaser: str) -> None:
    items = "".join(teaser.format(n=n, h=h, x=x) for n, (h, x) in enumerate(NEWS, 1))
    items = f"<table>{items}</table>" if teaser.startswith("<tr") else f"<div>{items}</div>"
    documents, found = read(
        f"<main><h1>Politics</h1>{items}</main>", "Politics", '<link rel=canonical href="https://post.example/p/">'
    )
    links = " ".join(
        f"https://post.example/{'p/a{}.htm' if '.htm' in teaser else 'a/{}'}".format(n) for n in (1, 2, 3, 4)
    )
    assert found == [
        "page.html: warning[no-article]: the page is a list of 4 articles, and none of them\n"
        f"  help: import the articles themselves: `briefings import {links}`"
    ]
    assert [document.given.title for document in documents] == [h for h, _ in NEWS]
    assert {document.left_out for document in documents} == {"it is a teaser: its article is on a page of its own"}


def test_a_list_saved_without_its_address_asks_for_the_articles() -> None:
    items = "".join(f"<h2><a href='/{n}'>{h}</a></h2><p>{x}</p>" for n, (h, x) in enumerate(NEWS))
    _, found = read(f"<main><div>{items}</div></main>")
    assert found == [
        "page.html: warning[no-article]: the page is a list of 4 articles, and none of them\n"
        "  help: open each article in a browser, save it, and import that"
    ]


@pytest.mark.parametrize(
    "place", ["{0}<section><h2>More</h2>{1}</section>", "<div>{1}</div>{0}", "{0}<aside>{1}</aside>"]
)
@pytest.mark.parametrize("teaser", TEASERS.values(), ids=TEASERS)
def test_teasers_beside_an_article_do_not_make_a_list_of_its_page(teaser: str, place: str) -> None:
    items = "".join(teaser.format(n=n, h=h, x=x[:40]) for n, (h, x) in enumerate(NEWS, 1))
    article = f"<article><h1>Gate</h1>{paragraphs((*GATE, *VOTE))}</article>"
    document = one(place.format(article, f"<table>{items}</table>" if teaser.startswith("<tr") else items), "Gate")
    assert {*GATE, *VOTE} <= set(shown(document))


SEVERAL = {
    "articles": "<article><h1>{h}</h1><p class=byline>By {a}</p><time datetime='{d}'>{d}</time>{x}</article>",
    "posts of a blog": "<div class='post hentry'><h2 class=entry-title><a href='https://b.example/{a}'>{h}</a></h2>"
    "<p class=byline>By {a}</p><p>{d}</p>{x}</div>",
    "items": "<div itemscope itemtype='https://schema.org/NewsArticle'><h2 itemprop=headline>{h}</h2>"
    "<p class=byline>By {a}</p><p>{d}</p>{x}</div>",
    "the next article below": "<section><article><header><h1>{h}</h1><p>By {a},"
    " {d}</p></header>{x}</article></section>",
}


@pytest.mark.parametrize("item", SEVERAL.values(), ids=SEVERAL)
def test_each_of_several_articles_on_a_page_is_an_article_with_its_own_facts(item: str) -> None:
    body = item.format(h="Lock gate fails", a="Ida Holt", d="2026-03-03", x=paragraphs(GATE)) + item.format(
        h="Hospitals stay open", a="Jon Brede", d="2026-03-04", x=paragraphs(VOTE)
    )
    documents, found = read(f"<main>{body}</main>", "Varnholm Post")
    assert not found
    assert [d.given.title for d in documents] == ["Lock gate fails", "Hospitals stay open"]
    assert [d.given.author for d in documents] == ["Ida Holt", "Jon Brede"]
    assert [d.given.published for d in documents] == ["2026-03-03", "2026-03-04"]
    assert [tuple(shown(d)) for d in documents] == [GATE, VOTE]
    assert any("Privacy" in p.text for p in documents[0].around)
    assert documents[0].given.url != documents[1].given.url or not documents[0].given.url


@pytest.mark.parametrize(
    "inner",
    [
        "<section><h2>How it began</h2>{0}</section><section><h2>What comes next</h2>{1}</section>",
        "{0}<article class=comment><h4>Ida</h4>{1}</article>",
        "{0}<div class='related'><article><h3>Vote</h3>{1}</article></div>",
    ],
)
def test_the_parts_of_one_article_are_no_articles(inner: str) -> None:
    body = f"<article><h1>Lock gate fails</h1>{inner.format(paragraphs(GATE), paragraphs(VOTE))}</article>"
    assert one(f"<main>{body}</main>", "Lock gate fails").given.title == "Lock gate fails"


CONSENT = "open it in a browser, answer it, and save the page that follows"
NO_ARTICLES = {
    "We value your privacy": (
        "<p>We and our 842 partners store cookies on your device and process personal data.</p><p>You can accept"
        " or manage"
        " your choices, and object to legitimate interest.</p><button>Accept all</button>",
        "a form that asks for consent", CONSENT,
    ),
    "Weiter mit Werbung": (
        "<p>Besuchen Sie unsere Seite mit Werbung und Cookies. Ihre Zustimmung können Sie jederzeit widerrufen.</p>"
        "<p>Oder lesen Sie werbefrei für 4,99 Euro im Monat.</p>", "a form that asks for consent", CONSENT,
    ),
    "Le respect de votre vie privée": (
        "<p>Nous et nos partenaires utilisons des traceurs avec votre consentement. Vous pouvez refuser.</p>",
        "a form that asks for consent", CONSENT,
    ),
    "Just a moment...": (
        "<p>Checking if the site connection is secure. Enable JavaScript and cookies to continue.</p>",
        "a check for robots", "open it in a browser, wait until the article is there, and save that",
    ),
    "404 - Page not found": (
        "<p>Sorry, the page you are looking for has been moved. Please check the address or try the search.</p>",
        "an error of its server", "look for the article under another address, and save that",
    ),
    "Seite nicht gefunden": (
        "<p>Die gesuchte Seite existiert nicht mehr. Bitte gehen Sie zur Startseite.</p>",
        "an error of its server", "look for the article under another address, and save that",
    ),
    "Log in": (
        "<form><label>E-mail address</label><input><label>Password</label><input><p>Forgot your password? Create"
        " an account"
        " to read on.</p></form>", "a form to sign in", "sign in with your browser, and save the page that follows",
    ),
}  # fmt: skip


@pytest.mark.parametrize("title", NO_ARTICLES)
def test_what_a_site_shows_instead_of_an_article_is_refused_by_its_name(title: str) -> None:
    body, what, remedy = NO_ARTICLES[title]
    documents, found = read(f"<main><h1>{title}</h1>{body}</main>", title)
    assert not documents
    assert found == [f"page.html: warning[no-article]: the page is {what}, and no article\n  help: {remedy}"]


@pytest.mark.parametrize(
    "text",
    [
        "The regulator fined two sites for their cookie banners. Consent must be as easy to refuse as to give,"
        " it said.",
        "The town hall's page was not found for two days, a spokesman said. The server is old, and the address"
        " had moved.",
        "Small sites lose money by new cookie rules. Consent forms must offer a plain way to refuse from March on.",
        "Robots check every weld now, the yard said. No human verification is left on the night shift since March.",
    ],
)
def test_news_about_forms_and_errors_are_articles(text: str) -> None:
    assert shown(one(f"<main><h1>New rules</h1><p>{text}</p></main>", "New rules")) == [text]


WALLS = (
    "<div><h3>Want to read more?</h3><p>Subscribe now for 1 crown a month and get unlimited access.</p></div>",
    "<p>Jetzt weiterlesen mit dem digitalen Abo. Testen Sie 4 Wochen für 1 Euro.</p>",
    "<p>La suite est réservée aux abonnés.</p><p>Déjà abonné ? Connectez-vous.</p>",
    "<p>Para seguir leyendo, suscríbete desde 1 euro al mes.</p>",
    "<p>Questo articolo è riservato agli abbonati.</p>",
    "<p>Dit artikel is alleen beschikbaar voor abonnees.</p>",
    "<h3>Weiterlesen mit Post+</h3><p>Lesen Sie diesen und alle weiteren Plus-Artikel. Jetzt testen.</p>",
    "<div id=wall><p>To continue reading this article, subscribe for 1 crown a week.</p></div>",
)


@pytest.mark.parametrize("wall", WALLS)
def test_the_beginning_of_an_article_that_is_sold_is_marked_as_cut(wall: str) -> None:
    document = one(f"<main><article><h1>Gate</h1>{paragraphs(GATE)}{wall}</article></main>", "Gate")
    assert document.given.cut.endswith(GATE[-1][-20:])
    assert [text for text in shown(document) if text not in GATE] == []


OLD = {
    "New Page 1": "<p align=center><b><font size=6>Lock gate fails</font></b></p><p><font size=2>By Ida"
    " Holt</font></p>",
    "Untitled Document": "<center><font size=+3><b>Lock gate fails</b></font></center>",
    "untitled": "<font size=5 color=red>Lock gate fails</font><br><font size=1>Varnholm Post, 3 March 2001</font>",
    "Microsoft Word - gate3.doc": "<div style='font-size:24pt;font-weight:bold'>Lock gate fails</div>",
    "Neue Seite 2": "<h1>Lock gate fails</h1>",
    "letter3": "<table><tr><td><b><font face=Arial><font size=+2>Lock gate fails</font></font></b></td></tr></table>",
    "": "<p><span style='font-size: 2em'>Lock gate fails</span></p>",
}


@pytest.mark.parametrize("title", OLD)
def test_a_page_without_a_title_of_its_own_has_that_in_large_letters(title: str) -> None:
    html = f"<html><head><title>{title}</title></head><body>{OLD[title]}{paragraphs((*GATE, *VOTE))}</body></html>"
    (document,), _ = read_any("old.htm", html.encode())
    assert document.given.title == "Lock gate fails"
    assert document.given.outlet == ""
    assert shown(document) == [*GATE, *VOTE]


def test_the_first_heading_of_a_list_of_news_is_text_like_the_others() -> None:
    parts = "".join(f"<h2>{title}</h2><p>{text}</p><p>Advertisement</p>" for title, text in NEWS)
    document = one(f"<main><article><h1>Four things to know</h1>{parts}</article></main>", "Four things to know")
    assert shown(document) == [text for pair in NEWS for text in pair]
