"""Links, embeds and marks as Obsidian writes them: read as the writer means them, or reported with a remedy."""

import re
from html import unescape
from pathlib import Path

import pytest
from small_site import Case

LINKS = {
    "See [[harbour]].": "../../briefs/harbour/",
    "See [[Harbour report]].": "../../briefs/harbour/",
    "See [[harbour.md]].": "../../briefs/harbour/",
    "See [[2026/harbour]].": "../../briefs/harbour/",
    "See [[2026/harbour.md|the port]].": "../../briefs/harbour/",
    "See [[briefings/2026/harbour]].": "../../briefs/harbour/",
    "See [[../2026/harbour]].": "../../briefs/harbour/",
    "See [[./harbour]].": "../../briefs/harbour/",
    "See [[HARBOUR]].": "../../briefs/harbour/",
    "See [[harbour#The costs]].": "../../briefs/harbour/#the-costs",
    "See [[2026/harbour#the COSTS|what it cost]].": "../../briefs/harbour/#the-costs",
    "See [[harbour#The costs#Open questions?]].": "../../briefs/harbour/#open-questions",
    "See [[#Here]].\n\n## Here\n\nMore.": "#here",
    "See [[#Here|below]].\n\n## Here\n\nMore.": "#here",
    "See [[#Above#Here now]].\n\n## Above\n\n### Here now\n\nMore.": "#here-now",
    "See [[harbour|the port]].": "../../briefs/harbour/",
    "| a | b |\n| --- | --- |\n| [[harbour\\|the port]] | x |": "../../briefs/harbour/",
    "See [it](2026/harbour.md#The%20costs).": "../../briefs/harbour/#the-costs",
    "See [[Port paper]].": "../../briefs/harbour/",
    "See [[port  PAPER|it]].": "../../briefs/harbour/",
    "See [[Port paper#The costs]].": "../../briefs/harbour/#the-costs",
    "See [[Hafenbericht Ü]].": "../../briefs/harbour/",
    "See [[Storm note]].": "../../briefs/storm/",
}
"""What is written, and where it leads."""
REPORTED = {
    "See [[harbour#No such thing]].": "correct the part after `#`",
    "See [[#No such thing]].": "write the words of a heading behind `#`",
    "See [[#Hree]].\n\n## Here\n\nMore.": "did you mean `Here`?",
    "See [[harbour#^quay-1]].": "correct the part after `#`",
    "See [[#^quay-1]].": "write the words of a heading behind `#`",
    "![[harbour]]": "take the `!` out; a brief is linked, and no part of it is shown in another",
    "![[harbour#The costs]]": "take the `!` out; a brief is linked, and no part of it is shown in another",
    "![[crane.png|300]]": "a picture is written as `![what it shows](crane.png)`",
    "A line about rain. ^quay-1": "it is the name of a block in Obsidian; take it out",
    "- one\n- two\n\n^list-1\n\nText.": "it is the name of a block in Obsidian; take it out",
    "> [!note]\n> Text.": "it is a call-out of another tool; write `**Note.**`",
    "> [!warning]- Mind\n> Text.": "it is a call-out of another tool; write `**Warning.**`",
    "> [!my-kind|wide] A\n> Text.": "it is a call-out of another tool; write `**My-kind.**`",
    "The ==road that was cut== here.": "write `**road that was cut**`; there is no mark for highlighted words",
    "The ==road **that** was cut== here.": "take `==` out; there is no mark for highlighted words",
    "#harbour #costs/north": "write `tags: [harbour, costs/north]` at the top of the brief",
    "Text.\n\n#harbour": "write `tags: [harbour]` at the top of the brief",
}
"""What is written, and the remedy."""
PLAIN = (
    "They wrote #harbour on it.",
    "Pier #3 is shut.",
    "The area is 5 m^2 large.",
    "It says: if a == b and c == d then.",
    "#3",
)
"""What is text as it stands."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Case:
    case = Case(tmp_path_factory.mktemp("obsidian") / "site")
    case.brief(
        "2026/harbour",
        "title: Harbour report\ndate: 2026-01-01\naliases: [Port paper, Hafenbericht Ü, Storm note]",
        "Plain text.\n\n## The costs\n\nMuch.\n\n### Open questions?\n\nMany.\n",
    )
    case.brief("storm", "title: Storm note\ndate: 2026-01-01", "What is called so itself comes first.\n")
    for number, text in enumerate([*LINKS, *REPORTED, *PLAIN]):
        case.brief(f"b{number}", f"title: Case {number}\ndate: 2026-01-02", f"{text}\n")
    return case.build()


def remedies(site: Case, number: int) -> list[str]:
    assert site.report
    codes = {"broken-link", "markup", "shown-as-typed"}
    path = f"briefings/b{number}.md"
    return [one.help for one in site.report.diagnostics if one.place.path == path and one.code in codes]


@pytest.mark.parametrize(("number", "text"), list(enumerate(LINKS)))
def test_links_lead_where_their_writer_means(site: Case, number: int, text: str) -> None:
    html = site.html(f"briefs/b{number}/index.html")
    body = html[html.index("<article") : html.index("</article>")]
    found = [unescape(address) for address in re.findall(r'<a (?:class="[^"]*" )?href="([^"]*)"', body)]
    assert LINKS[text] in found
    assert remedies(site, number) == []


def test_a_link_to_a_heading_of_its_own_text_shows_the_heading(site: Case) -> None:
    number = list(LINKS).index("See [[#Here]].\n\n## Here\n\nMore.")
    assert re.search(r"See <a [^>]*>Here</a>\.", site.html(f"briefs/b{number}/index.html"))
    twin = (Path(site.root) / f"_site/briefs/b{number}/index.md").read_text(encoding="utf-8")
    assert f"See [Here](https://pages.example/briefs/briefs/b{number}/#here)." in twin


@pytest.mark.parametrize(("number", "text"), list(enumerate(REPORTED, len(LINKS))))
def test_what_is_not_read_is_reported_with_a_remedy(site: Case, number: int, text: str) -> None:
    assert REPORTED[text] in remedies(site, number)


@pytest.mark.parametrize(("number", "text"), list(enumerate(PLAIN, len(LINKS) + len(REPORTED))))
def test_what_is_text_in_obsidian_too_is_left_alone(site: Case, number: int, text: str) -> None:
    assert remedies(site, number) == []
    assert text in site.text(f"briefs/b{number}/index.html")


@pytest.mark.parametrize(
    ("head", "remedy"),
    [
        ("key_points: ['It ==rained==.']", "write `**rained**`; there is no mark for highlighted words"),
        ("why_it_matters: It ==rained== again.", "write `**rained**`; there is no mark for highlighted words"),
        (
            "annotations:\n  - quote: Plain\n    note: |\n      > [!note]\n      > Text.",
            "it is a call-out of another tool; write `**Note.**`",
        ),
        (
            "annotations: [{quote: Plain, note: 'See ![[harbour]].'}]",
            "take the `!` out; a brief is linked, and no part of it is shown in another",
        ),
    ],
)
def test_marks_in_fields_are_reported_too(tmp_path: Path, head: str, remedy: str) -> None:
    case = Case(tmp_path)
    case.brief("harbour", "title: Harbour")
    case.brief("b0", f"title: A\n{head}", "Plain words about the day.\n")
    assert remedies(case.build(), 0) == [remedy]
