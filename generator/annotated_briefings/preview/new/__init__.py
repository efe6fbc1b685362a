"""New briefs from the browser: an empty one, or articles that were dropped, pasted or named by an address."""
