"""Buttons that newsletter services put into letters: to like, to comment, to read in an app; and offers to "
"subscribe."""

import re

from annotated_briefings.base.regex import regex

BUTTON, SUBSCRIBE = "a button of the letter", "how to subscribe or leave"
_BUTTONS = regex(
    r"\W*(?:\d{1,6}\W+)?(?:like|comment|comments|restack|share|listen(?: now)?|(?:read|open|listen|watch"
    r"|view) in (?:the )?app"
    r"|leave a comment|like (?:&|and) comment|upgrade to paid|gefällt mir|kommentieren|in der app (?:lesen|öffnen)"
    r"|j[’']aime|commenter|lire dans l[’']app(?:lication|li)?|ouvrir dans l[’']app(?:lication|li)?|me gusta|comentar"
    r"|(?:leer|abrir) en la app(?:licación)?|mi piace|commenta|leggi nell[’']app|curtir|gosto|(?:ler|abrir) n[ao] app"
    r"(?:licativo)?|vind ik leuk|reageren|(?:lees|openen?) in (?:de )?app|gilla|kommentera|läs i appen|synes godt om"
    r"|kommentér|læs i appen|liker|kommenter|les i appen|tykkää|kommentoi|lue sovelluksessa|lubię to|skomentuj"
    r"|czytaj w aplikacji|нравится|комментировать|(?:читать|открыть) в приложении|beğen|yorum yap|uygulamada (?:oku|aç)"
    r"|いいね！?|コメント(?:する)?|アプリで(?:読む|開く)|在应用中(?:阅读|打开)|在app中(?:阅读|打开)|点赞|评论"
    r"|앱에서 (?:읽기|열기)|좋아요|댓글)\W*",
    re.IGNORECASE,
)
_FORWARDED = regex(
    r"\W*(?:(?:was )?(?:this (?:e-?mail|newsletter|letter) )?forwarded(?: (?:this )?(?:e-?mail|newsletter|to you))?"
    r"|(?:diese(?:r|n|s)? )?(?:e-?mail|newsletter)?\s?(?:wurde )?weitergeleitet(?: bekommen)?"
    r"|(?:on vous a )?transféré cette lettre|te (?:lo )?han reenviado(?: este correo)?"
    r"|ti hanno inoltrato (?:questa )?(?:mail|newsletter)|doorgestuurd gekregen|fått (?:det här|dette|denne) vidaresänt"
    r"|переслали (?:это )?письмо)\?.{0,80}",
    re.IGNORECASE,
)


def why_button(text: str) -> str:
    """Why a line of a letter is no text: a button, or an offer to who got the letter from somebody; else empty."""
    if _BUTTONS.fullmatch(text):
        return BUTTON
    return SUBSCRIBE if _FORWARDED.fullmatch(text) else ""
