"""A text to whose publication nobody has agreed yet is held back: in every language, as a line, a field, a row of a
table, or an object beside the record. News about consents to other things is public."""

import json
import re
from pathlib import Path

import pytest
from many import LONG

from annotated_briefings.base.meant.approvals import lacks_consent, states_unapproved
from annotated_briefings.base.meant.word_tables import UNSPACED, read_words
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import split_all

WORDS = read_words(("base.meant", "approval_words.txt"))
KINDS = ("approval", "wait", "refused", "given", "need", "not", "until", "desk", "state", "beside")
DATA = Path(__file__).parents[1] / "data" / "stated"
TITLE = "Crane lifts last load"
FIRST = (
    "The old crane on the north quay lifted its last load on Monday, said Britta Karlsdotter of the port. "
    "Nobody was hurt when the cable gave way at noon."
)
SECOND = "The harbour board had sold the crane to a museum in May, and a ship is to carry it away before the winter."


def line(text: str) -> tuple[str, str]:
    return "a.txt", f"{TITLE}\n\n{text}\n\n{FIRST}\n\n{SECOND}\n"


def marked(text: str) -> tuple[str, str]:
    return "a.md", f"# {TITLE}\n\n{text}\n\n{FIRST}\n\n{SECOND}\n"


def row(text: str) -> tuple[str, str]:
    return marked(f"| Field | Value |\n|---|---|\n{text}")


def page(inner: str, language: str) -> tuple[str, str]:
    head = f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{TITLE}</title></head>"
    return (
        "a.html",
        f"{head}<body><article><h1>{TITLE}</h1>{inner}<p>{FIRST}</p><p>{SECOND}</p></article></body></html>",
    )


def cells(name: str, value: str, language: str = "en") -> tuple[str, str]:
    rows = f"<tr><th>Desk</th><td>Port</td></tr><tr><th>{name}</th><td>{value}</td></tr>"
    return page(f"<table>{rows}</table>", language)


def terms(name: str, value: str, language: str = "en") -> tuple[str, str]:
    return page(f"<dl><dt>Desk</dt><dd>Port</dd><dt>{name}</dt><dd>{value}</dd></dl>", language)


def around(**beside: object) -> tuple[str, str]:
    return "a.json", json.dumps({**beside, "item": {"headline": TITLE, "body": f"{FIRST}\n\n{SECOND}"}})


HELD = [
    line("*** Zustimmung der Chefredaktion steht noch aus ***"),
    line("Publication awaits sign-off from the legal desk"),
    marked("> ⚠️ En attente de l'accord du rédacteur en chef"),
    line("🔒 Publicación pendiente de la autorización del director 🔒"),
    row("| Akkoord hoofdredactie | nog niet ontvangen |"),
    row("| Autorizzazione alla pubblicazione | non ancora concessa |"),
    marked("Godkännande för publicering:: ännu inte lämnat\nAvdelning:: Hamn"),
    marked("Duyệt đăng:: chưa được duyệt"),
    line("इस लेख को संपादक की अनुमति के बिना प्रकाशित न करें"),
    line("Bado haijaidhinishwa na mhariri"),
    line("Не публиковать до согласования с главным редактором"),
    line("Очікує на погодження головного редактора"),
    line("編集長の承認が出るまで掲載しないこと"),
    line("总编尚未批准发布"),
    line("편집장 승인 전 게재 금지"),
    line("لا تنشر قبل موافقة رئيس التحرير"),
    line("ממתין לאישור העורך הראשי"),
    cells("Έγκριση δημοσίευσης", "δεν έχει δοθεί ακόμη", "el"),
    terms("Yayın onayı", "henüz verilmedi", "tr"),
    cells("Julkaisulupa", "ei vielä myönnetty", "fi"),
    line("Souhlas šéfredaktora zatím chybí"),
    line("A főszerkesztő jóváhagyására vár"),
    marked("Persetujuan terbit: belum diberikan"),
    line("รอการอนุมัติจากบรรณาธิการ"),
    line("*** Odobritev urednika še ni dana ***"),
    row("| Approval to publish | refused |"),
    around(approval={"by": "legal", "approved": False}),
    around(editorial={"stage": "second read", "signedOff": False, "desk": "port"}),
    around(clearance={"step": "second reading", "cleared": False}),
    around(workflowInfo={"stage": "draft", "assignee": "B. Holm"}),
]
LATER = [
    cells("Publikacja nie wcześniej niż", "6 marca 2031, godz. 7:00", "pl"),
    cells("Veröffentlichung frühestens", "6. März 2031, 7 Uhr", "de"),
    terms("Ne pas publier avant le", "6 mars 2031 à 7 h", "fr"),
    terms("No publicar antes del", "6 de marzo de 2031", "es"),
    row("| Niet publiceren voor | 6 maart 2031 |"),
    row("| Не публиковать ранее | 6 марта 2031 г., 7:00 |"),
    marked("Publiceras tidigast: 6 mars 2031 kl. 7.00"),
    marked("Offentliggøres tidligst:: 6. marts 2031\nAfdeling:: Havn"),
    cells("公開解禁日時", "2031年3月6日 7:00", "ja"),
]
PUBLIC = [
    line("The regulator has not yet approved the drug, its maker said."),
    line("Treaty awaiting ratification by three states"),
    line("Approval of the harbour plan is pending in the council, the mayor said."),
    marked("| Permit | State |\n|---|---|\n| Zgoda na budowę | nie udzielona |\n| Zgoda na rozbiórkę | udzielona |"),
    cells("Zgoda na budowę", "nie udzielona", "pl"),
    line("Die Genehmigung für den Kai steht noch aus, sagte die Bürgermeisterin."),
    line("La autorización de la obra está pendiente desde mayo"),
    line("Суд ожидает согласования сделки с регулятором"),
    line("新药尚未获得批准"),
    line("新薬の承認はまだ下りていない。"),
    cells("Approved by", "the harbour board"),
    cells("Published", "6 March 2024"),
    terms("Zulassung", "noch nicht beantragt", "de"),
    marked("Approval rating: 41 per cent"),
    around(meta={"approved": True, "stage": "published"}),
    around(user={"name": "B. Holm", "active": False}),
    around(paging={"next": None, "live": False}),
    line("Budget not approved before the summer, says council"),
]


