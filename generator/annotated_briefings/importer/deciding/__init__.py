"""What editors decide about imports: written to the decisions, and followed at once where it can be."""
