"""A line that says when its text may be published, or that it may not, is known in every language that is read; a line
of news with such words is not."""

import pytest

from annotated_briefings.base.meaning.lexicon import LANGUAGES, is_word, languages_of
from annotated_briefings.base.meant.word_tables import UNSPACED, folded
from annotated_briefings.intake.stated.closed import statements
from annotated_briefings.intake.stated.closed.statements import asks_for_time, is_statement, states_closed
from annotated_briefings.intake.stated.embargoes import read_release

DATED = """
en For use only after 06:00 on Thursday 14 August 2031
en Not for onward use before 14 August 2031
en Publishable from 14 August 2031, 9 am
en Cannot be published until 14 August 2031
en To be broadcast no earlier than 14 August 2031
en Publication is not permitted before noon on 14 August 2031
de Gesperrt für die Presse bis 14. August 2031
de Erst ab 14. August 2031 zu veröffentlichen
de Nachrichtensperre bis 14. August 2031, 10 Uhr
de Darf erst am 14. August 2031 veröffentlicht werden
fr Information sous embargo jusqu'au 14 août 2031
fr À ne pas publier avant le 14 août 2031
fr Publication autorisée à partir du 14 août 2031 à 8 h
fr Levée de l'embargo : 14 août 2031, 8 h
es Publicable solo a partir del 14 de agosto de 2031
es Embargo informativo hasta el 14 de agosto de 2031
es Prohibido publicar antes del 14 de agosto de 2031
pt Publicação autorizada apenas a partir de 14 de agosto de 2031
pt Proibida a divulgação antes de 14 de agosto de 2031
pt Embargado até às 10h de 14 de agosto de 2031
it Da pubblicare non prima del 14 agosto 2031
it Vietata la diffusione prima del 14 agosto 2031
it Embargo: ore 12 del 14 agosto 2031
nl Embargo tot donderdag 14 augustus 2031 om 10.00 uur
nl Publicatie niet toegestaan vóór 14 augustus 2031
nl Pas te publiceren vanaf 14 augustus 2031
pl Materiał objęty embargiem do 14 sierpnia 2031
pl Zakaz publikacji do 14 sierpnia 2031
cs Embargo do 14. srpna 2031, 10:00
cs Nezveřejňovat před 14. srpnem 2031
cs Informace pod embargem do 14. srpna 2031
sk Nezverejňovať pred 14. augustom 2031
sk Embargo do 14. augusta 2031
hu Embargó 2031. augusztus 14-ig
hu Nem közölhető 2031. augusztus 14. előtt
hu Közzétehető: 2031. augusztus 14-től
ro Embargo până la 14 august 2031
ro A nu se publica înainte de 14 august 2031
sv Embargo till den 14 augusti 2031
sv Får publiceras tidigast 14 augusti 2031
sv Publiceras inte före 14 augusti 2031
da Må ikke offentliggøres før 14. august 2031
da Embargo indtil 14. august 2031
nb Sperrefrist: 14. august 2031 kl. 06.00
nb Må ikke publiseres før 14. august 2031
nb Kan offentliggjøres fra 14. august 2031
fi Julkaisuvapaa 14. elokuuta 2031 klo 9
fi Ei saa julkaista ennen 14. elokuuta 2031
fi Embargo 14.8.2031 klo 10 asti
et Embargo kuni 14. august 2031
et Mitte avaldada enne 14. augustit 2031
lv Embargo līdz 2031. gada 14. augustam
lv Nepublicēt pirms 14.08.2031
lt Embargas iki 2031 m. rugpjūčio 14 d.
lt Neskelbti iki 2031-08-14
el Εμπάργκο μέχρι τις 14 Αυγούστου 2031
el Να μη δημοσιευθεί πριν από τις 14 Αυγούστου 2031
tr 14 Ağustos 2031'e kadar yayınlanamaz
tr Ambargo süresi: 14 Ağustos 2031, 10.00
ru Публикация разрешена после 14 августа 2031 года
ru Запрещено к публикации до 14 августа 2031
uk Ембарго до 14 серпня 2031
uk Не публікувати до 14 серпня 2031
bg Ембарго до 14 август 2031
bg Да не се публикува преди 14 август 2031
sr Ембарго до 14. августа 2031.
sr Ne objavljivati pre 14. avgusta 2031.
hr Embargo do 14. kolovoza 2031.
hr Nije za objavu prije 14. kolovoza 2031.
ar حظر النشر حتى 14 أغسطس 2031
ar لا ينشر قبل 14 أغسطس 2031
he אמברגו עד 14 באוגוסט 2031
he לא לפרסום לפני 14 באוגוסט 2031
fa ممنوعیت انتشار تا ۱۴ اوت ۲۰۳۱
fa پیش از ۱۴ اوت ۲۰۳۱ منتشر نشود
ja 2031年8月14日10時解禁
ja 報道は8月14日以降にお願いします
ja 掲載解禁日：2031年8月14日
zh 禁发至2031年8月14日
zh 2031年8月14日前请勿报道
zh 发布时间限制：2031年8月14日10时后
ko 2031년 8월 14일 10시 이후 보도 가능
ko 보도시점: 2031년 8월 14일 오전 10시 이후
id Embargo sampai 14 Agustus 2031
id Jangan diterbitkan sebelum 14 Agustus 2031
vi Cấm đăng trước ngày 14 tháng 8 năm 2031
vi Không công bố trước 14/8/2031
hi 14 अगस्त 2031 तक प्रकाशन पर रोक
hi 14 अगस्त 2031 से पहले प्रकाशित न करें
"""
"""Lines that hold their text back until a moment."""

