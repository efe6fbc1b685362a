"""Web addresses without campaigns, without their readers, and not by way of those who count them."""

import json
from base64 import urlsafe_b64encode
from itertools import pairwise
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        "https://bank.example/x?token_count=abc&A=%7Eb",
        "https://maps.example/?q=Quay+Street+Lund&zoom=12",
        "https://data.example/table?country=DE&indicator=NY.GDP.MKTP.CD&date=2020:2024",
        "https://bank.example/?session=117&key=population&code=AAPL&sid=12&author=Falk",
        "https://app.example/doc#section-3.2",
        "https://bank.example/long#:~:text=the%20board,seven%20to%20two",
        "https://code.example/o/r/commit/4b825dc642cb6eb9a060e54bf8d69288fbee4904",
        "https://docs.example/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg/edit",
        "https://law.example/TXT/?uri=CELEX:32016R0679",
        "https://shop.example/dp/B08N5WRWNW?th=1",
        "https://short.example/AbC123xyz9",
        "https://axle.example/how-to-unsubscribe-from-spam",
        "https://axle.example/opinion/the-preferences-of-voters?page=2",
        "https://bank.example/x?isin=US0378331005&lei=529900T8BM49AURSDO55&ecli=ECLI:EU:C:2020:559",
        "https://social.example/@ada@home.example/12",
        "https://e.example/c/article-about-12-bridges-in-lund",
        "https://bank.example/a_(b)",
    ],
)
def test_other_addresses_stay_as_they_are_typed(url: str) -> None:
    assert clean_address(url) == url
    assert clean_text(f"({url}), [x]({url})") == f"({url}), [x]({url})"


KEYS = [
    "token=abc",
    "auth=0f3a",
    "access_token=seven",
    "shareToken=9f3a77",
    "pwapi_token=eyJhbGciOi",
    "jwt=a.b.c",
    "upn=u001.x",
    "sid=9f3a77ab",
    "sig=Zk39fjw2",
    "X-Amz-Credential=AKIA&X-Amz-Date=20260303T070000Z&X-Amz-Signature=9f3a",
    "X-Goog-Signature=aa",
    "Policy=eyJTdGF0ZW1lbnQiOiJ4In0_&Signature=x&Key-Pair-Id=APKA",
    "unlocked_article_code=1.X08.q3fT",
    "gift=Zk39fjw2lQ0",
    "giftId=67a1f7b2-5c3e-8001-9d21-0a4f66e0c1aa",
    "key=9f3a77ab",
    "session=9f3a77ab",
    "PHPSESSID=abc",
    "api-key=harbour",
    "pwd=Bridge12",
    "code=9f3a77ab",
    "hash=9f3a77ab",
    "whatever=9f3aXk20fj29fjk2lfj0",
    "w=eyJzdWJzY3JpYmVyIjo0NzExfQ",
    "9f3a77ab1cd29f3a77ab1cd2",
    "who=67a1f7b2-5c3e-8001-9d21-0a4f66e0c1aa",
    "loginHint=jane",
]
"""Parameters that let one reader in, or that say who he is."""


@pytest.mark.parametrize("parameters", KEYS)
def test_keys_are_cut_off_wherever_they_stand(parameters: str) -> None:
    assert clean_address(f"{RATE}?{parameters}") == RATE
    assert clean_address(f"{RATE}?page=2&{parameters}&part=b") == f"{RATE}?page=2&part=b"
    inner = f"https://site.example/show?see={quote(f'{RATE}?{parameters}', safe='')}"
    assert clean_address(inner) == f"https://site.example/show?see={quote(RATE, safe='')}"
    if "=" in parameters:
        assert clean_address(f"{RATE}#{parameters}") == RATE


NAMES = st.from_regex(r"[a-z]{1,2}[a-z_]{0,8}", fullmatch=True).map(lambda name: f"z{name}")
RANDOM = st.text("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=24, max_size=60).filter(
    lambda text: sum(a.isdigit() != b.isdigit() for a, b in pairwise(text)) > 4
)
WORDS_OF_VALUES = st.lists(
    st.sampled_from(["harbour", "Lund", "rates", "2026", "Q3", "42", "cuts", "Zinsen", "covid19"]),
    min_size=1,
    max_size=6,
).map("-".join)


