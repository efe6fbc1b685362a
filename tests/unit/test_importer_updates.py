"""New versions of articles, brought into briefs without losing an editor's work."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples
from small_site import settled_site

from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.importer.outcome import ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake import pipeline
from annotated_briefings.project.load import load_site

pytestmark = pytest.mark.slow

LEAD = "The town of Vessby has opened a bridge that nobody asked for and that everybody now crosses twice a day."
COST = "It cost 40 million crowns, which is twice the yearly budget of the town, and took nineteen months to build."
MORE = "The mayor cut the ribbon and went home without a word to the reporters who had waited for him in the rain."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path / "site")
    return tmp_path / "site"


def bring(
    site: Path, *paragraphs: str, title: str = "Bridge opens", day: str = "2024-05-03", publish: bool = False
) -> ImportReport:
    record = {"title": title, "text": "\n".join(paragraphs), "url": "https://courier.example/1", "date": day}
    (site / "wire.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return run_import(ImportRequest(site, (site / "wire.jsonl",), publish=publish))


def brief(site: Path) -> Path:
    return site / "briefings" / "2024" / "bridge-opens.md"


def edit(site: Path, old: str, new: str) -> None:
    text = brief(site).read_text(encoding="utf-8")
    assert old in text
    brief(site).write_text(text.replace(old, new), encoding="utf-8")


def test_an_untouched_brief_gets_the_new_text_at_its_old_address(site: Path) -> None:
    assert bring(site, LEAD, COST).created == ("briefings/2024/bridge-opens.md",)
    done = bring(site, LEAD, COST, MORE, title="Bridge opens at last")
    assert (done.created, done.updated, done.conflicts) == ((), ("briefings/2024/bridge-opens.md",), ())
    text = brief(site).read_text(encoding="utf-8")
    assert MORE in text
    assert re.search(r"title: Bridge opens at last\nid: [0-9a-f]{12}\nslug: bridge-opens\n", text)
    again = bring(site, LEAD, COST, MORE, title="Bridge opens at last")
    assert (again.updated, again.unchanged) == ((), 1)


def test_an_edited_brief_is_merged_and_keeps_every_edit(site: Path) -> None:
    bring(site, LEAD, COST)
    edit(site, "draft: true", "draft: false\n# checked by the desk")
    edit(site, "title: Bridge opens\n", "title: A bridge for Vessby\n")
    done = bring(site, LEAD, COST, MORE)
    assert done.updated == ("briefings/2024/bridge-opens.md",)
    text = brief(site).read_text(encoding="utf-8")
    assert "draft: false\n# checked by the desk\n" in text
    assert "title: A bridge for Vessby\n" in text
    assert MORE in text


def test_a_renamed_public_brief_keeps_its_address_when_a_new_version_comes(site: Path) -> None:
    for move in (False, True):
        bring(site, LEAD, COST)
        edit(site, "draft: true", "draft: false")
        file = site / "briefings" / "spans.md" if move else brief(site)
        brief(site).rename(file)
        for publish in (False, True):
            bring(site, LEAD, COST, MORE if publish else "", title=f"Bridge {publish}", publish=publish)
            assert "\nslug: bridge-opens\n" in file.read_text(encoding="utf-8")
        file.unlink()
        (site / "briefings" / "imports.jsonl").unlink()


def test_a_field_of_an_editor_beside_one_that_an_import_changes_is_merged(site: Path) -> None:
    """Fields are merged as such: those that stand next to one another have nothing to do with each other."""
    bring(site, LEAD, COST)
    edit(site, "\ntitle: Bridge opens\n", "\ntitle: A bridge for Vessby\n")
    edit(site, "\n---\n", "\nwhy_it_matters: It is the only one.\n---\n")
    edit(site, "\ndate: 2024-05-03\n", "\nstory: bridge\ndate: 2024-05-03\n")
    done = bring(site, LEAD, COST, MORE, day="2024-05-05")
    assert (done.updated, done.conflicts) == (("briefings/2024/bridge-opens.md",), ())
    text = brief(site).read_text(encoding="utf-8")
    for line in (
        "title: A bridge for Vessby",
        "why_it_matters: It is the only one.",
        "story: bridge",
        "date: 2024-05-05",
    ):
        assert f"\n{line}\n" in text


def without_id(text: str) -> str:
    return re.sub("^id:.*\n", "", text, count=1, flags=re.M)


def without_record(text: str) -> str:
    return re.sub(r"^imported:\n(?: .*\n)+", "", text, flags=re.M)


def typed_id(text: str) -> str:
    return without_id(text).replace("draft: true", 'draft: false\nid: "our own name"')


def published(text: str) -> str:
    return text.replace("draft: true", "draft: false")


NAMED: dict[str, Callable[[str], str]] = {
    "published": published,
    "published, and the record of import taken out": lambda text: without_record(published(text)),
    "published, with an id of the editors": typed_id,
    "published, without a line for the id": lambda text: without_id(published(text)),
    "an edited draft": lambda text: text.replace("draft: true", "draft: true\n# look at it again"),
}
"""What an editor has made of a draft."""


def feed_name(site: Path) -> str:
    """What feeds call the brief."""
    found, _ = parse_brief(Source("briefings/2024/bridge-opens.md", brief(site).read_text(encoding="utf-8")))
    assert found
    return found.id or found.articles[0]


@pytest.mark.parametrize("edited", NAMED)
@pytest.mark.parametrize("older", [False, True], ids=["", "imported before briefs had ids"])
def test_a_new_version_leaves_a_brief_the_id_that_it_has(site: Path, edited: str, older: bool) -> None:
    bring(site, LEAD, COST)
    if older:
        for file in (brief(site), *(site / "collected").glob("*.md")):
            file.write_text(without_id(file.read_text(encoding="utf-8")), encoding="utf-8")
        if "taken out" in edited:
            pytest.skip("nothing but the record had the id")
    text = brief(site).read_text(encoding="utf-8")
    brief(site).write_text(NAMED[edited](text), encoding="utf-8")
    before = feed_name(site)
    later = "A week later the bridge was closed again, since nobody had thought of the ships below it."
    for day, more in (("2024-05-04", MORE), ("2024-05-05", later)):
        bring(site, LEAD, COST, more, day=day)
        # Without the record there is nothing to merge into: the new text is written beside the brief.
        assert (more in brief(site).read_text(encoding="utf-8")) != ("taken out" in edited)
        assert feed_name(site) == before
    changed = COST.replace("40", "41").replace("took nineteen", "took all of nineteen")
    brief(site).write_text(brief(site).read_text(encoding="utf-8").replace(COST, "Nobody said."), encoding="utf-8")
    bring(site, LEAD, changed, day="2024-05-06")
    incoming = brief(site).with_name("bridge-opens.incoming.md").read_text(encoding="utf-8")
    # Taken over as a whole, it is the same brief.
    assert ("our own name" if "editors" in edited else before) in incoming.partition("\nslug:")[0]


def test_a_new_version_of_a_brief_that_import_published_has_its_id(site: Path) -> None:
    record = {
        "title": "Bridge opens",
        "text": f"{LEAD}\n{COST}",
        "url": "https://courier.example/1",
        "date": "2024-05-03",
    }
    (site / "wire.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    run_import(ImportRequest(site, (site / "wire.jsonl",), publish=True))
    before = feed_name(site)
    assert bring(site, LEAD, COST, MORE).updated
    assert MORE in brief(site).read_text(encoding="utf-8")
    assert feed_name(site) == before


def test_a_conflict_goes_beside_the_brief_and_is_no_brief(site: Path) -> None:
    bring(site, LEAD, COST)
    edit(site, COST, "It cost far too much.")
    edited = brief(site).read_bytes()
    changed = COST.replace("40", "41").replace("took nineteen", "took all of nineteen")
    done = bring(site, LEAD, changed)
    assert (done.updated, done.conflicts) == ((), ("briefings/2024/bridge-opens.md",))
    assert brief(site).read_bytes() == edited
    incoming = brief(site).with_name("bridge-opens.incoming.md")
    assert changed in incoming.read_text(encoding="utf-8")
    assert incoming.name not in {Path(source.path).name for source in load_site(site).briefs}
    assert bring(site, LEAD, changed).conflicts == ()


def test_a_brief_that_an_editor_deleted_stays_deleted(site: Path) -> None:
    bring(site, LEAD, COST)
    brief(site).unlink()
    assert bring(site, LEAD, COST, MORE).updated == ()
    assert not brief(site).exists()


def test_a_deleted_article_that_comes_again_without_its_address_is_named(site: Path) -> None:
    facts = {"title": "Bridge opens", "outlet": "Courier", "date": "2024-05-03", "text": f"{LEAD}\n{COST}"}
    (site / "a.json").write_text(json.dumps(facts | {"url": "https://courier.example/1"}), encoding="utf-8")
    (site / "b.json").write_text(json.dumps(facts), encoding="utf-8")
    run_import(ImportRequest(site, (site / "a.json",)))
    brief(site).unlink()
    done = run_import(ImportRequest(site, (site / "b.json",)))
    assert [(one.where, one.brief) for one in done.gone] == [("b.json#1, whole", "briefings/2024/bridge-opens.md")]


def test_an_edited_brief_whose_generated_text_is_lost_is_never_overwritten(site: Path) -> None:
    bring(site, LEAD, COST)
    edit(site, "title: Bridge opens\n", "title: A bridge for Vessby\n")
    for file in (site / "collected").glob("*.*"):
        file.unlink()
    before = brief(site).read_bytes()
    assert bring(site, LEAD, COST, MORE).conflicts == ("briefings/2024/bridge-opens.md",)
    assert brief(site).read_bytes() == before


def test_an_untouched_brief_gets_the_new_text_where_nothing_collected_is_at_hand(site: Path) -> None:
    bring(site, LEAD, COST)
    for file in (site / "collected").glob("*.*"):
        file.unlink()
    assert bring(site, LEAD, COST, MORE).updated == ("briefings/2024/bridge-opens.md",)
    assert MORE in brief(site).read_text(encoding="utf-8")


def bring_text(site: Path, name: str, *paragraphs: str) -> ImportReport:
    (site / name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return run_import(ImportRequest(site, (site / name,), format="text"))


LONG = tuple(
    f"Paragraph {n} of the report says {word} things about the {word} bridge, its {word} pillars and cables, and asks "
    f"why the {word} works took {n} weeks longer than the {word} plan of the town had said they would."
    for n, word in enumerate(("northern", "broken", "costly", "yellow", "famous", "narrow", "modern", "wooden"), 3)
)


def test_a_fuller_text_of_an_untouched_brief_goes_into_it(site: Path) -> None:
    (path,) = bring_text(site, "short.txt", *LONG[:4]).created
    done = bring_text(site, "long.txt", *LONG)
    assert (done.created, done.updated, done.conflicts) == ((), (path,), ())
    assert LONG[7] in (site / path).read_text(encoding="utf-8")
    assert bring_text(site, "long.txt", *LONG).unchanged == 1
    assert bring_text(site, "short.txt", *LONG[:4]).created == ()


def test_a_fuller_text_of_an_edited_brief_gets_a_brief_of_its_own(site: Path) -> None:
    (path,) = bring_text(site, "short.txt", *LONG[:4]).created
    (site / path).write_text((site / path).read_text(encoding="utf-8") + "\nA word of ours.\n", encoding="utf-8")
    done = bring_text(site, "long.txt", *LONG)
    assert done.updated == ()
    assert len(done.created) == 1
    assert (site / path).read_text(encoding="utf-8").endswith("A word of ours.\n")


@settings(max_examples=examples(6), deadline=None)
@given(order=st.permutations(range(5)))
def test_the_order_of_the_files_changes_nothing(order: list[int]) -> None:
    longer = (*LONG[:6], "An editor of another paper added this last line to it.")
    texts = [LONG[:4], LONG, longer, LONG[5:], (LEAD, COST)]
    results = []
    with TemporaryDirectory() as folder:
        for name, sequence in (("a", range(5)), ("b", order)):
            site = Path(folder) / name
            settled_site(site)
            for number, paragraphs in enumerate(texts):
                (site / f"{number}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
            run_import(ImportRequest(site, tuple(site / f"{n}.txt" for n in sequence)))
            results.append({p.relative_to(site): p.read_bytes() for p in (site / "briefings").rglob("*.*")})
    assert results[0] == results[1]


def test_the_field_map_of_the_site_is_used(site: Path) -> None:
    with (site / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("import:\n  fields:\n    title: kop\n    text: [inhoud, tekst]\n")
    (site / "a.jsonl").write_text(json.dumps({"kop": "De brug is open", "tekst": LEAD}) + "\n", encoding="utf-8")
    assert run_import(ImportRequest(site, (site / "a.jsonl",))).created == ("briefings/undated/de-brug-is-open.md",)
    (site / "site.yaml").write_text("title: X\nbase_url: https://example.org\nimport: {fields: {titel: kop}}\n")
    assert [(d.code, d.help) for d in load_site(site).diagnostics] == [("config", "did you mean `title`?")]
    (site / "site.yaml").write_text("title: X\nimport: {fields: {title: kop, text: tekst, date: datum}}\n")
    other = "De haven van Westhaven is sinds vrijdag dicht, want een kraan ligt in het water voor de kade."
    (site / "a.jsonl").write_text(json.dumps({"kop": "De haven dicht", "tekst": other, "datum": "2026-03-20"}))
    assert run_import(ImportRequest(site, (site / "a.jsonl",))).created == ("briefings/2026/de-haven-dicht.md",)


def test_tags_are_suggested_by_their_label_and_aliases_too(site: Path) -> None:
    (site / "briefings" / "tags.yaml").write_text(
        "bridges: {label: Bridges}\ntowns: {aliases: [municipal budget]}\nferries: {}\n", encoding="utf-8"
    )
    text = "The bridges of Vessby cost more than the municipal budget holds, and bridges are not all it pays for."
    (site / "a.txt").write_text(text + "\n", encoding="utf-8")
    (path,) = run_import(ImportRequest(site, (site / "a.txt",))).created
    assert "\ntags: [bridges, towns]\n" in (site / path).read_text(encoding="utf-8")


def test_boilerplate_of_earlier_imports_is_known_later(site: Path) -> None:
    call = "Sign up for our morning letter and never miss a bridge again."
    for number in range(3):
        text = "\n".join([LONG[2 * number], LONG[2 * number + 1], call])
        (site / f"n{number}.jsonl").write_text(json.dumps({"title": f"Bridge {number}", "text": text}) + "\n")
    run_import(ImportRequest(site, tuple(site / f"n{n}.jsonl" for n in range(3))))
    (site / "later.jsonl").write_text(json.dumps({"title": "Much later", "text": f"{LEAD}\n{COST}\n{call}"}) + "\n")
    (path,) = run_import(ImportRequest(site, (site / "later.jsonl",))).created
    assert f"  boilerplate:\n    - {call}\n" in (site / path).read_text(encoding="utf-8").replace('"', "")


def saved_meanwhile(monkeypatch: pytest.MonkeyPatch, save: Callable[[], object]) -> None:
    """An editor saves a file after an import has made up its plan and before it writes."""
    plan = pipeline.plan_import

    def planned(*given: Any) -> Any:
        made = plan(*given)
        save()
        return made

    monkeypatch.setattr("annotated_briefings.importer.run.plan_import", planned)


def test_a_brief_that_is_saved_while_an_import_is_running_keeps_what_was_saved(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(site, LEAD, COST)
    saved_meanwhile(monkeypatch, lambda: edit(site, "draft: true", "draft: false"))
    assert bring(site, LEAD, COST, MORE).updated == ("briefings/2024/bridge-opens.md",)
    text = brief(site).read_text(encoding="utf-8")
    assert "draft: false" in text
    assert MORE in text


def test_a_merged_brief_keeps_the_line_ends_of_its_editor(site: Path) -> None:
    bring(site, LEAD, COST)
    brief(site).write_bytes(brief(site).read_bytes().replace(b"\n", b"\r\n"))
    bring(site, LEAD, COST, MORE)
    assert MORE in brief(site).read_text(encoding="utf-8")
    assert brief(site).read_bytes().count(b"\r\n") == brief(site).read_bytes().count(b"\n")


def test_a_draft_that_was_to_go_stays_when_it_is_saved_meanwhile(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [LEAD, COST, MORE, *LONG[:3]]
    (site / "dump.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    decisions = site / "briefings" / "decisions.yaml"
    decisions.write_text("- {split: dump.txt, line: 4}\n", encoding="utf-8")
    first = run_import(ImportRequest(site, (site / "dump.txt",))).created
    assert len(first) == 2
    decisions.write_text("- {join: dump.txt, line: 4}\n", encoding="utf-8")
    saved = site / first[1]
    saved_meanwhile(monkeypatch, lambda: saved.write_text("Mine.\n", encoding="utf-8"))
    done = run_import(ImportRequest(site, (site / "dump.txt",)))
    assert saved.read_text(encoding="utf-8") == "Mine.\n"
    assert (done.removed, done.conflicts) == ((), (first[1],))
