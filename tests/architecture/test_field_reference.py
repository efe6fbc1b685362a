"""``docs/briefings/brief-format.md`` lists every field; the lists are written from the tables of fields.

``pytest --update-golden`` writes them anew.
"""

from pathlib import Path

from expected_files import assert_current

from annotated_briefings.base.config import SETTINGS
from annotated_briefings.base.yaml.field_table import Field, Table, TextUse
from annotated_briefings.content.fields import BRIEF, ENTITY, PERSON, STORY, TAG
from annotated_briefings.content.own_page import PAGE as OWN_PAGE

PAGE = Path(__file__).resolve().parents[2] / "docs" / "briefings" / "brief-format.md"
START = "## Every field\n"
FILES = (
    ("pages/NAME.md", "a page of the site's own", OWN_PAGE),
    ("briefings/entities.yaml", "the entry of an id", ENTITY),
    ("briefings/tags.yaml", "the entry of a slug", TAG),
    ("briefings/stories.yaml", "the entry of an id", STORY),
    ("briefings/people.yaml", "the entry of an id", PERSON),
)


def row(field: Field) -> str:
    text = field.doc
    if field.choices:
        text += f" ({', '.join(field.choices)})"
    if field.required:
        text += "; required"
    if field.inner and field.kind.widget != "hidden":
        text += "; its fields are below"
    public = "yes" if field.shown is TextUse.TEXT else ""
    return f"| `{field.name}` | {field.kind.name} | {text} | {public} |".replace("  ", " ")


def rows(table: Table) -> str:
    return "\n".join(["| field | value | is | text |", "| --- | --- | --- | --- |", *map(row, table)])


def written() -> str:
    parts = [
        START.strip(),
        "Fields with a *yes* hold text that readers see. A build looks for each of their sentences in everything that "
        "it is about to publish, as long as the brief is held back.",
        rows(BRIEF),
    ]
    for field in BRIEF:
        if field.inner and field.kind.widget != "hidden":
            parts += [f"### Fields of {field.name}", rows(field.inner)]
    for path, what, table in FILES:
        parts += [f"### {path}: {what}", rows(table)]
    return "\n\n".join(parts) + "\n"


def test_every_setting_is_documented() -> None:
    text = PAGE.with_name("settings.md").read_text(encoding="utf-8")
    for field in (*SETTINGS, *(inner for outer in SETTINGS for inner in outer.inner)):
        assert f"`{field.name}" in text, field.name


def test_the_lists_of_fields_say_what_the_tables_say(update_golden: bool) -> None:
    before = PAGE.read_text(encoding="utf-8").partition(START)[0]
    assert_current(PAGE, before + written(), update_golden)
