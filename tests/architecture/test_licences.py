"""Whoever installs the product gets nothing under a licence that asks more of them than its own does.

The licences are those that packages declare, of all packages that are required and of what these require in turn.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "CNRI-Python",
    "HPND",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "PSF-2.0",
    "Python-2.0",
    "Unlicense",
    "Zlib",
}
"""SPDX names of licences that ask for their notice alone, or for nothing."""
WRITTEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 3-Clause license": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "SIL OFL 1.1": "OFL-1.1",
}
"""What older packages write instead of an SPDX name."""
ALLOWED = {
    "certifi": (
        "MPL-2.0",
        "trafilatura takes it for the certificates of hosts; it covers its own files alone",
    ),
    "font-source-serif-pro": ("OFL-1.1", "a font may be used and passed on, not sold by itself"),
    "tld": ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", "courlan takes it; we choose MPL-1.1: its own files alone"),
    "tqdm": ("MPL-2.0 AND MIT", "the progress bar; MPL-2.0 covers its own files alone"),
}
"""Packages with another licence, that licence, and why they are taken all the same."""


def licence(metadata: PackageMetadata) -> str:
    """The licence that a package declares, as an SPDX expression where it can be read as one."""
    for key in ("License-Expression", "License"):
        written = metadata.get_all(key) or []
        if len(written) == 1 and "\n" not in written[0]:
            return WRITTEN.get(written[0], str(written[0]))
    kinds = [
        kind.rpartition(":: ")[2] for kind in metadata.get_all("Classifier") or [] if kind.startswith("License ::")
    ]
    return " AND ".join(WRITTEN.get(kind, kind) for kind in kinds) or "none"


def permissive(expression: str) -> bool:
    """Whether an SPDX expression can be met by permissive licences alone."""
    return any(
        all(part.strip(" ()").partition(" WITH ")[0] in PERMISSIVE for part in re.split(r"\bAND\b", choice))
        for choice in re.split(r"\bOR\b", expression)
    )


def required(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Name and licence of every package that comes with some requirements on this machine."""
    todo = [(Requirement(text), "") for text in texts]
    seen: set[tuple[str, str]] = set()
    while todo:
        wanted, extra = todo.pop()
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(wanted.name)
        for one in ("", *wanted.extras):
            if (name, one) not in seen:
                seen.add((name, one))
                found = distribution(wanted.name)
                todo += [(Requirement(text), one) for text in found.requires or ()]
                if not one:
                    yield name, licence(found.metadata)


def test_every_required_package_has_a_permissive_licence_or_a_reason() -> None:
    found = dict(required(PROJECT["dependencies"]))
    assert len(found) > 40
    wrong = {name: written for name, written in found.items() if not permissive(written) and name not in ALLOWED}
    assert wrong == {}, "these ask more of whoever installs the product; do without them, or give the reason in ALLOWED"


def test_the_notice_names_every_package_with_another_licence_that_only_tests_use() -> None:
    installed = dict(required(PROJECT["dependencies"]))
    found = dict(required(PROJECT["optional-dependencies"]["test"]))
    other = {name for name, written in found.items() if name not in installed and not permissive(written)}
    text = (ROOT / "NOTICE").read_text(encoding="utf-8").partition("The tests of this software use")[2]
    assert sorted(other - set(re.findall(r"(?m)^- ([\w-]+): ", text))) == []


def test_the_programs_that_only_tests_use_have_permissive_licences() -> None:
    folder = ROOT / "tests" / "validators"
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    files = {name: folder / "node_modules" / name / "package.json" for name in asked}
    if not any(file.exists() for file in files.values()):
        pytest.skip("not installed: validators")
    found = {name: json.loads(f.read_text(encoding="utf-8"))["license"] for name, f in files.items() if f.exists()}
    assert {name: written for name, written in found.items() if not permissive(written)} == {}


@pytest.mark.parametrize("name", ALLOWED)
def test_an_exception_is_needed_and_its_licence_is_the_one_that_was_looked_at(name: str) -> None:
    found = dict(required(PROJECT["dependencies"]))
    assert found.get(name) == ALLOWED[name][0]
    assert not permissive(ALLOWED[name][0])


@pytest.mark.parametrize("name", ALLOWED)
def test_the_notice_names_every_exception(name: str) -> None:
    text = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert re.search(rf"^- {re.escape(name)}: ", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("MIT", True),
        ("BSD-3-Clause AND Zlib", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("LGPL-3.0-only", False),
        ("GPL-2.0-or-later", False),
        ("none", False),
        ("", False),
    ],
)
def test_an_expression_is_permissive_when_one_choice_in_it_is(expression: str, expected: bool) -> None:
    assert permissive(expression) is expected
