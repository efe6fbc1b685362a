"""What sites and programs show or store instead of an article."""
