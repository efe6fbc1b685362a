"""What comes along when words are pasted from a word processor or a page is named, and the remedy takes it away."""

import pytest
from remedies import done

from annotated_briefings.base.diagnostics import Diagnostic
from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief

HEAD = "---\ntitle: A storm\nsummary: In short.\n---\n"
NAMED = (
    f"{HEAD}The har\u00adbour is shut.",
    f"{HEAD}The\u200b harbour is\ufeff shut.",
    f"{HEAD}It\u2060self and \u202aC:\\log\u202c and a\u200cb.",
    f"{HEAD}One \u200b\u200b two.",
    f"{HEAD}Shut&nbsp; at noon.",
    f"{HEAD}Shut at noon.&#160;\n\n&nbsp;\n\nMore.",
    f"{HEAD}• The lock is shut.\n\n• The quay is open.",
    f"{HEAD}Text.\n\n\uf0b7 The lock is shut.",
    f"{HEAD}\u00b7   The lock is shut.",
    f"{HEAD}o\u00a0\u00a0 The gate is open.",
    f"{HEAD}\u25aaThe gate is open.",
    HEAD.replace("storm", "st\u00adorm") + "Text.",
    HEAD.replace("In short.", "'&nbsp;In short.'") + "Text.",
    HEAD.replace("In short.", "In\u200b short.\nwhy_it_matters: • It was late.") + "Text.",
    HEAD.replace("In short.", "In short.\nunknowns: [• Who pays?, •When?]") + "Text.",
    HEAD.replace("In short.", 'In short.\nwhat_next:\n  - "• The gate"\n  - \u2022 The lock') + "Text.",
)
SILENT = (
    f"{HEAD}10&nbsp;km and «\u00a0oui\u00a0» and 5\u202f000.",
    f"{HEAD}\u0645\u06cc\u200c\u0631\u0648\u0645 \u200e10 \u202b(\u0627\u0628)\u202c.",
    f"{HEAD}\u0915\u094d\u200d\u0937 and \U0001f469\u200d\U0001f4bb.",
    f"{HEAD}\u0e17\u0e48\u0e32\u200b\u0e40\u0e23\u0e37\u0e2d.",
    f"{HEAD}\u6e2f\u306f**\u300c\u9589\u9396\u300d**\u200b\u3067\u3059.",
    f"{HEAD}`a\u0026nbsp; b` is code.\n\n```\na &nbsp; b\n```",
    f"{HEAD}| a | b |\n| --- | --- |\n| &nbsp; | c |",
    f"{HEAD}- One\n- Two • three · four\n\no clock. § 5 of the law.",
    f"{HEAD}* One\n\nR&D and AT&T; the price: € 5.",
    HEAD.replace("A storm", "Shut - • not a list") + "Text.",
)
CODES = ("unseen-character", "no-list")


def named(text: str) -> list[Diagnostic]:
    return [one for one in parse_brief(Source("briefings/a.md", text))[1] if one.code in CODES]


@pytest.mark.parametrize("text", NAMED)
def test_what_was_pasted_is_named_and_the_remedy_takes_it_away(text: str) -> None:
    count = len(named(text))
    assert count
    for left in range(count, 0, -1):
        found = named(text)
        assert len(found) == left
        changed = done(text, found[0])
        assert changed is not None, found[0].help
        text = changed
    assert named(text) == []


@pytest.mark.parametrize("text", SILENT)
def test_signs_that_scripts_and_writers_need_are_silent(text: str) -> None:
    assert [one.message for one in named(text)] == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        (f"{HEAD}Shut<o:p></o:p> now.", "<o:p>"),
        (f'{HEAD}In <st1:place w:st="on">London</st1:place>.', '<st1:place w:st="on">'),
        (f"{HEAD}<![if !supportLists]>One<![endif]>.", "<![if !supportLists]>"),
        (f"{HEAD}<section>One</section>.", "<section>"),
        (HEAD.replace("A storm", "Storm &amp; flood") + "Text.", "&amp;"),
        (HEAD.replace("A storm", "A <b>storm</b>") + "Text.", "<b>"),
        (HEAD.replace("A storm", "R&D: <3 and a < b > c").replace("title: ", "title: '") + "Text.", ""),
    ],
)
def test_marks_of_word_processors_are_shown_as_typed(text: str, typed: str) -> None:
    text = text.replace("> c\n", "> c'\n")
    found = [one for one in parse_brief(Source("briefings/a.md", text))[1] if one.code == "shown-as-typed"]
    assert [one.message for one in found][:1] == ([f"readers would see `{typed}` as it is typed"] if typed else [])
