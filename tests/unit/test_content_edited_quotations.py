"""What brackets, dots and marks within a quotation may change, and what not.

Every second case of each list was not looked at before the rule was done.
"""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.quotations.edited import standing_in

SAME = """
The mill is old, he said. | The mill [an old brick hall] is old
She resigned on Friday, her office said. | [The minister] resigned on Friday
We have seen rust in two cables. | [W]e have seen rust in two cables
They has seen rust in the cables. | They has [sic] seen rust in the cables
He said that they will resign in May. | they [the members] will resign in May
The owner knows it since spring. | [T]he owner knows it since spring
She will go to Torvik and stay there. | will go to Torvik and stay [in the town]
Kowal wanted to sell the mill at once. | Kowal want[s] to sell the mill at once
The mill is old, he said. | The mill [in Torvik] is old
His father built the pier in one year. | [Kowal’s] father built the pier in one year
The long and very tiring talks ended at noon. | The long […] talks ended at noon
I was there when it fell. | I was there [laughs] when it fell
This company has never paid its bills. | [The builder] has never paid its bills
It will cost us a lot of money. | [The bridge] will cost us a lot of money
We sold it to them in June. | We sold [the mill] to them in June
Moss bought the pier from the town. | [Rita Moss] bought the pier from the town
Der Damm hält, sagte sie. | [D]er Damm hält
Sie trat am Freitag zurück, hieß es. | [Die Ministerin] trat am Freitag zurück
Elle a quitté la salle à midi. | [La maire] a quitté la salle à midi
Il ponte è vecchio, ha detto. | Il ponte [di Torvik] è vecchio
Nosotros vimos el óxido en mayo. | [Los ingenieros] vimos el óxido en mayo
"""
OTHER = """
The treasurer took the money home in a bag. | [The mayor] took the money home in a bag
We refused to take the money from the port. | We [agreed] to take the money from the port
The bridge is safe for lorries. | The bridge is [not] safe for lorries
The bridge is safe for lorries. | The bridge is [un]safe for lorries
He paid 40 crowns for the boat. | He paid 40 [million] crowns for the boat
Anna Kowal sold the pier in May. | [Rita] Kowal sold the pier in May
The town closed the school in June. | The town [opened] the school in June
She resigned on Friday. | [Nobody] resigned on Friday
The firm rejected the plan of the union. | The firm [welcomed] the plan of the union
We met the owner of the mill in May. | We met the [thief] of the mill in May
They will sell the mill to the bank. | They will sell the mill to [the mafia]
The manager lied to the court. | The manage[ment] lied to the court
The mill was sold in June. | The mill was sold in [May]
He is [the] guilty man of the town. | He is [no] guilty man of the town
Der Damm ist sicher, sagte er. | Der Damm ist [nicht] sicher
Der Pächter nahm das Geld. | [Der Bürgermeister] nahm das Geld
Le caissier a pris cet argent. | [Le maire] a pris cet argent
Le pont est sûr pour tous. | Le pont [n’]est [pas] sûr pour tous
Kowal sold the mill in May. | Kowal [allegedly] sold the mill in May
Kowal allegedly sold the mill in May. | Kowal [the owner] sold the mill in May
Kowal sold the mill in May. | Kowal sold the mill in May [allegedly]
Kowal perhaps sold the mill in May. | Kowal [surely] sold the mill in May
Kowal sold the mill in May. | Kowal [reportedly] sold the mill in May
Kowal verkaufte die Mühle. | Kowal verkaufte [wohl] die Mühle
Kowal a vendu le moulin. | Kowal a [presque] vendu le moulin
Kowal vendió el molino. | Kowal [supuestamente] vendió el molino
Kowal sold the mill in May. | Kowal sold [only] the mill in May
El cajero tomó el dinero en mayo. | [El alcalde] tomó el dinero en mayo
Il cassiere ha preso i soldi. | [Il sindaco] ha preso i soldi
"""
MARKS = """
Kowal said: “My father said ‘never trust it’ when I was six.” | My father said “never trust it” when I was six.
Kowal said: "My father said 'never trust it' when I was six." | My father said “never trust it” when I was six.
Il a dit : « Mon père disait “ne crois rien” le soir. » | Mon père disait « ne crois rien » le soir.
Er sagte: „Mein Vater sagte ‚trau keinem Seil‘ am Abend.“ | Mein Vater sagte »trau keinem Seil« am Abend.
Kowal: «My father said ‹never trust it› at night.» | My father said ‘never trust it’ at night.
“We have seen rust.||“The city knew of it,” he said. | We have seen rust. The city knew of it
"We have seen rust.||"The city knew of it." | We have seen rust. The city knew of it.
« On a vu la rouille.||« La ville le savait », dit-il. | On a vu la rouille. La ville le savait
„Wir haben Rost gesehen.||„Die Stadt wusste es“, sagte er. | Wir haben Rost gesehen. Die Stadt wusste es
"""
TORN = """
“We have seen rust.”||“The city knew of it,” said Moss. | We have seen rust. The city knew of it
"We have seen rust." She left.||"The city knew of it." | We have seen rust. The city knew of it.
The so-called “experts” met at noon in Torvik. | The so-called experts met at noon in Torvik
"""


