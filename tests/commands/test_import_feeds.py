"""The morning round: the feeds that a site follows, fetched if they have changed."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import call, site_with_a_draft
from local_host import LocalHost, Reply, serving

TEXTS = (
    "The ferry to the outer islands runs every hour from May on, as more visitors come than the harbour had planned.",
    "A crane of forty metres was brought to the west quay at night; the old one is to be broken up before the winter.",
    "The council has put off the vote about the new breakwater: nobody could say who pays for the other half of it.",
    "Fishers of the north bay sell their catch in the market hall again, which had been shut for repairs since May.",
)


def feed(*numbers: int, title: str = "Port Gazette") -> str:
    items = "".join(
        f"<item><title>News {n}</title><link>/news/{n}</link><pubDate>Mon, 0{n + 1} Mar 2026 08:00:00 GMT</pubDate>"
        f"<description>{TEXTS[n]}</description></item>"
        for n in numbers
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'


@pytest.fixture
def host() -> Iterator[LocalHost]:
    with serving({"/a.xml": Reply(feed(0, 1), type="text/xml", headers={"ETag": '"1"'})}) as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, host: LocalHost) -> Path:
    return following(site_with_a_draft(tmp_path / "site"), f"- {host.base}/a.xml")


def following(site: Path, *lines: str) -> Path:
    """The site, with these lines below ``feeds:``."""
    settings = site / "site.yaml"
    before = settings.read_text(encoding="utf-8").partition("feeds:")[0]
    settings.write_text(before + "\n".join(("feeds:", *(f"  {line}" for line in lines), "")), encoding="utf-8")
    return site


def written(site: Path) -> dict[str, str]:
    return {p.stem: p.read_text(encoding="utf-8") for p in sorted((site / "briefings" / "2026").glob("*.md"))}


def go(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, list[str]]:
    """A round: its status, and the lines about feeds."""
    status, out, _ = call(capsys, site, "import", "--feeds", *more)
    return status, [line.strip() for line in out.splitlines() if line.startswith("  http")]


def test_a_round_takes_what_is_new(site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"{host.base}/a.xml"
    assert go(site, capsys) == (0, [f"{address}: 2 new, 0 known, 0 left out"])
    assert list(written(site)) == ["news-0", "news-1"]
    assert f"url: {host.base}/news/0\n" in written(site)["news-0"].replace('"', "")
    assert go(site, capsys) == (0, [f"{address}: unchanged since the last time"])
    assert host.asked[-1][2]["if-none-match"] == '"1"'
    host.replies["/a.xml"] = Reply(feed(1, 2), type="text/xml", headers={"ETag": '"2"'})
    assert go(site, capsys) == (0, [f"{address}: 1 new, 1 known, 0 left out"])
    assert go(site, capsys) == (0, [f"{address}: unchanged since the last time"])
    assert list(written(site)) == ["news-0", "news-1", "news-2"]


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"x": 3}', '{"x": {"address": 1}}'])
def test_what_is_remembered_may_be_lost(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], kept: str
) -> None:
    go(site, capsys)
    before = written(site)
    if kept:
        (site / ".cache" / "feeds.json").write_text(kept, encoding="utf-8")
    else:
        shutil.rmtree(site / ".cache")
    assert go(site, capsys) == (0, [f"{host.base}/a.xml: 0 new, 2 known, 0 left out"])
    assert written(site) == before


def test_a_site_that_has_lost_what_a_feed_brought_gets_it_again(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    """As when an import is not committed, and the folder is set back by `git`."""
    go(site, capsys)
    shutil.rmtree(site / "briefings" / "2026")
    (site / "briefings" / "imports.jsonl").unlink()
    assert go(site, capsys) == (0, [f"{host.base}/a.xml: 2 new, 0 known, 0 left out"])


def test_a_dry_run_remembers_nothing(site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert go(site, capsys, "--dry-run") == (0, [f"{host.base}/a.xml: 2 new, 0 known, 0 left out"])
    assert not (site / ".cache" / "feeds.json").exists()
    assert written(site) == {}


def test_what_was_taken_back_comes_again_only_with_again(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    go(site, capsys)
    assert call(capsys, site, "imports", "undo")[0] == 0
    go(site, capsys)
    assert written(site) == {}
    assert go(site, capsys, "--again")[0] == 0
    assert len(written(site)) == 2
    assert "if-none-match" not in host.asked[-1][2]


def test_one_bad_feed_stops_no_other(site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]) -> None:
    host.replies |= {
        "/page": Reply("<!doctype html><html><body><p>Our feeds have moved.</p></body></html>"),
        "/torn": Reply('<?xml version="1.0"?><rss version="2.0"><channel><title>Torn', type="text/xml"),
        "/empty": Reply(feed(), type="text/xml"),
        "/items": Reply(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": []})),
        "/odd": Reply(feed(3), type="text/html"),
    }
    following(site, *(f"- {host.base}/{name}" for name in ("none", "page", "torn", "empty", "items", "odd", "a.xml")))
    status, out, err = call(capsys, site, "import", "--feeds")
    assert status == 1
    assert [line.strip() for line in out.splitlines() if line.startswith("  http")] == [
        f"{host.base}/torn: 0 new, 0 known, 0 left out",
        f"{host.base}/empty: 0 new, 0 known, 0 left out",
        f"{host.base}/items: 0 new, 0 known, 0 left out",
        f"{host.base}/odd: 1 new, 0 known, 0 left out",
        f"{host.base}/a.xml: 2 new, 0 known, 0 left out",
    ]
    faults = [line for line in err.splitlines() if ": error[" in line]
    assert [line.partition(": error[")[0] for line in faults] == [f"{host.base}/{n}" for n in ("none", "page", "torn")]
    assert faults[1].endswith(f"`{host.base}/page` cannot be fetched: it is no feed")
    remedy = f"give the address of its RSS, Atom or JSON feed; the page itself: `briefings import {host.base}/page`"
    assert f"  help: {remedy}" in err.splitlines()
    assert len(written(site)) == 3


def test_a_feed_that_was_read_in_part_is_fetched_again(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    torn = feed(0, 1).partition("</channel>")[0]
    host.replies["/a.xml"] = replace(host.replies["/a.xml"], body=torn)
    go(site, capsys)
    go(site, capsys)
    assert "if-none-match" not in host.asked[-1][2]


def test_what_the_settings_say_of_a_feed_counts(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    following(site, f"- {{url: {host.base}/a.xml, outlet: Harbour Wire, lang: de, tags: [harbour, ferries]}}")
    assert go(site, capsys)[0] == 0
    text = written(site)["news-0"]
    assert "outlet: Harbour Wire" in text
    assert "Port Gazette" not in text
    assert "\nlang: de\n" in text
    assert "\ntags: [harbour, ferries]\n" in text
    assert "derived: [tags" not in text
    following(site, f"- {{url: {host.base}/b.xml, lang: en}}")
    host.replies["/b.xml"] = Reply(feed(3), type="text/xml")
    assert go(site, capsys)[0] == 0
    assert "lang:" not in written(site)["news-3"]


PAGE = (
    "<!doctype html><html><head><title>News 0</title>{head}</head><body><article><h1>News 0</h1>"
    f"<p>{TEXTS[0]}</p><p>{TEXTS[1]}</p><p>{TEXTS[2]}</p></article></body></html>"
)
TEASERS = {
    "a sentence": TEXTS[0],
    "cut off in a word": TEXTS[0][:61] + "…",
    "cut off with dots": TEXTS[0][:60] + " [...]",
}


@pytest.mark.parametrize("feed_first", [True, False])
@pytest.mark.parametrize("day", ["", "2026-02-27", "2026-03-01", "2026-03-05"])
@pytest.mark.parametrize("kind", TEASERS)
def test_the_beginning_of_a_page_never_takes_the_place_of_the_page(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], kind: str, day: str, feed_first: bool
) -> None:
    head = f'<meta property="article:published_time" content="{day}">' if day else ""
    host.replies["/news/0"] = Reply(PAGE.replace("{head}", head))
    host.replies["/a.xml"] = Reply(feed(0).replace(TEXTS[0], TEASERS[kind]), type="text/xml")
    steps = [("--feeds",), (f"{host.base}/news/0",)]
    for step in (*(steps if feed_first else steps[::-1]), ("--feeds",)):
        assert call(capsys, site, "import", *step)[0] == 0
    [text] = [p.read_text(encoding="utf-8") for p in (site / "briefings").rglob("news-0*.md")]
    assert text.count(TEXTS[2]) >= 1


def test_feeds_come_beside_files_and_addresses(site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "note.txt").write_text(f"A note\n\n{TEXTS[3]}\n", encoding="utf-8")
    host.replies["/b.xml"] = Reply(feed(2), type="text/xml")
    status, out, _ = call(capsys, site, "import", "--feeds", str(site / "note.txt"), f"{host.base}/b.xml", "--json")
    done = json.loads(out)
    assert (status, done["read"], done["articles"]) == (0, 3, 4)
    assert done["feeds"] == [
        {"url": f"{host.base}/a.xml", "new": 2, "known": 0, "copies": 0, "left_out": 0, "unchanged": False}
    ]


def test_a_site_without_feeds_says_where_to_list_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with_a_draft(tmp_path / "site")
    assert call(capsys, site, "import", "--feeds") == (
        2,
        "",
        "briefings: site.yaml lists no feeds\n  help: write their addresses under `feeds:`, one a line after `- `\n",
    )
    assert call(capsys, site, "import") == (
        2,
        "",
        "briefings: nothing to import is named\n  help: give files, folders or web addresses, or `--feeds`\n",
    )


WRONG = {
    "- port.example/feed": (
        "site.yaml:4:5: error[wrong-type]: `port.example/feed` is not a web address",
        "it must start with `https://` or `http://`",
    ),
    "- {url: ftp://port.example/feed}": (
        "site.yaml:4:11: error[wrong-type]: `ftp://port.example/feed` is not a web address",
        "it must start with `https://` or `http://`",
    ),
    "- {outlet: Port Gazette}": (
        "site.yaml:4:5: error[wrong-type]: a feed has no `url`",
        "write its address as `url: https://...`",
    ),
    "- {url: https://port.example/feed, outlte: Port}": (
        "site.yaml:4:38: warning[unknown-key]: unknown key `outlte`",
        "did you mean `outlet`?",
    ),
    "- https://mira:s3cret@port.example/feed": (
        "site.yaml:4:5: error[wrong-type]: the address of a feed holds a user or a password",
        "take it out: everybody who has this file reads it",
    ),
}


@pytest.mark.parametrize("line", ["{}", "- {} # ours", "- {{url: {}}} # ours", "- {0}\n  - {0} # again\n  - url: {0}"])
def test_a_list_of_feeds_is_read_as_people_write_it(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    following(site, line.format(f"{host.base}/a.xml"))
    assert go(site, capsys) == (0, [f"{host.base}/a.xml: 2 new, 0 known, 0 left out"])
    assert host.paths() == ["/a.xml"]


def test_a_feed_that_is_named_as_an_address_too_is_fetched_once(
    site: Path, host: LocalHost, capsys: pytest.CaptureFixture[str]
) -> None:
    assert go(site, capsys, f"{host.base}/a.xml") == (0, [f"{host.base}/a.xml: 2 new, 0 known, 0 left out"])
    assert host.paths() == ["/a.xml"]


def test_settings_that_leave_no_feed_say_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = following(site_with_a_draft(tmp_path / "site"), "- [https://port.example/feed]")
    status, out, err = call(capsys, site, "import", "--feeds")
    assert (status, out) == (2, "")
    text = "`feeds` must be a list of texts, or of entries that have fields"
    assert err.startswith(f"site.yaml:4:5: error[wrong-type]: {text}")


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_with_the_list_of_feeds(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str) -> None:
    site = following(site_with_a_draft(tmp_path / "site"), line)
    _, out, err = call(capsys, site, "check")
    lines = (out + err).splitlines()
    assert WRONG[line][0] in lines
    assert f"  help: {WRONG[line][1]}" in lines
    assert "s3cret" not in out + err
