"""Names of entities found in text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Place
from annotated_briefings.base.values import replace
from annotated_briefings.content.model import Entity
from annotated_briefings.site.model.mentions import collect_names, find_mentions


def entity(
    identity: str,
    name: str,
    *aliases: str,
    kind: str = "company",
    ambiguous: tuple[str, ...] = (),
    requires: tuple[str, ...] = (),
    was: tuple[str, ...] = (),
) -> Entity:
    return Entity(identity, name, kind, aliases, "", (), "", "", "", was, "", ambiguous, requires, Place("e.yaml"))


ENTITIES = (
    entity("acme", "Acme", "ACME Corp.", was=("Apex Tools",)),
    entity("acme-bank", "Acme Bank"),
    entity("us", "United States", "U.S.", kind="place"),
    entity("li", "Robin Li", "Li", kind="person"),
    entity("att", "AT&T"),
    entity("honor", "Honor", ambiguous=("Honor",)),
    entity("meta", "Meta", requires=("Facebook", "Instagram")),
    entity("tencent", "腾讯", kind="company"),
    entity("paris-fr", "Paris", kind="place"),
    entity("paris-tx", "Paris, Texas", "Paris", kind="place"),
    entity("y", "Yahoo!"),
)


def found(text: str, *listed: str) -> list[tuple[str, str]]:
    mentions = find_mentions(text, collect_names(ENTITIES), frozenset(listed))
    return [(m.entity, text[m.start : m.end]) for m in mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme Bank and Acme grew.", [("acme-bank", "Acme Bank"), ("acme", "Acme")]),
        ("Acme's plan, Acme’s too.", [("acme", "Acme"), ("acme", "Acme")]),
        ("U.S.-China trade; the U.S. won.", [("us", "U.S."), ("us", "U.S.")]),
        ("Acmeist, MyAcme, @Acme, #Acme, acme.com, Acme.com and AcmeX", []),
        ("They trust Acme. Then", [("acme", "Acme")]),
        ("Made by ACME Corp. today", [("acme", "ACME Corp.")]),
        ("Once called Apex Tools.", [("acme", "Apex Tools")]),
        ("Li spoke before Robin Li did. Li went.", [("li", "Robin Li"), ("li", "Li")]),
        ("AT&T and AT & T", [("att", "AT&T")]),
        ("今天腾讯宣布", [("tencent", "腾讯")]),
        ("Paris, Texas is no Paris.", [("paris-tx", "Paris, Texas")]),
        ("He used Yahoo! daily", [("y", "Yahoo!")]),
        ("(Acme) “Acme” Acme-built", [("acme", "Acme"), ("acme", "Acme"), ("acme", "Acme")]),
    ],
)
def test_names_are_found_whole_and_longest_first(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_an_ambiguous_name_counts_only_where_the_brief_lists_the_entity() -> None:
    assert found("An Honor phone.") == []
    assert found("An Honor phone.", "honor") == [("honor", "Honor")]


def test_a_name_that_two_entities_claim_counts_only_where_one_is_listed() -> None:
    assert found("To Paris.") == []
    assert found("To Paris.", "paris-fr") == [("paris-fr", "Paris")]


def test_a_name_that_requires_a_word_counts_only_with_it() -> None:
    assert found("Meta said so.") == []
    assert found("Meta, owner of Instagram, said so.") == [("meta", "Meta")]


@given(st.text(alphabet="AcmeBnk Robi.Li'U&T\n", max_size=60))
def test_mentions_never_overlap_and_say_what_they_found(text: str) -> None:
    names = collect_names(ENTITIES)
    until = 0
    for mention in find_mentions(text, names, frozenset()):
        assert until <= mention.start < mention.end <= len(text)
        until = mention.end


@given(
    st.text(alphabet="AcmeBnk _.'U&Té²腾讯@\n-9", max_size=60)
    | st.lists(
        st.sampled_from(["Acme", "_Acme", "腾讯", "x腾讯", "Acme腾讯", "U.S.", "é", "_", " ", ".", "Yahoo!", "²Acme"])
    ).map("".join)
)
def test_words_that_can_begin_no_name_are_passed_over_and_nothing_else(text: str) -> None:
    names = collect_names(ENTITIES)
    every = replace(names, words=re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+"))
    assert find_mentions(text, names, frozenset()) == find_mentions(text, every, frozenset())


@pytest.mark.parametrize("sign", "+#*&%=$€2")
def test_a_name_with_a_sign_or_digit_right_behind_it_is_another_name(sign: str) -> None:
    names = collect_names([entity("canal", "Canal"), entity("d", "D")])
    assert find_mentions(f"Watch Canal{sign} tonight. Some write it in D{sign}.", names, ()) == ()
    known = collect_names([entity("canal", "Canal"), entity("own", f"Canal{sign}")])
    assert [m.entity for m in find_mentions(f"Watch Canal{sign} tonight, and Canal{sign}{sign}.", known, ())] == ["own"]


def test_a_name_before_punctuation_is_that_name() -> None:
    text = "Canal. (Canal) Canal, Canal; Canal! Canal? “Canal” Canal’s Canal-run Canal: Canal… Canal & Co"
    assert len(find_mentions(text, collect_names([entity("canal", "Canal")]), ())) == 12


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Café Mór", "the Cafe\u0301 Mo\u0301r opened"),
        ("Cafe\u0301 Mo\u0301r", "the Café Mór opened"),
        ("Café Mór", "the Ca\u00adfé Mór opened"),
        ("Café Mór", "the Café\u00a0\u202f Mór opened"),
        ("O'Neil Motors", "the O’Neil \n Motors opened"),
        ("O’Neil Motors", "the O'Neil Motors opened"),
        ("Quay-North", "the Quay\u2011North opened"),
        ("Quay North", "the \u200bQuay\u200b North opened"),
    ],
)
def test_a_name_is_found_however_its_characters_are_spelt(name: str, text: str) -> None:
    [found] = find_mentions(text, collect_names([entity("it", name)]), ())
    assert text[: found.start].strip("\u200b") == "the "
    assert text[found.end :] == " opened"
