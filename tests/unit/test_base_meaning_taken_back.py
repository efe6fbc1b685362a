"""Words that what is around them takes back or limits, and words beside which the same signs say nothing of them."""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.quotations.edited import standing_in

TURNED = """
[The mayor sold the yard]. That is false, the court ruled.
[La presa se rompió]. Es falso, dice el alcalde.
[Il ponte è crollato]. Non è vero.
« [Le barrage a cédé]. » C'est faux.
Claim: [The dam has burst in the night].
Behauptung: [Der Damm ist gebrochen].
Infox : [Le roi a vendu ses bateaux].
[All ships sailed], except the two ferries.
[Alle Schulen schlossen] außer den zwei im Norden.
[Tutte le navi sono partite] tranne due.
The mill used to [employ 40 people] in the town.
Le moulin n'emploie plus [40 personnes].
The port [takes 40 ships] at most.
Der Hafen [fasst 40 Schiffe] höchstens.
El puerto [admite 40 barcos] como máximo.
She was accused of [selling the yard to a bank].
Il est soupçonné d'[avoir vendu le chantier].
Der Mann wird beschuldigt, [die Werft verkauft zu haben].
Contrary to reports that [the port had closed], ships sailed.
Entgegen Berichten, dass [der Hafen geschlossen sei], fuhren Schiffe.
En contra de los informes de que [el puerto cerró], está abierto.
An earlier version of this article said that [the mayor sold the yard].
In einer früheren Fassung hieß es, [der Rat habe die Werft verkauft].
Correction: We wrote that [the mayor sold the yard].
"""
STATED = """
[The mayor sold the yard]. False alarms rang all night.
[The bank fired 40 people]. That was wrong, the union said.
[The port closed]. That is not the only loss.
Result: [The dam has burst in the night].
Mit: [Anna Berg spielt die Rolle].
[The three schools closed], said all except one teacher.
[Todos ganaron] poco, menos dinero que nunca.
The mill got used to [employing 40 people].
Il n'emploie plus seulement [40 personnes].
The port [takes 40 ships] at least.
The port [has 40 ships], Max Berg said.
A [fleet of 40 ships] tops the list.
She was convicted of [selling the yard to a bank].
Accused of fraud, [the mayor sold the yard].
L'homme accusé de vol [a vendu le bateau].
Contrary to plans, [the port closed].
Despite reports of rain that fell in May, [the port opened].
Reports that [the port had closed] were confirmed.
An earlier offer fell through; [the mayor sold the yard].
Correction: [the pier opens in May].
Unable to pay, [the mill closed in May].
Sans argent, [l'usine a fermé en mai].
Unfähig zu zahlen, [schloss die Mühle im Mai].
"""


def marked(line: str) -> tuple[str, str]:
    """A text, and the words of it that are marked."""
    return line.replace("[", "").replace("]", ""), line[line.index("[") + 1 : line.index("]")]


@pytest.mark.parametrize("line", TURNED.strip().split("\n"))
def test_words_that_are_taken_back_or_limited_around_them_prove_nothing(line: str) -> None:
    text, quote = marked(line)
    assert find_exact(text, quote)[0] is QuoteStanding.TURNED
    assert standing_in(quote, text) is QuoteStanding.TURNED


@pytest.mark.parametrize("line", STATED.strip().split("\n"))
def test_words_beside_signs_that_concern_something_else_are_stated(line: str) -> None:
    text, quote = marked(line)
    assert find_exact(text, quote)[0] is QuoteStanding.STATED
    assert standing_in(quote, text) is QuoteStanding.STATED


@pytest.mark.parametrize(
    ("text", "quote", "is_there"),
    [
        ("The port closed at night, officials said.", "The port closed at night.", True),
        ("Der Hafen schloss nachts; das Tor blieb offen.", "Der Hafen schloss nachts.", True),
        ("The port closed at 8.5 knots.", "The port closed at 8.", False),
        ("Did the port close?", "the port close.", False),
        ("We will open the port (applause) in May.", "We will open the port in May", True),
        ("Wir öffnen den Hafen [Beifall] im Mai.", "Wir öffnen den Hafen im Mai", True),
        ("We sold the yard [laughter] to a bank.", "We sold the yard to a bank", False),
        ("We will open the port (in Kiel) in May.", "We will open the port in May", False),
    ],
)
def test_a_final_mark_and_applause_are_no_words(text: str, quote: str, is_there: bool) -> None:
    assert (find_exact(text, quote)[0] is QuoteStanding.STATED) is is_there


@pytest.mark.parametrize("line", TURNED.strip().split("\n"))
def test_a_quote_with_the_words_that_take_it_back_is_stated(line: str) -> None:
    """The remedy that the message names works."""
    text, _ = marked(line)
    assert find_exact(f"{text} Then it rained.", text)[0] is QuoteStanding.STATED
