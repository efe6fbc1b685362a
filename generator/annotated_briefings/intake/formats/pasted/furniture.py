"""Short lines that pages have around their text: menus, buttons, boxes, lists of other articles; in many languages.

A line is compared without case, signs and numbers, so that `12 Comments` and `Comments (3)` are one.
"""

import re
from collections.abc import Mapping

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.labels import PageRole, page_line
from annotated_briefings.intake.stated.closed.consents import asks_for_consent

MENU, SHARE, TOOL, AD, LETTER, COOKIES, COMMENTS, RELATED, LISTS, READING = (
    "a menu", "a way to share it", "a button of a page", "an advertisement", "how to subscribe or leave",
    "a notice of cookies", "about comments", "a link to more", "a list of other articles", "how long it takes to read",
)  # fmt: skip
_LINES: Mapping[str, str] = {
    MENU: (
        "s'inscrire|s’inscrire|inscription|je m'inscris|iscriviti|apúntate|inscribirse|inscreva-se|inschrijven"
        "|anmäl dig|tilmeld dig|skip to content|skip to main content|skip to main|skip navigation"
        "|sign up|sign up now|sign up here|sign me up|join now|subscribe today|jetzt anmelden"
        "|m'abonner|suscribirme|abbonati"
        "|menu|main menu|home|homepage|search|sign in"
        "|log in|login|log out|register|my account|account|subscribe|subscribe now|sections|more sections|navigation"
        "|close|close menu|open menu|toggle navigation|e-paper|today's paper|live|watch live|breaking news|breaking"
        "|zum inhalt springen|zum inhalt|direkt zum inhalt|menü|startseite|suche|suchen|anmelden|abmelden|einloggen"
        "|registrieren|mein konto|abo|abonnieren|jetzt abonnieren|ressorts|navigation öffnen|schließen|merkliste"
        "|aller au contenu|accéder au contenu|accueil|rechercher|recherche|se connecter|connexion|s'abonner"
        "|s’abonner|mon compte|rubriques|fermer|en direct|le direct|ir al contenido|saltar al contenido|inicio|portada"
        "|buscar|iniciar sesión|suscríbete|suscribirse|mi cuenta|secciones|cerrar|en directo|menú|vai al contenuto"
        "|salta al contenuto|cerca|accedi|abbonati|il mio account|sezioni|chiudi|ir para o conteúdo"
        "|pular para o conteúdo"
        "|início|entrar|assine|assine já|minha conta|seções|fechar|naar de inhoud|ga naar de inhoud|zoeken|zoek"
        "|inloggen|aanmelden|mijn account|abonneer|sluiten|voorpagina|hoppa till innehåll|meny|sök|logga in|prenumerera"
        "|stäng|startsida|gå til indhold|gå til innhold|søg|søk|log ind|logg inn|abonnér|abonner|lukk|luk"
        "|forside|forsiden"
        "|przejdź do treści|strona główna|szukaj|zaloguj się|zaloguj|subskrybuj|zamknij|moje konto|перейти к содержанию"
        "|меню|главная|поиск|войти|вход|подписаться|закрыть|разделы|içeriğe geç|menü|ana sayfa|anasayfa|ara|giriş yap"
        "|üye ol|abone ol|kapat|跳到主要内容|菜单|首页|首頁|搜索|搜尋|登录|登入|注册|註冊|订阅|訂閱|关闭|關閉|导航"
        "|本文へスキップ|メニュー|ホーム|検索|ログイン|会員登録|購読|閉じる|본문 바로가기|메뉴|홈|검색|로그인"
        "|회원가입|구독|닫기"
        "|انتقل إلى المحتوى|تخطى إلى المحتوى|القائمة|الرئيسية|بحث|ابحث|تسجيل الدخول|دخول|اشترك|إغلاق"
    ),
    SHARE: (
        "share|share this|share article|share this article|save|saved|save article|share on facebook|share on x"
        "|share on twitter|share via email|share on whatsapp|share on linkedin|share full article|copy link|link copied"
        "|copied|email|e-mail|print|print article|print this|facebook|twitter|x|whatsapp|linkedin|telegram|bluesky"
        "|instagram|youtube|tiktok|reddit|messenger|pinterest|bookmark|gift this article|give this article|tweet"
        "|follow|follow us|follow us on|republish|copy|teilen|artikel teilen|merken|artikel merken|speichern|drucken"
        "|artikel drucken|per mail|per e-mail teilen|link kopieren|verschenken|artikel verschenken|folgen|weiterleiten"
        "|partager|partager l'article|partager l’article|enregistrer|sauvegarder|imprimer|envoyer|envoyer par mail"
        "|copier le lien|lien copié|offrir|offrir l'article|ajouter à vos favoris|suivre|réagir|compartir"
        "|compartir noticia|guardar|imprimir|enviar|copiar enlace|seguir|condividi|salva|stampa|invia|copia link|segui"
        "|partilhar|compartilhar|salvar|copiar link|siga|delen|deel|deel dit artikel|bewaren|opslaan|afdrukken"
        "|kopieer link"
        "|volgen|dela|spara|skriv ut|kopiera länk|följ|del|gem|lagre|kopiér link|kopier lenke|følg|udostępnij"
        "|zapisz|drukuj"
        "|kopiuj link|obserwuj|поделиться|сохранить|печать|распечатать|скопировать ссылку|отправить|paylaş"
        "|kaydet|yazdır"
        "|bağlantıyı kopyala|takip et|分享|收藏|打印|列印|复制链接|複製連結|转发|轉發|关注|微信|微博|シェア"
        "|シェアする|保存"
        "|保存する|印刷|印刷する|リンクをコピー|ツイート|フォロー|ブックマーク|공유|공유하기|저장|인쇄|인쇄하기"
        "|링크 복사|스크랩"
        "|북마크|شارك|مشاركة|شارك المقال|حفظ|احفظ|طباعة|نسخ الرابط|تابع|تابعنا|أرسل"
    ),
    TOOL: (
        "listen|listen to this article|listen to article|play|pause|text size|font size|larger text|smaller text"
        "|translate|view gallery|view image|view photos|open image|enlarge image|image|images|video|photo|photos"
        "|loading|show more|show all|read more|see more|view more|expand|back to top|top|report an error|report a typo"
        "|add as preferred source|add us on google|google preferred source|getty images|reuters|ap|afp|anhören"
        "|artikel anhören|vorlesen|schriftgröße|bild vergrößern|bild|bilder|bildergalerie|video|nach oben|mehr anzeigen"
        "|weiterlesen|fehler melden|korrekturhinweis|écouter|écouter l'article|lire|taille du texte|voir la galerie"
        "|agrandir|agrandir l'image|voir plus|afficher plus|haut de page|signaler une erreur|escuchar|escucha"
        "|tamaño del texto|ver galería|ampliar|ver más|mostrar más|volver arriba|ascolta|ascolta l'articolo"
        "|ingrandisci|mostra altro|torna su|ouvir|ouça|ampliar imagem|ver mais|voltar ao topo|luister|beluister"
        "|vergroot|toon meer|lees meer|terug naar boven|lyssna|visa mer|till toppen|lyt|vis mere|vis mer|posłuchaj"
        "|pokaż więcej|do góry|слушать|прослушать|показать ещё|показать еще|наверх|увеличить|dinle|daha fazla|büyüt"
        "|yukarı|收听|朗读|查看更多|展开|字号|放大图片|返回顶部|聞く|再生|拡大|もっと見る|文字サイズ"
        "|ページトップへ|듣기"
        "|더보기|글자크기|글자 크기|맨위로|استمع|عرض المزيد|تكبير|حجم الخط|أعلى الصفحة"
    ),
    AD: (
        "advertisement|advertisements|ad|ads|sponsored|sponsored content|promoted|paid content|story continues below"
        "|article continues below|article continues after advertisement|continue reading below|scroll to continue"
        "|skip advertisement|anzeige|anzeigen|werbung|sponsored post|nach der werbung weiterlesen"
        "|der artikel wird nach der werbung fortgesetzt|publicité|pub|contenu sponsorisé|la suite après la publicité"
        "|publicidad|anuncio|contenido patrocinado|pubblicità|contenuto sponsorizzato|publicidade|anúncio|propaganda"
        "|continua depois da publicidade|advertentie|gesponsord|annons|reklam|annonce|annonse|reklame|reklama"
        "|tekst sponsorowany|реклама|на правах рекламы|reklam|ilan|广告|廣告|広告|スポンサー|광고|إعلان|إعلانات|دعاية"
    ),
    COMMENTS: (
        "comments|comment|leave a comment|view comments|show comments|join the conversation|add a comment|read comments"
        "|post a comment|no comments|no comments yet|comments are closed|most recommended comments|kommentare"
        "|kommentar|kommentar schreiben|kommentieren|kommentare lesen|kommentare anzeigen|diskutieren sie mit"
        "|commentaires|commentaire|commenter|laisser un commentaire|lire les commentaires|réactions|comentarios"
        "|comentario|comentar|deja un comentario|ver comentarios|commenti|commento|commenta|lascia un commento"
        "|comentários|comentário|deixe um comentário|reacties|reactie|reageer|plaats een reactie|kommentarer"
        "|kommentera|kommentér|komentarze|skomentuj|dodaj komentarz|комментарии|комментариев|комментировать"
        "|оставить комментарий|обсудить|yorumlar|yorum|yorum yap|评论|評論|发表评论|条评论|コメント|コメントする|댓글"
        "|댓글 쓰기|댓글쓰기|تعليقات|تعليق|أضف تعليقا|أضف تعليقاً|التعليقات"
    ),
    RELATED: (
        "related|related topics|related stories|related articles|related content|related links|related internet links"
        "|more on this story|more on this topic|more on this|read also|also read|see also|further reading|read next"
        "|in this story|topics|tags|background|explore more|more about|zum thema|mehr zum thema|verwandte artikel"
        "|verwandte themen|lesen sie auch|auch interessant|das könnte sie auch interessieren|mehr dazu"
        "|weitere artikel|weiterführende links|hintergrund|themen|schlagworte|schlagwörter|lire aussi"
        "|à lire aussi|voir aussi"
        "|sur le même sujet|articles liés|articles connexes|pour aller plus loin|thèmes|mots-clés|lee también"
        "|leer también"
        "|te puede interesar|le puede interesar|noticias relacionadas|artículos relacionados|más sobre este tema|temas"
        "|etiquetas|archivado en|leggi anche|potrebbe interessarti|articoli correlati|argomenti|per approfondire|temi"
        "|leia também|leia mais|veja também|saiba mais|notícias relacionadas|matérias relacionadas|tópicos|assuntos"
        "|lees ook|meer over dit onderwerp|gerelateerde artikelen|gerelateerd|onderwerpen|läs också|läs även|läs mer"
        "|relaterat|mer om|ämnen|læs også|relaterede artikler|les også|relaterte saker|emner|czytaj także|czytaj też"
        "|zobacz też|zobacz także|powiązane artykuły|przeczytaj także|tematy|tagi|читайте также|по теме"
        "|материалы по теме"
        "|смотрите также|связанные материалы|темы|теги|ilgili haberler|bunlar da ilginizi çekebilir|ayrıca okuyun"
        "|etiketler|konular|相关阅读|相關閱讀|相关新闻|相關新聞|相关文章|延伸阅读|延伸閱讀|标签|標籤|关键词|関連記事"
        "|関連ニュース|あわせて読みたい|関連リンク|タグ|キーワード|관련기사|관련 기사|관련뉴스|관련 뉴스"
        "|함께 보면 좋은 기사"
        "|태그|اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|مقالات ذات صلة|موضوعات متعلقة|الوسوم|وسوم"
    ),
    LISTS: (
        "most read|most viewed|most popular|most shared|most watched|popular|popular now|trending|trending now"
        "|top stories"
        "|latest|latest news|latest stories|more stories|more news|more from|more like this|you may also like"
        "|you might also like|recommended|recommended for you|recommended stories|editor's picks|editors' picks"
        "|around the web"
        "|from the web|from our partners|up next|don't miss|elsewhere|features|what to read next|headlines"
        "|in other news"
        "|meistgelesen|meistgelesene artikel|am meisten gelesen|beliebt|neueste artikel|aktuelle nachrichten"
        "|mehr nachrichten|top-themen|topthemen|top themen|empfohlen|für sie empfohlen"
        "|empfehlungen der redaktion|neueste"
        "|das interessiert andere|mehr aus|weitere nachrichten|mehr von|les plus lus|les plus populaires|à la une"
        "|dernières actualités|dernières infos|les dernières actualités|vous aimerez aussi|recommandé pour vous"
        "|nos recommandations|le plus lu|plus d'articles|l'actualité|lo más leído|lo más visto|más leídas"
        "|últimas noticias|lo último|más noticias|recomendados|recomendado para ti|destacados|i più letti|più letti"
        "|più lette|le più lette|ultime notizie|ultim'ora|altre notizie|consigliati|mais lidas|as mais lidas|mais lidos"
        "|últimas notícias|mais notícias|recomendadas|recomendado para você|veja mais|meest gelezen|best gelezen"
        "|net binnen|laatste nieuws|meer nieuws|aanbevolen|mest lästa|senaste nytt|senaste|mer nyheter|rekommenderat"
        "|mest læste|mest læst|mest lest|seneste nyt|siste nytt|seneste|anbefalet|anbefalt|najczęściej czytane"
        "|popularne|najnowsze|najpopularniejsze|polecane|więcej wiadomości|самое читаемое|популярное|главное"
        "|последние новости"
        "|новости дня|рекомендуем|ещё новости|другие новости|лента новостей|en çok okunanlar|çok okunanlar|son dakika"
        "|son haberler|öne çıkanlar|önerilenler|热门|熱門|最热|热门新闻|热门文章|热点新闻|最新消息|最新新闻"
        "|推荐阅读|推薦閱讀|为你推荐"
        "|猜你喜欢|更多新闻|アクセスランキング|ランキング|人気記事|新着記事|最新ニュース|おすすめ|おすすめ記事"
        "|많이 본 뉴스|많이 본 기사"
        "|인기기사|인기 기사|최신뉴스|최신 뉴스|추천기사|추천 기사|الأكثر قراءة|الأكثر مشاهدة|آخر الأخبار"
        "|أحدث الأخبار|أهم الأخبار"
        "|المزيد من الأخبار|قد يعجبك أيضا|قد يهمك|نرشح لك"
    ),
}
"""Lines by what they are; phrases are parted by bars."""


