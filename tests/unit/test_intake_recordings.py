"""Pieces of a recording become one running text: quotations are found across their joints, not across two speakers."""

import csv
import io
import json

import pytest
from small_site import Case

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.intake.formats.records.transcripts import paragraphs_of_recording

ONE = (
    "The old bridge over the river is not safe for heavy lorries, the engineer has said. The council has known of the"
    " rust since the spring of last year. It will now spend two million on the repair of both cables."
).split()
OTHER = "We never saw any rust in the cables. The builder did his work well and was paid in May.".split()


def pieces(words: list[str], size: int) -> list[str]:
    return [" ".join(words[at : at + size]) for at in range(0, len(words), size)]


def timed(size: int, text: str, speakers: str = "") -> list[dict[str, object]]:
    result = [(one, "Kowal") for one in pieces(ONE, size)] + [(one, "Moss") for one in pieces(OTHER, size)]
    return [
        {"start": 2.0 * at, "end": 2.0 * at + 1.9, text: one} | ({speakers: who} if speakers else {})
        for at, (one, who) in enumerate(result if speakers else result[: len(pieces(ONE, size))])
    ]


def as_table(records: list[dict[str, object]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


def cues(mark: str, head: str, voice: str = "{}") -> str:
    shown = [voice.format(one) for one in pieces(ONE, 5)]
    clock = [f"00:00:{2 * at:02}{mark}000 --> 00:00:{2 * at + 1:02}{mark}900" for at in range(len(shown))]
    return head + "\n\n".join(
        f"{at + 1}\n{time}\n{one}" for at, (time, one) in enumerate(zip(clock, shown, strict=True))
    )


FILES = {
    "words.json": json.dumps(timed(1, "word")),
    "words.jsonl": "\n".join(map(json.dumps, timed(1, "word"))),
    "lines.json": json.dumps({"language": "en", "segments": timed(5, "text")}),
    "voices.json": json.dumps(timed(3, "text", "speaker")),
    "turns.json": json.dumps(
        [
            {"speaker": "Kowal", "text": " ".join(ONE)},
            {"speaker": "Moss", "text": " ".join(OTHER)},
            {"speaker": "Kowal", "text": "Yes."},
        ]
    ),
    "lines.csv": as_table(timed(5, "text")),
    "a.srt": cues(",", ""),
    "b.vtt": cues(".", "WEBVTT\n\n", "<v Kowal>{}</v>"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_sentence_is_found_across_the_joints_of_its_pieces(name: str, case: Case) -> None:
    case.take_in(name, FILES[name])
    [text] = [path.read_text() for path in (case.root / "collected").glob("*.txt")]
    assert standing_in("safe for heavy lorries, the engineer has said", text) is not QuoteStanding.ABSENT
    assert standing_in("The council has known of the rust since the spring of last year", text) is QuoteStanding.STATED


@pytest.mark.parametrize("name", ["voices.json", "turns.json"])
def test_no_sentence_is_made_of_what_two_speakers_say(name: str, case: Case) -> None:
    case.take_in(name, FILES[name])
    [text] = [path.read_text() for path in (case.root / "collected").glob("*.txt")]
    assert standing_in("the repair of both cables. We never saw any rust", text) is QuoteStanding.ABSENT


def test_records_of_articles_and_events_are_no_pieces_of_a_recording() -> None:
    articles = [{"title": f"Pier {n}", "start": n, "text": "The pier was sold."} for n in range(4)]
    events = [{"start": 1_900_000_000 + n, "text": "The pier is opened to the public."} for n in range(4)]
    posts = [{"speaker": "Moss", "text": "The pier was sold.", "url": f"https://a.example/{n}"} for n in range(4)]
    back = [{"start": 9 - n, "text": "The pier was sold."} for n in range(4)]
    assert [paragraphs_of_recording(one) for one in (articles, events, posts, back)] == [(), (), (), ()]


def test_marks_and_halves_of_words_are_joined_to_their_words() -> None:
    spoken = [" The", " pier", " is", " un", "safe", ",", " he", " said", "."]
    assert paragraphs_of_recording([{"start": n, "word": one} for n, one in enumerate(spoken)]) == (
        "The pier is unsafe, he said.",
    )
