"""Words whose clause denies them in the source prove nothing: in every field, on every machine, whatever the ledger."""

import json
import shutil
from pathlib import Path

import pytest
from test_receipts import NOW, ledger_line

from annotated_briefings.base.meaning.turned.denied import QuoteStanding
from annotated_briefings.cli.main import main
from annotated_briefings.content.quotations.edited import standing_in
from annotated_briefings.intake.proofs import RULE, proof_lines_of, read_facts, text_digest, words_digest
from annotated_briefings.project.derive import Checks, DeriveOptions, derive_site

BRIEF = "briefings/2026/mill.md"
SOURCE = "aaaaaaaaaaaa"
TEXT = (
    "The owner of the mill was found not guilty of fraud on Monday. The board denied that it had sold 40 fields.\n\n"
    "“We have never paid a crown to the mayor for the land,” he said."
)
REMEDY = "quote the whole clause, with the word that denies it or leaves it open"
DENIED = " is denied, or left open, by the words around it in the text"
KINDS = {
    "point": (
        "key_points:\n  - {text: Guilty., quote: guilty of fraud on Monday, source: 1}",
        "",
        f"the quote `guilty of fraud on Monday`{DENIED} of source 1, `Mill Courier`",
    ),
    "figure": (
        "figures:\n  - {value: 40, what: fields sold, quote: it had sold 40 fields, source: 1}",
        "",
        f"the quote `it had sold 40 fields`{DENIED} of source 1, `Mill Courier`",
    ),
    "own text": (
        "key_points:\n  - {text: Guilty., quote: guilty of theft}",
        "He was not guilty of theft, they say.",
        f"the quote `guilty of theft`{DENIED}",
    ),
    "quotation": (
        "why_it_matters: He says “paid a crown to the mayor for the land”.",
        "",
        "`why_it_matters` quotes `paid a crown to the mayor for the land`,"
        " which its clause in the collected text denies or leaves open",
    ),
    "quotation of the text": (
        "tags: []",
        "He says “paid a crown to the mayor for the land”.",
        "the text quotes `paid a crown to the mayor for the land`,"
        " which its clause in the collected text denies or leaves open",
    ),
}
WHOLE = {
    "point": ("guilty of fraud on Monday", "was found not guilty of fraud on Monday"),
    "figure": ("it had sold 40 fields", "The board denied that it had sold 40 fields"),
    "own text": ("guilty of theft", "not guilty of theft"),
    "quotation": ("paid a crown", "We have never paid a crown"),
    "quotation of the text": ("paid a crown", "We have never paid a crown"),
}


def lay_out(root: Path, head: str, body: str, ledger: str = "") -> None:
    (root / "briefings" / "2026").mkdir(parents=True)
    (root / "site.yaml").write_text("title: Mills\nbase_url: https://mills.example\n")
    source = "sources:\n  - {outlet: Mill Courier, title: Gates, url: 'https://courier.example/mill'}"
    front = f"title: The mill\ndate: 2026-03-02\nsummary: In short.\n{head}\n{source}\nimported: {{id: {SOURCE}}}"
    (root / BRIEF).write_text(f"---\n{front}\n---\n\n{body or 'One short paragraph.'}\n")
    (root / "briefings" / "imports.jsonl").write_text(ledger_line(SOURCE, "Mill Courier", "Gates") + ledger)
    (root / "collected").mkdir()
    (root / "collected" / f"{SOURCE}.txt").write_text(TEXT)


def found(root: Path) -> list[tuple[str, str]]:
    """Messages and remedies about what nothing proves, as a build has them."""
    derived = derive_site(root, DeriveOptions(root, NOW, checks=Checks.NONE))
    return [(one.message, one.help) for one in derived.diagnostics if one.code == "unsupported-quote"]


