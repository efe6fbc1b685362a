"""Codes of the registry, of the tag list and of changes to them."""

from annotated_briefings.base.diagnostics.code import declare
from annotated_briefings.base.diagnostics.severity import Severity

CODES = (
    declare(
        "names-not-read",
        Severity.HINT,
        "names are not looked for in the language of a brief",
        """
        `entities suggest` looks for names in texts in English, German, French, Spanish, Italian, Portuguese and Dutch. In
        German, where all nouns have capitals, only names that something beside the capital shows are suggested. Texts in
        other languages are left out, since what it would suggest there would be wrong too often.

        ```
        briefings/a.md: hint[names-not-read]: names are not looked for in `ar`, the language of 2 briefs
          help: write them into `briefings/entities.yaml`, or name a spaCy pipeline of that language with `--model`
        ```
        """,
    ),
    declare(
        "no-suggestion",
        Severity.ERROR,
        "no brief names what the registry was asked to accept",
        """
        `entities accept` takes what `entities suggest` lists. No brief holds this name, or the registry has it already
        under another spelling.

        ```
        briefings/entities.yaml: error[no-suggestion]: no brief suggests `Mara Lindquist`, or the registry has it already
          help: did you mean `Mara Lindqvist`?
        ```
        """,
    ),
    declare(
        "nothing-to-undo",
        Severity.ERROR,
        "there is nothing to take back",
        """
        `undo` of `entities` and `tags` takes back, once, the last change that was made on this machine; `imports undo`
        takes back the last import, or the one that is named, as long as `briefings/imports.jsonl` has its record.

        ```
        .cache/last-change.json: error[nothing-to-undo]: there is no change to take back
          help: only the last change is kept here; older ones are in version control
        ```
        """,
    ),
    declare(
        "refused-change",
        Severity.ERROR,
        "invalid merge or rename",
        """
        A merge or a rename names something that does not exist, or would make two things one that are not. Nothing was
        changed.

        ```
        briefings/entities.yaml: error[refused-change]: no entity is called `Tidewoks`
          help: did you mean `Tideworks`?
        ```
        """,
    ),
    declare(
        "ring",
        Severity.WARNING,
        "entries of a registry lead back to themselves",
        """
        An entity or a tag belongs to itself, or was merged into itself, over one entry or several. The message names all
        of them in order.

        ```
        briefings/tags.yaml:1:31: warning[ring]: `parent` leads in a ring: `cargo` > `shipping` > `cargo`
            1 | cargo: {label: Cargo, parent: shipping}
              |                               ^^^^^^^^
          help: take `parent` out of one of them; until then none of them has it
        ```
        """,
    ),
    declare(
        "unknown-entity",
        Severity.WARNING,
        "a brief lists an entity that the registry does not know",
        """
        The front matter lists a name that is neither the name, an alias nor the id of an entity. The brief is built
        without it. `briefings entities add` declares a name, `briefings entities accept` those that briefs suggest.

        ```
        briefings/a.md:5:20: warning[unknown-entity]: no entity is called `Tideworcks`
            5 | entities: {about: [Tideworcks], mentions: [Nobody]}
              |                    ^^^^^^^^^^
          help: did you mean `Tideworks`?
        ```
        """,
    ),
    declare(
        "unknown-tag",
        Severity.WARNING,
        "a brief has a tag that tags.yaml does not know",
        """
        The tag gets a page all the same; with an entry it has a label, a description and a place in the tree.

        ```
        briefings/a.md:5:8: warning[unknown-tag]: the tag list does not know `wether`
            5 | tags: [wether, sport]
              |        ^^^^^^
          help: did you mean `weather`?
        ```
        """,
    ),
)
"""In the order of their names."""
