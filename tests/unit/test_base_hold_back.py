"""Keys that hold back where they are whole words for it, and keys that only share a word with them."""

from pathlib import Path

import pytest

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.source import Source
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.intake.stated.marks.held import read_marks

INNOCENT = """
embargo_note: none
expiry_of_permit: 2026-05-01
private_equity: yes
draft_pick: 3
hidden_costs: 2 million
public_holiday: yes
private_school: yes
secret_ballot: yes
internal_market: EU
draft_horse: yes
review_score: 8
reviewed_book: A sea of salt
hold_music: jazz
household: 3
share_price: 12
shares: 300
stage: IPO
stake: 12%
interval: 5
drift: 3 knots
reads: 1200
stats: none
scale: 5
empire: Roman
archives: yes
release_notes: none
expired_patents: 4
publication_venue: Kyoto
oil_embargo: yes
arms_embargo_country: Aldra
privater_konsum: 3
geheimdienst: BND
entwurf_des_gesetzes: 2026
sperrfrist_im_sport: 6 Monate
interne_wahl: ja
brouillon_de_loi: non
secteur_prive: oui
service_secret: DGSE
dette_cachee: 3
confidentiel_defense_budget: 4
borrador_de_ley: 2026
sector_privado: 3
servicio_secreto: no
settore_privato: si
bozza_di_legge: 2026
segreto_bancario: si
setor_privado: sim
rascunho_de_acordo: 3
concept_artiest: nee
geheime_dienst: AIVD
"""
MORE_INNOCENT = """
private_label: yes
private_members_club: yes
hidden_champion: yes
secret_recipe: yes
secretary: Ada
drafting_committee: 5
draft_beer: yes
nfl_draft: 2026
internal_combustion: yes
internal_affairs: ministry
review_board: yes
peer_review: yes
approval_rating: 48
fda_approval: 2026-03-01
holding: Aldra
hold_capacity: 300
hidden_figures: a film
unpublished_works: 4
embargo_act_of: 1807
expiry_month: May
expires_in_years: 5
publish_count: 3
publishing_house: Quay
published_works: 12
publisher_city: Lund
confidential_computing: yes
confidence: 0.8
calculation: own
primate: gorilla
thrash: yes
estate: 4
reliefs: 3
locker: 12
rated: 18
privatisierung: 1998
private_krankenversicherung: ja
geheimnis: ja
interner_zinsfuss: 4
entwurfsphase: 2
sperrminoritaet: 25
vie_privee: oui
secret_professionnel: oui
brouillons_de_flaubert: 3
prix_cache: 4
consumo_interno: 3
mercado_interno: 4
ocultos_costes: 3
mercato_interno: 5
consumo_privado: 2
particuliere_sector: 4
"""
REAL = """
draft: x
isDraft: x
draft_status: x
post_draft: x
hold: x
hold_until: 2030-01-01
on_hold: yes
do_not_publish: x
not_for_publication_before: 2030-01-01
needs_review: x
pending_review: x
review_pending: yes
internal_only: x
internal_use_only: yes
private_page: x
is_private: x
hidden_until: 2030-01-01
embargo: x
embargo_until:
embargo_lifts: 2030-01-01
embargo_ends_on: 2030-01-01
under_embargo: x
embargoed: x
expires_on: soon
expiry_date: soon
sperrfrist: x
sperrfrist_bis: 2030-01-01
vertraulich: x
brouillon: x
borrador: x
"""
MORE_REAL = """
unpublished: x
unlisted: x
keep_private: yes
keep_hidden: yes
secret: x
top_secret: yes
strictly_confidential: x
confidential: x
confidential_until: 2030-01-01
draftOnly: yes
still_draft: yes
work_in_progress: yes
publish_after: soon
publish_not_before: 2030-01-01
publish:
noPublish: yes
dont_publish: yes
embargo_time: 2030-01-01
embargo_expires: 2030-01-01
media_embargo: yes
press_embargo: yes
expiration: soon
geheim: x
intern: x
nur_intern: ja
confidentiel: x
sous_embargo: oui
confidencial: x
riservato: x
rascunho: x
"""


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


def is_published(line: str) -> bool:
    text = f"---\ntitle: Cranes\ndate: 2026-01-01\nsummary: s\n{line}\n---\nThe port runs three cranes.\n"
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert (found is None) == any(one.severity is Severity.ERROR for one in diagnostics)
    return found is not None


@pytest.mark.parametrize("line", lines(INNOCENT + MORE_INNOCENT))
def test_a_key_that_only_shares_a_word_holds_nothing_back(line: str) -> None:
    assert is_published(line)
    key, _, value = line.partition(": ")
    mark = read_marks([(key, value)])
    assert (mark.held, mark.embargo, mark.expires) == ("", "", "")


@pytest.mark.parametrize("line", lines(REAL + MORE_REAL))
def test_a_key_that_is_whole_words_for_not_yet_holds_back(line: str) -> None:
    assert not is_published(line)


@pytest.mark.parametrize(
    ("line", "public"),
    [
        ("for: our subscribers only", False),
        ("scope: staff and editors", False),
        ("role: team captain", True),
        ("level: private school", True),
        ("group: friends of the sea", True),
        ("scope: internal combustion engines", True),
    ],
)
def test_a_value_names_readers_where_all_its_words_do(line: str, public: bool) -> None:
    assert is_published(line) is public


READERS_ONLY = (Path(__file__).parents[1] / "data" / "stated" / "readers_only.txt").read_text("utf-8")


@pytest.mark.parametrize("row", [line for line in lines(READERS_ONLY) if not line.startswith("#")])
def test_a_key_that_names_the_only_readers_or_a_later_day_holds_back_in_any_language(row: str) -> None:
    kind, _, line = row.partition(" | ")
    assert is_published(line) is (kind == "public")
