"""The law of the house: after any edits an incremental build gives the bytes of a clean one."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples
from PIL import Image
from small_site import settled_site

from annotated_briefings.build import render_stage
from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.engine import parallel as workers
from annotated_briefings.site import context as facts
from annotated_briefings.site.model.related import related_briefs
from annotated_briefings.site.routes import Page, Unit, unit_pages

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 5, 1, tzinfo=UTC)
NAMES = ("Tideworks", "Mara Lindqvist", "Harbour City", "Acme")
BODIES = (
    "Tideworks and Acme met in Harbour City.\n",
    "Mara Lindqvist spoke. Lindqvist left.\n\n## Later\n\nAcme won.\n",
    "See [[b0]] and [[Acme]] and [[Nowhere]].\n",
    "See [[Acme opens]], [[b1#Later]], [late](b1.md#Later) and [[Rain]].\n",
    "A [link](b1.md), a *word* and `Acme`.[^1]\n\n[^1]: A note.\n",
    "",
    "![Acme](pic.png) won, and [this](more/pic.png) is not there.\n",
    "![Acme](/img/a.png) won, as [this](../static/img/a.png) shows.\n",
)
TITLES = ("Acme opens", "Acme opens again: twice", "Rain")
DATES = ("2026-03-14", "2026-03", "2025", "", "never")
MORE = (
    "",
    "acme:\n  name: Acme\n  type: company\n  aliases: [Acme Corp]\n",
    "acme:\n  name: Acme\n  type: company\n  parent: tideworks\n",
)
FRONT = (
    "",
    "",
    "publish_at: 2026-05-02T00:00:00Z",
    "embargo_until: 2026-05-03T00:00:00Z",
    "expires_at: 2026-05-02T12:00:00Z",
    "image: {src: img/a.png, alt: A picture}",
    "story: s",
    "lang: de",
    "redirect_from: [/old/, /briefs/b3/]",
    "slug: b0",
    "unknowns: [Who pays?]",
    "answers: [Who pays?]",
    "key_points: ['See [[b1]].']",
    "figures: [{value: 4, unit: t, what: load, as_of: 2026}]",
    "sources: [{outlet: Courier}]",
)
TAGS = ("", "rain: {label: Wet, description: Drops}\n", "rain: {aliases: [sea]}\nsea: {parent: rain}\n")
SETTINGS = (
    "title: One\ntopic_feed_from: 1\n",
    "title: Two\nlist_length: 2\nnews_sitemap: true\ntopic_feed_from: 2\n",
    "title: One\nlanguage: de\nleave_out: [days, json_ld, markdown]\n",
)
CLOCK = tuple(datetime(2026, 5, day, hour, tzinfo=UTC) for day, hour in ((1, 0), (2, 0), (2, 18), (4, 0)))
ENTITIES = "tideworks:\n  name: Tideworks\n  type: company\n{more}"


def picture(width: int, height: int) -> bytes:
    """A picture of a size."""
    out = BytesIO()
    Image.new("L", (width, height)).save(out, "PNG")
    return out.getvalue()


edit = st.one_of(
    st.tuples(
        st.just("brief"),
        st.integers(0, 3),
        st.sampled_from(TITLES),
        st.sampled_from(DATES),
        st.sampled_from(BODIES),
        st.sampled_from(("", "rain", "rain, sea/tides")),
        st.booleans(),
        st.sampled_from(FRONT),
    ),
    st.tuples(st.just("move"), st.integers(0, 3), st.sampled_from(("b0", "old/b1", "c"))),
    st.tuples(st.just("delete"), st.integers(0, 3)),
    st.tuples(st.just("entities"), st.sampled_from(MORE)),
    st.tuples(st.just("tags"), st.sampled_from(TAGS)),
    st.tuples(st.just("stories"), st.sampled_from(("", "s: {title: A story}\n"))),
    st.tuples(st.just("settings"), st.sampled_from(SETTINGS)),
    st.tuples(st.just("picture"), st.sampled_from((b"", b"broken", picture(3, 2), picture(2, 3)))),
    st.tuples(st.just("beside"), st.sampled_from((b"", picture(3, 2), picture(2, 3)))),
    st.tuples(st.just("template"), st.sampled_from(("", "One", "Two"))),
    st.tuples(st.just("style"), st.sampled_from(("", "p{}", "q{}"))),
    st.tuples(st.just("damage"), st.just("")),
)


def apply(site: Path, change: tuple[object, ...]) -> None:
    kind = change[0]
    if kind == "brief":
        _, number, title, date, body, tags, draft, *more = change
        lines = [
            f'title: "{title}"',
            f"date: {date}",
            f"tags: [{tags}]",
            f"draft: {str(draft).lower()}",
            "entities: {about: [Tideworks]}",
            "annotations:",
            "  - {quote: Acme, note: Who?}",
            *map(str, more),
        ]
        text = "---\n" + "\n".join(lines) + "\n---\n" + str(body)
        (site / "briefings" / f"b{number}.md").write_text(text, encoding="utf-8")
    elif kind == "delete":
        (site / "briefings" / f"b{change[1]}.md").unlink(missing_ok=True)
    elif kind == "entities":
        (site / "briefings" / "entities.yaml").write_text(ENTITIES.format(more=change[1]), encoding="utf-8")
    elif kind == "move":
        path, target = site / "briefings" / f"b{change[1]}.md", site / "briefings" / f"{change[2]}.md"
        target.parent.mkdir(exist_ok=True)
        if path.exists():
            path.replace(target)
    elif kind in ("tags", "stories"):
        (site / "briefings" / f"{kind}.yaml").write_text(str(change[1]), encoding="utf-8")
    elif kind in ("picture", "beside"):
        path = site / ("static/img/a.png" if kind == "picture" else "briefings/pic.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        if change[1]:
            assert isinstance(change[1], bytes)
            path.write_bytes(change[1])
        else:
            path.unlink(missing_ok=True)
    elif kind == "settings":
        (site / "site.yaml").write_text(f"{change[1]}base_url: https://example.org\n", encoding="utf-8")
    elif kind == "damage":
        (site / "_site" / "index.html").write_text("damaged", encoding="utf-8")
    else:
        name = "templates/macros/parts.html" if kind == "template" else "static/css/site.css"
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not change[1]:
            path.unlink(missing_ok=True)
        elif kind == "style":
            path.write_text(str(change[1]), encoding="utf-8")
        else:
            text = (ROOT / name).read_text(encoding="utf-8")
            card = (
                '{% macro card(item, level=3, under="") %}<p>' + str(change[1]) + " {{ item.title }}</p>{% endmacro %}"
            )
            path.write_text(text + card, encoding="utf-8")


def make(
    site: Path, output: Path | None = None, clean: bool = False, now: datetime = NOW, jobs: int = 1
) -> BuildReport:
    return build(BuildRequest(site, now, output=output, clean=clean, jobs=jobs))


def published(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != ".briefings-manifest.json"
    }


round_ = st.tuples(st.lists(edit, min_size=1, max_size=4), st.sampled_from(CLOCK), st.sampled_from((1, 2)))


@settings(max_examples=examples(5))
@given(st.lists(round_, min_size=1, max_size=3))
def test_after_any_edits_the_output_is_that_of_a_clean_build(
    rounds: list[tuple[list[tuple[object, ...]], datetime, int]],
) -> None:
    """Whatever is edited, with one process or two, as time goes on or back, an incremental build equals a clean
    one. (IN-01, IN-04, IN-06, IN-08)
    """
    # Two processes work on sites of any size.
    with tempfile.TemporaryDirectory() as folder, mock.patch.object(workers, "FEW", 1):
        site = Path(folder) / "site"
        settled_site(site)
        make(site)
        for number, (edits, now, jobs) in enumerate(rounds):
            for change in edits:
                apply(site, change)
            warm = make(site, now=now, jobs=jobs)
            fresh = Path(folder) / f"clean{number}"
            cold = make(site, fresh, clean=True, now=now)
            assert published(site / "_site") == published(fresh)
            assert warm.diagnostics == cold.diagnostics
            assert make(site, now=now, jobs=3 - jobs).written == 0


def test_an_edit_of_one_text_draws_only_the_pages_that_show_it() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settled_site(site)
        for number in range(4):
            apply(site, ("brief", number, TITLES[number % 3], "2026-03-14", BODIES[0], "rain", False))
        make(site)
        path = site / "briefings" / "b0.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        report = make(site)
        assert report.parsed == 1
        # The brief itself, its twin, the three feeds of the site, and both of its tag and of the entity that have five
        # briefs, which hold its text. The words around its notes, which lie in other paragraphs, are the same. Beside
        # them what the search shows of it, and the files of its three words.
        assert (report.rendered, report.written) == (9, 13)


def unrelated(site: Path) -> None:
    """Eight briefs of eight days that share nothing."""
    settled_site(site)
    (site / "briefings" / "entities.yaml").write_text("", encoding="utf-8")
    for number in range(8):
        day, body = f"2026-03-{number + 1:02}", "Words.\n\n## Later\n\nMore.\n"
        apply(site, ("brief", number, f"Brief {number}", day, body, f"t{number}", False))


def test_a_link_by_headline_or_to_a_heading_follows_what_it_means() -> None:
    """Each edit changes the page of a brief that has nothing else to do with the edited one."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        unrelated(site)
        named = "See [[Rain]], [[b6#Later]] and [late](b5.md#Later)."
        apply(site, ("brief", 8, "Links", "2025", named, "", False, "key_points: ['See [[b7]].']"))
        make(site)
        page = site / "_site" / "briefs" / "b8" / "index.html"
        seen = {page.read_text(encoding="utf-8")}
        for number, (name, old, new) in enumerate(
            (
                ("b7", "Brief 7", "Rain"),
                ("b7", "Rain", "Sun"),
                ("b4", "Brief 4", "Rain"),
                ("b6", "## Later", "## Sooner"),
                ("b5", "## Later", "## Sooner"),
            )
        ):
            path = site / "briefings" / f"{name}.md"
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
            make(site)
            fresh = Path(folder) / f"clean{number}"
            make(site, fresh, clean=True)
            assert published(site / "_site") == published(fresh), (name, new)
            seen.add(page.read_text(encoding="utf-8"))
        assert len(seen) == 6


