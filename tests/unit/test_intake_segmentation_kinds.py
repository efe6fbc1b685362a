"""Article boundaries in dumps of all kinds: short items, closing lines, rules, other languages and scripts."""

import math
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.text import read_text
from annotated_briefings.intake.reading import split_document
from annotated_briefings.intake.segmentation.decode import (
    NEAR,
    chosen_starts,
    probability,
    settled_odds,
    shortest_usual,
)
from annotated_briefings.intake.segmentation.paragraphs import is_day, is_heading
from annotated_briefings.intake.segmentation.prose import DOUBTFUL, bare_lines, likeness
from annotated_briefings.intake.segmentation.repeats import collapse
from annotated_briefings.intake.segmentation.segment import segment
from annotated_briefings.intake.segmentation.words import extent, language_of, subjects, word_count, words_in
from bench.made import brief_dumps, made_news

ITEMS = {
    "english": (
        (
            "The lighthouse of Skarholm will be lit by the sun from June, the coast guard said on Monday.",
            "The coast guard wants to save a thousand litres of oil a year with the panels on the lighthouse.",
        ),
        (
            "A choir of 300 children sang in the old mill of Lervik on Sunday to keep the mill open.",
            "The children had practised the songs since winter, their choir master Ole Brandvold said.",
            "The mill is to become a car park, but the choir has found 900 people who want to keep it.",
        ),
        (
            "Two trucks with frozen herring collided in the tunnel under the fjord early on Thursday.",
            "The tunnel was shut for nine hours, and the herring from both trucks thawed.",
        ),
        (
            "Parliament has passed a law against noise from leaf blowers, with 61 votes to 48.",
            "The law forbids leaf blowers before nine in the morning and on Sundays.",
            "Makers of leaf blowers said that the law would cost them a third of their sales.",
        ),
    ),
    "german": (
        (
            "Der Leuchtturm von Skarholm wird ab Juni mit Sonnenstrom betrieben, teilte die Küstenwache am Montag mit.",
            "Die Küstenwache will mit dem Sonnenstrom im Leuchtturm tausend Liter Öl im Jahr sparen.",
        ),
        (
            "Ein Chor aus 300 Kindern hat am Sonntag in der alten Mühle von Lervik gesungen, um die Mühle zu retten.",
            "Die Kinder hatten die Lieder seit dem Winter geübt, sagte ihr Chorleiter Ole Brandvold.",
            "Die Mühle soll einem Parkplatz weichen, doch der Chor hat 900 Menschen gefunden, die sie behalten wollen.",
        ),
        (
            "Zwei Lastwagen mit gefrorenem Hering sind am Donnerstag im Tunnel unter dem Fjord zusammengestoßen.",
            "Der Tunnel war neun Stunden gesperrt, und der Hering aus beiden Lastwagen taute auf.",
        ),
        (
            "Das Parlament hat mit 61 gegen 48 Stimmen ein Gesetz gegen den Lärm von Laubbläsern beschlossen.",
            "Das Gesetz verbietet Laubbläser vor neun Uhr morgens und an Sonntagen.",
            "Hersteller von Laubbläsern sagten, das Gesetz koste sie ein Drittel ihres Umsatzes.",
        ),
    ),
    "chinese": (
        ("海岸警卫队星期一宣布，斯卡霍姆的灯塔从六月起使用太阳能。", "警卫队希望用灯塔上的太阳能板每年节省一千升油。"),
        (
            "三百名儿童组成的合唱团星期日在老磨坊演唱，希望保住磨坊。",
            "孩子们从冬天开始练习这些歌曲，合唱团的指挥说。",
            "磨坊将被改成停车场，但是合唱团找到了九百名支持磨坊的人。",
        ),
        ("两辆装着冷冻鲱鱼的卡车星期四清晨在海湾隧道相撞。", "隧道关闭了九个小时，两辆卡车上的鲱鱼都化了。"),
        (
            "议会以六十一票对四十八票通过了限制吹叶机噪音的法律。",
            "法律禁止在上午九点以前和星期日使用吹叶机。",
            "吹叶机的制造商说，法律会让他们失去三分之一的销量。",
        ),
    ),
    "japanese": (
        (
            "沿岸警備隊は月曜日、岬の灯台を六月から太陽光で動かすと発表した。",
            "警備隊は灯台の太陽光パネルで年に千リットルの油を節約したい考えだ。",
        ),
        (
            "三百人の児童合唱団が日曜日、古い水車小屋で歌い、水車小屋の存続を訴えた。",
            "児童は冬から練習してきたと合唱団の指揮者は話した。",
            "水車小屋は駐車場になる予定だが、合唱団は九百人の署名を集めた。",
        ),
        (
            "冷凍ニシンを積んだトラック二台が木曜日の早朝、湾の下のトンネルで衝突した。",
            "トンネルは九時間閉鎖され、トラックのニシンは溶けた。",
        ),
        (
            "議会は六十一対四十八で落ち葉用送風機の騒音を規制する法律を可決した。",
            "法律は朝九時前と日曜日の送風機の使用を禁じる。",
            "送風機の製造会社は、法律で売り上げの三分の一を失うと述べた。",
        ),
    ),
}