CLOSED = """
en NOT FOR PUBLICATION
en Not cleared for publication
de Nicht zur Veröffentlichung bestimmt
fr Ne pas diffuser
es No apto para publicación
pt Não destinado à publicação
it Non per la pubblicazione
nl Niet voor publicatie
pl Nie do publikacji
cs Neveřejné
cs Není určeno ke zveřejnění
sk Nie je určené na zverejnenie
hu Nem nyilvános
hu Bizalmas
ro A nu se publica
ro Nu este destinat publicării
sv Ej för publicering
da Ikke til offentliggørelse
nb Ikke for publisering
fi Ei julkaistavaksi
fi Luottamuksellinen
et Mitte avaldamiseks
lv Nav paredzēts publicēšanai
lt Neskirta viešinti
el Όχι για δημοσίευση
el Εμπιστευτικό
tr Yayımlanmamak üzere
ru Не для печати
uk Не для публікації
bg Не е за публикуване
sr Није за објављивање
hr Povjerljivo
ar ليس للنشر
he לא לפרסום
fa غیر قابل انتشار
ja 公表不可
zh 不得对外发布
ko 비공개
id Tidak untuk dipublikasikan
vi Không phổ biến
hi प्रकाशन के लिए नहीं
"""
"""Lines that hold it back for good."""

