"""How well the layers of a program are found."""
