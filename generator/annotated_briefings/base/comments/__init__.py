"""Comments in texts that people write: those of HTML, and those of other writing tools."""
