"""Entities that the registry lacks."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.site_files import ENTITIES
from annotated_briefings.cli.main import main
from annotated_briefings.content.registry import parse_entities
from annotated_briefings.editing.entities.suggestions import accept, suggest
from annotated_briefings.project.load import load_site
from annotated_briefings.storage.transaction import undo_last

SITE = "title: Harbour news\nbase_url: https://example.org\n"
ONE = (
    "---\ntitle: A contract is signed\n---\nMara Lindqvist, chief executive of Tideworks Energy, signed it in Norway. "
    "Lindqvist said the shares of Tideworks Energy would rise.\n"
)
TWO = "---\ntitle: Turbines at last\n---\nThe turbines reached Norway, and Tideworks Energy was paid.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text(SITE, encoding="utf-8")
    (tmp_path / "briefings" / "one.md").write_text(ONE, encoding="utf-8")
    (tmp_path / "briefings" / "two.md").write_text(TWO, encoding="utf-8")
    (tmp_path / ENTITIES).write_text("# ours\nnorway:\n  name: Norway\n  type: place   # a country", encoding="utf-8")
    return tmp_path


def test_what_the_registry_knows_is_not_suggested(site: Path) -> None:
    found = suggest(site).found
    assert [(s.name, s.type, s.aliases, s.briefs) for s in found] == [
        ("Tideworks Energy", "company", (), ("briefings/one.md", "briefings/two.md")),
        ("Mara Lindqvist", "person", ("Lindqvist",), ("briefings/one.md",)),
    ]


def test_where_all_nouns_have_capitals_only_what_something_else_shows_is_suggested(site: Path) -> None:
    german = "---\ntitle: Die Bahn\nlang: de-AT\n---\nDie Woche begann mit Regen, sagte Mara Lindqvist in Sankt Veit.\n"
    (site / "briefings" / "one.md").write_text(german, encoding="utf-8")
    assert [s.name for s in suggest(site).found] == ["Mara Lindqvist", "Tideworks Energy"]


def test_languages_in_which_no_names_are_looked_for_are_named_with_their_briefs(site: Path) -> None:
    for name in ("three", "four"):
        text = "---\ntitle: 大坝\nlang: zh-Hans\n---\n县政府周一表示，旧水坝安全。 Mara Lindqvist 到访。\n"
        (site / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    result = suggest(site)
    assert [s.name for s in result.found] == ["Tideworks Energy", "Mara Lindqvist"]
    assert [show(found) for found in result.diagnostics] == [
        "briefings/four.md: hint[names-not-read]: names are not looked for in `zh`, the language of 2 briefs\n"
        "  help: write them into `briefings/entities.yaml`, or name a spaCy pipeline of that language with `--model`"
    ]


def test_an_office_is_suggested_without_the_known_person_who_holds_it(site: Path) -> None:
    with (site / ENTITIES).open("a", encoding="utf-8") as registry:
        registry.write("\nmara: {name: Mara Lindqvist, type: person}\n")
    text = "---\ntitle: A day\n---\nMara Lindqvist of the Port Authority said it was a good day.\n"
    (site / "briefings" / "one.md").write_text(text, encoding="utf-8")
    assert "Port Authority" in [s.name for s in suggest(site).found]
    assert accept(site, ["Port Authority"]).entries == (("port-authority", "Port Authority"),)


def test_a_second_look_gives_the_same(site: Path) -> None:
    assert suggest(site) == suggest(site)


def test_accepting_adds_an_entry_and_touches_nothing_else(site: Path) -> None:
    before = (site / ENTITIES).read_text(encoding="utf-8")
    done = accept(site, ["mara lindqvist"])
    assert done.entries == (("mara-lindqvist", "Mara Lindqvist"),)
    added = "mara-lindqvist: {name: Mara Lindqvist, type: person, aliases: [Lindqvist]}\n"
    assert (site / ENTITIES).read_text(encoding="utf-8") == before.replace("# ours\n", f"# ours\n{added}")
    assert [s.name for s in suggest(site).found] == ["Tideworks Energy"]
    assert accept(site, ["Mara Lindqvist"]).entries == ()


def test_accepting_can_be_taken_back(site: Path) -> None:
    before = (site / ENTITIES).read_text(encoding="utf-8")
    accept(site, ["mara lindqvist"])
    assert undo_last(site) == ("accept mara-lindqvist", (ENTITIES,), ())
    assert (site / ENTITIES).read_text(encoding="utf-8") == before


def test_a_registry_with_a_byte_order_mark_is_added_to(site: Path) -> None:
    (site / ENTITIES).write_bytes(b"\xef\xbb\xbf" + (site / ENTITIES).read_bytes())
    assert accept(site, ["mara lindqvist"]).diagnostics == ()
    assert (site / ENTITIES).read_bytes().startswith(b"\xef\xbb\xbf# ours")
    assert "mara-lindqvist:" in (site / ENTITIES).read_text(encoding="utf-8")


def test_a_name_with_of_in_it_stays_whole(site: Path) -> None:
    with (site / ENTITIES).open("a", encoding="utf-8") as registry:
        registry.write("\ncouncil: {name: City Council, type: government, aliases: [Council]}\n")
    text = "---\ntitle: A day\n---\nThe Council of Europe met on Monday, and the Council of Europe met again.\n"
    (site / "briefings" / "one.md").write_text(text, encoding="utf-8")
    assert "Council of Europe" in [s.name for s in suggest(site).found]


def test_all_names_of_several_briefs_are_accepted_at_once(site: Path) -> None:
    assert accept(site, [], least=2).entries == (("tideworks-energy", "Tideworks Energy"),)


def test_a_dry_run_writes_nothing(site: Path) -> None:
    before = (site / ENTITIES).read_bytes()
    done = accept(site, ["Tideworks Energy"], type_="organisation", identity="tides", dry_run=True)
    assert done.text == "tides: {name: Tideworks Energy, type: organisation}\n"
    assert (site / ENTITIES).read_bytes() == before


def test_a_name_that_nobody_suggests_is_refused_with_the_nearest(site: Path) -> None:
    (wrong,) = accept(site, ["Mara Lindquist"]).diagnostics
    assert show(wrong) == (
        "briefings/entities.yaml: error[no-suggestion]: "
        "no brief suggests `Mara Lindquist`, or the registry has it already\n"
        "  help: did you mean `Mara Lindqvist`?"
    )


def test_a_short_form_is_refused_with_the_name_that_it_stands_for(site: Path) -> None:
    before = (site / ENTITIES).read_bytes()
    for written in ("Lindqvist", "LINDQVIST"):
        (wrong,) = accept(site, [written]).diagnostics
        assert show(wrong) == (
            f"briefings/entities.yaml: error[no-suggestion]: `{written}` is suggested as a short form of "
            "`Mara Lindqvist`\n"
            '  help: `briefings entities accept "Mara Lindqvist"` takes both names; if they are two, '
            f'`briefings entities accept "{written}" --type TYPE`'
        )
    assert (site / ENTITIES).read_bytes() == before


def test_a_short_form_with_a_type_becomes_an_entity_of_its_own(site: Path) -> None:
    assert accept(site, ["Lindqvist"], type_="place", dry_run=True).text == (
        "lindqvist: {name: Lindqvist, type: place}\n"
    )


@pytest.mark.parametrize("head", ["entities: {about: [Old bridge]}", "why_it_matters: '[[Old bridge]]'"])
def test_a_name_that_a_brief_lists_or_links_to_is_accepted_once_its_type_is_known(site: Path, head: str) -> None:
    (site / "briefings" / "three.md").write_text(f"---\ntitle: T\n{head}\n---\nSee [[Old bridge]].\n", encoding="utf-8")
    (wrong,) = accept(site, ["old bridge"]).diagnostics
    assert show(wrong) == (
        "briefings/entities.yaml: error[no-suggestion]: nothing tells what `old bridge` is\n"
        '  help: say it: `briefings entities accept "old bridge" --type TYPE`'
    )
    done = accept(site, ["Old bridge"], type_="place")
    assert (done.entries, done.diagnostics) == ((("old-bridge", "Old bridge"),), ())
    assert "old-bridge: {name: Old bridge, type: place}\n" in (site / ENTITIES).read_text(encoding="utf-8")


def test_an_alias_of_two_people_counts_only_where_a_brief_lists_them(site: Path) -> None:
    (site / "briefings" / "three.md").write_text(
        "---\ntitle: Elections\n---\nPeter Lindqvist, the mayor of Vessby, was elected. Lindqvist thanked everybody.\n",
        encoding="utf-8",
    )
    accept(site, ["Mara Lindqvist", "Peter Lindqvist"])
    entities, found = parse_entities(load_site(site).entities)
    assert found == ()
    assert [(e.id, e.aliases, e.ambiguous) for e in entities if e.id != "norway"] == [
        ("mara-lindqvist", (), ("Lindqvist",)),
        ("peter-lindqvist", (), ("Lindqvist",)),
    ]


def test_a_registry_to_which_nothing_can_be_added_is_left_alone(site: Path) -> None:
    (site / ENTITIES).write_text("norway: {name: Norway\n", encoding="utf-8")
    (wrong,) = accept(site, ["Mara Lindqvist"]).diagnostics
    assert wrong.message == "nothing can be added to the registry"
    assert (site / ENTITIES).read_text(encoding="utf-8") == "norway: {name: Norway\n"


def test_a_registry_in_brackets_is_added_to(site: Path) -> None:
    (site / ENTITIES).write_text("{norway: {name: Norway}}\n", encoding="utf-8")
    assert accept(site, ["Mara Lindqvist"]).diagnostics == ()
    added = "mara-lindqvist: {name: Mara Lindqvist, type: person, aliases: [Lindqvist]}"
    assert (site / ENTITIES).read_text(encoding="utf-8") == f"{{norway: {{name: Norway}}, {added}}}\n"


def test_the_commands_list_suggest_and_accept(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site), "entities", "suggest", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert list(rows[0]) == ["name", "type", "aliases", "briefs", "sentence"]
    assert main(["--site", str(site), "entities", "accept", "Tideworks Energy", "--id", "tideworks"]) == 0
    assert capsys.readouterr().out == "tideworks  Tideworks Energy\n"
    assert main(["--site", str(site), "entities", "suggest"]) == 0
    assert capsys.readouterr().out == (
        "Mara Lindqvist (person, 1 brief, also Lindqvist)\n"
        "    Mara Lindqvist, chief executive of Tideworks Energy, signed it in Norway.\n\n"
        "1 suggested; accept them with `briefings entities accept NAME...` or `accept --least 2`\n"
    )
    assert main(["--site", str(site), "entities", "list"]) == 0
    assert capsys.readouterr().out == (
        "norway     place         Norway\ntideworks  company       Tideworks Energy\n2 entities\n"
    )


def test_accepting_nothing_is_no_call(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site), "entities", "accept"]) == 2
    assert capsys.readouterr().err == (
        "briefings: no name was given\n"
        "  help: name what to accept, or use `--least N` for all names that N briefs have\n"
    )


class Pipeline:
    """Stands for a spaCy pipeline, which finds one name that ours overlooks."""

    meta: ClassVar[dict[str, str]] = {"version": "1.0"}

    def __call__(self, text: str) -> SimpleNamespace:
        at = text.find("turbines")
        names = [
            SimpleNamespace(text="turbines", label_="PRODUCT", start_char=at, end_char=at + 8),
            SimpleNamespace(text="Mara Lindqvist", label_="PERSON", start_char=0, end_char=14),
            SimpleNamespace(text="two", label_="CARDINAL", start_char=0, end_char=3),
        ]
        return SimpleNamespace(ents=names if at >= 0 else names[1:])


def test_a_pipeline_that_is_installed_reads_along(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=lambda _: Pipeline()))
    found = {s.name: s for s in suggest(site, "some-model").found}
    assert found["turbines"].type == "product"
    assert found["turbines"].sentence == "The turbines reached Norway, and Tideworks Energy was paid."
    assert "two" not in found
    assert "turbines" not in {s.name for s in suggest(site).found}


def test_a_pipeline_that_is_not_there_is_said(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert main(["--site", str(site), "entities", "suggest", "--model", "en"]) == 2
    assert capsys.readouterr().err == (
        "briefings: `--model en` needs spaCy\n  help: install it with `pip install 'annotated-briefings[spacy]'`\n"
    )


OTHERS = (
    ("Brightwater Norway", "Brightwater Norway closed. Norway refused. Brightwater Norway employed 300.", "Norway"),
    ("Zara Spain", "Zara Spain hires. Spain is glad. Zara Spain has 90 shops.", "Spain"),
    ("Midjourney China", "Midjourney China opened an office. China had asked for it. Midjourney China grows.", "China"),
    ("Ostmark Kenya", "Ostmark Kenya lends more. Kenya agreed. Ostmark Kenya has a new seat.", "Kenya"),
)


@pytest.mark.parametrize(("name", "text", "short"), OTHERS, ids=[one[0] for one in OTHERS])
@pytest.mark.parametrize("declared", [True, False])
def test_the_name_of_another_entity_is_never_a_short_form(
    site: Path, name: str, text: str, short: str, declared: bool
) -> None:
    (site / "briefings" / "three.md").write_text(f"---\ntitle: News\n---\n{text}\n", encoding="utf-8")
    (site / "briefings" / "four.md").write_text(
        f"---\ntitle: More\n---\nThe ships came from {short} in May.\n", encoding="utf-8"
    )
    entry = f"{short.lower()}:\n  name: {short}\n  type: place\n" if declared else ""
    (site / ENTITIES).write_text(entry, encoding="utf-8")
    found = {one.name: one.aliases for one in suggest(site).found}
    assert short not in [alias for aliases in found.values() for alias in aliases]
    assert (short in found) is not declared
    assert found.get(name, ()) == ()
