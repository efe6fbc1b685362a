"""What people write to one another is refused by its name, whatever program has exported it."""

import json
from typing import Any

import pytest

from annotated_briefings.intake.formats.detect import read_any

ONE = "Please keep what the harbour master told you to yourself until the council has met."
TWO = "I promise, nobody will hear of the figures from me before Thursday evening."
CHAT = "chats are not read"

EXPORTS: dict[str, Any] = {
    "twitter": [
        {"dmConversation": {"conversationId": "1-2", "messages": [
            {"messageCreate": {"recipientId": "2", "text": text, "senderId": "1", "createdAt": "2026-03-02T10:00:00Z"}}
        ]}} for text in (ONE, TWO)
    ],
    "twitter interface": {"data": [
        {"id": "1", "event_type": "MessageCreate", "text": text, "sender_id": "7", "dm_conversation_id": "7-8"}
        for text in (ONE, TWO)
    ]},
    "facebook": {"participants": [{"name": "Ilse"}, {"name": "Otto"}], "thread_path": "inbox/ilse_1", "messages": [
        {"sender_name": "Ilse", "timestamp_ms": 1772440000000, "content": text} for text in (ONE, TWO)
    ]},
    "instagram of all": {"inbox": [{"title": "Ilse", "messages": [
        {"sender_name": "Ilse", "timestamp_ms": 1772440000000, "content": text} for text in (ONE, TWO)
    ]}]},
    "whatsapp": {"4912@s.whatsapp.net": {"name": "Ilse", "messages": {
        str(n): {"from_me": bool(n), "timestamp": 1772440000, "data": text} for n, text in enumerate((ONE, TWO))
    }}},
    "signal desktop": [
        {"conversationId": "c1", "type": kind, "body": text, "sent_at": 1772440000000}
        for kind, text in (("incoming", ONE), ("outgoing", TWO))
    ],
    "signal service": [
        {"envelope": {"sourceNumber": "+491", "timestamp": 1, "dataMessage": {"message": text}}} for text in (ONE, TWO)
    ],
    "teams": {"userId": "8:ilse", "exportDate": "2026-03-09", "conversations": [
        {"id": "19:x", "displayName": "Otto", "MessageList": [
            {"id": "1", "originalarrivaltime": "2026-03-02T10:00:00Z", "from": "8:otto", "content": text}
            for text in (ONE, TWO)
        ]}
    ]},
    "teams interface": {"value": [
        {"id": "1", "chatId": "19:x", "messageType": "message", "from": {"user": {"displayName": "Ilse"}},
         "body": {"contentType": "text", "content": text}} for text in (ONE, TWO)
    ]},
    "discord": [
        {"ID": 1, "Timestamp": "2026-03-02 10:00:00", "Contents": text, "Attachments": ""} for text in (ONE, TWO)
    ],
    "google chat": {"messages": [
        {"creator": {"name": "Ilse", "user_type": "Human"}, "created_date": "Monday", "text": text, "topic_id": "t"}
        for text in (ONE, TWO)
    ]},
    "snapchat": {"otto": [
        {"From": "otto", "Media Type": "TEXT", "Created": "2026-03-02", "Content": text, "IsSender": False}
        for text in (ONE, TWO)
    ]},
    "tiktok": {"Direct Messages": {"Chat History": {"ChatHistory": {"Chat History with otto:": [
        {"Date": "2026-03-02 10:00:00", "From": "otto", "Content": text} for text in (ONE, TWO)
    ]}}}},
    "matrix": {"room_name": "Otto", "messages": [
        {"sender": "@otto:x.example", "type": "m.room.message", "content": {"body": text}} for text in (ONE, TWO)
    ]},
    "iMessage": [{"is_from_me": True, "text": text, "date": "2026-03-02"} for text in (ONE, TWO)],
    "questions to a machine": [{"name": "", "chat_messages": [
        {"uuid": "1", "sender": "human", "text": text, "created_at": "2026-03-02"} for text in (ONE, TWO)
    ]}],
    "german": [{"Absender": "Ilse", "Empfänger": "Otto", "Nachricht": text} for text in (ONE, TWO)],
    "russian": [{"Отправитель": "Ильзе", "Получатель": "Отто", "Сообщение": text} for text in (ONE, TWO)],
    "polish": [{"Rozmowa": "1", "Nadawca": "Ilse", "Wiadomość": text} for text in (ONE, TWO)],
    "japanese": [{"差出人": "Ilse", "宛先": "Otto", "本文": text} for text in (ONE, TWO)],
}  # fmt: skip
TABLES = {
    "linkedin": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT",
        '2-x,,Ilse Maar,https://a.example/ilse,Otto,https://a.example/otto,2026-03-02,{subject},"{text}"',
    ),
    "discord": ("ID,Timestamp,Contents,Attachments", '1,2026-03-02 10:00:00,"{text}",'),
    "french": ("Expéditeur;Destinataire;Date;Message", 'Ilse;Otto;02/03/2026;"{text}"'),
    "spanish": ("Conversación;Remitente;Fecha;Mensaje", '1;Ilse;02/03/2026;"{text}"'),
    "messages of a telephone": ("type,date,name,sender_number,text", 'in,2026-03-02,Ilse,+491,"{text}"'),
}


