"""Changes to the files of editors: renames, merges, notes, new entities, new briefs."""
