"""The page of digests at the desk: what the command makes, of public briefs alone."""

import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from desk_site import OWN, Asked, desk_of

from annotated_briefings.reports.email_digest import DigestQuestion, make_digest
from annotated_briefings.site.pages.digests.choice import DigestChoice

SETTINGS = "title: Quay\nbase_url: https://example.org/news\n"


def brief(title: str, date: str, more: str = "") -> str:
    return f"---\ntitle: {title}\ndate: {date}\nsummary: In short.\n{more}---\nText of {title}.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text(SETTINGS, encoding="utf-8")
    for name, text in {
        "gulls": brief("Gulls return", "2026-03-12"),
        "quay": brief("Quay opens", "2026-03-12", "lead: true\n"),
        "ferry": brief("Ferry sold", "2026-03-11", "weight: 1\n"),
        "secret": brief("Secret talks", "2026-03-12", "draft: true\n"),
    }.items():
        (tmp_path / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def page(site: Path) -> Asked:
    return Asked(desk_of(site), "")


def ask(page: Asked, question: str = "make", **data: Any) -> dict[str, Any]:
    return page.ask(f"digest/{question}", **data)


def fetched(page: Asked, name: str, **more: str) -> tuple[str, dict[str, str], bytes]:
    status, headers, body = page.desk.answer(f"/_desk/digest/{name}/", {**OWN, "REQUEST_METHOD": "GET", **more})
    return status, dict(headers), body


def test_the_newest_day_with_a_public_brief_comes_first_and_no_draft_is_in_it(page: Asked) -> None:
    made = ask(page)
    assert [(row["slug"], row["title"], row["day"], row["lead"], row["weight"]) for row in made["rows"]] == [
        ("quay", "Quay opens", "2026-03-12", True, None),
        ("gulls", "Gulls return", "2026-03-12", False, None),
    ]
    assert (made["name"], made["heading"], made["shown"]) == ("2026-03-12", "March 12, 2026", ["quay", "gulls"])
    assert made["problems"] == []


def test_it_is_what_the_command_makes_to_the_byte(page: Asked, site: Path) -> None:
    chosen: dict[str, Any] = {"opening": "Good *morning*.", "only": ["gulls", "ferry"], "order": "given"}
    made = ask(page, day="2026-03-12", week=True, **chosen)
    choice = DigestChoice("Good *morning*.", ("gulls", "ferry"), (), "given")
    day = datetime(2026, 3, 12).date()
    expected = make_digest(site, datetime.now(UTC), DigestQuestion(day, True, choice))
    assert (made["name"], made["shown"]) == ("2026-W11", ["gulls", "ferry"])
    for ending, data in expected.files:
        status, headers, body = fetched(page, f"2026-W11.{ending}")
        assert (status, gzip.decompress(body)) == ("200 OK", data)
        assert headers["Content-Disposition"] == f'attachment; filename="2026-W11.{ending}"'
    assert ask(page, "write", day="2026-03-12", week=True, **chosen)["paths"] == [
        f"_digest/2026-W11.{ending}" for ending in ("html", "txt", "eml")
    ]
    assert {p.name: p.read_bytes() for p in (site / "_digest").iterdir()} == {
        f"2026-W11.{ending}": data for ending, data in expected.files
    }


@pytest.mark.parametrize(
    ("order", "shown"),
    [("day", ["quay", "gulls", "ferry"]), ("weight", ["quay", "ferry", "gulls"]), ("", ["quay", "gulls", "ferry"])],
)
def test_a_week_has_the_order_that_is_chosen(page: Asked, order: str, shown: list[str]) -> None:
    assert ask(page, day="2026-03-10", week=True, order=order)["shown"] == shown


@pytest.mark.parametrize(
    ("asked", "message", "remedy"),
    [
        ({"day": "soon"}, "`soon` is not a day", "write it as 2026-03-14"),
        ({"only": ["secret"]}, "`secret` is not public: a draft", "publish it first, or leave it out"),
        ({"only": ["gull"]}, "no brief is called `gull`", "did you mean `gulls`?"),
        (
            {"opening": "We hear of Secret talks: Text of Secret talks."},
            None,
            None,
        ),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_remedy_and_leaves_no_file(
    page: Asked, site: Path, asked: dict[str, Any], message: str | None, remedy: str | None
) -> None:
    ask(page)
    [problem] = ask(page, "write", **asked)["problems"]
    if message:
        assert (problem["message"], problem["help"]) == (message, remedy)
    else:
        assert problem["code"] == "leak"
    assert fetched(page, "shown.html")[0] == fetched(page, "2026-03-12.eml")[0] == "404 Not Found"
    assert not (site / "_digest").exists()


def test_a_site_without_an_address_has_no_digest_and_says_why(site: Path) -> None:
    (site / "site.yaml").write_text("title: T\n", encoding="utf-8")
    [problem] = ask(Asked(desk_of(site), ""))["problems"]
    assert problem["message"] == "a digest needs whole web addresses, and the site has no `base_url`"


def test_a_brief_that_is_published_at_the_desk_is_in_the_next_one(page: Asked) -> None:
    ask(page)
    Asked(page.desk, "briefings/secret.md").ask("act", do="publish", confirm="all")
    assert ask(page)["shown"] == ["quay", "gulls", "secret"]


def test_the_page_is_shown_where_it_can_run_nothing_and_to_this_machine_alone(page: Asked) -> None:
    ask(page)
    status, headers, body = fetched(page, "shown.html")
    assert status == "200 OK"
    assert b"Quay opens" in gzip.decompress(body)
    assert headers["Content-Security-Policy"].split("; ")[:1] == ["default-src 'none'"]
    assert "sandbox allow-popups" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    for name in ("shown.txt", "other.html", "../site.yaml", "2026-03-12", ".html"):
        assert fetched(page, name)[0] == "404 Not Found"
    assert fetched(page, "shown.html", REMOTE_ADDR="10.0.0.9")[0] == "403 Forbidden"
