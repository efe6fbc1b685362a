"""The review desk at `/_desk/` of the preview."""
