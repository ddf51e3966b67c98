"""Cycles: parts of a program that depend on one another, and what to cut between them."""
