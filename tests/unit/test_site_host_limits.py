"""Limits of hosts: what is over them is a warning that names what helps."""

from pathlib import Path

from small_site import Case

from annotated_briefings.base.config import Config
from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.site.exports.host_limits import over_limits

PAGES = [f"briefs/b{n}/index.html" for n in range(15_000)]
FEEDS = [f"entities/e{n}/feed.xml" for n in range(6_000)]
TWINS = [f"briefs/b{n}/index.md" for n in range(2_000)]


def reported(host: str, paths: list[str], sizes: dict[str, int] | None = None) -> list[str]:
    settings = Source("site.yaml", f"title: A\nhost: {host}\n")
    return [show(one) for one in over_limits(Config(host=host), paths, sizes or {}, settings)]


def test_too_many_files_are_a_warning_that_names_what_to_leave_out() -> None:
    assert reported("cloudflare", PAGES + FEEDS) == [
        "site.yaml:2:1: warning[host-limit]: Cloudflare Pages takes 20,000 files, and the site has 21,000\n"
        "    2 | host: cloudflare\n"
        "      | ^^^^\n"
        "  help: write `leave_out: [topic_feeds]` in site.yaml, or choose a host that takes more"
    ]
    both = reported("cloudflare", [*PAGES, *FEEDS, *TWINS, *(f"x{n}" for n in range(4_000))])
    assert "`leave_out: [topic_feeds, markdown]`" in both[0]
    pictures = reported("cloudflare", PAGES + [f"briefs/b{n}/card.png" for n in range(15_000)])
    assert "write `social_images: false` in site.yaml, or" in pictures[0]
    pages = reported("cloudflare", [f"briefs/b{n}/index.html" for n in range(20_001)])
    assert "help: choose a host that takes more, or divide the site" in pages[0]
    assert reported("cloudflare", PAGES) == reported("netlify", PAGES + FEEDS) == reported("nginx", PAGES + FEEDS) == []


def test_files_that_are_too_large_are_named() -> None:
    sizes = {"film.mp4": 26 * 1024**2, "small.mp4": 25 * 1024**2}
    found = reported("cloudflare", [*sizes], sizes)
    assert [line.split("\n")[0] for line in found] == [
        "site.yaml:2:1: warning[host-limit]: Cloudflare Pages takes files of up to 25 MB, and `film.mp4` has 26 MB"
    ]
    assert reported("cloudflare", [*sizes]) == reported("github", [*sizes], sizes) == []


def test_a_site_that_is_too_large_is_a_warning() -> None:
    sizes = {f"briefs/b{n}/card.png": 90 * 1024**2 for n in range(12)}
    [found] = reported("github", [*sizes], sizes)
    assert "GitHub Pages takes 1,024 MB, and the site has 1,080 MB" in found
    assert "help: write `social_images: false` in site.yaml, or choose a host that takes more" in found


def test_a_build_looks_at_the_sizes_of_what_it_has_written(tmp_path: Path) -> None:
    case = Case(tmp_path / "site", "title: A\nhost: cloudflare\n")
    case.brief("a", "title: A\ndate: 2026-03-14")
    case.write("static/root/data.csv", b"1,2\n" * (27 * 1024**2 // 4))
    case.build()
    [found] = case.reported("host-limit")
    assert "`data.csv` has 27 MB" in found
