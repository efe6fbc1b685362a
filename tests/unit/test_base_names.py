"""When two spellings are one name, and the address that belongs to a name."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.names import (
    MOST_BYTES,
    address_part,
    as_named,
    as_stored,
    former_part,
    is_blank,
    label_key,
    name_key,
    one_file,
    same_file,
)
from annotated_briefings.base.paths import is_slug

NAMES = st.text(min_size=1, max_size=12) | st.text(min_size=50, max_size=90, alphabet="aäΣσς字-𐌰🌊+ ")
ANY_CASE = st.text(min_size=1, max_size=8, alphabet="aAbBiIıİsSßẞσςΣéÉ-_ +#%🌊")


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("Canal+", "canal-plus"),
        ("50%", "50-percent"),
        ("+5", "plus-5"),
        ("-5", "minus-5"),
        ("−5", "minus-5"),
        ("2010-2012", "2010-2012"),
        ("#1", "number-1"),
        ("#Harbour", "harbour"),
        ("$100", "dollar-100"),
        ("Harbour 🌊", "harbour-water-wave"),
        ("🌊", "water-wave"),
        ("++", "plus-plus"),
        ("!", "exclamation-mark"),
        ("🇳🇴", "flag-no"),
        ("❤️", "heavy-black-heart"),
        ("\ue000", "u-e000"),
        ("ΟΔΟΣ", "οδος"),
        ("οδοσ", "οδος"),
        ("Straße", "straße"),
        ("Ca\u00adfé", "cafe"),
        ("Smith & Sons", "smith-sons"),
        ("\u200b\u3164", ""),
        (" ", ""),
    ],
)
def test_a_name_has_an_address_that_spells_out_the_signs_which_tell_it_apart(name: str, address: str) -> None:
    assert address_part(name) == address


@pytest.mark.parametrize("name", ["Rainford Quay", "St. Anne's", "L’été", "中国 AI", "Чайковский", "น้ำท่วม", "a_b c-d"])
def test_a_name_of_letters_keeps_the_address_that_it_always_had(name: str) -> None:
    assert address_part(name) == former_part(name)


@given(NAMES)
def test_every_name_that_can_be_seen_has_an_address_that_every_system_can_store(name: str) -> None:
    address = address_part(name)
    assert (address == "") == is_blank(name)
    assert address == "" or is_slug(address)
    assert len(as_stored(address).encode()) <= MOST_BYTES
    assert as_named(as_stored(address)) == address
    assert address_part(address) == address


@given(ANY_CASE, ANY_CASE, st.sampled_from(["", "de", "tr"]))
def test_spellings_of_one_name_have_one_address(one: str, other: str, language: str) -> None:
    if label_key(one, language) == label_key(other, language):
        assert same_file(address_part(one, language)) == same_file(address_part(other, language))


def test_names_that_differ_in_a_telling_sign_have_addresses_that_differ() -> None:
    signs = "+ # % * = 🌊 €".split()
    names = [f"{before}{name}{sign}" for name in ("C", "5") for before in ("", "+", "$") for sign in signs]
    assert len({same_file(address_part(name)) for name in (*names, "C", "5", "-5")}) == len(names) + 3


def test_long_names_with_one_beginning_have_addresses_that_differ() -> None:
    names = ["word " * 15 + end for end in ("one", "two", "")] + ["字" * length for length in (60, 61, 62)] + ["𐌰" * 80]
    addresses = [address_part(name) for name in names]
    assert len(set(addresses)) == len(names)
    assert max(len(address) for address in addresses) <= 60


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        ("Café Mór", "Cafe\u0301 Mo\u0301r", "", True),
        ("O’Neil Motors", "O'Neil  Motors", "", True),
        ("Ca\u00adfé", "Café", "", True),
        ("A\u2011B", "a-b", "", True),
        ("Ｑuay\u00a09", "Quay 9", "", True),
        ("oﬃce", "office", "", True),
        ("ΟΔΟΣ", "οδος", "", True),
        ("ILICA", "ılıca", "tr", True),
        ("İRİS", "iris", "az-Latn", True),
        ("KIR", "kir", "tr", False),
        ("KIR", "kir", "en", True),
        ("Maße", "Masse", "de", False),
        ("STRAẞE", "straße", "de", True),
        ("Café", "Cafe", "", False),
        ("C", "C+", "", False),
    ],
)
def test_case_blanks_and_what_nobody_tells_apart_do_not_make_another_name(
    one: str, other: str, language: str, same: bool
) -> None:
    assert (name_key(one, language) == name_key(other, language)) is same


def test_hyphens_and_underscores_between_words_make_no_other_label_but_a_minus_does() -> None:
    assert label_key("tug-boats") == label_key("Tug_boats ,") == label_key("tug boats")
    assert label_key("-5") != label_key("5")
    assert label_key("G 7") != label_key("G7")


@pytest.mark.parametrize("name", ["con", "NUL", "aux", "prn", "com1", "lpt9", "con.d", "energy/aux", "com¹"])
def test_a_name_that_windows_keeps_for_a_device_is_written_in_another_way(name: str) -> None:
    assert as_stored(name) != name
    assert as_named(as_stored(name)) == name
    assert as_stored(as_stored(name)) == as_stored(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "energy/auxiliary", "a.con", "con-", "page"])
def test_other_names_are_written_as_they_are(name: str) -> None:
    assert as_stored(name) == name


@given(st.lists(st.text(max_size=3, alphabet="sSßσς"), max_size=6))
def test_of_addresses_that_would_be_one_file_all_but_one_give_way_in_any_order(addresses: list[str]) -> None:
    instead = one_file(addresses)
    assert one_file(reversed(addresses)) == instead
    kept = {instead.get(address, address) for address in addresses}
    assert kept <= set(addresses)
    assert all(same_file(one) != same_file(other) for one, other in combinations(kept, 2))
