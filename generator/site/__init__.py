"""Floor 3: all facts in, pages to publish out."""
