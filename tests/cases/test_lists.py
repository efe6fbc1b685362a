"""Lists as readers meet them: empty ones, and what they say of time."""

from datetime import timedelta

import pytest
from small_site import NOW, Case

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build

LISTS = {
    "stories": "story: a",
    "entities": "entities: [Acme]",
    "tags": "tags: [ports]",
    "notes": "annotations: [{quote: short paragraph, note: N.}]",
    "sources": "sources: [{outlet: Example Courier}]",
    "figures": "figures: [{value: 3, what: things}]",
    "questions": "unknowns: [Who pays?]",
}
REGISTRY = {"briefings/entities.yaml": "acme: {name: Acme, type: company}\n", "briefings/tags.yaml": "ports: Ports\n"}


def linked(case: Case) -> set[str]:
    """The lists that every page leads to."""
    page = case.page("404.html")
    found = {str(a["href"]) for a in page.select(".main-nav a, .foot-nav a")}
    return {name for name in LISTS if f"/briefs/{name}/" in found}


@pytest.mark.parametrize("name", LISTS)
def test_the_menu_leads_to_a_list_from_its_first_entry_on(case: Case, name: str) -> None:
    """A list with nothing in it is not in the menu; its first entry puts it there."""
    case.brief("a", "title: A\ndate: 2026-05-01")
    case.build()
    assert linked(case) == set()
    for path, text in REGISTRY.items():
        if name in path:
            case.write(path, text)
    case.brief("a", f"title: A\ndate: 2026-05-01\n{LISTS[name]}")
    case.build()
    assert linked(case) == {name}


@pytest.mark.parametrize("name", [*LISTS, "briefs", "corrections"])
def test_only_editors_are_told_how_a_list_begins(case: Case, name: str) -> None:
    """An empty list tells readers that it is empty, and editors in the preview what writes its first entry."""
    page = f"{name}/index.html"
    case.build()
    [public] = case.page(page).select(".empty")
    assert public.find("code") is None
    case.build(drafts=True)
    [shown] = case.page(page).select(".empty")
    assert shown.find("code") is not None
    assert shown.get_text().startswith(public.get_text())
    assert linked(case) == set(LISTS)


def test_the_search_has_no_heading_above_nothing(case: Case) -> None:
    """The lists that lead to briefs without a search have a heading where there are any."""
    case.build()
    assert case.page("search/index.html").select("#ways-in") == []
    case.brief("a", "title: A\ndate: 2026-05-01")
    case.build()
    assert len(case.page("search/index.html").select("section.ways-in h3")) == 1


def test_an_open_question_says_since_when_and_not_for_how_long(case: Case) -> None:
    """A page says nothing that is wrong a day after the build."""
    case.brief("a", "title: A\ndate: 2026-05-01\nunknowns: [Who pays?]")
    shown = []
    for days in (0, 1, 400):
        build(BuildRequest(case.root, NOW + timedelta(days), search=False))
        shown.append(case.html("questions/index.html"))
    assert "open since May 1, 2026" in case.text("questions/index.html")
    assert shown == [shown[0]] * 3


def test_a_question_that_was_answered_says_how_long_that_took(case: Case) -> None:
    """The time between two briefs never changes."""
    case.brief("a", "title: A\ndate: 2026-05-01\nunknowns: [Who pays?]")
    case.brief("b", "title: B\ndate: 2026-05-11\nanswers: [{question: Who pays?, answer: The city.}]")
    case.build()
    assert "answered after 10 days" in case.text("questions/answered/index.html")


def many(case: Case, count: int, head: str = "") -> None:
    """Briefs that name one company, two a month."""
    case.write("briefings/entities.yaml", "acme: {name: Acme & Sons, type: company}\n")
    for number in range(count):
        day = f"2026-{number // 2 % 12 + 1:02}-{number % 2 + 1:02}"
        case.brief(f"b{number:02}", f"title: B {number}\ndate: {day}\nentities: [Acme & Sons]{head}")


@pytest.mark.parametrize(
    ("count", "expected"),
    [(2, "Mentioned in 2\xa0briefs"), (5, "Mentioned in 5\xa0briefs, 1 to 3 shown, newest first")],
)
def test_a_page_of_a_name_has_one_number_of_briefs(case: Case, count: int, expected: str) -> None:
    """The head says how many briefs there are and which of them are here; no heading has another number."""
    case.write("site.yaml", "title: T\nbase_url: https://p.example\nlist_length: 2\n")
    many(case, count)
    case.build()
    page = case.page("entities/acme/index.html")
    [head] = page.select(".opening > .meta > span")
    assert head.get_text() == expected
    assert page.select("main .lead-column .count") == []
    assert len(page.select(".sentences > li")) == (3 if count == 5 else 2)


def test_each_month_of_a_name_leads_to_the_search_for_it(case: Case) -> None:
    """Everything about a name in a month is one click away, from the bar and from its label."""
    many(case, 6)
    case.build(search=True)
    page = case.page("entities/acme/index.html")
    wanted = [
        f"../../search/?entity=Acme+%26+Sons&from=2026-{month}"
        for month in ("03-01&to=2026-03-31", "02-01&to=2026-02-28")
    ]
    assert [a["href"] for a in page.select(".times a")][:2] == wanted
    assert [a["href"] for a in page.select(".spark a")][::-1][:2] == wanted
    assert {a["tabindex"] for a in page.select(".spark a")} == {"-1"}
    case.write("site.yaml", "title: T\nbase_url: https://p.example\nsearch: false\n")
    case.build()
    assert case.page("entities/acme/index.html").select(".times a, .spark a") == []


