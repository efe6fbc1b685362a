"""What formats and texts say about an article: names, addresses, what is not public, lines that are no news."""
