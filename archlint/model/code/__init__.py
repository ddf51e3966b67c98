"""What code means: names, classes, types, roles, handlers and tables, resolved across files."""
