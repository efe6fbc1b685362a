"""One order of briefs: the same on every page, in every feed, in the lists for programs and in mails."""

import itertools
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from small_site import BASE, Case

from annotated_briefings.base.source import Source
from annotated_briefings.content.model import Brief
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.reports.email_digest import DigestQuestion, make_digest
from annotated_briefings.site.model.catalog import in_order
from annotated_briefings.site.pages.digests.choice import DigestChoice, UnusableChoice

NOW = datetime(2026, 5, 1, tzinfo=UTC)
HEADS = (
    ("lead-with-a-weight", "date: 2026-04-10\nlead: true\nweight: 5"),
    ("lead", "date: 2026-04-10\nlead: true"),
    ("weight-nought", "date: 2026-04-10\nweight: 0"),
    ("weight-one-late", "date: 2026-04-10T20:00:00Z\nweight: 1"),
    ("weight-one-early", "date: 2026-04-10T02:00:00Z\nweight: 1"),
    ("weight-two", "date: 2026-04-10T23:00:00Z\nweight: 2"),
    ("evening", "date: 2026-04-10T22:00:00Z"),
    ("noon-by-another-zone", "date: 2026-04-10T14:30:00+02:00"),
    ("noon", "date: 2026-04-10T12:00:00Z"),
    ("no-hour-a", "date: 2026-04-10"),
    ("no-hour-b", "date: 2026-04-10\nweight:\nlead: false"),
    ("day-before-lead", "date: 2026-04-09\nlead: true\nweight: 0"),
    ("day-before", "date: 2026-04-09T23:59:00Z"),
    ("month-lead", "date: 2026-04\nlead: true"),
    ("month", "date: 2026-04"),
    ("year", "date: 2026"),
)
"""Briefs in the order in which they are everywhere."""
ORDER = tuple(name for name, _ in HEADS)
OF_DAY = ORDER[:11]


def title(name: str) -> str:
    return f"News {name.replace('-', ' ')} end"


def fill(case: Case) -> Case:
    more = (
        "entities: {about: [Tideworks]}\ntags: [power]\nstory: turbine\nsources: [{outlet: Courier, title: T}]\n"
        "corrections: [{date: 2026-04-20, was: a, now: b}]\nunknowns: [Who pays?]\n"
        "annotations: [{quote: paragraph, author: ED, date: 2026-04-20, note: Remark.}]"
    )
    case.write("briefings/entities.yaml", "tideworks: {name: Tideworks, type: company}\n")
    for name, head in HEADS:
        case.brief(name, f"title: {title(name)}\n{head}\n{more}")
    return case


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return fill(Case(tmp_path_factory.mktemp("order"))).build()


def read(data: bytes) -> str:
    return unescape(unescape(data.decode("utf-8", "replace")))


def order_in(text: str) -> list[str]:
    """The names of the briefs in a text, by the first place of their headlines."""
    return sorted((name for name in ORDER if title(name) in text), key=lambda name: text.index(title(name)))


def lists(site: Case) -> Iterator[tuple[str, str]]:
    for path, data in site.files().items():
        # The page of a brief shows what is near it in time, and what is related.
        if path.endswith((".html", ".xml", ".json", ".txt")) and not re.match(r"briefs/.", path):
            yield path, read(data)


def test_every_list_has_the_briefs_in_one_order(site: Case) -> None:
    # A story is told from its start too.
    seen = {path: order_in(text) for path, text in lists(site) if path != "stories/turbine/all/index.html"}
    whole = {path for path, names in seen.items() if len(names) > 1}
    assert {
        "index.html",
        "2026/04/10/index.html",
        "2026/04/index.html",
        "2026/index.html",
        "entities/tideworks/index.html",
        "entities/tideworks/feed.xml",
        "tags/power/index.html",
        "stories/turbine/index.html",
        "stories/turbine/feed.json",
        "sources/courier/index.html",
        "feed.xml",
        "feed.json",
        "rss.xml",
        "llms.txt",
        "notes/index.html",
        "corrections/index.html",
        "questions/index.html",
    } <= whole
    assert {path: names for path, names in seen.items() if names != [n for n in ORDER if n in names]} == {}


def test_the_lead_of_the_newest_day_opens_the_front_page(site: Case) -> None:
    lead = read(site.files()["index.html"]).split('<article class="lead">')[1].split("</article>")[0]
    assert order_in(lead) == ["lead-with-a-weight"]


def test_pages_of_briefs_lead_on_in_the_same_order(site: Case) -> None:
    steps = {name: read(site.files()[f"briefs/{name}/index.html"]) for name in ORDER}
    for newer, older in itertools.pairwise(ORDER):
        around = steps[newer].split('<nav class="steps"')[1].split("</nav>")[0]
        assert title(older) in around
        timeline = steps[newer].split('<ol class="timeline">')[1].split("</ol>")[0]
        assert order_in(timeline)[::-1] == [name for name in ORDER if title(name) in timeline]


def test_a_digest_has_the_same_order(site: Case) -> None:
    made = make_digest(site.root, NOW, DigestQuestion())
    assert made.shown == OF_DAY
    assert [order_in(read(data)) for _, data in made.files[:2]] == [list(OF_DAY)] * 2
    week = make_digest(site.root, NOW, DigestQuestion(week=True))
    assert week.shown == ORDER[:13]


