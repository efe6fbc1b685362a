"""The live preview: a site held in memory, served, and reloaded after every save."""
