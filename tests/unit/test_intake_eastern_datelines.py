"""Credits before the first sentence of Chinese, Japanese and Korean texts."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.intake.cleaning.datelines import read_dateline
from annotated_briefings.intake.formats.html.labelled_lines import site_name
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Article, Given, Paragraph

ROWS = [
    tuple(line.split("|"))
    for line in (Path(__file__).parents[1] / "data/stated/eastern.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
TEXT = "港务局宣布，第二台起重机获得批准，表决结果是九比二。工程将于五月开始，造价一千四百万克朗。"


@pytest.mark.parametrize(("credit", "author", "outlet"), ROWS)
def test_a_credit_before_the_first_sentence_names_writer_and_outlet(credit: str, author: str, outlet: str) -> None:
    texts = ("起重机获准开工", credit + TEXT, TEXT)
    article = Article("", "a.txt", tuple(Paragraph(text, 0, 0) for text in texts), (), 1.0, "", Given())
    meta = read_metadata(article)
    assert (meta.author.value, meta.outlet.value) == (author, outlet)
    found = read_dateline(credit + TEXT)
    assert (found.end if found else 0) == (len(credit) if author or outlet else 0)


def test_a_credit_with_a_day_states_it() -> None:
    found = read_dateline("【大紀元2026年03月03日訊】" + TEXT)
    assert found
    assert (found.day, found.agency) == ("2026-03-03", "大紀元")
    found = read_dateline("新华社北京3月3日电（记者李明）" + TEXT)
    assert found
    assert (found.day, found.yearless) == ("", "03-03")


@pytest.mark.parametrize(
    "text",
    [
        "记者问市长：桥什么时候开放？市长说是周五。",
        "【注意】雨",
        "(주)한강 = 새 다리",
        "（北京）今天下雨。",
        "記者會／台北",
    ],
)
def test_other_beginnings_are_no_credit(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("site", "account", "outlet"),
    [("微信公众平台", "港口观察", "港口观察"), ("微信公众平台", "", ""), ("港口网", "", "港口网")],
)
def test_a_page_of_a_platform_is_published_by_its_account(site: str, account: str, outlet: str) -> None:
    named = f'<a id="js_name">{account}</a>' if account else ""
    page = f'<meta property="og:site_name" content="{site}"><h1>起重机获准开工</h1>{named}<p>{TEXT}</p>'
    assert site_name(BeautifulSoup(page, "lxml")) == outlet
