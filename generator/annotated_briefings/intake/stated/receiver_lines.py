"""Sentences of letters that speak to their receiver alone, in fifteen languages: to whom the letter was sent and why,
how to leave, where to read it on the web.

Each pattern holds for a whole sentence without its marks.
"""

_NAME = r"(?-i:[A-ZÀ-ÞŁŚŻА-Я][\w.'’-]+)"
_WHOM = (
    rf"(?:\S+@\S+.{{0,80}}|{_NAME}(?: (?:de|van|von|der|di|da|du|del|la|le|el|bin|al)){{0,2}}(?: {_NAME}){{1,3}}"
    r"(?:,? (?:by|from|on behalf of|because|as|since|von|vom|weil|da|par|de la part|car|por|porque|da|perché|door"
    r"|omdat"
    r"|przez|av|fordi|eftersom|от|так как)\b.{0,100})?)"
)
"""A mail address, or the whole name of somebody; it was not written to a ministry."""
RECEIVER_LINES = (
    # English
    r"(?:this|the) (?:e-?mail|message|newsletter|letter|mailing|briefing|edition|update) (?:was|is|has been|is being)"
    r" (?:originally )?(?:sent|e-?mailed|delivered|addressed|mailed|intended|meant|generated) (?:to|for|only for)"
    rf" (?:you\b.{{0,100}}|{_WHOM})",
    r"(?:sent|delivered|e-?mailed|mailed|addressed|forwarded) to:? \S+@\S+.*|(?:intended )?recipient: .{1,60}",
    r"(?:you|we) .{0,30}\b(?:got|get|received|sent you|send you|e-?mailed you) this"
    r" (?:e-?mail|message|newsletter|letter|mailing|briefing|note|because|as|since)\b.{0,140}",
    r"you(?:['’]re| are) (?:(?:now |currently )?(?:logged|signed) in as|subscribed (?:to .{2,60} )?(?:as|with|under)"
    r"|registered (?:as|with)|on (?:this|our|the) (?:e-?mail|mailing) list)\b.*",
    r"why (?:am i|are you|did i|did you|do i) (?:get|getting|receive|receiving|got)\b.{0,60}",
    r"(?:your|our) (?:subscriber|subscription|customer|member(?:ship)?|account|reader|reference)[ -]?(?:number"
    r"|no\.?|id|key"
    r"|code)\b.{0,60}|(?:subscriber|subscription|recipient|member|contact)[ -]?(?:number|no\.?|id|key)\s?[:#].{1,60}",
    r"(?:to )?(?:stop|opt out of|leave|cancel|end|turn off) (?:receiving |getting )?(?:these|this|our|your|the"
    r"|all|such)"
    r" (?:.{0,20}(?:e-?mails?|messages?|newsletters?|letters?|mailings?|list|subscription|notifications?))\b.{0,80}",
    r"(?:our mailing address is|add us to your (?:address book|contacts)|no longer (?:want|wish) (?:to (?:receive"
    r"|get)"
    r"|these)).{0,140}",
    # German
    rf"diese[rs]? (?:e-?mail|mail|nachricht|newsletter|brief|rundschreiben|ausgabe) (?:wurde|wird|ist|ging|geht)"
    rf" (?:.{{0,20}} )?an"
    rf" (?:{_WHOM}|(?:sie|dich|.{{1,60}}) (?:gesendet|gesandt|verschickt|versendet|versandt|geschickt|adressiert))",
    r"(?:gesendet|versendet|verschickt|gesandt) an:? \S+@\S+.*|(?:du|ihr) (?:erhältst|bekommst|erhaltet"
    r"|bekommt) dies\w*\b.*"
    r"|(?:warum|weshalb|wieso) (?:erhalte|bekomme|erhalten|bekommen|erhältst) (?:ich|sie|du)\b.{0,60}"
    r"|(?:ihre?|deine?|unsere?) (?:kunden|abo|abonnenten|mitglieds|leser)-?(?:nummer|nr\.?|id|kennung)\b.{0,60}"
    r"|(?:kunden|abo|abonnenten|mitglieds)-?(?:nummer|nr\.?|id)\s?:.{1,60}"
    r"|(?:sie sind|du bist) (?:angemeldet|registriert|eingetragen|eingeloggt) (?:als|mit|unter)\b.*",
    r"(?:wenn|falls|sofern|möchten|wollen) (?:sie|du)\b.{0,60}\b(?:keine|nicht (?:mehr"
    r"|länger))\b.{0,40}\b(?:e-?mails?"
    r"|newsletter|nachrichten|post)\b.{0,80}",
    # French
    r"(?:ce (?:message|mail|courriel|bulletin)|cet? e-?mail|cette (?:lettre|newsletter|infolettre)) (?:a été|est"
    r"|vous est)"
    rf" (?:envoyée?|adressée?|destinée?|expédiée?) (?:à|au) {_WHOM}",
    r"envoyée? à:? \S+@\S+.*|(?:tu reçois|vous avez reçu|tu as reçu) (?:ce|cet|cette)\b.*"
    r"|pourquoi (?:est-ce que )?(?:je reçois|recevez-vous|ai-je reçu|reçois-je)\b.{0,60}"
    r"|(?:votre|ton) (?:numéro|identifiant|n°) (?:d['’]abonnée?|de client|d['’]adhérent|client)\b.{0,60}"
    r"|(?:si vous ne souhaitez|si vous ne voulez|pour ne) plus recevoir\b.{0,120}",
    # Spanish
    r"este (?:correo|mensaje|bolet[ií]n|e-?mail)(?: electrónico)? (?:fue|ha sido|se (?:ha )?envi[oó]|está|va)"
    rf"(?: (?:enviado|dirigido|destinado|remitido))? (?:a|para) {_WHOM}",
    r"enviado a:? \S+@\S+.*|(?:has recibido|ha recibido|te llega|le llega) este\b.*"
    r"|¿?por qué (?:recibo|recibes|recibe|he recibido)\b.{0,60}"
    r"|(?:su|tu) (?:número|código|id) de (?:cliente|suscriptor|abonado|socio)\b.{0,60}"
    r"|si (?:ya )?no (?:deseas?|quieres?) (?:seguir )?recib\w+\b.{0,120}",
    # Italian
    r"(?:quest[ao] (?:e-?mail|mail|newsletter|comunicazione|messaggio|lettera)) (?:è|è stat[ao]|viene)"
    rf"(?: (?:inviat|spedit|indirizzat|destinat|mandat)[ao])? (?:a|per) {_WHOM}",
    r"inviat[ao] a:? \S+@\S+.*|(?:hai ricevuto|ha ricevuto|ricevi|riceve|stai ricevendo|sta ricevendo) quest\w\b.*"
    r"|perché (?:ricevo|ricevi|ho ricevuto)\b.{0,60}|(?:annulla l['’]iscrizione|disiscri\w+|cancella(?:ti"
    r"|re) (?:dalla"
    r"|l['’]iscrizione))\b.{0,80}|(?:visualizza|leggi|apri).{0,30}\b(?:nel|in|sul) (?:tuo )?browser\b.*",
    # Portuguese
    r"est[ae] (?:e-?mail|mensagem|boletim|newsletter|correio)(?: eletr[óô]nico)? (?:foi|é|está sendo)"
    rf"(?: (?:enviad|destinad|dirigid)[oa])? (?:a|para|ao) {_WHOM}",
    r"enviad[oa] (?:a|para):? \S+@\S+.*|(?:você )?(?:recebeu|recebe|está recebendo|está a receber"
    r"|recebes) est[ae]\b.*"
    r"|por que (?:recebi|recebo|estou recebendo)\b.{0,60}|cancelar (?:a |sua )?(?:inscrição|assinatura"
    r"|subscrição)\b.{0,80}"
    r"|(?:descadastr|desinscrev)\w+.{0,80}|(?:ver|abrir|visualizar).{0,30}\bno (?:seu )?navegador\b.*",
    # Dutch
    r"(?:deze (?:e-?mail|mail|nieuwsbrief|brief)|dit (?:bericht|e-?mailbericht)) (?:is|werd|wordt|was)"
    rf" (?:(?:verzonden|verstuurd|gestuurd|gericht|bestemd) )?(?:aan|naar|voor) {_WHOM}",
    r"(?:verzonden|verstuurd|gestuurd) (?:aan|naar):? \S+@\S+.*|(?:u|je|jij) (?:ontvangt|krijgt|ontving"
    r"|kreeg) (?:deze|dit)\b.*"
    r"|waarom (?:ontvang|krijg) (?:ik|u|je)\b.{0,60}|(?:afmelden|uitschrijven|schrijf (?:je|u) uit|meld (?:je"
    r"|u) af)\b.{0,80}"
    r"|(?:bekijk|lees|open) .{0,30}\b(?:in (?:je|uw|de) browser|online)\b.*",
    # Polish
    r"(?:ta wiadomość|niniejsza wiadomość|ten e-?mail|ten newsletter) (?:został[ay]?|jest) (?:wysłan|skierowan"
    r"|przeznaczon)\w+"
    rf" (?:do|na|dla) {_WHOM}",
    r"wysłan[oay] (?:do|na):? \S+@\S+.*|(?:otrzymujesz|otrzymałe?[śa]ś?|otrzymali państwo|otrzymują państwo"
    r"|dostajesz)"
    r" (?:tę|ten|tego|niniejsz\w+)\b.*|dlaczego (?:otrzymuję|otrzymujesz|dostaję)\b.{0,60}"
    r"|(?:wypisz się|zrezygnuj z|anuluj subskrypcję|aby zrezygnować)\b.{0,80}"
    r"|(?:zobacz|otwórz|wyświetl) .{0,30}\bw przeglądarce\b.*",
    # Swedish, Danish, Norwegian
    r"(?:detta|det här|denne?|dette) (?:mejl|mail|e-post|brev|meddelande|nyhetsbrev|besked|nyhedsbrev|melding)\w*"
    rf" (?:skickades|har skickats|är skickat|är avsett|blev sendt|er sendt|ble sendt) (?:till|för|til) {_WHOM}",
    r"du (?:får|fick|har fått|modtager|har modtaget|mottar) (?:detta|det här|denne?|dette)\b.*|varför får (?:jag"
    r"|du)\b.{0,60}"
    r"|(?:avregistrera|avsluta prenumeration|avprenumerera|afmeld|meld deg av)\w*\b.{0,80}"
    r"|(?:visa|läs|se|vis) .{0,30}\bi (?:din )?(?:webbläsare\w*|browser|nettleser\w*)\b.*",
    # Russian
    rf"это (?:письмо|сообщение|уведомление) (?:было )?(?:отправлено|направлено|предназначено|адресовано"
    rf"|выслано) (?:на (?:адрес )?|для )?{_WHOM}",
    r"(?:вы (?:получили|получаете)|ты получил\w*|вам пришло) это\b.*|почему (?:я получаю|вы получаете"
    r"|мне пришло)\b.{0,60}"
    r"|(?:отписаться|отпишитесь|отказаться от рассылки|чтобы отписаться)\b.{0,80}"
    r"|(?:открыть|посмотреть|читать|просмотреть) .{0,30}\bв браузере\b.*|(?:ваш )?номер (?:подписчика"
    r"|клиента)\b.{0,60}",
    # Turkish
    r"bu (?:e-?posta|ileti|mesaj|bülten|mektup)\w*\b.{0,80}\b(?:gönderil|iletil)\w+",
    r"bu (?:e-?posta|ileti|mesaj|bülten)\w*\b.{0,30}\b(?:alıyorsunuz|aldınız|alma nedeniniz|almanızın nedeni)\b.*"
    r"|(?:abonelikten (?:çık|ayrıl)|aboneliği iptal)\w*\b.{0,80}|.{0,30}\btarayıcı\w* (?:görüntüle|aç|oku)\w*.{0,20}",
    # Chinese
    r"(?:本|此|该|這封|这封|這|这)(?:邮件|郵件|电邮|電郵|信件|信|消息|通讯|通訊|电子报|電子報).{0,12}(?:发送|發送"
    r"|寄送|发|發|寄)(?:至|给|給|到|往).{0,60}",
    r"(?:您|你)?(?:之所以)?(?:会|會)?(?:收到|接收到?)(?:了)?(?:本|此|该|這封|这封|這|这)(?:邮件|郵件|电邮|電郵|信"
    r"|消息|电子报|電子報).{0,80}"
    r"|(?:为什么|為什麼|为何|為何)(?:我|您|你)?(?:会|會)?收到.{0,30}|.{0,20}(?:退订|退訂|取消订阅|取消訂閱).{0,30}"
    r"|.{0,10}在?(?:浏览器|瀏覽器)(?:中|里|裡|內)?(?:查看|打开|打開|閱讀|阅读|观看|檢視).{0,20}|(?:您"
    r"|你)的(?:客户|客戶|订阅|訂閱|会员|會員)(?:编号|編號|号|號).{0,40}",
    # Japanese
    r"(?:この|本)(?:電子)?(?:メール|メッセージ|ニュースレター|メルマガ|通知)は.{0,80}(?:送信|配信|お送り|お届け"
    r"|送付).{0,30}",
    r".{0,20}(?:この|本)(?:メール|メッセージ|ニュースレター)(?:を|が)(?:受け取|受信|届).{0,80}|.{0,30}(?:配信停止"
    r"|登録解除|購読解除|購読を(?:停止|解除|中止)).{0,40}"
    r"|.{0,20}(?:ブラウザー?|ウェブ)(?:で|から)(?:表示|見る|閲覧|読む|ご覧).{0,20}|(?:お客様|会員|購読者)番号.{0,40}",
    # Korean
    r"(?:이|본) ?(?:메일|이메일|메시지|뉴스레터|전자우편)(?:은|는)? .{0,80}(?:발송|전송|보내|보낸|발신).{0,30}",
    r"(?:이|본) ?(?:메일|이메일|메시지|뉴스레터)(?:을|를) (?:받|수신).{0,80}|.{0,30}(?:수신 ?거부|구독 ?(?:취소"
    r"|해지|중단)).{0,40}"
    r"|.{0,20}브라우저(?:에서|로) (?:보기|열기|읽기).{0,20}",
    # Arabic
    r"(?:لقد )?(?:تم )?(?:أ?ُ?رسلت|أُرسل|إرسال|ارسال) (?:هذه|هذا) (?:الرسالة|البريد|النشرة|الإيميل).{0,100}"
    r"|(?:هذه|هذا) (?:الرسالة|البريد|النشرة).{0,30}(?:مرسلة|مرسل|موجهة|موجه|أرسلت) إلى.{0,80}",
    r"(?:لقد )?(?:تلقيت|تتلقى|تصلك|وصلتك|استلمت|تستلم) (?:هذه|هذا) (?:الرسالة|البريد|النشرة|الإيميل).{0,100}"
    r"|لماذا (?:تلقيت|أتلقى|تصلني).{0,60}|.{0,20}(?:إلغاء|الغاء) (?:الاشتراك|اشتراكك).{0,60}"
    r"|.{0,20}عرض .{0,30}في المتصفح.{0,20}",
)
