"""Dots of a quotation must not be put for words that turn what is quoted around them."""

from pathlib import Path

import pytest
import yaml

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.quotations.edited import standing_in

DATA = yaml.safe_load((Path(__file__).parents[1] / "data" / "left_out.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "quotation"), DATA["turned"])
def test_a_quotation_that_leaves_out_what_turns_it_is_not_proved(text: str, quotation: str) -> None:
    assert standing_in(quotation, text) is not QuoteStanding.STATED


@pytest.mark.parametrize(("text", "quotation"), DATA["plain"])
def test_a_quotation_that_leaves_out_what_turns_nothing_is_proved(text: str, quotation: str) -> None:
    assert standing_in(quotation, text) is QuoteStanding.STATED
