"""One file in, its facts out; never sees another file."""
