"""Encodings: the one that makes words of the bytes is read, whatever is declared; in every format."""

import base64
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import show
from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.encodings.chosen import fitting_codec

TEXTS = {
    "ru": (
        "cp1251 koi8_r iso8859_5 cp866",
        "Мэрия повысила плату за проезд в автобусах до 39 рублей с первого января. Пенсионеры "
        "по-прежнему ездят бесплатно.",
    ),
    "uk": (
        "cp1251 koi8_u",
        "Міська рада підвищила ціну квитка до 15 гривень. Їхати дешевше можна лише зранку, каже мер Ганна Бєлоус.",
    ),
    "bg": ("cp1251", "Общината затвори моста за три месеца. Никой не знае кога ще бъде отворен отново, каза кметът."),
    "el": (
        "cp1253 iso8859_7",
        "Η γέφυρα κλείνει για τρεις μήνες, ανακοίνωσε ο δήμος. Τα έργα κοστίζουν ένα εκατομμύριο ευρώ.",
    ),
    "he": (
        "cp1255 iso8859_8",
        "תחנת הכוח הישנה תהפוך למוזאון בתוך שנתיים. העירייה אישרה את התוכנית ביום שני, אמר ראש העיר.",
    ),
    "ar": (
        "cp1256 iso8859_6",
        "افتتحت سلطة الميناء رصيفا ثالثا للحاويات بطول 640 مترا. وقال المدير إن العمل استغرق أربع سنوات",
    ),
    "fa": ("cp1256", "شهردار گفت پل تا پايان ماه بسته است و هزينه آن دو ميليون است"),
    "th": ("cp874", "สะพานปิดสามเดือนเพื่อซ่อมแซม นายกเทศมนตรีกล่าวเมื่อวันจันทร์ ค่าใช้จ่ายสองล้านบาท"),
    "zh": ("gb18030", "临溪县新水厂投产，日供水八万吨。县长说，工程用了两年时间，花费三亿元。"),
    "tw": ("big5hkscs", "新橋關閉三個月，市長星期一說，工程費用兩百萬元，明年春天才會開放。"),
    "ja": ("cp932", "三日月市の老舗旅館が来年三月末で営業を終える。主人は屋根を直す金がないと話した。"),
    "ko": ("cp949", "시는 다리를 석 달 동안 닫는다고 월요일에 밝혔다. 공사비는 이백만 원이며 내년 봄에 다시 열린다."),
    "fr": (
        "cp1252",
        "La société a été fondée à Gand où elle employait déjà 140 salariés. L'évêque s'est dit "
        "déçu : « C'est fâcheux », a-t-il déclaré.",
    ),
    "de": (
        "cp1252",
        "Die Brücke über die Wümme wird für 3 Monate gesperrt. „Schöner wäre es nicht“, sagte "
        "Bürgermeister Jürgen Fößl.",
    ),
    "es": (
        "cp1252",
        "¿Cuándo volverá el agua? Mañana, dijo el ingeniero Núñez. La bomba costó 46 millones y llegó anoche.",
    ),
    "pt": ("cp1252", "A estação não reabre até março, disse a câmara. Os cidadãos estão à espera há três anos."),
    "sv": ("cp1252", "Sjön är för låg, säger kommunalrådet Åke Öberg. Båtarna får vänta på högre vatten till våren."),
    "da": (
        "cp1252",
        "Broen over åen bliver ikke åbnet før påske, siger borgmester Søren Kjær. Færgen sejler i stedet.",
    ),
    "is": (
        "cp1252",
        "Brúin verður lokuð í þrjá mánuði, sagði bæjarstjórinn. Það kostar tvær milljónir að gera við hana.",
    ),
    "fi": (
        "cp1252",
        "Silta suljetaan kolmeksi kuukaudeksi, kertoi kaupunki. Työt maksavat kaksi miljoonaa, eikä lisää rahaa löydy.",
    ),
    "cs": (
        "cp1250 iso8859_2",
        "Most přes řeku zavřou na tři měsíce, řekl starosta. Práce budou stát více než dva "
        "miliony, které město nemá. Už žádný jiný není.",
    ),
    "pl": (
        "cp1250 iso8859_2",
        "Most będzie zamknięty przez trzy miesiące, powiedział burmistrz. Prace mają kosztować "
        "więcej niż dwa miliony złotych, które są już w budżecie.",
    ),
    "hu": (
        "cp1250",
        "A hidat három hónapra lezárják, és még nem tudni, mikor nyílik meg. A főváros szerint több mint kétmillió.",
    ),
    "tr": (
        "cp1254",
        "Köprü üç ay için kapatıldı. Başkan, yılın ilk ayında açılacağını söyledi; işçi sayısı çok az değil.",
    ),
    "fr-short": ("cp1252", "Été à l'île d'Oléron"),
    "en": ("cp1252", "“No café is open,” he said — not one."),
    "de-short": ("cp1252", "ÜBERÖRTLICHE PRÜFUNG"),
    "sr": ("cp1251", "Мост ће бити затворен три месеца, рекла је градоначелница. Ђорђе Љубић не верује у тај рок."),
    "be": ("cp1251", "Мост зачыняць на тры месяцы, паведаміла ўправа горада. Ніхто не ведае, калі ён адкрыецца."),
    "ru-head": ("cp1251 koi8_r", "Завод остановил печь"),
    "ru-1": ("cp1251 koi8_r", "Погода"),
    "uk-head": ("cp1251 koi8_u", "Нові тарифи у місті"),
    "el-head": ("cp1253", "Κλείνει η γέφυρα"),
    "el-upper": ("cp1253", "ΚΛΕΙΝΕΙ Η ΓΕΦΥΡΑ ΤΗΣ ΔΡΕΠΑΝΙΑΣ"),
    "he-head": ("cp1255", "ראש העיר התפטר אתמול"),
    "ar-head": ("cp1256", "ميناء جديد في المدينة"),
    "ar-name": ("cp1256", "رصد الموانئ"),
    "th-head": ("cp874", "ปิดสะพานสามเดือน"),
    "zh-head": ("gb18030", "新水厂投产"),
    "zh2": ("gb18030", "记者昨日从市水务局获悉，老城区供水管网改造工程完工，惠及居民六千户。"),
    "tw-head": ("big5hkscs", "市長宣布關閉新橋"),
    "ja-head": ("cp932", "橋の工事で三か月通行止め"),
    "ja2": ("cp932", "浜名瀬港で漁船二隻がぶつかり、男性一人が足の骨を折った。当時は霧で何も見えなかったという。"),
    "ko-head": ("cp949", "다리 석 달간 통제"),
    "ko2": ("cp949", "항만공사는 새 부두가 오는 오월에 문을 연다고 밝혔다. 시민들은 반대하고 있다."),
    "tr2": (
        "cp1254",
        "Belediye başkanı, yeni iskelenin yaklaşık bir yıl sonra açılacağını ve paranın hazır olduğunu açıkladı.",
    ),
    "tr-head": ("cp1254", "Bağlama ücreti artık ayda 900 lira, işçi sayısı düşük"),
    "pl2": (
        "cp1250 iso8859_2",
        "Rada miasta podjęła decyzję w środę. Burmistrz powiedział, że pieniądze są, lecz nie będzie nowych etatów.",
    ),
    "cs2": (
        "cp1250 iso8859_2",
        "Radnice koupí pět autobusů, které budou jezdit už v září. Starosta také slíbil nižší jízdné, než je dnes.",
    ),
    "hu2": (
        "cp1250 iso8859_2",
        "A város több új buszt vesz, és ősztől már azok járnak majd. A polgármester szerint még nincs elég sofőr.",
    ),
    "ro": (
        "iso8859_2",
        "Podul va fi închis până în martie, a spus primarul. Lucrările costă două milioane și sunt plătite de țară.",
    ),
    "sk": (
        "cp1250",
        "Most zatvoria na tri mesiace, povedal primátor. Peniaze však ešte nie sú a práce môžu meškať, keď príde zima.",
    ),
    "hr": ("cp1250", "Most će biti zatvoren tri mjeseca, kaže gradonačelnik. Građani čekaju već više od godine."),
    "it": ("cp1252", "La città chiude il ponte più vecchio perché è pericoloso. «Così non va», ha detto il sindaco."),
    "nl": ("cp1252", "De coördinator vindt het idee zó slecht dat hij één dag later opstapte; het café blijft open."),
    "no": (
        "cp1252",
        "Broen er stengt før påske, sier ordfører Åse Bjørnøy. Båten går på søndag i stedet, også på kvelden.",
    ),
    "ca": (
        "cp1252",
        "L'ajuntament tanca el pont més vell. «No és segur», va dir l'alcaldessa Núria Solà a l'obrir la sessió.",
    ),
    "et": (
        "cp1252",
        "Sild jääb kolmeks kuuks kinni, ütles linnapea. Tööd lähevad maksma üle kahe miljoni, mida "
        "linnal pole, õigupoolest.",
    ),
    "sq": ("cp1252", "Ura mbyllet për tre muaj, tha kryetari i bashkisë. Askush nuk e di kur do të hapet përsëri."),
    "fo": ("cp1252", "Brúgvin verður stongd í tríggjar mánaðir, segði býráðið. Eingin veit, nær hon letur upp aftur."),
    "upper": ("cp1252", "ÉLECTIONS À L'ÎLE DE RÉ : LES ÉLUS DÉÇUS"),
    "name": ("cp1252", "Zoë Ørsted"),
    "fr3": ("cp1252", "Où est passée l'île ? Ça dépend, répond M. Lefèvre, « d'où l'on regarde »."),
    "de2": ("cp1252", "Größere Züge für die S-Bahn: Über 200 Plätze mehr, heißt es."),
    "fi2": ("cp1252", "Äänestys päättyi: yhtään ääntä ei jäänyt jäljelle. Näin kävi."),
    "is2": ("cp1252", "Það er ekki víst að þetta takist, sagði Þórður Æðarson."),
}
"""Languages, the encodings in which their texts come, and a text or a headline."""
CASES = [(name, codec) for name, (codecs, _) in TEXTS.items() for codec in codecs.split()]
ARABIC = "افتتحت سلطة الميناء رصيفا ثالثا للحاويات بطول 640 مترا. وقال المدير إن العمل استغرق أربع سنوات."
RUSSIAN = (
    "Мэрия повысила плату за проезд в автобусах до 39 рублей. Пенсионеры по-прежнему ездят бесплатно, сообщил мэр."
)
GREEK = "Η γέφυρα κλείνει για τρεις μήνες, ανακοίνωσε ο δήμος. Τα έργα κοστίζουν ένα εκατομμύριο ευρώ."
JAPANESE = (
    "三日月市の老舗旅館が来年三月末で営業を終える。主人は屋根を直す金がないと話した。町はこれを残念だとしている。"
)
FALSE = [(ARABIC, "cp1256"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (GREEK, "cp1253"), (JAPANESE, "cp932")]


@pytest.mark.parametrize(("name", "codec"), CASES)
def test_the_encoding_that_makes_words_is_read_whatever_is_declared(name: str, codec: str) -> None:
    data = TEXTS[name][1].encode(codec, "ignore")
    for declared in ("cp1252", "", "cp1251"):
        if declared == "cp1251" and codec in ("iso8859_5", "koi8_r", "koi8_u"):
            continue
        try:
            data.decode(declared or "latin-1")
        except UnicodeError:
            continue
        found = fitting_codec(data, declared)
        assert (found == "" and codec == "cp1252") or data.decode(found) == data.decode(codec), (declared, found)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60))
