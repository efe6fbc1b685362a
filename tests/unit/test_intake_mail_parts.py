"""Messages: their parts, what is in them and what of it is not read, encodings and damage."""

import base64
import quopri
from email.header import Header
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.recognise import format_of
from annotated_briefings.intake.reading import FileRead, split_all

HEAD = "From: Rita Lund <rita@quay.example>\nSubject: Ferry vote\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n"
INNER = "From: Jonas Brede <jonas@yard.example>\nSubject: Slip closes\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\n"
FIRST = "The council votes tonight on money for a ferry crew of twelve, the treasurer said on Tuesday."
SECOND = "The yard at Lund closes its slip in May, because no ship has been ordered for a year."
THIRD = "Divers found the old dam sound on Monday, eleven days after a barge had struck its pier."


def read(data: bytes | str, name: str = "a.eml") -> FileRead:
    documents, found = read_any(name, data.encode() if isinstance(data, str) else data)
    return split_all(name, documents, found, Decisions())


def facts(found: FileRead) -> list[tuple[str, str, str, str]]:
    return [
        (a.document, m.headline.value, m.author.value, m.date.value)
        for a, m in zip(found.articles, found.metas, strict=True)
    ]


def words(found: FileRead) -> list[str]:
    return [" ".join(p.text for p in article.paragraphs if not p.aside) for article in found.articles]


def mixed(*parts: str, kind: str = "mixed") -> str:
    inside = "".join(f"--B1\n{part}\n" for part in parts)
    return f'{HEAD}Content-Type: multipart/{kind}; boundary="B1"\n\n{inside}--B1--\n'


TEXT = f"Content-Type: text/plain; charset=utf-8\n\n{FIRST}\n"
LETTER = INNER + SECOND + "\n"
OUTER = ("a.eml", "Ferry vote", "Rita Lund", "2026-03-03")


@pytest.mark.parametrize("kind", ["mixed", "digest", "parallel"])
@pytest.mark.parametrize(
    ("part", "name"),
    [
        (f"Content-Type: message/rfc822\n\n{LETTER}", "message 1.eml"),
        (f"Content-Type: message/rfc822\nContent-Disposition: attachment\n\n{LETTER}", "message 1.eml"),
        (f'Content-Type: message/rfc822; name="slip.eml"\n\n{LETTER}', "slip.eml"),
        (
            "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
            + base64.encodebytes(LETTER.encode()).decode(),
            "message 1.eml",
        ),
        (
            'Content-Type: application/octet-stream; name="slip.eml"\nContent-Transfer-Encoding: base64\n\n'
            + base64.encodebytes(LETTER.encode()).decode(),
            "slip.eml",
        ),
    ],
)
def test_a_message_in_a_message_is_an_article_of_its_own_under_its_own_sender(kind: str, part: str, name: str) -> None:
    found = read(mixed(TEXT, part, kind=kind))
    assert facts(found) == [OUTER, (f"a.eml/{name}", "Slip closes", "Jonas Brede", "2026-03-02")]
    assert words(found) == [FIRST, SECOND]
    assert found.refused == ()


def test_each_message_of_a_digest_is_an_article() -> None:
    second = INNER.replace("Slip closes", "Dam sound") + THIRD
    found = read(mixed(LETTER.join(["\n", ""]), "\n" + second, kind="digest"))
    assert [one[:2] for one in facts(found)] == [
        ("a.eml/message 1.eml", "Slip closes"),
        ("a.eml/message 2.eml", "Dam sound"),
    ]
    assert found.refused == (('a.eml "Ferry vote"', "it has no text of its own"),)


def test_what_a_list_says_about_its_digest_is_no_article() -> None:
    topics = "Content-Type: text/plain\n\nToday's Topics:\n\n1. Slip closes (Jonas Brede)\n"
    digest = f'Content-Type: multipart/digest; boundary="B2"\n\n--B2\n\n{LETTER}\n--B2--\n'
    found = read(mixed(topics, digest))
    assert [one[:2] for one in facts(found)] == [("a.eml/message 1.eml", "Slip closes")]
    assert {line.why for line in found.left_out} == {"about the digest"}
    assert found.refused == (('a.eml "Ferry vote"', "it has no text of its own"),)


def test_the_file_name_of_a_picture_is_no_text() -> None:
    found = read(
        f'{HEAD}Content-Type: text/html\n\n<p>{FIRST}</p><img src="cid:1" alt="logo.png"><p>[image: x.jpg]</p>'
    )
    assert words(found) == [FIRST]


