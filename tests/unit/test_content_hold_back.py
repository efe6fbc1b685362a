"""Nothing is guessed towards publishing: keys that hold back and cannot be used hold back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.diagnostics import Severity
from annotated_briefings.base.hold_back import meant_by
from annotated_briefings.base.source import Source
from annotated_briefings.base.yaml.reader import read_yaml
from annotated_briefings.content.fields import BRIEF
from annotated_briefings.content.markdown.blocks import read_markdown, without_markdown_comments
from annotated_briefings.content.parse import parse_brief

HOLDING = [field.name for field in BRIEF if field.holds_back]
NOTHING = ["", " ", "~", "null", "NULL", "Null", " # later", '""', "''", "[]", "{}", "|", ">-", "maybe", "[true]", "?"]


def errors(text: str) -> tuple[bool, list[str]]:
    """Whether a brief is published, and the messages of its errors."""
    brief, found = parse_brief(Source("briefings/a.md", text))
    return brief is not None, [d.message for d in found if d.severity is Severity.ERROR]


def brief(line: str) -> str:
    return f"---\ntitle: Cranes\ndate: 2026-01-01\nsummary: s\n{line}\n---\nThe port runs three cranes.\n"


def test_the_fields_that_hold_back_are_known() -> None:
    assert HOLDING == ["draft", "publish_at", "embargo_until", "expires_at"]


@pytest.mark.parametrize("key", HOLDING)
@pytest.mark.parametrize("value", NOTHING)
def test_a_key_that_holds_back_without_a_usable_value_is_an_error(key: str, value: str) -> None:
    public, found = errors(brief(f"{key}: {value}"))
    assert (public, bool(found)) == (False, True)


@pytest.mark.parametrize("key", HOLDING)
def test_the_flow_form_is_read_alike(key: str) -> None:
    text = f"---\n{{title: Cranes, date: 2026-01-01, summary: s, {key}: }}\n---\nThe port runs three cranes.\n"
    assert errors(text)[0] is False


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Draft", "draft"),
        ("DRAFT", "draft"),
        ("drafts", "draft"),
        ("draf", "draft"),
        ("dratf", "draft"),
        ("is_draft", "draft"),
        ("status", "draft"),
        ("Status", "draft"),
        ("visibility", "draft"),
        ("published", "draft"),
        ("private", "draft"),
        ("hidden", "draft"),
        ("Entwurf", "draft"),
        ("brouillon", "draft"),
        ("草稿", "draft"),
        ("publish-at", "publish_at"),
        ("publishAt", "publish_at"),
        ("publish_date", "publish_at"),
        ("publishDate", "publish_at"),
        ("scheduled", "publish_at"),
        ("release-date", "publish_at"),
        ("embargo", "embargo_until"),
        ("embargo-until", "embargo_until"),
        ("Embargo Until", "embargo_until"),
        ("embargo_untill", "embargo_until"),
        ("embargoed_until", "embargo_until"),
        ("emabrgo_until", "embargo_until"),
        ("Sperrfrist", "embargo_until"),
        ("expires", "expires_at"),
        ("expiry_date", "expires_at"),
        ("expiryDate", "expires_at"),
        ("expire-at", "expires_at"),
        ("unpublish_at", "expires_at"),
        ("ｄｒａｆｔ", "draft"),
        ("do_not_publish", "draft"),
        ("hold_until", "draft"),
        ("needsReview", "draft"),
        ("internal_only", "draft"),
        ("off_the_record", "draft"),
        ("access", "draft"),
        ("tlp", "draft"),
        ("unready", "draft"),
        ("vertraulich", "draft"),
        ("sous_embargo", "embargo_until"),
        ("эмбарго", "embargo_until"),
        ("classification", "draft"),
        ("paywall", "draft"),
        ("blocked", "draft"),
        ("readers", "draft"),
        ("visible_to", "draft"),
    ],
)
def test_a_key_that_sounds_like_not_yet_holds_back_however_it_is_spelled(key: str, meant: str) -> None:
    public, found = errors(brief(f"{key}: 2020-01-01"))
    assert (meant_by(key), public) == (meant, False)
    assert found == [f"`{key}` is not a key of this tool, and sounds as if this must not be published yet"]


@pytest.mark.parametrize(
    "key",
    "publisher byline subtitle category layout cover colour aliases keywords notes description toc series "
    "permalink region expert dek location rating craft raft graft".split(),
)
def test_other_unknown_keys_are_warnings_and_the_brief_is_published(key: str) -> None:
    assert errors(brief(f"{key}: x"))[0] is True


@pytest.mark.parametrize(
    ("line", "public"),
    [
        ("for: desk only", False),
        ("for: staff", False),
        ("scope: internal", False),
        ("level: members", False),
        ("for: everybody who sails", True),
        ("scope: Europe", True),
        ("level: 3", True),
    ],
)
def test_a_key_that_can_be_about_something_else_holds_back_by_its_value(line: str, public: bool) -> None:
    assert errors(brief(line))[0] is public


@pytest.mark.parametrize("line", ["meta: {draft: true}", "params: {embargo: 2030-01-01}", "<<: {private: yes}"])
def test_a_key_below_an_unknown_one_holds_back_too(line: str) -> None:
    assert errors(brief(line))[0] is False


@pytest.mark.parametrize("key", ["draft: true", "hidden: true", "draft: ", "status: draft"])
@pytest.mark.parametrize(
    ("field", "entry", "left"),
    [("key_points", "text: Not yet", "{text: Two}"), ("figures", "value: 3, what: not yet", "{value: 4, what: b}")],
)
def test_a_point_or_figure_that_is_held_back_is_left_out_alone(field: str, entry: str, left: str, key: str) -> None:
    found, diagnostics = parse_brief(Source("briefings/a.md", brief(f"{field}:\n  - {{{entry}, {key}}}\n  - {left}")))
    assert found is not None
    assert len(getattr(found, field)) == 1
    assert "ot yet" not in repr(found)
    assert [d.code for d in diagnostics if d.severity is Severity.ERROR] == ["hold-back"]


@pytest.mark.parametrize(
    "line", ["status:", "status: ~", "status: privat", "visibility: private", "draft: true", "hidden: 1"]
)
def test_a_note_whose_status_is_in_doubt_is_held_back_alone(line: str) -> None:
    text = brief(
        "annotations:\n  - quote: three cranes\n    note: Not for publication yet.\n"
        f"    {line}\n  - {{quote: The port, note: Run by the city.}}"
    )
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert found is not None
    assert [note.quote for note in found.annotations] == ["The port"]
    assert sum(d.severity is Severity.ERROR for d in diagnostics) == 1


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("{quote: three cranes, kind: remark, note: Since 1911.}", ["The port"]),
        ("{quote: three cranes, date: soon, note: Since 1911.}", ["The port"]),
        ("{quote: three cranes, note: [Since, 1911]}", ["The port"]),
        ("just a text", ["The port"]),
        ("{quotes: three cranes, note: Since 1911.}", ["The port"]),
        ("{quote: '…', note: Since 1911.}", ["The port"]),
        ("{quote: '', note: Since 1911.}", ["The port"]),
        ("{quote: [three, cranes], note: Since 1911.}", ["The port"]),
        ("{note: Since 1911.}", ["The port"]),
    ],
)
def test_an_error_in_one_note_leaves_out_that_note_alone(entry: str, left: list[str]) -> None:
    text = brief(f"annotations:\n  - {entry}\n  - {{quote: The port, note: Run by the city.}}")
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert found is not None
    assert [note.quote for note in found.annotations] == left
    assert any(d.severity is Severity.ERROR for d in diagnostics)


@pytest.mark.parametrize(
    ("field", "wrong", "right", "texts"),
    [
        ("figures", "{value: [8], what: cranes}", "{value: 3, what: ferries}", ["ferries"]),
        ("figures", "a text", "{value: 3, what: ferries}", ["ferries"]),
        ("figures", "{value: 3, what: cranes, source: 4}", "{value: 3, what: ferries}", ["ferries"]),
        ("corrections", "{date: soon, was: a, now: b}", "{was: c, now: d}", ["c"]),
        ("corrections", "{date: 2026-01-01}", "{was: c, now: d}", ["c"]),
        ("key_points", "{quote: three cranes}", "{text: Two}", ["Two"]),
        ("key_points", "{text: One, source: x}", "{text: Two}", ["Two"]),
        ("answers", "{answer: x}", "{question: Who?}", ["Who?"]),
    ],
)
def test_an_error_in_one_entry_leaves_out_that_entry_alone(
    field: str, wrong: str, right: str, texts: list[str]
) -> None:
    found, diagnostics = parse_brief(Source("briefings/a.md", brief(f"{field}:\n  - {wrong}\n  - {right}")))
    assert found is not None
    entries = getattr(found, field)
    names = {"figures": "what", "corrections": "was", "key_points": "text", "answers": "question"}
    assert [getattr(entry, names[field]) for entry in entries] == texts
    assert any(d.severity is Severity.ERROR for d in diagnostics)


def test_a_source_with_an_error_keeps_its_number() -> None:
    text = brief("sources:\n  - {outlet: A, url: nowhere, published: soon}\n  - {outlet: B}")
    found, _ = parse_brief(Source("briefings/a.md", text))
    assert found is not None
    assert [(source.outlet, source.url) for source in found.sources] == [("A", ""), ("B", "")]


def test_a_note_without_a_quote_is_reported_once_with_its_cause() -> None:
    _, diagnostics = parse_brief(
        Source("briefings/a.md", brief("annotations: [{quotes: three cranes, note: Since 1911.}]"))
    )
    assert [(d.code, d.message, d.help, d.place.line, d.place.column) for d in diagnostics] == [
        ("wrong-type", "the note has no `quote`", "did you mean `quote`?", 5, 16)
    ]


@pytest.mark.parametrize("remark", ["", "''", "'<!-- later -->'", "'…'", "'***'"])
def test_a_note_without_a_remark_is_not_shown(remark: str) -> None:
    found, diagnostics = parse_brief(
        Source("briefings/a.md", brief(f"annotations: [{{quote: three cranes, note: {remark}}}]"))
    )
    assert found is not None
    assert found.annotations == ()
    assert [d.code for d in diagnostics] == ["empty-note"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The ferry sails. <!-- call the purser -->", "The ferry sails."),
        ("The ferry<!-- purser --> sails.", "The ferry sails."),
        ("<!-- purser -->\n\nThe ferry sails.", "The ferry sails."),
        ("<!-- purser --> The ferry sails.", "The ferry sails."),
        ("<!-- purser --><!-- mate -->The ferry sails.", "The ferry sails."),
        ("- one\n  <!-- purser\n\n  mate -->\n- two", "one two"),
        ("<!--\npurser\n\nand mate\n-->\nThe ferry sails.", "The ferry sails."),
        ("<!--\npurser\n\nmate --> The ferry sails.", "The ferry sails."),
        ("The ferry sails.\n<!-- purser\n\nmate -->", "The ferry sails."),
        ("- The ferry <!-- purser --> sails.\n- <!-- purser -->", "The ferry sails."),
        ("> The ferry sails. <!-- purser -->\n> <!-- purser -->", "The ferry sails."),
        ("## The ferry <!-- purser -->\n\nsails.", "The ferry sails."),
        ("| The ferry |\n| --- |\n| sails. <!-- purser --> |", "The ferry sails."),
        ("The **ferry <!-- purser -->** sails.", "The ferry sails."),
        ("The [ferry <!-- purser -->](https://x.example/) sails.", "The ferry sails."),
        ("The ferry sails.[^1]\n\n[^1]: Log. <!-- purser -->", "The ferry sails."),
        ("The ferry\n: sails. <!-- purser -->", "The ferry sails."),
        ('The [ferry](https://x.example/ "<!-- purser -->") sails.', "The ferry sails."),
        ('The [ferry] sails.\n\n[ferry]: https://x.example/ "<!-- purser -->"', "The ferry sails."),
        ("The [[fer<!-- purser -->ry]] sails.", "The ferry sails."),
        ("The [[boat|<!-- purser -->ferry]] sails.", "The ferry sails."),
    ],
)
def test_comments_in_the_text_are_published_nowhere(text: str, shown: str) -> None:
    found, diagnostics = parse_brief(
        Source("briefings/a.md", f"---\ntitle: T\ndate: 2026-01-01\nsummary: s\n---\n{text}\n")
    )
    assert found is not None, diagnostics
    html = "".join(block.html for block in found.body.blocks)
    assert "purser" not in html + found.body.text
    assert "mate" not in html
    assert [word for word in found.body.text.replace("\n", " ").split() if word in shown] == shown.split()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a \\` b <!-- purser --> c \\` d", "a \\` b  c \\` d"),
        ("a ` b\n\n<!-- purser -->\n\nc ` d", "a ` b\n\n\n\nc ` d"),
        ("a `` b <!-- purser --> c ` d", "a `` b  c ` d"),
        ("<!-- see `purser` -->x", "x"),
        ("<!-- ```\n\npurser\n``` -->\n\nx", "\n\nx"),
        ("`<!-- kept -->` <!-- purser -->", "`<!-- kept -->` "),
        ("- ```\n  <!-- kept -->\n  ```\n- x <!-- purser -->", "- ```\n  <!-- kept -->\n  ```\n- x "),
        ("> a <!-- purser -->\n> b\n>\n> <!-- purser -->\n> c", "> a \n> b\n>\n> \n> c"),
        ("| a | b |\n| - | - |\n| x\\|y <!-- purser --> | z |", "| a | b |\n| - | - |\n| x\\|y  | z |"),
        ("a <!-- purser\nmate --> b", "a  b"),
        ("a\r\n\r\n<!-- purser\r\n\r\nmate -->\r\nb", "a\r\n\r\n\r\nb"),
        ("    <!-- kept -->\n\n<!-- purser --><!-- mate -->", "    <!-- kept -->\n\n"),
        ("~~~\n<!-- kept -->\n~~~\n<!-- purser -->", "~~~\n<!-- kept -->\n~~~\n"),
    ],
)
def test_a_copy_of_the_markdown_has_no_comment_that_the_page_does_not_show(text: str, left: str) -> None:
    assert without_markdown_comments(text) == left


@given(
    st.lists(
        st.sampled_from(
            ["`", "``", "\\`", "<!-- purser -->", "<!--", "-->", "\n", "\n\n", "    ", "- ", "> ", "a", "|"]
        )
    )
)
def test_what_the_page_hides_is_in_no_copy_of_the_markdown(parts: list[str]) -> None:
    text = " ".join(parts)
    shown = read_markdown(Source("a.md", text), text).text
    left = without_markdown_comments(text)
    assert read_markdown(Source("a.md", left), left).text.count("purser") <= shown.count("purser")
    assert left.count("purser") <= shown.count("purser")


@pytest.mark.parametrize("text", ["Write `<!-- purser -->` so.", "```\n<!-- purser -->\n```", "    <!-- purser -->"])
def test_a_comment_in_code_stays_as_typed(text: str) -> None:
    found, _ = parse_brief(Source("briefings/a.md", f"---\ntitle: T\ndate: 2026-01-01\nsummary: s\n---\n{text}\n"))
    assert found is not None
    assert "<!-- purser -->" in found.body.text


@pytest.mark.parametrize(
    "line",
    [
        "summary: A summary <!-- ask Rauk --> here.",
        "title: Cranes <!-- Rauk -->",
        "why_it_matters: It counts. <!-- Rauk -->",
        "what_next: [It counts. <!-- Rauk -->]",
        "unknowns: [Who pays? <!-- Rauk -->]",
        "key_points: [{text: It counts. <!-- Rauk -->}, One <!-- Rauk --> more.]",
        "figures: [{value: 3, what: cranes <!-- Rauk -->, unit: x <!-- Rauk -->}]",
        "sources: [{outlet: A <!-- Rauk -->, title: B <!-- Rauk -->, author: C <!-- Rauk -->}]",
        "corrections: [{was: a <!-- Rauk -->, now: b <!-- Rauk -->, why: c <!-- Rauk -->}]",
        "answers: [{question: Who? <!-- Rauk -->, answer: They. <!-- Rauk -->}]",
        "tags: ['cranes <!-- Rauk -->']",
        "entities: {about: ['Port <!-- Rauk -->'], mentions: [A <!-- Rauk -->]}",
        "redirect_from: ['/old<!-- Rauk -->/']",
        "sources: [{outlet: A, url: 'https://x.example/<!-- Rauk -->'}]",
        "image: {src: a.png, alt: A <!-- Rauk -->, credit: B <!-- Rauk -->}",
        "annotations: [{quote: three cranes <!-- Rauk -->, note: Old. <!-- Rauk -->, author: A <!-- Rauk -->}]",
    ],
)
def test_comments_in_fields_are_published_nowhere(line: str) -> None:
    text = f"---\ntitle: T\ndate: 2026-01-01\n{line}\n---\nThe port runs three cranes.\n"
    text = text.replace("title: T\n", "") if line.startswith("title") else text
    found, diagnostics = parse_brief(Source("briefings/a.md", text))
    assert found is not None, diagnostics
    assert "Rauk" not in repr(found)


@pytest.mark.parametrize(
    "text",
    ["Sails. <!-- purser", "<!-- purser\n\nmate", "- a <!-- purser\n- b", "`<!--` and <!-- purser", "a --> b <!-- c"],
)
def test_a_comment_that_is_never_closed_is_an_error(text: str) -> None:
    public, found = errors(f"---\ntitle: T\ndate: 2026-01-01\nsummary: s\n---\n{text}\n")
    assert (public, found) == (False, ["a comment is never closed"])


CONFLICT = "<<<<<<< HEAD\n{one}\n=======\n{two}\n>>>>>>> feature/vote\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: T\n---\n" + CONFLICT.format(one="Nine to two.", two="Ten to one."),
        "---\n" + CONFLICT.format(one="title: A", two="title: B") + "---\nText.\n",
        "---\ntitle: T\n---\n<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> x\n",
        "---\ntitle: T\n---\r\n<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> x\r\n",
        "---\ntitle: T\n---\nb\n>>>>>>> feature/vote\n",
        "---\ntitle: T\n---\n```\ncode\n```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n",
    ],
)
def test_a_merge_conflict_holds_a_brief_back(text: str) -> None:
    assert errors(text) == (False, ["a merge conflict is not settled"])


@pytest.mark.parametrize(
    "text",
    ["```\n<<<<<<< HEAD\n=======\n>>>>>>> x\n```", "Heading\n=======\n\nText.", "<<< a >>>", "=======", "> > quoted"],
)
def test_what_only_looks_like_a_merge_conflict_is_published(text: str) -> None:
    assert errors(f"---\ntitle: T\ndate: 2026-01-01\nsummary: s\n---\n{text}\n")[0] is True


@pytest.mark.parametrize(
    "name", ["briefings/entities.yaml", "briefings/tags.yaml", "site.yaml", "briefings/decisions.yaml"]
)
def test_a_merge_conflict_in_yaml_is_the_only_thing_said_of_the_file(name: str) -> None:
    text = "a: {name: A}\n" + CONFLICT.format(one="b: {name: B}", two="b: {name: C}")
    node, found = read_yaml(Source(name, text), text)
    assert (node, [(d.code, d.place.line) for d in found]) == (None, [("merge-conflict", 2)])


@pytest.mark.parametrize(
    "line",
    [
        "freigabe: nein", "freigegeben: nein", "nicht_öffentlich: ja", "非公開: true", "opublikowano: nie",
        "_draft: true", "publiziert: 0", "ready: false", "état: brouillon", "estado: borrador",
        "wp_status: pending", "isDraft: yes",
        "visibility: members", "published_at:", "publishedAt: ''", "live_from: ~", "julkaistu: ei", "luonnos: kyllä",
        "zveřejněno: ne", "utkast: ja", "δημοσιευμένο: όχι", "опубліковано: ні", "objavljeno: ne", "טיוטה: כן",
        "đã_xuất_bản: không", "प्रकाशित: नहीं", "signed_off: no", "cleared_for_release: not yet", "stato: in revisione",
        "stan: szkic", "sichtbar_für: Redaktion", "category: brouillon", "diffusion: [interne]", "tags: [draft]",
        "tags: [ports, unveröffentlicht]", "tags: ['#wip']", "tags: borrador",
    ],
)  # fmt: skip
def test_a_key_and_its_value_hold_a_brief_back_in_the_words_of_many_languages(line: str) -> None:
    public, found = errors(brief(line))
    assert (public, len(found)) == (False, 1)
    assert found[0].endswith("sounds as if this must not be published yet")


@pytest.mark.parametrize(
    "line",
    [
        "freigegeben: ja", "opublikowano: tak", "zveřejněno: ano", "julkaistu: 3.3.2026", "utkast: nej",
        "estado: Jalisco", "stan: opublikowane", "sprog: nej", "comments: no", "featured: false", "sponsored: no",
        "reading_time: no",
        "paid_by: readers", "live_blog: no", "tags: [embargo]", "tags: [secret services]",
        "tags: [concept]", "tags: [drafts of laws]", "category: Private equity",
    ],
)  # fmt: skip
def test_a_key_that_is_about_something_else_or_says_that_it_is_public_publishes(line: str) -> None:
    assert errors(brief(line))[0] is True


def test_a_tag_that_says_not_yet_is_named_with_what_to_do() -> None:
    _, diagnostics = parse_brief(Source("briefings/a.md", brief("tags: [ports, draft]")))
    assert [
        (d.code, d.message, d.help, d.place.line, d.place.column) for d in diagnostics if d.code == "hold-back"
    ] == [
        (
            "hold-back",
            "the tag `draft` sounds as if this must not be published yet",
            "write `draft: true` to hold it back, or give the tag another name",
            5,
            15,
        )
    ]
