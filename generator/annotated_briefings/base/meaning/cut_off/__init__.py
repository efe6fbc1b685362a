"""What a sentence, a heading or the text around cut-out words says of them, in places that are not beside them."""
