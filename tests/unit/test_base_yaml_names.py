"""Names that commas part in one text are several names, in every list of names."""

import pytest

from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.names import split_names
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.content.references import Renaming, change_references
from annotated_briefings.content.registry import parse_entities, parse_tags
from annotated_briefings.intake.decisions import read_decisions
from annotated_briefings.project.settings import read_settings


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cranes, ferry strike", ["cranes", "ferry strike"]),
        ("cranes,ferry", ["cranes", "ferry"]),
        ("cranes; ferry strike;", ["cranes", "ferry strike"]),
        ("渡轮、港口，码头", ["渡轮", "港口", "码头"]),
        ("#cranes #ferry", ["cranes", "ferry"]),
        ("#cranes, #ferry", ["cranes", "ferry"]),
        ("#cranes", ["#cranes"]),
        ("ferry strike", ["ferry strike"]),
        ("5,000 jobs", ["5,000 jobs"]),
        ("5,000 jobs, cranes", ["5,000 jobs", "cranes"]),
        ("Quay Lines, Inc., Tideworks", ["Quay Lines, Inc.", "Tideworks"]),
        ("Hafen, GmbH", ["Hafen, GmbH"]),
        ("Ann Reed, Jr.", ["Ann Reed, Jr."]),
        ("Tideworks, Incline", ["Tideworks", "Incline"]),
        ("https://a.example/x,y", ["https://a.example/x,y"]),
        ("https://a.example/x, https://b.example/y", ["https://a.example/x", "https://b.example/y"]),
        ("C#, C++", ["C#", "C++"]),
        (", ,a,", ["a"]),
        ("", []),
    ],
)
def test_commas_part_names_and_nothing_else(text: str, names: list[str]) -> None:
    found = split_names(text)
    assert [name for _, name in found] == names
    for at, name in found:
        assert text[at : at + len(name)] == name


def test_one_text_in_a_list_of_names_is_several_each_at_its_place() -> None:
    for quote in ("", '"', "'"):
        text = (
            f"---\ntitle: T\ntags: {quote}cranes, ferry strike{quote}\nentities: {quote}Quay, Port{quote}\n---\nText.\n"
        )
        found, _ = parse_brief(Source("briefings/a.md", text))
        assert found is not None
        assert [ref.text for ref in found.tags] == ["cranes", "ferry strike"]
        assert [ref.text for ref in found.mentions] == ["Quay", "Port"]
        for ref in (*found.tags, *found.mentions):
            line = text.split("\n")[ref.place.line - 1]
            assert line[ref.place.column - 1 :].startswith(ref.text)


def test_an_item_of_a_list_keeps_its_comma() -> None:
    found, _ = parse_brief(Source("briefings/a.md", '---\ntitle: T\ntags: ["cranes, ferry", a]\n---\nText.\n'))
    assert found is not None
    assert [ref.text for ref in found.tags] == ["cranes, ferry", "a"]


def test_texts_are_not_parted() -> None:
    found, _ = parse_brief(Source("briefings/a.md", "---\ntitle: A, b\nunknowns: Who, when?\n---\nText.\n"))
    assert found is not None
    assert found.unknowns == ("Who, when?",)


def test_so_it_is_in_the_registry_the_settings_and_the_decisions() -> None:
    text = "a:\n  aliases: Tideworks Energy, TWE\n  was: B, C\n  ambiguous: D, E\n  requires: f, g\n"
    [entity], diagnostics = parse_entities(Source("e.yaml", text))
    assert diagnostics == ()
    assert (entity.aliases, entity.was) == (("Tideworks Energy", "TWE"), ("B", "C"))
    assert (entity.ambiguous, entity.requires) == (("D", "E"), ("f", "g"))
    [tag], diagnostics = parse_tags(Source("t.yaml", "a: {aliases: 'b, c', keywords: 'd; e'}\n"))
    assert (diagnostics, tag.aliases, tag.keywords) == ((), ("b", "c"), ("d", "e"))
    config, diagnostics = read_settings(
        Source("site.yaml", "leave_out: markdown, days\ncheck:\n  ignore: undated, no-summary\n")
    )
    assert diagnostics == ()
    assert config.leave_out == ("markdown", "days")
    assert read_decisions(Source("d.yaml", "- not_story: one-brief, another-brief\n"))[1] == ()


def test_a_name_is_renamed_among_several_in_one_text() -> None:
    renaming = Renaming((("tags",),), lambda n: n == "ferry", lambda n: n == "ship", lambda _: None, "ship")
    text = "---\ntitle: T\ntags: cranes, ferry\n---\nText.\n"
    after = change_references(Source("briefings/a.md", text), renaming)
    assert after == text.replace("cranes, ferry", "[cranes, ship]")
