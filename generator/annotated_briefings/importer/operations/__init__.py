"""What is done to imports besides importing: one is undone, and the text of a source that was typed by hand is kept."""
