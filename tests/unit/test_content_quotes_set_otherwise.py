"""Quotes that a source has in another setting: in capitals, as verse, with marks of notes, beside names that deny."""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.intake.formats.marked import read_markdown_file

HELD = [
    ("Volunteers of No Borders handed out food at the port.", "handed out food at the port"),
    ("The group No Borders began in 1999. No Borders handed out food.", "handed out food"),
    ("The company behind Never Never Land sold its theatre in May.", "sold its theatre in May"),
    ("Mitarbeiter der Initiative Kein Mensch ist illegal verteilten Decken.", "verteilten Decken"),
    ("La plataforma Nunca Máis reunió a dos mil vecinos.", "reunió a dos mil vecinos"),
    ("Il circolo Nessuno Escluso ha raccolto mille firme.", "ha raccolto mille firme"),
    ("Astronauts around Nie Haisheng landed in the desert.", "landed in the desert"),
    ("PORT CLOSED AFTER STORM\n\nThe rest is calm.", "Port closed after storm"),
    ("Le port de Brest a fermé lundi.", "LE PORT DE BREST A FERMÉ LUNDI"),
    ("STRASSE NACH KIEL WIEDER OFFEN", "Straße nach Kiel wieder offen"),
    ("THE HARBOUR OF KIEL closed on Monday.", "The harbour of Kiel closed on Monday"),
    ("The ships are gone,\nthe quay is bare.", "The ships are gone, / the quay is bare"),
    ("Rain on the sea\n\nand rain on me", "Rain on the sea // and rain on me"),
    ("The port closed in May¹ and opened in June.", "closed in May and opened in June"),
    ("It was built in stone². It fell.", "was built in stone. It fell"),
    ("The dam broke(2), the town said.", "The dam broke, the town said"),
    ("The port closed in May (1) and opened.\n\n(1) By decree.", "closed in May and opened"),
    ("The port closed in May (1) and opened.\n\n(1) By decree.", "closed in May (1) and opened"),
    ("Le barrage a cédé [3] vendredi.\n[3] Voir plus bas.", "Le barrage a cédé vendredi"),
    ("The dam broke† on Friday.\n† Local time.", "The dam broke on Friday"),
    ("The port closed in May[^1] and opened.\n\n[^1]: By decree.", "closed in May and opened"),
    ("La Bourse a perdu 2,3 % vendredi.", "La Bourse a perdu 2,3% vendredi"),
    ("It rose 5% today.", "It rose 5\u202f% today"),
    ("It cost 5 € more on Friday.", "It cost 5€ more on Friday"),
    ("It lies 5km north of the town.", "It lies 5 km north of the town"),
    ("Pourquoi ? demanda le maire : personne ne sait !", "Pourquoi? demanda le maire: personne ne sait!"),
    ("石川県能登町（のとちょう）の港が再開した。", "能登町の港が再開した"),
]
OTHERS = [
    ("It rose by 25 % today.", "5% today"),
    ("It rose by 5 % today.", "It rose by 5‰ today"),
    ("It rose by 5 points % apart.", "It rose by 5% apart"),
    ("It lies 5 km north of the town.", "It lies 5 m north of the town"),
    ("The mayor said No Americans were hurt.", "were hurt"),
    ("Mayor Says No Money Was Paid To Them", "Was Paid To Them"),
    ("No MPs voted for the law.", "voted for the law"),
    ("Keine Fähre wurde beschädigt.", "Fähre wurde beschädigt"),
    ("Nessun Italiano era a bordo.", "era a bordo"),
    ("She did Not sell the house to Mr Smith.", "sell the house to Mr Smith"),
    ("He was found NOT guilty of fraud by the court.", "guilty of fraud"),
    ("He said: “No Parties were held.”", "were held"),
    ("HE WAS NOT GUILTY OF FRAUD", "Guilty of fraud"),
    ("The deal helps us most of all.", "THE DEAL HELPS US MOST"),
    ("The ship carried 5 mW of lamps in total.", "CARRIED 5 MW OF LAMPS"),
    ("Workers met Apple at the port.", "met apple at the port"),
    ("Le vent tombe,\nla mer attend.", "Le vent se lève, / la mer attend"),
    ("The area is 40 km² of land.", "area is 40 km of land"),
    ("The yard is 30 yards² wide.", "yard is 30 yards wide"),
    ("It grew by 10⁶ tonnes.", "grew by 10 tonnes"),
    ("A total of [14] ships left.", "A total of ships left"),
    ("He chose (1) the ferry and (2) the train.", "chose the ferry and the train"),
    ("Section 3(1) applies to ports.", "Section 3 applies to ports"),
    ("Bürger*innen zahlten.", "Bürgerinnen zahlten"),
    ("菅首相（元官房長官）は辞任した。", "菅首相は辞任した"),
]


@pytest.mark.parametrize(("text", "quote"), HELD)
def test_a_quote_is_in_a_text_that_sets_it_otherwise(text: str, quote: str) -> None:
    assert find_exact(text, quote)[0] is QuoteStanding.STATED
    assert standing_in(quote, text) is QuoteStanding.STATED


@pytest.mark.parametrize(("text", "quote"), OTHERS)
def test_a_quote_that_says_something_else_is_refused_in_that_setting_too(text: str, quote: str) -> None:
    assert find_exact(text, quote)[0] is not QuoteStanding.STATED
    assert standing_in(quote, text) is not QuoteStanding.STATED


def test_words_of_markdown_are_without_links_by_reference_and_keep_marks_of_notes() -> None:
    file = "# Report\n\nThe har**bour** of [Kiel][k] shut in May[1][2] after rain.\n\n[k]: https://e.example/k\n"
    document, _ = read_markdown_file("a.md", file)
    assert document
    text = "\n".join(one.text for one in document.paragraphs)
    assert "The harbour of Kiel shut in May[1][2] after rain." in text
    assert find_exact(text, "of Kiel shut in May after rain")[1]
