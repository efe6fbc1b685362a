"""Who may read a page counts where the page's own article says it, and the table in the documentation is true."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from small_site import Case

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.html.page_access import access_mark

DOCS = Path(__file__).resolve().parents[2] / "docs" / "briefings" / "import.md"
ROWS = re.findall(
    r"^\| (first lines|front matter|data of [^|]*?) \| `(.*?)` \| (.*?) \|$",
    DOCS.read_text(encoding="utf-8"),
    re.MULTILINE,
)
TITLE = "Two ports will merge"
PARAGRAPHS = [
    "The Port of Ostmark and the Port of Lund will merge, their boards have agreed in a meeting on Monday evening.",
    "The new port will be called Aldra Ports, and it will have four thousand workers in both of its towns.",
    "Its first director is the head of the smaller port, who has led it for eleven years and knows both councils well.",
]
ARTICLE: dict[str, Any] = {
    "@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-03-01",
}  # fmt: skip
TEASER: dict[str, Any] = {**ARTICLE, "headline": "A ferry is late", "url": "https://quay.example/ferry"}


def page(*data: dict[str, Any]) -> str:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in data)
    text = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    head = f"<title>{TITLE}</title>{scripts}"
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{TITLE}</h1>{text}</article></body></html>"


def carried(where: str, phrase: str) -> tuple[str, str]:
    """A file that says something of itself at a place."""
    body = "\n\n".join(PARAGRAPHS)
    if where == "first lines":
        return "a.txt", f"{TITLE}\n\n{phrase}\n\n{body}\n"
    if where == "front matter":
        return "a.md", f"---\ntitle: {TITLE}\ndate: 2026-03-01\n{phrase}\n---\n\n{body}\n"
    more = json.loads("{" + phrase + "}")
    return "a.html", page(TEASER | more, ARTICLE) if "another" in where else page(ARTICLE | more)


def test_the_table_has_all_its_rows() -> None:
    assert len(ROWS) == 22


@pytest.mark.parametrize(("where", "expected", "comes"), ROWS)
def test_a_row_of_the_table_in_the_documentation_is_true(case: Case, where: str, expected: str, comes: str) -> None:
    case.take_in(*carried(where, expected))
    (text,) = case.briefs().values()
    times = [name for name in ("embargo_until", "expires_at") if f"\n{name}: " in text]
    found = f"with `{times[0]}`" if times else "as a draft" if "\ndraft: true" in text else "public"
    assert found == comes.partition(",")[0]


HELD: list[dict[str, Any]] = [
    {"isAccessibleForFree": False},
    {"isAccessibleForFree": "False"},
    {"isAccessibleForFree": "http://schema.org/False"},
    {"isAccessibleForFree": ["false"]},
    {"conditionsOfAccess": "Subscription required"},
    {"conditionsOfAccess": "Members only"},
    {"conditionsOfAccess": "Nur für Abonnenten"},
    {"conditionsOfAccess": "Réservé aux abonnés"},
    {"conditionsOfAccess": "Solo para suscriptores"},
    {"conditionsOfAccess": "Registration and payment"},
    {"audience": "staff"},
    {"audience": {"@type": "Audience", "name": "Subscribers"}},
    {"audience": {"@type": "Audience", "audienceType": "internal"}},
    {"audience": ["members"]},
    {"creativeWorkStatus": "Draft"},
]
OPEN: list[dict[str, Any]] = [
    {},
    {"isAccessibleForFree": True},
    {"isAccessibleForFree": "True"},
    {"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".box"}},
    {"conditionsOfAccess": "Free"},
    {"conditionsOfAccess": "Open to the public, no registration"},
    {"conditionsOfAccess": "Ohne Anmeldung"},
    {"conditionsOfAccess": "Gratuit, sans inscription"},
    {"conditionsOfAccess": "Cookies must be accepted"},
    {"audience": {"@type": "PeopleAudience", "suggestedMinAge": 16}},
    {"audience": {"@type": "Audience", "geographicArea": "Sweden"}},
    {"audience": {"@type": "BusinessAudience", "name": "Investors"}},
    {"audience": "Sailors"},
    {"audience": {"@type": "EducationalAudience", "educationalRole": "student"}},
    {"creativeWorkStatus": "Published"},
    {"accessMode": "textual", "accessibilitySummary": "Private rooms are described."},
]


@pytest.mark.parametrize(("data", "held"), [*((one, True) for one in HELD), *((one, False) for one in OPEN)], ids=str)
def test_the_data_of_an_article_say_who_may_read_it(data: dict[str, Any], held: bool) -> None:
    assert bool(access_mark(ARTICLE | data).held) is held
    for made in (page(ARTICLE | data), page(TEASER, ARTICLE | data), page({"@graph": [TEASER, ARTICLE | data]})):
        (document,), _ = read_any("a.html", made.encode())
        assert bool(document.given.held) is held


@pytest.mark.parametrize("data", HELD, ids=str)
def test_what_other_data_of_a_page_say_holds_nothing_back(data: dict[str, Any]) -> None:
    product = {"@context": "https://schema.org", "@type": "Product", "name": "A book", **data}
    listed = {"@type": "ItemList", "itemListElement": [TEASER | data]}
    for others in ([TEASER | data], [product], [listed], [TEASER | data, product]):
        for made in (page(*others, ARTICLE), page(ARTICLE, *others), page({"@graph": [*others, ARTICLE]})):
            (document,), _ = read_any("a.html", made.encode())
            assert (document.given.held, document.given.title) == ("", TITLE)


HELD_BY_ATTRIBUTES = (
    'article data-visibility="members-only"', 'article data-access="subscribers"', 'article data-status="draft"',
    'article data-published="false"', "article data-draft", 'article data-embargo="2031-05-01"',
    'body data-page-status="unpublished"', 'article data-audience="staff"', 'article data-public="false"',
    'article data-is-draft="1"', 'article data-post-status="pending"', 'article data-workflow-state="in review"',
    'article data-embargoed="true"', 'article data-sichtbarkeit="intern"', 'article data-statut="brouillon"',
    'main data-access-level="premium"', "article data-restricted", 'article data-publish-at="2031-05-01T09:00Z"',
    'html data-visibility="private"', 'article data-paywall="true"', 'article data-content-tier="locked"',
    "article data-not-public", 'article data-review-status="needs review"', 'article data-members-only="true"',
    'article data-visible-to="editors"',
)  # fmt: skip
PUBLIC_BY_ATTRIBUTES = (
    'article data-state="open"', 'article data-status="publish"', 'article data-visibility="public"',
    'article data-visibility="visible"', 'article data-state="closed"', 'article data-access="free"',
    'article data-audience="all"', 'article data-public="true"', 'article data-published="2026-03-02"',
    'article data-paywall="false"', 'article data-state="loading"', 'body data-ready="false"', 'body data-live="false"',
    'article data-active="false"', 'article data-section="draft"', 'article data-tags="draft,nfl"',
    'article data-visible="false"', 'article data-index="0"', 'article data-expires="2026-01-01"',
    'body data-scroll="locked"', 'body data-user-status="guest"', 'body data-user-role="subscriber"',
    'body data-logged-in="false"', 'article data-comment-status="closed"', 'article data-date="2031-05-01"',
)  # fmt: skip
HELD_BY_PROPERTIES = (
    '<link itemprop="isAccessibleForFree" href="http://schema.org/False">',
    '<span itemprop="creativeWorkStatus">Draft</span>',
    '<meta itemprop="conditionsOfAccess" content="Members only">',
    '<span property="schema:isAccessibleForFree">false</span>',
    '<div itemprop="audience">staff</div>',
)
OF_OTHERS = (
    '<aside><article data-visibility="members-only"><h3><a href="/x">Ferry late</a></h3></article></aside>',
    '<div data-visibility="private">Menu</div>',
    '<article><h3>Ferry late</h3><span itemprop="isAccessibleForFree">false</span></article>',
)


def held_of(made: str) -> bool:
    (document,), _ = read_any("a.html", made.encode())
    return bool(document.given.held or document.given.embargo)


def with_attribute(phrase: str) -> str:
    name, _, attribute = phrase.partition(" ")
    made = page(ARTICLE).replace("<body>", "<body><main>")
    return made.replace(f"<{name}", f"<{name} {attribute}", 1)


def test_attributes_of_the_elements_around_a_headline_say_who_may_read_the_page() -> None:
    assert [phrase for phrase in HELD_BY_ATTRIBUTES if not held_of(with_attribute(phrase))] == []
    assert [phrase for phrase in PUBLIC_BY_ATTRIBUTES if held_of(with_attribute(phrase))] == []


def test_data_in_the_elements_of_an_article_hold_back_as_those_at_the_head_of_its_page_do() -> None:
    assert [phrase for phrase in HELD_BY_PROPERTIES if not held_of(page().replace("</h1>", f"</h1>{phrase}"))] == []
    assert [phrase for phrase in OF_OTHERS if held_of(page().replace("</body>", f"{phrase}</body>"))] == []
