"""What git keeps of a project: its commits, read without touching anybody's files."""
