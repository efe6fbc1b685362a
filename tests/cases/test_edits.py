"""Edits that builds of other tools miss."""

import os
import shutil

from small_site import Case


def clean(case: Case) -> dict[str, bytes]:
    """The same site built from nothing."""
    other = Case(case.root.parent / "clean")
    shutil.rmtree(other.root)
    shutil.copytree(case.root, other.root, ignore=shutil.ignore_patterns("_site", ".cache"))
    return other.build(clean=True).files()


def test_a_changed_part_of_a_template_reaches_every_page(case: Case) -> None:
    """After a change of an included or inherited template every page that uses it is rendered anew. (IN-01)"""
    case.write("templates/base.html", '{% include "part.html" %}{% block main %}{% endblock %}\n')
    case.write("templates/part.html", "PART-ONE\n")
    case.brief("a", "title: A\ndate: 2026-08-14")
    case.build()
    assert "PART-ONE" in case.html("briefs/a/index.html")
    case.write("templates/part.html", "PART-TWO\n")
    case.build()
    pages = [path for path in case.files() if path.endswith("index.html") and "PART-" in case.html(path)]
    assert pages
    assert all("PART-TWO" in case.html(path) for path in pages)
    assert case.files() == clean(case)


def test_a_new_headline_reaches_every_page_that_shows_it(case: Case) -> None:
    """After a change of a title, lists, neighbours, tag pages, feeds and search all show the new one. (IN-04)"""
    case.write("site.yaml", "title: Case\nbase_url: https://pages.example/briefs\ntopic_feed_from: 1\n")
    file = case.brief("a", "title: TITLE-ONE\ndate: 2026-08-17\ntags: [x]")
    case.brief("b", "title: B\ndate: 2026-08-16\ntags: [x]", "[[a]] and [a](a.md)\n")
    case.build(search=True)
    file.write_text(file.read_text("utf-8").replace("TITLE-ONE", "TITLE-TWO"), "utf-8")
    case.build(search=True)
    assert not [path for path, data in case.files().items() if b"TITLE-ONE" in data]
    for path in ("briefs/b/index.html", "index.html", "tags/x/index.html", "feed.xml", "tags/x/feed.json"):
        assert "TITLE-TWO" in case.html(path), path


def test_neighbours_in_time_follow_a_new_and_a_moved_brief(case: Case) -> None:
    """Links to the previous and next brief stay right when a brief is added or its date changes. (IN-06)"""
    case.brief("a", "title: A\ndate: 2026-08-10")
    case.brief("c", "title: C\ndate: 2026-08-20")

    def order() -> list[str]:
        found, at = ["a"], "a"
        while link := case.page(f"briefs/{at}/index.html").select_one("a[rel=next]"):
            at = str(link["href"]).strip("./").split("/")[-1]
            assert at not in found
            found.append(at)
        return found

    case.build()
    assert order() == ["a", "c"]
    case.brief("b", "title: B\ndate: 2026-08-15")
    case.build()
    assert order() == ["a", "b", "c"]
    case.brief("b", "title: B\ndate: 2026-08-25")
    case.build()
    assert order() == ["a", "c", "b"]
    assert case.files() == clean(case)


def test_an_older_file_put_back_is_seen_and_a_touched_one_changes_nothing(case: Case) -> None:
    """Content decides, not the time of a file: an older file put back is read, and a touched one changes nothing.
    (IN-07)
    """
    old = case.brief("a", "title: A\ndate: 2026-08-19", "OLD\n").read_bytes()
    os.utime(case.root / "briefings" / "a.md", (1_577_836_800, 1_577_836_800))
    file = case.brief("a", "title: A\ndate: 2026-08-19", "NEW\n")
    case.build()
    file.write_bytes(old)
    os.utime(file, (1_577_836_800, 1_577_836_800))
    case.build()
    assert "OLD" in case.text("briefs/a/index.html")
    os.utime(file)
    case.build()
    assert case.report
    assert (case.report.rendered, case.report.written) == (0, 0)


def test_changed_and_lost_settings_reach_every_page(case: Case) -> None:
    """A setting that is changed or removed takes effect on every page at the next build. (IN-08)"""
    case.write("site.yaml", "title: First name\nbase_url: https://one.example/\nlanguage: de\n")
    case.brief("a", "title: A\ndate: 2026-08-21")
    case.build()
    case.write("site.yaml", "title: Second name\nbase_url: https://two.example/\n")
    case.build()
    assert not [path for path, data in case.files().items() if b"First name" in data or b"one.example" in data]
    assert case.files() == clean(case)
    (case.root / "site.yaml").unlink()
    case.build()
    assert not [path for path, data in case.files().items() if b"Second name" in data or b"two.example" in data]
    assert case.reported("config")
