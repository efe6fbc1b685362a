"""A notice in a text that closes what is below it: that is left out by name, and whom it names has not written it."""

import json

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.closed.notices import CLOSED, closes_below, find_notice

NOTICES = """
Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt
* * * * Die folgenden Angaben sind nicht zum Abdruck bestimmt:
*** Nicht zur Veröffentlichung ***
Redaktionshinweis: nicht zur Veröffentlichung
Kontakte für die Redaktion (nicht zur Weitergabe)
Nachstehende Telefonnummern bitte nicht veröffentlichen
Nur für die Redaktion: Ansprechpartner
Informationen ab hier sind vertraulich
# Notizblock
NOT FOR PUBLICATION
Notes to editors (not for publication)
Not for publication: contact
The following details are not for publication.
--- Notes for editors, not for broadcast ---
EDITORS' NOTE - NOT FOR PUBLICATION
The contact details below must not be published.
Media contact (for journalists only):
Do not publish the following:
The material that follows is for newsroom use only
Les informations suivantes ne sont pas destinées à la publication
Note aux rédactions, non destinée à la publication
Les coordonnées ci-dessous ne doivent pas être publiées
Réservé à la rédaction : contact
Los siguientes datos no son para publicación
Los datos de contacto que figuran a continuación no deben publicarse
Nota a los redactores: no para publicación
Le seguenti informazioni non sono destinate alla pubblicazione
I recapiti che seguono non sono da pubblicare
As informações a seguir não se destinam à publicação
Nota à redação (não publicar)
De volgende gegevens zijn niet bestemd voor publicatie
Onderstaande gegevens mogen niet worden gepubliceerd
Poniższe informacje nie są przeznaczone do publikacji
Uwaga dla redakcji: nie do publikacji
Följande uppgifter är inte avsedda för publicering
Følgende oplysninger er ikke til offentliggørelse
Следующая информация не предназначена для публикации
НЕ ДЛЯ ПЕЧАТИ
Aşağıdaki bilgiler yayın için değildir
以下の連絡先は掲載不可
以下内容不供发表
다음 연락처는 보도하지 마십시오
المعلومات التالية ليست للنشر
Internal information, not for publication:
Information for editors only
The phone numbers below are for editorial use only and may not be published
BACKGROUND FOR NEWSROOMS (NOT FOR BROADCAST)
Interne Hinweise (nicht zur Veröffentlichung)
Achtung Redaktionen: folgende Kontaktdaten sind nicht zur Veröffentlichung bestimmt!
Die unten stehenden Nummern bitte nicht weitergeben
À l'attention des rédactions, ne pas publier
Información solo para la redacción
Per le redazioni, da non pubblicare
Informações apenas para a redação
Dane kontaktowe (nie do publikacji)
Нижеследующие сведения не подлежат опубликованию
下記は報道関係者のみ、掲載禁止
仅供编辑参考，不得发表
편집자 참고: 보도 금지
التفاصيل أدناه غير مخصصة للنشر
""".strip().splitlines()
NEWS = """
The following names were not published by the court.
The minister said the report was not for publication.
Not for sale: the last lighthouse
Off the record
Work in progress
The following year the drug must not be used by children.
Contact with the press is for ministers only, critics complain.
Die folgenden Wochen waren ruhig.
Die nachfolgenden Verhandlungen sind nicht öffentlich.
Kontakte zur Presse dürfen nicht verboten werden.
Les informations suivantes ont été publiées.
El informe no fue publicado.
Non pubblicato per anni, il romanzo esce ora.
Det følgende år blev planen ikke offentliggjort.
下列城市不公开预算，专家表示。
Patient data must not be published, the court ruled.
Information that is not for public release fills forty rooms of the archive.
Notes on a scandal: a film not to be missed
I dati non pubblicati sono molti.
""".strip().splitlines()
TITLE = "Ferry to Sandholm stops at midnight"
LEAD = "The last ferry to Sandholm will sail on 4 March, the harbour board of Kelby decided on Tuesday evening."
MORE = "A bus will take over its 41 daily passengers, said Ole Brandt, who chairs the board of the harbour."
NOTICE = "The following information is not for publication"
CONTACT = "Author: Tilda Brook, +44 20 5550 1133, brook@wire.example"


