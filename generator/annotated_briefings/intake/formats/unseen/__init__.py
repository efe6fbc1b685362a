"""Hidden words of HTML: those that a reader sees all the same, and the names of those that are left out."""
