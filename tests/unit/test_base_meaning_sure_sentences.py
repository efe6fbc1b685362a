"""Ends of sentences that no abbreviation can be taken for: no part of a sentence is a key point or a summary."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.base.meaning.sure_sentences import sure_starts
from annotated_briefings.base.sentences import sentence_starts
from annotated_briefings.intake.compose import summary_of
from annotated_briefings.intake.figures import figures
from annotated_briefings.intake.keypoints import key_points

WHOLE = [
    "Promen płynie o godz. 18 z portu przy pl. Rybnym, podał armator.",
    "Sala przy ul. Lipowej nie będzie otwarta jesienią, podała gmina.",
    "Radnice na nám. Svobody nebude letos podle starosty opravena.",
    "Kostel sv. Havla se podle faráře ing. Nováka do jara nezavře.",
    "Toget kører ikke kl. 8.15 fra spor nr. 4, skriver banen i dag.",
    "Tåget går inte kl. 8.15 på söndag, skriver bolaget i ett brev.",
    "Bussen går ikke kl. 8.15 på søndag, skriver selskapet i dag.",
    "A loja da trav. Rosa não será vendida, disse o dono na segunda.",
    "El taller de la avda. Norte no se cerrará, dijo la dueña ayer.",
    "Le hangar du bd. Voltaire ne sera pas vendu, dit la mairie.",
    "Le pont, bâti au IIe siècle av. J.-C. par des soldats, ne fermera pas.",
    "Il magazzino di v.le Roma non riaprirà, ha detto la regione.",
    "The port put the loss at approx. 7.5 million crowns on Monday.",
    "The guard did not open the gate at 6.45 a.m. Tuesday as planned.",
    "Capt. Ida Moss and Sgt. Paul Reed did not sail on Monday.",
    "De winkel op het Kerkpl. 9 gaat niet dicht, zegt de gemeente.",
    "Der Laden an der Marktstr. 7 schließt nicht, sagte die Stadt.",
    "Das Rathaus am 3. Bezirk wird nicht verkauft, sagte die Stadt.",
    "A raktár a Duna u. 5 alatt nem nyílik meg, közölte a város.",
    "Lautta ei lähde klo. 8.15 laiturista, kertoi yhtiö tänään.",
    "Склад на ул. Речной не снесут до весны, сообщил порт вчера.",
    "Складът на бул. Дунав няма да бъде продаден, съобщи общината.",
    "Depozitul din str. Lungă nu va fi vândut, a spus primăria ieri.",
    "Η αποθήκη στην οδό Αγ. Παύλου δεν θα πουληθεί, είπε ο δήμος.",
    "Depo Liman Bulv. No. 5 adresinde kalacak, dedi belediye dün.",
    "قالت المديرة د. سلمى إن الميناء لن يغلق أبوابه في الصيف القادم.",
]
APART = [
    "The board bought a second crane for the harbour last week.| Ships from the north may use it on Monday.",
    "The vote took place in the town hall in 2025.| Fishermen of the north mole were against it.",
    "Der Hafen kauft einen zweiten Kran für die neue Mole.| Fischer aus dem Norden zahlen dafür mehr als bisher.",
    "La ville a acheté une deuxième grue pour le port.| Personne dans la région ne voulait attendre le budget.",
    "El puerto compró una segunda grúa para el muelle.| Nadie en la región quería esperar el presupuesto.",
    "Port kupił drugi dźwig dla starego nabrzeża.| Burmistrz chciał czekać na budżet całego województwa.",
    "Порт купил второй кран для старого причала.| Мэр хотел дождаться бюджета всей области весной.",
    "قالت هيئة الميناء إن الرافعة وصلت في مايو.| العمال على الرصيف القديم ينتظرون السفينة الأولى.",
    "港务局周一表示，已购买了第二台起重机。|起重机将于三月吊起第一艘船的货物。",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_no_part_of_a_sentence_is_a_point_a_summary_or_the_quote_of_a_figure(sentence: str) -> None:
    assert sure_starts(sentence) == (0,)
    assert {point.text for point in key_points([sentence])} <= {sentence}
    assert summary_of([sentence]) == sentence
    assert all(len(figure.what.split()) > 2 for figure in figures([sentence]))


@pytest.mark.parametrize("text", APART)
def test_sentences_are_parted_behind_words_that_are_no_abbreviations(text: str) -> None:
    sentences = text.split("|")
    whole = "".join(sentences)
    assert [whole[left:right] for left, right in pairwise((*sure_starts(whole), len(whole)))] == sentences
    assert [point.text for point in key_points([whole])] == [sentence.strip() for sentence in sentences]


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("aAkl1 .!?。？」»”'\nзإ؟"), max_size=60))
def test_sure_starts_are_some_of_the_starts(text: str) -> None:
    assert sure_starts(text)[0] == 0
    assert set(sure_starts(text)) <= set(sentence_starts(text))