def laid_out(items: Sequence[Sequence[str]]) -> tuple[list[str], set[int]]:
    lines: list[str] = []
    starts: set[int] = set()
    for item in items:
        starts.add(len(lines))
        lines += item
    return lines, starts - {0}


@pytest.mark.parametrize("language", ITEMS)
def test_items_of_two_and_three_lines_are_found_or_listed_in_every_language(language: str) -> None:
    lines, starts = laid_out(ITEMS[language])
    found = segment(lines)
    opened = {b.index for b in found.boundaries[1:]}
    assert starts <= opened | {u.index for u in found.unsure}
    assert 2 * len(starts & opened) > len(starts | opened)


@pytest.mark.parametrize("language", ITEMS)
def test_what_is_chosen_is_what_is_more_probable_than_not(language: str) -> None:
    found = segment(laid_out(ITEMS[language])[0])
    assert all((u.probability > 0.5) == u.chosen for u in found.unsure)
    assert all(b.confidence > 0.5 for b in found.boundaries)
    assert all(0 < b.whole <= b.confidence for b in found.boundaries)


CLOSING = (
    "The office answers questions of reporters on weekdays between nine and five, by telephone or by mail, in order.",
    "Those who want to hear of decisions first can have them sent by letter on the day on which they are made.",
    "A list of all earlier decisions can be had in the reading room of the library, and at the front desk of the hall.",
)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("sharing", [2, 4])
def test_lines_that_articles_share_at_their_ends_open_none_of_them(count: int, sharing: int) -> None:
    items = [(*item, *CLOSING[:count]) if n < sharing else item for n, item in enumerate(ITEMS["english"])]
    lines, starts = laid_out(items)
    found = segment(lines)
    opened = {b.index for b in found.boundaries[1:]}
    assert starts <= opened | {u.index for u in found.unsure}
    assert not {n for n in opened if lines[n] in CLOSING[1:]}


def test_a_short_run_that_stands_three_times_is_no_repeat_and_says_nothing_of_subjects() -> None:
    lines, _ = laid_out([(*item, *CLOSING) for item in ITEMS["english"]])
    small = collapse(lines)
    assert small.runs == ()
    assert {lines[n] for n in small.common} == set(CLOSING)


def by_text(text: str) -> tuple[list[str], list[int]]:
    """The first lines of the articles of a text file, and the lines that are listed."""
    document, _ = read_text("a.txt", text.encode(), loose=True)
    assert document is not None
    articles, gaps = split_document(document, Decisions())
    return [a.paragraphs[0].text for a in articles], [g.line for g in gaps]


HEADED = "TITLE: {}\nDATE: 2026-03-0{}\n\n{}\n"


@pytest.mark.parametrize("parting", ["=====", "-----", "* * *", "~~~~~"])
@pytest.mark.parametrize("inside", ["___", "- - -", "#####", "••••"])
def test_signs_of_another_kind_than_those_above_header_lines_cut_no_article(parting: str, inside: str) -> None:
    english = ITEMS["english"]
    one = HEADED.format("Light by the sun", 1, f"{english[0][0]}\n\n{inside}\n\n{english[1][0]}")
    two = HEADED.format("Herring thaws", 2, english[2][0])
    starts, listed = by_text(f"{parting}\n{one}{parting}\n{two}{parting}\n")
    assert starts == ["TITLE: Light by the sun", "TITLE: Herring thaws"]
    assert listed == [9]


