"""How often archlint is right, measured against labels."""