def test_another_headline_plans_only_the_pages_that_may_show_it() -> None:
    planned: list[str] = []

    def plan(context: facts.SiteContext, unit: Unit) -> Iterator[Page]:
        planned.append(f"{unit.route} {unit.key}")
        yield from unit_pages(context, unit)

    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(render_stage, "unit_pages", plan),
    ):
        site = Path(folder)
        unrelated(site)
        make(site)
        planned.clear()
        path = site / "briefings" / "b2.md"
        path.write_text(path.read_text(encoding="utf-8").replace("Brief 2", "Another"), encoding="utf-8")
        make(site)
        # Those before and after it in time, its tag and its day; and pages that cannot be known before.
        assert sorted(
            name for name in planned if name.startswith(("archive", "brief ", "picture", "tag ", "twin "))
        ) == [
            "archive 2026",
            "archive 2026/03",
            "archive 2026/03/03",
            "brief b1",
            "brief b2",
            "brief b3",
            "picture b2",
            "tag t2",
            "twin b1",
            "twin b2",
            "twin b3",
        ]
        planned.clear()
        (site / "briefings" / "b5.md").write_text(
            (site / "briefings" / "b5.md").read_text(encoding="utf-8") + "\nSee [[b7]].\n", encoding="utf-8"
        )
        make(site)
        assert "brief b7" in planned
        assert "brief b1" not in planned