def test_pages_of_names_and_stories_show_what_was_corrected(case: Case) -> None:
    """A correction is on the pages of those whom its brief is about and of its story, and leads to its line."""
    case.write("briefings/entities.yaml", "acme: {name: Acme, type: company}\nother: {name: Other, type: company}\n")
    wrong = "corrections: [{date: 2026-05-02, was: '3', now: '4', why: misread}]"
    case.brief("a", f"title: A\ndate: 2026-05-01\nstory: pier\nentities: {{about: [Acme], mentions: [Other]}}\n{wrong}")
    case.brief("b", "title: B\ndate: 2026-05-03\nstory: pier")
    case.build()
    [item] = case.page("entities/acme/index.html").select(".corrections li")
    assert "We wrote 3; it should be 4. Why: misread" in " ".join(item.get_text().split())
    assert any("briefs/a/#correction" in str(a["href"]) for a in item.select("a"))
    assert case.page("entities/other/index.html").select(".corrections") == []
    [item] = case.page("stories/pier/index.html").select(".newest-corrections li")
    assert any("briefs/a/#correction" in str(link["href"]) for link in item.select("a"))


def test_tags_in_trees_come_first_and_all_others_from_a_to_z(case: Case) -> None:
    """A tree is not lost among single tags, and numbers in labels are ordered by their size."""
    tags = {
        "energy": "{label: Energy}",
        "wind": "{label: Wind, parent: energy}",
        "offshore": "{label: Offshore, parent: wind}",
        "pier-9": "{label: Pier 9}",
        "pier-10": "{label: Pier 10}",
        "oere": "{label: Øre}",
        "aebler": "{label: äbler}",
        "n-4": "{label: 4 ports}",
    }
    case.write("briefings/tags.yaml", "".join(f"{slug}: {fields}\n" for slug, fields in tags.items()))
    case.brief("a", f"title: A\ndate: 2026-05-01\ntags: [{', '.join(tags)}]")
    case.build()
    page = case.page("tags/index.html")
    assert [a.get_text() for a in page.select(".tree a")] == ["Energy", "Wind", "Offshore"]
    assert len(page.select(".tree > li > ul > li > ul > li")) == 1
    assert [a.get_text() for a in page.select(".a-to-z a")] == ["4 ports", "äbler", "Pier 9", "Pier 10", "Øre"]
    assert [h.get_text() for h in page.select(".letter h3")] == ["#", "A", "P", "Ø"]
    assert len(page.select(".list-filter")) == 1


@pytest.mark.parametrize("count", [29, 59, 60, 95])
def test_the_list_of_briefs_has_every_brief_once_newest_first_thirty_a_page(case: Case, count: int) -> None:
    """The first entry of the menu shows briefs, on pages that a new brief does not change."""
    for number in range(count - 1):
        day = f"2026-{number // 28 + 1:02}-{number % 28 + 1:02}"
        case.brief(f"b{number:02}", f"title: B {number:02}\ndate: {day}")
    case.brief("never", "title: Never")
    case.build()
    older = sorted(case.root.glob("_site/briefs/page/*/index.html"), key=lambda file: -int(file.parent.name))
    pages = [case.page("briefs/index.html"), *(case.page(f.relative_to(case.root / "_site").as_posix()) for f in older)]
    shown = [[a.get_text() for a in page.select(".card-title a")] for page in pages]
    assert [len(titles) for titles in shown[1:]] == [30] * (count // 30 - 1)
    titles = [title for page in shown for title in page]
    assert titles == [f"B {number:02}" for number in range(count - 2, -1, -1)] + ["Never"]
    assert len(pages[0].select(".rail .months")) == 1
    assert all(page.select(".rail") == [] for page in pages[1:])


@pytest.mark.parametrize(
    ("language", "first", "row"),
    [("de", "Mo", ["", "", "", "", "1", "2", "3"]), ("en-US", "Sun", ["", "", "", "", "", "1", "2"])],
)
def test_a_month_is_a_calendar_with_the_weeks_of_its_language(
    case: Case, language: str, first: str, row: list[str]
) -> None:
    """Every day is under its weekday; those without briefs are there and lead nowhere."""
    case.write("site.yaml", f"title: T\nbase_url: https://p.example\nlanguage: {language}\n")
    case.brief("a", "title: A\ndate: 2026-05-01")
    case.brief("b", "title: B\ndate: 2026-05-20")
    case.build()
    [table] = case.page("2026/05/index.html").select("table.calendar")
    assert next(s.get_text().rstrip(".") for s in table.select("thead th > span[aria-hidden]")) == first
    weeks = [[td.select_one(".part") for td in tr.select("td")] for tr in table.select("tbody tr")]
    assert [next(iter(day.strings)) if day else "" for day in weeks[0]] == row
    assert all(len(week) == 7 for week in weeks)
    assert [next(iter(a.strings)) for a in table.select("a .part")] == ["1", "20"]
    assert len(table.select("td .part")) == 31


def test_the_first_page_of_a_list_has_no_number(case: Case) -> None:
    """Readers are told of a page's number where it is a further one."""
    case.write(
        "briefings/entities.yaml", "".join(f"n{n:03}: {{name: Name {n:03}, type: company}}\n" for n in range(401))
    )
    for n in range(0, 401, 100):
        names = ", ".join(f"Name {k:03}" for k in range(n, min(401, n + 100)))
        case.brief(f"b{n}", f"title: B {n}\ndate: 2026-05-01\nentities: [{names}]")
    case.build()
    heads = [case.page(f"entities/{path}index.html").select("h1")[0].get_text() for path in ("", "page/2/")]
    assert heads == ["Names", "Names, page\xa02"]
