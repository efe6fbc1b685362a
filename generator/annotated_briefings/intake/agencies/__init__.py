"""What news agencies write around their news, for newsrooms and no readers."""
