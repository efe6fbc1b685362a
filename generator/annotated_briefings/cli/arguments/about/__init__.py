"""Options of commands that tell of the program itself."""
