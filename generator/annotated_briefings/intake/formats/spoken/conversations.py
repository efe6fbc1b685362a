"""Conversations of people in records, whatever program has exported them: told by what a record of a message says."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.intake.labels.letter_heads import BY_LANGUAGE, ROLES

_SENDERS = (
    "sender sender_id sender_name sender_phone sender_number sender_nickname sender_profile_url from_id from_name "
    "from_user from_number from_member im_display_name source_number source_uuid creator sent_by role"
)
_RECIPIENTS = (
    "recipients recipient_id recipient_ids recipient_name recipient_profile_urls to_id to_name to_user to_users "
    "to_number receiver receiver_id receiver_name addressee peer_id"
)
_CONVERSATIONS = (
    "conversation conversation_id conversation_title conversation_name dm_conversation_id chat chat_id chat_name "
    "chat_session chat_jid chat_guid thread_path dialog_id dialog room_id room_name unterhaltung gespräch chatverlauf "
    "discussion conversación conversación_id conversazione conversa samtal samtale gesprek konwersacja rozmowa "
    "konverzace beszélgetés sohbet percakapan чат беседа диалог розмова 会话 會話 対話 대화 المحادثة שיחה"
)
_TEXTS = (
    "text content contents body message message_body message_text data text_entities parts nachricht mensaje messaggio "
    "mensagem bericht meddelande besked melding wiadomość zpráva správa üzenet mesaj mesajul pesan viesti μήνυμα "
    "сообщение повідомлення съобщение порука メッセージ 本文 消息 訊息 内容 메시지 내용 رسالة الرسالة הודעה tin_nhắn"
)
_OWN = (
    "is_from_me from_me is_sender is_incoming is_outgoing sent_by_me dm_conversation_id message_create key_from_me "
    "source_number sender_number sender_phone from_number to_number"
)
"""Names that only records of messages have."""
_HEADS = "title headline subject url link permalink slug betreff objet asunto oggetto assunto"
_INSIDE = (
    "messages direct_messages direct_message dms dm_conversation conversations chats chat inbox message_list "
    "chat_messages message_create data_message chat_message unread_messages nachrichten mensajes messaggi mensagens "
    "berichten meddelanden beskeder meldinger wiadomości zprávy mesajlar mesaje сообщения повідомлення 消息 메시지 "
    "メッセージ"
)
"""Objects and lists in which messages are."""
_OWN_INSIDE = "dm_conversation message_create data_message sync_message"
"""Those of them in which nothing else is."""
_SHAPES = tuple(
    frozenset(map(bare_key, names.split()))
    for names in (
        "ts text",
        "id timestamp contents attachments",
        "address body date type",
        "uuid sender created_at text",
        "mapping current_node conversation_id",
    )
)
"""All names of such records where no single one of them tells."""
_DEEPEST = 40


def is_conversation(value: Any) -> bool:
    """Whether most texts in a value are messages of people to one another."""
    found = list(_texts(value, 0, _DEEPEST))
    return any(found) and 2 * sum(found) > len(found)


def _texts(value: Any, around: int, depth: int) -> Iterator[bool]:
    """For each object with a text whether it is a message; what is in such an object belongs to it. ``around`` is how
    much the names around it speak for messages, 0 to 2."""
    if not depth:
        return
    if isinstance(value, list):
        for one in value:
            yield from _texts(one, around, depth - 1)
    elif isinstance(value, Mapping):
        whole = {bare_key(str(key)): one for key, one in value.items()}
        names = {key: one for key, one in whole.items() if one not in (None, "", [], {})}
        if any(shape <= whole.keys() for shape in _SHAPES) or _is_message(names, around):
            yield True
            return
        if any(isinstance(names[key], str) and " " in names[key] for key in names.keys() & _keys(_TEXTS)):
            yield False
        for key, one in names.items():
            if isinstance(one, (Mapping, list)):
                yield from _texts(one, max(around, _holding(key)), depth - 1)


def _holding(key: str) -> int:
    """How much the name of an object or a list says that messages are in it, 0 to 2."""
    named = key in _keys(_INSIDE) or key.startswith(("chathistory", "chatwith"))
    return 2 if key in _keys(_OWN_INSIDE) else int(named)


def _is_message(names: Mapping[str, Any], around: int) -> bool:
    """Whether a record of these names says a text, and who said it to whom or in which conversation; see ``_texts``."""
    keys = names.keys()
    if not keys & _keys(_TEXTS):
        return False
    parts = [bool(keys & _parts(part)) for part in (_SENDERS, _RECIPIENTS, _CONVERSATIONS)]
    own = bool(keys & _keys(_OWN)) or names.get("type") in ("incoming", "outgoing")
    count = sum(parts) + own
    if keys & _keys(_HEADS):
        return all(parts)
    return own or count + around > 1


@cache
def _keys(names: str) -> frozenset[str]:
    return frozenset(map(bare_key, names.split()))


@cache
def _parts(names: str) -> frozenset[str]:
    """The names of a part of a message, those that mail programs have for it too."""
    role = {_SENDERS: "from", _RECIPIENTS: "to"}.get(names)
    heads = (own[ROLES.index(role)].split("|") for own in BY_LANGUAGE.values()) if role else ()
    return _keys(names).union(*(map(bare_key, words) for words in heads))
