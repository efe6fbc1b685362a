"""The tables of words for numbers, by language; numbers in one word, as in German, are in ``compound_numbers``."""


def table(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    """Words for numbers in order, each with its number; those parted by a stroke have the same."""
    return {word: start + step * at for at, group in enumerate(words.split()) for word in group.split("|")}


ONES: dict[str, dict[str, int]] = {
    "en": table(
        "zero|none|no|nobody|nothing one|single|sole two|both|pair|couple|twice|double|doubled|doubling|doubles"
        " three|thrice|triple|tripled"
        " four|quadrupled five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen"
    )
    | {"first": 1, "second": 2}
    | table("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 11)
    | table("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 30, 10),
    "de": table(
        "null|kein|keine|keinen|keiner|niemand|nichts eins"
        " zwei|zwo|beide|beiden|verdoppelt|verdoppelte|verdoppelten|doppelt|doppelte|doppelten"
        " drei|verdreifacht|verdreifachte|dreifach vier|vierfach fünf sechs sieben acht neun zehn elf zwölf dreizehn"
        " vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    | table("erste|erster|ersten|erstes", 1),
    "fr": table(
        "zéro|aucun|aucune|personne|rien premier|première deux|double|doublé|doubler|deuxième trois|triple|triplé"
        " quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    )
    | table("onzième douzième treizième quatorzième quinzième seizième", 11)
    | {"vingtième": 20, "centième": 100},
    "es": table(
        "cero|ninguno|ninguna|ningún|nadie primero|primera dos|doble|duplicó|duplicado|ambos|ambas tres|triple|triplicó"
        " cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho"
        " diecinueve veinte veintiuno|veintiún|veintiuna veintidós veintitrés veinticuatro veinticinco veintiséis"
        " veintisiete veintiocho veintinueve"
    ),
    "ar": table(
        "صفر واحد|واحدة|احدى|احد"
        " اثنان|اثنين|اثنتان|اثنتين|اثنا|اثني|اثنتا|اثنتي|ضعف|ضعفين|تضاعف|تضاعفت"
        " ثلاث|ثلاثة اربع|اربعة خمس|خمسة ست|ستة"
        " سبع|سبعة ثمان|ثماني|ثمانية|ثمانيا تسع|تسعة عشر|عشرة"
    ),
    "it": table(
        "zero|nessuno|nessuna|nessun primo|prima due|doppio|doppia|raddoppiato|raddoppiata|raddoppiati|entrambi"
        "|entrambe tre|triplo|triplicato|triplicata"
        " quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette"
        " diciotto diciannove"
    ),
    "nl": table(
        "nul|geen|niemand|niets één|eerste twee|beide|dubbel|dubbele|verdubbeld|verdubbelde|tweede"
        " drie|drievoudig|verdrievoudigd vier vijf zes"
        " zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
    ),
    "pt": table(
        "zero|nenhum|nenhuma|ninguém primeiro|primeira dois|duas|dobro|duplo|dobrou|duplicou|ambos|ambas"
        " três|triplo|triplicou quatro cinco"
        " seis sete oito nove dez onze doze treze quatorze|catorze quinze dezesseis|dezasseis dezessete|dezassete"
        " dezoito dezenove|dezanove"
    ),
}
TENS: dict[str, dict[str, int]] = {
    "en": table("twenty thirty forty|fourty fifty sixty seventy eighty ninety", 20, 10),
    "de": {},
    "fr": table("vingt|vingts trente quarante cinquante soixante septante huitante|octante nonante", 20, 10),
    "es": table("treinta cuarenta cincuenta sesenta setenta ochenta noventa", 30, 10),
    "ar": table(
        "عشرون|عشرين ثلاثون|ثلاثين اربعون|اربعين خمسون|خمسين ستون|ستين سبعون|سبعين ثمانون|ثمانين تسعون|تسعين", 20, 10
    ),
    "it": {},
    "nl": {},
    "pt": table("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa", 20, 10),
}
HUNDREDS: dict[str, dict[str, int]] = {
    "es": table(
        "cien|ciento doscientos|doscientas trescientos|trescientas cuatrocientos|cuatrocientas quinientos|quinientas"
        " seiscientos|seiscientas setecientos|setecientas ochocientos|ochocientas novecientos|novecientas",
        100,
        100,
    ),
    "ar": table(
        "مئتان|مئتين|مائتان|مائتين ثلاثمئة|ثلاثمائة اربعمئة|اربعمائة خمسمئة|خمسمائة ستمئة|ستمائة سبعمئة|سبعمائة"
        " ثمانمئة|ثمانمائة|ثمانيمئة تسعمئة|تسعمائة",
        200,
        100,
    ),
    "pt": table(
        "cem|cento duzentos|duzentas trezentos|trezentas quatrocentos|quatrocentas quinhentos|quinhentas"
        " seiscentos|seiscentas setecentos|setecentas oitocentos|oitocentas novecentos|novecentas",
        100,
        100,
    ),
}
SCALES: dict[str, str] = {
    "en": (
        "hundred:2 thousand:3 lakh|lakhs:5 million|millions:6 crore|crores:7 billion|billions:9 trillion|trillions:12"
    ),
    "de": "hundert:2 tausend:3 million|millionen:6 milliarde|milliarden:9 billion|billionen:12",
    "fr": (
        "dizaine|dizaines:1 cent|cents|centaine|centaines:2 mille|millier|milliers:3 million|millions:6"
        " milliard|milliards:9 billion|billions:12"
    ),
    "es": (
        "decena|decenas:1 centenar|centenares:2 mil|miles|millar|millares:3 millón|millones:6 millardo|millardos:9"
        " billón|billones:12"
    ),
    "ar": "مئة|مائة|مئات:2 الف|الفا|الاف:3 مليون|مليونا|ملايين:6 مليار|مليارا|مليارات|بليون:9 تريليون|تريليونات:12",
    "it": (
        "decina|decine:1 centinaio|centinaia:2 mille|mila|migliaio|migliaia:3 milione|milioni:6 miliardo|miliardi:9"
        " bilione|bilioni:12"
    ),
    "nl": (
        "tiental|tientallen:1 honderden|honderdtal:2 duizend|duizenden:3 miljoen|miljoenen:6 miljard|miljarden:9"
        " biljoen|biljoenen:12"
    ),
    "pt": (
        "dezena|dezenas:1 centena|centenas:2 mil|milhar|milhares:3 milhão|milhões:6 bilhão|bilhões:9"
        " trilhão|trilhões:12"
    ),
}
ABBREVIATIONS = (
    "k|tsd|mille|thsd|tkr:3 mio|mln|mn|mill|mkr|mnkr:6 mrd|mrds|md|mds|bn|bln|mia|mdkr|mdrkr:9"
    " tn|trn|tln:12 lakh|lakhs|lac:5 crore|crores|cr:7"
    " tys|tysięcy|tysiące|tisíc|tisíce|tusen|tusind|tuhatta|ezer|тыс|тысяч|тысячи|тисяч|тисячі|хиляди|χιλιάδες:3"
    " milionów|miliony|milionů|miljoner|millioner|miljoonaa|millió|milioane|milijuna|milyon|миллион|миллиона|миллионов"
    "|мільйон|мільйони|мільйонів|милиона|εκατομμύρια|млн:6"
    " mld|miliard|miliardy|miliardów|miliardů|miljarder|milliarder|miljardia|milliárd|miliarde|milijardi|milyar"
    "|миллиард|миллиарда|миллиардов|мільярд|мільярди|мільярдів|милиарда|δισεκατομμύρια|млрд:9"
)
"""What is written for such words in any language."""
LETTERS = {"m": 6, "mm": 6, "b": 9, "t": 12, "bio": 12, "k": 3}
"""What may be such a word, or a unit."""
MORE_TIMES: dict[str, dict[str, int]] = {
    "en": {"dozen": 12, "dozens": 12},
    "de": {"dutzend": 12},
    "fr": {
        "douzaine": 12,
        "douzaines": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
    },
    "es": {"docena": 12, "docenas": 12},
    "ar": {},
    "it": {"dozzina": 12, "dozzine": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40},
    "nl": {"dozijn": 12, "dozijnen": 12, "twintigtal": 20},
    "pt": {"dúzia": 12, "dúzias": 12, "quinzena": 15, "vintena": 20},
}
SPANS = {
    "decade": 10, "decades": 10, "century": 100, "centuries": 100, "jahrzehnt": 10, "jahrzehnte": 10, "jahrzehnten": 10,
    "jahrhundert": 100, "jahrhunderte": 100, "décennie": 10, "décennies": 10, "siècle": 100, "siècles": 100,
    "década": 10, "décadas": 10, "siglo": 100, "siglos": 100, "fortnight": 14,
    "decennio": 10, "decenni": 10, "secolo": 100, "secoli": 100, "decennium": 10,
    "decennia": 10, "eeuw": 100, "eeuwen": 100, "século": 100, "séculos": 100, "عقد": 10, "عقود": 10, "قرن": 100,
}  # fmt: skip
"""Spans of time that are counted in years or days as well."""
PARTS_OF_HOURS = {"viertelstunde": 15, "viertelstunden": 15, "dreiviertelstunde": 45, "dreiviertelstunden": 45}
"""Parts of an hour in one word, in minutes."""
PARTS: dict[str, dict[str, int]] = {
    "en": {
        "half": 2, "halves": 2, "halved": 2, "halving": 2, "quarter": 4, "quarters": 4,
        **table("third fourth fifth sixth seventh eighth ninth tenth", 3),
        **table("thirds fourths fifths sixths sevenths eighths ninths tenths", 3),
        "twentieth": 20, "hundredth": 100, "hundredths": 100,
    },
    "de": {
        "halb": 2, "halbe": 2, "halben": 2, "halber": 2, "halbes": 2, "hälfte": 2,
        "halbiert": 2, "halbierte": 2, "drittel": 3, "dritteln": 3,
        **table("viertel|vierteln fünftel|fünfteln sechstel siebtel achtel neuntel zehntel|zehnteln", 4),
        "hundertstel": 100, "tausendstel": 1000,
        **table("dritte|dritter|dritten|drittes", 3),
        **table("siebte|siebter|siebten|siebtes achte|achter|achten|achtes", 7),
    },
    "fr": {
        "demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4, "quarts": 4,
        **table("cinquième sixième septième huitième neuvième dixième", 5),
        **table("cinquièmes sixièmes septièmes huitièmes neuvièmes dixièmes", 5),
        "troisième": 3, "quatrième": 4,
    },
    "es": {
        "medio": 2, "media": 2, "mitad": 2, "tercio": 3, "tercios": 3, "tercera": 3, "tercer": 3, "tercero": 3,
        **table("cuarto|cuartos|cuarta quinto|quintos|quinta sexto|sexta séptimo|séptima", 4),
        **table("octavo|octava noveno|novena décimo|décima|décimos", 8),
    },
    "ar": {"نصف": 2, "ثلث": 3, "ثلثي": 3, "ثلثا": 3, "ثلثين": 3, "ربع": 4, "ارباع": 4, "اثلاث": 3, "خمس": 5, "عشر": 10},
    "it": {
        "mezzo": 2, "mezza": 2, "metà": 2, "dimezzato": 2, "dimezzata": 2,
        **table("terzo|terzi|terza quarto|quarti|quarta quinto|quinti|quinta sesto|sesti|sesta settimo|settimi", 3),
        **table("ottavo|ottavi nono|noni decimo|decimi", 8), "ventesimo": 20, "centesimo": 100,
    },
    "nl": {
        "half": 2, "halve": 2, "helft": 2, "gehalveerd": 2, "kwart": 4,
        **table("derde vierde vijfde zesde zevende achtste negende tiende", 3), "twintigste": 20, "honderdste": 100,
    },
    "pt": {
        "meio": 2, "meia": 2, "metade": 2, "terço": 3, "terços": 3, "terceiro": 3, "terceira": 3,
        **table("quarto|quartos|quarta quinto|quintos|quinta sexto|sextos|sexta sétimo|sétima", 4),
        **table("oitavo|oitava nono|nona décimo|décimos|décima", 8), "vigésimo": 20, "centésimo": 100,
    },
}  # fmt: skip
ONE = {
    "en": "a an",
    "de": "ein eine einen einem einer eines",
    "fr": "un une",
    "es": "un una uno",
    "ar": "",
    "it": "un una uno",
    "nl": "een één ene",
    "pt": "um uma",
}
POINTS = frozenset("point dot komma virgule coma punto virgola vírgula ponto فاصلة".split())
"""Words before decimals."""
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "ar": "و", "it": "e", "nl": "en", "pt": "e"}
"""The word that joins the parts of a number."""
