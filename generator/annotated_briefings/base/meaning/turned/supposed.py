"""Whether words are cut out of what is only supposed, hoped, feared, planned or nearly done, or true of one thing only.

`Suppose the dam breaks` and `they fear that the dam breaks` do not say that it does; `only the old bridge is safe` says
more of the others than of that one.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from annotated_briefings.base.meaning.lexicon import LANGUAGES
from annotated_briefings.base.numbers.number_words import number_word
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value


class Supposed(Value):
    """The words of one language, as regular expressions."""

    clause: str
    """Words that leave open all that follows them in their clause: `suppose`, `they fear that`."""
    near: str
    """Words that leave open only what is right behind them: `nearly`, `planned to`."""
    only: str
    """Words that leave all others out where a clause begins with them."""
    behind: str = ""
    """Words for what is hoped or feared that follow the passage and a comma: `, she fears`."""


_NO_MONTH = "".join(
    rf"(?<!\b{word} )" for word in "in of by on until till since last from this next early late mid for to and".split()
)
TABLES: Mapping[str, Supposed] = {
    "en": Supposed(
        r"suppos(?:e|ing)|assum(?:e|ing)(?! (?:office|power|control|command|duties|the)\b)|imagin(?:e|es|ed|ing)"
        r"|as if"
        r"(?! to\b)"
        r"|(?:fear(?:s|ed|ing)?|hop(?:e|es|ed|ing)|afraid|worr(?:y|ies|ied))(?! (?:of|over|about|for|in)\b)"
        r"|dream(?:s|ed|t)? (?:that|of)|pretend(?:s|ed|ing)?|rumou?rs?(?: \w+)? (?:that|has it|have it)|rumou?red"
        r"|speculat(?:es?|ed|ion) that|allegedly|supposedly|perhaps|maybe|possibly"
        r"|reportedly|apparently|seemingly|purportedly|ostensibly|probably|presumably|conceivably|arguably",
        rf"(?:almost|nearly|virtually|practically|would|could|might|{_NO_MONTH}may|should"
        r"|(?:about|due|set|likely|supposed|ready|poised|expected|rumou?red|alleged|thought|believed) to"
        r"|(?:on the verge|on the point|on the brink|in danger|at risk) of"
        r"|(?:plan|plans|planned|planning|hope|hopes|hoped|hoping|want|wants|wanted|wish|wishes|wished|intend|intends"
        r"|intended|try|tries|tried|trying|attempt|attempts|attempted|threaten|threatens|threatened|threatening"
        r"|vow|vows"
        r"|vowed|promise|promises|promised|offer|offers|offered|seek|seeks|sought|aim|aims|aimed|propose|proposes"
        r"|proposed|urged?|seem|seems|seemed|appear|appears|appeared|refrain|prepare|prepares|prepared|tempted) to)",
        r"only|nobody but|none but",
        r"(?:i|he|she|it|they|we|\w+) (?:fears?|hopes?|feared|hoped)|(?:it is|it was|as is) (?:feared|hoped"
        r"|rumou?red)"
        r"|(?:so )?(?:the )?rumou?r (?:has it|goes)|perhaps|maybe|allegedly|supposedly",
    ),
    "de": Supposed(
        r"angenommen|gesetzt den fall|stell\w* (?:dir|euch|sie sich) vor|so,? als|fürcht\w+|befürcht\w+|hoff(?:t"
        r"|te|en"
        r"|ten)"
        r"|gerücht\w*(?: \w+)?,? (?:dass|wonach)|es heißt gerüchteweise|gerüchteweise|vielleicht|möglicherweise"
        r"|womöglich|eventuell|mutmaßlich|vermutlich|wohl|anscheinend|offenbar|scheinbar|wahrscheinlich"
        r"|wollten?|soll(?:en|te|ten)?|könnten?|dürften?|möchten?|würden?"
        r"|drohten? (?:damit)?|versuchten?|planten?|erwäg\w*|träum\w+",
        r"(?:fast|beinahe|nahezu|beinah|dabei,?|im begriff,?|(?:plan|versuch|droh|hoff|erwäg)\w*,|plant|will"
        r"|wollen|versucht|droht|scheint|hat vor,?)",
        r"nur|lediglich|einzig|allein",
        r"(?:so )?(?:hofft|fürchtet|befürchtet|hoffen|fürchten|befürchten) \w+|so (?:geht )?das gerücht|vielleicht",
    ),
    "fr": Supposed(
        r"suppos(?:ons|ez|é)|imagin(?:ons|ez)|admettons|comme si|crain(?:t|s|ent|drait|gnent|gnait|gnaient)|redout\w+"
        r"|esp[èé]r(?:e|ent|ait|aient|é|ons)|rumeurs?(?: \w+)? (?:que|qu'|veut|selon)|le bruit court|peut-être"
        r"|soi-disant|sans doute|éventuellement|apparemment|probablement|vraisemblablement|rêv(?:e|ait|ent)(?! d)",
        r"(?:presque|quasiment|faill\w* (?:à|de)?|faill\w+|a manqué de|sur le point de?|à deux doigts de?"
        r"|en passe de?"
        r"|(?:pourrai|devrai|voudrai|souhaiterai)(?:t|ent)|(?:voulai|souhaitai|espérai|comptai|devai)(?:t|ent)"
        r"|(?:veu(?:t|lent)|compte(?:nt)?|espère(?:nt)?|souhaite(?:nt)?)"
        r"|(?:prév\w+|envisag\w+|menac\w+|tent(?:e|ent|ait|aient|é)|essa\w+|projet\w+|promet\w*|promis) de?"
        r"|sembl\w+)",
        r"seuls?|seules?|seulement",
        r"(?:espère|craint|espèrent|craignent|redoute)[ -](?:t-)?\w+|peut-être|dit la rumeur",
    ),
    "es": Supposed(
        r"supon(?:gamos|ga|iendo)|imagin(?:emos|e|a) que|como si|tem(?:e|en|ía|ían|ió|ieron|or de) que"
        r"|(?:espera|esperan|esperaba|esperaban|confía|confían) que|rumor(?:es)? de que|se rumorea|presuntamente"
        r"|supuestamente|quizás?|tal vez|acaso|posiblemente|aparentemente|probablemente|al parecer|soñó que"
        r"|soñaba que",
        r"(?:casi|a punto de|al borde de|podrían?|deberían?|querrían?|querían?|quier[eo]n?|quiso|quisieron"
        r"|(?:plane|proyect)\w+|esper(?:a|an|aba|aban)|intent\w+|pretend\w+|trat\w+ de|amenaz\w+ con|promet\w+"
        r"|parec\w+)",
        r"s[oó]lo|solamente|únicamente|tan s[oó]lo",
        r"(?:espera|teme|esperan|temen|confía) \w+|según (?:los )?rumores|quizás?|tal vez",
    ),
    "it": Supposed(
        r"suppon(?:iamo|endo)|mettiamo|ammettiamo|immagin(?:iamo|a|ate) che|come se|tem(?:e|ono|eva|evano|ette) che"
        r"|(?:spera|sperano|sperava|speravano) che|corre voce|voci secondo cui|(?:si dice|pare|sembra) che"
        r"|presumibilmente|apparentemente|a quanto pare|forse|magari|probabilmente|sognava che",
        r"(?:quasi|stava per|stavano per|sta per|stanno per|sul punto di|potrebbe\w*|dovrebbe\w*|vorrebbe\w*"
        r"|voleva(?:no)?"
        r"|vuole|vogliono|volle|progett\w+ di|intend\w+|sper\w+ di|tent\w+ di|cerc\w+ di|minacci\w+ di|promett\w+ di"
        r"|sembra|pare)",
        r"solo|soltanto|solamente|unicamente",
        r"(?:spera|teme|sperano|temono) \w+|secondo (?:le )?voci|forse",
    ),
    "pt": Supposed(
        r"supon(?:hamos|do|ha)|imagin(?:emos|e) que|como se|tem(?:e|em|ia|iam|eu) que|receia(?:m)? que"
        r"|(?:espera|esperam|esperava|esperavam) que|(?:boatos?|rumor(?:es)?) de que|talvez|porventura|possivelmente"
        r"|supostamente|aparentemente|provavelmente|ao que parece|sonhou que",
        r"(?:quase|prestes a|a ponto de|à beira de|poderia\w*|deveria\w*|queria\w*|quer|querem|quis"
        r"|planej\w+|pretend\w+|esper(?:a|am|ava|avam)|tent\w+|ameaç\w+|promet\w+|parec\w+)",
        r"só|somente|apenas|unicamente",
        r"(?:espera|teme|esperam|temem) \w+|segundo (?:os )?boatos|talvez",
    ),
    "nl": Supposed(
        r"stel(?= (?:dat|je|u|eens|de|het|een)\b)|veronderstel\w*|gesteld dat|alsof"
        r"|(?:vrees|vreest|vreesde|vrezen|vreesden|hoopt|hoopte|hopen|hoopten)"
        r"|gerucht(?:en)?(?: \w+)? dat|naar verluidt|misschien|wellicht|mogelijk|vermoedelijk|blijkbaar"
        r"|waarschijnlijk|kennelijk|wild?en?|wilde|zou|zouden"
        r"|droomde|probeer(?:t|de|den)|dreig(?:t|de|den)",
        r"(?:bijna|haast|vrijwel|op het punt(?: om)?|van plan(?: om)?|wil|willen|schijnt|lijkt)",
        r"alleen|slechts|enkel",
        r"(?:zo )?(?:hoopt|vreest|hopen|vrezen) \w+|misschien|naar verluidt",
    ),
    "nordic": Supposed(
        r"anta(?:g|tt|get)?|tänk om|tenk om|tænk hvis|som om"
        r"|fruktar(?:de)?|frykte[rt]|frykten|frygte[rd]?e?|hoppas|hoppades|hope[rt]|håbe[rd]e?|håpe[rt]"
        r"|(?:rykte|rygte)\w*(?: \w+)? (?:om )?att?|kanske|kanskje|måske|möjligen|muligens|muligvis|tydligen"
        r"|sannolikt|troligen|antagelig|sannsynligvis|tilsyneladende|formodentlig|skulle"
        r"|påstås|angeblich|drömde|drømte",
        r"(?:nästan|næsten|nesten|höll på att|var ved at|holdt på å|på väg att|ville|vill|vil|kunde|kunne"
        r"|försök\w*(?: att)?|forsøg\w*(?: at)?|forsøk\w*(?: å)?|planer\w*(?: att?| å)?|hota\w*(?: att)?|true\w*"
        r"(?: med at| med å)?|verkar|synes)",
        r"bara|endast|enbart|kun|bare|blot",
        r"(?:hoppas|fruktar|håber|frygter|håper|frykter) \w+|kanske|kanskje|måske",
    ),
    "slavic": Supposed(
        r"załóżmy|przypuśćmy|jakby|jakoby|obawia\w*|boi się|ma nadzieję|mają nadzieję|miał\w* nadzieję|plotk\w+"
        r"|pogłosk\w+"
        r"|podobno|być może|może|prawdopodobnie|chyba|zapewne|chc(?:e|ą|iał\w*)|zamierza\w*|planuj\w+"
        r"|planował\w*|grozi\w*"
        r"|próbuj\w+|próbował\w*|předpokládejme|prý|možná|jako by"
        r"|допустим|предположим|представ(?:ьте|им|ь)|будто|словно|опаса\w+|бо(?:ится|ятся|ялся|ялась|ялись)|надее\w+"
        r"|надеял\w+|слух\w*(?=,? (?:что|о том))|поговаривают|говорят|возможно|может быть|наверное|вероятно"
        r"|видимо|кажется|похоже|вроде|хо(?:чет"
        r"|тят|тел\w*)|планиру\w+|планировал\w*|собира(?:ется|ются|л\w*)|намерен\w*|пыта\w+ся|грози\w+|угрожа\w+"
        r"|припустімо|ніби|наче|побоює\w+|сподіва\w+|чутк\w+|мабуть|можливо|хоч(?:е|уть)|хоті\w+",
        r"(?:prawie|niemal|omal|o mało|bliski\w*|téměř|skoro|почти|едва(?: не)?|чуть(?: не| было не)?|вот-вот"
        r"|майже|ледь(?: не)?)",
        r"tylko|jedynie|wyłącznie|jen|pouze|только|лишь|единственно|тільки|лише",
        r"(?:надеется|опасается|боится|надеются) \w+|возможно|być może|podobno",
    ),
    "arabic": Supposed(
        r"لنفترض|افترض\w*|كأن\w*|[يت]خشى|[يت]خشون|خشي\w*|مخاوف|(?:ال)?شائعات|(?:ال)?إشاعات?|[يت]أمل\w*|ربما"
        r"|[يت]بدو|من المحتمل|لعل\w*"
        r"|[يت]عتزم\w*|[يت]خطط\w*|خطط\w* ل\w*|[يت]حاول\w*|حاول\w*|[يت]هدد\w*|هدد\w*|[يت]زعم\w*",
        r"(?:كاد\w*|[يت]كاد\w*|على وشك(?: أن)?)(?: \w+)?",
        r"فقط|وحده|وحدها",
    ),
}
_SMALL = (
    r"(?: (?:the|an?|his|her|its|their|also|soon|now|even|then|well|be|have|\w+ly|der|die|das|den|dem|ein|eine"
    r"|einen|sich"
    r"|auch|le|la|les|l'|un|une|se|s'|el|los|las|una|il|lo|i|gli|o|a|os|as|um|uma|de|het|een|zich|te|om|den|det"
    r"|en|ett"
    r"|et|sig|seg|att|at|å))?"
)
"""A small word between such a word and the passage."""
_THAT = r"(?:that|dass|daß|que|qu'|che|dat|att|at|że|что|що|أن|and|but|und|aber|et|mais|y|pero|en|maar|och|og|но)"
_NORDIC = regex("[åäæø]")
_NUMBER = regex(r"\W*(?:(\d|[零一二三四五六七八九十百千万两兩数數])|([^\W\d_]+))")
_NO_NUMBER = frozenset("a an ein eine einen einem einer un une una uno um uma een en ett et один одна".split())
_BOUND = regex(
    r"(?<!no )(?<!not )(?<!nicht )(?<!pas )(?<!non )(?<!não )(?<!niet )(?<!inte )(?<!ikke )(?<!nie )(?<!не )"
    r"(?<![\w-])(?:(?:fewer|less|smaller|lower) than|under|below|up to|at most|no more than|not more than"
    r"|a maximum of"
    r"|weniger als|unter|bis zu|höchstens|maximal|moins d[e']|jusqu'à|au plus|menos de|hasta|como máximo|meno di"
    r"|fino a"
    r"|al massimo|até|no máximo|minder dan|onder de|tot(?: wel)?|hoogstens|hooguit|färre än|mindre än|upp till"
    r"|højst|under"
    r"|færre enn|færre end|mniej niż|poniżej|do|менее|меньше|не более|до|менш(?:е|ніж)|أقل من|ما يصل إلى)\s*\Z"
)
"""Bounds that a number does not pass, right before it; `no fewer than` is none."""
_FICTION = (
    r"(?:drill|exercise|scenario|simulation|novel|film|movie|thriller|sitcom|satire|fairy tale|screenplay"
    r"|übung|szenario|planspiel|roman|krimi|drehbuch|märchen|exercice|scénario|simulacre|conte|simulacro"
    r"|escenario|novela"
    r"|película|guion|esercitazione|romanzo|copione|exercício|cenário|romance|filme|oefening|verhaal|övning"
    r"|øvelse|roman"
    r"|powieści|filmie|ćwiczeń|учений|сценарию|романе|фильме|الرواية|الفيلم|التمرين)"
)
_IN_FICTION = regex(
    r"\W*(?:(?:in|under|according to|im|in der|laut|dans|selon|lors de|en|según|durante|nel|nella|secondo|no|na"
    r"|segundo|em"
    r"|volgens|i|enligt|ifølge|w|według|в|по|في|وفق)\s|(?:the|das|der|le|el|il|o|het) (?=scenario|szenario|scénario"
    rf"|escenario|cenário))[^,:;]{{0,40}}?\b{_FICTION}\b[^:;]{{0,60}}[,:]\s*\Z"
)
"""The beginning of a sentence that tells what happens in a story or an exercise."""
_REPORTS = regex(
    r"\W*(?:in (?:ihrem|seinem|dem|diesem|einem)|im|nel|nella|in (?:questo|un)|n(?:el|ella) su[oa]|dans (?:son|ce"
    r"|cette|le|la|un)"
    r"|en (?:su|el|la|este|esta|una)|no|na|em (?:seu|sua)|in (?:haar|zijn|de|het|deze|dit)|i (?:sin|hennes|hans|en)"
    r"|w (?:swojej|swoim|jej|jego)|в|во|у)\s(?:[^\W\d_]+ ){0,2}?"
    r"(?:roman|romane|krimi|theaterstück|film|romanzo|racconto|fiaba|commedia|novela|cuento|película|filme|romance"
    r"|conto"
    r"|verhaal"
    r"|toneelstuk|powieści|filmie|bajce|фильме|романе|повести|рассказе|пьесе|сказке|сериале|фільмі|романі|казці)"
    r"\s(?P<tail>[^,:;]{0,80})\Z|\W*i (?:romanen|filmen)\s(?P<end>[^,:;]{0,80})\Z"
    r"|\W*in (?:her|his|their|the|this)(?: \w+){0,2}? (?:novel|movie|play|film|thriller) "
    r"(?P<rest>(?:(?:the|an?|he|she|they|his|her)\b[^,:;]{0,80})?)\Z"
)
"""The beginning of a sentence that tells what happens in a story, without a comma behind it."""
_OF_THE_WORK = regex(
    r"(?<!\w)(?:spiel|beschreib|erzähl|schilder|dank|handel|geht|zeigt|kritisier|recit|interpret|raccont|descri"
    r"|parl|narr"
    r"|cuent|jou|décri|racont|évoqu|actú|trabaj|habla|cont|сыгра|снял|снима|игра|рассказ|описыва|речь|зіграв|знял"
    r"|розпов"
    r"|speel|beschrijf|vertel|gaat|spiller|handler|beskriv|fortæl|fortel|berätt|skildr|gra|zagra|opowiad|opisuj"
    r"|writ|wrote|star|tell|thank)\w*"
)
"""Verbs of what a work is about and who made it, which are facts."""
_FEW = regex(
    r"\W*(?:few(?:er)?|hardly any|rares? sont|peu de|wenige|kaum jemand|pocos|pocas|pochi|poche|poucos|poucas"
    r"|weinig|få"
    r"|mało kto|niewielu|мало кто|немногие|мало хто)\b[^:;]*\b(?:that|qu'?e?|dass|que|che|dat|att?|że|что|що)\s*\Z"
)
"""The beginning of a sentence that says how few believe what follows."""
_IN_CHINESE = regex(
    r"(?:(?:据称|據稱|假设|假設|假定|设想|設想|传闻|傳聞|传言|傳言|谣言说|据说|據說|担心|擔心|害怕|生怕|恐怕"
    r"|担忧|擔憂|但愿|盼望)[^，,。！？]{0,16}"
    r"|(?:几乎|幾乎|差点|差點|差一点|差一點|险些|險些|可能|也许|也許|或许|或許|大概|原计划|原計劃|计划|計劃"
    r"|打算|希望|想要|本想|试图|試圖"
    r"|企图|企圖|威胁要|威脅要|即将|即將|正要|正准备|准备|準備|拟|擬|好像|仿佛|彷彿|似乎|唯有|只有|仅有|僅有)[要在]?)\Z"
)
_FICTION_IN_HAN = regex(
    r"(?:演习|演習|小说|小說|剧本|劇本|电影|電影|訓練|小説|映画)(?:中|里|裡|では|で)?[^。，、]{0,8}[，、,][^。]*\Z"
)
_IN_JAPANESE = regex(r"(?:どうやら|まるで|あたかも|危うく|あやうく|もしかすると|おそらく|多分|たぶん)[^。、]*\Z")
_BEHIND_IN_JAPANESE = regex(
    r"[ぁ-ん]{0,4}(?:かもしれ|との想定|という想定|想定で|だろう|でしょう|らしい|みたい|かのよう|ところだった"
    r"|つもり|(?:という|との)?(?:噂"
    r"|うわさ)|(?:という|との)?(?:恐れ|おそれ|懸念|可能性|見通し)"
    r"|予定|計画|方針|とみられ|と見られ|ようと(?:し|計画)|うとした|のではないか|よう(?:だ|に見え)|はずだった"
    r"|と期待|と恐れ|ことを(?:望|願|恐))"
)


class _SupposedWords(Value):
    """The words of some languages, ready to be looked for."""

    clause: re.Pattern[str]
    opening: re.Pattern[str]
    near: re.Pattern[str]
    only: re.Pattern[str]
    behind: re.Pattern[str]


def is_supposed(head: str, clause: str, passage: str, languages: Sequence[str]) -> bool:
    """Whether what comes before a passage in its sentence, in small letters, leaves open what the passage says.

    ``clause`` is the part of ``head`` that is in the clause of the passage. What is nearly a number is a number that
    has been rounded.
    """
    read = _read(tuple(languages), bool(_NORDIC.search(head + passage)))
    if read.clause.search(clause) or read.opening.match(head):
        return True
    if _IN_FICTION.match(head) or _is_reported(head, passage) or _FEW.match(head):
        return True
    if _is_number(passage, languages):
        return bool(_BOUND.search(head))
    return bool(read.near.search(head) or read.only.search(head))


def _is_reported(head: str, passage: str) -> bool:
    """Whether a passage is what happens in a story, and not what its writer or its actors do."""
    found = _REPORTS.match(head)
    if not found:
        return False
    return not _OF_THE_WORK.search(f"{found[found.lastgroup or 0]} {' '.join(passage.split()[:4])}")


def is_hoped_behind(behind: str, languages: Sequence[str]) -> bool:
    """Whether what follows a passage says that somebody only hopes or fears it."""
    return bool(_read(tuple(languages), bool(_NORDIC.search(behind))).behind.match(behind.lower()))


def is_supposed_in_han(line: str, behind: str) -> bool:
    """Whether words without spaces before a passage, or behind it, leave it open."""
    number = _NUMBER.match(behind)
    if _FICTION_IN_HAN.match(line[max(map(line.rfind, "。！？\n")) + 1 :]):
        return True
    return bool(_IN_JAPANESE.search(line) or (_IN_CHINESE.search(line) and not (number and number[1])))


def is_supposed_in_japanese(behind: str) -> bool:
    """Whether what is right behind Japanese words leaves them open."""
    return bool(_BEHIND_IN_JAPANESE.match(behind))


def _is_number(passage: str, languages: Sequence[str]) -> bool:
    found = _NUMBER.match(passage)
    if found is None or found[1]:
        return found is not None
    known = number_word(found[2], tuple(languages) or LANGUAGES)
    return known is not None and found[2] not in _NO_NUMBER


@lru_cache(maxsize=32)
def _read(languages: tuple[str, ...], is_nordic: bool) -> _SupposedWords:
    names = (*(languages or LANGUAGES), *(("nordic",) if is_nordic or not languages else ()), "slavic", "arabic")

    def any_of(name: str) -> str:
        return "|".join(filter(None, (getattr(TABLES[one], name) for one in names)))

    return _SupposedWords(
        re.compile(rf"(?<![\w'-])(?:{any_of('clause')})(?![\w-])"),
        re.compile(rf"\W*(?:{any_of('clause')})\s*,\s*\Z"),
        re.compile(rf"(?<![\w'-])(?:{any_of('near')}|{any_of('clause')}){_SMALL}\s*\Z"),
        re.compile(rf"(?:\A|[,;:]|(?<!\w){_THAT})\s*(?:{any_of('only')}){_SMALL}\s*\Z"),
        re.compile(rf",\s*(?:{any_of('behind')})(?![\w-])"),
    )
