"""Words by which the trade says that something was told to a few, and is not to be quoted or named: `off the record`.

Each is a pattern of text in lower case, as those of ``closing_words.py`` are.
"""

OFF_RECORD = (
    r"(?:strictly |completely )?off[- ](?:the[- ])?record|(?:strictly )?not for (?:attribution|quotation"
    r"|quoting|citation)"
    r"|(?:strictly )?(?:non[- ]?attributable|unattributable)|(?:on |for )?(?:deep )?background(?: (?:only"
    r"|briefing|use))+"
    r"|on (?:deep )?background|deep background|(?:on |under )?lobby (?:terms|rules)"
    r"|(?:under )?(?:the )?chatham house rules?"
    r"(?: applies| apply)?|without attribution|do not (?:attribute|name (?:the )?source|quote|cite|record)"
    r"|not to be (?:quoted|attributed|cited|recorded)",
    # German
    r"unter (?:zwei|drei|2|3)|(?:nicht|nie) (?:zitierfähig|zitierbar|zuschreibbar|namentlich zitieren"
    r"|zuschreiben|zitieren"
    r"|mitschneiden|aufzeichnen)|nicht zu[rm] (?:verwendung|zitieren|zuschreibung|mitschrift)|(?:nur"
    r"|rein) (?:als |zum? "
    r"|zur )?(?:persönlichen |eigenen |redaktionellen )?(?:hintergrund\w*|information)|nur (?:als|zum) hintergrund"
    r"|hintergrundgespräch(?=\W+nicht)|(?:nicht )?zur namentlichen (?:nennung|verwendung)|ohne namensnennung",
    # French
    r"(?:propos )?(?:tenus? )?en off|hors micro|sous (?:le )?sceau du secret|à titre (?:strictement )?confidentiel"
    r"|(?:non|pas) attribuables?|(?:à )?ne pas (?:attribuer|citer|nommer|enregistrer)(?: la source| l['’]auteur)?"
    r"|sans (?:attribution|citer(?: la source)?)|(?:pour|à titre d['’])\s?information (?:uniquement|seulement"
    r"|exclusivement)"
    r"|contexte uniquement|non citable|entre nous",
    # Spanish, Portuguese, Italian
    r"extra-?oficial(?:mente)?|off de r[eé]cord|fuera de (?:micrófonos?|registro|grabación|actas?)|a micrófono cerrado"
    r"|no (?:atribuibles?|citables?|citar(?: la fuente| al autor)?|atribuir|grabar)|sin (?:atribución"
    r"|citar(?: la fuente)?)"
    r"|(?:sólo |solo )(?:como |de )(?:contexto|trasfondo|antecedente)|en confianza",
    r"(?:em|no) off|fora d[oe] (?:registr?o|microfone|gravador)|não (?:atribuíve(?:l|is)|citáve(?:l|is)"
    r"|citar(?: a fonte)?"
    r"|atribuir|gravar|identificar a fonte)|sem (?:atribuição|citar(?: a fonte)?|identificação da fonte)"
    r"|(?:apenas|só|somente) (?:para |como )(?:contexto|enquadramento)",
    r"a (?:microfon[oi]|telecamere) spent[oie]|(?:in via|a titolo) (?:riservat[ao]|confidenziale|ufficios[ao])"
    r"|non (?:attribuibil[ei]|citabil[ei]|virgolettabil[ei])|(?:da )?non (?:citare|attribuire|virgolettare|registrare)"
    r"(?: la fonte)?|senza attribuzione|fuori (?:onda|verbale)|(?:solo|soltanto) (?:come )?(?:contesto|sfondo)",
    # Dutch, Swedish, Danish, Norwegian, Finnish, Estonian
    r"niet (?:voor|ter) (?:citaat|citatie|publicatie|toeschrijving|aanhaling)|niet (?:toeschrijven|citeren|citeerbaar"
    r"|opnemen)|(?:alleen|enkel|slechts) (?:als |ter )?achtergrond(?:informatie)?|zonder bronvermelding",
    r"(?:inte|ej|ikke) (?:för|til|for) (?:citat(?:ion)?|sitat|citering|sitering|gengivelse|gjengivelse|referat)"
    r"|(?:får |må )?(?:inte|ej|ikke) (?:citeras|siteres|citeres|gengives|gjengis|refereres|tillskrivas)"
    r"|(?:endast|bara|kun|bare) (?:som |til |for )?(?:bakgrunn?d?s?(?:information)?|baggrund(?:sinformation)?|bakgrunn)"
    r"|utan källhänvisning|uden kildeangivelse",
    r"ei (?:lainattavaksi|siteerattavaksi|julkisuuteen|nauhoitettavaksi)|(?:vain|ainoastaan) tausta(?:tiedoksi|ksi"
    r"|tietona)|mitte tsiteerida|(?:ainult )?taustainfoks|mitteametlikult",
    # Polish, Czech, Slovak, Hungarian, Romanian
    r"(?:proszę )?nie (?:do )?cytowa(?:ć|nia)|poza (?:protokołem|anteną|nagraniem|kamerami)|bez (?:nagrywania|atrybucji"
    r"|podawania źródła)|nieoficjalnie|tylko jako tło",
    r"mimo (?:záznam|protokol|mikrofon)|ne(?:citovat|uvádět zdroj|nahrávat)|(?:pouze|jen) (?:pro "
    r"|jako )(?:kontext|pozadí"
    r"|informaci)|neofici[aá]ln[eě]|mimo záznamu|len ako kontext",
    r"nem (?:idézhető|nyilvános|hivatkozható)|ne(?:m)? ?idézz(?:ék|e)|(?:csak )?háttér(?:információ|beszélgetés|anyag)"
    r"|nem hivatalosan|a nu se (?:cita|atribui|înregistra)|nu (?:se )?cit(?:a|ați|ează)|neoficial"
    r"|(?:doar|numai) (?:pentru |ca )context",
    # Russian, Ukrainian, Bulgarian, Serbian, Croatian, Greek, Turkish
    r"не (?:для|под) (?:цитирования|записи|запись|ссылок|протокола)|без (?:протокола|записи|ссылки(?: на источник)?"
    r"|указания источника|цитирования)|не (?:цитировать|ссылаться|записывать)|не под(?:лежит)? цитированию"
    r"|на правах анонимности|не (?:для цитування|під запис|цитувати)|без (?:посилання(?: на джерело)?|протоколу)",
    r"не (?:за цитиране|се цитира|цитирайте)|извън протокола|не (?:за цитирање|цитирати)|ne(?: za)? citira(?:nje|ti)"
    r"|izvan protokola|nezvanično|nije za citiranje|(?:εκτός|off) (?:καταγραφής|πρακτικών|μικροφώνου)|όχι για αναφορά"
    r"|μη δημοσιεύσιμ[οηα]|(?:να )?μη(?:ν)? (?:αναφερθεί|παρατεθεί)(?: η πηγή)?",
    r"kayıt dışı(?:dır)?|alıntılan(?:amaz|masın|mamalıdır)|atıf yapıl(?:amaz|masın|mamalıdır)|kaynak gösterilemez"
    r"|(?:yalnızca|sadece) arka plan(?: bilgisi)?",
    # Indonesian, Malay, Vietnamese
    r"(?:tidak|bukan|jangan) (?:untuk )?(?:dikutip|kutipan|diatribusikan)|di luar rekaman|tak untuk dipetik"
    r"|không (?:được )?trích (?:dẫn|nguồn)|ngoài lề",
)
OFF_RECORD_UNSPACED = (
    r"(?:完全)?オフレコ(?:扱い|前提|懇談|取材|厳守)*|背景説明(?:につき|のため)?|引用(?:不可|禁止|厳禁"
    r"|しないで(?:ください)?)|(?:実名)?報道不可"
    r"|(?:名前|出所|発言者)を?(?:伏せ|明かさ)\w*|匿名扱い|録音(?:禁止|不可)",
    r"(?:不得|不可|不供|请勿|請勿|禁止|谢绝|謝絕)(?:公开|公開)?(?:引用|引述|援引|署名|具名|录音|錄音)+|不具名|不点名"
    r"|(?:仅|僅|只)?(?:供|作)背景(?:参考|參考|资料|資料|说明|說明)+|非公开谈话|非公開談話|私下(?:透露|谈话)",
    r"오프 ?더 ?레코드|비보도(?: ?(?:전제|조건|요청))?|(?:백|백그라운드) ?브리핑|(?:인용|녹음"
    r"|실명 ?보도) ?(?:불가|금지)"
    r"|익명 ?(?:처리|전제|보도|요청)|배경 ?설명",
    r"(?:خارج|بدون) (?:ال)?(?:تسجيل|محضر|نسب)|(?:ليس|ليست|غير|لا) (?:قابل[ة]? )?(?:ل?ل?(?:لاقتباس|لإسناد|نسب|اقتباس))"
    r"|غير منسوب[ة]?(?: (?:ل|إلى )\S+)?|للخلفية(?: فقط)?|(?:عدم|دون) (?:ذكر المصدر|الاقتباس|الإسناد|نسب\w*)",
    r"(?:לא|אין|נא לא) (?:ל)?(?:ציטוט|ייחוס|צטט|ייחס|הקלטה)|אוף דה רקורד|מחוץ לפרוטוקול|לרקע בלבד",
    r"غیرقابل (?:نقل|استناد|انتساب)|خارج از (?:ضبط|ثبت)|بدون ذکر (?:منبع|نام)|آف د رکورد",
    r"ऑफ़? द रिक[ॉा]र्ड|ऑफ द रिकॉर्ड|उद्धरण के लिए नहीं|उद्धृत न करें|नाम न छापने की शर्त पर|অফ দ্য রেকর্ড"
    r"|ห้าม(?:อ้างอิง|อ้างชื่อ|บันทึกเสียง)|นอกรอบ|ไม่ให้อ้างอิง",
)
"""Those of scripts that need no blank between words, or in which particles are one with the word."""
