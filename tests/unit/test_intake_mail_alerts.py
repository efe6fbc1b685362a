"""Letters of news alerts: an article for each result, with its outlet, its real address and its excerpt."""

from collections.abc import Sequence
from email.message import EmailMessage
from textwrap import wrap
from urllib.parse import quote

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument
from annotated_briefings.intake.stated.addresses import clean_address

SERVICE_WORDS = "what a news alert says of itself"
KEY = "QX7bLm2ZtR9"
SERVICE = "https://www.google.com"
RESULTS = [
    ("Weir at Kelby opened by hand", "Kelby Post", "https://kelbypost.example/weir?id=7",
     "Two firemen turned the crank for an hour on Sunday. The motor had burnt out on Friday, the river board said ..."),
    ("Neues Wehr für Lindow", "Lindower Bote", "https://bote.example/lindow/wehr",
     "Der Kreistag hat am Montag dem Bau zugestimmt. Das Wehr kostet drei Millionen Euro und soll im Mai ..."),
    ("Une écluse rouvre à Sarny", "L’Écho de Sarny", "https://echosarny.example/2026/ecluse",
     "L’écluse de Sarny rouvre après deux ans de travaux. Les premiers bateaux passeront en avril, selon la mairie …"),
]  # fmt: skip
BUTTONS = {
    "en": ("Flag as irrelevant", "See more results", "Edit this alert", "Unsubscribe", "Daily update", "News"),
    "de": ("Als irrelevant melden", "Weitere Ergebnisse", "Diesen Alert bearbeiten", "Abmelden",
           "Tägliche Aktualisierung", "Nachrichten"),
    "fr": ("Signaler comme non pertinent", "Afficher plus de résultats", "Modifier cette alerte", "Se désabonner",
           "Mise à jour quotidienne", "Actualités"),
    "es": ("Marcar como irrelevante", "Ver más resultados", "Editar esta alerta", "Anular suscripción",
           "Actualización diaria", "Noticias"),
}  # fmt: skip


def _href(url: str, host: str, escaped: bool) -> str:
    target = quote(url, safe="") if escaped else url
    return f"{host}/url?rct=j&amp;sa=t&amp;url={target}&amp;ct=ga&amp;usg={KEY}"


def _letter(
    language: str,
    layout: str,
    host: str = SERVICE,
    *,
    shared: bool = True,
    sections: bool = False,
    results: Sequence[tuple[str, str, str, str]] = RESULTS,
) -> bytes:
    flag, more, edit, leave, daily, news = BUTTONS[language]
    rows = []
    for n, (title, outlet, url, text) in enumerate(results):
        share = f'<a href="{SERVICE}/alerts/share?s={KEY}">Facebook</a>' if n != 1 else "Facebook"
        buttons = f'<td>{share}</td><td><a href="{SERVICE}/alerts/feedback?s={KEY}">{flag}</a></td>'
        below = f"<table><tr>{buttons}</tr></table>" if shared else ""
        link = f'<a href="{_href(url, host, layout == "table")}"><span>{title}</span></a>'
        named = f'<a style="color:#777"><span itemprop="name">{outlet}</span></a>'
        section = "<tr><td>WEB</td></tr>" if sections and n == 2 else ""
        if layout == "table":
            rows.append(f"{section}<tr><td>{link}<div>{named}</div><div>{text}</div>{below}</td></tr>")
        else:
            rows.append(f"{section}<tr><td><h3>{link}</h3><p>{named}</p><p>{text}</p>{below}</td></tr>")
    html = (
        f'<html><body><table><tr><td><a href="{SERVICE}/alerts?s={KEY}">Google</a></td></tr></table>'
        f"<div>weir</div><div>{daily}</div><table><tr><td>{news}</td></tr>{''.join(rows)}</table>"
        f'<a href="{SERVICE}/alerts?s={KEY}">{more}</a> | <a href="{SERVICE}/alerts/edit?s={KEY}">{edit}</a>'
        f'<div><a href="{SERVICE}/alerts/remove?s={KEY}">{leave}</a></div></body></html>'
    )
    letter = EmailMessage()
    letter["From"] = "Google Alerts <googlealerts-noreply@google.com>"
    letter["To"] = "Ada Vale <ada.vale@desk.example>"
    letter["Subject"] = "Google Alert - weir"
    letter["Date"] = "Tue, 24 Nov 2026 07:12:44 +0000"
    letter.set_content(html, subtype="html")
    return bytes(letter)


