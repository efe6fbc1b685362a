"""Notes as an editor handles them: listing, bringing back to their words, and taking to other tools and back."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from json_ld import CONTEXT, expanded, load
from jsonschema import FormatChecker, validate
from pyld import jsonld

from annotated_briefings.base.values import replace
from annotated_briefings.cli.main import main
from annotated_briefings.content.model import KINDS as NOTE_KINDS
from annotated_briefings.intake.foreign_notes import Unreadable, read_notes
from annotated_briefings.intake.foreign_notes.files import KINDS

GOLDEN = Path(__file__).parents[1] / "golden" / "site"
PUBLISHED = Path(__file__).parents[1] / "golden" / "expected"
NOW = ("--now", "2026-05-01T00:00:00Z")
BRIEF = """\
---
title: The harbour
date: 2026-03-14
sources:
  - {outlet: Port Gazette, url: "https://www.example.org/port?utm_source=x&id=7"}
annotations:   # by the desk
  - quote: closed on Friday
    kind: check
    author: ED
    date: 2026-03-15
    note: The log says so.
  - {quote: The port, note: Which one?}
---
The harbor was closed on Friday night by its master. The port lies north of the city.

In winter the port is often closed. The ferry waited outside until the wind dropped to 8 knots.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Test\nbase_url: https://desk.example/news\n", encoding="utf-8")
    (tmp_path / "briefings" / "harbour.md").write_text(BRIEF, encoding="utf-8")
    return tmp_path