@given(NAMES, RANDOM)
def test_long_random_text_under_any_name_is_a_key(name: str, value: str) -> None:
    assert clean_address(f"{RATE}?{name}={value}&page=2") == f"{RATE}?page=2"


@given(NAMES, WORDS_OF_VALUES)
def test_words_and_numbers_under_any_name_are_none(name: str, value: str) -> None:
    assert clean_address(f"{RATE}?{name}={value}") == f"{RATE}?{name}={value}"


@pytest.mark.parametrize(
    "url",
    [
        "https://axle.example/ls/click?upn=u001.9f3aXk20",
        "https://anything.example/c/9f3aXk20fj29fjk2lfj0293jfQQ2m",
        "https://ablink.news.axle.example/ss/c/u001.9f3aXk20fj29fjk2lfj0293jf/4k2/h0",
        "https://click.e.axle.example/?qs=9f3a77ab1cd29f3a77ab1cd29f3a77ab1cd2",
        "https://axle.example/reset-password/9f3a77ab1cd2",
        "https://axle.example/webhooks/9f3aXk20fj29fjk2lfj0",
        "https://axle.example/email-preferences?id=77",
        "https://axle.example/newsletter/view-online/88123",
        "https://axle.example/webversion?m=9f3a77ab1cd2",
        "https://us1.campaign-archive.com/?u=9f3a77abfe&id=12ab34&e=77ab12cd",
        "https://axle.example/abmelden/4711",
        "www.axle.example/unsubscribe?u=77",
        "https://s2.axle.example/car-ln-tr/3c8f1d2/66a1/5977/12/61/aF93kd92kfLwq03mf",
        "https://lists.example/mailman/options/news/jane.roe--at--desk.example",
    ],
)
def test_doors_of_one_reader_and_clicks_that_lead_nowhere_are_no_links(url: str) -> None:
    assert clean_address(url) == ""


@pytest.mark.parametrize(
    ("around", "left"),
    [
        ("Read ({}) more.", "Read more."),
        ("Read ( {} ) more.", "Read more."),
        ("Read [{}] more.", "Read more."),
        ("Read <{}> more.", "Read more."),
        ("Read {} more, f() and a[] too.", "Read more, f() and a[] too."),
        ("Read more: {}", "Read more:"),
        ("See {}, please.", "See, please."),
        ("See [the notice]({}).", "See the notice."),
        ('See [the notice](<{}> "A title").', "See the notice."),
        ("See [[1] the notice]({}).", "See [1] the notice."),
        ("See ![the chart]({}) here.", "See the chart here."),
        ('See <a href="{}">the notice</a> here.', "See the notice here."),
        ("请看（{}）全文。", "请看全文。"),
        ("请看{}。全文在此。", "请看。全文在此。"),
    ],
)
def test_nothing_is_left_of_what_was_around_a_link(around: str, left: str) -> None:
    assert clean_text(around.format("https://links.axle.example/e/evib?_t=9f3a77ab1cd2")) == left


@pytest.mark.parametrize("words", ["View in browser", "**Manage your preferences**", "Abmelden", "在浏览器中查看"])
def test_a_link_whose_words_speak_to_the_receiver_is_words(words: str) -> None:
    assert clean_text(f"[{words}](https://axle.example/p/9f3a77ab) now") == f"{words} now"
    assert clean_text(f"[{words}](https://axle.example/p) now") == f"[{words}](https://axle.example/p) now"


def test_links_by_labels_lose_their_labels_with_their_addresses() -> None:
    lost, kept = "https://links.axle.example/e/evib?_t=9f3a77ab1cd2", "https://bank.example/rate"
    text = "# A\n\nSee [the notice][1], [the rate][2], [3] and this.[^4]\n\n"
    text += f"[1]: {lost}\n[2]: {kept}\n[3]: <{lost}>\n\n[^4]: {lost}\n"
    documents, _ = read_any("a.md", text.encode())
    shown = [paragraph.markdown for paragraph in documents[0].paragraphs]
    assert shown == ["See the notice, [the rate][2], 3 and this.", f"[2]: {kept}"]


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
