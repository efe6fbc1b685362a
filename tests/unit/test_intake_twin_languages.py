"""Languages that share most of their words: a text of a few sentences shows its own, or none."""

import pytest

from annotated_briefings.intake.cleaning.spoken import shown_language

TEXTS = {
    "da": (
        "Broen ved Lervig bliver lukket i hele maj, fordi tømmeret skal skiftes. Det siger kommunen. De 90 elever "
        "på øen "
        "må gå en halv time mere om dagen.",
        "Møllen i Lervig er blevet solgt til et kor. Formanden siger, at koret vil synge der efter sommerferien. "
        "Prisen "
        "var to millioner kroner.",
        "Biblioteket i Sundby åbner igen i næste uge efter branden. Mange bøger er nye, og nogle af dem kom fra en "
        "skole.",
        "En lastbil med frosne sild væltede på vejen mod havnen. Ingen kom noget til, men vejen var lukket til middag.",
    ),
    "no": (
        "Broen ved Lervik blir stengt i hele mai, fordi tømmeret må skiftes. Det sier kommunen. De 90 elevene på "
        "øya må gå "
        "en halv time mer om dagen.",
        "Møllen i Lervik er blitt solgt til et kor. Lederen sier at koret vil synge der etter sommerferien. Prisen "
        "var to "
        "millioner kroner.",
        "Biblioteket i Sundby åpner igjen neste uke etter brannen. Mange bøker er nye, og noen av dem kom fra en "
        "skole.",
        "En lastebil med frossen sild veltet på veien mot havnen. Ingen ble skadet, men veien var stengt til klokka "
        "tolv.",
    ),
    "id": (
        "Jembatan Lervik ditutup selama bulan Mei karena kayunya harus diganti. Wali kota mengatakan 90 warga harus "
        "berjalan setengah jam setiap hari.",
        "Penggilingan tua di Lervik dijual kepada paduan suara pada hari Senin. Harganya mencapai dua miliar "
        "rupiah, kata "
        "bupati.",
        "Perpustakaan kota dibuka kembali setelah kebakaran tahun lalu. Sebanyak 300 buku baru datang dari sekolah.",
        "Truk berisi ikan beku terguling di jalan menuju pelabuhan. Polisi menutup jalan itu hingga siang.",
    ),
    "ms": (
        "Jambatan Lervik ditutup sepanjang bulan Mei kerana kayunya perlu diganti. Datuk bandar berkata 90 penduduk "
        "perlu "
        "berjalan setengah jam setiap hari.",
        "Kilang lama di Lervik dijual kepada sebuah koir pada hari Isnin. Harganya mencecah dua juta ringgit, kata "
        "menteri "
        "besar.",
        "Perpustakaan bandar dibuka semula selepas kebakaran tahun lalu. Seramai 300 peniaga membawa buku dari "
        "pejabat.",
        "Lori yang membawa ikan beku terbalik di jalan ke pelabuhan. Polis menutup jalan itu sehingga tengah hari.",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in TEXTS.items() for text in texts])
def test_a_text_of_a_few_sentences_is_in_its_own_language(language: str, text: str) -> None:
    assert shown_language(text) in (language, "")


@pytest.mark.parametrize("language", TEXTS)
def test_most_texts_of_a_few_sentences_show_their_language(language: str) -> None:
    shown = [shown_language(text) == language for text in TEXTS[language]]
    assert sum(shown) >= 3


def test_what_has_words_of_neither_shows_none() -> None:
    assert (
        shown_language("Lervik, Sundby, Havnen, Nordre Bro, Skarholm, Sildevika, Ormeswick, Strand, Fjord, Vest") == ""
    )