NEWS = """
en The arms embargo on Ostmark was extended until 2031
en The study was published only after a court order in March 2031
en Oil embargo lifted after eleven weeks of talks
en The shop is closed until 5 March 2031
en The film will be released on 14 August 2031
en The book may be published in autumn
en Publication of the accounts from 14 August 2031 is required by law
en The bridge stays blocked until Thursday
en Ministers may not publish private letters, a judge ruled
en The council released the report at noon on Thursday
de Das Waffenembargo gilt bis 14. August 2031
de Die Studie wurde erst nach dem Urteil veröffentlicht
de Die Sperrung der Brücke dauert bis 14. August 2031
de Ab 14. August 2031 gilt ein neuer Fahrplan
de Der Bericht ist seit Mittwoch öffentlich
de Das Ölembargo trifft kleine Werften
de Die Veröffentlichung der Akten verzögert sich
de Gesperrt ist auch die Straße am Hafen
fr L'embargo sur les armes est prolongé jusqu'au 14 août 2031
fr Le rapport n'a été publié qu'après le vote
fr La publication du registre est reportée à jeudi
fr L'embargo pétrolier divise les pêcheurs
fr Le musée est fermé jusqu'au 14 août 2031
fr Avant le 14 août 2031, chaque ménage doit répondre
es El embargo de armas sigue hasta el 14 de agosto de 2031
es El informe se publicó solo después del juicio
es Embargo de cuentas a la naviera por deudas
es El puente estará cerrado hasta el jueves
es La publicación del censo se retrasa
es Hasta el 14 de agosto de 2031 habrá obras
pt O embargo de armas vale até 14 de agosto de 2031
pt O livro só foi publicado depois da guerra
pt A ponte fica fechada até quinta-feira
pt Publicação do censo adiada
it L'embargo sulle armi resta fino al 14 agosto 2031
it Il libro fu pubblicato solo dopo la guerra
it Il ponte resta chiuso fino a giovedì
it Riservato il commento del sindaco
it La pubblicazione dei dati slitta a marzo
nl Het wapenembargo geldt tot 14 augustus 2031
nl Het boek is pas na de oorlog gepubliceerd
nl De brug blijft dicht tot donderdag
nl Publicatie van de cijfers uitgesteld
pl Embargo na broń obowiązuje do 14 sierpnia 2031
pl Książkę opublikowano dopiero po wojnie
pl Most zamknięty do czwartku
pl Publikacja danych została przełożona
cs Zbrojní embargo platí do 14. srpna 2031
cs Kniha vyšla až po válce
cs Most je uzavřen do čtvrtka
sk Zbrojné embargo platí do 14. augusta 2031
sk Most je zatvorený do štvrtka
sk Kniha vyšla až po vojne
hu A fegyverembargó 2031. augusztus 14-ig érvényes
hu A könyvet csak a háború után adták ki
hu A híd csütörtökig zárva
ro Embargoul asupra armelor rămâne până la 14 august 2031
ro Cartea a fost publicată abia după război
ro Podul este închis până joi
sv Vapenembargot gäller till den 14 augusti 2031
sv Boken publicerades först efter kriget
sv Bron är stängd till torsdag
da Våbenembargoen gælder indtil 14. august 2031
da Bogen udkom først efter krigen
da Broen er lukket til torsdag
nb Våpenembargoen gjelder til 14. august 2031
nb Boken ble utgitt først etter krigen
nb Broen er stengt til torsdag
fi Asevientikielto jatkuu 14. elokuuta 2031 asti
fi Kirja julkaistiin vasta sodan jälkeen
fi Silta on suljettu torstaihin asti
et Relvaembargo kehtib kuni 14. augustini 2031
et Raamat ilmus alles pärast sõda
et Sild on suletud neljapäevani
lv Ieroču embargo paliek spēkā līdz 14. augustam
lv Grāmata iznāca tikai pēc kara
lv Tilts slēgts līdz ceturtdienai
lt Ginklų embargas galioja iki 2031 m. rugpjūčio 14 d.
lt Knyga išleista tik po karo
lt Tiltas uždarytas iki ketvirtadienio
el Το εμπάργκο όπλων ισχύει μέχρι τις 14 Αυγούστου 2031
el Το βιβλίο εκδόθηκε μόνο μετά τον πόλεμο
el Η γέφυρα μένει κλειστή μέχρι την Πέμπτη
tr Silah ambargosu 14 Ağustos 2031'e kadar sürecek
tr Kitap ancak savaştan sonra yayımlandı
tr Köprü perşembeye kadar kapalı
ru Эмбарго на поставки оружия продлено до 14 августа 2031
ru Книга была опубликована только после войны
ru Мост закрыт до четверга
uk Ембарго на зброю діє до 14 серпня 2031
uk Книга вийшла лише після війни
uk Міст закритий до четверга
bg Оръжейното ембарго остава до 14 август 2031
bg Книгата е публикувана едва след войната
bg Мостът е затворен до четвъртък
sr Ембарго на оружје важи до 14. августа 2031.
sr Knjiga je objavljena tek posle rata
sr Most je zatvoren do četvrtka
hr Embargo na oružje vrijedi do 14. kolovoza 2031.
hr Knjiga je objavljena tek nakon rata
hr Most je zatvoren do četvrtka
ar حظر السلاح يستمر حتى 14 أغسطس 2031
ar نشر الكتاب بعد الحرب فقط
ar الجسر مغلق حتى الخميس
he אמברגו הנשק נמשך עד 14 באוגוסט 2031
he הספר פורסם רק אחרי המלחמה
he הגשר סגור עד יום חמישי
fa تحریم تسلیحاتی تا ۱۴ اوت ۲۰۳۱ ادامه دارد
fa کتاب تنها پس از جنگ منتشر شد
fa پل تا پنجشنبه بسته است
ja 武器禁輸は2031年8月14日まで続く
ja 本は戦後になって初めて出版された
ja 橋は木曜日まで通行止め
ja 2031年8月14日、アユ漁が解禁される
zh 武器禁运持续到2031年8月14日
zh 这本书在战后才出版
zh 大桥关闭至星期四
zh 2031年8月14日后禁止捕鱼
ko 무기 금수 조치는 2031년 8월 14일까지 계속된다
ko 그 책은 전쟁 후에야 출판되었다
ko 다리는 목요일까지 폐쇄된다
id Embargo senjata berlaku sampai 14 Agustus 2031
id Buku itu baru terbit setelah perang
id Jembatan ditutup sampai Kamis
vi Lệnh cấm vận vũ khí kéo dài đến ngày 14 tháng 8 năm 2031
vi Cuốn sách chỉ được xuất bản sau chiến tranh
vi Cầu đóng cửa đến thứ Năm
hi हथियारों पर रोक 14 अगस्त 2031 तक जारी
hi किताब युद्ध के बाद ही प्रकाशित हुई
hi पुल गुरुवार तक बंद
"""
"""Sentences about embargoes of goods, books, bridges and days."""
ALSO = """
it EMBARGATO FINO AL 5 marzo 2031
it Notizia sotto embargo
it Non per la pubblicazione
it Divieto di pubblicazione
it Pubblicabile solo dopo le 18 del 5 marzo 2031
it Riservato fino al 5 marzo 2031
ja 解禁 2031年3月5日
fi Klausuloitu 5.3.2031 klo 10
da Frigives 5. marts 2031 kl. 10
da Klausuleret
ar محظور النشر حتى 5 مارس 2031
pl Publikacja możliwa od 5 marca 2031
"""
"""More of them, by other words."""
UNTIL_EVENT = """
zh 禁运至发布会
zh 禁运至发布会结束
zh 禁运至新闻发布会开始
zh 禁運至記者會
zh 新闻发布会前禁运
zh 发布会前不得发布
zh 记者会结束后方可发布
zh 保密至发布会
zh 解禁时间：发布会后
zh 禁发至记者会
zh 请勿在发布会前报道
zh 限时发布：发布会后
ja 解禁は記者会見まで
ja 記者会見まで公開禁止
ja 会見終了後に解禁
ja エンバーゴ：会見まで
ja 報道解禁は会見後
ja 記者発表まで報道禁止
ja 会見開始まで掲載しないでください
ko 엠바고: 기자회견까지
ko 기자회견 전 보도 금지
ko 기자회견까지 보도금지
ko 발표회 이후 보도 가능
ko 기자간담회까지 엠바고
ko 보도시점: 기자회견 후
"""
"""Statements that name an event and no time, in scripts without blanks between words."""
EVENTS = """
zh 记者会不公开
zh 发布会公布新车
zh 发布会上公布禁运措施
zh 石油禁运至明年恢复谈判
zh 记者会后公布名单
zh 新闻发布会取消
zh 禁运令公布后油价上涨
zh 欧盟禁运石油至年底
zh 发布会开始
zh 记者会至八点结束
zh 禁运结束
ja 記者会見は非公開
ja 会見で解禁を発表
ja アユ漁が解禁
ja 記者会見まで待つ住民
ja 解禁前の釣り人
ja 会見は中止
ja 石油禁輸は会見後に決定
ja 会見後に公開された写真
ko 기자회견 비공개 논란
ko 기자회견 취소
ko 엠바고 파기 논란
ko 기자회견 이후 주가 급락
ko 금수 조치 해제
"""
"""Sentences about press conferences and about embargoes of goods."""
HEADED = """
cs Embargo do 14. srpna 2031 – Přístavy se spojí
fi Embargo 14.8.2031 klo 10 asti: Satamat yhdistyvät
uk Ембарго до 14 серпня 2031: порти об'єднаються
"""
"""Statements before a headline on one line."""
LABELLED = """
EMBARGÓ: MÁRCIUS 5. 8:00 ÓRÁIG
Embargó: holnap reggel 8
Embargo: tomorrow 9am
Embargo - Thursday morning
EMBARGO: WEDNESDAY (AFTER THE BUDGET SPEECH)
Press embargo: tonight, 22:00
Embargo: 9 in the morning
Sperrfrist: morgen früh
Sperrfrist: Redebeginn am Mittwoch
SPERRFRIST: übermorgen, Redebeginn
Embargo : demain matin 6 heures pile
Embargo : mercredi à la clôture
Embargo: mañana a primera hora
Embargo: jueves, cierre de bolsa
Embargo: amanhã cedo
Embargo: domani mattina
Embargo: morgenochtend 6 uur
Embargo: jutro rano
Embargo: zítra ráno v 8
Embargo: zajtra ráno
Embargo: mâine dimineață
Embargo: imorgon bitti
Embargo: i morgen tidlig
Embargo: huomenna klo yhdeksän
Embargo: homme hommikul
Embargo: rīt no rīta
Embargas: rytoj ryte
Εμπάργκο: αύριο το πρωί
AMBARGO: YARIN SABAH 9'DA
Эмбарго: завтра утром
Ембарго: завтра вранці
Ембарго: утре сутринта
Embargo: sutra ujutro
Embargo: jutri zjutraj
حظر النشر: غدا صباحا باكرا
אמברגו: מחר בבוקר
ممنوعیت انتشار: فردا صبح زود
Embargo: besok pagi
Embargo: sáng mai, 8 giờ sáng
エンバーゴ：明日の朝刊まで
新闻禁令：明天上午开盘
엠바고: 내일 아침 개장
EMBARGO: Q1 2031 results call, 5/3/31
Embargo: 5/III/2031 dusk
"""
"""Labels with moments behind them that cannot be read, in every language."""
HEADLINES = """
Embargo: a history
Embargo: how it began
Embargo: 5 things to know
Embargo on grain splits the cabinet
Embargo lifted
No embargo
Embargo: none
The embargo hurts bakers, a survey says
Embargo: wer verliert, wer gewinnt
Embargo : les pêcheurs en colère
Embargo: los puertos vacíos
Embargo: may we still trade with Ostmark?
Embargo: what the ports lost in the long years of the 1990s
Embargó: a kereskedők vesztesége
Эмбарго: что потеряли порты
Ambargo: limanlar boş kaldı
Embargo: six bakers tell
Tomorrow the bakers march
On Wednesday the embargo was debated
"""
"""Headlines with such labels and no moment, and lines that free their text."""
FREE = """
en Embargo lifted
en No embargo
fr Embargo levé
en Published on 14 August 2031
de Veröffentlicht am 14. August 2031
fr Publié le 14 août 2031
fi Julkaistu 14.8.2031
"""
"""Lines that hold nothing back."""
TEXT = (
    "The port of Lund and the port of Aldra will merge, their boards agreed.",
    "It will have four thousand workers.",
    "The new port will be called Aldra Ports.",
)


