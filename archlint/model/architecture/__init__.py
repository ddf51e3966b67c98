"""What a project says its architecture is: layers, their roles, and who belongs where."""