def test_one_kind_of_signs_before_all_items_parts_them_and_a_credit_below_it_opens_none() -> None:
    items = ["\n".join(item) for item in ITEMS["english"]]
    text = "\n-----\n".join((*items, "Ada Quill contributed to this report."))
    starts, listed = by_text(text)
    assert starts == [item[0] for item in ITEMS["english"]]
    assert listed == [text.count("\n") + 1]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("港口将更换起重机", True),
        ("港口将更换起重机。", False),
        ("灯台、太陽光に切り替え", True),
        ("「灯台は残る」", False),
        ("Маяк перейдёт на солнечный свет", True),
        ("الميناء يستبدل الرافعة", True),
        ("هل يستبدل الميناء الرافعة؟", False),
        ("Harbour to change its crane", True),
        ("Harbour to change its crane.", False),
    ],
)
def test_a_headline_is_a_short_line_without_a_full_stop_in_every_script(text: str, heading: bool) -> None:
    assert is_heading(text) is heading


@pytest.mark.parametrize(
    "line",
    ["The Courier, 28 Nov 2026", "19/04/2026", "2026-04-19", "3. März 2026", "November 28, 2026", "2026年4月19日"],
)
def test_a_day_is_no_sub_heading(line: str) -> None:
    long = " ".join(ITEMS["english"][1])
    assert is_day(line)
    assert segment([long, line, long.replace("choir", "band")]).subheadings == ()


def test_no_heading_stands_in_mid_sentence_or_at_the_end_of_a_list() -> None:
    long = " ".join(ITEMS["english"][1])
    small = "but nobody believed it. " + long
    assert segment([long, "The paper on the door said", "CLOSED FOR GOOD", small]).subheadings == ()
    assert (
        segment([long, "Places that stay open:", "Old quay", "South basin", "Fish steps", long[20:]]).subheadings == ()
    )
    more = "The choir will sing in the mill on Friday once more, and its master hopes to see those who signed"
    more += " for the mill, which has been there for two hundred years."
    assert segment([long, "What comes next", more]).subheadings == (1,)


def test_words_of_scripts_without_blanks_are_pairs_of_characters() -> None:
    assert words_in("港口的起重机") == ["港口", "起重", "重机"]
    assert words_in("港でクレーンが動く") == ["港", "クレーン", "動"]
    assert words_in("The Crane, l’été") == ["the", "crane", "l’été"]
    assert words_in("हिन्दी में") == ["हिन्दी", "में"]
    assert [extent("abc"), extent("港口"), extent("")] == [3, 6, 0]


def test_words_that_tell_nothing_of_a_subject_are_left_out_and_others_compared_by_their_stems() -> None:
    result = {
        "Die Leuchttürme und der Leuchtturm sind seit Mai nicht in Betrieb.": ["leucht", "leucht", "betrie"],
        "Los faroles y el farol no funcionan desde mayo.": ["farole", "farol", "funcio", "mayo"],
        "Маяки и маяк не работают с мая.": ["маяки", "маяк", "работа"],
        "المنارة والمنارات لا تعمل في البحر": ["منارة", "منارا", "تعمل", "بحر"],
    }
    for text, wanted in result.items():
        assert [w[:5] for w in subjects(words_in(text), "foreign")] == [w[:5] for w in wanted]
    assert list(subjects(words_in("港口的起重机"), "unspaced")) == ["港口", "起重", "重机"]


def test_the_last_lines_of_a_text_without_blanks_and_full_stops_are_no_contact() -> None:
    thai = ("เทศบาลปิดสะพานเก่าเมื่อวันจันทร์หลังวิศวกรพบสนิม", "ร้านค้าฝั่งเหนือกลัวเสียลูกค้าครึ่งหนึ่งและขอเรือ")
    assert list(bare_lines((thai[0], thai[1], "โทร 555"), {})) == [2]


@pytest.mark.parametrize("line", ["=====", "-----", "--------------"])
def test_long_rows_of_signs_part_short_news_that_say_little_of_their_boundaries(line: str) -> None:
    items = ["\n\n".join(item) for item in ITEMS["english"]]
    starts, _ = by_text(f"\n\n{line}\n\n".join(items))
    assert starts == [item[0] for item in ITEMS["english"]]


@pytest.mark.parametrize("language", sorted(made_news()))
def test_news_in_brief_under_headlines_are_found_in_every_language(language: str) -> None:
    good = found_all = gold_all = 0
    for dump in brief_dumps(language, 2, titled=True):
        found = {b.index for b in segment(dump.lines).boundaries[1:]}
        gold = set(dump.starts) - {0}
        good, found_all, gold_all = good + len(found & gold), found_all + len(found), gold_all + len(gold)
    # Thai has no full stops and no capitals: more is found there than there is.
    assert 2 * good >= (0.75 if language == "thai" else 0.85) * (found_all + gold_all)