def call(capsys: pytest.CaptureFixture[str], site: Path, *arguments: str) -> tuple[int, str, str]:
    status = main(["--site", str(site), "annotations", *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def edit(site: Path, old: str, new: str) -> None:
    path = site / "briefings" / "harbour.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def changed_lines(site: Path, before: str) -> list[str]:
    after = (site / "briefings" / "harbour.md").read_text(encoding="utf-8")
    return [f"-{line}" for line in before.splitlines() if line not in after.splitlines()] + [
        f"+{line}" for line in after.splitlines() if line not in before.splitlines()
    ]


def test_the_list_says_of_every_note_whether_it_was_found(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "by its master", "by its new master")
    edit(site, "closed on Friday night", "closd on Friday night")
    edit(site, "The port lies", "The port lies there. The port lies")
    assert call(capsys, site, "list") == (
        0,
        (
            "briefings/harbour.md\n"
            "  n07aaad53  changed    closed on Friday\n"
            "  nd3022510  ambiguous  The port\n"
            "2 notes in 1 brief, 2 changed or not found (`briefings annotations reanchor` shows them)\n"
        ),
        "",
    )
    status, out, _ = call(capsys, site, "list", "--json")
    assert (status, json.loads(out)) == (
        0,
        [
            {
                "brief": "briefings/harbour.md",
                "id": "n07aaad53",
                "quote": "closed on Friday",
                "state": "anchored",
                "found": "closd on Friday",
                "why": "the wording has changed, and says the same",
            },
            {
                "brief": "briefings/harbour.md",
                "id": "nd3022510",
                "quote": "The port",
                "state": "ambiguous",
                "found": "The port",
                "why": "nothing says which of them is meant",
            },
        ],
    )
    assert call(capsys, site, "list", "--state", "orphan")[1] == "0 notes in 0 briefs\n"


def test_reanchor_shows_the_difference_and_writes_only_when_told_to(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site, "closed on Friday night", "closd on Friday night")
    before = (site / "briefings" / "harbour.md").read_text(encoding="utf-8")
    status, out, err = call(capsys, site, "reanchor")
    assert (status, out, err) == (
        0,
        (
            "briefings/harbour.md:7  n07aaad53  changed\n"
            "    [-closed-] {+closd+} on Friday\n"
            "nothing was written; `--write` writes 1 note\n"
        ),
        "",
    )
    assert changed_lines(site, before) == []
    status, out, _ = call(capsys, site, "reanchor", "--write")
    assert (status, out.splitlines()[-1]) == (0, "1 note written")
    assert changed_lines(site, before) == [
        "-  - quote: closed on Friday",
        "+  - quote: closd on Friday",
        "+    id: n07aaad53",
    ]
    assert call(capsys, site, "reanchor")[1] == "all notes are at their passages\n"
    # The id, and with it the address of the note, is that of the quote as it was first written.
    assert "n07aaad53" in call(capsys, site, "list")[1]


def test_a_note_that_the_build_refuses_to_move_is_moved_by_name_alone(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(site, "quote: closed on Friday", "quote: the wind dropped to 9 knots")
    before = (site / "briefings" / "harbour.md").read_text(encoding="utf-8")
    _, out, _ = call(capsys, site, "reanchor", "--write")
    identity = re.search(r"  (n\w+)  orphan", out)
    assert identity is not None
    assert out == (
        f"briefings/harbour.md:7  {identity[1]}  orphan\n"
        "    the wind dropped to [-9-] {+8+} knots\n"
        "    a figure has changed: `9` is now `8`\n"
        f"    if these words are right: `briefings annotations reanchor {identity[1]} --write`\n"
        "0 notes written\n"
    )
    assert changed_lines(site, before) == []
    assert call(capsys, site, "reanchor", identity[1], "--write")[1].endswith("1 note written\n")
    assert "+  - quote: the wind dropped to 8 knots" in changed_lines(site, before)


def test_one_of_several_places_is_chosen_by_its_number(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "quote: The port", "quote: the port")
    edit(site, "The port lies", "It is the port that lies")
    before = (site / "briefings" / "harbour.md").read_text(encoding="utf-8")
    _, out, _ = call(capsys, site, "reanchor")
    identity = re.search(r"  (n\w+)  ambiguous", out)
    assert identity is not None
    assert out == (
        f"briefings/harbour.md:12  {identity[1]}  ambiguous\n"
        "    the port\n"
        "    its words are at several places\n"
        "    1  …ay night by its master. It is [the port] that lies north of the city. …\n"
        "    2  … north of the city. In winter [the port] is often closed. The ferry wa…\n"
        f"    choose one with `briefings annotations reanchor {identity[1]} --place N --write`\n"
        "nothing was written\n"
    )
    assert call(capsys, site, "reanchor", identity[1], "--place", "2", "--write")[0] == 0
    assert changed_lines(site, before) == [
        "-  - {quote: the port, note: Which one?}",
        "+  - {quote: the port, note: Which one?, prefix: north of the city. In winter, "
        f"suffix: is often closed. The ferry, id: {identity[1]}}}",
    ]
    assert call(capsys, site, "list", "--state", "ambiguous")[1] == "0 notes in 0 briefs\n"


def test_a_pinned_note_follows_a_rewording(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "briefings" / "harbour.md").read_text(encoding="utf-8")
    status, out, _ = call(capsys, site, "reanchor", "--pin")
    assert (status, out) == (
        0,
        (
            "briefings/harbour.md:7  n07aaad53  to be pinned\n    closed on Friday\n"
            "briefings/harbour.md:12  nd3022510  to be pinned\n    The port\n"
            "nothing was written; `--write` writes 2 notes\n"
        ),
    )
    assert call(capsys, site, "reanchor", "--pin", "--write")[1].endswith("2 notes written\n")
    assert changed_lines(site, before) == [
        "-  - {quote: The port, note: Which one?}",
        "+    prefix: The harbor was",
        "+    suffix: night by its master. The",
        "+    id: n07aaad53",
        "+  - {quote: The port, note: Which one?, prefix: Friday night by its master., "
        "suffix: lies north of the city. In, id: nd3022510}",
    ]
    edit(site, "closed on Friday night", "clossed on Friday night")
    assert '"found": "clossed on Friday"' in call(capsys, site, "list", "--state", "changed", "--json")[1]
    assert call(capsys, site, "reanchor", "--pin", "--write")[1] == (
        "briefings/harbour.md:7  n07aaad53  written\n    [-closed-] {+clossed+} on Friday\n1 note written\n"
    )
    edit(site, "clossed on Friday night", "shut on Friday night")
    assert '"found": "shut on Friday"' in call(capsys, site, "list", "--state", "orphan", "--json")[1]


def test_an_editor_gives_the_words_of_a_note(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = call(capsys, site, "reanchor", "n07aaad53", "--quote", "closed on Saturday", "--write")
    assert (status, out.splitlines()[2]) == (0, "    `closed on Saturday` is not in the text")
    assert call(capsys, site, "reanchor", "n07aaad53", "--quote", "often closed", "--write")[1].endswith(
        "1 note written\n"
    )
    assert call(capsys, site, "list", "--json")[1].count('"found": "often closed"') == 1


def test_wrong_calls_are_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "reanchor", "--quote", "x") == (
        2,
        "",
        (
            "briefings: `--quote` and `--place` need the id of one note\n"
            "  help: `briefings annotations list` lists the ids\n"
        ),
    )
    assert call(capsys, site, "reanchor", "harbor") == (
        1,
        "",
        (
            "briefings: error[no-note]: no note and no brief with notes is called `harbor`\n"
            "  help: did you mean `harbour`?\n"
        ),
    )
    (site / "site.yaml").write_text("title: Test\n", encoding="utf-8")
    assert call(capsys, site, "export") == (
        2,
        "",
        (
            "briefings: notes are exported under their web addresses, and the site has no `base_url`\n"
            "  help: add it to site.yaml, or give it with `--base-url`\n"
        ),
    )
    (site / "x.json").write_text("[]", encoding="utf-8")
    assert call(capsys, site, "import", str(site / "x.json")) == (
        2,
        "",
        (
            f"briefings: `{site / 'x.json'}` cannot be imported: it holds no annotation\n"
            "  help: give a file of Web Annotations or of Hypothesis, in JSON\n"
        ),
    )
    assert call(capsys, site, "import", str(site / "y.json")) == (
        2,
        "",
        (
            f"briefings: `{site / 'y.json'}` cannot be read: no such file or directory\n"
            "  help: check how the path is written, and that you may read the file\n"
        ),
    )


# Exchange


OA, AS, DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/terms/"


def annotations(node: Any) -> list[Any]:
    if isinstance(node, list):
        return [found for item in node for found in annotations(item)]
    if not isinstance(node, dict):
        return []
    own = [node] if f"{OA}Annotation" in node.get("@type", []) else []
    return own + [found for value in node.values() for found in annotations(value)]


def check_model(annotation: Any) -> None:
    """What the model demands of an annotation (Web Annotation Data Model, sections 3.1 to 4.2)."""
    assert re.match(r"https?://\S+$", annotation["@id"])
    assert len(annotation[f"{OA}hasTarget"]) >= 1
    for motivation in annotation[f"{OA}motivatedBy"]:
        assert motivation["@id"].startswith(OA)
    for when in annotation.get(f"{DC}created", []):
        assert when["@type"] == "http://www.w3.org/2001/XMLSchema#dateTime"
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", when["@value"])
    for body in annotation.get(f"{OA}hasBody", []):
        assert body["@type"] == [f"{OA}TextualBody"]
        assert len(body["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"]) == 1
    for target in annotation[f"{OA}hasTarget"]:
        assert len(target[f"{OA}hasSource"]) == 1
        for selector in target[f"{OA}hasSelector"]:
            quote = selector
            if selector["@type"] == [f"{OA}CssSelector"]:
                [quote] = selector[f"{OA}refinedBy"]
            assert quote["@type"] == [f"{OA}TextQuoteSelector"]
            assert len(quote[f"{OA}exact"]) == 1


def count_keys(node: Any) -> int:
    """Keys and values that mean something, to see that none is lost when the document is expanded."""
    if isinstance(node, list):
        return sum(map(count_keys, node))
    if isinstance(node, dict):
        return sum(1 + count_keys(value) for key, value in node.items() if key != "@context")
    return 0


def test_published_notes_are_valid_web_annotations() -> None:
    pages = sorted(PUBLISHED.glob("briefs/*/annotations.json"))
    assert len(pages) >= 4
    ids: list[str] = []
    for path in pages:
        [page] = expanded(json.loads(path.read_text(encoding="utf-8")))
        assert page["@type"] == [f"{AS}OrderedCollectionPage"]
        assert page[f"{AS}partOf"] == [{"@id": "https://example.org/golden/annotations.json"}]
        found = annotations(page)
        assert found
        for annotation in found:
            check_model(annotation)
        ids += [annotation["@id"] for annotation in found]
        compact = jsonld.compact(page, CONTEXT, {"documentLoader": load})
        assert count_keys(compact) == count_keys(json.loads(path.read_text(encoding="utf-8")))
    [whole] = expanded(json.loads((PUBLISHED / "annotations.json").read_text(encoding="utf-8")))
    assert whole["@type"] == [f"{AS}OrderedCollection"]
    assert whole[f"{AS}totalItems"][0]["@value"] == len(ids) == len(set(ids))
    # The pages hang together from the first to the last.
    address = whole[f"{AS}first"][0]["@id"]
    seen = []
    while address:
        seen.append(address)
        page = json.loads((PUBLISHED / address.removeprefix("https://example.org/golden/")).read_text(encoding="utf-8"))
        address = page.get("next", "")
    assert len(seen) == len(pages)
    assert seen[-1] == whole[f"{AS}last"][0]["@id"]


def test_passages_are_named_by_words_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = call(capsys, site, "export", *NOW)
    text = BRIEF.split("---\n")[2].strip().replace("\n\n", "\n")
    for item in json.loads(out)["first"]["items"]:
        quote, within = item["target"]["selector"]
        assert within == {"type": "CssSelector", "value": ".text", "refinedBy": quote}
        assert quote.get("prefix", "") + quote["exact"] + quote["suffix"] in text


_NOTES = re.compile(r"^annotations:.*\n(?:[ ].*\n|\n(?=[ ]))+", re.MULTILINE)


def without_notes(site: Path) -> None:
    for path in site.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(_NOTES.sub("", text), encoding="utf-8")


def test_an_export_of_a_brief_that_is_not_there_is_refused(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(capsys, site, "export", "harbor", *NOW) == (
        1,
        "",
        ("briefings: error[no-note]: no brief is called `harbor`\n  help: did you mean `harbour`?\n"),
    )


@pytest.mark.parametrize("drafts", [(), ("--drafts",), ("--format=hypothesis",), ("--format=hypothesis", "--drafts")])
def test_export_import_export_gives_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], drafts: tuple[str, ...]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN, site)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert call(capsys, site, "export", "--output", str(first), *drafts, *NOW)[0] == 0
    without_notes(site)
    assert json.loads(call(capsys, site, "export", *NOW)[1])["total"] == 0
    assert call(capsys, site, "import", str(first))[0] == 0
    assert call(capsys, site, "export", "--output", str(second), *drafts, *NOW)[0] == 0
    assert first.read_bytes() == second.read_bytes()
    # And once more: nothing is there twice.
    before = {path: path.read_bytes() for path in site.rglob("*.md")}
    status, out, _ = call(capsys, site, "import", str(first))
    assert (status, out.splitlines()[0]) == (
        0,
        f"{len(read_notes(first.read_bytes()).notes)} notes read, 0 written, "
        f"{len(read_notes(first.read_bytes()).notes)} already present",
    )
    assert {path: path.read_bytes() for path in site.rglob("*.md")} == before


OF_API = {
    "type": "object",
    "required": ["id", "user", "uri", "text", "tags", "group", "permissions", "target", "document", "links", "hidden"],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "created": {"type": "string", "format": "date-time"},
        "updated": {"type": "string", "format": "date-time"},
        "user": {"type": "string", "pattern": "^acct:[^@]+@[^@]+$"},
        "uri": {"type": "string", "pattern": "^https?://"},
        "text": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "group": {"const": "__world__"},
        "references": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "permissions": {
            "required": ["read", "admin", "update", "delete"],
            "additionalProperties": {"type": "array", "items": {"pattern": "^(acct|group):"}, "minItems": 1},
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "required": ["source"],
                "properties": {
                    "selector": {"type": "array", "items": {"required": ["type"]}, "minItems": 1},
                },
            },
        },
        "document": {"required": ["title"], "properties": {"title": {"type": "array", "minItems": 1}}},
        "hidden": {"const": False},
        "user_info": {"properties": {"display_name": {"type": ["string", "null"]}}},
    },
}
"""An annotation as the documentation of Hypothesis' API describes it."""


