"""Words that tell what a sentence is for, in the languages that we read: below every article, about a text, of a day.

The lists cannot be complete. What they miss of `FURNITURE` and `TODAY` keeps two copies apart, which is safe; a reply
that `ABOUT_A_TEXT` misses stands for the text that it holds whole, and hides nothing of either.
"""

import re

FURNITURE = re.compile(
    "(?:"
    + "|".join(
        (
            r"©|\(c\) |copyright\b|all rights reserved|subscribe\b|sign up\b|follow us\b|read (?:more|also|our)\b",
            r"click here|more news\b|this article (?:first|originally) appeared|(?:also|more) on [\w.]+:|share this\b",
            r"alle rechte vorbehalten|abonnieren sie|mehr zum thema|lesen sie auch|folgen sie uns",
            r"tous droits réservés|abonnez-vous|lire aussi|suivez-nous",
            r"todos los derechos reservados|suscríbase|lea también",
            r"tutti i diritti riservati|iscriviti|leggi anche",
            r"todos os direitos reservados|assine|leia também",
            r"meer nieuws|lees ook|alle rechten voorbehouden",
            r"все права защищены|читайте также|版权所有|責任編輯|责任编辑|無断転載",
        )
    )
    + ")",
    re.IGNORECASE,
)
"""How sentences begin that outlets put below every article."""
ABOUT_A_TEXT = re.compile(
    r"\b(?:"
    + "|".join(
        (
            r"correct(?:ion|ed)|clarification|erratum|retract\w*|withdrawn|editor['’]s note|note to editors|we regret",
            r"(?:an )?earlier version|previous version|the above|as reported (?:here|above|earlier)",
            r"this (?:report|story|article|text|post|piece|statement|account|version|claim|is (?:wrong|false|untrue"
            r"|incorrect|not))",
            r"(?:that|it|which|all of this|none of this) (?:is|was|were) (?:not|false|wrong|untrue|incorrect|never"
            r"|no longer|true)",
            r"(?:that|it|this) (?:is|was)n['’]t|(?:is|are|was|were) (?:not so|untrue|false|incorrect|wrong|not true"
            r"|fabricated|a hoax|mistaken)|not so|contrary to (?:this|the above|what)",
            r"comments?:|reader comment|i (?:was|think|disagree|doubt|object)",
            r"berichtigung|korrektur|korrigiert|richtigstellung|(?:frühere|vorherige)n? (?:fassung|version)",
            r"das ist (?:falsch|nicht|unwahr)|stimmt nicht|diese[rs]? (?:artikels?|berichts?|meldung|text|beitrag)",
            r"leserkommentar|kommentar:",
            r"rectificat\w+|correctif|version (?:précédente|antérieure|initiale)|cet article|ce (?:n['’]est pas|texte)",
            r"c['’]est faux|est (?:fausse|faux|inexacte?)|démenti\w*|commentaire:",
            r"rectificaci[oó]n|correcci[oó]n|versi[oó]n anterior|este (?:artículo|texto|informe)|(?:eso|esto) no es",
            r"es fals[oa]|no es (?:cierto|verdad)|desmient\w+|comentario:",
            r"rettifica|correzione|versione precedente|questo articolo|non è (?:vero|così)|è fals[oa]|errata corrige",
            r"commento:",
            r"correção|retificação|versão anterior|este artigo|não é (?:verdade|assim)|é fals[oa]|comentário:",
            r"rectificatie|correctie|eerdere versie|dit artikel|klopt niet|is (?:onjuist|niet waar)|reactie:",
            r"исправление|поправка|опровержение|это не так|неправда|в предыдущей версии|комментарий:",
        )
    )
    + ")|更正|勘误|辟谣|不属实|并非如此|本文|訂正|誤り|本記事|事実ではない|تصحيح|ليس صحيحا",
    re.IGNORECASE,
)
"""Words with which a sentence speaks about a text: in a longer text they make it a reply, a correction or a comment."""
REMARK = re.compile(
    r"(?:"
    + "|".join(
        (
            "but|however|yet|in fact|actually|wrong|nonsense|no|not|none|nothing|never|that|this|it|these|those|all of",
            "aber|doch|das|dies|es|nein|nicht|nichts|falsch|unsinn|mais|cela|ce|c['’]|non|rien|faux|pero|eso|esto|nada",
            "ma|questo|ciò|nulla|falso|mas|isso|isto|não|maar|dat|dit|het|nee|niet|niets|но|однако|это|нет|ничего",
        )
    )
    + r")\b|但|这|那|並|并|不|しかし|これ|それ|だが|いや",
    re.IGNORECASE,
)
"""How a sentence begins that takes up what stands before it: at the end of a text of others it is a remark on it."""
TODAY = re.compile(
    r"\b(?:"
    + "|".join(
        (
            "today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|heute|morgen|gestern|aujourd['’]hui",
            "demain|hier|hoy|mañana|ayer|oggi|domani|ieri|hoje|amanhã|ontem|vandaag|gisteren|сегодня|завтра|вчера",
        )
    )
    + r")\b|今天|今日|明天|明日|昨天|昨日|今朝|今晚",
    re.IGNORECASE,
)
"""Words that mean another day in a text of another day."""
