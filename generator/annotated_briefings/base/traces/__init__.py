"""What programs leave in the folder of a site: files beside those that people work on, and marks of merge conflicts."""
