"""A Markdown twin holds what its page shows, and nothing that no page shows."""

import pytest

from annotated_briefings.site.exports.markdown_twins import loose_markdown
from annotated_briefings.site.model.catalog import build_catalog

CATALOG = build_catalog((), (), ())
TABLE = "| a | b |\n| --- | --- |\n"
UNSEEN = (
    "KEPT\n\n[//]: # (SECRET one)\n\n[//]: # (SECRET two)",
    'KEPT\n\n[//]: # "SECRET one"\n\n[//]: # (SECRET two)\n\n[comment]: <> (SECRET)',
    f"{TABLE}| 1 | KEPT | SECRET |",
    '```text SECRET="x"\nKEPT\n```',
    # Not seen before.
    "KEPT [a]\n\n[a]: https://a.example\n\n[a]: https://b.example (SECRET)",
    "> a | b\n> --- | ---\n> 1 | KEPT | SECRET | SECRET",
    f"{TABLE}| 1 \\| 2 | KEPT | SECRET",
    "- ~~~~ py {SECRET}\n  KEPT\n  ~~~~",
    "KEPT\n\n[_]: # 'SECRET'\n[_]: # 'SECRET'\n[_]: # 'SECRET'",
    "> KEPT\n\n> [//]: # (SECRET)\n\n- KEPT\n\n  [_]: # (SECRET)\n\n[y]: #\n  (SECRET)",
)
SEEN = (
    "```text\n| 1 | 2 | 3 |\n[//]: # (seen)\n```",
    f"{TABLE}| 1 \\| x | `2` |\n| 3 |",
    "One | two | three.",
    'See [a].\n\n[a]: https://a.example "Title"',
    "> See [a].\n\n> [a]: https://a.example 'Title'",
    "Type ``` a b ``` here.",
)


@pytest.mark.parametrize("text", UNSEEN)
def test_what_no_page_shows_is_in_no_twin(text: str) -> None:
    twin = loose_markdown(text, CATALOG, "https://pages.example")
    assert "SECRET" not in twin
    assert "KEPT" in twin


@pytest.mark.parametrize("text", SEEN)
def test_what_a_page_shows_is_in_its_twin_as_it_is_written(text: str) -> None:
    assert loose_markdown(text, CATALOG, "https://pages.example") == text
