"""The encodings of collected texts: which one makes letters of the bytes, whatever is declared."""
