"""A quote that begins or ends within a number in words proves nothing, in all languages whose numbers are known."""

import pytest

from annotated_briefings.base.meaning.edges import is_cut
from annotated_briefings.base.meaning.number_parts.places import is_within_number_words

CUT = """
en | Half a | dozen geese crossed the yard.
en | Several | hundred geese crossed the yard.
en | A quarter of a | million geese crossed.
en | They sold two thousand | six hundred geese.
de | Eine halbe | Million Gänse zog vorbei.
de | Mehrere | tausend Gänse zogen vorbei.
de | Anderthalb | Millionen Gänse zogen vorbei.
fr | Quelques | centaines d'oies sont passées.
fr | Il y a mille | deux cents oies.
es | Hay mil | trescientas ocas en la granja.
es | Medio | millón de ocas pasó por aquí.
it | Mezzo | milione di oche è passato.
it | Alcune | centinaia di oche sono passate.
pt | Há mil e | trezentos gansos na quinta.
pt | Meio | milhão de gansos passou.
nl | Een half | miljoen ganzen trok voorbij.
nl | Enkele | honderden ganzen trokken voorbij.
sv | Byn har tre | hundra gäss på ängen.
sv | En halv | miljon gäss flög förbi.
da | Byen har fire | hundrede gæs på engen.
da | En halv | million gæs fløj forbi.
no | Bygda har fem | hundre gjess på enga.
no | Flere | tusen gjess fløy forbi.
pl | Mamy trzysta | pięćdziesiąt gęsi na łące.
pl | Pół | miliona gęsi przeleciało.
cs | Máme tři sta | padesát hus na louce.
cs | Půl | milionu hus přeletělo.
sk | Máme tristo | päťdesiat husí na lúke.
hr | Imamo tristo | pedeset gusaka na livadi.
hr | Pola | milijuna gusaka preletjelo je.
sr | Имамо триста | педесет гусака на ливади.
sl | Imamo tristo | petdeset gosi na travniku.
ru | У нас триста | пятьдесят гусей на лугу.
ru | Полтора | миллиона гусей пролетело.
uk | У нас триста | п'ятдесят гусей на лузі.
bg | Имаме триста | петдесет гъски на поляната.
el | Έχουμε τριακόσιες | πενήντα χήνες στο λιβάδι.
el | Μισό | εκατομμύριο χήνες πέρασαν.
ro | Avem trei | sute de gâște pe pajiște.
ro | O jumătate de | milion de gâște au trecut.
hu | Fél | millió lúd repült el.
hu | Van három | ezer lúd a réten.
fi | Puoli | miljoonaa hanhea lensi ohi.
fi | Niityllä on kolme | tuhatta hanhea.
et | Pool | miljonit hane lendas mööda.
lv | Pļavā ir trīs | simti zosu.
lt | Pievoje yra trys | šimtai žąsų.
tr | Çayırda üç yüz | elli kaz var.
tr | Yarım | milyon kaz geçti.
ar | مر نصف | مليون إوزة من هنا.
ar | في المرج ثلاث | مئة إوزة.
he | חצי | מיליון אווזים חלפו.
he | באחו יש שלוש | מאות אווזים.
fa | نیم | میلیون غاز گذشت.
fa | در چمن سه | هزار غاز است.
hi | मैदान में तीन | सौ हंस हैं।
id | Setengah | juta angsa lewat.
id | Ada tiga | ratus angsa di padang.
vi | Nửa | triệu con ngỗng bay qua.
vi | Có ba | trăm con ngỗng trên đồng.
ca | Hi ha mil | tres-centes oques al prat.
ja | 数|千羽のガチョウが通った。
ja | 幾|百羽のガチョウが通った。
zh | 数|百只鹅走过。
zh | 几|千只鹅走过。
zh | 草地上有三百|多只鹅。
ko | 수|천 마리의 거위가 지나갔다.
ko | 몇|백 마리의 거위가 지나갔다.
"""
"""Texts with a place within a number."""
WHOLE = """
en | Between two thousand and | five thousand geese came.
en | Half of the yard and | two barns burned.
en | The third | one hundred geese saw.
en | A list: three, | four, five geese.
en | They gave 18 million | to the farm for geese.
en | They gave five million | to the farm for geese.
de | Der Hof hat acht, | neun Gänse.
de | Um acht | kamen die Gänse.
fr | Elle a dit un | mot aux oies.
es | Hay ocas en mayo y | dos en junio.
it | Sono le sei e | due oche dormono.
nl | In het dorp en | twee hoeven.
sv | Klockan två | kom gässen.
pl | W maju i | dwa w czerwcu.
ru | В мае и | два в июне.
tr | Köyde | yüz kaz var.
zh | 草地上有|三百只鹅。
ja | 草原に|三百羽いる。
ko | 거위 | 이백 마리가 있다.
"""
"""Texts with a place between a number and something else, or between two numbers."""


def place(line: str) -> tuple[str, int]:
    text = line.split(" | ", 1)[1]
    at = text.index("|")
    return (text.replace("| ", "") if text[at - 1] == " " else text.replace("|", "")), at


@pytest.mark.parametrize("line", CUT.strip().split("\n"))
def test_a_place_between_the_words_of_a_number_is_within_it(line: str) -> None:
    text, at = place(line)
    assert is_cut(text, at, len(text)), text
    assert is_cut(text, 0, at) or text[at - 1] == " "
    assert is_within_number_words(text, at) or is_within_number_words(text, at - 1) or line.startswith("en")


@pytest.mark.parametrize("line", WHOLE.strip().split("\n"))
def test_a_place_beside_a_number_is_within_none(line: str) -> None:
    text, at = place(line)
    assert not is_cut(text, at, len(text)), text
