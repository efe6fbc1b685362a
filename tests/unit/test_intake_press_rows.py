"""Downloads of press archives whose articles stand between rows of signs; their list of contents is no article."""

import pytest

from annotated_briefings.intake.formats.lined.outline import plain_lines
from annotated_briefings.intake.formats.press import read_between_rows

_ROW = "=" * 40
_CASES = {
    # language: cover, heads of two articles (headline, lines below), texts, lines at the end, wanted outlet/day/writer
    "no": (
        "Uttak fra arkivet 05.03.2027\n\nInnhold:\nBro stenges i natt    Elvebladet    04.03.2027\nRein på "
        "riksveien    Viddeavisa    03.03.2027",
        ("Bro stenges i natt", "Elvebladet, 04.03.2027 13:05, side 8", "Liv Berge"),
        ("Rein på riksveien", "Viddeavisa, 03.03.2027 07:44, side 12", "Per Aas"),
        "© {0}\nAlle artikler er beskyttet av lov om opphavsrett til åndsverk.",
        ("Elvebladet", "Viddeavisa"),
    ),
    "da": (
        "Udtræk 05.03.2027\n\nIndhold\nBroen lukker i nat\nRensdyr på vejen",
        ("Broen lukker i nat", "Å-Avisen | 04.03.2027 | Side 8 | 412 ord | artikel-id: e1a2b3", "Lise Bjerg"),
        ("Rensdyr på vejen", "Hedebladet | 03.03.2027 | Side 12 | 95 ord | artikel-id: e9f8d7", "Per Aagaard"),
        "© {0}\nAlle rettigheder er beskyttet af lov om ophavsret.",
        ("Å-Avisen", "Hedebladet"),
    ),
    "sv": (
        "Utdrag ur arkivet\n\nInnehåll:\nBron stängs i natt, Åposten\nRenar på riksvägen, Fjällbladet",
        ("Bron stängs i natt", "Åposten, 2027-03-04, sida 8", "Lisa Berg"),
        ("Renar på riksvägen", "Fjällbladet, 2027-03-03, sida 12", "Per Ås"),
        "Publicerat i print.\n© {0}\nAlla artiklar är skyddade av upphovsrätten.\nSe artikeln på https://arkiv.example/a1",
        ("Åposten", "Fjällbladet"),
    ),
    "fi": (
        "Poiminta arkistosta\n\nSisältö\nSilta suljetaan yöksi\nPoroja valtatiellä",
        ("Silta suljetaan yöksi", "Jokilehti, 4.3.2027, sivu 8", "Liisa Virtanen"),
        ("Poroja valtatiellä", "Tunturisanomat, 3.3.2027, sivu 12", "Pekka Aho"),
        "© {0}\nKaikki artikkelit on suojattu tekijänoikeuslailla.",
        ("Jokilehti", "Tunturisanomat"),
    ),
    "de": (
        "Auszug aus dem Archiv\n\nInhalt:\nBrücke bleibt nachts zu\nRentiere auf der Bundesstraße",
        ("Brücke bleibt nachts zu", "Flussbote, 04.03.2027, Seite 8", "Von Lisa Berg"),
        ("Rentiere auf der Bundesstraße", "Heideblatt, 03.03.2027, Seite 12", "Von Peter Ahlers"),
        "© {0}\nAlle Artikel sind durch das Urheberrecht geschützt.",
        ("Flussbote", "Heideblatt"),
    ),
    "fr": (
        "Extrait de l’archive\n\nSommaire\nLe pont ferme la nuit\nDes rennes sur la route",
        ("Le pont ferme la nuit", "Le Courrier du Gué, 04/03/2027, p. 8", "Par Lise Berger"),
        ("Des rennes sur la route", "La Gazette des Landes, 13/03/2027, p. 12", "Par Paul Arnaud"),
        "© {0}\nTous les articles sont protégés par le droit d’auteur.",
        ("Le Courrier du Gué", "La Gazette des Landes"),
    ),
}
_TEXTS = (("Kelby 214.", "Ikke før 2028, 61 %."), ("Tarnfoot 88.", "Dal 12."))


def _download(language: str) -> str:
    cover, one, other, end, outlets = _CASES[language]
    parts = [cover]
    for head, text, outlet in zip((one, other), _TEXTS, outlets, strict=True):
        parts.append("\n".join(head) + "\n\n" + "\n\n".join(text) + "\n\n" + end.format(outlet))
    return f"\n\n{_ROW}\n\n".join(parts)


@pytest.mark.parametrize("language", _CASES)
def test_each_article_has_its_head_and_its_text_alone(language: str) -> None:
    outline = read_between_rows(plain_lines(_download(language).splitlines()))
    assert outline is not None
    _, one, other, _, outlets = _CASES[language]
    assert [story.given.title for story in outline.stories] == [one[0], other[0]]
    assert tuple(story.given.outlet for story in outline.stories) == outlets
    writers = [line.removeprefix("Von ").removeprefix("Par ") for line in (one[2], other[2])]
    assert [story.given.author for story in outline.stories] == writers
    assert [tuple(story.text.values()) for story in outline.stories] == list(_TEXTS)
    assert outline.stories[0].given.published == "2027-03-04"


@pytest.mark.parametrize(
    "text",
    [
        # rows inside one article
        f"Results of the vote\nEchopost, 4 March 2027\n\nThe list won.\n{_ROW}\nKelby 214\n{_ROW}\nTarn "
        f"88\n{_ROW}\nThe mayor resigns.",
        # articles without paper and day
        f"Bridge shut\n\nIt is shut.\n{_ROW}\nDeer on road\n\nIt ran.",
        # no rows
        "Bridge shut\nEchopost, 4 March 2027, page 8\n\nIt is shut.\n\nDeer on road\nEchopost, 4 March 2027, "
        "page 9\n\nIt ran.",
    ],
)
def test_other_texts_with_rows_are_left_to_other_readers(text: str) -> None:
    assert read_between_rows(plain_lines(text.splitlines())) is None
