"""Letters that a mail program saved as a web page, and that pass another one on: whose text it is, and what is not."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

TITLE = "Seaview hospital closes its maternity ward"
LINES = (
    "The Seaview hospital will close its maternity ward on 31 March, because eight of its fourteen midwives have left.",
    "Last year 612 children were born there. The next ward is 38 kilometres away, in the town of Orla.",
)
SENDER, RECEIVER = "Seaview Hospital Press Office <press@seaview.example>", "Ida Lund <ida.lund@desk.example>"
HEADS = {
    "en": ("From:", "Sent:", "To:", "Subject:", "Monday, November 23, 2026 11:05 AM"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:", "Montag, 23. November 2026 11:05"),
    "fr": ("De :", "Envoyé :", "À :", "Objet :", "lundi 23 novembre 2026 11:05"),
    "es": ("De:", "Enviado el:", "Para:", "Asunto:", "lunes, 23 de noviembre de 2026 11:05"),
    "it": ("Da:", "Inviato:", "A:", "Oggetto:", "lunedì 23 novembre 2026 11:05"),
    "pt": ("De:", "Enviada em:", "Para:", "Assunto:", "segunda-feira, 23 de novembro de 2026 11:05"),
    "nl": ("Van:", "Verzonden:", "Aan:", "Onderwerp:", "maandag 23 november 2026 11:05"),
    "pl": ("Od:", "Wysłano:", "Do:", "Temat:", "poniedziałek, 23 listopada 2026 11:05"),
    "sv": ("Från:", "Skickat:", "Till:", "Ämne:", "den 23 november 2026 11:05"),
    "da": ("Fra:", "Sendt:", "Til:", "Emne:", "23. november 2026 11:05"),
    "fi": ("Lähettäjä:", "Lähetetty:", "Vastaanottaja:", "Aihe:", "maanantai 23. marraskuuta 2026 11.05"),
    "cs": ("Od:", "Odesláno:", "Komu:", "Předmět:", "pondělí 23. listopadu 2026 11:05"),
    "ro": ("De la:", "Trimis:", "Către:", "Subiect:", "luni, 23 noiembrie 2026 11:05"),
    "ru": ("От:", "Отправлено:", "Кому:", "Тема:", "понедельник, 23 ноября 2026 г. 11:05"),
    "tr": ("Kimden:", "Gönderildi:", "Kime:", "Konu:", "23 Kasım 2026 Pazartesi 11:05"),
    "el": ("Από:", "Στάλθηκε:", "Προς:", "Θέμα:", "Δευτέρα, 23 Νοεμβρίου 2026 11:05"),
    "zh": ("发件人:", "发送时间:", "收件人:", "主题:", "2026年11月23日 11:05"),
    "ja": ("差出人:", "送信日時:", "宛先:", "件名:", "2026年11月23日 11:05"),
    "ko": ("보낸 사람:", "보낸 날짜:", "받는 사람:", "제목:", "2026년 11월 23일 월요일 11:05"),
    "ar": ("من:", "تاريخ الإرسال:", "إلى:", "الموضوع:", "23 نوفمبر 2026 11:05"),
}


def head_lines(language: str) -> list[tuple[str, str]]:
    sender, sent, to, subject, day = HEADS[language]
    return [(sender, SENDER), (sent, day), (to, RECEIVER), (subject, TITLE)]


def escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace(">", "&gt;")


def broken(head: list[tuple[str, str]]) -> str:
    rows = "<br>\n".join(f"<b>{label}</b> {escaped(value)}" for label, value in head)
    return f"<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal>{rows}<o:p></o:p></p></div>"


def lined(head: list[tuple[str, str]]) -> str:
    rows = (
        f'<p class="MsoNormal"><b><span>{label}</span></b><span> {escaped(value)}</span></p>' for label, value in head
    )
    return f'<div style="border-top:solid #B5C4DF 1pt">{"".join(rows)}</div>'


def tabled(head: list[tuple[str, str]]) -> str:
    rows = (f"<tr><th>{label}</th><td>{escaped(value)}</td></tr>" for label, value in head)
    return f'<table class="moz-email-headers-table">{"".join(rows)}</table>'


def web(head: list[tuple[str, str]]) -> str:
    rows = "<br>".join(f"<b>{label}</b> {escaped(value)}" for label, value in head)
    return f'<hr><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">{rows}</font><div>&nbsp;</div></div>'


def page(head: str, remark: str = "Please look at this before two o'clock.") -> bytes:
    above = f"<p class=MsoNormal>{remark}</p><p class=MsoNormal>Ida</p>" if remark else ""
    body = "".join(f"<p class=MsoNormal>{line}<o:p></o:p></p><p class=MsoNormal>&nbsp;</p>" for line in LINES)
    inside = f"<div class=WordSection1>{above}{head}{body}</div>"
    return f'<html><head><meta charset="utf-8"></head><body>{inside}</body></html>'.encode()


def read(data: bytes) -> FileRead:
    documents, found = read_any("mail.htm", data)
    return split_all("mail.htm", documents, found, Decisions())


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("layout", [broken, lined, tabled, web])
def test_a_saved_letter_is_read_as_the_letter_that_it_passes_on(language: str, layout: object) -> None:
    assert callable(layout)
    found = read(page(layout(head_lines(language))))
    (article,), (meta,) = found.articles, found.metas
    assert [p.text for p in article.paragraphs if not p.aside] == list(LINES)
    facts = (meta.headline.value, meta.date.value, meta.outlet.value, meta.author.value)
    assert facts == (TITLE, "2026-11-23", "Seaview Hospital", "")
    out = " ".join(line.text for line in found.left_out)
    assert "before two o'clock" in out
    assert "Seaview Hospital Press Office" in out


def test_a_letter_without_a_remark_is_the_letter_itself() -> None:
    (article,) = read(page(broken(head_lines("en")), remark="")).articles
    assert article.given.title == TITLE
    assert [p.text for p in article.paragraphs if not p.aside] == list(LINES)


def test_a_page_of_a_word_processor_without_header_lines_is_a_page() -> None:
    (article,) = read(page(f"<h1>{TITLE}</h1>", remark="")).articles
    assert article.given.title == TITLE
    assert article.given.outlet == ""
