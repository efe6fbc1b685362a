"""Whose words a text has between quotation marks: marks of all languages, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.meaning.speech import marked_words, speech_in

WORDS = "we shall not open it"
PAIRS = (
    "“ ”|” ”|„ “|„ ”|« »|» «|» »|‹ ›|› ‹|‘ ’|’ ’|‚ ‘|‚ ’|' '|\" \"|＂ ＂|״ ״|❝ ❞|❛ ❜|〝 〞|〝 〟|「 」|『 』|﹁ ﹂"
    "|,, ''|,, ”|`` ''|'' ''|“ \"|\" ”|„ \"|„ ''|,, \"|“ ''|‘ '|' ’|‚ '|« \"|‟ ”"
).split("|")


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("around", ["{}", "He said: {} Then he left.", "({})", "It is so – {}, he said.", "It’s {}"])
def test_words_between_marks_of_any_language_are_found(pair: str, around: str) -> None:
    opening, closing = pair.split(" ")
    assert list(speech_in(around.format(f"{opening}{WORDS}{closing}"))) == [WORDS]


@pytest.mark.parametrize("pair", PAIRS)
def test_two_quotations_of_a_text_are_two(pair: str) -> None:
    opening, closing = pair.split(" ")
    quoted = f"{opening}{WORDS}{closing}"
    assert list(speech_in(f"He said {quoted}, and then {quoted}.")) == [WORDS, WORDS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Il dit : «\u00a0nous ne l’ouvrons pas\u00a0».", ["nous ne l’ouvrons pas"]),
        ("She said: ‘we don’t open the dogs’ gate today’.", ["we don’t open the dogs’ gate today"]),
        ("She said 'the dogs' owners don't open it' and left.", ["the dogs' owners don't open it"]),
        ("他说“我们今天晚上就把港口关闭”。", ["我们今天晚上就把港口关闭"]),
        ('"He is 5\'11" tall today," she said.', ["He is 5'11\" tall today,"]),
        ("“He said ‘we go’ and went.”", ["He said ‘we go’ and went."]),
        ("„Er sagte ‚wir gehen‘ und ging.“", ["Er sagte ‚wir gehen‘ und ging."]),
        ("“It is closed, and it will stay so.", ["It is closed, and it will stay so."]),
    ],
)
def test_apostrophes_and_inner_marks_end_no_quotation(text: str, found: list[str]) -> None:
    assert list(speech_in(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "She is 6'2\" tall and he is 5'11\" tall.",
        "A 6\" pipe, a 3\" nail and a 12' x 9' room.",
        "the '90s and the ’80s, the dogs' owners' houses",
        "Rock 'n' roll isn't dead, they'd say; 'tis so, 'twas so.",
        "'s avonds en 's morgens kwam hij langs",
        "l'eau, d'or et l'homme d’aujourd’hui",
        'צה"ל אמר כך, וארה"ב אמרה כך',
        "The boys' club and the girls' club of '68 met.",
        "Latitude 52° 31' 12\" north, 13° 24' 36\" east.",
    ],
)
def test_apostrophes_feet_inches_years_and_short_forms_are_no_quotation_marks(text: str) -> None:
    assert list(marked_words(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said “I resign.”", ["I resign."]),
        ("“I resign,” she said.", ["I resign,"]),
        ("She said that “I resign now” was enough.", ["I resign now"]),
        ("The minister: “Not tonight.”", ["Not tonight."]),
        ("„Wir gehen“, sagte der Minister.", ["Wir gehen"]),
        ("« Pas question », a déclaré le maire.", ["Pas question"]),
        ("„Odchodzimy dziś”, powiedziała pani burmistrz.", ["Odchodzimy dziś"]),
        ("«Мы уходим», сказал мэр.", ["Мы уходим"]),
        ("市長は「港を閉じる」と述べた。", ["港を閉じる"]),
        ("She said “no”.", []),
        ("A so-called “closing time” is near.", []),
        ("They played “Northern Light” and left.", []),
        ("It told operators of “safe harbour rules” to close.", []),
        ("His book: “Northern Light”", []),
    ],
)
def test_two_or_three_words_are_speech_only_beside_a_word_of_speech(text: str, found: list[str]) -> None:
    assert list(speech_in(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("– Vi stenger ikke havna i kveld, sier ordføreren.", ["Vi stenger ikke havna i kveld"]),
        ("– Vi stänger inte hamnen i kväll, säger borgmästaren.", ["Vi stänger inte hamnen i kväll"]),
        ("– Vi lukker ikke havnen i aften, siger borgmesteren.", ["Vi lukker ikke havnen i aften"]),
        ("– Me emme sulje satamaa tänään, sanoi pormestari.", ["Me emme sulje satamaa tänään"]),
        ("— Nous ne fermerons pas le port ce soir, dit le maire.", ["Nous ne fermerons pas le port ce soir"]),
        ("— Fermerons-nous le port ce soir ? dit-il au maire.", ["Fermerons-nous le port ce soir"]),
        (
            "—No cerraremos el puerto hoy —dijo el alcalde—. Es muy peligroso para todos.",
            ["No cerraremos el puerto hoy", "Es muy peligroso para todos"],
        ),
        ("— Não fechamos o porto hoje — disse o prefeito.", ["Não fechamos o porto hoje"]),
        ("— Non chiudiamo il porto stasera, ha detto il sindaco.", ["Non chiudiamo il porto stasera"]),
        (
            "— Мы не закроем порт сегодня, — сказал мэр. — Это опасно для города.",
            ["Мы не закроем порт сегодня", "Это опасно для города"],
        ),
        ("— Nie zamykamy dziś portu — powiedział burmistrz.", ["Nie zamykamy dziś portu"]),
        ("– We shall not close it, the mayor said.", ["We shall not close it"]),
        ("– 40 ships came, and 12 of them stayed for the night.", []),
        ("– The port and the town agree on the gate.", []),
        ("The port – as he said – is closed.", []),
        ("2010–2013 were dry years, he said.", []),
        ("— Closed, he said.", []),
    ],
)
def test_what_a_dash_begins_is_speech_where_somebody_says_it(text: str, found: list[str]) -> None:
    assert list(speech_in(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('אמר ש"לא נסגור את הנמל הלילה" והלך.', ["לא נסגור את הנמל הלילה"]),
        ("אמר: ״לא נסגור את הנמל הלילה״.", ["לא נסגור את הנמל הלילה"]),
        ('וצה"ל הודיע כי דו"ח המבקר וארה"ב אמרה לא', []),
        ("قال إنه «لن نغلق الميناء الليلة» وغادر", ["لن نغلق الميناء الليلة"]),
        ('وصفه بـ"الخطر الكبير على المدينة" أمس', ["الخطر الكبير على المدينة"]),
        ("وصفه ب«الخطر الكبير على المدينة» أمس", ["الخطر الكبير على المدينة"]),
        ("قال ”لن نغلق الميناء الليلة“ وغادر.", ["لن نغلق الميناء الليلة"]),
        ("قال “لن نغلق الميناء الليلة” وغادر.", ["لن نغلق الميناء الليلة"]),
        ('صرح: \u2067"لن نغلق الميناء الليلة"\u2069.', ["لن نغلق الميناء الليلة"]),
        ("گفت: «امشب بندر را نمی‌بندیم و می‌مانیم».", ["امشب بندر را نمی‌بندیم و می‌مانیم"]),
        ("وأضاف: «سنبقى هنا».", ["سنبقى هنا"]),
    ],
)
def test_marks_in_scripts_from_right_to_left_are_read(text: str, found: list[str]) -> None:
    assert list(speech_in(text)) == found


@pytest.mark.parametrize("pair", ["《 》", "〈 〉"])
def test_marks_of_titles_quote_nobody(pair: str) -> None:
    opening, closing = pair.split(" ")
    assert list(speech_in(f"他说他昨天在{opening}我们今天晚上就把港口关闭{closing}里看到了。")) == []


@given(st.text(st.sampled_from("ab s.,'’‘‚“”„«»‹›\"`:12“ \n"), max_size=30))
def test_any_text_can_be_read_and_what_is_found_is_in_it(text: str) -> None:
    for one in marked_words(text):
        assert one.words in text
        assert text[one.start : one.end].strip()
