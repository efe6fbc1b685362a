"""HTML that records hold escaped, once or twice."""

import json
from html import escape

import pytest

from annotated_briefings.intake.formats.detect import read_any

HTML = "<p>The mill at Altmoor opens in May.</p><p>It has 900 exhibits &amp; a shop.</p>"
SHOWN = ["The mill at Altmoor opens in May.", "It has 900 exhibits & a shop."]


def texts(key: str, text: str, name: str) -> list[str]:
    record = {"title": "Mill opens", "url": "https://mill.example/1", key: text}
    data = json.dumps([record]) if name.endswith(".json") else json.dumps(record) + "\n"
    (document,), found = read_any(name, data.encode())
    assert not found
    return [one.text for one in document.paragraphs]


@pytest.mark.parametrize("times", [0, 1, 2])
@pytest.mark.parametrize("key", ["content", "body", "text", "html"])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_escaped_html_is_html(times: int, key: str, name: str) -> None:
    text = HTML
    for _ in range(times):
        text = escape(text)
    assert texts(key, text, name) == SHOWN


def test_a_text_that_speaks_of_elements_keeps_them() -> None:
    text = "Each paragraph begins with &lt;p&gt; and ends with &lt;/p&gt;, the manual of the printers says."
    assert texts("content", text, "a.json") == [text]
