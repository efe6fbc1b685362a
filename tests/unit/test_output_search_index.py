"""The files of the search index."""

import json
import re
from collections.abc import Iterable

from annotated_briefings.build.search_index import index_files
from annotated_briefings.engine.memo import InMemory
from annotated_briefings.output.search.index import BLOCK, cut, groups, joined
from annotated_briefings.site.exports.search_names import SearchName
from annotated_briefings.site.exports.search_records import SearchRecord


def record(slug: str, language: str = "en", text: Iterable[str] = ("Rain fell on the port.",)) -> SearchRecord:
    filters = (("entity", 'A, "B" & <C>\\: d'), ("entity", "Acme"), ("tag", "Rain"))
    title = f"Title of {slug}"
    return SearchRecord(f"/briefs/{slug}/", language, title, "1 May 2026", "2026-05-01", "Short.", tuple(text), filters)


NAMES = (SearchName("entity", "company", "Acme", "/entities/acme/", 1, ("Ex Acme",)),)


def made(records: Iterable[SearchRecord]) -> dict[str, bytes]:
    return {file.path: file.data for file in index_files(tuple(records), NAMES, InMemory())}


def value(data: bytes) -> tuple[str, object]:
    """What one file of the index hands over, and under which name."""
    found = re.fullmatch(r"briefingsSearch\((\"[^\"]*\"),(.*)\);\n", data.decode(), re.DOTALL)
    assert found
    return json.loads(found[1]), json.loads(found[2])


def words_of(files: dict[str, bytes]) -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for path, data in files.items():
        if path.startswith("search/words/"):
            name, held = value(data)
            assert path == f"search/{name}.js"
            assert isinstance(held, dict)
            assert not held.keys() & out.keys()
            out |= held
    return out


def test_the_index_holds_titles_texts_and_filters_as_they_are_written() -> None:
    files = made([record("rain", text=["5 < 6 & <b>bold</b>"])])
    [path] = [path for path in files if path.startswith("search/briefs/")]
    shown = value(files[path])[1]
    assert isinstance(shown, dict)
    [(ident, brief)] = shown.items()
    assert brief == {
        "url": "/briefs/rain/",
        "title": "Title of rain",
        "date": "1 May 2026",
        "language": "en",
        "text": ["Short.", "5 < 6 & <b>bold</b>"],
        "names": ['A, "B" & <C>\\: d', "Acme", "Rain"],
    }
    words = words_of(files)
    assert words['entity:A, "B" & <C>\\: d'] == words["tag:Rain"] == {"": ident}
    assert words["bold"] == {"bold": f"{ident}jgD"}, "the fourth word of the fourth block"


def test_the_text_of_a_brief_is_in_the_file_that_the_first_bits_of_its_id_name() -> None:
    files = made([record(f"b{n}") for n in range(300)])
    texts = [value(data) for path, data in files.items() if path.startswith("search/briefs/")]
    index = value(files["search/index.js"])[1]
    assert isinstance(index, dict)
    assert index["texts"] == 64
    for name, held in texts:
        assert isinstance(held, dict)
        assert {f"briefs/{int(ident, 36) * 64 // 2**30:03x}" for ident in held} == {name}
    found = sorted(text["url"] for _, held in texts if isinstance(held, dict) for text in held.values())
    assert found == sorted(f"/briefs/b{n}/" for n in range(300))


def test_the_same_briefs_in_any_order_give_the_same_bytes() -> None:
    records = [record(f"b{n}", language) for n, language in enumerate(("en", "de", "zh", "ar", "en-GB"))]
    assert made(records) == made(reversed(records))


def test_an_edited_brief_changes_the_files_of_its_words_alone() -> None:
    records = [record(f"b{n}", text=(f"Word{n} stands here.", "Last words.")) for n in range(400)]
    before = made(records)
    records[7] = record("b7", text=("Word7 stands here today.", "Last words."))
    after = made(records)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert len([path for path in changed if path.startswith("search/briefs/")]) == 1
    assert len([path for path in changed if path.startswith("search/words/")]) == 1
    assert len(changed) == 2
    groups_before = groups([record(f"b{n}") for n in range(400)])
    assert len(groups_before) > 4


def test_a_word_added_to_a_paragraph_moves_no_words_of_others() -> None:
    one, other = (
        cut(groups([record("rain", text=(first, "The quay is closed."))])[0]) for first in ("It rains.", "It rains on.")
    )
    lines = [{line for piece in pieces.values() for line in piece.splitlines()} for pieces in (one, other)]
    assert {line.split("\t")[1] for line in lines[0] ^ lines[1]} == {"on"}


def test_a_paragraph_longer_than_a_block_goes_on_in_the_next() -> None:
    files = made([record("rain", text=(" ".join(["w"] * (BLOCK + 5)), "The end."))])
    words = words_of(files)
    assert "end" in words


def test_groups_are_joined_in_order() -> None:
    records = [record(f"b{n}") for n in range(300)]
    parts = groups(records)
    assert [ident for part in parts for ident in part.ids] == sorted(ident for part in parts for ident in part.ids)
    held = [piece[at] for piece in map(cut, parts) for at in piece if "\nport\tport\t" in "\n" + piece[at]]
    line = json.loads(joined(tuple(held)))["port"]["port"].split(" ")
    assert len(line) == 300
    assert line == sorted(line)


def test_names_are_found_under_the_first_letters_of_all_their_words() -> None:
    files = made([record("rain")])
    row = ["entity", "company", "Acme", "/entities/acme/", 1, ["Ex Acme"]]
    for letter in "ae":
        held = value(files[f"search/names/{ord(letter) % 64:02x}.js"])[1]
        assert isinstance(held, dict)
        assert held["names"] == [row]
    index = value(files["search/index.js"])[1]
    assert isinstance(index, dict)
    assert index["most"] == {"entity": [["Acme", 1]]}
