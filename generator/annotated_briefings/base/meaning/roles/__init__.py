"""What a number of a quote is beside its value: a level or a change, a count or a name."""