def test_an_encoding_is_always_found_that_reads_the_bytes(text: str) -> None:
    data = text.encode("latin-1")
    found = fitting_codec(data, "latin-1")
    assert isinstance(data.decode(found), str)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("Été à l'île Zoë café Müller straße año señor lui già più för år være også não São".split())
    )
)
def test_a_western_text_stays_as_it_is_declared(words: list[str]) -> None:
    assert fitting_codec(" ".join(words).encode("cp1252"), "cp1252") == "cp1252"


def mail(text: str, codec: str) -> bytes:
    body = base64.encodebytes(text.encode(codec)).decode()
    subject = base64.b64encode(text.split(",")[0].split(".")[0].encode(codec)).decode()
    return (
        f"From: a@b.example\nSubject: =?iso-8859-1?B?{subject}?=\nDate: Mon, 10 Feb 2025 06:40:00 +0300\n"
        f"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n{body}"
    ).encode()


def page(text: str, codec: str) -> bytes:
    head = f'<html><head><meta charset="iso-8859-1"><title>{text[:30]}</title></head><body><h1>{text[:30]}</h1>'
    return f"{head}<p>{text}</p><p>{text[:-1]}</p></body></html>".encode(codec)


def feed(text: str, codec: str) -> bytes:
    head = '<?xml version="1.0" encoding="windows-1252"?>\n<rss version="2.0"><channel><title>A</title>'
    return f"{head}<item><title>{text[:30]}</title><description>{text}</description></item></channel></rss>".encode(
        codec
    )


