"""Tests of what measures archlint."""
