"""One site folder, loaded: settings, briefs, registries, templates and proofs of receipts."""
