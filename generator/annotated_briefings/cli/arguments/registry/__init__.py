"""Options of commands about the lists that briefs name things of."""
