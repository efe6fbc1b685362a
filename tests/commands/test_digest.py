"""`briefings digest`: the briefs of a day or a week as page, text and e-mail."""

import email
import re
import shutil
from email.policy import default
from pathlib import Path

import pytest
from command_line import LONG, NOW, call, site_with_a_draft

from annotated_briefings.output.mail import LIMIT

GOLDEN = Path(__file__).parents[1] / "golden" / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_with_a_draft(tmp_path)


def test_a_digest_is_written_as_page_text_and_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN, site)
    status, _, err = call(capsys, site, "digest", "--day", "2026-04-03", "--week", *NOW)
    assert (status, err) == (0, "")
    folder = site / "_digest"
    assert sorted(path.name for path in folder.iterdir()) == ["2026-W14.eml", "2026-W14.html", "2026-W14.txt"]
    html = (folder / "2026-W14.html").read_text(encoding="utf-8")
    assert re.search(r'<h1 style="[^"]*font-size: ?24px', html)
    assert '<h2 lang="de" dir="ltr"' in html
    assert "http://127" not in html
    assert html.count("https://example.org/golden/briefs/zweite-turbine/") >= 2
    mail = email.message_from_bytes((folder / "2026-W14.eml").read_bytes(), policy=default)
    assert mail["Subject"] == "Golden briefings: March 30, 2026 to April 5, 2026"
    text, page = mail.iter_parts()
    assert text.get_content().replace("\r\n", "\n") == (folder / "2026-W14.txt").read_text(encoding="utf-8")
    assert page.get_content().replace("\r\n", "\n").strip() == html.strip()
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    call(capsys, site, "digest", "--day", "2026-04-03", "--week", "--now", "2026-06-01T00:00:00Z")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    # Without a day it is the newest that has a public brief; what is under embargo is in none.
    assert call(capsys, site, "digest", *NOW)[1].splitlines()[0].endswith("2026-04-12.html")


@pytest.mark.parametrize(
    ("asked", "heading"),
    [(("2026-03-20",), "March 20, 2026"), (("2019-01-02", "--week"), "December 31, 2018 to January 6, 2019")],
)
def test_a_digest_of_a_time_without_briefs_writes_nothing_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], heading: str
) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN, site)
    text = f"no brief is public of {heading}: nothing was written\n"
    assert call(capsys, site, "digest", "--day", *asked, *NOW) == (0, text, "")
    assert not (site / "_digest").exists()


def test_a_long_digest_is_cut_before_mail_programs_cut_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(300):
        (site / "briefings" / f"x{number}.md").write_text(
            f"---\ntitle: Brief {number}\nsummary: {LONG.strip()}\ndate: 2026-04-30\n"
            f"key_points: ['{LONG}', '{LONG}']\n---\nText.\n",
            encoding="utf-8",
        )
    assert call(capsys, site, "digest", *NOW)[0] == 0
    html = (site / "_digest" / "2026-04-30.html").read_bytes()
    assert 20_000 < len(html) <= LIMIT
    assert re.search(rb"and \d+(?:&nbsp;|\xc2\xa0)more", html)
    assert b"https://example.org/news/2026/04/30/" in html


def test_a_digest_without_a_web_address_or_a_day_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "digest", "--day", "soon") == (
        2,
        "",
        "briefings: `soon` is not a day\n  help: write it as 2026-03-14\n",
    )
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    assert call(capsys, site, "digest") == (
        2,
        "",
        "site.yaml:1:1: error[config]: a digest needs whole web addresses, and the site has no `base_url`\n"
        "  help: add `base_url: ...` with the address under which the site will be served\n",
    )
