"""Labels, bylines and days at the head of plain texts in many languages, and languages of one script."""

from pathlib import Path

import pytest

from annotated_briefings.intake.cleaning.datelines import day_line
from annotated_briefings.intake.cleaning.days import find_day
from annotated_briefings.intake.cleaning.spoken import shown_language
from annotated_briefings.intake.formats.exported import outline_of_text
from annotated_briefings.intake.headers import read_header
from annotated_briefings.intake.segmentation.bylines import byline_of_language


@pytest.mark.parametrize(
    "written",
    [
        "२६ नोभेम्बर २०२६", "26 नवंबर 2026", "26 Novemba 2026", "2026ko azaroaren 26a", "26 Samhain 2026",
        "26 նոյեմբերի 2026", "26 ნოემბერი 2026", "2026 жылғы 26 қараша", "2026 оны 11-р сарын 26", "26 nëntor 2026",
        "26 நவம்பர் 2026", "26 Tachwedd 2026", "26 નવેમ્બર 2026", "26 নভেম্বর 2026", "2026. gada 26. novembris",
        "26 Nobyembre 2026", "२६ नोव्हेंबर २०२६", "26 studenoga 2026", "26 พฤศจิกายน 2569",
    ],
)  # fmt: skip
def test_a_day_is_read_in_the_words_of_any_language(written: str) -> None:
    assert find_day(written) == "2026-11-26"


def test_a_day_with_its_day_of_the_week_is_a_line_of_its_own_in_any_language() -> None:
    path = Path(__file__).parents[1] / "data/days_with_weekdays.txt"
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if day_line(line) != "2025-03-03"] == []
    assert day_line("Hai, 3 tàu 3, 2025") == ""


@pytest.mark.parametrize("written", ["24 boats 2026", "24 Kelby 2026", "24 marches 2026", "24 nollaig"])
def test_other_words_are_no_days(written: str) -> None:
    assert find_day(written) == ""


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("शीर्षक: पुल बंद", "title"), ("मिति: २०८३ मंसिर १०", "published"), ("Mwandishi: Otieno Barasa", "author"),
        ("Հեղինակ՝ Անի Սարգսյան", "author"), ("አዘጋጅ፦ ያሬድ ታደሰ", "author"), ("ရေးသားသူ - မောင်မောင်", "author"),
        ("लेखक: राम", "author"), ("Müəllif: Elçin Quliyev", "author"), ("Ffynhonnell: Y Glannau", "outlet"),
        ("Dáta: 24 Samhain 2026", "published"), ("রহিম: সেতু বন্ধ", ""), ("Mayor: we will pay", ""),
        ("Kelby: the weir is open", ""), ("लेखक ने कहा: पुल बंद है", ""),
    ],
)  # fmt: skip
def test_a_label_is_read_in_any_language(line: str, field: str) -> None:
    header = read_header(line)
    assert (header.field if header else "") == field


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Na Otieno Barasa", "sw", "Otieno Barasa"),
        ("Le Gráinne Ní Bhaoill", "ga", "Gráinne Ní Bhaoill"),
        ("Nga Arta Lleshi", "sq", "Arta Lleshi"),
        ("โดย สุดารัตน์ คงแก้ว", "th", "สุดารัตน์ คงแก้ว"),
        ("Le Monde Diplomatique", "fr", ""),
        ("Na Zdrowie Panie", "pl", ""),
    ],
)
def test_a_byline_counts_in_its_language_alone(line: str, language: str, names: str) -> None:
    assert byline_of_language(line, lambda: language) == names


def test_a_byline_at_the_head_is_no_outlet() -> None:
    text = "Shule 63 za msingi zimefungwa baada ya walimu kugoma wakitaka kulipwa posho za mazingira magumu."
    outline = outline_of_text(["Walimu wagoma kwa siku ya pili", "Na Otieno Barasa", "27 Novemba 2026", "", text])
    assert outline is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("नेपाल सरकारले आगामी निर्वाचनका लागि सबै तयारी पूरा भएको जनाएको छ। मतदान केन्द्रहरूमा सुरक्षाकर्मी खटाइएका छन् र "
         "मतदाताहरूलाई परिचयपत्र बाँड्ने काम सुरु भइसकेको छ।", "ne"),
        ("पुणे शहरातील नवीन पूल काल नागरिकांसाठी खुला झाला आहे. या पुलामुळे वाहतूक कोंडी कमी होईल, असे महापालिकेने सांगितले. पूल "
         "बांधण्यासाठी दोन वर्षे लागली आणि त्यासाठी चाळीस कोटी रुपये खर्च आला.", "mr"),
        ("पुल टूटने से गाँव का संपर्क कट गया। लोग नाव से आ-जा रहे हैं और बच्चों की पढ़ाई रुक गई है। प्रशासन ने कहा कि मरम्मत में दो "
         "सप्ताह लगेंगे और तब तक बसें दूसरे रास्ते से चलेंगी।", "hi"),
        ("Ховд голын шинэ гүүр өчигдөр ашиглалтад орлоо. Гүүрийг барихад хоёр жил зарцуулжээ.", "mn"),
        ("Мост через реку закрыли на ремонт до конца недели. Жителям придётся ехать в объезд через посёлок.", "ru"),
    ],
)  # fmt: skip
def test_languages_of_one_script_are_told_apart(text: str, language: str) -> None:
    assert shown_language(text) == language
