"""Rules about one brief, each with its meaning and an example beside it."""
