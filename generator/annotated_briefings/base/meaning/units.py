"""Units that a number shares with the words that state it: shares of a hundred and currencies, as they are spelled."""

import re
from collections.abc import Iterator

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value

PERCENT, POINTS, BASIS, PERMILLE = "%", "percentage points", "basis points", "\u2030"
"""Shares, and differences between shares."""
_SHARES = (
    (
        BASIS,
        r"basis[- ]?points?|basispunkten?|points? de base|puntos? b[áa]sicos?"
        r"|punt[oi] base|basispunt|pontos?[- ]base|个?基点|個?基點|نقط[هة] اساس|bps?\b",
    ),
    (
        POINTS,
        r"percentage[- ]points?|per ?cent points?|%[- ]?(?:points?|punkten?)|prozentpunkten?"
        r"|points? de (?:pourcentage|%)|puntos? porcentual(?:es)?"
        r"|punt[oi] percentual[ei]|procentpunt(?:en)?|pontos? percentua(?:l|is)|个?百分点|個?百分點"
        r"|نقط[هة] مئوي[هة]|نقاط مئوي[هة]|(?:%|퍼센트) ?포인트"
        r"|%?ポイント|yüzde puan\w*|százalékpont\w*|prosenttiyksik\w*|ποσοστια\w* μον[αά]δ\w*|punct\w* procentual\w*"
        r"|pro(?:cent|sent)(?:enhet|point|poeng)\w*|procentn\w+ bod\w*|percentuáln\w+ bod\w*|процентн\w+ пункт\w*"
        r"|відсотков\w+ пункт\w*|процентни пункт\w*|postotn\w+ (?:bod|poen)\w*|प्रतिशत अंक\w*|נקוד\w+ אחוז|واحد درصد"
        r"|pp\b|ppts?\b|pct pts?",
    ),
    (
        PERCENT,
        r"%|per[ -]?cents?\b|percentages?\b|pct\b\.?|pc\b|p\.c\.|prozent\w*|v\. ?h\.|pour[ -]?cents?\b"
        r"|por ?ciento|por cien\b|procent\w*|prosen\w*|процент\w*|відсот\w*|yüzde\b"
        r"|por cento|per cento|パーセント|퍼센트"
        r"|(?:في ال|بال)م(?:ا?ئ|ي)[هة]",
    ),
    (PERMILLE, "\u2030|per ?mill?e|promille|pour mille|por mil"),
)
_OTHER_DOLLAR = "other dollar"
_DOLLARS = "USD AUD CAD HKD SGD NZD TWD MXN ARS CLP COP"
_CURRENCIES: tuple[tuple[str, str], ...] = (
    (
        "USD",
        r"us ?\$|u\.s\. ?\$|us[ -]dollars?|u\.s\. dollars?|american dollars?|dólares estadounidenses"
        r"|dollars américains"
        r"|美元|美金",
    ),
    ("AUD", r"au?\$|australian dollars?|australische\w* dollar|澳元"),
    ("CAD", r"ca?\$|canadian dollars?|kanadische\w* dollar|dollars canadiens|加元"),
    ("HKD", r"hk ?\$|hong kong dollars?|港元|港币|港幣"),
    ("SGD", r"s\$|singapore dollars?|新元"),
    ("NZD", r"nz\$|new zealand dollars?"),
    ("TWD", r"nt ?\$|taiwan dollars?|新台币|新臺幣"),
    ("MXN", r"mex?\$|mx ?\$|mexican pesos?|pesos mexicanos"),
    ("JMD", r"j\$"),
    ("BRL", r"r\$|brazilian rea(?:l|is)|rea(?:l|is)\b"),
    (_OTHER_DOLLAR, r"[a-z]{1,3}\$|(?:fj|tt|bz|bds|ec|gy|sb|nam|zim|rd) \$"),
    (
        _DOLLARS,
        r"\$|dollars?\b|dólar(?:es)?\b|dollar[oi]\b|bucks\b|ドル|달러|دولار\w*"
        r"|dolar[a-zěůčí]{0,3}\b|dollár\w*|dollari\w*|доллар\w*|долар\w*|δολ[αά]ρι\w*|דולר\w*",
    ),
    (
        "EUR",
        r"€|euro(?:s|a|n|t|ja|jen|lla|sta|ssa|ya|dan|luk|nun)?\b|euró\w{0,3}|eur(?:ų|ais?|á)\b|evr(?:o|a|ov|i"
        r"|ih|om)\b"
        r"|eiro\b|ευρώ|евро\b|євро\b|欧元|歐元|ユーロ|유로|يورو",
    ),
    ("EGP", r"egyptian pounds?|جنيه\w* مصري\w*"),
    (
        "GBP",
        r"£|british pounds?|pounds? sterling|sterling\b|quid\b|英镑|英鎊|ポンド|جنيه\w* استرليني\w*"
        r"|livres? sterling|libras? esterlinas?|sterlin[ae]",
    ),
    ("GBP EGP LBP SYP SDG", r"pounds?\b|pfund\b|livres?\b|libras?\b|جنيه\w*"),
    ("CNY", r"yuan\w*|rmb\b|renminbi\b|cnh\b|人民币|人民幣|يوان\w*"),
    ("JPY", r"yen\b|日元|日圆|日圓|円|엔"),
    ("CNY JPY", r"¥|￥"),
    ("CHF", r"swiss francs?|schweizer franken|francs? suisses?|francos? suizos?|sfr\b|franken\b|瑞士法郎"),
    ("CHF XOF XAF CDF RWF", r"francs?\b|francos?\b|franc(?:o|hi)\b|cfa\b|فرنك\w*"),
    (
        "SEK",
        r"swedish (?:crowns?|kronor|krona)|schwedische\w* kronen|couronnes suédoises"
        r"|kor\w+ szwedz\w+|(?:svensk|szwedzk|švédsk|шведск|шведськ)\w* (?:kr\w*|koron\w*|korun\w*|крон\w*)",
    ),
    (
        "NOK",
        r"norwegian (?:crowns?|kroner?)|norwegische\w* kronen|couronnes norvégiennes"
        r"|kor\w+ norwes\w+|(?:norsk|norwesk|норвежск|норвезьк)\w* (?:kr\w*|koron\w*|korun\w*|крон\w*)",
    ),
    (
        "DKK",
        r"danish (?:crowns?|kroner?)|dänische\w* kronen|couronnes danoises"
        r"|kor\w+ duńs\w+|(?:dansk|duńsk|dánsk|датск|данськ)\w* (?:kr\w*|koron\w*|korun\w*|крон\w*)",
    ),
    (
        "CZK",
        r"czech (?:crowns?|koruna)|tschechische\w* kronen|kč|kc\b|korun\w*"
        r"|kor\w+ czesk\w+|(?:czesk|česk|tjeckisk|t(?:j|sj)ekkisk|чешск|чеськ)\w* (?:kr\w*|koron\w*|korun\w*|крон\w*)",
    ),
    (
        "SEK NOK DKK CZK ISK",
        r"crowns?\b|kron(?:or|er|en|a|e)\b|kr\b\.?|couronnes?\b|coronas?\b|coron[ae]\b|coroas?\b|kronen\b|koron\w*"
        r"|крон\w*",
    ),
    ("INR", r"₹|indian rupees?"),
    ("INR PKR LKR NPR MUR", r"rupees?\b|rupien?\b|roupies?\b|rupias?\b|rs\b\.?|卢比|روبي\w*"),
    ("KRW", r"₩|won\b|韩元|韓元|원"),
    ("RUB BYN", r"₽|rou?bles?\b|rubels?\b|rublos?\b|卢布|روبل\w*"),
    ("MXN ARS CLP COP PHP UYU DOP CUP", r"pesos?\b|₱"),
    ("TRY", r"₺|turkish liras?|türkische\w* lira|livres? turques?"),
    ("TRY LBP ITL SYP", r"lir(?:es?|a(?:s|ya|yı|dan|nın|lık|lar\w{0,3})?)\b|ليره|ليرة|ليرات"),
    ("PLN", r"zł|zlot(?:y|ys|e|ych)\b|złot\w*"),
    ("HUF", r"forint[a-z\u00e0-\u0171]{0,4}\b|ft\b"),
    ("ILS", r"₪|shekels?\b|شيكل\w*|شيقل\w*"),
    ("ZAR", r"rands?\b"),
    ("SAR QAR OMR IRR YER", r"ri[yi]?als?\b|ريال\w*"),
    ("AED MAD", r"dirhams?\b|درهم\w*|دراهم"),
    ("KWD BHD IQD JOD DZD TND LYD RSD", r"dinars?\b|دينار\w*|دنانير"),
    ("THB", r"baht\b|฿"),
    ("MYR", r"ringgits?\b"),
    ("IDR", r"rupiahs?\b|rp\b"),
    ("VND", r"dong\b|₫"),
    ("NGN", r"nairas?\b|₦"),
    ("KES UGX TZS SOS", r"shillings?\b"),
    ("UAH", r"hryv?nias?\b|₴"),
    ("CNY TWD HKD", r"元|块钱"),
)
"""Currencies by their codes (ISO 4217), and what each is called; a name that several have stands for all of them, and
other letters before a dollar sign stand for a currency of their own, so `FJ$` is not `TT$`."""
_CODES = (
    "usd eur gbp jpy cny chf sek nok dkk czk isk inr pkr lkr npr krw rub mxn ars clp cop php try pln huf ils zar sar"
    " qar omr aed mad kwd iqd dzd tnd thb myr idr vnd ngn kes uah brl aud cad hkd sgd nzd twd egp ron bgn kzt"
)
_CODE_NAMES = "|".join(_CODES.split())
_LATIN_END = r"(?![a-z\u00df-\u00ff])"
_ANY = "|".join(
    [rf"(?P<share{at}>{spelled})" for at, (_, spelled) in enumerate(_SHARES)]
    + [rf"(?P<code>(?:{_CODE_NAMES}){_LATIN_END})"]
    + [rf"(?P<money{at}>{spelled})" for at, (_, spelled) in enumerate(_CURRENCIES)]
)
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_UNIT = regex(rf"(?:(?<![^\W\d_])|(?<=[{_CJK}])|(?=[{_CJK}$€£¥₹₽₩₺₪]))(?:{_ANY})")


