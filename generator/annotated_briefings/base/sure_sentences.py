"""Ends of sentences that are hardly an abbreviation or an ordinal number, so that no part of a sentence is shown alone.

An abbreviation before a name, or a number behind it, looks like an end of a sentence. What is an abbreviation differs
from language to language, and no list is complete. So the form of the word before the stop decides whether it can be
a whole word: one without a vowel (`Hwy.`), one that ends as no word can (`Bahnhofstr.`, `Prinsengr.`), and a short one
or one in small letters that no word list has may all be cut short, unless a word follows that begins sentences. Two
sentences that are not parted keep their meaning; a sentence that is torn may say the opposite.
"""

import re
import unicodedata
from functools import lru_cache

from annotated_briefings.base.meaning.lexicon import is_word, languages_of
from annotated_briefings.base.regex import regex
from annotated_briefings.base.sentences import last_word, sentence_starts, starts_plainly

_ALSO_WORDS = frozenset(
    "mass conn ext min max tel esp spec temp gen mil art fig par sec cap vol ed op cit est pl os al av ave str sen "
    "rev col mar jan sun sat wed dec oct sol mag red rel ref reg res abb alt ant bot dem ind int lat med mod mus "
    "nat ord pop rec rep sim sub sup syn tab trad var ver univ incl excl assoc apt ste rte terr abt bez dipl "
    "einschl geb burg eng afd prov loc ong pag lic pres dist hist phil zus zool verw sig govt dept secy bros".split()
)
"""Abbreviations that are words too, in some language, or are in word lists."""
_ONLY_Y = frozenset(
    "by my why try fly dry cry sky shy spy sly fry pry ply gym myth hymn lynx rhythm tryst crypt nymph sync cyst pyx "
    "typ syn".split()
)
"""Words whose only vowel is a y."""
_NO_END = regex(r"[^aeiouyæøœıáéíóúâêôûàèìòùäöüãõ][lrwj]w?\Z|wy\Z|[bcdfkpsz]n\Z|tl\Z")
"""How no word ends in the languages whose words are known, nor in Nordic ones: a liquid behind another consonant."""
_MAY_END = regex(r"(?:[lrw][lrw]|h[lrmn]|rl|wl|rn|ln|gh|wr)\Z")
"""What looks so, and ends words all the same: `Karl`, `Stahl`, `bowl`."""
_CUT_COMPOUND = regex(r"...(?:str|pl|gr|bf|krs|verw|abt|bez|ges|gem|ln|kd)\Z")
_CUT_NORDIC = regex(r"...(?:gt|g|v|pl)\Z")
"""German, Dutch and Nordic names that are cut short: `Bahnhofstr.`, `Storg.`."""
_SHORT, _SHORT_SMALL, _SHORT_UNKNOWN, _SHORT_CLOSED, _SHORT_UNCASED = 5, 9, 4, 5, 2
"""Most letters of a last word that may be an abbreviation: in a language whose words are known and do not have it, also
where it is in small letters; in one whose words are not known, also where it ends in a consonant; and in a script
without capitals, where abbreviations are letters."""
_VOWELS = frozenset("aeiouyæøœıаеёиоуыэюяіїєαεηιουω")
_STARTERS = {
    "en": "i you we he she it they my our your his her its their the a an this that these those what who how when "
    "where why if in on at for to from with by under since last next no not one two now then here there yet so "
    "still also and but or as after before while although however nobody everybody some many most all both each "
    "every such other another according meanwhile officials police",
    "de": "der die das den dem des ein eine einen einem er sie es wir ich ihr man im in am an auf bei mit nach seit "
    "von vor zu zum zur als auch aber doch dann damit dort diese dieser dieses dabei dazu zudem außerdem wenn weil "
    "wer was wie wo so nun und für gegen laut trotz während unter über bis nicht kein keine nur schon noch viele "
    "alle mehr denn da einige manche beide jetzt heute gestern dort hier zuvor danach später wegen ohne zwei drei vier",
    "fr": "le la les un une des il elle ils elles on nous je ce cette ces dans en au aux pour par sur mais et selon "
    "après avant depuis avec sans son sa ses leur si quand comme plus aucun aucune personne chacun chaque tous "
    "toutes plusieurs quelques beaucoup deux trois quatre maintenant aujourd hier ici là ses leurs notre "
    "cependant pourtant toutefois ainsi aussi alors car depuis",
    "es": "el la los las un una unos unas él ella ellos nosotros yo este esta estos esas en al para por sobre pero "
    "y según después antes desde con sin su sus si cuando como no más ningún nadie todos muchos cada algunos algunas "
    "varios dos tres cuatro ahora hoy ayer aquí allí sus pero tampoco también "
    "entonces aunque mientras nada de",
    "it": "il lo la i gli le un uno una lui lei loro noi io questo questa questi in al alla per da su ma e secondo "
    "dopo prima dal con senza suo sua se quando come non più nessuno tutti molti ogni alcuni alcune diversi due tre "
    "quattro adesso ora oggi ieri qui lì suoi sue suo però anche intanto "
    "mentre niente di",
    "nl": "de het een hij zij ze wij we ik dit dat deze die in op aan bij met na sinds van voor te als ook maar "
    "toen daar en tegen volgens tijdens onder over tot niet geen alleen veel alle meer want enkele sommige beide nu "
    "vandaag gisteren hier haar zijn hun twee drie vier niemand iedereen zo "
    "terwijl hoewel toch",
    "pt": "o a os as um uma ele ela eles nós eu este esta isso em no na nos nas ao para por sobre mas e segundo "
    "depois antes desde com sem seu sua se quando como não mais nenhum ninguém todos muitos cada alguns algumas "
    "vários dois três quatro agora hoje ontem aqui ali seus suas também "
    "porém enquanto nada",
}
_STARTING = {language: frozenset(words.split()) for language, words in _STARTERS.items()}
"""Words that begin sentences, and are hardly a name behind an abbreviation."""
_NO_PROOF = frozenset("one two now here there another each every next last uno una un o a os as e é".split())
"""Those of them that go on after an abbreviation or are a letter: `Hwy. One`."""
_STARTING_ELSEWHERE = frozenset(
    # Nordic
    "det den de detta denna dette denne dessa disse han hun hon vi jag jeg du ni i på og och men som etter efter ingen "
    "ingenting inget intet ingenlunde där der då da här her nu nå när når om hvis vid ved för for från fra med mot mod "
    "många mange flera flere varje hver alla alle endast bare bara kun även også också sedan siden först først enligt "
    "ifølge under över over hans hennes deres deras vår vores våra hva vad hvad hvem vem hur hvordan trots "
    "se ne hän he me minä tämä tuo nämä nyt silti mutta kun jos myös ei eikä kukaan mikään vasta siellä siitä sitä sen "
    # West and South Slavonic
    "to on ona ono oni one ten ta w na po z ze za dla ale jak nie nikt nic kiedy gdy jeśli tak także też teraz tam "
    "wszyscy wielu wiele każdy według podczas przed przez od do przy jego jej ich już jeszcze tylko dlatego jednak "
    "tento tato tyto ti my vy když pokud nikdo nic nikto všichni mnoho každý podle během před při jeho její jejich už "
    "ještě jen jenže proto však teď ale v ve se s so pre keď ak ovaj ova ovo oni ali kada ako nitko niko svi "
    # Hungarian, Romanian, Turkish
    "az egy ez azt ezt ő ők mi én de és ha amikor mert nem nincs senki semmi minden sok most még már csak szerinte "
    "el ea ei ele noi eu acest această aceste aceștia dar și dacă când după pentru din în la pe cu nu nimeni nimic "
    "toți "
    "mulți fiecare potrivit acum încă doar "
    "bu şu o onlar biz ben sen siz ancak ama fakat ve eğer kimse hiç hiçbir herkes her çok şimdi daha henüz yalnızca "
    "sadece sonra önce bunun bunu buna onun ona böylece ayrıca "
    # Greek
    "ο η το οι τα τον την του της των ένας μία μια ένα αυτός αυτή αυτό αυτοί αυτά στο στη στην στον στους στις στα από "
    "με για και αλλά αν όταν όπως δεν μην ούτε κανείς κανένας κανένα τίποτα όλοι όλα πολλοί κάθε τώρα εκεί εδώ μετά "
    "πριν κατά παρά σύμφωνα ωστόσο όμως επίσης μόνο ακόμη ήδη θα να έτσι "
    # East and South Slavonic in Cyrillic letters
    "он она оно они мы я вы это этот эта эти в во на по с со из от до для за о об при но и а как после если когда не "
    "ни никто ничто все всё что чтобы так также там тут теперь каждый многие его её их уже ещё только однако поэтому "
    "вона він воно вони ми це цей ця ці у та але після якщо коли ніхто ніщо всі що щоб тепер кожен багато його її їх "
    "вже ще тільки проте той тя те ние това този тази тези след ако кога никой нищо всички сега всеки още само обаче "
    "тој таа тие ова оваа овие кога никој сите".split()
)
"""Words that begin sentences in languages without a word list."""
_LAST_ELSEWHERE = frozenset(
    # Nordic
    "dag år mars maj mai juni juli fred hus by vej vei väg bil båt båd skip tog tåg land mark vann vand barn folk mann "
    "mand man dem det den här her där der då nå nu igen ikke inte bort ned ner ut ud hjem hem fast godt bra fjol fjor "
    "natt nat kväll liv jobb job arbejd skog skov sjø sjö fjord havn hamn ferd tid gang sted plats plass lov lag stål "
    "olje kylä talo mies hyvin nyt vuosi päin "
    # West Slavonic
    "rok dom las park dach most port maj czas dzień dni lat rano dziś tam tak nie ich nas was nich niego raz sam czas "
    "prąd gaz wiek plan głos list rząd sąd bank film klub stan ruch dům les rok den dnů let ráno dnes tam ano ne jich "
    "nás vás nich čas plán hlas soud most strom kraj stát klub máji "
    # Hungarian, Romanian, Turkish
    "ház híd nap perc hét nem van volt lesz ma ott itt már még pénz bolt falu "
    "an ani zi zile lei bani oraș sat pod port parc mai ieri azi aici acolo nu da lor ei nou "
    "var yok gün yıl ay dün bugün değil için olan oldu iyi kez iş ev köy yol ada göl dağ park liman "
    # Greek
    "χθες φως νους τους του της των μας σας πολύ εδώ εκεί ναι όχι "
    # Cyrillic
    "год лет дом день дней раз час век лес мост парк порт край план суд банк клуб газ ток свет цех дол мир суп там тут "
    "нет да их нас вас них него неё всё нём мая май рік дім ліс міст зараз них нас вас там так ні дня днів "
    "ден дни път дом град лв няма там тук ни ги".split()
)
"""Short words that end sentences in languages without a word list."""
_WHOLE_END = regex(
    r"..(?:et|en|ar|er|or|ek|em|ów|ach|ich|ej|ym|im|lar|ler|dan|den|tan|ten|nak|nek|ban|ben|ului|ilor|ssa|ssä|lla|llä"
    r"|ой|ей|ых|их|ого|ом|ем|ов|ам|ет|ит|ут|ют|ат|ять|ать|ить|ών|ες|ος|ας|ης|ους|αν|ει)\Z"
)
"""Ends of inflected words in languages without a word list: nobody cuts a word short behind them."""
_CUT_ELSEWHERE = frozenset(
    "klo nro sta ste ave avda dra sra srta cia cía cie rte blvd puh esim bla dvs rua eko".split()
)
"""Abbreviations that end in a vowel, or may, in languages without a word list."""
_NUMBER = regex(r"(?:\d{1,3}|[IVXLC]+)\Z")
"""What may be an ordinal number with its stop: `7.`, `XIV.`."""
_WORD = regex(r"[^\W\d_]+")
_BEHIND = "\"'⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Characters between the stop of a sentence and the next one, besides closing marks."""
_MOST_WORDS = 50
"""Words of a text by which its language is told."""


