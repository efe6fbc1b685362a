"""Whether the words around a passage take it back, only accuse somebody of it, or limit it: `That is false.`, `Claim:`,
`an earlier version said that`, `except two`, `at most`."""

import re

from annotated_briefings.base.meaning.lexicon import LANGUAGES
from annotated_briefings.base.numbers.number_words import number_word
from annotated_briefings.base.regex import regex

_LABEL = regex(
    r"(?:\A|[.!?»”\"]\s)\W*(?:claim|myth|hoax|fake|false|rumou?r|debunked|behauptung|mythos|falschmeldung|gerücht"
    r"|falsch|faux|fausse"
    r"|infox|intox|rumeur|mythe|bulo|mentira|mito|rumor|falso|bufala|leugen|nepnieuws|boato|påstand"
    r"|påstående|myt|myte|фейк|миф|ложь|утверждение|fałsz|plotka|谣言|謠言|传言|傳言|デマ|噂)(?: (?:no\. )?\d{1,2})?"
    r"\s*[:：]\W*\Z",
    re.IGNORECASE,
)
"""What fact checks write before words that are wrong, or that they only look at."""
_FALSE = (
    r"(?:false|untrue|incorrect|a lie|a hoax|fake|not (?:true|correct)|unwahr|gelogen|erfunden|nicht wahr|faux"
    r"|mensonger"
    r"|pas vrai|falso|mentira|un bulo|una bufala|onjuist|onwaar|niet waar|een leugen|osant|falskt|usandt|usant"
    r"|ikke sandt"
    r"|ikke sant|inte sant|неправда|ложь|не правда|nieprawda|fałsz)"
)
_ALONE = (
    r"(?:false|untrue|wrong|falsch|unwahr|faux|inexact|falso|bulo|bufala|mentira|onjuist|onwaar|fel|falskt|usandt"
    r"|usant"
    r"|неверно|ложь|fałsz)"
)
"""What says so as a sentence of its own; `that was wrong` may blame what was done."""
_SUBJECT = (
    r"(?:(?:that|this|it)(?: claim| report| story)? (?:is|was)|(?:das|dies|es) ist(?: schlicht| einfach| völlig)?"
    r"|c'est|cela est"
    r"|ceci est|(?:(?:eso|esto) )?(?:es|era)|(?:questo )?(?:è|era)|(?:(?:dat|dit) )is|(?:isso )?é|det (?:är|er"
    r"|var)|это(?: —| -)?"
    r"|to)"
)
_VERDICT = regex(
    r"[.!…]?[\s\"“”„«»'’)]*[.!…]?[\s\"“”„«»'’)]*(?<=[.!…\"“”«»\n ])"
    r"(?:(?:verdict|rating|our ruling|urteil|fazit|verdicto|veredicto|verdetto|oordeel"
    r"|вердикт)\s?[:–—-]\s*(?:\w+ly )?"
    rf"(?:{_FALSE}|{_ALONE})|{_SUBJECT} (?:\w+(?:ly|ment|mente) )?{_FALSE}|(?:that|this|the) (?:claim|report"
    rf"|story) (?:is|was) wrong"
    r"|das ist falsch|das stimmt nicht|ce n['’]est pas (?:vrai|exact)|(?:eso |esto )?no es (?:cierto|verdad)"
    r"|(?:questo )?non è vero"
    r"|dat klopt niet|(?:isso )?não é verdade|det stemmer ikke|det stämmer inte|это не так|to nieprawda"
    rf"|{_ALONE}(?=\s*[.!…\n]|\s*\Z))(?![\w-])",
    re.IGNORECASE,
)
"""The next sentence, where it calls the one before it wrong."""
_AUX = (
    r"(?:(?:having|being|illegally|the|avoir|être|aver|avere|essere|haber|ter|hebben|zu|te)(?:['’\s]|\Z)\s*){0,2}"
    r"(?:d['’])?\Z"
)
"""Small words between an accusation and what somebody is accused of."""
_ACCUSED = regex(
    r"(?:(?<!\w)(?:accus\w+|suspected|suspicion)(?: \w+){0,3}? of|(?<!\w)(?:charged|charges her|charges him) with"
    r"|(?<!\w)(?:accus|soupçonn|inculp|suspect)\w*(?: \w+){0,3}? d(?:e |['’])|(?<!\w)mis\w* en examen pour"
    r"|(?<!\w)(?:acus|imput|sospech|suspeit)\w*(?: \w+){0,3}? de|(?<!\w)(?:accus|sospett|indagat"
    r"|imputat)\w*(?: \w+){0,3}? (?:di|per)"
    r"|(?<!\w)(?:beschuldig|verdächtig|bezichtig)\w*,|(?<!\w)(?:im|unter) verdacht,"
    r"|(?<!\w)(?:verdacht|verdenk\w*|beschuldig\w*)(?: \w+){0,3}? (?:ervan|van)|(?<!\w)(?:anklag|misstänk|mistænk"
    r"|mistenk)\w* för att"
    r"|(?<!\w)(?:anklag|mistænk|mistenk|sikt|sigt)\w* for (?:at|å)|(?<!\w)(?:oskarż|podejrz)\w+(?: \w+){0,3}? o"
    r"|(?<!\w)(?:обвиня|подозрева)\w+(?: \w+){0,3}? в(?: том, что)?)\s*" + _AUX
)
_IN_HAN_ACCUSED = regex(r"(?:被控|被指控|被指|涉嫌|指控)\w{0,2}\Z")
_FORMER = regex(
    r"(?<!got )(?<!was )(?<!is )(?<!are )(?<!get )(?<!be )(?<!were )(?<!been )(?<!became )(?<!not )(?<!\w)used to\s+\Z"
    r"|(?<!\w)(?:sol[íi]an?|avai(?:t|ent) l['’]habitude de|costumava[m]?)\s+\Z"
)
_CONTRARY = regex(
    r"(?<!\w)(?:contrary to|despite|entgegen|trotz|anders als|contrairement|malgré|en contra|pese|a pesar"
    r"|al contrario|contrariamente"
    r"|nonostante|in tegenstelling|ondanks|tvärtemot|trots|trods|stikk i strid|ao contrário|apesar|wbrew|вопреки)"
    r"[^,.;:]{0,40}?(?<!\w)(?:reports?|claims?|rumou?rs?|allegations?|assertions?|stories|bericht\w*|meldung\w*"
    r"|gerücht\w*"
    r"|behauptung\w*|informations?|rumeurs?|affirmations?|informes?|rumores|noticias?|afirmaciones|notizie|voci"
    r"|geruchten"
    r"|boatos|uppgifter|rykt\w+|rygter|påstand\w*|doniesieni\w*|сообщени\w+|слух\w+)\b"
    r"[^.;:]{0,20}?(?<!\w)(?:that|dass|daß|wonach|selon lesquel\w+|que|secondo cui|che|dat|att?|om att|że|что"
    r"|о том)\W[^,]*\Z"
)
_VERSION = (
    r"(?:(?:earlier|previous|original) version|(?:früheren|ersten) (?:fassung|version)|version (?:précédente"
    r"|antérieure|initiale)"
    r"|versión anterior|versione precedente|eerdere versie|tidigare version|tidligere versj?i?on|versão anterior"
    r"|poprzedniej wersji"
    r"|(?:предыдущей|более ранней) версии)"
)
_REPORTED = (
    r"(?:said|stated|wrote|reported|gave|claimed|named|hieß|stand|schrieben|indiquait|disait|affirmait|decía"
    r"|afirmaba|indicaba"
    r"|leggeva|diceva|riportava|stond|meldde|stod|dizia|podaliśmy|napisaliśmy|говорилось|сообщалось)"
)
_CORRECTION = (
    r"(?:correction|korrektur|berichtigung|richtigstellung|correctif|rectificatif|fe de errores|corrección"
    r"|rettifica|errata"
    r"|correctie|rectificatie|rättelse|rettelse|correção|sprostowanie|поправка)"
)
_WE_REPORTED = (
    r"(?:(?:we|this (?:article|story|report)) (?:\w+ )?(?:said|wrote|reported|stated)|schrieben wir|(?:haben"
    r"|hatten) wir"
    r"|nous (?:avons écrit|avions écrit|écrivions)|escribimos|publicamos|(?:abbiamo|avevamo) scritto"
    r"|schreven (?:we|wij)|skrev vi"
    r"|escrevemos|napisaliśmy|pisaliśmy|мы писали|мы написали)"
)
_CORRECTED = regex(
    rf"(?<!\w)(?:{_VERSION}\b[^.;]{{0,60}}?(?<!\w){_REPORTED}"
    rf"|{_CORRECTION}\b[^.;]{{0,60}}?(?<!\w){_WE_REPORTED})\b(?![^.;]*\bbut\b)"
    r"[^.;]*\Z"
)
_EVERY = regex(
    r"(?<!\w)(?:all|every|each|everyone|everybody|everything|none|nobody|no one|nothing|alles?|allen|jede\w*"
    r"|sämtliche\w*|keine\w*"
    r"|niemand|tous|toutes|tout|chaque|aucune?|personne|tod[oa]s|cada|ningun[oa]?|nadie|tutt[ie]|ogni|nessun\w*"
    r"|iedereen|elke?|ieder"
    r"|geen|alla|varje|ingen|inga|wszys\w+|każd\w+|żad\w+|nikt|все|всех|кажд\w+|никто)(?!\w)",
    re.IGNORECASE,
)
_EXCEPT = regex(
    r"\s*,?\s*(?:except|apart from|aside from|save for|but for|other than|with the exception|excluding|außer"
    r"|bis auf|mit ausnahme"
    r"|ausgenommen|abgesehen von|sauf|hormis|excepté|à l['’]exception|à part|salvo|excepto|menos|a excepción"
    r"|con excepción"
    r"|con la excepción|exceto|tranne|eccetto|ad eccezione|fuorché|behalve|uitgezonderd|met uitzondering|utom"
    r"|förutom|med undantag"
    r"|undtagen|bortset fra|unntatt|oprócz|z wyjątkiem|кроме|за исключением|крім)(?!\w)(?! (?:on|in|at|for|when"
    r"|if) )",
    re.IGNORECASE,
)
_AT_MOST = regex(
    r"\s*,?\s*(?:at (?:the )?(?:very )?most|or fewer|or less|tops(?=[,.;!?]|\Z)|max(?:imum)?|höchstens|maximal"
    r"|oder weniger|au maximum|(?:tout )?au plus"
    r"|ou moins|como (?:máximo|mucho)|a lo sumo|o menos|al massimo|o meno|no máximo|ou menos|hooguit|hoogstens"
    r"|maximaal|of minder"
    r"|som mest|högst|eller färre|eller mindre|højst|maks\w*|eller færre|co najwyżej|maksymalnie|максимум"
    r"|или меньше)(?!\w)",
)
_WORD = regex(r"\w+")
_LAST = 4
"""Words at the end of a passage among which the number is that a bound belongs to."""
_NO_NUMBER = frozenset("a an ein eine einen einem einer un une una uno um uma een en ett et no none".split())


def is_taken_back_before(head: str) -> bool:
    """Whether the beginning of a sentence, in small letters, takes back what follows it, or accuses somebody of it."""
    return any(one.search(head) for one in (_LABEL, _ACCUSED, _FORMER, _CONTRARY, _CORRECTED, _IN_HAN_ACCUSED))


def is_taken_back_behind(passage: str, behind: str) -> bool:
    """Whether what follows a passage calls it wrong, excepts some of all, or is an upper bound of its number."""
    if _VERDICT.match(behind) or (_EXCEPT.match(behind) and _EVERY.search(passage)):
        return True
    return bool(_AT_MOST.match(behind)) and any(map(_is_number, _WORD.findall(passage)[-_LAST:]))


def _is_number(word: str) -> bool:
    low = word.lower()
    return low.isdigit() or (low not in _NO_NUMBER and number_word(low, LANGUAGES) is not None)
