"""The sitemap of the newest briefs."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest
from small_site import settled_site

from annotated_briefings.build import pipeline
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.site.exports import news_sitemap

pytestmark = pytest.mark.slow

NOW = datetime(2026, 5, 3, 6, tzinfo=UTC)
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    settings = "title: Coast & Co\nlanguage: en-GB\nbase_url: https://example.org/x\nnews_sitemap: true\n"
    (tmp_path / "site" / "site.yaml").write_text(settings, encoding="utf-8")
    return tmp_path / "site"


def write(site: Path, name: str, *lines: str) -> None:
    head = "\n".join((f'title: "{name} <b>"', "summary: In short.", *lines))
    (site / "briefings" / f"{name}.md").write_text(f"---\n{head}\n---\nText.\n", encoding="utf-8")


def make(site: Path, now: datetime = NOW) -> BuildReport:
    return build(BuildRequest(site, now, search=False))


def news(site: Path) -> list[tuple[str, ...]]:
    """Address, name of the site, language, date and headline of each."""
    root = ElementTree.parse(site / "_site" / "sitemap-news.xml").getroot()
    wanted = ("s:loc", ".//n:name", ".//n:language", "n:news/n:publication_date", "n:news/n:title")
    return [tuple(url.findtext(path, "", NAMES) for path in wanted) for url in root.findall("s:url", NAMES)]


def test_it_holds_what_appeared_within_two_days_the_newest_first(site: Path) -> None:
    write(site, "today", "date: 2026-05-03")
    write(site, "moment", "date: 2026-05-02T08:30:00+02:00", "lang: de-AT")
    write(site, "old", "date: 2026-05-01")
    write(site, "vague", "date: 2026-05")
    write(site, "undated")
    write(site, "tomorrow", "date: 2026-05-04")
    # What was held back is as new as its publication.
    write(site, "freed", "date: 2026-03-01", "publish_at: 2026-04-01T00:00:00Z", "embargo_until: 2026-05-03T05:00:00Z")
    write(site, "held", "date: 2026-05-03", "draft: true")
    make(site)
    site_name, base = "Coast & Co", "https://example.org/x/briefs"
    assert news(site) == [
        (f"{base}/freed/", site_name, "en", "2026-05-03T05:00:00Z", "freed <b>"),
        (f"{base}/today/", site_name, "en", "2026-05-03", "today <b>"),
        (f"{base}/moment/", site_name, "de", "2026-05-02T06:30:00Z", "moment <b>"),
    ]
    assert (site / "_site" / "robots.txt").read_text(encoding="utf-8") == (
        "User-agent: *\nAllow: /\nSitemap: https://example.org/x/sitemap.xml\n"
        "Sitemap: https://example.org/x/sitemap-news.xml\n"
    )


def test_a_day_begins_where_the_site_is(site: Path) -> None:
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "time_zone: Asia/Tokyo\n", encoding="utf-8")
    write(site, "a", "date: 2026-05-03")
    for hour, count in ((14, 0), (15, 1)):
        make(site, datetime(2026, 5, 2, hour, tzinfo=UTC))
        assert len(news(site)) == count
    make(site, datetime(2026, 5, 4, 15, tzinfo=UTC))
    assert news(site) == []


@pytest.mark.parametrize(
    "line",
    [
        "date: 0001-01-01",
        "date: 9999-12-31",
        "date: 9999-12-31T23:59:59Z",
        "publish_at: 9999-12-31T23:59:59Z",
        "publish_at: 0001-01-01T00:00:00Z",
    ],
)
def test_the_first_and_last_days_of_all_do_no_harm(site: Path, line: str) -> None:
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "time_zone: Asia/Tokyo\n", encoding="utf-8")
    write(site, "a", line)
    make(site)
    assert news(site) == []


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh", "zh-cn"),
        ("zh-TW", "zh-tw"),
        ("zh-Hant-HK", "zh-tw"),
        ("zh-CN", "zh-cn"),
        ("ar-EG", "ar"),
        ("gsw", "gsw"),
    ],
)
def test_languages_are_written_as_search_engines_know_them(site: Path, tag: str, language: str) -> None:
    write(site, "a", "date: 2026-05-03", f"lang: {tag}")
    make(site)
    assert [entry[2] for entry in news(site)] == [language]


def test_of_more_than_it_may_hold_the_newest_are_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news_sitemap, "_MOST", 2)
    for hour in range(4):
        write(site, f"b{hour}", f"date: 2026-05-03T0{hour}:00:00Z")
    make(site)
    assert [entry[0].rsplit("/", 2)[1] for entry in news(site)] == ["b3", "b2"]


def test_time_alone_takes_a_brief_out(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, "a", "date: 2026-05-02T07:00:00Z")
    make(site)
    made: list[datetime] = []
    whole = pipeline.full_build

    def watched(request: BuildRequest) -> pipeline.FullBuild:
        made.append(request.now)
        return whole(request)

    monkeypatch.setattr(pipeline, "full_build", watched)
    end = datetime(2026, 5, 4, 7, tzinfo=UTC)
    make(site, end - timedelta(seconds=1))
    assert (len(news(site)), made) == (1, [])
    make(site, end)
    assert (len(news(site)), made) == (0, [end])


def test_it_is_there_only_where_it_is_asked_for_and_the_address_is_known(site: Path) -> None:
    settings = site / "site.yaml"
    text = settings.read_text(encoding="utf-8")
    for gone in ("news_sitemap: true\n", "base_url: https://example.org/x\n"):
        settings.write_text(text.replace(gone, ""), encoding="utf-8")
        make(site)
        assert not (site / "_site" / "sitemap-news.xml").exists()
        assert "news" not in (site / "_site" / "robots.txt").read_text(encoding="utf-8")
