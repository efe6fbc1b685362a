"""Floor 5: the only floor with side effects."""
