"""Codes of YAML and of the front matter of briefs."""

from annotated_briefings.base.diagnostics.code import declare
from annotated_briefings.base.diagnostics.severity import Severity

CODES = (
    declare(
        "config",
        Severity.ERROR,
        "site.yaml holds a setting that cannot be used",
        """
        The site is built as if the setting were not there, and the command ends with status 2.

        ```
        site.yaml:2:11: error[config]: `example.org` is not a web address
            2 | base_url: example.org
              |           ^^^^^^^^^^^
          help: write `https://example.org`
        ```
        """,
    ),
    declare(
        "cut-text",
        Severity.ERROR,
        "a comment cuts a text off",
        """
        In YAML a `#` after a space begins a comment, so that what follows it would not be read. A text is never cut in
        silence: in quotes it is read whole. Comments go on lines of their own; they may also follow lists, dates,
        numbers, `true`, `false`, ids and addresses.

        ```
        briefings/a.md:2:15: error[cut-text]: the text ends here, since ` #` begins a comment
            2 | title: Dock 4 #1 in the north
              |               ^^^^^^^^^^^^^^^
          help: put the whole value in quotes: `title: "Dock 4 #1 in the north"`; a comment goes on a line of its own
        ```
        """,
    ),
    declare(
        "duplicate-key",
        Severity.ERROR,
        "the same key is written twice",
        """
        YAML has no order that would say which of two equal keys counts, so neither is guessed: the brief is left out
        until one of them is gone.

        ```
        briefings/a.md:5:1: error[duplicate-key]: the key `title` is duplicated
            5 | title: B
              | ^^^^^
          help: the first one is on line 2; keep one of them
        ```
        """,
    ),
    declare(
        "front-matter",
        Severity.ERROR,
        "the front matter cannot be read",
        """
        The lines between the two `---` at the top of a brief cannot be told from its text. The brief is left out until
        then.

        ```
        briefings/a.md:1:1: error[front-matter]: the front matter has no end
            1 | ---
              | ^^^
          help: close it with a line `---` before the text
        ```
        """,
    ),
    declare(
        "hold-back",
        Severity.ERROR,
        "a key that may hold something back cannot be used",
        """
        A key such as `draft` has no value, or a key that this tool does not know sounds as if the brief or the note were
        not meant for the public yet, in any of thirty-five languages: `freigabe: nein`, `estado: borrador`. So does a tag
        such as `draft` that is no subject. Nothing is guessed towards publishing: the brief, or the note, source or other entry
        that has the key, is left out until the key is right or gone. So are entries of `entities.yaml`, `tags.yaml` and
        `stories.yaml`.

        ```
        briefings/a.md:4:1: error[hold-back]: `draft` has no value
            4 | draft:
              | ^^^^^
          help: write `true` or `false`, or take the line out
        ```
        """,
    ),
    declare(
        "merge-conflict",
        Severity.ERROR,
        "a merge conflict of git is not settled",
        """
        Git has written both versions of some lines into a file, between lines of `<`, `=` and `>`. Neither is published:
        the brief is left out, or the registry is taken as empty, until somebody has chosen.

        ```
        briefings/a.md:6:1: error[merge-conflict]: a merge conflict is not settled
            6 | <<<<<<< HEAD
              | ^^^^^^^^^^^^
          help: keep the lines that are right, and take the lines of `<<<<<<<`, `=======` and `>>>>>>>` out
        ```
        """,
    ),
    declare(
        "missing-alt",
        Severity.WARNING,
        "a picture has no words for those who cannot see it",
        """
        Readers who do not see pictures hear their `alt` text instead. Say what the picture shows.

        ```
        briefings/a.md:5:8: warning[missing-alt]: the image has no `alt`
            5 | image: {src: "https://example.org/harbour.png"}
              |        ^
          help: say in `alt` what the image shows
        ```
        """,
    ),
    declare(
        "missing-title",
        Severity.ERROR,
        "a brief has no title",
        """
        The title is the one thing that a brief must have: the page, its address in lists and every link to it show it.
        The brief is left out until then.

        ```
        briefings/a.md:1:1: error[missing-title]: the brief has no title
            1 | ---
              | ^
          help: add a line `title: ...` between two `---` lines at the top
        ```
        """,
    ),
    declare(
        "control-character",
        Severity.WARNING,
        "a text holds characters that nobody sees",
        """
        Control characters come from other programs, from the terminal or from damaged files. Feeds may not hold them,
        and search finds no word that one is in. They are left out of everything that is published.

        ```
        briefings/a.md:2:8: warning[control-character]: the text holds a control character (U+0002), which no page shows
            2 | title: "Ferry \\x02 sails"
              |        ^
          help: delete it; all else is published
        ```
        """,
    ),
    declare(
        "open-comment",
        Severity.ERROR,
        "an HTML comment is never closed",
        """
        What is between `<!--` and `-->` is never published. Without an end the comment would hide all that follows,
        so the brief, or the entry of a list, is left out until it has one.

        ```
        briefings/a.md:8:1: error[open-comment]: a comment is never closed
            8 | <!-- Ask the harbour master again.
              | ^^^^
          help: close it with `-->`, or take `<!--` out
        ```
        """,
    ),
    declare(
        "foreign-comment",
        Severity.ERROR,
        "a comment of another tool would be published",
        """
        `%%...%%` is a comment in Obsidian, `{>>...<<}` and `{--...--}` are one in CriticMarkup, `{# ... #}` in templates,
        `{/* ... */}` in MDX; in Markdown each of them is a part of the text. So are elements of HTML that browsers hide
        (`<details hidden>`, `<template>`, `style="display:none"`, letters without size or in the colour of the page). What is likely a comment is never
        published: the brief, or the entry of a list, is left out until it is written as one, `<!-- ... -->`, or gone.
        In code these signs are text, and so are percent signs behind a figure.

        ```
        briefings/a.md:6:12: error[foreign-comment]: readers would see what is between `%%` and `%%`
            6 | It rained. %%Ask Mara.%% Then it stopped.
              |            ^^
          help: write `<!-- Ask Mara. -->`, which no reader sees, or take it out
        ```
        """,
    ),
    declare(
        "unknown-key",
        Severity.WARNING,
        "unknown key",
        """
        Nothing reads this key, so what is under it has no effect: most often it is misspelt. It stays in the file.

        ```
        briefings/a.md:5:1: warning[unknown-key]: unknown key `sumary`
            5 | sumary: x
              | ^^^^^^
          help: did you mean `summary`?
        ```
        """,
    ),
    declare(
        "unknown-language",
        Severity.WARNING,
        "a language is not named by its tag",
        """
        Pages tell browsers, search engines and screen readers their language by a tag of BCP 47: `en`, `de-AT`. Until it
        is one, the language of the site is meant; for `language` of site.yaml, English.

        ```
        briefings/a.md:3:7: warning[unknown-language]: `german` is no language tag
            3 | lang: german
              |       ^^^^^^
          help: write `de`
        ```
        """,
    ),
    declare(
        "words",
        Severity.WARNING,
        "a text of the interface cannot be used",
        """
        A text in `templates/words.yaml` has no place on any page, or lacks a value or a plural form that the page
        needs. It is left out, and the shipped text is used.

        ```
        templates/words.yaml:2:3: warning[words]: no page says `breifs`
            2 |   breifs: News
              |   ^^^^^^
          help: `briefs` is there already; keep one of them
        ```
        """,
    ),
    declare(
        "wrong-type",
        Severity.ERROR,
        "a value has the wrong type",
        """
        A field has a value of another kind than it must have, such as a list where there must be a text. The brief is
        left out until then, since what was meant is not guessed.

        ```
        briefings/a.md:4:7: error[wrong-type]: `date` must be a date such as `2023-05-12`, `2023-05` or `2023`, or a time such as `2023-05-12T08:30:00+02:00`
            4 | date: 1 May 2024
              |       ^^^^^^^^^^
          help: write `2024-05-01`
        ```
        """,
    ),
    declare(
        "yaml",
        Severity.ERROR,
        "the YAML cannot be read",
        """
        A brief with such front matter is left out until then; a registry, a list or site.yaml counts as empty.

        ```
        briefings/a.md:2:12: error[yaml]: a text with a colon must be in quotes
            2 | title: Rain: more of it
              |            ^
          help: put quotes around the whole text: `title: "Rain: more of it"`
        ```
        """,
    ),
)
"""In the order of their names."""
