"""Planting: forbidden imports are put in memory into real modules, to see who catches them."""
