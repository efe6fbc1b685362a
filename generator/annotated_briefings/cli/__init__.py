"""The command line: parsing, running a command, printing its result and the exit status."""
