"""What a source calls not public never becomes public by an import, in whatever format and words it says so."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest
from small_site import settled_site

from annotated_briefings.base.diagnostics import show
from annotated_briefings.base.source import Source
from annotated_briefings.cli.import_output import import_json, import_lines
from annotated_briefings.cli.main import main
from annotated_briefings.content.parse import parse_brief
from annotated_briefings.importer.outcome import HeldBack, ImportReport
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.stated.closed.banners import closes
from annotated_briefings.intake.stated.marks.held import is_trash, read_marks
from annotated_briefings.intake.stated.marks.state_lines import read_state_line

TEXT = "For the desk alone: the two informants are Rolf Tamm and Oda Quist, and nobody else may know of them."
WORDPRESS = (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Q</title><item><title>Names</title>'
    "<description>{text}</description>{mark}</item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><title>Q</title><entry>'
    "<title>Names</title><content>{text}</content>{mark}</entry></feed>"
)
MAIL = "From: Quay <q@quay.example>\nSubject: Names\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n{mark}\n\n{text}\n"


def record(**marks: object) -> str:
    return json.dumps({"title": "Names", "text": TEXT, **marks})


def carried(kind: str, mark: str) -> tuple[str, str]:
    name, frame = {
        "wordpress": ("a.xml", WORDPRESS),
        "atom": ("a.xml", ATOM),
        "mail": ("a.eml", MAIL),
        "markdown": ("a.md", "---\ntitle: Names\n{mark}\n---\n\n{text}\n"),
        "toml": ("a.md", '+++\ntitle = "Names"\n{mark}\n+++\n\n{text}\n'),
        "page": ("a.html", "<!doctype html><body {mark}><article><h1>Names</h1><p>{text}</p></article></body>"),
        "mailbox": ("Drafts.mbox", "From q@quay.example Tue Mar  3 07:00:00 2026\n" + MAIL),
    }[kind]  # fmt: skip
    return name, frame.format(mark=mark, text=TEXT)


MARKS = [
    ("wordpress", "<wp:status>private</wp:status>", "private"),
    ("wordpress", "<wp:status>draft</wp:status>", "draft"),
    ("wordpress", "<wp:status>pending</wp:status>", "pending"),
    ("wordpress", "<wp:status>publish</wp:status><wp:post_password>mole</wp:post_password>", "password"),
    ("wordpress", "<category>Embargoed</category>", "tags: Embargoed"),
    ("wordpress", "<category>Harbour</category><category>unpublished</category>", "tags: unpublished"),
    ("atom", "<app:control><app:draft>yes</app:draft></app:control>", "draft: yes"),
    ("mail", "Sensitivity: Company-Confidential", "company-confidential"),
    ("mail", "Sensitivity: Private", "private"),
    ("mail", "X-Unsent: 1", "draft"),
    ("mail", "X-Quay-Classification: Restricted", "restricted"),
    ("mail", "X-MS-Sensitivity-Label: Internal", "internal"),
    ("mail", "X-Gmail-Labels: Drafts,Important", "draft"),
    ("mailbox", "X-Priority: 3", "draft"),
    ("markdown", "draft: true", "draft: true"),
    ("markdown", "Draft: Yes", "Draft: yes"),
    ("markdown", "published: false", "published: false"),
    ("markdown", "status: private", "private"),
    ("markdown", "visibility: members", "members"),
    ("markdown", "draft:", "draft: (empty)"),
    ("markdown", "sharing: private", "sharing: private"),
    ("toml", "draft = true", "draft: true"),
    ("toml", 'visibility = "private"', "private"),
    ("markdown", "publish_at: after the vote", "publish_at: after the vote"),
    ("page", 'class="single post-template status-private"', "private"),
    ("page", 'class="post-password-required"', "password"),
]
RECORDS: list[tuple[dict[str, object], str]] = [
    ({"status": "draft"}, "draft"),
    ({"status": "Scheduled"}, "Scheduled"),
    ({"visibility": "private"}, "private"),
    ({"is_public": False}, "is_public: false"),
    ({"isDraft": True}, "isDraft: true"),
    ({"draft": 1}, "draft: 1"),
    ({"published": False}, "published: false"),
    ({"meta": {"private": True}}, "private: true"),
    ({"access": "members only"}, "members only"),
    ({"entwurf": "ja"}, "entwurf: ja"),
    ({"embargo": "till the speech"}, "embargo: till the speech"),
    ({"confidential": "yes"}, "confidential: yes"),
    ({"flags": ["draft"]}, "flags: draft"),
    ({"is_premium": True}, "is_premium: true"),
    ({"publish_status": "pending_review"}, "pending_review"),
    ({"lifecycle": "in review"}, "lifecycle: in review"),
    ({"active": False}, "active: false"),
    ({"Visibility": "Only me"}, "Only me"),
    ({"visibility": "followers"}, "followers"),
    ({"tags": ["mills", "draft"]}, "tags: draft"),
    ({"tags": "mills, #wip"}, "tags: wip"),
    ({"access": {"level": "staff"}}, "staff"),
    ({"metadata": {"workflow": {"state": "draft"}}}, "draft"),
    ({"metadata": {"workflow": "in review"}}, "in review"),
    ({"for": "desk only"}, "for: desk only"),
    ({"scope": "internal"}, "scope: internal"),
    ({"classification": "restricted"}, "restricted"),
    ({"paywall": True}, "paywall: true"),
    ({"blocked": "yes"}, "blocked: yes"),
]


@pytest.mark.parametrize(("kind", "mark", "held"), MARKS)
def test_every_format_says_why_an_article_is_held_back(kind: str, mark: str, held: str) -> None:
    name, data = carried(kind, mark)
    documents, _ = read_any(name, data.encode())
    assert documents[0].given.held.casefold() == held.casefold()


@pytest.mark.parametrize(("marks", "held"), RECORDS)
def test_records_say_it_by_many_keys(marks: dict[str, object], held: str) -> None:
    documents, _ = read_any("a.json", record(**marks).encode())
    assert documents[0].given.held == held


@pytest.mark.parametrize(
    "marks",
    [
        {"status": "published"},
        {"status": "ok"},
        {"status": 200},
        {"visibility": "public"},
        {"draft": False},
        {"draft": None},
        {"private": ""},
        {"password": ""},
        {"is_public": True},
        {"published": "2026-03-03"},
        {"publish_date": "2026-03-03"},
        {"state": "Ohio"},
        {"review": "A film about bees that nobody should miss this year."},
        {"author": {"name": "Ida Varro", "private": True}},
        {"tags": ["privacy", "drafts of laws"]},
        {"for": "everybody who sails"},
        {"scope": "Europe"},
        {"level": 3},
        {"section": "Internal"},
        {"publishedAt": "2026-03-03T08:00:00Z"},
    ],
)
def test_what_is_public_is_not_held_back(marks: dict[str, object]) -> None:
    documents, _ = read_any("a.json", record(**marks).encode())
    assert (documents[0].given.held, documents[0].given.embargo) == ("", "")


def test_a_word_document_that_is_called_a_draft_is_held_back() -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.core_properties.content_status = "Draft"
    data = BytesIO()
    document.save(data)
    documents, _ = read_any("a.docx", data.getvalue())
    assert documents[0].given.held == "Draft"


@pytest.mark.parametrize(
    ("marks", "embargo"),
    [
        ({"embargo_until": "2031-03-05"}, "2031-03-05"),
        ({"embargoUntil": "2031-03-05T10:00:00Z"}, "2031-03-05T10:00:00+00:00"),
        ({"publish_at": "2031-03-05 10:00"}, "2031-03-05T10:00"),
        ({"scheduled_for": "2031-03-05"}, "2031-03-05"),
    ],
)
def test_a_time_in_the_source_is_the_time_of_the_brief(marks: dict[str, object], embargo: str) -> None:
    documents, _ = read_any("a.json", record(**marks).encode())
    assert (documents[0].given.held, documents[0].given.embargo) == ("", embargo)


@pytest.mark.parametrize(
    "record",
    [
        {"published": "2031-03-05"},
        {"publishDate": "2031-03-05T08:00:00+00:00"},
        {"pub_date": "2031-03-05"},
    ],
)
def test_what_its_source_dates_into_the_future_waits_for_that_day(site: Path, record: dict[str, str]) -> None:
    (site / "a.json").write_text(json.dumps({"title": "Names", "text": TEXT, **record}), encoding="utf-8")
    done = run_import(ImportRequest(site, (site / "a.json",), publish=True, at="2026-11-29T21:00:00Z"))
    assert [held.until[:10] for held in done.held] == ["2031-03-05"]
    assert "\nembargo_until: 2031-03-05T" in (site / done.created[0]).read_text(encoding="utf-8")


@pytest.mark.parametrize("subject", ["Draft", "Embargo", "Private", "Harbour"])
def test_a_category_that_may_be_a_subject_holds_nothing_back(subject: str) -> None:
    name, data = carried("wordpress", f"<category>{subject}</category>")
    assert read_any(name, data.encode())[0][0].given.held == ""


def test_the_period_in_which_an_entry_is_valid_is_that_in_which_it_is_public() -> None:
    period = '<dcterms:valid xmlns:dcterms="http://purl.org/dc/terms/">start=2031-03-05;end=2031-04-05</dcterms:valid>'
    name, data = carried("wordpress", period)
    given = read_any(name, data.encode())[0][0].given
    assert (given.embargo, given.expires) == ("2031-03-05", "2031-04-05")


def test_a_scheduled_post_of_an_export_waits_for_its_time() -> None:
    name, data = carried("wordpress", "<wp:post_date>2031-03-05 09:00:00</wp:post_date><wp:status>future</wp:status>")
    documents, _ = read_any(name, data.encode())
    assert (documents[0].given.held, documents[0].given.embargo) == ("future", "2031-03-05T09:00:00")


def test_what_was_thrown_away_is_known_as_such() -> None:
    assert is_trash(read_marks([("status", "trash")]).held)
    assert is_trash(read_marks([("deleted", True)]).held)
    assert not is_trash(read_marks([("status", "draft")]).held)


DATA = Path(__file__).resolve().parents[1] / "data" / "stated"


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]]


@pytest.mark.parametrize(("holds", "line"), rows("banners.tsv"))
def test_a_banner_is_told_from_a_headline(holds: str, line: str) -> None:
    assert closes(line) == (holds == "yes")


@pytest.mark.parametrize(("holds", "line"), rows("states.tsv"))
def test_a_line_that_says_who_may_read_a_text_is_told_from_others(holds: str, line: str) -> None:
    mark = read_state_line(line)
    assert (mark is None) == (holds == "no")
    assert bool(mark and (mark.held or mark.embargo)) == (holds == "yes")


FIRST = "The board of the harbour has met on Tuesday evening and has granted the licence to the pilots of Lund."
SECOND = "Nine of eleven members were for it, said its clerk, and the work begins in the first week of May."
PLACES = {
    "text.txt": "{mark}\n\nThe crane is granted\n\n" + f"{FIRST}\n\n{SECOND}\n",
    "below.txt": "The crane is granted\n\n{mark}\n\n" + f"{FIRST}\n\n{SECOND}\n",
    "end.txt": "The crane is granted\n\n" + f"{FIRST}\n\n{SECOND}\n\n" + "{mark}\n",
    "headers.txt": "Title: The crane is granted\n{mark}\nSource: Quay Letter\n\n" + f"{FIRST}\n\n{SECOND}\n",
    "bold.md": "# The crane is granted\n\n**{mark}**\n\n" + f"{FIRST}\n\n{SECOND}\n",
    "quoted.md": "> {mark}\n\n# The crane is granted\n\n" + f"{FIRST}\n\n{SECOND}\n",
    "letter.eml": "From: Quay <q@quay.example>\nSubject: The crane\nContent-Type: text/plain;"
    " charset=utf-8\n\n{mark}\n\n"
    f"{FIRST}\n\n{SECOND}\n",
    "page.html": "<!doctype html><html><head><title>The crane is granted</title></head><body><article>"
    f"<h1>The crane is granted</h1><p>{{mark}}</p><p>{FIRST}</p><p>{SECOND}</p></article></body></html>",
    "record.json": '{{"title": "The crane is granted", "text": "{mark}\\n' + f'{FIRST}\\n{SECOND}"}}}}',
}


@pytest.mark.parametrize(
    "mark", ["Internal only", "VERTRAULICH – nicht weitergeben", "NE PAS DIFFUSER", "机密", "社外秘"]
)
@pytest.mark.parametrize("name", PLACES)
def test_a_banner_holds_back_wherever_it_stands(site: Path, name: str, mark: str) -> None:
    done = bring(site, name, PLACES[name].format(mark=mark))
    assert [held.why for held in done.held] == [mark]
    (path,) = done.created
    text = (site / path).read_text(encoding="utf-8")
    assert "\ndraft: true\n" in text
    assert mark not in text.rpartition("---\n")[2]


@pytest.mark.parametrize("mark", ["Visibility: private", "Status: embargoed", "Audience: staff", "Einstufung: intern"])
@pytest.mark.parametrize("name", ["text.txt", "below.txt", "headers.txt", "bold.md", "letter.eml", "record.json"])
def test_a_header_line_holds_back_wherever_it_stands(site: Path, name: str, mark: str) -> None:
    done = bring(site, name, PLACES[name].format(mark=mark))
    assert [held.why for held in done.held] == [mark]


def test_in_a_dump_only_the_article_that_says_so_is_held_back(site: Path) -> None:
    one = f"Title: The crane is granted\nSource: Quay Letter\nDate: 2026-03-03\n\n{FIRST}\n\n{SECOND}\n"
    other = (
        "Title: Eggs are dear\nSource: Quay Letter\nAudience: staff\nDate: 2026-03-03\n\nEggs cost six crowns a dozen"
        " since "
        "Monday, twice the price of a year ago, the grocers of Ostmark said.\n\nThe hens of the island have been ill.\n"
    )
    done = bring(site, "dump.txt", f"{one}\n{other}")
    assert [(held.title, held.why) for held in done.held] == [("Eggs are dear", "Audience: staff")]
    assert len(done.created) == 2


def test_the_notice_below_a_letter_is_about_the_letter(site: Path) -> None:
    notice = "This e-mail is confidential and intended for the addressee only."
    done = bring(site, "letter.eml", PLACES["letter.eml"].format(mark="Good day") + f"\n{notice}\n")
    assert not done.held


HEADERS = [
    ("X-Audience: staff", "staff"),
    ("X-Axle-Visibility: private", "private"),
    ("X-Confidential: yes", "confidential: yes"),
    ("X-Do-Not-Publish: 1", "do not publish: 1"),
    ("X-Distribution: internal", "internal"),
    ("msip_labels: MSIP_Label_1_Enabled=True; MSIP_Label_1_Name=Confidential", "Confidential"),
    ("Sensitivity: Normal", ""),
    ("Status: RO", ""),
    ("X-Spam-Status: No", ""),
    ("X-Mozilla-Status: 0001", ""),
    ("Distribution: world", ""),
    ("X-Public: true", ""),
]


@pytest.mark.parametrize(("header", "held"), HEADERS)
def test_headers_of_letters_say_who_may_read_them(header: str, held: str) -> None:
    documents, _ = read_any("a.eml", MAIL.format(mark=header, text=TEXT).encode())
    assert documents[0].given.held == held


def test_an_embargo_in_a_header_of_a_letter_is_its_embargo() -> None:
    documents, _ = read_any("a.eml", MAIL.format(mark="X-Embargo-Until: 5 March 2031 10:00", text=TEXT).encode())
    assert (documents[0].given.held, documents[0].given.embargo) == ("", "2031-03-05T10:00:00")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    settled_site(tmp_path)
    return tmp_path


def bring(site: Path, name: str, data: str) -> ImportReport:
    (site / name).write_text(data, encoding="utf-8")
    return run_import(ImportRequest(site, (site / name,), publish=True))


@pytest.mark.parametrize(("kind", "mark", "held"), MARKS)
def test_publish_does_not_publish_it(site: Path, kind: str, mark: str, held: str) -> None:
    done = bring(site, *carried(kind, mark))
    (path,) = done.created
    brief, _ = parse_brief(Source(path, (site / path).read_text(encoding="utf-8")))
    assert brief is not None
    assert brief.draft
    assert [h.why.casefold() for h in done.held] == [held.casefold()]


def test_the_import_names_what_is_held_back_and_refuses_what_was_thrown_away(site: Path) -> None:
    records = [
        {"title": "Names of the informants", "text": TEXT, "status": "private"},
        {
            "title": "Old news",
            "text": "The harbour sold its last tug to the museum of Lund in spring.",
            "status": "trash",
        },
        {"title": "Ferry fares rise", "text": "Ferry fares rise by a crown in May, the line said on Monday evening."},
    ]
    done = bring(site, "all.json", json.dumps(records))
    path = "briefings/undated/names-of-the-informants.md"
    assert done.held == (HeldBack(path, "Names of the informants", "private", ""),)
    assert import_json(done)["held"] == [
        {"path": path, "title": "Names of the informants", "why": "private", "until": "", "place": ""}
    ]
    lines = list(import_lines(done, dry_run=False))
    assert '  held back: "Names of the informants" (private)' in lines
    assert done.refused == (('all.json#2 "Old news"', "its source has thrown it away"),)
    assert "trash" not in "".join(p.read_text(encoding="utf-8") for p in site.glob("briefings/**/*.md"))


def test_a_held_text_is_no_copy_and_no_version_of_a_public_one(site: Path) -> None:
    public = {"title": "Tug strike", "url": "https://q.example/1", "text": TEXT}
    bring(site, "a.json", json.dumps(public))
    held = {**public, "text": TEXT + " The third one is the clerk of the board himself.", "status": "private"}
    done = bring(site, "b.json", json.dumps(held))
    assert (done.updated, done.folded, len(done.created)) == ((), (), 1)
    texts = {p.name: p.read_text(encoding="utf-8") for p in site.glob("briefings/undated/*.md")}
    assert [name for name, text in texts.items() if "third one" in text and "draft: true" not in text] == []


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.jsonl", '{"title": "No text", "url": "https://q.example/2"}', "it has an address and no text"),
        ("q.json", '{"version": "jsonfeed.org/version/1", "items": [{"title": "Live: storm"}]}', "it has no text"),
        ("bin.json", '{"title": "Old", "text": "Words that were thrown away.", "status": "trash"}',
         "its source has thrown it away"),
    ],
)  # fmt: skip
def test_a_file_of_which_nothing_is_taken_is_an_error_that_names_it(site: Path, name: str, data: str, why: str) -> None:
    done = bring(site, name, data)
    assert [show(d) for d in done.diagnostics if d.code == "nothing-taken"] == [
        f"{site / name}: error[nothing-taken]: nothing was taken from the file: {why}\n"
        "  help: look at the other messages about it; `--from` names its format if it was taken for another"
    ]
    assert [reason for _, reason in done.refused] == [why]


def test_a_file_of_fragments_and_an_empty_folder_are_errors_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "a.txt").write_text("Too short", encoding="utf-8")
    (site / "empty").mkdir()
    for _ in range(2):
        assert main(["--site", str(site), "import", str(site / "a.txt")]) == 1
        assert "a.txt: error[nothing-taken]: nothing was taken from the file: it has fewer than 8 words\n" in (
            capsys.readouterr().err
        )
    assert main(["--site", str(site), "import", str(site / "empty")]) == 1
    assert f"{site / 'empty'}: error[nothing-taken]: nothing was taken from the folder: it holds no file\n" in (
        capsys.readouterr().err
    )


def test_a_file_whose_articles_are_known_is_no_error(site: Path) -> None:
    bring(site, "a.json", json.dumps({"title": "Tug strike", "text": TEXT}))
    done = run_import(ImportRequest(site, (site / "a.json",)))
    assert [d.code for d in done.diagnostics] == []


HELD_FRONT = ["draft : true", '"draft": true', "'draft': yes", "publish_at:", "publish_at: never", "embargo_until:"]
HELD_FRONT += ["draft:true", "tags: [a", "private : true", "published : false"]


@pytest.mark.parametrize("line", HELD_FRONT)
def test_front_matter_holds_back_however_it_is_typed_and_where_it_cannot_be_read(line: str) -> None:
    """Spaces and quotes around a key, an empty moment, and a line that is no YAML."""
    text = f"---\ntitle: The harbour office\ndate: 2026-03-01\n{line}\n---\nThe office opened its doors on Monday.\n"
    (document,), _ = read_any("a.md", text.encode())
    assert document.given.held
    assert len(document.paragraphs) == 1


@pytest.mark.parametrize("line", ["draft : no", "embargo: no", "embargo_until: null", '"author": A. Beck'])
def test_front_matter_that_holds_nothing_back_is_read_however_it_is_typed(line: str) -> None:
    text = f"---\ntitle: The harbour office\ndate: 2026-03-01\n{line}\n---\nThe office opened its doors on Monday.\n"
    (document,), _ = read_any("a.md", text.encode())
    assert (document.given.held, document.given.title) == ("", "The harbour office")


def test_the_import_says_where_a_line_holds_its_text_back(site: Path) -> None:
    done = bring(site, "mill.txt", f"The mill is sold\n\n{TEXT}\n\nFerry fares rise in May.\n\nNOT FOR PUBLICATION\n")
    assert [(held.why, held.place) for held in done.held] == [("NOT FOR PUBLICATION", "mill.txt:7")]
    assert '  held back: "The mill is sold" (NOT FOR PUBLICATION, mill.txt:7)' in list(
        import_lines(done, dry_run=False)
    )


STATED: list[tuple[str, object]] = [
    ("zveřejněno", "ne"),
    ("koncept", "ano"),
    ("stav", "koncept"),
    ("zverejnené", "nie"),
    ("publikálva", "nem"),
    ("állapot", "vázlat"),
    ("publicat", "nu"),
    ("ciornă", "da"),
    ("publicerad", "nej"),
    ("utkast", "ja"),
    ("offentliggjort", "nej"),
    ("kladde", "ja"),
    ("publisert", "nei"),
    ("julkaistu", "ei"),
    ("luonnos", "kyllä"),
    ("tila", "luonnos"),
    ("avaldatud", "ei"),
    ("mustand", "jah"),
    ("publicēts", "nē"),
    ("melnraksts", "jā"),
    ("paskelbta", "ne"),
    ("juodraštis", "taip"),
    ("δημοσιευμένο", "όχι"),
    ("πρόχειρο", "ναι"),
    ("yayınlandı", "hayır"),
    ("taslak", "evet"),
    ("опубликовано", "нет"),
    ("опубліковано", "ні"),
    ("чернетка", "так"),
    ("публикувано", "не"),
    ("чернова", "да"),
    ("објављено", "не"),
    ("objavljeno", "ne"),
    ("nacrt", "da"),
    ("منشور", "لا"),
    ("מפורסם", "לא"),
    ("טיוטה", "כן"),
    ("منتشرشده", "خیر"),
    ("پیش\u200cنویس", "بله"),
    ("公開", "いいえ"),
    ("已发布", "否"),
    ("공개", "아니오"),
    ("초안", "예"),
    ("diterbitkan", "tidak"),
    ("draf", "ya"),
    ("đã xuất bản", "không"),
    ("प्रकाशित", "नहीं"),
    ("मसौदा", "हाँ"),
    ("go_ahead", "no"),
    ("cleared_for_release", False),
    ("legalApproved", "pending"),
    ("signed_off", "no"),
    ("validé", "non"),
    ("aprobado", "no"),
    ("geprüft", "nein"),
    ("approvato", "no"),
    ("goedgekeurd", "nee"),
    ("zatwierdzone", "nie"),
    ("openbaar", "nee"),
    ("público", "não"),
    ("pubblica", "no"),
    ("wpStatus", "draft"),
    ("post-status", "auto-draft"),
    ("categories", ["internal"]),
    ("category", "Entwürfe"),
    ("labels", ["brouillon"]),
    ("_private", True),
    ("is_hidden", 1),
    ("not_public", "yes"),
    ("published_at", ""),
    ("published_at", None),
    ("date_published", "tbd"),
    ("audience", "patrons"),
    ("visible", 0),
    ("public_ready", "n"),
    ("freigegeben", "false"),
    ("sichtbar für", "Redaktion"),
    ("diffusion", "interne"),
    ("stato", "in revisione"),
    ("estado", "pendiente"),
    ("statut", "en attente"),
    ("situação", "rascunho"),
    ("nur_intern", "ja"),
]
"""Keys and values of exports in many languages that hold their text back."""
UNSTATED: list[tuple[str, object]] = [
    ("zveřejněno", "ano"),
    ("koncept", "ne"),
    ("publicerad", "2026-03-01"),
    ("publicerad", "ja"),
    ("julkaistu", "3.3.2026"),
    ("opublikowano", "tak"),
    ("yayınlandı", "evet"),
    ("опубликовано", "да"),
    ("公開", "はい"),
    ("已发布", "是"),
    ("공개", "예"),
    ("draft", "no"),
    ("category", "Politics"),
    ("category", "Private equity"),
    ("categories", ["secret service"]),
    ("labels", ["drafts of laws"]),
    ("keywords", ["internal market"]),
    ("section", "Inland"),
    ("approved", "yes"),
    ("published_at", "2026-03-01"),
    ("audience", "everyone"),
    ("visible", 1),
    ("freigegeben", "ja"),
    ("estado", "Jalisco"),
    ("stato", "pubblicato"),
    ("situação", "publicado"),
    ("stand", "3. März 2026"),
    ("public", "true"),
    ("reviewed", "2026-02-01"),
    ("reading_time", "no"),
    ("comments", "no"),
    ("featured", False),
    ("sponsored", "no"),
    ("sticky", "0"),
    ("translated", "no"),
    ("paid_by", "readers"),
    ("private_school", "no"),
    ("secretary", "yes"),
    ("draftsman", "yes"),
    ("edition", "draft beer special"),
    ("statut", "publié"),
    ("publisher", "No Press"),
    ("publication", "The Daily"),
    ("releases", "12"),
    ("hidden_gem", "The mill"),
    ("visibility_km", 10),
    ("topic", "draft"),
    ("author", "Private"),
    ("publish_date", None),
]
"""Those that do not."""


def marked(key: str, value: object) -> bool:
    """Whether a record with a key is held back; what was thrown away is not taken at all."""
    documents, _ = read_any("a.json", record(**{key: value}).encode())
    return not documents or bool(documents[0].given.held or documents[0].given.embargo)


@pytest.mark.parametrize(("key", "value"), STATED)
def test_a_key_and_its_value_hold_a_record_back_in_the_words_of_many_languages(key: str, value: object) -> None:
    assert marked(key, value)


@pytest.mark.parametrize(("key", "value"), UNSTATED)
def test_a_key_about_something_else_or_a_public_one_holds_no_record_back(key: str, value: object) -> None:
    assert not marked(key, value)


@pytest.mark.parametrize("key", ["expires_at", "expiresOn", "unpublish", "takedown_date", "valid_until"])
def test_what_its_source_takes_down_is_public_no_longer_than_there(site: Path, key: str) -> None:
    days = {"old": "2020-05-05", "later": "2031-05-05"}
    for name, day in days.items():
        words = {"title": f"The {name} mill", "text": f"{TEXT} It was the {name} mill.", key: day}
        (site / f"{name}.json").write_text(json.dumps(words), encoding="utf-8")
        done = run_import(ImportRequest(site, (site / f"{name}.json",), publish=True, at="2026-11-29T21:00:00Z"))
        assert [held.why for held in done.held] == (["expired 2020-05-05"] if name == "old" else [])
        assert f"\nexpires_at: {day}T00:00:00\n" in (site / done.created[0]).read_text(encoding="utf-8")


EXCLUDING: list[tuple[str, object]] = [
    ("acl", ["members"]),
    ("privacy", {"level": "friends"}),
    ("acl", [{"principal": "staff", "permission": "read"}]),
    ("access", {"groups": ["sailing club"]}),
    ("permissions", {"read": ["group:x9"], "write": ["me"]}),
    ("audience", "the harbour board"),
    ("visibility", "contacts"),
    ("groups", ["editors", "lawyers"]),
    ("viewers", ["ada@desk.example"]),
    ("readers", "Ada and Tom"),
    ("allowed_groups", ["board"]),
    ("privacySetting", "circle"),
    ("sharedWith", ["Ada"]),
    ("privacy", "unlisted"),
    ("acl", {"read": {"users": ["ada"]}}),
    ("meta", {"acl": ["members"]}),
    ("access_level", "tier 2"),
    ("visibility", {"public": False}),
    ("privacy", {"friends": True}),
    ("accessRights", "closedAccess"),
    ("audience", ["Vorstand", "Hafenamt"]),
    ("zugriff", "Hafenamt"),
    ("sichtbarkeit", "Freundeskreis"),
    ("visibilité", "cercle proche"),
    ("visibilidad", "contactos"),
    ("accesso", "soli amici"),
    ("toegang", "kennissen"),
    ("dostęp", "znajomi"),
    ("hozzáférés", "barátok"),
    ("доступ", "друзья"),
    ("公开范围", "好友"),
    ("公開範囲", "友達"),
    ("공개범위", "친구"),
    ("görünürlük", "arkadaşlar"),
    ("الوصول", "الأصدقاء"),
    ("dg-publish", False),
    ("obsidian-publish", "no"),
    ("share-public", "no"),
    ("quartz_publish", "nein"),
    ("notion-published", 0),
    ("ghost_visibility", "paid-members"),
    ("dg-private", True),
    ("share-draft", "yes"),
    ("wp-visibility", "contacts"),
    ("obsidianPublish", False),
    ("acl", "-rw-------"),
    ("privacy", "yes"),
    ("access", "no"),
]
"""Keys that speak of readers, however deeply nested, with values that name some of them and not everybody; and keys of
tools, read by their last word."""
INCLUDING: list[tuple[str, object]] = [
    ("acl", ["public"]),
    ("acl", ["members", "everyone"]),
    ("privacy", {"level": "public"}),
    ("permissions", {"read": ["group:__world__"], "write": ["me"]}),
    ("permissions", {"write": ["me"]}),
    ("acl", [{"type": "anyone", "role": "reader"}]),
    ("audience", "general public"),
    ("visibility", "für alle"),
    ("visibility", "Öffentlich"),
    ("access", "open access"),
    ("access", "free"),
    ("accessRights", "openAccess"),
    ("access_date", "2026-03-03"),
    ("accessed", "2026-03-03"),
    ("last_access", "2026-03-03"),
    ("visibilité", "tout le monde"),
    ("visibilidad", "pública"),
    ("доступ", "для всех"),
    ("公开范围", "所有人"),
    ("公開範囲", "全員"),
    ("공개범위", "전체"),
    ("görünürlük", "herkese açık"),
    ("acl", None),
    ("acl", []),
    ("permissions", {}),
    ("audience", ""),
    ("dg-publish", True),
    ("obsidian-publish", "yes"),
    ("share-public", True),
    ("privacy", "no"),
    ("privacy", {"private": False}),
    ("access", "yes"),
    ("group", "Tideworks"),
    ("role", "mayor"),
    ("private_school", "no"),
    ("access_road", "closed"),
    ("visibility_km", 10),
    ("accessibility", "step-free"),
    ("privacy_policy", "https://q.example/p"),
    ("status", "opublikowano"),
    ("status", "veröffentlicht"),
    ("status", "publicerat"),
    ("estado", "publicada"),
    ("stav", "zveřejněný"),
    ("status", "julkaistu"),
    ("tila", "julkaistu"),
    ("dg-publish", None),
]
"""Such keys that keep nobody out or name nobody, and keys about something else."""


@pytest.mark.parametrize(("key", "value"), EXCLUDING)
def test_a_key_about_readers_that_names_only_some_holds_its_record_back(key: str, value: object) -> None:
    assert marked(key, value)


@pytest.mark.parametrize(("key", "value"), INCLUDING)
def test_a_key_about_readers_that_names_everybody_or_nobody_holds_nothing_back(key: str, value: object) -> None:
    assert not marked(key, value)


@pytest.mark.parametrize(
    "line", ["acl: [members]", "privacy: {level: friends}", "dg-publish: false", "groups: [board]"]
)
def test_front_matter_of_a_brief_that_names_only_some_readers_is_an_error(line: str) -> None:
    text = f"---\ntitle: Names\ndate: 2026-03-03\nsummary: s\n{line}\n---\n{TEXT}\n"
    brief, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert brief is None
    assert diagnostics


DECIDED = [
    (key, value)
    for key in ("moderation_status", "moderationState", "moderation", "approval_status", "editorial-status")
    for value in ("DENIED", "rejected", "spam", "declined", "Pending", "blocked", "withdrawn")
]
PASSED = [
    ("moderation_status", "approved"),
    ("moderation", "light"),
    ("approval_status", "done"),
    ("tags", ["spam", "rejected"]),
    ("is_spam", False),
    ("blocked", "no"),
    ("denied", "The minister denied it"),
]


@pytest.mark.parametrize(("key", "value"), [*DECIDED, ("is_spam", True), ("spam", "yes")])
def test_what_moderators_have_not_let_through_is_held_back(key: str, value: object) -> None:
    assert read_marks([(key, value)]).held


@pytest.mark.parametrize(("key", "value"), PASSED)
def test_what_moderators_let_through_and_other_words_of_theirs_hold_nothing_back(key: str, value: object) -> None:
    assert not read_marks([(key, value)]).held


def test_of_a_text_behind_a_paywall_the_import_says_how_to_go_on(site: Path) -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Names", "isAccessibleForFree": False})
    script = f'<script type="application/ld+json">{data}</script>'
    page = (
        f"<!doctype html><html><head>{script}</head><body><article><h1>Names</h1><p>{TEXT}</p></article></body></html>"
    )
    lines = list(import_lines(bring(site, "a.html", page), dry_run=False))
    at = lines.index('  held back: "Names" (isAccessibleForFree: False)')
    assert lines[at + 1 : at + 3] == [
        "        briefings/undated/names.md is not public, because its source is not",
        "        only its subscribers may read it whole: say it in your own words, then take out `draft: true`",
    ]
