"""What templates may see: frozen values, one for each template."""
