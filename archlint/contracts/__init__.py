"""Other tools' contracts: those of import-linter are run here, by its own rules."""
