"""What every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("suite", max_examples=60, deadline=None, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of extra data beside the repository; tests that read it are skipped, by name, where it is missing."""
    folder = Path(os.environ.get("BRIEFINGS_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the extra data folder `shared` is not beside the repository")
    return folder
