"""A site of content that is hard to lay out: long words, many notes, wide tables, large pictures, long lists."""

from io import BytesIO
from json import dumps

from PIL import Image
from small_site import Case

WORD = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaf"[:79]
"""One word of 79 letters."""
HEADLINE = ("The harbour board of the eastern isles hears that the tidal plant " * 5)[:299].rstrip() + "s"
LANGUAGES = {
    "de": ("Das Gezeitenkraftwerk geht ans Netz", "Der Rat hat am 3. März zugestimmt, und die Kosten steigen."),
    "fr": ("La centrale marémotrice est raccordée", "Le conseil a donné son accord ; les coûts augmentent."),
    "es": ("La central mareomotriz se conecta", "El consejo dio su acuerdo y los costes aumentan."),
    "zh": ("潮汐电站并网", "港务局已同意，费用增加。第一台机组已经开始发电。"),
    "ar": ("محطة المد والجزر تدخل الخدمة", "وافق المجلس على الخطة، وترتفع التكاليف في الميناء."),
    "he": ("תחנת הגאות מחוברת לרשת", "המועצה הסכימה לתוכנית, והעלויות עולות בנמל."),
    "ja": ("潮力発電所が稼働", "港湾局は計画に同意した。費用は増えている。"),
    "ru": ("Приливная станция подключена к сети", "Совет согласился, расходы растут."),
    "tr": ("Gelgit santrali şebekeye bağlandı", "Kurul planı onayladı, maliyetler artıyor."),
}
"""Headline and text in nine languages, two of them written from right to left, one of these without words of ours."""
COLUMNS, ROWS = 14, 3
ENTITY_BRIEFS, TAGS, STORY_BRIEFS, NOTES, FOOTNOTES = 300, 400, 68, 40, 12
HARD = (
    *("/briefs/long-headline/", "/briefs/long-word/", "/briefs/many-notes/", "/briefs/overlapping/", "/briefs/tables/"),
    *(
        "/briefs/pictures/",
        "/briefs/footnotes/",
        "/briefs/passages/",
        *(f"/briefs/in-{language}/" for language in LANGUAGES),
    ),
)
"""Briefs that are hard to lay out."""
LISTS = (
    *("/", "/entities/harbour-city/", "/entities/", "/tags/", "/stories/tidal-plant/", "/stories/tidal-plant/all/"),
    *("/briefs/", "/2026/03/", "/2026/03/01/", "/notes/", "/sources/", "/figures/", "/questions/", "/corrections/"),
    *("/people/", "/follow/", "/about/", "/404.html"),
)
"""Pages that list hundreds of things, and those of every other kind."""
SETTINGS = """title: Awkward
base_url: https://awkward.example/some/{}
social_images: false
leave_out: [markdown, annotations]
"""


