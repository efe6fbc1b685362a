"""Whether two passages say the same: the one guard of meaning, for notes, receipts and copies of articles."""
