"""Header lines of letters that are passed on, in the languages and forms of one table; companies that send letters."""

from email.message import EmailMessage

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels.letter_heads import BY_LANGUAGE, ROLES
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.asides import why_aside
from annotated_briefings.intake.stated.senders import Sender, read_sender

TITLE = "Weir at Aldmouth is raised"
NEWS = "The weir at Aldmouth is to be raised by half a metre, the water board has decided. Work begins in May."
MORE = "Anglers fear for the salmon, which no longer reach the upper river. A ladder for fish costs two million."
REMARK = "Worth a look for Thursday."
SENDER = "Weir Board Press Office <press@weirboard.example>"


def letter(text: str, subject: str = f"FW: {TITLE}") -> FileRead:
    message = EmailMessage()
    message["From"] = "Tom Reuss <tom@desk.example>"
    message["To"] = "desk@desk.example"
    message["Subject"] = subject
    message["Date"] = "Fri, 27 Nov 2026 09:10:00 +0000"
    message.set_content(text, charset="utf-8", cte="8bit")
    documents, found = read_any("letter.eml", message.as_bytes())
    return split_all("letter.eml", documents, found, Decisions())


def facts(found: FileRead) -> list[tuple[str, str, str]]:
    return [(meta.headline.value, meta.outlet.value, meta.date.value[:10]) for meta in found.metas]


def test_each_language_has_a_form_of_each_header() -> None:
    assert len(BY_LANGUAGE) >= 40
    assert [language for language, names in BY_LANGUAGE.items() if len(names) != len(ROLES) or not all(names)] == []


@pytest.mark.parametrize("language", sorted(BY_LANGUAGE))
def test_the_headers_of_a_letter_that_was_passed_on_are_read_in_each_form(language: str) -> None:
    forms = [names.split("|") for names in BY_LANGUAGE[language]]
    for n in range(max(map(len, forms))):
        sender, date, subject, to = (own[n % len(own)].capitalize() for own in forms)
        head = f"{sender}: {SENDER}\n{date}: 2026-11-26 15:02\n{to}: desk@desk.example\n{subject}: {TITLE}"
        found = letter(f"{REMARK}\n\n________________________________\n{head}\n\n{NEWS}\n\n{MORE}\n")
        assert facts(found) == [(TITLE, "Weir Board", "2026-11-26")]
        assert [p.text for p in found.articles[0].paragraphs if not p.aside] == [NEWS, MORE]
        assert REMARK in " ".join(one.text for one in found.left_out)


@pytest.mark.parametrize("pair", [("pt", "ar"), ("bg", "hr"), ("en", "ro"), ("el", "uk"), ("id", "lt"), ("sl", "gl")])
def test_of_a_chain_of_letters_the_innermost_with_a_text_counts(pair: tuple[str, str]) -> None:
    heads = []
    for language, who, day in zip(pair, ("Ann Lee <ann@desk.example>", SENDER), ("27", "26"), strict=True):
        sender, date, subject, to = (own.split("|")[-1].capitalize() for own in BY_LANGUAGE[language])
        heads.append(
            f"{sender}: {who}\n{date}: 2026-11-{day} 15:02\n{to}: a@desk.example\n{subject}: Weir at Aldmouth is raised"
        )
    found = letter(f"{REMARK}\n\n{heads[0]}\n\nHere it is.\n\n{heads[1]}\n\n{NEWS}\n\n{MORE}\n")
    assert facts(found) == [(TITLE, "Weir Board", "2026-11-26")]
    assert [p.text for p in found.articles[0].paragraphs if not p.aside] == [NEWS, MORE]


COMPANIES = (
    "Aldmouthin Vesi Oy",
    "Weir Bau AG",
    "Lax Vattenkraft AB",
    "Elv Kraft AS",
    "Aguas del Valle S.A.",
    "Eau Vive SAS",
    "ООО Плотина",
    "АО Северный шлюз",
    "Wodociągi Alda sp. z o.o.",
    "Vodárna Alda, a.s.",
    "Vízmű Kft.",
    "Apa Nova S.R.L.",
)
UNSEEN_COMPANIES = (
    "Vannverk Nord ASA",
    "Alda Hidro d.o.o.",
    "Baraj Enerji A.Ş.",
    "Acqua Chiara S.p.A.",
    "Águas do Vale, Lda.",
    "ТОВ Гребля",
    "PT Bendungan Jaya",
    "Alda Vesi OÜ",
    "UAB Alda Vanduo",
    "Waterwerk B.V.",
    "Empresa Rio S/A",
    "Dam Holdings Ltd",
)
PAPERS = ("Вестник Алда", "Дневник Север", "Diario Alba", "Газета Плотина", "Kurier Alda", "Ahaber Haber")


@pytest.mark.parametrize("name", [*COMPANIES, *UNSEEN_COMPANIES])
@pytest.mark.parametrize("written", ["{} <news@alda.example>", '"{}" <viestinta@alda.example>'])
def test_a_company_is_an_outlet_under_its_name(name: str, written: str) -> None:
    found = read_sender(written.format(name.replace(",", "")))
    assert (found.author, found.outlet) == ("", name.replace(",", "").strip())


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_whose_name_begins_as_papers_are_called_is_an_outlet(name: str) -> None:
    assert read_sender(f"{name} <nl@alda.example>") == Sender(outlet=name)


@pytest.mark.parametrize("name", ["Anna Berg", "Jonas Brede", "Paul Lund", "Elena Sanz", "Ivan Petrov"])
def test_people_stay_people(name: str) -> None:
    first, last = name.lower().split()
    assert read_sender(f"{name} <{first}.{last}@alda.example>").author == name


NOTICES = (
    "Esta mensagem é confidencial. Se a recebeu por erro, elimine-a.",
    "Questo messaggio è confidenziale ed è destinato solo a chi è indicato sopra.",
    "Dit bericht is vertrouwelijk en alleen bedoeld voor de geadresseerde.",
    "Denne e-post er fortrolig og kun ment for mottakeren.",
    "Niniejsza wiadomość ma charakter poufny.",
    "Tato zpráva je důvěrná a je určena jen příjemci.",
    "Ova poruka je povjerljiva.",
    "Ez az üzenet bizalmas, és csak a címzettnek szól.",
    "Данное сообщение является конфиденциальным.",
    "Bu e-posta gizlidir ve yalnızca alıcısı içindir.",
    "Το παρόν μήνυμα είναι εμπιστευτικό.",
    "此邮件内容保密，仅供收件人阅读。",
)


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_of_confidence_is_no_text(notice: str) -> None:
    assert why_aside(notice) == "a notice of confidence"


@pytest.mark.parametrize("sentence", ["Esta mensagem chegou de Lisboa.", "Dit bericht bereikte ons in de nacht.", NEWS])
def test_a_sentence_about_a_message_stays_text(sentence: str) -> None:
    assert why_aside(sentence) == ""
