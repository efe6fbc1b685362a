"""A receipt is quoted from its source, our own text, unchecked or an error, on every machine and in every output."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.build.request import BuildReport, BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.project.derive import Checks, DeriveOptions, derive_site
from annotated_briefings.reports.status import site_status
from annotated_briefings.site.exports.search_records import search_records
from annotated_briefings.site.model.receipts import Lookup, ReceiptKind, receipt_kind
from annotated_briefings.site.pages.digests.digest import digest_view
from annotated_briefings.site.pages.digests.period import day_period

NOW = datetime(2026, 4, 1, tzinfo=UTC)
BRIEF = "briefings/2026/mill.md"
FIRST, SECOND = "aaaaaaaaaaaa", "bbbbbbbbbbbb"
WORDS = {
    "named": "the mill closes its 3 gates in June",
    "other": "the town buys 3 old mills",
    "body": "nobody has asked the 3 workers yet",
    "nowhere": "another 3 people lose their work",
}
"""Where words are: in the text of the named source, of another one, in our text alone, nowhere."""
HERE, PROVED, UNPROVED = "the texts are here", "a clone with proofs", "a clone without proofs"
LABELS = {
    ReceiptKind.QUOTED: "Quoted from Mill Courier",
    ReceiptKind.OWN: "Our text",
    ReceiptKind.UNCHECKED: "Not checked",
    ReceiptKind.UNSOURCED: "No source",
    ReceiptKind.MISSING: "receipt missing",
}


def ledger_line(identity: str, outlet: str, title: str, into: str = "") -> str:
    url = f"https://{outlet.split()[-1].lower()}.example/mill"
    line: dict[str, object] = {"id": identity, "file": "a.jsonl", "segment": "whole", "into": into}
    line |= {"verdict": "near" if into else "brief", "brief": BRIEF, "score": 1.0, "words": 9, "sketch": ""}
    return json.dumps(line | {"url": url, "title": title, "outlet": outlet}) + "\n"


CELLS = [(number, place) for number in (1, 0, 3) for place in WORDS] + [(0, ""), (1, "")]
"""Number of the source of each claim, and where its words are; without words at the end."""


def expected(number: int, place: str, machine: str) -> ReceiptKind:
    if not place:
        return ReceiptKind.UNCHECKED if number else ReceiptKind.UNSOURCED
    if number == 3:
        return ReceiptKind.UNCHECKED
    if number == 1:
        return ReceiptKind.QUOTED if place == "named" and machine != UNPROVED else ReceiptKind.MISSING
    return ReceiptKind.OWN if place == "body" else ReceiptKind.MISSING


def front_matter() -> str:
    lines = ["title: The mill", "date: 2026-03-02", "summary: In short.", "key_points:"]
    for at, (number, place) in enumerate(CELLS):
        more = f", quote: {WORDS[place]}" if place else ""
        lines.append(f"  - {{text: Point {at}.{more}{f', source: {number}' if number else ''}}}")
    lines.append("figures:")
    for at, (number, place) in enumerate(CELLS):
        more = f", quote: {WORDS[place]}" if place else ""
        lines.append(f"  - {{value: 3, what: figure {at}{more}{f', source: {number}' if number else ''}}}")
    lines += [
        "sources:",
        "  - {outlet: Mill Courier, title: Gates, url: 'https://courier.example/mill'}",
        "  - {outlet: Mill Gazette, title: Purchase, url: 'https://gazette.example/mill', role: copy}",
        "  - {outlet: Mill Mirror, title: By hand, url: 'https://mirror.example/mill'}",
        f"imported: {{id: {FIRST}}}",
    ]
    return "\n".join(["---", *lines, "---", f"We know that {WORDS['body']}.", ""])


def lay_out(root: Path) -> None:
    (root / "briefings" / "2026").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Mills\nbase_url: https://mills.example\n")
    (root / BRIEF).write_text(front_matter())
    lines = ledger_line(FIRST, "Mill Courier", "Gates") + ledger_line(SECOND, "Mill Gazette", "Purchase", FIRST)
    (root / "briefings" / "imports.jsonl").write_text(lines)
    (root / "collected").mkdir()
    (root / "collected" / f"{FIRST}.txt").write_text(f"The owner says that {WORDS['named']}.\n")
    (root / "collected" / f"{SECOND}.txt").write_text(f"They write that {WORDS['other']}.\n")


class Machine:
    """A site on one machine, built."""

    def __init__(self, name: str, root: Path) -> None:
        self.name, self.root = name, root
        self.report: BuildReport = build(BuildRequest(root, NOW, search=False))
        self.page = BeautifulSoup((root / "_site/briefs/mill/index.html").read_bytes(), "lxml")

    def read(self, name: str) -> str:
        return (self.root / "_site" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module", params=[HERE, PROVED, UNPROVED])
def machine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    root = tmp_path_factory.mktemp("receipts")
    lay_out(root)
    if request.param == PROVED:
        main(["--site", str(root), "check"])
    if request.param != HERE:
        shutil.rmtree(root / "collected")
    return Machine(request.param, root)


def cells(machine: Machine) -> Iterator[tuple[int, int, str, ReceiptKind]]:
    for at, (number, place) in enumerate(CELLS):
        yield at, number, place, expected(number, place, machine.name)


@pytest.mark.parametrize("lookup", Lookup)
@pytest.mark.parametrize(("quote", "source", "in_body"), [*product(("words", ""), (0, 1), (False, True))])
def test_our_own_text_never_proves_words_of_a_source(quote: str, source: int, in_body: bool, lookup: Lookup) -> None:
    kind = receipt_kind(quote, source, in_body, lookup)
    assert (kind is ReceiptKind.QUOTED) == bool(quote and source and lookup is Lookup.FOUND)
    assert (kind is ReceiptKind.OWN) == bool(quote and not source and in_body)
    assert (kind is ReceiptKind.UNSOURCED) == (not quote and not source)


def test_what_nothing_proves_is_an_error_at_its_place_and_nothing_else_is(machine: Machine) -> None:
    lines = (machine.root / BRIEF).read_text().splitlines()
    found = sorted(d.place.line for d in machine.report.diagnostics if d.code == "unsupported-quote")
    missing = [at for at, *_, kind in cells(machine) if kind is ReceiptKind.MISSING]
    named = [*(f"Point {at}." for at in missing), *(f"what: figure {at}," for at in missing)]
    assert found == sorted(n for n, line in enumerate(lines, 1) if any(words in line for words in named))


def test_the_page_says_what_each_receipt_is(machine: Machine) -> None:
    for at, number, place, kind in cells(machine):
        item = machine.page.select(".points li")[at]
        assert item.select_one(".receipt-mark").get_text() == LABELS[kind]  # type: ignore[union-attr]
        words = WORDS.get(place, "")
        assert bool(place and words in item.get_text()) == bool(place and kind is not ReceiptKind.MISSING)
        assert bool(item.select("q")) == (bool(place) and kind in (ReceiptKind.QUOTED, ReceiptKind.UNCHECKED))
        assert bool(item.select("a[href*=':~:text=']")) == (kind is ReceiptKind.QUOTED)
        names = [name for name in ("Courier", "Gazette", "Mirror") if name in item.get_text()]
        expected_names = {1: ["Courier"], 3: ["Mirror"]}.get(number, [])
        assert names == ([] if kind is ReceiptKind.MISSING else expected_names)
        row = machine.page.select("table.figures tbody tr")[at]
        cell = row.select("td")[-1].get_text()
        assert cell.startswith(LABELS[kind])
        assert any(name in cell for name in ("Courier", "Gazette", "Mirror")) == bool(names)


def test_the_page_explains_each_label_that_it_has_once(machine: Machine) -> None:
    (help_,) = machine.page.select(".label-help")
    assert help_.select_one("summary").get_text() == "What do these labels mean?"  # type: ignore[union-attr]
    kinds = [kind for kind in ReceiptKind if kind in {kind for *_, kind in cells(machine)}]
    labels = ["Quoted from …" if kind is ReceiptKind.QUOTED else LABELS[kind] for kind in kinds]
    assert [one.get_text() for one in help_.select("dt")] == labels
    assert len({one.get_text() for one in help_.select("dd")}) == len(labels)


def test_a_page_on_which_all_is_quoted_explains_no_label(tmp_path: Path) -> None:
    lay_out(tmp_path)
    quoted = [line for line in front_matter().splitlines() if not any(word in line for word in ("oint", "figure"))]
    quoted.insert(4, f"key_points: [{{text: Point, quote: {WORDS['named']}, source: 1}}]")
    (tmp_path / BRIEF).write_text("\n".join(quoted))
    page = Machine(HERE, tmp_path).page
    assert [one.get_text() for one in page.select(".receipt-mark")] == [LABELS[ReceiptKind.QUOTED]]
    assert page.select(".label-help") == []


def test_only_proved_words_are_marked_in_our_text(machine: Machine) -> None:
    marked = [span.get_text() for span in machine.page.select(".text .receipt")]
    # The words of a source typed by hand stand in our text too.
    assert marked == [WORDS["body"]]


@pytest.mark.parametrize("form", ["atom", "json", "rss"])
def test_feeds_say_what_each_receipt_is(machine: Machine, form: str) -> None:
    if form == "json":
        html = json.loads(machine.read("feed.json"))["items"][0]["content_html"]
    else:
        root = ElementTree.fromstring(machine.read("feed.xml" if form == "atom" else "rss.xml"))
        html = next(e.text for e in root.iter() if e.text and "Point 0." in e.text)
    items = BeautifulSoup(html, "lxml").select("li")
    for at, number, place, kind in cells(machine):
        text = items[at].get_text()
        assert LABELS[kind] in text
        assert bool(items[at].select("q")) == (bool(place) and kind in (ReceiptKind.QUOTED, ReceiptKind.UNCHECKED))
        named = number and kind is not ReceiptKind.MISSING
        assert any(name in text for name in ("Courier", "Gazette", "Mirror")) == bool(named)


def test_the_markdown_twin_says_what_each_receipt_is(machine: Machine) -> None:
    lines = machine.read("briefs/mill/index.md").splitlines()
    for at, number, place, kind in cells(machine):
        point = next(line for line in lines if line.startswith(f"- Point {at}."))
        figure = next(line for line in lines if f": figure {at} (" in line)
        assert LABELS[kind] in point
        assert LABELS[kind] in figure
        assert ("“" in point) == (bool(place) and kind in (ReceiptKind.QUOTED, ReceiptKind.UNCHECKED))
        named = number and kind is not ReceiptKind.MISSING
        assert any(name in point + figure for name in ("Courier", "Gazette", "Mirror")) == bool(named)


def test_json_ld_quotes_a_source_only_with_words_of_its_text(machine: Machine) -> None:
    data = json.loads(machine.page.select_one("script[type='application/ld+json']").string or "")  # type: ignore[union-attr]
    parts = data.get("hasPart", [])
    quoted = [part["text"] for part in parts if part["isPartOf"]["url"] == "https://courier.example/mill"]
    assert quoted == ([WORDS["named"]] if machine.name != UNPROVED else [])
    assert len(parts) == len(quoted)


def test_search_digest_and_figures_say_what_each_receipt_is(machine: Machine) -> None:
    context = derive_site(machine.root, DeriveOptions(machine.root, NOW, checks=Checks.NONE)).context
    [record] = search_records(context)
    [brief] = digest_view(context, day_period(date(2026, 3, 2)), 9, 9).briefs
    rows = BeautifulSoup(machine.read("figures/index.html"), "lxml").select("tbody tr")
    for at, number, _, kind in cells(machine):
        found = next(line for line in record.text if line.startswith(f"Point {at}."))
        row = next(r.get_text() for r in rows if f"figure {at} " in r.get_text())
        for text in (found, row, brief.points[at] if at < 3 else found):
            assert LABELS[kind] in text
            named = number and kind is not ReceiptKind.MISSING
            assert any(name in text for name in ("Courier", "Gazette", "Mirror")) == bool(named)


def test_status_lists_what_nothing_proves(machine: Machine) -> None:
    tasks = [task for task in site_status(machine.root, NOW, names=False).tasks if task.kind == "quote"]
    assert len(tasks) == 2 * sum(kind is ReceiptKind.MISSING for *_, kind in cells(machine))


def test_a_clone_and_the_machine_with_the_texts_publish_the_same_bytes(tmp_path: Path) -> None:
    lay_out(tmp_path / "here")
    main(["--site", str(tmp_path / "here"), "check"])
    shutil.copytree(tmp_path / "here", tmp_path / "clone", ignore=shutil.ignore_patterns("collected", ".cache"))
    outputs = []
    for name in ("here", "clone"):
        report = build(BuildRequest(tmp_path / name, NOW, search=False))
        site = tmp_path / name / "_site"
        files = {p.relative_to(site): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}
        outputs.append(({n: data for n, data in files.items() if n.name != ".briefings-manifest.json"}, report.failed))
    assert outputs[0] == outputs[1]


def test_all_pieces_of_a_receipt_light_up(tmp_path: Path) -> None:
    lay_out(tmp_path)
    text = (
        (tmp_path / BRIEF)
        .read_text()
        .replace("nobody has asked the 3 workers yet.", "*nobody* has **asked** the 3 workers yet.")
    )
    (tmp_path / BRIEF).write_text(text.replace("the 3 workers yet.", "[the 3 workers](https://a.example/) yet."))
    page = Machine(HERE, tmp_path).page
    pieces = page.select(".text .receipt-1")
    assert "".join(piece.get_text() for piece in pieces) == WORDS["body"]
    assert len(pieces) > 1
    assert [piece.get("id") for piece in pieces].count("receipt-1") == 1
    css = next((tmp_path / "_site" / "css").glob("site.*.css")).read_text()
    assert all(f".text:has(#receipt-{n}:target) .receipt-{n}" in css for n in range(1, 41))