def read(name: str, data: bytes) -> FileRead:
    documents, found = read_any(name, data)
    return split_all(name, documents, found, Decisions())


@pytest.mark.parametrize("line", NOTICES)
def test_a_notice_closes_what_is_below_it(line: str) -> None:
    assert closes_below(line)
    found = find_notice([TITLE, LEAD, line, CONTACT])
    assert found is not None
    assert (found.line, found.start) == (2, 0)


@pytest.mark.parametrize("line", NEWS)
def test_a_sentence_of_news_closes_nothing(line: str) -> None:
    assert not closes_below(line)
    assert find_notice([TITLE, LEAD, line, MORE]) is None


def test_a_notice_above_the_text_or_at_its_very_end_closes_the_whole_text() -> None:
    assert find_notice(["NOT FOR PUBLICATION", TITLE, LEAD]) is None
    assert find_notice([TITLE, LEAD, MORE, "NOT FOR PUBLICATION"]) is None
    (held,) = read("a.txt", "\n\n".join((TITLE, LEAD, MORE, "NOT FOR PUBLICATION")).encode()).articles
    assert held.given.held == "NOT FOR PUBLICATION"


def _html() -> bytes:
    body = "".join(f"<p>{line}</p>" for line in (LEAD, MORE, NOTICE, CONTACT))
    return f"<html><body><article><h1>{TITLE}</h1>{body}</article></body></html>".encode()


def _mail() -> bytes:
    head = f"From: The Kelby Post <news@kelby.example>\nSubject: {TITLE}\nDate: Tue, 24 Nov 2026 09:00:00 +0000\n\n"
    return (head + "\n\n".join((LEAD, MORE, NOTICE, CONTACT))).encode()


def _json() -> bytes:
    return json.dumps(
        [{"title": TITLE, "author": "Tilda Brook", "body": "\n\n".join((LEAD, MORE, NOTICE, CONTACT))}]
    ).encode()


FILES = {
    "a.txt": "\n\n".join((TITLE, LEAD, MORE, NOTICE, CONTACT)).encode(),
    "lines.txt": "\n".join((TITLE, "", LEAD, MORE, NOTICE, CONTACT)).encode(),
    "one.txt": "\n\n".join((TITLE, LEAD, f"{MORE} {NOTICE}: {CONTACT}")).encode(),
    "a.md": f"# {TITLE}\n\n{LEAD}\n\n{MORE}\n\n## {NOTICE}\n\n- {CONTACT}\n".encode(),
    "a.html": _html(),
    "a.eml": _mail(),
    "a.json": _json(),
}


@pytest.mark.parametrize("name", FILES)
def test_in_every_format_the_text_above_a_notice_stays_and_the_contact_is_no_writer(name: str) -> None:
    found = read(name, FILES[name])
    (article,), (meta,) = found.articles, found.metas
    shown = " ".join(p.text for n, p in enumerate(article.paragraphs) if not p.aside)
    assert "41 daily passengers" in shown
    assert "Tilda" not in shown
    assert "5550" not in shown
    assert "not for publication" not in shown
    assert CLOSED in {p.aside for p in article.paragraphs} | {around.why for around in found.left_out}
    assert "Tilda" not in meta.author.value
    assert article.given.held == ""


def test_the_next_article_of_a_file_begins_below_what_a_notice_closes() -> None:
    other = "Owls return to the woods of Arne\n\nForty pairs of owls bred there this year, after none in 2019."
    first = "\n\n".join((TITLE, LEAD, MORE, NOTICE, CONTACT))
    found = read("dump.txt", f"{first}\n\n-----\n\n{other}\n".encode())
    assert [meta.headline.value for meta in found.metas] == [TITLE, "Owls return to the woods of Arne"]