def refusals(name: str, data: str) -> list[str]:
    """The messages of the diagnostics of a file that holds no document."""
    documents, found, *_ = read_any(name, data.encode())
    assert not documents, documents
    return [one.message for one in found]


@pytest.mark.parametrize("platform", EXPORTS)
def test_messages_between_people_are_refused_by_their_name(platform: str) -> None:
    value = EXPORTS[platform]
    whole = json.dumps(value, ensure_ascii=False)
    assert refusals("export.json", whole) == [CHAT]
    assert refusals("export.js", f"window.YTD.direct_messages.part0 = {whole}") == [CHAT]
    if isinstance(value, list):
        assert refusals("export.jsonl", "\n".join(json.dumps(one, ensure_ascii=False) for one in value)) == [CHAT]


@pytest.mark.parametrize("subject", ["", "Your offer of March"])
@pytest.mark.parametrize("platform", TABLES)
def test_tables_of_messages_are_refused_by_their_name(platform: str, subject: str) -> None:
    head, row = TABLES[platform]
    rows = "\n".join([head, *(row.format(text=text, subject=subject) for text in (ONE, TWO))])
    assert refusals("messages.csv", rows) == [CHAT]


def test_a_backup_of_short_messages_is_refused_by_its_name() -> None:
    xml = f'<?xml version="1.0"?>\n<smses count="2"><sms address="+491" date="1" body="{ONE}"/></smses>'
    assert refusals("sms.xml", xml) == [CHAT]


ARTICLES: dict[str, Any] = {
    "records": [{"title": "Mill is sold", "text": f"{ONE} {TWO}", "from": "Courier", "to": "all"}],
    "posts of a page": {"data": [{"id": "1", "from": {"name": "Courier"}, "message": f"{ONE} {TWO}"}]},
    "public posts": [{"id": "1", "text": f"{ONE} {TWO}", "author_id": "7", "conversation_id": "1"}],
    "letters": [{"from": "desk@courier.example", "to": "all", "subject": "Mill is sold", "body": f"{ONE} {TWO}"}],
    "an article with a talk in it": [
        {"title": "Mill is sold", "text": f"{ONE} {TWO}", "chat": [{"sender": "a", "text": "Is it true?"}]},
        {"title": "Dam is sound", "text": f"{TWO} {ONE}"},
    ],
}


@pytest.mark.parametrize("kind", ARTICLES)
def test_what_is_published_is_no_conversation(kind: str) -> None:
    documents, *_ = read_any("export.json", json.dumps(ARTICLES[kind]).encode())
    assert any(ONE in paragraph.text for document in documents for paragraph in document.paragraphs)
