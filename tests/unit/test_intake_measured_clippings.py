"""Clippings of media monitors: outlet and day are read from lines that also tell reach, tone and value, in any order,
between any signs and in many languages, and these figures are no text."""

import pytest

from annotated_briefings.intake.compose import compose_body
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.clips.measured import MEASURES
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels import MeasuredLine, part_measures
from annotated_briefings.intake.reading import split_all

MEASURED = {
    "en": ("Online", "Reach: 210,000", "Sentiment: Neutral", "AVE: $1,942"),
    "en without colons": ("Print", "Circulation 34,000", "Positive", "AVE £310"),
    "de": ("Tageszeitung", "Reichweite 81.000", "Tonalität positiv", "Werbewert: 1.950 €"),
    "fr": ("Presse écrite", "Audience : 42 000", "Tonalité : positive", "Équivalent publicitaire : 310 €"),
    "es": ("Prensa", "Audiencia: 95.000", "Tono: negativo", "VPE: 3.210 €"),
    "it": ("Stampa", "Tiratura 18.000", "Sentiment: negativo", "AVE: € 1.200"),
    "pt": ("Imprensa", "Alcance: 60.000", "Favorabilidade: negativa", "AAV: R$ 800"),
    "nl": ("Dagblad", "Bereik: 45.000", "Sentiment: negatief", "Advertentiewaarde: € 2.100"),
    "sv": ("Tryckt press", "Räckvidd: 40 000", "Tonalitet: negativ", "Annonsvärde: 900 kr"),
    "da": ("Trykt", "Læsertal: 61.000", "Tone: Negativ", "Annonceværdi: 700 kr"),
    "fi": ("sanomalehti", "levikki 11 200", "sävy kielteinen", "Mainosarvo: 80 €"),
    "pl": ("prasa", "Zasięg: 98 000", "Wydźwięk: neutralny", "Ekwiwalent: 3 200 zł"),
    "cs": ("tisk", "Náklad: 22 000", "Sentiment: neutrální", "GRP: 0,4"),
    "hu": ("napilap", "Példányszám: 14 000", "Hangnem: negatív", "Hirdetési érték: 90 EUR"),
    "ru": ("газета", "Тираж: 14 000", "Тональность: негативная", "Охват: 9 тыс."),
    "el": ("Έντυπο", "Κυκλοφορία: 9.100", "Τόνος: ουδέτερος", "Απήχηση: 30.000"),
}
LINES = {
    "bars": "{outlet} | {day} | {0} | {1} | {2} | {3}",
    "bars without blanks": "{day}|{outlet}|{1}|{2}|{0}|{3}",
    "points": "{outlet} · {day} · {0} · {1} · {2}",
    "bullets": "{outlet} • {day} • {1} • {2}",
    "dashes": "{0} – {day} – {outlet} – {1} – {3}",
    "slashes": "{outlet} / {day} / {0} / {1}",
    "tabs": "{outlet}\t{day}\t{0}\t{1}\t{2}",
    "two lines": "{outlet} | {day} | {0}\n{1} | {2}",
    "lines of their own": "{outlet}, {day}\n{3}",
}
ITEMS = (
    ("Harbour ferry sold to Lund line", "Kelby Courier", "14.03.2026", "2026-03-14",
     "The harbour ferry has been sold to the Lund line for two million crowns, the town said. It keeps its route."),
    ("Seals counted by pupils", "The Lund Mirror", "15.03.2026", "2026-03-15",
     "Nine school classes have spent a week on the water, counting seals. Their teacher says that they found forty."),
)  # fmt: skip
PLACES = {
    "under the headline": "{title}\n{line}\n\n{text}",
    "over the headline": "{line}\n{title}\n\n{text}",
    "at the end": "{title}\n\n{text}\n\n{line}",
}


def _read(text: str) -> list[tuple[str, str, str, str]]:
    documents, found = read_any("in.txt", text.encode())
    read = split_all("in.txt", documents, found, Decisions())
    return [
        (meta.headline.value, meta.outlet.value, meta.date.value, compose_body(article, meta).strip())
        for article, meta in zip(read.articles, read.metas, strict=True)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_outlet_and_day_are_read_and_what_is_measured_is_no_text(place: str) -> None:
    right = [(title, outlet, day, text) for title, outlet, _, day, text in ITEMS]
    wrong: dict[str, object] = {}
    for n, (language, measured) in enumerate(MEASURED.items()):
        # Each language in three of the forms, so that every form has five languages at least.
        for form in [*LINES][n % 3 :: 3]:
            if place != "under the headline" and form in ("tabs", "two lines", "lines of their own"):
                continue
            lines = [LINES[form].format(*measured, outlet=outlet, day=day) for _, outlet, day, *_ in ITEMS]
            items = [
                PLACES[place].format(title=item[0], line=line, text=item[4])
                for item, line in zip(ITEMS, lines, strict=True)
            ]
            got = _read("\n\n".join(items) + "\n")
            if got != right:
                wrong[f"{language}, {form}"] = got
    assert wrong == {}


def test_the_figures_are_named_as_left_out() -> None:
    title, outlet, day, _, text = ITEMS[0]
    documents, _ = read_any("in.txt", f"{title}\n{outlet} | {day} | Print | Reach: 9,000\n\n{text}\n\n{text}".encode())
    asides = [one.text for one in documents[0].paragraphs if one.aside == MEASURES]
    assert asides == ["Print | Reach: 9,000"]


@pytest.mark.parametrize(
    "line",
    [
        "Positive",
        "Online",
        "The Courier | 14 March 2026 | Ada Holm",
        "The reach of the ferry is 40 kilometres.",
        "Audience of 4,000 - and not one seat free",
        "Tone: he sounded tired and said little about it",
        "Kelby Courier - Online",
        "Ferry sold (The Courier, 14 March 2026, Reach: 210,000)",
        "Kelby Courier | 28 Nov 2026 07:10",
    ],
)
def test_other_lines_measure_nothing(line: str) -> None:
    assert part_measures(line) == MeasuredLine(rest=line, measures="")
