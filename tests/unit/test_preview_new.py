"""The page for new briefs: what an import would do is told before it is done, and then done as the command does it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from desk_site import HOST, desk_of, posted
from fuzz_seeds import SEEDS
from local_host import Reply, serving

from annotated_briefings.base.source import Source
from annotated_briefings.cli.main import main
from annotated_briefings.editing.brief_form import read_form
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.intake.formats.kinds import TABLE
from annotated_briefings.preview.desk import DeskPages

DUMP = (Path(__file__).resolve().parents[1] / "data" / "dump.txt").read_bytes()
PAGE = """\
<meta charset="utf-8"><h1>Vessby keeps its lighthouse</h1><p>By Ilse Maar, 12 March 2026</p>
<p>The county of <a href="https://vessby.example/light">Vessby</a> voted on Thursday to keep the lighthouse for ten
more years.</p><ul><li>Two keepers stay until May.</li><li>The lamp is renewed in June.</li></ul>
<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2025</td><td>12,000</td></tr></table>
<p>Visitors pay four crowns from July, said the harbour office. It expects 14,000 of them in the first year.</p>
"""
TEXT = """\
Barges pass the inner lock again

Divers have freed the lock gate of the inner basin, five days before the day that the port had named.

Barges go through again from Monday, said the harbour office. A stone had jammed the gate since November.
"""
VERSION = """\
<html lang="en"><head><title>Barges pass the inner lock again</title><meta property="og:site_name" content="Quay Post">
<meta property="article:published_time" content="2026-03-%sT07:30:00Z">
<link rel="canonical" href="https://quay.example/barges"></head><body><article>
<h1>Barges pass the inner lock again</h1><p>Divers have freed the lock gate of the inner basin, five days before the day
that the port had named.</p><p>Barges go through again from %s, said the harbour office. A stone had jammed the gate for
%s weeks.</p></article></body></html>
"""


@dataclass
class NewPage:
    """The page for new briefs, as its script asks it."""

    desk: DeskPages
    """The desk."""

    @property
    def site(self) -> Path:
        """The site folder."""
        return self.desk.preview.root

    def ask(self, question: str, **data: Any) -> dict[str, Any]:
        """The answer to a question, at once."""
        return self._sent(f"/_desk/api/new/{question}/", json.dumps(data).encode())

    def file(self, name: str, data: bytes) -> dict[str, Any]:
        """Drop a file."""
        return self._sent("/_desk/api/new/file/", data, QUERY_STRING=f"name={name}")

    def looked(self, have: int | None = None) -> dict[str, Any]:
        """What the page shows once nothing is done any more."""
        self.desk.new.pending.worker.idle.wait(60)
        state = self.ask("state", have=have)
        if state["doing"]:
            return self.looked(have)
        return state

    def imported(self) -> dict[str, Any]:
        """Import what is pending."""
        self.ask("import", revision=self.looked()["revision"])
        return self.looked()

    def _sent(self, path: str, body: bytes, **more: str) -> dict[str, Any]:
        _, _, answer = self.desk.answer(path, posted(body, HTTP_X_DESK_TOKEN=self.desk.token, **more))
        found = json.loads(answer)
        assert isinstance(found, dict)
        return found


def new_site(root: Path) -> Path:
    (root / "briefings").mkdir(parents=True)
    (root / "site.yaml").write_text("title: T\ntime_zone: Europe/Berlin\n", encoding="utf-8")
    return root


@pytest.fixture
def page(tmp_path: Path) -> NewPage:
    return NewPage(desk_of(new_site(tmp_path / "site")))


def files(site: Path) -> dict[str, str]:
    """The files of a site but its cache, without the moment of imports."""
    out = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not name.startswith(".cache"):
            text = path.read_text(encoding="utf-8")
            out[name] = "\n".join(line.partition('"at": ')[0] for line in text.split("\n"))
    return out


def runs_apart(text: dict[str, str]) -> dict[str, str]:
    """The same without ids of imports, which are made of their moment."""
    return {name: "\n".join(_without_run(line) for line in one.split("\n")) for name, one in text.items()}


def _without_run(line: str) -> str:
    before, found, after = line.partition('"run": "')
    return before + after.partition('"')[2] if found else line


@pytest.mark.slow
def test_what_is_dropped_is_imported_as_the_command_imports_it(page: NewPage, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, data in (("dump.txt", DUMP), ("light.html", PAGE.encode()), ("note.txt", b"Too short.")):
        (inbox / name).write_bytes(data)
        page.file(name, data)
    before = files(page.site)
    result = page.looked()
    assert files(page.site) == before, "nothing is written before import is pressed"
    done = page.imported()
    other = new_site(tmp_path / "other")
    assert main(["--site", str(other), "import", *map(str, sorted(inbox.iterdir()))]) == 1
    here, there = files(page.site), files(other)
    assert runs_apart(here) == {name: text.replace(f"{inbox}/", "") for name, text in runs_apart(there).items()}
    made = sorted(name for name in here if name.endswith(".md") and name.startswith("briefings/"))
    assert sorted(one["path"] for one in result["account"]["articles"]) == made
    assert sorted(one["path"] for one in done["last"]["made"]) == made
    assert done["items"] == []
    assert done["done"] == f"Imported: {len(made)} drafts written."


@pytest.mark.slow
def test_a_file_of_every_format_is_imported_as_the_command_imports_it(page: NewPage, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for form in TABLE:
        name, data = f"{form.name}-a{form.endings[0]}", SEEDS[f"import-{form.name}"][0]
        (inbox / name).write_bytes(data)
        page.file(name, data)
    page.imported()
    other = new_site(tmp_path / "other")
    main(["--site", str(other), "import", *map(str, sorted(inbox.iterdir()))])
    there = {name: text.replace(f"{inbox}/", "") for name, text in runs_apart(files(other)).items()}
    assert runs_apart(files(page.site)) == there


def test_the_account_follows_the_site(page: NewPage, tmp_path: Path) -> None:
    page.ask("text", text=TEXT)
    assert page.looked()["account"]["counts"]["drafts"] == 1
    name = page.looked()["items"][0]["name"]
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert main(["--site", str(page.site), "import", str(tmp_path / name)]) == 0
    page.desk.preview.open(quietly=True)
    page.ask("state")
    [section] = page.looked()["account"]["sections"]
    [row] = section["rows"]
    assert (section["title"], row["url"]) == ("Known already", "/briefs/barges-pass-the-inner-lock-again/")


def test_the_account_of_a_new_version_says_what_has_changed(page: NewPage) -> None:
    page.file("barges.html", (VERSION % (12, "Monday", "12")).encode())
    page.imported()
    page.file("barges.html", (VERSION % (13, "Tuesday", "15")).encode())
    account = page.looked()["account"]
    [section] = [one for one in account["sections"] if one["title"] == "New versions of what there is"]
    assert [(row["what"], row["why"]) for row in section["rows"]] == [
        ("briefings/2026/barges-pass-the-inner-lock-again.md", "its article has a new version"),
        (
            "briefings/2026/barges-pass-the-inner-lock-again.md",
            "`Monday, said` is now `Tuesday, said`, `12 weeks` is now `15 weeks`",
        ),
    ]


def test_an_account_that_fails_says_so_whenever_the_page_is_opened(
    page: NewPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise NameError("x")

    monkeypatch.setattr("annotated_briefings.preview.new.pending_import.account_of", broken)
    page.ask("text", text=TEXT)
    for _ in range(2):
        account = page.looked()["account"]
        assert account["failed"]
        assert [(one["message"], one["help"]) for one in account["problems"]] == [
            ("the program failed at this: NameError", "take out one file after the other, and report it")
        ]


PROGRAMS = {
    "a browser": (
        "<meta charset='utf-8'><h1>{title}</h1><div>By Ilse Maar</div><p>{one}</p><ul><li>{a}</li><li>{b}</li></ul>"
        "<figure><table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2025</td><td>12,000</td></tr></table></figure>"
        "<p>{two}</p>"
    ),
    "a word processor": (
        "<html><head><style>p.MsoNormal {{margin:0}}</style></head><body><!--StartFragment--><h1>{title}</h1>"
        "<p class=MsoNormal>{one}</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>{a}</p><p class=MsoListParagraph "
        "style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>{b}</p><table><tr><td><p>Year</p></td>"
        "<td><p>Visitors</p></td></tr><tr><td><p>2025</p></td><td><p>12,000</p></td></tr></table><p>{two}</p>"
        "<!--EndFragment--></body></html>"
    ),
    "an editor on the web": (
        '<meta charset="utf-8"><b style="font-weight:normal" id="docs-1"><h1 dir="ltr"><span>{title}</span></h1>'
        '<p dir="ltr"><span>{one}</span></p><ul><li dir="ltr"><p>{a}</p></li><li><p>{b}</p></li></ul>'
        "<div><table><colgroup><col><col></colgroup><tbody><tr><td><p>Year</p></td><td><p>Visitors</p></td></tr><tr><td>"
        "<p>2025</p></td><td><p>12,000</p></td></tr></tbody></table></div><p><span>{two}</span></p></b>"
    ),
    "an article on the web": (
        '<meta charset="utf-8"><article><h1>{title}</h1><p class="byline">By <span>Ilse Maar</span></p><p>{one}</p>'
        "<ul><li>{a}</li><li>{b}</li></ul><div><table><tr><td>Year</td><td>Visitors</td></tr><tr><td>2025</td>"
        "<td>12,000</td></tr></table></div><p>{two}</p></article>"
    ),
    "a page in bold letters": (
        "<p><strong>{title}</strong></p><p>{one}</p><ol><li>{a}</li><li>{b}</li></ol><table><tr><td>Year</td>"
        "<td>Visitors</td></tr><tr><td>2025</td><td>12,000</td></tr></table><p>{two}</p>"
    ),
    "a mail program": (
        "<div><div><strong>{title}</strong></div><div><br></div><div>{one}</div><div><ul><li>{a}</li><li>{b}</li></ul>"
        "</div><table><tr><td>Year</td><td>Visitors</td></tr><tr><td>2025</td><td>12,000</td></tr></table>"
        "<div>{two}</div></div>"
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS)
def test_what_is_pasted_from_a_program_keeps_all_that_was_selected(page: NewPage, program: str) -> None:
    one = 'The county of <a href="https://vessby.example/a">Vessby</a> voted on Thursday to keep the lighthouse in use.'
    two = "Visitors pay four crowns from July, said the harbour office. It expects 14,000 of them in the first year."
    words = {
        "title": "Vessby keeps its lighthouse",
        "one": one,
        "two": two,
        "a": "Two keepers stay.",
        "b": "A lamp goes.",
    }
    page.ask("text", html=PROGRAMS[program].format(**words))
    [made] = page.imported()["last"]["made"]
    assert made["title"] == words["title"]
    body = (page.site / made["path"]).read_text(encoding="utf-8").partition("\n---\n")[2]
    assert body.replace("1. Two", "- Two").replace("2. A", "- A").strip().split("\n\n") == [
        "The county of [Vessby](https://vessby.example/a) voted on Thursday to keep the lighthouse in use.",
        "- Two keepers stay.\n- A lamp goes.",
        "| Year | Visitors |\n| --- | --- |\n| 2025 | 12,000 |",
        two,
    ]


def test_the_account_tells_facts_and_which_of_them_are_guesses(page: NewPage) -> None:
    page.ask("text", html=PAGE)
    [one] = page.looked()["account"]["articles"]
    facts = {fact["name"]: (fact["value"], fact["guess"]) for fact in one["facts"]}
    assert (one["title"], one["title_guess"]) == ("Vessby keeps its lighthouse", False)
    assert facts == {
        "outlet": ("", False),
        "date": ("2026-03-12", False),
        "language": ("", False),
        "author": ("Ilse Maar", False),
        "address": ("", False),
    }
    page.ask("remove", ids="all")
    page.file("dump.txt", DUMP)
    assert all(one["title_guess"] for one in page.looked()["account"]["articles"])


def test_a_pasted_page_keeps_its_links_lists_and_tables(page: NewPage) -> None:
    page.ask("text", html=PAGE)
    [made] = page.imported()["last"]["made"]
    body = (page.site / made["path"]).read_text(encoding="utf-8").partition("\n---\n")[2]
    assert "[Vessby](https://vessby.example/light)" in body
    assert "- Two keepers stay until May.\n- The lamp is renewed in June." in body
    assert "| Year | Visitors |\n| --- | --- |\n| 2025 | 12,000 |" in body


def test_the_same_pasted_text_is_known_the_second_time(page: NewPage) -> None:
    page.ask("text", text=TEXT)
    page.imported()
    page.ask("text", text=TEXT.replace("\n", "\r\n"))
    result = page.looked()["account"]
    assert (result["counts"], result["articles"]) == (
        {"articles": 1, "drafts": 0, "parts": [{"name": "known already", "count": 1}]},
        [],
    )
    assert [section["title"] for section in result["sections"]] == ["Known already"]


@pytest.mark.slow
def test_an_import_is_taken_back_as_the_command_does(page: NewPage) -> None:
    before = files(page.site)
    page.file("dump.txt", DUMP)
    run = page.imported()["last"]["run"]
    page.ask("undo", run=run)
    state = page.looked()
    assert state["last"] is None
    assert state["done"].startswith("Taken back: ")
    left = {name for name in files(page.site) if not name.startswith("collected/")}
    assert left == {*before, "briefings/imports.jsonl"}
    # It comes again only where the editor says so.
    page.file("dump.txt", DUMP)
    result = page.looked()["account"]
    assert (result["counts"]["drafts"], result["gone"]) == (0, True)
    page.ask("options", again=True)
    assert page.looked()["account"]["counts"]["drafts"] == 8


@pytest.mark.slow
@pytest.mark.parametrize("split", [True, False])
def test_a_boundary_that_is_corrected_holds_in_the_account_and_becomes_a_decision(page: NewPage, split: bool) -> None:
    page.file("dump.txt", DUMP)
    before = page.looked()["account"]
    second = before["articles"][1]
    paragraph = second["paragraphs"][2 if split else 0]
    decided = {"document": "dump.txt", "line": paragraph["line"], "text": paragraph["text"]}
    page.ask("cut", split=split, **decided)
    after = page.looked()
    assert after["account"]["counts"]["drafts"] == before["counts"]["drafts"] + (1 if split else -1)
    assert not (page.site / "briefings" / "decisions.yaml").exists()
    [cut] = after["cuts"]
    page.ask("uncut", name=cut["name"])
    assert page.looked()["account"]["counts"] == before["counts"]
    # The other way round takes the place of the first.
    page.ask("cut", split=not split, **decided)
    page.ask("cut", split=split, **decided)
    made = page.imported()["last"]["made"]
    assert len(made) == after["account"]["counts"]["drafts"]
    words = " ".join(paragraph["text"].split()[:8])
    decisions, _ = read_decisions(Source("d", (page.site / "briefings/decisions.yaml").read_text(encoding="utf-8")))
    assert [(one.split, one.document, one.text) for one in decisions.cuts] == [(split, "dump.txt", words)]


@pytest.mark.slow
def test_what_holds_nothing_is_told_in_the_words_of_the_command(
    page: NewPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"empty.txt": b"", "photo.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "big.txt": b"word " * 4_100_000}
    for name, data in wrong.items():
        page.file(name, data)
        (tmp_path / name).write_bytes(data)
    result = page.looked()["account"]["problems"]
    other = new_site(tmp_path / "other")
    main(["--site", str(other), "import", "--dry-run", *(str(tmp_path / name) for name in wrong)])
    printed = capsys.readouterr().err.replace(f"{tmp_path}/", "")
    for one in result:
        assert one["message"] in printed
        assert one["help"] in printed
    assert {(one["path"], one["message"]) for one in result if one["severity"] == "error"} == {
        ("empty.txt", "nothing was taken from the file: the file is empty"),
        ("photo.txt", "pictures are not read"),
        ("big.txt", "the file has 20 MB; the limit is 20 MB"),
    }


def test_an_address_is_fetched_once_and_refused_as_the_command_refuses_it(
    page: NewPage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def leads_here(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", ("127.0.0.1", 80))]

    away = Reply(status=302, headers={"Location": "http://localhost/"})
    with serving({"/light": Reply(PAGE), "/away": away}) as host:
        light = f"{host.base}/light"
        page.ask("address", address=light)
        state = page.looked()
        assert [(one["name"], one["shown"]) for one in state["items"]] == [(light, light)]
        [one] = state["account"]["articles"]
        assert {fact["name"]: fact["value"] for fact in one["facts"]}["address"] == light
        monkeypatch.setattr("socket.getaddrinfo", leads_here)
        wrong = ("ftp://quay.example/a", f"{host.base}/away", f"{host.base}/none", "inside.example/a")
        for address in wrong:
            page.ask("address", address=address)
            [result] = page.looked()["messages"]
            typed = address if "://" in address else f"https://{address}"
            main(["--site", str(page.site), "import", "--dry-run", typed])
            assert f"{result['message']}\n  help: {result['help']}\n" in capsys.readouterr().err
        assert len(page.looked()["items"]) == 1
        page.imported()
        assert host.paths().count("/light") == 1


@pytest.mark.slow
def test_what_is_pending_is_there_after_the_preview_was_stopped(page: NewPage) -> None:
    page.file("dump.txt", DUMP)
    page.ask("text", text=TEXT)
    first = page.looked()
    again = NewPage(desk_of(page.site))
    again.ask("state")
    state = again.looked()
    assert (state["items"], state["account"]) == (first["items"], first["account"])


def test_what_was_shown_and_has_changed_since_is_not_imported(page: NewPage) -> None:
    page.ask("text", text=TEXT)
    revision = page.looked()["revision"]
    page.file("dump.txt", DUMP)
    page.ask("import", revision=revision)
    [one] = page.looked()["messages"]
    assert (one["message"], one["help"]) == (
        "the material has changed since it was shown",
        "look at it again; nothing was imported",
    )
    assert not list((page.site / "briefings").rglob("*.md"))


def test_a_new_brief_is_written_from_the_form(page: NewPage) -> None:
    answer = page.ask(
        "brief", title="  The quay  opens ", date="2026-03-14", tags=["ferries"], outlet="Quay Letter", language="de"
    )
    assert answer["url"] == "/briefs/the-quay-opens/#desk-edit"
    text = (page.site / "briefings/2026/the-quay-opens.md").read_text(encoding="utf-8")
    made, form = read_form(text), {"title": "The quay opens", "date": "2026-03-14", "tags": ["ferries"], "lang": "de"}
    assert made is not None
    assert {name: made.values[name] for name in form} == form
    assert (made.values["sources"][0]["outlet"], made.values["draft"]) == ("Quay Letter", "true")
    assert page.ask("brief", title="The quay opens", date="2026-03-14")["url"] == "/briefs/the-quay-opens-2/#desk-edit"


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"title": " "}, "the title is empty"),
        ({"title": "A", "date": "soon"}, "`soon` is not a day"),
        ({"title": "A", "language": "German"}, "`German` is no code of a language"),
    ],
)
def test_a_form_with_a_mistake_writes_nothing(page: NewPage, form: dict[str, str], message: str) -> None:
    answer = page.ask("brief", **form)
    assert [one["message"] for one in answer["wrong"]] == [message]
    assert answer["url"] == ""
    assert list((page.site / "briefings").iterdir()) == []


def test_no_other_page_brings_anything_to_the_desk(page: NewPage) -> None:
    body = json.dumps({"text": TEXT, "address": f"http://{HOST}/", "title": "A"}).encode()
    others: tuple[dict[str, str], ...] = (
        {"HTTP_X_DESK_TOKEN": "guess"},
        {"HTTP_ORIGIN": "https://elsewhere.example"},
        {"HTTP_ORIGIN": ""},
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"REMOTE_ADDR": "192.0.2.7"},
    )
    for changed in others:
        for question in ("file", "text", "address", "brief", "import", "undo"):
            environ = posted(body, **{"HTTP_X_DESK_TOKEN": page.desk.token, **changed})
            status, _, _ = page.desk.answer(f"/_desk/api/new/{question}/", environ)
            assert status == "403 Forbidden"
    assert page.looked()["items"] == []
    assert list((page.site / "briefings").iterdir()) == []


PARTED = """\
Bridge closed after rust is found

