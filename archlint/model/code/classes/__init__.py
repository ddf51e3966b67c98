"""Classes and functions of the project, resolved across files, and what they are to one another."""
