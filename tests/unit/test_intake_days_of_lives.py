"""Days on which nothing was published: those of a birth, a death, an event, and both ends of a stretch of time."""

import pytest
from sampled import met

from annotated_briefings.intake.cleaning.datelines import credit_line, day_line, labelled_day
from annotated_briefings.intake.cleaning.days import find_day, is_day_of_other_event, stated_day
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.segmentation.credits import read_credit

LIVES = (
    "4 May 1931 – 2 October 2026", "4. Mai 1931 - 2. Oktober 2026", "* 4. Mai 1931 † 2. Oktober 2026",
    "*4.5.1931 †2.10.2026", "04.05.1931 — 02.10.2026", "4 mai 1931 au 2 octobre 2026",
    "4 de mayo de 1931 – 2 de octubre de 2026",
    "4 maggio 1931 - 2 ottobre 2026", "4 травня 1931 – 2 жовтня 2026", "4 мая 1931 — 2 октября 2026",
    "4 maja 1931 – 2 października 2026", "1931. május 4. – 2026. október 2.", "4 Mayıs 1931 – 2 Ekim 2026",
    "4 Μαΐου 1931 – 2 Οκτωβρίου 2026", "1931年5月4日—2026年10月2日", "1931년 5월 4일 ~ 2026년 10월 2일",
    "4 مايو 1931 – 2 أكتوبر 2026", "4 במאי 1931 – 2 באוקטובר 2026", "1931-05-04 – 2026-10-02",
    "May 4, 1931 to October 2, 2026",
    "4. maí 1931 – 2. október 2026", "4 tháng 5 năm 1931 – 2 tháng 10 năm 2026",
)  # fmt: skip
EVENTS = (
    "Born 4 May 1931", "born on 4 May 1931", "geboren am 4. Mai 1931", "Née le 4 mai 1931", "Nato il 4 maggio 1931",
    "Urodzona 4 maja 1931", "Nar. 4. 5. 1931", "Született: 1931. május 4.",
    "Fallecido el 2 de octubre de 2026",
    "Zm. 2 października 2026", "Doğum tarihi: 4 Mayıs 1931", "4 Mayıs 1931 doğumlu", "生年月日：1931年5月4日",
    "1931年5月4日生まれ",
    "生于1931年5月4日", "1931년 5월 4일 출생", "تاريخ الميلاد: 4 مايو 1931", "Wafat: 2 Oktober 2026",
    "Funeral: 9 October 2026",
    "Beisetzung: 9. Oktober 2026", "Uitvaart: 9 oktober 2026", "Cenaze: 9.10.2026", "Pogrzeb: 9 października 2026",
    "3.–5. Mai 2026", "28 April – 3 May 2026", "3-5 mai 2026", "2026年5月3日至5日",
)  # fmt: skip
PUBLISHED = (
    ("Published 3 May 2026 – updated 4 May 2026", "2026-05-03"), ("03.05.2026 - 10:32", "2026-05-03"),
    ("Nr. 3 - 5. Mai 2026", "2026-05-05"), ("No. 12 – 5 May 2026", "2026-05-05"), ("12:30 - 5. Mai 2026", "2026-05-05"),
    ("d. 3. maj 2026", "2026-05-03"), ("3 May 2026 - 4 min", "2026-05-03"), ("2026年5月3日 10:30", "2026-05-03"),
    ("Rok 12, 3. maja 2026", "2026-05-03"), ("2026-05-03 – Oslo", "2026-05-03"),
)  # fmt: skip
TITLE = "In memory of Orla Venn"
TEXT = (
    "Orla Venn, who tuned the organ of Saint Brannoc for forty years, has died. She was 95 years old.",
    "She learnt her trade in the yard of her uncle and kept his tools to the end, her pupils said.",
)


@pytest.mark.parametrize("line", [*LIVES, *EVENTS])
def test_a_day_of_a_life_or_an_event_is_none_of_publication(line: str) -> None:
    assert (find_day(line), day_line(line), stated_day(line) if line in LIVES else "") == ("", "", "")
    assert (credit_line(line)[1], read_credit(line)) == ("", None)
    assert is_day_of_other_event(line)


@pytest.mark.parametrize(("line", "day"), PUBLISHED)
def test_other_days_are_read_as_before(line: str, day: str) -> None:
    assert find_day(line) == day


@pytest.mark.parametrize(("line", "name"), met([*LIVES, *EVENTS], ["page.html", "text.txt", "letter.md"]))
def test_an_obituary_has_no_day_that_its_line_of_life_states(line: str, name: str) -> None:
    body = "".join(f"<p>{one}</p>" for one in TEXT)
    page = f"<html><body><article><h1>{TITLE}</h1><p class='date'>{line}</p>{body}</article></body></html>"
    plain = f"{TITLE}\n\n{line}\n\n" + "\n\n".join(TEXT)
    data = {"page.html": page, "text.txt": plain, "letter.md": f"# {plain}"}[name]
    documents, found = read_any(name, data.encode())
    read = split_all(name, documents, found, Decisions())
    assert [meta.date.value for meta in read.metas] == [""]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 3 mai 2026 à 14h12", "2026-05-03"), ("Oppdatert 3. mai 2026 kl. 12.30", "2026-05-03"),
        ("Giriş: 03.05.2026 - 10:32", "2026-05-03"), ("Opublikowano: 3 maja 2026", "2026-05-03"),
        ("3 May 2026, 14:12", ""),
        ("Harbour opened on 3 May 2026", ""),
    ],
)  # fmt: skip
def test_a_label_tells_whose_day_a_line_states(line: str, day: str) -> None:
    assert labelled_day(line) == day