def test_notes_are_exported_as_hypothesis_has_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    shutil.copytree(GOLDEN, site)
    w3c = json.loads(call(capsys, site, "export", "--drafts", *NOW)[1])["first"]["items"]
    status, out, _ = call(capsys, site, "export", "--drafts", "--format", "hypothesis", *NOW)
    rows = json.loads(out)["annotations"]
    assert (status, len(rows)) == (0, len(w3c))
    assert len(w3c) == 7
    for row, item in zip(rows, w3c, strict=True):
        validate(row, OF_API, format_checker=FormatChecker())
        assert row["id"] == item["id"]
        everybody = row["permissions"]["read"] == ["group:__world__"]
        assert everybody == ("draft" not in row["tags"])
    # What each says is read back whole.
    from_w3c = read_notes(json.dumps({"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": w3c}).encode()).notes
    read = read_notes(out.encode()).notes
    assert [replace(note, target="") for note in read] == [replace(note, target="") for note in from_w3c]


def hypothesis_row(**fields: Any) -> dict[str, Any]:
    quote, before, after = fields.pop("quote", ("The ferry waited outside", "often closed. ", " until the"))
    selectors = [
        {"type": "RangeSelector", "startContainer": "/p[1]"},
        {"type": "TextPositionSelector", "start": 1},
        {"type": "TextQuoteSelector", "exact": quote, "prefix": before, "suffix": after},
    ]
    uri = fields.get("uri", "https://desk.example/news/briefs/harbour/")
    return {
        "id": "Ab_c-123",
        "created": "2026-03-20T09:30:00.123456+00:00",
        "updated": "2026-03-21T09:30:00+00:00",
        "user": "acct:mira@hypothes.is",
        "uri": uri,
        "text": "Which ferry?",
        "tags": ["Question", "boats"],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"], "admin": ["acct:mira@hypothes.is"]},
        "target": [{"source": uri, "selector": selectors if quote else []}],
        "user_info": {"display_name": None},
        **fields,
    }


