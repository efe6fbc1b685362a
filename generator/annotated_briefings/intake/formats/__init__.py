"""One module for each kind of collected file: bytes in, documents out."""
