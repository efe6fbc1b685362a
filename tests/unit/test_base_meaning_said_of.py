"""Notes whose words are the same and are said of something else: another subject, number or day is before them."""

from pathlib import Path

import pytest

from annotated_briefings.content.annotations import anchor
from annotated_briefings.editing.reanchor import all_notes, reanchor

_CONTEXT = 32
OTHERS = [
    ("The port closed at night.", "closed at night", "The airport closed at night."),
    ("Two ferries were delayed.", "ferries were delayed", "Twelve ferries were delayed."),
    ("In May the plant closes for repairs.", "the plant closes for repairs", "In June the plant closes for repairs."),
    ("On 3 May the board met in Bremen.", "the board met in Bremen", "On 4 May the board met in Bremen."),
    ("Prices of 40 boats rose in the autumn.", "rose in the autumn", "Prices of 50 boats rose in the autumn."),
    ("The mayor raised rents by 8% in May.", "The mayor raised rents by", "The mayor raised rents by 9% in May."),
    ("Rain fell. Anna Berg resigned on Sunday.", "resigned on Sunday", "Rain fell. Anna Bergman resigned on Sunday."),
    (
        "Der Hafen bleibt bis Freitag geschlossen.",
        "bleibt bis Freitag",
        "Der Flughafen bleibt bis Freitag geschlossen.",
    ),
    ("Die drei Fähren wurden verschrottet.", "Fähren wurden verschrottet", "Die vier Fähren wurden verschrottet."),
    ("Le maire a vendu le vieux marché.", "a vendu le vieux marché", "Le ministre a vendu le vieux marché."),
    ("El puerto cerró durante la noche.", "cerró durante la noche", "El aeropuerto cerró durante la noche."),
    ("Il sindaco ha venduto il mercato.", "ha venduto il mercato", "Il vescovo ha venduto il mercato."),
    ("Порт закрылся ночью на ремонт.", "закрылся ночью на ремонт", "Вокзал закрылся ночью на ремонт."),
    ("港は月曜日に閉鎖された。", "月曜日に閉鎖された", "空港は月曜日に閉鎖された。"),
]
SAME = [
    (
        "It rained all day. The port closed at night.",
        "closed at night",
        "It snowed all week. The port closed at night.",
    ),
    ("It rained\nThe port closed at night.", "closed at night", "It snowed\nThe port closed at night."),
    ("The port closed at night.", "closed at night", "Yesterday a port closed at night."),
    ("The harbour of Kiel closed at night.", "closed at night", "The harbor of Kiel closed at night."),
    ("The old port closed at night.", "closed at night", "The port closed at night."),
    ("He said on Monday that the port closed.", "the port closed", "He said on Tuesday that the port closed."),
    (
        "The council saw rain; the mayor sold the yard.",
        "sold the yard",
        "The council saw snow; the mayor sold the yard.",
    ),
    ("The port's owner closed it at night.", "closed it at night", "The port's owners closed it at night."),
    ("Three banks were searched by police.", "were searched", "On Friday three banks were searched by police."),
    (
        "Die drei Fähren wurden verschrottet.",
        "Fähren wurden verschrottet",
        "Die drei alten Fähren wurden verschrottet.",
    ),
    ("El puerto cerró durante la noche.", "cerró durante la noche", "Llovió mucho. El puerto cerró durante la noche."),
    ("Le maire a vendu le marché.", "a vendu le marché", "Le maire, lui, a vendu le marché."),
    ("De haven bleef gesloten tot vrijdag.", "bleef gesloten", "De havens bleef gesloten tot vrijdag."),
    ("港は月曜日に閉鎖された。", "月曜日に閉鎖された", "雨が降った。港は月曜日に閉鎖された。"),
]


def around(text: str, quote: str) -> tuple[str, str]:
    """The words before and after a quote as a note stores them."""
    at = text.index(quote)
    return text[max(0, at - _CONTEXT) : at], text[at + len(quote) : at + len(quote) + _CONTEXT]


@pytest.mark.parametrize(("text", "quote", "now"), OTHERS)
def test_a_note_does_not_stay_on_words_that_are_said_of_something_else(text: str, quote: str, now: str) -> None:
    assert anchor(text, quote, *around(text, quote)).passage
    found = anchor(now, quote, *around(text, quote))
    assert found.passage is None
    # A short quote may also be a look-alike of the passage.
    assert "words beside it have changed" in found.why or "between others" in found.why


@pytest.mark.parametrize(("text", "quote", "now"), SAME)
def test_a_note_stays_where_its_words_are_said_of_the_same(text: str, quote: str, now: str) -> None:
    assert anchor(now, quote, *around(text, quote)).passage


def test_without_stored_words_nothing_is_known_of_an_earlier_subject() -> None:
    assert anchor("The airport closed at night.", "closed at night").passage


def test_an_editor_keeps_a_note_where_its_subject_has_changed(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: A site\n")
    brief = tmp_path / "briefings" / "a.md"
    note = "{quote: closed at night, prefix: The port, suffix: after the storm, id: n1, note: As ever.}"
    brief.write_text(f"---\ntitle: A\nannotations:\n  - {note}\n---\nThe airport closed at night after the storm.\n")
    [proposal] = reanchor(tmp_path, ()).proposals
    assert (proposal.quote, proposal.why) == (
        "closed at night",
        "the words beside it have changed: `port` is now `airport`",
    )
    assert reanchor(tmp_path, (), write=True).written == ()
    assert reanchor(tmp_path, ("n1",), write=True).written[0][1:] == ("n1",)
    assert "prefix: The airport" in brief.read_text()
    assert all(state.is_exact for state in all_notes(tmp_path).states)