By Ilse Maar, 30 November 2026

The council of Port Amaro has closed the old bridge. Inspectors found rust in two of its four cables on Saturday.

Repairs cost 40 million euros and last six weeks, said the works office on Sunday morning.

Share this article

---

Turbine sends its first power ashore

By Karl Weiss, 29 November 2026

Windworks has connected its first turbine to the grid. It supplies 2,100 homes in Vessby, the company said on Friday.

A second one follows in May 2027. The company employs 140 people on the island.

Sign up for our newsletter
"""


def test_a_line_that_is_left_out_is_told_as_such_wherever_the_account_shows_it(page: NewPage) -> None:
    page.file("parted.txt", PARTED.encode())
    account = page.looked()["account"]
    rows = [row for one in account["sections"] if one["title"].startswith("Left out") for row in one["rows"]]
    left = {row["what"].partition(": ")[2]: row["why"] for row in rows}
    shown = {part["text"]: part["left_out"] for one in account["articles"] for part in one["paragraphs"]}
    assert left == {
        "Share this article": "a way to share it",
        "Sign up for our newsletter": "how to subscribe or leave",
    }
    assert {text: why for text, why in shown.items() if why} == {text: left[text] for text in left if text in shown}
    # A place where an article begins already, below such a line, is no place to look at.
    openings = {(one["document"], part["line"]) for one in account["articles"] for part in one["paragraphs"][:2]}
    assert openings >= {("parted.txt", 1), ("parted.txt", 13)}
    unsure = {(gap["document"], gap["line"]) for gap in account["unsure"] if not gap["chosen"]}
    assert unsure & openings == set()


@pytest.mark.slow
@pytest.mark.parametrize("names", [("a",), ("a", "b"), ("a", "a2", "b", "c")])
def test_the_numbers_of_the_account_add_up_to_the_articles_that_were_found(
    page: NewPage, names: tuple[str, ...]
) -> None:
    texts = {"a": PARTED, "a2": PARTED.replace("six weeks", "eight weeks"), "b": DUMP.decode(), "c": TEXT}
    for name in names:
        page.file(f"{name}.txt", texts[name].encode())
    first = page.looked()["account"]["counts"]
    assert sum(part["count"] for part in first["parts"]) == first["articles"]
    page.imported()
    page.file("again.txt", (PARTED + "\n\n---\n\n" + TEXT).encode())
    second = page.looked()["account"]["counts"]
    assert sum(part["count"] for part in second["parts"]) == second["articles"]
    assert "known already" in {part["name"] for part in second["parts"]}
