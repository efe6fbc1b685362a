"""What an interface answers instead of articles: that a request has failed, and why."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotated_briefings.base.hold_back import bare_key
from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.records.keys import FIELDS


def _keys(names: str) -> frozenset[str]:
    return frozenset(map(bare_key, names.split()))


_FAULTS = _keys(
    "error errors fault faults exception is_error has_error has_errors error_code error_message errorcode erreur "
    "erreurs fehler fehlermeldung errore errori erro erros fout foutmelding fel felmeddelande fejl feil virhe błąd "
    "chyba hiba eroare hata ошибка помилка грешка σφάλμα خطأ שגיאה エラー 错误 錯誤 错误信息 錯誤訊息 错误码 오류 lỗi "
    "kesalahan"
)
"""Keys that hold a fault, or say that there is one."""
_STATES = _keys(
    "status stat state result response outcome estado resultado statut résultat ergebnis esito wynik 状态 結果"
)
_FAILED = frozenset("error err fail failed failure false ko nok exception denied unauthorized forbidden".split())
"""What keys of states hold where a request has failed."""
_DONE = _keys(
    "success succeeded successful ok exito éxito sucesso succes succès erfolg erfolgreich successo esito succesvol "
    "sukces başarılı успех успешно 成功 是否成功 성공 thành_công berhasil"
)
_NOT_DONE = frozenset("false 0 no ko nein non não нет 否".split())
_NUMBERS = _keys(
    "status status_code statuscode http_status http_code httpstatuscode code cod errorcode error_code codigo código "
    "code_erreur codice kod код statuskod 代码 代碼 状态码 狀態碼 错误码 コード 코드"
)
"""Keys that hold the number of a state of HTTP, of which those from 400 on are faults."""
_CODES = _keys("code error_code errorcode type errortype error_type")
_CODE = regex(
    r"(?:rest_[a-z_]+|[\w.: -]*(?:error|invalid|unauthori[sz]ed|forbidden|denied|limit|throttl|not.?found|expired"
    r"|exceed|missing|required|disabled|exhausted|exception|badrequest)[\w.: -]*)",
    re.IGNORECASE,
)
_MESSAGES = tuple(
    map(
        bare_key,
        (
            "message error_message msg detail error_description faultstring description reason mensaje mensagem "
            "messaggio meldung nachricht bericht meddelande besked melding wiadomość komunikat zpráva üzenet mesaj "
            "сообщение повідомлення رسالة הודעה メッセージ 消息 信息 訊息 错误信息 錯誤訊息 메시지 error"
        ).split(),
    )
)
"""Keys that hold what an interface says, clearest first."""
_ONLY = _keys("message detail msg documentation_url request_id requestid")
"""The keys of an answer that is a message and nothing else."""
_TEXTS = tuple(map(bare_key, (*FIELDS["text"], *FIELDS["html"], *FIELDS["teaser"])))
"""Keys of what articles say, which an answer may use for its message."""
_FACTS = frozenset(map(bare_key, (*FIELDS["author"], *FIELDS["published"]))) - _keys(
    "user account by timestamp message"
)
"""Keys of what only articles have."""
_TITLES = tuple(map(bare_key, FIELDS["title"]))
_URL = bare_key("url")
_MARKUP = regex(r"<[^<>]+>")
_MOST_KEYS, _MOST_WORDS, _MOST_ALONE, _DEEPEST = 16, 120, 25, 4
_MOST_RECORDS = 60
"""Words of an answer that says them below the keys of articles."""
_FIRST_FAULT, _LAST_FAULT = 400, 599


def failed_answer(value: Any, whole: bool = False) -> str:
    """What an interface says in an answer that tells of a failed request; empty for any other value.

    ``whole`` tells that a file holds nothing else: then a short message alone is such an answer too.
    """
    while isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, Mapping) or not 0 < len(value) <= _MOST_KEYS:
        return ""
    levels = [{bare_key(str(key)): inner for key, inner in one.items()} for one in _objects(value, _DEEPEST)]
    alone = whole and levels[0].keys() <= _ONLY and len(_words_of(levels).split()) <= _MOST_ALONE
    if not alone and not any(map(_is_failure, levels)):
        return ""
    count = sum(len(one.split()) for level in levels for one in level.values() if isinstance(one, str))
    # A record with a headline and a text may well tell of a fault of the program that collected it.
    sure = any(map(_has_failed, levels)) or not any(level.get(key) for level in levels for key in _TITLES)
    if any(_is_article(level, sure and count <= _MOST_RECORDS) for level in levels):
        return ""
    return _words_of(levels) if count <= _MOST_WORDS else ""


def _objects(value: Any, depth: int) -> Iterator[Mapping[Any, Any]]:
    """An object and those in it, outermost first."""
    if isinstance(value, Mapping) and depth:
        yield value
        for inner in value.values():
            yield from _objects(inner, depth - 1)
    elif isinstance(value, list) and depth:
        for inner in value[:_MOST_KEYS]:
            yield from _objects(inner, depth - 1)


def _is_failure(level: Mapping[str, Any]) -> bool:
    if any(level.get(key) for key in _FAULTS):
        return True
    if any(str(level.get(key, "")).casefold() in _FAILED for key in _STATES):
        return True
    coded = any(isinstance(code := level.get(key), str) and _CODE.fullmatch(code) for key in _CODES)
    return _has_failed(level) or (coded and any(level.get(key) for key in _MESSAGES))


def _has_failed(level: Mapping[str, Any]) -> bool:
    """Whether an object says by a flag or by the number of a state that a request has failed."""
    if any(str(level.get(key, "")).casefold() in _NOT_DONE for key in _DONE):
        return True
    has_text = any(level.get(key) for key in (*_MESSAGES, *_TEXTS, *_TITLES))
    return has_text and any(_is_fault(level.get(key)) for key in _NUMBERS)


def _is_fault(value: Any) -> bool:
    return str(value).isascii() and str(value).isdigit() and _FIRST_FAULT <= int(str(value)[:9]) <= _LAST_FAULT


def _is_article(level: Mapping[str, Any], may_have_text: bool) -> bool:
    """Whether an object has what only articles have: a writer, a day, a headline with an address, or a text."""
    titled = any(level.get(key) for key in _TITLES)
    # `data` is also a word for a day.
    stated = any(isinstance(value := level.get(key), (str, int)) and value for key in _FACTS)
    if stated or (titled and level.get(_URL) and not _has_failed(level)):
        return True
    return not may_have_text and any(level.get(key) for key in _TEXTS if key not in _MESSAGES)


def _words_of(levels: list[dict[str, Any]]) -> str:
    """The words of the answer, or the code in it where it has none."""
    for key in (*_MESSAGES, *_TEXTS, *_TITLES, *sorted(_CODES | _FAULTS | _STATES)):
        for level in levels:
            found = level.get(key)
            if isinstance(found, list):
                found = next((one for one in found if isinstance(one, str)), "")
            if isinstance(found, (str, int)) and not isinstance(found, bool) and str(found).strip():
                return " ".join(_MARKUP.sub(" ", str(found)).split())
    return "no reason is given"
