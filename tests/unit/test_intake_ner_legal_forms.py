"""The legal form at the end of a name decides that it is a company."""

from pathlib import Path

import pytest
from command_line import call, site_with_a_draft

from annotated_briefings.intake.ner.types import has_legal_form, type_of

SEEN = ("GmbH", "Ltd", "Ltd.", "AB", "S.A.", "AG", "Inc.", "LLC", "A/S", "B.V.")
UNSEEN = ("GmbH & Co. KG", "plc", "SARL", "S.r.l.", "S.p.A.", "ASA", "Oyj", "Sp. z o.o.", "Kft.", "N.V.", "SE", "ООО")


@pytest.mark.parametrize("form", [*SEEN, *UNSEEN])
def test_a_legal_form_makes_a_company(form: str) -> None:
    name = f"Ida Varro {form}"
    assert has_legal_form(name)
    assert type_of(name, {"PER": 9}, [("mayor ", " said")]) == "company"


@pytest.mark.parametrize("name", ["Ida Varro", "GmbH", "Lund", "Bay of Lund", "Mara Sax", "Vess Island", "SA"])
def test_other_names_have_none(name: str) -> None:
    assert not has_legal_form(name)


def test_add_says_the_type_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with_a_draft(tmp_path / "site")
    status, out, _ = call(capsys, site, "entities", "add", "Varro Werft GmbH")
    last = "its type is `company`: its name ends in a legal form; `--type` says otherwise"
    assert (status, out.splitlines()[-1]) == (0, last)
    assert "type: company" in (site / "briefings/entities.yaml").read_text(encoding="utf-8")
    out = call(capsys, site, "entities", "add", "Varro Ferries Ltd", "--type", "organisation")[1]
    assert "its type" not in out
