"""The encoding of a text in Latin letters that windows-1252 does not have, told by its language."""

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.formats.encodings.plausible import plausibility


class _Language(Value):
    """A language that is written in another encoding than windows-1252."""

    codecs: tuple[str, ...]
    letters: frozenset[str]
    """Its letters beyond ASCII."""
    words: frozenset[str]
    """Its most frequent words."""


def _language(codecs: str, letters: str, words: str) -> _Language:
    return _Language(codecs=tuple(codecs.split()), letters=frozenset(letters), words=frozenset(words.split()))


_LANGUAGES = (
    _language(
        "cp1250 iso8859_2",
        "áčďéěíňóřšťúůýžäĺľŕôë",
        "na je se sa za do od ale jak ako pro pre po podle bude byl bol byla jsou jen len nebo alebo to ve vo v a i "
        "o s "
        "u z k ne aby kdy kde jako ani si tak tento co "
        "že při pří též také ještě když než až ať už více může mají své není která které řekl před díky šest čtyři "
        "žádný "
        "však ešte keď že môže môžu sú či tiež ľudí práve už aj",
    ),
    _language(
        "cp1250 iso8859_2",
        "čćđšžé",
        "na je se za do od ali kako prema bit biti bila bio su samo ili to u i o s iz koji koja nije ne kao po pri "
        "ki da ni so bo ter tudi više već može što još biće ništa će žele če že ali več",
    ),
    _language(
        "cp1250 iso8859_2",
        "ąćęłńóśźżé",
        "na jest za do od ale jak przez po w i z nie to tak oraz tylko ma o u a nad pod dla jego tego roku lecz czy "
        "się są też będzie będą która który już więcej około środę że być "
        "był została został każdy wciąż przez zł",
    ),
    _language(
        "cp1250 iso8859_2",
        "áéíóöőúüű",
        "a az egy nem hogy is volt lesz meg majd szerint van ez azt ki be el de ha sem csak mint amely mert és még "
        "már után között több ő őt előtt első idő két fő új ár",
    ),
    _language(
        "cp1250 iso8859_2",
        "ăâîşţșț",
        "de la pe nu din care este cu o un mai au fost fi al ale lui sunt va fost ce ca sau a și şi în să că până "
        "după către țară ţară",
    ),
    _language(
        "cp1254",
        "çğıöşüâîûİ",
        "ve bir bu ile de da olarak daha sonra ilk yeni ancak ise kadar ne o en iki gibi her ama var yok için çok "
        "yıl yılı yılın başkan başkanı değil artık iş işçi kişi günü açık açıldı kapandı kapatıldı "
        "şimdi yaklaşık kadın altı ayı ay ayda dışında arasında olduğu olduğunu",
    ),
    _language(
        "cp1257",
        "ąčęėįšųūžāēģīķļņ",
        "ir kad su bet tai yra apie po ne i kaip nuo iki un ka ar no par bet tas vai nav bija pa gan to už iš į dėl "
        "ką kā arī tās šī līdz pēc vēl šiemet",
    ),
)
_WESTERN = (
    frozenset("le la les de des et en un une du est pour dans que il elle sur au par ne pas qui se a".split()),
    frozenset("il la di che e un una in per non si con del della a da le ha sono".split()),
    frozenset("el la los de que y en un una por con no se del las al para es su".split()),
    frozenset("o a os de que e em um uma por com no na se do da dos para ao mais".split()),
    frozenset("der die das und in ist zu den mit von auf im nicht ein eine es sich des am".split()),
    frozenset("og i er til det en av som for med den ikke de at var han har om ett att der".split()),
    frozenset("de het een en van in is dat op te niet zijn voor met aan er om".split()),
    frozenset("ja on ei se oli ett ka kui ta oma og er um ekki sem var the of and to in is".split()),
)
"""Frequent words of languages that are written in windows-1252."""
_WORD = regex(r"[^\W\d_]+")
_LEAST, _ENOUGH = 2, 0.6


def latin_codec(sample: bytes, western: str) -> str:
    """The encoding of a text that is not windows-1252, as which it would be ``western``; empty where it may be that."""
    usual = max(_count(western, known) for known in _WESTERN)
    best, most = "", max(_LEAST, usual + 1)
    for language in _LANGUAGES:
        for codec in language.codecs:
            text = sample.decode(codec, "replace")
            marked = {letter for letter in text.lower() if letter.isalpha() and not letter.isascii()}
            if text == western or "\ufffd" in text or not marked or not marked <= language.letters:
                continue
            count = _count(text, language.words)
            if count >= most and plausibility(text) >= _ENOUGH:
                best, most = codec, count + 1
    return best


def _count(text: str, known: frozenset[str]) -> int:
    return sum(word in known for word in _WORD.findall(text.lower()))
