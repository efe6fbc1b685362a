"""The text of a source that was typed by hand, attached as proof: found or refused, and never a draft."""

import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main
from annotated_briefings.importer.operations.attach import AttachRequest, attach
from annotated_briefings.storage.edit_file import Refused

NOW = datetime(2026, 4, 1, tzinfo=UTC)
TEXT = "The lock gate at the south basin was repaired on Tuesday, four days early. Barges pass again, said the port."
HEAD = """---
title: The gate
date: 2026-03-02
summary: In short.
key_points:
  - {text: It works again., quote: was repaired on Tuesday, source: 1}
  - {text: It was costly., quote: nine million crowns, source: 1}
sources:
  - {outlet: Port Gazette, title: Gate repaired, url: "https://port.example/gate"}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "briefings").mkdir()
    (tmp_path / "site.yaml").write_text("title: Gates\nbase_url: https://gates.example\n")
    (tmp_path / "briefings" / "gate.md").write_text(HEAD + "---\nWe say little.\n")
    return tmp_path


def page(site: Path) -> str:
    """The page of the brief, without the meaning of its labels."""
    build(BuildRequest(site, NOW, search=False))
    text = (site / "_site/briefs/gate/index.html").read_text(encoding="utf-8")
    return re.sub(r'(?s)<details class="label-help">.*?</details>', "", text)


def written(site: Path, name: str) -> Path:
    """The text in one of the formats that import reads."""
    path = site / name
    record = {"title": "Gate repaired", "text": TEXT, "url": "https://www.port.example/gate?utm_source=x"}
    texts = {
        "gate.txt": f"Gate repaired\n\n{TEXT}\n",
        "gate.jsonl": json.dumps(record),
        "gate.html": f"<html><head><title>Gate repaired</title></head><body><p>{TEXT}</p></body></html>",
        "gate.md": f"# Gate repaired\n\n{TEXT}\n",
        "gate.eml": f"From: a@port.example\nSubject: Gate repaired\nContent-Type: text/plain\n\n{TEXT}\n",
    }
    path.write_text(texts[name], encoding="utf-8")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gate.txt", "gate.jsonl", "gate.html", "gate.md", "gate.eml"])
def test_an_attached_text_proves_quotes_here_and_in_a_clone(site: Path, name: str) -> None:
    assert page(site).count("Not checked") == 2
    briefs = sorted((site / "briefings").rglob("*.md"))
    done = attach(AttachRequest(site, "briefings/gate.md", written(site, name)))
    assert (done.source, done.quotes, done.found) == (1, 2, 1)
    assert [d.message for d in done.diagnostics] == [
        "the quote `nine million crowns` is not in the text of source 1, `Port Gazette`"
    ]
    assert sorted((site / "briefings").rglob("*.md")) == briefs
    here = page(site)
    assert here.count("Quoted from Port Gazette") == 1
    assert "receipt missing" in here
    shutil.rmtree(site / "collected")
    assert page(site) == here


@pytest.mark.slow
def test_attaching_again_changes_nothing(site: Path) -> None:
    attach(AttachRequest(site, "gate", written(site, "gate.jsonl")))
    before = page(site)
    attach(AttachRequest(site, "gate", written(site, "gate.jsonl")))
    assert page(site) == before


@pytest.mark.slow
def test_a_renamed_brief_keeps_the_text_of_its_source(site: Path) -> None:
    attach(AttachRequest(site, "gate", written(site, "gate.jsonl")))
    (site / "briefings" / "gate.md").rename(site / "briefings" / "moved.md")
    text = (site / "briefings" / "moved.md").read_text()
    (site / "briefings" / "moved.md").write_text(text.replace("title: The gate", "title: The gate\nslug: gate"))
    assert "Quoted from Port Gazette" in page(site)


def refused(request: AttachRequest) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        attach(request)
    found = caught.value.args[0]
    return found.message, found.help


def edit(site: Path, old: str, new: str) -> None:
    path = site / "briefings" / "gate.md"
    path.write_text(path.read_text().replace(old, new))


def test_what_belongs_to_what_is_never_guessed(site: Path) -> None:
    one = written(site, "gate.jsonl")
    both = site / "two.jsonl"
    both.write_text("\n".join(json.dumps({"title": t, "text": f"{t}. {TEXT}"}) for t in ("First", "Second")))
    assert refused(AttachRequest(site, "gate", both)) == (
        "the file holds 2 articles: `First`, `Second`",
        "give a file with the text of this source alone",
    )
    assert refused(AttachRequest(site, "gates", one)) == (
        "no brief is called `gates`",
        "give the path of its file, or its slug",
    )
    assert refused(AttachRequest(site, "gate", one, 2)) == (
        "there is no source 2: the brief has 1",
        "give the number of one of them with `--source`",
    )
    edit(site, "port.example/gate", "port.example/another")
    assert refused(AttachRequest(site, "gate", one)) == (
        "the text is that of `https://www.port.example/gate`, and source 1 is `https://port.example/another`",
        "name the source that it is the text of with `--source`, or correct its `url`",
    )
    edit(site, "sources:\n", "sources:\n  - {outlet: Post}\n")
    assert refused(AttachRequest(site, "gate", one)) == (
        "the brief has several sources: 1 Post, 2 Port Gazette",
        "say which with `--source N`",
    )
    assert not (site / "collected").exists()
    assert not (site / "briefings" / "imports.jsonl").exists()


def test_the_command_says_what_it_found(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--site", str(site), "attach", "gate", str(written(site, "gate.txt"))]) == 1
    printed = capsys.readouterr()
    assert printed.out == "the text of source 1, Port Gazette, is kept: 1 of 2 quotes found in it\n"
    assert "error[unsupported-quote]: the quote `nine million crowns`" in printed.err
