"""Words that deny what follows them in their clause, or leave it open, in the languages that are read.

Each table has the words of one language as regular expressions. Nordic and Slavic languages have one table each: no
word list tells them apart, and their denials are no words of others.
"""

import re
from collections.abc import Mapping

from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value


class Denials(Value):
    """The words of one language."""

    particles: str
    """Negations and what does the same: `not`, `nobody`, `failed to`; two of them cancel each other out."""
    verbs: str
    """Verbs and nouns of denying: `denied`, `false`; each turns the negation before it."""
    unsure: str
    """Words that leave open whether something is so: `if`, `whether`, `would have`."""
    harmless: str
    """Phrases with such a word that deny nothing: `not only`, `no doubt`."""
    ends: str
    """Conjunctions and question words behind which another clause begins."""
    that: str
    """Words that begin what is denied: no clause of its own."""
    concord: bool = False
    """Whether two negations are one, as in `no vio nada`."""


_ROMANCE = (
    "(?:sol[oa]|s[oó]lo|solamente|solament|seulement|soltanto|s[oó]|apenas|somente|solo|menos|moins|meno|más|mais|plus"
    "|più)"
)

_NEAR = (
    "(?=(?: (?:ever|even|first|any|an?|the|his|her|its|their|je|jemals|auch|die|das|den|der|jamais|même|le|la|les"
    "|siquiera|el"
    "|una?|neppure|mai|o|os|as|ooit|de|het|att|å|at))? *$)"
)
"""Words such as `without` deny what is right behind them: `without a crane the port handled 40 tonnes`."""
AND = frozenset("and or und et ou y e o ed en och og i oraz и или та i".split())
"""Conjunctions that go on with what is denied where a word of `that` follows them."""

