"""What the lines between a headline and its text say, and a headline for a text that has none."""
