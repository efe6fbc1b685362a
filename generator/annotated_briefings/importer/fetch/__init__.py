"""Pages and feeds fetched because an editor asked for them: which addresses, how, and why one could not be."""