TABLES: Mapping[str, Denials] = {
    "en": Denials(
        rf"not|cannot|\w+n't|no|never|none|nobody|no one|nothing|nowhere|neither(?!.* nor(?!\w))|nor|without{_NEAR}"
        rf"|hardly|barely|scarcely"
        r"|rarely|seldom|fail(?:s|ed|ing)? to|failure to|refus(?:e|es|ed|ing|al) to|unable to|unwilling to"
        r"|declin(?:e|es"
        r"|ed|ing) to|stopp?(?:ed|ing)? short of|far from|instead of|rather than|rul(?:e|es|ed|ing) out|avoid(?:s"
        r"|ed|ing)?"
        r"|prevent(?:s|ed|ing)? \w+(?: \w+){0,2} from|lack(?:s|ed|ing)? (?:of )?(?:evidence|proof)",
        r"den(?:y|ies|ied|ying|ials?)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)? (?:\w+ )?(?:claims?|reports?"
        r"|allegations?"
        r"|accusations?|charges|rumou?rs|suggestions?)|dismiss(?:es|ed|ing)? (?:\w+ )?(?:claims?|reports?"
        r"|allegations?"
        r"|accusations?|rumou?rs|suggestions?)|refut(?:e|es|ed|ing)|false(?:ly|hood)?|untrue|wrong(?:ly)?|mistakenly"
        r"|baseless|unfounded|fabricated|debunk(?:s|ed|ing)|a lie|a myth|a rumou?r|disprov\w+|contradict(?:s|ed|ing)?"
        r"|(?:retract|rescind|withdr[ae]w|correct)(?:s|ed|n)? (?:\w+ ){0,2}(?:claims?|reports?|allegations?"
        r"|accusations?|statements?|stor(?:y|ies))",
        r"if|unless|whether|hesitat(?:e|es|ed|ing) to|lest|as though|(?:would|could|should"
        r"|might)(?: never)? have(?! to\b)|wish(?:es|ed)?"
        r"|doubt(?:s|ed|ing|ful)?(?! (?:about|of|over)\b)",
        r"(?:not|never|n't) hesitated? to|not (?:only|just|merely|simply|solely|least)|no (?:fewer|less|more"
        r"|later|earlier|sooner|longer) than"
        r"|not (?:until|before|since|long (?:ago|after|before))|no (?:\w+ )?(?:doubt|wonder|matter|secret|surprise"
        r"|mistake|question|coincidence)|not (?:to )?(?:doubt|dispute)(?:s|ed)?|never before|nothing (?:but"
        r"|short of|less"
        r" than)|without (?:a )?doubt|whether or not|no\.?(?= \d)|if not|if only|even if|false alarms?"
        r"|not (?:a few|far"
        r" (?:from|off))|none other than|no one but|nobody but|far from \w+(?: \w+)? to|wrong(?: (?:way|side|door"
        r"|place))",
        r"and|but|yet|because|while|whilst|although|though|when|where|who|whom|whose|which|after|before|since|until"
        r"|till|so"
        r"|whereas|then|how|why|what|however|for which|now that|provided|except",
        r"that",
    ),
    "de": Denials(
        rf"nicht|nie|niemals|kein\w*|nichts|niemand\w*|nirgends|weder|ohne{_NEAR}|kaum|keineswegs|keinesfalls"
        rf"|mitnichten"
        r"|weigert\w*|verweigert\w*|unfähig|statt|anstatt|versäumt\w*",
        r"bestreite\w*|bestritt\w*|dementier\w*|verneint\w*|leugne\w*|falsch\w*|unwahr\w*|irrtümlich\w*|fälschlich\w*"
        r"|erfunden\w*|haltlos\w*|wies\w* (?:\w+ ){0,3}(?:zurück|ab)|weis(?:t|en) (?:\w+ ){0,3}zurück"
        r"|widerleg\w*|widersp[rocha]+\w*|widerr[iu]e?f\w*|falschmeldung\w*|schloss aus,?|schließt aus,?"
        r"|n(?:ahm|immt|ahmen) (?:\w+ ){0,3}zurück,?|zog\w* (?:\w+ ){0,3}zurück,?",
        r"wenn|falls|sofern|ob|hätten?|wären?|angeblich\w*|als ob|bezweifel\w*",
        r"nicht (?:nur|allein|bloß|zuletzt|weniger als|mehr als|erst|vor|unerheblich\w*)|keine?n? (?:zweifel|wunder"
        r"|frage|geheimnis)|ohne (?:zweifel|frage)|kein geheimnis|nichts (?:als|anderes als)|nie zuvor"
        r"|(?:nicht|niemand|keiner) bezweifel\w*"
        r"|ob\w* oder nicht|kaum \w+,? (?:als|da)",
        r"und|aber|sondern|doch|jedoch|weil|da|während|obwohl|als|nachdem|bevor|seit|denn|wo|wie|warum|wer|was|damit"
        r"|sodass|indem",
        r"dass|daß|wonach",
    ),
    "fr": Denials(
        rf"n[e']|n'\w+ plus(?! (?:seulement|uniquement|que)\b)|pas|jamais|rien|personne|aucune?|nulle?|sans{_NEAR}"
        rf"|ni|guère|refus\w* de|incapables? de|au lieu de",
        r"ni(?:e|ent|é|ait|aient|a|ant)|dément\w*|démenti\w*|conteste\w*|contesté\w*|faux|fausse\w*|faussement"
        r"|réfut\w*"
        r"|infond\w+|à tort|rétract\w+|(?:écart|exclu)(?:e|ent|é|ait|t|)(?: l'idée)?|retir\w* (?:l'information"
        r"|la nouvelle|ses propos)|rejett\w* (?:les )?(?:accusations|allégations)",
        r"si|s'ils?|aurai(?:t|ent)|serai(?:t|ent)|doute(?:nt)?|prétendu\w*|soi-disant|à moins",
        rf"n'\w+ pas hésité à|n'hésit\w+ pas à|non {_ROMANCE}|pas (?:seulement|uniquement|moins de|plus de|que)"
        rf"|(?:n'y a|aucun|sans|nul"
        rf"|pas) ?(?:pas )?(?:de "
        r"|aucun )?doute|n'est un secret|rien d'autre que|n'est pas (?:sans|un secret)|ne (?=\w+ que\b)|non sans"
        r"|ne \w+ (?:pas seulement|pas uniquement|plus seulement)",
        r"et|mais|parce|car|quand|lorsque|puisque|tandis|alors|où|qui|dont|comment|pourquoi|après|avant|depuis|bien"
        r"|donc"
        r"|quoique|pendant",
        r"que|qu'|selon lesquel\w+",
        concord=True,
    ),
    "es": Denials(
        rf"no|nunca|jamás|nadie|nada|ningún|ninguna?|sin{_NEAR}|ni|tampoco|apenas|se nieg\w+ a|se neg\w+ a"
        rf"|incapa\w+ de|en vez de",
        r"nieg\w+|neg(?:ó|aron|aba\w*|ar|ando|ado)|desmient\w+|desmint\w+|falso|falsa\w*|falsamente|refut\w+"
        r"|descart\w+|rectific\w+|retract\w+|retir\w+ la (?:noticia|información)"
        r"|rechaz\w+ (?:las? )?"
        r"(?:acusaci\w+|denuncias?)|infundad\w+|erróneamente",
        r"si|habrían?|hubieran?|supuest\w+|dud(?:a|an|ó)",
        rf"no {_ROMANCE}(?: de| que)?|(?:no cabe|no hay|sin) (?:\w+ )?dudas?|sin duda|no hasta|nada menos"
        rf"|no (?:dud\w+)"
        r"|no es (?:ningún )?secreto|sin embargo",
        r"y|e|pero|sino|porque|pues|cuando|mientras|aunque|donde|quien|cual|cómo|como|después|antes|desde",
        r"que",
        concord=True,
    ),
    "it": Denials(
        rf"non|mai|nessun[oa]?|niente|nulla|senza{_NEAR}|né|nemmeno|neanche|neppure|rifiut\w+ di|incapac\w+ di"
        rf"|invece di",
        r"neg(?:a|ano|ò|arono|ava\w*|are|ando|ato)|smenti\w+|fals[oa]|falsamente|respin\w+ (?:le )?accus\w+"
        r"|esclu(?:de|so|se|dono)|confut\w+|ritratt\w+|ritir\w+ la notizia"
        r"|infondat\w+",
        r"se|avrebb\w+|sarebb\w+|presunt\w+|dubit\w+",
        rf"non (?:ha |hanno |aveva )?esit\w+ a|non {_ROMANCE}(?: di| che)?|(?:non c'è|senza"
        rf"|nessun) (?:\w+ )?dubbio|non dubit\w+|non fino|nientemeno"
        r"|non è un segreto",
        r"e|ed|ma|perché|poiché|quando|mentre|sebbene|benché|dove|chi|cui|come|dopo|prima|quindi|però",
        r"che|secondo cui",
        concord=True,
    ),
    "pt": Denials(
        rf"não|nunca|jamais|ninguém|nada|nenhum\w*|sem{_NEAR}|nem|tampouco|recus\w+ a|incapa\w+ de|em vez de",
        r"neg(?:a|am|ou|aram|ava\w*|ar|ando|ado)|desment\w+|fals[oa]|falsamente|infundad\w+|refut\w+|descart\w+"
        r"|retir\w+ a notícia|rejeit\w+ (?:as )?acus\w+",
        r"teria\w*|haveria\w*|suposta?mente|supost\w+|duvid\w+",
        rf"não {_ROMANCE}(?: de| que)?|(?:não há|sem) (?:\w+ )?dúvidas?|não duvid\w+|nada menos|não é segredo",
        r"e|mas|porque|pois|quando|enquanto|embora|onde|quem|qual|como|depois|antes|desde",
        r"que",
        concord=True,
    ),
    "nl": Denials(
        rf"niet|nooit|geen|niets|niemand|nergens|noch|zonder{_NEAR}|nauwelijks|weiger\w*|in plaats van|allerminst",
        r"ontken\w*|betwist\w*|onwaar|vals\w*|ten onrechte|onjuist\w*|ongegrond\w*|weerleg\w*|verzonnen"
        r"|weerspr[aeo]\w*|loochen\w*|sloot uit|sluit uit|sprak\w* tegen|spreekt tegen"
        r"|herr[io]ep\w*|trok (?:\w+ ){1,3}in",
        r"indien|tenzij|of|zou(?:den)? (?:\w+ )?hebben|zou(?:den)? zijn|vermeend\w*|betwijfel\w*",
        r"niet (?:alleen|slechts|enkel|minder dan|meer dan|in het minst|eerder dan|betwist\w*)|geen (?:twijfel|geheim"
        r"|wonder)|zonder twijfel|niets (?:dan|anders)|nooit eerder|al dan niet",
        r"en|maar|omdat|want|terwijl|hoewel|toen|waar|wie|die|wat|hoe|waarom|nadat|voordat|sinds|zodat|dus",
        r"dat",
    ),
    "nordic": Denials(
        rf"inte|ikke|ikkje|icke|aldri[gn]?|aldrig|ingen|inget|inga|ingenting|intet|utan att|uten{_NEAR}|uden{_NEAR}"
        rf"|varken|verken"
        r"|hverken|knappast|neppe|næppe|vägra\w* att|nekt\w+ (?:å|at)",
        r"förnek\w*|dement\w*|benekt\w*|benægt\w*|avvis\w*|afvis\w*|tillbakavis\w*|tilbakevis\w*|avfärd\w*"
        r"|motbevis\w*|uteslut\w*|uteslöt|utelukk\w*|udelukk\w*|falsk\w*|osant|usant|usandt|bestrid\w*",
        r"hvis|ifall|huruvida|påstått|angivelig\w*|angiveligt",
        r"inte (?:bara|enbart|mindre än|förrän)|ikke (?:bare|kun|mindre enn|mindre end|før|først)|inge[nt] (?:tve?kan"
        r"|tvivel|tvil|tvil om)|aldri[g]? (?:före|før|tidigare|tidligere)",
        r"och|og|men|fordi|därför|eftersom|når|när|medan|mens|hur|hvor|hvordan|varför|hvorfor|efter|etter|för|som"
        r"|da|då",
        r"att|at",
    ),
    "slavic": Denials(
        rf"nie|nigdy|nikt|nic|żad\w+|bez{_NEAR}|ani|odmówi\w+|nikdy|nikdo|žádn\w+|не|нет|ни|никогда|никто|ничто"
        rf"|ничего|ніколи|ніхто"
        rf"|немає|без{_NEAR}|никак\w+|никого|никому|нікого|нікому|никой|никога|нищо|нико|никад\w?|ништа|није|нису"
        r"|нема|няма|nitko|nikad\w?|ništa|nije|nisu|nisam|nikto|nič|nikogo|nikomu|niczego|nikoho|отказ\w+ся|відмов\w+ся",
        r"zaprzecz\w+|zdementow\w+|fałszyw\w+|nieprawd\w+|popř\w+|popír\w+|отриц\w+|опровер\w+|ложн\w+|неправд\w+"
        r"|запереч\w+|спрост\w+|исключи(?:л|ла|ло|ли|т)|wyklucz\w+|obali\w+"
        r"|odrzuci\w+|odstąpi\w+ od|zrezygnow\w+ z|wstrzyma\w+ się (?:od|z)|воздерж\w+ от|отмени\w+|отверг\w+"
        r"|утрима\w+ся від|скасува\w+|відхили\w+|vylouči\w+|виключи(?:в|ла|ли)",
        r"jeśli|gdyby|czy|rzekom\w*|jestliže|pokud|если|якобы|ли|якщо|нібито|чи",
        r"nie (?:tylko|mniej niż|więcej niż)|nie ma wątpliwości|bez wątpienia|nejen|не (?:только|просто|менее"
        r"|меньше|более"
        r"|больше|позднее|тільки|лише)|нет (?:никаких )?сомнений|без сомнения|немає сумнівів|не раз",
        r"i|oraz|ale|lecz|bo|ponieważ|gdy|kiedy|choć|gdzie|który|jak|więc|и|но|а|или|однако|потому|когда|хотя|где"
        r"|который"
        r"|как|так|поэтому|чтобы|та|і|й|але|бо|коли|хоча|де",
        r"że|iż|что|що",
        concord=True,
    ),
    "greek": Denials(
        rf"δεν|δε|μην|ούτε|κανείς|κανένας?|κανέναν|καμ[ιί]α|τίποτα|ποτέ|χωρίς{_NEAR}|αρν\w+ να",
        r"διέψευσ\w+|διαψεύδ\w+|αρνήθηκ\w+|αρνείται|ψευδ\w+|αναληθ\w+|απέρριψ\w+|απέφυγ\w+"
        r"|ματαίωσ\w+|απέσυρ\w+",
        r"αν|εάν|δήθεν|παραλίγο|παρ' ολίγον|λίγο έλειψε|φέρ(?:εται|ονται)|φημολογείται|λέγεται|υποτίθεται",
        r"όχι μόνο|δεν υπάρχει αμφιβολία|χωρίς αμφιβολία",
        r"και|αλλά|όμως|γιατί|επειδή|όταν|ενώ|αν και|όπου|ο οποίος|η οποία|πώς|μετά|πριν",
        r"ότι|πως|που",
        concord=True,
    ),
    "romanian": Denials(
        r"nimeni|nimic|niciodată|nicio|niciun|nu(?= (?:au?|am|ai|este|sunt|erau?|s-au?|va|vor|poate|pot|mai|se)"
        rf"(?![\w-]))|fără{_NEAR}|refuz\w+ să",
        r"neagă|negat|dezminț\w+|dezminte\w*",
        r"dacă|chipurile",
        r"nu numai|fără îndoială|nu există îndoială",
        r"și|dar|iar|însă|pentru că|când|deși|unde|care|cum|după|înainte",
        r"că",
        concord=True,
    ),
    "hungarian": Denials(
        r"nem|senki\w*|semmi\w*|soha|nincs\w*|sincs\w*",
        r"(?:meg)?tagad\w*|cáfol\w*|hamis\w*|valótlan\w*|elállt\w*|eláll\w*|elutasít\w*|elvet(?:ett\w*|i|ik)"
        r"|visszavon\w*|lemond\w+ (?:a|az)",
        r"állítólag|majdnem|kis híján|csaknem|híján",
        r"nem csak|nemcsak|nem kétséges|kétségtelen\w*",
        r"és|mert|amikor|bár|ahol|aki|amely|hogyan|után|előtt",
        r"hogy",
        concord=True,
    ),
    "finnish": Denials(
        r"eivät|eikä|emme|ettei|etteivät|ei(?=(?: (?:ole|ollut|enää|koskaan|vielä|edes|aio|voi|halua|voinut"
        r"|halunnut))* *$)",
        r"kiel(?:si|tää|sivät|tävät|lettiin|täytyi|täytyy|täytyvät|täytyivät)|kiisti\w*|kiistä\w+|kumosi\w*|torju\w+"
        r"|hylkä\w+|hylkäsi\w*|luopui\w*|luopuu|luopuvat|perui\w*|peruutti\w*|valheelli\w+|perättöm\w+",
        r"muka|kuulemma|väitetysti|vähällä|jos",
        r"ei (?:vain|ainoastaan|pelkästään)|ei (?:ole )?epäil\w+",
        r"mutta|koska|vaikka|missä|joka|jotka|kun",
        r"että",
    ),
    "arabic": Denials(
        rf"لم|لن|لا|ليس|ليست|ما|غير|دون{_NEAR}|بدون{_NEAR}|بلا|عدم|رفض\w*",
        r"نف[ىت]\w*|[يت]نفي|نافي\w+|أنكر\w*|[يت]نكر|كذب\w*|كاذب\w*|خاطئ\w*|زور\w*|استبعد\w*|[يت]ستبعد\w*|دحض\w*"
        r"|فند\w*|امتنع\w*|تراجع\w*(?: \w+){0,3} عن|ألغى|ألغت|[يت]لغي",
        r"إذا|لو|هل|إن لم|مزاعم|زعم\w*|كاد|كادت|كادوا|[يت]كاد|أوشك\w*|على وشك",
        r"لا (?:شك|ريب|يقل عن|سيما|تقل عن)|ليس(?:ت)? فقط|بلا شك|دون شك",
        r"لكن|ولكن|بل|لأن|عندما|حيث|بينما|رغم|بعد|قبل|الذي|التي|الذين|ثم",
        r"أن|أنه|أنها|بأن",
        concord=True,
    ),
}
"""The tables by the code of their language, or the name of their group."""

