"""Front matter as people really write it."""

from xml.etree import ElementTree

from small_site import Case

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_title_that_other_loaders_take_for_a_truth_value_stays_a_word(case: Case) -> None:
    """`Yes`, `No` and `On` in front matter are words, not booleans. (FM-01)"""
    case.brief("vote", "title: Yes\ndate: 2026-02-03\ntags: [ballot]")
    case.build()
    heading = case.page("briefs/vote/index.html").find("h1")
    assert heading is not None
    assert heading.get_text() == "Yes"
    feed = ElementTree.fromstring(case.html("feed.xml"))
    assert [e.findtext(f"{ATOM}title") for e in feed.iter(f"{ATOM}entry")] == ["Yes"]
    assert not any(b"True" in data for path, data in case.files().items() if path.endswith((".html", ".xml", ".json")))


def test_a_country_and_a_language_called_no_are_no_untruth(case: Case) -> None:
    """The tag and the language code `no` are kept as they are written, and nothing shows `False`. (FM-02)"""
    case.brief("nordic", "title: Prices of power\ndate: 2026-02-04\nlang: no\ntags: [SE, NO, DK, on]")
    case.build()
    assert {"tags/se/index.html", "tags/no/index.html", "tags/dk/index.html", "tags/on/index.html"} <= set(case.files())
    page = case.page("briefs/nordic/index.html")
    assert page.find("h1", lang="no")
    assert [a.get_text() for a in page.select("a[href*='/tags/']")][-4:] == ["SE", "NO", "DK", "on"]


def test_a_title_with_a_colon_is_refused_by_name_and_line_and_the_rest_is_built(case: Case) -> None:
    """Front matter that is not valid YAML gives one error with file and line, and all other briefs are built.
    (FM-03)
    """
    case.brief("a-bad", "title: Rail walkout: the third day\ndate: 2026-02-05")
    case.brief("b-good", "title: The ferry runs\ndate: 2026-02-05")
    case.build()
    [line] = case.reported("yaml")
    assert line.startswith("briefings/a-bad.md:2:")
    assert "briefs/b-good/index.html" in case.files()
    assert case.report
    assert case.report.failed


def test_rules_in_the_text_are_no_fences(case: Case) -> None:
    """Only the first pair of `---` lines encloses front matter; later ones are rules in the text. (FM-04)"""
    case.brief("rules", "title: The market\ndate: 2026-02-06", "Morning.\n\n---\n\nMIDDAY stays.\n\n---\n\nEvening.\n")
    case.build()
    text = case.page("briefs/rules/index.html").select_one(".text")
    assert text is not None
    assert len(text.find_all("hr")) == 2
    assert text.get_text().split() == ["Morning.", "MIDDAY", "stays.", "Evening."]


def test_a_tab_is_refused_with_its_line(case: Case) -> None:
    """A tab as indentation gives an error with file and line that says what to write. (FM-06)"""
    case.write("briefings/tabbed.md", "---\ntitle: A list\ndate: 2026-02-08\ntags:\n\t- harbour\n---\n\nText.\n")
    case.build()
    [line] = case.reported("yaml")
    assert line.startswith("briefings/tabbed.md:5:")
    assert "tab" in line


def test_a_quote_in_quotes_spoils_its_own_brief_alone(case: Case) -> None:
    """A mistake with quotation marks in one file leaves out that brief alone, and it is reported. (FM-13)"""
    case.brief("quote", "title: 'The mayor's house' refuses\ndate: 2026-02-15")
    case.brief("one", "title: One\ndate: 2026-02-15")
    case.brief("two", "title: Two\ndate: 2026-02-15")
    case.build()
    assert {"briefs/one/index.html", "briefs/two/index.html"} <= set(case.files())
    assert case.reported("yaml")[0].startswith("briefings/quote.md:2:")
    assert case.report
    assert case.report.failed


def test_numbers_and_dates_as_titles_and_tags_stay_as_they_were_typed(case: Case) -> None:
    """A title or tag such as `1.10`, `007` or a date is shown as it was typed. (FM-14)"""
    for name, title in (("n1", "1984"), ("n2", "2026-02-16"), ("n3", "1.10")):
        case.brief(name, f"title: {title}\ndate: 2026-02-16\ntags: [2024, 1.10, 007, 1e3]")
        case.build()
        heading = case.page(f"briefs/{name}/index.html").find("h1")
        assert heading is not None
        assert heading.get_text() == title
    links = case.page("briefs/n1/index.html").select("a[href*='/tags/']")
    assert [a.get_text() for a in links][-4:] == ["2024", "1.10", "007", "1e3"]


def test_times_without_a_zone_follow_the_zone_of_the_site(case: Case) -> None:
    """Another `time_zone` changes what a build has cached of a brief as well. (YA-05)"""
    case.brief("dawn", "title: Dawn\ndate: 2026-02-16 06:30")
    for zone, written in (
        ("Europe/Berlin", "2026-02-16T06:30:00+01:00"),
        ("America/New_York", "2026-02-16T06:30:00-05:00"),
    ):
        case.write("site.yaml", f"title: Case\nbase_url: https://pages.example\ntime_zone: {zone}\n")
        case.build()
        assert written in case.html("feed.xml")
    built = case.files()
    assert case.build(clean=True).files() == built
    case.write("site.yaml", "title: Case\nbase_url: https://pages.example\n")
    case.build()
    assert len(case.reported("wrong-type")) == 1
