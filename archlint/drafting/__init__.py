"""Drafting: settings to be, written as TOML with comments for people."""
