"""What lines about rights, terms and handling say of who may read a text: `Rights: not for publication`.

Such lines are in every format: rights of feeds, terms of use and notes of agencies, properties of documents. A notice
of copyright forbids others to copy what everybody may read, and holds nothing back.
"""

import re
from functools import lru_cache

from annotated_briefings.base.meant.waits import holds_until
from annotated_briefings.base.regex import regex
from annotated_briefings.base.values import Value
from annotated_briefings.intake.stated.closed.banners import LONGEST
from annotated_briefings.intake.stated.closed.pleas import pleads
from annotated_briefings.intake.stated.embargoes import is_embargo
from annotated_briefings.intake.stated.hold_times import later
from annotated_briefings.intake.stated.moments import read_until

_NOTE_WORDS = frozenset(
    "rights right accessrights license licence licensing copyright copyrightnotice terms usageterms termsofuse usage "
    "usageinfo use conditions restrictions ednote note notes edmsg instructions instruction message msg remark remarks "
    "handling notice disclaimer warning caveat marking availability access advisory signal distribution "
    "hinweis hinweise bemerkung bemerkungen anmerkung vermerk rechte lizenz nutzung nutzungsbedingungen "
    "droits droit remarque remarques mention mentions utilisation avertissement consigne "
    "derechos licencia nota notas uso aviso observaciones condiciones advertencia "
    "diritti licenza avvertenza avviso osservazioni condizioni direitos licença observações condições advertência "
    "rechten licentie gebruik opmerking voorwaarden prawa licencja uwagi uwaga rättigheter licens anmärkning villkor "
    "права лицензия примечание примечания условия использование haklar lisans uyarı "
    "权利 版权 许可 使用条款 备注 说明 權利 版權 備註 権利 著作権 利用条件 備考 注意 注意事項 권리 저작권 이용조건 "
    "비고 حقوق ترخيص ملاحظة ملاحظات شروط تنبيه".split()
)
"""Words of keys under which people write in sentences what may be done with a text."""
_WORD = regex(r"[^\W\d_]+")
_CAMEL = regex(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_SENTENCE = regex(r"(?<=[.!?;])\s+|(?<=[。！？；])|\s*[\n|]\s*")
_LONGEST_NOTE = 1000
_BY_LEAVE = regex(
    r"\b(?:without|unless|except with)\b.*\b(?:permission|consent|authori[sz]ation|authori[sz]ed|licen[cs]e|approval)"
    r"|\bunauthori[sz]ed\b|\b(?:ohne|nur mit)\b.*\b(?:genehmigung|erlaubnis|zustimmung|einwilligung)"
    r"|\bsans\b.*\b(?:autorisation|accord|permission|consentement)|\bsin\b.*\b(?:autorización|permiso|consentimiento)"
    r"|\bsenza\b.*\b(?:autorizzazione|permesso|consenso)|\bsem\b.*\b(?:autorização|permissão|consentimento)"
    r"|\bzonder\b.*\btoestemming|\bbez\b.*\b(?:zgody|zezwolenia)|\b(?:utan|uden|uten)\b.*\b(?:tillstånd|tilladelse"
    r"|tillatelse|samtykke)|без\b.*(?:разрешения|согласия)|izin\w*|无?未[经經].*(?:许可|許可|授权|授權|同意)|無断"
    r"|許可なく|무단|허락 없이|(?:دون|بدون) (?:إذن|تصريح|موافقة)",
    re.IGNORECASE,
)
"""Words of a sentence that forbids to copy what is public."""
_COPYING = regex(
    r"reprodu\w+|cop(?:y|ied|ying|iado?|ié)\b|copiar|kopier\w*|nachdruck\w*|vervielfältig\w*|abdruck|riprodu\w+"
    r"|воспроиз\w+|копир\w+|перепечат\w+|çoğalt\w*|kopyala\w*|转载|轉載|転載|複写|複製|复制|복사|복제|전재|نسخ",
    re.IGNORECASE,
)
_COPYRIGHT = regex(
    r"©|\(c\)|copyright|rights? reserved|rechte vorbehalten|droits réservés|derechos reservados|diritti riservati"
    r"|direitos reservados|rechten voorbehouden|prawa zastrzeżone|rättigheter|права защищены|hakları saklı|版权|版權"
    r"|著作権|저작권|الحقوق محفوظة",
    re.IGNORECASE,
)
_MAY_NOT = regex(
    r"\b(?:may|must|can|shall) ?not\b|\bdarf nicht\b|\bdürfen nicht\b|\bne (?:peut|peuvent|doit|doivent)\b"
    r"|\bno (?:puede|pueden|podrá)\b|\bnon può\b|\bnão pode\b|\bmag niet\b|\bnie (?:wolno|może)\b|\bне может\b|不得",
    re.IGNORECASE,
)


class UseNote(Value):
    """What a note says of who may read its text."""

    held: str = ""
    """The sentence that holds the text back, where it names no moment."""
    embargo: str = ""
    """The moment until which it does."""


@lru_cache(maxsize=4096)
def is_note_key(key: str) -> bool:
    """Whether a key is one under which people write what may be done with a text."""
    words = [word.casefold() for word in _WORD.findall(_CAMEL.sub(" ", key))]
    return bool(words) and (words[-1] in _NOTE_WORDS or words[0] in _NOTE_WORDS or "".join(words) in _NOTE_WORDS)


def read_note(text: str) -> UseNote:
    """What the sentences of a note say together: the first that holds its text back, and the latest moment."""
    held, embargo = "", ""
    legal = _COPYRIGHT.search(text) is not None
    for sentence in _SENTENCE.split(text[:_LONGEST_NOTE]):
        bare = sentence.strip(" \t.;,")
        if (
            not bare
            or len(bare) > LONGEST
            or not (is_embargo(bare, near_top=False) or pleads(bare) or holds_until(bare, in_note=True))
        ):
            continue
        moment = read_until(bare)
        if not moment and (_BY_LEAVE.search(bare) or _COPYING.search(bare) or (legal and _MAY_NOT.search(bare))):
            continue
        held, embargo = held or ("" if moment else " ".join(bare.split())), later(embargo, moment)
    return UseNote(held, embargo)
