"""Warnings of mail gateways, and what is below the words with which a letter ends, are no text, in any language."""

from email.message import EmailMessage

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels.goodbyes import is_goodbye
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.closed.gateways import GATEWAY, is_gateway_warning

TEXT = (
    "The harbour of Ellan closes its eastern quay for six weeks. Divers found holes in two of the piles.",
    "The ferry will land at the coal pier, says the harbour master Una Brod. Buses wait there from Monday on.",
    "The work costs 2.3 million. The quay was built in 1911 and repaired once, after the great storm.",
)
WARNINGS = (
    "[EXTERNAL]", "EXTERNAL EMAIL", "External email: use caution with links", "EXTERNE E-MAIL",
    "WARNING! This message was sent by an unknown sender. Think before you open its attachments.",
    "Vorsicht! Absender unbekannt. Öffnen Sie keine Anhänge dieser Nachricht.",
    "ATTENTION : ce courriel vient d'une adresse extérieure à l'entreprise. N'ouvrez aucune pièce jointe.",
    "PRECAUCIÓN: este correo viene de fuera de la empresa. No abra los archivos adjuntos.",
    "ATTENZIONE: questa e-mail proviene dall'esterno. Non aprire allegati.",
    "CUIDADO: mensagem de fora da empresa. Não abra anexos.",
    "LET OP: dit bericht komt van buiten het bedrijf. Open geen bijlagen.",
    "VARNING: Detta mejl kommer från en extern avsändare. Öppna inga länkar.",
    "ADVARSEL: denne mail kommer udefra. Klik ikke på links.",
    "VAROITUS: viesti on yrityksen ulkopuolelta. Älä avaa liitteitä.",
    "UWAGA: wiadomość spoza firmy. Nie otwieraj załączników.",
    "POZOR: tato zpráva je z vnějšku, od neznámého odesílatele. Neotvírejte přílohy.",
    "FIGYELEM! Külső üzenet. Ne nyissa meg a csatolmányt.",
    "ВНИМАНИЕ! Письмо от внешнего отправителя. Не переходите по ссылкам.",
    "УВАГА: лист надійшов ззовні. Не відкривайте вкладень.",
    "ΠΡΟΣΟΧΗ: το μήνυμα είναι από εξωτερικό αποστολέα. Μην ανοίγετε συνημμένα.",
    "DİKKAT: Bu ileti şirket dışından geldi. Ekleri açmayın.",
    "警告：此邮件来自公司外部，请勿点击链接。",
    "【注意】このメールは社外から届きました。添付ファイルに注意してください。",
    "주의: 외부에서 온 메일입니다. 첨부 파일을 열지 마세요.", "تحذير: هذه الرسالة من خارج الشركة. لا تفتح المرفقات.",
    "זהירות: הודעה זו נשלחה מחוץ לחברה. אין לפתוח קבצים.",
    "هشدار: این ایمیل از بیرون، خارج از سازمان، آمده است. پیوست را باز نکنید.",
    "PERINGATAN: surel ini dari luar perusahaan. Jangan buka lampiran.",
    "Cảnh báo: thư từ bên ngoài công ty. Không mở tệp đính kèm.",
)  # fmt: skip
NEWS = (
    "The mail boat to the outer isles links three harbours outside the bay, and takes care of parcels.",
    "Die Post schließt ihre Filiale in Birkenhagen. Die Kunden müssen in einen Laden außerhalb des Ortes.",
    "A message from an unknown sender reached the council on Monday.",
    "Le courriel du maire a fait scandale.",
)
GOODBYES = (
    "Kind regards,", "Mit freundlichen Grüßen", "Cordialement,", "Un saludo,", "Cordiali saluti",
    "Com os melhores cumprimentos,",
    "Met vriendelijke groet,", "Med vänliga hälsningar", "Med venlig hilsen", "Ystävällisin terveisin",
    "Með bestu kveðju",
    "Lugupidamisega", "Ar cieņu", "Pagarbiai", "Z poważaniem", "S pozdravem", "S úctou,", "Lep pozdrav,",
    "S poštovanjem,",
    "Са поштовањем,", "Со почит,", "С уважение,", "С уважением,", "З повагою,", "Cu stimă,", "Üdvözlettel:",
    "Με εκτίμηση,",
    "Saygılarımla,", "Hormat kami,", "Trân trọng,", "ขอแสดงความนับถือ", "सादर,", "با احترام", "مع التحية،", "בברכה,",
    "敬具", "此致", "감사합니다.",
    "Wasalaam,", "Atentament,", "Saúdos,", "Yn gywir,", "Adeitasunez,", "Me respekt,", "პატივისცემით,",
)  # fmt: skip
CARD = "Una Brod\nspokeswoman\nPort of Ellan\nTel. +354 555 0199\nwww.ellan.example"


def letter(body: str, sender: str = "Una Brod <una@ellan.example>") -> FileRead:
    """What is read of a plain letter."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "desk@paper.example", "Quay closes"
    message["Date"] = "Mon, 17 Aug 2026 15:00:00 +0200"
    message.set_content(body)
    documents, found = read_any("a.eml", message.as_bytes())
    return split_all("a.eml", documents, found, Decisions())


def text_of(read: FileRead) -> tuple[str, ...]:
    """The text of the one article that was read."""
    assert len(read.articles) == 1
    return tuple(p.text for n, p in enumerate(read.articles[0].paragraphs) if n not in read.metas[0].skipped)


@pytest.mark.parametrize("warning", WARNINGS)
@pytest.mark.parametrize("above", [True, False])
def test_a_warning_of_a_mail_gateway_is_no_text(warning: str, above: bool) -> None:
    parts = [f"Dear editors,\n\n{TEXT[0]}", *TEXT[1:]]
    read = letter("\n\n".join([warning, *parts] if above else [*parts, warning]))
    assert text_of(read) == TEXT
    assert GATEWAY in {p.aside for p in read.articles[0].paragraphs}


@pytest.mark.parametrize("sentence", NEWS)
def test_news_about_letters_is_no_warning(sentence: str) -> None:
    assert not is_gateway_warning(sentence)


@pytest.mark.parametrize("goodbye", GOODBYES)
def test_what_is_below_words_of_goodbye_is_a_signature(goodbye: str) -> None:
    read = letter("\n\n".join((*TEXT, goodbye, CARD)), "Port of Ellan <press@ellan.example>")
    assert text_of(read) == TEXT


def test_a_card_below_the_text_is_a_signature_without_any_goodbye() -> None:
    assert text_of(letter("\n\n".join((*TEXT, CARD)))) == TEXT


@pytest.mark.parametrize("sentence", ["Sincerely held beliefs were at stake.", "Respectfully put words"])
def test_a_sentence_that_begins_with_such_a_word_says_no_goodbye(sentence: str) -> None:
    assert not is_goodbye(sentence)