def sure_starts(text: str) -> tuple[int, ...]:
    """Offsets where the sentences of a text surely start; the first is 0.

    They are those of ``sentence_starts`` without the ones behind a full stop that may be that of an abbreviation or of
    an ordinal number.
    """
    starts = sentence_starts(text)
    return starts if len(starts) == 1 else (0, *(start for start in starts[1:] if _is_sure(text, start)))


def _is_sure(text: str, start: int) -> bool:
    """Whether a sentence surely starts at a place behind its sign and closing marks."""
    at = start - 1
    while at > 0 and (
        text[at].isspace() or unicodedata.category(text[at]) in ("Pe", "Pf", "Pi") or text[at] in _BEHIND
    ):
        if text[at] == "\n":
            return True
        at -= 1
    if text[at] != "." or starts_plainly(text, start):
        return True
    if text[start:].lstrip()[:1].isdigit():
        # `kl. 9.30`
        return False
    word = last_word(text, at)
    if not _may_be_short(text, word):
        return not _may_be_cut(text, word) or _begins_sentences(text, start)
    return "." not in word and word != text[:at].strip() and _surely_begins(text, start)


def _begins_sentences(text: str, start: int) -> bool:
    """Whether the word behind a place is one that begins sentences in the languages of a text."""
    found = _WORD.search(text, start)
    if found is None:
        return False
    languages = _languages(text)
    low = found[0].lower()
    return any(low in _STARTING[one] for one in languages) or (
        not languages and (low in _STARTING_ELSEWHERE or any(low in words for words in _STARTING.values()))
    )