FILES: dict[str, Callable[[str, str], bytes]] = {
    "a.eml": mail,
    "a.html": page,
    "a.rss": feed,
    "a.txt": lambda text, codec: text.encode(codec),
    "a.csv": lambda text, codec: f'title,text\n"{text[:20]}","{text}"\n'.encode(codec),
    "a.md": lambda text, codec: f"# {text[:20]}\n\n{text}\n".encode(codec),
}


@pytest.mark.parametrize(("text", "codec"), FALSE)
@pytest.mark.parametrize("name", FILES)
def test_a_false_encoding_is_corrected_in_every_format(name: str, text: str, codec: str) -> None:
    documents, found = read_any(name, FILES[name](text, codec))
    words = " ".join(one.text for document in documents for one in document.paragraphs)
    assert text.replace("-", "")[:40] in words.replace("-", "")
    assert {one.code for one in found} == {"other-encoding"}


def test_the_hint_names_both_encodings() -> None:
    _, found = read_any("a.eml", mail(RUSSIAN, "cp1251"))
    assert [one.message for one in found] == ["the file declares windows-1252; it was read as windows-1251"]


def test_the_headline_of_a_letter_is_read_in_the_encoding_of_its_words() -> None:
    documents, _ = read_any("a.eml", mail(ARABIC, "cp1256"))
    assert documents[0].given.title == ARABIC.split(".")[0]