def import_rows(capsys: pytest.CaptureFixture[str], site: Path, *rows: dict[str, Any]) -> Any:
    path = site / "rows.json"
    path.write_text(json.dumps({"total": len(rows), "rows": rows}), encoding="utf-8")
    status, out, err = call(capsys, site, "import", str(path), "--json")
    assert (status, err) == (0, "")
    return json.loads(out)


def test_an_export_of_hypothesis_lands_beside_its_words(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "briefings" / "harbour.md").read_text(encoding="utf-8")
    assert import_rows(capsys, site, hypothesis_row()) == {
        "read": 1,
        "others": 0,
        "placed": [{"brief": "briefings/harbour.md", "id": "Ab_c-123"}],
        "lost": 0,
        "drafts": [{"brief": "briefings/harbour.md", "id": "Ab_c-123"}],
        "known": 0,
        "differing": [],
        "unplaced": [],
    }
    assert changed_lines(site, before) == [
        "+  - id: Ab_c-123",
        "+    quote: The ferry waited outside",
        "+    prefix: often closed.",
        "+    suffix: until the",
        "+    kind: question",
        "+    author: mira",
        "+    date: 2026-03-20T09:30:00Z",
        "+    status: draft",
        '+    note: "Which ferry?"',
    ]
    assert import_rows(capsys, site, hypothesis_row())["known"] == 1
    assert import_rows(capsys, site, hypothesis_row(text="Another remark."))["differing"] == [
        {"brief": "briefings/harbour.md", "id": "Ab_c-123"}
    ]


