"""Commands that tell of the program itself."""
