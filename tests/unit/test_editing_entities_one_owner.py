"""A name has one owner: no command and no button of the desk gives an entity a name that another one has, and a
proposal takes no name of another entity."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from desk_site import Lists, desk_of

from annotated_briefings.base.source import Source
from annotated_briefings.cli.main import main
from annotated_briefings.content.registry import parse_entities
from annotated_briefings.editing.entities.gathered import gather
from annotated_briefings.intake.ner.names import propose

REGISTRY = """\
acme: {name: Acme Holdings, type: company, aliases: [Acme, AH], was: [Old Mill]}
vessby: {name: Vessby, type: place}
port: {name: Port of Vessby, type: organisation, aliases: [PoV], ambiguous: [the port]}
moor: {name: Mara Moor, type: person, aliases: [Moor]}
lost: {name: Lost Ltd, type: company, aliases: [Vessby, Old Mill], merged_into: acme}
"""
BRIEF = """\
---
title: A
date: 2026-03-14
entities: [Gull Line]
---
Jonas Moor met Mara Moor. Acme Bakery Inc opened a shop in Vessby. Jonas Moor left.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "briefings" / "entities.yaml").write_text(REGISTRY, encoding="utf-8")
    (tmp_path / "briefings" / "a.md").write_text(BRIEF, encoding="utf-8")
    return tmp_path


def registry(site: Path) -> str:
    return (site / "briefings" / "entities.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "name", "owner"),
    [
        (("add", "Gull Line", "--type", "company", "--alias", "Vessby"), "Vessby", "vessby"),
        (("add", "Gull Line", "--type", "company", "--alias", "acme"), "acme", "acme"),
        (("add", "Gull Line", "--type", "company", "--alias", "The Port"), "The Port", "port"),
        (("rename", "acme", "PoV"), "PoV", "port"),
    ],
)  # fmt: skip
def test_no_command_gives_a_name_away(
    site: Path, arguments: Sequence[str], name: str, owner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--site", str(site), "entities", *arguments]) == 1
    assert f"error[refused-change]: `{name}` already names `{owner}`" in capsys.readouterr().err
    assert registry(site) == REGISTRY


@pytest.mark.parametrize(
    ("button", "asked", "name", "owner"),
    [
        ("accept-name", {"name": "Jonas Moor", "type": "person", "aliases": ["Vessby"]}, "Vessby", "vessby"),
        ("accept-name", {"name": "Jonas Moor", "as": "J. Moor", "type": "person", "aliases": ["PoV"]}, "PoV", "port"),
        ("edit-entity", {"entity": "moor", "as": "Vessby", "type": "person", "aliases": ["Moor"]}, "Vessby", "vessby"),
        ("edit-entity", {"entity": "moor", "as": "", "aliases": ["Moor", "AH"]}, "AH", "acme"),
        ("edit-entity", {"entity": "moor", "as": "M. Moor", "aliases": ["Moor", "AH"]}, "AH", "acme"),
        ("merge-name", {"name": "Vessby", "entity": "moor"}, "Vessby", "vessby"),
        ("merge-name", {"name": "the port", "entity": "moor"}, "the port", "port"),
    ],
)  # fmt: skip
def test_no_button_gives_a_name_away(site: Path, button: str, asked: dict[str, object], name: str, owner: str) -> None:
    pressed = Lists(desk_of(site), "names").press(button, **asked)
    assert [one["message"] for one in pressed["problems"]] == [f"`{name}` already names `{owner}`"]
    assert registry(site) == REGISTRY


def test_a_merge_leaves_the_names_of_a_third_entity_where_they_are(site: Path) -> None:
    shared = REGISTRY.replace("aliases: [PoV]", "aliases: [PoV, Vessby, Quay], was: [AH]")
    (site / "briefings" / "entities.yaml").write_text(shared, encoding="utf-8")
    assert main(["--site", str(site), "entities", "merge", "port", "moor"]) == 0
    entities = {one.id: one for one in parse_entities(Source("", registry(site)))[0]}
    assert entities["moor"].aliases == ("Moor", "Port of Vessby", "PoV", "Quay")
    assert entities["moor"].ambiguous == ("the port",)


def test_a_name_that_was_shared_before_hinders_no_other_change(site: Path) -> None:
    shared = REGISTRY.replace("aliases: [Moor]", "aliases: [Moor, AH]")
    (site / "briefings" / "entities.yaml").write_text(shared, encoding="utf-8")
    assert main(["--site", str(site), "entities", "rename", "moor", "Mara Moorland"]) == 0
    assert main(["--site", str(site), "entities", "add", "Gull Line", "--type", "company"]) == 0


def test_a_short_form_that_two_entities_have_waits_in_both_for_a_brief_that_lists_one(site: Path) -> None:
    assert main(["--site", str(site), "entities", "accept", "Jonas Moor"]) == 0
    entities = {one.id: one for one in parse_entities(Source("", registry(site)))[0]}
    assert (entities["jonas-moor"].aliases, entities["jonas-moor"].ambiguous) == ((), ())
    longer = BRIEF.replace("Jonas Moor left.", "Moor, said Jonas Moor, is a name. Moor left.").replace(
        "Mara Moor", "her"
    )
    (site / "briefings" / "b.md").write_text(longer.replace("Jonas", "Adam"), encoding="utf-8")
    assert main(["--site", str(site), "entities", "accept", "Adam Moor"]) == 0
    entities = {one.id: one for one in parse_entities(Source("", registry(site)))[0]}
    assert entities["adam-moor"].ambiguous == ("Moor",)
    assert (entities["moor"].aliases, entities["moor"].ambiguous) == (("Moor",), ("Moor",))


@pytest.mark.parametrize(
    ("known", "texts", "expected"),
    [
        # A relative of somebody whom the registry knows is somebody else.
        (
            "moor: {name: Mara Moor, type: person, aliases: [Moor]}",
            ["Jonas Moor was elected on Monday. Moor said he would serve. Jonas Moor left."],
            [("Jonas Moor", ("Moor",))],
        ),
        # With initials, or with more words, it is the same one.
        (
            "moor: {name: Mara Moor, type: person, aliases: [Moor]}",
            ["M. Moor was elected on Monday. Moor said he would serve. M. Moor left."],
            [],
        ),
        ("gull: {name: Gullmark, type: company}", ["Gullmark Shipping Ltd sold a ferry. Gullmark said so."], []),
        # What may be short for two names is a name of its own.
        (
            "",
            [
                "Gullmark Shipping Ltd sold a ferry. Gullmark said so.",
                "Gullmark Media Group printed a paper. Gullmark said so.",
                "Gullmark rose on Monday, said Gullmark in March.",
            ],
            [("Gullmark", ()), ("Gullmark Media Group", ("Gullmark",)), ("Gullmark Shipping Ltd", ("Gullmark",))],
        ),
        # Of one longer name it is the short form.
        (
            "",
            ["Gullmark Shipping Ltd sold a ferry. Gullmark said so.", "Gullmark rose, said Gullmark in March."],
            [("Gullmark Shipping Ltd", ("Gullmark",))],
        ),
    ],
)  # fmt: skip
def test_a_short_form_belongs_to_the_one_name_that_it_is_short_for(
    known: str, texts: list[str], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    entities, _ = parse_entities(Source("briefings/entities.yaml", known))
    found = gather([(f"{n}.md", propose(text, "en")) for n, text in enumerate(texts)], entities)
    assert sorted((one.name, one.aliases) for one in found) == expected
