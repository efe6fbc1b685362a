"""Each remedy that a message names is done as it is written: the mistake is gone then, and no other message has come.

The messages are those of all ordinary mistakes (``data/mistakes.json``) and of all broken sites.
"""

import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from mistaken_site import KNOWN, edited, found, loaded_site
from remedies import DONE, command_of, done

from annotated_briefings.base.diagnostics import Diagnostic, Severity
from annotated_briefings.build.request import BuildRequest
from annotated_briefings.build.run import build
from annotated_briefings.cli.main import main

HERE = Path(__file__).parent
BROKEN = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LISTS = ("briefings/entities.yaml", "briefings/tags.yaml")
STEPS = 3
"""How many remedies a mistake may take: a value that could not be read before may be wrong itself."""

LONGER = {
    "title begins with star": "the value is looked at once it can be read",
    "value in backticks": "the value is looked at once it can be read",
    "url markdown link": "the value is looked at once it can be read",
    "toml fences": "the fields are looked at once they are found",
    "json front matter": "the fields are looked at once they are found",
    "tags with hash": "the second tag was taken for a comment",
    "sources as plain address": "who published it is not in the address",
    "source items are addresses": "who published it is not in the address",
    "entity twice": "the entry that was kept is the wrong one",
    "permalink key": "the value is looked at once its key is known",
    "cover key": "the value is looked at once its key is known",
    "a list entry among entities": "no brief names the new entry",
}
"""Mistakes after whose remedy another message comes, and why it cannot come at once."""
BY_HAND = {
    r"put it into static/ or beside the brief; .*|correct the link; .*": "the picture, or the page that is meant",
    r"write `tags: \[.*\]` at the top of the brief": "where the other tags are",
    r"give the slug, headline or file of the original": "which brief it is",
    r"write in which language each is, as `lang`; a brief without it is in that of the site": "the language",
    r"give the head one more, or write a bar .*": "what the row should show",
    r"write a day that there is|correct the path, which counts from this file's folder": "the right value",
    r"correct `date`, or hold the brief back with `publish_at`|correct one of the times; .*": "the right time",
    r"`date` is the day of the news, .*; correct one of them|correct its `date`": "the right time",
    r"what is known here: .*": "the key that is meant",
    r"if it is a new one, list it in .*": "whether it is a slip",
    r"write `some-\w+:` and its fields indented below|write its fields indented below it": "a file in another form",
    r"say what was there in `was`, .*|say it in at most 300, .*": "words of an editor",
    r"say in `alt` what the image shows|write what it shows between the brackets of `!\[\]\(\)`": "words of an editor",
    r"delete what nobody needs; give another name to what readers should have, or list it .*": "what is wanted",
    r"take it out here if readers are not to know it yet": "whether readers may know it",
    r"name `[^`]+` there, or quote words of source \d+": "whose words they are",
    r"write them under `[\w-]+:` in templates/words\.yaml": "the words of a language",
    r"see that they hold nothing that readers should not have, and list them .*": "what is wanted",
    r"give the file another name; the page is left out until then|write the page into it, or delete it": "a name",
    r"write a brief into it, or delete it|give one of them another (?:`\w+`|`slug:`|name).*": "words of an editor",
    r"if it is several, write each apart: .*": "whether they are one",
    r"quote more words, or give the words before it .*": "which place is meant",
    r"(?:copy|quote) the (?:words|whole clause)\b.*|quote words that say it, .*": "the words of the source",
    r"write the (?:number|unit|word) (?:that|of) the quote .*|one tells of a rise, .*": "what the source says",
    r"if the words are right, run `briefings check` where the collected text is, .*": "the collected text",
    r"to have it checked, name the page .*|quote words that have the number in digits, .*": "the collected text",
    r"correct it, or leave it as it is with `briefings imports settle \w+`": "what the source says now",
    r"if they are: write `story: .*` in .*": "whether they are one",
    r"close it with `\]\]`": "where the name ends",
    r"links begin with .*, not with `.*`|it is a short code of \w+; write what it stands for, .*": "an address",
    r"it stays plain words until .*|its words are shown without the link until .*": "nothing needs to be done",
    r"readers see a link; to show it, save it beside the brief .*": "a picture",
    r"put a font that has them .*|it is not published; save it as plain SVG": "a file of another program",
    r"put in the address under which the site will be served": "an address",
    r"take over what you want from it, then delete it": "what an editor wants from it",
    r"correct the template at this line|change the template or the heading that makes it": "a template",
    r"nothing was written; take the words out of what shows them, .*": "a template",
    r"this text may hold `.*`|write `one:` and `other:`, .*|write what stands for all numbers .*": "words of pages",
    r"did you mean `\w+\.html`\?": "a template",
}
"""Remedies that need what only a person knows or has: their forms, and what that is."""
WHERE_FORMS_ARE = (
    "if only a person can do it, add its form to `BY_HAND` in tests/test_remedies.py; "
    "if a program can, add it to `DONE` in tests/helpers/remedies.py"
)


def is_new(diagnostic: Diagnostic, before: tuple[Diagnostic, ...]) -> bool:
    return (diagnostic.code, diagnostic.message) not in {(one.code, one.message) for one in before}


def is_there(diagnostic: Diagnostic, found: tuple[Diagnostic, ...]) -> bool:
    return any(
        (one.code, one.message, one.place.path, one.place.line)
        == (diagnostic.code, diagnostic.message, diagnostic.place.path, diagnostic.place.line)
        for one in found
    )


Files = dict[str, bytes]
Report = Callable[[Files], tuple[Diagnostic, ...]]


