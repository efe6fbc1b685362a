"""Measures such as metres and tonnes, and the words for them in the languages that are read."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotated_briefings.base.numbers.numerals import plain_number_text
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

_TABLE = (
    "km: km kms km² km³ kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro"
    " kilómetros chilometr*"
    " quilómetro* quilômetro* kilometr* kilometer* километр* кілометр* км كيلومتر* كم 公里 千米 キロメートル キロ",
    "m: m m² m³ metre metres meter meters metern mètre mètres metro metros metri metr metra metry metrów metru metrů"
    " metrech metriä metrin metr метр* м متر* امتار 米 メートル",
    "cm: cm centimet* centimèt* centímet* zentimet* centymetr* senttimetri* сантиметр* см سنتيمتر* 厘米 センチ",
    "mm: mm millimet* millimèt* milímet* milimetr* миллиметр* міліметр* мм مليمتر* 毫米 ミリ",
    "mile: mile miles miles@en milles meile meilen milla millas miglio miglia mijl mijlen milha milhas engelsmil maili"
    " mailia míle mili mil@pl mil@tr mil@cs mila@pl миля мили миль милю милі милях ميل ميلا اميال 英里 マイル",
    "10 km: mil@sv mil@nb mil@no mil@nn mil@da",
    "nautical mile: seemeile* sjömil sømil zeemijl* meripeninkulma* 海里",
    "fathom: fathom fathoms",
    "foot: foot feet ft fuß pied pieds pie pies piede piedi voet pé pés fod fot fots jalkaa jalan stopa stopy stop@cs"
    " stóp stóp@pl фут* قدم قدما اقدام 英尺 フィート ayak@tr",
    "inch: inch inches zoll pouce pouces pulgada* pollic* polegada* duim tommer tomme tum@sv tuumaa palců"
    " palce cal@pl"
    " cali@pl cale@pl inç дюйм* بوصه بوصات 英寸 インチ",
    "yard: yard yards yarda* ярд* jardi* 码 ヤード",
    "kg: kg kilo kilos kilogram* kilogramo* chilo chili chilogramm* quilo quilos quilograma* килограм* кілограм* кг"
    " كيلوغرام* كيلوجرام* كغ 公斤 千克 キログラム キロ",
    "g: gram grams gramm gramme grammes grammaa gramo gramos grammo grammi grama gramas gramów gramů грамм* грамів"
    " грами غرام* 克 グラム",
    "t: t ton tons tonne tonnes tonnen tonelada* tonnellata tonnellate tona tony tuny tun tunu tonni* tonnia tonner"
    " тонн* тонна т طن طنا اطنان 吨 噸 トン",
    "lb: lb lbs pound pounds pfund livre livres libra libras libbra libbre funt* pund pond фунт* رطل* 磅 ポンド",
    "l: litre litres liter liters litern litro litros litri litr* litraa литр* літр* لتر* 升 リットル",
    "gallon: gallon gallons gallone* galon* galones галлон* галон* جالون* 加仑 ガロン",
    "barrel: barrel barrels fass barril barriles barils baril баррел* барел* برميل* 桶 バレル",
    "ha: ha hectare* hektar* hectárea* ettaro ettari hehtaari* гектар* га هكتار* 公顷 公頃 ヘクタール",
    "acre: acre acres akr akrów akrů акр* eekkeri* فدان* 英亩 エーカー",
    "km/h: km/h kph kmh",
    "mile/h: mph",
    "kWh: kwh",
    "MWh: mwh",
    "GWh: gwh",
    "kW: kw kilowatt* киловатт* кіловат* кВт 千瓦 キロワット",
    "MW: mw megawatt* мегаватт* мегават* МВт 兆瓦 メガワット",
    "GW: gw gigawatt* гигаватт* ГВт 吉瓦 ギガワット",
    "kbit: kbit kilobit* kbps",
    "Mbit: mbit megabit* mbps мегабит* мегабіт* メガビット 兆比特",
    "Gbit: gbit gigabit* gbps гигабит* гігабіт* ギガビット 吉比特",
    "MB: mb megabyte* megaoctet* mo@fr мегабайт* мб メガバイト 兆字节",
    "GB: gb gigabyte* gigaoctet* go@fr гигабайт* гігабайт* гб ギガバイト 吉字节",
    "TB: tb terabyte* téraoctet* to@fr терабайт* тб テラバイト",
    "°C: celsius",
    "°F: fahrenheit",
    "s: second seconds sekund* seconde secondes segundo segundos secondo secondi sekuntia секунд* saniye ثانيه ثواني"
    " 秒",
    "min: minute minutes minuten minuto minutos minuti minuut minuter minutter minut minuty minuuttia хвилин* минут*"
    " dakika دقيقه دقايق 分钟 分鐘",
    "h: hour hours stunde stunden heure heures hora horas ora ore uur uren timme timmar time@da time@nb timer tunti*"
    " tuntia godzin* hodin* час часа часов годин* saat@tr ساعه ساعات 小时 小時 時間",
    "day: day days tag tage tagen jour jours día días giorno giorni dag dagen dia dias dagar dage dager päivää päivä"
    " dni dzień dní dny день дня дней днів дні gün يوم يوما ايام 天",
    "week: week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor"
    " uge uger uke"
    " uker viikkoa tydzień tygodni* týden týdn* недел* тижн* hafta اسبوع* اسابيع 周 週間",
    "month: month months monat monate monaten mois mes meses mese mesi maand maanden mês månad månader måned måneder"
    " kuukautta miesiąc* miesięcy měsíc* месяц* місяц* ay@tr شهر شهرا اشهر 个月 個月 か月 ヶ月 カ月",
    "year: year years jahr jahre jahren an ans année années año años anno anni jaar jaren ano anos år vuotta vuosi"
    " rok roku lat@pl lata@pl let@cs roky roków год года году лет рік року років роки yıl سنه سنوات سنين عام عاما"
    " اعوام 年",
)
_LENGTHS = frozenset(("km", "m", "mile", "foot", "yard", "cm", "mm", "10 km"))
TIMES = frozenset(("s", "min", "h", "day", "week", "month", "year"))
"""The measures that are times."""
_SQUARE = tuple("square quadrat kvadrat carré cuadrad quadrad vierkant kwadrat čtvereč neliö квадрат مربع 平方".split())
_CUBIC = tuple("cubic kubik cúbic cubi kubiek sześcienn krychlov kuutio кубич кубіч مكعب 立方".split())
"""Beginnings of words that make an area or a volume of a length; in some languages the length is written to them."""
_NAUTICAL = frozenset("nautical nautiques náuticas nautiche morskich морских".split())
PER = frozenset("per pro par por a an je al all i v na za в на w à l saatte each every".split())
"""Words behind a unit that say in what time or for what."""
_DEGREES = frozenset("degree degrees grad degré degrés grado grados gradi grau graus graden graad".split())
"""Words behind which the scale of a temperature is."""
_WORD = regex(r"[^\W\d_]+")
_SPACELESS = regex(r"[\u3040-\u30ff\u3400-\u9fff]")


class MeasureWords(Value):
    """The words of the table by the way in which they are looked up, each with what it may measure."""

    whole: dict[tuple[str, str], frozenset[str]]
    """Whole words, each with the one language in which it is a measure, or none for any."""
    begun: dict[str, frozenset[str]]
    """Beginnings of words, and words of scripts without spaces."""
    longest: int
    """Letters of the longest beginning."""


@lru_cache(maxsize=1)
def _words() -> MeasureWords:
    whole: dict[tuple[str, str], frozenset[str]] = {}
    begun: dict[str, frozenset[str]] = {}
    for name, _, words in (row.partition(": ") for row in _TABLE):
        for written in words.split():
            bare, _, language = written.partition("@")
            word = plain_number_text(bare.removesuffix("*"))
            if written.endswith("*") or _SPACELESS.search(word):
                begun[word] = begun.get(word, frozenset()) | {name}
            else:
                whole[word, language] = whole.get((word, language), frozenset()) | {name}
    return MeasureWords(whole, begun, max(map(len, begun)))


@lru_cache(maxsize=4096)
def _measures(word: str, language: str) -> frozenset[str]:
    """What a word in small letters may measure."""
    known = _words()
    for spoken in (language, ""):
        if found := known.whole.get((word, spoken)):
            return found
    for size in range(min(len(word), known.longest), 0, -1):
        if found := known.begun.get(word[:size]):
            return found
    return frozenset()


def measures_of(words: Sequence[str], language: str) -> frozenset[str]:
    """What the words behind a number, or those of a unit, may measure: `square kilometres`, `miles per hour`, `kg`.

    Nothing where the first of them is no measure. ``language`` is the main part of the tag of their language.
    """
    rest = list(map(plain_number_text, words))
    if len(rest) > 1 and rest[0] in _DEGREES:
        return _measures(rest[1], language)
    power, sea, rest = _before(rest)
    found = _measures(rest[0], language) if rest else frozenset()
    if not found & _LENGTHS:
        return found
    after = rest[1] if len(rest) > 1 else ""
    sea = sea or after in _NAUTICAL
    power = power or _power(after) or {"²": 2, "³": 3}.get(rest[0][-1], 0)
    in_time = _measures(rest[2], language) & TIMES if after in PER and len(rest) > 2 else frozenset()
    raised = f"^{power}" if power else ""
    return frozenset(
        f"{'nautical ' if sea and name == 'mile' else ''}{name}{raised}{f'/{time}' if time else ''}"
        for name in found
        for time in (in_time or frozenset({""}))
    )


def measure_words(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Places of the words of a text in small letters that are measures in its language, and numbers in"
    " others: `mil`."""
    known = _words().whole
    return ((word.start(), word.end()) for word in _WORD.finditer(text) if (word[0], language) in known)


def _before(words: list[str]) -> tuple[int, bool, list[str]]:
    """The power and the sea mile of the words before a measure, or written to it, and the words from the"
    " measure on."""
    if words and words[0] in _NAUTICAL:
        return 0, True, words[1:]
    for power, starts in ((2, _SQUARE), (3, _CUBIC)):
        if words and (start := next((one for one in starts if words[0].startswith(one)), "")):
            joined = words[0].removeprefix(start)
            known = _measures(joined, "") if joined else frozenset()
            return power, False, [joined, *words[1:]] if known else words[1:]
    return 0, False, words


def _power(word: str) -> int:
    """The power that a word behind a length makes of it: `metros cuadrados`."""
    return 2 if word.startswith(_SQUARE) else 3 if word.startswith(_CUBIC) else 0
