"""Tests of what measures how often archlint is right."""
