"""What formats state in its plain form: days, languages, words without markup, texts without the marks of a cut."""