def test_related_briefs_are_chosen_again_only_when_what_they_are_chosen_by_has_changed() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        mock.patch.object(facts, "related_briefs", wraps=related_briefs) as chosen,
    ):
        site = Path(folder)
        settled_site(site)
        for number in range(3):
            apply(site, ("brief", number, TITLES[number], "2026-03-14", BODIES[4], "rain", False))
        make(site)
        assert chosen.call_count == 4
        path = site / "briefings" / "b0.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        assert make(site).written
        assert chosen.call_count == 4
        apply(site, ("brief", 0, TITLES[0], "2026-03-14", BODIES[4], "rain, sea/tides", False))
        make(site)
        assert chosen.call_count == 8
        make(site, clean=True)
        assert chosen.call_count == 12


def test_what_only_twins_show_is_read_when_there_are_twins_again() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settled_site(site)
        twin = site / "_site" / "briefs" / "b0" / "index.md"
        apply(site, ("brief", 0, TITLES[0], "2026-03-14", BODIES[0], "rain", False))
        for leave_out in ("[markdown]", "[]", "[markdown]", "[]"):
            (site / "site.yaml").write_text(f"title: One\nleave_out: {leave_out}\n", encoding="utf-8")
            make(site)
            assert twin.is_file() is (leave_out == "[]")
        assert BODIES[0].strip() in twin.read_text(encoding="utf-8")


