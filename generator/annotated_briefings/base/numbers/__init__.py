"""Numbers as people write them in any language: in digits of any script, in words, or in both."""
