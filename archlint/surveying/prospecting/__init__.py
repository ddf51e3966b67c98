"""Prospecting: which layers a program has, by what its modules are called, import and define."""
