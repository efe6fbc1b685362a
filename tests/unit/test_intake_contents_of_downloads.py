"""Downloads with a cover and a list of contents in front: the first document takes nothing of its neighbours."""

from itertools import permutations

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

STORIES = (
    (
        "Le bac de Nouan ne passe plus",
        "Le Phare de Nouan",
        "mardi 3 novembre 2026",
        "Anne Lorrain",
        "Le bac de Nouan reste à quai depuis samedi, faute de moteur. Le maire attend une pièce de Brest.",
    ),
    (
        "Une scierie reprend du service au bord du lac",
        "L'Écho du Lac",
        "mercredi 4 novembre 2026",
        "Paul Vernet",
        "La scierie du lac a rouvert avec neuf ouvriers et deux apprentis. Elle avait brûlé en 2019.",
    ),
    (
        "Trois loups vus à Mornay",
        "Le Phare de Nouan",
        "jeudi 5 novembre 2026",
        "Lise Aubry",
        "Trois loups ont traversé la route de Mornay dans la nuit de lundi. Les bergers rentrent leurs brebis.",
    ),
)
DAYS = ("2026-11-03", "2026-11-04", "2026-11-05")


def contents(shape: str, chosen: tuple[int, ...]) -> str:
    """The list of contents in one of the forms of databases."""
    forms = {
        "below": "{title}\n{outlet}\t{day}\n\n",
        "numbered": "{n}. {title}\n{outlet}, {day}\n\n",
        "titles": "{title}\n",
        "apart": "{title}\n\n{outlet} {day}\n\n",
        "dotted": "{title} \n{outlet} ({day}) p. 3\n\n",
    }
    return "".join(
        forms[shape].format(n=n, title=STORIES[k][0], outlet=STORIES[k][1], day=STORIES[k][2])
        for n, k in enumerate(chosen, 1)
    )


def download(shape: str, chosen: tuple[int, ...], label: str = "Document 2 pages") -> str:
    cover = "europresse\nvendredi 20 novembre 2026\nDocuments sauvegardés par VILLE DE NOUAN\n\nSommaire\n\n"
    documents = (
        f"\n{outlet}\n{day}\nÉdition du soir, page {n}\n{label}\n\n{title}\n\n{author}\n\n{text}\n\n"
        f"© 2026 {outlet}. Tous droits réservés.\n\nCertificat émis le 20 novembre 2026 à VILLE DE NOUAN\n"
        f"news·20261118·XK·00{n}\n\n"
        for n, (title, outlet, day, author, text) in enumerate((STORIES[k] for k in chosen), 1)
    )
    return cover + contents(shape, chosen) + "\n\n" + "".join(documents)


def read(text: str) -> FileRead:
    documents, found = read_any("europresse.txt", text.encode())
    return split_all("europresse.txt", documents, found, Decisions())


ORDERS = [*permutations(range(3)), (0, 1), (1, 0), (1, 2)]


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["below", "numbered", "titles", "apart", "dotted"])
@pytest.mark.parametrize("chosen", ORDERS)
def test_each_document_has_its_own_facts_below_a_list_of_contents(shape: str, chosen: tuple[int, ...]) -> None:
    text = download(shape, chosen)
    found = read(text)
    assert [(meta.headline.value, meta.outlet.value, meta.date.value, meta.author.value) for meta in found.metas] == [
        (STORIES[k][0], STORIES[k][1], DAYS[k], STORIES[k][3]) for k in chosen
    ]
    assert [[p.text for p in article.paragraphs] for article in found.articles] == [[STORIES[k][4]] for k in chosen]
    named = " ".join(one.text for one in found.left_out)
    own = ("Sommaire", "VILLE DE NOUAN", "Édition du soir, page 1", "Document 2 pages", "Tous droits réservés")
    assert [words for words in own if words not in named] == []


@pytest.mark.parametrize("label", ["2 pages", "Document PDF", "Dokument 3 Seiten", "Texte 1 page"])
def test_a_line_about_the_pages_of_a_document_is_no_text(label: str) -> None:
    found = read(download("below", (0, 1), label))
    assert [[p.text for p in article.paragraphs] for article in found.articles] == [[STORIES[0][4]], [STORIES[1][4]]]
    assert label in " ".join(one.text for one in found.left_out)


def test_a_download_without_a_list_of_contents_is_as_before() -> None:
    text = download("below", (0, 1))
    cover, _, rest = text.partition("Sommaire\n\n")
    found = read(cover + rest[len(contents("below", (0, 1))) :])
    assert [meta.headline.value for meta in found.metas] == [STORIES[0][0], STORIES[1][0]]