def test_the_report_of_a_mail_server_is_no_article_and_neither_is_the_letter_it_returns() -> None:
    status = "Content-Type: message/delivery-status\n\nAction: failed\n"
    returned = f"Content-Type: message/rfc822\n\n{LETTER}"
    found = read(mixed(TEXT, status, returned, kind="report"))
    assert found.articles == ()
    assert found.refused == (
        ('a.eml "Ferry vote"', "it is the report of a mail server, and no letter"),
        ("a.eml/message 1.eml", "it was returned, or reported, by a mail server"),
        ("a.eml/part", "the record of a mail server"),
    )


@pytest.mark.parametrize(
    "how",
    [
        'text/plain; name="note.txt"',
        'text/plain\nContent-Disposition: attachment; filename="note.txt"',
        'text/plain\nContent-Disposition: inline; filename="note.txt"',
        "text/plain\nContent-Disposition: attachment; filename*0*=utf-8''no; filename*1=te.txt",
        'application/octet-stream; name="=?utf-8?Q?note.txt?="',
        'text/html; name="note.txt"',
        'application/octet-stream; name="../../note.txt"',
    ],
)
def test_an_attached_text_is_an_article_and_not_the_end_of_the_letter(how: str) -> None:
    found = read(mixed(TEXT, f"Content-Type: {how}\n\n{SECOND}\n"))
    assert [article.document for article in found.articles] == ["a.eml", "a.eml/note.txt"]
    assert words(found) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("kind", "name", "why"),
    [
        ("text/calendar", "vote.ics", "an attached entry of a calendar"),
        ("application/octet-stream", "vote.ics", "an attached entry of a calendar"),
        ("text/vcard", "rita.vcf", "an attached visiting card"),
        ("audio/mpeg", "vote.mp3", "an attached recording"),
        ("application/vnd.ms-excel", "a.xls", "an attachment of a kind that is not read (application/vnd.ms-excel)"),
        (
            "application/ms-tnef",
            "winmail.dat",
            "an attachment in a form that Outlook alone reads; ask for it as a plain or HTML letter",
        ),
        ("text/plain", "empty.txt", "the attachment cannot be read: the file is empty"),
        ("application/pgp-signature", "signature.asc", "a signature"),
    ],
)
def test_what_is_attached_and_not_read_is_named(kind: str, name: str, why: str) -> None:
    content = "" if name == "empty.txt" else "BEGIN:VCALENDAR"
    found = read(mixed(TEXT, f'Content-Type: {kind}; name="{name}"\n\n{content}\n'))
    assert words(found) == [FIRST]
    assert found.refused == ((f"a.eml/{name}", why),)
    assert found.diagnostics == ()


def test_attached_pictures_are_counted() -> None:
    picture = 'Content-Type: image/png; name="{}.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n'
    found = read(mixed(TEXT, picture.format("a"), picture.format("b")))
    assert found.refused == (("a.eml: 2 attached pictures (a.png, b.png)", "an attached picture"),)


def test_what_holds_a_message_back_holds_back_what_is_in_it() -> None:
    inner = f"Content-Type: message/rfc822\n\n{LETTER}"
    found = read("X-Unsent: 1\n" + mixed(TEXT, inner, f'Content-Type: text/plain; name="a.txt"\n\n{THIRD}\n'))
    assert [article.given.held for article in found.articles] == ["draft", "draft", "draft"]


@pytest.mark.parametrize(
    ("form", "chosen"),
    [
        (f"Content-Type: text/html\n\n<p>{FIRST}</p><p>{THIRD}</p>\n", f"{FIRST} {THIRD}"),
        ("Content-Type: text/html\n\n<p>View this letter online.</p>\n", f"{FIRST} {SECOND}"),
    ],
)
def test_of_two_forms_of_a_letter_one_is_read_and_what_it_lacks_is_named(form: str, chosen: str) -> None:
    plain = f"Content-Type: text/plain\n\n{FIRST}\n\n{SECOND}\n"
    found = read(mixed(plain, form, kind="alternative"))
    assert words(found) == [chosen]
    assert [line.text for line in found.left_out if line.why == "only in another form of the letter"] == (
        [SECOND] if THIRD in chosen else []
    )


def test_two_forms_of_a_letter_that_are_not_marked_as_such_are_one_text() -> None:
    found = read(mixed(TEXT, f"Content-Type: text/html; charset=utf-8\n\n<p>{FIRST}</p>\n"))
    assert words(found) == [FIRST]


def test_what_stands_outside_the_parts_of_a_message_is_named() -> None:
    text = mixed(TEXT).replace("\n\n--B1", "\n\nThis message is in several parts.\n--B1", 1) + "\nSent over the list.\n"
    found = read(text)
    assert words(found) == [FIRST]
    assert [(line.text, line.why) for line in found.left_out] == [
        ("This message is in several parts.", "outside the parts of the message"),
        ("Sent over the list.", "outside the parts of the message"),
    ]


