"""Words before the day of a line are its label, in any language: they name no outlet, and the line is no headline."""

import pytest

from annotated_briefings.intake.cleaning.datelines import day_line, is_label_of_day
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels import LabelRole, table
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.segmentation.credits import read_credit

LABELS = sorted(
    labels[n]
    for own in table().values()
    for role in (LabelRole.PUBLISHED, LabelRole.ENTERED, LabelRole.UPDATED)
    if (labels := own.get(role, ()))
    for n in {0, len(labels) // 2, len(labels) - 1}
)
FORMS = ("{}: 14.07.2026", "{} 14.07.2026, 10:32", "{}: 14.07.2026 - 10:32", "{} – 14.07.2026")
TITLE = "Lock keeper of Ostrey finds a bell"
TEXT = (
    "The lock keeper of Ostrey has found a bell of bronze in the mud of his basin, the water board said on Monday.",
    "It weighs as much as two oxen and bears the name of a ship that sank before the lock was built.",
)


@pytest.mark.parametrize("label", LABELS)
def test_the_label_of_a_day_is_no_outlet(label: str) -> None:
    assert is_label_of_day(label)
    for form in FORMS:
        line = form.format(label[:1].upper() + label[1:])
        credit = read_credit(line)
        assert (credit.outlet if credit else "") == ""
        assert day_line(line.split(",")[0].split(" - ")[0]) == "2026-07-14"


@pytest.mark.parametrize(
    "label", ["Giriş", "Publié", "Entered", "Publicerat", "Zuletzt geändert", "Wprowadzono", "Diunggah",
    "ថ្ងៃបញ្ចូល", "Sonfarama"]
)  # fmt: skip
def test_a_pasted_page_has_no_outlet_by_the_label_of_its_day(label: str) -> None:
    page = f"Home\nNews\nSports\nSign in\n\n{TITLE}\n\nIda Varro\n{label}: 14.07.2026 - 10:32\nShare\nPrint\n\n"
    documents, found = read_any("p.txt", (page + "\n\n".join(TEXT) + "\n\nMost read\n1 Rain\n2 Wind\n").encode())
    (meta,) = split_all("p.txt", documents, found, Decisions()).metas
    assert (meta.headline.value, meta.outlet.value, meta.date.value) == (TITLE, "", "2026-07-14")


@pytest.mark.parametrize(
    "line", ["Publié le 7 mars 2026 à 14h12", "Objavljeno: 7.3.2026 14:12", "Eingestellt am 7. März 2026, 14:12 Uhr"]
)
def test_the_day_of_a_running_report_is_no_heading_of_an_entry(line: str) -> None:
    entries = "".join(f"<div><span>{hour}:30</span><p>{TEXT[0]} It was {hour}.</p></div>" for hour in (18, 17, 16))
    html = f"<html><body><main><h1>{TITLE}</h1><div class='date'>{line}</div><div>{entries}</div></main></body></html>"
    documents, found = read_any("p.html", html.encode())
    read = split_all("p.html", documents, found, Decisions())
    assert [(meta.outlet.value, meta.date.value) for meta in read.metas] == [("", "2026-03-07")]
    assert [p.text for p in read.articles[0].paragraphs if p.heading] == ["18:30", "17:30", "16:30"]


def test_the_name_of_a_paper_before_a_day_is_its_outlet() -> None:
    credit = read_credit("Ostrey Gazette: 14.07.2026")
    assert credit is not None
    assert (credit.outlet, credit.day) == ("Ostrey Gazette", "2026-07-14")
