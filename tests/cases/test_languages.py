"""Languages, scripts and dates."""

from small_site import Case

from annotated_briefings.base.diagnostics import show


def test_a_text_from_right_to_left_says_so_on_its_page_and_in_lists(case: Case) -> None:
    """A text in a script from right to left declares language and direction, on its page and on its cards. (I8-03)"""
    case.brief("he", "title: שוק הנמל נפתח\ndate: 2026-11-05\nlang: he", "השוק נפתח (שוב) ב-10:30.\n\n- אחת\n- שתיים\n")
    case.brief("en", "title: The port market\ndate: 2026-11-05", "Text with שלום inside.\n")
    case.build()
    text = case.page("briefs/he/index.html").select_one(".text")
    assert text is not None
    assert (text["lang"], text["dir"]) == ("he", "rtl")
    card = case.page("2026/11/index.html").find(lang="he")
    assert card is not None
    assert card["dir"] == "rtl"
    page = case.page("briefs/en/index.html").find("html")
    assert page is not None
    assert page["dir"] == "ltr"


def test_a_summary_of_a_text_without_spaces_is_cut_at_its_sentences(case: Case) -> None:
    """A text without spaces between words gets a summary of whole sentences and a reading time. (I8-04)"""
    text = "5G の試験が港の広場で行われ、多くの人が見に来た。" + "広場は夜まで人でいっぱいだった。" * 30
    case.take_in("ja.jsonl", f'{{"title": "港の試験", "text": "{text}"}}\n')
    [brief] = case.briefs().values()
    summary = next(line for line in brief.splitlines() if line.startswith("summary:")).removeprefix("summary:").strip()
    assert summary.strip('"').startswith("5G の試験が")
    assert 20 <= len(summary) <= 320
    case.build()
    [page] = [
        path
        for path in case.files()
        if path.startswith("briefs/") and path.count("/") == 2 and path.endswith("index.html")
    ]
    assert "min" in case.text(page)


def test_signs_of_vowels_are_kept_in_addresses(case: Case) -> None:
    """Vowel signs and other combining marks of a script stay in a slug, so that words stay apart. (I8-06)"""
    for name, title in (("a", "খেলা"), ("b", "খাল"), ("c", "খিল")):
        case.brief(name, f"title: {title}\ndate: 2026-11-07\ntags: [{title}]")
        case.take_in(f"{name}.jsonl", f'{{"title": "{title}", "text": "Words of text {name}."}}\n')
    case.build()
    tags = {
        path
        for path in case.files()
        if path.startswith("tags/") and path.count("/") == 2 and path.endswith("index.html")
    }
    assert len(tags) == 3
    assert len([name for name in case.briefs() if name not in "abc"]) == 3


def test_dates_with_and_without_zone_are_put_in_one_order(case: Case) -> None:
    """Dates with and without a time zone can be mixed and are sorted by the moment they mean. (DA-01)"""
    case.brief("a", "title: A\ndate: 2026-01-01T10:00:00Z")
    case.brief("b", "title: B\ndate: 2026-01-01T10:00:00+08:00")
    case.brief("c", "title: C\ndate: 2026-01-01T10:00:00Z")
    case.brief("d", "title: D\ndate: 2026-01-01 10:00:00")
    case.build()
    titles = [card.get_text().strip() for card in case.page("2026/01/01/index.html").select(".edition-title")]
    assert [title for title in titles if title != "D"] == ["A", "C", "B"]
    assert "D" in titles or case.reported("front-matter", "wrong-type")


def test_impossible_dates_are_named_one_by_one(case: Case) -> None:
    """Each impossible date gives a message of its own with file and value; no other brief is lost. (DA-04)"""
    case.brief("a", "title: A\ndate: 2023-02-30")
    case.brief("b", 'title: B\ndate: "31/31/2026"')
    case.brief("ok", "title: OK\ndate: 2026-01-06")
    case.build()
    assert case.report
    text = " ".join(map(show, case.report.diagnostics))
    assert "briefings/a.md:3:" in text
    assert "2023-02-30" in text
    assert "briefings/b.md:3:" in text
    assert "31/31/2026" in text
    assert "briefs/ok/index.html" in case.files()