def picture(width: int, height: int) -> bytes:
    """A picture that is much larger than a page."""
    out = BytesIO()
    Image.radial_gradient("L").resize((width, height)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def fill(case: Case) -> Case:
    """Put the content there."""
    case.write(
        "briefings/entities.yaml",
        f"harbour-city: {{name: Harbour City, type: place}}\nword: {{name: {WORD}, type: company}}\n",
    )
    case.write("briefings/tags.yaml", "".join(f"t{n}: {{label: Subject number {n}}}\n" for n in range(TAGS)))
    case.write("briefings/people.yaml", f"rl: {{name: {WORD}, initials: RL, role: Editor}}\n")
    case.write("pages/about.md", f"---\ntitle: About {WORD}\nnav: true\n---\n\nWe write about {WORD}.\n")
    for number in range(ENTITY_BRIEFS):
        story = "\nstory: tidal-plant" if number < STORY_BRIEFS else ""
        tags = f"tags: [t{number}, t{(number + 100) % TAGS}]"
        day = f"date: 2026-{number % 9 + 1:02}-{number % 28 + 1:02}"
        source = f"sources: [{{outlet: Port Times {number % 40}, title: Notes of a day}}]"
        head = f"title: Step {number} at the plant\n{day}\n{tags}\n{source}{story}"
        case.brief(f"step-{number:03}", head, f"Harbour City saw step {number} of the work.\n")
    _briefs(case)
    return case


def _briefs(case: Case) -> None:
    day = "date: 2026-03-01\ntags: [t0]\nauthor: RL"
    case.brief("long-headline", f"title: {HEADLINE}\n{day}")
    source = f"sources: [{{outlet: {WORD}, title: {WORD}, url: 'https://example.org/{WORD}'}}]"
    figures = f"figures: [{{value: 145, unit: million euros, what: {WORD}}}, {{value: 3, what: cost of the plant}}]"
    more = f"entities: {{about: [{WORD}]}}\nkey_points: [{WORD}]\nunknowns: ['Who pays for {WORD}?']"
    fix = f"corrections: [{{date: 2026-03-02, was: {WORD}, now: {WORD}s, why: A slip.}}]"
    head = f"title: {WORD}\n{day}\n{more}\n{source}\n{figures}\n{fix}"
    case.brief("long-word", head, f"## {WORD}\n\n{WORD} is `{WORD}`.\n")
    remark = "The first passage has a remark that is much longer than the passage itself. " * 5
    long = "".join(f"  - {{quote: {text}, note: '{remark}'}}\n" for text in ("First", "First passage", "passage"))
    notes = f"annotations:\n{long}  - {{quote: Second passage, note: Short.}}\n"
    text = "First passage.\n\n## Between\n\nSecond passage.\n"
    case.brief("passages", f"title: A heading between notes\n{day}\n{notes}", text)
    words = [f"passage{n} of words" for n in range(NOTES)]
    notes = "".join(
        f"  - {{quote: {text}, author: RL, date: 2026-03-02, note: 'Remark {n} says more than its passage.'}}\n"
        for n, text in enumerate(words)
    )
    case.brief("many-notes", f"title: Forty notes\n{day}\nannotations:\n{notes}", ". ".join(words) + ".\n")
    whole = "The harbour board has agreed to the second plan of the tidal plant"
    parts = (whole, "harbour board has agreed", "agreed to the second plan", "second plan of", "the tidal plant", "has")
    over = "".join(
        f"  - {{quote: {part}, kind: {kind}, note: On these words.}}\n"
        for part, kind in zip(
            parts, ("context", "check", "dispute", "correction", "question", "definition"), strict=True
        )
    )
    case.brief("overlapping", f"title: Six notes on one sentence\n{day}\nannotations:\n{over}", f"{whole}.\n")
    head = "| " + " | ".join(f"Head{n}-of-column" for n in range(COLUMNS)) + " |\n"
    rows = "".join("| " + " | ".join(f"cell{n}-{row}-value§" for n in range(COLUMNS)) + " |\n" for row in range(ROWS))
    code = "```\n" + "x = " + "some_function_name(" * 12 + "\n```\n"
    table = head + "|" + " - |" * COLUMNS + "\n" + rows
    small = f"| a | b | c | d |\n| - | - | - | - |\n| {WORD[:30]} | one | two | three |\n"
    note = f"annotations: [{{quote: Words with a note, note: {dumps(small)}}}]"
    text = f"Words with a note.\n\n{table}\n> {WORD}\n\n{code}\n1. one\n\n   {WORD}\n"
    case.brief("tables", f"title: Wide tables\n{day}\n{note}", text)
    case.write("briefings/wide.jpg", picture(2400, 300))
    case.write("briefings/tall.jpg", picture(700, 3000))
    image = f"image: {{src: wide.jpg, alt: A plant, credit: {WORD}}}"
    case.brief("pictures", f"title: Large pictures\n{day}\n{image}", "![Wide](wide.jpg)\n\n![Tall](tall.jpg)\n")
    marks = " ".join(f"Claim {n}.[^{n}]" for n in range(FOOTNOTES))
    texts = "\n".join(f"[^{n}]: Footnote {n} names {WORD}." for n in range(FOOTNOTES))
    case.brief("footnotes", f"title: Twelve footnotes\n{day}", f"{marks}\n\n{texts}\n")
    for language, (title, text) in LANGUAGES.items():
        points = f"key_points: ['{text}']\nwhy_it_matters: '{text}'\nunknowns: ['{title}?']"
        note = f"annotations: [{{quote: '{text[:12]}', note: '{title}', author: RL}}]"
        case.brief(
            f"in-{language}", f"title: {title}\n{day}\nlang: {language}\n{points}\n{note}", f"{text}\n\n## {title}\n"
        )