@pytest.mark.parametrize("kind", KINDS)
def test_denied_words_are_refused_where_the_text_is_and_in_a_clone(kind: str, tmp_path: Path) -> None:
    head, body, message = KINDS[kind]
    lay_out(tmp_path, head, body)
    assert found(tmp_path) == [(message, REMEDY)]
    assert main(["--site", str(tmp_path), "check"]) == 1
    shutil.rmtree(tmp_path / "collected")
    assert found(tmp_path) == [(message, REMEDY)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_remedy_works_where_the_text_is_and_in_a_clone(kind: str, tmp_path: Path) -> None:
    head, body, _ = KINDS[kind]
    cut, whole = WHOLE[kind]
    body = body if kind == "own text" else body.replace(cut, whole)
    lay_out(tmp_path, head.replace(cut, whole), body)
    assert main(["--site", str(tmp_path), "check"]) == 0
    shutil.rmtree(tmp_path / "collected")
    assert found(tmp_path) == []


def test_a_proof_of_an_older_rule_counts_in_a_clone_until_somebody_looks_again(tmp_path: Path) -> None:
    head, body, message = KINDS["point"]
    digest = words_digest("guilty of fraud on Monday")
    old = json.dumps({"proof": SOURCE, "text": text_digest(TEXT), "words": [digest]}) + "\n"
    lay_out(tmp_path / "here", head, body, old)
    lay_out(tmp_path / "clone", head, body, old)
    shutil.rmtree(tmp_path / "clone" / "collected")
    assert found(tmp_path / "clone") == []
    assert found(tmp_path / "here") == [(message, REMEDY)]
    main(["--site", str(tmp_path / "here"), "check"])
    ledger = "briefings/imports.jsonl"
    shutil.copy(tmp_path / "here" / ledger, tmp_path / "clone" / ledger)
    assert found(tmp_path / "clone") == [(message, REMEDY)]
    before = (tmp_path / "here" / ledger).read_bytes()
    main(["--site", str(tmp_path / "here"), "check"])
    assert (tmp_path / "here" / ledger).read_bytes() == before


def test_the_same_words_said_plainly_elsewhere_prove(tmp_path: Path) -> None:
    lay_out(tmp_path, KINDS["point"][0], "")
    text = TEXT + "\n\nHis brother was guilty of fraud on Monday and left the town."
    (tmp_path / "collected" / f"{SOURCE}.txt").write_text(text)
    assert found(tmp_path) == []


def test_a_text_that_denies_what_it_quotes_is_right(tmp_path: Path) -> None:
    lay_out(tmp_path, "tags: []", "He has never “paid a crown to the mayor for the land”, he says.")
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("quotation", "standing"),
    [
        ("The owner of the mill was […] guilty of fraud", QuoteStanding.CHANGED),
        ("The owner … was found not guilty … on Monday", QuoteStanding.STATED),
        ("The board … it had sold 40 fields", QuoteStanding.CHANGED),
        ("The owner of the mine", QuoteStanding.ABSENT),
    ],
)
def test_dots_do_not_hide_the_word_that_denies(quotation: str, standing: QuoteStanding) -> None:
    assert standing_in(quotation, TEXT) is standing


def test_the_last_line_of_the_ledger_about_some_words_holds() -> None:
    standings = (QuoteStanding.STATED, QuoteStanding.TURNED)
    lines = [line for standing in standings for line in proof_lines_of("a", "t", {"w": standing})]
    for last in (0, 1):
        proof = read_facts((lines[1 - last], lines[last])).proof("a", "w")
        assert proof is not None
        assert (proof.standing, proof.rule) == (standings[last], RULE)


def test_the_place_of_the_message_is_the_quote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(tmp_path, *KINDS["own text"][:2])
    assert main(["--site", str(tmp_path), "check"]) == 1
    assert capsys.readouterr().out.startswith(
        f"{BRIEF}:6:28: error[unsupported-quote]: {KINDS['own text'][2]}\n"
        "    6 |   - {text: Guilty., quote: guilty of theft}\n"
        "      |                            ^^^^^^^^^^^^^^^\n"
        f"  help: {REMEDY}\n"
    )
