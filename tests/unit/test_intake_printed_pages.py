"""Printed pages as text: heads, feet and folio lines are left out by name, and sentences go on over them."""

import textwrap
from collections.abc import Callable

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.plain import RUNNING_HEAD

TEXTS = {
    "en": "The farm price of milk fell in March to 47.2 cents a litre, the market watch of the "
    "valley said on Friday. The "
    "fall does not touch organic milk, which stays at 61 cents. The valley has many farmers, and "
    "most of them sell to a "
    "single dairy in the next town. If the price goes below 45 cents, one stable in four will have to close its doors.",
    "it": "Il prezzo del latte alla stalla è sceso in marzo a 47 centesimi al litro, ha detto "
    "venerdì l'osservatorio della "
    "valle. La discesa non riguarda il latte biologico, che resta a 61 centesimi. Molti allevatori vendono a una sola "
    "cooperativa del paese vicino. Se il prezzo scende ancora, una stalla su quattro chiude prima "
    "della prossima estate.",
    "de": "Der Preis für Milch ist im März auf 47 Cent je Liter gefallen, teilte die Behörde am "
    "Freitag mit. Der Rückgang "
    "betrifft nicht die Milch aus biologischem Anbau, die bei 61 Cent bleibt. Viele Bauern verkaufen an eine einzige "
    "Molkerei im nächsten Ort. Wenn der Preis weiter fällt, muss jeder vierte Hof im kommenden Sommer schließen.",
    "fr": "Le prix du lait est tombé en mars à 47 centimes le litre, a dit vendredi l'observatoire "
    "de la vallée. La baisse "
    "ne touche pas le lait biologique, qui reste à 61 centimes. Beaucoup de fermiers vendent à une "
    "seule laiterie de la "
    "ville voisine. Si le prix baisse encore, une ferme sur quatre devra fermer ses portes avant la fin de l'été.",
    "pl": "Cena mleka spadła w marcu do 47 centów za litr, podał w piątek urząd doliny. Spadek nie "
    "dotyczy mleka z gospodarstw "
    "ekologicznych, które kosztuje nadal 61 centów. Wielu rolników sprzedaje mleko jednej mleczarni "
    "w sąsiednim mieście. "
    "Jeżeli cena spadnie jeszcze bardziej, jedno gospodarstwo na cztery zostanie zamknięte przed końcem lata.",
    "sv": "Priset på mjölk föll i mars till 47 öre per liter, sade dalens myndighet på fredagen. "
    "Nedgången gäller inte den "
    "ekologiska mjölken, som ligger kvar på 61 öre. Många bönder säljer till ett enda mejeri i den närmaste staden. Om "
    "priset faller ytterligare måste var fjärde gård stänga sina portar innan sommaren är slut i dalen.",
    "ru": "Цена молока упала в марте до 47 центов за литр, сообщило в пятницу управление долины. "
    "Снижение не касается молока "
    "из экологических хозяйств, которое стоит по-прежнему 61 цент. Многие крестьяне продают его "
    "одному заводу в соседнем "
    "городе. Если цена упадёт ещё, каждое четвёртое хозяйство закроют до конца следующего лета, говорят в долине.",
    "es": "El precio de la leche cayó en marzo a 47 centavos el litro, dijo el viernes la oficina "
    "del valle. La caída no "
    "afecta a la leche ecológica, que sigue en 61 centavos. Muchos ganaderos venden a una sola lechería de la ciudad "
    "vecina. Si el precio baja más, una granja de cada cuatro tendrá que cerrar sus puertas antes del fin del verano.",
}
"""Texts of one paragraph, each of several sentences."""
NAME, REPORT = "Valdora Market Watch", "Spring Report 2025"
WIDE = " " * 12
PAGES: dict[str, tuple[Callable[[int], list[str]], Callable[[int], list[str]]]] = {
    "a head and a number below": (lambda _: [f"{NAME}{WIDE}{REPORT}"], lambda n: [f"{WIDE * 3}— {n} —"]),
    "a head with a number": (lambda n: [f"{NAME}{WIDE}{n}"], lambda _: []),
    "a head without numbers": (lambda _: [f"{NAME}{WIDE}{REPORT}"], lambda _: []),
    "numbers alone": (lambda _: [], lambda n: [f"{WIDE * 3}{n}"]),
    "left and right heads": (lambda n: [f"{n}{WIDE}{NAME}" if n % 2 else f"{REPORT}{WIDE}{n}"], lambda _: []),
    "a foot": (lambda _: [], lambda n: [f"{NAME} | Page {n}"]),
    "a head, a form feed": (lambda _: [f"\f{NAME}{WIDE}{REPORT}"], lambda _: []),
    "a head of words and a number": (lambda _: [NAME, ""], lambda n: ["", f"Seite {n}"]),
}
HEADLINE = "Milk price falls again"


