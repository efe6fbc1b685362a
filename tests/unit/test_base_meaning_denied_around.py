"""Words that another line of their text denies, or a correction takes back, and words beside which such lines concern
something else. `¶` is a line end, `→` a tab. Every second text was not looked at before the rule was done."""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact

DENIED = """
These rumours are false:¶The wheel was stolen.¶→[The miller fled to Spain.]
The following claims are simply not true:¶- The roof fell in.¶- [The bridge was sold.]
None of the following is true:¶[The wheel was stolen in March.]
Ces affirmations sont fausses :¶Le pont est fermé.¶→[Le maire est parti.]
Folgende Gerüchte stimmen nicht:¶- Das Rad fehlt.¶- [Der Müller floh nach Spanien.]
Queste voci sono false:¶1. La ruota è rotta.¶2. [Il ponte è chiuso.]
Estos rumores son falsos:¶La rueda fue robada.¶[El molinero huyó.]
Dessa rykten är falska:¶- Bron är stängd.¶- [Hamnen är såld.]
Claim→Verdict¶→[The mill was sold]→False¶→The roof was repaired→True
Urteil→Behauptung¶→falsch→[Die Brücke ist gesperrt]¶→wahr→Das Dach ist neu
Statement→True?¶→[The ferry sank]→No¶→The pier is open→Yes
Affirmation→Vrai ?¶→[Le moulin est vendu]→Faux¶→Le toit est neuf→Vrai
Q: [You sold the mill in secret.]¶A: No. The town owns it.
Vraag: [U hebt de molen verkocht.]¶Antwoord: Dat klopt niet. Hij is van de stad.
— [Ви таємно продали млин.]¶— Ні, це неправда.
[Vous avez vendu le moulin en secret.]¶C’est totalement inexact. La ville le possède.
[Lei ha venduto il mulino.]¶Non è vero. È del comune.
Frage: [Sie haben die Mühle verkauft.]¶Antwort: Nein. Sie gehört der Stadt.
True or false: [the mill was built by monks.]¶Answer: false.
判断题：[磨坊是僧侣建造的]。（ ）¶答案：错。
Vrai ou faux : [le moulin date de 1312.]¶Réponse : faux.
[The mill employs 400 people.]¶Correction, 5 March: The mill employs 40 people, not 400.
[De molen heeft 400 arbeiders.]¶Rectificatie: de molen heeft 40 arbeiders in plaats van 400.
[製粉所では400人が働いている]。¶【訂正】本文に「400人」とあるのは「40人」の誤りでした。
[Anna Berg sold the bridge.]¶Correction: An earlier version of this article said Anna Berg sold the bridge.
[El molino emplea a 400 personas.]¶Fe de errores: el molino emplea a 40 personas y no a 400, como se decía.
"""
STATED = """
These rumours are false:¶The wheel was stolen.¶→The miller fled.¶[The council meets on Monday.]
The following claims are true:¶- The roof fell in.¶- [The bridge was sold.]
None of these claims is false:¶- [The wheel was stolen in March.]
Ces affirmations sont exactes :¶Le pont est fermé.¶→[Le maire est parti.]
Der Rat beschloss:¶- Das Rad bleibt.¶- [Der Müller geht nach Spanien.]
Queste voci sono vere:¶1. La ruota è rotta.¶2. [Il ponte è chiuso.]
Estos rumores son falsos, dice el alcalde.¶[El molino abre el lunes.]
Deze regels gelden niet voor fietsers:¶• De molen is open.¶• [De brug is dicht.]
Claim→Verdict¶→The mill was sold→False¶→[The roof was repaired]→True
Urteil→Behauptung¶→falsch→Die Brücke ist gesperrt¶→wahr→[Das Dach ist neu]
| [Die Mühle ist offen] | richtig |¶| Das Dach fehlt | falsch |
Ville→Pont¶→[Le moulin de la ville]→Non
Q: [You sold the mill in May.]¶A: Yes. The town wanted it.
Vraag: [U hebt de molen verkocht.]¶Antwoord: Ja, aan de stad.
— [Ви продали млин.]¶— Так, місту.
[Lei ha venduto il mulino.]¶Il consiglio ha votato ieri.
Q: [You did not sell the mill.]¶A: No. The town owns it.
True or false: [the mill was built by monks.]¶Answer: true.
判断题：[磨坊是僧侣建造的]。（ ）¶答案：对。
Vrai ou faux : [le moulin date de 1312.]¶Réponse : vrai.
[The mill employs 40 people.]¶Correction, 5 March: The mill employs 40 people, not 400.
[De boot vervoert 400 auto's.]¶Rectificatie: de molen heeft 40 arbeiders in plaats van 400.
[製粉所では40人が働いている]。¶【訂正】本文に「400人」とあるのは「40人」の誤りでした。
[The council sold the yard.]¶Correction: An earlier version of this article said Anna Berg sold the bridge.
Fe de errores: [el molino emplea a 40 personas] y no a 400, como se decía.
"""


def marked(line: str) -> tuple[str, str]:
    """A text, and the words of it that are marked."""
    text = line.replace("¶", "\n").replace("→", "\t")
    return text.replace("[", "").replace("]", ""), text[text.index("[") + 1 : text.index("]")]


@pytest.mark.parametrize("line", DENIED.strip().split("\n"))
def test_words_that_another_line_denies_prove_nothing(line: str) -> None:
    assert find_exact(*marked(line))[0] is QuoteStanding.TURNED


@pytest.mark.parametrize("line", STATED.strip().split("\n"))
def test_words_beside_lines_that_concern_something_else_are_stated(line: str) -> None:
    assert find_exact(*marked(line))[0] is QuoteStanding.STATED