def test_all_notes_of_a_file_can_be_put_on_one_brief(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / "rows.json"
    path.write_text(json.dumps([hypothesis_row(uri="https://elsewhere.example/")]), encoding="utf-8")
    status, _, err = call(capsys, site, "import", str(path), "--brief", "harbor")
    assert (status, err) == (
        1,
        ("briefings: error[no-note]: no brief is called `harbor`\n  help: did you mean `harbour`?\n"),
    )
    status, out, _ = call(capsys, site, "import", str(path), "--brief", "harbour", "--draft")
    assert (status, out) == (0, "  briefings/harbour.md  Ab_c-123\n1 note read, 1 written, 0 already present\n")
    assert "status: draft" in (site / "briefings" / "harbour.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "uri",
    [
        "http://desk.example/news/briefs/harbour/index.html#x",
        "https://desk.example/news/briefs/harbour?ref=1",
        "http://127.0.0.1:8000/briefs/harbour/",
        "https://preview--desk.example.net/briefs/harbour/",
        "harbour",
        "/briefs/harbour/",
        "briefings/harbour.md",
        "https://example.org/port?id=7#:~:text=closed",
    ],
)
def test_a_brief_is_known_by_its_address_its_name_and_its_source(
    site: Path, capsys: pytest.CaptureFixture[str], uri: str
) -> None:
    assert len(import_rows(capsys, site, hypothesis_row(uri=uri))["placed"]) == 1


def test_what_has_no_place_is_listed_and_kept(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = import_rows(
        capsys,
        site,
        hypothesis_row(id="other", uri="https://elsewhere.example/"),
        hypothesis_row(id="page", quote=("", "", "")),
        hypothesis_row(id="reply", references=["x"]),
        hypothesis_row(id="lost", quote=("the wind dropped to 9 knots", "outside until", ".")),
        hypothesis_row(id="private", permissions={"read": ["acct:mira@hypothes.is"]}),
    )
    assert [(lost["id"], lost["brief"], lost["why"], lost["found"]) for lost in done["unplaced"]] == [
        ("other", "", "no brief has this address, and none rests on it as a source", ""),
        ("page", "briefings/harbour.md", "it is on the whole page, not on words of it", ""),
        ("lost", "briefings/harbour.md", "a figure has changed: `9` is now `8`", "the wind dropped to 8 knots"),
        ("reply", "briefings/harbour.md", "it is a reply to another note", ""),
    ]
    assert [placed["id"] for placed in done["placed"]] == ["private"]
    # Neither the lost note nor the private one is for readers.
    assert json.loads(call(capsys, site, "export", *NOW)[1])["total"] == 2
    assert json.loads(call(capsys, site, "export", "--drafts", *NOW)[1])["total"] == 6


def test_kinds_of_notes_are_the_same_everywhere() -> None:
    assert set(KINDS) == set(NOTE_KINDS)


W3C = {
    "@context": ["https://www.w3.org/ns/anno.jsonld", {"ex": "https://example.org/"}],
    "@id": "https://notes.example/1",
    "@type": "oa:Annotation",
    "oa:motivatedBy": {"@id": "oa:questioning"},
    "dcterms:creator": {"@id": "https://people.example/mira", "foaf:name": "Mira"},
    "dcterms:created": {"@value": "2026-03-20T09:30:00Z", "@type": "xsd:dateTime"},
    "oa:hasBody": {"@type": "oa:TextualBody", "rdf:value": "<p>Which <b>ferry</b>?</p>", "dc:format": "text/html"},
    "oa:hasTarget": {
        "oa:hasSource": {"@id": "https://desk.example/news/briefs/harbour/"},
        "oa:hasSelector": {
            "@type": "oa:CssSelector",
            "rdf:value": "p",
            "oa:refinedBy": {"@type": "oa:TextQuoteSelector", "oa:exact": "The ferry waited outside"},
        },
    },
}


def test_json_ld_is_read_in_whatever_shape_it_comes() -> None:
    [note] = read_notes(json.dumps(W3C).encode()).notes
    assert (note.id, note.author, note.created, note.kind, note.text) == (
        "https://notes.example/1",
        "Mira",
        "2026-03-20T09:30:00Z",
        "question",
        "Which **ferry**?",
    )
    assert (note.target, note.passage.quote) == (
        "https://desk.example/news/briefs/harbour/",
        "The ferry waited outside",
    )
    simple = {"type": "Annotation", "id": "urn:x:1", "bodyValue": "A remark.", "target": "https://desk.example/"}
    other = {**simple, "id": "urn:x:2", "body": "https://desk.example/proof"}
    assert [n.text for n in read_notes(json.dumps([simple, other]).encode()).notes] == [
        "A remark.",
        "A remark.\n\n<https://desk.example/proof>",
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"not json", "it is not JSON in UTF-8"),
        (b"\xff", "it is not JSON in UTF-8"),
        (b"{}", "it holds no annotation"),
        (b'{"rows": []}', "it holds no annotation"),
        (b"[" * 100_000, "it is not JSON in UTF-8"),
        (
            b'{"@context": "https://evil.example/c", "type": "Annotation"}',
            "its context `https://evil.example/c` is not the one of Web Annotations",
        ),
    ],
)
def test_a_file_without_notes_is_refused_with_the_reason(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_notes(data)
    assert str(caught.value) == why


def test_a_brief_that_cannot_be_patched_is_said_and_left_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(site, "annotations:   # by the desk", "annotations: &notes   # by the desk")
    edit(site, "---\nThe harbor", "unused: *notes\n---\nThe harbor")
    before = (site / "briefings" / "harbour.md").read_bytes()
    path = site / "rows.json"
    path.write_text(json.dumps([hypothesis_row()]), encoding="utf-8")
    status, out, err = call(capsys, site, "import", str(path))
    assert (status, err) == (
        1,
        (
            "briefings/harbour.md: error[patch]: `briefings/harbour.md` is written in a way that cannot be "
            "changed safely\n"
            "  help: make the change by hand; nothing was changed\n"
        ),
    )
    assert out == "1 note read, 0 written, 0 already present\n"
    assert (site / "briefings" / "harbour.md").read_bytes() == before
