"""Pages in, bytes out: templates, static files, pictures, and the audit of finished pages."""
