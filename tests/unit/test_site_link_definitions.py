"""Definitions of links in Markdown, in all forms, where a brief is not public: none stops a build or names that
brief."""

from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.values import replace
from annotated_briefings.site.exports.markdown_twins import loose_markdown
from annotated_briefings.site.links import held_target
from annotated_briefings.site.model.catalog import build_catalog
from annotated_briefings.site.model.left_out import HeldBrief

HELD = HeldBrief("briefings/sackplan.md", "a draft", "board will sack the harbour master")
LABELS = ("comment", "//", "*", "a b", "x", "", " ", "\\]", "^1", "é")
ADDRESSES = (
    "<>",
    "",
    "#",
    "< >",
    "sackplan",
    "<sackplan>",
    "/briefs/sackplan/",
    "</briefs/sackplan/>",
    "//",
    "?",
    "<#>",
    "x.md",
)
TITLES = ("", " (a remark)", ' "a remark"', " 'a remark'", " ()", '\n  "a remark"', " (a", " a remark")
BEFORE = ("", " ", "   ", "> ", "- ", "    ", "\t")
definitions = st.builds(
    "{}[{}]:{}{}{}".format,
    st.sampled_from(BEFORE),
    st.sampled_from(LABELS),
    st.sampled_from(("", " ", "\n", "  ")),
    st.sampled_from(ADDRESSES),
    st.sampled_from(TITLES),
)
uses = st.builds(
    "See [{}]{}.".format, st.sampled_from(LABELS), st.sampled_from(("", "[]", "[x]", "(<>)", "()", '(<> "t")'))
)


@given(st.lists(st.one_of(definitions, uses), max_size=6), st.sampled_from(("\n", "\n\n")))
def test_no_form_of_a_definition_stops_a_build_or_names_a_held_brief(lines: list[str], between: str) -> None:
    catalog = replace(build_catalog((), (), ()), held=MappingProxyType({"sackplan": HELD, "/briefs/sackplan": HELD}))
    text = loose_markdown(between.join(lines), catalog, "https://pages.example")
    assert "](/briefs/sackplan" not in text
    assert "pages.example/briefs/sackplan" not in text


def test_an_empty_address_leads_to_no_held_brief() -> None:
    catalog = replace(build_catalog((), (), ()), held=MappingProxyType({"sackplan": HELD}))
    assert held_target(catalog, "", "briefings/b.md") is None
