"""Notices below letters that their content is for the receiver alone: no text, in many languages."""

_THIS_MESSAGE = (
    r"(?:esta mensagem|este e-?mail"
    r"|questo messaggio|la presente (?:e-?mail|comunicazione)|dit bericht|deze e-?mail"
    r"|d(?:etta|ette|enne|et här) (?:e-?post\w*|e-?mail|meddelande\w*|melding\w*|besked\w*|mail\w*)"
    r"|tämä viesti|see kiri"
    r"|käesolev kiri|(?:ta|niniejsza) wiadomość|tato zpráva|tento e-?mail|táto správa|ova poruka|ova e-?pošta"
    r"|ова порука"
    r"|to sporočilo|ez az üzenet|ez az e-?mail|acest (?:mesaj|e-?mail)|това съобщение|това писмо|αυτό το μήνυμα"
    r"|το παρόν μήνυμα|bu e-?posta|bu (?:mesaj|ileti)|(?:это|данное|настоящее) сообщение|це повідомлення|цей лист"
    r"|šis laiškas|šis e-pasts|aquest missatge|pesan ini|surel ini|e-?mail này|thư này|[此本]邮件|[此本]郵件|このメール"
    r"|이 (?:메일|이메일)|هذه الرسالة|هذا البريد|הודעה זו|این پیام)"
)
_CONFIDENTIAL = (
    r"(?:confid[eè]ncia|confidenzial|vertrouwelijk|konfidents?i|fortrolig|luottamuksel|poufn|důvěrn|dôvern|povjerljiv"
    r"|poverljiv|поверљив|zaupn|bizalmas|confidențial|поверител|εμπιστευτικ|gizli|конфиденциал|конфіденці|konfidencial"
    r"|konfidenci|rahasia|bảo mật|bí mật|[机機]密|保密|기밀|سرية|سري|חסוי|סודי|محرمانه|salajane)"
)
CONFIDENCE = (
    r"(?:this|the) (?:e-?mail|message|communication)(?: and (?:any|its|all|the) (?:attachments?"
    r"|files?).{0,30})? (?:is|are|may be)"
    r" (?:strictly |private and |privileged and )?confidential(?: and (?:may be )?privileged)?\W*",
    r"(?:this|the) (?:e-?mail|message|communication|transmission)(?: and\b.{0,40})? (?:is|are|may|contains?|and"
    r"|was)\b.{0,80}\b(?:confidential"
    r"|intended|privileged)\b(?=.*\b(?:addressee|recipient|solely|only|use|privileged|intended|information)\b).*",
    r"(?:the )?(?:information|contents?) (?:contained )?(?:in|of) this (?:e-?mail|message)\b.*",
    r"if you (?:are not|have received|received)\b.{0,60}\b(?:intended|recipient|addressee|in error|by mistake)\b.*",
    r"please (?:consider|think)\b.*\bprint\w*\b.*|(?:any )?(?:unauthori[sz]ed|review|use|disclosure|copying"
    r"|dissemination"
    r"|distribution)\b.*\bstrictly (?:prohibited|forbidden)\b.*",
    r"dies\w* (?:e-?mail|nachricht|mitteilung|mail)\b.*\b(?:empfänger|adressat|vertrauliche informationen"
    r"|nur für)\w*\b.*|(?:wenn"
    r"|sollten|falls) sie nicht"
    r" der (?:richtige |beabsichtigte |vorgesehene )?(?:empfänger|adressat)\b.*"
    r"|(?:bitte )?denken sie an die umwelt\b.*",
    r"(?:ce (?:message|courriel|mail)|cet e-?mail)\b.*\b(?:destinataire|destiné|pièces jointes)\w*\b.*"
    r"|si vous n['’]êtes pas (?:le )?"
    r"destinataire\b.*|pensez à l['’]environnement\b.*",
    r"este (?:mensaje|correo|e-?mail)\b.*\b(?:destinatario|dirigido|exclusiv)\w*\b.*|si (?:usted )?(?:no es"
    r"|ha recibido)\b.*"
    r"\b(?:destinatario|error)\b.*|antes de imprimir\b.*",
    rf"{_THIS_MESSAGE}.{{0,200}}{_CONFIDENTIAL}.*",
)
"""Patterns of whole lines."""
