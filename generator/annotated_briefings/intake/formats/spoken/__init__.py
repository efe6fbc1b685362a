"""Texts of what people have said or posted: subtitles, transcripts with times, chats, copied posts."""

from annotated_briefings.intake.formats.spoken.chats import read_chat
from annotated_briefings.intake.formats.spoken.posts import read_posts
from annotated_briefings.intake.formats.spoken.subtitles import read_subtitles
from annotated_briefings.intake.formats.spoken.transcripts import read_transcript

__all__ = ["read_chat", "read_posts", "read_subtitles", "read_transcript"]
