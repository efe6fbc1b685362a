"""Words that name what was not done, need not happen or was no serious word, and others that look like them."""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact

TURNED = """
[The mayor sold the yard], or so he claimed.
[Der Rat hat gezahlt], so behauptete er fälschlich.
[El alcalde pagó], o eso dijo.
„[Ich habe gezahlt]“, log er.
[The port closes in May] unless the union signs.
[Der Hafen schließt im Mai], falls der Rat zustimmt.
[El puerto cerrará en mayo] si el gobierno paga.
[De haven sluit in mei], tenzij de stad betaalt.
“[I sold the yard to a gull],” she joked.
„[Ich kaufe den Hafen]“, scherzte er.
«[Vendo el puerto]», bromeó ella.
The council voted against [selling the yard].
Le maire s'oppose à [vendre le chantier].
She opposes [closing the port].
De raad waarschuwde ervoor [de werf te verkopen].
The strike stopped the firm from [selling the yard].
Der Streik hinderte die Firma daran, [die Werft zu verkaufen].
A judge barred the firm from [closing the port].
Lo sciopero ha impedito alla ditta di [vendere il cantiere].
The port was to have [closed in May].
The mayor is said to have [sold the yard].
Le maire est censé [avoir vendu le chantier].
The mill was too poor to [pay the crew].
Die Mühle war zu arm, um [die Leute zu bezahlen].
El molino era demasiado pobre para [pagar a la gente].
The mayor hesitated to [sell the yard].
"""
STATED = """
The mayor did not hesitate to [sell the yard].
Le maire n'a pas hésité à [vendre le chantier].
El alcalde no dudó en [vender el astillero].
The mayor, who never spoke of it, [sold the yard].
Le maire, qui n'avait rien dit, [a vendu le chantier].
Il sindaco, che non aveva parlato, [ha venduto il cantiere].
It is not just a port that [closed in May].
Nicht nur der Hafen [schloss im Mai].
Non solo il porto [ha chiuso a maggio].
The port [closes in May], if a little late, he said.
[The port closes in May]. If it rains, boats wait.
[The council asked] if the port closes in May.
“[I sold the yard],” she said and joked about gulls.
He joked with the crew and [sold the yard].
The council voted for [selling the yard].
She warned the town and [sold the yard].
The strike stopped. [The firm sold the yard].
Two of the ports closed in May, too, [to save money].
It was too late. [The port closed in May].
[El puerto cerró en mayo]. Si llueve, espera.
[Le port a fermé], à moins de dix mètres du quai.
[The firm sold the yard], or so much of it as was left.
Der Rat soll. [Die Werft wurde verkauft].
The Soll column is empty; [the firm sold the yard].
Die Firma ist zu klein und [verkauft die Werft].
"""


def standing(line: str) -> QuoteStanding:
    """How the marked words of a text stand in it."""
    text, quote = line.replace("[", "").replace("]", ""), line[line.index("[") + 1 : line.index("]")]
    return find_exact(text, quote)[0]


@pytest.mark.parametrize("line", TURNED.strip().split("\n"))
def test_what_was_not_done_or_not_meant_proves_nothing(line: str) -> None:
    assert standing(line) is QuoteStanding.TURNED


@pytest.mark.parametrize("line", STATED.strip().split("\n"))
def test_what_was_done_is_stated_whatever_is_beside_it(line: str) -> None:
    assert standing(line) is QuoteStanding.STATED
