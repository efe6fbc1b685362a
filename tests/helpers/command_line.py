"""A site with one draft, and commands that are called on it."""

from pathlib import Path

import pytest

from annotated_briefings.cli.main import main

NOW = ("--now", "2026-05-01T00:00:00Z")
"""The moment at which these sites are looked at, as an option."""
LONG = (
    "The harbour master closed the port on Friday because the storm came nearer than anybody had foreseen, and the "
    "ferries waited outside the breakwater until the wind dropped and the light was back on the old tower. "
)
"""A long sentence."""


def site_with_a_draft(folder: Path) -> Path:
    """A new site in a folder, with settings and one draft."""
    (folder / "briefings").mkdir(parents=True)
    (folder / "site.yaml").write_text("title: T\nbase_url: https://example.org/news\n", encoding="utf-8")
    write_brief(folder, "a", "draft: true", "A draft.")
    return folder


def write_brief(site: Path, name: str, head: str, body: str) -> None:
    """Write a brief of 30 April 2026 with more front matter and a text."""
    (site / "briefings" / f"{name}.md").write_text(
        f"---\ntitle: Brief {name}\nsummary: In short.\ndate: 2026-04-30\n{head}\n---\n{body}\n", encoding="utf-8"
    )


def call(capsys: pytest.CaptureFixture[str], site: Path, *arguments: str) -> tuple[int, str, str]:
    """Call a command; its exit status, and what it printed to standard output and standard error."""
    status = main(["--site", str(site), *arguments])
    printed = capsys.readouterr()
    return status, printed.out, printed.err
