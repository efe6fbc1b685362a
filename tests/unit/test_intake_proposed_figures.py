"""Every figure that import proposes passes the check of figures, in six languages."""

from pathlib import Path

import pytest

from annotated_briefings.base.meaning.stated import Statement
from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.figures import figures
from annotated_briefings.project.briefs import parse_briefs
from annotated_briefings.project.load import load_site
from annotated_briefings.site.model.receipts import statement_of

SEEN = {
    "en": (
        "A storm with gusts of 140 kilometres an hour closed the bridge to Lund on Friday night.",
        "The plant burns 60 tonnes per day and employs 310 people in two halls beside the quay.",
        "The company lost 12.4 million euros last year, and its debts rose by 6% to 90 million euros.",
        "Some 400 crates of herring and 25 pairs of oars were lost when the barge turned over.",
        "The pump moves 900 litres a minute, twice as much as the 450 litres of the old one.",
    ),
    "de": (
        "Ein Sturm mit Böen von 140 Kilometern pro Stunde hat am Freitag die Brücke nach Lund gesperrt.",
        "Das Werk verbrennt 60 Tonnen pro Tag und beschäftigt 310 Menschen in zwei Hallen am Kai.",
        "Die Firma verlor im letzten Jahr 12,4 Millionen Euro, und die Schulden stiegen um 6 Prozent.",
    ),
    "fr": (
        "Une tempête avec des rafales de 140 kilomètres par heure a fermé le pont de Lund vendredi soir.",
        "L'usine brûle 60 tonnes par jour et emploie 310 personnes dans deux halles près du quai.",
        "La société a perdu 12,4 millions d'euros l'an dernier et ses dettes ont augmenté de 6 %.",
    ),
    "es": (
        "Una tormenta con rachas de 140 kilómetros por hora cerró el puente de Lund el viernes por la noche.",
        "La planta quema 60 toneladas al día y emplea a 310 personas en dos naves junto al muelle.",
    ),
    "it": (
        "Una tempesta con raffiche di 140 chilometri all'ora ha chiuso il ponte di Lund venerdì sera.",
        "L'impianto brucia 60 tonnellate al giorno e dà lavoro a 310 persone in due capannoni del porto.",
    ),
    "nl": (
        "Een storm met windstoten van 140 kilometers per uur sloot vrijdagavond de brug naar Lund.",
        "De fabriek verbrandt 60 tonnen per dag en biedt werk aan 310 mensen in twee hallen aan de kade.",
    ),
}
UNSEEN = {
    "en": (
        "The new line carries 2,400 passengers each hour and costs 18 dollars per metre to keep up.",
        "The mill sold 85 bags of flour a week, and prices of 300 loaves were 4 percentage points higher.",
        "About 120 boats sailed 30 nautical miles and burnt 80 litres per hour on the way.",
        "He paid 3 million crowns a year for 12 rooms and 45 beds above the old customs house.",
    ),
    "de": (
        "Die neue Linie fährt 2400 Fahrgäste je Stunde und kostet 18 Euro pro Meter im Unterhalt.",
        "Rund 120 Boote fuhren 30 Seemeilen und verbrannten 80 Liter pro Stunde auf dem Weg.",
    ),
    "fr": (
        "La nouvelle ligne transporte 2 400 voyageurs par heure et coûte 18 euros par mètre à entretenir.",
        "Environ 120 bateaux ont navigué et ont brûlé 80 litres par heure sur la route du retour.",
    ),
    "es": ("La nueva línea lleva 2400 viajeros por hora y cuesta 18 euros por metro cada temporada entera.",),
    "it": ("La nuova linea porta 2400 viaggiatori all'ora e costa 18 euro al metro in ogni stagione intera.",),
    "nl": ("De nieuwe lijn vervoert 2400 reizigers per uur en kost 18 euro per meter om te onderhouden.",),
}


def wrong(folder: Path, sentences: dict[str, tuple[str, ...]]) -> tuple[list[str], int]:
    """The proposed figures that the check rejects, and how many were proposed."""
    found, count = [], 0
    for language, texts in sentences.items():
        site = folder / language
        create_site(site)
        for n, text in enumerate(texts):
            (site / f"{n}.txt").write_text(f"Headline number {n}\n\n{text}\n", encoding="utf-8")
            run_import(ImportRequest(site, (site / f"{n}.txt",), language=language))
        for one in parse_briefs(load_site(site), InMemory()):
            for figure in one.brief.figures if one.brief else ():
                count += 1
                if statement_of(figure) is not Statement.STATED:
                    found.append(f"{figure.value} {figure.unit}: {figure.quote}")
    return found, count


@pytest.mark.slow
@pytest.mark.parametrize(("half", "least"), [(SEEN, 20), (UNSEEN, 10)], ids=["seen", "unseen"])
def test_every_proposed_figure_passes_the_check(tmp_path: Path, half: dict[str, tuple[str, ...]], least: int) -> None:
    found, count = wrong(tmp_path, half)
    assert found == []
    assert count >= least


def test_the_time_of_a_rate_is_part_of_the_unit() -> None:
    (found,) = figures(["A storm with gusts of 140 kilometres an hour closed the bridge to Lund."], (), "en")
    assert (found.value, found.unit) == ("140", "kilometres an hour")
