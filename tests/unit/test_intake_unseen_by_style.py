"""Words that the style sheet of a page, or a paragraph of a document, hides are no text; others stay."""

import pytest
from bs4 import BeautifulSoup

from annotated_briefings.intake.formats.detect import read_any
from annotated_briefings.intake.formats.hidden import drop_hidden

UNSEEN = (
    "article { & .x { display: none } }",
    "article { .x { display: none } }",
    '[data-x="y"] { display:none }',
    "p:nth-of-type(2) { display:none }",
    ".x { color: transparent }",
    "@supports (display:grid) { .x { visibility:hidden } }",
    ":is(.x,.zz) { display:none }",
    ":where(.x) { display:none }",
    "@media (min-width:1px){.x{display:none}}",
    ":root{--h:none} .x{display:var(--h)}",
    ".x{max-height:0px;overflow:clip}",
    "p:last-child{display:none}",
    "p:not(:first-of-type){display:none}",
    "p + p, h2::before{display:none}",
    ".x{color:#fff;background:#fff}",
    # Not seen before.
    "h1 ~ p:nth-child(2n + 3){overflow-x:hidden;height:0}",
    "@layer base { @media screen and (width >= 10em) { article > { p.x { display: none } } } }",
    ".x{--a: var(--b, none); display: var(--a)}",
    "@scope (article) { .x { opacity: 0 } }",
    '.q::after{content:"}"} p[class~=x i]{-webkit-text-fill-color:transparent}',
    "article:has(.x) p.x { &:not(.shown) { visibility: collapse } }",
    "@media not print { .x { inline-size: 0; overflow: hidden } }",
)
SEEN = (
    "@media print { .x { display: none } }",
    "@media (max-width: 600px) { .x { display: none } }",
    "@media (min-width: 900px) { .x { display: none } }",
    "@media (prefers-reduced-motion) { .x { display: none } }",
    "@supports not (display:grid) { .x { display: none } }",
    ".x::before, .x:hover, .x:target { display: none }",
    ".x { color: transparent; background: linear-gradient(red, blue); -webkit-background-clip: text }",
    ".x { color: #fff }",
    ".x { height: 0; overflow: hidden; padding-bottom: 56% }",
    ".x { overflow: hidden; max-height: 20em }",
    "aside { .x { display: none } }",
    ".y .x, p.x.y, #x { display: none }",
    "x-card:not(:defined), [v-cloak] { display: none }",
    ".x { --hidden: none; display: var(--shown, block) }",
    '.q::after{content:".x{display:none}"}',
    "@keyframes a { from { opacity: 0 } } .x:not(p) { display:none",
    ".x { display: none;; } }} ]] @media {",
)


def shown(style: str, words: str = "<p class='x' data-x='y' v-cloak>SECRET</p>") -> str:
    article = f"<article><h1>M</h1><p>First.</p>{words}</article>"
    soup = BeautifulSoup(f"<html><head><style>{style}</style></head><body>{article}</body></html>", "lxml")
    drop_hidden(soup)
    text = soup.body.get_text() if soup.body else ""
    assert "First." in text
    return text


@pytest.mark.parametrize("style", UNSEEN)
def test_what_a_style_sheet_hides_is_no_text(style: str) -> None:
    assert "SECRET" not in shown(style)


@pytest.mark.parametrize("style", SEEN[:-1])
def test_what_is_seen_on_some_screen_is_text(style: str) -> None:
    assert "SECRET" in shown(style)


def test_a_broken_style_sheet_is_read_as_far_as_it_goes() -> None:
    assert "SECRET" not in shown(SEEN[-1])


def test_a_popover_is_closed_until_it_is_asked_for() -> None:
    assert "SECRET" not in shown("", "<div popover>SECRET</div>")


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style")
)
FIELD = '<text:hidden-paragraph text:condition="ooow:1==1" text:is-hidden="{}"/>'


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (False, f"<text:p>{FIELD.format('true')}SECRET</text:p>"),
        (False, f"<text:p>SECRET <text:span>{FIELD.format('true')}</text:span> more</text:p>"),
        (
            False,
            f"<text:list><text:list-item><text:p>SECRET{FIELD.format('true')}</text:p></text:list-item></text:list>",
        ),
        (False, '<text:section text:display="condition" text:is-hidden="true"><text:p>SECRET</text:p></text:section>'),
        (True, f"<text:p>{FIELD.format('false')}SECRET</text:p>"),
        (True, '<text:section text:display="condition" text:is-hidden="false"><text:p>SECRET</text:p></text:section>'),
    ],
)
def test_a_hidden_paragraph_of_a_document_is_no_text(kept: bool, words: str) -> None:
    data = (
        f'<?xml version="1.0"?><office:document {SPACES} office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text><text:p>First words of it.</text:p>{words}</office:text></office:body>"
        "</office:document>"
    )
    documents, _ = read_any("a.fodt", data.encode())
    text = " ".join(one.text for one in documents[0].paragraphs)
    assert ("SECRET" in text) is kept
    assert "First words" in text