def test_words_are_counted_by_script() -> None:
    assert word_count("The crane stands still.") == 4
    assert word_count("港口的起重机停了一天") == 5
    assert word_count("クレーンは GDP より高い") == 5
    assert word_count("เรือจอดที่ท่าเรือ") == 4


@pytest.mark.parametrize(
    ("language", "kind"),
    [("english", "english"), ("german", "foreign"), ("chinese", "unspaced"), ("japanese", "unspaced")],
)
def test_what_a_dump_is_read_as_follows_from_its_words(language: str, kind: str) -> None:
    assert language_of(laid_out(ITEMS[language])[0]) == kind
    assert language_of([]) == language_of(["1 2 3"]) == "english"


@given(st.lists(st.floats(-6, 6), min_size=1, max_size=10), st.sets(st.integers(1, 6)))
@example([0.0, -6.0, -6.0, 1.1, 0.9, -6.0, -6.0, -6.0, -6.0, -6.0, -6.0], set())
def test_starts_near_each_other_have_the_chances_that_counting_all_sets_gives(
    odds: list[float], lone: set[int]
) -> None:
    def weight(starts: tuple[int, ...]) -> float:
        """How likely a set of starts is, among all sets."""
        likely = math.prod(probability(o) if i in starts else 1 - probability(o) for i, o in enumerate(odds) if i)
        for above, start in pairwise((0, *starts)):
            likely *= 0.0 if start - above == 1 and above in lone else NEAR if start - above < shortest else 1.0
        return likely

    settled, shortest = settled_odds(odds, lone), shortest_usual(odds)
    places = range(1, len(odds))
    weights = {s: weight(s) for size in range(len(odds)) for s in combinations(places, size)}
    assert len(settled) == len(odds)
    for i in places:
        likely = math.fsum(w for s, w in weights.items() if i in s) / math.fsum(weights.values())
        assert probability(settled[i]) == pytest.approx(likely, abs=1e-9)
    chosen = set(chosen_starts(settled)) - {0}
    assert not any(i in chosen and i + 1 in chosen for i in lone)


def test_of_two_doubtful_starts_right_below_each_other_among_long_articles_one_is_chosen() -> None:
    odds = [9.0, *[-6.0] * 11, 1.4, 1.1, *[-6.0] * 11, 6.0, *[-6.0] * 11]
    assert shortest_usual(odds) > 1
    assert chosen_starts(settled_odds(odds, ())) == [0, 12, 25]
    assert chosen_starts(odds) == [0, 12, 13, 25]


def test_starts_that_are_sure_stay_however_near_they_are() -> None:
    odds = [9.0, *[-6.0] * 11, 7.0, 7.0, *[-6.0] * 11]
    assert chosen_starts(settled_odds(odds, ())) == [0, 12, 13]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_dump_of_short_articles_has_its_doubtful_starts_next_to_each_other(size: int) -> None:
    odds = [9.0, *[1.0, *[-6.0] * (size - 1)] * 8]
    assert settled_odds(odds, ()) == pytest.approx(odds)


@pytest.mark.parametrize(
    ("lines", "doubtful"),
    [
        (("Date and time: Friday", "Order number 4711 of the list that the desk asked for on Monday."), True),
        (("Home", "News", "Sport", "Sign in", "Menu"), True),
        (("Name;Price", "Cod;12", "Herring;9"), True),
        (("Skarholm", "Fish 12", "Oil 40", "Total 52"), True),
        (ITEMS["english"][0], False),
        (ITEMS["chinese"][0], False),
        (("Herring thaws", ITEMS["english"][2][0]), False),
        (("TITLE: Herring thaws", "DATE: 2026-03-02", ITEMS["english"][2][0]), False),
        (("กองยามฝั่งแจ้งเมื่อวันจันทร์ว่าประภาคารจะใช้แสงอาทิตย์ตั้งแต่เดือนมิถุนายน",), False),
    ],
)
def test_what_is_no_article_has_a_low_confidence(lines: Sequence[str], doubtful: bool) -> None:
    assert (likeness(lines) < DOUBTFUL) is doubtful
