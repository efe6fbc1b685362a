"""The page of the desk on which digests are made."""
