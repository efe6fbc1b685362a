"""Sentences that a file keeps in pieces are found: captions, transcripts, texts of editors, tables, lists."""

import csv
import io
import json
from collections.abc import Callable, Sequence

import pytest

from annotated_briefings.content.markdown.plaintext import plain_sentence
from annotated_briefings.output.leaks import Watch
from annotated_briefings.site.checks.unpublished_text import Secret

SENTENCES = (
    "The ferry council of Vellmar sells its oldest pier to the harbour watch in autumn.",
    "Der Rat von Vellmar verkauft die älteste Brücke im Herbst an die Hafenwache.",
    "Совет города осенью продаст старый причал паромщикам Лунда.",
)


def halves(words: Sequence[str]) -> list[str]:
    """The words in pairs."""
    return [" ".join(words[at : at + 2]) for at in range(0, len(words), 2)]


def timed(words: Sequence[str], form: str, end: str = "\n\n") -> str:
    """Captions of two words each."""
    return end.join(form.format(n=n, m=n + 1, text=text) for n, text in enumerate(halves(words), 1))


def table(words: Sequence[str], sign: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign)
    writer.writerows([["start", "speaker", "word"], *([n / 4, "Ada", word] for n, word in enumerate(words))])
    return out.getvalue()


def records(words: Sequence[str], **more: object) -> list[dict[str, object]]:
    return [{"type": "word", "start": n, "text": word, "id": f"w{n}", **more} for n, word in enumerate(words)]


WAYS: dict[str, tuple[str, Callable[[Sequence[str]], str]]] = {
    "captions of the web": ("a.vtt", lambda w: "WEBVTT\n\n" + timed(w, "00:{n:02}.000 --> 00:{m:02}.000\n{text}")),
    "SubRip": ("a.srt", lambda w: timed(w, "{n}\n00:00:{n:02},000 --> 00:00:{m:02},500\n{text}")),
    "operations of an editor": ("a.json", lambda w: json.dumps({"ops": [{"insert": f"{word} "} for word in w]})),
    "a word a record": ("a.json", lambda w: json.dumps({"words": records(w)}, ensure_ascii=False)),
    "marks beside words": ("a.json", lambda w: json.dumps(records(w, marks=[{"type": "bold"}]), indent=1)),
    "a word a row": ("a.csv", lambda w: table(w, ",")),
}
UNSEEN: dict[str, tuple[str, Callable[[Sequence[str]], str]]] = {
    "captions with names and settings": (
        "a.vtt",
        lambda w: "WEBVTT\n\n" + timed(w, "cue {n}\n00:00:{n:02}.000 --> 00:00:{m:02}.000 align:start\n<v Ada>{text}"),
    ),
    "captions by windows": (
        "a.srt",
        lambda w: timed(w, "{n}\r\n00:00:{n:02},000 --> 00:00:{m:02},5\r\n{text}", "\r\n\r\n"),
    ),
    "captions of films": ("a.sub", lambda w: timed(w, "{{{n}}}{{{m}}}{text}", "\n")),
    "captions of channels": ("a.sbv", lambda w: timed(w, "0:00:{n:02}.000,0:00:{m:02}.000\n{text}")),
    "songs": ("a.lrc", lambda w: timed(w, "[00:{n:02}.50]{text}", "\n")),
    "a record a line": ("a.jsonl", lambda w: "\n".join(map(json.dumps, records(w)))),
    "words cut in two": (
        "a.json",
        lambda w: json.dumps([{"insert": part} for word in w for part in (word[:3], f"{word[3:]} ")]),
    ),
    "a tree of nodes": (
        "a.json",
        lambda w: json.dumps({"children": [{"children": [{"text": f" {word}", "kind": "run"}]} for word in w]}),
    ),
    "a word a row with tabs": ("a.tsv", lambda w: table(w, "\t")),
    "a word a row with semicolons": ("a.csv", lambda w: table(w, ";")),
    "a list": ("a.yaml", lambda w: "".join(f"- word: {word}\n  start: {n}\n" for n, word in enumerate(w))),
    "a plain list": ("a.yml", lambda w: "words:\n" + "".join(f"  - '{word}'\n" for word in w)),
}


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(("path", "made"), [*WAYS.values(), *UNSEEN.values()], ids=[*WAYS, *UNSEEN])
def test_a_sentence_in_pieces_is_found(path: str, made: Callable[[Sequence[str]], str], sentence: str) -> None:
    watched = Watch((Secret("briefings/a.md", sentence, plain_sentence(sentence)),))
    words = sentence.split()
    assert watched.hits_in_file(path, made(["Well,", *words, "So", "it", "is."]).encode()) == (0,)
    words[3] = "never"
    assert watched.hits_in_file(path, made(["Well,", *words, "So", "it", "is."]).encode()) == ()
