"""Words in the browser and in the index: folded, cut, shortened and filed alike."""

import json
import random
from itertools import cycle
from unicodedata import category, name
from zlib import crc32

from playwright.sync_api import Browser, Page
from web_server import ROOT

from annotated_briefings.output.search.index import packed
from annotated_briefings.output.search.words import RULES, fold, stem, tokens

TEXTS = (
    "O’Kerr's mid-April; 2,000! S's",
    "TSMC芯片 and 市役所, ｶﾞﾗｽ㌔",
    "Straße re\u00adport cafe\u0301 ﷺ ½ ² İı",
    "ที่ดิน 대한민국 أعلنت بُنِيَت",
    "a_b '' 's",
    "O’Brien's north-west re-sign F-16 state-of-the-art l'eau L'Oréal d'une we'll Xi'an",
    "12,500 12.500 12 500 12\u202f500 1.234.567,89 in 2024 500 0.500 192.168.100.200 1,200,30",
    "a-東京-b 12,500東 O'東",
    "8% 8 % 12,5\u202f% 1,234% 增长8％ ٨٪ 900° F16 % x8% % 8",
    "کتاب\u200cها می\u200cگویند a\u200cب क्\u200cष ज़ हाँ",
)


def opened(browser: Browser) -> Page:
    page = browser.new_page()
    page.goto("about:blank")
    page.add_script_tag(content=(ROOT / "static" / "js" / "words.js").read_text("utf-8"))
    page.evaluate("rules => { window.lib = window.briefingsWords(rules); }", json.loads(json.dumps(RULES)))
    return page


def test_every_letter_is_folded_alike(browser: Browser) -> None:
    """All letters and digits that both know; those of the newest Unicode may be missing on one side."""
    page = opened(browser)
    letters = [sign for sign in map(chr, range(0x32000)) if category(sign)[0] in "LNM"]
    # Of the 100,000 signs of Chinese and Korean, which are folded by one rule each, every fiftieth will do.
    many = [sign for sign in letters if name(sign, "").startswith(("CJK UNIFIED", "HANGUL SYLLABLE", "TANGUT", "YI "))]
    signs = sorted({*letters} - {*many}) + many[::50]
    known = page.evaluate("all => all.map(sign => /[\\p{L}\\p{N}\\p{M}]/u.test(sign))", signs)
    shared = [sign for sign, there in zip(signs, known, strict=True) if there]
    assert len(shared) > 0.99 * len(signs)
    there = page.evaluate("all => all.map(sign => [sign, sign + 'a', 'a' + sign].map(lib.fold))", shared)
    other = [
        (sign, hex(ord(sign)), folded)
        for sign, folded in zip(shared, there, strict=True)
        if [fold(sign), fold(sign + "a"), fold("a" + sign)] != folded
    ]
    assert other == []
    page.close()


def test_texts_are_cut_alike_and_every_word_has_its_place(browser: Browser) -> None:
    page = opened(browser)
    chance = random.Random(5)
    signs = [sign for sign in map(chr, range(0x20, 0xFFFF)) if category(sign)[0] in "LNMPSZ"]
    mixed = ["".join(chance.choices(signs + list("abc '’ ") * 2000, k=30)) for _ in range(600)]
    joined = ["".join(chance.choices("ab9O120-'’.,% \u202f", k=20)) for _ in range(600)]
    languages = ("", "en", "de", "fr")
    cases = [(text, language) for text in TEXTS for language in languages]
    # Cutting one text in a browser takes milliseconds: each of those made by chance is cut in one language.
    cases += zip((*mixed, *joined), cycle(languages))
    for (text, language), found in zip(
        cases, page.evaluate("all => all.map(one => lib.tokens(one[0], one[1]))", cases), strict=True
    ):
        there = [(t["word"], t["at"], t["stemmed"], t["parts"]) for t in found]
        assert there == [(t.word, t.at, t.stemmed, t.parts) for t in tokens(text, 0, language)], (text, language)
    [places] = page.evaluate(
        "text => [lib.tokens(text).map(t => text.slice(t.start, t.end))]", "𠮷野家 Straße’s 市役所!"
    )
    assert places == ["𠮷", "𠮷野", "野", "野家", "家", "Straße", "市", "市役", "役", "役所", "所"]
    page.close()


def test_words_are_shortened_and_filed_alike(browser: Browser) -> None:
    page = opened(browser)
    chance = random.Random(6)
    cases = []
    for language, rules in RULES["languages"].items():
        ends = ["", *(ending for step in ("endings", "finals") for ending, _, _ in rules.get(step, ()))]
        begins = ["", *(beginning for beginning, _ in rules["beginnings"])]
        letters = "".join({*"".join((*ends, *begins)), *"aeiort"})
        for _ in range(300):
            middle = "".join(chance.choices(letters, k=chance.randint(0, 6)))
            cases.append((chance.choice(begins) + middle + chance.choice(ends), language))
        cases += [(begin + word, language) for begin in begins for word in (*rules["whole"], *rules["forms"])]
    there = page.evaluate("all => all.map(one => [lib.stem(one[0], one[1]), lib.file(one[0], 256)])", cases)
    assert there == [[stem(word, language), crc32(word.encode()) % 256] for word, language in cases]
    page.close()


def test_places_are_read_as_they_were_packed(browser: Browser) -> None:
    page = opened(browser)
    chance = random.Random(7)
    lists = [sorted(chance.sample(range(200_000), k=chance.randint(0, 9))) for _ in range(200)]
    line = " ".join(f"abc{at:03}{packed(places)}" for at, places in enumerate(lists))
    there = page.evaluate("line => lib.unpack(line)", line)
    assert [held["places"] for held in there] == lists
    page.close()
