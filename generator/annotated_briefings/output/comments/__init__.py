"""Published texts without what a reader's program does not show: comments, notes, source maps."""

from annotated_briefings.output.comments.kinds import has_comments, without_comments

__all__ = ["has_comments", "without_comments"]