class FoundUnit(Value):
    """A unit and its place in a text."""

    start: int
    """Its first character."""
    end: int
    """The one after its last."""
    units: frozenset[str]
    """What it may be: a share, or codes of currencies."""


def _found(match: re.Match[str]) -> FoundUnit:
    name = match.lastgroup or ""
    if name == "code":
        units = frozenset({match[0].upper()})
    elif name.startswith("share"):
        units = frozenset({_SHARES[int(name[5:])][0]})
    else:
        codes = _CURRENCIES[int(name[5:])][0]
        units = frozenset({match[0].lower().replace(" ", "")} if codes == _OTHER_DOLLAR else codes.split())
    return FoundUnit(match.start(), match.end(), units)


def units_of(text: str) -> Iterator[FoundUnit]:
    """The units of a text that is as ``plain_number_text`` gives it."""
    return map(_found, _UNIT.finditer(text))


_POUNDS = regex(r"(?:pounds?|pfund|livres?|libras?)\Z", re.IGNORECASE)
_MONEY = (
    "money cash debt debts aid funding funds savings damage damages loss losses profit profits revenue sales"
    " investment investments grants"
    " subsidies taxes tax taxpayers public fines compensation bonds shares loans credit spending cuts income"
    " earnings assets capital"
    " wages pay support relief government state extra additional new goods property dette dettes aide argent"
    " dégâts pertes bénéfice"
    " bénéfices subventions impôts deuda ayuda dinero pérdidas inversión"
)
_OF_A_THING = regex(
    rf"\s+(?:of|de|d['’])\s*(?!(?:{'|'.join(_MONEY.split())}|the|this|that|its|his|her|their|our|it|them|which"
    rf"|la|le|les|l['’]|el|los|las)\b)\w"
    r"|\s+(?:per|an|a|to the)\s+(?:acre|hectare|square|cubic|bushel|gallon|foot|inch)\b"
    r"|\s*[-/]\s*(?:thrust|force|acre|square|inch|weight)\b|\s+(?:heavier|lighter|overweight|underweight)\b",
    re.IGNORECASE,
)
_GERMAN_THING = regex(r"\s+(?!Sterling)[A-ZÄÖÜ][a-zäöüß]{2,}")
_VERB = regex(r"(?:won|rands?|real|dong)\Z", re.IGNORECASE)
_NOT_BEHIND_WON = regex(
    r"\s+(?:the|an?|their|his|her|its|our|gold|silver|bronze|first|second|by|seats?|votes?|medals?|prizes?"
    r"|awards?|elections?)\b|\s*\d"
)
_OTHER_SIGNS = regex("[旦首老素件年宵宝寶凶気氣帅勋]")


def is_weight(unit: str, text: str) -> bool:
    """Whether the unit of a figure, as it is written, is a weight that a text has: `pounds` of flour."""
    plain = text.lower()
    return bool(_POUNDS.match(unit.strip())) and any(
        _POUNDS.match(plain[one.start : one.end]) and is_no_money(text if len(text) == len(plain) else plain, one)
        for one in units_of(plain)
    )


def is_no_money(text: str, unit: FoundUnit) -> bool:
    """Whether the name of a currency is surely something else where it is: a weight, as in `40 pounds of flour`, a
    verb, as in `won 40 seats`, or a part of another word."""
    name = text[unit.start : unit.end]
    if _POUNDS.match(name):
        is_thing = name == "Pfund" and _GERMAN_THING.match(text, unit.end)
        return bool(is_thing or _OF_A_THING.match(text, unit.end))
    if name == "元":
        return bool(_OTHER_SIGNS.match(text, unit.end))
    return bool(_VERB.match(name) and _NOT_BEHIND_WON.match(text, unit.end))
