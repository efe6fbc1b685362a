"""Files that hold other files: archives, and wrappers around one file."""
