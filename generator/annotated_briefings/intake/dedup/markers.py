"""Words that tell what a sentence is for, in the languages that we read: below every article, about a text, of a day.

The lists cannot be complete. What they miss of `FURNITURE` and `TODAY` keeps two copies apart, which is safe; a reply
that `ABOUT_A_TEXT` misses stands for the text that it holds whole, and hides nothing of either.
"""

import re

from annotated_briefings.base.regex import regex

FURNITURE = regex(
    "(?:"
    + "|".join(
        (
            r"©|\(c\) |copyright\b|all rights reserved|subscribe\b|sign up\b|follow us\b|read (?:more|also|our)\b",
            r"click here|more news\b|this article (?:first|originally) appeared|(?:also|more) on [\w.]+:"
            r"|share this\b",
            r"alle rechte vorbehalten|abonnieren sie|mehr zum thema|lesen sie auch|folgen sie uns",
            r"tous droits réservés|abonnez-vous|lire aussi|suivez-nous",
            r"todos los derechos reservados|suscríbase|lea también",
            r"tutti i diritti riservati|iscriviti|leggi anche",
            r"todos os direitos reservados|assine|leia também",
            r"meer nieuws|lees ook|alle rechten voorbehouden",
            # Where a text goes on behind an advertisement
            r"(?:the |this )?(?:article|story|text) continues (?:after|below)|der (?:artikel|text) geht (?:nach|unter)"
            r"|(?:der )?artikel wird nach|artikeln fortsätter|artiklen fortsætter|artikkelen fortsetter"
            r"|(?:juttu|artikkeli) jatkuu|l['’]article (?:se poursuit|continue) après|la suite après (?:la|cette) pub"
            r"|el artículo continúa|l['’]articolo (?:continua|prosegue)|o artigo continua|continua após (?:a |o )?p"
            r"|(?:het )?artikel gaat verder|lees verder onder|dalsza część (?:artykułu|tekstu)|článek pokračuje"
            r"|článok pokračuje|a cikk (?:a hirdetés|folytat)|articolul continuă|haberin devamı|το άρθρο συνεχίζεται",
            r"продолжение (?:статьи )?(?:после|под) реклам|продовження (?:статті )?(?:після|під) реклам",
            r"все права защищены|читайте также|版权所有|責任編輯|责任编辑|無断転載",
        )
    )
    + ")",
    re.IGNORECASE,
)
"""How sentences begin that outlets put below every article."""
ABOUT_A_TEXT = regex(
    r"\b(?:"
    + "|".join(
        (
            r"correct(?:ion|ed)|clarification|erratum|retract\w*|withdrawn|editor['’]s note|note to editors"
            r"|we regret",
            r"(?:an )?earlier version|previous version|the above|as reported (?:here|above|earlier)",
            r"this (?:report|story|article|text|post|piece|statement|account|version|claim|is (?:wrong|false|untrue"
            r"|incorrect|not))",
            r"(?:that|it|which|all of this|none of this) (?:is|was|were) (?:not|false|wrong|untrue|incorrect|never"
            r"|no longer|true)",
            r"(?:that|it|this) (?:is|was)n['’]t|(?:is|are|was|were) (?:not so|untrue|false|incorrect|wrong|not true"
            r"|fabricated|a hoax|mistaken)|not so|contrary to (?:this|the above|what)",
            r"comments?:|reader comment|i (?:was|think|disagree|doubt|object)",
            r"no such|den(?:y|ie[sd]|ials?)|disputes? (?:it|this)",
            r"berichtigung|korrektur|korrigiert|richtigstellung|(?:frühere|vorherige)n? (?:fassung|version)",
            r"das ist (?:falsch|nicht|unwahr)|stimmt nicht|diese[rs]? (?:artikels?|berichts?|meldung|text|beitrag)",
            r"leserkommentar|kommentar:|dementier\w*|bestreitet|bestreiten|bestritt(?:en)?",
            r"widerspr(?:ach|icht)\w*|keine? solche\w*",
            r"rectificat\w+|correctif|version (?:précédente|antérieure|initiale)|cet article|ce (?:n['’]est pas"
            r"|texte)",
            r"c['’]est faux|est (?:fausse|faux|inexacte?)|démen(?:t|ti\w*)|réfut\w+",
            r"aucune? tel(?:le)?|commentaire:",
            r"rectificaci[oó]n|correcci[oó]n|versi[oó]n anterior|este (?:artículo|texto|informe)|(?:eso|esto) no es",
            r"es fals[oa]|no es (?:cierto|verdad)|desm(?:ient|int)\w+|niegan?|neg(?:ó|aron)|ningun[oa]? tal",
            r"comentario:",
            r"rettifica|correzione|versione precedente|questo articolo|non è (?:vero|così)|è fals[oa]|errata corrige",
            r"commento:|smenti\w*|nega(?:no|to|va)?|negò|nessun[ao]? tale",
            r"correção|retificação|versão anterior|este artigo|não é (?:verdade|assim)|é fals[oa]|comentário:",
            r"desment\w+|negou",
            r"rectificatie|correctie|eerdere versie|dit artikel|klopt niet|is (?:onjuist|niet waar)|reactie:|ontken\w*",
            r"weerspr(?:ak|ek)\w*|tegengespr\w+|geen (?:dergelijke?|zulke?)",
            r"исправление|поправка|опровержение|это не так|неправда|в предыдущей версии|комментарий:",
        )
    )
    + ")|更正|勘误|辟谣|不属实|并非如此|本文|訂正|誤り|本記事|事実ではない|تصحيح|ليس صحيحا",
    re.IGNORECASE,
)
"""Words with which a sentence speaks about a text: in a longer text they make it a reply, a correction or a comment."""
REMARK = regex(
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
"""How a sentence begins that takes up what is before it: at the end of a text of others it is a remark on it."""
TODAY = regex(
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
LABEL = regex(
    r"[✗✘✖❌⛔🚫⚠❗‼✓✔✅☑]|[:：]\s*$|\b(?:"
    + "|".join(
        (
            r"hoax\w*|fakes?|fals\w*|untrue|tru(?:e|th)|myths?|rumou?rs?|satir\w*|parod\w*|debunk\w*|den(?:y|ie[sd]"
            r"|ial)\w*|not|no|never",
            r"wrong|incorrect|mislead\w*|disput\w*|unproven|unverified|unconfirmed|verified|confirmed"
            r"|fact[- ]?check\w*|checked|claims?",
            r"correct\w*|clarif\w*|retract\w*|withdrawn|errat\w+|updat\w*|amended|revised|recalled|cancel\w*"
            r"|postponed|suspended|void",
            r"exaggerat\w*|manipulat\w*|doctored|altered|staged|made[- ]up|fabricat\w*|scams?|frauds?|opinion"
            r"|sponsored|advert\w*|rating",
            r"falsch\w*|unwahr|wahr|stimmt|nicht|kein\w*|gerücht\w*|widerlegt|dementi\w*|bestätigt|unbestätigt"
            r"|irreführend|erfunden|gefälscht",
            r"fälschung\w*|berichtig\w*|korrigiert|korrektur\w*|richtigstellung|zurückgezogen|aktualisiert|abgesagt"
            r"|anzeige|meinung|faktencheck",
            r"faux|fausse\w*|vrai\w*|intox|infox|canular\w*|rumeurs?|démenti\w*|trompeu\w+|vérifi\w+|rectificat\w+"
            r"|correct\w+|retiré\w*|mise? à jour",
            r"annulé\w*|pas|jamais|bul[oe]s?|falso|falsa|mentira|verdad\w*|engañoso\w*|desmentido\w*|verificad\w+"
            r"|rectificaci\w+|correcci\w+",
            r"retirad\w+|actualiz\w+|cancelad\w+|nunca|bufala|bufale|smentit\w+|vero|verificat\w+|rettific\w+"
            r"|ritirat\w+|aggiorna\w+|boato\w*",
            r"desmentid\w+|enganos\w+|corrig\w+|atualiza\w+|onjuist|onwaar|nep\w*|waar|niet|rectificatie"
            r"|ingetrokken|bijgewerkt|fałsz\w*|nieprawda",
            r"falsk\w*|rättelse|rettelse|фейк\w*|ложь|неправда|правда|слух\w*|опроверж\w+|уточнени\w+|исправлен\w+"
            r"|обновлен\w+|отозван\w*",
        )
    )
    + r")\b|不实|不實|谣|謠|虚假|虛假|假|真相|更正|勘误|撤回|更新|误导|核查|デマ|誤|虚偽|訂正"
    r"|撤回|嘘|フェイク|確認|가짜|거짓|정정|사실|كاذب|زائف|شائع|تصحيح"
    r"|مضلل|غير صحيح|تحديث|نفي|تحقق",
    re.IGNORECASE,
)
"""Words and signs with which a heading says whether the text below it is true, whole or still so."""