@pytest.mark.parametrize("stated", ['; boundary="XX"', ""])
def test_a_message_that_names_the_wrong_boundary_is_read_by_the_one_it_has(stated: str) -> None:
    assert words(read(mixed(TEXT).replace('; boundary="B1"', stated))) == [FIRST]


ACCENTS = "Le café du port est fermé depuis lundi, a dit la mairie, et il le restera tout l’été."
RUSSIAN = "Совет порта сегодня вечером голосует о деньгах для команды парома, сообщил казначей во вторник утром."
JAPANESE = "港の委員会は三月三日、二台目のクレーンを承認したと発表した。工事は五月に始まる予定である。"
KOREAN = "항만청은 10월 9일 LED 조명 210개를 바꾸었다고 밝혔다. 비용은 3억 원이다."


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (ACCENTS, "utf-8", ""),
        (ACCENTS, "utf-8", "us-ascii"),
        (ACCENTS, "utf-8", "iso-8859-1"),
        (ACCENTS, "utf-8", "x-unknown"),
        (ACCENTS, "cp1252", ""),
        (ACCENTS, "cp1252", "us-ascii"),
        (ACCENTS, "cp1252", "utf-8"),
        (ACCENTS, "cp1252", "iso-8859-1"),
        (ACCENTS, "cp1252", "windows-1252"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "koi8-r", "default"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (JAPANESE, "iso2022_jp", ""),
        (KOREAN, "iso2022_kr", "iso-2022-kr"),
        (JAPANESE, "shift_jis", "x-sjis"),
        (ACCENTS, "utf-16", "utf-16"),
    ],
)
@pytest.mark.parametrize("transfer", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_letter_is_read_in_the_encoding_that_it_is_in(
    text: str, codec: str, declared: str, transfer: str, kind: str
) -> None:
    if codec == "utf-16" and transfer == "8bit":
        return  # line ends of such a text are not those of a message
    body = (f"<html><body><p>{text}</p></body></html>" if kind == "html" else text).encode(codec)
    sent = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(transfer, lambda b: b)(body)
    charset = f"; charset={declared}" if declared else ""
    head = f"{HEAD}Content-Type: text/{kind}{charset}\nContent-Transfer-Encoding: {transfer}\n\n"
    assert words(read(head.encode() + sent)) == [text]


def test_an_html_letter_may_name_its_encoding_itself() -> None:
    text = "A gyűjtőhely őrzői hétfőn este bezárták a kaput, mondta a kikötő szóvivője a lapnak."
    page = f'<meta charset="iso-8859-2"><p>{text}</p>'.encode("iso-8859-2")
    for declared in ("", "; charset=utf-8", "; charset=unknown-8bit"):
        found = read(f"{HEAD}Content-Type: text/html{declared}\n\n".encode() + page)
        assert words(found) == [text]


def test_letters_that_were_encoded_twice_are_read_as_they_were_meant_and_that_is_said() -> None:
    twice = ACCENTS.encode().decode("cp1252", "surrogateescape").encode("utf-8", "surrogateescape")
    found = read(HEAD.encode() + b"Content-Type: text/plain; charset=utf-8\n\n" + twice)
    assert words(found) == [ACCENTS]
    assert [show(d) for d in found.diagnostics] == [
        "a.eml: hint[other-encoding]: the letters of the text were encoded twice; they were read as they were meant\n"
        "  help: check accents and quotation marks in the briefs"
    ]


SUBJECT = "Prices montées: 20 € now"


@pytest.mark.parametrize(
    "raw",
    [
        SUBJECT.encode(),
        SUBJECT.encode("cp1252"),
        Header(SUBJECT, "utf-8").encode().encode(),
        b"=?utf-8?B?" + base64.b64encode(SUBJECT.encode()) + b"?=",
        b"=?utf-8?B?" + base64.b64encode(SUBJECT.encode()).rstrip(b"=") + b"?=",
        b"=?utf-8?Q?Prices mont=C3=A9es: 20 =E2=82=AC now?=",
        b"=?utf-8?Q ?Prices_mont=C3=A9es:_20_=E2=82=AC_now?=",
        b"=?utf-8?Q?Prices_mont=C3=A9es:_20_=E2=82=AC_now",
        b"=?utf-8?Q?Prices_mont=C3?=\n =?utf-8?Q?=A9es:_20_=E2=82=AC_now?=",
        b"Prices =?utf-8*fr?q?mont=C3=A9es:?= 20 =?windows-1252?Q?=80?= now",
        "=?iso-8859-1?Q?Prices_mont=C3=A9es:_20_=E2=82=AC_now?=".replace("iso-8859-1", "unknown-8bit").encode(),
        b"=?utf-8?Q?Prices_mont=E9es:_20_=80_now?=",
        SUBJECT.encode().decode("cp1252").encode(),
        "Re: Fwd: =?utf-8?Q?AW:_Prices_mont=C3=A9es:_20_=E2=82=AC_now?=".replace("AW:_", "").encode(),
    ],
)
def test_a_subject_is_decoded_as_well_as_it_can_be(raw: bytes) -> None:
    data = b"From: a@b.example\nSubject: " + raw + b"\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n\n" + FIRST.encode()
    found = read(data)
    assert [m.headline.value for m in found.metas] == [SUBJECT]
    assert found.diagnostics == ()


def test_a_subject_that_cannot_be_decoded_stands_as_it_is_and_that_is_said() -> None:
    found = read(f"{HEAD}\n{FIRST}\n".replace("Ferry vote", "Ferry =?utf-8?B?!!!!?= vote"))
    assert [m.headline.value for m in found.metas] == ["Ferry =?utf-8?B?!!!!?= vote"]
    assert [show(d) for d in found.diagnostics] == [
        "a.eml: warning[invalid-bytes]: the subject is damaged, or encoded in a way that cannot be read; "
        "it stands as it is\n  help: correct the title in the brief"
    ]


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        (b"=?utf-8?Q?Caf=C3=A9_Wire?= <w@wire.example>", "Café Wire"),
        ("Café Wire <w@wire.example>".encode("latin-1"), "Café Wire"),
        (b'"=?utf-8?Q?Caf=C3=A9_Wire?=" <w@wire.example>', "Café Wire"),
        (b"=?utf-8?B?Q2Fmw6kgV2lyZQ==?=\n <w@wire.example>", "Café Wire"),
    ],
)
def test_names_of_senders_are_decoded(sender: bytes, outlet: str) -> None:
    data = b"From: " + sender + b"\nSubject: Ferry\nDate: Tue, 03 Mar 2026 07:00:00 +0000\n\n" + FIRST.encode()
    assert [m.outlet.value for m in read(data).metas] == [outlet]


