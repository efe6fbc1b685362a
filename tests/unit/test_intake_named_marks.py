"""Marks in names of files and folders, and in headlines: what they hold back, and names of news that hold nothing."""

import io
import zipfile
from pathlib import Path

import pytest
from small_site import settled_site

from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.stated.closed.title_marks import parted_title
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.marks.file_names import file_mark

NAMES = """
DRAFT - harbour.txt|EMBARGOED until 5 May - harbour.docx|harbour (not for publication).html|drafts/harbour.txt
Confidential/harbour.txt|embargo/harbour.txt|_unpublished/harbour.txt|Hafen_ENTWURF.docx|Sperrfrist 5. Mai - Hafen.txt
nicht veröffentlichen/hafen.txt|BROUILLON port.txt|ne pas publier - port.docx|Borrador - puerto.txt
no publicar/puerto.txt|CONCEPT - haven.docx|Niet publiceren - haven.txt|vertrouwelijk/haven.txt|草稿/港口.txt
【机密】港口.docx|harbour_DO_NOT_PUBLISH.txt|harbour-draft-v2.txt|DONOTPUBLISH harbour.txt|harbour.draft.txt
week.zip/Entwürfe/hafen.txt#2|harbour-not-for-publication.eml
"""
NEWS_NAMES = """
draft-beer-prices.txt|nba-draft-2026.txt|confidential-documents-leaked.txt|embargo-on-oil.txt|test-match.txt
Draft treaty agreed.txt|secret-life-of-bees.txt|private-schools.txt|internal-market-rules.txt
entwurf-des-haushalts.txt|concept-cars-2026.html|brouillon-de-loi.txt|news/2026/harbour.txt|concept.txt
articles/harbour-final.txt|arms-embargo-lifted.txt|embargo-until-war-ends-say-ministers.txt
the-secret-garden/harbour.txt|confidential-informants.txt|personal-finance/rates.txt|NBA DRAFT.TXT
https://courier.example/drafts/harbour|how_to_end_a_draft.txt|Confidential memo shows bank knew.txt|public/a.txt
"""
HEADLINES = """
Harbour closes (not for publication)|[DRAFT] Harbour closes|TEST – please ignore|*** EMBARGOED *** Harbour closes
TEST - PLEASE IGNORE - Harbour closes|Harbour closes *** EMBARGOED ***|Do not use: Harbour closes
Harbour closes [draft]|ENTWURF – Hafen schließt|Hafen schließt (nicht zur Veröffentlichung)
[TEST] bitte ignorieren: Hafen schließt|Nicht verwenden: Hafen schließt|BROUILLON - Le port ferme
Ne pas utiliser : Le port ferme|TEST - merci d'ignorer|Le port ferme (ne pas publier)|No usar: el puerto cierra
PRUEBA - por favor ignorar|Niet gebruiken: haven sluit|TEST – graag negeren|【草稿】港口关闭|请勿使用：港口关闭
测试，请忽略|CONCEPT: haven sluit|BORRADOR: El puerto cierra
"""
NEWS = """
Draft treaty agreed|Test flight ignored warnings|Test: five coffee machines compared|Embargo on oil widened
Ministers told: do not use the bridge|Do not use hosepipes, residents told|Confidential documents leaked
Please ignore the noise, says council|TEST MATCH: ENGLAND WIN|Entwurf des Haushalts liegt vor
Le projet de loi est adopté|Borrador de ley aprobado|Concept cars at the fair|Not for sale: the island
Harbour closes (for now)|[Video] Harbour closes|Court rules on draft (again)|测试显示水质良好
Not for use on roads, scooters sell anyway|Is the draft dead?|Test: Fünf Fahrräder im Vergleich
Ministry papers (private)|Secret: how bees vote|Test events planned in May|No usar el agua, pide el alcalde
"""
TEXT = "The harbour of Emden will be closed for {n} weeks from Monday on, says the port.\n\nShips go elsewhere.\n"


def rows(table: str) -> list[str]:
    return [row for line in table.split("\n") for row in line.split("|") if row]


@pytest.mark.parametrize("name", rows(NAMES))
def test_a_name_of_a_file_or_folder_that_closes_it_is_a_mark(name: str) -> None:
    mark = file_mark(name)
    assert mark.held.startswith(("the file name says `", "the folder name says `")) or mark.embargo


@pytest.mark.parametrize("name", rows(NEWS_NAMES))
def test_a_name_of_a_file_that_says_what_it_is_about_is_none(name: str) -> None:
    assert not file_mark(name).held
    assert not file_mark(name).embargo


@pytest.mark.parametrize("title", rows(HEADLINES))
def test_a_headline_that_closes_its_text_is_told_from_its_mark(title: str) -> None:
    parted = parted_title(title)
    assert parted.marks or is_embargo(title)
    assert parted.rest in ("", "Harbour closes", "Hafen schließt", "Le port ferme", "haven sluit", "港口关闭") or (
        parted.rest.lower() == "el puerto cierra"
    )


@pytest.mark.parametrize("title", rows(NEWS))
def test_a_headline_of_news_has_no_mark(title: str) -> None:
    assert parted_title(title).rest == title
    assert not is_embargo(title)


def test_an_import_holds_back_what_names_of_files_folders_and_first_lines_close(tmp_path: Path) -> None:
    root, inbox = tmp_path / "site", tmp_path / "inbox"
    settled_site(root)
    (inbox / "Confidential").mkdir(parents=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("drafts/a.txt", "Ferry sails\n\n" + TEXT.format(n="two").replace("harbour", "ferry pier"))
    files = {
        "Confidential/b.txt": "Bridge opens\n\n" + TEXT.format(n="three").replace("harbour", "old bridge"),
        "c.txt": "[DRAFT] Lock fails\n\n" + TEXT.format(n="nine").replace("harbour", "sea lock of the canal"),
        "nba-draft.txt": "Club picks\n\n" + TEXT.format(n="five").replace("harbour", "stadium of the club"),
    }
    (inbox / "week.zip").write_bytes(packed.getvalue())
    for name, text in files.items():
        (inbox / name).write_text(text, encoding="utf-8")
    done = run_import(ImportRequest(root, (inbox,), publish=True, at="2026-03-03T08:00:00Z"))
    assert {held.title: held.why for held in done.held} == {
        "Ferry sails": "the folder name says `drafts`",
        "Bridge opens": "the folder name says `Confidential`",
        "Lock fails": "[DRAFT] Lock fails",
    }
    texts = {path: (root / path).read_text(encoding="utf-8") for path in done.created}
    assert sum("draft: true" in text for text in texts.values()) == 3
    assert len(texts) == 4