def written(folder: Path, files: Files) -> Path:
    """The folder with these files and no others; what builds remember stays, which makes the next one short."""
    for old in folder.iterdir() if folder.is_dir() else ():
        if old.is_file():
            old.unlink()
        elif old.name != ".cache":
            shutil.rmtree(old)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def files_of(folder: Path) -> Files:
    """The files of a site, without what builds remember."""
    paths = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def broken_site(folder: Path) -> Files:
    """The files of a broken site; one without settings has those that most of them share."""
    files = {"site.yaml": (HERE / "broken" / "site.yaml").read_bytes()} | files_of(folder)
    del files["expected.txt"]
    return files


def followed(files: Files, diagnostic: Diagnostic, folder: Path) -> Files | None:
    """The files after what the help line says; None where a program cannot do it."""
    path = diagnostic.place.path
    if command := command_of(diagnostic.help):
        assert main(["--site", str(written(folder, files)), *command]) == 0, command
        return files_of(folder)
    rest = {name: data for name, data in files.items() if name != path}
    if moved := re.fullmatch(r"(?:rename|move) it to `([^`]+)`", diagnostic.help):
        target = moved[1] if "/" in moved[1] else f"{path.rpartition('/')[0]}/{moved[1]}"
        return rest | {target: files[path]}
    if re.match(r"delete (?:it to get the one of the build|what nobody needs, .*)$", diagnostic.help):
        return rest
    if path not in files or any(re.fullmatch(form, diagnostic.help) for form in BY_HAND):
        return None
    text = done(files[path].decode(), diagnostic)
    assert text is not None, f"no form of a remedy fits `{diagnostic.help}`: {WHERE_FORMS_ARE}"
    return rest | {path: text.encode()}


def fault(files: Files, diagnostic: Diagnostic, report: Report, folder: Path) -> tuple[str, int]:
    """Why the remedies, followed one after another, do not help, or nothing; and how many were followed."""
    before, todo = report(files), diagnostic
    for step in range(STEPS):
        changed = followed(files, todo, folder)
        if changed is None:
            return "", step
        files, after = changed, report(changed)
        if is_there(todo, after):
            return f"{todo.message} | {todo.help}: it is still there", step
        new = [one for one in after if is_new(one, before)]
        if not new:
            return "", step + 1
        todo = new[0]
    return f"{diagnostic.message} | {diagnostic.help}: leads to {todo.message}", STEPS


@pytest.mark.slow
def test_each_remedy_of_an_ordinary_mistake_takes_it_away_and_brings_no_other_message(tmp_path: Path) -> None:
    loaded = loaded_site(tmp_path / "loaded")

    def report(files: Files) -> tuple[Diagnostic, ...]:
        return tuple(found(loaded, {name: data.decode() for name, data in files.items()}, tmp_path))

    faults, longer = [], set()
    for mistake in KNOWN["mistakes"]:
        files = {name: text.encode() for name, text in edited(KNOWN["site"], mistake["edits"]).items()}
        reported = report(files)
        for diagnostic in reported:
            unread = any(one.place.path in LISTS for one in reported if one.severity is Severity.ERROR)
            if unread and command_of(diagnostic.help):
                # The list that the command would change has to be repaired first.
                continue
            why, steps = fault(files, diagnostic, report, tmp_path / "site")
            faults += [f"{mistake['mistake']}: {why}"] if why else []
            if steps > 1:
                longer.add(mistake["mistake"])
    assert faults == []
    assert longer == LONGER.keys()


@pytest.mark.slow
@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: str(path.name))
def test_each_remedy_of_a_broken_site_takes_its_fault_away_and_brings_no_other_message(
    broken: Path, tmp_path: Path
) -> None:
    def report(files: Files) -> tuple[Diagnostic, ...]:
        site = written(tmp_path / "site", files)
        return build(BuildRequest(site, NOW, write=False, search=False)).diagnostics

    files = broken_site(broken)
    own = [diagnostic for diagnostic in report(files) if diagnostic.code == broken.name]
    assert [why for diagnostic in own if (why := fault(files, diagnostic, report, tmp_path / "site")[0])] == []


def test_the_other_way_out_of_a_shared_address_works_too(tmp_path: Path) -> None:
    def report(files: Files) -> tuple[Diagnostic, ...]:
        return build(BuildRequest(written(tmp_path / "site", files), NOW, write=False, search=False)).diagnostics

    files = broken_site(HERE / "broken" / "shared-address")
    before = report(files)

    def replaced(one: Diagnostic, new: str) -> bytes:
        lines = files[one.place.path].decode().split("\n")
        at, start = one.place.line - 1, one.place.column - 1
        lines[at] = lines[at][:start] + new + lines[at][start + one.place.length :]
        return "\n".join(lines).encode()

    ways: dict[str, Callable[[Diagnostic, re.Match[str]], Files]] = {
        r".*declare one in (\S+): `([^`]+)`": lambda _, m: {m[1]: files[m[1]] + f"{m[2]}\n".encode()},
        r".*give this one another id, such as `([^`]+)`": lambda one, m: {one.place.path: replaced(one, m[1])},
    }
    tried = 0
    for one in (one for one in before if one.code == "shared-address"):
        for form, change in ways.items():
            if match := re.fullmatch(form, one.help):
                after, tried = report(files | change(one, match)), tried + 1
                assert not is_there(one, after), one.message
                assert [new.message for new in after if is_new(new, before)] == []
    assert tried == 3


def test_each_form_of_a_remedy_is_in_some_message() -> None:
    shown = [line.rpartition(" | ")[2] for mistake in KNOWN["mistakes"] for line in mistake["reported"]]
    for broken in BROKEN:
        shown += re.findall(r"(?m)^  help: (.*)$", (broken / "expected.txt").read_text(encoding="utf-8"))
    forms = [form for form, _ in DONE] + list(BY_HAND)
    assert [form for form in forms if not any(re.fullmatch(form, line) for line in shown)] == []
