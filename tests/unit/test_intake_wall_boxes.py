"""Boxes that sell a subscription below a text that breaks off, in many languages and formats."""

import json
from collections.abc import Callable

import pytest

from annotated_briefings.intake.cleaning.cut import PAYWALL
from annotated_briefings.intake.cleaning.wall_boxes import box_start
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.model import Paragraph

BOXES = {
    "sv": ("Läs vidare – bli prenumerant", "Få tillgång till alla plusartiklar från 1 krona första månaden.", "Köp nu"),
    "en": (
        "Keep reading - become a subscriber",
        "Get all locked articles from 1 crown for the first month.",
        "Buy now",
    ),
    "de": (
        "Weiterlesen mit Ihrem Abo",
        "Zugang zu allen Artikeln für 1 Euro im ersten Monat.",
        "Schon Abonnent? Hier anmelden",
    ),
    "fr": (
        "Lisez la suite : devenez abonné",
        "Accès à tous les articles dès 1 € par mois.",
        "Déjà abonné ? Connectez-vous",
    ),
    "es": (
        "Sigue leyendo: hazte suscriptor",
        "Acceso a todos los artículos por 1 euro al mes.",
        "¿Ya eres socio? Inicia sesión",
    ),
    "it": (
        "Continua a leggere con l'abbonamento",
        "Accesso a tutti gli articoli a 1 euro al mese.",
        "Sei abbonato? Accedi",
    ),
    "nl": ("Verder lezen? Word abonnee", "Toegang tot alle artikelen vanaf 1 euro per maand.", "Al abonnee? Inloggen"),
    "pt": (
        "Continue a ler: torne-se assinante",
        "Acesso a todos os artigos por 1 euro por mês.",
        "Já é assinante? Entrar",
    ),
    "da": ("Læs videre – bliv abonnent", "Få adgang til alle artikler for 1 kr. den første måned.", "Log ind"),
    "no": ("Les videre – bli abonnent", "Få tilgang til alle saker for 1 kr den første måneden.", "Logg inn"),
    "fi": (
        "Jatka lukemista – tilaa lehti",
        "Tilaajana pääset lukemaan kaikki jutut, 1 euro kuukaudessa.",
        "Kirjaudu sisään",
    ),
    "pl": (
        "Czytaj dalej – zostań subskrybentem",
        "Dostęp do wszystkich tekstów za 1 zł w pierwszym miesiącu.",
        "Zaloguj się",
    ),
    "cs": ("Pokračujte ve čtení s předplatným", "Přístup ke všem článkům za 1 Kč za měsíc.", "Přihlásit se"),
    "hu": ("Olvasson tovább előfizetőként", "Hozzáférés minden cikkhez havi 1 Ft, előfizetéssel.", "Bejelentkezés"),
    "tr": ("Okumaya devam etmek için abone olun", "Tüm haberlere erişim ayda 1 ₺.", "Giriş yap"),
    "ru": ("Читайте дальше по подписке", "Доступ ко всем статьям за 1 руб. в месяц.", "Войти"),
    "uk": ("Читайте далі за передплатою", "Доступ до всіх статей за 1 грн, перший місяць за передплатою.", "Увійти"),
    "el": ("Συνεχίστε την ανάγνωση με συνδρομή", "Πρόσβαση σε όλα τα άρθρα με συνδρομή 1 € τον μήνα.", "Σύνδεση"),
    "ja": ("続きを読むには会員登録が必要です", "有料会員は月100円で全記事を読めます", "ログイン"),
    "zh": ("订阅后继续阅读全文", "会员每月1元，阅读所有文章", "登录"),
}
TEXT = (
    "The deal was struck over lunch in March last year. No broker was called in, and only one buyer could bid.",
    "The price was fair, the head of the council said when the paper asked her about it on Monday.",
    "But when the paper had two independent experts look at the forest they came to a very different",
)


def page(lines: tuple[str, ...]) -> bytes:
    first, *rest = lines
    box = f'<div class="box"><h2>{first}</h2>' + "".join(f"<p>{one}</p>" for one in rest) + "</div>"
    body = "".join(f"<p>{one}</p>" for one in TEXT)
    head = '<html><head><meta charset="utf-8"><title>Forest sold</title></head><body><article><h1>Forest sold</h1>'
    return f"{head}{body}{box}</article></body></html>".encode()


FORMATS: dict[str, Callable[[tuple[str, ...]], bytes]] = {
    "a.html": page,
    "a.md": lambda lines: "\n\n".join(("# Forest sold", *TEXT, f"## {lines[0]}", *lines[1:])).encode(),
    "a.json": lambda lines: json.dumps([{"title": "Forest sold", "text": "\n".join((*TEXT, *lines))}]).encode(),
}


@pytest.mark.parametrize("language", BOXES)
@pytest.mark.parametrize("name", FORMATS)
def test_a_box_that_sells_is_left_out_by_name_and_marks_the_cut(name: str, language: str) -> None:
    documents, _ = read_any(name, FORMATS[name](BOXES[language]))
    (document,) = documents
    texts = [one.text for one in document.paragraphs if not one.aside and one.text != "Forest sold"]
    assert texts == list(TEXT)
    left = {part for one in (*document.paragraphs, *document.around) if one.aside for part in one.text.split(" | ")}
    assert set(BOXES[language][:2]) <= left
    assert document.given.cut.endswith("came to a very different")


def test_the_reason_is_the_paywall() -> None:
    documents, _ = read_any("a.html", page(BOXES["sv"]))
    assert {one.aside for one in documents[0].paragraphs if one.text in BOXES["sv"]} == {PAYWALL}


NEWS = [
    ("The paper loses readers.", "It had 400 subscribers in May.", "Members read it for free, the editor said."),
    ("The club is small.", "How to become a member", "The club takes new members in spring, when its boats are ready."),
    ("Tidningen växer.", "Antalet prenumeranter steg till 4000, säger chefen.", "De läser mest på kvällen."),
    ("Der Verein hat Geld.", "Die Mitglieder zahlen 5 Euro im Monat.", "Das reicht für neue Boote und Segel."),
    ("Le journal va bien.", "Les abonnés lisent surtout le soir, dit la rédaction.", "Ils sont 4000."),
]


@pytest.mark.parametrize("lines", NEWS)
def test_news_about_subscribers_is_no_box(lines: tuple[str, ...]) -> None:
    paragraphs = tuple(Paragraph(line, at, at) for at, line in enumerate(lines, 1))
    assert box_start(paragraphs) == len(paragraphs)
