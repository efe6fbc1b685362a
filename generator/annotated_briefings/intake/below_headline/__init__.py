"""What the lines between a headline and its text say."""