_WRONG = (
    r"(?:nonsense|rubbish|absurd|ridiculous|unthinkable|out of the question|unsinn|ausgeschlossen|absurde?|impensable"
    r"|absurd[oa]|false|untrue|wrong|baseless|unfounded|denied|not true|a lie|a rumou?r|fabricated|disproved|disproven"
    r"|refuted|debunked"
    r"|retracted|withdrawn|a hoax|(?:an? )?(?:false report|error|mistake|myth)|falsch|unwahr|erfunden|widerlegt"
    r"|dementiert|ein irrtum"
    r"|eine (?:falschmeldung|ente|lüge)|faux|fausse|démentie?|une (?:fausse nouvelle|infox|erreur|rumeur)|falso"
    r"|falsa|falsas|falsi"
    r"|desmentid[oa]|un (?:bulo|error|rumor|errore)|smentit[oa]|una (?:bufala|mentira|bugia|notizia falsa"
    r"|noticia falsa)|(?:um )?boato"
    r"|(?:uma )?mentira|onjuist|onwaar|weerlegd|ontkend|verzonnen|een (?:vals bericht|vergissing|leugen)|osant"
    r"|usant|usandt|falskt?"
    r"|dementerat|dementeret|en (?:falsk nyhet|løgn|lögn|feil)|nieprawdą|plotką|kłamstwem|kaczką|неправдой"
    r"|ложью|уткой|вымыслом|слухом)"
)
WRITTEN_BEHIND = regex(
    r"(?!,\s*(?:nicht|niet)\s\w|\s(?:nicht|niet)\s[^.,]+,?\s(?:sondern|maar)\s)[\s,]+(?:nicht|niemals|keineswegs|niet|nooit)(?![\w-])"
    r"(?!,? (?:nur|allein|bloß|zuletzt|alleen|slechts|enkel"
    r"|weniger"
    r"|mehr als|minder|meer dan|sondern|maar|so|zo|aber|doch)\b)"
    r"|[\s,:–—-]+(?:(?:das|this|that|it|dies|cela|eso|questo|isso|dit|dat|это) )?"
    r"(?:is|are|was|were|has been|have been|had been|proved|proved to be|turned out to be|to be|ist|sind|war"
    r"|waren|wurde|est|sont"
    r"|était|a été|es|son|era|fue|resultó|ha sido|è|è stat[oa]|sono|é|foi|werd|bleek|är|var|er|blev|ble"
    r"|okazał\w* się|było"
    r"|оказал\w+|было)"
    rf" (?:\w+ly )?{_WRONG}(?!\w)"
    r"|\s+(?:never (?:happened|existed|took place)|(?:ist|sind|hat|haben) nie (?:passiert|stattgefunden|geschehen)"
    r"|fand(?:en)? nie statt|n['’](?:a|ont) jamais (?:eu lieu|existé)|nunca (?:ocurri|sucedi|exist|pas|aconte)\w+"
    r"|non (?:è|sono) mai (?:avvenut|success|esistit)\w+|nigdy nie miał\w* miejsca"
    r"|никогда не (?:было|происходил\w*|случал\w*))(?!\w)"
    r"|\s(?:خبر كاذب|خبر غير صحيح|غير صحيح|إشاعة|كذبة)",
    re.IGNORECASE,
)
"""Denials behind the words that they deny, as German and Dutch have them, and of a claim."""
_WRONG_IN_HAN = (
    "誤り|虚偽|事実無根|事実では|根拠がな|誤報|誤解|間違い|デマ|嘘|うそ|でたらめ|捏造|作り話"
    "|根も葉もな|取り消さ|撤回|否定"
)
JAPANESE_BEHIND = regex(
    r"[ぁ-ん]{0,5}(?:な(?:い|かった|く)|ませんでした|ません|ぬ(?=[。、」])|ず(?:に)?[、。])"
    r"|[ぁ-ん]{0,4}、?(?:ほとんど|殆ど|ほぼ|めったに|滅多に|まったく|全く|全然|決して|けっして|あまり|さほど|まず|少しも|とうてい"
    r"|到底|ろくに)[^。、！？\n]{0,20}?(?:(?<![もく少])な(?:い|かった|く)|ません|ゼロ)"
    r"|(?:こと|(?:と(?:の|いう|する)\w{0,6}?))?(?:を(?:否定|打ち消|一蹴|撤回|取り消)|に反論"
    r"|[はが](?:" + _WRONG_IN_HAN + r"))"
)
"""Japanese ones: endings of the verb."""
JAPANESE_HARMLESS = regex(r"[ぁ-ん]{0,3}(?:しかな|に違いな|かもしれな|だけでな|のみな|なければ|ばかりでな|に過ぎな)")
"""Japanese endings that look like one, and only limit or suppose."""
CHINESE = regex(
    r"(?:没有|沒有|从未|從未|并未|並未|尚未|并非|並非|绝不|絕不|无法|無法|未能|拒绝|拒絕|未(?![来來])"
    r"|不(?![仅僅但只过過少久断斷同料满滿锈鏽动動]))"
    r"\w{0,8}\Z|(?:否认|否認|驳斥|駁斥|谣传|謠傳|虚假|虛假|撤回|排除|反驳|反駁|更正|如果|是否|假如|据传|辟谣"
    r"|否决|否決|取消|搁置|擱置|放弃|放棄|叫停|撤销|撤銷|中止|终止|終止|推迟|推遲|避免|幸免)\w{0,16}\Z"
)
"""Chinese denials right before a passage."""
DENIED_IN_HAN = regex(
    r"没有|沒有|[从從並并尚絕绝]未|[未无無]|[並并]非|[绝絕决決]?不(?![仅僅但只过過少久断斷同料满滿锈鏽动動])|拒绝?|拒絕|[否驳駁]认?[認斥]?|撤回|排除"
    r"|な(?:い|かった|く)|ません|ず[、に]|拒[みむん]|断[りっる]|避け"
)
"""Denials of Chinese and Japanese, wherever they are in some words that are left out."""
