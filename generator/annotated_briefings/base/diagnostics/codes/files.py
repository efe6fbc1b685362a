"""Codes of files that cannot be read or written."""

from annotated_briefings.base.diagnostics.code import declare
from annotated_briefings.base.diagnostics.severity import Severity

CODES = (
    declare(
        "busy",
        Severity.ERROR,
        "another command is writing to this site",
        """
        One command at a time writes to the files of a site, and one at a time to an output folder. Nothing was
        changed. The lock is free as soon as the other command has ended, even if it was killed.

        ```
        my-site: error[busy]: another command is writing to the files of this site
          help: wait until it has ended, and run the command again; nothing was changed
        ```
        """,
    ),
    declare(
        "by-product",
        Severity.HINT,
        "programs left files among those of the site",
        """
        Backups, temporary files and folders that editors, systems and archive programs leave behind are not published,
        and briefs are not looked for in them. So are copies as file managers and file services name them, in the
        languages of systems: `Copy of plan.md`, `plan - Kopie.md`, `plan (conflicted copy 2026-03-05).md`; and
        `plan copy.md` or `plan (1).md` where `plan.md` is beside it. Working files of design and film programs
        (`.sketch`, `.prproj`), stores of mail and databases (`.pst`, `.accdb`), keys and stores of passwords are left
        out too: they hold more than their readers are shown.

        ```
        static/plan.bak: hint[by-product]: 1 file or folder that programs left behind is not part of the site: `static/plan.bak`
          help: delete what nobody needs; give another name to what readers should have, or list it under `publish_files:` in site.yaml
        ```
        """,
    ),
    declare(
        "old-schema",
        Severity.HINT,
        "the schemas in .schemas/ are those of another version",
        """
        Text editors complete and check fields by the JSON Schemas that `briefings init` has written. Those of another
        version of the program know other fields.

        ```
        .schemas: hint[old-schema]: 8 schemas are of another version of briefings
          help: run `briefings init --update`, so that text editors know all fields
        ```
        """,
    ),
    declare(
        "empty-file",
        Severity.WARNING,
        "a brief's file, or a feed, holds nothing",
        """
        It becomes no page, and nothing is imported from it; everything else goes on.

        ```
        briefings/a.md:1:1: warning[empty-file]: the file is empty
          help: write a brief into it, or delete it
        ```
        """,
    ),
    declare(
        "not-text",
        Severity.ERROR,
        "a file is not text in UTF-8",
        """
        It is left out; all other files are built.

        ```
        briefings/photo.md: error[not-text]: the file holds binary data, not text
          help: move it to static/, or save it as UTF-8 text
        ```
        """,
    ),
    declare(
        "output",
        Severity.ERROR,
        "the output folder cannot be used",
        """
        The folder that a build would write to cannot be written to, holds files that this tool did not make, or lies
        among the site's own files; or its `.briefings-manifest.json` is damaged, and pages of briefs that were taken back
        could not be deleted. Files that are there stay as they are.

        ```
        public: error[output]: `public` holds files that this tool did not write
          help: empty it yourself, or give another folder with `--output`; nothing was touched
        ```
        """,
    ),
    declare(
        "outside-link",
        Severity.ERROR,
        "a symbolic link leads out of the site",
        """
        What lies outside the site's folder is not part of the site, and may be private. The file or folder that the
        link leads to is left out and not read, however many links lead there; links within the site are followed.

        ```
        static/notes.txt: error[outside-link]: the symbolic link leads out of the site, to `/home/rauk/notes.txt`
          help: put what it leads to into the site in its place, or take the link out; it is left out until then
        ```
        """,
    ),
    declare(
        "patch",
        Severity.ERROR,
        "a file that editors own could not be changed safely",
        """
        Commands change a file by the smallest edit of its text and read the result again; if that is not exactly what
        was meant, or somebody has saved the file meanwhile, nothing is written.

        ```
        briefings/harbour.md: error[patch]: `briefings/harbour.md` is written in a way that cannot be changed safely
          help: make the change by hand; nothing was changed
        ```
        """,
    ),
    declare(
        "too-large",
        Severity.ERROR,
        "a file is larger than the limit",
        """
        Files far larger than any brief are most often something else that has got a wrong name. The file is left out.

        ```
        briefings/huge.md: error[too-large]: the file has 50 MB; the limit is 20 MB
          help: split it, or move what is not text out of it; it is left out until then
        ```
        """,
    ),
    declare(
        "unknown-file",
        Severity.HINT,
        "files of `static/` are published of whose kind nothing is known",
        """
        What readers do not see in a file is taken out of it, and its words are searched for what is not public. Of some
        kinds of files (`.parquet`, `.glb`, `.dwg`, `.bin` and others) that is not possible: they are published as they
        are. Look at them, and list them in `site.yaml` under `publish_files:`, by name, by path from `static/`, or with
        `*`. The same list publishes working files that are left out otherwise (`by-product`), and files of such kinds
        beside briefs that link to them; it publishes nothing in hidden folders, and no file whose metadata cannot be
        taken out (`picture-metadata`).

        ```
        static/map.pmtiles: hint[unknown-file]: 1 file of a kind that nobody can look into is published unchanged: `static/map.pmtiles`
          help: see that they hold nothing that readers should not have, and list them in site.yaml: `publish_files: ["*.pmtiles"]`
        ```
        """,
    ),
    declare(
        "unread-file",
        Severity.WARNING,
        "a file looks like a brief or a list of the site, and nothing reads it",
        """
        A build reads the `.md` files in the folder `briefings`, and the lists there by their names. A file with a title
        that is in another folder, has another ending or is behind a link is no part of the site.

        ```
        briefs/ferry.md: warning[unread-file]: `briefs/ferry.md` looks like a file of the site, and is not read
          help: move it to `briefings/ferry.md`
        ```
        """,
    ),
    declare(
        "unreadable",
        Severity.ERROR,
        "a file cannot be read",
        """
        The system does not let this program read a file or folder. What is in it is left out; everything else is
        built.

        ```
        briefings/secret.md: error[unreadable]: the file cannot be read: permission denied
          help: check the file's permissions
        ```
        """,
    ),
)
"""In the order of their names."""
