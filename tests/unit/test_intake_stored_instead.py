"""What a program stores where it could not fetch an article is no article, in many languages; and whom and which day of
several a record means."""

import json

import pytest

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.instead.failed import stored_instead

MESSAGES = (
    "wallabag can't retrieve contents for this article. Please troubleshoot this issue.",
    "Could not fetch content.",
    "Unable to extract the article from this page.",
    "Der Inhalt konnte nicht abgerufen werden.",
    "Wir konnten den Artikel leider nicht laden.",
    "Impossible de récupérer le contenu de l'article.",
    "No se pudo obtener el contenido de este artículo.",
    "Impossibile recuperare il contenuto della pagina.",
    "Não foi possível carregar o conteúdo da página.",
    "De inhoud van dit artikel kon niet worden opgehaald.",
    "Det gick inte att hämta innehållet.",
    "Indholdet kunne ikke hentes.",
    "Kunne ikke hente innholdet i artikkelen.",
    "Sisältöä ei voitu noutaa.",
    "Nie udało się pobrać treści artykułu.",
    "Obsah článku se nepodařilo načíst.",
    "Nem sikerült letölteni a cikk tartalmát.",
    "Conținutul articolului nu a putut fi preluat.",
    "Не удалось загрузить содержимое статьи.",
    "Не вдалося завантажити вміст статті.",
    "Αδυναμία ανάκτησης του περιεχομένου.",
    "İçerik alınamadı.",
    "تعذر جلب محتوى المقال",
    "לא ניתן לטעון את תוכן המאמר",
    "无法获取文章内容。",
    "無法載入內容",
    "本文を取得できませんでした。",
    "기사 내용을 불러올 수 없습니다.",
    "Không thể tải nội dung bài viết.",
    "Tidak dapat memuat konten halaman.",
    "Please enable JavaScript to continue.",
    "Bitte aktivieren Sie JavaScript in Ihrem Browser.",
    "Veuillez activer JavaScript pour lire cette page.",
    "请启用 JavaScript 后再试。",
    "403 Forbidden",
    "Error 404: the page was moved",
    "HTTP 503 Service Unavailable",
    "Please solve the captcha to go on.",
)
NEWS = (
    "The mill of Lervik has been sold to a choir of 300 children for two million crowns.",
    "A harbour master could not load the herring because of the storm.",
    "In 1936 nobody was able to retrieve the bell of the ship.",
    "404 houses in Lervik were without power for three hours on Monday night, and two schools were closed until noon.",
)


@pytest.mark.parametrize("text", MESSAGES)
def test_the_message_of_a_program_is_no_article(text: str) -> None:
    assert stored_instead(text)
    records = [{"title": "", "url": "https://paper.example/mill", "content": text, "is_archived": 1}]
    (document,), _, *_ = read_any("saved.json", json.dumps(records).encode())
    assert document.left_out == "it is the message of a program that could not fetch it"


@pytest.mark.parametrize("text", NEWS[:3])
def test_short_news_are_no_message_of_a_program(text: str) -> None:
    assert stored_instead(text) is None


DAYS = (
    ("dateTimePub", "date"),
    ("field_publish_date", "created"),
    ("published_at", "created_at"),
    ("publishedOn", "dateTime"),
    ("issued", "date"),
    ("date", "created"),
    ("pubDate", "date"),
)
TEXT = f"{NEWS[0]} The council pays for the roof."


@pytest.mark.parametrize(("better", "worse"), DAYS)
def test_of_several_days_that_of_publication_counts(better: str, worse: str) -> None:
    record = {"title": "Mill is sold", "text": TEXT, worse: "2026-03-05", better: "2026-03-02"}
    (document,), *_ = read_any("a.json", json.dumps([record]).encode())
    assert document.given.published == "2026-03-02"


@pytest.mark.parametrize("name", ["display_name", "displayName", "full_name"])
def test_of_several_names_that_which_is_shown_counts(name: str) -> None:
    record = {"title": "Mill is sold", "text": TEXT, "author": {"name": "imaar", name: "Ilse Maar"}}
    (document,), *_ = read_any("a.json", json.dumps([record]).encode())
    assert document.given.author == "Ilse Maar"


def test_a_report_without_a_line_of_credit_has_the_outlet_that_provides_it() -> None:
    xml = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="da"><itemMeta><provider><name>Nordtekst</name>'
        "</provider></itemMeta><contentMeta><headline>Møllen er solgt</headline></contentMeta><contentSet><inlineXML>"
        f"<html><body><p>{TEXT}</p></body></html></inlineXML></contentSet></newsItem>"
    )
    (document,), *_ = read_any("a.xml", xml.encode())
    assert (document.given.outlet, document.given.language) == ("Nordtekst", "da")
