"""What tach's modules, layers and interfaces say, and what becomes of them."""
