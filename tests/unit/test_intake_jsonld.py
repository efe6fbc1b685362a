"""JSON-LD is read as PyLD reads it, in every shape that the standard gives the same annotations."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_ld import ADDRESS, CONTEXT, compacted
from many import examples

from annotated_briefings.intake.foreign_notes import Unreadable, read_notes
from annotated_briefings.intake.jsonld import UnknownContext, Vocabulary

OA = "http://www.w3.org/ns/oa#"
PREFIXES = {"oa": OA, "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/"}
PREFIXES |= {"dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/"}
VOCABULARY = Vocabulary(CONTEXT["@context"], (ADDRESS,))
IRI, NAME, TEXT = "iri", "name", "text"
FIELDS = {
    "motivation": ("oa:motivatedBy", NAME),
    "creator": ("dcterms:creator", IRI),
    "created": ("dcterms:created", TEXT),
    "bodyValue": ("oa:bodyValue", TEXT),
    "body": ("oa:hasBody", IRI),
    "target": ("oa:hasTarget", IRI),
    "source": ("oa:hasSource", IRI),
    "selector": ("oa:hasSelector", IRI),
    "refinedBy": ("oa:refinedBy", IRI),
    "purpose": ("oa:hasPurpose", NAME),
    "value": ("rdf:value", TEXT),
    "format": ("dc:format", TEXT),
    "exact": ("oa:exact", TEXT),
    "prefix": ("oa:prefix", TEXT),
    "suffix": ("oa:suffix", TEXT),
    "name": ("foaf:name", TEXT),
}
"""Names of the context of Web Annotations, what they are short for, and what their values are."""
WORDS = st.sampled_from(["The ferry waited", "a <b> & c", "", "urn:x", "oa:exact", "@value"])
ADDRESSES = st.sampled_from(["https://desk.example/a/", "urn:x:1", "_:b0"])
SELECTORS = st.fixed_dictionaries(
    {"type": st.just("TextQuoteSelector"), "exact": WORDS}, optional={"prefix": WORDS, "suffix": WORDS}
) | st.fixed_dictionaries(
    {"type": st.just("CssSelector"), "value": WORDS},
    optional={"refinedBy": st.fixed_dictionaries({"type": st.just("TextQuoteSelector"), "exact": WORDS})},
)
BODIES = st.fixed_dictionaries(
    {"type": st.just("TextualBody"), "value": WORDS},
    optional={
        "purpose": st.sampled_from(["tagging", "commenting"]),
        "format": st.sampled_from(["text/html", "text/plain"]),
    },
)
ANNOTATIONS = st.fixed_dictionaries(
    {
        "type": st.just("Annotation"),
        "target": ADDRESSES
        | st.fixed_dictionaries(
            {"source": ADDRESSES, "selector": SELECTORS | st.lists(SELECTORS, min_size=1, max_size=2)}
        ),
    },
    optional={
        "id": ADDRESSES,
        "motivation": st.sampled_from(["commenting", "assessing", "replying"]),
        "creator": ADDRESSES | st.fixed_dictionaries({"name": WORDS}, optional={"id": ADDRESSES}),
        "created": st.just("2026-03-20T09:30:00Z"),
        "bodyValue": WORDS,
        "body": ADDRESSES | BODIES | st.lists(BODIES, min_size=2, max_size=3),
    },
)
"""Annotations as the standard's own context writes them."""


def key(data: st.DataObject, name: str) -> tuple[str, bool]:
    """A way to write a name, and whether the context gives its values a type."""
    short = FIELDS[name][0]
    prefix, _, rest = short.partition(":")
    chosen = data.draw(st.sampled_from(["name", "short", "whole", "own", "typed"]))
    written = {"name": name, "short": short, "whole": PREFIXES[prefix] + rest, "own": f"my-{name}"}
    return written.get(chosen, f"typed-{name}"), chosen in ("name", "typed")


def address(data: st.DataObject, name: str) -> str:
    """A way to write the name of a kind or a purpose as an address."""
    return data.draw(st.sampled_from([f"oa:{name}", f"{OA}{name}"]))


def value(data: st.DataObject, item: Any, kind: str, typed: bool) -> Any:
    """A way to write a value."""
    if isinstance(item, dict):
        written = node(data, item)
    elif kind == TEXT:
        written = data.draw(st.sampled_from([item, {"@value": item}, {"@value": item, "@language": "en"}]))
    elif kind == NAME:
        whole = address(data, item)
        written = data.draw(st.sampled_from([item, whole] if typed else [{"@id": whole}]))
    else:
        written = data.draw(st.sampled_from([item, {"@id": item}, {"id": item}] if typed else [{"@id": item}]))
    return data.draw(st.sampled_from([written, [written], {"@set": [written]}]))


def node(data: st.DataObject, item: dict[str, Any]) -> dict[str, Any]:
    """A way to write a node."""
    out: dict[str, Any] = {}
    for name, inner in item.items():
        if name == "id":
            out[data.draw(st.sampled_from(["id", "@id", "my-id"]))] = inner
        elif name == "type":
            written = data.draw(st.sampled_from([inner, f"oa:{inner}", f"{OA}{inner}"]))
            out[data.draw(st.sampled_from(["type", "@type"]))] = data.draw(st.sampled_from([written, [written]]))
        else:
            written_key, typed = key(data, name)
            parts = inner if isinstance(inner, list) else [inner]
            values = [value(data, part, FIELDS[name][1], typed) for part in parts]
            out[written_key] = values if len(values) > 1 else values[0]
    return dict(data.draw(st.permutations(list(out.items()))))