BAD = {"cut": b"\xc5", "stray": b"\xb3", "no": b"\xff", "part": b"\xe2\x80"}
NEAR = {
    "pl": "Śluza w Świnoujściu jest zamknięta do świąt, ponieważ barka uszkodziła jedne z wrót X w nocy.",
    "fr": "Le café du port de Sète ferme X à Noël, a déclaré le maire, déçu par la hausse des loyers à l’été.",
    "de": "Die Brücke über die Wümme wird für drei Monate gesperrt X, sagte Bürgermeister Jürgen Fößl.",
    "ru": "Мэрия повысила плату за проезд X в автобусах с первого января, сообщили в городе.",
    "ja": "三日月市の老舗旅館が来年三月末で営業を終える。主人は屋根をX直す金がないと話した。",
    "en": "The lock at Södra Hamnen is closed until Easter X, said Åsa Öberg, who keeps it.",
}
WRITTEN = {
    "rss": "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Ö</title><item><title>Aé Ö</title>"
    "<description>{}</description></item></channel></rss>",
    "undeclared": "<rss version='2.0'><channel><title>Ö</title><item><title>Aé Ö</title><description>{}</description>"
    "</item></channel></rss>",
    "latin": "<?xml version='1.0' encoding='ISO-8859-1'?><rss version='2.0'><channel><title>Ö</title><item>"
    "<title>Aé Ö</title><description>{}</description></item></channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>Ö</title><entry><title>Aé Ö</title>"
    "<content type='text'>{}</content></entry></feed>",
    "rdf": "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns='http://purl.org/rss/1.0/'><item><title>Aé Ö</title><description>{}</description></item></rdf:RDF>",
}


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("language", NEAR)
@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_one_bad_byte_of_a_feed_costs_one_character(form: str, language: str, bad: bytes) -> None:
    whole = WRITTEN[form].format(NEAR[language]).encode()
    data, at = whole.replace(b"X", bad), whole.index(b"X")
    documents, found = read_any("f.xml", data)
    assert [one.text for one in documents[0].paragraphs] == [NEAR[language].replace("X", "\ufffd")]
    assert documents[0].given.title.startswith("Aé Ö")
    assert [(one.code, one.message) for one in found] == [
        ("invalid-bytes", f"byte {at} is not UTF-8; that byte is shown as `\ufffd`")
    ]
    line = data[:at].count(b"\n") + 1
    assert (found[0].place.line, found[0].place.column) == (line, len(data[:at].decode().split("\n")[-1]) + 1)


@pytest.mark.parametrize("shown", [0, 1, 3])
def test_bytes_that_are_not_utf_8_are_counted_without_signs_that_a_text_has_itself(shown: int) -> None:
    text = "Bürger, Köln, Brücke, Fluß, für, größer, Tür, früh, Öl\n" + "\ufffd" * shown
    _, found = read_any("a.txt", text.encode() + b"br\xffcken\rfl\xffsse\n")
    assert show(found[0]) == (
        f"a.txt:2:{shown + 3}: warning[invalid-bytes]: byte {len(text.encode()) + 2} is not UTF-8; "
        "2 such places are shown as `\ufffd`\n"
        "  help: correct the text in the brief, or save the file as UTF-8 and import again"
    )


def test_a_feed_in_another_encoding_than_it_declares_is_not_taken_for_damaged() -> None:
    data = WRITTEN["rss"].format(NEAR["fr"].replace("X", "").replace("’", "'")).encode("cp1252")
    documents, found = read_any("f.xml", data)
    assert "déclaré le maire" in documents[0].paragraphs[0].text
    assert [one.code for one in found] == ["other-encoding"]
