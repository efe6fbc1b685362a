"""A number in words of a language whose words for numbers are not known proves no figure: not another one, and not its
own, since nobody can tell. Numbers in digits are compared in every language."""

import pytest

from annotated_briefings.base.meaning.stated import Statement, states

Row = tuple[str, str, str]
IN_WORDS: tuple[Row, ...] = (
    ("ru", "Мост стоит два миллиарда рублей", "рублей"),
    ("ru", "Мост стоит полтора миллиарда рублей", "рублей"),
    ("ru", "Мост стоит двадцать миллионов рублей", "рублей"),
    ("ru", "Мост строили семь человек", "человек"),
    ("uk", "Міст коштує півтора мільярда гривень", "гривень"),
    ("pl", "Most kosztuje półtora miliarda złotych", "złotych"),
    ("pl", "Most budowało siedem osób", "osób"),
    ("cs", "Most stojí dvě miliardy korun", "korun"),
    ("sk", "Most stojí pol druha miliardy eur", "eur"),
    ("sv", "Bron kostar två miljarder kronor", "kronor"),
    ("sv", "Bron kostar mycket", "kronor"),
    ("da", "Broen koster halvanden milliard kroner", "kroner"),
    ("nb", "Broen koster sju milliarder kroner", "kroner"),
    ("fi", "Silta maksaa puolitoista miljardia euroa", "euroa"),
    ("fi", "Siltaa rakensi seitsemän ihmistä", "ihmistä"),
    ("hu", "A híd kétmilliárd forintba kerül", "forint"),
    ("hu", "A híd két és fél milliárd forintba kerül", "forint"),
    ("tr", "Köprü iki milyar liraya mal oldu", "lira"),
    ("tr", "Köprü bir buçuk milyar liraya mal oldu", "lira"),
    ("el", "Η γέφυρα κοστίζει δύο δισεκατομμύρια ευρώ", "ευρώ"),
    ("ro", "Podul costă două miliarde de lei", "lei"),
    ("hr", "Most košta dvije milijarde eura", "eura"),
    ("bg", "Мостът струва два милиарда лева", "лева"),
    ("hi", "पुल पर ढाई करोड़ रुपये खर्च हुए", "रुपये"),
    ("ko", "다리는 이십억 원이 든다", "원"),
    ("id", "Jembatan itu menelan satu setengah miliar rupiah", "rupiah"),
    ("vi", "Cây cầu tốn hai tỷ rưỡi đồng", "đồng"),
    ("he", "הגשר עולה שני מיליארד שקל", "שקל"),
    ("sl", "Most stane dve milijardi evrov", "evrov"),
    ("et", "Sild maksab kaks miljardit eurot", "eurot"),
    ("is", "Brúin kostar tvo milljarða króna", "króna"),
    ("th", "สะพานมีค่าใช้จ่ายสองพันล้านบาท", "บาท"),
    ("fa", "پل دو و نیم میلیارد ریال هزینه دارد", "ریال"),
)
VALUES = ("1 billion", "2 billion", "1.5 billion", "10 million", "20 million", "7", "1,000,000,000", "3/4")
IN_DIGITS: tuple[tuple[str, str, str, str], ...] = (
    ("ru", "Мост стоит 2 миллиарда рублей", "2 billion", "рублей"),
    ("pl", "Most kosztuje 1,5 miliarda złotych", "1.5 billion", "złotych"),
    ("cs", "Most stojí 2 miliardy korun", "2 billion", "korun"),
    ("sv", "Bron kostar 2 miljarder kronor", "2 billion", "kronor"),
    ("fi", "Silta maksaa 2 miljardia euroa", "2 billion", "euroa"),
    ("hu", "A híd 2 milliárd forintba kerül", "2 billion", "forint"),
    ("tr", "Köprü 2 milyar liraya mal oldu", "2 billion", "lira"),
    ("el", "Η γέφυρα κοστίζει 2 δισεκατομμύρια ευρώ", "2 billion", "ευρώ"),
    ("hi", "पुल पर 2 करोड़ रुपये खर्च हुए", "20 million", "रुपये"),
    ("hi", "पुल पर २ करोड़ रुपये खर्च हुए", "20 million", "रुपये"),
    ("ko", "다리는 20억 원이 든다", "2 billion", "원"),
    ("ru", "Мост строили 7 человек", "7", "человек"),
    ("sv", "Bron byggdes av 7 personer", "7", "personer"),
    ("de", "zweitausendfünfhundert Boote", "2500", "Boote"),
    ("en", "two billion boats", "2 billion", "boats"),
)


@pytest.mark.parametrize("row", IN_WORDS)
def test_a_number_in_words_that_are_not_known_proves_no_figure(row: Row) -> None:
    own, quote, unit = row
    # A source often states no language, and then that of the site counts.
    for language in (own, "en", "de", "fr", "es", "it", "pt", "nl", ""):
        found = {value: states(quote, value, unit, "bridge", (language, language)) for value in VALUES}
        assert [value for value, result in found.items() if result is Statement.STATED] == [], language
        assert Statement.UNREAD in found.values() or language != own


@pytest.mark.parametrize("row", IN_DIGITS)
def test_a_number_in_digits_or_known_words_proves_its_figure_in_every_language(row: tuple[str, str, str, str]) -> None:
    language, quote, value, unit = row
    assert states(quote, value, unit, "bridge", (language, language)) is Statement.STATED
    assert states(quote, f"3{value}", unit, "bridge", (language, language)) is not Statement.STATED
