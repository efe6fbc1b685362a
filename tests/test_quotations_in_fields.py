"""What a field of a brief quotes stands in the text of a source, like what the text of the brief quotes."""

import json
import shutil
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from annotated_briefings.base.yaml.field_table import Quoting, Table, TextUse
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.from_fields import example_of
from annotated_briefings.reports.status import site_status

NOW = datetime(2026, 4, 1, tzinfo=UTC)
ARTICLE = "aaaaaaaaaaaa"
SAID = "we shall not open the lock again"
"""Words of the article."""
INVENTED = "the lock belongs to nobody at all"
HEADLINE = "Keeper of the lock gives up his keys"
OURS = "the lock is older than the town"
"""Words of the text of the brief alone."""
TEXT = f"We have found that {OURS}.\n"
UNQUOTED = {
    ("key_points", "quote"): "a receipt, which is looked up as a whole",
    ("figures", "quote"): "a receipt, which is looked up as a whole",
    ("annotations", "quote"): "words of the text of the brief",
    ("annotations", "prefix"): "words of the text of the brief",
    ("annotations", "suffix"): "words of the text of the brief",
    ("sources", "title"): "the headline of the source, as it is",
    ("corrections", "was"): "it was wrong",
    ("corrections", "why"): "it tells what was wrong",
    ("answers", "question"): "it is copied from another brief",
}
"""Fields whose quotations are not looked up, and why."""


def text_fields(table: Table = BRIEF, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Quoting]]:
    for field in table:
        if field.inner and field.fills is None:
            yield from text_fields(field.inner, (*above, field.name))
        elif field.shown is TextUse.TEXT:
            yield (*above, field.name), field.quoting


FIELDS = dict(text_fields())
LOOKED_UP = [path for path, quoting in FIELDS.items() if quoting is not Quoting.NONE]


def brief_with(path: tuple[str, ...], text: str) -> str:
    """A brief with a text in one field, and with the examples of the fields beside it."""
    front: dict[str, object] = {
        "title": "The lock",
        "date": "2026-03-02",
        "summary": "In short.",
        "sources": [{"outlet": "Lock Courier", "url": "https://courier.example/lock"}],
        "imported": {"id": ARTICLE},
    }
    [field] = [field for field in BRIEF if field.name == path[0]]
    if len(path) == 1:
        front[path[0]] = [text] if field.kind.widget == "lines" else text
    else:
        value = yaml.safe_load(example_of(field))
        entry = value[0] if isinstance(value, list) else value
        entry = {name: one for name, one in entry.items() if name not in ("status", "lang", "reply_to")}
        entry[path[1]] = text
        front[path[0]] = [entry] if isinstance(value, list) else entry
    return f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)}---\n{TEXT}"


def lay_out(root: Path, *briefs: str) -> None:
    (root / "briefings").mkdir(parents=True)
    (root / "collected").mkdir()
    (root / "site.yaml").write_text("title: Locks\nbase_url: https://locks.example\n")
    for number, text in enumerate(briefs):
        (root / f"briefings/b{number}.md").write_text(text, encoding="utf-8")
    entry: dict[str, object] = {"id": ARTICLE, "file": "a.jsonl", "segment": "whole", "into": "", "verdict": "brief"}
    entry |= {"brief": "briefings/b0.md", "score": 1.0, "words": 9, "sketch": "", "title": HEADLINE}
    entry |= {"url": "https://courier.example/lock", "outlet": "Lock Courier"}
    (root / "briefings/imports.jsonl").write_text(json.dumps(entry) + "\n")
    (root / f"collected/{ARTICLE}.txt").write_text(f"“{SAID.capitalize()},” the keeper said at the gate.\n")


def unsupported(root: Path) -> list[tuple[str, str, str]]:
    """File, message and remedy of each quotation that nothing proves."""
    found = build(BuildRequest(root, NOW, write=False, search=False)).diagnostics
    quoted = [
        d for d in found if (d.code == "unsupported-quote" and "quotes `" in d.message) or "a source says" in d.message
    ]
    return [(d.place.path, d.message, d.help) for d in quoted]


