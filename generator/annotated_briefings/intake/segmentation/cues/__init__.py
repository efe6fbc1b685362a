"""Words by which reports of one language are told to begin and to go on."""

from annotated_briefings.intake.segmentation.cues.changes import language_changes
from annotated_briefings.intake.segmentation.cues.cue_words import LIKE_ENGLISH, cue_words, tongue

__all__ = ["LIKE_ENGLISH", "cue_words", "language_changes", "tongue"]
