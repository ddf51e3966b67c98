"""The form of what people write for import-linter, and what is wrong with it."""
