"""`check`, `build`, `status` and the desk count the same files; where one looks at more, the others give no number."""

import re
from pathlib import Path

import pytest
from command_line import NOW, call
from desk_site import Lists, desk_of

GOOD = "---\ntitle: Good\ndate: 2026-01-02\nsummary: S.\n---\nText of the quay.\n"
BROKEN = {
    "empty.md": b"",
    "blank.md": b"\n \n",
    "binary.md": b"x\x00y\xff",
    "latin.md": b"---\ntitle: \xe9t\xe9\n---\nText.\n",
    "one.md": b"---\ntitle: A\ndate: soon\n---\nText.\n",
    "untitled.md": b"---\ntitel: A\ndate: 28.11.2026\ndraft: nein\n---\nText.\n",
    "quote.md": b"---\ntitle: A\ndate: soon\nkey_points: [{text: A, quote: nowhere to be found}]\n---\nText.\n",
    "many.md": b"---\ntitle: A\ndate: soon\nslug: a b\nsources: [{url: www.quay.example}]\n"
    b"annotations: [{note: A}]\nkey_points: [{text: A, quote: nowhere}]\n---\nText.\n",
    "conflict.md": b"---\ntitle: A\n<<<<<<< HEAD\ndate: 2026-01-02\n=======\ndate: 2026-01-03\n>>>>>>> b\n---\nText.\n",
    "sequence.md": b"---\n- title\n---\nText.\n",
    "unclosed.md": b"---\ntitle: [A\n---\nText.\n",
    "utf16.md": "---\ntitle: A\n---\nText.\n".encode("utf-16"),
}
"""Files that give no brief, or give one in spite of how they look."""
_COUNTS = re.compile(r"(\d+) more errors?|(\d+) errors?")


def test_files_that_are_left_out_are_counted_alike_and_named_with_what_check_says_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {}
    for name, data in BROKEN.items():
        site = tmp_path / name
        (site / "briefings").mkdir(parents=True)
        (site / "site.yaml").write_text("title: T\nbase_url: https://quay.example\n", encoding="utf-8")
        (site / "briefings" / "good.md").write_text(GOOD, encoding="utf-8")
        (site / "briefings" / name).write_bytes(data)
        checked = call(capsys, site, "check", "--format", "json", *NOW)[1]
        errors = f'"path": "briefings/{name}"' in checked and '"severity": "error"' in checked
        built = call(capsys, site, "build", *NOW)[1]
        if ("left out because of errors" in built) != errors:
            wrong[name, "build"] = built
        listed = call(capsys, site, "status", "--kind", "unreadable", *NOW)[1]
        if f"briefings/{name}" not in listed:
            continue
        result = re.search(r"is left out: (.*)", listed)
        assert result is not None
        first = result[1].removesuffix(", and more errors")
        if first not in call(capsys, site, "check", *NOW)[1]:
            wrong[name, "status"] = result[1]
        if _COUNTS.search(result[1]):
            wrong[name, "number"] = result[1]
    assert wrong == {}


def test_the_desk_counts_the_names_it_has_found_on_each_of_its_pages(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    body = "Adaeze Brandt spoke in Vessby. Adaeze Brandt chairs the council.\n"
    for name in ("one", "two"):
        text = f"---\ntitle: {name}\ndate: 2026-01-02\n---\n{body}"
        (tmp_path / "briefings" / f"{name}.md").write_text(text, encoding="utf-8")
    desk = desk_of(tmp_path)
    lists = Lists(desk, "names")
    while lists.ask("list")["looking"]:
        pass
    names = lists.items
    assert names
    for section in ("names", "today", "drafts"):
        assert Lists(desk, section).ask("list")["counts"]["names"] == len(names), section


def test_no_list_says_that_all_quotes_are_proved_while_some_were_never_looked_up(tmp_path: Path) -> None:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n", encoding="utf-8")
    head = "title: A\ndate: 2026-01-02\nsources: [{outlet: Quay Letter}, {outlet: Dock News}]\n"
    points = "".join(f"  - {{text: A, quote: the quay, source: {n}}}\n" for n in (1, 2))
    text = f"---\n{head}key_points:\n{points}---\nText of the quay.\n"
    (tmp_path / "briefings" / "a.md").write_text(text, encoding="utf-8")
    asked = Lists(desk_of(tmp_path), "quotes").ask("list")
    assert (asked["items"], asked["more"]) == ([], {"unchecked": 2})
