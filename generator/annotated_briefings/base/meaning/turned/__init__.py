"""Words that say something else once they are cut out of their sentence."""
