"""Words are given to the source whose text has them, on every machine alike."""

import shutil
from pathlib import Path

import pytest

from annotated_briefings.cli.main import main

BROKEN = Path(__file__).parent / "broken"


@pytest.mark.parametrize("name", ["other-source", "other-source-named"])
def test_a_machine_without_the_collected_texts_says_the_same(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    shutil.copytree(BROKEN / name, site)
    shutil.copy(BROKEN / "site.yaml", site)
    main(["--site", str(site), "check"])
    here = capsys.readouterr().out
    assert f"[{name}]" in here
    shutil.rmtree(site / "collected")
    main(["--site", str(site), "check"])
    assert capsys.readouterr().out == here
