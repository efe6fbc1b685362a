"""Marks of other tools: what is looked for before their patterns is in all that these match."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from many import examples

from annotated_briefings.content.rules import other_marks

FORMS = {form.pattern.pattern: form for form in other_marks._FORMS}
SIGNS = [*"{}[]()#*=:|`^!<>%-.&•● \n\ta1", "{{", "{%", "%}", "}}", "[[", "]]", ":::", "==", "**", "##", "toc", "/b"]


@pytest.mark.parametrize("pattern", FORMS)
def test_what_a_form_matches_has_the_sign_that_is_looked_for_first(pattern: str) -> None:
    form = FORMS[pattern]

    @settings(max_examples=examples(40), deadline=None)
    @given(st.from_regex(form.pattern) | st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
    def holds(text: str) -> None:
        for match in form.pattern.finditer(text):
            assert form.sign in match[0]
            assert other_marks._SIGNS.search(match[0]) or "\n" in match[0]

    holds()
