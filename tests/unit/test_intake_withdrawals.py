"""What an agency withdraws is held back by name, and a label of a correction is no headline, in many languages."""

import pytest

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.labels import is_release_label
from annotated_briefings.intake.model import Article, ArticleMeta
from annotated_briefings.intake.reading import split_all
from annotated_briefings.intake.stated.closed.withdrawals import withdrawal

LABELS = (
    "WITHDRAWN", "KILL", "BULLETIN KILL", "MANDATORY KILL", "RETRACTION", "ZURÜCKGEZOGEN", "Meldung zurückgezogen",
    "ANNULATION", "DÉPÊCHE ANNULÉE", "RETRAIT", "ANULACIÓN", "NOTICIA ANULADA", "ANNULLAMENTO", "NOTIZIA RITIRATA",
    "ANULAÇÃO", "INGETROKKEN", "ÅTERKALLAS", "TILBAGETRUKKET", "TRUKKET TILBAKE", "PERUTTU", "ANULOWANA",
    "DEPESZA WYCOFANA",
    "ZRUŠENO", "STAŽENO", "VISSZAVONVA", "ANULARE", "POVUČENO", "ПОВУЧЕНО", "АННУЛИРОВАНО", "ОТОЗВАНО", "ВІДКЛИКАНО",
    "ОТТЕГЛЕНА", "ΑΝΑΚΛΗΣΗ", "İPTAL", "HABER İPTALİ", "إلغاء خبر", "ביטול", "撤稿", "撤销通知", "取り消し", "전문취소",
    "RÚT LẠI",
    "DICABUT", "DITARIK",
)  # fmt: skip
SENTENCES = (
    "The agency has withdrawn its story about the mill of Lervik. Please do not use it.",
    "Die Meldung über die Mühle von Lervik wird zurückgezogen. Bitte nicht verwenden.",
    "La dépêche sur le moulin de Lervik est annulée. Merci de ne pas utiliser ce texte.",
    "La noticia sobre el molino de Lervik queda anulada. Se ruega no utilizar el texto.",
    "La notizia sul mulino di Lervik è annullata. Si prega di non utilizzare il testo.",
    "Depesza o młynie w Lerviku została wycofana. Prosimy nie publikować.",
    "Сообщение о мельнице в Лервике аннулируется. Просим не использовать.",
)
CORRECTIONS = (
    "CORRECTION", "BERICHTIGUNG", "Korrektur", "RECTIFICATIF", "CORRECCIÓN", "RETTIFICA", "CORREÇÃO", "RECTIFICATIE",
    "RÄTTELSE", "RETTELSE", "OIKAISU", "SPROSTOWANIE", "OPRAVA", "HELYESBÍTÉS", "RECTIFICARE", "ИСПРАВЛЕНИЕ",
    "ΔΙΟΡΘΩΣΗ",
    "DÜZELTME", "تصحيح", "更正", "訂正", "정정", "RALAT", "ĐÍNH CHÍNH",
)  # fmt: skip
TITLE, LEAD = (
    "Mill of Lervik is sold",
    "LERVIK (NPA) - The old mill of Lervik has been sold to a choir, its owner said.",
)
MORE = "The choir wants to sing there in May, and the council pays for the roof and for two doors."


def read(text: str) -> tuple[Article, ArticleMeta]:
    """The one article of a text."""
    documents, found, *_ = read_any("wire.txt", text.encode())
    split = split_all("wire.txt", documents, found, Decisions(()))
    ((article, meta),) = zip(split.articles, split.metas, strict=True)
    return article, meta


@pytest.mark.parametrize("label", LABELS)
def test_what_a_label_withdraws_is_held(label: str) -> None:
    for text in (f"{label}\n\n{TITLE}\n\n{LEAD}\n\n{MORE}\n", f"{label}: {TITLE}\n\n{LEAD}\n\n{MORE}\n"):
        if label[1:].islower() and ":" in text.partition("\n")[0]:
            continue
        assert read(text)[0].given.held, text
    assert withdrawal(f"[{label}] {TITLE}", [LEAD])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_short_notice_that_withdraws_a_report_is_held(sentence: str) -> None:
    assert withdrawal("", [TITLE, sentence])


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Paper withdraws its story about the mill",
        "Annulation : le concert du moulin",
        "Kill switch for old mills",
    ],
)
def test_a_report_about_a_withdrawal_is_not_held(title: str) -> None:
    assert not withdrawal(title, [LEAD, MORE])


@pytest.mark.parametrize("label", CORRECTIONS)
def test_the_label_of_a_correction_is_no_headline(label: str) -> None:
    assert is_release_label(label)
    article, meta = read(f"{label}\n\n{TITLE}\n\n{LEAD}\n\n{MORE}\n")
    assert (meta.headline.value, article.given.held) == (TITLE, "")
