"""Programs and packages that some tests need: where one is missing they are skipped by its name, and fail under CI."""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
"""Path of a browser; empty where there is none."""
HEADLESS = shutil.which("chromium-headless-shell") or CHROMIUM
"""The same without the parts for a desktop where it is installed apart: its pages take half the processor time."""
NGINX = shutil.which("nginx") or ("/usr/sbin/nginx" if Path("/usr/sbin/nginx").exists() else "")
"""Path of a web server; empty where there is none."""
APACHE = shutil.which("apache2") or ("/usr/sbin/apache2" if Path("/usr/sbin/apache2").exists() else "")
"""Path of another one; empty where there is none."""
MISSING = "not installed: "
"""What the reason of a skipped test begins with that lacks a program."""


def need(name: str, path: str | None = None) -> str:
    """The path of a program, looked up by its name or given; without it the test is skipped, or fails under CI."""
    found = path if path is not None else shutil.which(name)
    if not found:
        lacking(name)
    return found or ""


def need_package(name: str) -> None:
    """Skip the test where a package cannot be imported, or let it fail under CI."""
    if find_spec(name) is None:
        lacking(name)


def lacking(name: str) -> None:
    """Skip the test for want of something; under continuous integration, where everything is installed, it fails."""
    reason = MISSING + name
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
