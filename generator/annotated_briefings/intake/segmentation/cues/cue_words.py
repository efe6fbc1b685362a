"""Words that open and mark reports in the languages of Western Europe, each language by itself: `il` is `he` in French
and `the` in Italian."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from annotated_briefings.base.values import Value

_FUNCTION: Mapping[str, frozenset[str]] = {
    "es": frozenset(
        "de la el los las del en un una por con para que se su sus no más al lo como fue ha han y es son hace".split()
    ),
    "fr": frozenset(
        "de la le les des du en un une d l par avec pour qui dans sur au aux est et ont a été pas se ce ses".split()
    ),
    "it": frozenset(
        "di la il lo gli i della dei delle del un una per con che nel alla è sono non più ha si da dal e a in".split()
    ),
    "pt": frozenset(
        "de o os as do da dos das um uma em por com para que no na ao não mais foi são e se à é seu sua a".split()
    ),
    "nl": frozenset("de het een van en in op voor met is dat die niet aan er ook om door bij werd naar te".split()),
    "de": frozenset("der die das den dem des ein eine und in von mit für auf ist nicht zu im am sich auch".split()),
}
LIKE_ENGLISH = frozenset(("es", "fr", "it", "pt", "nl"))
"""Languages that write nouns as English does."""
_LEAST, _MOSTLY = 3, 1.2
"""Function words of a language in a paragraph, and how many more than of the next language."""


class CueWords(Value):
    """What opens and marks reports in one language."""

    follow_up: frozenset[str]
    """Words that open a paragraph which goes on from the one before."""
    pronouns: frozenset[str]
    """Pronouns of the third person, with those that tell whose something is."""
    speech_verbs: re.Pattern[str]
    """Verbs of speaking."""
    roles: re.Pattern[str]
    """What people and bodies are called when a report names them first."""
    articles_open: bool = True
    """Whether reports begin with a definite article as often as other paragraphs: `La ville`,
    where English has none."""


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_CUES: Mapping[str, CueWords] = {
    "es": CueWords(
        frozenset(
            "él ella ello ellos ellas este estos estas ese esa esos esas esto eso pero además también asimismo aunque "
            "entonces después luego así mientras tras ambos ambas otros otras allí dicho dicha tampoco "
            "finalmente".split()
        ),
        frozenset("él ella ellos ellas su sus le les suyo suya".split()),
        _pattern(
            r"dijo|dice|dijeron|dicen|declaró|señaló|indicó|aseguró|explicó|informó|añadió|agregó"
            r"|afirmó|sostuvo|precisó|contó"
            r"|recordó|advirtió|reconoció|aclaró|piden?|pidió"
        ),
        _pattern(
            r"president[ea]|ministr[oa]|alcald(?:e|esa)|portavoz|director[a]?|profesor[a]?|jef[ea]"
            r"|juez[a]?|fiscal|consejer[oa]"
            r"|empresa|compañía|policía|gobierno|sindicato|tribunal|universidad|agencia|ayuntamiento|investigadores"
            r"|científic[oa]s|autoridades|bomberos|hospital|banco|club"
        ),
    ),
    "fr": CueWords(
        frozenset(
            "il elle ils elles celui celle ceux celles ce cette ces cet mais cependant toutefois "
            "pourtant aussi ainsi enfin "
            "ensuite puis lui eux leur leurs son sa ses depuis quant tous toutes là alors or".split()
        ),
        frozenset("il elle ils elles lui leur leurs son sa ses eux celui celle".split()),
        _pattern(
            r"déclaré|affirmé|indiqué|précisé|expliqué|ajouté|estimé|souligné|assuré|rappelé"
            r"|dit|disent|affirme|assure"
            r"|explique|estime|précise|raconte|reconnaît|demandent?|craignent"
        ),
        _pattern(
            r"président[e]?|ministre|maire|porte-parole|directeur|directrice|professeur[e]?|juge"
            r"|procureur[e]?|entreprise"
            r"|société|police|gouvernement|syndicat|tribunal|université|agence|mairie|chercheurs"
            r"|scientifiques|autorités"
            r"|pompiers|hôpital|banque|club|préfecture|patron[ne]?"
        ),
    ),
    "it": CueWords(
        frozenset(
            "lui lei loro questo questa questi queste quello quella ma però inoltre anche tuttavia "
            "infine poi quindi dunque "
            "intanto così egli essi entrambi altri altre qui finora neppure suo sua suoi sue".split()
        ),
        frozenset("lui lei loro egli suo sua suoi sue gli".split()),
        _pattern(
            r"detto|dichiarato|affermato|spiegato|aggiunto|riferito|comunicato|raccontato"
            r"|precisato|sottolineato"
            r"|dice|dicono|afferma|spiega|sostiene|chiede|chiedono|temono"
        ),
        _pattern(
            r"presidente|ministr[oa]|sindac[oa]|portavoce|direttore|direttrice|professor[ea]"
            r"|professoressa|giudice|procuratore"
            r"|azienda|società|polizia|governo|sindacat[oi]|tribunale|università|agenzia|comune|ricercatori|scienziati"
            r"|autorità|vigili|ospedale|banca|club|impresa"
        ),
    ),
    "pt": CueWords(
        frozenset(
            "ele ela eles elas isso isto esse essa esses essas este esta mas porém além também "
            "entretanto contudo ainda assim "
            "depois então enquanto já ambos outros outras ali seu sua seus suas".split()
        ),
        frozenset("ele ela eles elas seu sua seus suas lhe lhes dele dela deles delas".split()),
        _pattern(
            r"disse|disseram|diz|dizem|declarou|afirmou|explicou|informou|acrescentou|contou|garantiu|destacou"
            r"|ressaltou|lembrou|admitiu|pedem|pediu|temem"
        ),
        _pattern(
            r"presidente|ministr[oa]|prefeit[oa]|autarca|porta-voz|diretor[a]?|professor[a]?|juiz[a]?"
            r"|promotor[a]?|empresa"
            r"|companhia|polícia|governo|sindicato|tribunal|universidade|agência|câmara|pesquisadores|investigadores"
            r"|cientistas|autoridades|bombeiros|hospital|banco|clube"
        ),
    ),
    "nl": CueWords(
        frozenset(
            "hij zij ze dit dat deze die maar echter ook bovendien daarnaast toch daarom vervolgens daar toen zo beide "
            "zijn haar hun hiermee daarmee verder".split()
        ),
        frozenset("hij zij ze haar hun hem".split()),
        _pattern(r"zei|zegt|zeggen|zeiden|verklaarde|meldt|meldde|vertelde|aldus|vreest|vrezen|stelt|vindt"),
        _pattern(
            r"president|minister|burgemeester|woordvoerder|directeur|hoogleraar|rechter|bedrijf|politie"
            r"|regering|vakbond"
            r"|rechtbank|universiteit|gemeente|onderzoekers|brandweer|ziekenhuis|bank|club|voorzitter"
        ),
    ),
    "de": CueWords(
        frozenset(
            "er sie es dieser diese dieses ihm ihr ihre sein seine dabei dazu damit daher deshalb "
            "außerdem zudem auch aber "
            "doch jedoch dennoch trotzdem allerdings hingegen dagegen stattdessen inzwischen unterdessen danach".split()
        ),
        frozenset("er sie ihm ihr ihre ihrem ihren sein seine seinem seinen".split()),
        _pattern(r"sagte|sagten|sagt|erklärte|teilte|mitteilte|betonte|kündigte|berichtete|fügte|warnte|hieß"),
        _pattern(
            r"Präsident(?:in)?|Minister(?:in)?|Bürgermeister(?:in)?|Sprecher(?:in)?|Direktor(?:in)?|Professor(?:in)?"
            r"|Richter(?:in)?|Unternehmen|Firma|Polizei|Regierung|Gewerkschaft|Gericht|Universität|Forscher|Feuerwehr"
            r"|Krankenhaus|Bank|Verein|Vorsitzende[r]?|Chef(?:in)?"
        ),
        False,
    ),
}


@cache
def cue_words(language: str) -> CueWords:
    """The words of a language that ``tongue`` gives."""
    return _CUES[language]


def tongue(words: Sequence[str]) -> str:
    """Which of these languages the words of a paragraph are of; empty for others, and for few words."""
    counts = sorted(((sum(word in own for word in words), code) for code, own in _FUNCTION.items()), reverse=True)
    (most, code), (next_most, _) = counts[:2]
    return code if most >= _LEAST and most >= _MOSTLY * next_most else ""
