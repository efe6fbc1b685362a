"""The files that hosts read beside the pages, for each host."""

from pathlib import Path

import pytest
from small_site import Case

from annotated_briefings.base.config import Config
from annotated_briefings.base.config.hosting import HOSTS
from annotated_briefings.site.exports.host_files import redirect_file
from annotated_briefings.site.views.lists import MovedView

MADE = {
    "": {"_redirects", "_headers", ".nojekyll"},
    "netlify": {"_redirects", "_headers"},
    "cloudflare": {"_redirects", "_headers"},
    "github": {".nojekyll"},
    "apache": {".htaccess"},
    "nginx": set(),
    "caddy": set(),
    "s3": set(),
}


@pytest.mark.parametrize("host", ["", *HOSTS])
def test_a_host_gets_the_files_that_it_reads_and_no_others(tmp_path: Path, host: str) -> None:
    """Also when the host changes; old addresses lead on by a page everywhere."""
    case = Case(tmp_path / "site", "title: A\nbase_url: https://example.org\nhost: apache\n")
    case.brief("new", "title: New\ndate: 2026-03-14\nredirect_from: [/old/]")
    case.build()
    case.write("site.yaml", f"title: A\nbase_url: https://example.org\n{f'host: {host}' if host else ''}\n")
    case.build()
    output = case.root / "_site"
    assert {name for name in ("_redirects", "_headers", ".nojekyll", ".htaccess") if (output / name).exists()} == MADE[
        host
    ]
    assert (output / "old" / "index.html").exists()


def moved(count: int) -> list[MovedView]:
    return [MovedView(f"/{n}/", f"/briefs/b{n}/", "B") for n in range(count)]


@pytest.mark.parametrize(
    ("host", "rule"),
    [
        ("", "/0/ /briefs/b0/ 301"),
        ("netlify", "/0/ /briefs/b0/ 301!"),
        ("cloudflare", "/0/ /briefs/b0/ 301"),
        ("apache", 'RedirectMatch permanent "^/0/$" "/briefs/b0/"'),
    ],
)
def test_a_rule_is_as_its_host_reads_it(host: str, rule: str) -> None:
    made = redirect_file(Config(base_url="https://example.org", host=host), moved(1))
    assert made is not None
    assert rule in made[1].split("\n")


def test_a_site_below_a_path_is_read_at_the_root_of_its_host_and_sends_readers_to_the_whole_address() -> None:
    made = redirect_file(Config(base_url="https://example.org/news", host="cloudflare"), moved(1))
    assert made == (
        "_redirects",
        "/.briefings-manifest.json https://example.org/news/ 302\n/0/ https://example.org/news/briefs/b0/ 301\n",
    )
    # Apache serves it below the path.
    apache = redirect_file(Config(base_url="https://example.org/news", host="apache"), moved(1))
    assert apache is not None
    assert 'ErrorDocument 404 "/news/404.html"\n' in apache[1]
    assert 'RedirectMatch permanent "^/news/0/$" "/news/briefs/b0/"\n' in apache[1]


def test_cloudflare_gets_the_redirects_that_it_reads_and_the_rest_are_pages() -> None:
    made = redirect_file(Config(host="cloudflare"), moved(2_500))
    assert made is not None
    assert made[1].count("\n") == 2_000
    netlify = redirect_file(Config(host="netlify"), moved(2_500))
    assert netlify is not None
    assert netlify[1].count("\n") == 2_501


@pytest.mark.parametrize("path", ["/häfen neu", "/h%C3%A4fen%20neu", "/häfen%20neu"])
def test_a_path_is_written_as_its_reader_compares_it_however_the_settings_write_it(tmp_path: Path, path: str) -> None:
    """Apache compares unescaped paths and reads the page of missing pages as an address."""
    case = Case(tmp_path / "site", f"title: A\nbase_url: https://example.org{path}\nhost: apache\n")
    case.brief("new", "title: New\ndate: 2026-03-14\nredirect_from: [/old/]")
    case.build()
    lines = (case.root / "_site" / ".htaccess").read_text(encoding="utf-8").splitlines()
    assert lines[0] == 'ErrorDocument 404 "/h%C3%A4fen%20neu/404.html"'
    assert r'RedirectMatch permanent "^/häfen\ neu/old/$" "/häfen neu/briefs/new/"' in lines
    assert '<link rel="canonical" href="https://example.org/h%C3%A4fen%20neu/">' in case.html("index.html")
