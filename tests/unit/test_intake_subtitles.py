"""Subtitles: whose words each paragraph is, and that remarks, styles and names of cues are none of them."""

import pytest

from annotated_briefings.intake.formats.spoken.subtitles import read_subtitles
from annotated_briefings.intake.metadata import read_metadata
from annotated_briefings.intake.model import Article, Given, Paragraph

WEIR, MOTOR, CRANK = "The weir was opened by hand.", "Its motor had burnt out.", "Two firemen turned the crank."
TIMES = ("00:01.000 --> 00:03.000", "00:03.200 --> 00:05.000", "00:05.100 --> 00:07.000")


def vtt(*cues: str, names: tuple[str, ...] = ("", "", ""), between: str = "") -> str:
    rows = ["\n".join(filter(None, (name, time, cue))) for name, time, cue in zip(names, TIMES, cues, strict=False)]
    return f"WEBVTT - weir\n\n{between}" + f"\n\n{between}".join(rows) + "\n"


BLOCKS = {
    "remark": "NOTE made by hand\non two evenings\n\n",
    "remark below its word": "NOTE\nOhne Gewähr\n\n",
    "style": "STYLE\n::cue { color: lime }\n::cue(v) { color: red }\n\n",
    "region": "REGION\nid:fred\nwidth:40%\n\n",
}


@pytest.mark.parametrize("what", BLOCKS)
def test_blocks_that_are_not_shown_are_no_words(what: str) -> None:
    assert words(vtt(WEIR, MOTOR, CRANK, between=BLOCKS[what])) == [f"{WEIR} {MOTOR} {CRANK}"]


@pytest.mark.parametrize("names", [("1", "2", "3"), ("intro", "q-2", "the end"), ("weir 1", "", "weir 3")], ids=str)
def test_names_of_cues_are_no_words(names: tuple[str, ...]) -> None:
    assert words(vtt(WEIR, MOTOR, CRANK, names=names)) == [f"{WEIR} {MOTOR} {CRANK}"]


TURNS = {
    "voices": ([f"<v Ann>{WEIR}", f"<v.loud Tom>{MOTOR}</v>"], [f"Ann: {WEIR}", f"Tom: {MOTOR}"]),
    "voices on one line": ([f"<v Ann>{WEIR}</v> <v Tom>{MOTOR}</v>"], [f"Ann: {WEIR}", f"Tom: {MOTOR}"]),
    "a voice that goes on": ([f"<v Ann>{WEIR}", f"<v Ann>{MOTOR}"], [f"Ann: {WEIR} {MOTOR}"]),
    "dashes": ([f"- {WEIR}\n- {MOTOR}"], [f"– {WEIR}", f"– {MOTOR}"]),
    "dashes without blanks": ([f"-{WEIR}\n–¿{MOTOR}"], [f"– {WEIR}", f"– ¿{MOTOR}"]),
    "nobody knows who goes on": ([f"- {WEIR}\n- {MOTOR}", CRANK], [f"– {WEIR}", f"– {MOTOR}", CRANK]),
    "one of two goes on": ([f"- {WEIR}\n- Its motor", f"had burnt out. {CRANK}"], [f"– {WEIR}", f"– {MOTOR} {CRANK}"]),
    "marks": ([f">> {WEIR}", f">> {MOTOR}"], [f"– {WEIR}", f"– {MOTOR}"]),
    "marks within a line": ([f"{WEIR} >> {MOTOR} >>> {CRANK}"], [WEIR, f"– {MOTOR}", f"– {CRANK}"]),
    "marks as HTML": ([f"&gt;&gt; {WEIR}", f"&gt;&gt; TOM: {MOTOR}"], [f"– {WEIR}", f"TOM: {MOTOR}"]),
    "names in other scripts": ([f"АННА: {WEIR}", f"主持人：{MOTOR}"], [f"АННА: {WEIR}", f"主持人: {MOTOR}"]),
    "names in wide brackets": (
        ["（司会）橋は閉鎖か。", "（技師）はい、六時に。\nひびがある。"],
        ["司会: 橋は閉鎖か。", "技師: はい、六時に。ひびがある。"],
    ),
    "characters as HTML": (["Ann &amp; Tom turned it. It&#39;s open."], ["Ann & Tom turned it. It's open."]),
    "a number below zero": (["It was\n-5 degrees."], ["It was -5 degrees."]),
}


@pytest.mark.parametrize("what", TURNS)
def test_the_words_of_each_speaker_are_a_paragraph(what: str) -> None:
    cues, paragraphs = TURNS[what]
    filled = [*cues, "♪ music ♪", "♪ music ♪"]
    assert words(vtt(*filled)) == paragraphs


def words(text: str) -> list[str]:
    outline = read_subtitles(text.rstrip("\n").split("\n"))
    assert outline is not None
    (story,) = outline.stories
    assert story.given == Given(headless=True)
    return [text for _, text in sorted(story.text.items())]


@pytest.mark.parametrize("first", ["– Was the weir shut?", "Ida: How long is the quay", "Good evening to all"])
def test_the_first_words_of_a_recording_are_no_headline(first: str) -> None:
    spoken = tuple(Paragraph(text, n, n) for n, text in enumerate((first, f"{WEIR} {MOTOR} {CRANK}"), 1))
    meta = read_metadata(Article("0", "a.srt", spoken, (), 0.9, "whole file", Given(headless=True)))
    assert meta.skipped == ()
    assert meta.headline.derived
    assert not meta.headline.value.startswith("–")
    titled = read_metadata(Article("0", "a.txt", spoken, (), 0.9, "whole file"))
    assert first.endswith("?") or titled.skipped == (0,)
