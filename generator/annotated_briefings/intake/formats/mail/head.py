"""Where the headers of a message begin, and their names in the languages of mail programs."""

import re
from collections.abc import Mapping

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.labels.letter_heads import BY_LANGUAGE, ROLES

_USUAL: Mapping[str, str] = {
    spelled.casefold(): name
    for name, all_spelled in {
        "from": (
            "from|von|de|da|van|od|från|fra|lähettäjä|от|от кого|від|kimden|gönderen|发件人|寄件者|寄件人|"
            "差出人|送信者|보낸 사람|보낸사람|من|مِن|feladó|de la|από|מאת|"
            "expéditeur|absender|remitente|mittente|afzender|發件人|寄信人|từ|dari|šalje|از|จาก"
        ),
        "date": (
            "date|sent|datum|gesendet|gesendet am|envoyé|envoyé le|fecha|enviado|enviado el|enviada em|"
            "data|inviato|inviato il|verzonden|data wysłania|wysłano|wysłane|skickat|skickades|sendt|дата|"
            "отправлено|надіслано|tarih|gönderme tarihi|gönderilme tarihi|发送时间|发送日期|日期|时间|"
            "寄件日期|傳送日期|日付|送信日時|送信日|보낸 날짜|날짜|التاريخ|تاريخ|تاريخ الإرسال|أرسل|"
            "أُرسلت|lähetetty|odesláno|odoslané|küldve|elküldve|trimis|στάλθηκε|gönderildi|נשלח|發送時間|發送日期|"
            "傳送時間|時間|発信日時|보낸 시간|đã gửi|ngày gửi|ngày|terkirim|tanggal|dikirim|poslano|تاریخ|ارسال|ส่ง|วันที่"
        ),
        "subject": (
            "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|temat|ämne|emne|aihe|тема|konu|"
            "主题|主題|主旨|件名|제목|الموضوع|موضوع|předmět|predmet|tárgy|subiect|θέμα|נושא|chủ đề|tiêu đề|subjek|"
            "perihal|เรื่อง|標題"
        ),
        "to": (
            "to|an|à|a|para|per|aan|do|till|til|кому|kime|alıcı|收件人|收件者|宛先|받는 사람|받는사람|إلى|"
            "empfänger|destinataire|destinatario|vastaanottaja|komu|címzett|către|προς|אל|đến|tới|kepada|prima|به|ถึง|"
            "收信人"
        ),
        "cc": (
            "cc|bcc|kopie|copie|copie à|dw|kopia|kopi|копия|bilgi|抄送|副本|참조|نسخة|organisation|"
            "organization|importance|wichtigkeit|priority|attachments|anhänge|anlagen|pièces jointes|"
            "archivos adjuntos|datos adjuntos|allegati|bijlagen|załączniki|bilagor|附件|添付ファイル|첨부|"
            "المرفقات|reply-to|antwort an|répondre à|list-id|message-id|message|content-type|"
            "content-transfer-encoding|mime-version|in-reply-to|references|user-agent|x-mailer|return-path|sender"
        ),
    }.items()
    for spelled in all_spelled.split("|")
}
NAMES: Mapping[str, str] = {
    **{
        spelled.casefold(): name
        for names in BY_LANGUAGE.values()
        for name, all_spelled in zip(ROLES, names, strict=True)
        for spelled in all_spelled.split("|")
    },
    **_USUAL,
}
"""What header lines are called in letters that people pass on or save as text, to what they say; ``cc`` stands for all
that no brief needs."""
_LINE = regex(r"[>\s*_|]*(?P<name>[^\W\d_][^:：\n]{0,28}?)[\s*_]*[:：][*_]*(?:[ \t\u00a0]+|(?=\S)|$)(?P<value>.*)")
_FIELD = regex(rb"[A-Za-z][A-Za-z0-9_-]*[ \t]*:")
_KNOWN = regex(
    rb"(?:From|Subject|Date|To|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Reply-To|Sender|Content-Type)"
    rb"[ \t]*:",
    re.IGNORECASE,
)
_CERTAIN = regex(rb"(?:Received|Return-Path|MIME-Version|Message-ID|Delivered-To)[ \t]*:", re.IGNORECASE)
_SIZE = 16_384
_MOST_ABOVE = 3
"""Lines that are allowed before the headers of a message."""
_LONGEST_ABOVE = 12
"""Words of such a line; what is longer, or ends like a sentence, is text."""


class HeadLine(Value):
    """A header line of a letter in a text."""

    name: str
    """``from``, ``date``, ``subject``, ``to`` or ``cc``."""
    value: str
    """What it says; may be empty."""


def read_head_line(line: str) -> HeadLine | None:
    """The header line that a line of a text is, in any language; None for any other line."""
    found = _LINE.fullmatch(line)
    name = NAMES.get(" ".join(found["name"].casefold().split()), "") if found else ""
    return HeadLine(name, found["value"].strip(" \t\u00a0*")) if found and name else None


def head_start(data: bytes) -> int:
    """Where the headers of a message begin, in bytes; -1 for what is no message.

    Above them a few lines of an export, a line of a mailbox, blank lines and a byte order mark are skipped.
    """
    text = data[:_SIZE].removeprefix(b"\xef\xbb\xbf")
    at = min(len(data), _SIZE) - len(text)
    above = 0
    for line in text.splitlines(keepends=True):
        plain = line.strip()
        if plain and _FIELD.match(plain) and _is_head(data[at : at + _SIZE], above):
            return at
        above += bool(plain)
        if above > _MOST_ABOVE or len(plain.split()) > _LONGEST_ABOVE or plain.endswith((b".", b"!", b"?")):
            return -1
        at += len(line)
    return -1


def _is_head(data: bytes, above: int) -> bool:
    """Whether a block of header lines is at the beginning of some bytes, and a blank line, or nothing, below it."""
    names: list[bytes] = []
    certain = False
    for line in data.splitlines():
        if not line.strip():
            break
        if line[:1] in b" \t" and names:
            continue
        if line.startswith((b"From ", b">From ")):
            continue
        if not _FIELD.match(line):
            return False
        certain = certain or bool(_CERTAIN.match(line))
        names.append(line.partition(b":")[0].strip().lower())
    known = sum(1 for name in set(names) if _KNOWN.match(name + b":"))
    return known >= (3 if above and not certain else 2)


def saved_text_head(text: str) -> int:
    """How many lines at the top of a text are the header lines of a letter that a mail program saved as text, in any
    language; 0 for none."""
    found: set[str] = set()
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = read_head_line(lines[at])
        if line is None and not (found and lines[at][:1] in (" ", "\t") and lines[at].strip()):
            break
        if line is not None:
            found.add(line.name)
        at += 1
    whole = {"from", "subject"} <= found and bool(found & {"date", "to"})
    return at if whole and (at == len(lines) or not lines[at].strip()) else 0
