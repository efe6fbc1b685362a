"""Boxes that ask for consent to cookies are no text, in any language and form, and hide nothing of the article."""

import pytest
from sampled import met

from annotated_briefings.intake.decisions import Decisions
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.reading import FileRead, split_all
from annotated_briefings.intake.stated.closed.consents import CONSENT, asks_for_consent

TITLE, DAY = "Ellan closes its eastern quay", "3 May 2026"
TEXT = (
    "The harbour of Ellan closes its eastern quay for six weeks. Divers found holes in two of the piles.",
    "The ferry will land at the coal pier, says the harbour master Una Brod. Buses wait there from Monday on.",
    "The work costs 2.3 million. The quay was built in 1911 and repaired once, after the great storm.",
)
ASKED = (
    ("We value your privacy", "We and our 812 partners store information on your device, such as cookies.",
    "Accept all"),
    ("Ihre Privatsphäre", "Wir und unsere 341 Partner speichern Cookies und personenbezogene Daten.",
    "Alle akzeptieren"),
    ("Votre vie privée", "Nous et nos 765 partenaires utilisons des cookies et traitons vos données.", "Tout accepter"),
    ("Su privacidad", "Nosotros y 120 socios usamos cookies y tratamos datos personales.", "Aceptar"),
    ("La tua privacy", "Noi e 90 partner usiamo cookie e trattiamo dati personali.", "Accetta"),
    ("A sua privacidade", "Nós e 340 parceiros usamos cookies e tratamos dados pessoais.", "Aceitar"),
    ("Uw privacy", "Wij en 65 partners gebruiken cookies en verwerken persoonsgegevens.", "Akkoord"),
    ("Vi värnar om din integritet", "Vi och våra 95 partner använder kakor och behandlar personuppgifter.",
    "Godkänn alla"),
    ("Tietosuoja", "Me ja 55 kumppaniamme käytämme evästeitä ja käsittelemme henkilötietoja.", "Hyväksy"),
    ("Dbamy o prywatność", "My i nasi 812 partnerzy zapisujemy ciasteczka i dane osobowe.", "Zgadzam się"),
    ("Vaše soukromí", "My a našich 77 partnerů ukládáme cookies a osobní údaje.", "Souhlasím"),
    ("Az Ön adatai", "Mi és 210 partnerünk sütiket és személyes adatokat kezelünk.", "Elfogadom"),
    ("Confidențialitate", "Noi și 99 parteneri folosim cookie-uri și date personale.", "Accept"),
    ("Το απόρρητό σας", "Εμείς και 81 συνεργάτες χρησιμοποιούμε cookies.", "Αποδοχή"),
    ("Gizliliğiniz", "Biz ve 812 iş ortağımız çerez ve kişisel veri kullanıyoruz.", "Kabul et"),
    ("Ваша конфиденциальность", "Мы и 45 партнёров храним куки и персональные данные.", "Принять"),
    ("Ваша приватність", "Ми та 45 партнерів зберігаємо файли cookie і персональні дані.", "Прийняти"),
    ("Privasi Anda", "Kami dan 812 mitra kami menyimpan cookie dan data pribadi.", "Setuju"),
    ("Quyền riêng tư", "Chúng tôi và 60 đối tác dùng cookie và dữ liệu cá nhân.", "Đồng ý"),
    ("ความเป็นส่วนตัว", "เราใช้คุกกี้และข้อมูลส่วนบุคคลของคุณ", "ยอมรับ"), ("आपकी निजता",
    "हम और 812 पार्टनर कुकी का इस्तेमाल करते हैं।", "स्वीकार करें"),
    ("خصوصيتك", "نحن وشركاؤنا نستخدم ملفات تعريف الارتباط ونعالج البيانات الشخصية.", "موافق"),
    ("הפרטיות שלך", "אנחנו ו-120 שותפים משתמשים בעוגיות ובמידע אישי.", "מסכים"),
    ("حریم خصوصی",
    "ما از کوکی و داده‌های شخصی استفاده می‌کنیم.", "موافقم"),
    ("我们重视您的隐私", "我们和812个合作伙伴使用cookie并处理个人信息。", "同意"),

    ("プライバシー", "当社と812社のパートナーはクッキーと個人データを使います。", "同意する"),
    ("개인정보 보호", "당사와 파트너는 쿠키와 개인정보를 사용합니다.", "동의"),
    ("Faragha yako",
    "Sisi na washirika 40 tunatumia cookies na taarifa binafsi.", "Kubali"),
)  # fmt: skip
FORMS = (
    "<div class='cmp'><h2>{0}</h2><p>{1}</p><button>{2}</button></div>",
    "<div role='dialog' aria-modal='true'><p>{0}</p><p>{1}</p><a href='#'>{2}</a></div>",
    "<section id='cookie-banner'><h3>{0}</h3><p>{1}</p><p>{2}</p></section>",
    "<div class='x17'><h2>{0}</h2><p>{1}</p><div><button>{2}</button></div></div>",
    "<p>{1}</p>",
)


def read(box: str) -> FileRead:
    """What is read of a page that begins with a box."""
    text = "".join(f"<p>{one}</p>" for one in TEXT)
    head = f"<h1>{TITLE}</h1><p>By Ida Varro</p><p>{DAY}</p>"
    page = f"<html><head><title>{TITLE}</title></head><body>{box}<div class='page'>{head}{text}</div></body></html>"
    documents, found = read_any("page.html", page.encode())
    return split_all("page.html", documents, found, Decisions())


@pytest.mark.parametrize(("asked", "form"), met(ASKED, FORMS, 3))
def test_a_box_that_asks_for_consent_is_no_text(asked: tuple[str, str, str], form: str) -> None:
    found = read(form.format(*asked))
    (article,), (meta,) = found.articles, found.metas
    assert tuple(p.text for n, p in enumerate(article.paragraphs) if n not in meta.skipped) == TEXT
    assert (meta.headline.value, meta.author.value, meta.date.value) == (TITLE, "Ida Varro", "2026-05-03")
    assert any(one.why == CONSENT and asked[1][:20] in one.text for one in found.left_out)


def test_an_article_about_cookies_is_kept() -> None:
    about = "Regulators fined 40 partners of an advertiser for cookies that store personal data without consent."
    text = f"<h1>Fines for cookies</h1><p>{about}</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p>"
    page = f"<html><body><article class='post-cookies'>{text}</article></body></html>"
    documents, _ = read_any("page.html", page.encode())
    assert about in [p.text for p in documents[0].paragraphs]


@pytest.mark.parametrize(
    "line", ["The bakery sells 800 cookies a day.", "Die Privatsphäre der Nachbarn", "Partner sein seit 1812"]
)
def test_other_words_ask_for_no_consent(line: str) -> None:
    assert not asks_for_consent(line)