def test_a_field_is_left_out_for_a_reason_alone() -> None:
    assert {path for path, quoting in FIELDS.items() if quoting is Quoting.NONE} == set(UNQUOTED)


def found_in(root: Path, paths: Sequence[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """The fields whose brief has an unsupported quotation, where brief N is that of field N."""
    files = {f"briefings/b{number}.md": path for number, path in enumerate(paths)}
    return {files[file] for file, *_ in unsupported(root)}


def test_invented_words_are_an_error_in_every_field_and_words_of_the_source_in_none(tmp_path: Path) -> None:
    paths = list(FIELDS)
    lay_out(tmp_path / "invented", *(brief_with(path, f"He said: “{INVENTED}.”") for path in paths))
    lay_out(tmp_path / "said", *(brief_with(path, f"He said: “{SAID}.”") for path in paths))
    assert found_in(tmp_path / "invented", paths) == set(LOOKED_UP)
    assert found_in(tmp_path / "said", paths) == set()


def test_the_message_names_the_field_and_a_remedy_that_works_there(tmp_path: Path) -> None:
    lay_out(tmp_path, *(brief_with(path, f"He said: “{INVENTED}.”") for path in LOOKED_UP))
    start = "quote the words exactly, take the quotation marks away, or "
    found = sorted(unsupported(tmp_path), key=lambda one: (len(one[0]), one[0]))
    for (_, message, remedy), path in zip(found, LOOKED_UP, strict=True):
        linked = FIELDS[path] is Quoting.OTHERS
        assert message == f"`{path[0]}` quotes `{INVENTED}.`, which no collected text has"
        assert remedy == start + ("link to where they are, beside them" if linked else "import the text that has them")


def test_a_clone_comes_to_the_same_verdict_with_the_proofs(tmp_path: Path) -> None:
    briefs = [brief_with(path, f"He said: “{words}.”") for words in (INVENTED, SAID) for path in LOOKED_UP]
    lay_out(tmp_path / "here", *briefs)
    shutil.copytree(tmp_path / "here", tmp_path / "unproved", ignore=shutil.ignore_patterns("collected"))
    main(["--site", str(tmp_path / "here"), "check"])
    shutil.copytree(tmp_path / "here", tmp_path / "proved", ignore=shutil.ignore_patterns("collected", ".cache"))
    paths = [*LOOKED_UP, *((*path, "said") for path in LOOKED_UP)]
    assert found_in(tmp_path / "here", paths) == found_in(tmp_path / "proved", paths) == set(LOOKED_UP)
    assert found_in(tmp_path / "unproved", paths) == set(paths)
    tasks = [task.message for task in site_status(tmp_path / "proved", NOW, names=False).tasks if task.kind == "quote"]
    assert tasks.count(f"nothing proves that a source says `{INVENTED}.`") == len(LOOKED_UP)
    assert not any(SAID in task for task in tasks)


def test_the_headline_of_an_article_may_be_quoted(tmp_path: Path) -> None:
    lay_out(tmp_path, *(brief_with(path, f"Under “{HEADLINE}” we read of it.") for path in LOOKED_UP))
    assert unsupported(tmp_path) == []


ELSEWHERE = {"id": "bbbbbbbbbbbb", "file": "b.jsonl", "segment": "whole", "into": "", "verdict": "brief", "score": 1.0}


def with_text_elsewhere(root: Path, words: str) -> None:
    """A second article, of a host that is no source of the brief."""
    entry = ELSEWHERE | {"brief": "", "words": 9, "sketch": "", "title": "", "url": "https://ministry.example/a"}
    with (root / "briefings/imports.jsonl").open("a") as ledger:
        ledger.write(json.dumps(entry) + "\n")
    (root / "collected/bbbbbbbbbbbb.txt").write_text(f"“{words.capitalize()},” the ministry wrote.\n")


OTHERS = [path for path, quoting in FIELDS.items() if quoting is Quoting.OTHERS]
LINKED = f"[The ministry](https://ministry.example/a) said: “{INVENTED}.”"


@pytest.mark.parametrize("path", OTHERS, ids="-".join)
def test_readers_are_told_wherever_words_are_shown_that_nobody_has_checked(
    path: tuple[str, ...], tmp_path: Path
) -> None:
    lay_out(tmp_path, brief_with(path, LINKED))
    found = build(BuildRequest(tmp_path, NOW, search=False)).diagnostics
    [hint] = [d for d in found if d.code == "unchecked-quotation"]
    assert hint.message == f"`{path[0]}` quotes `{INVENTED}.`, and no text of `ministry.example` was collected"
    assert hint.help == (
        "to have it checked, name the page under `sources` and run"
        " `briefings attach briefings/b0.md https://ministry.example/a`"
    )
    shown = [
        file
        for file in (tmp_path / "_site").rglob("*")
        if file.is_file() and INVENTED in file.read_text("utf-8", "ignore")
    ]
    wanted = {".html", ".md", ".xml", ".json"} if path[0] == "annotations" else {".html"}
    assert {file.suffix for file in shown} >= wanted
    assert [file for file in shown if "Quotation not checked" not in file.read_text("utf-8")] == []


@pytest.mark.parametrize("path", OTHERS, ids="-".join)
def test_what_was_collected_at_the_link_proves_or_disproves_the_words(path: tuple[str, ...], tmp_path: Path) -> None:
    for name, words, wrong in (("there", INVENTED, 0), ("other", SAID, 1)):
        lay_out(tmp_path / name, brief_with(path, LINKED))
        with_text_elsewhere(tmp_path / name, words)
        assert len(unsupported(tmp_path / name)) == wrong
        build(BuildRequest(tmp_path / name, NOW, search=False))
        assert "Quotation not checked" not in (tmp_path / name / "_site/briefs/b0/index.html").read_text()


def test_a_brief_typed_by_hand_tells_of_unchecked_words_too(tmp_path: Path) -> None:
    text = brief_with(("annotations", "note"), LINKED)
    lay_out(tmp_path, text[: text.index("imported:")] + text[text.index("annotations:") :])
    found = build(BuildRequest(tmp_path, NOW, search=False)).diagnostics
    assert [d.code for d in found if "quotation" in d.code] == ["unchecked-quotation"]
    assert "Quotation not checked" in (tmp_path / "_site/briefs/b0/index.html").read_text()


def test_notes_and_answers_alone_quote_the_brief_or_those_to_whom_they_link(tmp_path: Path) -> None:
    texts = {
        "ours": f"We wrote “{OURS}.”",
        "linked": f"[The ministry](https://ministry.example/a) said: “{INVENTED}.”",
        "source": f"[The Courier](https://www.courier.example/b) said: “{INVENTED}.”",
    }
    strict = {path for path in LOOKED_UP if FIELDS[path] is Quoting.SOURCES}
    for name, text in texts.items():
        lay_out(tmp_path / name, *(brief_with(path, text) for path in LOOKED_UP))
        assert found_in(tmp_path / name, LOOKED_UP) == (set(LOOKED_UP) if name == "source" else strict)


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        (f"Of it:\n\n> {INVENTED}\n", True),
        (f"Of it:\n\n> {SAID}\n", False),
        (f"[Of it](https://ministry.example/a):\n\n> {INVENTED}\n", False),
        (f"Of it:\n\n> {INVENTED}\n>\n> — [ministry](https://ministry.example/a)\n", False),
        (f"[Other](https://ministry.example/a).\n\nA paragraph.\n\nHe said: “{INVENTED}.”\n", True),
        (f"Of it:\n\n```\n“{INVENTED}”\n```\n", False),
        (f"- He said: “{INVENTED}.”\n", True),
        ("He said: “we **shall not** [open](https://courier.example/b) the lock again”.\n", False),
        ("It is “an old lock”.\n", False),
    ],
)
def test_a_note_quotes_between_marks_and_in_blocks(note: str, wrong: bool, tmp_path: Path) -> None:
    lay_out(tmp_path, brief_with(("annotations", "note"), note))
    assert len(unsupported(tmp_path)) == wrong


