"""Weights are no money, a verb is no currency, and tenths are counted as Chinese and Japanese do.

Every second case was not looked at before the rule was done.
"""

import pytest

from annotated_briefings.base.meaning.stated import Statement, states

STATED = (
    ("The town paid 40 pounds of debt.", "40", "GBP", "en"),
    ("It costs 40 pounds.", "40", "GBP", "en"),
    ("They spent 3 million pounds of public money.", "3 million", "GBP", "en"),
    ("The baker bought 40 pounds of flour.", "40", "pounds", "en"),
    ("He had 40 pounds of the sum left.", "40", "GBP", "en"),
    ("Es kostet 40 Pfund Sterling.", "40", "GBP", "de"),
    ("Es kostet 40 Pfund, sagte er.", "40", "GBP", "de"),
    ("Elle a payé 40 livres.", "40", "GBP", "fr"),
    ("Cuesta 40 libras esterlinas.", "40", "GBP", "es"),
    ("It costs 40 won.", "40", "KRW", "en"),
    ("It costs a quid, or 5 quid with tea.", "5", "GBP", "en"),
    ("门票3元。", "3", "CNY", "zh"),
    ("船の3割が木造だ。", "30", "%", "ja"),
    ("船の3割5分が木造だ。", "35", "%", "ja"),
    ("七成居民同意。", "70", "%", "zh"),
    ("七成五居民同意。", "75", "%", "zh"),
    ("半数の船が木造だ。", "50", "%", "ja"),
    ("売上は2倍になった。", "2", "倍", "ja"),
    ("売上は2倍になった。", "200", "%", "ja"),
    ("船の3割引で売る。", "30", "%", "ja"),
    ("三成半居民同意。", "35", "%", "zh"),
    ("出口下降三成。", "-30", "%", "zh"),
    ("1割2分3厘の利子。", "12.3", "%", "ja"),
    ("半数居民同意。", "50", "%", "zh"),
    ("It cost £40m in May.", "40 million", "GBP", "en"),
    ("About 40k boats left.", "40000", "boats", "en"),
)
"""Quotes that state a figure: quote, value, unit, language."""
OTHER = (
    ("The baker bought 40 pounds of flour.", "40", "GBP", "en"),
    ("They spread 60 pounds per acre.", "60", "GBP", "en"),
    ("He caught 90 pounds of fish.", "90", "£", "en"),
    ("Sie kaufte 40 Pfund Mehl.", "40", "GBP", "de"),
    ("Elle a acheté 40 livres de farine.", "40", "GBP", "fr"),
    ("Compró 40 libras de harina.", "40", "GBP", "es"),
    ("The party won 40 seats.", "40", "KRW", "en"),
    ("She won 40 medals.", "40", "KRW", "en"),
    ("A bag weighs 12 stone.", "12", "GBP", "en"),
    ("该元素有3元素。", "3", "CNY", "zh"),
    ("船の3割が木造だ。", "3", "%", "ja"),
    ("船の3割5分が木造だ。", "30", "%", "ja"),
    ("七成居民同意。", "7", "%", "zh"),
    ("七成五居民同意。", "70", "%", "zh"),
    ("過半数の船が木造だ。", "50", "%", "ja"),
    ("委员会有3成员。", "30", "%", "zh"),
    ("1割2分3厘の利子。", "12", "%", "ja"),
    ("半数居民同意。", "5", "%", "zh"),
    ("It cost £40m in May.", "40", "GBP", "en"),
    ("About 40k boats left.", "40", "boats", "en"),
)
"""Quotes that do not."""


@pytest.mark.parametrize(("quote", "value", "unit", "language"), STATED)
def test_a_quote_states_the_figure(quote: str, value: str, unit: str, language: str) -> None:
    assert states(quote, value, unit, "probe", (language, language)) is Statement.STATED


@pytest.mark.parametrize(("quote", "value", "unit", "language"), OTHER)
def test_a_quote_states_another_figure(quote: str, value: str, unit: str, language: str) -> None:
    assert states(quote, value, unit, "probe", (language, language)) is not Statement.STATED
