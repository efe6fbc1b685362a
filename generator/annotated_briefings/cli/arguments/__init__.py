"""The options of each command, apart from what it does: help and completion need no more than these."""
