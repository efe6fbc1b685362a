"""Whether the beginning of a sentence denies what its end says, however far away: `Nobody … said that`, `overturned the
ruling that`, `instead of`, `but for the rain`, `pretended that`."""

from annotated_briefings.base.meaning.cut_off.surroundings import Surroundings
from annotated_briefings.base.regex import regex

_NOBODY = regex(
    r"\W*(?:nobody|no one|none|neither|not (?:one|a single)|no (?=\w+ (?:who|of|from|in|at))|niemand|keine[rs]?"
    r"|kein (?=\w+)"
    r"|personne|aucune?|nul(?:le)?|pas une?|nadie|ningun[oa]?|ningún|nessun[oa]?|ninguém|nenhuma?|geen|ingen|inga"
    r"|intet|nikt"
    r"|żad\w+|ani jed\w+|nikdo|žádn\w+|никто|ни один\w*|ни одна|ничто|ніхто|жод\w+|κανείς|κανένας|καμ[ιί]α|nimeni"
    r"|niciun\w*"
    r"|senki|egyik\w*|kukaan|yksikään|kimse|hiç kimse|hiçbir|никой|nitko|niko|nikto)(?!\w)"
)
_COMPLEMENT = (
    r"(?:that|how|dass|daß|wie|que|qu'|comment|cómo|como|che|come|dat|hoe|att|at|hur|hvordan|że|iż|jak|že|что|как|що"
    r"|як|ότι"
    r"|πώς|că|cum|hogy|että|miten|да|da)"
)
_SPEECH_VERBS = regex(rf"(?:\A|[\s,]){_COMPLEMENT}(?:\s+|(?<='))(?:[^\s,;:]+\s+){{0,7}}\Z")
_NEW_CLAUSE = regex(
    r"[;:]|,\s*(?:and|but|yet|so|while|und|aber|doch|während|et|mais|tandis|y|pero|mientras|ma|mentre|mas|enquanto|en"
    r"|maar"
    r"|terwijl|och|og|men|medan|mens|ale|lecz|и|но|а|та|але|і|και|αλλά|dar|iar|de|mutta|ama)\s"
    r"|\s(?:(?:and|but) (?:the|an?|he|she|they|it)|(?:und|aber) (?:der|die|das|er|sie|es)|(?:et|mais) (?:les?|la|il"
    r"|elle|on)"
    r"|(?:y|pero) (?:el|la|los|las)|(?:e|ma|mas) (?:il|la|lo|i|gli|os?|as?)|(?:en|maar) (?:de|het|hij|zij)"
    r"|(?:och|og|men) (?:den|det|han|hon|hun))\s"
)
_DOUBT = regex(
    r"(?<!\w)(?:doubt|den(?:y|ie)|disput|question|bezweifel|bestreit|leugn|dout|conteste|dud[ao]|neg[aóo]|niega|dubit"
    r"|duvid"
    r"|twijfel|betwist|ontken|tvivl|tvil|tvek|förnek|benekt|wątp|zaprzecz|pochyb|сомнева|отрица|сумніва|запереч)"
)
_LIFTS = (
    r"(?:overturn\w*|overrul\w+|quash\w*|annul\w*|revers(?:ed|es)|vacated|set aside|sets aside|struck down|h[oe]bt? "
    r"|hob|hoben"
    r"|aufgehoben|kippte\w*|kassierte\w*|annul\w+|cass(?:é|e|ée)|infirm(?:é|e|ée)|anuló|anulado|revocó|revocado"
    r"|revogou|anulou"
    r"|annullato|annullò|annulla|revocato|ribaltato|vernietig\w+|upphäv\w+|ophæv\w+|opphev\w+|uchyli\w+|zruši\w+"
    r"|отмени\w+"
    r"|скасува\w+)"
)
_RULING = (
    r"(?:ruling|judge?ment|verdict|conviction|sentence|decision|finding|order|urteil|beschluss|entscheidung"
    r"|schuldspruch"
    r"|jugement|arrêt|décision|condamnation|sentencia|condena|fallo|decisión|sentenza|condanna|decisione|sentença"
    r"|condenação"
    r"|decisão|vonnis|uitspraak|arrest|besluit|dom(?:en|men)?|kendelsen?|beslut\w*|wyrok\w*|orzeczeni\w+|rozsud\w+"
    r"|приговор\w*"
    r"|решени\w+|вирок\w*|рішення)"
)
_LINK = (
    r"(?:that|wonach|dass|(?:according to|in|by) which|selon (?:le|la)quel\w*|par (?:le|la)quel\w*|que|según (?:la"
    r"|el) cual|che"
    r"|secondo (?:cui|il quale|la quale)|segundo (?:a|o) qual|dat|waarin|volgens \w+|att|at|om att|że|według któr\w+"
    r"|zgodnie z któr\w+|podle kter\w+|že|что|согласно котор\w+|по котор\w+|за яким|згідно з яким|що)"
)
_LIFTED = regex(
    rf"(?<!\w)(?:{_LIFTS}\W+(?:\w+\W+){{0,4}}?{_RULING}"
    rf"|{_RULING}\W+(?:\w+\W+){{0,3}}?{_LIFTS})(?!\w)[^;:]*?[\s,]{_LINK}\s+"
    r"(?:[^\s,;:]+\s+){0,7}\Z"
)
_INSTEAD = regex(
    r"(?<!\w)(?:místo(?: toho,?)? aby|namiesto(?: toho,?)? aby|zamiast(?: tego,? (?:aby|żeby|by))?"
    r"|вместо(?: того,? чтобы)?"
    r"|замість(?: того,? щоб)?|i ?stället för(?: att)?|i stedet for(?: (?:at|å))?|in plaats van|anziché|piuttosto che"
    r"|în loc să|ahelyett,? hogy|αντί (?:να|για)|sen sijaan,? että|umjesto da|umesto da|вместо да|namesto da)\s+"
    r"(?:[^\s,;:]+\s+)?\Z"
)
_UNREAL = regex(
    r"\W*(?:but for (?!the (?:first|last|second|third) \w|(?:now|once|years|some|many|most|all|us|them|him|her|me)\b)"
    r"|were it not for|if (?:it were )?not for|had it not been for|n'eût été|si ce n'était|de no (?:ser|haber"
    r"|haberse)|si no fuera"
    r"|se non fosse|não fosse|se não fosse|(?:was|ware|waren|had|hadden) (?:de|het|een|er|hij|zij|ze|men|we"
    r"|wij)\s[^,:?!]*,\s*"
    r"(?:dan|was|waren|had|hadden|zou|zouden)\s|(?:hade|hadde|havde|vore) [^,:?!]*,|kdyby|keby|ha nem|dacă nu ar)"
)
"""The beginning of a sentence about what did not come to pass."""
_PRETENDED = regex(
    r"(?<!\w)(?:pretend\w*|ma[kd]e believe|feign\w*|f(?:it|ai\w*|î\w*) semblant|fing\w+|fins\w+|simul(?:ó|aba|ò|ava|ou)"
    r"|täusch\w+ (?:\w+ ){0,2}?vor|vorgetäuscht|gab\w* (?:\w+ ){0,2}?vor|(?:deed|deden|doet|doen) alsof|låtsa\w*"
    r"|lod\w*,? som"
    r"|lot som|foregav|uda(?:je|ją|wał\w*)|předstír\w+|притворя\w+|дела\w+ вид|сдела\w+ вид|удава\w+|вдава\w+"
    r"|προσποι\w+"
    r"|se prefă\w+|úgy tett\w*|teeskentel\w+|numaralı)(?!\w)[^.;:]*\Z"
)


def is_denied_far_ahead(around: Surroundings) -> bool:
    """Whether the beginning of the sentence of a passage denies it, or tells that it did not come to pass."""
    head = around.head
    if _INSTEAD.search(head) or _LIFTED.search(head):
        return True
    begun = _NEW_CLAUSE.split(head)[-1] if _NEW_CLAUSE.search(head) else head
    if (
        _UNREAL.match(head)
        or (_PRETENDED.search(begun) and _SPEECH_VERBS.search(begun + " "))
        or _PRETENDS_ALONE.search(begun)
    ):
        return True
    return bool(
        _NOBODY.match(head) and _SPEECH_VERBS.search(head) and not _NEW_CLAUSE.search(head) and not _DOUBT.search(head)
    )


_PRETENDS_ALONE = regex(r"(?<!\w)(?:(?:deed|deden|doet|doen) alsof|som om)[^,;:]*\Z")