def document(data: st.DataObject, items: list[Any]) -> Any:
    """A way to write some annotations."""
    own: dict[str, Any] = {f"my-{name}": short for name, (short, _) in FIELDS.items()}
    for name, (short, kind) in FIELDS.items():
        own[f"typed-{name}"] = {"@id": short, "@type": {IRI: "@id", NAME: "@vocab"}[kind]} if kind != TEXT else short
    own["my-id"] = "@id"
    nodes = [node(data, item) for item in items]
    context = [ADDRESS, dict(data.draw(st.permutations(list(own.items()))))]
    if len(nodes) == 1 and data.draw(st.booleans()):
        return {"@context": context, **nodes[0]}
    return data.draw(
        st.sampled_from(
            [
                {"@context": context, "@graph": nodes},
                [{"@context": context, **one} for one in nodes],
                {"@context": context, "type": "AnnotationPage", "items": nodes},
                {"@context": context, "@type": "as:OrderedCollectionPage", "as:items": {"@list": nodes}},
            ]
        )
    )


def in_order(value: Any) -> Any:
    """A value with its keys in order, and lists without empty nodes, or of one part as that part."""
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value)}
    if isinstance(value, list):
        return (
            in_order(value[0])
            if len(value) == 1 and value != [{}]
            else [in_order(part) for part in value if part != {}]
        )
    return value


UNTYPED: dict[Any, str] = {"dcterms:created": "created"}
"""What PyLD calls a text that has not got the type which the context gives to it; here it counts all the same."""


def bare(value: Any) -> Any:
    """A value without languages and types of its texts, and without what the context has no name for."""
    if isinstance(value, dict):
        if "@value" in value:
            return value["@value"]
        named: dict[Any, Any] = {UNTYPED.get(name, name): part for name, part in value.items()}
        return {name: bare(part) for name, part in named.items() if ":" not in name}
    return [bare(part) for part in value] if isinstance(value, list) else value


@pytest.mark.slow
@settings(max_examples=examples(20), deadline=None)
@given(st.lists(ANNOTATIONS, min_size=1, max_size=3), st.data())
def test_a_document_is_read_as_pyld_reads_it(items: list[Any], data: st.DataObject) -> None:
    written = document(data, items)
    assert in_order(bare(VOCABULARY.read(written))) == in_order(bare(compacted(written)["@graph"]))


@pytest.mark.slow
@settings(max_examples=examples(20), deadline=None)
@given(st.lists(ANNOTATIONS, min_size=1, max_size=3), st.data())
def test_notes_do_not_depend_on_the_shape_that_they_are_written_in(items: list[Any], data: st.DataObject) -> None:
    plain = {"@context": ADDRESS, "type": "AnnotationPage", "items": items}
    assert read_notes(json.dumps(document(data, items)).encode()) == read_notes(json.dumps(plain).encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["@id", "oa:", ":", "a", ADDRESS, "@type"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "@context",
                    "@id",
                    "@type",
                    "@value",
                    "@list",
                    "@graph",
                    "@vocab",
                    "@container",
                    "a",
                    "a:b",
                    "body",
                    "",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_read_or_refused(data: Any) -> None:
    with suppress(UnknownContext):
        assert isinstance(VOCABULARY.read(data), list)


INNER = {"@type": f"{OA}TextualBody", "value": {"en": "A remark."}, f"{OA}exact": "words"}


@pytest.mark.parametrize(
    "context",
    [
        {"note": "n:hasBody", "n": OA},
        {"n": OA, "note": {"@id": "n:hasBody", "@type": "@id"}},
        {"@vocab": OA},
        [{"oa": OA}, {"note": "oa:hasBody"}, {"oa": "https://other.example/"}],
        [{"note": f"{OA}hasBody"}, None],
        [{"note": f"{OA}hasBody"}, None, ADDRESS],
        [ADDRESS, {"body": None}],
        [ADDRESS, {"body": {"@id": None}}],
        [ADDRESS, {"body": "https://other.example/body"}],
        [ADDRESS, {"value": {"@id": "rdf:value", "@container": "@language"}}],
    ],
)
def test_contexts_of_all_kinds_mean_what_they_mean_to_pyld(context: Any) -> None:
    written = {"@context": context, "note": INNER, "hasBody": INNER, "body": INNER}
    assert in_order(bare(VOCABULARY.read(written))) == in_order(bare(compacted(written).get("@graph", [])))


@pytest.mark.parametrize(
    "context", [{"note": "note:x"}, {"note": "b:x", "b": "note:y"}, {"note": 1}, {"note": [[]]}, 1]
)
def test_a_name_that_a_context_gives_no_meaning_is_left_out(context: Any) -> None:
    assert VOCABULARY.read({"@context": context, "note": INNER, f"{OA}exact": "words"}) == [{"exact": "words"}]


@pytest.mark.parametrize("depth", [20, 150, 300])
def test_a_document_is_refused_however_deep_it_is(depth: int) -> None:
    deep = json.loads('{"body": ' * depth + "1" + "}" * depth)
    with pytest.raises(Unreadable, match=r"^it (holds no annotation|is nested too deeply|is not JSON in UTF-8)$"):
        read_notes(json.dumps({"@context": ADDRESS, **deep}).encode())


def test_a_short_address_is_read_whole_and_one_without_a_host_stays_as_it_is() -> None:
    written = {"@context": ADDRESS, "type": "Annotation", "target": "harbour", "body": "oa:tagging"}
    assert VOCABULARY.read(written) == [{"type": "Annotation", "target": "harbour", "body": f"{OA}tagging"}]
