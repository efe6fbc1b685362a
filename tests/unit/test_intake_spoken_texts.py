"""What people have said or posted: subtitles, transcripts, chats and copied posts, told by their lines."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

SPOKEN = {
    "SubRip with speakers in capitals": (
        ".srt",
        "1\n"
        "00:00:01,000 --> 00:00:04,000\n"
        "ANNA: The weir at Kelby was opened\n"
        "by hand on Sunday.\n"
        "\n"
        "2\n"
        "00:00:04,200 --> 00:00:06,000\n"
        "Its motor had burnt out.\n"
        "\n"
        "3\n"
        "00:00:06,500 --> 00:00:09,000\n"
        "<i>TOM: Two firemen turned the crank.</i>\n"
        "\n"
        "4\n"
        "00:00:09,100 --> 00:00:10,000\n"
        "[applause]\n",
        [
            "ANNA: The weir at Kelby was opened by hand on Sunday. Its motor had burnt out.",
            "TOM: Two firemen turned the crank.",
        ],
    ),
    "WebVTT with voices": (
        ".vtt",
        "WEBVTT\n"
        "Kind: captions\n"
        "Language: en\n"
        "\n"
        "NOTE made by hand\n"
        "\n"
        "00:01.000 --> 00:04.000 align:start position:0%\n"
        "<v Anna>The weir at Kelby was opened by hand on Sunday.</v>\n"
        "\n"
        "00:04.000 --> 00:06.000\n"
        "<v Anna>Its motor had burnt out.</v>\n"
        "\n"
        "00:06.500 --> 00:09.000\n"
        "<v Tom>Two firemen turned the crank.</v>\n",
        [
            "Anna: The weir at Kelby was opened by hand on Sunday. Its motor had burnt out.",
            "Tom: Two firemen turned the crank.",
        ],
    ),
    "SubStation Alpha": (
        ".ass",
        "[Script Info]\n"
        "Title: Weir\n"
        "ScriptType: v4.00+\n"
        "\n"
        "[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize\n"
        "Style: Default,Arial,20\n"
        "\n"
        "[Events]\n"
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:04.00,Default,Anna,0,0,0,,The weir at Kelby was opened\\Nby hand on Sunday.\n"
        "Dialogue: 0,0:00:04.20,0:00:06.00,Default,Anna,0,0,0,,{\\i1}Its motor had burnt out.{\\i0}\n"
        "Dialogue: 0,0:00:06.50,0:00:09.00,Default,Tom,0,0,0,,Two firemen turned the crank.\n",
        [
            "Anna: The weir at Kelby was opened by hand on Sunday. Its motor had burnt out.",
            "Tom: Two firemen turned the crank.",
        ],
    ),
    "SubViewer": (
        ".sbv",
        "0:00:01.000,0:00:04.000\n"
        "The weir at Kelby was opened by hand on Sunday.\n"
        "\n"
        "0:00:04.000,0:00:06.000\n"
        "Its motor had burnt out.\n"
        "\n"
        "0:00:08.500,0:00:11.000\n"
        "Two firemen turned the crank.\n",
        ["The weir at Kelby was opened by hand on Sunday. Its motor had burnt out.", "Two firemen turned the crank."],
    ),
    "a transcript with times before the speakers": (
        ".txt",
        "Interview with the river board\n"
        "\n"
        "[00:00:05] Anna Desk: Why was the weir opened by hand?\n"
        "[00:00:12] Greta Hohl: Because its motor had burnt out. Two firemen turned the crank for an hour.\n"
        "[00:00:40] Anna Desk: And when does the new motor come?\n"
        "[00:00:45] Greta Hohl: In two weeks.\n",
        [
            "Anna Desk: Why was the weir opened by hand?",
            "Greta Hohl: Because its motor had burnt out. Two firemen turned the crank for an hour.",
            "Anna Desk: And when does the new motor come?",
            "Greta Hohl: In two weeks.",
        ],
    ),
    "a transcript with times behind the speakers": (
        ".txt",
        "Greta Hohl  0:12\n"
        "It was opened by hand because its motor had burnt out. Two firemen turned the crank.\n"
        "\n"
        "Anna Desk  0:40\n"
        "And when does the new motor come?\n"
        "\n"
        "Greta Hohl  0:45\n"
        "In two weeks.\n",
        [
            "Greta Hohl: It was opened by hand because its motor had burnt out. Two firemen turned the crank.",
            "Anna Desk: And when does the new motor come?",
            "Greta Hohl: In two weeks.",
        ],
    ),
    "a copied thread": (
        ".txt",
        "River Board\n"
        "@riverboard\n"
        "·\n"
        "Nov 28, 2026\n"
        "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out.\n"
        "1/2\n"
        "12\n"
        "34\n"
        "1.2K\n"
        "\n"
        "River Board\n"
        "@riverboard\n"
        "·\n"
        "Nov 28, 2026\n"
        "Two firemen turned the crank for an hour. A new motor will arrive in two weeks.\n"
        "2/2\n"
        "3\n"
        "8\n"
        "410 Views\n",
        [
            "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out.",
            "Two firemen turned the crank for an hour. A new motor will arrive in two weeks.",
        ],
    ),
}
"""Name of a file, its text and the paragraphs that are its text."""
CHATS = {
    "WhatsApp on an iPhone": (
        ".txt",
        "[28/11/2026, 07:58:12] Weir Desk: \u200eMessages and calls are end-to-end encrypted.\n"
        "[28/11/2026, 07:59:01] Anna Desk: Morning all. Weir at Kelby is stuck, two engines there\n"
        "[28/11/2026, 08:03:44] Tom R: \u200eimage omitted\n"
        "[28/11/2026, 08:04:10] Tom R: River board says the motor burnt out\n"
        "nobody hurt\n"
        "[28/11/2026, 08:21:55] Anna Desk: Police confirm\n",
        "it is a chat of 2 people with 4 messages: copy what it reports, without names and times",
    ),
    "WhatsApp in America": (
        ".txt",
        "11/28/26, 7:58 AM - Anna Desk: Weir at Kelby is stuck\n"
        "11/28/26, 8:03 AM - Tom R: <Media omitted>\n"
        "11/28/26, 8:04 AM - Tom R: motor burnt out\n",
        "it is a chat of 2 people with 3 messages: copy what it reports, without names and times",
    ),
    "Telegram": (
        ".txt",
        "Anna Desk, [28.11.2026 07:58]\n"
        "Wehr in Kelby klemmt, zwei Wagen vor Ort\n"
        "\n"
        "Tom R, [28.11.2026 08:03]\n"
        "Flussbehörde: Motor durchgebrannt, niemand verletzt\n"
        "\n"
        "Anna Desk, [28.11.2026 08:21]\n"
        "Polizei bestätigt\n",
        "it is a chat of 2 people with 3 messages: copy what it reports, without names and times",
    ),
    "Slack": (
        ".txt",
        "Anna Desk\n"
        "  7:58 AM\n"
        "Weir at Kelby is stuck, two engines there\n"
        "Tom R  8:03 AM\n"
        "River board says the motor burnt out\n"
        "8:04\n"
        "nobody hurt\n"
        "Anna Desk  8:21 AM\n"
        "Police confirm\n",
        "it is a chat of 2 people with 3 messages: copy what it reports, without names and times",
    ),
    "Discord": (
        ".txt",
        "anna — Today at 7:58 AM\n"
        "Weir at Kelby is stuck\n"
        "tom.r — Today at 8:03 AM\n"
        "River board says the motor burnt out\n"
        "anna — Today at 8:21 AM\n"
        "Police confirm\n",
        "it is a chat of 2 people with 3 messages: copy what it reports, without names and times",
    ),
    "Teams": (
        ".txt",
        "[28.11. 07:58] Anna Desk\n"
        "Wehr in Kelby klemmt\n"
        "[28.11. 08:03] Tom R\n"
        "Motor durchgebrannt\n"
        "[28.11. 08:21] Anna Desk\n"
        "Polizei bestätigt\n",
        "it is a chat of 2 people with 3 messages: copy what it reports, without names and times",
    ),
    "a feed of posts": (
        ".txt",
        "River Board\n"
        "@riverboard\n"
        "·\n"
        "2h\n"
        "The weir at Kelby was opened by hand on Sunday, because its motor had burnt out.\n"
        "12\n"
        "34\n"
        "Anna Desk\n"
        "@annadesk\n"
        "·\n"
        "1h\n"
        "Two firemen turned the crank for an hour.\n"
        "3\n"
        "8\n"
        "Show this thread\n",
        "it is a feed of 2 posts of 2 writers: copy the post that is news alone",
    ),
}
"""Name of a file, its text and why it is no article."""
ORDINARY = {
    "a live blog": (
        ".txt",
        "Storm on the coast: live\n"
        "\n"
        "10:15 The coast road is closed between Lund and Kelby, the police said.\n"
        "10:40 The ferry stays in the port until the afternoon.\n"
        "11:05 School buses turn round at Tessel.\n"
        "11:30 The river board opens the weir at Kelby by hand.\n",
        5,
    ),
    "a programme of a meeting": (
        ".txt",
        "The council of Kelby meets on Monday.\n"
        "\n"
        "18:00: Opening by the mayor\n"
        "18:15: Report on the weir\n"
        "19:00: Vote on the ferry crew\n"
        "\n"
        "The meeting is open to all. It will be shown on the web page of the town, the clerk said on Friday.\n",
        5,
    ),
}
"""Name of a file, its text and the number of its paragraphs."""


def read(suffix: str, text: str) -> RawDocument:
    (document,), found = read_any(f"a{suffix}", text.encode())
    assert found == ()
    return document


@pytest.mark.parametrize("what", SPOKEN)
def test_words_come_with_their_speakers_and_without_times(what: str) -> None:
    suffix, text, paragraphs = SPOKEN[what]
    for form in (text, text.replace("\n", "\r\n")):
        document = read(suffix, form)
        assert [one.text for one in document.paragraphs] == paragraphs
        assert document.whole
        assert not document.left_out
        assert all(one.aside for one in document.around)


def test_a_thread_has_its_writer_and_its_day() -> None:
    given = read(*SPOKEN["a copied thread"][:2]).given
    assert (given.author, given.published) == ("River Board", "2026-11-28")


def test_captions_that_roll_say_each_line_once() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nThe weir was\n\n00:02.000 --> 00:03.000\nThe weir was\nopened by hand.\n\n"
        "00:03.000 --> 00:04.000\nopened by hand.\n"
    )
    assert [one.text for one in read(".vtt", text).paragraphs] == ["The weir was opened by hand."]


@pytest.mark.parametrize("what", CHATS)
def test_a_chat_is_left_out_with_the_number_of_its_messages_and_what_to_do(what: str) -> None:
    suffix, text, why = CHATS[what]
    assert read(suffix, text).left_out == why


@pytest.mark.parametrize("what", ORDINARY)
def test_times_at_the_begin_of_lines_alone_make_no_transcript_and_no_chat(what: str) -> None:
    suffix, text, count = ORDINARY[what]
    document = read(suffix, text)
    assert not document.left_out
    assert len(document.paragraphs) == count
