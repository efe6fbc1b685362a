"""Import from disk to disk, as an editor runs it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import

DATA = Path(__file__).resolve().parents[1] / "data"
GOLD = json.loads((DATA / "dump.gold.json").read_text(encoding="utf-8"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    settled_site(root)
    (root / "dump.txt").write_bytes((DATA / "dump.txt").read_bytes())
    return root


def bring(site: Path, name: str = "dump.txt", *, dry_run: bool = False, publish: bool = False) -> ImportReport:
    return run_import(ImportRequest(site, (site / name,), publish=publish, dry_run=dry_run))


def tree(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def starts(site: Path, paths: tuple[str, ...]) -> Iterator[int]:
    for path in paths:
        text = (site / path).read_text(encoding="utf-8")
        yield int(text.split("  segment: lines ")[1].split("-")[0])


@pytest.mark.slow
def test_a_dump_becomes_one_brief_a_story(site: Path) -> None:
    done = bring(site)
    assert [show(d) for d in done.diagnostics] == []
    assert done.articles == len(GOLD["article_starts"])
    copies = {int(copy) for copy in GOLD["copies"]}
    assert sorted(starts(site, done.created)) == [s for s in GOLD["article_starts"] if s not in copies]
    assert len(done.created) == GOLD["unique_articles"]


def test_copies_are_folded_with_their_reason(site: Path) -> None:
    folded = {f.where: (f.verdict, f.why) for f in bring(site).folded}
    assert folded["dump.txt, lines 19-25"] == ("exact", "the same words")
    assert folded["dump.txt, lines 65-70"] == ("exact", "the same words")


def test_every_draft_is_a_brief_without_faults(site: Path) -> None:
    for path in bring(site).created:
        brief, found = parse_brief(Source(path, (site / path).read_text(encoding="utf-8")))
        assert [show(d) for d in found if d.code not in ("undated", "derived-title")] == []
        assert brief is not None
        assert brief.draft
        assert 0 < float(brief.confidence) <= 1
        assert all(point.passage for point in brief.key_points)


def test_sub_headings_and_the_embedded_post_keep_their_form(site: Path) -> None:
    path = next(p for p in bring(site).created if "ferry" in p)
    text = (site / path).read_text(encoding="utf-8")
    assert path.startswith("briefings/2024/")
    assert "date: 2024-03-12\n" in text
    assert "\n## A roof with a history\n" in text
    assert "\n> — Teo Marchetti (@teomarchetti), 2024-03-12\n" in text


def test_known_entities_and_tags_are_filled_in(site: Path) -> None:
    path = next(p for p in bring(site).created if "tideworks" in p)
    brief, _ = parse_brief(Source(path, (site / path).read_text(encoding="utf-8")))
    assert brief is not None
    assert {r.text for r in (*brief.about, *brief.mentions)} >= {"Tideworks", "Harbour City", "Mara Lindqvist"}


def test_importing_again_changes_nothing(site: Path) -> None:
    bring(site)
    before = tree(site)
    again = bring(site)
    assert (again.created, again.folded, again.unchanged) == ((), (), len(GOLD["article_starts"]))
    assert tree(site) == before


def test_the_same_text_under_another_name_is_known(site: Path) -> None:
    bring(site)
    (site / "other.txt").write_bytes((site / "dump.txt").read_bytes())
    assert bring(site, "other.txt").created == ()


def test_an_edited_brief_is_never_touched(site: Path) -> None:
    path = site / bring(site).created[0]
    text = path.read_text(encoding="utf-8").replace("draft: true", "draft: false")
    path.write_text(text + "\nMine.\n", encoding="utf-8")
    edited = path.read_bytes()
    bring(site)
    assert path.read_bytes() == edited


def test_a_dry_run_writes_nothing(site: Path) -> None:
    before = tree(site)
    assert len(bring(site, dry_run=True).created) == GOLD["unique_articles"]
    assert tree(site) == before


@pytest.mark.slow
def test_published_drafts_are_built(site: Path) -> None:
    bring(site, publish=True)
    report = build(BuildRequest(site, datetime(2026, 1, 1, tzinfo=UTC)))
    assert report.briefs == GOLD["unique_articles"] + 1
    assert not report.failed


def decide(site: Path, text: str) -> None:
    (site / "briefings" / "decisions.yaml").write_text(text, encoding="utf-8")


def test_a_decision_to_join_replaces_the_drafts_that_nobody_touched(site: Path) -> None:
    first = bring(site)
    decide(site, "- {join: dump.txt, line: 46}\n")
    done = bring(site)
    assert done.conflicts == ()
    assert [next(starts(site, (p,))) for p in done.created] == [39]
    assert len(done.removed) == 1
    assert not (site / done.removed[0]).exists()
    assert len([p for p in first.created if (site / p).exists()]) == len(first.created) - 1
    assert bring(site).created == ()


def test_a_draft_that_is_taken_away_tells_of_no_event_any_more(site: Path) -> None:
    """A brief cannot be one story with the draft that it replaces."""
    bring(site)
    decide(site, "- {split: dump.txt, line: 41}\n")
    done = bring(site)
    assert all(len(set(story.briefs)) > 1 for story in done.stories)


def test_a_decision_by_words_holds_for_a_file_of_another_name(site: Path) -> None:
    decide(site, "- {split: x.txt, text: Oduya and her supporters}\n")
    assert bring(site).articles == len(GOLD["article_starts"]) + 1


def test_an_edited_brief_whose_text_is_split_anew_is_kept_and_said(site: Path) -> None:
    first = bring(site)
    path = next(p for p in first.created if next(starts(site, (p,))) == 26)
    (site / path).write_text((site / path).read_text(encoding="utf-8") + "\nAn editor's line.\n", encoding="utf-8")
    decide(site, "- {join: dump.txt, line: 33}\n")
    done = bring(site)
    assert done.conflicts == (path,)
    assert (site / path).read_text(encoding="utf-8").endswith("An editor's line.\n")


def test_a_rule_inside_one_article_cuts_it_not_and_is_listed(site: Path) -> None:
    lines = (site / "dump.txt").read_text(encoding="utf-8").split("\n")
    (site / "dump.txt").write_text("\n".join([*lines[:12], "---", *lines[12:]]), encoding="utf-8")
    done = bring(site)
    assert done.articles == len(GOLD["article_starts"])
    assert [gap.chosen for gap in done.unsure if gap.line == 14] == [False]


def test_a_rejected_article_becomes_no_brief(site: Path) -> None:
    done = bring(site, dry_run=True)
    identity = done.folded[0].into
    decide(site, f"- {{reject: {identity}}}\n")
    done = bring(site)
    assert len(done.created) == GOLD["unique_articles"] - 1
    [why] = [why for place, why in done.refused if place == "dump.txt, lines 1-7"]
    assert why.startswith("an editor rejected it: `Tideworks, the Harbour City maker")
    assert why.endswith("out of briefings/decisions.yaml and import it again")


def test_another_days_dump_of_the_same_name_supersedes_nothing(site: Path) -> None:
    first = bring(site)
    (site / "dump.txt").write_text(
        "A quiet day in Vessby brought no news at all to the harbour or to the town hall.\n"
        "People went home early and slept, which the mayor called a good result.\n",
        encoding="utf-8",
    )
    done = bring(site)
    assert (done.removed, done.conflicts) == ((), ())
    assert all((site / path).exists() for path in first.created)
    assert len(done.created) == 1


def test_an_import_that_lost_its_ledger_writes_no_brief_twice(site: Path) -> None:
    bring(site)
    (site / "briefings" / "imports.jsonl").unlink()
    assert bring(site).created == ()


def test_a_broken_ledger_line_is_said_and_kept(site: Path) -> None:
    bring(site)
    ledger = site / "briefings" / "imports.jsonl"
    ledger.write_text("{broken\n" + ledger.read_text(encoding="utf-8"), encoding="utf-8")
    done = bring(site)
    assert [show(d) for d in done.diagnostics] == [
        "briefings/imports.jsonl:1:1: warning[ledger]: the line cannot be read\n"
        "  help: restore it from version control; its article may be imported again until then"
    ]
    assert ledger.read_text(encoding="utf-8").startswith("{broken\n")


def test_a_decision_that_matches_nothing_and_a_misspelt_one_are_said(site: Path) -> None:
    decide(site, "- {split: dump.txt, line: 900}\n- {splt: dump.txt, line: 3}\n")
    assert [show(d) for d in bring(site).diagnostics] == [
        "briefings/decisions.yaml:1:3: warning[unused-decision]: `dump.txt` has no paragraph at line 900\n"
        "  help: correct the decision, or take it out",
        "briefings/decisions.yaml:2:4: warning[unknown-key]: unknown key `splt`\n"
        "    2 | - {splt: dump.txt, line: 3}\n"
        "      |    ^^^^\n"
        "  help: did you mean `split`?",
    ]


def test_lines_that_many_articles_share_are_marked_and_kept_out_of_key_points(site: Path) -> None:
    line = "The Harbour Courier is made by nine people who live above the bakery in the old street of Vessby."
    stories = (
        "The town hall of Vessby was painted green on Monday because the shop had run out of every other colour.",
        "A ferry that nobody had ordered arrived in the harbour overnight and was sent back before breakfast.",
        "The lighthouse keeper has retired after forty winters and leaves his telescope to the primary school.",
        "Two teachers and a baker won the chess tournament together, since none of them could finish a game alone.",
    )
    lines = [json.dumps({"title": f"Story {n}", "text": f"{story}\n{line}"}) for n, story in enumerate(stories, 1)]
    (site / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    created = bring(site, "wire.jsonl").created
    assert len(created) == 4
    for path in created:
        head, body = (site / path).read_text(encoding="utf-8").split("\n---\n", 1)
        assert line in body
        assert f'  boilerplate:\n    - "{line}"' in head or f"  boilerplate:\n    - {line}" in head
        assert head.count("The Harbour Courier is made") == 1


def test_files_that_cannot_be_taken_are_named_and_the_others_are_imported(site: Path) -> None:
    folder = site / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_bytes((site / "dump.txt").read_bytes())
    (folder / "b.txt").write_bytes(b"\x00\x01\x02" * 100)
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.css").write_text("text", encoding="utf-8")
    done = bring(site, "inbox")
    assert len(done.created) == GOLD["unique_articles"]
    assert {(Path(path).name, why) for path, why in done.refused} == {
        ("b.txt", "the file holds binary data, not text"),
        ("c.txt", "the file is empty"),
        ("d.css", "files of this kind hold no article"),
    }


def test_a_missing_file_is_said(site: Path) -> None:
    done = bring(site, "nothing.txt")
    assert [d.message for d in done.diagnostics] == ["the file cannot be read: no such file or directory"]


def test_an_outlet_that_one_article_names_is_not_given_to_others(site: Path) -> None:
    texts = (
        'Mill to close in June\n\nNorsk Stal says it will shut its mill in June. "We have tried all," its chief '
        "executive told QuayWire on Friday.",
        "Bank cuts rate by half a point\n\nThe central bank of Ostmark cut its main rate to 2.25% on Thursday.",
        "Old dam is sound\n\nDivers found the old dam sound on Tuesday, eleven days after a barge had struck it.",
    )
    (site / "three.txt").write_text("\n\n---\n\n".join(texts), encoding="utf-8")
    created = run_import(ImportRequest(site, (site / "three.txt",))).created
    briefs = {path: (site / path).read_text(encoding="utf-8") for path in created}
    assert len(briefs) == 3
    assert [
        path for path, text in briefs.items() if "QuayWire" in text.partition("---\n\n")[0] and "outlet" in text
    ] == [path for path in briefs if "mill" in path]


@pytest.mark.parametrize("outlet", ["unknown", "Unknown", "N/A", "-", "none", "null", "(unknown)", "unbekannt", ""])
def test_no_outlet_is_written_where_none_is_known(site: Path, outlet: str) -> None:
    record = {
        "title": "Lock gate repaired",
        "outlet": outlet,
        "text": "Divers have repaired the lock gate, four days early.",
    }
    (site / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (path,) = run_import(ImportRequest(site, (site / "a.jsonl",))).created
    assert "outlet" not in (site / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("kept", range(4))
def test_lines_that_an_ended_import_did_not_write_are_written_by_the_next_one(site: Path, kept: int) -> None:
    text = "Divers found the old dam sound on Tuesday, eleven days after a barge had struck its northern pier."
    other = "The ferry sails again since Monday, with two crews and a new rudder, the guild of pilots wrote."
    records = [
        {
            "title": "Dam is sound",
            "outlet": "Courier",
            "url": "https://c.example/1",
            "date": "2026-02-03",
            "text": text,
        },
        {
            "title": "Dam is sound",
            "outlet": "Gazette",
            "url": "https://g.example/1",
            "date": "2026-02-03",
            "text": text,
        },
        {"title": "Ferry sails", "outlet": "Mirror", "url": "https://m.example/1", "date": "2026-02-03", "text": other},
    ]
    (site / "wire.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    bring(site, "wire.jsonl")
    ledger = site / "briefings" / "imports.jsonl"
    briefs = {path: data for path, data in tree(site).items() if path.endswith(".md")}

    def facts() -> dict[str, tuple[object, ...]]:
        lines = [json.loads(line) for line in ledger.read_text(encoding="utf-8").splitlines()]
        names = ("brief", "into", "file", "segment", "url", "outlet", "title", "text", "words", "sketch")
        return {line["id"]: tuple(line.get(name) for name in names) for line in lines if "id" in line}

    before = facts()
    assert len(before) == 3
    whole = [line for line in ledger.read_text(encoding="utf-8").splitlines(keepends=True) if line.startswith('{"id"')]
    ledger.write_text("".join(whole[:kept]), encoding="utf-8")
    bring(site, "wire.jsonl")
    assert facts() == before
    assert {path: data for path, data in tree(site).items() if path.endswith(".md")} == briefs
    after = ledger.read_bytes()
    bring(site, "wire.jsonl")
    assert ledger.read_bytes() == after
