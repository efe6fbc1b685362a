"""Letters that were passed on, answers and digests: whose text it is, and what is around it."""

import pytest

from annotated_briefings.intake.cleaning.days import DayReading
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all

NEWS = "Agrolin said on Friday that it will appeal against the ruling of the district court in Port Amaro."
MORE = "The farmers who sued it three years ago want nine million crowns for the bees that they have lost."
OWN = "That is not so: the court has put the case off to April, because one of its judges has fallen ill."
REMARK = "FYI, can you do five lines on this?"


def read(text: str, subject: str = "Fwd: Agrolin appeals ruling", kind: str = "plain") -> FileRead:
    head = f"From: Tom Reuss <tom@desk.example>\nSubject: {subject}\nDate: Sat, 28 Nov 2026 10:12:00 +0100\n"
    data = f"{head}Content-Type: text/{kind}; charset=utf-8\n\n{text}\n".encode()
    documents, found = read_any("tip.eml", data)
    return split_all("tip.eml", documents, found, Decisions())


def facts(found: FileRead) -> list[tuple[str, str, str, str]]:
    """Headline, writer, outlet and day of each article."""
    return [(m.headline.value, m.author.value, m.outlet.value, m.date.value[:10]) for m in found.metas]


def words(found: FileRead) -> list[str]:
    return [" ".join(p.text for p in article.paragraphs if not p.aside) for article in found.articles]


def left_out(found: FileRead) -> str:
    asides = [p.text for article in found.articles for p in article.paragraphs if p.aside]
    return " ".join([*(line.text for line in found.left_out), *asides])


HEADS = [
    "---------- Forwarded message ---------\nFrom: {who}\nDate: Fri, 27 Nov 2026 at 09:55\nSubject: "
    "{what}\nTo: <tom@desk.example>\n\n",
    "-----Original Message-----\nFrom: {who}\nSent: Friday, November 27, 2026 9:55 AM\nTo: Tom "
    "Reuss\nSubject: {what}\n\n",
    "________________________________\nFrom: {who}\nSent: 27 November 2026 09:55\nTo: Tom Reuss\nCc: "
    "Ada\nSubject: {what}\n",
    "Begin forwarded message:\n\nFrom: {who}\nSubject: {what}\nDate: 27 November 2026 at 09:55:00 "
    "CET\nTo: Tom <tom@desk.example>\n\n",
    "-------- Weitergeleitete Nachricht --------\nBetreff: \t{what}\nDatum: \tFri, 27 Nov 2026 "
    "09:55:00 +0100\nVon: \t{who}\nAn: \tTom <tom@desk.example>\n\n",
    "Von: {who}\nGesendet: Freitag, 27. November 2026 09:55\nAn: Tom Reuss\nBetreff: {what}\n\n",
    "---------- Message transféré ---------\nDe : {who}\nDate : 27 novembre 2026\nObjet : {what}\nÀ : Tom\n\n",
    "De : {who}\nEnvoyé : vendredi 27 novembre 2026 09:55\nÀ : Tom Reuss\nObjet : {what}\n\n",
    "---------- Mensaje reenviado ---------\nDe: {who}\nFecha: 27 de noviembre de 2026\nAsunto: {what}\nPara: Tom\n\n",
    "---------- Messaggio inoltrato ---------\nDa: {who}\nDate: 2026-11-27\nSubject: {what}\nTo: Tom\n\n",
    "-----Oorspronkelijk bericht-----\nVan: {who}\nVerzonden: 27-11-2026 09:55\nAan: Tom Reuss\nOnderwerp: {what}\n\n",
    "-----邮件原件-----\n发件人: {who}\n发送时间: 2026年11月27日 9:55\n收件人: Tom\n主题: {what}\n\n",
    "> ---------- Forwarded message ---------\n> From: {who}\n> Date: 2026-11-27\n> Subject: {what}\n\n",
]
SENDER = "Jonas Brede <jonas@agrolin.example>"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("subject", ["Fwd: Agrolin appeals", "FW: Agrolin", "WG: WG: x", "[Fwd: x]"])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_letter_that_was_passed_on_is_its_senders_and_not_the_one_of_who_passes_it_on(
    head: str, subject: str, kind: str
) -> None:
    if kind == "plain":
        text = f"{REMARK}\n\n{head.format(who=SENDER, what='Fw: Agrolin appeals')}{NEWS}\n\n{MORE}\n"
        text = text.replace("\n\n\n", "\n\n")
    else:
        lines = head.format(who=SENDER.replace("<", "&lt;"), what="Fw: Agrolin appeals").replace("<tom", "&lt;tom")
        text = f"<div>{REMARK}</div><div>{'<br>'.join(lines.split(chr(10)))}</div><p>{NEWS}</p><p>{MORE}</p>"
    found = read(text, subject, kind)
    assert facts(found) == [("Agrolin appeals", "Jonas Brede", "agrolin.example", "2026-11-27")]
    assert words(found) == [f"{NEWS} {MORE}"]
    assert REMARK in left_out(found)
    assert "Agrolin appeals" in left_out(found)


