"""Translations of a brief: each leads to all others, on pages and in every file for programs."""

import json
import re
from itertools import product
from xml.etree import ElementTree

import pytest
from small_site import BASE, Case

ATOM, SITEMAP, XHTML = (
    "{http://www.w3.org/2005/Atom}",
    "{http://www.sitemaps.org/schemas/sitemap/0.9}",
    "{http://www.w3.org/1999/xhtml}",
)
LANGUAGES = {"quay": "", "kai": "de", "quai": "fr", "muelle": "es-MX"}
"""Briefs and what they say of their language."""
NAMED = {
    "all name the first": {"kai": "quay", "quai": "Quay reopens", "muelle": "briefings/quay.md"},
    "each names the one before": {"kai": "quay", "quai": "kai", "muelle": "quai"},
    "the first names another": {"quay": "muelle", "kai": "quay", "quai": "kai"},
    "in a ring": {"quay": "kai", "kai": "quay", "quai": "quay", "muelle": "kai"},
}


def site(case: Case, named: dict[str, str], languages: dict[str, str] = LANGUAGES) -> Case:
    for number, (name, language) in enumerate(languages.items(), 1):
        head = f"title: {name.title()} reopens\ndate: 2026-03-0{number}"
        head += f"\nlang: {language}" if language else ""
        head += f"\ntranslation_of: {named[name]}" if name in named else ""
        case.brief(name, head)
    return case.build()


def address(name: str) -> str:
    return f"{BASE}/briefs/{name}/"


def on_page(case: Case, name: str) -> dict[str, str]:
    """The alternates of a page, by language."""
    html = case.html(f"briefs/{name}/index.html")
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))


@pytest.mark.parametrize("named", NAMED)
def test_each_leads_to_all_others_whoever_names_whom(case: Case, named: str) -> None:
    site(case, NAMED[named])
    assert not case.reported("unknown-translation", "broken-link")
    every = {language or "en": address(name) for name, language in LANGUAGES.items()}
    sitemap = ElementTree.fromstring(case.files()["sitemap.xml"])
    listed = {url.findtext(f"{SITEMAP}loc"): url for url in sitemap}
    feed = ElementTree.fromstring(case.files()["feed.xml"])
    entries = {entry.findtext(f"{ATOM}id"): entry for entry in feed.iter(f"{ATOM}entry")}
    for name, language in LANGUAGES.items():
        assert on_page(case, name) == every
        links = case.page(f"briefs/{name}/index.html").select(".dateline a[hreflang]")
        assert [link["hreflang"] for link in links] == sorted({*every} - {language or "en"}, key=str.casefold)
        found = listed[address(name)].iter(f"{XHTML}link")
        assert {link.get("hreflang"): link.get("href") for link in found} == every
        entry = next(e for key, e in entries.items() if key and key.endswith(f":{name}"))
        assert {link.get("hreflang"): link.get("href") for link in entry.iter(f"{ATOM}link")} == every


def test_data_say_what_was_translated_from_what(case: Case) -> None:
    site(case, NAMED["each names the one before"])
    found = {}
    for name in LANGUAGES:
        [text] = case.page(f"briefs/{name}/index.html").select('script[type="application/ld+json"]')
        data = json.loads(text.get_text())
        works = [work["@id"] for work in data.get("workTranslation", [])]
        found[name] = (data.get("translationOfWork", {}).get("@id"), works)
    assert found == {
        "quay": (None, [address("kai")]),
        "kai": (address("quay"), [address("quai")]),
        "quai": (address("kai"), [address("muelle")]),
        "muelle": (address("quai"), []),
    }


def test_a_translation_that_is_not_public_leaves_no_trace(case: Case) -> None:
    site(case, {"kai": "quay", "quai": "quay"})
    case.brief("kai", "title: Geheimer Kai\nlang: de\ndate: 2026-03-02\ndraft: true\ntranslation_of: quay")
    case.build()
    assert not case.reported("leak", "unknown-translation")
    assert on_page(case, "quay") == {"en": address("quay"), "fr": address("quai")}
    assert not any(b"Geheimer" in data or b"briefs/kai" in data for data in case.files().values())


def test_of_two_in_one_language_none_is_named(case: Case) -> None:
    site(case, {"kai": "quay", "quai": "quay", "muelle": "quay"}, {**LANGUAGES, "quai": "DE"})
    assert on_page(case, "quay") == {"en": address("quay"), "es-MX": address("muelle")}
    for name, other in product(("kai", "quai"), LANGUAGES):
        assert (address(other) in on_page(case, name).values()) == (name == other)


def test_a_build_after_an_edit_of_one_translation_is_that_of_a_clean_one(case: Case) -> None:
    site(case, {"kai": "quay"})
    case.brief("kai", "title: Kai wieder offen\nlang: nl\ndate: 2026-03-02\ntranslation_of: quay")
    edited = case.build().files()
    assert case.build(clean=True).files() == edited
    assert on_page(case, "quay") == {"en": address("quay"), "nl": address("kai")}
