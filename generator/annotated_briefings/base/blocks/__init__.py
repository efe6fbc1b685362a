"""The blocks of collected texts: how they are kept, and whether words run from one into the next."""
