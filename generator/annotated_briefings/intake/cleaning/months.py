"""The names of the months in the languages of news, whole and short, and zones by the letters people write."""

from unicodedata import normalize

_NAMES = (
    "january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari jan styczeń stycznia "
    "sty leden ledna января январь янв січня ocak oca tammikuu tammikuuta ianuarie január يناير كانون_الثاني "
    "ιανουαρίου ιανουάριος "
    "ינואר בינואר",
    "february feb februar februari feber février févr fév febrero febbraio fevereiro fev luty lutego lut únor "
    "února февраля февраль фев лютого şubat şub helmikuu helmikuuta februarie február فبراير شباط φεβρουαρίου "
    "φεβρουάριος "
    "פברואר בפברואר",
    "march mar mär märz maerz mrz mars marzo março maart mrt marec marzec marca března březen марта март мар березня "
    "mart maaliskuu maaliskuuta martie március مارس آذار μαρτίου μάρτιος "
    "מרץ במרץ מרס במרס",
    "april apr avril avr abril abr aprile apríl kwiecień kwietnia kwi duben dubna апреля апрель апр квітня nisan "
    "nis huhtikuu huhtikuuta aprilie április أبريل إبريل نيسان απριλίου απρίλιος "
    "אפריל באפריל",
    "may mai mayo maggio mag maio mei maj maja květen května мая май травня mayıs toukokuu toukokuuta máj május "
    "مايو أيار μαΐου μάιος "
    "מאי במאי",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze červen června июня июнь июн червня haziran "
    "haz kesäkuu kesäkuuta iunie jún június يونيو حزيران ιουνίου ιούνιος "
    "יוני ביוני",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip červenec července июля июль июл липня "
    "temmuz tem heinäkuu heinäkuuta iulie júl július يوليو تموز ιουλίου ιούλιος "
    "יולי ביולי",
    "august aug août aout agosto ago augustus augusti sierpień sierpnia sie srpen srpna августа август авг серпня "
    "ağustos ağu elokuu elokuuta augusztus أغسطس آب αυγούστου αύγουστος "
    "אוגוסט באוגוסט",
    "september sep sept septembre septiembre set settembre sett setembro wrzesień września wrz září сентября "
    "сентябрь сен сент вересня eylül eyl syyskuu syyskuuta septembrie szeptember سبتمبر أيلول σεπτεμβρίου "
    "σεπτέμβριος "
    "ספטמבר בספטמבר",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź říjen října "
    "октября октябрь окт жовтня ekim eki lokakuu lokakuuta octombrie október أكتوبر تشرين_الأول οκτωβρίου "
    "οκτώβριος "
    "אוקטובר באוקטובר",
    "november nov novembre noviembre novembro listopad listopada lis listopadu ноября ноябрь ноя листопада kasım "
    "kas marraskuu marraskuuta noiembrie نوفمبر تشرين_الثاني νοεμβρίου νοέμβριος "
    "נובמבר בנובמבר",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia gru prosinec "
    "prosince декабря декабрь дек грудня aralık ara joulukuu joulukuuta decembrie ديسمبر كانون_الأول δεκεμβρίου "
    "δεκέμβριος "
    "דצמבר בדצמבר",
)
ZONES = {
    "utc": "+00:00",
    "gmt": "+00:00",
    "z": "+00:00",
    "wet": "+00:00",
    "west": "+01:00",
    "bst": "+01:00",
    "mez": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "mesz": "+02:00",
    "eet": "+02:00",
    "sast": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "eat": "+03:00",
    "wat": "+01:00",
    "pkt": "+05:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "jst": "+09:00",
    "kst": "+09:00",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "est": "-05:00",
    "edt": "-04:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cdt": "-05:00",
    "brt": "-03:00",
    "art": "-03:00",
}
"""Letters that stand for one offset from UTC in news; not those that stand for several, such as IST and CST."""


def _key(word: str) -> str:
    return normalize("NFC", word).casefold()


_MONTHS = {_key(word.replace("_", " ")): number for number, names in enumerate(_NAMES, 1) for word in names.split()}
MONTH_WORDS = tuple(sorted(_MONTHS, key=lambda word: (-len(word), word)))
"""All names, longest first, folded to lower case."""


def month_of(word: str) -> int:
    """The number of the month that a word names, with or without a full stop; 0 for another word."""
    return _MONTHS.get(_key(word).rstrip("."), 0)


_WEEKDAYS = (
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun "
    "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so lundi mardi "
    "mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì "
    "martedì mercoledì giovedì venerdì sabato domenica segunda-feira terça-feira quarta-feira quinta-feira "
    "sexta-feira segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag понедельник вторник среда "
    "четверг пятница суббота воскресенье poniedziałek wtorek środa czwartek piątek sobota niedziela 月曜日 "
    "火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 الاثنين "
    "الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
)
WEEKDAYS = frozenset(map(_key, _WEEKDAYS.split()))
"""Names of the days of the week, folded to lower case."""
