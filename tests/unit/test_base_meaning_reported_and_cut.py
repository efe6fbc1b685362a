"""What happens in stories and hearsay prove nothing, nor do dots that give a predicate to another subject."""

import pytest

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.content.annotations import find_exact
from annotated_briefings.content.quotations.edited import standing_in

TOLD = """
Nel suo romanzo [il sindaco vende il ponte a una banca].
В фильме [мэр продаёт мост иностранному банку].
In ihrem Roman [verkauft die Bürgermeisterin die Brücke].
Dans son roman [le maire vend le pont à une banque].
En su novela [el alcalde vende el puente].
In haar verhaal [verkoopt de burgemeester de brug].
In her new novel [the mayor sells the bridge].
W jej powieści [burmistrz sprzedaje most].
Ordføreren skal [ha solgt møllen i fjor].
Ordføreren skal ha [tatt imot bestikkelser i fjor].
Borgmesteren skal have [solgt møllen på havnen].
Borgmästaren lär ha [sålt kvarnen i höstas].
"""
FACTS = """
Nel suo romanzo [la sindaca racconta la vita del porto].
В фильме [снялся мэр города].
In ihrem Roman [beschreibt die Bürgermeisterin die Brücke].
Dans son roman [elle décrit le pont].
En su novela [cuenta la vida del puerto].
In het gebouw [verkoopt de burgemeester kaarten].
In her new office [the mayor sells maps].
W filmie [zagrał burmistrz miasta].
Ordføreren [skal ha fri på lørdag].
Ordføreren har [tatt imot bestikkelser i fjor].
Borgmesteren skal have [en ny mølle på havnen].
Borgmästaren har [sålt kvarnen i höstas].
"""
CUT = (
    ("Die Ministerin lobte den Umbau, und ihr Vorgänger wurde verurteilt.", "Die Ministerin … wurde verurteilt"),
    ("De burgemeester heeft het geld nooit aangenomen, terwijl de wethouder het geld heeft aangenomen.",
     "De burgemeester … heeft aangenomen"),
    ("The mayor praised the plan and her predecessor was convicted of fraud.", "The mayor … was convicted of fraud"),
    ("Le maire a loué le projet, tandis que son adjoint a été condamné.", "Le maire … a été condamné"),
    ("La alcaldesa elogió el plan, pero su antecesor fue condenado.", "La alcaldesa … fue condenado"),
    ("Мэр похвалил план, а казначей был осуждён.", "Мэр … был осуждён"),
)  # fmt: skip
WHOLE = (
    ("Die Ministerin, die den Umbau lobte, wurde verurteilt.", "Die Ministerin … wurde verurteilt"),
    ("De burgemeester heeft het geld in mei aangenomen.", "De burgemeester heeft … aangenomen"),
    ("The mayor and the treasurer were convicted of fraud.", "The mayor … were convicted of fraud"),
    ("Le maire a loué le projet, puis il a été condamné en mai.", "Le maire a loué le projet … en mai"),
    ("The bridge, the mill, and the old tower are safe.", "The bridge … are safe"),
    ("Мэр похвалил план, а потом был осуждён.", "Мэр … был осуждён"),
)


def marked(line: str) -> tuple[str, str]:
    """A text, and the words of it that are marked."""
    return line.replace("[", "").replace("]", ""), line[line.index("[") + 1 : line.index("]")]


@pytest.mark.parametrize("line", TOLD.strip().split("\n"))
def test_what_is_told_in_stories_or_by_hearsay_proves_nothing(line: str) -> None:
    assert find_exact(*marked(line))[0] is QuoteStanding.TURNED


@pytest.mark.parametrize("line", FACTS.strip().split("\n"))
def test_facts_about_works_and_duties_are_stated(line: str) -> None:
    assert find_exact(*marked(line))[0] is QuoteStanding.STATED


@pytest.mark.parametrize(("text", "quotation"), CUT)
def test_dots_do_not_give_a_predicate_to_another_subject(text: str, quotation: str) -> None:
    assert standing_in(quotation, text) is not QuoteStanding.STATED


@pytest.mark.parametrize(("text", "quotation"), WHOLE)
def test_dots_for_other_words_of_one_clause_are_right(text: str, quotation: str) -> None:
    assert standing_in(quotation, text) is QuoteStanding.STATED
