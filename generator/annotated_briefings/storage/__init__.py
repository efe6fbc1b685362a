"""The only code that reads and writes files of a site: atomic writes, transactions and locks."""