def lines(table: str) -> list[str]:
    """The lines of a table without the language at their start."""
    return [line.partition(" ")[2] for line in table.strip().splitlines()]


def is_held(*text: str) -> bool:
    found = read_release(text)
    return bool(found.embargo or found.held)


@pytest.mark.parametrize("line", [*lines(DATED), *lines(CLOSED), *lines(ALSO), *lines(UNTIL_EVENT), *lines(HEADED)])
def test_a_statement_holds_its_text_back_at_the_top_and_at_the_end(line: str) -> None:
    assert is_held(line, *TEXT)
    assert is_held(*TEXT * 4, line)


@pytest.mark.parametrize("line", lines(UNTIL_EVENT))
def test_a_statement_that_names_an_event_asks_for_its_time(line: str) -> None:
    assert asks_for_time(line)


@pytest.mark.parametrize("line", LABELLED.strip().splitlines())
def test_a_label_before_something_like_a_moment_holds_its_text_back_though_that_is_not_read(line: str) -> None:
    found = read_release([line, *TEXT])
    assert found.held == line
    assert found.embargo == ""
    assert found.formal == (0,)


@pytest.mark.parametrize("line", HEADLINES.strip().splitlines())
def test_a_label_with_no_moment_behind_it_may_begin_a_headline(line: str) -> None:
    assert not is_held(line, *TEXT)


