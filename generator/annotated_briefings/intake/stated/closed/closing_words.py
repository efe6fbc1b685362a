"""The words by which a text closes itself to others, in fifteen languages: as a banner at its top or end.

Each text is a pattern for NFKC text in lower case. ``CLOSING`` closes wherever it is, ``WEAK`` words may be a
headline of one word too, and ``BESIDE`` are the words that are beside them and say nothing by themselves.
"""

_REST = (
    r"(?: (?:to|with|outside|beyond|without|before|until|ohne|außerhalb|an|vor|hors|sans|à|en dehors|avant|fuera"
    r"|sin|con|a"
    r"|fuori|senza|prima|fora|sem|com|buiten|zonder|met|aan|poza|bez|utanför|utan|till|вне|без|третьим) [^.;:!,"
    r"|]{1,50})?"
)
_DO = (
    r"(?:re-?)?(?:publish|post|share|distribute|circulate|forward|copy|cite|quote|release|print|disclose|broadcast"
    r"|disseminate|pass on|leak|photocopy|reproduce|transmit|make public)"
)
_DONE = (
    r"(?:re-?)?(?:published|posted|shared|distributed|circulated|forwarded|copied|cited|quoted|released|printed"
    r"|disclosed"
    r"|broadcast|disseminated|passed on|leaked|reproduced|transmitted|made public|used)"
)
_AIM = (
    r"(?:publication|public(?:ation)? (?:release|use|consumption|distribution|disclosure)|release|distribution"
    r"|circulation"
    r"|broadcast|onward transmission|the (?:press|media|public)|print|quotation|quoting|attribution|external (?:use"
    r"|distribution|release)|sharing|general release|further (?:distribution|circulation)|redistribution"
    r"|disclosure|dissemination)"
)
_WHO = (
    r"(?:staff|desk|editors?|editorial|team|members?|subscribers?|board|management|employees?|newsroom|eyes"
    r"|addressees?"
    r"|recipients?|personnel|company|office|in-?house|department|committee|cabinet|ministry|partners?|donors?"
    r"|patrons?)"
)
_TEST = (
    r"(?:(?:this is|das ist|dies ist|ceci est|esto es|questo è|dit is|это|to jest|detta är) )?(?:only |nur |just )?"
    r"(?:an? |ein |eine |un |une |una |een |ett )?(?:test|testmeldung|testbericht|testnachricht|prueba|prova|teste"
    r"|тест)(?: (?:message|article|post|story|item|mail|e-?mail|only|artikel|bericht))?"
)
_IGNORE = (
    r"(?:please |bitte |kindly |merci d['’]|merci de |prière d['’]|prière de |veuillez |por favor,? |favor de "
    r"|si prega di |per favore |graag |gelieve |a\.?u\.?b\.? |proszę |просьба |vänligen )?"
    r"(?:ignore|disregard|delete|(?:nicht beachten|ignorieren|löschen)|(?:ignorer|ne pas tenir compte|supprimer)"
    r"|(?:ignorar|no tener en cuenta|ignoren|ignorare|negeren|niet gebruiken|zignorować|ignorować|игнорировать"
    r"|не обращать внимания|ignorera))(?: (?:this|it|bitte|a\.?u\.?b\.?|alstublieft|por favor|svp))?"
)
_DE_WHO = r"(?:redaktion\w*|mitarbeiter\w*|mitglieder\w*|abonnent\w*|personal|vorstand|team|haus|dienst\w*|presse)"
CLOSING = (
    # What was only made to try something, in all languages
    rf"{_TEST}[\s\W]+{_IGNORE}",
    r"(?:please )?do not (?:use|run)|(?:bitte )?nicht (?:verwenden|benutzen|nutzen)|(?:merci de )?ne pas utiliser"
    r"|(?:por favor )?no (?:usar|utilizar)|(?:si prega di )?non (?:usare|utilizzare)|não (?:usar|utilizar)"
    r"|niet gebruiken|nie (?:używać|wykorzystywać)|använd (?:ej|inte)|не использовать|nicht freigegeben",
    # English
    r"(?:company|commercial|business|client)?[- ]?confidential(?:ity)?|in (?:strict |the strictest )?confidence"
    r"|(?:for )?internal(?: use| memo| memorandum| note| document| draft| circulation| distribution"
    r"| working (?:paper|draft)"
    r"| purposes| discussion| review| eyes| only)+|internal(?: and|/| &) confidential",
    rf"not (?:yet )?(?:intended |meant |cleared |approved |ready |authori[sz]ed "
    rf"|suitable )?for {_AIM}(?: or {_AIM}| and {_AIM})*{_REST}"
    rf"|not to be {_DONE}(?:(?:,| or|, or| and) {_DONE})*{_REST}|(?:must|may|should|can|is"
    rf"|are) not (?:to )?be {_DONE}"
    rf"(?:(?:,| or|, or| and) {_DONE})*{_REST}",
    r"not (?:yet )?(?:public|published|cleared|released)|unpublished|pre-?publication(?: draft| copy| version)?"
    r"|not for everyone"
    rf"|(?:please )?do not {_DO}(?:(?:,| or|, or| and) {_DO})*{_REST}|no (?:publication|distribution|circulation"
    rf"|forwarding){_REST}",
    rf"(?:for )?(?:the )?(?:eyes of )?(?:the )?{_WHO}(?:['’]s?)?(?: (?:and|or|&) {_WHO})*(?: use)? only"
    rf"|only for (?:the )?{_WHO}"
    rf"|for (?:your|official|restricted|the) (?:eyes|use|information)(?: of (?:the )?{_WHO})? only|for (?:use"
    rf"|circulation)"
    rf" (?:by|among|within) (?:the )?{_WHO}(?: only)?|eyes[- ]only",
    r"off[- ]the[- ]record|on background only|background only|tlp ?[: ] ?(?:red|amber)(?:\+strict)?|restricted"
    r" (?:distribution|circulation|access|document|use)|limited (?:distribution|circulation)|work in progress",
    r"holding (?:copy|version|text|draft)|rough (?:cut|draft)|hold for release"
    r"|recipients?['’]? organi[sz]ations?(?: only)?"
    r"|(?:noch )?nicht (?:abgestimmt|autorisiert|endredigiert)",
    r"privileged(?: (?:and|&) confidential)?|attorney[- ]client privilege\w*|(?:top|most) secret"
    r"|under (?:an )?nda|proprietary"
    r"|(?:pending|awaiting|subject to|under) (?:legal |editorial |final )?(?:review|approval|clearance|sign-?off)",
    # What nobody has agreed to, in all languages
    r"not (?:yet )?(?:agreed|approved|final|finali[sz]ed|signed off|edited|proofread|fact-?checked)|to be approved"
    r"|(?:noch )?nicht (?:final|geprüft|redigiert|lektoriert|gegengelesen|genehmigt)"
    r"|(?:non|pas) (?:encore )?(?:validée?|relue?|approuvée?|définitive?|définitif|corrigée?)"
    r"|(?:en attente de |à )(?:validation|valider|relire|relecture|approuver)"
    r"|pendiente de (?:revisión|aprobación|corrección|visto bueno)|(?:sin|por) (?:revisar|aprobar|corregir)"
    r"|no (?:aprobad[oa]|revisad[oa]|definitiv[oa])"
    r"|da (?:approvare|rivedere|correggere)|non (?:definitiv[oa]|approvat[oa]|corrett[oa])|in attesa di (?:approvazione"
    r"|revisione)|(?:pendente de|à espera de|aguarda) (?:revisão|aprovação)|por (?:rever|aprovar)"
    r"|não (?:revist[oa]|aprovad[oa]|definitiv[oa])|(?:nog )?niet (?:goedgekeurd|definitief|afgestemd|geredigeerd)"
    r"|nie(?:zatwierdzon|uzgodnion)[yae]|do (?:akceptacji|korekty|zatwierdzenia)"
    r"|(?:ännu |endnu |ennå )?(?:ej|inte|ikke) (?:godkän[dt]|godkendt|godkjent|fastställ[dt])"
    r"|(?:ещё |еще )?не (?:согласован|утвержд[её]н|вычитан|проверен)[оаы]?|на согласовани[еи]"
    r"|(?:henüz )?onaylanmadı|onay bekliyor",
    # Agencies, which take a message back
    r"(?:mandatory|bulletin|urgent|story) kill|kill(?: this)? (?:story|mandatory|notice|order|advisory)"
    r"|(?:this )?(?:story"
    r"|item|message|dispatch) (?:is |has been |was )?(?:killed|withdrawn|retracted)|please kill\b.{0,80}"
    r"|(?:diese |die )?"
    r"(?:meldung|nachricht) (?:ist|wird|wurde) (?:hiermit )?(?:zurückgezogen|annulliert|storniert)"
    r"|zurückgezogene meldung"
    r"|(?:cette )?dépêche (?:est )?annulée|annulation de (?:la|notre) dépêche"
    r"|(?:esta )?noticia (?:queda )?anulada|anulación"
    r" de (?:la|nuestra) noticia|notizia annullata|сообщение аннулировано",
    # Markings of states and alliances
    r"official ?[-–—:]+ ?sensitive(?:[:\s\[(/-]+(?:commercial|personal(?: data)?|locsen))?"
    r"|(?:nato|eu|un|osce|cosmic) (?:restricted|confidential|secret|top secret)"
    r"|restreint (?:ue|otan)|vs ?[-–—] ?vertraulich|(?:unclassified|secret|confidential|top secret) ?//+ ?"
    r"(?:for official use only|fouo|noforn|orcon|rel to [\w, ]+)|fouo|noforn|controlled unclassified information"
    r"|protected ?: ?cabinet|tlp ?[: ] ?green|(?:departementaal|stg) ?\.? ?(?:vertrouwelijk|confidentieel|geheim)"
    r"|viranomaiskäyttö\w*|salassa pidettävä|kun for tjenestebruk|til tjenestebrug",
    # German
    r"(?:streng )?vertraulich\w{0,2}|hausintern|redaktionsintern|(?:nur |rein )?(?:für den |zum "
    r"|für die )?(?:internen?|dienst\w*)"
    r" ?(?:ge)?(?:brauch|verwendung|zweck\w*|nutzung)|interne[sr]? (?:dokument|papier|entwurf|vermerk|memo|notiz"
    r"|unterlage)"
    rf"|nur für (?:die |den |das |unsere )?{_DE_WHO}|nur intern|intern bleiben|verschlusssache|vs ?[-–—] ?(?:nfd"
    rf"|nur für den dienstgebrauch)"
    r"|nur für den dienstgebrauch",
    r"(?:noch )?nicht (?:zur|für die|für eine|zum|für) (?:veröffentlichung|weitergabe|publikation|verbreitung"
    r"|öffentlichkeit"
    r"|weiterleitung|abdruck|zitieren)(?: (?:bestimmt|freigegeben|gedacht|geeignet))?|(?:bitte )?(?:noch )?nicht"
    r" (?:veröffentlich\w+|weitergeben|weiterleiten|verbreiten|zitieren|öffentlich|freigegeben|publizieren"
    r"|verteilen|teilen)"
    rf"{_REST}|unveröffentlicht|(?:arbeits|roh|vor)entwurf|vorabfassung|sperrvermerk|unter drei"
    rf"|persönlich und vertraulich"
    r"|darf nicht (?:veröffentlicht|weitergegeben|verbreitet|zitiert|weitergeleitet) werden",
    # French
    r"(?:strictement |très )?confidentiel(?:le)?|(?:pour |à |document à "
    r"|réservé à l['’])?usage (?:strictement )?interne"
    r"|document (?:interne|confidentiel|de travail)|(?:note|version) interne|interne uniquement"
    r"|diffusion (?:restreinte|limitée"
    r"|interne|interdite)|publication interdite|(?:merci de |prière de |à )?ne pas (?:encore )?(?:diffuser"
    r"|publier|divulguer"
    r"|transmettre|communiquer|partager|citer|distribuer|reproduire|imprimer|faire suivre|rendre public)"
    rf"{_REST}",
    r"(?:non|pas) (?:encore )?(?:publique?|publiée?|destinée? à (?:la )?(?:publication|diffusion)|diffusable"
    r"|pour (?:publication"
    r"|diffusion))|réservée? (?:à la rédaction|au personnel|aux (?:abonnés|membres|adhérents|journalistes)"
    r"|à l['’]usage interne)"
    r"|personnel et confidentiel|version (?:provisoire|préliminaire)|secret défense|ne doit pas être (?:publiée?"
    r"|diffusée?)",
    # Spanish
    r"(?:estrictamente |muy )?confidencial|(?:sólo |solo |exclusivo |únicamente )?(?:para "
    r"|de )?uso (?:exclusivamente )?interno"
    r"|documento (?:interno|confidencial|de trabajo)|(?:por favor )?no (?:publicar|difundir|divulgar|distribuir"
    r"|compartir|reenviar"
    rf"|citar|reproducir|publiquen|difundan){_REST}|no (?:es )?(?:apto )?para (?:su )?(?:publicación|difusión"
    rf"|divulgación)"
    r"|no público|prohibida su (?:difusión|publicación|reproducción|distribución)|(?:sólo|solo"
    r"|únicamente) para (?:suscriptores"
    r"|socios|miembros|la redacción|el personal|empleados)|difusión (?:restringida|limitada|interna)",
    # Italian
    r"confidenziale|strettamente riservato|(?:ad |per |solo per )?uso interno|documento riservato|(?:si prega di "
    r"|da )?non"
    rf" (?:pubblicare|diffondere|divulgare|distribuire|condividere|inoltrare|citare|riprodurre){_REST}"
    rf"|non (?:è )?(?:destinat[ao]"
    r" |per )(?:alla )?(?:pubblicazione|diffusione)|(?:solo|riservato) (?:per|agli?|alla) (?:abbonati|soci|membri"
    r"|redazione"
    r"|personale|la redazione|il personale)|diffusione (?:limitata|riservata|interna)|documento interno",
    # Portuguese
    r"(?:estritamente |altamente )?confidenciais|(?:só |somente |apenas )?(?:para )?uso interno"
    r"|(?:favor )?não (?:publicar|divulgar"
    rf"|difundir|distribuir|partilhar|compartilhar|reenviar|encaminhar|citar|reproduzir){_REST}"
    rf"|não (?:é )?(?:destinad[oa] )?(?:à|para)"
    r" (?:publicação|divulgação|difusão)|sigiloso|(?:só|somente|apenas) para (?:assinantes|membros|a redação"
    r"|funcionários)"
    r"|divulgação (?:restrita|proibida|interna)|documento de uso interno",
    # Dutch
    r"(?:strikt |streng )?vertrouwelijk|(?:alleen |uitsluitend |enkel )?voor intern gebruik|intern gebruik"
    r"|(?:gelieve )?niet"
    rf" (?:publiceren|verspreiden|delen|doorsturen|citeren|openbaar|vrijgegeven|openbaar maken){_REST}"
    rf"|niet (?:bestemd )?voor"
    r" (?:publicatie|verspreiding|openbaarmaking)|(?:alleen|uitsluitend) voor (?:leden|abonnees|de redactie"
    r"|medewerkers|personeel)",
    # Polish
    r"(?:ściśle )?(?:poufne|tajne)|poufny|(?:tylko )?do użytku (?:wewnętrznego|służbowego)"
    r"|(?:proszę )?nie (?:publikować"
    rf"|rozpowszechniać|udostępniać|kopiować|cytować|przekazywać){_REST}|nie do (?:publikacji|druku"
    rf"|rozpowszechniania|wiadomości"
    r" publicznej)|(?:tylko|wyłącznie) dla (?:redakcji|prenumeratorów|członków|pracowników|subskrybentów)"
    r"|wersja robocza|zastrzeżone",
    # Swedish, Danish, Norwegian
    r"konfidentiellt?|sekretess\w*|fortroligt?|(?:endast |bara |kun )?(?:för |til )(?:internt?|intern) bruk"
    r"|(?:får )?(?:ej|inte|ikke)"
    rf" (?:publiceras|publicera|spridas|sprid|delas|offentliggøres|offentliggjøres|for offentliggørelse"
    rf"|for publisering){_REST}"
    r"|(?:ej|inte|ikke) (?:för|til|for) (?:publicering|offentliggörande|spridning)|(?:publicera|sprid|dela) (?:ej"
    r"|inte)"
    r"|(?:endast|bara|kun) (?:för|for) (?:medlemmar|prenumeranter|redaktionen|personal\w*|medlemmer|abonnenter)",
    # Russian
    r"(?:строго )?конфиденциально|(?:совершенно )?секретно|(?:только )?для (?:служебного"
    r"|внутреннего) (?:пользования|использования)"
    r"|(?<!\w)дсп|(?:просьба )?не (?:для )?(?:публиковать|публикации|печати|распространять|распространения"
    r"|разглашать|разглашения"
    rf"|пересылать|цитировать|цитирования){_REST}|(?:только )?для (?:редакции|сотрудников|подписчиков"
    rf"|членов)(?: редакции)?"
    r"|не подлежит (?:публикации|разглашению|распространению|оглашению)|рабочий (?:проект|вариант)",
    # Turkish
    r"(?:çok )?gizlidir|(?:çok |ticari )gizli|kişiye özel|hizmete özel|(?:kurum"
    r"|şirket) içi(?: kullanım)?(?: için)?|iç kullanım(?: için)?"
    r"|(?:lütfen )?(?:yayınla|yayımla|paylaş|dağıt|ilet)(?:ma|me)(?:yın|yin|yınız|yiniz|z)?|(?:yayınlan|yayımlan"
    r"|paylaşıl|dağıtıl)am?az"
    r"|yayın(?:lanmak)? için değil\w*|(?:sadece|yalnızca) (?:personel|üyeler|aboneler|çalışanlar"
    r"|redaksiyon)(?: için)?",
)
WEAK = (
    r"cui|begrenset|private|personal|secret|classified|restricted|sensitive|internal|draft|embargoed|preliminary|unedited"
    r"|uncorrected|hidden"
    r"|unlisted|withheld|on hold|hold",
    r"intern|intern[aeo]|geheim|privat|persönlich|gesperrt|entwurf|rohfassung|vorläufig",
    r"secret|privée?|brouillon|projet|provisoire|réservée?",
    r"reservad[oa]|secret[oa]|borrador|privad[oa]|restringid[oa]|embargad[oa]|inédito",
    r"riservat[oa]|bozza|privat[oa]|segret[oa]|rascunho|restrito|concept|privé|szkic|prywatne|tajne|wewnętrzne"
    r"|utkast|hemligt?"
    r"|черновик|проект|внутреннее|приватно|gizli|taslak|özel|dahili|kladde|udkast",
)
BESIDE = (
    r"check against delivery",
    r"strictly|very|highly|respect|respected|treat|treated|handle|handled|keep|kept|property|newsroom|company|top"
    r"|most|only|please|the|this|these|and|or|as|copy|version|rev(?:ision)?|page|of|all"
    r"|contents?|are|is|it"
    r"|remains?|document|report|paper|memo|file|material|information|text|briefing|article|notes?|statement|for"
    r"|use|attention"
    r"|warning|important|important notice|notice|marking|classification|status|sensitivity|until|further|first"
    r"|rough|working|final|new"
    r"|own|board|editors?|desk|staff|which|therefore|not|by|in|to",
    r"streng|nur|bitte|behandeln|behandelt|eigentum|beachten|und|oder|der|die|das|dies\w*|dokument|papier|bericht"
    r"|text|unterlage|ist|sind|achtung"
    r"|wichtig|hinweis|einstufung"
    r"|stand|seite|von|fassung|version|zur|für|alle|inhalte?|an|im|haus|noch|redaktion",
    r"strictement|traiter|respecter|propriété|uniquement|seulement|merci|prière|et|ou|ce|cette|document|note"
    r"|rapport|texte|est|attention"
    r"|important|page|de|du|la|le"
    r"|les|à|en|sur|aux|réservé",
    r"estrictamente|tratar|respetar|propiedad|sólo|solo|por favor|y|o|este|esta|documento|informe|texto|es"
    r"|atención|importante|página|del"
    r"|el|al",
    r"strettamente|si prega|e|questo|documento|testo|è|attenzione|pagina|di|il|per|somente|apenas|estritamente"
    r"|confidencial|página|do|da"
    r"|strikt|alleen|en|dit|deze|stuk|is|pagina|van|ściśle|tylko|ten|dokument|jest|i|strona|endast|bara|och|detta"
    r"|är|sida|av|och|kun"
    r"|строго|только|и|этот|документ|текст|стр|страница|çok|bu|belge|ve|lütfen|sayfa|sadece|yalnızca",
)
UNSPACED = (
    r"(?:这是|這是)?(?:测试|測試)(?:文章|稿件|稿)?[\s\W]*(?:请|請)(?:忽略|无视|無視|勿理会)|(?:テスト)[\s\W]*(?:です)?[\s\W]*"
    r"無視して(?:ください|下さい)|테스트[\s\W]*무시(?:하세요|바랍니다)|(?:请|請)?(?:勿|不要)(?:使用|采用|採用)|草稿",
    r"(?:绝对|絕對)?(?:机密|機密|绝密|絕密|秘密|保密)|(?:仅|僅|只)?(?:供|限|限于|限於)?(?:内部|內部)(?:资料|資料"
    r"|文件|使用|参考|參考|传阅|傳閱|专用|專用|交流|阅读)*"
    r"|(?:请|請|切)?(?:勿|不要|不得|不可|严禁|嚴禁|禁止|谢绝)(?:对外|對外|擅自|向外)?(?:外传|外傳|外泄|外洩|发布"
    r"|發布|转发|轉發|传播|傳播|公开|公開|泄露|洩露|引用|扩散|擴散|发表|發表|刊登|刊载)+"
    r"|(?:尚)?未(?:公开|公開|发布|發布|发表|發表|经审核)|不(?:予|供|宜|对外|對外)?(?:公开|公開|发布|發布|发表)"
    r"|未定稿|待审[核批]?|待審[核批]?|未审[核定]|未審[核定]|未確定|未承認|承認前|校正前|未校正|미승인|미확정|검토 ?중"
    r"|غير (?:معتمدة?|نهائية?|مراجعة?)|非公开|非公開|征求意见稿|徵求意見稿|内参|讨论稿|送审稿"
    r"|(?:仅|僅|只)限?(?:会员|會員|订阅者|訂閱者|员工|員工|编辑部|編輯部|本部门|董事会)(?:阅读|閱讀|使用|内部)*",
    r"社外秘|部外秘|極秘|厳秘|マル秘|㊙|取扱(?:い)?注意|関係者(?:限り|外秘|以外秘)|(?:社内|部内|庁内"
    r"|編集部)(?:限り|限定|用|資料|文書|秘)+|未発表|公開禁止|公開前"
    r"|(?:社外|部外|外部|館外)?(?:への)?(?:転送|公表|配布|複写|引用|掲載|転載|持ち?出し?|開示)(?:禁止|不可|厳禁)"
    r"|対外秘|部外者(?:閲覧)?禁止|(?:会員"
    r"|購読者|社員|編集部)(?:限定|専用)|オフレコ"
    r"|公開しないでください|転送しないでください|下書き|取り?扱い?厳重注意",
    r"대외비|극비|기밀|내부(?:용|자료|문서|열람용|참고용)+|내부 ?(?:자료|문서|열람|참고)(?:용)?|사내(?:용|한정"
    r"|자료)|비공개|미공개|(?:공개|배포|전달|유출|게재|인용|복사|전재) ?(?:금지|불가)"
    r"|외부 ?(?:유출|공개|배포) ?금지|(?:회원|구독자|직원|편집국) ?(?:전용|한정)|오프 ?더 ?레코드"
    r"|공개하지 마십시오|배포하지 마십시오",
    r"سر[يّ]ّ?(?: للغاية| جدا| وخاص)?|(?:غير )?(?:مخصصة? |معدة? )?(?:للاستخدام|للاستعمال"
    r"|للتداول) الداخلي(?: فقط)?|داخلي(?: فقط)?"
    r"|غير (?:مخصصة? |معدة? |مصرح |قابلة? )?(?:للنشر|بالنشر|بنشره|للتوزيع|للتداول|منشور)|ليست? للنشر|(?:ممنوع"
    r"|يمنع|يحظر|محظور)"
    r" (?:النشر|نشره|التوزيع|التداول|توزيعه|تداوله|النسخ)|(?:يرجى |الرجاء )?عدم (?:النشر|التوزيع|المشاركة|التداول"
    r"|نشره|توزيعه)"
    r"|لا (?:ي|ت)?(?:نشر|وزع|تداول)|مسودة|(?:لل)?(?:مشتركين|أعضاء|موظفين|محررين) فقط|خاص وسري",
)
"""Words of scripts that need no blank between them, or in which particles are one with the word."""
BESIDE_UNSPACED = (
    r"(?:本|此|该|這份|这份|この|当)(?:文件|文|文章|资料|資料|材料|稿件|报告|報告|文書|原稿|記事|メモ|书"
    r"|書)?(?:为|為|属|屬于|属于|は|を|に|の)?|密级|密級|等级|級別|注意|重要|草稿|初稿|です|につき|のみ"
    r"|이 ?(?:문서|자료|기사)(?:는|은)?|입니다|주의|초안|هذه?|(?:ال)?(?:وثيقة|مستند|نص|تقرير|ملف)|تنبيه|هام|فقط|و",
)
