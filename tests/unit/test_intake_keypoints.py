"""Key points and summaries: whole sentences of the news."""

import pytest

from annotated_briefings.intake.compose import summary_of
from annotated_briefings.intake.keypoints import key_points

NEWS = "The harbour board of Vessby has bought a second crane for 40 million crowns, it said on Monday."
MORE = "The crane will lift its first ship in March, after a test with empty boxes on the north mole."


@pytest.mark.parametrize(
    "sentence",
    [
        "File photo of the old crane at the north mole of the harbour.",
        "* The crane on the north mole will receive 1.2 million crowns for repairs.",
        "((BJ)): In the harbour the crane lifts forty boxes in every hour.",
        "Review the plans of the harbour board before the crane is bought in March.",
        "You may visit the crane at the harbour on every Sunday in March.",
        "We bought the crane because the harbour board asked for it in March.",
        "He will run the crane of the harbour board from March on every day.",
        "His crane lifts forty boxes in every hour at the harbour of Vessby.",
        "Who will pay for the second crane of the harbour board of Vessby?",
        "The board answered the questions of the harbour reporter Jonas W.",
        "Unfortunately, the harbour board has no second crane for the north mole.",
        "Sie bleibt bis zum März im Hafen von Vessby, sagte der Vorstand am Montag.",
        "Nous avons acheté la grue pour le port de Vessby en mars dernier.",
        "Además, la grúa del puerto de Vessby levanta cuarenta cajas cada hora.",
        "Мы купили второй кран для порта Вессби за сорок миллионов крон.",
        "此外，港口委员会还将在三月购买第二台起重机并进行测试。",
        "しかし、港の委員会は三月に二台目のクレーンを買う予定だという。",
    ],
)
def test_what_leans_on_others_or_speaks_to_the_reader_is_no_point(sentence: str) -> None:
    assert [point.text for point in key_points([NEWS, sentence, MORE])] == [NEWS, MORE]


def test_speech_is_no_point_without_its_speaker() -> None:
    speech = '"The crane is a wonderful thing for the harbour of Vessby. The board has waited for years."'
    result = 'The board said: "The crane is a wonderful thing for all of the harbour of Vessby."'
    assert [point.text for point in key_points([NEWS, speech, MORE])] == [NEWS, MORE]
    assert result in [point.text for point in key_points([NEWS, result, MORE])]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        (
            "港务局周一表示，维斯比港已用四千万克朗购买了第二台起重机。起重机将于三月吊起第一艘船的货物。谁来付钱？",
            ["港务局周一表示，维斯比港已用四千万克朗购买了第二台起重机。", "起重机将于三月吊起第一艘船的货物。"],
        ),
        (
            "港の委員会は月曜日、二台目のクレーンを購入したと発表した。「私たちは長く待った。」と住民は話した。",
            ["港の委員会は月曜日、二台目のクレーンを購入したと発表した。", "「私たちは長く待った。」と住民は話した。"],
        ),
        (
            "قالت هيئة الميناء يوم الاثنين إن الرافعة الثانية وصلت إلى الرصيف. متى تعمل هذه الرافعة الجديدة؟",
            ["قالت هيئة الميناء يوم الاثنين إن الرافعة الثانية وصلت إلى الرصيف."],
        ),
        (
            "Der Hafen von Vessby hat am 3. März einen zweiten Kran gekauft. Er kostet 40 Mio. Euro und hebt Kisten.",
            ["Der Hafen von Vessby hat am 3. März einen zweiten Kran gekauft."],
        ),
    ],
)
def test_points_are_whole_sentences_in_every_script(text: str, points: list[str]) -> None:
    assert [point.text for point in key_points([text])] == points


@pytest.mark.parametrize("lead", ["港" * 400, "港务局周一表示，" * 50, "x" * 400, "word " * 200])
def test_a_long_sentence_is_cut_and_never_empty(lead: str) -> None:
    summary = summary_of([lead])
    assert 250 < len(summary) <= 280
    assert lead.startswith(summary.removesuffix("…"))