def _surely_begins(text: str, start: int) -> bool:
    """Whether the word behind a place is one that begins sentences, and no part of a name: behind `Los` or `De`, names
    go on with a capital."""
    found = _WORD.search(text, start)
    if found is None or found[0].lower() in _NO_PROOF:
        return False
    after = text[found.end() :].lstrip(" ,'’-")
    if "de" not in _languages(text) and not (after[:1].islower() or after[:1].isdigit()):
        return False
    return _begins_sentences(text, start) or _elsewhere_small(text, found[0])


def _elsewhere_small(text: str, word: str) -> bool:
    """Whether a word with a capital is in small letters elsewhere in the text."""
    return word[:1].isupper() and re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text) is not None


def _elsewhere_whole(text: str, word: str) -> bool:
    """Whether a word is elsewhere in the text with another word behind it, and so is not cut short."""
    return re.search(rf"(?<![\w.]){re.escape(word)}[,;:]?\s+\w", text) is not None


def _may_be_short(text: str, word: str) -> bool:
    """Whether the last word before a full stop may be an abbreviation, or an ordinal number, whatever follows."""
    low = word.lower()
    if not word or _NUMBER.match(word):
        return bool(word)
    if "." in word or low in _ALSO_WORDS:
        return True
    if not word.isalpha() or len(word) > _SHORT:
        return False
    if low == word.upper():
        return len(word) <= _SHORT_UNCASED
    if not _VOWELS & set(unicodedata.normalize("NFD", low)):
        return True
    languages = _languages(text)
    if not languages:
        return len(word) <= _SHORT_UNKNOWN and not _ends_elsewhere(text, low)
    return not any(is_word(low, language) for language in languages)


