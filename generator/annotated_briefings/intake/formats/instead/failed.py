"""What readers and collectors store where they could not fetch an article, in many languages: no text of anybody."""

import re

from annotated_briefings.base.regex import regex
from annotated_briefings.intake.formats.instead.no_article import Instead

_MOST_WORDS, _MOST_DENSE = 40, 120
"""Words of such a message, and its signs in scripts without blanks."""
_TAKE = (
    r"\b(?:fetch|retriev|load|extract|pars(?:e|ing)|download|récupér|extraire|extraction|charg(?:er|ement)|abrufen"
    r"|abgerufen|laden\b|geladen|extrahier|auslesen|ausgelesen|obtener|recuperar|cargar|extraer|recupero|caricare"
    r"|estrarre"
    r"|estrazione|obter\b|carregar|extrair|ophalen|opgehaald|häm[tn]|ladda|extrahera|hente|indlæse|laste\b|hakea"
    r"|haku\b"
    r"|noutaa|lada(?:ta|ttu)|pobra|pobier|wczyta|załadow|načíst|načten|stáhnout|získat|načíta|stiahnu|letölt"
    r"|betölt|lekér"
    r"|prelua|încăr|extra(?:ge|s)|preuze|učita|dohvat|преузе|учита|загру|получ|извле|завантаж|отрима|витяг|извлич"
    r"|зареди"
    r"|ανακτ|ανάκτη|φόρτω|φορτω|λήψη|getiril|alınam|yüklen|indiril|çekilem)"
    r"|جلب|تحميل|استرجاع|استخراج|بازیابی|دریافت|אחזר|לטעון|טעינת|प्राप्त|लोड|取得|読み込|抽出|获取|獲取|加载|抓取|提取|載入|擷取"
    r"|가져|불러|추출|tải|lấy|trích|mengambil|memuat|mendapatkan|pengambilan"
)
_FAIL = (
    r"\b(?:can(?:no|['’])t|could(?:n['’]t| not)|unable|fail(?:ed|ure|s)?|ne (?:parvient|peut|peuvent)|impossible"
    r"|échec"
    r"|n['’](?:a|ont|est) pas|pas pu|(?:konnten?|kann|können|wurde) .{0,60}nicht|nicht möglich|fehlgeschlagen"
    r"|no (?:se )?pud"
    r"|no (?:se )?(?:ha )?pu[ed]|no (?:fue|ha sido|es) posible|imposible|non è (?:stato )?(?:possibile|riuscit)"
    r"|impossibile"
    r"|não (?:foi possível|consegui)|falh(?:a|ou)|(?:kon|kan|kunnen) (?:\w+ ){0,4}niet|niet mogelijk|mislukt"
    r"|(?:kunde|kan|gick) (?:\w+ ){0,2}inte|misslyckades|(?:kunne|kan|kunna|var) (?:\w+ ){0,3}ikke|mislyk\w+"
    r"|ei (?:voitu|voi|onnistu\w+|saatu)|epäonnistui|nie (?:można|udało|mógł|mogła)|nelze|nepodařilo|nepodarilo"
    r"|nemožno"
    r"|nem (?:sikerült|lehet\w*)|sikertelen|nu (?:s-?a|a|am|se) (?:putut|poate)|imposibil|nije (?:moguće|uspe\w+"
    r"|uspj\w+)"
    r"|neuspe\w+|не (?:удалось|удаётся|может|смог\w*|вдалося|вдається|можна|успя)|невозможно|неможливо|неуспешно"
    r"|δεν (?:ήταν|είναι|μπόρεσε|κατέστη)|αδυναμία|αποτυχία|başarısız)|\w+(?:amadı|emedi|amıyor|emiyor)\b"
    r"|تعذ[رّ]|فشل|لا يمكن|لم (?:نتمكن|يتمكن)|نمی|نشد|ناموفق|לא (?:ניתן|הצל)|נכשל|असमर्थ|नहीं|विफल|できません|できなかった"
    r"|できませんでした|失敗|失败|无法|無法|不能|없습니다|없었습니다|실패|못했|không thể|thất bại"
    r"|tidak (?:dapat|bisa)|gagal"
)
_THING = (
    r"\b(?:contents?|articles?|page|text|contenu|artik[ek]l|inhalt|seite|beitrag|contenido|artículo|página|contenuto"
    r"|articolo|pagina|conteúdo|artigo|inhoud|innehåll|indhold|innhold|artikk?el|sisäl|artikkeli|treś|artykuł"
    r"|stron|obsah"
    r"|člán|stránk|tartalm|cikk|oldal|conținut|articol|sadržaj|član[ak]|страниц|контент|содерж|стать|садржај"
    r"|чланак|вміст"
    r"|статт|сторінк|съдърж|статия|περιεχ|άρθρο|σελίδα|içeri[kğ]|makale|sayfa)"
    r"|محتو|المقال|مقاله|الصفحة|מאמר|תוכן|כתבה|सामग्री|लेख|内容|內容|文章|正文|本文|記事|ページ|본문|내용|기사"
    r"|nội dung|bài|konten"
    r"|isi\b|halaman"
)
_SCRIPT = regex(r"java ?script", re.IGNORECASE)
_SWITCHED = regex(
    r"enabl|disabl|requir|need|turn|activ|aktivi|aktiver|attiv|habilit|ativ|inschakel|nodig|slå|påslag|włącz|zapn"
    r"|povol"
    r"|engedély|bekapcsol|включ|увімк|ενεργοπ|etkin|تفعيل|تمكين|فعال|הפעל|सक्षम|有効|启用|啟用|開啟|开启|활성|사용|bật|aktif"
    r"|käyttöön|uključi|omogoč|nécessaire|browser",
    re.IGNORECASE,
)
_STATUS = regex(
    r"\W*(?:(?:http|error|fehler|erreur|errore?|fout|fel|fejl|feil|błąd|chyba|hiba|eroare|ошибка|помилка|hata|错误"
    r"|エラー|오류)\W*"
    r"){0,2}(?:40[0-9]|41[0-9]|429|50[0-9]|52[0-9])\b.{0,80}"
    r"|.{0,40}\b(?:access denied|forbidden|not found|too many requests|bad gateway"
    r"|gateway time-?out|service unavailable)\W*",
    re.IGNORECASE,
)
_ROBOT = regex(r"captcha|cloudflare|ray id|are you (?:a )?(?:human|robot)|verify (?:that )?you are", re.IGNORECASE)
_FAILED = tuple(regex(words, re.IGNORECASE) for words in (_TAKE, _FAIL, _THING))
_SPEECH_VERBS = regex(
    r"\b(?:said|says|told|sagten?|laut|selon|a dit|dijo|según|ha detto|secondo|zei|volgens|disse)\b", re.I
)
_AGAIN = "open its address in a browser, and save the page"
FETCH = Instead("the message of a program that could not fetch it", _AGAIN)
"""What is stored instead of an article."""


def stored_instead(text: str) -> Instead | None:
    """What is stored instead of the text of an article; None for a text."""
    words = len(text.split())
    if not words or words > _MOST_WORDS or (words < 4 and len(text) > _MOST_DENSE) or _SPEECH_VERBS.search(text):
        return None
    if all(pattern.search(text) for pattern in _FAILED):
        return FETCH
    scripted = _SCRIPT.search(text) and _SWITCHED.search(text)
    return FETCH if scripted or _STATUS.fullmatch(text) or _ROBOT.search(text) else None
