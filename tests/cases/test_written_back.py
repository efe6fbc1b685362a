"""What a command writes back into a brief leaves the rest of the file alone."""

from small_site import Case

from annotated_briefings.editing.reanchor import reanchor


def test_what_is_written_back_leaves_dates_comments_and_order_alone(case: Case) -> None:
    """A command that changes one field keeps dates with their zones, comments, order and spacing of all others.
    (DA-02)
    """
    text = (
        "---\ntitle: A   # as the editor wrote it\ndate: 2023-05-31 08:00:00+08:00\n"
        "updated: 2012-10-11T23:39:45-04:00\nodd_key: [1,2]\nsummary: 'In short.'\nannotations:\n"
        "  - quote: dropped 8%  # the figure\n    note: N.\n---\n\n"
        "Shipments dropped by 8 % in the first quarter of that year.\n"
    )
    file = case.write("briefings/a.md", text)
    reanchor(case.root, (), write=True, pin=True)
    after = file.read_text(encoding="utf-8")
    for line in (
        "title: A   # as the editor wrote it",
        "date: 2023-05-31 08:00:00+08:00",
        "updated: 2012-10-11T23:39:45-04:00",
        "odd_key: [1,2]",
        "summary: 'In short.'",
    ):
        assert line in after.splitlines()


def test_a_note_is_named_as_written_in_the_brief_alone_where_it_was(case: Case) -> None:
    """Notes of two briefs on the same words may have the same id: each is one of its own brief."""
    head = "---\ntitle: A\ndate: 2026-03-01\nsummary: S.\nannotations:\n"
    head += "  - {quote: the mill shuts, note: N., id: n1%s}\n---\n\n"
    case.write("briefings/a.md", head % "" + "They say the mill shuts in May.\n")
    case.write("briefings/b.md", head % ", prefix: They say, suffix: in May." + "They say the mill shuts in May.\n")
    done = reanchor(case.root, (), write=True, pin=True)
    assert [path for path, _ in done.written] == ["briefings/a.md"]
