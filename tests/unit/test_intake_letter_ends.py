"""What letters have around their text, in many languages: greetings, goodbyes, quotations, whom to ask."""

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import RawDocument

TEXT = "The bridge opens on 15 December and not on 5 December, as the paper said in the morning."
QUOTED = "> Is it true that the bridge opens soon?\n> Thank you\n"


def letter(body: str, subject: str = "Bridge") -> RawDocument:
    head = f"From: Halina Wrona <wrona@roads.example>\nTo: desk@voice.example\nSubject: {subject}\n"
    date = "Date: Wed, 25 Nov 2026 10:30:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
    (document,), _ = read_any("a.eml", (head + date + body).encode())
    return document


def kept(document: RawDocument) -> list[str]:
    return [one.text for one in document.paragraphs if not one.aside]


ATTRIBUTIONS = [
    "W dniu 25.11.2026 o 08:14, Redakcja Głosu pisze:",
    "Dne 25. 11. 2026 v 8:14 napsala redakce Hlas:",
    "2026-11-25 08:14 keltezéssel, Hang szerkesztőség írta:",
    "Op 25-11-2026 om 08:14 heeft de redactie gezegd:",
    "Pe 25 nov. 2026, la 08:14, Redactia a scris:",
    "25.11.2026 08:14, Redaktion skrev följande:",
    "В 08:14 25.11.2026 редакция спросила:",
    "Στις 25/11/2026 08:14, η σύνταξη έγραψε:",
]


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_a_line_with_a_day_and_a_time_above_a_quotation_says_who_wrote_it(line: str) -> None:
    document = letter(f"{TEXT}\n\n{line}\n{QUOTED}", "Re: Bridge")
    assert kept(document) == [TEXT]
    left = " ".join(one.text for one in (*document.paragraphs, *document.around) if one.aside)
    assert line in left
    assert "Is it true" in left


def test_a_sentence_with_a_day_above_a_quotation_of_the_letter_is_text() -> None:
    text = "On 3 May the mayor said in the council:"
    assert kept(letter(f"{TEXT}\n\n{text}\n{QUOTED}"))[1] == text


ENDS = [
    "Pozdrawiam\nHalina Wrona\nBiuro prasowe",
    "Hezký den\n\nHalina Wrona",
    "Abraços,\nHalina Wrona",
    "Mvh\n\nHalina Wrona\nTel. 0700 10 20 30",
    "Na shledanou\n\nHalina Wrona",
    "Tschüss und bis morgen\n\nHalina Wrona",
    "Halina Wrona\nRoad office",
]


@pytest.mark.parametrize("end", ENDS)
def test_the_name_of_the_sender_and_the_goodbye_above_it_are_a_signature_in_any_language(end: str) -> None:
    document = letter(f"{TEXT}\n\n{end}\n")
    assert kept(document) == [TEXT]
    assert {one.aside for one in document.paragraphs if one.text != TEXT} == {"a signature"}


def test_a_sentence_above_the_name_of_the_sender_is_text() -> None:
    assert kept(letter(f"{TEXT}\n\nIt will stay so.\n\nHalina Wrona\n")) == [TEXT, "It will stay so."]


@pytest.mark.parametrize(
    "greeting",
    [
        "Dzień dobry,",
        "Hello all!",
        "Sehr geehrte Damen und Herren,",
        "Bonjour Paul,",
        "您好，",
        "안녕하세요,",
        "お世話になっております。",
    ],
)
def test_a_greeting_at_the_top_of_a_letter_is_no_text(greeting: str) -> None:
    document = letter(f"{greeting}\n\n{TEXT}\n")
    assert kept(document) == [TEXT]
    assert document.paragraphs[0].aside == "the beginning of the letter"


CONTACTS = [
    "Más información:", "Pour plus d'informations :", "Per ulteriori informazioni:", "Mais informações:",
    "Meer informatie:", "Więcej informacji:", "Für nähere Auskünfte:", "För mer information:",
    "Дополнительная информация:", "Daha fazla bilgi:",
]  # fmt: skip


@pytest.mark.parametrize("label", CONTACTS)
def test_names_and_numbers_below_an_offer_of_information_are_a_contact(label: str) -> None:
    document = letter(f"{TEXT}\n\n{label}\nLola Paz\nTel. 600 000 111\npaz@roads.example\n")
    assert kept(document) == [TEXT]
    assert {one.aside for one in document.paragraphs[1:]} == {"a contact for the press"}


NOTES = [
    "Noot voor de redactie: de wethouder is te bereiken op kantoor.",
    "Note à l'attention des rédactions : la maire est joignable ce soir.",
    "Nota para los editores: el alcalde atiende esta tarde.",
    "Nota à redação: o presidente fala hoje à tarde.",
    "Nota per la redazione: il sindaco parla domani mattina.",
    "Uwaga dla redakcji: burmistrz odpowiada na pytania jutro.",
    "Notering till redaktionen: borgmästaren nås i kväll.",
    "Примечание для редакторов: мэр ответит вечером.",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_to_editors_is_no_text_in_any_language(note: str) -> None:
    document = letter(f"{TEXT}\n\n{note}\n")
    assert kept(document) == [TEXT]
    assert document.paragraphs[-1].aside == "a note to editors"


RELEASE = (
    "-----Original Message-----\nFrom: Hillcrest Zoo <media@zoo.example>\nSent: Wednesday, November 18, 2026 9:02 AM\n"
    "To: Ravi <ravi@paper.example>\nSubject: Zoo names tapir\n\nThe zoo has named its tapir Pudding after 12,000 "
    "people voted on its page.\n"
)


@pytest.mark.parametrize("subject", ["RE: FW: Zoo names tapir", "AW: WG: Zoo", "Re: Re: Fwd: Zoo", "Odp: FW: Zoo"])
def test_a_short_answer_to_one_who_passed_a_letter_on_is_a_remark(subject: str) -> None:
    document = letter(f"Works for me, let us run it in the Thursday edition.\n\nHalina Wrona\n\n{RELEASE}", subject)
    assert kept(document) == ["The zoo has named its tapir Pudding after 12,000 people voted on its page."]
    assert (document.given.title, document.given.outlet) == ("Zoo names tapir", "Hillcrest Zoo")


def test_an_answer_that_nobody_passed_on_stays_the_text() -> None:
    document = letter(f"{TEXT}\n\n{RELEASE}", "RE: Zoo names tapir")
    assert kept(document) == [TEXT]


@pytest.mark.parametrize("end", ["감사합니다.\n\nHalina Wrona 드림", "Halina Wrona 올림"])
def test_a_word_behind_the_name_of_the_sender_makes_no_other_line_of_it(end: str) -> None:
    assert "Halina Wrona" not in " ".join(kept(letter(f"{TEXT}\n\n{end}\n")))


EASTERN = ["よろしくお願いいたします。", "何卒宜しくお願い申し上げます。", "감사합니다.", "谢谢！", "此致", "以上"]


@pytest.mark.parametrize("goodbye", EASTERN)
@pytest.mark.parametrize("sign", ["", "-- \n"])
def test_words_of_goodbye_in_eastern_scripts_begin_a_signature(goodbye: str, sign: str) -> None:
    document = letter(f"{TEXT}\n\n{goodbye}\n{sign}広報課 森本\nTEL 03-5550-0101\n")
    assert kept(document) == [TEXT]