def folded(line: str) -> str:
    """A line without case, signs and numbers."""
    return re.sub(r"[\W\d_]+", " ", line.casefold()).strip()


_BY_LINE = {folded(phrase): why for why, phrases in _LINES.items() for phrase in phrases.split("|")}
_AGO = regex(
    r"(?:(?:published|updated|posted|last updated|aktualisiert|veröffentlicht|publié|mis à jour|actualizado|publicado"
    r"|aggiornato|pubblicato|atualizado|bijgewerkt|geplaatst|uppdaterad|publicerad|opdateret|oppdatert|zaktualizowano"
    r"|обновлено|опубликовано|güncellendi)\W*)?"
    r"(?:(?:an?|one|\d{1,3})\s?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?) ago"
    r"|vor (?:einer?|einem|\d{1,3}) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)"
    r"|(?:il y a|publié il y a) (?:une?|\d{1,3}) ?(?:min\w*|h\w*|jours?|semaines?|mois|ans?)"
    r"|hace (?:una?|\d{1,3}) ?(?:min\w*|h\w*|días?|semanas?|mes(?:es)?|años?)"
    r"|(?:há|ha) (?:uma?|\d{1,3}) ?(?:min\w*|h\w*|dias?|semanas?|meses|mês|anos?)"
    r"|(?:un[ao']?|\d{1,3}) ?(?:min\w*|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]) fa"
    r"|(?:een|\d{1,3}) (?:min\w*|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar) geleden"
    r"|(?:för )?(?:en|ett|\d{1,3}) (?:min\w*|timm\w+|dag(?:ar)?|veck\w+) sedan|(?:for )?(?:en|\d{1,3}) (?:min\w*"
    r"|time\w*"
    r"|dag\w*|uge\w*|uke\w*) siden|(?:\d{1,3} )?(?:min\w*|godz\w*|dzień|dni|tygo\w+) temu"
    r"|\d{1,3} ?(?:минут\w*|час\w*|дн\w+|день|недел\w+) назад|(?:\d{1,3}|bir) (?:dakika|saat|gün|hafta) önce"
    r"|\d{1,3} ?(?:分钟|分鐘|小时|小時|天|周|个月)前|\d{1,3} ?(?:分|時間|日|週間)前|\d{1,3} ?(?:분|시간|일|주) ?전"
    r"|(?:منذ|قبل) (?:\d{1,3} )?(?:دقيقة|دقائق|ساعة|ساعات|ساعتين|يوم|أيام|يومين|أسبوع|أسابيع))\W*",
    re.IGNORECASE,
)
_READING = regex(
    r"(?:reading time|est(?:imated)? read(?:ing)? time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura"
    r"|tempo di lettura|tempo de leitura|leestijd|lästid|læsetid|lesetid|czas czytania|время чтения|время на чтение"
    r"|okuma süresi|阅读时间|閱讀時間|阅读时长|読了時間|읽는 시간|وقت القراءة|مدة القراءة)\W*\d{0,3}\W*\w{0,10}\W*"
    r"|\d{1,3}[- ]?(?:min(?:ute)?s?[- ]read|min(?:uten)? lesezeit|min(?:utes)? de lecture|min de lectura|min de leitura"
    r"|min di lettura|min leestijd|min läsning|dk okuma|мин(?:ут)?\w* чтения|分钟阅读|分で読めます)\W*|\d{1,3} views"
    r"|\d{1,3} ?min",
    re.IGNORECASE,
)
_COOKIES = regex(
    r"(?:we (?:and our partners )?(?:use|value) (?:your privacy|cookies)|this (?:web)?site uses cookies"
    r"|by (?:clicking|continuing)"
    r"\b.{0,60}\b(?:cookies|agree|accept)|wir (?:und unsere partner )?(?:verwenden|nutzen) cookies|diese (?:web)?site"
    r" (?:verwendet|nutzt) cookies|(?:nous|ce site) utilis\w+ des cookies|(?:usamos|utilizamos|este sitio (?:web )?"
    r"(?:usa|utiliza)) cookies|(?:usiamo|utilizziamo|questo sito utilizza) (?:i )?cookie|(?:wij|we|deze site)"
    r" gebruik\w*n? cookies|vi (?:använder|bruger|bruker) (?:cookies|kakor|informasjonskapsler)|(?:ta strona|używamy)"
    r"\b.{0,30}\b(?:cookies|plik\w+)|(?:мы|сайт) использу\w+ (?:файлы )?(?:cookie|куки)|(?:bu site"
    r"|sitemiz)\b.{0,20}çerez"
    r"|(?:我们|本网站|本網站)使用\s?cookie|(?:当|この)サイトでは.{0,6}cookie|이 (?:사이트|웹사이트)는 쿠키"
    r"|نستخدم ملفات تعريف الارتباط"
    r").*|(?:accept|reject|allow|decline)(?: all)?(?: cookies)?|(?:manage|cookie|privacy) (?:preferences"
    r"|settings|options"
    r"|policy|consent)|alle (?:cookies )?(?:akzeptieren|ablehnen)|einstellungen(?: verwalten)?|tout (?:accepter"
    r"|refuser)"
    r"|accepter(?: et fermer)?|paramétrer(?: les cookies)?|(?:aceptar|rechazar)(?: todo| todas)?"
    r"|accetta(?: tutto| tutti)?|rifiuta"
    r"|aceitar(?: todos)?|rejeitar|(?:alles )?(?:accepteren|weigeren)|godkänn alla|accepter alle|godta alle"
    r"|akceptuj(?: wszystkie| wszystko)?|принять(?: все)?|kabul et|tümünü kabul et|接受(?:全部)?|同意(?:する)?"
    r"|동의|موافق|قبول الكل",
    re.IGNORECASE,
)
_LETTER = regex(
    r"(?:sign up|subscribe|get|join|register)\b.{0,100}\b(?:newsletter|inbox|briefing|e-?mail|alerts)\b.{0,60}"
    r"|(?:our )?(?:daily |morning |weekly )?newsletters?|enter your e-?mail(?: address)?|your e-?mail(?: address)?"
    r"|.{0,80}\bnewsletter\b.{0,40}\b(?:abonnieren|anmelden|bestellen|abonnez-vous|inscrivez-vous|recevez|suscríbete"
    r"|iscriviti|assine|inscreva-se)\b.{0,40}|(?:abonnez-vous|inscrivez-vous|suscríbete|iscriviti|assine|inscreva-se"
    r"|melden sie sich|meld je aan|schrijf je in|anmäl dig|tilmeld dig|zapisz się|подпишитесь|abone olun)\b.{0,100}"
    r"|(?:ihre|votre|su|tu|la tua|seu|je|din) (?:e-?mail|mail|adresse e-?mail|e-mailadres|correo)\b.{0,20}",
    re.IGNORECASE,
)
_CREDIT = regex(
    r"(?:photos?|photograph|images?|pictures?|picture desk|fotos?|bild(?:er|quelle)?|foto(?:graf)?|crédits?(?: photo)?"
    r"|credit|imagen|immagine|imagem|beeld|zdjęcie|fot\.|фото|fotoğraf|图片(?:来源)?|图|圖|写真|사진|صورة|الصورة|تصوير"
    r"|image (?:source|caption)|media caption|image credit|photo credit|bildunterschrift|légende|illustration|graphic"
    r"|grafik|video)\s*(?:[:：/|©=]|by\b|von\b|par\b|por\b|di\b)\s?.{2,160}"
    r"|(?:photo )?credits?\s?\.{2,}.{2,80}|fot\. \S.{2,80}|(?:image|media|picture|video) (?:source|caption),? .{2,200}"
    r"|©\s?(?!\d{4}).{2,80}|.{10,200}\s(?:[(\[](?:photo|foto|bild|image|picture|credit|crédit|фото)|(?:photo"
    r"|foto|bild|image|picture|credit|crédit|фото)"
    r"\s?[:：/]|©)\s?[^.]{2,60}[)\]]?"
    r"|.{10,240}[.)]?\s?(?:/ ?)?(?:getty(?: images)?|shutterstock|alamy|picture[- ]alliance|dpa|epa|imago|reuters"
    r"|afp|ap photo|istock|unsplash|ansa|efe|belga|pa (?:media|images|wire))(?: images)?(?:/[\w .-]+)*"
    r"|(?:picture desk|getty images|reuters|ap photo|epa|afp|pa media)\b [A-Z].{8,200}",
    re.IGNORECASE,
)
_PRINTED = regex(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d\d(?: [AP]M)?\s+\S.*|https?://\S+(?:\s+\d{1,3}/\d{1,3})?"
    r"|\d{1,3}/\d{1,3}|\d{1,3} (?:of|von|sur|de|di|van) \d{1,3}",
    re.IGNORECASE,
)
_FOOTER = regex(
    r"a version of this article (?:appear|was)\w*\b.*|(?:©|\(c\)|copyright)\s?.*\b(?:19|20)\d\d\b.*"
    r"|.*\ball rights reserved\b.*|(?:terms (?:of (?:use|service)|& conditions"
    r"|and conditions)|privacy(?: policy| notice)?|contact(?: us)?|about(?: us)?|impressum|datenschutz\w*|agb|kontakt"
    r"|mentions légales|cgu|contactez-nous|qui sommes-nous|aviso legal|política de privacidad|contacto|quiénes somos"
    r"|chi siamo|contatti|privacy policy|quem somos|over ons|colofon|om oss|om os|kontakta oss|o nas|regulamin|о нас"
    r"|контакты|künye|iletişim|关于我们|联系我们|会社概要|お問い合わせ|회사소개|من نحن|اتصل بنا)",
    re.IGNORECASE,
)
_MORE = regex(
    r"(?:more|see more|explore more) (?:on|about|from|in)\b\W{0,2}[^.!?]{2,50}|mehr (?:zu|über|aus"
    r"|von)\b\W{0,2}[^.!?]{2,50}"
    r"|plus (?:sur|de)\b\W{0,2}[^.!?]{2,50}|en savoir plus sur\b[^.!?]{2,50}|más (?:sobre|de)\b\W{0,2}[^.!?]{2,50}"
    r"|(?:altro|più) (?:su|da)\b[^.!?]{2,50}|mais sobre\b[^.!?]{2,50}|meer (?:over|uit)\b[^.!?]{2,50}"
    r"|mer om\b[^.!?]{2,50}"
    r"|więcej (?:o|na temat)\b[^.!?]{2,50}|ещё о\b[^.!?]{2,50}",
    re.IGNORECASE,
)
_HEARD = regex(
    r"(?:listen|watch|play|anhören|écouter|escuchar|ascolta|ouvir|luister|lyssna|слушать)\b\W*\d{1,2}:\d\d.{0,12}",
    re.IGNORECASE,
)
_CRUMBS = regex(r"[^\W\d_][^>›»/\d.!?:]{1,24}(?:\s+[>›»]\s+[^\W\d_][^>›»/.!?:]{1,40}){1,5}")
"""The way from the front page to an article: `Home > News > Harbour`."""
CREDIT, AGO, PRINTED, FOOTER = "a caption", "when it was published", "a line of a printed page", "the foot of a page"
NUMBER = "a number on a page"
_PATTERNS = (
    (AGO, _AGO, 60),
    (READING, _READING, 40),
    (TOOL, _HEARD, 40),
    (RELATED, _MORE, 60),
    (COOKIES, _COOKIES, 300),
    (LETTER, _LETTER, 180),
    (FOOTER, _FOOTER, 140),
    (PRINTED, _PRINTED, 200),
)