def test_a_damaged_sign_of_base64_costs_what_it_held_and_is_named() -> None:
    sent = base64.b64encode(FIRST.encode()).decode()
    for at in range(0, 20):
        found = read(f"{HEAD}Content-Transfer-Encoding: base64\n\n{sent[:at]}!{sent[at + 1 :]}\n")
        (text,) = words(found)
        assert len(text) == len(FIRST)
        assert sum(a != b for a, b in zip(text, FIRST, strict=True)) <= 2
        assert [show(d) for d in found.diagnostics] == [
            "a.eml: warning[invalid-bytes]: the message is damaged at 1 place of its base64 text; what is lost is "
            "shown as `\ufffd`\n  help: correct the text in the brief, or ask for the message again"
        ]


def test_control_characters_are_taken_out_and_named() -> None:
    found = read(f"{HEAD}Content-Transfer-Encoding: quoted-printable\n\n{FIRST.replace('council', 'coun=00cil')}\n")
    assert words(found) == [FIRST]
    assert [show(d) for d in found.diagnostics] == [
        "a.eml: warning[invalid-bytes]: the text holds 1 control character, which was taken out\n"
        "  help: correct the text in the brief, or ask for the message again"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "above",
    [
        "",
        "\ufeff",
        "\n\n",
        "Exported message 1 of 1\n",
        ">From rita@quay.example Tue Mar  3 07:00:00 2026\n",
        "Inbox\n\n",
    ],
)
@pytest.mark.parametrize("more", ["", "X-Mozilla-Status: 0001\nX-Mozilla-Status2: 00000000\nX-Mozilla-Keys:\n"])
def test_a_message_is_known_by_its_headers_wherever_they_begin(end: str, above: str, more: str) -> None:
    text = f"{above}{more}{HEAD}\n{FIRST}\n".replace("Subject: Ferry vote", "Subject: Fähre\n\tteurer")
    found = read(text.replace("\n", end).encode(), "m.txt")
    assert facts(found) == [("m.txt", "Fähre teurer", "Rita Lund", "2026-03-03")]
    assert words(found) == [FIRST]
    assert [line.text for line in found.left_out] == [
        line for line in [" ".join(above.strip("\ufeff").split())] if line
    ]