GMAIL = (
    '<div dir="ltr">{remark}<br><br><div class="gmail_quote"><div dir="ltr" '
    'class="gmail_attr">---------- Forwarded message '
    '---------<br>From: <strong class="gmail_sendername" dir="auto">Jonas Brede</strong> <span dir="auto">&lt;<a '
    'href="mailto:jonas@agrolin.example">jonas@agrolin.example</a>&gt;</span><br>Date: Fri, 27 Nov 2026 at 09:55<br>'
    "Subject: Agrolin appeals<br>To:  &lt;<a "
    "href='mailto:tom@desk.example'>tom@desk.example</a>&gt;<br></div><br><br>"
    '<div dir="ltr"><div>{news}</div><div><br></div><div>{more}</div></div></div></div>'
)
APPLE = (
    "<html><body>{remark}<br><div><br><blockquote type='cite'><div>Begin forwarded "
    "message:</div><br><div><span><b>From: </b>"
    "</span><span>Jonas Brede &lt;jonas@agrolin.example&gt;<br></span></div><div><span><b>Subject: "
    "</b></span><span><b>Agrolin "
    "appeals</b><br></span></div><div><span><b>Date: </b></span><span>27 November 2026 at 09:55:00 "
    "CET<br></span></div><div>"
    "<span><b>To: </b></span><span>Tom "
    "&lt;tom@desk.example&gt;<br></span></div><br><div><p>{news}</p><p>{more}</p></div>"
    "</blockquote></div></body></html>"
)
OUTLOOK = (
    '<div class="WordSection1"><p class="MsoNormal">{remark}</p><div><div '
    'style="border:none;border-top:solid #E1E1E1 1.0pt">'
    '<p class="MsoNormal"><b>From:</b> Jonas Brede &lt;jonas@agrolin.example&gt; <br><b>Sent:</b> '
    "Friday, November 27, 2026 "
    "9:55 AM<br><b>To:</b> Tom Reuss &lt;tom@desk.example&gt;<br><b>Subject:</b> Agrolin appeals</p></div></div>"
    '<p class="MsoNormal">{news}</p><p class="MsoNormal">{more}</p></div>'
)
THUNDERBIRD = (
    '<p>{remark}</p><div class="moz-forward-container"><br>-------- Forwarded Message --------<table '
    'class="moz-email-headers-table">'
    "<tbody><tr><th>Subject: </th><td>Agrolin appeals</td></tr><tr><th>Date: </th><td>Fri, 27 Nov "
    "2026 09:55:00 +0100</td></tr>"
    "<tr><th>From: </th><td>Jonas Brede <a "
    "href='mailto:jonas@agrolin.example'>&lt;jonas@agrolin.example&gt;</a></td></tr>"
    "<tr><th>To: </th><td>tom@desk.example</td></tr></tbody></table><br><br><p>{news}</p><p>{more}</p></div>"
)


