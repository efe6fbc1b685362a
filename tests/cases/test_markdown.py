"""Texts that are hard on a Markdown reader."""

from small_site import Case


def test_windows_line_ends_change_nothing(case: Case) -> None:
    """A brief with Windows line ends gives the same page as one without. (EN-02)"""
    text = (
        "---\ntitle: A file\ndate: 2026-03-02\ntags: [alpha, beta]\nsummary: In short.\n---\n\n## Part one\n\n"
        "Text [jump](#h-part-one).\n"
    )
    case.write("briefings/a.md", text)
    unix = case.build().files()
    case.write("briefings/a.md", text.replace("\n", "\r\n"))
    assert case.build(clean=True).files() == unix
    assert not any(b"\r" in data for path, data in unix.items() if path.endswith((".html", ".md", ".xml")))


def test_a_footnote_that_is_cited_twice_has_two_marks_and_one_text(case: Case) -> None:
    """A footnote that is cited twice is shown once, with a link back to each mark, and no id occurs twice. (MD-04)"""
    case.brief("twice", "title: Twice\ndate: 2026-04-03", "First[^s] and second[^s].\n\n[^s]: The same source.\n")
    case.build()
    page = case.page("briefs/twice/index.html")
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert len(page.select("sup.footnote-ref")) == 2
    assert case.text("briefs/twice/index.html").count("The same source.") == 1
    assert case.reported("duplicate-id", "broken-link") == []


def test_open_comments_and_tags_change_nothing_around_them(case: Case) -> None:
    """A tag that is not closed is text, a comment that is not closed holds its brief back. (MD-07)"""
    case.brief("open", "title: Open\ndate: 2026-04-06", "Before\n\n<div><b>left open\n")
    case.brief("hidden", "title: Hidden\ndate: 2026-04-06", "Before <!-- never closed\n\nAfter.\n")
    case.brief("next", "title: NEXT-BRIEF\ndate: 2026-04-05")
    case.build()
    for path in ("index.html", "2026/04/index.html", "briefs/open/index.html"):
        page = case.page(path)
        assert "NEXT-BRIEF" in page.get_text()
        footer = page.find("footer")
        assert footer is not None
        assert not footer.find_parents(["b", "article", "main"])
        assert not page.select(".text b, .text div div")
    assert "<div><b>left open" in case.text("briefs/open/index.html")
    assert "briefs/hidden/index.html" not in case.files()
    assert len(case.reported("open-comment")) == 1


def test_broken_attributes_cost_no_page(case: Case) -> None:
    """Invalid attributes in a text cost no page: as many are written as the build reports. (MD-08)"""
    case.brief("style", "title: Style\ndate: 2026-04-07", '<span style="bug">HI</span> and <p class=x<y>odd</p>\n')
    case.brief("o1", "title: O1\ndate: 2026-04-07")
    case.brief("o2", "title: O2\ndate: 2026-04-07")
    case.build()
    assert {f"briefs/{name}/index.html" for name in ("style", "o1", "o2")} <= set(case.files())
    assert case.report
    assert case.report.written == len(case.files())
    assert not case.page("briefs/style/index.html").find_all(style=True)


def test_long_runs_of_open_quotes_are_read_in_one_go(case: Case) -> None:
    """The time to read many unmatched quotation marks grows with their number, not with its square; the time limit
    of the tests is the bound. (PF-03)
    """
    case.brief("a", "title: A\ndate: 2026-01-11", '"a ' * 16_000 + "b' " * 16_000 + "\n")
    case.brief("b", "title: B\ndate: 2026-01-11", "'" * 20_000 + "\n")
    case.brief("c", "title: C\ndate: 2026-01-11", "[" * 5_000 + "*" * 5_000 + "`" * 5_001 + "\n")
    case.build()
    assert {f"briefs/{name}/index.html" for name in "abc"} <= set(case.files())
