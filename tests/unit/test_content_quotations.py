"""What a text quotes, and whether another one holds it."""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.base.source import Source
from annotated_briefings.content.markdown.blocks import read_markdown
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.content.quotations.passages import quotations


def quoted(text: str) -> list[tuple[str, int]]:
    return [(q.text, q.line) for q in quotations(read_markdown(Source("a.md", text), text).blocks)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said: “We shall close it tonight.” Then he left.", "We shall close it tonight."),
        ('He said: "We shall close it tonight." Then he left.', "We shall close it tonight."),
        ("Er sagte: „Wir schließen ihn heute Nacht.“ Dann ging er.", "Wir schließen ihn heute Nacht."),
        ("Er sagte: »Wir schließen ihn heute Nacht.« Dann ging er.", "Wir schließen ihn heute Nacht."),
        ("Il dit : « Nous le fermons ce soir. » Puis il partit.", "Nous le fermons ce soir."),
        ("他说：「我们今天晚上就把港口关闭。」", "我们今天晚上就把港口关闭。"),
        ("He said **“We *shall* close it** tonight.”", "We shall close it tonight."),
        ("“It is closed, and it will stay so.", "It is closed, and it will stay so."),
        ("> Nobody was told of it.\n>\n> — A. Writer, 2026", "Nobody was told of it."),
        ("> 港口今晚关闭。\n>\n> ——市长", "港口今晚关闭。"),
        ("> 今夜は港を閉じる", "今夜は港を閉じる"),
        ("– Vi stenger ikke havna i kveld, sier ordføreren.", "Vi stenger ikke havna i kveld"),
    ],
)
def test_somebody_s_words_are_found(text: str, found: str) -> None:
    assert quoted("First.\n\n" + text) == [(found, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “closing time” is late.",
        'A 6" pipe and no other',
        "`“these are four words”`\n",
        "```\n“these are some words of code”\n```",
        "It isn't, they'd say, won't they",
        "> 注意",
        "他读了《我们今天晚上就把港口关闭》。",
    ],
)
def test_names_and_code_are_no_quotations(text: str) -> None:
    if text.startswith("`“"):
        # Words in code within a sentence are still words of the text.
        assert quoted(text) == [("these are four words", 1)]
    else:
        assert quoted(text) == []


@pytest.mark.parametrize(
    ("quotation", "text", "held"),
    [
        ("we shall close it", "He said: ‘We shall close it’", True),
        ("We shall close it,", "that we shall close it.", True),
        ("We shall … close it", "We shall, God willing, close it", True),
        ("We [the port] shall close it", "We shall close it", True),
        ("[W]e shall close it", "He said we shall close it", True),
        ("We shall\u00a0close “it”", "We shall close 'it'", True),
        ("We shall close “it”", 'We shall close "it"', True),
        ("close it … We shall", "We shall close it", False),
        ("We shall not close it", "We shall close it", False),
        ("…", "anything", True),
        ("我們『今晚』就關閉港口", "他說：「我們「今晚」就關閉港口。」", True),
        ("「我們今晚就關閉港口」", "他說：『我們今晚就關閉港口』", True),
        ("他读了〈港口之歌〉就走", "他读了《港口之歌》就走了", True),
        ("我們『今晚』就關閉港口", "他說：「我們『明晚』就關閉港口。」", False),
        ("لن نغلق \u2067الميناء\u2069 الليلة", "قال: لن نغلق الميناء الليلة", True),
    ],
)
def test_words_left_out_or_changed_in_brackets_may_be_so(quotation: str, text: str, held: bool) -> None:
    assert (standing_in(quotation, text) is QuoteStanding.STATED) is held
