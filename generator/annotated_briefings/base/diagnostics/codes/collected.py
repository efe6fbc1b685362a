"""Codes of collected files and of imports."""

from annotated_briefings.base.diagnostics.code import declare
from annotated_briefings.base.diagnostics.severity import Severity

CODES = (
    declare(
        "broken-feed",
        Severity.ERROR,
        "a collected feed cannot be read",
        """
        The file looks like RSS, Atom or RDF, but breaks off or holds no entries that can be read. Nothing of it is
        imported; all other files are. Save the feed again, whole.

        ```
        feed.xml: error[broken-feed]: the feed cannot be read: no element found
          help: save it again, or open it in a browser to see what is wrong
        ```
        """,
    ),
    declare(
        "broken-file",
        Severity.ERROR,
        "a collected file is damaged",
        """
        A Word, PDF, mail, spreadsheet or zip file cannot be opened, or some files in an archive are damaged or encrypted.
        Nothing of these is imported; all other files are. Save or download it again.

        ```
        all.zip: error[broken-file]: the archive cannot be read: it is no zip archive, or its end is missing
          help: download it or pack it again
        ```
        """,
    ),
    declare(
        "broken-record",
        Severity.ERROR,
        "a line of a JSON Lines file is not JSON",
        """
        Most often the file was cut off. The other lines are imported.

        ```
        data.jsonl:2:1: error[broken-record]: the line is not JSON
        ```
        """,
    ),
    declare(
        "count-differs",
        Severity.WARNING,
        "a download of a press database does not hold as many articles as its cover says",
        """
        The cover of the download names a number of documents, and another number of articles was read: the download may
        have been cut, or two of its articles may have been taken for one. What was read is imported.

        ```
        news.txt:4:1: warning[count-differs]: the cover names 12 documents, and 11 were read
          help: compare the drafts with the list of documents, and download again what is missing
        ```
        """,
    ),
    declare(
        "damaged-feed",
        Severity.WARNING,
        "a collected feed is not well formed, and was read as far as possible",
        """
        The feed breaks off, or is not well-formed XML. What could be read is imported; the last entry may be cut, and
        others may be missing. Save the feed again, whole, and import it once more: articles that are there already do
        not come twice.

        ```
        feed.xml: warning[damaged-feed]: the feed is damaged: unclosed token; 1 entry was read
          help: look whether the last ones are whole and none is missing; if not, save the feed again
        ```
        """,
    ),
    declare(
        "doubtful-article",
        Severity.HINT,
        "a collected text does not read like an article",
        """
        Less than a third of the text is made of sentences: it may be a cover page, a list, a form, or the furniture of a
        page. A draft is made of it all the same, with a low `confidence`.

        ```
        cover.txt:1:1: hint[doubtful-article]: this does not read like an article: it has hardly any sentences
          help: read the draft, and delete it if it is a list, a form or a cover page
        ```
        """,
    ),
    declare(
        "embargo-without-time",
        Severity.WARNING,
        "an imported text is under an embargo whose end cannot be read",
        """
        The source says that its text must not be public yet, and not until which time: `until the press conference`.
        The brief is a draft, whatever the import was asked to publish. Write the time into the brief, or publish it
        when the time has come.

        ```
        briefings/2026/pier-shut.md: warning[embargo-without-time]: `Embargoed until the press conference` names no time that can be read
          help: replace `draft: true` by `embargo_until: YYYY-MM-DDThh:mm` with its time, or publish when it is over
        ```
        """,
    ),
    declare(
        "time-without-zone",
        Severity.WARNING,
        "an imported text has an embargo or an end whose zone nobody names",
        """
        The source says until when its text must not be public, or from when on it must not be public any longer, by a
        time without a zone; and the site has no `time_zone`. So that nothing is public too early or too late, the brief
        has the time as it is where clocks show it last (`-12:00`), or for an end first (`+14:00`).

        ```
        briefings/2026/pier-shut.md: warning[time-without-zone]: `embargo_until` is as late as it may be: its source names no zone, and the site has none
          help: write it with its zone, such as `2031-03-05T10:00:00+01:00`, or set `time_zone` before you import
        ```
        """,
    ),
    declare(
        "incoming",
        Severity.WARNING,
        "an import wrote a new version of an article beside its edited brief",
        """
        A collected article came again in a new version, and both the editor and the new version have changed the same
        lines. The brief stays as the editor left it; the new version was written beside it and is never published.

        ```
        briefings/pier.incoming.md: warning[incoming]: `pier.incoming.md` holds a new version that could not be merged into its brief
          help: take over what you want from it, then delete it
        ```
        """,
    ),
    declare(
        "invalid-bytes",
        Severity.WARNING,
        "a collected file holds bytes that are no text",
        """
        Each byte that makes no character in the encoding of the file is shown as `�`, and everything around it is
        kept. Control characters in a text are taken out, since no brief and no page may hold them.

        ```
        a.txt:2:3: warning[invalid-bytes]: byte 49 is not UTF-8; that byte is shown as `�`
          help: correct the text in the brief, or save the file as UTF-8 and import again
        ```
        """,
    ),
    declare(
        "ledger",
        Severity.WARNING,
        "a line of the import ledger cannot be read",
        """
        `briefings/imports.jsonl`, with the files `imports-0002.jsonl` and so on that follow it when it is full, has a
        line for every article that was ever imported, and one of them is damaged. It is kept as it is; its article may be taken for a new one until the line is restored.

        ```
        briefings/imports.jsonl:1:1: warning[ledger]: the line cannot be read
          help: restore it from version control; its article may be imported again until then
        ```
        """,
    ),
    declare(
        "newest-first",
        Severity.HINT,
        "the entries of a running report come newest first",
        """
        A live blog or ticker was imported whose newest entry comes first. Its entries are kept in that order, each
        with its time. A reader who begins at the top meets answers before questions, and corrections before what they
        correct.

        ```
        storm.txt:1:1: hint[newest-first]: the entries come newest first: the first ones may take back those below
          help: read the draft from its last entry up; turn the entries round if readers are to read them in order
        ```
        """,
    ),
    declare(
        "no-article",
        Severity.WARNING,
        "no article was found in a collected file",
        """
        A collected file or entry holds no text that could be an article: a page that lists articles, say, a form that
        asks for consent, or a page whose text is put in by a script. The message says which; it is listed, and becomes
        no brief.

        ```
        page.html: warning[no-article]: no article was found in the page
        ```
        """,
    ),
    declare(
        "not-fetched",
        Severity.ERROR,
        "a web address could not be fetched",
        """
        `import` or `attach` was given an address, and the network, its server or the rules for addresses did not let its
        text come: the message says which. Nothing of it is imported; everything else is. What your browser shows can be
        saved there and imported as a file.

        ```
        https://port.example/a: error[not-fetched]: `https://port.example/a` cannot be fetched: there is no such page (status 404)
          help: check the address; if it is right, save the page in your browser and import the file
        ```
        """,
    ),
    declare(
        "nothing-taken",
        Severity.ERROR,
        "nothing of a collected file was taken",
        """
        The file was read, and holds no article: its entries have no text, or their source has thrown them away. All other
        files are imported. The import ends with exit status 1, so that a script sees that something is missing.

        ```
        empty.json: error[nothing-taken]: nothing was taken from the file: it has no text
          help: look at the other messages about it; `--from` names its format if it was taken for another
        ```
        """,
    ),
    declare(
        "other-encoding",
        Severity.HINT,
        "a collected file is not UTF-8",
        """
        It was read in the encoding that fits it best; look at the letters with accents and at the quotation marks.

        ```
        a.txt:1:4: hint[other-encoding]: byte 3 is not UTF-8; the file was read as windows-1252
          help: check accents and quotation marks in the briefs
        ```
        """,
    ),
    declare(
        "reading-order",
        Severity.WARNING,
        "the order of the lines of a collected page is not certain",
        """
        A PDF file says where its letters stand, and not in which order they are read. Columns are told from tables by
        their lines; here they look alike. The lines are taken column by column, and no points, figures or summary are
        drawn from them.

        ```
        plan.pdf: warning[reading-order]: on page 2 columns and rows of a table look alike: the lines may be in a wrong order
          help: compare the draft with the file; no points, figures or summary are drawn from these lines
        ```
        """,
    ),
    declare(
        "reprint",
        Severity.HINT,
        "a public brief shows the whole text of its source",
        """
        Collected texts are the work of others. A brief says in its own words what is in them, and quotes what it must.
        Where a text may be reprinted, its source says why: `licence: CC BY 4.0`, `licence: with permission`. Only `check` and
        `status` look, and only where the collected texts are.

        ```
        briefings/a.md:12:1: hint[reprint]: the text is that of `Quay Letter`, word for word
          help: say it shorter in your own words, or write in its source that it may be reprinted: `licence: CC BY 4.0`
        ```
        """,
    ),
    declare(
        "unread-date",
        Severity.WARNING,
        "the date that a source states cannot be read, or may be two days",
        """
        Days are read in the ways in which people write them, in the languages of news. What is no date leaves the draft
        undated. A day in figures such as 05/04/2026 may be the fifth of April or the fourth of May: it is read where
        another date of the same file, or the language of the article, tells the order, or `day_order` under `import:`
        in site.yaml.

        ```
        feed.xml#1: warning[unread-date]: the date `05/04/2026` may be 2026-04-05 or 2026-05-04
          help: write `day_order: dmy` (or `mdy`) under `import:` in site.yaml and import again, or add `date:` to the draft
        ```
        """,
    ),
    declare(
        "unread-format",
        Severity.ERROR,
        "files of this kind are not read",
        """
        The file is of a kind that holds no articles, or in a format of which the program reads none: pictures, sound,
        databases, packed archives, program code, or office files of some makers. Nothing of it is imported; all other files
        are. The message names the kind and says what to import instead.

        ```
        feeds.opml: error[unread-format]: lists of feeds (OPML) are not read
          help: save the feeds themselves, and import those
        ```
        """,
    ),
    declare(
        "unused-decision",
        Severity.WARNING,
        "an editor's decision about an import matches nothing",
        """
        A line of `briefings/decisions.yaml` names a place or an article that is not there (any more). It is without
        effect.

        ```
        briefings/decisions.yaml:1:3: warning[unused-decision]: `dump.txt` has no paragraph at line 900
          help: correct the decision, or take it out
        ```
        """,
    ),
)
"""In the order of their names."""
