"""Floor 4: pages in, bytes out."""