@pytest.mark.parametrize(
    "head",
    [
        "From:\tRita Lund <rita@quay.example>\nSent:\tTuesday, March 3, 2026 7:00 AM\nTo:\tD\nSubject:\tFerry vote\n",
        "Von:\tRita Lund\nGesendet:\tDienstag, 3. März 2026 07:00\nAn:\tDesk\nBetreff:\tFerry vote\n",
        "Betreff: Ferry vote\nVon: Rita Lund <rita@quay.example>\nDatum: 03.03.2026, 07:00\nAn: Desk\n",
        "De : Rita Lund\nEnvoyé : mardi 3 mars 2026 07:00\nÀ : Desk\nObjet : Ferry vote\n",
        "De: Rita Lund\nEnviado el: martes, 3 de marzo de 2026 7:00\nPara: Desk\nAsunto: Ferry vote\n",
        "发件人: Rita Lund\n发送时间: 2026年3月3日 7:00\n收件人: Desk\n主题: Ferry vote\n",
    ],
)
def test_a_letter_that_a_mail_program_saved_as_text_is_a_letter(head: str) -> None:
    assert format_of("letter.txt", f"{head}\n{FIRST}\n".encode()) == "mail"
    found = read(f"{head}\n{FIRST}\n", "letter.txt")
    assert facts(found) == [("letter.txt", "Ferry vote", "Rita Lund", "2026-03-03")]
    assert words(found) == [FIRST]


@pytest.mark.parametrize(
    "text",
    [
        f"Port news of the day\nSubject: the ferry\n\n{FIRST}\n",
        f"{FIRST}\n\nFrom: Rita\nSubject: Ferry\nDate: today\n\n{SECOND}\n",
        f"TITLE: Ferry\nDATE: 2026-03-03\n\n{FIRST}\n",
        f"Note: {FIRST}\nSource: The Courier\n\n{SECOND}\n",
    ],
)
def test_a_text_with_lines_like_headers_is_no_message(text: str) -> None:
    assert format_of("a.txt", text.encode()) == "text"


@pytest.mark.parametrize("missing", ["From", "Subject", "Date"])
def test_a_message_may_lack_a_header(missing: str) -> None:
    head = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(missing))
    assert words(read(f"{head}\n{FIRST}\n")) == [FIRST]


def test_files_written_into_a_plain_letter_are_attachments() -> None:
    found = read(f"{HEAD}\n{FIRST}\n\nbegin 644 note.bin\n#0V%T\n`\nend\n\n{SECOND}\n")
    assert words(found) == [f"{FIRST} {SECOND}"]
    assert found.refused == (("a.eml/note.bin", "an attachment of a kind that is not read (application/octet-stream)"),)


LEAF = st.tuples(st.sampled_from(["plain", "html", "file", "message"]), st.just(()))
TREE = st.recursive(
    LEAF,
    lambda inner: st.tuples(st.sampled_from(["mixed", "related", "signed"]), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=6,
)


def built(tree: tuple[str, object], expected: list[str]) -> EmailMessage:
    """A message of a tree of parts; the words of each part are like no others, and are kept in ``said``."""
    kind, inner = tree
    one = EmailMessage()
    if kind in ("mixed", "related", "signed"):
        one["Content-Type"] = f"multipart/{kind}"
        assert isinstance(inner, list)
        for child in inner:
            one.attach(built(child, expected))
        return one
    word = f"wort{len(expected)}wort"
    expected.append(word)
    text = f"The {word} board met on Monday and agreed to raise the fees for all boats that stay {word} nights."
    if kind == "message":
        own = EmailMessage()
        own["From"], own["Subject"] = "Ada <ada@coast.example>", f"About {word}"
        own.set_content(text)
        one.set_content(own)
    elif kind == "html":
        one.set_content(f"<p>{text}</p>", subtype="html")
    elif kind == "file":
        one.set_content(text, filename=f"{word}.txt")
    else:
        one.set_content(text)
    return one


@pytest.mark.slow
@given(TREE)
def test_no_word_of_a_message_vanishes_and_none_stands_twice(tree: tuple[str, object]) -> None:
    result: list[str] = []
    message = built(tree, result)
    message["From"], message["Subject"] = "Rita <rita@quay.example>", "Ferry"
    found = read(bytes(message))
    texts = " ".join(article.text for article in found.articles)
    others = " ".join((*(line.text for line in found.left_out), *(where for where, _ in found.refused)))
    unread = [why for _, why in found.refused if why == "it is a part that the text shows in a frame"]
    missing = [word for word in result if word not in texts + others]
    assert len(missing) == len(unread)
    assert all(texts.count(word) in (0, 2) for word in result)
