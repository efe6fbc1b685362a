"""Names of companies, people, places and other entities in text."""
