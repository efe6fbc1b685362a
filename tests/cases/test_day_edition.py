"""The page of a day is read in one go: contents, points with what proves them, reasons, time."""

from small_site import Case

DAY = "2026/03/01/index.html"
POINTS = "\nkey_points:\n  - The pier **closes** on Monday.\nwhy_it_matters: Ships go to [[b]].\n"


def test_a_day_shows_points_receipts_and_reasons_of_its_briefs(case: Case) -> None:
    case.brief("a", f"title: A pier closes\ndate: 2026-03-01{POINTS}")
    case.brief("b", "title: B pier opens\ndate: 2026-03-01", "Long text. " * 400)
    case.brief("c", "title: C comes later\ndate: 2026-03-02")
    case.build()
    page = case.page(DAY)
    assert [part["id"] for part in page.select(".edition")] == ["b-a", "b-b"]
    assert [link["href"] for link in page.select(".contents a")] == ["#b-a", "#b-b"]
    assert page.select(".edition-points li")[0].get_text() == "The pier closes on Monday. No source"
    assert page.select("#b-a p a[href='../../../briefs/b/']")
    assert "4\xa0min read" in page.select(".opening .meta")[0].get_text()
    assert page.select("#b-b .meta")[0].get_text().endswith("Whole brief, 3\xa0min read")


def test_a_day_of_one_brief_has_no_contents_and_other_periods_no_edition(case: Case) -> None:
    case.brief("a", f"title: A pier closes\ndate: 2026-03-01{POINTS}")
    case.brief("b", "title: B pier opens\ndate: 2026-02-01")
    case.build()
    assert not case.page(DAY).select(".contents")
    assert not case.page("2026/03/index.html").select(".edition")
    assert case.page("2026/03/index.html").select(".card")


def test_points_and_reasons_of_held_briefs_are_on_no_day(case: Case) -> None:
    case.brief("a", f"title: A pier closes\ndate: 2026-03-01{POINTS}draft: true")
    case.brief("b", "title: B pier opens\ndate: 2026-03-01")
    case.build()
    assert "closes" not in case.text(DAY)


def test_the_front_page_leads_to_the_whole_day_where_it_has_more_than_one_brief(case: Case) -> None:
    case.brief("a", f"title: A pier closes\ndate: 2026-03-01{POINTS}")
    case.build()
    assert "Read the whole day" not in case.text("index.html")
    case.brief("b", "title: B pier opens\ndate: 2026-03-01")
    case.build()
    [link] = [link for link in case.page("index.html").select(".folio a") if link.get_text() == "Read the whole day"]
    assert link["href"] == "2026/03/01/"


def test_a_day_explains_its_labels_as_the_pages_of_its_briefs_do(case: Case) -> None:
    quoted = "key_points: [{text: A pier closes., quote: the pier closes, source: 1}]\nsources: [{outlet: Courier}]"
    own = "key_points: [{text: A pier closes., quote: the pier closes}]"
    case.brief("a", f"title: A pier closes\ndate: 2026-03-01\n{own}", "They say that the pier closes.\n")
    case.brief("b", f"title: B pier opens\ndate: 2026-03-01\n{quoted}", "They say that the pier closes.\n")
    case.brief("c", f"title: C pier\ndate: 2026-03-02{POINTS}")
    case.brief("d", "title: D pier\ndate: 2026-03-03")
    case.build()
    result = {
        page: [
            (name.get_text(), meaning.get_text())
            for name, meaning in zip(
                *(case.page(page).select(f".label-help {kind}") for kind in ("dt", "dd")), strict=True
            )
        ]
        for page in (DAY, "2026/03/02/index.html", "2026/03/03/index.html", *(f"briefs/{b}/index.html" for b in "abc"))
    }
    assert [name for name, _ in result[DAY]] == ["Our text", "Not checked"]
    assert {*result[DAY]} == {*result["briefs/a/index.html"], *result["briefs/b/index.html"]}
    assert result["2026/03/02/index.html"] == result["briefs/c/index.html"] != []
    assert result["2026/03/03/index.html"] == []
