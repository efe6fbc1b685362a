"""Where a suggestion is put into a brief as import wrote it: at the place where import writes it, too."""

import pytest

from annotated_briefings.content.entry_fields import IMPORTED
from annotated_briefings.content.from_fields import write_brief
from annotated_briefings.importer.amend import with_suggestion

KEYS = [field.name for field in IMPORTED if field.name != "suggested"]


@pytest.mark.parametrize("count", range(len(KEYS)))
def test_a_suggestion_comes_behind_the_same_fields_whatever_else_is_recorded(count: int) -> None:
    kept = [*KEYS[:6], *KEYS[6 + count :]]
    lines = {key: f"  {key}: x\n" for key in kept}
    before = "---\ntitle: A\nimported:\n" + "".join(lines.values()) + "---\n\nText.\n"
    places = [field.name for field in IMPORTED if field.name in {*kept, "suggested"}]
    after = with_suggestion(before, "old-dam", write_brief)
    found = [line.strip().partition(":")[0] for line in after.split("---")[1].splitlines()[3:]]
    assert found == places
    assert with_suggestion(after, "", write_brief) == before