@pytest.mark.parametrize("form", [GMAIL, APPLE, OUTLOOK, THUNDERBIRD])
def test_html_letters_are_passed_on_as_each_program_does_it(form: str) -> None:
    found = read(form.format(remark=REMARK, news=NEWS, more=MORE), kind="html")
    assert facts(found) == [("Agrolin appeals", "Jonas Brede", "agrolin.example", "2026-11-27")]
    assert words(found) == [f"{NEWS} {MORE}"]
    assert REMARK in left_out(found)


@pytest.mark.parametrize("form", [OUTLOOK, GMAIL])
def test_an_answer_in_html_is_its_own_text_and_what_it_quotes_is_left_out(form: str) -> None:
    found = read(form.format(remark=OWN, news=NEWS, more=MORE), "Re: Agrolin appeals", "html")
    assert facts(found)[0][0] == "Agrolin appeals"
    assert words(found) == [OWN]
    assert NEWS in left_out(found)


def test_of_a_chain_of_letters_the_innermost_counts() -> None:
    inner = HEADS[0].format(who=SENDER, what="Agrolin appeals") + f"{NEWS}\n\n{MORE}\n"
    outer = (
        HEADS[1].format(who="Ada Quill <ada@desk.example>", what="FW: Agrolin appeals") + "Tom, for you?\n\n" + inner
    )
    found = read(f"{REMARK}\n\n{outer}")
    assert facts(found) == [("Agrolin appeals", "Jonas Brede", "agrolin.example", "2026-11-27")]
    assert words(found) == [f"{NEWS} {MORE}"]
    assert "Tom, for you?" in left_out(found)