@pytest.mark.parametrize("line", [*lines(NEWS), *lines(EVENTS), *lines(FREE)])
def test_a_line_of_news_holds_nothing_back(line: str) -> None:
    assert not states_closed(line)
    assert not is_held(line, *TEXT)


@pytest.mark.parametrize("line", lines(CLOSED))
@pytest.mark.parametrize("shape", ["{}", "*** {} ***", "[{}]", "({})", "{}!", "– {} –"])
def test_marks_around_a_statement_change_nothing(line: str, shape: str) -> None:
    assert is_held(shape.format(line), *TEXT)


@pytest.mark.parametrize("line", lines(DATED))
def test_one_word_of_news_makes_a_statement_a_sentence(line: str) -> None:
    assert not is_statement(f"{line} Vellmar")


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Embargo do 14. srpna 2031, 10:00", "2031-08-14T10:00:00"),
        ("Embargo til 3. mai 2031", "2031-05-03"),
        ("Embargo kuni 14. august 2031", "2031-08-14"),
        ("Ембарго до 14 серпня 2031", "2031-08-14"),
        ("Εμπάργκο μέχρι τις 14 Αυγούστου 2031", "2031-08-14"),
        ("אמברגו עד 14 באוגוסט 2031", "2031-08-14"),
        ("Embargo sampai 14 Agustus 2031", "2031-08-14"),
    ],
)
def test_the_moment_of_a_statement_is_read(line: str, moment: str) -> None:
    assert read_release([line, *TEXT]).embargo == moment