def test_a_digest_can_begin_with_leads_and_weights_of_all_days(site: Case) -> None:
    made = make_digest(site.root, NOW, DigestQuestion(week=True, choice=DigestChoice(order="weight")))
    assert made.shown[:4] == ("day-before-lead", "lead-with-a-weight", "lead", "weight-nought")
    rest = made.shown[4:]
    assert rest == tuple(name for name in ORDER if name in rest)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (DigestChoice(only=("noon", "lead")), ("noon", "lead")),
        (DigestChoice(only=("noon", "lead"), order="day"), ("lead", "noon")),
        (DigestChoice(only=("noon", "weight-two", "lead"), order="weight"), ("lead", "weight-two", "noon")),
        (DigestChoice(only=("noon", "noon", "briefings/lead.md", "./briefings/evening.md", title("no-hour-a"))),
         ("noon", "lead", "evening", "no-hour-a")),
        (DigestChoice(without=("lead", "evening")), tuple(n for n in OF_DAY if n not in ("lead", "evening"))),
        (DigestChoice(only=("noon", "lead"), without=("lead",)), ("noon",)),
    ],
)  # fmt: skip
def test_an_editor_chooses_the_briefs_of_a_digest(site: Case, choice: DigestChoice, shown: tuple[str, ...]) -> None:
    assert make_digest(site.root, NOW, DigestQuestion(choice=choice)).shown == shown


@pytest.mark.parametrize(
    ("name", "week", "message", "remedy"),
    [
        ("nooon", False, "no brief is called `nooon`", "did you mean `noon`?"),
        ("zzzzzzzz", False, "no brief is called `zzzzzzzz`",
         "the briefs then are " + ", ".join(f"`{name}`" for name in ORDER[:6])),
        ("day-before", False, "`day-before` is of 2026-04-09, and the digest is of 2026-04-10", "use `--week`"),
        ("long-ago", False, "`long-ago` is of 2025-01-01, and the digest is of 2026-04-10", "use `--day 2025-01-01`"),
        ("long-ago", True, "`long-ago` is of 2025-01-01, and the digest is of 2026-W15",
         "use `--day 2025-01-01 --week`"),
        ("month", False, "`month` has no day", "give it a `date` such as 2026-03-14, or leave it out"),
        ("secret", False, "`secret` is not public: a draft", "publish it first, or leave it out"),
    ],
)  # fmt: skip
def test_a_choice_that_cannot_be_is_refused(tmp_path: Path, name: str, week: bool, message: str, remedy: str) -> None:
    case = fill(Case(tmp_path))
    case.brief("long-ago", "title: Long ago\ndate: 2025-01-01")
    case.brief("secret", "title: A secret\ndate: 2026-04-10\ndraft: true")
    for choice in (DigestChoice(only=(name,)), DigestChoice(without=(name,))):
        with pytest.raises(UnusableChoice) as caught:
            make_digest(tmp_path, NOW, DigestQuestion(week=week, choice=choice))
        assert (caught.value.message, caught.value.remedy) == (message, remedy)


def test_a_digest_opens_with_what_the_editor_writes(site: Case) -> None:
    text = "Good *morning*, <b>all</b>. See [the lead](briefings/lead.md) and [[noon]].<!-- hidden -->\n\n- one\n- two"
    made = dict(make_digest(site.root, NOW, DigestQuestion(choice=DigestChoice(opening=text))).files)
    page = made["html"].decode()
    base = f"{BASE}/briefs"
    opening = re.sub(r' style="[^"]*"', "", page.split('<div class="opening"')[1].split("</div>")[0])
    assert "<em>morning</em>, &lt;b&gt;all&lt;/b&gt;" in opening
    assert f'<a href="{base}/lead/">the lead</a>' in opening
    assert f'<a class="brief-link" href="{base}/noon/">News noon end</a>' in opening
    assert "hidden" not in opening
    assert page.index("morning") < page.index(title(ORDER[0]))
    assert (
        "Good *morning*, <b>all</b>. See [the "
        f"lead]({base}/lead/) and [News noon end]({base}/noon/). - one - two {title(ORDER[0])}"
    ) in " ".join(made["txt"].decode().split())


@pytest.mark.parametrize("opening", ["The ferry company is bankrupt", "Soon: [[The ferry company is bankrupt]]!"])
def test_an_opening_that_tells_what_is_held_back_is_refused(tmp_path: Path, opening: str) -> None:
    case = fill(Case(tmp_path))
    case.brief("ferry", "title: The ferry company is bankrupt\ndate: 2026-04-10\ndraft: true")
    made = make_digest(tmp_path, NOW, DigestQuestion(choice=DigestChoice(opening=opening)))
    assert [(d.code, d.message) for d in made.diagnostics] == [
        ("leak", "a digest would hold `The ferry company is bankrupt`, which is not public")
    ]
    assert made.files == ()


def test_a_held_lead_leaves_no_trace(tmp_path: Path) -> None:
    without = fill(Case(tmp_path / "without")).build()
    case = fill(Case(tmp_path / "with"))
    for name, held in {
        "a": "draft: true",
        "b": "publish_at: 2027-01-01T00:00:00Z",
        "c": "expires_at: 2026-01-01T00:00:00Z",
    }.items():
        case.brief(f"held-{name}", f"title: Held {name} lead\ndate: 2026-04-11\nlead: true\nweight: 0\n{held}")
        case.brief(f"same-{name}", f"title: Same {name} lead\ndate: 2026-04-10\nlead: true\nweight: 0\n{held}")
    assert case.build().files() == without.files()
    assert case.reported("two-leads") == without.reported("two-leads")


def brief(name: str, head: str) -> Brief:
    found, _ = parse_brief(Source(f"briefings/{name}.md", f"---\ntitle: {name}\n{head}\n---\nText.\n"))
    assert found
    return found


def test_the_order_does_not_depend_on_the_order_of_files() -> None:
    briefs = [brief(name, head) for name, head in HEADS]
    turns = (briefs, briefs[::-1], briefs[5:] + briefs[:5], sorted(briefs, key=lambda b: b.slug))
    assert {tuple(b.slug for b in in_order(turn)) for turn in turns} == {ORDER}