def _ends_elsewhere(text: str, low: str) -> bool:
    """Whether a short word of a language without a word list is whole: a common one, one that ends in a vowel as hardly
    an abbreviation does, or one that the text has elsewhere without a stop."""
    if low in _CUT_ELSEWHERE:
        return False
    last = unicodedata.normalize("NFD", low).rstrip("\u0300\u0301\u0302\u0308\u030a\u030b\u0328")[-1:]
    return (
        low in _LAST_ELSEWHERE
        or _WHOLE_END.search(low) is not None
        or (len(low) > 2 and last in _VOWELS)
        or _elsewhere_whole(text, low)
    )


def _may_be_cut(text: str, word: str) -> bool:
    """Whether the last word before a full stop may be a longer abbreviation, or one that word lists have too."""
    low = word.lower()
    if not word.isalpha() or low == word.upper() or word.isupper():
        return False
    plain = low if low.isascii() else "".join(c for c in unicodedata.normalize("NFD", low) if c.isalpha())
    if not (_VOWELS - {"y"}) & set(plain) and low not in _ONLY_Y:
        return True
    latin = plain.isascii() or bool(set(plain) & set("æøœßð"))
    if latin and _NO_END.search(low) and not _MAY_END.search(low):
        return True
    compound, nordic = latin and _CUT_COMPOUND.search(low), latin and _CUT_NORDIC.search(low)
    if plain[-1] in _VOWELS or not (len(word) <= _SHORT_SMALL or compound or nordic):
        # Nearly all words are told without their language.
        return False
    languages = _languages(text)
    if not languages:
        return (len(word) <= _SHORT_CLOSED or bool(nordic)) and not _ends_elsewhere(text, low)
    if any(is_word(low, language) for language in languages):
        return False
    return (word.islower() and len(word) <= _SHORT_SMALL) or bool(compound and {"de", "nl"} & set(languages))


@lru_cache(maxsize=8)
def _languages(text: str) -> tuple[str, ...]:
    """The languages of a text, told by its words without capitals, or by all where there are no others."""
    words = _WORD.findall(text)[:_MOST_WORDS]
    return languages_of([word for word in words if word.islower()] or words)
