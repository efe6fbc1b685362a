"""Whether the verb at the end of a sentence takes back what is before it, in languages that put it there.

`売却する案を否決した`, `침몰할 뻔했다`, `satmaktan vazgeçti`, `बेचने से इनकार किया`.

A passage that is cut out before this verb says that something was done which was refused, put off, only nearly done or
never done. Two denials (`değil` behind a negative verb) are not counted: in doubt the passage proves nothing.
"""

from unicodedata import normalize

from annotated_briefings.base.regex import regex

_REACH = 60
"""Characters behind a passage among which the verb of its sentence is looked for."""
_KOREAN, _HINDI, _KANA = (
    regex(r"[가-힣]"),
    regex(r"[\u0900-\u097f]"),
    regex(r"[ぁ-んァ-ヶ]"),
)
_TURKISH = regex(r"[ıİğĞ]")
_MAYBE_TURKISH = regex(
    r"ş|(?<!\w)(?:ve|bir|bu|için|ile|göre|güya|dedi|ancak|eski|yeni|sonra|önce|daha|olan|dün|gün|yıl|etti|edildi|oldu"
    r"|\w{3,}(?:sini|sını|ları|leri))(?!\w)"
)
"""Letters and words of Turkish that other languages have too: two of them tell."""
_IN_KOREAN = regex(
    r"[^.,!?。]*?(?:지(?:는|도|를)?\s?(?:않|못|말)|(?<!\w)(?:안|못)\s?\w|아니|없(?:다|었|는|고|으며)"
    r"|부결|거부|거절|철회|부인|반려|기각|무산|취소|포기|단념|보류|중단|백지화|반대|뻔\s?(?:했|하|한)|직전|막(?:았|혔)|피했|면했|모면)"
)
_ENDED_IN_KOREAN = regex(r"(?:다|[았었했였됐갔왔]고|하고|며|지만|는데|으나|어서|아서|면서)[\"”’']?\s*\Z")
_IN_HINDI = regex(
    r"[^।,!?]*?(?:नहीं|नही(?!\w)|(?<!\w)न(?= )|इन्?कार|ख़?ारिज|खारिज|रद्द|मना\s?क|ठुकरा|अस्वीकार|वापस ल"
    r"|टाल|स्थगित|बाल-बाल|बचा|बच गय|रोक|छोड़ द|खंडन|बचते)"
)
_IN_JAPANESE = regex(
    r"[ぁ-ん]{0,3}[^。、！？\n]{0,16}?(?:[をはがに])?(?:否決|却下|撤回|断念|中止|見送|見合わせ|取りやめ|取り止め|拒否|拒ん|拒絶|否認|否定|白紙"
    r"|棚上げ|凍結|免れ|回避|寸前|に至らな)|[ぁ-ん]{0,2}(?:かけた|かけて(?!いる)|そうにな|損ね|そこな|損な)"
)
_IN_TURKISH = regex(
    r"[^.,;!?]*?(?<!\w)(?:vazgeç\w*|reddet\w*|reddedi\w*|yalanla\w*|inkar|inkâr|iptal|ertele\w*|kaçın\w*|engelle\w*"
    r"|önle\w*|değil\w*|yok(?:tu)?|karşı çık\w*|geri çek\w*|çekin\w*"
    r"|(?!namaz|komedi|komedya)\w{2,}(?:m[ae](?:d[ıi](?!r)|m[ıi]ş|yaca[kğ]|yece[kğ]|z(?!\w))|m[ıiuü]yor)\w*)(?!\w)"
)
_NEARLY_IN_TURKISH = regex(r"(?<!\w)(?:az kal(?:sın|dı)|neredeyse|ramak kala|sözde|güya|iddia\w* göre|sanki)(?!\w)")
_NEARLY_IN_HINDI = regex(r"(?:कथित|मानो|शायद|अगर|यदि|तथाकथित|अफवाह|लगभग डूब|आरोप है कि)[^।]*\Z")
_NEARLY_IN_KOREAN = regex(r"(?<!\w)(?:하마터면|자칫|만약|만일|이른바|소문에|거의)[^.。]*\Z")


def is_taken_back_at_the_end(text: str, start: int, end: int) -> bool:
    """Whether the words behind a passage in its sentence, or a word for nearly or allegedly before it, take it back."""
    passage = normalize("NFC", text[start:end])
    behind = normalize("NFC", text[end : end + _REACH])
    head = normalize("NFC", text[max(0, start - _REACH) : start])
    if _KOREAN.search(passage):
        cut = not _ENDED_IN_KOREAN.search(passage)
        return bool((cut and _IN_KOREAN.match(behind)) or _NEARLY_IN_KOREAN.search(head))
    if _HINDI.search(passage):
        return bool(_IN_HINDI.match(behind) or _NEARLY_IN_HINDI.search(head))
    if _KANA.search(passage):
        return bool(_IN_JAPANESE.match(behind))
    around = f"{head} {passage}{behind}"
    if not _TURKISH.search(around) and len(set(_MAYBE_TURKISH.findall(around.lower()))) < 2:
        return False
    opening = head[max(map(head.rfind, ".!?\n")) + 1 :].replace("İ", "i").lower()
    low = behind.replace("İ", "i").lower()
    return bool(_IN_TURKISH.match(low) or _NEARLY_IN_TURKISH.search(opening))
