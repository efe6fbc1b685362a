"""Languages in which names are looked for, and the small words that each writes large at the start of a sentence."""

from annotated_briefings.base.values import Value


class Writing(Value):
    """How a language writes names, as far as readers of names must know it."""

    weak: frozenset[str] = frozenset()
    """Words that name nothing, in small letters."""
    joins: frozenset[str] = frozenset()
    """Small words inside names."""
    elides: bool = False
    """Whether articles are joined to a name by an apostrophe: `l'Italia`."""
    large_nouns: bool = False
    """Whether all nouns have capitals, which then say nothing."""


_FRENCH = (
    "le la les un une des du de au aux ce cet cette ces son sa ses leur leurs notre nos votre mon ma mes il elle "
    "ils elles on nous vous je tu qui que dont où et ou mais donc or ni car si en dans sur sous par pour avec "
    "sans selon chez vers entre depuis pendant après avant contre malgré ainsi aussi alors cependant toutefois "
    "pourtant hier demain enfin ensuite puis déjà outre quant lors tout tous toute toutes plusieurs certains "
    "certaines aucun chaque autre deux trois quatre cinq six dix cent mille premier première président présidente "
    "ministre maire monsieur madame m mme mlle dr lundi mardi mercredi jeudi vendredi samedi dimanche janvier "
    "février mars avril mai juin juillet août septembre octobre novembre décembre comme quand lorsque parce afin "
    "grâce face près plus moins très non oui voici voilà c'est"
)
_SPANISH = (
    "el la los las un una unos unas lo al del de este esta estos estas ese esa eso su sus mi mis nuestro nuestra "
    "nuestros nuestras él ella ellos ellas yo nosotros ustedes usted que quien cuyo donde y e o u pero sino si no "
    "en con sin por para según sobre entre desde hasta hacia contra durante tras ante bajo mientras cuando como "
    "porque aunque además también ya ayer hoy mañana luego después antes entonces así ahora siempre nunca nadie "
    "nada todo todos toda todas algunos algunas muchos muchas varios cada otro otra dos tres cuatro cinco seis "
    "diez cien mil primer primera presidente presidenta ministro ministra alcalde alcaldesa señor señora don doña "
    "sr sra dr dra lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre más menos muy sí sin embargo gobierno estado"
)
_ITALIAN = (
    "il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli alle dal dalla nel nella "
    "nei sul sulla di da in con su per tra fra a e o ma se che chi cui dove quando come perché anche ancora già "
    "ieri oggi domani poi dopo prima così ora sempre mai nessuno niente nulla tutto tutti tutta tutte alcuni "
    "molti molte ogni altro altra questo questa questi queste quello quella suo sua suoi loro nostro nostra mio "
    "lui lei noi voi io secondo contro durante mentre sebbene inoltre tuttavia però infatti invece due tre "
    "quattro cinque sei dieci cento mille primo consiglio presidente ministro ministra sindaco sindaca signor "
    "signora dottor lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio "
    "giugno luglio agosto settembre ottobre novembre dicembre borsa governo stato"
)
_PORTUGUESE = (
    "o a os as um uma uns umas do da dos das no na nos nas ao à aos às pelo pela de em com sem por para segundo "
    "conforme sobre entre desde até contra durante após ante e ou mas se não que quem cujo onde quando como "
    "porque embora além também já ontem hoje amanhã depois antes então assim agora sempre nunca ninguém nada tudo "
    "todo todos toda todas alguns algumas muitos muitas vários cada outro outra este esta estes estas esse essa "
    "isso isto seu sua seus suas nosso nossa meu minha ele ela eles elas eu nós você dois duas três quatro cinco "
    "seis dez cem mil primeiro presidente presidenta ministro ministra prefeito senhor senhora dr dra segunda "
    "terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro "
    "outubro novembro dezembro mais menos muito porém entretanto governo estado"
)
_DUTCH = (
    "de het een der den des dit dat deze die zijn haar hun ons onze mijn hij zij ze we wij ik jij je u wie wat "
    "waar wanneer als toen omdat hoewel en of maar want dus in op aan bij met zonder voor na van uit over onder "
    "tussen tegen tijdens volgens sinds tot naar door om er daar hier nu gisteren vandaag morgen later ook nog al "
    "niet geen veel alle iedereen niemand niets alles sommige elke andere twee drie vier vijf zes tien honderd "
    "duizend eerste premier minister burgemeester koning koningin meneer mevrouw dhr mevr dr maandag dinsdag "
    "woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september "
    "oktober november december nederlandse belgische vlaamse duitse franse britse amerikaanse europese russische "
    "chinese spaanse italiaanse bovendien echter daarom intussen volgend vorig"
)
_GERMAN = (
    "der die das den dem des ein eine einen einem einer und oder aber in im an am auf aus bei mit nach von vom zu "
    "zum zur für über unter vor seit bis durch gegen ohne um er sie es wir ihr ich"
)
ENGLISH = Writing()
"""English: its small words are those of the trained tagger and of the rules of writing."""
_WRITINGS = {
    "en": ENGLISH,
    "fr": Writing(frozenset(_FRENCH.split()), frozenset("de du des d' d’ la le &".split()), True),
    "es": Writing(frozenset(_SPANISH.split()), frozenset("de del la las los & von van der".split())),
    "it": Writing(
        frozenset(_ITALIAN.split()), frozenset("di de del della dei degli delle da d' d’ & von van".split()), True
    ),
    "pt": Writing(frozenset(_PORTUGUESE.split()), frozenset("de da do das dos & von van der".split())),
    "nl": Writing(frozenset(_DUTCH.split()), frozenset("van der den ten ter & von".split())),
    "de": Writing(frozenset(_GERMAN.split()), frozenset(), False, True),
}


def writing_of(language: str) -> Writing | None:
    """How a language (BCP 47) writes names; nothing where names are not looked for. None given means English."""
    return _WRITINGS.get(language.partition("-")[0].lower() or "en")


def is_read(language: str) -> bool:
    """Whether names are looked for in a language (BCP 47)."""
    return writing_of(language) is not None
