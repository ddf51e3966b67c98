"""What writes the parts of the documentation that are not written by hand."""
