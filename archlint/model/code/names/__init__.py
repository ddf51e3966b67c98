"""Names: what a name stands for, and which modules know which."""
