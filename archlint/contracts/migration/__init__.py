"""Migration: the configuration of another architecture linter, turned into settings of archlint."""