def test_another_picture_draws_only_the_pages_that_show_it() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settled_site(site)
        for number, body in enumerate((BODIES[0], BODIES[-1])):
            apply(site, ("brief", number, TITLES[number], "2026-03-14", body, "", False))
        apply(site, ("picture", picture(3, 2)))
        make(site)
        (site / "static" / "img" / "unused.png").write_bytes(picture(1, 1))
        report = make(site)
        assert (report.rendered, report.written) == (0, 1)
        apply(site, ("picture", picture(2, 3)))
        report = make(site)
        # The picture; the brief, its twin, and the three feeds of the site, which hold its text.
        assert (report.rendered, report.written) == (5, 6)


def test_a_template_may_ask_for_a_file_that_comes_later_or_by_a_name_that_it_works_out() -> None:
    for call in ('asset("img/a.png")', 'asset("img/" ~ "a.png")', "[url, asset][1]('img/a.png')"):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder)
            settled_site(site)
            (site / "templates").mkdir()
            page = '{% extends "default:tags.html" %}{% block main %}{{ ' + call + " }}{% endblock %}"
            (site / "templates" / "tags.html").write_text(page, encoding="utf-8")
            assert [d.message for d in make(site).diagnostics if d.code == "template"] == [
                "there is no static file `img/a.png`"
            ]
            for size in (1, 2):
                apply(site, ("picture", picture(size, 1)))
                make(site)
                [name] = (site / "_site" / "img").glob("a.*.png")
                assert f"../img/{name.name}" in (site / "_site" / "tags" / "index.html").read_text(encoding="utf-8")


def test_what_is_said_of_a_missing_file_changes_with_the_files_that_are_there() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settled_site(site)
        (site / "templates").mkdir()
        page = '{% extends "default:tags.html" %}{% block main %}{{ asset("img/b.png") }}{% endblock %}'
        (site / "templates" / "tags.html").write_text(page, encoding="utf-8")
        make(site)
        apply(site, ("picture", picture(1, 1)))
        assert [d.help for d in make(site).diagnostics if d.code == "template"] == ["did you mean `img/a.png`?"]


def test_the_search_index_depends_on_the_briefs_alone() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        settled_site(site)
        for number in range(3):
            apply(site, ("brief", number, TITLES[number % 3], DATES[number], BODIES[number], "rain", number == 2))
        first = build(BuildRequest(site, NOW))
        before = published(site / "_site" / "search")
        build(BuildRequest(site, NOW, output=Path(folder) / "clean", clean=True))
        assert published(Path(folder) / "clean" / "search") == before
        assert build(BuildRequest(site, NOW)).written == 0
        apply(site, ("brief", 0, "Snow", "2026-03-14", BODIES[0], "rain", False))
        build(BuildRequest(site, NOW))
        after = published(site / "_site" / "search")
        build(BuildRequest(site, NOW, output=Path(folder) / "again", clean=True))
        assert published(Path(folder) / "again" / "search") == after != before
        texts = [data for name, data in after.items() if name.startswith("briefs/")]
        assert sum(data.count(b'"url":') for data in texts) == first.briefs


def test_a_text_that_only_moves_in_its_file_is_read_again_but_not_rendered() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settled_site(site)
        apply(site, ("brief", 0, TITLES[0], "2026-03-14", BODIES[2], "rain", False))
        make(site)
        path = site / "briefings" / "b0.md"
        path.write_text(
            path.read_text(encoding="utf-8").replace("---\n", "---\n# a remark of the editor\n", 1), encoding="utf-8"
        )
        report = make(site)
        assert (report.parsed, report.rendered, report.written) == (1, 0, 0)


def test_a_wikilink_leads_on_when_what_it_names_comes_and_goes() -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        settled_site(site)
        apply(site, ("brief", 0, TITLES[0], "2026-03-14", "See [[b3]] and [it](b3.md).\n", "rain", False))
        page = site / "_site" / "briefs" / "b0" / "index.html"
        make(site)
        assert "See b3 and" in page.read_text(encoding="utf-8")
        apply(site, ("brief", 3, TITLES[1], "2026-03-14", BODIES[0], "rain", False))
        make(site)
        assert (
            '<a class="brief-link" href="../../briefs/b3/">Acme opens again: twice</a> and '
            '<a href="../../briefs/b3/">it</a>' in page.read_text(encoding="utf-8")
        )
        apply(site, ("delete", 3))
        make(site)
        assert "See b3 and" in page.read_text(encoding="utf-8")
