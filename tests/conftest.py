"""What every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from small_site import Case

pytest_plugins = ("browser_fixtures",)
ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of extra data beside the repository; tests that read it are skipped, by name, where it is missing."""
    folder = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the extra data folder `shared` is not beside the repository")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes expected files anew; read the difference before you commit it."""
    parser.addoption("--update-golden", action="store_true", default=False)


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A small site for one case."""
    return Case(tmp_path / "site")
