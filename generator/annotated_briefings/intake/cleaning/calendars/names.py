"""The months of other calendars by their names, and those of our own in languages that write a day in another order."""

from annotated_briefings.base.values import Value


class Months(Value):
    """What the months of one calendar are called."""

    calendar: str
    """Its name, as messages have it."""
    names: tuple[str, ...]
    """The months in their order; the names of each are parted by blanks."""


THAI = Months(
    "Thai",
    (
        "มกราคม ม.ค.", "กุมภาพันธ์ ก.พ.", "มีนาคม มี.ค.", "เมษายน เม.ย.", "พฤษภาคม พ.ค.", "มิถุนายน มิ.ย.",
        "กรกฎาคม ก.ค.", "สิงหาคม ส.ค.", "กันยายน ก.ย.", "ตุลาคม ต.ค.", "พฤศจิกายน พ.ย.", "ธันวาคม ธ.ค.",
    ),
)  # fmt: skip
ETHIOPIAN = Months(
    "Ethiopian",
    (
        "መስከረም", "ጥቅምት ጥቅምቲ", "ኅዳር ህዳር ሕዳር", "ታኅሣሥ ታህሳስ ታኅሳስ ታህሣሥ ታሕሳስ", "ጥር ጥሪ", "የካቲት ለካቲት",
        "መጋቢት", "ሚያዝያ ሚያዚያ", "ግንቦት ጉንበት", "ሰኔ ሰነ", "ሐምሌ ሀምሌ ሓምለ", "ነሐሴ ነሃሴ ነሀሴ ነሓሰ", "ጳጉሜን ጳጉሜ ጳጉሜይ",
    ),
)  # fmt: skip
TIGRINYA = frozenset("መስከረም መጋቢት ሚያዝያ ግንቦት ጥቅምቲ ሕዳር ታሕሳስ ጥሪ ለካቲት ጉንበት ሰነ ሓምለ ነሓሰ".split())
"""Names that Tigrinya has as well, where they are months of our own calendar too."""
NEPALI = Months(
    "Nepali",
    (
        "बैशाख वैशाख बैसाख", "जेठ ज्येष्ठ जेष्ठ", "असार आषाढ", "साउन श्रावण", "भदौ भाद्र", "असोज आश्विन", "कात्तिक कार्तिक कातिक",
        "मंसिर मङ्सिर मार्ग", "पुस पुष पौष", "माघ", "फागुन फाल्गुन", "चैत चैत्र",
    ),
)  # fmt: skip
IRANIAN = Months(
    "Iranian",
    (
        "فروردین حمل", "اردیبهشت ثور", "خرداد جوزا", "تیر سرطان", "مرداد اسد", "شهریور سنبله", "مهر میزان",
        "آبان عقرب", "آذر قوس", "دی جدی", "بهمن دلو", "اسفند حوت",
    ),
)  # fmt: skip
ISLAMIC = Months(
    "Islamic",
    (
        "محرم المحرم Muharram Muharrem", "صفر Safar Safer",
        "ربيع_الأول ربیع_الاول ربيع_الاول Rabi_al-Awwal Rabiulawal Rebiülevvel",
        "ربيع_الآخر ربيع_الثاني ربیع_الثانی Rabi_al-Thani Rabiulakhir Rebiülahir",
        "جمادى_الأولى جمادی_الاول Jumada_al-Ula Jumadilawal Cemaziyelevvel",
        "جمادى_الآخرة جمادى_الثانية جمادی_الثانی Jumada_al-Thani Jumadilakhir Cemaziyelahir",
        "رجب Rajab Rejab Recep", "شعبان Sha'ban Shaban Syakban Şaban", "رمضان Ramadan Ramadhan Ramazan",
        "شوال Shawwal Syawal Şevval", "ذو_القعدة ذي_القعدة ذیقعده Dhu_al-Qadah Zulkaedah Zilkade",
        "ذو_الحجة ذي_الحجة ذیحجه Dhu_al-Hijjah Zulhijah Zilhicce",
    ),
)  # fmt: skip
BENGALI = Months("Bengali", tuple("বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র".split()))

KHMER = Months("", tuple("មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ".split()))
BURMESE = Months(
    "",
    (
        "ဇန်နဝါရီ", "ဖေဖော်ဝါရီ", "မတ်", "ဧပြီ", "မေ", "ဇွန်", "ဇူလိုင်", "ဩဂုတ် သြဂုတ် ဩဂုတ်", "စက်တင်ဘာ", "အောက်တိုဘာ",
        "နိုဝင်ဘာ", "ဒီဇင်ဘာ",
    ),
)  # fmt: skip
AMHARIC = Months(
    "",
    (
        "ጃንዋሪ ጃንዩወሪ ጃንዩዋሪ ጃኑዋሪ", "ፌብሩዋሪ ፌብሩወሪ ፌብሯሪ", "ማርች", "ኤፕሪል አፕሪል ኤፕሪል", "ሜይ", "ጁን", "ጁላይ", "ኦገስት", "ሴፕቴምበር",
        "ኦክቶበር ኦክተውበር", "ኖቬምበር", "ዲሴምበር",
    ),
)  # fmt: skip
"""The months of our own calendar, where days are written in shapes of their own."""
