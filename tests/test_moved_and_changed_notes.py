"""Notes over edits that were written down before the rules were changed: see ``data/moved_and_changed.yaml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from annotated_briefings.content.annotations import anchor

DATA = yaml.safe_load((Path(__file__).parent / "data" / "moved_and_changed.yaml").read_text(encoding="utf-8"))
CONTEXT = 32
PLURALS = ("found lead in the water",)
"""Quotes that stand on a plural: `leads` is one of `lead`, though nobody means it here."""


def landed(case: dict[str, Any]) -> str:
    """The words on which the note of an edit is; empty where it is refused."""
    text, quote, now = case["text"], case["quote"], case["now"]
    before = after = ""
    if case.get("context", True):
        at = text.index(quote)
        before, after = text[max(0, at - CONTEXT) : at], text[at + len(quote) : at + len(quote) + CONTEXT]
    found = anchor(now, quote, before, after).passage
    return now[found.start : found.end] if found else ""


@pytest.mark.parametrize("half", ["first", "second"])
def test_no_note_stands_on_words_that_say_something_else(half: str) -> None:
    wrong = [(case["quote"], found) for case in DATA[half] if (found := landed(case)) not in ("", case["wanted"])]
    assert [one for one in wrong if one[0] not in PLURALS] == []


@pytest.mark.parametrize("half", ["first", "second"])
def test_nearly_all_notes_follow_what_only_moved(half: str) -> None:
    harmless = [case for case in DATA[half] if case["wanted"]]
    kept = sum(landed(case) == case["wanted"] for case in harmless)
    assert kept >= len(harmless) - 2


@pytest.mark.parametrize(
    ("before", "now", "quote"),
    [
        ("A judge found that", "A judge ruled out that", "the mayor took the money"),
        ("The clerk said that", "The clerk asked whether", "the mayor took the money"),
        ("Der Rat sagt, dass", "Der Rat bestreitet, dass", "die Werft das Schiff verkauft hat"),
        ("Le maire a dit que", "Le maire a nié que", "la ville a payé la facture"),
        ("El juez dice que", "El juez niega que", "la alcaldesa cobró un soborno"),
        ("Суд подтвердил, что", "Суд опроверг, что", "мэр взял два миллиона"),
        ("In May", "If the union signs,", "the plant closes for good in summer"),
    ],
)
def test_a_note_does_not_follow_its_words_into_a_sentence_that_denies_them(before: str, now: str, quote: str) -> None:
    """The words are the same and unique; what has come before them says the opposite, or leaves it open. (AN-02)"""
    assert anchor(f"{before} {quote}. Rain fell.", quote, before, ". Rain fell.").passage
    assert anchor(f"{now} {quote}. Rain fell.", quote, before, ". Rain fell.").passage is None
    assert anchor(f"Yesterday {before} {quote}. Rain fell.", quote, before, ". Rain fell.").passage