@pytest.mark.slow
def test_the_languages_of_a_word_are_those_that_have_a_word_with_its_beginning() -> None:
    def starts(word: str, start: str) -> bool:
        form = folded(word.rstrip("*")).partition("_")[0]
        return (
            form[: statements._START] == start
            or (word.endswith("*") and start.startswith(form))
            or form.partition("'")[0] == start
        )

    tables = statements._words()
    every = sorted({word for kinds in tables.values() for words in kinds.values() for word in words})
    beginnings = {folded(word.rstrip("*"))[:length] for word in every[::23] for length in (1, 2, 3)}
    beginnings |= {folded(word).partition("'")[0] for word in every if "'" in word}
    assert not [word for word in every if word.endswith("*") and len(folded(word)) <= statements._START]
    for start in filter(str.isalpha, beginnings | {"quay", "zz", "emba", "spär"}):
        having = tuple(
            language
            for language, kinds in tables.items()
            if language not in statements._NO_LANGUAGES
            if language in UNSPACED or any(starts(one, start) for words in kinds.values() for one in words)
        )
        assert statements._languages(start) in (having, tuple(statements._tables())), start


@pytest.mark.parametrize("text", ["the ship in the harbour", "das Schiff und le bateau", "zzz qqq", "der die das", ""])
def test_the_languages_of_words_are_those_that_know_most_of_them(text: str) -> None:
    words = text.split()
    known = {language: sum(is_word(word, language) for word in words) for language in LANGUAGES}
    most = max(known.values())
    assert languages_of(words) == tuple(
        language for language, count in known.items() if count == most and 3 * most >= 2 * len(words) > 0
    )