def state(file: tuple[str, str]) -> tuple[str, str]:
    """What holds the one article of a file back, and until when."""
    name, text = file
    documents, _ = read_any(name, text.encode())
    (article,) = split_all(name, documents, (), Decisions()).articles
    return article.given.held, article.given.embargo


def are_held(name: str, text: str) -> list[bool]:
    """Whether the articles of a file are held back, each answer once."""
    articles = split_all(name, read_any(name, text.encode())[0], (), Decisions()).articles
    return sorted({bool(one.given.held or one.given.embargo) for one in articles})


@pytest.mark.parametrize("file", HELD)
def test_a_text_without_the_consent_to_its_publication_is_held_back(file: tuple[str, str]) -> None:
    assert state(file)[0]


@pytest.mark.parametrize("file", LATER)
def test_the_earliest_day_of_publication_is_no_day_of_an_article(file: tuple[str, str]) -> None:
    assert state(file)[1].startswith("2031-03-06")


@pytest.mark.parametrize("file", PUBLIC)
def test_news_about_other_consents_is_public(file: tuple[str, str]) -> None:
    assert state(file) == ("", "")


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_words_of_every_kind(language: str) -> None:
    assert [kind for kind in KINDS if not WORDS[language].get(kind)] == []


@pytest.mark.parametrize("language", WORDS)
def test_every_language_says_that_a_consent_of_an_editor_is_missing(language: str) -> None:
    consent, missing, editor = (_spelt(WORDS[language][kind][0]) for kind in ("approval", "wait", "desk"))
    between = "" if language in UNSPACED else " "
    assert states_unapproved(f"{consent}{between}{editor}{between}{missing}")
    assert lacks_consent(f"{consent}{between}{editor}", missing)
    given = _spelt(WORDS[language]["given"][0])
    assert not states_unapproved(f"{consent}{between}{editor}{between}{given}")


def _spelt(word: str) -> str:
    """A word of the table as a text has it: without the sign for any ending."""
    return re.sub(r"\*$", "", word).replace("_", " ")


@pytest.mark.slow
@pytest.mark.parametrize("table", ["conditions.tsv", "events.tsv"])
def test_a_condition_a_plea_for_silence_or_an_event_to_come_holds_back_in_every_language(table: str) -> None:
    rows = [row.split("\t") for row in (DATA / table).read_text(encoding="utf-8").splitlines()]
    # Each row above or below the headline, in turn; in the long run in both places.
    files = [(want, "a.txt", f"{phrase}\n\n{TITLE}\n\n{FIRST}\n") for _, want, phrase in rows[:: 1 if LONG else 2]]
    files += [(want, *line(phrase)) for _, want, phrase in rows[0 if LONG else 1 :: 1 if LONG else 2]]
    assert [text for want, name, text in files if are_held(name, text) != [want == "held"]] == []


def test_an_object_beside_a_record_that_says_nothing_of_its_readers_is_named_as_unused() -> None:
    ((document,), _) = read_any("a.json", around(depot={"shelf": "B", "row": 4})[1].encode())
    assert any("shelf: B" in left.text for left in document.around)
