"""A new site says from where other machines install the program: only from where this copy really came."""

import json

import pytest

from annotated_briefings import __version__
from annotated_briefings.editing.installed_from import requirements, requirements_of

GIT = {"vcs": "git", "commit_id": "4aaa7ef0", "requested_revision": "main"}


def lines(text: str) -> list[str]:
    """What pip reads of a requirements file."""
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, f"annotated-briefings=={__version__}"),
        (
            {"url": "https://git.example/desk/briefings", "vcs_info": GIT},
            "annotated-briefings @ git+https://git.example/desk/briefings@4aaa7ef0",
        ),
        (
            {"url": "https://git.example/desk/tools", "vcs_info": GIT, "subdirectory": "briefings"},
            "annotated-briefings @ git+https://git.example/desk/tools@4aaa7ef0#subdirectory=briefings",
        ),
        (
            {"url": "https://files.example/ab.whl", "archive_info": {}},
            "annotated-briefings @ https://files.example/ab.whl",
        ),
        ({"url": "file:///home/ed/annotated-briefings", "dir_info": {}}, None),
        ({"url": "file:///home/ed/ab.whl", "archive_info": {}}, None),
        ({"url": "file:///home/ed/annotated-briefings", "vcs_info": GIT}, None),
    ],
    ids=["an index", "git", "a folder of a git repository", "a web address", "a folder", "a wheel", "a local git"],
)
def test_other_machines_install_the_copy_that_made_the_site(origin: object, line: str | None) -> None:
    text = requirements_of(None if origin is None else json.dumps(origin))
    if line is None:
        line = f"./wheels/annotated_briefings-{__version__}-py3-none-any.whl"
        assert "pip wheel --no-deps -w wheels FOLDER_OF_ANNOTATED_BRIEFINGS" in text
    assert lines(text) == [line]


def test_a_copy_that_was_never_installed_has_a_requirements_file_too() -> None:
    assert len(lines(requirements())) == 1