def _read(data: bytes) -> tuple[RawDocument, ...]:
    documents, _ = read_any("alert.eml", data)
    return documents


@pytest.mark.parametrize("language", BUTTONS)
@pytest.mark.parametrize("layout", ["table", "headings"])
@pytest.mark.parametrize("host", [SERVICE, "https://www.google.de"])
@pytest.mark.parametrize(("shared", "sections"), [(True, False), (True, True), (False, False)])
def test_each_result_is_an_article_with_its_outlet_and_its_own_address(
    language: str, layout: str, host: str, shared: bool, sections: bool
) -> None:
    documents = _read(_letter(language, layout, host, shared=shared, sections=sections))
    given = [one.given for one in documents]
    assert [(one.title, one.outlet, one.url) for one in given] == [result[:3] for result in RESULTS]
    assert all(one.cut and not one.author for one in given)
    for document, (*_, text) in zip(documents, RESULTS, strict=True):
        shown = " ".join(p.text for p in document.paragraphs if not p.aside)
        assert shown
        assert text.startswith(shown)
    left = {p.text for one in documents for p in (*one.around, *one.paragraphs) if p.aside}
    daily, news = BUTTONS[language][4:]
    assert {"Google", "weir", daily, news} <= left
    assert ("Facebook" in left) == shared


@pytest.mark.parametrize("language", BUTTONS)
def test_no_key_of_the_receiver_is_kept(language: str) -> None:
    documents = _read(_letter(language, "table"))
    assert KEY not in repr(documents)
    assert "ada.vale" not in repr(documents)


@pytest.mark.parametrize(
    "path", ["alerts/edit?s=", "alerts/remove?hl=en&s=", "alerts?s=", "alerts?hl=de&s=", "alerts/feedback?x=1&s="]
)
def test_an_address_at_which_an_alert_is_kept_is_no_address_for_readers(path: str) -> None:
    assert clean_address(f"{SERVICE}/{path}{KEY}") == ""


@pytest.mark.parametrize("url", ["https://city.example/alerts/storm-warning", "https://city.example/alerts?region=4"])
def test_pages_of_warnings_keep_their_addresses(url: str) -> None:
    assert clean_address(url) == url


def test_a_letter_with_news_of_its_own_is_none() -> None:
    own = "<p>The river board met on Monday and will ask the county for a second motor for the weir at Kelby.</p>"
    data = _letter("en", "headings", shared=False).decode().replace("<div>weir</div>", own)
    assert own in data
    documents = _read(data.encode())
    result = [p for one in documents for p in (*one.around, *one.paragraphs) if "second motor" in p.text]
    assert result
    assert all(p.aside != SERVICE_WORDS for p in result)


def test_two_results_with_one_headline_keep_their_own_addresses() -> None:
    results = (RESULTS[0], (RESULTS[0][0], *RESULTS[1][1:]), RESULTS[2])
    documents = _read(_letter("en", "table", results=results))
    assert [one.given.title for one in documents[:2]] == [RESULTS[0][0]] * 2
    assert [one.given.url for one in documents] == [RESULTS[0][2], RESULTS[1][2], RESULTS[2][2]]


def _plain_letter(leave: str, news: str) -> bytes:
    lines = [f"=== {news} - 3 new results for [weir] ===", ""]
    for title, outlet, url, text in RESULTS:
        lines += [title, outlet, *wrap(text, 70), f"<{SERVICE}/url?rct=j&sa=t&url={url}&ct=ga&usg={KEY}>", ""]
    lines += ["- " * 30, f"{leave}:", f"<{SERVICE}/alerts/remove?source=alertsmail&s={KEY}>"]
    letter = EmailMessage()
    letter["From"] = "Google Alerts <googlealerts-noreply@google.com>"
    letter["To"] = "Ada Vale <ada.vale@desk.example>"
    letter["Subject"] = "Google Alert - weir"
    letter.set_content("\n".join(lines))
    return bytes(letter)


@pytest.mark.parametrize("language", BUTTONS)
def test_an_alert_without_html_has_the_same_articles(language: str) -> None:
    documents = _read(_plain_letter(BUTTONS[language][3], BUTTONS[language][5]))
    given = [one.given for one in documents]
    assert [(one.title, one.outlet, one.url) for one in given] == [result[:3] for result in RESULTS]
    assert all(one.cut for one in given)
    for document, (*_, text) in zip(documents, RESULTS, strict=True):
        shown = " ".join(p.text for p in document.paragraphs if not p.aside)
        assert shown
        assert text.startswith(shown)
    assert KEY not in repr(documents)
