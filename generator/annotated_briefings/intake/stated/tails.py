"""Lines that feeds and pages put below a text, in many languages: links to the whole, ways to share, offers of letters.

Each pattern holds for a whole line, or a sentence of it, without the signs around it; case does not matter. A verb of
reading is followed by what is read on this very page (the article, the rest, more), never by other things, so that a
sentence of news that begins with it stays text.
"""

_NAMED = (
    r"(?: (?:the|our|this|der|die|das|dem|den|unserer|unserem|le|la|les|notre|el|il|lo|su|sul|de|del|of|von|di|du"
    r"|da|do"
    r"|web ?site|webseite|site|page|seite|blog|web|sito|sitio|página|p[áa]gina|app))*"
    r"(?: (?-i:[A-Z0-9À-ÞА-Я][\w.&'’-]*|[\w-]+\.[a-z]{2,}\S*)){0,4}"
)
"""Where something can be read: names and hosts."""
_HERE = (
    r"(?:[ :,]*(?:(?:here|now|online|below|hier|jetzt|ici|aquí|acá|qui|aqui|здесь|tu|burada)\b[.:]?"
    rf"|(?:at|on|in|from|via|auf|bei|im|in|unter|sur|dans|chez|en|su|sul|op|bij|em|no|na|на|в|på|i)\b{_NAMED}))?"
)
_NETS = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|instagram|mastodon|bluesky|threads|reddit|pinterest|xing"
    r"|threema"
    r"|messenger|pocket|flipboard|tumblr|vk|вконтакте|weibo|wechat|line|e-?mail|mail|courriel|correo|print|copy link"
    r"|微信|微博|朋友圈|フェイスブック|ツイッター|فيسبوك|تويتر|واتساب)"
)
_THIS = r"(?:this|the)(?: (?:article|story|post|page|entry|piece))?"
MORE = (
    rf"(?:read|see|view|open)(?: the)? (?:full|whole|complete|entire|original)(?: (?:article|story|post|text|report"
    rf"|piece|entry))?{_HERE}",
    rf"(?:go|continue|back) to (?:the )?(?:full |original )?(?:article|story|post|source){_HERE}",
    rf"(?:the )?(?:full|whole|complete|original) (?:article|story|post|text|report){_HERE}|more|more here",
    r"source: (?:the )?original (?:article|story|post)|(?:via|source|quelle|fuente|fonte|bron): (?:https?://\S+"
    r"|www\.\S+)",
    rf"zu[mr] (?:original\w*|quelle|volltext|vollständigen \w+|ganzen \w+){_HERE}",
    rf"(?:(?:den |das )?(?:ganzen? |vollständigen? |kompletten? )?(?:original\w*|artikel|beitrag|text|bericht"
    rf"|volltext)) (?:weiter)?(?:lesen|ansehen|öffnen|anzeigen)|(?:hier|jetzt|online)? ?weiter ?lesen{_HERE}"
    r"|mehr anzeigen",
    rf"lire (?:la suite|plus|davantage|l['’](?:article|original|intégralité)(?: (?:complet|entier|original"
    rf"|intégral|en entier))?|le texte (?:complet|intégral|original)){_HERE}|voir (?:plus|l['’]original|l['’]article)"
    rf"{_HERE}|la suite{_HERE}|suite de l['’]article|continuer (?:la lecture|à lire|de lire){_HERE}",
    rf"(?:leer|lee|lea|ver|continuar|continúe|continúa|seguir|siga|sigue)(?: leyendo| viendo)? ?(?:más|el original"
    rf"|(?:el |la )?(?:artículo|noticia|nota|texto|entrada)(?: (?:complet[oa]|original|enter[oa]))?|todo){_HERE}",
    rf"(?:seguir|sigue|siga|continuar|continúe|continúa) leyendo{_HERE}|texto completo{_HERE}",
    rf"(?:leggi|continua|vai|apri)(?: a leggere| la lettura)?(?: (?:tutto|ancora|di più|il seguito|il resto"
    rf"|(?:al)?l['’](?:articolo|originale)(?: (?:completo|originale|intero))?|la notizia(?: completa)?))?{_HERE}"
    r"|leggi anche\b.{0,140}|(?:per )?saperne di più",
    rf"lees (?:verder|meer|het (?:hele |volledige |originele )?(?:artikel|bericht|verhaal|origineel)){_HERE}"
    rf"|(?:verder|meer) lezen{_HERE}|lees ook\b.{{0,140}}",
    rf"(?:leia|ler|ver|veja|saiba|continue|continuar)(?: a| lendo)? ?(?:mais|ler|leitura|lendo|o original"
    rf"|(?:o |a )?(?:artigo|texto|notícia|matéria)(?: (?:complet[oa]|original|inteir[oa]|na íntegra))?){_HERE}"
    r"|(?:leia|veja) também\b.{0,140}|continue lendo",
    rf"(?:читать|читайте|смотреть)(?: (?:далее|дальше|полностью|ещё|еще|больше|оригинал|статью(?: полностью"
    rf"| целиком)?|весь текст|в источнике)){_HERE}|(?:читайте|смотрите) также\b.{{0,140}}|подробнее{_HERE}",
    r"(?:czytaj (?:dalej|więcej|całość|też.{0,140}|także.{0,140})|więcej|läs (?:mer|vidare|hela artikeln"
    r"|också.{0,140})"
    r"|læs (?:mere|videre|hele artiklen|også.{0,140})|les (?:mer|videre|hele saken|også.{0,140})|lue (?:lisää"
    r"|koko juttu)"
    r"|devamını oku(?:yun)?|devamı|haberin devamı|더 ?보기|계속 읽기|전체 기사 보기|자세히 보기)",
    r"(?:点击|點擊|請|请)?(?:阅读|閱讀|查看|浏览|瀏覽|了解|继续|繼續|展开|展開)(?:更多|全文|原文|阅读|閱讀|详情|詳情|完整报道|完整報導)"
    r"|(?:全文|原文)(?:链接|鏈接|連結|阅读|閱讀)?|更多(?:内容|內容|详情|新闻)?|(?:另请参阅|相关阅读|延伸阅读|相關閱讀)[:：]?.{0,60}",
    r"(?:この記事の)?(?:続き|全文|本文|元記事|記事全文|詳細|詳しく)(?:を|は)?(?:こちら(?:で|から)?)?(?:読む|見る|みる)?"
    r"|もっと(?:読む|見る|みる)|(?:関連記事|あわせて読みたい)[:：]?.{0,60}",
    r"(?:اقرأ|إقرأ|أكمل|تابع|طالع|لقراءة|للاطلاع على|شاهد)(?: (?:المزيد|القراءة|المقال|الخبر|النص|المصدر|التفاصيل"
    r"|على))?"
    r"(?: (?:كاملا|كاملاً|كاملة|كامل|الأصلي|المزيد|من هنا|هنا))?|(?:للمزيد|المزيد|التفاصيل)(?: .{0,30})?"
    r"|(?:اقرأ|إقرأ) (?:أيضا|أيضاً|أيضًا|كذلك)\b.{0,140}",
)
"""Links to the whole text, or to another one."""
SHARE = (
    rf"(?:(?:please )?share(?: {_THIS})?(?: (?:on|via|with|to|by) {_NETS}| with (?:your )?friends)?|share it"
    rf"|tweet(?: {_THIS})?"
    rf"|pin it|copy link|print(?: {_THIS})?|e-?mail {_THIS}):?(?:[ ,/|·:]+(?:share (?:on|via) )?{_NETS})*",
    rf"{_NETS}(?:[ ,/|·]+{_NETS}){{1,}}",
    rf"(?:(?:bitte |jetzt )?(?:diesen |den )?(?:artikel|beitrag|text)?(?:auf|per|via|bei"
    rf"|in)? ?(?:{_NETS} )?(?:weiter)?(?:teilen"
    rf"|empfehlen|versenden|drucken)|teilen (?:auf|per|via|mit) {_NETS}|teilen sie (?:diesen|den) (?:artikel"
    rf"|beitrag)\b.{{0,40}})",
    rf"(?:partager|partagez)(?: (?:cet|l['’])? ?(?:article|page))?(?: (?:sur|par|via) {_NETS})?"
    rf"|envoyer (?:par (?:mail"
    r"|courriel)|à un ami)|imprimer(?: (?:cet|l['’]) ?article)?",
    rf"(?:compartir|comparte|comparta)(?: (?:est[ea]|el|la) (?:artículo|noticia|nota|entrada))?(?: (?:en|por|vía"
    rf"|con) {_NETS})?"
    r"|imprimir(?: (?:este|el) artículo)?",
    rf"(?:condividi)(?: (?:quest['’]|l['’])? ?(?:articolo|notizia))?(?: (?:su|via|con|tramite) {_NETS})?"
    rf"|stampa(?: l['’]articolo)?",
    rf"(?:compartilh(?:e|ar)|partilh(?:e|ar))(?: (?:est[ea]|o|a) (?:artigo|notícia|matéria))?(?: (?:no|na|em|por"
    rf"|via) {_NETS})?",
    rf"(?:deel|delen)(?: (?:dit|het) (?:artikel|bericht))?(?: (?:op|via|met) {_NETS})?",
    rf"поделиться(?: (?:статьёй|статьей|новостью|ссылкой))?(?: (?:в|во|на|через) {_NETS})?|поделитесь (?:с друзьями"
    rf"|статьёй|статьей)",
    rf"(?:udostępnij|dela|del|jaa|paylaş|공유하기|공유)(?: {_THIS}| artykuł| artikeln| artiklen| haberi)?",
    rf"(?:分享|转发|轉發)(?:到|至|本文|文章|此文|给朋友)?(?: ?{_NETS})?"
    rf"|(?:この記事を)?(?:{_NETS}で)?(?:シェア|共有|ツイート)(?:する)?",
    rf"(?:شارك|شاركها|مشاركة|شارك المقال|شارك الخبر|انشر)(?: (?:هذا )?(?:المقال|الخبر))?(?: (?:على|عبر) {_NETS})?",
)
"""Buttons that send a text on."""
LETTERS = (
    r"join (?:our|the) (?:mailing|e-?mail|newsletter) list\b.{0,60}|(?:our |the )?newsletter sign-?up\b.{0,40}"
    r"|(?:want|would you like) (?:more|news|this)\b.{0,60}\b(?:inbox|newsletter)\b.{0,30}"
    r"|(?:enter|add) your e-?mail(?: address)?\b.{0,60}",
    r"(?:(?:unseren?|den|zum|hier|jetzt|kostenlosen?|täglichen?) )*newsletter (?:hier |jetzt "
    r"|kostenlos )*(?:abonnieren"
    r"|bestellen|anmelden|anmeldung)\b.{0,40}|(?:melden sie sich|melde dich|tragen sie sich"
    r"|abonniere)\b.{0,60}\bnewsletter\b.{0,40}"
    r"|newsletter-?(?:anmeldung|abo)\b.{0,40}|jetzt abonnieren",
    r"(?:recevez|inscrivez-vous|s['’]inscrire|abonnez-vous|s['’]abonner|je m['’]abonne|je m['’]inscris)\b.{0,60}"
    r"\b(?:newsletter|infolettre|lettre d['’]info\w*|bulletin)\b.{0,40}|s['’]abonner|je m['’]abonne",
    r"(?:reciba|recibe|apúnt[ea]\w*|inscríb[ea]\w*|regístr[ea]\w*)\b.{0,60}\b(?:bolet[ií]n|newsletter)\b.{0,40}",
    r"(?:iscriviti|ricevi|abbonati|registrati)\b.{0,60}\bnewsletter\b.{0,40}|iscriviti(?: ora| qui)?"
    r"|abbonati(?: ora| qui)?",
    r"(?:meld je|schrijf je|meld u|schrijf u|abonneer je|ontvang)\b.{0,60}\bnieuwsbrief\b.{0,40}",
    r"(?:assine|receba|inscreva-se|cadastre-se|subscreva)\b.{0,60}\b(?:newsletter|boletim)\b.{0,40}",
    r"(?:подпишитесь|подписывайтесь|подписаться)\b.{0,60}",
    r"(?:zapisz się|prenumerera|tilmeld dig|meld deg|tilaa|abone ol(?:un)?)\b.{0,60}|뉴스레터 (?:구독|신청)(?:하기)?",
    r"(?:欢迎|歡迎|点击|请|請)?(?:订阅|訂閱|关注|關注)(?:我们|我們|本报|本報|《.{1,20}》)?的?(?:通讯|通訊|电子报|電子報|简报|简讯|公众号|频道|新闻信|邮件).{0,20}"
    r"|(?:メルマガ|メールマガジン|ニュースレター)(?:の?(?:登録|購読)(?:は?こちら|する)?|に登録.{0,10}).{0,10}",
    r"(?:اشترك|اشتركوا|سجل|انضم)\b.{0,60}\b(?:النشرة|نشرتنا|البريدية|القائمة البريدية|نشرة).{0,40}",
)
"""Offers of letters."""
FIRST = (
    r"l['’]articolo .{3,200} (?:proviene da|sembra essere il primo su|è apparso per la prima volta su) .{2,80}",
    r"(?:het bericht|het artikel|dit (?:artikel|bericht)) .{0,200}(?:verscheen"
    r"|is) (?:als )?eerste?(?: verschenen)? (?:op|in) .{2,80}",
    r"(?:o post|o artigo|a publicação|este artigo) .{0,200}(?:apareceu|foi publicado|surgiu) (?:primeiro"
    r"|pela primeira vez|originalmente)"
    r" (?:em|no|na) .{2,80}",
    r"la entrada .{3,200} (?:aparece|se publica) (?:primero|por primera vez) en .{2,80}",
    r"(?:запись|сообщение|статья) .{3,200} (?:впервые появил\w+|впервые опубликован\w+|появил\w+ сначала)(?: (?:на"
    r"|в))? .{2,80}",
    r"(?:artykuł|wpis) .{3,200} pojawił się (?:poczatkowo|początkowo|najpierw) na .{2,80}"
    r"|inlägget .{3,200} dök först upp på .{2,80}"
    r"|indlægget .{3,200} blev først udgivet .{2,80}|innlegget .{3,200} dukket først opp på .{2,80}",
    r"(?:本文|该文|该报道|此文)(?:最初|最早|首)(?:发表|刊登|刊载|發表|刊登)于.{2,40}|(?:投稿|この記事は)「?.{2,80}」?(?:は|が)?.{1,40}に最初に(?:表示|掲載)されました",
    r"(?:ظهر|ظهرت|نشر)(?:ت)? (?:المقال|المقالة|التدوينة|هذا المقال|أولا|أولاً)\b.{0,200}",
)
"""Where a text appeared first."""