def printed(text: str, kind: str, rows: int, *, hyphens: bool = False) -> str:
    """A text on pages of some rows each."""
    above, below = PAGES[kind]
    lines = textwrap.wrap(text, 58)
    if hyphens:
        lines = hyphenated(text)
    out: list[str] = []
    for number, start in enumerate(range(0, len(lines), rows), 7):
        head, foot = above(number), below(number)
        body = lines[start : start + rows]
        top = [HEADLINE, ""] if start == 0 else []
        out += [*head, *([""] if head else []), *top, *body, *([""] if foot else []), *foot]
        out += [""] if not foot else []
    return "\n".join(out) + "\n"


def hyphenated(text: str) -> list[str]:
    """A text in lines, with words cut in two at the ends of some."""
    lines, at = [], 0
    while len(text) - at > 58:
        end = at + 57
        if text[end - 3 : end + 3].isalpha() and text[end - 3 : end + 3].islower():
            lines.append(f"{text[at:end]}-")
            at = end
            continue
        end = text.rindex(" ", at, end + 1)
        lines.append(text[at:end])
        at = end + 1
    return [*lines, text[at:]]


def read(text: str) -> tuple[str, list[str]]:
    documents, found = read_any("page.txt", text.encode())
    assert not found
    (document,) = documents
    written = [one.text for one in document.paragraphs if not one.aside]
    return " ".join(written), [one.text for one in document.paragraphs if one.aside == RUNNING_HEAD]


@pytest.mark.parametrize("rows", [3, 4, 5])
@pytest.mark.parametrize("kind", PAGES)
@pytest.mark.parametrize("language", TEXTS)
def test_what_stands_on_every_page_is_no_text_and_tears_no_sentence(language: str, kind: str, rows: int) -> None:
    if kind == "a head without numbers" and not tears_a_sentence(TEXTS[language], rows):
        return  # It may be the line of an outlet above each of several articles.
    words, heads = read(printed(TEXTS[language], kind, rows))
    assert words == f"{HEADLINE} {TEXTS[language]}"
    assert heads


def tears_a_sentence(text: str, rows: int) -> bool:
    """Whether a page ends within a sentence."""
    lines = textwrap.wrap(text, 58)
    return any(not line.endswith((".", ",")) for line in lines[rows - 1 : -1 : rows])


@pytest.mark.parametrize("language", TEXTS)
def test_words_that_line_ends_cut_are_whole(language: str) -> None:
    words, _ = read("\n".join([HEADLINE, "", *hyphenated(TEXTS[language])]))
    assert words == f"{HEADLINE} {TEXTS[language]}"


def test_a_hyphen_of_the_word_itself_stays() -> None:
    lines = (
        "The well-known harbour pilot left the port on Friday with a well-\n"
        "known song on his lips, and a smile that was not seen in the old\n"
        "harbour since the long-lasting storm, said the crew of the ship."
    )
    assert "well-known song" in read(f"{HEADLINE}\n\n{lines}\n")[0]