_ROLES: Mapping[str, str] = {
    **dict.fromkeys((PageRole.HOME, PageRole.SIGN_IN, PageRole.SEARCH, PageRole.SUBSCRIBE), MENU),
    **dict.fromkeys((PageRole.SHARE, PageRole.PRINT, PageRole.FOLLOW), SHARE),
    **dict.fromkeys((PageRole.LISTEN, PageRole.VIDEO, PageRole.VIEWS, PageRole.REFRESH), TOOL),
    **dict.fromkeys((PageRole.ADVERTISEMENT, PageRole.SCROLL), AD),
    **dict.fromkeys((PageRole.COMMENTS, PageRole.CONDOLE, PageRole.FIELDS), COMMENTS),
    PageRole.READ_ALSO: RELATED,
    PageRole.MOST_READ: LISTS,
    PageRole.READING: READING,
    PageRole.PRINTED: PRINTED,
    PageRole.FIRST_ON: FOOTER,
}
"""What lines of the table of all languages are."""


def furniture(line: str) -> str:
    """What a line of a page is that is no text, such as ``a menu``; empty for others."""
    if len(line) <= 60:
        key = folded(line)
        known = _BY_LINE.get(key, "")
        if known or (not key and re.fullmatch(r"\W*\d{1,4}\W*", line)):
            return known or NUMBER
    if role := page_line(line):
        return _ROLES[role]
    if _CRUMBS.fullmatch(line):
        return MENU
    if asks_for_consent(line):
        return COOKIES
    return next((why for why, pattern, longest in _PATTERNS if len(line) <= longest and pattern.fullmatch(line)), "")


def is_caption(line: str) -> bool:
    """Whether a line is the caption or the credit of a picture."""
    return len(line) <= 260 and bool(_CREDIT.fullmatch(line))
