"""What other sites show beside a link to a page: its own words, on every kind of page, and a picture that is there."""

import json
from base64 import b64decode

import pytest
from bs4 import BeautifulSoup
from small_site import BASE, Case

PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==")
ABOUT_ALL = "All about the harbour."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    case = Case(tmp_path_factory.mktemp("cards"), f"title: Quay\nbase_url: {BASE}\ndescription: {ABOUT_ALL}\n")
    case.write("briefings/quay.png", PNG)
    case.write("briefings/people.yaml", "RL: {name: Rosa Lind, description: Writes of cranes.}\nMN: {name: Mo Nu}\n")
    case.write(
        "briefings/entities.yaml", "kran: {name: Kran, description: Builds cranes.}\nlund: {name: Lund, type: place}\n"
    )
    case.write("briefings/tags.yaml", "cranes: {label: Cranes, description: Of cranes.}\nships: {label: Ships}\n")
    case.write("briefings/stories.yaml", "one: {title: One, description: The one.}\n")
    case.write("pages/about.md", "---\ntitle: About\ndescription: Who we are.\n---\nWe are we.\n")
    head = "date: 2026-03-0{0}\nauthor: {1}\nentities: [Kran, Lund]\ntags: [cranes, ships]\nstory: {2}"
    case.brief("a", "title: A\nimage: {src: quay.png, alt: Quay}\n" + head.format(1, "RL", "one"))
    case.brief("b", 'title: B\nimage: {src: "https://p.example/a b.png", alt: P}\n' + head.format(2, "MN", "two"))
    case.brief("c", "title: C\ndate: 2026-03-03")
    return case.build()


def cards(case: Case) -> dict[str, dict[str, str]]:
    """The card of each page that has an address of its own."""
    found = {}
    for name, data in case.files().items():
        if name.endswith(".html") and name != "404.html":
            page = BeautifulSoup(data, "html.parser")
            tags = page.find_all("meta")
            found[name] = {str(tag.get("property") or tag.get("name")): str(tag.get("content")) for tag in tags}
    return found


def test_every_page_has_a_card_with_its_own_words(case: Case) -> None:
    own = cards(case)
    assert len(own) > 30
    for name, card in own.items():
        assert card["og:title"], name
        assert card["og:url"], name
        assert card["twitter:card"] == ("summary_large_image" if "og:image" in card else "summary"), name
        assert card.get("og:description") == card.get("description"), name
    result = {name.removesuffix("/index.html"): card.get("description") for name, card in own.items()}
    expected = {
        "people/RL": "Writes of cranes.",
        "people/MN": None,
        "entities/kran": "Builds cranes.",
        "entities/lund": "Lund: Place",
        "tags/cranes": "Of cranes.",
        "tags/ships": None,
        "stories/one": "The one.",
        "stories/two": None,
        "about": "Who we are.",
        "briefs/a": "In short.",
        "notes": ABOUT_ALL,
    }
    assert {name: result[name] for name in expected} == expected


def test_the_picture_of_a_brief_is_that_of_its_card_and_of_its_data(case: Case) -> None:
    pictures = {
        name[7]: card["og:image"]
        for name, card in cards(case).items()
        if name[:7] == "briefs/" and name[8:] == "/index.html"
    }
    [file] = [name for name in case.files() if name.startswith("media/quay.")]
    assert pictures == {"a": f"{BASE}/{file}", "b": "https://p.example/a%20b.png", "c": f"{BASE}/briefs/c/card.png"}
    for name, picture in (("a", pictures["a"]), ("b", f"{BASE}/briefs/b/card.png"), ("c", pictures["c"])):
        data = case.page(f"briefs/{name}/index.html").find("script", type="application/ld+json")
        assert data
        assert json.loads(data.get_text())["image"] == picture
