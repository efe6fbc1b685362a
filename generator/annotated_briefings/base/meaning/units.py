"""Units that a number shares with the words that state it: shares of a hundred and currencies, as they are spelled."""

import re
from collections.abc import Iterator

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
        r"|نقط[هة] مئوي[هة]|نقاط مئوي[هة]|pp\b|ppts?\b|pct pts?",
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
_DOLLARS = "USD AUD CAD HKD SGD NZD TWD MXN ARS CLP COP"
_CURRENCIES: tuple[tuple[str, str], ...] = (
    (
        "USD",
        r"us ?\$|u\.s\. ?\$|us[ -]dollars?|u\.s\. dollars?|american dollars?|dólares estadounidenses|dollars américains"
        r"|美元|美金",
    ),
    ("AUD", r"au?\$|australian dollars?|australische\w* dollar|澳元"),
    ("CAD", r"ca?\$|canadian dollars?|kanadische\w* dollar|dollars canadiens|加元"),
    ("HKD", r"hk ?\$|hong kong dollars?|港元|港币|港幣"),
    ("SGD", r"s\$|singapore dollars?|新元"),
    ("NZD", r"nz\$|new zealand dollars?"),
    ("TWD", r"nt ?\$|taiwan dollars?|新台币|新臺幣"),
    ("BRL", r"r\$|brazilian rea(?:l|is)|rea(?:l|is)\b"),
    (
        _DOLLARS,
        r"\$|dollars?\b|dólar(?:es)?\b|dollar[oi]\b|bucks\b|ドル|달러|دولار\w*"
        r"|dolar[a-zěůčí]{0,3}\b|dollár\w*|dollari\w*|доллар\w*|долар\w*|δολ[αά]ρι\w*|דולר\w*",
    ),
    (
        "EUR",
        r"€|euro(?:s|a|n|t|ja|jen|lla|sta|ssa|ya|dan|luk|nun)?\b|euró\w{0,3}|eur(?:ų|ais?|á)\b|evr(?:o|a|ov|i|ih|om)\b"
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
    ("SEK", r"swedish (?:crowns?|kronor|krona)|schwedische\w* kronen|couronnes suédoises"),
    ("NOK", r"norwegian (?:crowns?|kroner?)|norwegische\w* kronen|couronnes norvégiennes"),
    ("DKK", r"danish (?:crowns?|kroner?)|dänische\w* kronen|couronnes danoises"),
    ("CZK", r"czech (?:crowns?|koruna)|tschechische\w* kronen|kč|kc\b|korun\w*"),
    (
        "SEK NOK DKK CZK ISK",
        r"crowns?\b|kron(?:or|er|en|a|e)\b|kr\b\.?|couronnes?\b|coronas?\b|coron[ae]\b|coroas?\b|kronen\b",
    ),
    ("INR", r"₹|indian rupees?"),
    ("INR PKR LKR NPR MUR", r"rupees?\b|rupien?\b|roupies?\b|rupias?\b|rs\b\.?|卢比|روبي\w*"),
    ("KRW", r"₩|won\b|韩元|韓元|원"),
    ("RUB BYN", r"₽|rou?bles?\b|rubels?\b|rublos?\b|卢布|روبل\w*"),
    ("MXN ARS CLP COP PHP UYU DOP CUP", r"pesos?\b|₱"),
    ("TRY", r"₺|turkish liras?|türkische\w* lira|livres? turques?"),
    ("TRY LBP ITL SYP", r"lir[ae]s?\b|ليره|ليرة|ليرات"),
    ("PLN", r"zł|zlot(?:y|ys|e|ych)\b|złot\w*"),
    ("HUF", r"forints?\b|ft\b"),
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
"""Currencies by their codes (ISO 4217), and what each is called; a name that several have stands for all of them."""
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
_UNIT = re.compile(rf"(?:(?<![^\W\d_])|(?<=[{_CJK}])|(?=[{_CJK}$€£¥₹₽₩₺₪]))(?:{_ANY})")


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
        units = frozenset(_CURRENCIES[int(name[5:])][0].split())
    return FoundUnit(match.start(), match.end(), units)


def units_of(text: str) -> Iterator[FoundUnit]:
    """The units of a text that is as ``plain_number_text`` gives it."""
    return map(_found, _UNIT.finditer(text))
