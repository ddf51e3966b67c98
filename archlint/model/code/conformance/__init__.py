"""Conformance: whether classes keep what the interfaces of the core promise."""
