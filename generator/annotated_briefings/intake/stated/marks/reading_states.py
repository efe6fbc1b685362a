"""What lists of collected pages call the state of reading, in many languages: whether their editor has read a page says
nothing of who may read it."""

from annotated_briefings.base.hold_back import bare_key

_WORDS = (
    # Read.
    "read|gelesen|lu|lue|leído|leída|letto|letta|lido|lida|llegit|llegida|gelezen|läst|læst|lest"
    "|luettu|loetud"
    "|izlasīts|perskaityta|skaityta|przeczytane|przeczytano|přečteno|přečtené|prečítané|prebrano"
    "|pročitano|прочитано"
    "|прочитане|прочетено|прочитан|citit|citită|elolvasva|olvasott|διαβάστηκε|διαβασμένο|okundu"
    "|irakurrita|darllenwyd"
    "|lesið|dibaca|sudah dibaca|đã đọc|อ่านแล้ว|पढ़ा|पढ़ लिया|পড়া হয়েছে|خوانده شده|مقروء"
    "|تمت القراءة|נקרא|已读|已讀|既読|読了|읽음"
    "|imesomwa",
    # To read, reading.
    "unread|to read|reading|ungelesen|zu lesen|non lu|à lire|por leer|sin leer|da leggere|non letto"
    "|para ler|não lido"
    "|te lezen|ongelezen|oläst|att läsa|ulæst|ulest|lukematta|lugemata|do przeczytania"
    "|nieprzeczytane|nepřečteno"
    "|k přečtení|neprečítané|neprebrano|nepročitano|za čitanje|непрочитано|не прочитано|к прочтению"
    "|necitit|olvasatlan"
    "|αδιάβαστο|okunmadı|okunacak|belum dibaca|chưa đọc|ยังไม่อ่าน|خوانده نشده|غير مقروء|לא נקרא"
    "|未读|未讀|未読|읽지 않음",
)
READING_STATES = frozenset(form for words in _WORDS for word in words.split("|") for form in (word, bare_key(word)))
"""Words for it, with and without blanks and signs."""
