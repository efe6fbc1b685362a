"""How readers tell of a mistake, and follow a site."""

from urllib.parse import parse_qs, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_site import Case

from annotated_briefings.base.config import Config, read_config
from annotated_briefings.base.source import Source
from annotated_briefings.base.values import replace
from annotated_briefings.site.urls import contact_address


@pytest.mark.parametrize(
    ("written", "contact"),
    [
        ("desk@harbour.example", "desk@harbour.example"),
        ("mailto:desk@harbour.example", "desk@harbour.example"),
        ("tips+news@desk.harbour.example", "tips+news@desk.harbour.example"),
        ("https://harbour.example/contact", "https://harbour.example/contact"),
        ('"https://harbour.example/?about={title}&at={url}"', "https://harbour.example/?about={title}&at={url}"),
    ],
)
def test_a_contact_is_a_mail_address_or_a_page(written: str, contact: str) -> None:
    config, found = read_config(Source("site.yaml", f"contact: {written}\n"), {})
    assert (config.contact, found) == (contact, ())


@pytest.mark.parametrize("written", ["desk", "desk@harbour", "a b@harbour.example", "javascript:alert(1)", "@desk"])
def test_any_other_contact_is_an_error(written: str) -> None:
    config, [found] = read_config(Source("site.yaml", f"contact: '{written}'\n"), {})
    assert config.contact == ""
    assert found.message == f"`{written}` is no mail or web address"
    assert found.help == "write one, such as `desk@example.org` or `https://example.org/contact`"


@given(title=st.text(min_size=1, max_size=60))
def test_a_mail_begins_with_the_title_and_the_address_of_the_page(title: str) -> None:
    config = replace(Config(), contact="desk@harbour.example", base_url="https://harbour.example/news")
    title = title.encode("utf-8", "ignore").decode()
    address = contact_address(config, title, "/briefs/x/")
    to, _, rest = address.partition("?")
    asked = parse_qs(rest, keep_blank_values=True)
    assert to == "mailto:desk@harbour.example"
    assert (asked["subject"], asked["body"]) == ([title], ["https://harbour.example/news/briefs/x/"])
    assert set(asked) == {"subject", "body"}


def test_a_page_for_contact_is_told_title_and_address_where_it_asks() -> None:
    config = replace(Config(), contact="https://h.example/c?t={title}&u={url}", base_url="https://h.example")
    address = contact_address(config, "Ships & sums", "/briefs/x/")
    assert unquote(address) == "https://h.example/c?t=Ships & sums&u=https://h.example/briefs/x/"
    assert contact_address(replace(config, contact="https://h.example/c"), "A", "/") == "https://h.example/c"
    assert contact_address(Config(), "A", "/") == ""


def test_readers_can_tell_of_a_mistake_where_the_settings_say_whom(case: Case) -> None:
    case.write("site.yaml", "title: Case\nbase_url: https://pages.example\ncontact: desk@pages.example\n")
    case.brief("a", "title: A brief\ndate: 2026-03-01")
    case.build()
    page = case.page("briefs/a/index.html")
    [link] = page.select(".contact a")
    assert (
        link["href"] == "mailto:desk@pages.example?subject=A%20brief&body=https%3A%2F%2Fpages.example%2Fbriefs%2Fa%2F"
    )
    [link] = case.page("corrections/index.html").select(".contact a")
    assert str(link["href"]).startswith("mailto:desk@pages.example?subject=Corrections&")


def test_the_page_for_following_lists_feeds_where_there_are_some(case: Case) -> None:
    case.brief("a", "title: A brief\ndate: 2026-03-01\ntags: [Ships]")
    address = "base_url: https://pages.example\nsubscribe_url: https://mail.example/join\n"
    case.write("site.yaml", f"title: Case\ntopic_feed_from: 1\n{address}")
    case.build()
    page = case.page("follow/index.html")
    assert [link["href"] for link in page.select(".feed-list a")] == [
        "../feed.xml",
        "../feed.json",
        "../rss.xml",
        "../opml.xml",
    ]
    assert [link["href"] for link in page.select("[aria-labelledby=by-mail] a")] == ["https://mail.example/join"]
    assert page.select("[aria-labelledby=by-topic] a[href='../tags/ships/']")
    case.write("site.yaml", "title: Case\n")
    case.build()
    page = case.page("follow/index.html")
    assert not page.select(".feed-list, [aria-labelledby=by-mail], [aria-labelledby=by-topic]")
