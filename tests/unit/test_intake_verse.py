"""Verses keep their lines in plain text; lists of facts, wrapped prose and short paragraphs are none."""

from textwrap import fill

import pytest

from annotated_briefings.intake.formats.text import document_of_text

PROSE = (
    "Restorers of the organ have found a poem that a miner hid there in 1911, folded eight times behind the largest "
    "pipe, and nobody in the village had ever heard of it before this week."
)
AFTER = (
    "The church will show the sheet in a glass case from Easter on, and the choir of the village will sing it to a "
    "tune that the organist has written for it."
)
STANZAS = {
    "a ballad with every second line indented": (
        "The lamp went out at Number Four,\n  and nobody said why;\nwe counted boots outside the door\n  and left "
        "one pair to dry."
    ),
    "small letters at the beginning": (
        "all night the wheel went round,\nand round again, and slow;\nwe heard it underground,\nand did not go."
    ),
    "German": (
        "Am Abend ging das Licht im Schacht,\nda wusste keiner mehr,\nwer in der langen Wintersnacht\n"
        "noch bei den Kähnen wär’."
    ),
    "a haiku": "Erster Schnee am Kai —\nder Kran hebt nur noch Stille,\neine Möwe schreit.",
    "a refrain with dashes": "Oh, row, my boys, to shore —\nthe tide is at the door —\nand row, my boys, once more.",
}
PAIR = (
    "Nobody told the harbour\nNobody told the sea\nNobody told the children\nWhere their father might be\n\n"
    "Somebody saw the lantern\nSomebody heard the bell\nSomebody knew the captain\nNobody dared to tell"
)


def lines_of(text: str) -> list[str]:
    document, _ = document_of_text("a.txt", text, "utf-8")
    assert document is not None
    return [one.markdown or one.text for one in document.paragraphs]


@pytest.mark.parametrize("what", STANZAS)
@pytest.mark.parametrize("width", [0, 90])
def test_a_stanza_in_prose_keeps_its_lines(what: str, width: int) -> None:
    before, after = (wrapped(text, width) for text in (PROSE, AFTER))
    kept = lines_of(f"{before}\n\n{STANZAS[what]}\n\n{after}\n")
    assert kept == [PROSE, "\\\n".join(line.strip() for line in STANZAS[what].split("\n")), AFTER]


def wrapped(text: str, width: int) -> str:
    return fill(text, width) if width else text


def test_stanzas_without_signs_are_told_by_each_other() -> None:
    kept = lines_of(f"{PROSE}\n\n{PAIR}\n\n{AFTER}\n")
    assert kept == [PROSE, *(one.replace("\n", "\\\n") for one in PAIR.split("\n\n")), AFTER]


def test_the_words_below_a_colon_are_a_stanza_without_signs() -> None:
    song = PAIR.split("\n\n")[0]
    assert song.replace("\n", "\\\n") in lines_of(f"{PROSE} It reads:\n\n{song}\n\n{AFTER}\n")


NO_VERSE = {
    "a head": "Mill to close\nBy Ida Varro\n3 March 2026",
    "short paragraphs": "It said no.\nNobody came to the pier.\nThe mayor went home.",
    "a narrow paragraph": (
        "The mayor of the town said on\nMonday that she would not run\nfor another term, and that her\nparty knew it."
    ),
    "names": "Ida Varro\nRolf Tamm\nOda Quist",
    "a list": "- first, the boats,\n- then, the nets,\n- and the crew.",
}


@pytest.mark.parametrize("what", NO_VERSE)
def test_other_short_lines_are_no_stanza(what: str) -> None:
    assert not any("\\\n" in one for one in lines_of(f"{PROSE}\n\n{NO_VERSE[what]}\n\n{AFTER}\n"))
