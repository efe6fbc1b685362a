"""A long mailbox is read in parts of whole messages: the same messages under the same names as in one piece."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_briefings.editing.scaffold import create_site
from annotated_briefings.importer import inputs
from annotated_briefings.importer.run import ImportRequest, run_import
from annotated_briefings.intake.formats.mail.mailbox import messages, whole_messages

BODIES = (
    "The quay was closed on Monday.\n",
    "From the quay one sees the island.\n\nFrom here on no boats.\n",
    ">From the start it rained.\n\n",
    "From desk@q.example Mon May  6 10:00:00 2024\nno header below\n",
    "A forwarded one:\n\nFrom a@q.example Mon May  6 10:00:00 2024\nSubject: inner\n\nThe inner text.\n",
    "",
)


def message(number: int, body: str, stated: bool, ends: str) -> bytes:
    length = f"Content-Length: {len(body)}\n" if stated else ""
    text = f"From d@q.example Fri May  3 10:00:0{number} 2024\nSubject: M{number}\n{length}\n{body}\n"
    return text.replace("\n", ends).encode()


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(BODIES), st.booleans()), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(1, 90),
)
def test_parts_of_a_mailbox_hold_the_messages_of_the_whole(parts: list[tuple[str, bool]], ends: str, step: int) -> None:
    data = b"".join(message(n, body, stated, ends) for n, (body, stated) in enumerate(parts))
    found: list[bytes] = []
    held = b""
    for at in range(0, len(data), step):
        held += data[at : at + step]
        end, count = whole_messages(held)
        if count:
            own = list(messages(held[:end]))
            assert len(own) == count
            found += own
            held = held[end:]
    assert [*found, *messages(held)] == list(messages(data))


def test_a_long_mailbox_gives_the_briefs_of_one_that_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (
        " ".join(f"Boat number {{0}}{n} left the quay of Ardle with nets and four men on board." for n in range(12))
        + "\n"
    )
    data = b"".join(message(n, text.format(n), False, "\n") for n in range(5))
    made = []
    for limit in (4_000_000, 700):
        monkeypatch.setattr(inputs, "_LONG", limit)
        root = tmp_path / str(limit)
        create_site(root)
        (root / "all.mbox").write_bytes(data)
        done = run_import(ImportRequest(root, (root / "all.mbox",)))
        made.append({path: (root / path).read_bytes() for path in done.created})
    assert len(made[0]) == 5
    assert made[0] == made[1]
