"""A line that is nothing but a day of which none can be made is told, and news with a day in it is not."""

from annotated_briefings.intake.cleaning.datelines import is_day_line, unread_day_line

UNREAD = (
    "31 February 2026", "30 Feb 2026", "Updated on 31 April 2026", "31. Februar 2026", "Week 10, 2026", "KW 10/2026",
    "2026-W10-2", "Semaine 10, 2026", "2026-02-30", "31/02/2026",
)  # fmt: skip
NEWS = (
    "Week of prayer begins in 2026", "The 10th week of 2026 was wet", "31 February and other days", "Budget 2026",
    "May Adeyemi leads in 2026", "10.2.1 is out", "Route 31/2",
)  # fmt: skip


def test_weeks_and_days_that_no_month_has_are_lines_of_days() -> None:
    assert [line for line in UNREAD if not unread_day_line(line)] == []
    assert [line for line in NEWS if is_day_line(line)] == []
    assert is_day_line("3 marca 2026 r.")
    assert not unread_day_line("3 marca 2026 r.")
