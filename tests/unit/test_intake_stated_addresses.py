"""Web addresses without campaigns, without their readers, and not by way of those who count them."""

import json
from base64 import urlsafe_b64encode

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.stated.addresses import clean_address, clean_text

NAMED = urlsafe_b64encode(b'{"e": "https://bank.example/rate?utm_source=x", "s": 12}').decode().rstrip("=")
RATE = "https://bank.example/rate"


@pytest.mark.parametrize(
    "parameters",
    [
        "utm_source=rss&utm_medium=feed",
        "fbclid=IwAR0",
        "mc_cid=1a&mc_eid=2b",
        "at_medium=RSS&at_campaign=K",
        "ref=rss",
        "source=newsletter_daily",
        "mkt_tok=eyJ",
        "_hsenc=p2&_hsmi=7",
        "xtor=RSS-1",
        "smid=tw-share",
    ],
)
def test_campaigns_are_cut_off(parameters: str) -> None:
    assert clean_address(f"{RATE}?{parameters}") == RATE
    assert clean_address(f"{RATE}?id=12&{parameters}#part") == f"{RATE}?id=12#part"


@pytest.mark.parametrize(
    "url",
    [
        "https://click.axle.example/c?u=jane.roe%40desk.example&k=9f3a&to=https%3A%2F%2Fbank.example%2Frate",
        "https://www.google.com/url?q=https://bank.example/rate&sa=D&usg=AOv",
        "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fbank.example%2Frate&data=05%7C01&reserved=0",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__bank.example_rate&d=DwM&c=abc",
        "https://urldefense.com/v3/__https://bank.example/rate__;!!abc!def$",
        f"https://axle.example/redirect/2/{NAMED}.sig?u=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fbank.example%2Frate%3Ffbclid%3DIwAR&h=AT0",
    ],
)
def test_a_link_by_way_of_a_counter_is_the_address_that_it_names(url: str) -> None:
    assert clean_address(url) == RATE


@pytest.mark.parametrize(
    "url",
    [
        "https://axle.example/unsubscribe?u=jane.roe%40desk.example&k=9f3a",
        "https://links.axle.example/e/evib?_t=9f3a77ab1cd2&_m=b12cd9",
        "https://axle.us1.list-manage.com/track/click?u=9f3a77abfe&id=12&e=77ab",
        "https://u123.ct.sendgrid.net/ls/click?upn=abcDEF123456789012345678901234567890",
        "https://axle.example/letter/jane.roe@desk.example/77",
    ],
)
def test_what_only_the_reader_of_a_letter_may_follow_is_no_link(url: str) -> None:
    assert clean_address(url) == ""
    assert clean_text(f"See [the notice]({url}).") == "See the notice."
    assert "9f3a" not in clean_text(f"See {url} or <{url}>.")


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://bank.example/view?e=amFuZS5yb2VAZGVzay5leGFtcGxl&issue=4", "https://bank.example/view?issue=4"),
        (
            "https://bank.example/view?mail=jane.roe%40desk.example&token=9f3a&issue=4",
            "https://bank.example/view?issue=4",
        ),
        ("https://jane:secret@bank.example/x", "https://bank.example/x"),
    ],
)
def test_the_reader_and_the_key_of_a_letter_are_cut_off(url: str, cleaned: str) -> None:
    assert clean_address(url) == cleaned


@pytest.mark.parametrize(
    "url",
    [
        "https://video.example/watch?v=dQw4w9WgXcQ",
        "https://web.archive.org/web/2020/https://bank.example/x",
        "https://go.bank.example/rates",
        "https://bank.example/x?token=abc&A=%7Eb",
        "https://social.example/@ada@home.example/12",
        "https://e.example/c/article-about-12-bridges-in-lund",
        "https://bank.example/a_(b)",
    ],
)
def test_other_addresses_stay_as_they_are_typed(url: str) -> None:
    assert clean_address(url) == url
    assert clean_text(f"({url}), [x]({url})") == f"({url}), [x]({url})"


LINK = "https://click.axle.example/c?u=jane.roe%40desk.example&k=9f3a&to=https%3A%2F%2Fbank.example%2Frate"
WORDS = "The bank of Ostmark cut its rate to 2.25% on Thursday"
HEAD = "From: Axle <am@axle.example>\nSubject: Bank cuts its rate\nDate: Fri, 27 Nov 2026 06:31:04 +0000\n"
HTML = f'<p>{WORDS}, see <a href="{LINK.replace("&", "&amp;")}">the notice</a>.</p><p>{WORDS} for all of them.</p>'
FEED = "<rss><channel><title>Q</title><item>{}<description><![CDATA[{}]]></description></item></channel></rss>"
CARRIERS = {
    "html letter": ("a.eml", f"{HEAD}Content-Type: text/html\n\n{HTML}"),
    "plain letter": ("a.eml", f"{HEAD}\n{WORDS}, see {LINK} for more.\n"),
    "text": ("a.txt", f"{WORDS}, see {LINK} for more.\n"),
    "markdown": ("a.md", f"# Bank cuts its rate\n\n{WORDS}, see [the notice]({LINK}).\n"),
    "json": ("a.json", json.dumps({"title": "A", "html": HTML, "url": LINK})),
    "feed": ("a.xml", FEED.format(f"<link>{LINK.replace('&', '&amp;')}</link>", HTML)),
    "page": ("a.html", f"<!doctype html><html><body><article><h1>Bank cuts</h1>{HTML}</article></body></html>"),
}


@pytest.mark.parametrize("kind", CARRIERS)
def test_no_format_brings_in_the_address_or_the_key_of_a_reader(kind: str) -> None:
    name, data = CARRIERS[kind]
    documents, _ = read_any(name, data.encode())
    kept = repr(documents[0])
    assert "bank.example/rate" in kept
    assert "jane" not in kept
    assert "9f3a" not in kept


@pytest.mark.parametrize("kind", ["letter", "feed", "json", "markdown"])
def test_a_picture_on_another_host_is_a_link_and_one_that_counts_readers_is_nothing(kind: str) -> None:
    pictures = (
        '<img src="https://t.axle.example/open?u=771" width="1" height="1" alt="open">'
        '<img src="https://img.axle.example/eggs.jpg" alt="A box of eggs">'
    )
    html = f"<p>{WORDS}.</p><p>{pictures}</p>"
    name, data = {
        "letter": ("a.eml", f"{HEAD}Content-Type: text/html\n\n{html}"),
        "feed": (
            "a.xml",
            f"<rss><channel><title>Q</title><item><description><![CDATA[{html}]]></description></item></channel></rss>",
        ),
        "json": ("a.json", json.dumps({"title": "A", "html": html})),
        "markdown": ("a.md", f"# A\n\n{WORDS}.\n\n![A box of eggs](https://img.axle.example/eggs.jpg)\n"),
    }[kind]
    documents, _ = read_any(name, data.encode())
    assert documents[0].paragraphs[-1].markdown == "[A box of eggs](https://img.axle.example/eggs.jpg)"
    assert "771" not in repr(documents[0])