FOLIOS = [
    f"THE WENSLOW CHRONICLE{WIDE}Friday 5 December 2025{WIDE}PAGE 7",
    "Wenslower Bote | 5. Dezember 2025 | Seite 7",
    f"LE COURRIER{WIDE}Vendredi 5 décembre 2025{WIDE}p. 7",
    f"7{WIDE}La Gaceta, página 7{WIDE}5 de diciembre de 2025",
    "Kurier Doliny · 5 grudnia 2025 · str. 7",
    f"Dalens Tidning{WIDE}5 december 2025{WIDE}sida 7",
    f"Вестник долины{WIDE}5 декабря 2025{WIDE}стр. 7",
    f"A7{WIDE}Gazzetta{WIDE}pag. 7{WIDE}5 dicembre 2025",
]


@pytest.mark.parametrize("folio", FOLIOS)
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_folio_line_is_no_headline(folio: str, place: str) -> None:
    body = f"{HEADLINE}\n\n{TEXTS['en']}\n"
    words, heads = read(f"{folio}\n\n{body}" if place == "above" else f"{body}\n{folio}\n")
    assert words == f"{HEADLINE} {TEXTS['en']}"
    assert heads == [" ".join(folio.split())]


@pytest.mark.parametrize(
    "text",
    [
        "Bakers meet on page 3 of history\n\nThe bakers met on Friday.\n\nThey made bread.\n",
        "Courier, p. 7\n\nMilk falls\n\nThe price of milk fell on Friday in the valley, they "
        "said.\n\nIt will not rise.\n",
        "Chapter 7\n\nThe pilot left the port on Friday.\n\nNobody saw him go.\n",
    ],
)
def test_a_line_that_names_no_paper_day_and_page_is_no_folio_line(text: str) -> None:
    assert read(text)[1] == []


PAGE = """THE WENSLOW CHRONICLE            Friday 5 December 2025            PAGE 7

{first}

Leave the clock alone
By Prudence Ackerley

The council wants to stop the church clock at night because four people complained. Four people are not a town.

{second}

Saturday: rain early, then dry, 8C. Sunday: fog, 4C.

{third}

7.00 The Barge Makers
8.00 Quiz of the County

{fourth}

Last week we said that Councillor Jo Marrable voted for the car park. She voted against it, and we regret it.
"""
LABELS = [
    ("OPINION", "WEATHER", "ON TV TONIGHT", "CORRECTIONS"),
    ("MEINUNG", "DAS WETTER", "FERNSEHEN", "KORREKTUREN"),
    ("TRIBUNE", "LA MÉTÉO", "À LA TÉLÉ", "RECTIFICATIFS"),
    ("OPINIÓN", "EL TIEMPO", "TELEVISIÓN", "FE DE ERRATAS"),
    ("OPINIE", "HET WEER", "TELEVISIE", "CORRECTIES"),
    ("OPINIONE", "IL METEO", "STASERA IN TV", "ERRATA"),
]


@pytest.mark.parametrize("labels", LABELS)
def test_a_newspaper_page_is_parted_at_its_labels_and_its_tables_are_left_out_by_name(labels: tuple[str, ...]) -> None:
    text = PAGE.format(first=labels[0], second=labels[1], third=labels[2], fourth=labels[3])
    documents, _ = read_any("page.txt", text.encode())
    asides = {one.text: one.aside for one in documents[0].paragraphs if one.aside}
    assert asides[labels[0]] == asides[labels[3]] == "a section label"
    assert asides[labels[1]] == asides["Saturday: rain early, then dry, 8C. Sunday: fog, 4C."] == "the weather"
    assert asides[labels[2]] == asides["8.00 Quiz of the County"] == "a table of television"
    assert not any("Councillor" in text or "church" in text for text in asides)


def test_a_report_of_the_weather_is_a_text() -> None:
    words = " ".join(
        f"Rain flooded the {n} road of the valley." for n in ("first", "second", "third", "old", "new") * 4
    )
    text = f"NEWS\n\nMill closes\n\nThe mill closed on Friday.\n\nWEATHER\n\nFlood in the valley\n\n{words}\n"
    documents, _ = read_any("page.txt", text.encode())
    assert words in [one.text for one in documents[0].paragraphs if not one.aside]
