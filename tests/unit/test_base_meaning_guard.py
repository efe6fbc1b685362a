"""A passage that differs from a quote says the same only where every difference is known to be harmless."""

import pytest

from annotated_briefings.base.meaning.guard import change_of_meaning

OTHER = [
    ("is 40 centimetres thick", "is 40 millimetres thick"),
    ("declared the bridge safe", "declared the bridge unsafe"),
    ("rose 5% in all", "rose 2.5% in all"),
    ("moved +5 per cent", "moved -5 per cent"),
    ("moved −5 per cent", "moved 5 per cent"),
    ("closed in May", "closed in June"),
    ("found guilty of it", "found not guilty of it"),
    ("a legal act", "an illegal act"),
    ("the employer said", "the employee said"),
    ("No. One more year", "No one more year"),
    ("is it bankrupt?", "is it bankrupt."),
    ("it may rise", "it May rise"),
    ("polish workers", "Polish workers"),
    ("us troops", "US troops"),
    ("Lund beat Aldra", "Aldra beat Lund"),
    ("12,500 people", "500 people"),
    ("1.2 million", "12 million"),
    ("1,2 per cent", "1.2 per cent"),
    ("lost €-12,000", "lost €12,000"),
    ("a loss of (3.5)", "a loss of 3.5"),
    ("at 10:30 today", "at 10:20 today"),
    ("won 1–0", "won 0–1"),
    ("Petersen said", "Pedersen said"),
    ("Austria won", "Australia won"),
    ("the causal link", "the casual link"),
    ("all ministers agreed", "ministers agreed"),
    ("three days", "three weeks"),
    ("he can swim", "he can't swim"),
    ("it has goods to sell", "it has good to sell"),
    ("the customs here", "the custom here"),
    ("they need arms", "they need arm"),
    ("the ministers' sons", "the minister's sons"),
    ("he is 5' tall", 'he is 5" tall'),
    ("John said Mary lied", "John, said Mary, lied"),
    ("the man, who lied, left", "the man who lied left"),
    ('the "free" press', "the free press"),
    ("die Wähler sagten", "die Wählen sagten"),
    ("ist nicht legal", "ist legal"),
    ("la vota por ley", "la votó por ley"),
    ("Казнить нельзя, помиловать", "Казнить, нельзя помиловать"),
    ("公司收入增长", "公司收入减少"),
    ("他被警察打", "他把警察打"),
    ("الشركة ستبدأ", "الشركة لن تبدأ"),
    ("er hat schon gezahlt, sagt der Rat", "er hat schön gezahlt, sagt der Rat"),
    ("der Vater druckte das Papier", "der Vater drückte das Papier"),
    ("die Schwiegermutter kam mit dem Zug", "die Schwiegermütter kam mit dem Zug"),
    ("die Masse der Halle und des Dachs", "die Maße der Halle und des Dachs"),
    ("hace tres anos que vive en la casa", "hace tres años que vive en la casa"),
    ("yo publico el informe del puerto", "yo publicó el informe del puerto"),
    ("il a vu le pécheur dans le port", "il a vu le pêcheur dans le port"),
    ("the Rose of the house was old", "the Rosé of the house was old"),
    ("he is 'safe' in the house now", "he is safe in the house now"),
    ("they re-signed the deal", "they resigned the deal"),
    ("the re-formed band met", "the reformed band met"),
    ("the un-ionised part of it", "the unionised part of it"),
    ("he works in IT now", "he works in it now"),
    ("money for AIDS in the town", "money for aids in the town"),
    ("the RICO act of the state", "the Rico act of the state"),
    ("the US army left", "the Us army left"),
]
HARMLESS = [
    ("They sent an e-mail to the board", "They sent an email to the board"),
    ("they sent the e-mails", "they sent the emails"),
    ("die E-Mail der Stadt kam", "die Email der Stadt kam"),
    ("a co-operation of two towns", "a cooperation of two towns"),
    ("the non-profit group met", "the nonprofit group met"),
    ("the on-line shop is shut", "the online shop is shut"),
    ("the ships of NATO sailed", "the ships of Nato sailed"),
    ("NATO sent nine ships", "Nato sent nine ships"),
    ("eine Sitzung der UNESCO in Lund", "eine Sitzung der Unesco in Lund"),
    ("COVID-19 came to the town", "Covid-19 came to the town"),
    ("the firm QUAYDOR has left", "the firm Quaydor has left"),
    ("the factory in Malmo closed after a fire", "the factory in Malmö closed after a fire"),
    ("the mayor of Gdynsk spoke for an hour", "the mayor of Gdyńsk spoke for an hour"),
    ("der Bürgermeister von Zuerich sprach lange", "der Bürgermeister von Zürich sprach lange"),
    ("die Strasse wurde für eine Woche gesperrt", "die Straße wurde für eine Woche gesperrt"),
    ("el informe de la comision fue largo", "el informe de la comisión fue largo"),
    ('its "safety plan" was two pages long', "its 'safety plan' was two pages long"),
    ("however, the ships came late", "However, the ships came late"),
    ("feeds roughly 900 homes", "feeds rougly 900 homes"),
    ("it was said that the port", "it was siad that teh port"),
    ("the harbour master said", "the harbour-master said"),
    ("the council voted", "the Council voted"),
    ("a colour of the labour party", "a color of the labor party"),
    ("it will analyse the catalogue now", "it will analyze the catalog now"),
    ("the defence of the port", "the defense of the port"),
    ("said “yes” to it", 'said "yes" to it'),
    ("closed four shops, in May", "closed four shops in May"),
    ("the turbine runs there", "the turbines runs there"),
    ("fell in 2010–2012", "fell in 2010-2012"),
    ("spent 12 500 crowns", "spent 12\u202f500 crowns"),
    ("the office of the port", "the oﬃce of the port"),
    ("wait... what is it", "wait… what is it"),
    ("it closes on Friday", "it closes on Friday."),
    ("we dont know it", "we don't know it"),
    ("die bis Oktober vorliegen soll", "die bis Oktober vorligen soll"),
    ("海潮电力已交付，其余", "海潮电力已交付,其余"),
    ("لم تعلن الشركة", "لم تُعلن الشركة"),
]


@pytest.mark.parametrize(("quote", "found"), [*OTHER, *(pair[::-1] for pair in OTHER)])
def test_an_edit_that_may_change_the_meaning_has_a_reason_in_both_directions(quote: str, found: str) -> None:
    assert change_of_meaning(quote, found) != ""


@pytest.mark.parametrize(("quote", "found"), [*HARMLESS, *(pair[::-1] for pair in HARMLESS)])
def test_a_harmless_edit_has_none_in_either_direction(quote: str, found: str) -> None:
    assert change_of_meaning(quote, found) == ""


def test_a_letter_sequence_that_the_text_uses_elsewhere_is_no_typing_error() -> None:
    text = "The Tideworcs plant closed. The tideworcs engine runs."
    assert change_of_meaning("the tideworks engine runs", "the tideworcs engine runs", text) != ""


def test_a_name_with_and_without_its_accent_is_two_names_where_the_text_has_both() -> None:
    quote, found = "the factory of Muler closed in the winter", "the factory of Müler closed in the winter"
    assert change_of_meaning(quote, found, f"{found}. That is all.") == ""
    refused = change_of_meaning(quote, found, f"{found}. The house of Muler is open.")
    assert refused == "a word has changed: `Muler` is now `Müler`"