def test_a_draft_of_a_note_quotes_nobody(tmp_path: Path) -> None:
    text = brief_with(("annotations", "note"), f"He said: “{INVENTED}.”")
    lay_out(tmp_path, text.replace("  kind:", "  status: draft\n  kind:"))
    assert unsupported(tmp_path) == []


def test_the_error_stands_at_the_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, brief_with(("summary",), f"He said: “{INVENTED}.” Then he left."))
    assert main(["--site", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.startswith(
        f"briefings/b0.md:4:21: error[unsupported-quote]: `summary` quotes `{INVENTED}.`, which no collected text has\n"
        f"    4 | summary: 'He said: “{INVENTED}.” Then he left.'\n"
        f"      |                     {'^' * (len(INVENTED) + 1)}\n"
        "  help: quote the words exactly, take the quotation marks away, or import the text that has them\n"
    )


def test_what_import_writes_of_a_quotation_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: Locks\nbase_url: https://locks.example\n")
    text = "The lock cost us 40 million crowns in the year, and 12% of the boats paid for it"
    articles = [
        {
            "title": f"“We lost {number} million crowns,” says the keeper of the lock",
            "outlet": "Lock Courier",
            "url": f"https://courier.example/{number}",
            "date": "2026-03-02",
            "text": f"“{text} in spring {number},” the keeper said on Monday at the gate of the town.\n\n"
            f"He has {number} thousand boats to count, he wrote, “and the wages rose by {number}% in May of that year, "
            f"which nobody expected”.\n\nThe town has paid for all of the gates since the spring of 1951, it said.",
        }
        for number in (23, 45)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    main(["--site", str(tmp_path), "import", str(tmp_path / "in.jsonl"), "--publish"])
    found = build(BuildRequest(tmp_path, NOW, write=False, search=False)).diagnostics
    assert list((tmp_path / "briefings").rglob("*.md"))
    assert [d for d in found if d.code.startswith("unsupported")] == []


def body_quotations(root: Path, body: str, front: str = "imported: {id: aaaaaaaaaaaa}") -> list[str]:
    """What is reported of a brief whose text is given."""
    sources = "sources: [{outlet: Lock Courier, url: 'https://courier.example/lock'}]"
    lay_out(root, f"---\ntitle: The lock\ndate: 2026-03-02\nsummary: In short.\n{sources}\n{front}\n---\n{body}\n")
    return [message for _, message, _ in unsupported(root)]


PLACES = {
    "paragraph": "We read: “{}”",
    "heading": "## “{}”\n\nText.",
    "list": "- one\n- We read: “{}”",
    "table": "| a | b |\n|---|---|\n| x | “{}” |",
    "footnote": "Text.[^1]\n\n[^1]: We read: “{}”",
    "definition": "Lock\n: We read: “{}”",
    "alt text": "![We read: “{}”](lock.jpg)",
    "title of a picture": "![lock](lock.jpg 'We read: “{}”')",
    "title of a link": "[lock](https://courier.example/lock 'We read: “{}”')",
    "block of quoted text": "> {}",
    "block within a block": "> “yes”\n>\n> > {}",
    "list in a block": "> - {}",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("front", ["imported: {id: aaaaaaaaaaaa}", ""], ids=["imported", "by hand"])
def test_invented_words_are_an_error_wherever_in_the_text_they_are(tmp_path: Path, place: str, front: str) -> None:
    assert body_quotations(tmp_path / "said", PLACES[place].format(SAID), front) == []
    assert body_quotations(tmp_path / "invented", PLACES[place].format(INVENTED), front) == [
        f"the text quotes `{INVENTED}`, which no collected text has"
    ]


def test_a_brief_by_hand_is_not_checked_where_a_source_has_no_collected_text(tmp_path: Path) -> None:
    text = f"We read: “{INVENTED}.”"
    assert body_quotations(tmp_path, text, "key_points: []") != []
    lay_out(
        tmp_path / "two",
        "---\ntitle: The lock\ndate: 2026-03-02\nsummary: In short.\nsources:\n"
        "  - {outlet: Lock Courier, url: 'https://courier.example/lock'}\n"
        f"  - {{outlet: Lock Mirror, url: 'https://mirror.example/lock'}}\n---\n{text}\n",
    )
    assert unsupported(tmp_path / "two") == []
