"""The facts of all files, indexed and connected: catalog, mentions, relations, figures and what is public when."""
