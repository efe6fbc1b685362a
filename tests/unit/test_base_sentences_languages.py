"""Ends of sentences in the languages that import reads."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.base.sentences import sentence_starts

TEXTS = [
    "Er kam am 3. März nach Ulm.| Dann ging er.",
    "Das 2. Quartal war gut.| Das 3. Quartal nicht.",
    "Am 30. Juni will Hanne Falk, die 3. Direktorin des Hafens, den Kran öffnen.| Er ist neu.",
    "Falk ist die 3. Direktorin.| Sie kam 2024.",
    "Er wohnt im 12. Bezirk und feiert seinen 40. Geburtstag am 3. Adventssonntag.| Alle kommen.",
    "Beim 7. Versuch gelang es.| Der 8. Versuch entfiel.",
    "Die Frist endet am 30. Der Hafen bleibt zu.".replace("30. ", "30.| "),
    "Er wurde 12.| Seine Schwester wurde 3.| Hanne Falk siegte.",
    "Das Rennen endete 4 zu 3.| Hanne Falk jubelte.",
    "Die Brücke ist von 1903.| Kinder spielen im Haus Nr. 7.| Falk auch.",
    "Møtet ledes av den 3. Direktøren i havnen.| Han er ny.",
    "Die Firma zahlt z. B. 3 Mio. Euro.| Mehr nicht.",
    "Laut Dr. Weber u. a. ist das falsch.| Er bleibt dabei.",
    "Prof. Dr. h.c. Klein sprach.| Alle hörten zu.",
    "Der Vertrag läuft bis 31.12.2026.| Danach endet er.",
    "Mme Martin et MM. Durand et Petit ont signé.| La mairie a payé.",
    "Il a dit : « C'est fini. »| Puis il est parti.",
    "« Est-ce vrai ? » demande-t-elle.| Personne ne répond.",
    "El Sr. Ruiz y la Sra. Gil llegaron.| EE. UU. no firmó.",
    "¿Quién pagará?| ¡Nadie!| Así es.",
    "Il dott. Rossi cita l'art. 3 della legge n. 40.| Si vota.",
    "A Sra. Costa e o Dr. Lima chegaram.| O art. 5 vale.",
    "Volgens dhr. Jansen kost het o.a. veel geld.| Hij stopt.",
    "水坝安全。|车道将于周五开放！|谁来付钱？|没人知道。",
    "彼は「大丈夫だ。」と言った。|橋は閉鎖された。",
    "قال الوزير إن الجسر آمن.| متى يفتح؟| لا أحد يعرف.",
    "Он родился в г. Туле.| Это стоит 5 млн руб. в год.",
    "यह पुल बंद है।| कल खुलेगा।",
    "J. K. Rowling lives in the U.S.| She wrote it.",
    "The U.S. Army left at 5 p.m. on Monday.| Nobody spoke.",
    "Acme Inc. sold it to Brumble Ltd.| The price was low.",
    "See Fig. 3 and e.g. Sec. 4.| It wasn't.| He agreed.",
    "The vote was 5-4.| iPhone sales rose by 3.5 million.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_sentence_ends_where_a_reader_of_its_language_ends_it(text: str) -> None:
    sentences = text.split("|")
    whole = "".join(sentences)
    found = [whole[left:right] for left, right in pairwise((*sentence_starts(whole), len(whole)))]
    assert found == sentences


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA1 .!?。？」»”'\nзإ؟"), max_size=60))
def test_starts_rise_from_zero_and_lie_inside_the_text(text: str) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert all(left < right for left, right in pairwise(starts))
    assert all(start < len(text) for start in starts[1:])
