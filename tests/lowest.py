"""Prints the lowest version of every package that the product takes, one a line, for `make lowest`."""

import re
import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

for wanted in PROJECT["dependencies"]:
    found = re.fullmatch(r"([\w.-]+)>=([\d.]+)(?:,<[\d.]+)?(;.*)?", wanted)
    assert found, f"`{wanted}` names no lowest version"
    print(f"{found[1]}=={found[2]}{found[3] or ''}")
