"""Answers in which an interface tells of a failed request are no articles, and are named with what they say."""

import json
from typing import Any

import pytest

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.records.answers import failed_answer

FAILED: list[tuple[Any, str]] = [
    ({"status": "error", "code": "rateLimited", "message": "Too many requests."}, "Too many requests."),
    ({"fault": {"faultstring": "Invalid ApiKey", "detail": {"errorcode": "keys.InvalidApiKey"}}}, "Invalid ApiKey"),
    ({"message": "Unauthorized"}, "Unauthorized"),
    (
        {"response": {"status": "error", "message": "The page is beyond the last one."}},
        "The page is beyond the last one.",
    ),
    (
        {"error": {"code": 403, "message": "The key has no quota.", "errors": [{"reason": "quota"}]}},
        "The key has no quota.",
    ),
    ({"code": "rest_post_invalid_page_number", "message": "No such page.", "data": {"status": 400}}, "No such page."),
    ({"errors": [{"message": "The field is not known.", "locations": [{"line": 2}]}]}, "The field is not known."),
    ({"errors": ["q is missing", "language is wrong"]}, "q is missing"),
    ({"Error": "The user does not exist."}, "The user does not exist."),
    ({"detail": "Not found."}, "Not found."),
    ({"success": False, "msg": "Wartung bis 14 Uhr."}, "Wartung bis 14 Uhr."),
    ({"ok": "false", "description": "Forbidden for this host."}, "Forbidden for this host."),
    ({"type": "about:blank", "title": "Too Many Requests", "status": 429, "detail": "Wait an hour."}, "Wait an hour."),
    ({"timestamp": "2026-03-04T09:00:00Z", "status": 404, "error": "Not Found", "path": "/v2/x"}, "Not Found"),
    ({"statusCode": 429, "error": "Too Many Requests", "message": "Slow down."}, "Slow down."),
    ({"articles": {"error": "The key is not valid."}}, "The key is not valid."),
    ({"cod": "401", "message": "The key is not valid."}, "The key is not valid."),
    ([{"error": "expired"}], "expired"),
    ({"status": "failed"}, "failed"),
    (
        {"exito": False, "codigo": 401, "titulo": "Sin acceso", "texto": "La clave ha caducado."},
        "La clave ha caducado.",
    ),
    ({"success": False, "status": 401, "title": "No access", "text": "The key has expired."}, "The key has expired."),
    ({"erreur": "Clé inconnue"}, "Clé inconnue"),
    ({"succès": False, "code": 403, "contenu": "Clé inconnue"}, "Clé inconnue"),
    ({"erfolg": False, "meldung": "Schlüssel abgelaufen"}, "Schlüssel abgelaufen"),
    ({"fehler": {"nummer": 429, "text": "Zu viele Anfragen"}}, "Zu viele Anfragen"),
    ({"код": 404, "сообщение": "Не найдено"}, "Не найдено"),
    ({"错误码": 10003, "错误信息": "请求次数超限"}, "请求次数超限"),
    ({"エラー": "認証に失敗しました"}, "認証に失敗しました"),
    ({"esito": "ko", "messaggio": "Chiave scaduta"}, "Chiave scaduta"),
    ({"błąd": "Nieprawidłowy klucz"}, "Nieprawidłowy klucz"),
    ({"status": 500, "content": "Internal fault of the server"}, "Internal fault of the server"),
    ({"status": "error", "body": "The limit is reached"}, "The limit is reached"),
    ({"ok": 0, "title": "Blocked", "html": "<p>Blocked for an hour</p>"}, "Blocked for an hour"),
    ({"meta": {"status": 503, "msg": "Out of service"}, "response": {}}, "Out of service"),
]
ARTICLES: list[Any] = [
    {"title": "Error at the lock", "text": "The lock is closed for a week after an error of its keeper."},
    {"status": "error", "title": "Lock closed", "body": "The lock is closed."},
    {"status": "ok", "totalResults": 0, "articles": []},
    {"title": "Lock closed", "url": "https://oste.example/lock", "error": "timeout"},
    {"message": "The port of Lund closes its coal pier on 1 June, and sixty workers move to the grain terminal, its "
     "board has decided. The last ship is to unload on 30 May, and two cranes go to Harle."},
    {"status": "error", "articles": [{"title": "Lock closed", "content": "It is closed."}]},
    {"status": "ok", "message": "served from the cache", "title": "Lock closed"},
    {"status": 404, "title": "Lock closed", "text": "It is closed for a week.", "author": "Ida Varro"},
    {"código": 500, "titular": "Cierra la esclusa", "cuerpo": "Cierra una semana.", "fecha": "2026-03-14"},
    {"codigo": "ES", "titulo": "Esclusa", "texto": "La esclusa cierra."},
    {"titulo": "Esclusa", "url": "https://oste.example/esclusa", "error": "timeout"},
    {"success": False, "title": "Lock closed", "text": "The lock is closed for a week, its keeper said. " * 9},
    {"error": True, "message": "The lock is closed for a week, its keeper said. " * 13},
    {"code": "DE", "message": "The lock is closed for a week, its keeper said on Monday."},
    {}, [], "error", 404, None, {"error": None}, {"errors": [], "headline": "Lock closed"}, {"success": True},
]  # fmt: skip


@pytest.mark.parametrize(("answer", "expected"), FAILED)
def test_a_failed_answer_is_named_with_its_words_and_never_an_article(answer: Any, expected: str) -> None:
    documents, found = read_any("err.json", json.dumps(answer).encode())
    assert documents == ()
    assert [show(one) for one in found] == [
        f"err.json: warning[no-article]: the file is an error message of an interface: `{expected}`\n"
        "  help: ask the interface again, and save what it answers"
    ]


@pytest.mark.parametrize("value", ARTICLES)
def test_articles_and_other_answers_are_no_errors(value: Any) -> None:
    assert failed_answer(value, whole=True) == ""


def test_a_failed_answer_among_lines_of_records_is_left_out_with_its_words() -> None:
    article = {"title": "Lock closed", "text": "The lock is closed for a week, its keeper said on Monday."}
    lines = [article, {"error": "rate limit reached"}, {**article, "title": "Lock open"}]
    documents, found = read_any("a.jsonl", "\n".join(map(json.dumps, lines)).encode())
    assert [one.left_out for one in documents] == ["", "it is an error message of an interface: rate limit reached", ""]
    assert found == ()
