"""Films, sounds and papers without what cameras and programs write into them: position, device, author, time."""

from annotated_briefings.output.media.kinds import clean_media, is_media

__all__ = ["clean_media", "is_media"]
