"""How a project says what its architecture is."""
