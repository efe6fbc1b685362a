"""Rules of our Markdown beside those of CommonMark: addresses, bold in Chinese and Japanese, depth, ids of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_briefings.base.source import Source
from annotated_briefings.content.annotations import anchor
from annotated_briefings.content.markdown.blocks import inline_html, read_markdown
from annotated_briefings.content.markdown.headings import HeadingIds, github_id, heading_id
from annotated_briefings.content.markdown.text import Body


def read(text: str) -> Body:
    return read_markdown(Source("a.md", text), text)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("See https://quay.example/crane.", ["https://quay.example/crane"]),
        (
            "(https://a.example/x(y)) and HTTP://B.example/?q=1&r=2!",
            ["https://a.example/x(y)", "HTTP://B.example/?q=1&r=2"],
        ),
        ("见https://a.example/a，然后", ["https://a.example/a"]),
        ("„https://a.example/a“ »https://b.example/b«", ["https://a.example/a", "https://b.example/b"]),
        ("**https://a.example/a** and *https://b.example/b_c*", ["https://a.example/a", "https://b.example/b_c"]),
        ("[words](https://a.example/a) <https://b.example/b>", ["https://a.example/a", "https://b.example/b"]),
        ("`https://a.example/a` and ftp://a.example, www.a.example, a@b.example, https://", []),
        ("[https://a.example/a](https://b.example/b)", ["https://b.example/b"]),
    ],
)
def test_bare_addresses_of_the_web_are_links_and_their_words_stay_as_typed(text: str, linked: list[str]) -> None:
    body = read(text)
    assert list(body.links) == linked
    assert all(address in body.text for address in linked if address in text and "](" not in text)
    if "`" not in text:
        assert inline_html(text).count("<a ") == len(linked)


@pytest.mark.parametrize("form", ["[a]({})", "[a](<{}>)", "<{}>", "![a]({})", "[a][r]\n\n[r]: {}"])
@pytest.mark.parametrize(
    "address",
    [
        *("feed:javascript:alert(1)", "ms-msdt:/id", "view-source:x", "intent://x#Intent;end", "search-ms:query=x"),
        *(
            "blob:x",
            "FILE:///etc/passwd",
            "vbscript:x",
            "wiki:x",
            "sms:1",
            "steam://x",
            "data:text/html,x",
            "about:blank",
        ),
    ],
)
def test_addresses_of_other_schemes_are_text(form: str, address: str) -> None:
    written = form.format(address)
    body = read(written)
    assert body.links == ()
    assert "<a " not in body.html
    assert "<img" not in body.html
    assert address in body.text


@pytest.mark.parametrize(
    "address", ["https://a.example", "mailto:a@b.example", "tel:+4930123", "../b.md", "/x/", "//a.example"]
)
def test_addresses_of_the_web_of_mail_and_of_telephones_are_links(address: str) -> None:
    assert read(f"[a]({address})").links == (address,)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**码头（北侧）**开放", "<strong>码头（北侧）</strong>开放"),
        ("开放，**“晨星号”**入港", "开放，<strong>“晨星号”</strong>入港"),
        ("**渡轮停航！**船长说", "<strong>渡轮停航！</strong>船长说"),
        ("これは**「港」**です", "これは<strong>「港」</strong>です"),
        ("**スクリプト（script）**は", "<strong>スクリプト（script）</strong>は"),
        ("**안녕(hi)**라고", "<strong>안녕(hi)</strong>라고"),
        ("*（注）*船", "<em>（注）</em>船"),
        ("~~完了。~~他", "<s>完了。</s>他"),
        ('He called it **"a gift"**s day', "He called it **&quot;a gift&quot;**s day"),
        ("2**3** and a_b_c", "2<strong>3</strong> and a_b_c"),
    ],
)
def test_bold_beside_letters_without_spaces_is_bold(text: str, html: str) -> None:
    assert read(text).html == f"<p>{html}</p>"
    assert inline_html(text) == html


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("港口说，渡轮停\n航三天，因为风\n太大。", "港口说，渡轮停航三天，因为风太大。"),
        ("港は\n開いた。", "港は開いた。"),
        ("他说：\n“好”\n船长。", "他说：“好”船长。"),
        ("**停**\n航", "停航"),
        ("停\n[航](https://a.example)", "停航"),
        ("항구가\n열렸다", "항구가 열렸다"),
        ("停 a\nb 航", "停 a b 航"),
        ("> 停\n> 航", "停航"),
        ("停  \n航", "停 航"),
    ],
)
def test_a_line_end_between_chinese_or_japanese_letters_is_no_space(text: str, plain: str) -> None:
    assert read(text).text == plain


def test_lines_of_code_and_items_of_lists_stay_apart() -> None:
    assert "停\n航" in read("```\n停\n航\n```").html
    assert read("- 停\n- 航").html.count("<li>") == 2


@pytest.mark.parametrize("quote", ["渡轮停航三天", "渡轮停 航三天", "渡轮停　航三天"])
def test_a_quote_is_found_wherever_lines_of_chinese_were_broken(quote: str) -> None:
    body = read("港口说，渡轮停\n航三天，因为风\n太大。")
    assert anchor(body.text, quote).state == "anchored"
    assert anchor("港口说，渡轮停 航三天。", quote).state == "anchored"


@given(st.lists(st.sampled_from(["> ", "- ", "1. ", "* ", "    ", ": "]), min_size=1, max_size=140))
def test_words_are_kept_however_deep_they_are(marks: list[str]) -> None:
    body = read("before\n\n" + "".join(marks) + "inside\n\nafter\n")
    assert all(word in body.text for word in ("before", "inside", "after"))


@pytest.mark.parametrize("step", ["- ", "> ", "1. "])
def test_words_of_lists_in_lists_are_kept_line_by_line(step: str) -> None:
    indent = "" if step == "> " else " " * len(step)
    lines = [(step * (n + 1) if step == "> " else indent * n + step) + f"word{n}" for n in range(70)]
    body = read("\n".join(lines) + "\n\nafter\n")
    assert [n for n in range(70) if f"word{n}" not in body.text.split()] == []
    assert "after" in body.text


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Part two", "part-two"),
        ("A & B", "a--b"),
        ("What's new? (2024)", "whats-new-2024"),
        ("`code` and **bold**", "code-and-bold"),
        ("Überfahrt", "überfahrt"),
        ("港の計画", "港の計画"),
        ("snake_case-and-dash", "snake_case-and-dash"),
        ("!!!", "section"),
        ("Sources", "h-sources"),
        ("Note 1", "note-1"),
        ("Note-1", "h-note-1"),
    ],
)
def test_headings_have_the_ids_that_github_gives_them(heading: str, name: str) -> None:
    if name == "note-1":
        name = "h-note-1"
    assert f'id="{name}"' in read(f"## {heading}\n").html


def test_the_second_of_two_headings_is_numbered_as_github_does() -> None:
    ids = HeadingIds()
    assert [ids.next(words) for words in ("A", "A", "A 1", "A")] == ["a", "a-1", "a-1-1", "a-2"]


@pytest.mark.parametrize(
    "fragment", ["part-two", "Part two", "PART-TWO", "h-part-two", "Part%20two".replace("%20", " "), "part two"]
)
def test_a_link_may_name_a_heading_in_any_way(fragment: str) -> None:
    assert heading_id(read("## Part one\n\n## Part two\n"), fragment) == "part-two"


def test_a_link_to_no_heading_is_told_apart() -> None:
    assert heading_id(read("## Part one\n"), "part-three") == ""


def test_ids_are_made_of_letters_of_any_script() -> None:
    assert github_id("क्षेत्र और नदी") == "क्षेत्र-और-नदी"


def test_a_wikilink_of_characters_that_nobody_sees_has_no_words() -> None:
    body = read("a [[\x08]] b [[c]]")
    assert [(link.target, body.text[link.start : link.end]) for link in body.wikilinks] == [("\x08", ""), ("c", "c")]
