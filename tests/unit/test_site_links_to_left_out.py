"""A link to a brief that something leaves out of the site names its file and why, in whatever form it is written."""

from pathlib import Path

import pytest
from small_site import Case

BROKEN = {
    "---\ntitle: Lock: it closes\n---\nShut.\n": "it has errors",
    "---\ndate: 2026-01-01\n---\nShut.\n": "it has errors",
    "---\ntitle: Lock\n---\n<<<<<<< HEAD\nShut.\n=======\nOpen.\n>>>>>>> b\n": "it has errors",
    "": "it is empty",
    "---\ntitle: Lock\nslug: other\n---\nShut.\n": "its slug is that of briefings/another.md",
}
"""Files that give no page, and the reason that a link to one tells."""
FORMS = {
    "[x](lock.md)": "lock.md",
    "[x](lock.md#part)": "lock.md#part",
    "[x](./lock.md)": "./lock.md",
    "[x](../briefings/lock.md)": "../briefings/lock.md",
    "[x](/briefings/lock.md#part)": "/briefings/lock.md#part",
    "[x](<lock.md>)": "lock.md",
    "[x](l%6Fck.md)": "l%6Fck.md",
    "[x][l]\n\n[l]: lock.md": "lock.md",
    "[[lock]]": "[[lock]]",
    "[[lock|the words]]": "[[lock]]",
    "[[lock#part|the words]]": "[[lock#part]]",
    "[[briefings/lock.md]]": "[[briefings/lock.md]]",
    "[x](/briefs/lock/)": "/briefs/lock/",
}
"""Links to the file, and how a message repeats each."""
INNOCENT = ["[x](another.md)", "[[other]]", "[[Another]]", "[x](/briefs/other/)", "[x](https://a.example/lock.md)"]
"""Links to what is there."""


def links(root: Path, broken: str, text: str) -> list[str]:
    """What is reported of the links of a text, beside a broken file and a sound one."""
    site = Case(root, "title: Case\nbase_url: https://a.test\n")
    site.brief("another", "title: Another\ndate: 2026-01-01\nslug: other")
    site.write("briefings/lock.md", broken)
    site.brief("asks", "title: Asks\ndate: 2026-01-01", f"{text}\n")
    return [line.partition(": warning[broken-link]: ")[2] for line in site.build().reported("broken-link")]


@pytest.mark.parametrize(("broken", "why"), BROKEN.items())
def test_links_to_a_brief_that_is_left_out_say_why(broken: str, why: str, tmp_path: Path) -> None:
    forms = {form: phrase for form, phrase in FORMS.items() if "slug" not in broken or "/lock/" not in form}
    found = links(tmp_path, broken, "\n\n".join((*forms, *INNOCENT)))
    page = " on briefs/asks/index.html"
    expected = {
        f"`{phrase}`{page if phrase.endswith('/') else ''} leads to briefings/lock.md, which is left out: {why}"
        for phrase in forms.values()
    }
    assert set(found) == expected


def test_a_name_that_something_else_has_leads_there(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "briefings/entities.yaml").write_text("lock: {name: Lock, type: place}\n")
    assert links(tmp_path, "---\ntitle: Lock: it closes\n---\nShut.\n", "[[lock]] and [[Lock|words]]") == []
