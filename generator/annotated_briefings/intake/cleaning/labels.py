"""Labels of lines at the head of plain texts, in languages other than English: `Mwandishi: Otieno Barasa`."""

import re
from unicodedata import normalize

_NAMES = {
    "title": (
        "शीर्षक|হেডলাইন|শিরোনাম|શીર્ષક|ਸਿਰਲੇਖ|தலைப்பு|శీర్షిక|ಶೀರ್ಷಿಕೆ|തലക്കെട്ട്|මාතෘකාව|หัวข้อ|พาดหัว|ຫົວຂໍ້|ခေါင်းစဉ်|ចំណងជើង"
        "|ርዕስ|ርእስ|სათაური|վերնագիր|гарчиг|тақырып|тақырыбы|sarlavha|başlıq|titulli|titulua|izenburua|teitl|pennawd|teideal"
        "|kichwa|kichwa cha habari|judul|tajuk|pamagat|tiêu đề|pealkiri|antraštė|virsraksts|fyrirsögn|otsikko|naslov"
        "|наслов|заглавие|عنوان|سرلیک|כותרת"
    ),
    "author": (
        "संवाददाता|लेखक|लेखिका|रिपोर्टर|पत्रकार|বার্তাবাহক|লেখক|প্রতিবেদক|લેખક|ਲੇਖਕ|எழுதியவர்|ஆசிரியர்|செய்தியாளர்|రచయిత|విలేకరి|ಲೇಖಕ|ವರದಿಗಾರ"
        "|ലേഖകൻ|എഴുതിയത്|ලේඛක|කර්තෘ|ผู้เขียน|ผู้สื่อข่าว|โดย|ຜູ້ຂຽນ|ရေးသားသူ|သတင်းထောက်|អ្នកនិពន្ធ|អ្នកសរសេរ|አዘጋጅ|ጸሐፊ|ዘጋቢ|ავტორი|ჟურნალისტი"
        "|հեղինակ|լրագրող|сурвалжилсан|сэтгүүлч|зохиогч|бичсэн|автор|авторы|авторка|тілші|кабарчы|muallif|müəllif|autori"
        "|shkruan|gazetari|egilea|kazetaria|awdur|gohebydd|údar|iriseoir|tuairisceoir|mwandishi|penulis|wartawan|may-akda"
        "|tác giả|autorius|autors|höfundur|kirjoittaja|toimittaja|novinar|avtor|новинар|аўтар|نویسنده|لیکوال|מאת"
        "|מחבר|כתב|الكاتب|كاتب|بقلم|συντάκτης"
    ),
    "published": (
        "दिनांक|मिति|तारीख|तिथि|প্রকাশ|তারিখ|તારીખ|ਤਾਰੀਖ|தேதி|திகதி|తేదీ|ದಿನಾಂಕ|തീയതി|දිනය|วันที่|ວັນທີ|ရက်စွဲ|နေ့စွဲ|កាលបរិច្ឆេទ|ቀን|თარიღი"
        "|ամսաթիվ|огноо|күні|күнү|sana|tarix|datës|eguna|dyddiad|dáta|tarehe|tanggal|tarikh|petsa|ngày|kuupäev|datums"
        "|dagsetning|päivämäärä|дата|датум|تاریخ|نېټه|תאריך|التاريخ|ημερομηνία"
    ),
    "outlet": (
        "स्रोत|স্রোত|সূত্র|উৎস|સ્રોત|ਸਰੋਤ|ஆதாரம்|மூலம்|మూలం|ಮೂಲ|ഉറവിടം|මූලාශ්‍රය|ที่มา|แหล่งข่าว|ແຫຼ່ງຂ່າວ|သတင်းရင်းမြစ်|ប្រភព|ምንጭ|წყარო|աղբյուր"
        "|эх сурвалж|дереккөз|дереккөзі|булак|manba|mənbə|burimi|iturria|ffynhonnell|foinse|chanzo|sumber|pinagmulan"
        "|nguồn|allikas|šaltinis|avots|heimild|lähde|izvor|извор|крыніца|منبع|سرچینه|מקור|المصدر|πηγή"
    ),
}
"""What labels mean, in all languages; labels are parted by bars."""


def _key(label: str) -> str:
    return " ".join(normalize("NFC", label).casefold().split())


_FIELDS = {_key(name): field for field, names in _NAMES.items() for name in names.split("|")}
_LINE = re.compile(r"(?P<label>[^\W\d_][^:：՝፦\d\n]{1,19}?)\s?(?:[:：]|՝|፦|፡|\s[-–—]\s)\s*(?P<value>\S.*)")
_LONGEST = 140
"""Characters of such a line."""
_LONGEST_NAME = 60


def labelled(line: str) -> tuple[str, str] | None:
    """The field that a line in any language labels, and what it says; None for any other line."""
    found = _LINE.fullmatch(line) if len(line) <= _LONGEST else None
    field = _FIELDS.get(_key(found["label"])) if found else None
    if found is None or field is None or (field == "author" and len(found["value"]) > _LONGEST_NAME):
        return None
    return field, found["value"].strip()