def cases(text: str) -> list[tuple[str, str]]:
    halves = (line.split(" | ") for line in text.strip().split("\n"))
    return [(source.replace("||", "\n\n"), quote) for source, quote in halves]


@pytest.mark.parametrize(("source", "quote"), cases(SAME))
def test_a_bracket_that_changes_no_word_is_accepted(source: str, quote: str) -> None:
    assert standing_in(quote, source) is QuoteStanding.STATED


@pytest.mark.parametrize(("source", "quote"), cases(OTHER))
def test_a_bracket_that_changes_what_is_said_is_refused(source: str, quote: str) -> None:
    assert standing_in(quote, source) in (QuoteStanding.CHANGED, QuoteStanding.TURNED)


@pytest.mark.parametrize(("source", "quote"), cases(MARKS))
def test_inner_marks_may_be_of_another_kind_and_paragraphs_begin_with_one(source: str, quote: str) -> None:
    assert standing_in(quote, source) is QuoteStanding.STATED


@pytest.mark.parametrize(("source", "quote"), cases(TORN))
def test_marks_keep_apart_what_two_persons_said(source: str, quote: str) -> None:
    assert standing_in(quote, source) is QuoteStanding.ABSENT


HIDDEN = """
All bridges except the old one are safe, he said. | All bridges … are safe
We almost sold the mill in May. | We … sold the mill in May
Kowal: We sold the mill.||Moss: The mill is a ruin. | We sold the mill. … The mill is a ruin.
Kowal sold the mill. The mayor took the bribe and left. | Kowal … took the bribe
He tried to burn the mill in May. | He … burn the mill in May
Kowal allegedly sold the mill in May. | Kowal … sold the mill in May
He would sell the mill in May. | He … sell the mill in May
"""
LEFT_OUT = """
The long and very tiring talks ended at noon. | The long … talks ended at noon
We sold the mill in May. It was old. The pier is new. | We sold the mill in May. … The pier is new.
We sold the mill, as you know, in May. | We sold the mill … in May
"""


@pytest.mark.parametrize(("source", "quote"), cases(HIDDEN))
def test_dots_hide_no_word_that_turns_what_is_quoted(source: str, quote: str) -> None:
    assert standing_in(quote, source) in (QuoteStanding.CHANGED, QuoteStanding.TURNED)


@pytest.mark.parametrize(("source", "quote"), cases(LEFT_OUT))
def test_dots_may_leave_out_what_turns_nothing(source: str, quote: str) -> None:
    assert standing_in(quote, source) is QuoteStanding.STATED
