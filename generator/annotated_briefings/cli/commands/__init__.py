"""One module a command, imported only when its command is called: ``add_options`` and a function that runs it."""
