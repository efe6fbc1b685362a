"""What holds an article back: keys and values, header lines, notes about rights, properties of documents."""
