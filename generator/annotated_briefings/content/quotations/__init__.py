"""Quotations in texts and fields: where they are, what is changed in them, and whose words they say to be."""
