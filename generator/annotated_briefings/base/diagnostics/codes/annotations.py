"""Codes of annotations and of receipts."""

from annotated_briefings.base.diagnostics.code import declare
from annotated_briefings.base.diagnostics.severity import Severity

CODES = (
    declare(
        "ambiguous-annotation",
        Severity.WARNING,
        "an annotation's quote occurs at several equal places",
        """
        The words that the note quotes stand more than once, and what it says of the words around them fits several
        places equally well. The note is never put on the first of them by chance: it is shown under the text until it
        can be told where it belongs. Quote more words, add `prefix:` or `suffix:`, or let `briefings annotations
        reanchor --pin` write them down while the place is still certain.

        ```
        briefings/a.md:6:13: warning[ambiguous-annotation]: `rain` is at 2 places
            6 |   - {quote: rain, note: Which one?}
              |             ^^^^
          help: quote more words, or give the words before it in `prefix` or after it in `suffix`
        ```
        """,
    ),
    declare(
        "changed-annotation",
        Severity.HINT,
        "the words that an annotation quotes have been reworded",
        """
        The passage under a note was edited in a way that cannot change its meaning: by punctuation, a plural, a spelling
        variant or a typing error, and by no other word. The note has followed it. Its `quote:` still has the old words,
        which `briefings annotations reanchor --write` brings up to date.

        ```
        briefings/rain.md:6:13: hint[changed-annotation]: `fell on the northern harbour for seven days` now reads `fell on the northern harbour for sevn days`
            6 |   - {quote: fell on the northern harbour for seven days, prefix: The rain, suffix: and stopped, note: A record.}
              |             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          help: the note stays there; `briefings annotations reanchor --write` writes the new words into `quote`
        ```
        """,
    ),
    declare(
        "duplicate-id",
        Severity.WARNING,
        "two elements of a page, or two notes of a brief, have the same id",
        """
        Links to a part of a page go to its id. Where two elements have the same one, or two notes of a brief, all
        links go to the first.

        ```
        site.yaml: warning[duplicate-id]: `a` is the id of two elements of 404.html
          help: change the template or the heading that makes it
        ```
        """,
    ),
    declare(
        "empty-note",
        Severity.WARNING,
        "a note has no text",
        """
        A note without a remark tells readers nothing. It is not shown until it has one.

        ```
        briefings/a.md:6:5: warning[empty-note]: the note has no text
            6 |   - {quote: three cranes}
              |     ^
          help: write the remark into `note`, or take the note out
        ```
        """,
    ),
    declare(
        "no-note",
        Severity.ERROR,
        "no note has the id, and no brief the name, that a command was given",
        """
        `briefings annotations list` shows all of them.

        ```
        briefings: error[no-note]: no note and no brief with notes is called `harbor`
          help: did you mean `harbour`?
        ```
        """,
    ),
    declare(
        "orphan-annotation",
        Severity.WARNING,
        "an annotation's quote is not in the text",
        """
        The words that a note quotes are not in the text any more, or have changed in their sense. The note is never
        moved to words that merely look alike: it is shown under the text, with its quote, until somebody decides.
        `briefings annotations reanchor` shows why, and which words are nearest.

        ```
        briefings/a.md:8:13: warning[orphan-annotation]: `sunshine` is not in the text
            8 |   - {quote: sunshine, note: Where?}
              |             ^^^^^^^^
          help: copy the words from the text exactly; the note is shown under the text until then
        ```
        """,
    ),
)
"""In the order of their names."""
