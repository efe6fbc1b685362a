"""Codes of pages and other published files."""

from annotated_briefings.base.diagnostics.code import declare
from annotated_briefings.base.diagnostics.severity import Severity

CODES = (
    declare(
        "host-limit",
        Severity.WARNING,
        "the site is over a limit of its host",
        """
        The host that `host:` in `site.yaml` names has limits for the number of files, or for the size of a file or of the whole
        site. What is over a limit would not be published, or nothing would. Only `build` knows the sizes, since it writes the files.

        ```
        site.yaml:3:1: warning[host-limit]: Cloudflare Pages takes 20,000 files, and the site has 31,020
            3 | host: cloudflare
              | ^^^^
          help: write `leave_out: [topic_feeds]` in site.yaml, or choose a host that takes more
        ```
        """,
    ),
    declare(
        "replaced-file",
        Severity.HINT,
        "a static file takes the place of a file of the build",
        """
        A file in `static/` with a name that others look for, or in the folder `root` there, is published under its name. The
        build makes a file there too, such as `robots.txt`, `_headers` or a page, and yours is published instead.

        ```
        static/robots.txt: hint[replaced-file]: the file is published as `/robots.txt`, in place of the one that the build makes
          help: delete it to get the one of the build
        ```
        """,
    ),
    declare(
        "blank-picture",
        Severity.HINT,
        "the font of pictures for other sites lacks letters of a headline",
        """
        The picture that other sites show of a brief is drawn with a font that has no Chinese, Arabic or other letters
        of its headline, and is drawn without the headline. Put a font that has them into `static/` and name it in
        `social_font`; `social_images: false` makes no pictures.

        ```
        site.yaml:1:1: hint[blank-picture]: the font of pictures lacks letters of a headline `潮汐发电`
            1 | title: Test
              | ^
          help: put a font that has them into static/ and name it in `social_font`; until then the picture for other sites has no headline
        ```
        """,
    ),
    declare(
        "taken-address",
        Severity.ERROR,
        "a page of the site's own would have an address that something else has",
        """
        A file `pages/NAME.md` is published at `/NAME/`. The lists that the generator makes have addresses of this kind,
        such as `/tags/`, and so have the years; two files whose names differ in capitals or accents alone would have
        one address. The page is left out.

        ```
        pages/tags.md: error[taken-address]: the page `pages/tags.md` would have the address `/tags/`, which belongs to the trees of tags, and all other tags from A to Z
          help: give the file another name; the page is left out until then
        ```
        """,
    ),
    declare(
        "broken-link",
        Severity.WARNING,
        "a link or wikilink leads to no page of this site",
        """
        A wikilink names nothing on this site, or a link leads to a page, a part of a page or a file that is not
        published. A wikilink is shown as plain words until then, any other link stays as it is written.

        ```
        briefings/a.md:6:5: warning[broken-link]: `[[A quiet dya]]` leads to no brief, entity, tag or story
            6 | See [[A quiet dya]] and [this](b.md).
              |     ^^^^^^^^^^^^^
          help: did you mean `A quiet day`?
        ```
        """,
    ),
    declare(
        "dead-link",
        Severity.HINT,
        "another host does not answer at an address that a brief names",
        """
        `check --external` asked the host of a source or link, and it does not have the page any more, or does not
        answer. Hosts are away for an hour now and then, so this never fails a build.

        ```
        briefings/a.md:5:29: hint[dead-link]: `https://example.org/gone` does not answer: status 410
          help: correct the address, or point to a copy in an archive
        ```
        """,
    ),
    declare(
        "leak",
        Severity.ERROR,
        "a file would show what is not public",
        """
        Before anything is written, all files and their addresses are searched for sentences, headlines and addresses of
        drafts, of embargoed briefs and of notes that are not public. One of them was found: most often a template shows
        too much, or a file in `static/` has words of a draft. A headline is not made public by being an old address,
        another name of an entity or a tag, the title of a story, or the words or the name of a picture. Nothing was
        written. What a public brief, a page or the settings of the site say too is published already: `shared-words`.

        ```
        briefings/secret.md: error[leak]: plan.18d4957f1a.json would hold `Tideworks will buy Gridworks for a penny.`, which is not public
          help: nothing was written; take the words out of what shows them, or publish them
        ```
        """,
    ),
    declare(
        "shared-words",
        Severity.WARNING,
        "a text that is not public has words that a public one publishes",
        """
        A sentence or the headline of a draft, of an embargoed or of an expired brief is also in a text that editors have
        published: in a public brief, on a page, in the settings of the site. What is published is known, so that this is
        no `leak`, and the site is built. Often the draft quotes what was published before. If the public text came
        later, it may tell what was to be held back. The first such sentence of each file is named, with both places.

        ```
        pages/about.md:4:1: warning[shared-words]: `Tideworks will buy Gridworks for a penny.` is also in briefings/secret.md, which is not public
          help: take it out here if readers are not to know it yet
        ```
        """,
    ),
    declare(
        "missing-template",
        Severity.ERROR,
        "a template that a page needs does not exist",
        """
        A template extends, includes or imports another that is neither in the site's `templates/` nor among the
        shipped ones. Pages that need it are not rendered.

        ```
        templates/bsae.html: error[missing-template]: there is no template `bsae.html`; `brief.html` asks for it
          help: did you mean `base.html`?
        ```
        """,
    ),
    declare(
        "published-address",
        Severity.ERROR,
        "a brief would take an address that was published for another one",
        """
        Two briefs have one `slug`. By their files alone the older one is published, since a build elsewhere does not know
        what was published before; but the output folder has the other one there. Links of other people would lead to another
        text, so nothing is published. `check` and `status` say it too.

        ```
        briefings/a.md:1:1: error[published-address]: `/briefs/market/` was published for briefings/m.md, and this brief would take it
          help: give this brief another `slug:`; nothing is published until then
        ```
        """,
    ),
    declare(
        "moved-brief",
        Severity.WARNING,
        "a published brief has another address now, and its old one is gone",
        """
        Its file or its `slug` was renamed. Links of other people, bookmarks and search results lead to the old address,
        which has no page any more. `briefings redirects add` writes it into the brief, so that it leads to the new one.
        It is reported until it is kept, or until the brief is no longer public.

        ```
        briefings/crane-gets-licence.md:1:1: warning[moved-brief]: the brief was published at `/briefs/crane-licence/`, which is no address any more
          help: `briefings redirects add` writes `redirect_from: [/briefs/crane-licence/]`, which keeps it
        ```
        """,
    ),
    declare(
        "changed-id",
        Severity.WARNING,
        "what was published has other permanent ids now",
        """
        Of a brief, its `id` was taken out or changed, or one was written into a brief that had none. Programs that read feeds know
        entries by their ids, and would show the brief once more as a new one. It is reported until the brief has the
        published id again, or is no longer public. Of a whole site, `base_url` has another host now, which is a part of
        every id: write the old one as `id_host`, or the new one if all ids are to be new.

        ```
        briefings/crane-licence.md:1:1: warning[changed-id]: the brief was published with the id `3f9c2a71d08e` in feeds, and has another one now
          help: write `id: 3f9c2a71d08e` into it, so that readers of feeds do not get it once more
        ```
        """,
    ),
    declare(
        "page",
        Severity.WARNING,
        "a page breaks a rule of good HTML",
        """
        `check` reads the finished pages as a browser does. A heading level that is left out, a picture without words
        or a page without a language makes a page hard to use with a screen reader.

        ```
        briefings/tags.yaml: warning[page]: an h3 follows an h1 in tags/index.html
          help: leave no heading level out
        ```
        """,
    ),
    declare(
        "picture-metadata",
        Severity.WARNING,
        "a file holds what its readers do not see",
        """
        Cameras and programs write position, serial number, names, times and remarks into files. A build takes them out of
        pictures (JPEG, PNG, WebP, GIF, AVIF, HEIC, JPEG XL, ICO, BMP, SVG, and those that texts hold as addresses,
        `data:image/...`), films and sounds (MP4, MOV, M4A, WebM, AVI, MP3, Ogg, Opus, FLAC, WAV, AIFF) and papers (PDF,
        Word, Excel, PowerPoint, OpenDocument, RTF), and knows them by their content. What it cannot clean is left out:
        Photoshop, Illustrator and EPS files, TIFF files that tell something, older office files, Windows Media, Flash and
        MPEG streams; papers with tracked changes, remarks or notes of speakers; PDF files that are locked or signed, or that
        hold other files or earlier states of themselves; drawings that are no valid XML; and files of these kinds of more
        than 256 MB.

        What readers do not see is taken out of other files too: comments of pages, style sheets, scripts, JSON and XML
        (notices of rights stay); notes of captions (VTT, SRT); lines of calendars and cards that no program shows; headers
        of saved mails; tables of programs in fonts and whatever is behind their end; remarks, extra fields and unlisted
        files of zip files and books, and what of these kinds is packed in them or in gzip files. Left out are source maps,
        databases of SQLite, other archives (tar, 7z, RAR, xz and the like), packed files that are signed, papers with hidden
        words, rows, sheets or slides, and scripts in which a text has no end. Texts that browsers show letter for letter,
        such as CSV and YAML, and formats that are not named here are published as they are.

        ```
        static/plan.svg: warning[picture-metadata]: `static/plan.svg` holds data of its camera or program that cannot be taken out
          help: it is not published; save it as plain SVG
        ```
        """,
    ),
    declare(
        "redirect",
        Severity.WARNING,
        "an old address of a brief cannot be kept",
        """
        An address under `redirect_from`, or the former name of an entity or tag, cannot lead on: it is no path of this
        site, a page has it, or another brief claims it. The page of the brief is built all the same.

        ```
        briefings/rain.md:5:17: warning[redirect]: `/../etc/passwd` is no address of this site
            5 | redirect_from: [/../etc/passwd, "https://example.org/x/", /tags/, old, /fine/]
              |                 ^^^^^^^^^^^^^^
          help: write the path alone, such as `/old/address/`
        ```
        """,
    ),
    declare(
        "unusable-redirect",
        Severity.ERROR,
        "an old address of a brief would harm the site",
        """
        An address under `redirect_from` that no computer can store, or that leads readers in a circle: some hosts serve
        `index.html`, `default.htm` and the like in the place of the page of that folder, and addresses that differ in
        capitals are one file on some computers. The page of the brief is built all the same.

        ```
        briefings/a.md:5:17: error[unusable-redirect]: hosts may serve `/briefs/a/default.htm` in the place of the page `/briefs/a/`, and readers would go in a circle
            5 | redirect_from: [/briefs/a/default.htm]
              |                 ^^^^^^^^^^^^^^^^^^^^^
          help: take it out of `redirect_from`; the page can be reached without it
        ```
        """,
    ),
    declare(
        "template",
        Severity.ERROR,
        "a template failed",
        """
        The place is the one in the template at which a page could not be rendered. That page is not written, all others
        are.

        ```
        templates/archive.html:1:1: error[template]: there is no static file `css/none.css`
            1 | {{ asset('css/none.css') }}
              | ^
          help: did you mean `css/tokens.css`?
        ```
        """,
    ),
)
"""In the order of their names."""