@pytest.mark.parametrize(
    "phrase",
    [
        "On Fri, 27 Nov 2026 at 09:55, Jonas Brede <jonas@agrolin.example> wrote:",
        "On Fri, 27 Nov 2026 at 09:55, Jonas Brede\n<jonas@agrolin.example> wrote:",
        "Am 27.11.26 um 09:55 schrieb Jonas Brede:",
        "Le ven. 27 nov. 2026 à 09:55, Jonas Brede <jonas@agrolin.example> a écrit :",
        "El vie, 27 nov 2026 a las 9:55, Jonas Brede (<jonas@agrolin.example>) escribió:",
        "Jonas Brede <jonas@agrolin.example> 于2026年11月27日周五 09:55写道：",
        "2026年11月27日(金) 9:55 Jonas Brede <jonas@agrolin.example>:",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_what_an_answer_quotes_is_no_text_of_it(phrase: str, above: bool) -> None:
    quote = f"{phrase}\n> {NEWS}\n>\n> {MORE}"
    text = f"{quote}\n\n{OWN}" if above else f"{OWN}\n\n{quote}"
    found = read(text, "Re: Agrolin appeals")
    assert words(found) == [OWN]
    assert NEWS in left_out(found)
    assert [m.author.value for m in found.metas] == ["Tom Reuss"]


def test_a_quotation_in_a_letter_that_answers_none_stays_text() -> None:
    found = read(f"{OWN}\n\n> {NEWS}\n\n{MORE}", "Agrolin appeals")
    assert words(found) == [f"{OWN} {NEWS} {MORE}"]


def test_an_answer_without_a_word_of_its_own_is_the_letter_that_it_quotes() -> None:
    found = read(
        f"Yes.\n\n{HEADS[1].format(who=SENDER, what='Agrolin appeals')}{NEWS}\n\n{MORE}", "Re: Agrolin appeals"
    )
    assert facts(found) == [("Agrolin appeals", "Jonas Brede", "agrolin.example", "2026-11-27")]


DIGEST = """Send submissions of the list to port@lists.quay.example

Today's Topics:

   1. Mooring fees (Ada Quill)
   2. Lock mended (Rolf Tamm)

----------------------------------------------------------------------

Message: 1
Date: Fri, 27 Nov 2026 09:55:00 +0100
From: Ada Quill <ada@coast.example>
To: port@lists.quay.example
Subject: Mooring fees
Message-ID: <1@coast.example>
Content-Type: text/plain; charset="utf-8"

{news}

------------------------------

Message: 2
Date: Fri, 27 Nov 2026 11:00:00 +0100
From: Rolf Tamm <rolf@lock.example>
Subject: Lock mended

{more}

------------------------------

Subject: Digest Footer

_______________________________________________
port mailing list
------------------------------

End of port Digest, Vol 7, Issue 3
"""


def test_each_message_of_a_plain_digest_is_an_article() -> None:
    found = read(DIGEST.format(news=NEWS, more=MORE), "port Digest, Vol 7, Issue 3")
    assert facts(found) == [
        ("Mooring fees", "Ada Quill", "coast.example", "2026-11-27"),
        ("Lock mended", "Rolf Tamm", "lock.example", "2026-11-27"),
    ]
    assert words(found) == [NEWS, MORE]
    assert "Today's Topics" in left_out(found)
    assert "Digest Footer" in left_out(found)


SAVED = {
    "announced": "-----Ursprüngliche Nachricht-----\nVon: {who}\nGesendet: Freitag, 27. November 2026 21:05\nAn: Tom\n"
    "Betreff: {what}\n\n",
    "below a remark": f"{REMARK}\n\nFrom: {{who}}\nSent: Friday, November 27, 2026 9:05 PM\nTo: Tom\n"
    "Subject: {what}\n\n",
    "French": "De : {who}\nEnvoyé : vendredi 27 novembre 2026 à 21 h 05\nÀ : Tom\nObjet : {what}\n\n",
    "Spanish": "-- Mensaje reenviado --\nDe: {who}\nEnviado: viernes, 27 de noviembre de 2026 9:05 p. m.\n"
    "Asunto: {what}\n",
    "Chinese": "发件人：{who}\n发送时间：2026年11月27日 下午9:05\n收件人：Tom\n主题：{what}\n\n",
    "Taiwanese": "寄件者: {who}\n發送時間: 2026年11月27日 21:05\n收件者: Tom\n主旨: {what}\n\n",
    "Korean": "보낸 사람: {who}\n보낸 날짜: 2026년 11월 27일 금요일 오후 9:05\n받는 사람: Tom\n제목: {what}\n\n",
    "Vietnamese": "Từ: {who}\nĐã gửi: 27/11/2026 21:05\nĐến: Tom\nChủ đề: {what}\n\n",
}


@pytest.mark.parametrize("form", SAVED)
def test_a_letter_that_was_pasted_into_a_text_keeps_who_sent_it_and_when(form: str) -> None:
    text = f"{SAVED[form].format(who=SENDER, what='Agrolin appeals')}{NEWS}\n\n{MORE}\n"
    documents, found = read_any("tip.txt", text.encode(), days=DayReading(zone="Europe/Berlin"))
    done = split_all("tip.txt", documents, found, Decisions())
    assert facts(done) == [("Agrolin appeals", "Jonas Brede", "agrolin.example", "2026-11-27")]
    assert done.metas[0].date.value == "2026-11-27T21:05:00+01:00"
    assert words(done) == [f"{NEWS} {MORE}"]


@pytest.mark.parametrize(
    "text",
    [
        f"{NEWS}\n\nFrom: the farmers\nSubject: bees\n\n{MORE}\n",
        REMARK + "".join(f"\n\n{SAVED['French'].format(who=SENDER, what=what)}{NEWS}\n\n{MORE}" for what in "ab"),
        f"Agrolin appeals\n\nFrom: Port Amaro\nDate: 27 November 2026\n\n{NEWS}\n",
    ],
    ids=["no head", "two letters", "no letter"],
)
def test_a_text_with_lines_like_those_of_letters_stays_a_text(text: str) -> None:
    documents, _ = read_any("tip.txt", text.encode())
    assert {document.encoding for document in documents} == {"utf-8"}
