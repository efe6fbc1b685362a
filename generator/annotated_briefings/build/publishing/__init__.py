"""The output folder of a site: what was written there, and what has changed since; no file is ever half written."""
