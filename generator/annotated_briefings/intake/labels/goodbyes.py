"""Words with which letters end, above the name of who wrote them, in many languages."""

import re

from annotated_briefings.base.regex import regex

_WORDS = (
    # English, German, French, Spanish, Catalan, Galician, Italian, Portuguese
    "(?:kind|best|warm|kindest|warmest)(?: personal)? regards", "regards", "yours(?: (?:sincerely|faithfully|truly))?",
    "sincerely(?: yours)?", "respectfully(?: yours)?", "(?:all the|very) best", "best wishes",
    "with (?:kind|best) regards",
    "with best wishes", "cordially",
    "mit (?:freundlichen|besten|herzlichen|kollegialen|lieben|vielen|sonnigen) grü(?:ß|ss)en",
    "mit freundlichem gru(?:ß|ss)", "(?:viele|beste|herzliche|liebe|freundliche|schöne) grü(?:ß|ss)e",
    "(?:mfg|vg|lg|bg)(?=,?$)",
    "hochachtungsvoll", "(?:bien )?cordialement", "(?:meilleures |sincères )?salutations(?: distinguées)?",
    "bien à vous",
    "(?:bien )?à vous(?=,?$)", "sincèrement", "amicalement", "saludos(?: cordiales)?", "un (?:cordial )?saludo",
    "atentamente",
    "reciba un cordial saludo", "(?:le saluda )?atte", "salutacions(?: cordials)?", "ben cordialment", "atentament",
    "saúdos",
    "un saúdo", "cordiali saluti", "distinti saluti", "un cordiale saluto", "(?:cari|molti) saluti",
    "atenciosamente", "cordialmente",
    "(?:com os )?(?:melhores |meus )?cumprimentos", "(?:um )?abraços?", "saudações",
    # Dutch, the North, the Baltic
    "met (?:vriendelijke|hartelijke|beste) groet(?:en)?", "(?:vriendelijke|hartelijke) groet(?:en)?", "hoogachtend",
    "mvg(?=,?$)",
    "(?:groet(?:en|jes)?|gr\\.)(?=,?$)", "med v[äe]nn?lig(?:a)? h[äi]lsn?(?:ing|ingar|en)?", "vänliga hälsningar",
    "bästa hälsningar",
    "hälsningar", "mvh(?=,?$)", "med venlig hilsen", "venlig(?:e)? hilsen(?:er)?", "de bedste hilsner",
    "(?:beste|vennlig) hilsen",
    "med vennlig hilsen", "hilsen(?=,?$)", "(?:með )?(?:bestu |kærum |vinsamlegri )?kveðj(?:a|u|ur|um)",
    "ystävällisin terveisin",
    "(?:parhain |terveisin )?terveisin", "kunnioittavasti", "terv(?=\\.?,?$)", "lugupidamisega", "parimate soovidega",
    "heade soovidega", "tervitades", "ar cieņu", "ar cieņu un sveicieniem", "sveicieni", "(?:su )?pagarba",
    "pagarbiai", "linkėjimai",
    "geriausi linkėjimai",
    # The Slavic languages
    "z (?:poważaniem|pozdrowieniami|wyrazami szacunku|uszanowaniem)", "(?:serdecznie )?pozdrawiam(?: serdecznie)?",
    "pozdrowienia",
    "łączę pozdrowienia", "s (?:přátelským |srdečným )?pozdravem", "s úctou", "hezký den", "zdraví",
    "s (?:priateľským )?pozdravom",
    "lep pozdrav", "lepo pozdravljeni", "s spoštovanjem", "(?:srdačan|lijep|lep|srdačni) pozdrav", "s poštovanjem",
    "sa poštovanjem",
    "са поштовањем", "с поштовањем", "срдачан поздрав", "поздрав", "со почит", "срдечен поздрав", "с уважение",
    "поздрави",
    "с поздрав", "(?:с )?(?:искренним |глубоким )?уважени(?:ем)", "с наилучшими пожеланиями", "всего доброго",
    "з повагою",
    "із? повагою", "з найкращими побажаннями", "з павагай",
    # Other languages of Europe
    "cu (?:stimă|respect|drag|considerație)", "toate cele bune", "o zi bună", "üdvözlettel",
    "(?:szívélyes|baráti|kedves) üdvözlettel",
    "tisztelettel", "köszönettel", "(?:με|μετά) (?:εκτίμηση|τιμής?|φιλικούς χαιρετισμούς)", "φιλικά", "χαιρετισμούς",
    "agur(?: bero bat)?(?=,?$)", "adeitasunez", "begirunez", "yn gywir", "(?:cofion|dymuniadau) (?:cynnes|gorau)",
    "is mise le meas",
    "le (?:gach )?(?:dea-ghuí|meas)", "me respekt", "(?:përzemërsisht|sinqerisht)", "პატივისცემით", "հարգանքով",
    # Turkish and the languages of Asia and Africa
    "saygılarım(?:la|ızla)", "sevgi(?:ler|lerimle)", "iyi çalışmalar", "selamlar", "hörmətlə", "salam hormat",
    "hormat (?:kami|saya)",
    "salam(?: hangat)?(?=,?$)", "terima kasih(?=,?$)", "yang benar", "trân trọng", "thân ái", "kính thư",
    "ขอแสดงความนับถือ", "ด้วยความเคารพ",
    "सादर", "भवदीय", "धन्यवाद", "शुभकामनाओं सहित", "শুভেচ্ছান্তে", "বিনীত", "ধন্যবাদান্তে", "با احترام", "با تشکر",
    "ارادتمند",
    "مع (?:خالص )?(?:التحية|التحيات|تحياتي|الاحترام|فائق الاحترام)", "تحياتي", "وتفضلوا بقبول فائق الاحترام",
    "والسلام", "مخلص",
    "בברכה", "בכבוד רב", "בתודה", "wako(?: mwaminifu)?", "wasalaam", "kwa heshima", "lubos na gumagalang", "nagmamahal",
    "(?:many thanks|cheers|thanks|best|kind|warmest)(?=,?$)",
    "(?:merci|danke|gracias|grazie|obrigad[oa]|bedankt|tack|takk|tak|kiitos|dzięki|díky)(?=,?$)",
)  # fmt: skip
_GOODBYE = regex(rf"(?:{'|'.join(_WORDS)})(?!\w)[,.!:،،…]*(?:\s|$)", re.IGNORECASE)
_EASTERN = regex(
    r"(?:何卒|どうぞ)?(?:よろしく|宜しく)お願い[^。]{0,12}[。.]?|以上[。.]?|敬具|草々|(?:감사합니다|고맙습니다|수고하세요)[.!]?|드림"
    r"|此致|敬礼|敬禮|敬上|(?:顺祝|順祝|祝|顺颂|順頌)[^。]{0,8}[!！。]?|(?:谢谢|謝謝|感谢|感謝)[!！。]?|此致敬礼[!！]?"
)
"""The same in scripts that part no words by blanks."""


def is_goodbye(text: str) -> bool:
    """Whether a paragraph of a letter begins with words of goodbye, or is nothing else."""
    found = _GOODBYE.match(text)
    if found is None:
        return bool(_EASTERN.fullmatch(text))
    # `Sincerely held beliefs` is the begin of a sentence.
    return not text[found.end() : found.end() + 1].islower() or " " in found[0].strip()
